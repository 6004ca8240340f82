// Which tests are enough, where all of them would take long.
import { isOutsideOfTests, isWholeFile } from './results.ts';
import type { TestResult, TestRun } from './types.ts';

/** At most this share of the failing tests is left out: the others tell nearly every candidate that is wrong. */
const MOST_LEFT_OUT = 0.2;
/** Seconds from which on a test is slow, where it takes longer than all quicker ones together. */
const SLOW = 0.25;

/** Of more tests than twice as many so many are run, and the first of each file. */
const MOST_RUN = 24;

/**
 * The failing tests without the few that take most of the time, and of very many some: a candidate is red by these in a fraction of the time,
 * and what is not is run with all of them in any case.
 */
export function quickOnes(failing: readonly TestResult[]): readonly TestResult[] {
  const quick = withoutSlow(failing);
  return quick.length <= 2 * MOST_RUN ? quick : someOf(quick);
}

/** The first of each file, which needs none before it, and in each turn one more of those that fail alike, spread over these. */
function someOf(tests: readonly TestResult[]): readonly TestResult[] {
  const alike = new Map<string, TestResult[]>();
  for (const test of tests) {
    const likeness = likenessOf(test);
    const known = alike.get(likeness);
    if (known === undefined) alike.set(likeness, [test]);
    else known.push(test);
  }
  const files = new Map(tests.toReversed().map((test) => [test.file, test]));
  const chosen = new Set<TestResult>(files.values());
  for (let turn = 0; chosen.size < MOST_RUN; turn += 1) {
    for (const group of alike.values()) {
      // Halves, quarters, eighths: 0, 1/2, 1/4, 3/4, 1/8 …
      const test = group[Math.floor(group.length * vanDerCorput(turn))];
      if (test !== undefined && chosen.size < MOST_RUN) chosen.add(test);
    }
  }
  return tests.filter((test) => chosen.has(test));
}

/** Where a test failed, and in which words, but for its values. */
function likenessOf({ file, message, frames }: TestResult): string {
  const [line = ''] = (message ?? '').split('\n', 1);
  const place = frames.find(({ inRepository, file: own }) => inRepository && own !== file);
  return [file, place?.file, place?.line, line.replace(/'[^']*'|"[^"]*"|`[^`]*`|\d+/g, '#').slice(0, 100)].join('\n');
}

function vanDerCorput(turn: number): number {
  let [value, part] = [0, 0.5];
  for (let rest = turn; rest > 0; rest >>= 1, part /= 2) if (rest & 1) value += part;
  return value;
}

/** All where none stands out. */
function withoutSlow(failing: readonly TestResult[]): readonly TestResult[] {
  const bySeconds = failing.toSorted((a, b) => secondsOf(a) - secondsOf(b));
  let quicker = 0;
  for (const [count, test] of bySeconds.entries()) {
    const isSlow = secondsOf(test) > Math.max(SLOW, quicker);
    if (isSlow && failing.length - count <= MOST_LEFT_OUT * failing.length) {
      const slow = new Set(bySeconds.slice(count));
      return failing.filter((one) => !slow.has(one));
    }
    quicker += secondsOf(test);
  }
  return failing;
}

/** Seconds that a run takes less without the tests that `quickOnes` leaves out. */
export function secondsSaved(failing: readonly TestResult[]): number {
  const total = (tests: readonly TestResult[]): number => tests.reduce((sum, test) => sum + secondsOf(test), 0);
  return total(failing) - total(quickOnes(failing));
}

const secondsOf = ({ seconds }: TestResult): number => seconds ?? 0;

/** Seconds from which on a suite is not run as a whole to see what its tests execute, which takes several times as long. */
const SLOW_SUITE = 5;
/** Tests that passed, to compare with: from the files of the failing ones, and from some other files. */
const OWN = 40;
const OTHERS = 20;
const OTHER_FILES = 4;
/** One that takes longer, in seconds, is none of them. */
const LONGEST = 1;

export interface Compared {
  readonly tests: readonly TestResult[];
  /** How many of those that passed each of these stands for. */
  readonly weight: number;
}

/** Tests whose lines tell which are suspicious: failing ones, and some that passed. Null where everything had better be run. */
export function comparedTests(baseline: TestRun, failing: readonly TestResult[]): Compared | null {
  const isAnywhere = ({ id, file }: TestResult): boolean => file === null || (isOutsideOfTests(id) && !isWholeFile(id));
  if (baseline.seconds <= SLOW_SUITE || failing.length === 0 || failing.some(isAnywhere)) return null;
  const files = new Set(failing.map(({ file }) => file));
  const passed = baseline.results.filter(({ id, file, status }) => status === 'passed' && file !== null && !isOutsideOfTests(id));
  const short = passed.filter(({ seconds }) => (seconds ?? 0) <= LONGEST);
  const others = short.filter(({ file }) => !files.has(file));
  const otherFiles = new Set(spread([...new Set(others.map(({ file }) => file))], OTHER_FILES));
  const chosen = [
    ...spread(
      short.filter(({ file }) => files.has(file)),
      OWN,
    ),
    ...spread(
      others.filter(({ file }) => otherFiles.has(file)),
      OTHERS,
    ),
  ];
  return chosen.length === 0 ? null : { tests: [...quickOnes(failing), ...chosen], weight: passed.length / chosen.length };
}

/** At most so many of a list, from its first to its last. */
function spread<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return list.filter((_, at) => Math.floor((at * most) / list.length) !== Math.floor(((at - 1) * most) / list.length));
}
