// The pull request whose checks failed, and what of its change the fix takes back.
import type { Incident } from '../incident/types.ts';
import { GitError } from '../workspace/index.ts';
import type { Commit, Publisher } from './commit.ts';
import type { PullRequest } from './github.ts';
import type { Answer } from './problem.ts';
import type { Target } from './target.ts';
import type { UndoneLines } from './types.ts';
import { toLines, undoneBy } from './undone.ts';

/** The open pull request that is red: the one the event names, else the one whose branch is red. Null when there is none. */
export async function failingPull(
  { github, repo, parent }: Pick<Target, 'github' | 'repo' | 'parent'>,
  incident: Incident,
): Promise<Answer<PullRequest | null>> {
  const { branch, pullRequest } = incident;
  if (pullRequest !== null) {
    const named = await github.pullRequest(repo, pullRequest.number);
    if (!named.ok) return named;
    return { ok: true, value: named.value.state === 'open' ? named.value : null };
  }
  if (branch === null || incident.head !== parent) return { ok: true, value: null };
  const pulls = await github.pullRequests(repo, branch);
  if (!pulls.ok) return pulls;
  const open = pulls.value.filter(({ state }) => state === 'open');
  // A release goes out of the default branch by pull request too: that branch is nobody's own.
  const own = open.length === 0 ? null : await github.defaultBranch(repo);
  if (own !== null && !own.ok) return own;
  return { ok: true, value: own === null || own.value === branch ? null : (open[0] ?? null) };
}

/** Where the red commit left a branch: as the API says, or git, where the server's API does not know (Gitea, Forgejo). */
export async function forkPoint(publisher: Publisher, { github, repo, parent }: Target, base: string): Promise<Answer<string>> {
  const told = await github.mergeBase(repo, base, parent);
  if (told.ok) return told;
  try {
    const tip = await publisher.tip(base);
    return tip === null ? told : { ok: true, value: await publisher.mergeBase(tip, parent) };
  } catch (error) {
    if (error instanceof GitError) return told;
    throw error;
  }
}

/** The lines that the fix takes back of the pull request's own change; null when it takes back none. */
export async function undoneOf(
  publisher: Publisher,
  target: Target,
  pull: PullRequest,
  commit: Commit,
): Promise<Answer<readonly UndoneLines[] | null>> {
  const since = await forkPoint(publisher, target, pull.base);
  if (!since.ok) return since;
  const fix = await publisher.hunks(commit.parent, commit.sha);
  return { ok: true, value: undoneBy(fix, await publisher.hunks(since.value, commit.parent)) };
}

/** Where the fix is known to undo something and nobody can tell whose: all of it counts. */
export async function allUndone(publisher: Publisher, { parent, sha }: Commit): Promise<readonly UndoneLines[]> {
  return (await publisher.hunks(parent, sha)).map(toLines);
}
