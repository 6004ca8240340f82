// Tests without end, under the runners of JavaScript: each is ended where nothing else is known, and what would mend it is judged in a warm process.
import { describe, expect } from 'vitest';
import { isEndless } from '../../src/suite/index.ts';
import { sampledTest } from '../sampled.ts';
import { modules as furtherModules, missing } from '../suite/further-runners.ts';
import { manifest } from '../suite/runners.ts';
import { makeStage } from './stage.ts';

const source = (
  exported: string,
  typed = '',
): string => `${exported}function places(list${typed === '' ? '' : ': number[]'}, wanted${typed}) {
  const found${typed === '' ? '' : ': number[]'} = [];
  let at = 0;
  while (at < list.length) {
    if (list[at] === wanted) found.push(at);
    if (list[at] >= 0) at += 1;
  }
  return found;
}
`;
const commonjs = `${source('')}module.exports = { places };\n`;
const expects = (is: string): string => `it('finds some', () => { ${is.replace('A', 'places([1, 2, 1], 1)').replace('B', '[0, 2]')}; });
it('passes what is below zero', async () => { await null; ${is.replace('A', 'places([-1, 3], 3)').replace('B', '[1]')}; });
it('finds none', () => { ${is.replace('A', 'places([1], 2)').replace('B', '[]')}; });
`;
const jestLike = 'expect(A).toEqual(B)';

const projects = [
  {
    runner: 'mocha',
    files: {
      'package.json': manifest('mocha test.js'),
      'src.js': commonjs,
      'test.js': `const { places } = require('./src.js');\n${expects("require('assert').deepEqual(A, B)")}`,
    },
  },
  {
    runner: 'node:test',
    linked: [],
    files: {
      'package.json': manifest('node --test test.js', { type: 'module' }),
      'src.js': source('export '),
      'test.js': `import assert from 'node:assert';\nimport { it } from 'node:test';\nimport { places } from './src.js';\n${expects('assert.deepEqual(A, B)')}`,
    },
  },
  {
    runner: 'jest',
    files: {
      'package.json': manifest('jest'),
      'src.js': commonjs,
      'src.test.js': `const { places } = require('./src.js');\n${expects(jestLike)}`,
    },
  },
  {
    runner: 'vitest',
    path: 'src.ts',
    files: {
      'package.json': manifest('vitest run', { type: 'module' }),
      'src.ts': source('export ', ': number'),
      'src.test.ts': `import { expect, it } from 'vitest';\nimport { places } from './src.js';\n${expects(jestLike)}`,
    },
  },
  {
    runner: 'tape',
    files: {
      'package.json': manifest('tape test.js'),
      'src.js': commonjs,
      'test.js': `const it = require('tape');\nconst { places } = require('./src.js');\n${expects('t.same(A, B)').replaceAll(/(?:async )?\(\) =>/g, 'async (t) =>')}`,
    },
  },
  ...(missing === null
    ? [
        {
          runner: 'tap',
          modules: furtherModules,
          files: {
            'package.json': manifest('tap --disable-coverage test.js'),
            'src.js': commonjs,
            'test.js': `const { test: it } = require('tap');\nconst { places } = require('./src.js');\n${expects('t.same(A, B)').replaceAll(/(?:async )?\(\) =>/g, 'async (t) =>')}`,
          },
        },
      ]
    : []),
] as const;

const sampled = sampledTest(0.5);

