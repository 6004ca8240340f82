// Tests that leave files in the tree: a folder that they make and then do not remove, and a file of the repository that they write over.
import { mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../src/trial/index.ts';
import { sampledSuite, sampleOf } from '../sampled.ts';
import { hasPythonModule as has } from '../suite/python-module.ts';
import { manifest } from '../suite/runners.ts';
import { makeStage } from './stage.ts';

const body = (equal: (is: string, be: string) => string): string => `
test('adds', () => {
  mkdirSync('out');
  const known = JSON.parse(readFileSync('data.json', 'utf8'));
  writeFileSync('data.json', JSON.stringify([...known, 3]));
  ${equal('known.length', '2')};
  ${equal('add(known)', '3')};
});
test('adds nothing', () => {
  mkdirSync('other');
  ${equal('add([])', '0')};
  rmdirSync('other');
});
`;

const names = '{ mkdirSync, readFileSync, rmdirSync, writeFileSync }';
const required = `const { add } = require('./src.js');\nconst ${names} = require('node:fs');\n`;
const imported = `import ${names} from 'node:fs';\nimport { add } from './src.js';\n`;
const common = { 'data.json': '[1,2]', 'src.js': 'exports.add = (numbers) => numbers.reduce((a, b) => a - b, 0);\n' };
const esm = { ...common, 'src.js': 'export const add = (numbers) => numbers.reduce((a, b) => a - b, 0);\n' };
const equal = (is: string, be: string): string => `require('node:assert').equal(${is}, ${be})`;
const expected = (is: string, be: string): string => `expect(${is}).toBe(${be})`;

const javascript = [
  {
    runner: 'mocha',
    files: { 'package.json': manifest('mocha test.js'), ...common, 'test.js': `${required}const test = it;${body(equal)}` },
  },
  {
    runner: 'node:test',
    linked: [],
    files: {
      'package.json': manifest('node --test test.js'),
      ...common,
      'test.js': `${required}const { test } = require('node:test');${body(equal)}`,
    },
  },
  { runner: 'jest', files: { 'package.json': manifest('jest'), ...common, 'src.test.js': `${required}${body(expected)}` } },
  {
    runner: 'vitest',
    files: {
      'package.json': manifest('vitest run', { type: 'module' }),
      ...esm,
      'src.test.js': `import { expect, test } from 'vitest';\n${imported}${body(expected)}`,
    },
  },
] as const;

const python = (unit: boolean): string => `import json, os
from sums import add
${unit ? 'import unittest\n\nclass AddTest(unittest.TestCase):' : '\nclass TestAdd:'}
    def test_adds(self):
        os.mkdir("out")
        known = json.load(open("data.json"))
        json.dump(known + [3], open("data.json", "w"))
        assert len(known) == 2
        assert add(known) == 3

    def test_adds_nothing(self):
        os.mkdir("other")
        assert add([]) == 0
        os.rmdir("other")
`;
const sums = {
  'sums.py': 'def add(numbers):\n    total = 0\n    for one in numbers:\n        total -= one\n    return total\n',
  'data.json': '[1,2]',
};
const pythons = [
  { runner: 'pytest', files: { ...sums, 'pytest.ini': '[pytest]\n', 'test_sums.py': python(false) } },
  { runner: 'unittest', files: { ...sums, 'test_sums.py': python(true) } },
].filter(({ runner }) => has(runner));

const edit = (path: string, oldText: string, newText: string): Candidate => ({ label: newText, edits: [{ path, oldText, newText }] });
const suites = sampledSuite(0.5);

const settings = [
  { name: 'in a warm process', warm: true },
  { name: 'by processes of their own', warm: false },
];

suites('what a test leaves in the tree', () => {
  describe.each(settings)('is in the way of no candidate judged $name', ({ warm }) => {
    test.each(sampleOf(javascript, 0.5, ({ runner }) => runner))(
      'under $runner',
      { timeout: 200_000 },
      async ({ runner, files, ...more }) => {
        await using stage = await makeStage(files, 'linked' in more ? more.linked : [runner]);
        expect(stage.failing).toHaveLength(1);
        const wrong = ['a * b', 'b - a', '2', 'a', 'b', 'a / b', '0'].map((text) => edit('src.js', 'a - b', text));
        const report = await stage.judge([...wrong, edit('src.js', 'a - b', 'a + b')], { workers: 1, warm });
        expect(report.verdicts).toEqual([...wrong.map(() => ({ kind: 'red' })), { kind: 'green', ran: 'failing' }]);
        if (warm) expect(report).toMatchObject({ notWarm: null, warm: wrong.length });
      },
    );

    test.each(pythons)('under $runner', { timeout: 200_000 }, async ({ files }) => {
      await using stage = await makeStage(files);
      expect(stage.failing).toHaveLength(1);
      const wrong = ['total *= one', 'total = one', 'pass', 'total -= 1', 'total = -one', 'return one', 'total -= total'].map((text) =>
        edit('sums.py', 'total -= one', text),
      );
      const report = await stage.judge([...wrong, edit('sums.py', 'total -= one', 'total += one')], { workers: 1, warm });
      expect(report.verdicts).toEqual([...wrong.map(() => ({ kind: 'red' })), { kind: 'green', ran: 'failing' }]);
      if (warm) expect(report).toMatchObject({ notWarm: null, warm: wrong.length });
    });
  });
});

const swaps = (outside: string) => `const { rmSync, symlinkSync } = require('node:fs');
rmSync('public', { recursive: true });
symlinkSync(${JSON.stringify(outside)}, 'public');
`;
const swapsInPython = (outside: string) => `import os, shutil
from sums import add

class TestAdd:
    def test_adds(self):
        assert os.listdir("public") == ["a.txt"]
        shutil.rmtree("public")
        os.symlink(${JSON.stringify(outside)}, "public")
        assert add([1, 2]) == 3
`;

describe('a link that a test puts where a folder was', () => {
  const linking = [
    {
      runner: 'node:test',
      path: 'src.js',
      files: (outside: string) => ({
        'package.json': manifest('node --test test.js'),
        ...common,
        'test.js': `const { test } = require('node:test');\ntest('adds', () => { ${equal("require('node:fs').readdirSync('public').length", '1')};\n${swaps(outside)} ${equal("require('./src.js').add([1, 2])", '3')}; });\n`,
      }),
      edit: (text: string) => edit('src.js', 'a - b', text.replace('each', 'b')),
      right: 'a + b',
    },
    ...(has('pytest')
      ? [
          {
            runner: 'pytest',
            path: 'sums.py',
            files: (outside: string) => ({ ...sums, 'pytest.ini': '[pytest]\n', 'test_sums.py': swapsInPython(outside) }),
            edit: (text: string) => edit('sums.py', 'total -= one', text),
            right: 'total += one',
          },
        ]
      : []),
  ];
  test.each(linking)('is gone before the next candidate, and what it leads to stays: $runner', { timeout: 200_000 }, async (project) => {
    const outside = await realpath(await mkdtemp(join(tmpdir(), 'outside-')));
    await writeFile(join(outside, 'precious.txt'), 'precious');
    try {
      await using stage = await makeStage({ ...project.files(outside), 'public/a.txt': 'a' }, []);
      expect(stage.failing).toHaveLength(1);
      const wrong = (
        project.runner === 'pytest'
          ? ['total *= one', 'total = one', 'pass', 'total -= 1', 'total = -one', 'total -= total']
          : ['a * b', 'b - a', '2', 'a', 'b', '0']
      ).map(project.edit);
      for (const warm of [true, false]) {
        const report = await stage.judge([...wrong, project.edit(project.right)], { workers: 1, warm });
        expect(report.verdicts).toEqual([...wrong.map(() => ({ kind: 'red' })), { kind: 'green', ran: 'failing' }]);
        expect(await readdir(outside)).toEqual(['precious.txt']);
      }
    } finally {
      await rm(outside, { recursive: true });
    }
  });
});
