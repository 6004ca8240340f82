// What became of a failure so far, before anything is spent on it: a person's no is a no, and attempts are counted.
import { pushesSoFar } from './attempts.ts';
import { branchFor } from './branch.ts';
import { attemptIn } from './commit.ts';
import type { GitHub, PullRequest } from './github.ts';
import type { Answer } from './problem.ts';
import { attemptsIn, readStamp } from './stamp.ts';
import { stickyComment } from './sticky.ts';
import type { Way } from './types.ts';

export interface Asked {
  readonly way: Way;
  readonly repo: string;
  readonly base: string;
  /** Tip of the red branch. */
  readonly head: string;
  readonly fingerprint: string;
  readonly branchPrefix: string;
  /** The pull request that failed, as far as the event tells. */
  readonly failing: number | null;
}

export type Standing =
  | { readonly kind: 'tried'; readonly times: number }
  /** A person closed its pull request. */
  | { readonly kind: 'closed'; readonly reason: string; readonly remedy: string };

/** What became of this failure so far; null where the token may not look: whoever delivers asks again. */
export async function standingOf(github: GitHub, asked: Asked): Promise<Standing | null> {
  const { repo, fingerprint } = asked;
  const tried = (times: Answer<number>): Standing | null => (times.ok ? { kind: 'tried', times: times.value } : null);
  // Where a push or a comment ends as a pull request after all, that one counts.
  if (asked.way === 'push' && asked.failing !== null) return tried(await pushesSoFar(github, { repo, head: asked.head, fingerprint }));
  if (asked.way === 'comment' && asked.failing !== null) return tried(await commentsSoFar(github, repo, asked.failing, fingerprint));
  const branch = branchFor(asked.branchPrefix, asked.base, fingerprint);
  const pulls = await github.pullRequests(repo, branch);
  if (!pulls.ok) return null;
  if (pulls.value.length === 0) return { kind: 'tried', times: 0 };
  const closed = await closedByPerson(github, repo, pulls.value);
  if (closed !== null) return { kind: 'closed', ...closed };
  const message = await github.commitMessage(repo, `heads/${branch}`);
  return { kind: 'tried', times: Math.max(pulls.value.length, message.ok && message.value !== null ? attemptIn(message.value) : 0) };
}

/** Who closed the last pull request, if a person did: the same failure is not proposed twice. */
export async function closedByPerson(
  github: GitHub,
  repo: string,
  pulls: readonly PullRequest[],
): Promise<{ readonly reason: string; readonly remedy: string } | null> {
  if (pulls.some(({ state }) => state === 'open')) return null;
  const last = pulls.find(({ state, merged }) => state === 'closed' && !merged);
  if (last === undefined) return null;
  const by = await github.closedBy(repo, last.number);
  if (by.ok && by.value?.isBot) return null;
  const who = by.ok && by.value !== null ? by.value.login : 'a person';
  return {
    reason: `${who} closed pull request #${last.number} for this same failure`,
    remedy: `reopen #${last.number} to have it updated`,
  };
}

async function commentsSoFar(github: GitHub, repo: string, number: number, fingerprint: string): Promise<Answer<number>> {
  const comment = await stickyComment(github, repo, number);
  if (!comment.ok) return comment;
  const stamp = comment.value === null ? null : readStamp(comment.value.body);
  return { ok: true, value: stamp === null ? 0 : attemptsIn(stamp, fingerprint) };
}
