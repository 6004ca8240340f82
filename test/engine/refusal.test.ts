import { beforeAll, describe, expect, it } from 'vitest';
import { type Recent, refusalOf } from '../../src/engine/refusal.ts';
import { type SearchResult, search } from '../../src/engine/search.ts';
import { loadGrammars } from '../../src/engine/templates/grammar/loader.ts';
import type { TemplateCandidate } from '../../src/engine/templates/types.ts';

/** The edit that makes `after` of the only `before` in a text. */
function edit(path: string, text: string, before: string, after: string): TemplateCandidate {
  expect(text.split(before)).toHaveLength(2);
  const start = text.indexOf(before);
  return { path, start, end: start + before.length, text: after, label: `${before} -> ${after}`, template: 'any', weight: 1 };
}

interface Given {
  readonly test?: string;
  readonly recent?: readonly Recent[];
}

function refusal(path: string, text: string, edits: readonly (readonly [string, string])[], { test = '', recent = [] }: Given = {}) {
  const repair = edits.map(([before, after]) => edit(path, text, before, after));
  return refusalOf(repair, { files: [{ path, text }], testSources: [{ path: 'test/all.test.js', text: test }], recent });
}

const deletion = 'it only takes code away';
const unreached = 'it keeps code from being reached';
const constant = 'it makes a condition constant';
const recognition = 'it only recognises what the tests give or expect';

describe('an answer that only the tests speak of is refused', () => {
  const text = 'export function progress(left, all) {\n  return Math.round((left / all) * 100);\n}\n';
  const given = { test: 'expect(progress(2, 3)).toBe(33);\n' };

  it('where it is returned on a condition', () => {
    expect(refusal('a.js', text, [['  return Math', '  if (all) return 33;\n  return Math']], given)).toBe(recognition);
    expect(refusal('a.js', text, [['  return Math', '  if (all) return 0;\n  return Math']], given)).toBeNull();
  });
});

