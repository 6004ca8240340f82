// The fix as suggestions on the lines of the failing pull request, which its author commits with a click.
import { createHash } from 'node:crypto';
import { forkPoint } from './failing-pull.ts';
import type { Comment, LineComment, PullRequest } from './github.ts';
import type { Hunk } from './hunks.ts';
import type { Answer } from './problem.ts';
import type { Shipment } from './shipment.ts';
import { readStamp, withStamp } from './stamp.ts';
import { stickyComment } from './sticky.ts';

/** Lines around a change that GitHub shows, and takes comments on. */
const shownAround = 3;
const mostSuggestions = 10;

/** What tells the suggestions and the comment of one patch from those of another. */
export function patchIdOf({ request, target }: Shipment): string {
  return `${target.parent.slice(0, 12)}-${createHash('sha256').update(request.patch.text).digest('hex').slice(0, 16)}`;
}

/** Suggests every hunk of the fix, or none. Says what came of it; null when the change does not allow it, or when they are there already. */
export async function suggest(shipment: Shipment, pull: PullRequest): Promise<string | null> {
  const { target, publisher, request } = shipment;
  const { github, repo, parent } = target;
  const since = await forkPoint(publisher, target, pull.base);
  const commit = await shipment.commit(1);
  if (!since.ok || 'state' in commit) return null;
  const [author, fix] = [await publisher.hunks(since.value, parent), await publisher.hunks(parent, commit.sha)];
  const suggestions = suggestionsOf(fix, author);
  if (suggestions === null) return null;
  const stamp = { fingerprint: request.fingerprint, workflow: null, history: [], patch: patchIdOf(shipment) };
  const known = await ourSuggestions(shipment, pull);
  // Gitea and Forgejo have none of this.
  if (!known.ok) return known.kind === 'not-found' ? null : `${known.reason} (${known.remedy})`;
  if (known.value.some(({ body }) => readStamp(body)?.patch === stamp.patch)) return null;
  const comments = suggestions.map((each) => ({ ...each, body: withStamp(each.body, stamp) }));
  const made = await github.createReview(repo, pull.number, parent, comments);
  if (!made.ok) return `${made.reason} (${made.remedy})`;
  await tidy(shipment, pull, stamp.patch);
  return `suggested ${comments.length === 1 ? 'one change' : `${comments.length} changes`} on its lines`;
}

async function ourSuggestions(
  { target: { github, repo }, checks }: Shipment,
  { number }: PullRequest,
): Promise<Answer<readonly Comment[]>> {
  const known = await github.lineComments(repo, number);
  if (!known.ok) return known;
  return {
    ok: true,
    value: known.value.filter(({ author, body }) => (author?.isBot || checks.kind === 'run') && readStamp(body) !== null),
  };
}

/** Leaves the suggestions that belong to the one comment, each once: what was suggested for an earlier state would undo this one. */
async function tidy(shipment: Shipment, pull: PullRequest, patch: string): Promise<void> {
  const { github, repo } = shipment.target;
  const [known, comment] = [await ourSuggestions(shipment, pull), await stickyComment(github, repo, pull.number)];
  if (!known.ok) return;
  const stands = (comment.ok && comment.value !== null && readStamp(comment.value.body)?.patch) || patch;
  const seen = new Set<string>();
  for (const { id, body, place } of known.value) {
    const once = JSON.stringify([place, body]);
    if (readStamp(body)?.patch !== stands || seen.has(once)) await github.deleteLineComment(repo, id);
    seen.add(once);
  }
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
