import { parse } from '@babel/parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeLocation, generateCandidates } from '../../../src/engine/templates/index.ts';
import { apply, input, rankOf, red } from './ranks.ts';

const FAULTS: readonly (readonly [string, string, string])[] = [
  ['a comparison', 'function f(a, b) { return a <= b; }', 'function f(a, b) { return a < b; }'],
  ['an arithmetic operator', 'const f = (a, b) => a - b;', 'const f = (a, b) => a + b;'],
  ['a logical operator', 'function f(a, b) { if (a && b) return 1; }', 'function f(a, b) { if (a || b) return 1; }'],
  ['a negation', 'function f(a) { if (a) return 1; return 2; }', 'function f(a) { if (!a) return 1; return 2; }'],
  ['a value as yes or no', 'const f = (a) => !a;', 'const f = (a) => !!a;'],
  ['a superfluous operand', 'function f(a, b) { if (a && b) return 1; }', 'function f(a, b) { if (a) return 1; }'],
  ['a number', 'const f = (a) => a.slice(1);', 'const f = (a) => a.slice(2);'],
  ['an index', 'const f = (a) => a[a.length];', 'const f = (a) => a[a.length - 1];'],
  ['a boolean', 'const f = () => true;', 'const f = () => false;'],
  ['a name', 'function f(first, second) { return first + first; }', 'function f(first, second) { return first + second; }'],
  ['a property', 'const f = (a) => a.left + a.left + a.right;', 'const f = (a) => a.left + a.right + a.right;'],
  ['a method', 'const f = (a) => a.pop();', 'const f = (a) => a.shift();'],
  ['the order of arguments', 'function f(a, b) { return g(b, a); }', 'function f(a, b) { return g(a, b); }'],
  ['a missing guard', 'function f(a) { return a.b.c; }', 'function f(a) { return a.b?.c; }'],
  ['a missing await', 'async function f(a) { const b = g(a); return b; }', 'async function f(a) { const b = await g(a); return b; }'],
  ['a missing return', 'function f(a) { g(a); }', 'function f(a) { return g(a); }'],
  ['a missing new', 'const f = () => Thing(1);', 'const f = () => new Thing(1);'],
  ['a regex flag', "const f = (a) => a.replace(/b/, '');", "const f = (a) => a.replace(/b/g, '');"],
  ['a regex quantifier', 'const f = (a) => /^a*$/.test(a);', 'const f = (a) => /^a+$/.test(a);'],
  [
    'a class in a pattern that is a text',
    "const f = (a) => new RegExp('^[a-z]{2}' + '\\\\d+').test(a);",
    "const f = (a) => new RegExp('^[a-z]{2}' + '\\\\w+').test(a);",
  ],
  [
    'a quantifier in a pattern that is a template',
    'const f = (a) => new RegExp(`^a[0-9]$`).test(a);',
    'const f = (a) => new RegExp(`^a[0-9]+$`).test(a);',
  ],
  ['a missing early return', 'function f(a) { return a.length; }', 'function f(a) { if (!a) return null;\n return a.length; }'],
  ['swapped branches', 'const f = (a, b, c) => (a ? b : c);', 'const f = (a, b, c) => (a ? c : b);'],
  [
    'results taken for each other',
    'function f(a, b) { for (const c of a) if (g(c)) return a; return b; }',
    'function f(a, b) { for (const c of a) if (g(c)) return b; return a; }',
  ],
  ['swapped statements', 'function f(a) { g(a); h(a); }', 'function f(a) { h(a); g(a); }'],
  ['a missing default', 'function f(a) { return a.b; }', 'function f(a = {}) { return a.b; }'],
  ['lost this', 'function f() { g(function () { this.a(); }); }', 'function f() { g(() => { this.a(); }); }'],
  [
    'a half exchange',
    'function f(p, i, j) { const t = p[i]; p[j] = t; }',
    'function f(p, i, j) { const t = p[i]; p[i] = p[j]; p[j] = t; }',
  ],
  [
    'two indices taken for each other throughout',
    'const f = (p) => p[0] > 12 || p[0] < 1 || p[1] > 31;',
    'const f = (p) => p[1] > 12 || p[1] < 1 || p[0] > 31;',
  ],
  ['a number that is wrong wherever it stands', 'const f = (a) => a > 7 && g(7);', 'const f = (a) => a > 8 && g(8);'],
  [
    'a view that both sides lack',
    'const f = (a, b) => g([...a]) === g([...b]);',
    'const f = (a, b) => g([...a].sort()) === g([...b].sort());',
  ],
  [
    'a missing separator',
    "function f(a) { let t = ''; for (let i = 0; i < a.length; i++) { t += a[i]; } return t; }",
    "function f(a) { let t = ''; for (let i = 0; i < a.length; i++) { if (i > 0) t += ' '; t += a[i]; } return t; }",
  ],
  [
    'a value that is computed and not kept',
    'function f(n, d) { let s = 0; while (n) { s += (n - (n % d)) / d; } return s; }',
    'function f(n, d) { let s = 0; while (n) { s += (n - (n % d)) / d; n = n % d; } return s; }',
  ],
  [
    'a case that a part of a condition forgot',
    "function f(o, a) { if (o.x && a === '') return 1; }",
    "function f(o, a) { if (o.x && (a === '' || a === null)) return 1; }",
  ],
  [
    'a case that several conditions forgot',
    'function f(a) { if (a == null) return 1; g(a); if (a == null) h(); }',
    "function f(a) { if (a == null || typeof a === 'string') return 1; g(a); if (a == null || typeof a === 'string') h(); }",
  ],
  [
    'a mark that is not taken back',
    'function f(seen, a) { if (a.x) return 1; seen.push(a); g(a); return 2; }',
    'function f(seen, a) { if (a.x) return 1; seen.push(a); g(a); seen.pop(); return 2; }',
  ],
  [
    'a pattern that nobody asks',
    'const digits = /^[0-9]+$/;\nfunction f(a) { if (true) return 1; return g(a); }',
    'const digits = /^[0-9]+$/;\nfunction f(a) { if (digits.test(a)) return 1; return g(a); }',
  ],
  [
    'a flag that nobody reads',
    'function f(list) { let open; for (const a of list) { if (false) g(a); open = h(a); } }',
    'function f(list) { let open; for (const a of list) { if (open) g(a); open = h(a); } }',
  ],
  [
    'a comparison as others make it',
    'function f(a, b) { if (a === 7) g(a); return true && h(b); }',
    'function f(a, b) { if (a === 7) g(a); return b === 7 && h(b); }',
  ],
  ['an answer that says nothing', 'function f(a) { return true; }', 'function f(a) { return a !== a.trim(); }'],
  ['a test that takes zero for nothing', 'function f(a) { if (!a) return 1; }', 'function f(a) { if (a === undefined) return 1; }'],
  ['a default in the place of zero', 'const f = (a) => g(a || 5);', 'const f = (a) => g((a === undefined ? 5 : a));'],
  ['a replacement of the first one only', "const f = (a) => a.replace('.', '');", "const f = (a) => a.replace(/\\./g, '');"],
  [
    'a constant in the place of a parameter',
    "function f(path, sep) { return path.replace(/x/g, '.'); }",
    'function f(path, sep) { return path.replace(/x/g, sep); }',
  ],
  ['a bracket that closes too late', "const f = (a, n) => a.slice(n + ']');", "const f = (a, n) => a.slice(n) + ']';"],
  [
    'a step that only a flag allows',
    'function f(a) { let c = 0; for (const x of a) { let ok = true; if (x < c) ok = false; } return c; }',
    'function f(a) { let c = 0; for (const x of a) { let ok = true; if (x < c) ok = false; if (ok) c++; } return c; }',
  ],
  [
    'what a private member is compared by',
    'class A { #n = 1; f(a) { return a < this.#n; } }',
    'class A { #n = 1; f(a) { return a <= this.#n; } }',
  ],
  ['what a generator gives', 'function* f(a) { for (const b of a) yield b - 1; }', 'function* f(a) { for (const b of a) yield b + 1; }'],
  ['a missing early return of a generator', 'function* f(a) { yield* a.b; }', 'function* f(a) { if (!a) return;\n yield* a.b; }'],
];

