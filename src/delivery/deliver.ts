// From a proved patch to where people see it: one branch, one commit, one pull request or comment for one failure. Nothing is pushed on a guess.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GitError } from '../workspace/index.ts';
import { besideEnding, sweep } from './beside.ts';
import { checksOf } from './checks.ts';
import { deliverComment } from './comment.ts';
import { type Commit, Publisher } from './commit.ts';
import { allUndone, failingPull, forkPoint, undoneOf } from './failing-pull.ts';
import type { PullRequest } from './github.ts';
import { closeMoot } from './moot.ts';
import { explainPush } from './problem.ts';
import { deliverPullRequest } from './pull-request.ts';
import { deliverPush } from './push.ts';
import type { Shipment } from './shipment.ts';
import { type DeliveryRequest, refused, superseded, type Target, targetOf } from './target.ts';
import type { Delivery, UndoneLines, Way } from './types.ts';

/**
 * Delivers the patch the way that is wanted, on the red commit as the remote has it, and updates what an earlier run delivered for the same
 * failure. Never throws for what git or GitHub refuse; never touches the checkout, a branch with somebody else's commits, or a failure whose
 * pull request a person closed. A fix that undoes part of a failing pull request is never pushed to it.
 */
export async function deliver(request: DeliveryRequest): Promise<Delivery> {
  if (request.settings.dryRun) return { state: 'not-requested', reason: 'dry-run: nothing was pushed' };
  const target = targetOf(request);
  if ('state' in target) return target;
  const folder = join(request.scratch, `publish-${process.pid}-${Math.random().toString(36).slice(2)}.git`);
  try {
    return await publish(request, target, folder);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const { reason, remedy } = explainPush(error.result.stderr || error.message, target.branch, request.settings.branchPrefix);
    return refused(reason, remedy);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function publish(request: DeliveryRequest, target: Target, folder: string): Promise<Delivery> {
  const { incident, token, serverUrl, settings } = request;
  const remote = { url: `${serverUrl.replace(/\/+$/, '')}/${target.repo}.git`, serverUrl, token: token ?? '' };
  const publisher = await Publisher.open(folder, request.checkout?.root ?? null, remote, request.signal);
  const found = await failingPull(target, incident);
  // A pull request of its own can do without; a push or a comment cannot.
  if (!found.ok && settings.way !== 'pull-request') return refused(found.reason, found.remedy);
  const failing = found.ok ? found.value : null;
  const wanted = [target.branch, target.base, ...(incident.branch === null ? [] : [incident.branch]), ...(failing ? [failing.base] : [])];
  const now = request.now?.() ?? new Date();
  const tips = await publisher.tips([...new Set(wanted)], { prefix: settings.branchPrefix, ending: besideEnding });
  await sweep(target, tips.keys(), settings.branchPrefix, now);
  const known = { request, target, publisher, tips, failing };
  const moved = whatMoved(known) ?? (await alreadyFixed(known));
  if (moved !== null) return moved;

  const commit = async (attempt: number): Promise<Commit | Delivery> => {
    const { patch, fingerprint } = request;
    const message = settings.commitMessage ?? request.write({ ...plainest, way: settings.way }).title;
    const made = await publisher.commit({ parent: target.parent, patch: patch.text, message, fingerprint, attempt });
    return made.ok ? made : refused(made.reason, 'apply the patch file by hand');
  };
  const first = await commit(1);
  if ('state' in first) return first;
  const undone = await whatIsUndone(known, first);
  const { way, detour } = wayOf(settings.way, failing, undone);
  if (way === null) return refused(detour, 'use delivery: pull-request, or the patch file');
  const checks = await checksOf(target, token);
  const shipment: Shipment = { ...known, undone, checks, detour, now, commit };
  if (way === 'comment') return deliverComment(shipment);
  return way === 'push' ? deliverPush(shipment) : deliverPullRequest(shipment);
}

/** For a title, which no circumstance changes. */
const plainest = { failing: null, undone: null, checks: { kind: 'run', note: null }, history: [] } as const;

type Known = Pick<Shipment, 'request' | 'target' | 'publisher' | 'tips' | 'failing'>;

function whatMoved({ request: { incident }, target, tips }: Known): Delivery | null {
  if (incident.branch !== null) {
    const tip = tips.get(incident.branch);
    if (tip === undefined) return superseded(`the branch ${incident.branch} is gone: nothing was pushed`);
    if (tip !== target.parent) {
      return superseded(`${incident.branch} has moved on from ${target.parent.slice(0, 10)} to ${tip.slice(0, 10)}: nothing was pushed`);
    }
  }
  if (tips.has(target.base)) return null;
  return refused(`${target.repo} has no branch ${target.base} to propose the fix to`, 'check the input base-ref');
}

/** Where the branch it would go to, or the one the failing pull request goes to, has the fix, what is left to do is a rebase. */
async function alreadyFixed(known: Known): Promise<Delivery | null> {
  const { request, target, publisher, tips, failing } = known;
  for (const base of new Set([target.base, ...(failing ? [failing.base] : [])])) {
    const tip = tips.get(base);
    if (tip === undefined || tip === target.parent || !(await publisher.hasFix(tip, request.patch.text))) continue;
    if (base !== target.base && !(await isNews(known, base))) continue;
    const { fingerprint, settings, now } = request;
    const sentence = `\`${base}\` already has this fix, at ${tip.slice(0, 10)}: a rebase is all that is needed.`;
    const moot = { repo: target.repo, base: target.base, branchPrefix: settings.branchPrefix, fingerprint, workflow: null };
    await closeMoot(target.github, { ...moot, green: tip, sentence, now: now?.() });
    return superseded(
      `${base} already has this fix: rebase${failing ? ` ${failing.head.branch} on it` : ''}, no fix is needed; nothing was pushed`,
    );
  }
  return null;
}

/** Where the pull request left its base the lines were not there yet: else it is the pull request that took them away. */
async function isNews({ request, target, publisher }: Known, base: string): Promise<boolean> {
  const since = await forkPoint(publisher, target, base);
  return since.ok && !(await publisher.hasFix(since.value, request.patch.text));
}

/** Fails closed: what is known to undo something does so also where nobody can tell whose change it is. */
async function whatIsUndone({ request, target, publisher, failing }: Known, commit: Commit): Promise<readonly UndoneLines[] | null> {
  const named = request.incident.pullRequest !== null;
  if (failing === null) return named && request.isRevert ? allUndone(publisher, commit) : null;
  const undone = await undoneOf(publisher, target, failing, commit);
  if (undone.ok && undone.value !== null) return undone.value;
  return request.isRevert || !undone.ok ? allUndone(publisher, commit) : null;
}

type Course = { readonly way: Way; readonly detour: string | null } | { readonly way: null; readonly detour: string };

function wayOf(wanted: Way, failing: PullRequest | null, undone: readonly UndoneLines[] | null): Course {
  if (failing === null && wanted === 'comment') return { way: null, detour: 'there is no open pull request to comment on' };
  if (failing === null && wanted === 'push') {
    return { way: 'pull-request', detour: 'there is no open pull request to push to: it got one of its own' };
  }
  if (wanted === 'push' && undone !== null) {
    return { way: 'comment', detour: 'it undoes part of the pull request, so it is a comment for its author, not a push' };
  }
  return { way: wanted, detour: null };
}
