// A pull request of ours whose failure is gone is closed, with a sentence that says why.
import { boundBody } from './branch.ts';
import type { GitHub, PullRequest } from './github.ts';
import { minuteOf, readStamp, type Stamp, withEntry, withStamp } from './stamp.ts';

export interface Moot {
  readonly repo: string;
  /** The branch that is green. */
  readonly base: string;
  readonly branchPrefix: string;
  /** The commit that is green. */
  readonly green: string;
  /** Markdown, one sentence. */
  readonly sentence: string;
  /** The failure that is known to be gone; null: whatever failed on a commit that `green` has behind it. */
  readonly fingerprint: string | null;
  /** The workflow that is green; null: all that failed is. */
  readonly workflow: string | null;
  readonly now?: Date | undefined;
}

export interface Closed {
  readonly closed: readonly number[];
  /** What could not be closed, and why. */
  readonly complaints: readonly string[];
}

/** Closes our open pull requests to `base` whose failure is gone. Never throws. */
export async function closeMoot(github: GitHub, moot: Moot): Promise<Closed> {
  const pulls = await github.pullRequestsTo(moot.repo, moot.base);
  if (!pulls.ok) return { closed: [], complaints: [pulls.reason] };
  const closed: number[] = [];
  const complaints: string[] = [];
  for (const pull of pulls.value) {
    const stamp = await mootStamp(github, moot, pull);
    if (stamp === null) continue;
    const done = await github.closePullRequest(moot.repo, pull.number, closingText(pull, stamp, moot));
    if (!done.ok) {
      complaints.push(`#${pull.number} could not be closed: ${done.reason}`);
      continue;
    }
    closed.push(pull.number);
    // The text says it already; this is for those who read their mail.
    const said = await github.createComment(moot.repo, pull.number, `Closed: ${moot.sentence}`);
    if (!said.ok) complaints.push(said.reason);
  }
  return { closed, complaints };
}

async function mootStamp(github: GitHub, moot: Moot, { head, body }: PullRequest): Promise<Stamp | null> {
  if (!head.branch.startsWith(moot.branchPrefix) || head.repo?.toLowerCase() !== moot.repo.toLowerCase()) return null;
  const stamp = readStamp(body);
  const red = stamp?.history.findLast(({ what }) => what !== 'closed')?.sha;
  if (stamp === null || red === undefined || red === moot.green) return null;
  if (moot.fingerprint !== null) return stamp.fingerprint === moot.fingerprint ? stamp : null;
  // That another workflow is green says nothing of this failure.
  if (moot.workflow !== null && stamp.workflow !== null && stamp.workflow !== moot.workflow) return null;
  const behind = await github.isAncestor(moot.repo, red, moot.green);
  return behind.ok && behind.value ? stamp : null;
}

function closingText({ body }: PullRequest, stamp: Stamp, { sentence, green, now = new Date() }: Moot): string {
  const last = stamp.history.at(-1);
  const entry = {
    at: minuteOf(now),
    what: 'closed',
    sha: green,
    attempt: last?.attempt ?? 1,
    failure: stamp.fingerprint.slice(0, 12),
  } as const;
  const text = body.replace(/\n*<!-- regreen:.*? -->\n*$/s, '');
  return withStamp(boundBody(`> Closed: ${sentence}\n\n${text}`), { ...stamp, history: withEntry(stamp.history, entry) });
}
