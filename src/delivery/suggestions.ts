// The fix as suggestions on the lines of the failing pull request, which its author commits with a click.
import { createHash } from 'node:crypto';
import type { LineComment, PullRequest } from './github.ts';
import type { Hunk } from './hunks.ts';
import type { Shipment } from './shipment.ts';
import { readStamp, withStamp } from './stamp.ts';

/** Lines around a change that GitHub shows, and takes comments on. */
const shownAround = 3;
const mostSuggestions = 10;

/** Suggests every hunk of the fix, or none. Says what came of it; null when the change does not allow it. */
export async function suggest(shipment: Shipment, pull: PullRequest): Promise<string | null> {
  const { target, publisher, request } = shipment;
  const { github, repo, parent } = target;
  const since = await github.mergeBase(repo, pull.base, parent);
  const commit = await shipment.commit(1);
  if (!since.ok || 'state' in commit) return null;
  const [author, fix] = [await publisher.hunks(since.value, parent), await publisher.hunks(parent, commit.sha)];
  const suggestions = suggestionsOf(fix, author);
  if (suggestions === null) return null;
  const patch = createHash('sha256').update(JSON.stringify(suggestions)).digest('hex').slice(0, 16);
  const stamp = { fingerprint: request.fingerprint, workflow: null, history: [], patch: `${parent.slice(0, 12)}-${patch}` };
  const known = await github.lineComments(repo, pull.number);
  if (!known.ok) return `${known.reason} (${known.remedy})`;
  const ours = known.value.filter(({ author: by, body }) => (by?.isBot || shipment.checks.kind === 'run') && readStamp(body) !== null);
  if (ours.some(({ body }) => readStamp(body)?.patch === stamp.patch)) return null;
  const comments = suggestions.map((each) => ({ ...each, body: withStamp(each.body, stamp) }));
  const made = await github.createReview(repo, pull.number, parent, comments);
  if (!made.ok) return `${made.reason} (${made.remedy})`;
  // What was suggested for an earlier state would undo this one.
  for (const { id } of ours) await github.deleteLineComment(repo, id);
  return `suggested ${comments.length === 1 ? 'one change' : `${comments.length} changes`} on its lines`;
}

/** Null when one hunk is not on lines that the pull request shows, or cannot be written as a suggestion. */
function suggestionsOf(fix: readonly Hunk[], author: readonly Hunk[]): LineComment[] | null {
  const suggestions = fix.map((hunk) => suggestionOf(hunk, author));
  if (suggestions.length === 0 || suggestions.length > mostSuggestions || suggestions.includes(null)) return null;
  return suggestions.filter((suggestion) => suggestion !== null);
}

function suggestionOf({ path, oldStart, removed, added }: Hunk, author: readonly Hunk[]): LineComment | null {
  // A line that is only added has no place of its own to comment on, and deleting all lines of one leaves nothing to show.
  if (removed.length === 0 || path.startsWith('"')) return null;
  const last = oldStart + removed.length - 1;
  const shown = author.some((hunk) => {
    const end = hunk.newStart + Math.max(hunk.added.length, 1) - 1;
    return hunk.path === path && oldStart >= hunk.newStart - shownAround && last <= end + shownAround;
  });
  if (!shown) return null;
  const text = added.map((line) => `${line}\n`).join('');
  // Control characters and carriage returns would not come back as they are.
  if (/[\r\u0000-\u0008\u000b-\u001f]/.test(text)) return null;
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return { path, startLine: oldStart, line: last, body: `${fence}suggestion\n${text}${fence}` };
}
