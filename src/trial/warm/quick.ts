// Which of the failing tests a warm process runs for each candidate.
import type { TestResult } from '../../suite/index.ts';

/** At most this share of the failing tests is left out: the others tell nearly every candidate that is wrong. */
const MOST_LEFT_OUT = 0.2;
/** Seconds from which on a test is slow, where it takes longer than all quicker ones together. */
const SLOW = 0.25;

/**
 * The failing tests without the few that take most of the time: a candidate is red by the others in a fraction of it, and what is not is run with
 * all of them in any case. All where none stands out.
 */
export function quickOnes(failing: readonly TestResult[]): readonly TestResult[] {
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