describe('what passes the tests is refused', () => {
  const js = `function ship(order, log) {
  if (order.heavy) {
    check(order);
    order.cost += 5;
  } else order.cost -= 1;
  for (const each of order.items) log.push(() => { note(each); });
  const fee = order.far ? order.fee : 0;
  switch (order.kind) {
    case 'gift':
      wrap(order);
  }
  return order.cost + fee - 1;
}
`;
  const inJs = (edits: readonly (readonly [string, string])[], given?: Given) => refusal('src/ship.js', js, edits, given);

  it.each([
    ['a statement', '    check(order);\n', ''],
    ['a statement with what it holds', "  switch (order.kind) {\n    case 'gift':\n      wrap(order);\n  }\n", ''],
    ['a call, with what it was given left over', 'check(order);', 'order;'],
    ['the body of a function inside of a statement', 'note(each); ', ''],
    ['a condition around statements', '} else order.cost -= 1;', '}'],
    ['a case', "    case 'gift':\n      wrap(order);\n", ''],
  ])('when it only deletes %s', (_, before, after) => {
    expect(inJs([[before, after]])).toBe(deletion);
  });

  it('when it takes the condition off', () => {
    const text = 'function f(a) {\n  if (a) b();\n  c();\n}\n';
    expect(refusal('a.js', text, [['if (a) ', '']])).toBe(deletion);
  });

  it.each([
    ['src/show.js', 'function show(page, text) {\n  return PART;\n}\n', 'page.render(text)', 'page', 'text'],
    ['src/show.py', 'def show(path):\n    with open(path) as file:\n        return PART\n', 'page(file.read())', 'page', 'file'],
    ['src/sum.js', 'const sum = (a, b) => {\n  return PART;\n};\n', 'a + b', 'a', 'b'],
  ])('when what it leaves out is read nowhere then: %s', async (path, text, before, after, unread) => {
    await loadGrammars([path]);
    expect(refusal(path, text.replace('PART', before), [[before, after]])).toBe(deletion);
    // Read elsewhere as well, or with something else in its place, it is another value.
    expect(refusal(path, text.replace('PART', `${before} + ${unread}`), [[before, after]])).toBeNull();
    expect(refusal(path, text.replace('PART', before), [[before, `${after}2`]])).toBeNull();
  });

  it('when it asks a new object for what that has not', () => {
    const text = (more: string) => `function start(given) {
  const own = { port: 1 };
${more}  if (given.host)
    own.host = given.host;
  return own;
}
`;
    const asked: readonly (readonly [string, string])[] = [['if (given.host)', 'if (own.host)']];
    expect(refusal('a.js', text(''), asked)).toBe(constant);
    expect(refusal('a.js', text('').replace('port: 1', 'port: 1, host: undefined'), asked)).toBe(constant);
    expect(refusal('a.js', text('  if (given.path) own.path = given.path;\n'), asked)).toBe(constant);
    for (const more of ['  own.host = local;\n', '  fill(own);\n', '  for (const key in given) own[key] = 1;\n'])
      expect(refusal('a.js', text(more), asked)).toBeNull();
    expect(refusal('a.js', text(''), [['if (given.host)', 'if (own.port)']])).toBeNull();
  });

  it('when two edits together only delete, and not when the second puts something there', () => {
    expect(
      inJs([
        ['    check(order);\n', ''],
        [' else order.cost -= 1;', ''],
      ]),
    ).toBe(deletion);
    expect(
      inJs([
        ['    check(order);\n', ''],
        ['cost + fee', 'cost - fee'],
      ]),
    ).toBeNull();
  });

  it('but not when the linter says that it is too much', () => {
    const taken = edit('src/ship.js', js, '    check(order);\n', '');
    const surroundings = { files: [{ path: 'src/ship.js', text: js }], testSources: [], recent: [] };
    expect(refusalOf([{ ...taken, template: 'statement deleted' }], surroundings)).toBe(deletion);
    expect(refusalOf([{ ...taken, template: 'as the linter says' }], surroundings)).toBeNull();
  });

  it('when a jump keeps code from running', () => {
    expect(inJs([['    check(order);', '    return 0;\n    check(order);']])).toBe(unreached);
  });

  it.each([
    ['true', 'if (order.heavy)', 'if (true)'],
    ['always one operand', 'if (order.heavy)', 'if (order.heavy || !false)'],
    ['compared with itself', 'if (order.heavy)', 'if (order.heavy === order.heavy)'],
    ['a type that is none', 'if (order.heavy)', "if (typeof order === 'heavy')"],
    ['a name for a type that is none', 'if (order.heavy)', "const type = typeof order;\n  if (type !== 'order')"],
    ['a position below all there are', 'if (order.heavy)', "if (order.name.indexOf('!') < -1)"],
    ['yes or no below none', 'if (order.heavy)', "if (order.name.includes('!') < 0)"],
    ['yes or no as a position', 'if (order.heavy)', "if (order.name.startsWith('!') === -1)"],
    ['a length above none at all', 'if (order.heavy)', 'if (-1 < order.items.length)'],
    ['one way of a choice', 'order.far ? order.fee : 0', '(order.fee)'],
    ['the order of an object and a number', 'if (order.heavy)', 'if (order < fee)'],
    ['an answer that compares a value with itself', 'order.far ? order.fee : 0', 'order.fee === order.fee'],
  ])('when a condition becomes constant: %s', (_, before, after) => {
    expect(inJs([[before, after]])).toBe(constant);
  });

  it.each([
    ['a type', 'if (order.heavy)', "if (typeof order === 'string')"],
    ['a position', 'if (order.heavy)', "if (order.name.indexOf('!') > -1)"],
    ['nothing that was found, less one', 'if (order.heavy)', "if (order.name.indexOf('!') - 1 < -1)"],
    ['no length', 'if (order.heavy)', 'if (order.items.length <= 0)'],
    ['a name for something else', 'if (order.heavy)', "const type = order.type;\n  if (type === 'heavy')"],
    ['the order of a member', 'if (order.heavy)', 'if (order.cost < fee)'],
    ['the order of what is only called', 'if (order.heavy)', 'if (fee < order.name)'],
    ['a parameter of that name', 'if (order.heavy)', "const type = typeof order;\n  if (order.all.some((type) => type === 'heavy'))"],
  ])('but not when a condition asks for %s', (_, before, after) => {
    expect(inJs([[before, after]])).toBeNull();
  });

  it.each([
    ['compares with a value of the tests', 'if (order.heavy)', "if (order.name === 'anvil')", "ship({ name: 'anvil' })"],
    ['compares with a number of the tests', 'if (order.heavy)', 'if (order.id === 4711)', 'ship({ id: 4711 })'],
    ['answers with what the tests expect', 'return order.cost + fee - 1', "return 'free of charge'", "equal(ship({}), 'free of charge')"],
    ['answers so on a condition', 'order.cost + fee - 1', "fee !== null ? 'free of charge' : (order.cost + fee - 1)", "'free of charge'"],
    ['answers so otherwise', 'order.cost + fee - 1', "fee === null ? order.cost : ('free of charge')", "'free of charge'"],
    ['puts what the tests expect for what was computed', 'order.cost + fee - 1', '1234', 'equal(ship({}), 1234)'],
  ])('when it %s', (_, before, after, test) => {
    expect(inJs([[before, after]], { test })).toBe(recognition);
  });
});

