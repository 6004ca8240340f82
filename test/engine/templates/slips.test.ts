import { beforeAll, expect, it } from 'vitest';
import { leapYearRule } from '../../../src/engine/templates/calendar.ts';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { input, rankOf } from './ranks.ts';

beforeAll(() => loadGrammars(['a.py']));

const scripts: readonly (readonly [string, string, string, string])[] = [
  ['numbers sorted as texts', 'const order = (list) => list.sort((a, b) => a - b);\n', '(a, b) => a - b', ''],
  [
    'one row in all places',
    'function grid(w, h) {\n  return Array.from({ length: h }, () => []);\n}\n',
    'Array.from({ length: h }, () => [])',
    'Array(h).fill([])',
  ],
  ['a negative remainder', 'const turn = (n, by) => (((n % by) + by) % by);\n', '(((n % by) + by) % by)', 'n % by'],
  [
    'fractions compared',
    'function isWhole(a, b) {\n  return Math.abs((a * b) - 1) < 1e-9;\n}\n',
    'Math.abs((a * b) - 1) < 1e-9',
    'a * b === 1',
  ],
  ['an index taken for a base', 'const numbers = (list) => list.map(Number);\n', 'Number', 'parseInt'],
  [
    'the rule of leap years',
    'function days(year) {\n  if (((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0)) return 366;\n  return 365;\n}\n',
    '((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0)',
    'year % 4 === 0',
  ],
  [
    'the largest one lost',
    'function top(list) {\n  let best = 0;\n  for (const each of list) {\n    best = Math.max(best, each.size);\n  }\n  return best;\n}\n',
    'Math.max(best, each.size)',
    'each.size',
  ],
  [
    'a first value',
    'function top(list) {\n  let best = -Infinity;\n  for (const each of list) best = Math.max(best, each);\n  return best;\n}\n',
    '-Infinity',
    '0',
  ],
  [
    'what is left open',
    "function closes(text) {\n  const open = [];\n  for (const each of text) {\n    if (each === '(') open.push(each);\n    else if (open.pop() === undefined) return false;\n  }\n  return open.length === 0;\n}\n",
    'open.length === 0',
    'true',
  ],
  ['once instead of again', 'function within(n, by) {\n  while (n >= by) {\n    n -= by;\n  }\n  return n;\n}\n', 'while', 'if'],
  [
    'once instead of again, without its step',
    'function zeros(n) {\n  let all = 0;\n  let by = 5;\n  while (by <= n) {\n    all += Math.floor(n / by);\n    by *= 5;\n  }\n  return all;\n}\n',
    'while (by <= n) {\n    all += Math.floor(n / by);\n    by *= 5;',
    'if (by <= n) {\n    all += Math.floor(n / by);',
  ],
  [
    'a number that is a name throughout',
    'function turn(text, at) {\n  return text.slice(at) + text.slice(0, at);\n}\n',
    'slice(at) + text.slice(0, at)',
    'slice(1) + text.slice(0, 1)',
  ],
  ['indices exchanged', 'function sum(g, i) {\n  return g[0][i] + g[1][i];\n}\n', 'g[0][i] + g[1][i]', 'g[i][0] + g[i][1]'],
  [
    'names exchanged in a block',
    'function back(x, y, dx, dy) {\n  if (dx > 0) {\n    x -= dx;\n    y -= dy;\n  }\n  return [x, y];\n}\n',
    'x -= dx;\n    y -= dy;',
    'x -= dy;\n    y -= dx;',
  ],
  [
    'a difference in front of a product',
    'function due(income, floor, rate) {\n  return (Math.min(income, 9) - floor) * rate;\n}\n',
    '(Math.min(income, 9) - floor)',
    'Math.min(income, 9)',
  ],
  [
    'a count that begins again',
    'function streak(list) {\n  let [best, now] = [0, 0];\n  for (const each of list) {\n    if (each) {\n      now++;\n      best = Math.max(best, now);\n    } else {\n      now = 0;\n    }\n  }\n  return best;\n}\n',
    ' else {\n      now = 0;\n    }',
    '',
  ],
  [
    'a depth that is handed on as it is',
    'function flat(list, depth) {\n  return depth > 0 ? list.flatMap((each) => (Array.isArray(each) ? flat(each, depth - 1) : each)) : list;\n}\n',
    'depth - 1',
    'depth',
  ],
];

it.each(scripts)('in JavaScript, %s: what is meant is among the first', (_, whole, right, wrong) => {
  const rank = rankOf(
    whole,
    input(
      whole.replace(right, () => wrong),
      {},
      'src/a.js',
    ),
  );
  expect(rank).toBeGreaterThan(0);
  expect(rank).toBeLessThanOrEqual(400);
});

