import { beforeAll, describe, expect, it } from 'vitest';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { input, rankOf, red } from './ranks.ts';

beforeAll(() => loadGrammars(['a.py', 'a.go']));

/** Where what is meant stands among the candidates for a test that wanted 3 and got -3, or whatever it says. */
const rankOfSign = (before: string, after: string, path: string): number =>
  rankOf(after, input(before, { failing: [red(null, { expected: '3', actual: '-3' })] }, path));

describe('a value turned round', () => {
  it.each([
    ['what was spread already', 'a.js', 'const f = (t) => ({ ...t, done: t.done });', 'const f = (t) => ({ ...t, done: !t.done });'],
    ['a property of an unknown kind', 'a.js', 'const f = (t) => g({ open: t.closed });', 'const f = (t) => g({ open: !t.closed });'],
    [
      'what a dataclass has',
      'a.py',
      'def f(t):\n    return replace(t, done=t.done)\n',
      'def f(t):\n    return replace(t, done=not t.done)\n',
    ],
    [
      'what a dictionary has',
      'a.py',
      'def f(t):\n    return {**t, "done": t["done"]}\n',
      'def f(t):\n    return {**t, "done": not t["done"]}\n',
    ],
    ['what is answered', 'a.py', 'def f(t):\n    return t.is_open()\n', 'def f(t):\n    return not t.is_open()\n'],
    ['a negation too much', 'a.py', 'def f(t):\n    return not t.ready\n', 'def f(t):\n    return t.ready\n'],
  ])('is %s', (_, path, before, after) => {
    const rank = rankOf(after, input(before, {}, path));
    expect(rank).toBeGreaterThan(0);
    expect(rank).toBeLessThanOrEqual(40);
  });

  it.each([
    ['a.js', 'const f = (a) => g(a);', 'const f = (a) => -g(a);'],
    ['a.js', 'function f(a, b) { return a.size * b; }', 'function f(a, b) { return -(a.size * b); }'],
    ['a.js', 'const f = (a) => -g(a);', 'const f = (a) => g(a);'],
    ['a.py', 'def f(a):\n    return g(a)\n', 'def f(a):\n    return -g(a)\n'],
    ['a.py', 'def f(a):\n    return -g(a)\n', 'def f(a):\n    return g(a)\n'],
    ['a.go', 'package a\n\nfunc f(a int) int {\n\treturn g(a)\n}\n', 'package a\n\nfunc f(a int) int {\n\treturn -g(a)\n}\n'],
  ])('is the sign where a number came with the other one: %s %s', (path, before, after) => {
    const rank = rankOfSign(before, after, path);
    expect(rank).toBeGreaterThan(0);
    expect(rank).toBeLessThanOrEqual(20);
  });

  it('is no sign where nothing speaks of numbers', () => {
    expect(rankOf('const f = (a) => -g(a);', input('const f = (a) => g(a);'))).toBe(0);
  });
});

describe('a count taken for an end', () => {
  it.each([
    ['a.js', 'const f = (rows, from, most) => rows.slice(from, most);', 'const f = (rows, from, most) => rows.slice(from, from + most);'],
    [
      'a.py',
      'def f(rows, start, most):\n    return rows[start:most]\n',
      'def f(rows, start, most):\n    return rows[start:start + most]\n',
    ],
  ])('%s', (path, before, after) => {
    const rank = rankOf(after, input(before, {}, path));
    expect(rank).toBeGreaterThan(0);
    expect(rank).toBeLessThanOrEqual(30);
  });
});

describe('one share of a whole taken for the other', () => {
  it.each([
    [
      'a.js',
      'const f = (s, all) => Math.round((left(s) / all) * 100);',
      'const f = (s, all) => Math.round(((all - left(s)) / all) * 100);',
    ],
    ['a.py', 'def f(left, total):\n    return left / total\n', 'def f(left, total):\n    return (total - left) / total\n'],
  ])('%s', (path, before, after) => {
    const rank = rankOf(after, input(before, {}, path));
    expect(rank).toBeGreaterThan(0);
    expect(rank).toBeLessThanOrEqual(60);
  });
});