describe('a loop without end', () => {
  for (const { runner, files, ...more } of projects)
    sampled(`under ${runner} is ended, and candidates are judged in a warm process`, { timeout: 240_000 }, async () => {
      const path = 'path' in more ? more.path : 'src.js';
      const linked = 'linked' in more ? more.linked : [runner];
      await using stage = await makeStage(files, linked, {
        testLimit: { processor: [2, 1] },
        ...('modules' in more ? { modules: more.modules } : {}),
      });
      const [endless, ...others] = stage.failing;
      expect(endless !== undefined && isEndless(endless), stage.baseline.tail).toBe(true);
      expect(endless?.frames).toContainEqual(expect.objectContaining({ file: path, line: 4 }));
      // A crash ends all of tape.
      if (runner !== 'tape') expect(others).toEqual([]);
      const change = (oldText: string, newText: string) => ({ label: newText, edits: [{ path, oldText, newText }] });
      const wrong = Array.from({ length: 12 }, (_, n) => change('>= 0', `>= ${n + 1}`));
      const report = await stage.judge([...wrong, change('if (list[at] >= 0) at', 'at')], { workers: 1 });
      expect(report.verdicts).toEqual([...wrong.map(() => ({ kind: 'red' })), { kind: 'green', ran: 'failing' }]);
      expect(report).toMatchObject({ notWarm: null, warm: 12 });
    });

  // The second file asks the function for something while it is loaded.
  const loading = (text: string): string =>
    text.replace(
      "it('finds",
      "const known = places([5], 5);\nit('passes three', () => { expect(places([-2, 7, Number(known[0])], 0)).toEqual([2]); });\nit('finds",
    );
  for (const { runner, files } of projects.filter((one) => one.runner === 'jest' || one.runner === 'vitest'))
    sampled(
      `under ${runner} in two files is ended in both, and neither keeps the other from being loaded`,
      { timeout: 240_000 },
      async () => {
        const name = runner === 'jest' ? 'src.test.js' : 'src.test.ts';
        const text = files[name as keyof typeof files] as string;
        const path = runner === 'jest' ? 'src.js' : 'src.ts';
        await using stage = await makeStage({ ...files, [name.replace('src', 'then')]: loading(text) }, [runner], {
          testLimit: { processor: [2, 1] },
        });
        expect(stage.failing.map(isEndless), stage.baseline.tail).toEqual([true, true, true]);
        const change = (oldText: string, newText: string) => ({ label: newText, edits: [{ path, oldText, newText }] });
        const wrong = Array.from({ length: 12 }, (_, n) => change('>= 0', `>= ${n + 1}`));
        const report = await stage.judge([...wrong, change('if (list[at] >= 0) at', 'at')], { workers: 1 });
        expect(report.verdicts).toEqual([...wrong.map(() => ({ kind: 'red' })), { kind: 'green', ran: 'failing' }]);
        expect(report).toMatchObject({ notWarm: null, warm: 12 });
      },
    );

  // Each round takes twice as long as the one before: the 64th would never come.
  sampled('whose rounds take ever longer is ended as well', { timeout: 240_000 }, async () => {
    const text =
      "function padded(text) {\n  let out = text;\n  while (!/^(a+)+b$/.test(out)) out += 'a';\n  return out;\n}\nmodule.exports = { padded };\n";
    const files = {
      'package.json': manifest('mocha test.js'),
      'src.js': text,
      'test.js': `const { padded } = require('./src.js');\nit('pads', () => { require('assert').equal(padded('a'), 'ab'); });\nit('is there', () => {});\n`,
    };
    await using stage = await makeStage(files, ['mocha'], { testLimit: { processor: [2, 1] } });
    expect(
      stage.failing.map((test) => [test.name, isEndless(test)]),
      stage.baseline.tail,
    ).toEqual([['pads', true]]);
    const change = (newText: string) => ({ label: newText, edits: [{ path: 'src.js', oldText: "+= 'a'", newText }] });
    const wrong = Array.from({ length: 12 }, (_, n) => change(`+= '${n}' && 'a'`));
    const report = await stage.judge([...wrong, change("+= 'b'")], { workers: 1 });
    expect(report.verdicts).toEqual([...wrong.map(() => ({ kind: 'red' })), { kind: 'green', ran: 'failing' }]);
    expect(report).toMatchObject({ notWarm: null, warm: 12 });
  });

  // Rounds of a few milliseconds, and of many.
  for (const iterations of [5_000, 200_000])
    sampled(
      `of rounds of ${iterations} iterations is judged by each of its tests for itself, and may lose its condition`,
      { timeout: 240_000 },
      async () => {
        const text = `const { pbkdf2Sync } = require('crypto');
function key(length) {
  let out = '';
  for (; out.length < length;) out += pbkdf2Sync('a', 'b', ${iterations}, 16, 'sha256').toString('hex').slice(0, 0);
  return out;
}
function first(list, wanted) {
  let at = 0;
  for (; at < 0;) if (list[at++] === wanted) return at - 1;
  return -1;
}
module.exports = { key, first };
`;
        const files = {
          'package.json': manifest('mocha test.js'),
          'src.js': text,
          'test.js': `const { key, first } = require('./src.js');
for (let n = 1; n <= 8; n += 1) it('is long enough ' + n, () => { require('assert').equal(key(n).length, 16); });
it('is found', () => { require('assert').equal(first([1, 2], 2), 1); });\n`,
        };
        await using stage = await makeStage(files, ['mocha'], { testLimit: { processor: [2, 1] } });
        expect(stage.failing.filter((test) => isEndless(test))).toHaveLength(8);
        const edit = (oldText: string, newText: string) => ({ path: 'src.js', oldText, newText });
        const wrong = Array.from({ length: 7 }, (_, n) => ({
          label: `${n}`,
          edits: [edit('slice(0, 0)', `slice(${n}, 0)`), edit('at < 0', '')],
        }));
        const right = { label: 'right', edits: [edit('slice(0, 0)', 'slice(0, 16)'), edit('at < 0', '')] };
        const report = await stage.judge([...wrong, right], { workers: 1 });
        expect(report.verdicts.slice(0, 7)).toEqual(wrong.map(() => ({ kind: 'red' })));
        expect(report.verdicts[7]).toEqual({ kind: 'green', ran: 'failing' });
        expect(report).toMatchObject({ notWarm: null });
      },
    );
});
