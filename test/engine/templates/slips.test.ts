import { beforeAll, expect, it } from 'vitest';
import { centuryRule, leapYearRule } from '../../../src/engine/templates/calendar.ts';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { generateCandidates } from '../../../src/engine/templates/index.ts';
import { nextOf } from '../../../src/engine/templates/series.ts';
import { apply, input, rankOf } from './ranks.ts';

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
  ['thrown away', 'function f(s) {\n  s = s.trim();\n  return s + "!";\n}\n', 's = s.trim()', 's.trim()'],
  [
    'recursion lost',
    'function find(node, key) {\n  if (node.key === key) return node;\n  for (const each of node.children) {\n    const found = find(each, key); if (found) return found;\n  }\n  return null;\n}\n',
    'const found = find(each, key); if (found) return found;',
    'find(each, key);',
  ],
  ['yield*', 'function* walk(node) {\n  yield node.value;\n  yield* walk(node.next);\n}\n', 'yield* walk', 'walk'],
  [
    'this missing',
    'class T {\n  constructor() { this.way = 0; }\n  reset() {\n    this.way = 0;\n    return this;\n  }\n}\n',
    'reset() {\n    this.way',
    'reset() {\n    way',
  ],
  [
    'this let',
    'class T {\n  constructor() { this.way = 0; }\n  reset() {\n    this.way = 0;\n    return this;\n  }\n}\n',
    'reset() {\n    this.way',
    'reset() {\n    let way',
  ],
  [
    'super args',
    'class A {\n  constructor(a) { this.a = a; }\n}\nclass B extends A {\n  constructor(a, b) {\n    super(a);\n    this.b = b;\n  }\n}\n',
    'super(a)',
    'super()',
  ],
  ['slice -n', 'function last(list, n) {\n  return list.slice(list.length - n);\n}\n', 'list.length - n', '-n'],
  ['structuredClone', 'function f(a) {\n  const b = structuredClone(a);\n  b.x.y = 1;\n  return b;\n}\n', 'structuredClone(a)', '{ ...a }'],
  [
    'copy before sort',
    'function f(list) {\n  const sorted = [...list].sort((a, b) => a - b);\n  return sorted[0];\n}\n',
    '[...list].sort',
    'list.sort',
  ],
  ['var', 'function f(n) {\n  const all = [];\n  for (let i = 0; i < n; i++) all.push(() => i);\n  return all;\n}\n', 'let i', 'var i'],
  ['for in', 'function f(list) {\n  let n = 0;\n  for (const each of list) n += each;\n  return n;\n}\n', 'of list', 'in list'],
  ['comparator', 'function f(list) {\n  return list.sort((a, b) => a - b);\n}\n', 'a - b', 'a > b'],
  [
    'memo falsy',
    'const cache = {};\nfunction f(key, make) {\n  if (key in cache) return cache[key];\n  cache[key] = make(key);\n  return cache[key];\n}\n',
    'if (key in cache)',
    'if (cache[key])',
  ],
  [
    'memo undefined',
    'const cache = {};\nfunction f(key, make) {\n  if (cache[key] !== undefined) return cache[key];\n  cache[key] = make(key);\n  return cache[key];\n}\n',
    'if (cache[key] !== undefined)',
    'if (cache[key])',
  ],
  [
    'memo has',
    'const cache = new Map();\nfunction f(key, make) {\n  if (cache.has(key)) return cache.get(key);\n  cache.set(key, make(key));\n  return cache.get(key);\n}\n',
    'if (cache.has(key))',
    'if (cache.get(key))',
  ],
  ['both numbers', 'function f(a, b) {\n  return Number(a) < Number(b);\n}\n', 'Number(a) < Number(b)', 'a < b'],
  [
    'spread order',
    'const defaults = { a: 1 };\nfunction f(options) {\n  return { ...defaults, ...options };\n}\n',
    '...defaults, ...options',
    '...options, ...defaults',
  ],
  ['not in', 'function f(a, b) {\n  return !(a in b);\n}\n', '!(a in b)', '!a in b'],
  ['chained', 'function f(a, b, c) {\n  return a < b && b < c;\n}\n', 'a < b && b < c', 'a < b < c'],
  [
    'flush',
    'function f(list) {\n  const all = [];\n  let now = [];\n  for (const each of list) {\n    if (each === 0) {\n      all.push(now);\n      now = [];\n    } else {\n      now.push(each);\n    }\n  }\n  if (now.length > 0) all.push(now);\n  return all;\n}\n',
    '  if (now.length > 0) all.push(now);\n',
    '',
  ],
  [
    'flush2',
    'function f(list) {\n  const all = [];\n  let now = [];\n  for (const each of list) {\n    if (each === 0) {\n      all.push(now);\n      now = [];\n    } else {\n      now.push(each);\n    }\n  }\n  all.push(now);\n  return all;\n}\n',
    '  all.push(now);\n  return',
    '  return',
  ],
  ['toFixed', 'function f(n) {\n  return Number(n.toFixed(2));\n}\n', 'Number(n.toFixed(2))', 'n.toFixed(2)'],
  ['reduce init', 'function f(list) {\n  return list.reduce((a, b) => a + b, 0);\n}\n', 'b, 0)', 'b)'],
  [
    'null type',
    "function f(x) {\n  return typeof x === 'object' && x !== null;\n}\n",
    "typeof x === 'object' && x !== null",
    "typeof x === 'object'",
  ],
  ['flag g', "function f(x) {\n  return x.replace(/a/g, 'b');\n}\n", '/a/g', '/a/'],
  ['dot', 'function f(x) {\n  return /a\\.b/.test(x);\n}\n', 'a\\.b', 'a.b'],
  ['case', 'function f(a, b) {\n  return a.toLowerCase() === b.toLowerCase();\n}\n', 'a.toLowerCase() === b.toLowerCase()', 'a === b'],
  [
    'own',
    'function f(o) {\n  const all = [];\n  for (const key in o) if (Object.hasOwn(o, key)) all.push(key);\n  return all;\n}\n',
    'if (Object.hasOwn(o, key)) ',
    '',
  ],
  ['length fn', 'function f(o) {\n  return Object.keys(o).length === 0;\n}\n', 'Object.keys(o).length', 'o.length'],
  ['arrow object', 'const f = (list) => list.map((n) => ({ n }));\n', '({ n })', '{ n }'],
  [
    'array equal',
    'const f = (a, b) => a.length === b.length && a.every((each, at) => each === b[at]);\n',
    'a.length === b.length && a.every((each, at) => each === b[at])',
    'a === b',
  ],
  ['isNaN', 'const f = (a) => Number.isNaN(a);\n', 'Number.isNaN(a)', 'a === NaN'],
  ['clamp', 'const f = (n, lo, hi) => Math.min(Math.max(n, lo), hi);\n', 'Math.min(Math.max(n, lo), hi)', 'Math.max(Math.min(n, lo), hi)'],
  ['trailing', "const f = (text) => text.split(',').filter(Boolean);\n", '.filter(Boolean)', ''],
  ['concat number', 'const f = (a, b) => Number(a) + Number(b);\n', 'Number(a) + Number(b)', 'a + b'],
  [
    'delete while',
    'function f(list) {\n  for (const each of [...list]) if (each.done) list.splice(list.indexOf(each), 1);\n  return list;\n}\n',
    '[...list]',
    'list',
  ],
  ['emit copy', 'class E {\n  emit(x) {\n    for (const each of [...this.all]) each(x);\n  }\n}\n', '[...this.all]', 'this.all'],
  [
    'bind',
    'class A {\n  constructor() { this.n = 0; this.up = this.up.bind(this); }\n  up() { this.n++; }\n}\n',
    ' this.up = this.up.bind(this);',
    '',
  ],
  ['flat depth', 'const f = (list) => list.flat(Infinity);\n', 'flat(Infinity)', 'flat()'],
  [
    'break',
    "function f(x) {\n  let n = 0;\n  switch (x) {\n    case 'a':\n      n = 1;\n      break;\n    default:\n      n = 2;\n  }\n  return n;\n}\n",
    '      break;\n',
    '',
  ],
  ['month', 'const f = (y, m, d) => new Date(Date.UTC(y, m - 1, d));\n', 'm - 1', 'm'],
  ['utc', 'const f = (date) => date.getUTCDay();\n', 'getUTCDay', 'getDay'],
  ['pad', "const f = (n) => String(n).padStart(2, '0');\n", ".padStart(2, '0')", ''],
  ['unicode2', 'const f = (s) => [...s].reverse().join("");\n', '[...s]', 's.split("")'],
  ['default null', 'function f(options) {\n  const { a = 1 } = options ?? {};\n  return a;\n}\n', 'options ?? {}', 'options'],
  ['sum ??', 'const f = (a, b) => (a ?? 0) + (b ?? 0);\n', '(a ?? 0) + (b ?? 0)', 'a + b'],
  ['default first', 'const f = (stock, more) => (stock.n ?? 0) + more;\n', '(stock.n ?? 0) + more', 'stock.n ?? 0 + more'],
  ['a sum that chooses', "const f = (a, n) => a + (n === 1 ? 'one' : 'many');\n", "(n === 1 ? 'one' : 'many')", "n === 1 ? 'one' : 'many'"],
  [
    'answered too early',
    'function f(a, b) {\n  for (const x of a) {\n    if (!(b.has(x))) return false;\n  }\n  return true;\n}\n',
    'if (!(b.has(x))) return false;',
    'return b.has(x);',
  ],
  [
    'answered from a callback',
    'function f(a, k) {\n  for (const x of a) {\n    if (x.k === k) return x;\n  }\n  return null;\n}\n',
    'for (const x of a) {\n    if (x.k === k) return x;\n  }',
    'a.forEach((x) => {\n    if (x.k === k) return x;\n  });',
  ],
  [
    'how many there are',
    'function f(a, k, x) {\n  a[k] = [...(a[k] ?? []), x];\n  return a;\n}\n',
    '[...(a[k] ?? []), x]',
    '(a[k] ?? []).push(x)',
  ],
  [
    'nothing to go over',
    'const f = (n) => Array.from({ length: n }, (_, i) => i);\n',
    'Array.from({ length: n }, (_, i) => i)',
    'new Array(n).map((_, i) => i)',
  ],
  [
    'same size',
    'function f(a, b) {\n  if (a.length !== b.length) return false;\n  return a.every((x, i) => x === b[i]);\n}\n',
    '  if (a.length !== b.length) return false;\n',
    '',
  ],
  [
    'a function nobody calls',
    'const esc = (text) => text.trim();\nconst f = (text) => new RegExp(esc(text));\n',
    'RegExp(esc(text))',
    'RegExp(text)',
  ],
  [
    'a habit of the class',
    'class C {\n  get(key) {\n    const value = this.map.get(key);\n    this.map.delete(key);\n    this.map.set(key, value);\n    return value;\n  }\n  set(key, value) {\n    this.map.delete(key);\n    this.map.set(key, value);\n  }\n}\n',
    '    this.map.delete(key);\n    this.map.set(key, value);\n    return value;',
    '    return value;',
  ],
  [
    'what is given assigned to',
    'const defaults = { a: 1 };\nconst f = (more) => Object.assign({}, defaults, more);\n',
    '{}, defaults',
    'defaults',
  ],
  [
    'gathered again behind what hands it on',
    'function runs(text) {\n  const out = [];\n  let count = 1;\n  for (let i = 1; i <= text.length; i++) {\n    if (text[i] === text[i - 1]) {\n      count++;\n    } else {\n      out.push(count);\n      count = 1;\n    }\n  }\n  return out;\n}\n',
    '      count = 1;\n',
    '',
  ],
  [
    'the next of a series',
    'function steps(n) {\n  if (n < 3) return n;\n  return steps(n - 1) + steps(n - 2) + steps(n - 3);\n}\n',
    ' + steps(n - 3)',
    '',
  ],
  ['the second of a series', 'function fib(n) {\n  if (n < 3) return 1;\n  return fib(n - 1) + fib(n - 2);\n}\n', ' + fib(n - 2)', ''],
  ['numbers moved on together', 'const parts = (s) => [s.slice(0, 2), s.slice(2, 4), s.slice(4, 6)];\n', 's.slice(4, 6)', 's.slice(3, 5)'],
  [
    'the rest of a whole',
    'function centre(text, width) {\n  const space = width - text.length;\n  const left = Math.floor(space / 2);\n  return fill(left) + text + fill(space - left);\n}\n',
    'fill(space - left)',
    'fill(left)',
  ],
  [
    'what is the same only once',
    'function divisors(n) {\n  const found = [];\n  for (let d = 1; d * d <= n; d++) {\n    if (n % d === 0) {\n      found.push(d);\n      if (d !== n / d) found.push(n / d);\n    }\n  }\n  return found;\n}\n',
    'if (d !== n / d) ',
    '',
  ],
  [
    'what is the same as before left out',
    'function each(list, go) {\n  for (let i = 0; i < list.length; i++) {\n    if (i > 0 && list[i] === list[i - 1]) continue;\n    go(list[i]);\n  }\n}\n',
    '    if (i > 0 && list[i] === list[i - 1]) continue;\n',
    '',
  ],
  [
    'how many there are',
    'function sum(digits) {\n  return digits.reduce((all, d) => all + d ** digits.length, 0);\n}\n',
    'digits.length',
    '3',
  ],
  [
    'a sign by what is unread',
    'function roman(list) {\n  let total = 0;\n  for (let i = 0; i < list.length; i++) {\n    const value = list[i];\n    const next = list[i + 1];\n    total += next > value ? -value : value;\n  }\n  return total;\n}\n',
    'next > value ? -value : value',
    'value',
  ],
  [
    'a number counted around',
    'function turned(list, k) {\n  const shift = k % list.length;\n  return list.map((_, i) => list[(list.length - shift + i) % list.length]);\n}\n',
    'k % list.length',
    'k',
  ],
  ['a bit of a mask', 'function has(flags) {\n  return (flags & 16) !== 0;\n}\n', '16', '8'],
  [
    'every fourth century',
    'function isLeap(year) {\n  if ((year % 100 === 0 && year % 400 !== 0)) return false;\n  return year % 4 === 0;\n}\n',
    '(year % 100 === 0 && year % 400 !== 0)',
    'year % 100 === 0',
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
  ['chained and', 'def f(a, b, c):\n    return (a or b) and c\n', '(a or b) and c', 'a or b and c'],
  [
    'list while',
    'def f(items):\n    for each in list(items):\n        if each < 0:\n            items.remove(each)\n    return items\n',
    'list(items)',
    'items',
  ],
  ['dict while', 'def f(d):\n    for key in list(d):\n        if d[key] is None:\n            del d[key]\n    return d\n', 'list(d)', 'd'],
  [
    'memo falsy',
    'CACHE = {}\ndef f(key, make):\n    if key in CACHE:\n        return CACHE[key]\n    CACHE[key] = make(key)\n    return CACHE[key]\n',
    'if key in CACHE',
    'if CACHE.get(key)',
  ],
  ['none check', 'def f(a, b=None):\n    if b is None:\n        b = 1\n    return a + b\n', 'if b is None', 'if not b'],
  ['or default', 'def f(a, n=None):\n    n = 10 if n is None else n\n    return a * n\n', '10 if n is None else n', 'n or 10'],
  [
    'mutable default2',
    'def f(a, all=None):\n    if all is None:\n        all = []\n    all.append(a)\n    return all\n',
    'all=None):\n    if all is None:\n        all = []',
    'all=[]):',
  ],
  ['case', 'def f(a, b):\n    return a.lower() == b.lower()\n', 'a.lower() == b.lower()', 'a == b'],
  ['both ints', 'def f(a, b):\n    return int(a) < int(b)\n', 'int(a) < int(b)', 'a < b'],
  ['sorted copy', 'def f(items):\n    items = sorted(items)\n    return items[0]\n', 'items = sorted(items)', 'items.sort()'],
  ['join map', "def f(items):\n    return ','.join(map(str, items))\n", 'map(str, items)', 'items'],
  ['enumerate', 'def f(items):\n    for at, each in enumerate(items):\n        print(at, each)\n', 'enumerate(items)', 'items'],
  ['items()', 'def f(d):\n    return [k + v for k, v in d.items()]\n', 'd.items()', 'd'],
  ['fullmatch', 'import re\ndef f(x):\n    return bool(re.fullmatch(r"\\d+", x))\n', 'fullmatch', 'match'],
  ['raw regex', 'import re\ndef f(x):\n    return re.sub(r"\\bfoo\\b", "bar", x)\n', 'r"\\bfoo\\b"', '"\\bfoo\\b"'],
  ['escape', 'import re\ndef f(x, y):\n    return re.split(re.escape(y), x)\n', 're.escape(y)', 'y'],
  ['global', 'N = 0\ndef f():\n    global N\n    N += 1\n    return N\n', '    global N\n', ''],
  [
    'nonlocal',
    'def f():\n    n = 0\n    def up():\n        nonlocal n\n        n += 1\n        return n\n    return up\n',
    '        nonlocal n\n',
    '',
  ],
  ['classmethod', 'class A:\n    @staticmethod\n    def f(a):\n        return a\n', '    @staticmethod\n', ''],
  ['property', 'class A:\n    @property\n    def f(self):\n        return 1\n', '    @property\n', ''],
  ['isinstance', 'def f(a):\n    return isinstance(a, (int, float))\n', '(int, float)', 'int'],
  [
    'eq type',
    'class A:\n    def __init__(self, a):\n        self.a = a\n    def __eq__(self, other):\n        return isinstance(other, A) and self.a == other.a\n',
    'isinstance(other, A) and ',
    '',
  ],
  [
    'hash',
    'class A:\n    def __init__(self, a):\n        self.a = a\n    def __eq__(self, other):\n        return self.a == other.a\n    def __hash__(self):\n        return hash(self.a)\n',
    '    def __hash__(self):\n        return hash(self.a)\n',
    '',
  ],
  ['strict sum', 'def f(a):\n    return sum(a) / len(a) if a else 0\n', 'sum(a) / len(a) if a else 0', 'sum(a) / len(a)'],
  ['max default', 'def f(a):\n    return max(a, default=0)\n', 'a, default=0', 'a'],
  ['tuple', 'def f(a):\n    return (a,)\n', '(a,)', '(a)'],
  [
    'heap neg',
    'import heapq\ndef f(items):\n    heap = []\n    for each in items:\n        heapq.heappush(heap, -each)\n    return -heap[0]\n',
    'heap, -each',
    'heap, each',
  ],
  ['seconds', 'def f(d):\n    return d.total_seconds()\n', 'd.total_seconds()', 'd.seconds'],
  ['deepcopy list', 'def f(a):\n    b = [row[:] for row in a]\n    b[0][0] = 1\n    return b\n', '[row[:] for row in a]', 'a[:]'],
  ['await', 'async def f(a):\n    return await a.get()\n', 'await a', 'a'],
  ['key fn', 'def f(items):\n    return sorted(items, key=lambda each: each[1])\n', ', key=lambda each: each[1]', ''],
  [
    'key neg',
    'def f(items):\n    return sorted(items, key=lambda each: (-each[1], each[0]))\n',
    'key=lambda each: (-each[1], each[0])',
    'key=lambda each: each[1], reverse=True',
  ],
  ['key two', 'def f(items):\n    return sorted(items, key=lambda each: (each[1], each[0]))\n', '(each[1], each[0])', 'each[1]'],
  ['strip lines', 'def f(text):\n    return [line.strip() for line in text.split("\\n")]\n', 'line.strip()', 'line'],
  ['filter empty', 'def f(text):\n    return [part for part in text.split(",") if part]\n', ' if part', ''],
  ['range end', 'def f(n):\n    return list(range(1, n + 1))\n', 'n + 1', 'n'],
  ['div', 'def f(a, b):\n    return a // b\n', 'a // b', 'a / b'],
  ['int div round', 'def f(a, b):\n    return -(-a // b)\n', '-(-a // b)', 'a // b'],
  ['ret tuple', 'def f(a, b):\n    a, b = b, a\n    return a, b\n', 'a, b = b, a', 'a = b\n    b = a'],
  [
    'answered too early',
    'def f(a, b):\n    for x in a:\n        if not (x in b):\n            return False\n    return True\n',
    'if not (x in b):\n            return False',
    'return x in b',
  ],
  ['values told apart', 'def f(a, b):\n    return a == b\n', 'a == b', 'a is b'],
  [
    'found by itself',
    'def f(tree, key):\n    for child in tree.children:\n        found = f(child, key)\n        if found:\n            return found\n    return None\n',
    'found = f(child, key)\n        if found:\n            return found',
    'f(child, key)',
  ],
  [
    'left behind',
    'def f(items):\n    made = []\n    now = []\n    for each in items:\n        if each:\n            now.append(each)\n        else:\n            made.append(now)\n            now = []\n    if now:\n        made.append(now)\n    return made\n',
    '    if now:\n        made.append(now)\n',
    '',
  ],
  [
    'begun again',
    'def f(items):\n    best = now = 0\n    for each in items:\n        if each:\n            now += 1\n            best = max(best, now)\n        else:\n            now = 0\n    return best\n',
    '        else:\n            now = 0\n',
    '',
  ],
  [
    'a habit of the class',
    'class C:\n    def get(self, key):\n        if key not in self.data:\n            return None\n        self.data.move_to_end(key)\n        return self.data[key]\n\n    def put(self, key, value):\n        self.data[key] = value\n        self.data.move_to_end(key)\n',
    '        self.data.move_to_end(key)\n        return',
    '        return',
  ],
  [
    'gathered again behind what hands it on',
    'def f(text):\n    out = []\n    count = 1\n    for at in range(1, len(text)):\n        if text[at] == text[at - 1]:\n            count += 1\n        else:\n            out.append(count)\n            count = 1\n    return out\n',
    '            count = 1\n    return',
    '    return',
  ],
  ['the next of a series', 'def f(n):\n    if n < 3:\n        return n\n    return f(n - 1) + f(n - 2) + f(n - 3)\n', ' + f(n - 3)', ''],
  ['the second of a series', 'def f(n):\n    if n < 3:\n        return 1\n    return f(n - 1) + f(n - 2)\n', ' + f(n - 2)', ''],
  [
    'the rest of a whole',
    'def f(text, width):\n    space = width - len(text)\n    left = space // 2\n    return fill(left) + text + fill(space - left)\n',
    'fill(space - left)',
    'fill(left)',
  ],
  [
    'what is the same only once',
    'def f(n):\n    found = []\n    for d in range(1, n):\n        if n % d == 0:\n            found.append(d)\n            if d != n // d: found.append(n // d)\n    return found\n',
    'if d != n // d: ',
    '',
  ],
  [
    'a number counted around',
    'def f(items, k):\n    shift = k % len(items)\n    return [items[(at - shift) % len(items)] for at in range(len(items))]\n',
    'k % len(items)',
    'k',
  ],
  [
    'every fourth century',
    'def leap(year):\n    if (year % 100 == 0 and year % 400 != 0):\n        return False\n    return year % 4 == 0\n',
    '(year % 100 == 0 and year % 400 != 0)',
    'year % 100 == 0',
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
  ['(y % 4 == 0 && y % 100 != 0)', 'function isLeap(y) {}', '((y % 4 == 0 && y % 100 != 0) || y % 400 == 0)'],
  ['year % 4 === 0', 'if (year % 400 === 0) return true;', null],
  ['year % 5 === 0', '', null],
  ['i % 4 === 0', 'for (let i = 0; i < n; i++) go(i);', null],
  ['year % 4 === 0 && month % 100 !== 0', '', null],
])('the rule of leap years for %s beside %j: %s', (condition, around, rule) => {
  expect(leapYearRule(condition, around, false)).toBe(rule);
});

