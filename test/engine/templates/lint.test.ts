// The repository's own linter: a real ESLint complains of each source, and of what the templates make of it no more.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { generateCandidates } from '../../../src/engine/templates/index.ts';
import { lintComplaintsIn } from '../../../src/engine/templates/lint.ts';
import { apply, input, red } from './ranks.ts';

const home = resolve(import.meta.dirname, '../../runners/node_modules/eslint');
const missing = existsSync(home) ? null : 'eslint is not installed: npm ci --prefix test/runners';
if (missing !== null) console.warn(`SKIPPED, complaints of a real ESLint: ${missing}`);

interface Linter {
  lintText(text: string, given: { filePath: string }): Promise<readonly { errorCount: number }[]>;
  loadFormatter(name: string): Promise<{ format(results: unknown): Promise<string> | string }>;
}

async function complaintsOf(text: string, rules: Readonly<Record<string, string>>): Promise<string> {
  const { ESLint }: { ESLint: new (given: object) => Linter } = await import(pathToFileURL(join(home, 'lib', 'api.js')).href);
  const linter = new ESLint({ overrideConfigFile: true, overrideConfig: [{ rules }], cwd: '/' });
  const results = await linter.lintText(text, { filePath: '/src/a.js' });
  return await (await linter.loadFormatter('stylish')).format(results);
}

describe.skipIf(missing !== null)('what a real ESLint complains of', () => {
  it.each([
    ['no-unused-vars', 'export function f(a) {\n  const b = 1;\n  return a;\n}\n', 'export function f(a) {\n  return a;\n}\n'],
    [
      'no-unused-vars',
      'import { b, c } from "./b.js";\nexport const f = () => b;\n',
      'import { b } from "./b.js";\nexport const f = () => b;\n',
    ],
    [
      'no-unused-vars',
      'import c, { b } from "./b.js";\nexport const f = () => b;\n',
      'import { b } from "./b.js";\nexport const f = () => b;\n',
    ],
    ['no-unused-vars', 'import c from "./b.js";\nexport const f = 1;\n', 'export const f = 1;\n'],
    ['no-unused-vars', 'export function f() {\n  try {\n    g();\n  } catch (error) {\n    return 1;\n  }\n}\n', null],
    ['no-unused-vars', 'export function f(a, b) {\n  return a;\n}\n', 'export function f(a) {\n  return a;\n}\n'],
    ['no-unused-vars', 'export function f(o) {\n  const { a, b } = o;\n  return a;\n}\n', null],
    [
      'no-unused-vars',
      'export function f(o) {\n  const n = o.take();\n  return o;\n}\n',
      'export function f(o) {\n  o.take();\n  return o;\n}\n',
    ],
    ['no-unused-vars', 'function old(a) {\n  return a;\n}\nexport const f = 1;\n', 'export const f = 1;\n'],
    ['prefer-const', 'let a = 1;\nexport const f = () => a;\n', 'const a = 1;\nexport const f = () => a;\n'],
    ['no-var', 'export function f() {\n  var a = 1;\n  return a;\n}\n', null],
    ['eqeqeq', 'export const f = (a, b) => a.x == b;\n', 'export const f = (a, b) => a.x === b;\n'],
    ['no-useless-escape', 'export const f = /[\\.]/;\n', 'export const f = /[.]/;\n'],
    ['no-prototype-builtins', 'export const f = (o, k) => o.hasOwnProperty(k);\n', null],
    ['no-cond-assign', 'export function f(a) {\n  if (a = 1) return 2;\n  return a;\n}\n', null],
    ['no-fallthrough', 'export function f(a) {\n  switch (a) {\n    case 1:\n      g();\n    case 2:\n      h();\n  }\n}\n', null],
    ['no-case-declarations', 'export function f(a) {\n  switch (a) {\n    case 1:\n      let b = g();\n      return b;\n  }\n}\n', null],
    ['require-await', 'export async function f(a) {\n  return a;\n}\n', 'export function f(a) {\n  return a;\n}\n'],
    ['use-isnan', 'export const f = (a) => a !== NaN;\n', 'export const f = (a) => !Number.isNaN(a);\n'],
    ['no-debugger', 'export function f(a) {\n  debugger;\n  return a;\n}\n', 'export function f(a) {\n  return a;\n}\n'],
    ['no-unreachable', 'export function f(a) {\n  return a;\n  g();\n}\n', 'export function f(a) {\n  return a;\n}\n'],
    ['no-dupe-keys', 'export const f = { a: 1, b: 2, a: 3 };\n', 'export const f = { a: 1, b: 2 };\n'],
  ])('%s is mended among the first: %j', async (rule, text, right) => {
    const said = await complaintsOf(text, { [rule]: 'error' });
    expect(said).toContain(rule);
    const candidates = generateCandidates(input(text, { suspects: [], failing: [red(said)] }))
      .slice(0, 5)
      .map((each) => apply(text, each));
    if (right !== null) expect(candidates).toContain(right);
    const left = await Promise.all(candidates.map((each) => complaintsOf(each, { [rule]: 'error' })));
    expect(left).toContain('');
  });
});