const python: readonly (readonly [string, string, string, string])[] = [
  ['one row in all places', 'def grid(w, h):\n    return [[0] * w for _ in range(h)]\n', '[[0] * w for _ in range(h)]', '[[0] * w] * h'],
  ['an argument too many', 'def words(text):\n    return text.split()\n', 'split()', "split(' ')"],
  ['a result thrown away', "def plain(text):\n    text = text.replace('a', '')\n    return text\n", 'text = text.replace', 'text.replace'],
  [
    'a generator that is not handed on',
    'def walk(node):\n    yield node.value\n    yield from walk(node.next)\n',
    'yield from walk',
    'walk',
  ],
  [
    'another exception',
    "def number(row):\n    try:\n        return int(row['n'])\n    except KeyError:\n        return 0\n",
    'KeyError',
    'ValueError',
  ],
  [
    'a member that all objects share',
    'class Log:\n    def __init__(self):\n        self.lines = []\n\n    def add(self, line):\n        self.lines.append(line)\n',
    'def __init__(self):\n        self.lines = []',
    'lines = []',
  ],
  ['halves', 'import math\n\ndef stars(n):\n    return math.floor(n + 0.5)\n', 'math.floor(n + 0.5)', 'round(n)'],
  ['what is counted from the end', 'def head(items, n):\n    return items[:len(items) - n]\n', 'len(items) - n', '-n'],
  [
    'a first value',
    'def top(items):\n    best = items[0]\n    for each in items:\n        best = max(best, each)\n    return best\n',
    'items[0]',
    '0',
  ],
  [
    'the longer one',
    'from itertools import zip_longest\n\ndef add(a, b):\n    return [x + y for x, y in zip_longest(a, b, fillvalue=0)]\n',
    'zip_longest(a, b, fillvalue=0)',
    'zip(a, b)',
  ],
  ['the first number', 'def lines(text):\n    return list(enumerate(text.split(), 1))\n', '(text.split(), 1)', '(text.split())'],
  [
    'a sorted answer',
    'def order(items):\n    return sorted(items, reverse=True)\n',
    'sorted(items, reverse=True)',
    'items.sort(reverse=True)',
  ],
  [
    'a member of self',
    'class Trip:\n    def __init__(self):\n        self.way = 0\n\n    def reset(self):\n        self.way = 0\n        return self\n',
    'reset(self):\n        self.way',
    'reset(self):\n        way',
  ],
  [
    'a base that is not set up',
    'class A:\n    def __init__(self, a):\n        self.a = a\n\n\nclass B(A):\n    def __init__(self, a, b):\n        super().__init__(a)\n        self.b = b\n',
    'super().__init__(a)\n        ',
    '',
  ],
  [
    'a value of its round',
    'def make(items):\n    made = []\n    for each in items:\n        made.append(lambda x, each=each: x * each)\n    return made\n',
    'lambda x, each=each:',
    'lambda x:',
  ],
  ['fractions compared', 'def is_whole(total):\n    return abs(total - 1.0) < 1e-9\n', 'abs(total - 1.0) < 1e-9', 'total == 1.0'],
  ['each item', "def numbers(text):\n    return [int(part) for part in text.split('.')]\n", 'int(part)', 'part'],
  [
    'the largest one lost',
    'def top(items):\n    best = 0\n    for each in items:\n        best = max(best, each.size)\n    return best\n',
    'max(best, each.size)',
    'each.size',
  ],
  [
    'what is left open',
    'def closes(text):\n    depth = 0\n    for each in text:\n        if each == "(":\n            depth += 1\n        else:\n            depth -= 1\n    return depth == 0\n',
    'depth == 0',
    'True',
  ],
  ['once instead of again', 'def within(n, by):\n    while n >= by:\n        n -= by\n    return n\n', 'while', 'if'],
  [
    'the rule of leap years',
    'def is_leap(year):\n    return ((year % 4 == 0 and year % 100 != 0) or year % 400 == 0)\n',
    '((year % 4 == 0 and year % 100 != 0) or year % 400 == 0)',
    'year % 4 == 0',
  ],
];

it.each(python)('in Python, %s: what is meant is among the first', (_, whole, right, wrong) => {
  const rank = rankOf(
    whole,
    input(
      whole.replace(right, () => wrong),
      {},
      'src/a.py',
    ),
  );
  expect(rank).toBeGreaterThan(0);
  expect(rank).toBeLessThanOrEqual(400);
});

it.each([
  ['year % 4 === 0', '', '((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0)'],
  ['(y % 4 == 0 && y % 100 != 0)', '', '((y % 4 == 0 && y % 100 != 0) || y % 400 == 0)'],
  ['year % 4 === 0', 'if (year % 400 === 0) return true;', null],
  ['year % 5 === 0', '', null],
  ['year % 4 === 0 && month % 100 !== 0', '', null],
])('the rule of leap years for %s beside %j: %s', (condition, around, rule) => {
  expect(leapYearRule(condition, around, false)).toBe(rule);
});
