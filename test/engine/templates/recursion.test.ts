import { beforeAll, expect, it } from 'vitest';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { generateCandidates } from '../../../src/engine/templates/index.ts';
import { input, rankOf, red } from './ranks.ts';

beforeAll(() => loadGrammars(['a.py']));

/** What ends without the case in which it answers on its own: the function as it was, and the case. */
const RECURSIONS: readonly (readonly [string, string, string])[] = [
  ['a factorial', 'function f(n) {\n  if (n <= 1) return 1;\n  return n * f(n - 1);\n}\n', 'if (n <= 1) return 1;'],
  ['the Fibonacci numbers', 'function f(n) {\n  if (n <= 1) return n;\n  return f(n - 1) + f(n - 2);\n}\n', 'if (n <= 1) return n;'],
  [
    'a greatest common divisor',
    'const gcd = (a, b) => {\n  if (b === 0) return a;\n  return gcd(b, a % b);\n};\n',
    'if (b === 0) return a;',
  ],
  [
    'the depth of a tree',
    'function depth(node) {\n  if (!node) return 0;\n  return Math.max(depth(node.left), depth(node.right)) + 1;\n}\n',
    'if (!node) return 0;',
  ],
  [
    'a walk over a tree',
    'function walk(node, seen) {\n  if (!node) return;\n  walk(node.left, seen);\n  seen.push(node.value);\n  walk(node.right, seen);\n}\n',
    'if (!node) return;',
  ],
  [
    'a search in a sorted list',
    'function find(list, wanted, low, high) {\n  if (low > high) return -1;\n  const mid = (low + high) >> 1;\n  if (list[mid] === wanted) return mid;\n' +
      '  return list[mid] < wanted ? find(list, wanted, mid + 1, high) : find(list, wanted, low, mid - 1);\n}\n',
    'if (low > high) return -1;',
  ],
  [
    'a list that is turned round',
    "function turned(text) {\n  if (text === '') return '';\n  return turned(text.slice(1)) + text[0];\n}\n",
    "if (text === '') return '';",
  ],
  [
    'a method of an object',
    'class Sum {\n  of(list, at) {\n    if (at >= list.length) return 0;\n    return list[at] + this.of(list, at + 1);\n  }\n}\n',
    'if (at >= list.length) return 0;',
  ],
];
const PYTHON: typeof RECURSIONS = [
  [
    'a factorial',
    'def f(n):\n    """The factorial of n."""\n    if n <= 1:\n        return 1\n    return n * f(n - 1)\n',
    '    if n <= 1:\n        return 1\n',
  ],
  [
    'a greatest common divisor',
    'def gcd(a, b):\n    if b == 0:\n        return a\n    return gcd(b, a % b)\n',
    '    if b == 0:\n        return a\n',
  ],
  [
    'the size of a tree',
    'def size(node):\n    if not node:\n        return 0\n    return size(node.left) + size(node.right) + 1\n',
    '    if not node:\n        return 0\n',
  ],
  [
    'a list that is turned round',
    'def turned(items):\n    if not items:\n        return []\n    return turned(items[1:]) + [items[0]]\n',
    '    if not items:\n        return []\n',
  ],
  [
    'a method of an object',
    'class Sum:\n    def of(self, items, at):\n        if at >= len(items):\n            return 0\n        return items[at] + self.of(items, at + 1)\n',
    '        if at >= len(items):\n            return 0\n',
  ],
];

const ENDLESS = { failing: [red('RangeError: Maximum call stack size exceeded')] };
const TOO_DEEP = { failing: [red('RecursionError: maximum recursion depth exceeded')] };

it.each(RECURSIONS)('the end of %s is among the first where it never ends', (_, whole, lost) => {
  const rank = rankOf(whole, input(whole.replace(lost, ''), ENDLESS));
  expect(rank).toBeGreaterThan(0);
  expect(rank).toBeLessThanOrEqual(60);
});

it.each(PYTHON)('the end of %s in Python is among the first where it never ends', (_, whole, lost) => {
  const rank = rankOf(whole, input(whole.replace(lost, ''), TOO_DEEP, 'src/a.py'));
  expect(rank).toBeGreaterThan(0);
  expect(rank).toBeLessThanOrEqual(60);
});

const firstEnd = (text: string, path: string, given: object): string | undefined => {
  const first = generateCandidates(input(text, given, path)).find(({ template }) => template === "recursion's end");
  return first?.text.replace(/\s+/g, ' ').trim();
};

it.each([
  ['src/a.js', 'async function f(n) {\n  return n + (await f(n - 1));\n}\n', 'if (n === 0) return 0;'],
  ['src/a.ts', 'function f(n: number): number {\n  return n + (f(n - 1) as number);\n}\n', 'if (n === 0) return 0;'],
  ['src/a.ts', 'function f(this: A, n: number): number {\n  return n + f(n - 1);\n}\n', 'if (n === 0) return 0;'],
  ['src/a.js', 'function f(größe) {\n  return f(größe - 1) + 1;\n}\n', 'if (größe === 0) return 0;'],
  ['src/a.js', 'function* f(n) {\n  yield n;\n  yield* f(n - 1);\n}\n', 'if (n === 0) return;'],
  ['src/a.py', 'async def f(n):\n    return n + await f(n - 1)\n', 'if n == 0: return 0'],
  ['src/a.py', 'def f(n):\n    yield n\n    yield from f(n - 1)\n', 'if n == 0: return'],
  ['src/a.py', 'def f(acc, n):\n    return f(n=n - 1, acc=acc)\n', 'if n == 0: return None'],
])('in %s the first end of %s is %s', (path, text, end) => {
  expect(firstEnd(text, path, path.endsWith('.py') ? TOO_DEEP : ENDLESS)).toBe(end);
});

it.each([
  ['src/a.js', 'class A {\n  encode(text) {\n    return encode(text.value);\n  }\n}\n'],
  ['src/a.py', 'class A:\n    def encode(self, text):\n        return encode(text.value)\n'],
])('in %s what a method calls by its own name is another function', (path, text) => {
  expect(firstEnd(text, path, path.endsWith('.py') ? TOO_DEEP : ENDLESS)).toBeUndefined();
});

it('an arrow function without a block asks before it calls itself', () => {
  const rank = rankOf('const f = (n) => n <= 1 ? 1 : (n * f(n - 1));\n', input('const f = (n) => n * f(n - 1);\n', ENDLESS));
  expect(rank).toBeGreaterThan(0);
  expect(rank).toBeLessThanOrEqual(60);
});

it('what leaves somewhere gets another end first only where the message says that it never ends', () => {
  const leaving = 'function f(n) {\n  if (n > 90) return 2;\n  return n * f(n - 1);\n}\n';
  const wanted = leaving.replace('if (n > 90)', 'if (n <= 1) return 1;\n  if (n > 90)');
  const [said, unsaid] = [rankOf(wanted, input(leaving, ENDLESS)), rankOf(wanted, input(leaving))];
  expect(said).toBeGreaterThan(0);
  expect(said).toBeLessThanOrEqual(20);
  expect(unsaid === 0 || unsaid > said).toBe(true);
});

it('what hands on all that it was given has no test by which it could end', () => {
  const same = 'function f(n) {\n  return f(n);\n}\n';
  const templates = generateCandidates(input(same, ENDLESS)).map(({ template }) => template);
  expect(templates.length).toBeGreaterThan(0);
  expect(templates).not.toContain("recursion's end");
});
