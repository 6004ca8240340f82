import { beforeAll, describe, expect, it } from 'vitest';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { generateCandidates } from '../../../src/engine/templates/index.ts';
import { apply, input, rankOf, red } from './ranks.ts';

beforeAll(() => loadGrammars(['a.py', 'a.go']));

describe('what of the standard library of Python is taken for one another', () => {
  it.each([
    ['name.rjust(8, ".")', 'name.ljust(8, ".")'],
    ['name.partition(".")', 'name.rpartition(".")'],
    ['day.isoweekday()', 'day.weekday()'],
    ['(a - b).seconds', '(a - b).total_seconds()'],
    ['(a - b).seconds', '(a - b).days'],
    ['timedelta(hours=n)', 'timedelta(minutes=n)'],
    ['statistics.pstdev(rows)', 'statistics.stdev(rows)'],
    ['heapq.nsmallest(3, rows)', 'heapq.nlargest(3, rows)'],
    ['list(itertools.permutations(rows, 2))', 'list(itertools.combinations(rows, 2))'],
    ['json.loads(a)', 'json.dumps(a)'],
    ['os.path.dirname(a)', 'os.path.basename(a)'],
    ['a.issubset(b)', 'a.issuperset(b)'],
    ['row["start"]', 'row["end"]'],
    ['os.path.split(a)', 'os.path.splitext(a)'],
  ])('%s is %s', (before, after) => {
    const program = (value: string): string => `def f(name, day, a, b, n, rows, row):\n    return ${value}\n`;
    expect(rankOf(program(after), input(program(before), {}, 'a.py'))).toBeGreaterThan(0);
  });
});

