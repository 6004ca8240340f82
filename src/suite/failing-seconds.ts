// How long a run of the failing tests may take in another copy of the tree.
import type { SuitePlan } from './types.ts';

/** Runners of languages that nothing is compiled for in front of the tests. */
const interpreted: ReadonlySet<string> = new Set(['pytest', 'unittest', 'tox', 'nox', 'rspec', 'minitest', 'phpunit', 'prove', 'bun test']);

/**
 * Seconds to expect of the failing tests: `failing` on the red tree, where everything was built already; the whole of `baseline`'s where a
 * copy, or an edit that much depends on, has everything built again.
 */
export function secondsOfFailing(plan: SuitePlan, failing: number, baseline: number): number {
  return compiles(plan) ? Math.max(failing, baseline) : failing;
}

function compiles({ ecosystem, runner, parts }: SuitePlan): boolean {
  if (parts !== undefined && parts.length > 0) return parts.some(compiles);
  return ecosystem !== 'javascript' && !interpreted.has(runner);
}
