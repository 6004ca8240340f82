// What speaks against a repair by how it reads.
import { describe, expect, it } from 'vitest';
import { beginsOtherwise } from '../../src/engine/doubtful-values.ts';
import { doubtOf, isWeak, joinsTwins } from '../../src/engine/doubts.ts';

function edit(path: string, text: string, before: string, after: string) {
  expect(text.split(before)).toHaveLength(2);
  const start = text.indexOf(before);
  return { path, start, end: start + before.length, text: after, label: '', template: 'a template', weight: 1 };
}

describe('of a series of numbers with one too many', () => {
  const text = 'ODD = (1, 2, 3, 5, 7, 9)\n';

  it.each(['1', '3', '5', '7', '9'])('%s is not the one that is wrong', (number) => {
    expect(doubtOf(edit('a.py', text, number, '10'), text, false)).toBeLessThan(0.2 * doubtOf(edit('a.py', text, '2', '10'), text, false));
  });
});

it.each([
  [
    'of a number read digit by digit',
    'value = 0\nfor digit in digits:\n    value += base\n    value += digit\n',
    'value += base',
    'value *= base',
  ],
  ['of a mean', 'total = 0\nfor row in rows:\n    total += row\ntotal -= len(rows)\n', 'total -= len', 'total /= len'],
  ['of what was before', 'prev = 0\nfor v in values:\n    out.append(v - prev)\n    prev += v\n', 'prev += v', 'prev = v'],
  ['of a carry', 'carry = 0\nfor x in xs:\n    s = x + carry\n    carry += s // 10\n', 'carry += s', 'carry = s'],
  ['that is told in each round', 'size = 0\nfor row in rows:\n    size += len(row)\n    emit(size)\n', 'size += len', 'size = len'],
  ['of a factor', 'v = 0\nfor b in bs:\n    v *= b + 1\n    v += 1\n', 'v *= b + 1', 'v *= b'],
  ['of another name', 'a = 0\nb = 1\nfor c in cs:\n    a += c\n', 'a += c', 'b *= c'],
])('a repair is not doubted for what the rounds of a loop make of it: %s', (_, text, before, after) => {
  expect(doubtOf(edit('a.py', text, before, after), text, false)).toBe(doubtOf(edit('a.py', text, before, `${before} * 3`), text, false));
});

it('a loop that keeps its last round only is doubted whatever ends its lines', () => {
  const text = 'let total = 0; // so far\r\nfor (const part of parts) {\r\n  total += 9 * part;\r\n}\r\n';
  expect(doubtOf(edit('a.js', text, 'total += 9', 'total = 9'), text, false)).toBeLessThan(0.2);
});

it.each([
  ['a.py', 'def back(s, i, k):\n    return s[i:i + k:-1]\n', 'i + k', 'i - k'],
  ['a.js', 'const back = (t, at) => t.substring(at, at + 3);\n', 'at + 3', 'at - 3'],
  ['a.py', 'def line(title):\n    return "=" * (len(title) - 2)\n', '- 2', '+ 2'],
  ['a.js', "const line = (title) => '='.repeat(title.length - 4);\n", '- 4', '+ 4'],
])('a part that is read backwards, and a line of signs, are not doubted: %s %s', (path, text, before, after) => {
  expect(doubtOf(edit(path, text, before, after), text, false)).toBeGreaterThanOrEqual(0.5);
});

it('what is kept of the last round that fits is no sum forgotten, nor what begins with a value', () => {
  const text = 'def last(parts):\n    at = 0\n    for part in parts:\n        if part:\n            at += part\n    return at\n';
  expect(doubtOf(edit('a.py', text, 'at += part', 'at = part'), text, false)).toBe(1);
  const scaled = 'def power(parts):\n    all = 1\n    for part in parts:\n        all += part\n    return all\n';
  expect(doubtOf(edit('a.py', scaled, 'all += part', 'all *= part'), scaled, false)).toBe(1);
});

