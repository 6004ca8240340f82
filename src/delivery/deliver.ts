// From a proved patch to a pull request: one branch, one commit, one pull request for one failure. Nothing is pushed on a guess.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Incident } from '../incident/types.ts';
import { GitError, type Patch } from '../workspace/index.ts';
import { attemptsRemedy, triedTooOften } from './attempts.ts';
import { Publisher } from './commit.ts';
import { explainPush } from './problem.ts';
import { openPullRequest } from './pull-request.ts';
import { type DeliveryRequest, refused, type Target, targetOf } from './target.ts';
import type { Delivery } from './types.ts';

const superseded = (reason: string): Delivery => ({ state: 'superseded', reason });

/**
 * Pushes the patch as one commit on the red one and opens a pull request, or updates the one that is open. Never throws for what git or
 * GitHub refuse; never touches the checkout, a branch with somebody else's commits, or a failure whose pull request a person closed.
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
  const { incident, patch, fingerprint, token, serverUrl, settings } = request;
  const remote = { url: `${serverUrl.replace(/\/+$/, '')}/${target.repo}.git`, serverUrl, token: token ?? '' };
  const publisher = await Publisher.open(folder, request.checkout?.root ?? null, remote, request.signal);
  const tips = await publisher.tips([target.branch, target.base, ...(incident.branch === null ? [] : [incident.branch])]);
  const moved = whatMoved(incident, target, tips) ?? (await alreadyFixed(publisher, target, tips, patch));
  if (moved !== null) return moved;
  const pulls = await target.github.pullRequests(target.repo, target.branch);
  if (!pulls.ok) return refused(pulls.reason, pulls.remedy);
  const closed = await closedByPerson(target, pulls.value);
  if (closed !== null) return closed;

  const tip = tips.get(target.branch) ?? null;
  if (tip !== null && !(await publisher.isOurs(tip, fingerprint))) {
    return refused(
      `the branch ${target.branch} has commits that are not Regreen's, which it does not overwrite`,
      'merge or close its pull request and delete the branch',
    );
  }
  // A branch that was deleted left its pull requests behind.
  const tried = Math.max(tip === null ? 0 : await publisher.attemptOf(tip), pulls.value.length);
  const commit = await publisher.commit({
    parent: target.parent,
    patch: patch.text,
    message: settings.commitMessage ?? target.title,
    fingerprint,
    attempt: tried + 1,
  });
  if (!commit.ok) return refused(commit.reason, 'apply the patch file by hand');
  if (tip === null || !(await publisher.isSameFix(tip, commit.sha))) {
    if (tried >= (settings.maxAttempts ?? Number.POSITIVE_INFINITY)) return refused(triedTooOften(tried), attemptsRemedy);
    const pushed = await publisher.push(target.branch, commit.sha, tip);
    if (!pushed.ok) {
      const { reason, remedy } = explainPush(pushed.said, target.branch, settings.branchPrefix);
      return refused(reason, remedy);
    }
  }
  return openPullRequest(target, settings, pulls.value.find(({ state }) => state === 'open') ?? null);
}

function whatMoved(incident: Incident, target: Target, tips: ReadonlyMap<string, string>): Delivery | null {
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

async function alreadyFixed(publisher: Publisher, { base, parent }: Target, tips: ReadonlyMap<string, string>, patch: Patch) {
  const tip = tips.get(base);
  if (tip === undefined || tip === parent || !(await publisher.hasFix(tip, patch.text))) return null;
  return superseded(`${base} already has this fix: nothing was pushed`);
}

/** A person who closed the pull request has answered; the same failure is not proposed twice. */
async function closedByPerson({ github, repo }: Target, pulls: readonly { number: number; state: string; merged: boolean }[]) {
  if (pulls.some(({ state }) => state === 'open')) return null;
  const last = pulls.find(({ state, merged }) => state === 'closed' && !merged);
  if (last === undefined) return null;
  const by = await github.closedBy(repo, last.number);
  if (by.ok && by.value?.isBot) return null;
  const who = by.ok && by.value !== null ? by.value.login : 'a person';
  return refused(`${who} closed pull request #${last.number} for this same failure`, `reopen #${last.number} to have it updated`);
}
