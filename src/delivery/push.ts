// A commit on the branch of the pull request that failed, and a word about it there.
import { attemptsRemedy, pushesSoFar, triedTooOften } from './attempts.ts';
import { startChecks } from './checks.ts';
import { putComment } from './comment.ts';
import { land } from './land.ts';
import type { Shipment } from './shipment.ts';
import { refused, superseded } from './target.ts';
import type { Delivery } from './types.ts';

/** Pushes the fix to the failing pull request. The comment that tells of it is worth a complaint when it fails, no more. */
export async function deliverPush(shipment: Shipment): Promise<Delivery> {
  const { request, target, publisher, failing } = shipment;
  const { settings, fingerprint } = request;
  if (failing === null) return refused('there is no open pull request to push to', 'use delivery: pull-request');
  const branch = failing.head.branch;
  const tried = await pushesSoFar(target.github, { repo: target.repo, head: target.parent, fingerprint });
  if (!tried.ok) return refused(tried.reason, tried.remedy);
  if (tried.value >= (settings.maxAttempts ?? Number.POSITIVE_INFINITY)) return refused(triedTooOften(tried.value), attemptsRemedy);
  const commit = await shipment.commit(tried.value + 1);
  if ('state' in commit) return commit;
  const landing = await land(publisher, target, { branch, tip: target.parent, commit }, settings);
  if (landing.kind === 'moved') return superseded(`${branch} has moved on while the fix was pushed: nothing was pushed`);
  if (landing.kind === 'refused') return refused(landing.reason, landing.remedy);
  const checks = await startChecks(shipment, branch);
  const said = await putComment({ ...shipment, checks }, failing, { way: 'push', attempt: tried.value + 1 });
  const complaint = said.ok ? null : `${said.reason} (${said.remedy})`;
  const done = `pushed ${landing.sha.slice(0, 10)} to ${branch} of pull request #${failing.number}`;
  const reason = [done, landing.note, checks.note, complaint].filter((part) => part !== null).join('; ');
  const url = said.ok ? said.value.url : failing.url;
  return { state: 'delivered', way: 'push', reason, branch, pullRequest: { url, number: failing.number } };
}