describe('what changes what a program does is none of these', () => {
  const text = "function f(a, b) {\n  if (a.kind === 'old') g(a, b);\n  return a.list.slice(1).concat(b) || true;\n}\n";
  const inText = (before: string, after: string, test = "f({ kind: 'new' })") => refusal('src/f.js', text, [[before, after]], { test });

  it.each([
    ['an operand left out', ' || true', ''],
    ['an argument left out', 'g(a, b)', 'g(a)'],
    ['a call left out', '.slice(1)', ''],
    ['a literal put right', "'old'", "'new'"],
    ['a statement put elsewhere', 'g(a, b);', 'h(a, b);'],
    ['a default', 'a.list', "(a.name ?? 'new').list"],
    ['an option', 'a.list', "a?.pick({ mode: 'new' })"],
    ['a guard', '  if (a.kind', '  if (!b) return null;\n  if (a.kind'],
  ])('%s', (_, before, after) => {
    expect(inText(before, after)).toBeNull();
  });

  it('a statement deleted that a recent change had brought: that is an undoing', () => {
    const recent = (endLine: number): readonly Recent[] => [{ path: 'src/f.js', startLine: 2, endLine }];
    const gone = [["  if (a.kind === 'old') g(a, b);\n", '']] as const;
    expect(refusal('src/f.js', text, gone, { recent: recent(2) })).toBeNull();
    expect(refusal('src/other.js', text, gone, { recent: recent(2) })).toBe(deletion);
    expect(refusal('src/f.js', text, gone, { recent: recent(1) })).toBe(deletion);
  });

  it('anything in a file that was no program', () => {
    expect(refusal('a.js', 'f(;\ng();\n', [['f(;\n', '']])).toBeNull();
  });
});

describe('in Python too', () => {
  beforeAll(() => loadGrammars(['x.py']));
  const python =
    'def f(a, b):\n    if a > 1:\n        b.append(a)\n        a = 1\n    c = a if b else 0\n    while a:\n        a -= 1\n    return c\n';
  const inPython = (before: string, after: string, test = '') => refusal('f.py', python, [[before, after]], { test });

  it.each([
    ['a statement', '        b.append(a)\n', '', deletion],
    ['a body', 'a -= 1', 'pass', deletion],
    ['a call, with what it was called on left over', 'b.append(a)', 'b', deletion],
    ['a return in front', '    c = a', '    return a\n    c = a', unreached],
    ['a condition', 'a > 1', 'True', constant],
    ['an operand', 'a > 1', 'a > 1 or not None', constant],
    ['a choice', 'a if b else 0', 'a', constant],
    ['a length below none', 'a > 1', 'len(b) < 0', constant],
    ['an answer that compares a value with itself', 'return c', 'return c == c', constant],
    ['a value of the tests', 'a > 1', 'a == "anvil"', recognition],
  ])('%s', (_, before, after, why) => {
    expect(inPython(before, after, "assert f('anvil', [])")).toBe(why);
  });

  it.each([
    ['a default', 'return c', 'return c or 10'],
    ['a default of what is set', 'c = a if b else 0', 'c = (b and a or 1)'],
    ['what is no number', 'return c', 'return c != c'],
  ])('but not %s', (_, before, after) => {
    expect(inPython(before, after)).toBeNull();
  });

  it('an answer that stands in the documentation as an example', () => {
    const documented = python.replace('b):\n', 'b):\n    """F.\n\n    >>> f(3, [])\n    \'free of charge\'\n    """\n');
    const inExample = (before: string, after: string) => refusal('f.py', documented, [[before, after]], { test: documented });
    expect(inExample('return c', "return 'free of charge'")).toBe(recognition);
    expect(inExample('return c', "return 'free of charge' if a == 3 else c")).toBe(recognition);
    expect(inExample('return c', 'return a')).toBeNull();
    expect(inPython('b.append(a)', "b.append(g(a, mode='strict'))\n        if b:\n            a = 2", "'strict'")).toBeNull();
  });

  it('but not another operator, another operand or a guard', () => {
    expect(inPython('a > 1', 'a >= 1')).toBeNull();
    expect(inPython('a > 1', 'a > 1 and b')).toBeNull();
    expect(inPython('    if a', '    if not b:\n        return 0\n    if a')).toBeNull();
  });
});

describe('the search', () => {
  const file = { path: 'a.js', text: 'function f(a) {\n  g(a);\n  return a + 1;\n}\n' };
  const deleted = edit(file.path, file.text, '  g(a);\n', '');
  const operator = edit(file.path, file.text, 'a + 1', 'a - 1');
  /** Where every candidate is green, and only as many are judged as are asked for. */
  const find = (candidates: readonly TemplateCandidate[]): Promise<SearchResult> => {
    const tryEdits = async (batch: readonly unknown[]) => ({
      judged: Math.min(1, batch.length),
      green: [0],
      partial: [],
      breaks: [],
      invalid: [],
      error: null,
    });
    const tools = { tryEdits, spent: () => ({ seconds: 0, testRuns: 0, judged: 0, rate: 1, warm: false, left: null, last: null }) };
    return search({ tools, candidates, failing: [], files: [file], testSources: [], recent: [], room: () => 10, alone: true });
  };

  it('goes on behind what is refused, and keeps it with the reason', async () => {
    const { green, refused } = await find([deleted, operator]);
    expect(green).toEqual([[operator]]);
    expect(refused).toEqual([{ repair: [deleted], why: deletion }]);
  });

  it('finds nothing where nothing else is green', async () => {
    expect(await find([deleted])).toMatchObject({ green: [], refused: [{ why: deletion }] });
  });
});
