import { givenIn } from './given-by-tests.ts';
import { type Complaints, readComplaints } from './grammar/complaints.ts';
import { type LintComplaint, lintComplaintsIn } from './lint.ts';
import { asynchronousIn, declaredIn, exportsOf, generatorsIn, typesIn, wholesOf } from './names-in-files.ts';
import { scriptModulesIn } from './not-found.ts';
import { ownSources } from './own-tests.ts';
import { type TypeComplaint, typeComplaintsIn } from './type-errors.ts';
import type { FailingTest, SourceFile } from './types.ts';
import { differencesOf, type TextDifference } from './wanted-texts.ts';

/** Literals and names the failure speaks of. */
export interface Clues {
  /** Pairs of what the test wanted and what it got, without quotes. */
  readonly pairs: readonly { readonly expected: string; readonly actual: string }[];
  /** What of them are texts that differ in one place. */
  readonly differences: readonly TextDifference[];
  readonly expectedStrings: readonly string[];
  readonly expectedNumbers: readonly string[];
  /** Expected values that are written in a word, as code: `false`, `null`, `[]`, `'a'`. */
  readonly answers: readonly string[];
  /** Identifiers and property names of the failing tests' sources, with number of uses. */
  readonly testNames: ReadonlyMap<string, number>;
  readonly testStrings: ReadonlySet<string>;
  /** Texts that the failing tests themselves hold, without those beside them in their files. */
  readonly ownStrings: ReadonlySet<string>;
  /** Names that the failing tests themselves give a value which counts as false: `maxAge: 0`. */
  readonly givenEmpty: ReadonlySet<string>;
  /** Keys of object literals in the failing tests' sources. */
  readonly testKeys: ReadonlySet<string>;
  /** The most arguments that the failing tests give a function or method of a name. */
  readonly given: ReadonlyMap<string, number>;
  /** Words of the failure itself that may be names. */
  readonly said: ReadonlySet<string>;
  /** A number came with the other sign. */
  readonly opposite: boolean;
  /** Characters, other than letters and digits, that are in only one of what was wanted and what came, or that were unexpected. */
  readonly marks: readonly string[];
  /** The same that are in what pytest says of the cases that fail. */
  readonly caseMarks: readonly string[];
  /** Names the messages call no function, not defined, unreadable on undefined, not exported. */
  readonly notFunctions: ReadonlySet<string>;
  readonly notDefined: ReadonlySet<string>;
  readonly unreadable: ReadonlySet<string>;
  readonly missingExports: ReadonlySet<string>;
  readonly missingModules: readonly string[];
  /** A file could not be parsed. */
  readonly unparsed: boolean;
  /** True where a message names its place: one of the above is not empty. */
  readonly named: boolean;
  /** What the messages of the other languages say. */
  readonly complaints: Complaints;
  /** Paths of all files known of, and which of those at hand export a name. */
  readonly paths: readonly string[];
  readonly exporters: ReadonlyMap<string, readonly string[]>;
  /** The name of what a file exports as a whole, by its path: its default, or all there is of a module of CommonJS. */
  readonly wholes: ReadonlyMap<string, string>;
  /** What the TypeScript compiler complains of, and which files export a type of a name. */
  readonly typeComplaints: readonly TypeComplaint[];
  readonly lintComplaints: readonly LintComplaint[];
  readonly typesOf: ReadonlyMap<string, readonly string[]>;
  /** Functions and methods that the files at hand declare, where the failure misses one. */
  readonly declared: ReadonlySet<string>;
  /** The failure shows a promise instead of its value. */
  readonly promise: boolean;
  /** Functions and methods of the files at hand that answer a promise. */
  readonly asynchronous: ReadonlySet<string>;
  /** Functions of Python in the files at hand that give their items one by one. */
  readonly generators: ReadonlySet<string>;
  readonly told: {
    readonly withoutNew: boolean;
    readonly constant: boolean;
    readonly notIterable: boolean;
    /** A test waits for an error that does not come. */
    readonly throws: boolean;
    readonly typeError: boolean;
  };
}

