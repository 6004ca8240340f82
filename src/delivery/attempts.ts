// How often the same failure was tried: a fix that did not hold is not made again and again.
import { branchFor } from './branch.ts';
import { attemptIn } from './commit.ts';
import type { GitHub } from './github.ts';

export const attemptsRemedy = 'raise max-attempts-per-failure, or look at the failure by hand';

export const triedTooOften = (tried: number): string =>
  `the same failure was tried ${tried === 1 ? 'once' : `${tried} times`} before, which is what max-attempts-per-failure allows`;

interface Asked {
  readonly repo: string;
  readonly base: string;
  readonly fingerprint: string;
  readonly branchPrefix: string;
}

/** Fixes of this failure that were pushed so far; null where the token may not look: whoever delivers asks again. */
export async function attemptsSoFar(github: GitHub, { repo, base, fingerprint, branchPrefix }: Asked): Promise<number | null> {
  const branch = branchFor(branchPrefix, base, fingerprint);
  const pulls = await github.pullRequests(repo, branch);
  if (!pulls.ok) return null;
  if (pulls.value.length === 0) return 0;
  const message = await github.commitMessage(repo, `heads/${branch}`);
  return Math.max(pulls.value.length, message.ok && message.value !== null ? attemptIn(message.value) : 0);
}
