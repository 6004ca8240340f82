import vm from 'node:vm';
import { describe, expect, test } from 'vitest';
import { type Replacement, Schemata } from '../../src/trial/warm/schemata.ts';
import { mutantsOf } from '../bench/npm-bugs/mutants.ts';

/** Functions of every kind, and what each makes of some arguments. */
const source = `'use strict';
const base = 2;
const next = (n) => n + 1;
const pair = (n) => ({ n, twice: n * 2 });
function total(first, ...rest) {
  'a directive';
  let sum = first; // from here
  for (const one of rest) { sum += one; }
  return sum + arguments.length;
}
function hoisted(n) {
  var kept = inner(n);
  function inner(m) { return m - base; }
  return kept;
}
const curried = (a) => (b) => a - b;
class Counter {
  #n = 1;
  constructor(step = 3) { this.step = step; }
  get n() { return this.#n + this.step; }
  static of(step) { return new this(step); }
  *upTo(limit) { for (let at = this.#n; at < limit; at += this.step) { yield at; } }
}
class Double extends Counter {
  constructor(step) { super(step * 2); this.doubled = true; }
  get n() { return super.n * 2; }
}
const later = { async value(n) { await null; return this.plus(n, 1); }, plus(a, b) { return a + b; } };
function clamp(n, most) {
  const twice = n * 2, half = n / 2;
  if (n > most) return most
  while (n < 0) { n += 1; }
  label: for (let at = 0; at < 3; at += 1) { if (at === n) break label; else n += half; }
  do { n -= 1; } while (n > twice)
  if (n === 40) throw new Error('forty'); else note(() => { if (n > 1) { return n; } return -n; });
  return note.last + n;
}
function note(of) {note.last = of()}
async function results() {
  const made = Counter.of(2);
  return JSON.stringify([
    clamp(3, 9), clamp(10, 9), clamp(-3, 9), clamp(1, 1), next(3), pair(4), total(1, 2, 3), total.length, hoisted(9), curried(7)(2), made.n, [...made.upTo(9)], new Double(3).n,
    await later.value(5), Object.keys(new Double(1)), later.plus.name,
  ]);
}
`;

/** What the program comes to; how it fails when it does. */
async function outcome(text: string, number: number): Promise<string> {
  let steps = 0;
  const tick = (): void => {
    steps += 1;
    if (steps > 2_000) throw new Error('endless');
  };
  try {
    const context = vm.createContext({ __regreenIs: number, __regreenLoop: tick });
    return String(await vm.runInContext(`${text}\nresults()`, context, { timeout: 400 }));
  } catch (error) {
    return error instanceof Error || (typeof error === 'object' && error !== null && 'message' in error)
      ? `fails: ${error.message}`
      : 'fails';
  }
}

/** Alone, a candidate has no counters: what runs for ever takes its time there. */
const alone = async (text: string): Promise<string> =>
  (await outcome(text, 0)).replace(/^fails: Script execution timed out.*/, 'fails: endless');

const between = (from: string, to: string): Replacement => {
  const start = source.indexOf(from);
  if (start < 0) throw new Error(`${from} is not in the source`);
  return [start, start + from.length, to];
};

const written: readonly Replacement[] = [
  between('n + 1', '{ return n - 1; }'),
  between('({ n, twice: n * 2 })', '(null /* none of it */)'),
  between('let sum = first; // from here', 'let sum = 0; // from there'),
  between('return sum', 'if (rest.length > 1) { let sum = 40; return sum; } return sum'),
  between('arguments.length', 'this === undefined'),
  between('return m - base;', 'const base = 5; return m - base;'),
  between('a - b', 'b - a'),
  between('this.step = step;', 'this.step = new.target === Counter ? step : -step;'),
  between('return this.#n + this.step;', 'return this.#n;'),
  between('yield at', 'yield* [at, at]'),
  between('at += this.step', 'at += 0'),
  between('return super.n * 2;', 'return super.n;'),
  between('await null;', 'await new Promise((resolve) => resolve());'),
  between('return a + b;', 'return next(a) + b;'),
  between('n * 2, half', 'n * 3, half'),
  between('n / 2;', '(() => n)();'),
  between('n > most', 'n > most /* or */ || (n, false) /* the rest */'),
  between('return most', 'return most - 1'),
  between('n < 0', 'n < -1'),
  between('n += 1;', 'n += 2;'),
  between('at === n', 'at >= n'),
  between('n += half', 'n -= half'),
  between('n > twice', 'n >= twice'),
  between('n === 40', 'n !== 40'),
  between('return -n;', 'throw n;'),
  between('note.last = of()', 'note.last = 1'),
  between('note(() => { if (n > 1)', 'note(() => { if (n > 2)'),
];

