// Sources that are compiled before the tests run, which load what is built.
import { describe, expect } from 'vitest';
import type { Candidate } from '../../src/trial/index.ts';
import { sampledTest } from '../sampled.ts';
import { manifest } from '../suite/runners.ts';
import { makeStage } from './stage.ts';

const source = `import { join } from 'node:path';

export interface Named { readonly name: string }

export class Shelf {
  constructor(private readonly names: readonly string[]) {}
  has(name: string): boolean {
    for (let at = 1; at < this.names.length; at += 1) if (this.names[at] === name) return true;
    return false;
  }
  path(item: Named): string {
    return join('shelf', item.name);
  }
}
`;
const settings = (more: object): string =>
  JSON.stringify({
    compilerOptions: { target: 'es2022', strict: true, types: [], rootDir: 'src', outDir: 'out', skipLibCheck: true, ...more },
    include: ['src'],
  });
const declared = `declare module 'node:path' { export function join(...parts: string[]): string; }\n`;

const projects = [
  {
    name: 'CommonJS, tests of JavaScript',
    linked: ['typescript', 'mocha'],
    files: {
      'package.json': manifest('node node_modules/typescript/bin/tsc -p . && mocha test.js'),
      'tsconfig.json': settings({ module: 'commonjs', ignoreDeprecations: '6.0' }),
      'src/node.d.ts': declared,
      'src/shelf.ts': source,
      'test.js': `const { Shelf } = require('./out/shelf.js');
it('has the first', () => { require('assert').equal(new Shelf(['a', 'b']).has('a'), true); });
it('has no other', () => { require('assert').equal(new Shelf(['a', 'b']).has('c'), false); });
it('tells where', () => { require('assert').equal(new Shelf([]).path({ name: 'a' }), 'shelf/a'); });\n`,
    },
  },
  {
    name: 'modules, and tests that are built, too',
    linked: ['typescript'],
    files: {
      'package.json': JSON.stringify({
        type: 'module',
        scripts: {
          pretest: 'node node_modules/typescript/bin/tsc -p config/tsconfig.build.json',
          test: 'node --test out/test/shelf.test.js',
        },
      }),
      'config/tsconfig.build.json': JSON.stringify({
        compilerOptions: {
          target: 'es2022',
          module: 'nodenext',
          moduleResolution: 'nodenext',
          types: [],
          strict: true,
          rootDir: '..',
          outDir: '../out',
          sourceMap: true,
        },
        include: ['../src', '../test'],
      }),
      'tsconfig.json': JSON.stringify({ files: [], references: [{ path: './config/tsconfig.build.json' }] }),
      'src/node.d.ts': `${declared}declare module 'node:test' { export function it(name: string, test: () => void): void; }
declare module 'node:assert' { export function equal(is: unknown, be: unknown): void; }\n`,
      'src/shelf.ts': source,
      'test/shelf.test.ts': `import { equal } from 'node:assert';
import { it } from 'node:test';
import { Shelf } from '../src/shelf.js';
it('has the first', () => { equal(new Shelf(['a', 'b']).has('a'), true); });
it('has no other', () => { equal(new Shelf(['a', 'b']).has('c'), false); });\n`,
    },
  },
] as const;

const edit = (oldText: string, newText: string): Candidate => ({ label: newText, edits: [{ path: 'src/shelf.ts', oldText, newText }] });
const sampled = sampledTest(1);

describe('a source that is built before the tests run', () => {
  for (const { name, files, linked } of projects)
    sampled(`is judged in a warm process: ${name}`, { timeout: 200_000 }, async () => {
      await using stage = await makeStage(files, linked);
      expect(stage.failing).toHaveLength(1);
      const candidates = [
        edit('let at = 1', 'let at = 2'),
        edit('=== name', "=== 'z'"),
        edit('let at = 1', 'let at = '),
        edit('at += 1', 'at += 0'),
        edit('return false;', 'return this.names.length > 5;'),
        edit('let at = 1', 'let at = 0'),
      ];
      const report = await stage.judge(candidates, { workers: 1 });
      expect(report.verdicts.map(({ kind }) => kind === 'green')).toEqual([...candidates.slice(1).map(() => false), true]);
      expect(report).toMatchObject({ notWarm: null, warm: 5 });
    });

  sampled('is judged as it lies on disk where a child process runs it, too', { timeout: 200_000 }, async () => {
    const count =
      'export function count(names: readonly string[]): number {\n  let all = 1;\n  for (const _ of names) all += 1;\n  return all;\n}\n';
    const files = {
      'package.json': manifest('node node_modules/typescript/bin/tsc -p . && mocha test.js'),
      'tsconfig.json': settings({ module: 'commonjs', ignoreDeprecations: '6.0' }),
      'src/count.ts': count,
      'src/cli.ts':
        "import { count } from './count';\ndeclare const process: { argv: string[] };\nconsole.log(count(process.argv.slice(2)));\ndeclare const console: { log(value: number): void };\n",
      'test.js': `const { count } = require('./out/count.js');
const { execFileSync } = require('child_process');
it('counts', () => { require('assert').equal(count(['a']), 1); });
it('counts in a process', () => { require('assert').equal(String(execFileSync('node', ['out/cli.js', 'a'])).trim(), '1'); });\n`,
    };
    await using stage = await makeStage(files, ['typescript', 'mocha']);
    expect(stage.failing).toHaveLength(2);
    const change = (newText: string): Candidate => ({ label: newText, edits: [{ path: 'src/count.ts', oldText: 'let all = 1', newText }] });
    const wrong = ['let all = 2', 'let all = 3', 'let all = 4', 'let all = 5', 'let all = 6'].map(change);
    const report = await stage.judge([...wrong, change('let all = 0')], { workers: 1 });
    expect(report.verdicts.at(-1)).toEqual({ kind: 'green', ran: 'failing' });
    expect(report.verdicts.filter(({ kind }) => kind === 'green')).toHaveLength(1);
  });
});
