// A pull request of its own: one branch with one commit, opened, or the open one updated.
import { attemptsRemedy, triedTooOften } from './attempts.ts';
import { boundBody, boundTitle } from './branch.ts';
import { startChecks } from './checks.ts';
import type { PullRequest } from './github.ts';
import { land } from './land.ts';
import type { Answer, Problem } from './problem.ts';
import { settle } from './settle.ts';
import type { Shipment } from './shipment.ts';
import { minuteOf, readStamp, withEntry, withStamp } from './stamp.ts';
import { closedByPerson } from './standing.ts';
import { refused, superseded, type Target } from './target.ts';
import type { Checks, Delivery, HistoryEntry, Text } from './types.ts';

/** Opens or updates it. When GitHub refuses, the branch stays, and the address of the form to open it by hand is in the answer. */
export async function deliverPullRequest(shipment: Shipment): Promise<Delivery> {
  const { target, tips } = shipment;
  const pulls = await target.github.pullRequests(target.repo, target.branch);
  if (!pulls.ok) return refused(pulls.reason, pulls.remedy);
  const closed = await closedByPerson(target.github, target.repo, pulls.value);
  if (closed !== null) return refused(closed.reason, closed.remedy);
  const branch = await bringUp(shipment, tips.get(target.branch) ?? null, pulls.value.length);
  if ('state' in branch) return branch;
  const checks = branch.replaced === undefined ? shipment.checks : await startChecks(shipment, target.branch);
  const open = pulls.value.find(({ state }) => state === 'open') ?? null;
  return propose(shipment, { ...branch, checks, open });
}

interface Branch {
  /** What is on it now. */
  readonly sha: string;
  /** What was there before its commit was brought there just now, null when it did not exist; undefined when its commit was there. */
  readonly replaced: string | null | undefined;
  readonly attempt: number;
  readonly note: string | null;
}

/** The branch with the fix on it. `tip` is where it was; `pulls` is how many pull requests it had. */
async function bringUp(shipment: Shipment, tip: string | null, pulls: number, raced = false): Promise<Branch | Delivery> {
  const { request, target, publisher } = shipment;
  const { fingerprint, settings } = request;
  // A branch that stands at the red commit has nothing on it: a run was cut off before it committed.
  const empty = tip === null || tip === target.parent;
  if (!empty && !(await publisher.isOurs(tip, fingerprint))) {
    return refused(
      `the branch ${target.branch} has commits that are not Regreen's, which it does not overwrite`,
      'merge or close its pull request and delete the branch',
    );
  }
  // A branch that was deleted left its pull requests behind.
  const tried = Math.max(empty ? 0 : await publisher.attemptOf(tip), pulls);
  const commit = await shipment.commit(tried + 1);
  if ('state' in commit) return commit;
  if (!empty && (await publisher.isLike(tip, commit))) return { sha: tip, replaced: undefined, attempt: tried, note: null };
  if (!empty && raced) return anotherRun;
  if (tried >= (settings.maxAttempts ?? Number.POSITIVE_INFINITY)) return refused(triedTooOften(tried), attemptsRemedy);
  const landing = await land(publisher, target, { branch: target.branch, tip, commit }, settings);
  if (landing.kind === 'landed') return { sha: landing.sha, replaced: tip, attempt: tried + 1, note: landing.note };
  if (landing.kind === 'refused') return refused(landing.reason, landing.remedy);
  if (raced) return refused(`${target.branch} keeps moving while the fix is pushed`, 'run the job again');
  return bringUp(shipment, await publisher.tip(target.branch), pulls, true);
}

const anotherRun = superseded('another run delivered a fix of this failure at the same moment, which stands');

interface Proposal extends Branch {
  readonly checks: Checks;
  readonly open: PullRequest | null;
}