it.each([
  ['year % 100 === 0', '', '(year % 100 === 0 && year % 400 !== 0)'],
  ['year % 100 != 0', '', '(year % 100 != 0 || year % 400 == 0)'],
  ['year % 100 === 0', 'year % 400', null],
  ['count % 100 === 0', 'function report(count) {}', null],
])('the exception of centuries for %s beside %j: %s', (condition, around, rule) => {
  expect(centuryRule(condition, around, false)).toBe(rule);
});

it.each([
  ['f(n - 1)', 'f(n - 2)', 'f(n - 3)'],
  ['a[3]', 'a[2]', 'a[1]'],
  ['a[2]', 'a[1]', null],
  ['a[i]', 'a[i + 1]', 'a[i + 2]'],
  ['f(n - 1)', 'g(n - 2)', null],
  ['f(1, 2)', 'f(2, 3)', null],
  [null, 'f(n - 1)', 'f(n - 2)'],
  [null, 'a[i]', 'a[i + 1]'],
  [null, 'f(n)', null],
])('behind %s and %s comes %s', (before, last, next) => {
  expect(nextOf(before, last)).toBe(next);
});

/** Texts of the candidates of a file by some templates. */
function offered(text: string, templates: readonly string[], path = 'src/a.js'): readonly string[] {
  return generateCandidates(input(text, {}, path)).flatMap((each) => (templates.includes(each.template) ? [apply(text, each)] : []));
}

