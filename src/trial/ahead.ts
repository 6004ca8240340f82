// What is worth starting before anybody asks for it.
import { isEndless, type Suite, secondsSaved, sharesOf } from '../suite/index.ts';
import type { Workspace } from '../workspace/index.ts';
import type { PrepareOptions } from './types.ts';
import { programFor } from './warm/programs.ts';

/** A process that starts saves seconds at the most, and the first look runs the tests several times. */
const mostSeconds = 5;

/** Copies of large trees take longer than what it could save. */
const mostFiles = 5_000;

/** Whether a warm process for these tests can be there soon. */
export function startsSoon(suite: Suite, { failing, failingSeconds }: Pick<PrepareOptions, 'failing' | 'failingSeconds'>): boolean {
  // What does not end is waited for less long in a warm process.
  const isSoon = failing.some(isEndless) || failingSeconds - secondsSaved(failing) <= mostSeconds;
  return isSoon && sharesOf(suite, failing).some((share) => programFor(share.suite.plan) !== null);
}

/** Whether one that runs everything can be there soon as well. */
export function isQuick({ plan }: Suite, { baseline }: Pick<PrepareOptions, 'baseline'>): boolean {
  return programFor(plan) !== null && baseline.seconds <= mostSeconds;
}

export async function isSmall(workspace: Workspace): Promise<boolean> {
  return (await workspace.list()).length <= mostFiles;
}
