// The branch on which GitHub makes a signed commit before the branch of the fix is moved to it: one for each run, deleted when that is done.
import { randomBytes } from 'node:crypto';
import type { Target } from './target.ts';

/** No delivery takes as long as this, in minutes: what is older was left by a run that was killed. */
const longestMinutes = 60;
const minutesOf = (date: Date): number => Math.floor(date.getTime() / 60_000);

/** A name that no other run takes, and that says when it was made. */
export function besideOf(branch: string, now: Date): string {
  return `${branch}-next-${minutesOf(now)}-${randomBytes(4).toString('hex')}`;
}

/** How such names end, as a glob. */
export const besideEnding = '-next-*';

/** Deletes those of ours among `branches`, all below `prefix`, that a killed run left behind. What cannot be deleted now is tried again by the next run. */
export async function sweep({ github, repo }: Target, branches: Iterable<string>, prefix: string, now: Date): Promise<void> {
  for (const branch of branches) {
    if (!branch.startsWith(prefix)) continue;
    const made = Number(/-next-(\d{8})-[0-9a-f]{8}$/.exec(branch)?.[1] ?? Number.NaN);
    if (minutesOf(now) - made >= longestMinutes) await github.deleteBranch(repo, branch);
  }
}