async function propose(shipment: Shipment, proposal: Proposal): Promise<Delivery> {
  const { target, request, undone, detour, publisher } = shipment;
  const { settings } = request;
  const draft = settings.draft || undone !== null;
  const { open, sha, replaced } = proposal;
  const pull = open ? await update(shipment, proposal, open.number) : await create(shipment, proposal, draft);
  if (!pull.ok && open !== null && replaced) {
    // The text that stands is about what was there before.
    await publisher.push(target.branch, replaced, sha);
    return refused(pull.reason, pull.remedy);
  }
  if (!pull.ok) return refused(pull.reason, pull.remedy, target);
  const { number, url } = pull.value;
  if (!(await settle(shipment, { number, sha }))) return anotherRun;
  const opened = open === null && pull.opened;
  const done = `${opened ? 'opened' : 'updated'} pull request #${number}${opened && pull.value.draft ? ' as a draft' : ''}`;
  const complaints = opened ? await decorate(target, settings, number) : [];
  const reason = [done, detour, proposal.note, proposal.checks.note, ...complaints].filter((part) => part !== null).join('; ');
  return { state: 'delivered', way: 'pull-request', reason, branch: target.branch, pullRequest: { url, number } };
}

type Opened = Answer<PullRequest> & { readonly opened: boolean };

async function create(shipment: Shipment, proposal: Proposal, draft: boolean, again = false): Promise<Opened> {
  const { target } = shipment;
  const { github, repo, base, branch } = target;
  const text = textOf(shipment, proposal, null);
  const created = await github.createPullRequest(repo, { ...text, head: branch, base, draft });
  if (created.ok) return { ...created, opened: true };
  // Private repositories of some plans have no drafts.
  if (created.kind === 'no-drafts' && draft) return create(shipment, proposal, false, again);
  if (created.kind !== 'already-exists' && created.kind !== 'unreachable') return { ...created, opened: false };
  // Somebody was faster, or the answer got lost.
  const pulls = await github.pullRequests(repo, branch);
  const open = pulls.ok ? pulls.value.find(({ state }) => state === 'open') : undefined;
  if (open !== undefined) return update(shipment, proposal, open.number);
  return created.kind === 'unreachable' && pulls.ok && !again ? create(shipment, proposal, draft, true) : { ...created, opened: false };
}

/** On top of what its text says now: since it was looked for, somebody may have changed or closed it. */
async function update(shipment: Shipment, proposal: Proposal, number: number): Promise<Opened> {
  const { github, repo } = shipment.target;
  const now = await github.pullRequest(repo, number);
  if (!now.ok) return { ...now, opened: false };
  if (now.value.state === 'closed') return { ...closedMeanwhile(now.value), opened: false };
  return { ...(await github.updatePullRequest(repo, number, textOf(shipment, proposal, now.value))), opened: false };
}

function closedMeanwhile({ number, merged }: PullRequest): Problem {
  const reason = `pull request #${number} was ${merged ? 'merged' : 'closed'} while the fix was on its way`;
  return {
    ok: false,
    kind: 'invalid',
    reason,
    remedy: merged ? 'nothing: a fix of this failure is in' : `reopen #${number} to have it updated`,
  };
}

function textOf(shipment: Shipment, { sha, replaced, attempt, checks }: Proposal, open: PullRequest | null): Text {
  const { request, target, undone, failing, now } = shipment;
  const { fingerprint, incident } = request;
  const entry: HistoryEntry = {
    at: minuteOf(now),
    what: open === null ? 'opened' : replaced === undefined ? 'refreshed' : 'moved',
    sha: target.parent,
    attempt,
    failure: fingerprint.slice(0, 12),
  };
  const history = withEntry(open === null ? [] : (readStamp(open.body)?.history ?? []), entry);
  const { title, body } = request.write({ way: 'pull-request', failing, undone, checks, history });
  const stamp = { fingerprint, workflow: incident.run?.workflow || null, history, commit: sha };
  return { title: boundTitle(title), body: withStamp(boundBody(body), stamp) };
}

/** Labels and reviewers: a fix without them is still a fix. */
async function decorate(
  { github, repo }: Target,
  { labels, reviewers }: Shipment['request']['settings'],
  number: number,
): Promise<string[]> {
  const answers = await Promise.all([
    labels.length === 0 ? null : github.addLabels(repo, number, labels),
    reviewers.length === 0 ? null : github.requestReviewers(repo, number, reviewers),
  ]);
  return answers.flatMap((answer) => (answer === null || answer.ok ? [] : [`${answer.reason} (${answer.remedy})`]));
}
