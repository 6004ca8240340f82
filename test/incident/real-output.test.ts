// Real output of real runners on a red package, wrapped as GitHub logs it: what failed is named, with its message and place.
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type Distillate, distillate, nothingGathered, readStream } from '../../src/incident/index.ts';
import { sampleOf } from '../sampled.ts';

const modules = resolve(import.meta.dirname, '../../node_modules');
const bin = (name: string): string => join(modules, '.bin', name);

interface Case {
  readonly title: string;
  readonly argv: readonly [string, ...string[]];
  readonly files: Readonly<Record<string, string>>;
  /** Part of the name of the failing test; null where no test but a compiler fails. */
  readonly name: string | null;
  readonly message: RegExp;
  readonly place: RegExp;
}

const total = 'module.exports = (a, b) => a - b;\n';
const globals = (assertion: string): string =>
  `const total = require('./total.js');\ndescribe('the cart', () => {\n  it('adds the tax', () => {\n    ${assertion}\n  });\n  it('is empty at first', () => {});\n});\n`;
const assertEqual = "require('node:assert').equal(total(3, 4), 7);";

const cases: readonly Case[] = [
  {
    title: 'vitest',
    argv: [bin('vitest'), 'run', '--globals'],
    files: { 'total.js': total, 'cart.test.js': globals('expect(total(3, 4)).toBe(7);') },
    name: 'adds the tax',
    message: /expected -1 to be 7/,
    place: /cart\.test\.js:4/,
  },
  {
    title: 'jest',
    argv: [bin('jest')],
    files: { 'package.json': '{}', 'total.js': total, 'cart.test.js': globals('expect(total(3, 4)).toBe(7);') },
    name: 'adds the tax',
    message: /Received: +-1/,
    place: /cart\.test\.js:4/,
  },
  {
    title: 'mocha',
    argv: [bin('mocha'), 'cart.test.js'],
    files: { 'total.js': total, 'cart.test.js': globals(assertEqual) },
    name: 'adds the tax',
    message: /-1 == 7/,
    place: /cart\.test\.js:4/,
  },
  {
    title: 'node:test',
    argv: [process.execPath, '--test', 'cart.test.js'],
    files: { 'total.js': total, 'cart.test.js': `const { describe, it } = require('node:test');\n${globals(assertEqual)}` },
    name: 'adds the tax',
    message: /-1 == 7/,
    place: /cart\.test\.js:(?:4|5)/,
  },
  {
    title: 'tape',
    argv: [bin('tape'), 'cart.test.js'],
    files: {
      'total.js': total,
      'cart.test.js': "require('tape')('the cart', (t) => {\n  t.equal(require('./total.js')(3, 4), 7, 'adds the tax');\n  t.end();\n});\n",
    },
    name: 'adds the tax',
    message: /actual: \|-\s+-1/,
    place: /cart\.test\.js:2/,
  },
  {
    title: 'pytest',
    argv: ['python3', '-m', 'pytest'],
    files: { 'test_cart.py': 'def total(a, b):\n    return a - b\n\ndef test_adds_the_tax():\n    assert total(3, 4) == 7\n' },
    name: 'test_adds_the_tax',
    message: /assert -1 == 7/,
    place: /test_cart\.py:5/,
  },
  {
    title: 'unittest',
    argv: ['python3', '-m', 'unittest', '-v', 'test_cart'],
    files: {
      'test_cart.py':
        'import unittest\n\nclass Cart(unittest.TestCase):\n    def test_adds_the_tax(self):\n        self.assertEqual(3 - 4, 7)\n',
    },
    name: 'test_adds_the_tax',
    message: /AssertionError: -1 != 7/,
    place: /test_cart\.py", line 5/,
  },
  {
    title: 'go test',
    argv: ['go', 'test', './...'],
    files: {
      'go.mod': 'module cart\n\ngo 1.18\n',
      'cart_test.go':
        'package cart\n\nimport "testing"\n\nfunc TestAddsTheTax(t *testing.T) {\n\tif got := 3 - 4; got != 7 {\n\t\tt.Errorf("got %d, want 7", got)\n\t}\n}\n',
    },
    name: 'TestAddsTheTax',
    message: /got -1, want 7/,
    place: /cart_test\.go:7/,
  },
  {
    title: 'cargo test',
    argv: ['cargo', 'test', '--offline'],
    files: {
      'Cargo.toml': '[package]\nname = "cart"\nversion = "0.1.0"\nedition = "2021"\n',
      'src/lib.rs': '#[cfg(test)]\nmod tests {\n    #[test]\n    fn adds_the_tax() {\n        assert_eq!(3 - 4, 7);\n    }\n}\n',
    },
    name: 'adds_the_tax',
    message: /left: -1/,
    place: /src\/lib\.rs:5/,
  },
  {
    title: 'tsc',
    argv: [bin('tsc'), '--noEmit', '--pretty', 'false', 'cart.ts'],
    files: { 'cart.ts': 'export const total: number = "7";\n' },
    name: null,
    message: /TS2322: Type 'string' is not assignable/,
    place: /cart\.ts\(1,14\)/,
  },
  {
    title: 'npm with a script that fails',
    argv: ['npm', 'run', 'build'],
    files: { 'package.json': JSON.stringify({ name: 'cart', scripts: { build: 'node missing.js' } }) },
    name: null,
    message: /Cannot find module '.*missing\.js'/,
    place: /missing\.js/,
  },
];