describe('generateCandidates', () => {
  it('looks at a condition first where what it leads to is the most suspicious', () => {
    const lines = ['function f(a, b) {', '  const c = g(a);', '  if (a !== b) {', '    h(c);', '    g(b);', '  }', '  return c;', '}'];
    const wanted = lines.join('\n').replace('!==', '===');
    const scored = (scores: readonly number[]) => scores.map((score, at) => ({ path: 'src/a.js', line: at + 2, score }));
    const behind = rankOf(wanted, input(lines.join('\n'), { suspects: scored([0.8, 0.8, 1, 1, 0, 0.8]) }));
    const alike = rankOf(wanted, input(lines.join('\n'), { suspects: scored([1, 1, 1, 1, 0, 1]) }));
    expect(behind).toBeGreaterThan(0);
    expect(behind).toBeLessThan(alike);
  });

  it.each([
    ["if (typeof a.b === 'string') return a.c;", 'return a.c', 'return a.b.c'],
    ['return a.b && a.c();', 'a.c()', 'a.b.c()'],
    ['return a.b?.d ? a.c : null;', '? a.c', '? a.b.c'],
  ])('tries the path early that a condition has asked for: %s', (code, from, to) => {
    const text = `function f(a) { ${code} }`;
    const rank = rankOf(text.replace(from, to), input(text));
    expect(rank).toBeGreaterThan(0);
    expect(rank).toBeLessThan(10);
  });

  it.each(FAULTS)('mends %s', (_, buggy, right) => {
    expect(rankOf(right, input(buggy))).toBeGreaterThan(0);
  });

  it('understands TypeScript and leaves types alone', () => {
    const text = 'export function f<T extends object>(a: T, n: number): boolean { return n as number > 1; }';
    const candidates = generateCandidates(input(text, {}, 'src/a.ts'));
    expect(candidates.map((each) => apply(text, each))).toContain(text.replace('> 1', '>= 1'));
    expect(candidates.every((each) => apply(text, each).includes('<T extends object>'))).toBe(true);
  });

  it('understands JSX', () => {
    const text = 'export const A = ({ on }) => <b>{on ? <i>yes</i> : null}</b>;';
    expect(rankOf(text.replace('on ?', '!on ?'), input(text, {}, 'src/a.jsx'))).toBeGreaterThan(0);
  });

  it('negates what answers yes or no beside another test as soon in a value as in a condition', () => {
    const value = 'function f(a) {\n  return isObject(a) && Array.isArray(a);\n}\n';
    const condition = 'function f(a) {\n  if (isObject(a) && Array.isArray(a)) return g(a);\n}\n';
    const rank = (text: string): number => rankOf(text.replace('Array.', '!Array.'), input(text));
    expect(rank(value)).toBeGreaterThan(0);
    expect(rank(value)).toBeLessThanOrEqual(rank(condition));
  });

  it('keeps the key when a shorthand property gets another value', () => {
    const text = 'function f(a, b) { return { a }; }';
    expect(rankOf('function f(a, b) { return { a: b }; }', input(text))).toBeGreaterThan(0);
  });

  it('proposes no await outside of an async function', () => {
    const candidates = generateCandidates(input('function f(a) { const b = g(a); return b; }'));
    expect(candidates.filter((each) => each.text.includes('await'))).toEqual([]);
  });

  it('puts the most suspicious line first', () => {
    const text = 'function f(a, b) {\n  const c = a < b;\n  const d = a > b;\n  return c && d;\n}';
    const suspects = [2, 3, 4].map((line) => ({ path: 'src/a.js', line, score: line === 3 ? 1 : 0.3 }));
    const first = generateCandidates(input(text, { suspects }))[0];
    expect(text.slice(0, first?.start ?? 0).split('\n')).toHaveLength(3);
  });

  it('gives many lines a turn before it goes deep into one', () => {
    const text = Array.from({ length: 30 }, (_, i) => `function f${i}(a, b) { return g(a < b, ${i + 3}, a.x); }`).join('\n');
    const lines = generateCandidates(input(text))
      .slice(0, 200)
      .map((each) => text.slice(0, each.start).split('\n').length);
    expect(new Set(lines).size).toBe(30);
  });

  it('goes by stack frames when no line is suspicious', () => {
    const text = 'function f(a) {\n  return a + 1;\n}\n\nfunction g(a) {\n  return a - 1;\n}';
    const failing = [red('no', { frames: [{ path: 'src/a.js', line: 6, column: 3, function: 'g' }] })];
    const first = generateCandidates(input(text, { suspects: [], failing }))[0];
    expect(text.slice(0, first?.start ?? 0).split('\n')).toHaveLength(6);
  });

  it('looks at every file when nothing points anywhere', () => {
    const text = 'module.exports = (a) => {\n  return a + 1;\n};';
    expect(rankOf(text.replace('+', '-'), input(text, { suspects: [], failing: [] }))).toBeGreaterThan(0);
  });

  it('looks at the constants that suspicious lines read', () => {
    const text = 'const LIMIT = 9;\nfunction f(a) {\n  return a < LIMIT;\n}';
    expect(rankOf(text.replace('9', '10'), input(text, { suspects: [{ path: 'src/a.js', line: 3, score: 1 }] }))).toBeGreaterThan(0);
  });

  it('edits neither tests, nor support for tests, nor generated files', () => {
    const text = 'exports.f = (a) => a + 1;';
    const files = [
      { path: 'test/a.test.js', text },
      { path: 'src/tester.js', text: `const { expect } = require('chai');\n${text}` },
      { path: 'src/rule-tester.js', text: `const assert = require('assert');\nRuleTester.it = (name, run) => it('name', run);\n${text}` },
      { path: 'dist/a.min.js', text },
      { path: 'src/made.js', text: `// @generated\n${text}` },
      { path: 'src/b.js', text },
    ];
    const paths = generateCandidates({ files, suspects: [], failing: [], testSources: [], priors: [] }).map((each) => each.path);
    expect(new Set(paths)).toEqual(new Set(['src/b.js']));
  });

  it('leaves out a file that does not parse', () => {
    expect(generateCandidates(input('function ( {'))).toEqual([]);
  });
});

