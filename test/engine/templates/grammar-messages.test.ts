import { beforeAll, describe, expect, it } from 'vitest';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { generateCandidates } from '../../../src/engine/templates/index.ts';
import type { SourceFile } from '../../../src/engine/templates/types.ts';

beforeAll(() => loadGrammars(['x.py', 'x.go', 'x.rb', 'x.rs', 'x.php', 'x.cs', 'x.java']));

/** Rank of the candidate that makes `right` of a file, from 1, where only one line is suspicious, its first unless another one is given; null where there is none. */
function rankOf(path: string, text: string, right: string, message: string, others: readonly SourceFile[] = [], line = 1): number | null {
  const candidates = generateCandidates({
    files: [{ path, text }, ...others],
    suspects: [{ path, line, score: 1 }],
    failing: [{ id: 'a test', file: null, line: null, message, expected: null, actual: null, frames: [] }],
    testSources: [],
    priors: [],
  });
  const rank = candidates.findIndex((each) => each.path === path && text.slice(0, each.start) + each.text + text.slice(each.end) === right);
  return rank < 0 ? null : rank + 1;
}

describe('a message of Python that names what is wrong leads there, suspicious or not', () => {
  const head = '"""Sums."""\n\n\n';
  it.each([
    ['a name misspelt', "NameError: name 'totl' is not defined. Did you mean: 'total'?", 'totl', 'total', 1],
    ['a module not imported', "NameError: name 'math' is not defined", head, `${head.trimEnd()}\nimport math\n\n\n`, 3],
    [
      'a name of a module not imported',
      "NameError: name 'Counter' is not defined",
      head,
      `${head.trimEnd()}\nfrom collections import Counter\n\n\n`,
      3,
    ],
    ['a member misspelt', "AttributeError: 'list' object has no attribute 'apend'. Did you mean: 'append'?", 'apend', 'append', 1],
    ['a key misspelt', "KeyError: 'pricce'", "'pricce'", "'price'", 3],
    ['an argument too much', 'TypeError: fee() takes 1 positional argument but 2 were given', 'fee(total, 1)', 'fee(total)', 6],
    ['an argument too few', "TypeError: add() missing 1 required positional argument: 'b'", 'add(total)', 'add(total, b)', 4],
  ])('%s', (_, message, wrong, right, most) => {
    const text = `${head}def f(items, b):\n    total = totl\n    items.apend(items[0]['pricce'], 'price')\n    return math.floor(Counter(items)) + fee(total, 1) + add(total)\n`;
    const rank = rankOf('pkg/sums.py', text, text.replace(wrong, right), message);
    expect(rank).not.toBeNull();
    expect(rank).toBeLessThanOrEqual(most);
  });

  it('an import of what another file defines', () => {
    const other = { path: 'src/pkg/money.py', text: 'def round_up(x):\n    return x\n' };
    const text = 'from pkg.mony import round_up\n\n\ndef f(x):\n    return round_up(x)\n';
    expect(rankOf('src/pkg/a.py', text, text.replace('mony', 'money'), "ModuleNotFoundError: No module named 'pkg.mony'", [other])).toBe(1);
    const wrong = text.replace('import round_up', 'import roundup').replace('mony', 'money');
    const right = wrong.replace('import roundup', 'import round_up');
    expect(rankOf('src/pkg/a.py', wrong, right, "ImportError: cannot import name 'roundup' from 'pkg.money'", [other])).toBe(1);
    const bare = 'def f(x):\n    return round_up(x)\n';
    const imported = `from pkg.money import round_up\n${bare}`;
    expect(rankOf('src/pkg/a.py', bare, imported, "NameError: name 'round_up' is not defined", [other])).toBeLessThanOrEqual(3);
  });

  it.each([
    ['misspelt', '.parts.queues', '.parts.queue', "No module named 'plan.parts.queues'"],
    ['moved', '.utils.queue', '.parts.queue', "No module named 'plan.utils'"],
    ['of the folder above', '..parts.queues', '..parts.queue', "No module named 'plan.parts.queues'"],
  ])('a module of a relative import, %s', (_, wrong, right, said) => {
    const path = wrong.startsWith('..') ? 'src/plan/core/a.py' : 'plan/core.py';
    const folder = wrong.startsWith('..') ? 'src/plan' : 'plan';
    const others = ['parts/queue.py', 'parts/__init__.py', 'misc.py'].map((name) => ({ path: `${folder}/${name}`, text: 'V = 1\n' }));
    const text = `from ${wrong} import make\n\nprint(make)\n`;
    expect(rankOf(path, text, text.replace(wrong, right), `ModuleNotFoundError: ${said}`, others)).toBeLessThanOrEqual(2);
  });

  it('a name that its module has not, and that the file goes on using', () => {
    const other = { path: 'plan/parts.py', text: 'def build(x):\n    return x\n' };
    const text = 'from plan.parts import make\n\n\ndef f(x):\n    return make(x)\n';
    const right = text.replace('import make', 'import build as make');
    expect(rankOf('plan/a.py', text, right, "ImportError: cannot import name 'make' from 'plan.parts'", [other])).toBeLessThanOrEqual(3);
  });

  it('a member misspelt throughout, as one change; not where one of that name is declared', () => {
    const text =
      'class A:\n    def f(self, x):\n        return self.a.issupserset(x)\n\n    def g(self, x):\n        return self.b.issupserset(x) or self.b.issuperset(x)\n';
    const said = "AttributeError: 'set' object has no attribute 'issupserset'";
    expect(rankOf('a.py', text, text.replaceAll('issupserset', 'issuperset'), said)).toBe(1);
    const declared = `${text}\n    def issupserset(self, x):\n        return x\n`;
    expect(rankOf('a.py', declared, declared.replaceAll('.issupserset', '.issuperset'), said)).toBeNull();
  });

  it('a member that another file has', () => {
    const other = { path: 'plan/parts.py', text: 'class Queue:\n    def shift(self):\n        return 1\n' };
    const text = 'def f(queue):\n    return queue.shft()\n';
    const said = "AttributeError: 'Queue' object has no attribute 'shft'";
    expect(rankOf('plan/a.py', text, text.replace('shft', 'shift'), said, [other])).toBe(1);
  });

  it.each([
    ['a value that is not returned', 2, 'def f(x):\n    len(x)\n', 'def f(x):\n    return len(x)\n'],
    ['a variable that is not', 3, 'def f(x):\n    y = g(x)\n    y.sort()\n', 'def f(x):\n    y = g(x)\n    y.sort()\n    return y\n'],
  ])('%s', (_, line, text, right) => {
    expect(rankOf('a.py', text, right, "AttributeError: 'NoneType' object has no attribute 'pop'", [], line)).toBeLessThanOrEqual(3);
  });

  it('nothing is returned by what makes an object or hands out values', () => {
    const text = 'class A:\n    def __init__(self, x):\n        y = x\n        self.y = y\n\ndef g(x):\n    y = x\n    yield y\n';
    const candidates = generateCandidates({
      files: [{ path: 'a.py', text }],
      suspects: text.split('\n').map((_, at) => ({ path: 'a.py', line: at + 1, score: 1 })),
      failing: [{ id: 'a test', file: null, line: null, message: 'TypeError', expected: null, actual: null, frames: [] }],
      testSources: [],
      priors: [],
    });
    expect(candidates.length).toBeGreaterThan(10);
    expect(candidates.filter(({ template }) => /return/.test(template))).toEqual([]);
  });

  it.each([
    ['a colon that is missing', 9, 'def b(x)\n    return 2\n', 'def b(x):\n    return 2\n', "SyntaxError: expected ':'"],
    [
      'a line indented by too little',
      10,
      'def b(x):\n   return 2\n\nprint(1)\n',
      'def b(x):\n    return 2\n\nprint(1)\n',
      'IndentationError: unindent',
    ],
    [
      'a block that is not indented',
      10,
      'def b(x):\nx = 1\nreturn x\n',
      'def b(x):\n    x = 1\n    return x\n',
      'IndentationError: expected an indented block after function definition on line 9',
    ],
  ])('%s where Python says so', (_, line, wrong, right, message) => {
    const above = 'from a import b\n\n\ndef a(x):\n    y = x\n    return y\n\n\n';
    const frames = [{ path: 'a.py', line, column: null, function: null }];
    const candidates = generateCandidates({
      files: [{ path: 'a.py', text: above + wrong }],
      suspects: [],
      failing: [{ id: 'a test', file: null, line: null, message, expected: null, actual: null, frames }],
      testSources: [],
      priors: [],
    });
    const made = candidates.map(({ start, end, text }) => (above + wrong).slice(0, start) + text + (above + wrong).slice(end));
    expect(made.slice(0, 12)).toContain(above + right);
  });

  it.each([
    ['None', "TypeError: 'NoneType' object is not iterable", 'for x in items', 'for x in (items or [])'],
    ['a text among numbers', 'TypeError: can only concatenate str (not "int") to str', '+ x', '+ str(x)'],
    ['a coroutine', "RuntimeWarning: coroutine 'f' was never awaited", ' f(a)', ' await f(a)'],
  ])('what it says of a value: %s', (_, message, wrong, right) => {
    const text = `async def g(items, a): return ['n' + x for x in items] + f(a)\n`;
    expect(rankOf('a.py', text, text.replace(wrong, right), message)).toBeLessThanOrEqual(40);
  });
});