it.each([
  [
    'what is filled',
    'begun again',
    'function f(list) {\n  let out = [];\n  for (const each of list) {\n    if (each) out.push(each);\n    else {\n      go(out);\n      out.push(0);\n    }\n  }\n}\n',
    'out.push(0);\n      out = []',
  ],
  [
    'what ends the loop',
    'begun again',
    'function f(list) {\n  let i = 0;\n  while (i < list.length) {\n    go(list[i]);\n    if (list[i]) i++;\n  }\n}\n',
    'i = 0;\n    if',
  ],
  ['calls of what does something', 'only once', 'app.use(cors());\napp.use(json());\n', 'if (cors()'],
  ['a choice as an operand', 'only once', 'function f(out, a, b) {\n  out.push(a);\n  out.push(a ? b : 1);\n}\n', 'if (a !=='],
  ['errors', 'next of a series', 'function f(n) {\n  throw new Error(n - 1);\n}\n', '+ new'],
  ['texts', 'next of a series', "const f = (it) => set(it, '[[Done]]');\n", '[[Done + 1]]'],
  [
    'a loop that counts down',
    'same as before',
    'function f(list) {\n  for (let i = list.length - 1; i >= 0; i--) {\n    go(list[i]);\n  }\n}\n',
    'continue',
  ],
])('nothing is offered for %s', (_, template, text, made) => {
  expect(offered(text, [template]).filter((each) => each.includes(made))).toEqual([]);
});

