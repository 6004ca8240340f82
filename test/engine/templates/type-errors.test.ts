// What the real TypeScript compiler says of a file, and how far in front the change stands that mends it.
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { generateCandidates } from '../../../src/engine/templates/index.ts';
import { typeComplaintsIn } from '../../../src/engine/templates/type-errors.ts';
import { apply, red } from './ranks.ts';

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  allowImportingTsExtensions: true,
  types: [],
  skipLibCheck: true,
};
const library = new Map<string, ts.SourceFile | undefined>();

/** What `tsc` prints for some files. */
function compiled(files: Readonly<Record<string, string>>): string {
  const host = ts.createCompilerHost(OPTIONS);
  const ofDisk = host.getSourceFile.bind(host);
  const within = (path: string): string => path.replace(/^\/repo\//, '');
  host.getCurrentDirectory = () => '/repo';
  host.fileExists = (path) => within(path) in files || (!path.startsWith('/repo/') && ts.sys.fileExists(path));
  host.readFile = (path) => files[within(path)] ?? ts.sys.readFile(path);
  host.directoryExists = () => true;
  host.getSourceFile = (path, options) => {
    const text = files[within(path)];
    if (text !== undefined) return ts.createSourceFile(path, text, options);
    if (!library.has(path)) library.set(path, ofDisk(path, options));
    return library.get(path);
  };
  const program = ts.createProgram(
    Object.keys(files).map((path) => `/repo/${path}`),
    OPTIONS,
    host,
  );
  return ts.formatDiagnostics(ts.getPreEmitDiagnostics(program), {
    getCurrentDirectory: () => '/repo',
    getCanonicalFileName: (path) => path,
    getNewLine: () => '\n',
  });
}

/** How many candidates stand before the one that makes this of a file, and whether the compiler has nothing more to say then. */
function mended(
  files: Readonly<Record<string, string>>,
  path: string,
  wanted: string,
): { readonly rank: number; readonly isClean: boolean } {
  const message = compiled(files);
  expect(message).toMatch(/error TS/);
  const sources = Object.entries(files).map(([each, text]) => ({ path: each, text }));
  const failing = [red(`exit code 2\n${message}`, { id: '(suite)', file: null })];
  const candidates = generateCandidates({ files: sources, suspects: [], failing, testSources: [], priors: [] });
  const rank = candidates.findIndex((each) => each.path === path && apply(files[path] ?? '', each) === wanted);
  return { rank, isClean: compiled({ ...files, [path]: wanted }) === '' };
}

function expectAmong(first: number, files: Readonly<Record<string, string>>, path: string, wanted: string): void {
  expect(wanted).not.toBe(files[path]);
  const { rank, isClean } = mended(files, path, wanted);
  expect(isClean).toBe(true);
  expect(rank).toBeGreaterThanOrEqual(0);
  expect(rank).toBeLessThan(first);
}

const item = 'interface Item { amount: number; unit: number }\n';

describe('what the compiler complains of', () => {
  it.each([
    [
      'a property that it knows better',
      `${item}export const price = (item: Item) => item.amont * item.unit;\n`,
      'item.amont',
      'item.amount',
    ],
    ['a name that it knows better', 'export const twice = (amount: number) => 2 * amonut;\n', 'amonut', 'amount'],
    [
      'a property that is written otherwise',
      `${item}export const price = (item: Item) => item.number * item.units;\n`.replace('number * item.', ''),
      'units',
      'unit',
    ],
    ['a member of an object that is written otherwise', `${item}export const one: Item = { amont: 1, unit: 2 };\n`, 'amont', 'amount'],
    ['a text that is none of those', "type Side = 'left' | 'right';\nexport const side: Side = 'lefft';\n", "'lefft'", "'left'"],
    [
      'texts that have nothing in common',
      "type Side = 'left' | 'right';\nexport const is = (side: Side) => side === 'top';\n",
      "'top'",
      "'left'",
    ],
    ['what may be missing', 'export const twice = (list: { size?: number }) => 2 * list.size;\n', 'list.size', '(list.size ?? 0)'],
    ['an object that may be missing', 'export const size = (list?: string[]) => list.length;\n', 'list.length', 'list?.length'],
    ['a text for a number', 'export const size = (text: string): number => { return text; };\n', 'return text', 'return Number(text)'],
    ['a number for a text', 'export const say = (size: number): string => { return size; };\n', 'return size', 'return String(size)'],
    [
      'a value that may be missing, in its place',
      'export const size = (given?: number): number => { return given; };\n',
      'return given',
      'return given ?? 0',
    ],
    [
      'an argument too many',
      'function add(a: number, b: number) { return a + b; }\nexport const sum = (a: number) => add(a, 1, a);\n',
      'add(a, 1, a)',
      'add(a, 1)',
    ],
    [
      'an argument too few',
      'function add(a: number, step: number) { return a + step; }\nexport const sum = (a: number, step: number) => add(a) + step;\n',
      'add(a)',
      'add(a, step)',
    ],
    [
      'a member that is missing',
      `${item}export const one = (unit: number): Item => ({ amount: unit });\n`,
      '{ amount: unit }',
      '{ amount: unit, unit }',
    ],
    [
      'a promise for its value',
      'const load = async () => 1;\nexport const twice = async (): Promise<number> => { const one: number = load(); return 2 * one; };\n',
      'load();',
      'await load();',
    ],
    [
      'a property of a promise',
      "const load = async () => 'a';\nexport const size = async () => load().length;\n",
      'load().length',
      '(await load()).length',
    ],
    ['a name at the beginning of a sum', 'export const twice = (amount: number) => amonut + 1;\n', 'amonut', 'amount'],
    ['a member of this', 'export class A { count = 1; next() { return count + 1; } }\n', 'return count', 'return this.count'],
    ['a key of an object', `${item}export const one: Item = { amont: 1, unit: 2 };\n`, 'amont', 'amount'],
    [
      'a choice that may be missing',
      'const go = (n: number) => n;\nexport const f = (a: boolean, b?: number) => go(a ? b : 1);\n',
      'go(a ? b : 1)',
      'go((a ? b : 1) ?? 0)',
    ],
    ['a text in a product', 'export const f = (a: string) => a * 2;\n', 'a * 2', 'Number(a) * 2'],
    ['a text compared with a number', 'export const f = (a: number, b: string) => a < b;\n', 'a < b', 'a < Number(b)'],
    [
      'a member that is missing where it is handed on',
      `${item}const go = (one: Item) => one;\nexport const f = (unit: number) => go({ amount: unit });\n`,
      '{ amount: unit }',
      '{ amount: unit, unit }',
    ],
    ['an index of what may be missing', 'export const f = (list?: number[]) => list[1];\n', 'list[1]', 'list?.[1]'],
    ['what a map may not hold', "export const f = (m: Map<string, { n: number }>) => m.get('a').n;\n", "m.get('a').n", "m.get('a')?.n"],
    [
      'what was caught',
      'export const f = (go: () => void) => { try { go(); return 0; } catch (e) { return e.message; } };\n',
      'e.message',
      '(e as Error).message',
    ],
    ['a member without a first value', 'export class A { count: number; }\n', 'count: number', 'count: number = 0'],
    ['a parameter without a type', 'export const f = (text) => text + "!";\n', '(text)', '(text: string)'],
    [
      'what is awaited in a plain function',
      'export const f = (go: () => Promise<number>) => { const n = await go(); return n; };\n',
      '= (go: () => Promise<number>) => {',
      '= async (go: () => Promise<number>) => {',
    ],
  ])('%s', (_, text, before, after) => {
    expectAmong(
      12,
      { 'src/a.ts': text },
      'src/a.ts',
      text.replace(before, () => after),
    );
  });

  it('a name that is wrong in several places', () => {
    const text = `${item}export const price = (item: Item) => item.amont * item.unit;\nexport const twice = (item: Item) => 2 * item.amont;\n`;
    expectAmong(2, { 'src/a.ts': text }, 'src/a.ts', text.replaceAll('amont', 'amount'));
  });

  it('a key that is wrong in several objects', () => {
    const text = `${item}export const one: Item = { amont: 1, unit: 2 };\nexport const two: Item = { amont: 2, unit: 2 };\n`;
    expectAmong(2, { 'src/a.ts': text }, 'src/a.ts', text.replaceAll('amont:', 'amount:'));
  });

  it('nothing of a type that has no name, nor of another file that is called alike', () => {
    const text = 'interface Other { a: number }\nconst one = { x: 1 };\nexport const zed = one.zed;\nexport type O = Other;\n';
    const of = (said: string, own: string) => {
      const files = ['src/a.ts', 'packages/b/src/a.ts'].map((path) => ({ path, text: own }));
      const failing = [red(said, { id: '(suite)', file: null })];
      return generateCandidates({ files, suspects: [], failing, testSources: [], priors: [] }).filter(
        ({ template }) => template === 'type error',
      );
    };
    expect(of(compiled({ 'src/a.ts': text }), text).filter(({ label }) => label.startsWith('member'))).toEqual([]);
    const misspelled = text.replace('one.zed', 'oen.x');
    const elsewhere = compiled({ 'src/a.ts': misspelled }).replaceAll('src/a.ts', '/ci/packages/b/src/a.ts');
    expect([...new Set(of(elsewhere, misspelled).map(({ path }) => path))]).toEqual(['packages/b/src/a.ts']);
  });

  it('the name of a type', () => {
    const text = `${item}export const price = (item: Itm) => item.unit;\n`;
    expectAmong(2, { 'src/a.ts': text }, 'src/a.ts', text.replace('Itm', 'Item'));
  });

  it.each([
    ['a type', 'export interface Item { unit: number }\n', "import type { Item } from './item.js';"],
    ['a value', 'export class Item { unit = 1 }\n', "import { Item } from './item.js';"],
    ['a default', 'export default class Item { unit = 1 }\n', "import Item from './item.js';"],
  ])('%s that no import brings', (_, source, line) => {
    const text = 'export const price = (item: Item) => item.unit;\n';
    expectAmong(8, { 'src/price.ts': text, 'src/item.ts': source }, 'src/price.ts', `${line}\n${text}`);
  });

  it.each([
    [
      'a function',
      'function price() { return 1; }\nexport const x = 1;\n',
      "import { price } from './price.js';\nexport const cost = price();\n",
    ],
    [
      'a type',
      'interface Price { unit: number }\nexport const x = 1;\n',
      "import type { Price } from './price.js';\nexport const cost = (price: Price) => price.unit;\n",
    ],
  ])('%s that is not exported', (_, source, user) => {
    expectAmong(3, { 'src/price.ts': source, 'src/shop.ts': user }, 'src/price.ts', `export ${source}`);
  });
});

it.each([
  ['src/a.ts(3,15): error TS2339: No such thing.', { path: 'src/a.ts', line: 3, column: 15, code: 2339, text: 'No such thing.' }],
  ['src/a.tsx:3:15 - error TS2339: No such thing.', { path: 'src/a.tsx', line: 3, column: 15, code: 2339, text: 'No such thing.' }],
  [
    "a.ts(1,2): error TS2345: Argument.\n  Type 'a' is not.\nmore",
    { path: 'a.ts', line: 1, column: 2, code: 2345, text: "Argument.\n  Type 'a' is not." },
  ],
])('reads %j', (said, complaint) => {
  expect(typeComplaintsIn(`> tsc\n${said}\n`)).toEqual([complaint]);
});

it('takes no line of another tool for a complaint, and no time for long ones', () => {
  expect(typeComplaintsIn('src/a.ts(3,15): warning: x\nsrc/a.go:3:15: error TS\nerror TS2339: x')).toEqual([]);
  expect(typeComplaintsIn(`${'a.ts '.repeat(20_000)}\n${' '.repeat(50_000)}x`)).toEqual([]);
});