it('a name is taken for another one only where that one is known', () => {
  const program = `import os.path
from os.path import dirname


def left(key, value, name):
    row = name.stem + open(name, mode="r").read()
    print(row, end="")
    return row, dirname(key), value.total_seconds(), min(row)
`;
  const made = generateCandidates(input(program, {}, 'a.py'))
    .filter(({ template }) => template === 'confusable name')
    .map((each) => apply(program, each));
  const lines = made.flatMap((text) => text.split('\n').filter((line, at) => line !== program.split('\n')[at]));
  expect(lines).toContain('    return row, dirname(key), value.total_seconds(), max(row)');
  expect(lines).toContain('    row = name.parent + open(name, mode="r").read()');
  expect(lines).toContain('    return row, dirname(value), value.total_seconds(), min(row)');
  for (const line of lines)
    expect(line).not.toMatch(/right|basename|(?:mean|median|start|span)=|\bcol\b|def left\(value|days\(|, suffix|open\((?:stem|suffix)/);
});

it('arguments of a span of time are named otherwise, but not twice', () => {
  const program = (given: string): string => `def f(n):\n    return timedelta(${given})\n`;
  const rank = (after: string): number => rankOf(program(after), input(program('hours=n, days=2'), {}, 'a.py'));
  expect(rank('minutes=n, days=2')).toBeGreaterThan(0);
  expect(rank('days=n, days=2')).toBe(0);
});

describe('operators of neighbours', () => {
  it.each([
    ['a.py', 'def f(a, b):\n    a = a + 60 * b\n    return a\n', 'def f(a, b):\n    a = a * 60 + b\n    return a\n'],
    ['a.py', 'def f(a, b, c):\n    return a * (b + c)\n', 'def f(a, b, c):\n    return a + (b * c)\n'],
    ['a.js', 'const f = (a, b) => a + 60 * b;', 'const f = (a, b) => a * 60 + b;'],
    ['a.js', 'const f = (a, b, c) => (a - b) / c;', 'const f = (a, b, c) => (a / b) - c;'],
    ['a.go', 'package a\n\nfunc f(a, b int) int { return a + 60*b }\n', 'package a\n\nfunc f(a, b int) int { return a * 60+b }\n'],
  ])('are exchanged: %s %s', (path, before, after) => {
    expect(rankOf(after, input(before, {}, path))).toBeGreaterThan(0);
  });

  it.each([
    ['a.go', 'package a\n\nfunc f(a, b, c int) int { return a*-b - c }\n', 'package a\n\nfunc f(a, b, c int) int { return a--b * c }\n'],
    [
      'a.go',
      'package a\n\nfunc f(a, c int, p *int) int { return a-*p/c }\n',
      'package a\n\nfunc f(a, c int, p *int) int { return a/*p-c }\n',
    ],
    ['a.py', 'def f(a):\n    return "%d" % (a + 1)\n', 'def f(a):\n    return "%d" + (a % 1)\n'],
  ])('make no other sign, nor anything of texts: %s %s', (path, before, after) => {
    expect(rankOf(after, input(before, {}, path))).toBe(0);
  });
});

it('a whole number is made by the module for that where it is there', () => {
  const program = (value: string, head = 'import math\n'): string => `${head}def f(n):\n    return ${value}\n`;
  const rank = (head?: string): number => rankOf(program('math.ceil(n / 4)', head), input(program('round(n / 4)', head), {}, 'a.py'));
  expect(rank()).toBeGreaterThan(0);
  expect(rank('import sys\n')).toBe(0);
  expect(rank('import math as m\n')).toBe(0);
});

it.each([
  ['a.js', "const f = (t) => t.replace(/\\W+/g, '-');", "const f = (t) => t.replace(/\\W+/g, '-').replace(/^-+|-+$/g, '');"],
  ['a.js', "const f = (t) => t.join('/');", "const f = (t) => t.join('/').replace(/\\/+$/, '');"],
  ['a.py', "def f(t):\n    return re.sub(r'x', '-', t)\n", "def f(t):\n    return re.sub(r'x', '-', t).strip('-')\n"],
  ['a.py', 'def f(t):\n    return words.sub("_", t)\n', 'def f(t):\n    return words.sub("_", t).strip("_")\n'],
  ['a.py', 'def f(t):\n    return "_".join(t)\n', 'def f(t):\n    return "_".join(t).rstrip("_")\n'],
])('separators stand at no end: %s %s', (path, before, after) => {
  expect(rankOf(after, input(before, {}, path))).toBeGreaterThan(0);
});

it('a path keeps the ends that it has', () => {
  const text = "const f = (t) => path.join(t, '/');";
  expect(rankOf("const f = (t) => path.join(t, '/').replace(/\\/+$/, '');", input(text))).toBe(0);
});

it('a number that the function knows comes before those that are merely near', () => {
  const text = 'def f(size):\n    if size < 1000:\n        return size\n    return size / 1024\n';
  const rank = (number: string): number => rankOf(text.replace('1000', number), input(text, {}, 'a.py'));
  expect(rank('1024')).toBeLessThan(rank('2000'));
  expect(rank('1001')).toBeLessThan(rank('1024'));
});

it.each([
  ['a.py', 'def f(n):\n    return n - 500\n', 'def f(n):\n    return n - 250\n'],
  ['a.py', 'def f(n):\n    return n * 2000\n', 'def f(n):\n    return n * 20\n'],
  ['a.js', 'const f = (n) => n - 500;', 'const f = (n) => n - 250;'],
  ['a.js', 'const f = (n) => n * 1000;', 'const f = (n) => n * 10;'],
])('half of a number, or a hundred times: %s %s', (path, before, after) => {
  expect(rankOf(after, input(before, {}, path))).toBeGreaterThan(0);
});

it('a list of Python that is too short gives what nothing reads yet', () => {
  const [before, after] = ['made.append(row[at])', 'made.append(row[at] if at < len(row) else fill)'];
  const program = (line: string): string =>
    `def column(rows, at, fill=None):\n    made = []\n    for row in rows:\n        ${line}\n    return made\n`;
  const rank = rankOf(program(after), input(program(before), { failing: [red('IndexError: list index out of range')] }, 'a.py'));
  expect(rank).toBeGreaterThan(0);
  expect(rank).toBeLessThanOrEqual(60);
});