it.each([
  [
    'what is filled',
    'gathered again',
    'def f(items):\n    out = []\n    for each in items:\n        if each:\n            out.append(each)\n        else:\n            out.append(0)\n    return out\n',
    'out = []\n    return',
  ],
  [
    'a line with two statements',
    'gathered again',
    'def f(items):\n    n = 0\n    out = []\n    for each in items:\n        if each: n += 1\n        else: out.append(n); go(each)\n    return out\n',
    'n = 0; go',
  ],
  ['what is deleted', 'next of a series', 'def f(x, k):\n    del x[k]\n', '+ x[k + 1]'],
  ['texts', 'only once', 'def f(a):\n    print(f"x{a}")\n    print(f"y{a}")\n', 'if f"x'],
  ['a remainder of texts', 'the rest', 'def f(fmt, args):\n    text = fmt % args\n    return [text]\n', 'fmt - text'],
])('nothing is offered in Python for %s', (_, template, text, made) => {
  expect(offered(text, [template], 'src/a.py').filter((each) => each.includes(made))).toEqual([]);
});

it('what takes the rest is not handed on to the base class, and what is only multiplied is', () => {
  const text = 'class A(B):\n    def __init__(self, items, n, *more):\n        self.x = f(*items)\n';
  expect(offered(text, ['base set up'], 'src/a.py')).toContain(text.replace('self.x', 'super().__init__(items, n)\n        self.x'));
});
