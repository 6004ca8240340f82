import { beforeAll, expect, it } from 'vitest';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { generateCandidates } from '../../../src/engine/templates/index.ts';
import { input, rankOf } from './ranks.ts';

/** What lost the way in, the file as it was, and the statement that was lost. */
const ONE_WAY: readonly (readonly [string, string, string])[] = [
  [
    'the depth that only falls',
    'function f(s) {\n  let depth = 0;\n  for (const c of s) {\n    if (c === "(") {\n      depth += 1;\n      note(c);\n    } else if (c === ")") {\n' +
      '      depth -= 1;\n      if (depth === 0) end(c);\n    }\n  }\n}\n',
    '      depth += 1;\n',
  ],
  [
    'the set that is only asked',
    'function f(list) {\n  const seen = new Set();\n  for (const item of list) {\n    if (seen.has(item)) return item;\n    seen.add(item);\n  }\n  return null;\n}\n',
    '    seen.add(item);\n',
  ],
  [
    'the list that is only emptied',
    'function f(root) {\n  const open = [];\n  note(root);\n  open.push(root);\n  while (open.length > 0) note(open.pop());\n}\n',
    '  open.push(root);\n',
  ],
  [
    'the table that is only looked up',
    'function f(n) {\n  const made = go(n);\n  kept[n] = made;\n  return made;\n}\nconst kept = {};\n'
      .replace('const kept = {};\n', '')
      .replace('function f(n) {\n', 'function f(n) {\n  const kept = {};\n  if (kept[n] !== undefined) return kept[n];\n'),
    '  kept[n] = made;\n',
  ],
  [
    'the map of an object that is only asked',
    'class Cache {\n  #all = new Map();\n  of(key) {\n    if (this.#all.has(key)) return this.#all.get(key);\n    const made = make(key);\n    this.#all.set(key, made);\n    return made;\n  }\n}\n',
    '    this.#all.set(key, made);\n',
  ],
  [
    'the member that all methods but one keep up to date',
    'class List {\n  first(value) {\n    this.head = make(value, this.head);\n    this.size++;\n  }\n  last(value) {\n    this.tail.next = make(value);\n    this.size++;\n  }\n}\n',
    '    this.size++;\n',
  ],
  [
    'the member that another method counts the other way',
    'class List {\n  push(value) {\n    this.items.push(value);\n    this.size += 1;\n  }\n  pop() {\n    this.size -= 1;\n    return this.items.pop();\n  }\n}\n',
    '    this.size -= 1;\n',
  ],
];

it.each(ONE_WAY)('%s gets it among the first', (_, whole, lost) => {
  const rank = rankOf(whole, input(whole.replace(lost, '')));
  expect(rank).toBeGreaterThan(0);
  expect(rank).toBeLessThanOrEqual(80);
});

const OWN: ReadonlySet<string> = new Set(['step back', 'collection filled', 'member updated']);

it.each([
  ['goes both ways', 'function f(s) { let n = 0; for (const c of s) { if (c) { n++; } else { n--; } } return n; }'],
  ['is set anew', 'function f(s) { let n = 9; for (const c of s) { if (c) { n--; } else { n = 9; } } return n; }'],
  ['is filled', 'function f(s) { const all = new Set(); for (const c of s) { if (!all.has(c)) all.add(c); } return all; }'],
  ['is handed on', 'function f(s) { const all = []; fill(all, s); while (all.length) note(all.pop()); }'],
  ['a method sets itself', 'class A { a(b) { this.n = b; } c(b) { this.n = b + 1; } }'],
])('what %s has lost nothing', (_, text) => {
  expect(generateCandidates(input(text)).filter(({ template }) => OWN.has(template))).toEqual([]);
});

/** The same for Python. */
const IN_PYTHON: readonly (readonly [string, string, string])[] = [
  [
    'the depth that only falls',
    'def f(s):\n    depth = 0\n    for c in s:\n        if c == "(":\n            depth += 1\n            note(c)\n        elif c == ")":\n            depth -= 1\n',
    '            depth += 1\n',
  ],
  [
    'the set that is only asked',
    'def f(items):\n    seen = set()\n    for item in items:\n        if item in seen:\n            return item\n        seen.add(item)\n    return None\n',
    '        seen.add(item)\n',
  ],
  [
    'the list that is only emptied',
    'def f(root):\n    todo = []\n    note(root)\n    todo.append(root)\n    while todo:\n        note(todo.pop())\n',
    '    todo.append(root)\n',
  ],
  [
    'the table of an object that is only asked',
    'class Cache:\n    def __init__(self):\n        self.all = {}\n\n    def of(self, key):\n        if key in self.all:\n            return self.all[key]\n        made = make(key)\n        self.all[key] = made\n        return made\n',
    '        self.all[key] = made\n',
  ],
  [
    'the member that another method counts the other way',
    'class Pile:\n    def push(self, value):\n        self.items.append(value)\n        self.size += 1\n\n    def pop(self):\n        self.size -= 1\n        return self.items.pop()\n',
    '        self.size -= 1\n',
  ],
];

