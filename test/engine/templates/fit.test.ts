// What comes first of several candidates of one family: what fits by its kind, its name and where it is used.
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { generateCandidates, type TemplateCandidate } from '../../../src/engine/templates/index.ts';
import { weighLine } from '../../../src/engine/templates/weigh-line.ts';

function candidatesAt(path: string, text: string, line: number): readonly TemplateCandidate[] {
  const failing = [{ id: 'a test', file: 'test/a.test.js', line: 1, message: 'it failed', expected: null, actual: null, frames: [] }];
  return generateCandidates({ files: [{ path, text }], suspects: [{ path, line, score: 1 }], failing, testSources: [], priors: [] });
}

/** Of two texts the one that is put earlier, on the line that says `HERE` at its end. */
function weightsOf(path: string, text: string, ...wanted: readonly string[]): readonly number[] {
  const line = text.split('\n').findIndex((each) => /HERE/.test(each)) + 1;
  const candidates = candidatesAt(path, text, line);
  return wanted.map((each) => candidates.find((candidate) => candidate.text === each)?.weight ?? 0);
}

const applied = (text: string, { start, end, text: put }: TemplateCandidate): string => text.slice(0, start) + put + text.slice(end);

describe('a name in the place of another one', () => {
  it.each([
    [
      'what the annotation allows',
      'a.ts',
      'function f(a: string, b: string, c: number[]) {\n  g(a.trim()); // HERE\n  g(b, c);\n}',
      'b',
      'c',
    ],
    [
      'what the initialiser is',
      'a.js',
      'function f() {\n  const a = 1;\n  const b = 2;\n  const c = /x/;\n  g(a * 2); // HERE\n  g(b, c);\n}',
      'b',
      'c',
    ],
    [
      'what an alias of a type stands for',
      'a.ts',
      "type T = 'x' | 'y';\nfunction f(a: T, b: T, c: boolean) {\n  g(a.length); // HERE\n  g(b, c);\n}",
      'b',
      'c',
    ],
    [
      'what a type parameter is bound to',
      'a.ts',
      'function f<T extends string>(a: T, b: T, c: RegExp) {\n  g(a.trim()); // HERE\n  g(b, c);\n}',
      'b',
      'c',
    ],
    [
      'what can be called',
      'a.js',
      'function f(a) {\n  const list = [];\n  const make = () => 1;\n  g(a); // HERE\n  g(list, make);\n}',
      'make',
      'list',
    ],
    [
      'what a list was said to hold',
      'a.ts',
      'function f<T extends object>(g: any, into: any, key: string, ...rest: T[]) {\n  const one = rest.shift();\n  const two = g();\n  if (into[key]) return; // HERE\n  g(one[key], two[key]);\n}',
      'two',
      'one',
    ],
    [
      'what an element of a list is',
      'a.ts',
      'function f(g: (...all: unknown[]) => void, a: string, texts: readonly string[], flags: Array<boolean>) {\n  for (const b of texts) for (const c of flags) {\n    g(a.trim()); // HERE\n    g(b, c);\n  }\n}',
      'b',
      'c',
    ],
    [
      'what can be gone through',
      'a.ts',
      'function f(a: string[], b: string[], c: boolean) {\n  for (const x of a) g(x); // HERE\n  g(b, c);\n}',
      'b',
      'c',
    ],
    [
      'what is compared with a truth value',
      'a.ts',
      'function f(a: boolean, b: boolean, c: string) {\n  if (a === true) g(); // HERE\n  g(b, c);\n}',
      'b',
      'c',
    ],
    ['what it is used for elsewhere', 'a.js', 'function f(a, b, c) {\n  g(a * 2); // HERE\n  g(b - 1, c.trim());\n}', 'b', 'c'],
    [
      'what is written alike',
      'a.js',
      "import { limit, LIMIT } from './x.js';\nfunction f(size) {\n  g(size); // HERE\n  g(limit, LIMIT);\n}",
      'limit',
      'LIMIT',
    ],
  ])('is likelier by %s', (_, path, text, likelier, other) => {
    const [one = 0, two = 0] = weightsOf(path, text, likelier, other);
    expect(one).toBeGreaterThan(two);
  });

  it('is hardly one that is declared where it is asked whether there is such a thing', () => {
    const text = (name: string): string =>
      `const ${name} = {};\nconst isThere = typeof window === 'undefined'; // HERE\nexport const f = () => ${name};`;
    const [other = 0, flipped = 0] = weightsOf('a.ts', text('other'), 'other', '!==');
    expect(flipped).toBeGreaterThan(5 * other);
  });

  it('is never a type', () => {
    const text = "import type { Shape } from './x.ts';\nexport function f(a: Shape, b: Shape) {\n  return g(a, b); // HERE\n}";
    expect(weightsOf('a.ts', text, 'Shape')).toEqual([0]);
  });
});