describe('a text that holds many candidates', () => {
  test('is each of them, and the original while none is meant', async () => {
    const mutants = mutantsOf(source, 'javascript').flatMap(({ start, end, text }, at): Replacement[] =>
      at % 3 === 0 ? [[start, end, text]] : [],
    );
    const candidates = new Map([...written, ...mutants].entries());
    const versions = new Schemata('counter.js', source).versions(candidates);
    const held = new Set(versions.flatMap(({ numbers }) => [...numbers.keys()]));
    expect([...written.keys()].filter((id) => !held.has(id))).toEqual([]);
    expect(held.size).toBeGreaterThan(candidates.size / 2);
    const original = await outcome(source, 0);
    expect(original).not.toMatch(/^fails/);
    for (const { text, numbers } of versions) {
      expect(await outcome(text, 0)).toBe(original);
      for (const [id, number] of numbers) {
        const [start, end, fresh] = candidates.get(id) ?? [0, 0, ''];
        expect([id, await outcome(text, number)]).toEqual([id, await alone(source.slice(0, start) + fresh + source.slice(end))]);
      }
    }
  });

  test('holds none that it could not be, or that could change what the others are', () => {
    const outside = [
      between('const base = 2', 'const base = 3'),
      between('step = 3', 'step = 4'),
      between('super(step * 2)', 'super(step)'),
      between('return sum + arguments.length;', 'var next = 1; return sum;'),
      between('function inner(m) { return m - base; }', ''),
      between('return kept;\n}', 'return 1;\n}\nfunction more() {\n  return 2;\n}'),
      between('return kept;', 'return kept; }'),
      between('return kept;', 'break;'),
      between('({ n, twice: n * 2 })', 'null // and the rest of the line'),
      between('await null;', 'yield null;'),
      between('return m - base;', 'await m;'),
    ];
    const versions = new Schemata('counter.js', source).versions(new Map([...outside, ...written].entries()));
    expect(versions.flatMap(({ numbers }) => [...numbers.keys()]).toSorted((a, b) => a - b)).toEqual(
      [...written.keys()].map((id) => id + outside.length),
    );
  });

  test('is typed where the source is, and bounded for one function and in all', () => {
    const typed = 'export class Sum {\n  constructor(private readonly n: number) {}\n  plus = (m: number): number => this.n + m;\n}\n';
    const start = typed.indexOf('this.n + m');
    const body = (id: number): Replacement => [start, start + 'this.n + m'.length, `this.n - ${id} * m`];
    const versions = new Schemata('sum.ts', typed).versions(new Map(Array.from({ length: 150 }, (_, id) => [id, body(id)])));
    expect(versions.map(({ numbers }) => numbers.size)).toEqual([60, 60, 30]);
    expect(versions[0]?.text).toContain('switch ((globalThis as any).__regreenIs) { case 1: return ( this.n - 0 * m');
    expect(new Schemata('sum.py', 'def sum(): pass').versions(new Map([[0, [0, 0, '']]]))).toEqual([]);
  });

  test('repeats no more than the statement or the condition that changes', () => {
    const body = Array.from({ length: 40 }, (_, at) => `  n += ${at};`).join('\n');
    const text = `exports.sum = (n) => {\n${body}\n  if (n > 90) return 0;\n  return n - 90;\n};\n`;
    const put = (from: string, of: (id: number) => string): Replacement[] =>
      Array.from({ length: 100 }, (_, id) => [text.indexOf(from), text.indexOf(from) + from.length, of(id)]);
    const candidates = [...put('n - 90', (id) => `n - ${id}`), ...put('n > 90', (id) => `n < ${id}`).slice(0, 50)];
    const versions = new Schemata('sum.js', text).versions(new Map(candidates.entries()));
    expect(versions.map(({ numbers }) => numbers.size)).toEqual([150]);
    expect(versions[0]?.text.split('n += 7;')).toHaveLength(2);
  });
});
