// Candidates in files that a warm process does not see: the tests may load them all the same, before it takes over.
import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { manifest } from '../suite/runners.ts';
import { makeStage } from './stage.ts';

describe('a file that the tests do not see', () => {
  test('is asked for once where they do not load it, and judged by processes of its own where they do', { timeout: 120_000 }, async () => {
    const pids = join(tmpdir(), `regreen-pids-${randomUUID()}`);
    const files = {
      'package.json': manifest('node --require ./setup.js node_modules/mocha/bin/mocha.js test.js'),
      'setup.js': 'globalThis.unit = 2;\n',
      'unused.js': 'module.exports = 1;\n',
      'test.js': `require('fs').appendFileSync(${JSON.stringify(pids)}, process.pid + '\\n');\nit('is three', () => { require('assert').equal(unit, 3); });\n`,
    };
    try {
      await using stage = await makeStage(files, ['mocha']);
      await writeFile(pids, '');
      const change = (path: string, oldText: string, newText: string) => ({ label: newText, edits: [{ path, oldText, newText }] });
      const idle = Array.from({ length: 9 }, (_, at) => change('unused.js', '1', `${at + 10}`));
      const wrong = Array.from({ length: 3 }, (_, at) => change('setup.js', '2', `${at + 10}`));
      const report = await stage.judge([...idle, ...wrong, change('setup.js', '2', '3')], { workers: 1 });
      expect(report.verdicts).toEqual([...[...idle, ...wrong].map(() => ({ kind: 'red' })), { kind: 'green', ran: 'failing' }]);
      expect(report).toMatchObject({ notWarm: null, blindTo: 'setup.js' });
      // One warm process, one candidate of each file, one question for each, and the others of the one that is loaded.
      expect(new Set((await readFile(pids, 'utf8')).trim().split('\n')).size).toBe(1 + 2 + 2 + 3);
      const later = await stage.judge(idle, { workers: 1 });
      expect(later).toMatchObject({ notWarm: null, blindTo: null });
    } finally {
      await rm(pids, { force: true });
    }
  });

  test('may be one that they load with the same candidate, which mends what they fail at before', { timeout: 120_000 }, async () => {
    const files = {
      'package.json': manifest('mocha test.js'),
      'first.js': "throw new Error('too early');\n",
      'second.js': 'module.exports = 1;\n',
      'test.js': "require('./first.js');\nconst two = require('./second.js');\nit('is two', () => { require('assert').equal(two, 2); });\n",
    };
    await using stage = await makeStage(files, ['mocha']);
    const second = (newText: string) => ({ path: 'second.js', oldText: '1', newText });
    const idle = Array.from({ length: 6 }, (_, at) => ({ label: `${at}`, edits: [second(`${at + 2}`)] }));
    const first = { path: 'first.js', oldText: "throw new Error('too early');", newText: '' };
    const both = { label: 'both', edits: [first, second('2')] };
    const report = await stage.judge([...idle, both], { workers: 1 });
    expect(report.verdicts).toEqual([...idle.map(() => ({ kind: 'red' })), { kind: 'green', ran: 'failing' }]);
  });

  test('may be one that is run as soon as modules fit together', { timeout: 120_000 }, async () => {
    const files = {
      'package.json': manifest('node --test a.test.mjs'),
      'queue.mjs':
        'export const build = (list) => list[0];\nexport const [q1, q2, q3, q4, q5, q6] = Array.from({ length: 6 }, (_, at) => () => at);\n',
      'plan.mjs': "import { make } from './queue.mjs';\nexport const next = (list) => make(list);\n",
      'a.test.mjs':
        "import assert from 'node:assert';\nimport test from 'node:test';\nimport { next } from './plan.mjs';\ntest('next', () => assert.equal(next([3, 4]), 3));\n",
    };
    await using stage = await makeStage(files, ['node:test']);
    const asks = (name: string) => ({ label: name, edits: [{ path: 'plan.mjs', oldText: '{ make }', newText: `{ ${name} as make }` }] });
    const wrong = ['q1', 'q2', 'q3', 'q5', 'q6'].map(asks);
    const report = await stage.judge([...wrong, asks('build')], { workers: 1 });
    expect(report.verdicts).toEqual([...wrong.map(() => ({ kind: 'red' })), { kind: 'green', ran: 'failing' }]);
  });

  test('is one that a process of the tests runs, though nobody hears why it fails', { timeout: 120_000 }, async () => {
    const files = {
      'package.json': manifest('mocha test.js'),
      'cli.js': "#!/usr/bin/env node\n'use strict';\nif (process.argv.length < 9) throw new Error('too few');\n",
      'test.js':
        "it('ends well', () => { require('assert').equal(require('child_process').spawnSync(process.execPath, ['cli.js']).status, 0); });\n",
    };
    await using stage = await makeStage(files, ['mocha']);
    const change = (newText: string) => ({ label: newText, edits: [{ path: 'cli.js', oldText: '< 9', newText }] });
    const wrong = Array.from({ length: 6 }, (_, at) => change(`< ${at + 10}`));
    const report = await stage.judge([...wrong, change('< 1')], { workers: 1 });
    expect(report.verdicts).toEqual([...wrong.map(() => ({ kind: 'red' })), { kind: 'green', ran: 'failing' }]);
  });
});
