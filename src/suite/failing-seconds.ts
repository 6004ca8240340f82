// How long a run of the failing tests may take in another copy of the tree.
import { isOutsideOfTests } from './results.ts';
import type { SuitePlan, TestResult } from './types.ts';

/** Runners of languages that nothing is compiled for in front of the tests. */
const interpreted: ReadonlySet<string> = new Set([
  'pytest',
  'unittest',
  'django',
  'tox',
  'nox',
  'rspec',
  'minitest',
  'phpunit',
  'prove',
  'bun test',
]);

/**
 * Seconds to expect of the failing tests: `seconds` on the red tree, where everything was built already; the whole of `baseline`'s where a
 * copy, or an edit that much depends on, has everything built again.
 */
export function secondsOfFailing(plan: SuitePlan, failing: readonly TestResult[], seconds: number, baseline: number): number {
  return (compiles(plan) ? Math.max(seconds, baseline) : seconds) + secondsUnreached(failing);
}

/** Where nothing was reached, and where a program was amid its tests. */
const UNREACHED = 15;
const HALFWAY = 5;

/**
 * Seconds that tests may take which were not reached on the red tree: it did not compile, a file could not be loaded, or a program of tests ended
 * with the first that failed.
 */
export function secondsUnreached(failing: readonly TestResult[]): number {
  const outside = failing.filter(({ id }) => isOutsideOfTests(id));
  if (outside.length === 0) return 0;
  return outside.every(({ message }) => ASSERTED.test(message ?? '')) ? HALFWAY : UNREACHED;
}

const ASSERTED = /\bAssertionError\b|\bERR_ASSERTION\b/;

function compiles({ ecosystem, runner, parts }: SuitePlan): boolean {
  if (parts !== undefined && parts.length > 0) return parts.some(compiles);
  return ecosystem !== 'javascript' && !interpreted.has(runner);
}
