import type { Workspace } from '../workspace/index.ts';
import { isOutsideOfTests, isWholeFile, NO_WORDS } from './results.ts';
import { withRuns } from './several.ts';
import {
  endingSoon,
  endsTests,
  grewWithoutEnd,
  growingLimit,
  isEndless,
  patientLimit,
  strictLimit,
  withoutEndless,
  workingLimit,
} from './test-limit.ts';
import type { RunOptions, Suite, TestId, TestResult, TestRun } from './types.ts';

/** How often a flaky test passed on the unchanged tree, the first, failed run included. */
export interface PassRate {
  readonly id: TestId;
  readonly passed: number;
  readonly runs: number;
}

/** Runs of the failures alone that tell how often flaky ones pass. */
const rateRuns = 3;

/** How many times as long as the whole a part of it may take, and what starting it may take beside, in milliseconds. */
const PART_SHARE = 5;
const PART_SLACK_MS = 10_000;

/** Of work without a turn of the event loop, after which a suite is taken for one that does not end: compiling may take some of them. */
const STILL_SECONDS = 15;

type Limits = Pick<RunOptions, 'timeoutMs' | 'signal'>;

export type Reproduction =
  | { readonly kind: 'green'; readonly run: TestRun }
  /** Every failure passed when it was run again on the same tree. */
  | { readonly kind: 'flaky'; readonly run: TestRun; readonly flaky: readonly TestId[]; readonly rates: readonly PassRate[] }
  /** Red each time, and what failed first was never seen again, passed or failed: `anew` failed instead. */
  | { readonly kind: 'renamed'; readonly run: TestRun; readonly anew: TestId }
  /** `again`: the first run ended, and a later one of the same did not. */
  | { readonly kind: 'timed-out'; readonly run: TestRun; readonly again: boolean }
  | { readonly kind: 'aborted' }
  | {
      readonly kind: 'red';
      readonly baseline: TestRun;
      /** Red both times. */
      readonly failing: readonly TestResult[];
      readonly flaky: readonly TestId[];
      readonly failingSeconds: number;
      /**
       * The suite to go on with: where failures show only in the whole run, its `failing` scope is the whole run; where tests did not end, it
       * ends them soon.
       */
      readonly suite: Suite;
    };

export interface ReproduceOptions {
  /** Milliseconds that one run may take. */
  readonly timeoutMs: number;
  /** Milliseconds that all of them may take together; as many as they need where it is not given. */
  readonly totalMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The tree, as far as runs leave something in it. */
  readonly tree?: Pick<Workspace, 'tidy' | 'setAside' | 'putBack'> | undefined;
}

/**
 * The policy: everything is run once; then the failures once more, as narrowly as they still fail the same way: alone, else with the
 * other tests of their files, else in the whole run. What fails twice alike is broken. A failure that does not show again may depend on
 * the tests before it, so only what passes in a second whole run is called flaky. When all are, they are run three more times by
 * themselves to tell how often they pass, unless that takes longer than the time limit of one run. A part that takes much longer than the
 * whole took hangs by itself, and is not waited for.
 *
 * No run finds what the one before it left in `tree`, but where the failures do not show without it: then that may be a build that goes before
 * the tests.
 */