describe('a negation', () => {
  it('is of one test rather than of several', () => {
    const text = 'function f(a, g) {\n  if (a !== undefined && g(a)) return 1; // HERE\n}';
    const [one = 0, several = 0] = weightsOf('a.js', text, '!g(a)', '!(a !== undefined && g(a))');
    expect(one).toBeGreaterThan(several);
    expect(several).toBeGreaterThan(0);
  });
});

describe('a condition that became a constant', () => {
  it('comes before anything else on its line', () => {
    const text = 'function f(list, isOpen, g) {\n  for (const a of list) {\n    if (true) g(a + 1, a * 2); // HERE\n  }\n}';
    expect(candidatesAt('a.js', text, 3)[0]?.template).toBe('constant condition');
  });

  it('asks for truth values before other values, and for each as its kind allows', () => {
    const text = 'function f(a: string, b: string[], isOpen: boolean, g: () => void) {\n  if (true) g(); // HERE\n}';
    const made = candidatesAt('a.ts', text, 2).filter(({ template }) => template === 'constant condition');
    const [flag = 0, length = 0, list = 0] = ['isOpen', 'b.length', 'b'].map((each) => made.find((one) => one.text === each)?.weight);
    expect(flag).toBeGreaterThan(length);
    expect(length).toBeGreaterThan(list);
  });

  it.each([
    [
      'a member that its type has and nobody reads',
      'interface O {\n  deep?: boolean;\n}\nexport function f(o: O) {\n  if (true) g(); // HERE\n}',
      '!o.deep',
    ],
    [
      'whether a search found something',
      "function f(a: string) {\n  const at = a.indexOf('#');\n  if (true) g(a.slice(at)); // HERE\n}",
      'at !== -1',
    ],
    [
      'one of the texts of the file',
      "function f(list: string[]) {\n  g('..');\n  for (const s of list) if (true) g(); // HERE\n}",
      "s === '..'",
    ],
    ['two tests at once', 'function f(isOpen: boolean, isNew: boolean) {\n  if (true) g(); // HERE\n}', 'isOpen && isNew'],
    [
      'two tests at once, spelled as the file spells them',
      'function f(wasUp: boolean, isUp: boolean) {\n  if (isUp === true) g();\n  if (true) h(); // HERE\n}',
      'wasUp === false && isUp === true',
    ],
    [
      'what an imported function answers',
      "import { isReady } from './x.ts';\nfunction f(a: string) {\n  if (true) g(a); // HERE\n}",
      'isReady(a)',
    ],
    [
      'what a function in a constant answers, of two values',
      'const isText = (a: unknown): a is string => h(a);\nfunction f(isOpen: boolean, a: string) {\n  if (true) g(a); // HERE\n}',
      'isOpen && !isText(a)',
    ],
    [
      'what a list holds at an index',
      'function f(flags: boolean[]) {\n  flags.forEach((each, at: number) => {\n    if (true) g(each); // HERE\n  });\n}',
      'flags[at]',
    ],
    [
      'whether an index is one of a list',
      'function f(list: string[], at: number) {\n  if (true) g(list, at); // HERE\n}',
      'at < list.length',
    ],
    [
      'whether a collection has what is put into it',
      'const known = new Map();\nfunction f(a: string) {\n  if (true) known.set(a, 1); // HERE\n  return known.get(a);\n}',
      '!known.has(a)',
    ],
    ['whether a text begins with another one', 'function f(a: string, b: string) {\n  if (true) g(a + b); // HERE\n}', 'a.startsWith(b)'],
    [
      'the number beside one that is asked for',
      'function f(a: string) {\n  let dots = 0;\n  if (dots === 1) g(a);\n  else if (true) h(a); // HERE\n}',
      'dots === 2',
    ],
    [
      'a callback what it is given',
      'const f = (list: number[], test: (a: number) => boolean) => list.filter((each, at) => {\n  if (true) return each + at; // HERE\n});',
      'test(each, at)',
    ],
    [
      'a callback about the place of a loop',
      'function f(list: number[], test: (a: number, at: number) => boolean) {\n  for (let i = list.length; i >= 0; i--) {\n    if (true) g(); // HERE\n  }\n}',
      '!test(list[i], i)',
    ],
    [
      'whether one is missing or the other no function',
      'function f(name: string, run: unknown) {\n  if (true) return; // HERE\n}',
      '!name || typeof run !== "function"',
    ],
    [
      'what a whole condition elsewhere asks',
      'function f(a: A, b: B, g: G, h: H) {\n  if (g(a, 1) && h.x(b) > 7) return 1;\n  if (true) return 2; // HERE\n}',
      'g(a, 1) && h.x(b) > 7',
    ],
  ])('asks for %s', (_, text, wanted) => {
    expect(weightsOf('a.ts', text, wanted)[0]).toBeGreaterThan(0);
  });

  it('is meant in an endless loop', () => {
    const templates = candidatesAt('a.js', 'function f(a) {\n  while (true) {\n    if (a.next()) break;\n  }\n}', 2).map(
      ({ template }) => template,
    );
    expect(templates).not.toContain('constant condition');
  });
});