beforeAll(() => loadGrammars(['a.py']));

it.each(IN_PYTHON)('in Python %s gets it among the first', (_, whole, lost) => {
  const rank = rankOf(whole, input(whole.replace(lost, ''), {}, 'src/a.py'));
  expect(rank).toBeGreaterThan(0);
  expect(rank).toBeLessThanOrEqual(80);
});

it.each([
  [
    'goes both ways',
    'def f(s):\n    n = 0\n    for c in s:\n        if c:\n            n += 1\n        else:\n            n -= 1\n    return n\n',
  ],
  ['is filled', 'def f(s):\n    seen = set()\n    for c in s:\n        if c not in seen:\n            seen.add(c)\n    return seen\n'],
  ['is handed on', 'def f(s):\n    todo = []\n    fill(todo, s)\n    while todo:\n        note(todo.pop())\n'],
])('in Python what %s has lost nothing', (_, text) => {
  expect(generateCandidates(input(text, {}, 'src/a.py')).filter(({ template }) => OWN.has(template))).toEqual([]);
});

const own = (text: string, path = 'src/a.js') =>
  generateCandidates(input(text, {}, path))
    .filter(({ template }) => OWN.has(template))
    .map(({ start, end, text: put }) => text.slice(0, start) + put + text.slice(end));

it.each([
  [
    'a collection or a counter that is not there yet',
    'src/a.js',
    'function f(list) {\n  check(list);\n  const seen = new Set();\n  let depth = 0;\n  for (const x of list) {\n    if (seen.has(x)) {\n      depth--;\n    }\n  }\n}\n',
    /check\(list\);\n(?: +(?:seen\.add|depth\+\+).*\n)+ +const seen|seen\.add\([^\n]*\n *check|depth\+\+;\n *check/,
  ],
  [
    'in Python one that is not there yet',
    'src/a.py',
    'def f(items):\n    check(items)\n    seen = set()\n    for x in items:\n        if x in seen:\n            return x\n',
    /seen\.add\([^\n]*\n[\s\S]*seen = set/,
  ],
  [
    'a member before its object is made',
    'src/a.js',
    'class B extends A {\n  constructor(n) {\n    super(n);\n    this.seen = new Set();\n  }\n  add(n) {\n    return this.seen.has(n);\n  }\n}\n',
    /constructor[\s\S]*seen\.add[\s\S]* add\(n\)/,
  ],
  [
    'a member of an object in what has none',
    'src/a.js',
    'class A {\n  seen = new Set();\n  static of(n) {\n    return make(n);\n  }\n  add(n) {\n    return this.seen.has(n);\n  }\n}\n',
    /static of[\s\S]*seen\.add[\s\S]* add\(n\)/,
  ],
  [
    'in Python a member where there is no object',
    'src/a.py',
    'class A:\n    def __init__(self):\n        self.seen = set()\n\n    @staticmethod\n    def of(n):\n        return make(n)\n\n    def add(self, n):\n        return n in self.seen\n',
    /(?:__init__|def of)[\s\S]*seen\.add[\s\S]*def add/,
  ],
  [
    'another line behind the colon of its branch',
    'src/a.py',
    'def f(items):\n    seen = set()\n    for x in items:\n        if x in seen: return x\n        log(x)\n',
    /if x in seen: seen\.add/,
  ],
])('nothing is put into %s', (_, path, text, wrong) => {
  const made = own(text, path);
  expect(made.length).toBeGreaterThan(0);
  expect(made.filter((each) => wrong.test(each))).toEqual([]);
});

it('the step of an empty loop, and the beginning in an empty branch, are among the first', () => {
  const loop = 'function f(s) {\n  let at = 0;\n  while (ends(s.slice(at))) { at++; }\n  return at;\n}\n';
  const branch =
    'function f(all) {\n  const by = {};\n  for (const a of all) {\n    if (a in by) { by[a] += 1; }\n    else { by[a] = 1; }\n  }\n  return by;\n}\n';
  for (const [whole, lost] of [
    [loop, ' at++; '],
    [branch, ' by[a] = 1; '],
  ] as const) {
    const rank = rankOf(whole, input(whole.replace(lost, '')));
    expect(rank).toBeGreaterThan(0);
    expect(rank).toBeLessThanOrEqual(40);
  }
});
