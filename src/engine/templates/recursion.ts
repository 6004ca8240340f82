// Where a recursion may end: tests of what it hands on to itself, and what it may answer there. For all languages.
import { escapeRegex } from '../escape.ts';

/** What a function does with what it gets from itself. */
export type Use = 'sum' | 'product' | 'truth' | 'list' | 'text' | 'answer' | 'kept' | 'nothing';

/** A function that calls itself. */
export interface Recursion {
  /** In their order; one that has no name of its own is empty. */
  readonly parameters: readonly string[];
  /** The arguments of each call of itself, as they are written. */
  readonly calls: readonly (readonly string[])[];
  readonly uses: ReadonlySet<Use>;
  /** What it answers elsewhere without calling itself, as it is written. */
  readonly answers: readonly string[];
  /** Names whose length it asks for, or that it looks into by an index. */
  readonly measured: readonly string[];
}

/** How a language says it. */
export interface Tongue {
  readonly equals: string;
  readonly nothing: string;
  readonly yes: string;
  readonly no: string;
  readonly lengthOf: (name: string) => string;
  /** True where a name holds nothing. */
  readonly missing: (name: string) => readonly string[];
  /** True where a list, or a text, is empty. */
  readonly empty: (name: string) => readonly string[];
}

/** Where the function answers without calling itself; an answer of null is none, as of a function that is called for what it does. */
export interface Ending {
  readonly test: string;
  readonly answer: string | null;
  readonly odds: number;
}

type Odds = ReadonlyMap<string | null, number>;

/** What becomes of a parameter from one call to the next. */
type Step = 'same' | 'down' | 'up' | 'part' | 'rest' | 'other';

const MOST = 60;
/** How often `n` is answered where it is a small number: as of the Fibonacci numbers. */
const OF_ITSELF = 0.6;

/** The likeliest ends of a recursion, best first; none where every call hands on what it was given. */
export function endingsOf(recursion: Recursion, tongue: Tongue): readonly Ending[] {
  const tests = new Map<string, number>();
  const add = (test: string, odds: number): void => void tests.set(test, Math.max(tests.get(test) ?? 0, odds));
  for (const [at, name] of recursion.parameters.entries()) {
    if (name === '') continue;
    const steps = new Set(recursion.calls.map((given) => stepOf(name, given[at])));
    for (const step of steps) for (const [test, odds] of testsOf(name, step, recursion, tongue)) add(test, odds);
  }
  const answers = answersOf(recursion, tongue);
  const made = [...tests].flatMap(([test, likely]) =>
    [...answers].map(([answer, odds]): Ending => ({ test, answer, odds: likely * odds })),
  );
  return made.toSorted((a, b) => b.odds - a.odds).slice(0, MOST);
}

function stepOf(name: string, given: string | undefined): Step {
  const text = given?.trim() ?? '';
  if (text === '' || text === name) return 'same';
  const word = escapeRegex(name);
  const is = (pattern: string): boolean => new RegExp(pattern, 'u').test(text);
  if (!is(`(?<![\\p{ID_Continue}$])${word}(?![\\p{ID_Continue}$])`)) return 'other';
  if (is(`${word}\\.(?:slice|substring|substr|splice|filter|subarray)\\(|${word}\\[[^\\]]*:`)) return 'rest';
  if (is(`^${word}(?:\\??\\.[\\w$]+|\\[[^\\]]*\\])+$`)) return 'part';
  if (is(`${word}\\s*(?:-(?!-)|/|>>|%)|%\\s*${word}`)) return 'down';
  return is(`${word}\\s*\\+|\\+\\s*${word}`) ? 'up' : 'other';
}

function* testsOf(name: string, step: Step, recursion: Recursion, tongue: Tongue): Generator<readonly [string, number]> {
  const { equals, lengthOf, missing, empty } = tongue;
  const others = recursion.parameters.filter((each) => each !== '' && each !== name);
  if (step === 'down') {
    yield* [[`${name} ${equals} 0`, 1] as const, [`${name} <= 1`, 1] as const, [`${name} ${equals} 1`, 0.7] as const];
    yield* [[`${name} < 0`, 0.4] as const, [`${name} <= 0`, 0.5] as const];
  } else if (step === 'part') for (const test of missing(name)) yield [test, 1];
  else if (step === 'rest') {
    for (const test of empty(name)) yield [test, 1];
    yield [`${lengthOf(name)} <= 1`, 0.8];
    yield [`${lengthOf(name)} ${equals} 1`, 0.5];
  }
  if (step === 'up')
    for (const list of recursion.measured)
      yield* [[`${name} >= ${lengthOf(list)}`, 0.8] as const, [`${name} ${equals} ${lengthOf(list)}`, 0.6] as const];
  if (step !== 'up' && step !== 'other') return;
  for (const other of others) {
    // Two that are both worked out anew are bounds that meet.
    const likely = isMoved(other, recursion) ? 1.3 : step === 'up' ? 1 : 0.2;
    yield [`${name} > ${other}`, 0.8 * likely];
    yield [`${name} ${equals} ${other}`, 0.5 * likely];
    yield [`${name} >= ${other}`, 0.4 * likely];
  }
  if (step !== 'other') return;
  // What is handed on was worked out elsewhere.
  yield [`${name} ${equals} 0`, 0.5];
  for (const test of [...missing(name), ...empty(name)]) yield [test, 0.3];
}

function isMoved(name: string, { parameters, calls }: Recursion): boolean {
  return calls.some((given) => stepOf(name, given[parameters.indexOf(name)]) !== 'same');
}

function answersOf({ uses, parameters: given, calls, answers: known }: Recursion, tongue: Tongue): Odds {
  const parameters = given.filter(Boolean);
  const { nothing, yes, no } = tongue;
  const found = new Map<string | null, number>();
  const add = (odds: number, ...texts: readonly (string | null)[]): void => {
    for (const text of texts) found.set(text, Math.max(found.get(text) ?? 0, odds));
  };
  const stepping = (steps: RegExp): readonly string[] =>
    given.filter((name, at) => name !== '' && calls.some((args) => steps.test(stepOf(name, args[at]))));
  const [falling, gathered] = [stepping(/^(?:down|rest|part)$/), stepping(/^(?:up|other)$/)];
  if (uses.has('sum')) {
    add(1, '0');
    add(0.8, '1');
    add(OF_ITSELF, ...falling);
    // What gets shorter may be a text.
    if (stepping(/^rest$/).length > 0) add(1, "''");
  }
  if (uses.has('product')) add(1, '1');
  if (uses.has('truth')) add(0.8, yes, no);
  if (uses.has('list')) {
    add(1, '[]');
    add(0.6, ...falling, ...falling.map((name) => `[${name}]`), '[[]]');
  }
  if (uses.has('text')) {
    add(1, "''");
    add(OF_ITSELF, ...falling);
  }
  if (uses.has('answer') || uses.has('kept')) {
    add(0.8, ...gathered);
    add(0.6, nothing, yes, no, '-1');
    add(0.4, ...parameters, '0');
    add(0.3, '1', '[]', "''");
  }
  if (uses.has('nothing')) add(1, null);
  add(0.7, ...known);
  return found;
}