describe('an emptied body', () => {
  it('hands on to the function that nobody calls', () => {
    const text = "import { known, lost } from './x.js';\nexport const a = (b) => known(b);\nexport function f(name) {} // HERE";
    const [own = 0, other = 0] = weightsOf('a.js', text, '{ return lost(name); }', '{ return known(name); }');
    expect(own).toBeGreaterThan(other);
  });
});

describe('a text of which nothing is left', () => {
  it('is what the difference shows', () => {
    const text = "export const f = (a) => a + ''; // HERE";
    const failing = [{ id: 't', file: null, line: null, message: null, expected: "'x-y'", actual: "'x'", frames: [] }];
    const made = generateCandidates({
      files: [{ path: 'a.js', text }],
      suspects: [{ path: 'a.js', line: 1, score: 1 }],
      failing,
      testSources: [],
      priors: [],
    });
    expect(made.slice(0, 3).map((each) => each.text)).toContain("'-y'");
  });
});

describe('statements exchanged', () => {
  const swapped = (text: string): boolean => candidatesAt('a.js', text, 2).some(({ label }) => label.startsWith('statements swapped'));

  it('are only those that can stand either way and whose order matters', () => {
    expect(swapped('function f(a) {\n  const b = a + 1;\n  g(b);\n}')).toBe(false);
    expect(swapped('function f(a) {\n  const b = 1;\n  const c = 2;\n}')).toBe(false);
    expect(swapped('function f(a) {\n  g(a);\n  h(a);\n}')).toBe(true);
  });
});

describe('in Python, a name', () => {
  beforeAll(() => loadGrammars(['a.py']));

  it('is likelier where it is called if it is called elsewhere, and as a value if it holds one', () => {
    const text = 'def f(items, total):\n    total = check(items)\n    other = sized(total)\n    return total  # HERE\n';
    const [value = 0, called = 0] = weightsOf('a.py', text, 'items', 'sized');
    expect(value).toBeGreaterThan(called);
  });

  it('is likelier if it is written as the one it replaces', () => {
    const text = 'LIMIT = 3\nlimit = 4\n\ndef f(size):\n    a = LIMIT + limit\n    return size  # HERE\n';
    const [alike = 0, constant = 0] = weightsOf('a.py', text, 'limit', 'LIMIT');
    expect(alike).toBeGreaterThan(constant);
  });
});

describe('one more or less on a side of an order', () => {
  beforeAll(() => loadGrammars(['a.py']));

  it.each([
    ['a.js', 'const f = (left, right) => left.from < right.to;', 'const f = (left, right) => left.from < right.to + 1;'],
    ['a.js', 'const f = (left, right) => left.from >= right.to;', 'const f = (left, right) => left.from - 1 >= right.to;'],
    ['a.py', 'def f(left, right):\n    return left > right\n', 'def f(left, right):\n    return left > right - 1\n'],
    ['a.py', 'def f(left, right):\n    return left <= right\n', 'def f(left, right):\n    return left + 1 <= right\n'],
  ])('is far less likely than the order that says the same: %s, %s', (path, text, stepped) => {
    const weightOf = (wanted: string): number =>
      candidatesAt(path, text, path.endsWith('.py') ? 2 : 1).find((each) => applied(text, each) === wanted)?.weight ?? 0;
    const turned = (sign: string): string => (sign.endsWith('=') ? sign.slice(0, 1) : `${sign}=`);
    const ordered = text.replace(/ ([<>]=?) /, (_, sign: string) => ` ${turned(sign)} `);
    expect(weightOf(stepped)).toBeGreaterThan(0);
    expect(weightOf(ordered)).toBeGreaterThan(5 * weightOf(stepped));
  });
});

describe('weighLine', () => {
  const settings = { most: 10, breadth: 1_000, dilution: { place: 1, line: 0 } };
  const family = { share: 1 };
  const draft = (place: object, at: number) => ({ family, place, suspicion: 1, proposal: { start: at, end: at, text: `x${at}`, odds: 1 } });

  it('lets what is proposed for one place share the weight of its family, and not what is proposed for another', () => {
    const [one, other] = [{}, {}];
    const weights = weighLine('a line of code', [draft(one, 1), draft(one, 2), draft(other, 3)], settings).map(({ weight }) => weight);
    expect(weights[0]).toBeCloseTo(1, 1);
    expect(weights[1]).toBeCloseTo(0.5, 1);
    expect(weights[2]).toBeCloseTo(0.5, 1);
  });
});
