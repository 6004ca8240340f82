// Proofs of breadth, the same for many ways, servers, runners or mishaps, take long: the everyday run has a seeded sample of them, and
// `npm run prove -- FILE` has all. Every day another one; REGREEN_TEST_SEED=2026-11-27 repeats that day's.
import { createHash } from 'node:crypto';
import { describe, type TestFunction, type TestOptions, TestRunner, test } from 'vitest';

const whole = process.env.REGREEN_PROVE_RUNS !== undefined;
export const seed = process.env.REGREEN_TEST_SEED ?? new Date().toISOString().slice(0, 10);

/** Part of each share that is taken: the everyday run stays under a quarter of an hour on two cores. */
const EVERYDAY = 0.5;

/** What has failed at some time, in whatever run: never left out. */
const failedBefore: ReadonlySet<string> = new Set([
  'an update, when the text cannot be changed',
  'gets a pull request by push, and no other one is taken for ours, though all are listed',
  'that never stops is stopped by the bound on turns, and its last turn is a diagnosis',
  'under tap is ended, and candidates are judged in a warm process',
  'is closed with a sentence when its base is green, and not for another workflow or an older commit',
]);

/** A number of a name on this day, 0 to 1. */
const lotOf = (name: string): number => createHash('sha256').update(`${seed}\n${name}`).digest().readUInt32BE() / 2 ** 32;

const isChosen = (name: string, share: number): boolean => whole || failedBefore.has(name) || lotOf(name) < EVERYDAY * share;

/** `EVERYDAY` of `share` of `cases`, 0 to 1, as many every day and at least one, beside what has failed before. */
export function sampleOf<T>(cases: readonly T[], share: number, nameOf: (one: T) => string): readonly T[] {
  const lots = cases.map((one) => lotOf(nameOf(one))).toSorted((a, b) => a - b);
  const last = lots[Math.max(1, Math.round(EVERYDAY * share * cases.length)) - 1] ?? 1;
  const chosen = cases.filter((one) => whole || failedBefore.has(nameOf(one)) || lotOf(nameOf(one)) <= last);
  const left = cases.length - chosen.length;
  if (left > 0) console.warn(`SAMPLED (seed ${seed}): ${left} of ${cases.length} cases are left to \`npm run prove\``);
  return chosen;
}

export interface SampledTest {
  (name: string, run: TestFunction): void;
  (name: string, options: TestOptions, run: TestFunction): void;
}

/** Whether what is declared next in the suite at hand is run: `EVERYDAY` of about `share` of it, and at least the first. */
function chooser(share: number): (name: string) => boolean {
  const begun = new Set<unknown>();
  return (name) => {
    const suite = TestRunner.getCurrentSuite();
    const isFirst = !begun.has(suite);
    begun.add(suite);
    return isFirst || isChosen(name, share);
  };
}

/** `test`, for `EVERYDAY` of about `share` of the tests of each suite, 0 to 1, and at least for its first. */
export function sampledTest(share: number): SampledTest {
  const isRun = chooser(share);
  return (name: string, first: TestOptions | TestFunction, run?: TestFunction): void => {
    if (!isRun(name)) return;
    if (typeof first === 'function') test(name, first);
    else if (run !== undefined) test(name, first, run);
  };
}

/** `describe`, for `EVERYDAY` of about `share` of the suites of a file, 0 to 1, and at least for the first. */
export function sampledSuite(share: number): (name: string, declare: () => void) => void {
  const isRun = chooser(share);
  return (name, declare) => {
    if (isRun(name)) describe(name, declare);
  };
}