describe('what does more than a linter speaks of', () => {
  const made = (rule: string, text: string, place: string) => {
    const lines = text.slice(0, text.indexOf(place)).split('\n');
    const said = `/repo/src/a.js\n  ${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}  error  Something  ${rule}\n`;
    return generateCandidates(input(text, { suspects: [], failing: [red(said)] }))
      .filter(({ template }) => template === 'as the linter says')
      .map((each) => apply(text, each));
  };

  it.each([
    ['no-console', 'if (!x) console.log("no");\nelse save(x);\n', 'console'],
    ['no-console', 'export const f = (x) => go(x).catch((e) => console.error(e));\n', 'console'],
    ['no-console', 'export function f(x) {\n  return x && console.log(compute(x));\n}\n', 'console'],
    ['no-console', 'console.log(save(x));\n', 'console'],
    ['no-unused-expressions', 'x && x.save();\n', 'x &&'],
    ['no-useless-return', 'function f(x) {\n  if (x) return;\n}\nf();\n', 'return'],
  ])('%s takes nothing away from %j', (rule, text, place) => {
    expect(made(rule, text, place)).toEqual([]);
  });

  it('a value that is needed stays', () => {
    expect(made('no-unused-vars', 'const n = o.save();\n', 'n =')).toEqual(['o.save();\n']);
    expect(made('no-unused-vars', 'const n = delete o.x;\n', 'n =')).toEqual(['delete o.x;\n']);
  });

  it('a type is exchanged where it stands', () => {
    const text = 'export function f(a: any): number {\n  return g(a);\n}\n';
    const said = 'src/a.ts\n  1:22  error  Unexpected any. Specify a different type  @typescript-eslint/no-explicit-any\n';
    const [first] = generateCandidates(input(text, { suspects: [], failing: [red(said)] }, 'src/a.ts'));
    expect(first === undefined ? null : apply(text, first)).toBe(text.replace('any', 'unknown'));
  });

  it('an import whose path holds the word is mended', () => {
    expect(made('no-unused-vars', 'import { b, c } from "./array-from.js";\nb();\n', 'c }')).toContain(
      'import { b } from "./array-from.js";\nb();\n',
    );
  });
});

describe('complaints of linters', () => {
  it.each([
    ['ESLint', '/repo/src/a.js\n  1:2  warning  not this one  no-warning\n  2:9  error  Some words here  no-unused-vars\n'],
    ['xo', '  src/a.js:2:9\n  ✖  2:9  Some words here  @typescript-eslint/no-unused-vars\n'],
    ['standard', '  /repo/src/a.js:2:9: Some words here (no-unused-vars)\n'],
  ])('are read as %s prints them', (_, text) => {
    expect(lintComplaintsIn(text)).toEqual([
      { path: expect.stringMatching(/src\/a\.js$/), line: 2, column: 9, rule: 'no-unused-vars', text: 'Some words here' },
    ]);
  });

  it('are not seen in the words of a test', () => {
    expect(lintComplaintsIn('src/a.js\n  12:30 it was late\n✖ 3 tests failed\nError: expected 2:9 to be 3:9\n')).toEqual([]);
  });
});