export async function reproduce(
  given: Suite,
  root: string,
  { timeoutMs, totalMs = Number.POSITIVE_INFINITY, signal, tree }: ReproduceOptions,
): Promise<Reproduction> {
  const end = performance.now() + totalMs;
  const within = (limitMs: number): Limits => ({ timeoutMs: Math.max(1, Math.min(limitMs, end - performance.now())), signal });
  const first = await firstRun(given, root, timeoutMs, { within, tree });
  if (first.aborted) return { kind: 'aborted' };
  if (first.timedOut) return { kind: 'timed-out', run: first, again: false };
  if (first.green) return { kind: 'green', run: first };

  const suite = endingSoon(given, first);
  const baseline = withoutEndless(first);
  const failed = baseline.results.filter((result) => result.status === 'failed');
  const seen = [first];
  const partMs = Math.min(timeoutMs, PART_SHARE * first.seconds * 1_000 + PART_SLACK_MS);
  const narrowly = async (): Promise<Reproduction | null> => {
    for (const scope of narrowScopes(failed)) {
      await tree?.tidy();
      const again = await suite.run(root, { scope, failing: failed, ...within(partMs) });
      if (again.aborted) return { kind: 'aborted' };
      seen.push(again);
      if (failsAlike(again, failed)) {
        return {
          kind: 'red',
          baseline,
          failing: failed,
          flaky: [],
          failingSeconds: again.seconds,
          suite: withFailingAs(suite, scope),
        };
      }
    }
    return null;
  };
  const isCleared = (await tree?.setAside()) === true;
  const red = await narrowly();
  if (red !== null) return red;
  if (isCleared) {
    await tree?.putBack();
    const withIt = await narrowly();
    if (withIt !== null) return withIt;
  }

  // It begins with what goes before the tests, as the first did.
  await tree?.setAside();
  const again = await suite.run(root, { scope: 'all', ...within(timeoutMs) });
  if (again.aborted) return { kind: 'aborted' };
  if (again.timedOut) return { kind: 'timed-out', run: again, again: true };
  seen.push(again);
  const redAgain = new Set(again.failing);
  const broken = failed.filter((result) => redAgain.has(result.id));
  const flaky = failed.filter((result) => !redAgain.has(result.id)).map((result) => result.id);
  if (broken.length === 0) {
    seen.push(...(await moreRuns(suite, root, failed, { ...within(timeoutMs), tree })));
    const rates = flaky.map((id) => passRate(id, seen));
    const anew = again.failing.find((id) => !isOutsideOfTests(id));
    if (anew !== undefined && rates.every(({ passed }) => passed === 0)) return { kind: 'renamed', run: first, anew };
    return { kind: 'flaky', run: first, flaky, rates };
  }
  return { kind: 'red', baseline, failing: broken, flaky, failingSeconds: again.seconds, suite: withFailingAs(suite, 'all') };
}

/** Of the whole; where it does not end, or only as something has grown for too long, one in which each test is ended that does not, if there is one. */
async function firstRun(
  suite: Suite,
  root: string,
  timeoutMs: number,
  { within, tree }: Pick<ReproduceOptions, 'tree'> & { readonly within: (limitMs: number) => Limits },
): Promise<TestRun> {
  const ends = endsTests(suite.plan);
  const testLimit = ends === 'always' ? patientLimit(timeoutMs) : undefined;
  const first = await suite.run(root, {
    scope: 'all',
    testLimit,
    noticeStill: ends === 'late' ? STILL_SECONDS : undefined,
    ...within(timeoutMs),
  });
  const grew = ends === 'late' && !first.timedOut && grewWithoutEnd(first);
  if (ends === null || !(first.timedOut || grew)) return first;
  // Time to see where it stands still is left where it only takes long.
  const limit = grew ? growingLimit(first) : first.stoodStill === true ? workingLimit(STILL_SECONDS) : strictLimit(timeoutMs);
  const limitMs = first.stoodStill === true ? timeoutMs : timeoutMs / 2;
  await tree?.setAside();
  const strict = await suite.run(root, { scope: 'all', testLimit: limit, ...within(limitMs) });
  if (strict.aborted) return strict;
  if (!strict.timedOut && strict.results.some(isEndless) && !failsAnew(first, strict)) return strict;
  if (first.stoodStill !== true) return first;
  await tree?.setAside();
  return await suite.run(root, { scope: 'all', ...within(timeoutMs) });
}