describe('a constant that is the default of a setting', () => {
  const unclear = "  const parts = [path, 'x', name.trim()];\n  parts.push(other, 'y', name.slice(1));\n";
  const settings = "function Paths(separator, other) {\n  this.separator = separator || '.';\n}\n";

  it('is soon taken for the parameter that is short for it', () => {
    const text = `${settings}function join(path, name, other, sep) {\n${unclear}  return path.replace(/#/g, '.') + name;\n}\n`;
    expect(rankOf(text.replace("/g, '.'", '/g, sep'), input(text))).toSatisfy((rank: number) => rank > 0 && rank <= 25);
  });

  it('is soon taken for the setting that the function reads', () => {
    const text = `${settings}Paths.prototype.join = function (path, name, other) {\n${unclear}  return path.split(this.separator).join('.');\n};\n`;
    expect(rankOf(text.replace("join('.')", 'join(this.separator)'), input(text))).toSatisfy((rank: number) => rank > 0 && rank <= 25);
  });
});

describe('what the message says', () => {
  it('finds the method that was meant by "is not a function"', () => {
    const text = 'const list = { addItem() {}, size: 1 };\nfunction f() {\n  return list.addItme();\n}';
    const given = input(text, { suspects: [], failing: [red('TypeError: list.addItme is not a function')] });
    expect(rankOf(text.replace('addItme', 'addItem'), given)).toBeLessThanOrEqual(3);
    expect(rankOf(text.replace('addItme', 'addItem'), given)).toBeGreaterThan(0);
  });

  it('throws the error that a test waits for, near the start of a function', () => {
    const text = 'function f(n) {\n  const free = 2 < n;\n  return free;\n}';
    const right = "function f(n) {\n  if (n < 1) throw new Error('n is not valid');\n  const free = 2 < n;\n  return free;\n}";
    expect(rankOf(right, input(text, { failing: [red('should throw')] }))).toBeGreaterThan(0);
    expect(rankOf(right, input(text))).toBe(0);
  });

  it('keeps inherited keys out where the tests speak of them', () => {
    const text = 'function f(a, b) {\n  for (const key in b) {\n    a[key] = b[key];\n  }\n  return a;\n}';
    const testSources = [{ path: 'test/a.test.js', text: "f({}, JSON.parse('{\"__proto__\": {}}'))['__proto__'];" }];
    const right = text.replace('a[key] =', "if (key === '__proto__') continue;\n    a[key] =");
    expect(rankOf(right, input(text, { testSources }))).toBeGreaterThan(0);
    expect(rankOf(right, input(text))).toBe(0);
  });

  it('hands on the setting that the failure speaks of', () => {
    const text = 'const f = (given) => g({ depth: given.depth });';
    const testSources = [{ path: 'test/a.test.js', text: "f({ depth: 1, kind: 'module' });" }];
    const given = input(text, { failing: [red("not without 'kind: module'")], testSources });
    expect(rankOf(text.replace(' })', ', kind: given.kind })'), given)).toBeGreaterThan(0);
  });

  it('gives the answer that the failing test waits for in a case of its own', () => {
    const text = 'function f(s) {\n  if (s.a) return 1;\n  return g(s);\n}';
    const failing = [red(null, { expected: '"\'\'"', actual: '""' })];
    const right = text.replace('{\n  if', "{\n  if (s === '') return \"''\";\n  if");
    expect(rankOf(right, input(text, { failing }))).toBeGreaterThan(0);
  });

  it('lets a class take the characters by which what came differs from what was wanted', () => {
    const text = 'const f = (a) => a.match(/[a-z]+/)[0];';
    const failing = [red(null, { expected: "'ab@cd'", actual: "'ab'" })];
    expect(rankOf(text.replace('[a-z]', '[a-z@]'), input(text, { failing }))).toBeGreaterThan(0);
  });

  it('finds the name that was meant by "is not defined"', () => {
    const text = 'function f(options) {\n  return optoins.a;\n}';
    expect(rankOf(text.replace('optoins', 'options'), input(text, { failing: [red('ReferenceError: optoins is not defined')] }))).toBe(1);
  });

  it('offers any name in reach where the message names the very word that is wrong', () => {
    const failing = [red("Cannot access 'third' before initialization")];
    const text = 'const first = () => 1;\nconst second = third();\nconst third = () => second;\n';
    expect(rankOf(text.replace('= third()', '= first()'), input(text, { failing, suspects: [] }))).toBeGreaterThan(0);
  });

  it('renames the declaration of what is not defined, wherever it stands', () => {
    const failing = [red('ReferenceError: seen is not defined')];
    const text = 'function f(a) {\n  const push = [];\n  return a.map((x) => seen.includes(x));\n}\n';
    expect(rankOf(text.replace('const push', 'const seen'), input(text, { failing, suspects: [] }))).toBeGreaterThan(0);
  });

  it('mends a method that is misspelt throughout as one change', () => {
    const failing = [red('this.items.toUperCase is not a function')];
    const text =
      'class A {\n  f() {\n    return this.items.toUperCase();\n  }\n  g(x) {\n    return x.toUperCase() + x.toUpperCase();\n  }\n}\n';
    expect(rankOf(text.replaceAll('toUperCase', 'toUpperCase'), input(text, { failing, suspects: [] }))).toBe(1);
  });

  it('offers the usual methods where one is no function', () => {
    const failing = [red('a.cleanStr is not a function')];
    const text = "const f = (a) => a.cleanStr('x') >= 0;\n";
    expect(rankOf(text.replace('cleanStr', 'indexOf'), input(text, { failing }))).toBeGreaterThan(0);
  });

  it('imports a name that another file exports', () => {
    const files = [
      { path: 'src/a.js', text: "import { b } from './b.js';\nexport const f = () => b(clamp(1));\n" },
      { path: 'src/util/clamp.js', text: 'export function clamp(a) { return a; }\n' },
    ];
    const given = input('', { files, suspects: [], failing: [red('ReferenceError: clamp is not defined')] });
    expect(generateCandidates(given)[0]?.text).toBe("import { clamp } from './util/clamp.js';\n");
  });

  it('finds the module that was meant by "Cannot find module"', () => {
    const files = [
      { path: 'lib/a.js', text: "const b = require('./utl/helper');\n" },
      { path: 'lib/util/helper.js', text: 'exports.x = 1;\n' },
    ];
    const given = input('', { files, suspects: [], failing: [red("Error: Cannot find module './utl/helper'")] });
    expect(generateCandidates(given)[0]?.text).toBe("'./util/helper'");
  });

  it('guards the receiver of the property that could not be read', () => {
    const text = 'function f(a) {\n  return a.b.c + a.d;\n}';
    const failing = [red("TypeError: Cannot read properties of undefined (reading 'c')")];
    const rank = rankOf(text.replace('a.b.c', 'a.b?.c'), input(text, { failing }));
    expect(rank).toBeGreaterThan(0);
    expect(rank).toBeLessThanOrEqual(3);
  });

  it('mends a text by the difference of what was expected and what came', () => {
    const text = "function f(name) {\n  return 'Helo, ' + name + '!';\n}";
    const failing = [red(null, { expected: "'Hello, you!'", actual: "'Helo, you!'" })];
    const rank = rankOf(text.replace('Helo', 'Hello'), input(text, { failing }));
    expect(rank).toBeGreaterThan(0);
    expect(rank).toBeLessThanOrEqual(5);
  });

  it('awaits where a promise came instead of a value', () => {
    const text = 'async function f(a) {\n  const b = load(a);\n  return b.c;\n}';
    const failing = [red(null, { expected: '1', actual: 'Promise {}' })];
    const rank = rankOf(text.replace('load', 'await load'), input(text, { failing }));
    expect(rank).toBeGreaterThan(0);
    expect(rank).toBeLessThanOrEqual(3);
  });
});