describe('the messages of other languages do so too', () => {
  it.each([
    ['a.go', 'package a\n\nfunc f(total int) int {\n\treturn totl\n}\n', './a.go:4:9: undefined: totl', 'totl', 'total'],
    ['a.rb', 'def f(total)\n  1\n  totl\nend\n', "undefined local variable or method `totl' for main:Object", 'totl', 'total'],
    ['a.rs', 'fn f(total: u32) -> u32 {\n    1;\n    totl\n}\n', 'error[E0425]: cannot find value `totl` in this scope', 'totl', 'total'],
    ['a.php', '<?php\nfunction f($total) {\n    return $totl;\n}\n', 'Warning: Undefined variable $totl', '$totl', '$total'],
    [
      'a.cs',
      'class A {\n  int F(int total) {\n    return totl;\n  }\n}\n',
      "error CS0103: The name 'totl' does not exist",
      'totl',
      'total',
    ],
    [
      'A.java',
      'class A {\n  int f(int total) {\n    return totl;\n  }\n}\n',
      'error: cannot find symbol\n  symbol:   variable totl\n',
      'totl',
      'total',
    ],
  ])('%s', (path, text, message, wrong, right) => {
    expect(rankOf(path, text, text.replace(wrong, right), message)).toBe(1);
  });
});