const EMPTY = /(?<![\w$.])([A-Za-z_$][\w$]*)['"]?\s*(?::|=(?!=))\s*(?:0(?![\w.])|''|""|false\b|null\b|None\b|False\b)/g;

/** Reads messages, expected and actual values of the failing tests and the words of their files; `paths` are those of all files. */
export function readClues(
  failing: readonly FailingTest[],
  testSources: readonly SourceFile[],
  files: readonly SourceFile[] = [],
  paths: readonly string[] = [],
): Clues {
  const pairs: { expected: string; actual: string }[] = [];
  const strings = new Set<string>();
  const numbers = new Set<string>();
  const answers = new Set<string>();
  for (const test of failing.slice(0, 50)) {
    const { expected, actual } = valuesOf(test);
    if (expected !== null && actual !== null && expected.length < 2000 && actual.length < 2000) pairs.push({ expected, actual });
    const answer = answerOf(test.expected ?? expected);
    if (answer !== null) answers.add(answer);
    const more = expected === null || actual === null ? null : insertedIn(expected, actual);
    if (more !== null) answers.add(more);
    if (expected === null) continue;
    if (/^-?\d+(\.\d+)?$/.test(expected)) numbers.add(expected);
    else if (expected.length < 80) strings.add(expected);
    for (const [, , inner] of expected.slice(0, 2000).matchAll(/(['"])((?:(?!\1)[^\\\n]){1,60})\1/g)) if (inner) strings.add(inner);
  }
  const testNames = new Map<string, number>();
  const testStrings = new Set<string>();
  const testKeys = new Set<string>();
  for (const { text } of testSources.slice(0, 10)) {
    const head = text.slice(0, 200_000);
    for (const [word] of head.matchAll(/[A-Za-z_$][\w$]*/g)) testNames.set(word, (testNames.get(word) ?? 0) + 1);
    for (const [, , inner] of head.matchAll(/(['"])((?:(?!\1)[^\\\n]){1,40})\1/g)) if (inner) testStrings.add(inner);
    for (const [, key] of head.matchAll(/[{,]\s*['"]?([A-Za-z_$][\w$]*)['"]?\s*:/g)) if (key) testKeys.add(key);
  }
  const ownStrings = new Set<string>();
  const own = ownSources(failing, testSources);
  for (const text of own) for (const [, , inner] of text.matchAll(/(['"`])((?:(?!\1)[^\\\n]){1,80})\1/g)) if (inner) ownStrings.add(inner);
  // A pattern of plain words is a text that is looked for.
  for (const text of own)
    for (const [, inner] of text.matchAll(/\/((?:[\w ,;:=-]|\\[./]){3,60})\//g)) if (inner) ownStrings.add(inner.replaceAll('\\', ''));
  const messages = failing.flatMap((test) => (test.message === null ? [] : [test.message.slice(0, 4000)]));
  const all = messages.join('\n');
  const titles = failing.map(({ id, file }) => (file !== null && id.startsWith(file) ? id.slice(file.length) : id).slice(0, 200));
  const told = `${all}\n${titles.join('\n')}`;
  const missingExports = namesIn(
    all,
    /(?:export named|Named export|exported member(?: named)?|declares(?= '[\w$]+' locally)|No matching export(?: in "[^"\n]*")? for import|export) ['"]([\w$]+)['"]/g,
  );
  const notDefined = new Set([
    ...namesIn(all, /([\w$]+)'? is not defined/g),
    ...namesIn(all, /Cannot access '([\w$]+)' before initialization/g),
  ]);
  const notFunctions = namesIn(all, /([\w$]+)\)? is not a (?:function|constructor)/g);
  const unreadable = namesIn(all, /(?:reading|setting|property) '([^']+)'/g);
  const missingModules = [...new Set(scriptModulesIn(all))];
  const complaints = readComplaints(all);
  const typeComplaints = messages.flatMap(typeComplaintsIn);
  const lintComplaints = messages.flatMap(lintComplaintsIn);
  const { unknown, noExport, noMember, moduleCalled } = complaints;
  const isWanted =
    moduleCalled ||
    typeComplaints.length > 0 ||
    [missingExports, notFunctions, notDefined, unknown, noExport, noMember].some(({ size }) => size > 0);
  return {
    complaints,
    pairs: pairs.slice(0, 20),
    differences: differencesOf(pairs.slice(0, 20)),
    expectedStrings: [...strings].slice(0, 20),
    expectedNumbers: [...numbers].slice(0, 5),
    answers: [...answers].slice(0, 4),
    testNames,
    testStrings,
    ownStrings,
    givenEmpty: new Set(own.flatMap((text) => [...namesIn(text, EMPTY)])),
    given: givenIn(own.length > 0 ? own : testSources.slice(0, 2).map(({ text }) => text)),
    testKeys,
    said: namesIn(told, /([A-Za-z_$][\w$]{2,})/g),
    opposite: pairs.some(({ expected, actual }) => isOpposite(expected, actual)),
    marks: [...new Set([...marksOf(pairs), ...unexpectedIn(all)])].slice(0, 8),
    caseMarks: caseMarksOf(failing),
    notFunctions,
    notDefined,
    unreadable,
    missingExports,
    missingModules,
    unparsed: speaksOfParsing(all),
    lintComplaints,
    named:
      typeComplaints.length +
        lintComplaints.length +
        notFunctions.size +
        notDefined.size +
        unreadable.size +
        missingExports.size +
        missingModules.length >
      0,
    paths: [...new Set([...files.map((file) => file.path), ...paths])],
    exporters: isWanted ? exportsOf(files) : new Map(),
    typeComplaints,
    typesOf: typeComplaints.length > 0 ? typesIn(files) : new Map(),
    wholes: isWanted ? wholesOf(files) : new Map(),
    declared: notFunctions.size + noMember.size > 0 ? declaredIn(files) : new Set(),
    asynchronous: asynchronousIn(files),
    generators: generatorsIn(files),
    promise:
      /Promise ?\{|\[object Promise\]|Promise<pending>/.test(all) ||
      pairs.some((pair) => /Promise ?\{|\[object Promise\]/.test(pair.actual)),
    told: {
      withoutNew: /without 'new'/.test(all),
      constant: /Assignment to constant variable|because it is a constant/.test(all),
      notIterable: /is not iterable/.test(all),
      throws: awaitsError.test(all) || failing.some(({ expected, actual }) => expectsError(expected, actual)),
      typeError: /TypeError/.test(`${all} ${failing.map(({ expected }) => expected ?? '').join(' ')}`),
    },
  };
}

/** What test libraries say of an error that did not come. */
const awaitsError =
  /should throw|to (?:have )?throw|Missing expected (?:exception|rejection)|did(?:n't| not) throw|expected (?:.{0,60} )?(?:to (?:be rejected|reject)|an? (?:error|exception))|nothing was thrown/i;

function expectsError(expected: string | null, actual: string | null): boolean {
  return expected !== null && /^(?:\[?\w*Error\b|exception$)/.test(expected.trim()) && !/Error/.test(actual ?? '');
}

function isOpposite(expected: string, actual: string): boolean {
  return (
    expected.replace(/^-/, '') === actual.replace(/^-/, '') && /\d/.test(expected) && !Number.isNaN(Number(expected)) && expected !== actual
  );
}

function marksOf(pairs: Clues['pairs']): readonly string[] {
  const found = new Set<string>();
  for (const { expected, actual } of pairs) {
    for (const mark of expected + actual) if (/[^\w\s]/.test(mark) && expected.includes(mark) !== actual.includes(mark)) found.add(mark);
  }
  return [...found].slice(0, 8);
}

/** `unexpected . at 1`: what a parser of the repository's own did not know. */
function unexpectedIn(messages: string): readonly string[] {
  const said =
    /\b(?:unexpected|unknown|invalid|illegal)(?: (?:character|char|token|symbol|operator))?:? (['"`]?)([^\w\s'"`])\1(?![^\s,;.)])/gi;
  return [...messages.matchAll(said)].map(([, , mark = '']) => mark);
}

function caseMarksOf(failing: readonly FailingTest[]): readonly string[] {
  const cases = failing.slice(0, 20).map(({ id }) => /\[([^\n]{1,300})\]$/.exec(id)?.[1] ?? '');
  return [...new Set(cases.join('').match(/[^\w\s]/g) ?? [])].slice(0, 16);
}

/** Whether a message tells of a file that could not be parsed. */
export function speaksOfParsing(message: string): boolean {
  return (
    /SyntaxError|PARSE_ERROR|Parse failure|Transform failed|Failed to parse|Unexpected (?:token|identifier|end of)/.test(message) ||
    /IndentationError|TabError|syntax error|Parse error|error CS1\d{3}|error: (?:expected|unexpected|[';(){}\]]+ expected)/i.test(message)
  );
}

function valuesOf(test: FailingTest): { expected: string | null; actual: string | null } {
  if (test.expected !== null || test.actual !== null) return { expected: unquote(test.expected), actual: unquote(test.actual) };
  const told = test.message ?? '';
  // The two orders assertion libraries use: chai and vitest name the actual value first, node:assert too, joined by an operator.
  const said = /expected (.{1,200}?) to (?:strictly |deeply |deep |be )*(?:equal|be|eql) (.{1,200}?)(?: \/\/.*)?$/m.exec(told);
  if (said?.[1] !== undefined && said[2] !== undefined) return { actual: unquote(said[1]), expected: unquote(said[2]) };
  const operator = /^(.{1,200}?) (?:===?|deepEqual|strictEqual) (.{1,200})$/m.exec(told);
  if (operator?.[1] !== undefined && operator[2] !== undefined) return { actual: unquote(operator[1]), expected: unquote(operator[2]) };
  return { expected: null, actual: null };
}

/** A short piece that only the expected text has, as code. */
function insertedIn(expected: string, actual: string): string | null {
  if (expected.length <= actual.length || expected.length > 300) return null;
  let head = 0;
  while (head < actual.length && expected[head] === actual[head]) head++;
  let tail = 0;
  while (tail < actual.length - head && expected[expected.length - 1 - tail] === actual[actual.length - 1 - tail]) tail++;
  const piece = expected.slice(head, expected.length - tail).trim();
  return head + tail < actual.length || piece === '' || piece.length > 6 ? null : JSON.stringify(piece);
}

/** An expected value as code, where it is a short one. */
function answerOf(expected: string | null): string | null {
  const value = expected?.trim() ?? '';
  if (/^(?:true|false|null|undefined|NaN|-?\d{1,6}|\[\s*\]|\{\s*\})$/.test(value)) return value;
  return /^(['"])(?:(?!\1)[^\\\n]){0,12}\1$/.test(value) ? value : null;
}

function unquote(value: string | null): string | null {
  const trimmed = value?.trim() ?? null;
  if (trimmed === null) return null;
  const quoted = /^(['"`])([\s\S]*)\1$/.exec(trimmed);
  return quoted?.[2] ?? trimmed;
}

function namesIn(text: string, pattern: RegExp): Set<string> {
  const found = new Set<string>();
  for (const [, name] of text.matchAll(pattern)) if (name !== undefined) found.add(name);
  return found;
}