/** Whether a test fails that passed in `before`: then it is the way of running that it fails for. */
function failsAnew(before: TestRun, { failing }: TestRun): boolean {
  const passed = new Set(before.results.flatMap(({ id, status }) => (status === 'passed' ? [id] : [])));
  return failing.some((id) => passed.has(id));
}

/** Further runs of `failed`, as many as fit into the time limit of one. */
async function moreRuns(
  suite: Suite,
  root: string,
  failed: readonly TestResult[],
  { tree, ...options }: Limits & Pick<ReproduceOptions, 'tree'>,
): Promise<TestRun[]> {
  const runs: TestRun[] = [];
  let left = options.timeoutMs;
  for (let at = 0; at < rateRuns && left > 0; at += 1) {
    await tree?.tidy();
    const run = await suite.run(root, { scope: 'failing', failing: failed, ...options, timeoutMs: left });
    if (run.aborted || run.timedOut) break;
    left -= 2 * run.seconds * 1000;
    runs.push(run);
  }
  return runs;
}

/** A run that does not tell of a failure outside of tests (a crash) has passed it when it is green. */
function passRate(id: TestId, runs: readonly TestRun[]): PassRate {
  const outcomes = runs.flatMap((run) => {
    const result = run.results.find((each) => each.id === id);
    if (result === undefined) return run.green && isOutsideOfTests(id) ? [true] : [];
    return result.status === 'passed' || result.status === 'failed' ? [result.status === 'passed'] : [];
  });
  return { id, passed: outcomes.filter((passed) => passed).length, runs: outcomes.length };
}

function narrowScopes(failed: readonly TestResult[]): RunOptions['scope'][] {
  const files = [...new Set(failed.flatMap((test) => (test.file === null ? [] : [test.file])))];
  return failed.every((test) => test.file !== null) ? ['failing', { files }] : ['failing'];
}

/**
 * Red for the same reason. A test that needs what an earlier one has set up fails by itself too, but otherwise, and then no fix could
 * turn it green. Numbers are not compared: they may be addresses or times.
 */
export function failsAlike(run: TestRun, tests: readonly TestResult[]): boolean {
  if (run.green) return false;
  const red = new Map(run.results.filter((result) => result.status === 'failed').map((result) => [result.id, result]));
  return tests.every((test) => {
    const again = red.get(test.id);
    if (again === undefined) return false;
    const reason = reasonOf(again);
    return reason === reasonOf(test) || (isWholeFile(test.id) && linesOf(test).includes(reason));
  });
}

/** Red in the very same words, none of which stand for something else: what says nothing may fail for anything. */
export function failsWithSameWords(one: TestResult, other: TestResult): boolean {
  if (one.message === null || one.message === NO_WORDS) return false;
  return one.message === other.message && one.expected === other.expected && one.actual === other.actual;
}

/** What was printed before a file failed may be that of the others, run by the same program. */
function linesOf({ message, stack }: TestResult): readonly string[] {
  const printed = `${(message ?? '').replace(exitCode, '')}\n${stack ?? ''}`;
  return printed.split('\n').flatMap((line) => (line.trim() === '' ? [] : [withoutNumbers(line)]));
}

/** Its words; which of the programs that end with it told of the exit code is no matter. */
function reasonOf({ message }: TestResult): string {
  const [line = ''] = (message ?? '').replace(exitCode, '').split('\n', 1);
  return withoutNumbers(line);
}

/** What is put in front of what was printed. */
const exitCode = /^exit code \d+(?:\n|$)/;

const withoutNumbers = (line: string): string => line.trim().replace(/\d+(?:\.\d+)?/g, '#');

function withFailingAs(suite: Suite, scope: RunOptions['scope']): Suite {
  if (scope === 'failing') return suite;
  const changed = withRuns(suite, (run) => (root, options) => run(root, options.scope === 'failing' ? { ...options, scope } : options));
  // What fails only in the whole does not fail alike in one of its packages.
  return scope === 'all' ? { ...changed, parts: undefined } : changed;
}