describe('a repair is doubted', () => {
  const guarded = `function start(given) {
  const own = { port: 1 };
  if (given.size)
    own.size = given.size;
  return own;
}
`;
  const split = "exports.last = (path, { windows }) => path.split(windows ? /[\\\\/]/ : '/').pop();\n";
  const places = "function isRoot(path) {\n  return path[0] === '.' || path[1] === '/';\n}\n";

  it.each([
    ['that asks for what it is about to set', 'a.js', guarded, 'if (given.size)', 'if (own.size)', 'if (own.port)'],
    [
      'that asks for what it is about to set',
      'a.py',
      'def start(own, given):\n    if given.size:\n        own.size = given.size\n',
      'if given',
      'if own',
      'if other',
    ],
    ['that hands over what is known to be nothing', 'a.js', guarded, 'if (given.size)', 'if (!given.size)', 'if (!given.port)'],
    ['that asks whether there is what it has asked already', 'a.js', split, 'windows ?', 'path ?', 'isOf(path) ?'],
    [
      'that forgets what was gathered so far',
      'a.js',
      'export const count = (lines) => lines.reduce((sum, each) => sum + each.size, 0);\n',
      'sum + each.size',
      'each.size + each.size',
      'sum + each.count',
    ],
    [
      'that forgets what was gathered so far',
      'a.py',
      'def count(lines):\n    return reduce(lambda total, each: total + each.size, lines, 0)\n',
      'total + each.size',
      'each.size + each.size',
      'total + each.count',
    ],
    [
      'that divides something by itself',
      'a.js',
      'export const share = (state) => Math.round((left(state) / all) * 100);\n',
      'left(state)',
      'left(state) / left(state)',
      'all - left(state)',
    ],
    [
      'that goes on behind the end of a list',
      'a.py',
      'def pages(items, size):\n    return [items[at:at + size] for at in range(0, len(items) - 1, size)]\n',
      'len(items) - 1',
      'len(items) + 1',
      'len(items)',
    ],
    [
      'that goes on far behind the end of a list',
      'a.js',
      'function unit(units, size) {\n  let at = 0;\n  while (size > 1024 && at < units.length - 2) at += 1;\n  return units[at];\n}\n',
      'units.length - 2',
      'units.length * 2',
      'units.length - 3',
    ],
    [
      'that takes a part which ends before it begins',
      'a.py',
      'def page(items, start, most):\n    return items[start:start + most - 1]\n',
      'start + most',
      'start - most',
      'start * most',
    ],
    [
      'that takes a part which ends before it begins',
      'a.js',
      'const page = (items, start, most) => items.slice(start, start + most - 1);\n',
      'start + most',
      'start - most',
      'start * most',
    ],
    [
      'that keeps what the last round of a loop gave',
      'a.py',
      'def weight(parts):\n    total = 0\n    for part in parts:\n        total += 9 * part\n    return total % 11\n',
      'total += 9',
      'total = 9',
      'total += 10',
    ],
    [
      'that multiplies nothing',
      'a.js',
      'function weight(parts) {\n  let total = 0;\n  for (const part of parts) {\n    total += 9 * part;\n  }\n  return total % 11;\n}\n',
      'total += 9',
      'total *= 9',
      'total += 10',
    ],
    [
      'that parts a line from two that are written alike',
      'a.py',
      'def is_date(month, day):\n    if month in [1, 3, 5] and day < 1 or day > 31:\n        return False\n    if month in [4, 6] and day < 1 or day > 30:\n        return False\n    if month == 2 and day < 1 or day > 29:\n        return False\n    return True\n',
      'month in [1, 3, 5] and',
      'month in [1, 3, 5] or',
      'day in [1, 3, 5] and',
    ],
    [
      'that parts a line from two that are written alike',
      'a.js',
      'export const isDate = (t) => {\n  if (t[1] == 2 && t[0] > 29) { return false }\n  if ((t[1] == 1 || t[1] == 3 || t[1] == 5) && t[0] > 31) { return false }\n  if ((t[1] == 4 || t[1] == 6) && t[0] > 30) { return false }\n  return true\n}\n',
      't[1] == 5) && t[0] > 31',
      't[1] == 5) && t[0] < 31',
      't[1] == 5) && t[0] > 30',
    ],
    [
      'that leaves a condition that asks for odd and even',
      'a.js',
      'export const both = (y) => y[0] % 2 == 1 && y.at(-1) % 2 == 1 && y.at(-1) % 2 == 0;\n',
      '== 1 && y.at(-1) % 2 == 0',
      '== 1 || y.at(-1) % 2 == 0',
      '== 1 && y.at(-2) % 2 == 0',
    ],
    [
      'that begins a sum with one',
      'a.js',
      'export const count = (lines) => lines.reduce((sum, each) => sum + each.size, 0);\n',
      '0',
      '1',
      'size',
    ],
    [
      'that takes what is rendered for a fallback',
      'a.jsx',
      'export const None = ({ shown }) => <div>{shown.length !== 0 && <p>none</p>}</div>;\n',
      '&&',
      '||',
      '??',
    ],
    ['that holds one character against two', 'a.js', places, "path[1] === '/'", "path[1] === '//'", "path[1] === ':'"],
  ])('%s (%s)', (_what, path, text, before, after, beside) => {
    const wrong = edit(path, text, before, after);
    const other = edit(path, text, before, beside);
    expect(isWeak(wrong, text)).toBe(true);
    expect(isWeak(other, text)).toBe(false);
    expect(doubtOf(wrong, text, false)).toBeLessThan(doubtOf(other, text, false) / 5);
  });

  it('that asks one for what only another one has', () => {
    const text =
      'export function split(value, options) {\n  if (options.strict) check(value, options.separator);\n  return value.split(options.separator);\n}\n';
    const start = text.lastIndexOf('options');
    const put = (name: string) => ({ path: 'a.js', start, end: start + 7, text: name, label: '', template: 'a template', weight: 1 });
    expect(isWeak(put('value'), text)).toBe(true);
    expect(isWeak(put('value'), text.replace('check(value,', 'check(value.separator,'))).toBe(false);
    expect(isWeak({ ...put('value'), start: start - 6, end: start - 1 }, text)).toBe(false);
  });

  it('that breaks the rule of leap years where all of it is said', () => {
    const leap = 'const isLeap = (y) => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;\n';
    expect(isWeak(edit('a.js', leap, '!== 0', '=== 0'), leap)).toBe(true);
    expect(isWeak(edit('a.js', leap, 'isLeap = (y)', 'isLeap = (y, z)'), leap)).toBe(false);
    const part = 'const isLeap = (y) => y % 4 === 0 && y % 100 !== 0;\n';
    expect(isWeak(edit('a.js', part, '!== 0', '=== 0'), part)).toBe(false);
    const python = 'def leap(y):\n    return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)\n';
    expect(isWeak(edit('a.py', python, 'y % 4 ==', 'y % 4 !='), python)).toBe(true);
  });

  it('that asks in each round what stays the same', () => {
    const loop = (more = '') =>
      `function found(n) {\n  const out = [];\n  for (let i = 1; i <= n; i++) {\n    if (has(i) && i >= 10) out.push(i);\n${more}  }\n  return out;\n}\n`;
    const put = (text: string, name: string) => {
      const start = text.indexOf('i >= 10');
      return doubtOf({ path: 'a.js', start, end: start + 1, text: name, label: '', template: 'a template', weight: 1 }, text, false);
    };
    expect(put(loop(), 'n')).toBeLessThan(0.3);
    expect(put(loop('    n -= 1;\n'), 'n')).toBe(1);
    expect(put(loop('    for (const n of rest) use(n);\n'), 'n')).toBe(1);
    const begun = performance.now();
    put(loop().replace('out.push(i);', `out.push(i); // ${'for n '.repeat(5_000)}`), 'n');
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  it('that leaves early for what is asked there already', () => {
    const text =
      "function put(list, key) {\n  for (const each of list) {\n    const name = each[key];\n    if (name === 'secret') continue;\n    put(name);\n  }\n}\n";
    const at = text.indexOf('    const name') + 4;
    const guard = (test: string) => ({
      path: 'a.js',
      start: at,
      end: at,
      text: `if (${test}) return;\n    `,
      label: '',
      template: 'a template',
      weight: 1,
    });
    expect(doubtOf(guard("name === 'secret'"), text, false)).toBeLessThan(doubtOf(guard("key === 'secret'"), text, false) / 3);
  });

  const points = `function points(results) {
  const all = {};
  for (const [home, goals, against] of results) {
    all[home] = 0;
    if (goals <= against) all[home] += goals * 2;
  }
  return all;
}
`;
  const longest = `function longest(text) {
  let best = 0;
  let start = 0;
  for (const [at, char] of [...text].entries()) {
    start = Math.min(start, at + 1);
    best += Number(char) * at;
  }
  return Math.max(best, start + 1);
}
`;
  const letters = 'for ch in word:\n    if seen(ch):\n        total += size(ch) * 2\n';

  it('where a question that the file asks often is asked the other way', () => {
    const ask = (at: number) => `  get part${at}() {\n    return this.isValid ? this.parts[${at}] : NaN;\n  }\n`;
    const text = `class Day {\n${[1, 2, 3, 4].map(ask).join('')}  toString() {\n    return this.isValid ? this.text() : INVALID;\n  }\n}\n`;
    const doubt = (put: string, given = text) => {
      const made = {
        path: 'a.js',
        start: given.lastIndexOf('this.isValid'),
        end: 0,
        text: put,
        label: '',
        template: 'a template',
        weight: 1,
      };
      return doubtOf({ ...made, end: made.start + 'this.isValid'.length }, given, false);
    };
    expect(doubt('!this.isValid')).toBeLessThan(doubt('this.isKnown') / 5);
    const once = text.replace(/ {2}get part[^}]+}\n/g, '');
    expect(doubt('!this.isValid', once)).toBe(doubt('this.isKnown', once));
  });

  it('less where it makes a line like its twin', () => {
    const text = 'const left = given.left[at] || 0;\nconst right = given.right[at];\nconst all = given.all[at];\nmore(left, right, all);\n';
    const at = (name: string) => ({ path: 'a.js', start: text.indexOf(`given.${name}[at]`), label: '', template: 'a template', weight: 1 });
    const edit = (name: string, put: string) => ({ ...at(name), end: at(name).start + `given.${name}[at]`.length, text: put });
    expect(joinsTwins(edit('right', 'given.right[at] || 0'), text)).toBe(false);
    const pair = text.replace('const all = given.all[at];\n', '');
    expect(joinsTwins(edit('right', 'given.right[at] || 0'), pair)).toBe(true);
    expect(joinsTwins(edit('right', 'given.right[at] || 1'), pair)).toBe(false);
  });

  // What is changed stands in the place of `_`.
  it.each([
    ['a list is asked whether it is larger', 'a.js', points, 'goals <= _)', 'against', 'results', 'other'],
    ['a key is asked whether it is larger', 'a.js', points, 'goals <= _)', 'against', 'home', 'other'],
    ['an object is reckoned with', 'a.js', points, '_ * 2', 'goals', 'all', 'against'],
    ['what goes on forgets what it was', 'a.js', longest, 'min(_, at', 'start', 'best', 'start + 1'],
    ['nothing is added each time', 'a.js', longest, 'best += _;', 'Number(char) * at', '0', 'Number(char)'],
    ['nothing is added each time', 'a.py', letters, 'total += _\n', 'size(ch) * 2', '0', 'size(ch)'],
    [
      'what is filled is not returned',
      'a.py',
      'def flat(it, data):\n    data["a"] = it.a\n    return data\n',
      'return _',
      'data',
      'it',
      'data.copy()',
    ],
    [
      'one part is gathered another way',
      'a.py',
      'def fits(a, b):\n    ok = True\n    ok &= one(a)\n    ok &= two(b)\n    return ok\n',
      'ok _= two',
      '&',
      '|',
      '& ',
    ],
    ['the larger of a number and the next is asked for', 'a.js', longest, 'max(_, start', 'best', 'start', 'at'],
    [
      'a function is asked for its length',
      'a.js',
      'const last = (list, n) => list.slice(list.length - n);\n',
      '(_.length',
      'list',
      'last',
      'n',
    ],
    ['only what is fallen back on counts', 'a.js', 'f(Number(given.from ?? 1));\n', 'from _ 1', '??', '&&', '||'],
    ['the whole stands for each part', 'a.py', letters, 'seen(_)', 'ch', 'word', 'total'],
  ])('where %s (%s)', (_what, path, text, place, before, after, beside) => {
    const start = text.indexOf(place.replace('_', before)) + place.indexOf('_');
    const end = start + before.length;
    const doubt = (put: string) => doubtOf({ path, start, end, text: put, label: '', template: 'a template', weight: 1 }, text, false);
    expect(text.slice(start, end)).toBe(before);
    expect(doubt(after)).toBeLessThan(doubt(beside) / 2);
  });

  it.each([
    ['what is set anew by what it was', 'if (given.name) given.name = clean(given.name);\n', 'clean(given.name)', 'given.name.trim()'],
    ['a list of texts', "const isOne = (list) => list[0] === 'one' || list[1] === 'x';\n", "'x'", "'two'"],
  ])('not for %s', (_what, text, before, after) => {
    expect(isWeak(edit('a.js', text, before, after), text)).toBe(false);
  });

  it.each([
    ['blanks behind a condition', `if (a.b${' '.repeat(50_000)}`],
    ['blanks behind a word', `if${' '.repeat(50_000)}`],
    ['brackets that never end', 'a['.repeat(40_000)],
    ['members of members', 'a.'.repeat(40_000)],
    ['a name without end', `if !${'a'.repeat(100_000)}`],
  ])('in no time over a line with %s', (_what, line) => {
    const text = `${line}\ny = 1;\n`;
    const startedAt = performance.now();
    doubtOf(edit('a.js', text, 'y = 1', 'y = 2'), text, false);
    doubtOf({ ...edit('a.js', text, 'y = 1', 'y'), start: 0, end: 2, text: 'if' }, text, false);
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});

it('looks for the beginning of a sum in no long line', () => {
  const text = `${'reduce(+,'.repeat(3_000)}0)`;
  const started = performance.now();
  const zero = { ...edit('a.js', text, '0)', '1'), end: text.length - 1 };
  expect(beginsOtherwise(text, zero)).toBe(false);
  expect(performance.now() - started).toBeLessThan(500);
});