describe('every candidate', () => {
  it('keeps its semicolon in a file without any, where something stands behind it in the line', () => {
    const text = 'function f(a, b) {\n  b = a\n  g(b)\n  for (const c of a) { if (c) continue; b.push(c) }\n}\n';
    const made = generateCandidates(input(text)).map((each) => apply(text, each));
    expect(made).toContain(text.replace('continue;', 'break;'));
  });

  const piece = fc.constantFrom(
    'if (a < b && c) return a;',
    'const d = a?.b ?? c;',
    'for (let i = 0; i < a.length; i++) { if (i % 2) continue; b.push(a[i]); }',
    "switch (a) { case 'x': c = 1; break; default: c = -2; }",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the code under repair.
    'a = b || c ? `t${a}` : [a, ...b];',
    "c = a.replace(/[a-z]+(?:b|c){2}$/gi, 'z').split(',');",
    'try { a(b, c); } catch (e) { throw new TypeError(e.message); }',
    'while (!a.done) a = a.next(), b--;',
    'b = { a, b: 1, [c]: x => x * 2, m() { return this.n; } };',
    'label: for (const x of a) { for (const y in b) { if (x === y) break label; } }',
    'await a(async () => { await b; });',
    'const { p = 1, q: [r] } = a; c ||= p ** r;',
    'return;',
    'function* g() { yield a; const e = yield* b; if (e) return c; }',
    'class K { #p = 1; m() { if (this.#p > a) return this.#p; this.#p = b; } }',
    'c = b.d\n  let [e] = c\n  if (e) c = { e }\n  b(e)',
  );

  it('parses, changes something, and differs from every other', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), (pieces) => {
        const text = `async function f(a, b, c) {\n${pieces.map((each) => `  { ${each} }`).join('\n')}\n}\n`;
        const made = generateCandidates(input(text)).map((each) => apply(text, each));
        expect(new Set(made).size).toBe(made.length);
        expect(made).not.toContain(text);
        // Each file parses as a whole too; a sample keeps the test short.
        for (let i = 0; i < made.length; i += 1 + Math.floor(made.length / 60)) expect(() => parse(made[i] ?? '')).not.toThrow();
      }),
      { numRuns: 15 },
    );
  });
});

describe('describeLocation', () => {
  const text = 'class A {\n  m(x) {\n    return x;\n  }\n}\nconst f = () => {\n  g(() => {\n    h();\n  });\n};\nlet top = 1;\n';
  const at = (line: number) => describeLocation([{ path: 'a.js', text }], 'a.js', line);

  it('names the method with its class', () => {
    expect(at(3)).toEqual({ function: 'A.m', startLine: 2, endLine: 4, statement: 'return x;' });
  });

  it('names the function around a callback', () => {
    expect(at(8)).toMatchObject({ function: 'f > callback', statement: 'h();' });
  });

  it('has no function at module level, and nothing for an unknown file', () => {
    expect(at(11)).toMatchObject({ function: null, statement: 'let top = 1;' });
    expect(describeLocation([], 'a.js', 1)).toBeNull();
  });
});
