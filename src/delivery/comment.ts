// One comment on the pull request that failed, found again by its stamp and updated; and suggestions on its lines where the change allows.
import { attemptsRemedy, triedTooOften } from './attempts.ts';
import type { Comment, PullRequest } from './github.ts';
import type { Shipment } from './shipment.ts';
import { attemptsIn, minuteOf, readStamp, withEntry } from './stamp.ts';
import { type Said, stickyComment, writeSticky } from './sticky.ts';
import { patchIdOf, suggest } from './suggestions.ts';
import { refused } from './target.ts';
import type { Delivery, HistoryEntry } from './types.ts';

/** Writes the fix into a comment on the failing pull request; nothing is pushed. */
export async function deliverComment(shipment: Shipment): Promise<Delivery> {
  const { request, target, failing, undone, detour } = shipment;
  if (failing === null) return refused('there is no open pull request to comment on', 'use delivery: pull-request, or the patch file');
  const known = await stickyComment(target.github, target.repo, failing.number);
  if (!known.ok) return refused(known.reason, known.remedy);
  const before = known.value === null ? null : readStamp(known.value.body);
  const tried = before === null ? 0 : attemptsIn(before, request.fingerprint);
  const again = before?.history.at(-1)?.sha === target.parent && before.fingerprint === request.fingerprint;
  if (!again && tried >= (request.settings.maxAttempts ?? Number.POSITIVE_INFINITY)) return refused(triedTooOften(tried), attemptsRemedy);
  const attempt = again ? Math.max(tried, 1) : tried + 1;
  const said = await putComment(shipment, failing, { way: 'comment', attempt }, known.value);
  if (!said.ok) return refused(said.reason, said.remedy);
  // What takes back the author's own lines is told, not offered at a click.
  const suggested = undone === null ? await suggest(shipment, failing) : null;
  const done = `${said.updated ? 'updated the comment' : 'commented'} on pull request #${failing.number}`;
  const reason = [done, detour, suggested].filter((part) => part !== null).join('; ');
  return { state: 'delivered', way: 'comment', reason, branch: null, pullRequest: { url: said.value.url, number: failing.number } };
}

interface Telling {
  readonly way: 'push' | 'comment';
  readonly attempt: number;
}

/** Puts the text of a shipment into the one comment of ours. */
export async function putComment(shipment: Shipment, pull: PullRequest, telling: Telling, known?: Comment | null): Promise<Said> {
  const { request, target, undone, checks, now } = shipment;
  const found = known === undefined ? await stickyComment(target.github, target.repo, pull.number) : { ok: true as const, value: known };
  if (!found.ok) return { ...found, updated: false };
  const before = found.value === null ? null : readStamp(found.value.body);
  const last = before?.history.at(-1);
  const failure = request.fingerprint.slice(0, 12);
  const same = last?.sha === target.parent && last.failure === failure;
  const what = before === null ? 'opened' : same ? 'refreshed' : 'moved';
  const entry: HistoryEntry = { at: minuteOf(now), what, sha: target.parent, attempt: telling.attempt, failure };
  const history = withEntry(before?.history ?? [], entry);
  const { body } = request.write({ way: telling.way, failing: { number: pull.number, title: pull.title }, undone, checks, history });
  const patch = telling.way === 'comment' ? patchIdOf(shipment) : undefined;
  const stamp = { fingerprint: request.fingerprint, workflow: request.incident.run?.workflow || null, history, patch };
  return writeSticky(target.github, { repo: target.repo, number: pull.number, body, stamp }, found.value);
}