/** As the log of a job shows a step: stamps, a group of what was set up, colours, much noise before it, and the exit code. */
function asLogged(command: string, output: string, exitCode: number | null): string {
  const lines = [
    ...Array.from({ length: 300 }, (_, n) => `Downloading package ${n} of 300 ... done`),
    `##[group]Run ${command}`,
    `\u001b[36;1m${command}\u001b[0m`,
    'shell: /usr/bin/bash -e {0}',
    '##[endgroup]',
    ...output.split(/\r?\n/),
    `##[error]Process completed with exit code ${exitCode}.`,
    'Post job cleanup.',
  ];
  return lines.map((line) => `2026-11-25T10:00:00.1234567Z ${line}`).join('\n');
}

async function distilled({ argv: [program, ...args], files }: Case): Promise<{ found: Distillate; output: string }> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'regreen-real-')));
  try {
    await symlink(modules, join(root, 'node_modules'));
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    // Nothing of the runner that runs this test.
    const { VITEST: _, NODE_OPTIONS: __, NODE_TEST_CONTEXT: ___, ...env } = process.env;
    const colours = { FORCE_COLOR: '1', CI: 'true', GITHUB_ACTIONS: 'true', NODE_ENV: 'test' };
    const ran = spawnSync(program, args, { cwd: root, env: { ...env, ...colours }, encoding: 'utf8', timeout: 120_000 });
    expect(ran.status, ran.stdout + ran.stderr).not.toBe(0);
    const output = ran.stdout + ran.stderr;
    const gathered = nothingGathered();
    await readStream('test', Readable.from([Buffer.from(asLogged([program, ...args].join(' '), output, ran.status))]), gathered);
    return { found: distillate(gathered, { mask: (text) => text }), output };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

const isThere = (program: string): boolean => spawnSync('sh', ['-c', `command -v '${program}'`]).status === 0;

describe.each(sampleOf(cases, 0.5, ({ title }) => title))('the log of $title', { timeout: 180_000 }, (one) => {
  const absent = !isThere(one.argv[0]) || (one.title === 'pytest' && spawnSync('python3', ['-c', 'import pytest']).status !== 0);
  if (absent) console.warn(`SKIPPED: ${one.title}: ${one.argv.join(' ')} is not installed`);

  it.skipIf(absent)('is distilled to the failing test, its message and its place', async () => {
    const { found, output } = await distilled(one);
    expect(found.failed).toBe(true);
    expect(found.commands).toMatchObject([{ command: expect.stringContaining(one.argv[1] ?? ''), exitCode: expect.any(Number) }]);
    if (one.name === null) expect(found.tests).toEqual([]);
    else
      expect(
        found.tests.map(({ name }) => name),
        output,
      ).toEqual([expect.stringContaining(one.name)]);
    expect(found.excerpts).toMatch(one.message);
    expect(found.excerpts).toMatch(one.place);
    expect(found.excerpts).not.toMatch(/Downloading package 1 of/);
  });
});
