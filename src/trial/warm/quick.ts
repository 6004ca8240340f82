// Which of the failing tests a warm process runs for each candidate.
import type { TestResult } from '../../suite/index.ts';

/** At most this share of the failing tests is left out: the others tell nearly every candidate that is wrong. */
const MOST_LEFT_OUT = 0.2;
/** Seconds from which on a test is slow, where it takes longer than all quicker ones together. */
const SLOW = 0.25;

/** Of more tests than twice as many so many are run. */
const MOST_RUN = 20;

/**
 * The failing tests without the few that take most of the time, and of very many some: a candidate is red by these in a fraction of the time,
 * and what is not is run with all of them in any case.
 */
export function quickOnes(failing: readonly TestResult[]): readonly TestResult[] {
  const quick = withoutSlow(failing);
  return quick.length <= 2 * MOST_RUN ? quick : someOf(quick);
}

/** In each turn one more of those that fail alike, spread over these; so that the first, which has none before it, is among them. */
function someOf(tests: readonly TestResult[]): readonly TestResult[] {
  const alike = new Map<string, TestResult[]>();
  for (const test of tests) {
    const likeness = likenessOf(test);
    alike.set(likeness, [...(alike.get(likeness) ?? []), test]);
  }
  const chosen = new Set<TestResult>();
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
