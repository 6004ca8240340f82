// How often the same failure was tried: a fix that did not hold is not made again and again.
import { failureIn } from './commit.ts';
import type { GitHub } from './github.ts';
import type { Answer } from './problem.ts';

export const attemptsRemedy = 'raise max-attempts-per-failure, or look at the failure by hand';

export const triedTooOften = (tried: number): string =>
  `the same failure was tried ${tried === 1 ? 'once' : `${tried} times`} before, which is what max-attempts-per-failure allows`;

/** Commits of a branch that are looked at for pushes of ours. */
const commitsLookedAt = 30;

interface Pushed {
  readonly repo: string;
  readonly head: string;
  readonly fingerprint: string;
}

/**
 * How many commits of ours a branch has for this failure. Commits of ours at its tip count whatever they are about: fixes that only lead to
 * other failures are no better than one that does not hold.
 */
export async function pushesSoFar(github: GitHub, { repo, head, fingerprint }: Pushed): Promise<Answer<number>> {
  const messages = await github.recentMessages(repo, head, commitsLookedAt);
  if (!messages.ok) return messages;
  const failures = messages.value.map(failureIn);
  const inARow = failures.indexOf(null);
  const same = failures.filter((failure) => failure === fingerprint).length;
  return { ok: true, value: Math.max(same, inARow < 0 ? failures.length : inARow) };
}
