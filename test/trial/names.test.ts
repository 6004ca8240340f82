// Tests whose names hold the path of the tree they run in, which is another one for each replica.
import { describe, expect } from 'vitest';
import { sampledTest } from '../sampled.ts';
import { manifest } from '../suite/runners.ts';
import { makeStage } from './stage.ts';

const source = 'function inside(folder, name) {\n  return folder + ":" + name;\n}\n';
const commonjs = `${source}module.exports = { inside };\n`;
const named = (is: string): string => `it('is inside of ' + process.cwd() + '/a (its root)', () => { ${is} });
it('is inside of ' + process.cwd(), () => { ${is} });
`;
const equal = "require('node:assert').equal(inside('b', 'a'), 'b/a')";

const projects = [
  {
    runner: 'mocha',
    files: {
      'package.json': manifest('mocha test.js'),
      'src.js': commonjs,
      'test.js': `const { inside } = require('./src.js');\n${named(equal)}`,
    },
  },
  {
    runner: 'node:test',
    linked: [],
    files: {
      'package.json': manifest('node --test test.js'),
      'src.js': commonjs,
      'test.js': `const { it } = require('node:test');\nconst { inside } = require('./src.js');\n${named(equal)}`,
    },
  },
  {
    runner: 'jest',
    files: {
      'package.json': manifest('jest'),
      'src.js': commonjs,
      'src.test.js': `const { inside } = require('./src.js');\n${named("expect(inside('b', 'a')).toBe('b/a')")}`,
    },
  },
  {
    runner: 'vitest',
    files: {
      'package.json': manifest('vitest run', { type: 'module' }),
      'src.js': `export ${source}`,
      'src.test.js': `import { expect, it } from 'vitest';\nimport { inside } from './src.js';\n${named("expect(inside('b', 'a')).toBe('b/a')")}`,
    },
  },
] as const;

const sampled = sampledTest(0.5);

describe('a name with the root in it', () => {
  for (const { runner, files, ...more } of projects)
    sampled(`is chosen in every tree under ${runner}`, { timeout: 120_000 }, async () => {
      const linked = 'linked' in more ? more.linked : [runner];
      await using stage = await makeStage(files, linked);
      expect(stage.failing).toHaveLength(2);
      const wrong = Array.from({ length: 12 }, (_, n) => change(`"${n}"`));
      const report = await stage.judge([...wrong, change('"/"')], { workers: 1 });
      expect(report.verdicts).toEqual([...wrong.map(() => ({ kind: 'red' })), { kind: 'green', ran: 'failing' }]);
      expect(report).toMatchObject({ notWarm: null, warm: 12 });
    });
});

describe('of very many failing tests', () => {
  sampled('some are enough, and all are run for what mends the first of them', { timeout: 120_000 }, async () => {
    await using stage = await makeStage(
      {
        'package.json': manifest('mocha test.js'),
        'src.js': 'exports.add = (a, b) => a ":" b;\n'.replace('":"', '-'),
        'test.js': `const { add } = require('./src.js');\nlet total = 0;
for (let to = 1; to <= 60; to += 1) it('counts to ' + to, () => { total = add(total, 1); require('assert').equal(total, to); });\n`,
      },
      ['mocha'],
    );
    expect(stage.failing).toHaveLength(60);
    const to = (newText: string) => ({ label: newText, edits: [{ path: 'src.js', oldText: 'a - b', newText }] });
    const wrong = Array.from({ length: 12 }, (_, n) => to(`a - b - ${n}`));
    const report = await stage.judge([...wrong, to('a || b'), to('a + b')], { workers: 1 });
    expect(report.verdicts.slice(0, 12)).toEqual(wrong.map(() => ({ kind: 'red' })));
    expect(report.verdicts[12]).toEqual({ kind: 'partial', fixed: ['test.js > counts to 1'], broke: [] });
    expect(report.verdicts[13]).toEqual({ kind: 'green', ran: 'failing' });
  });
});

function change(newText: string) {
  return { label: newText, edits: [{ path: 'src.js', oldText: '":"', newText }] };
}
