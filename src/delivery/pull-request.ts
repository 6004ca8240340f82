// The pull request of a branch that was pushed: opened, or the open one updated.
import type { PullRequest } from './github.ts';
import type { Answer } from './problem.ts';
import { type DeliverySettings, refused, type Target } from './target.ts';
import type { Delivery } from './types.ts';

/** Opens or updates it. When GitHub refuses, the branch stays, and the address of the form to open it by hand is in the answer. */
export async function openPullRequest(target: Target, settings: DeliverySettings, open: PullRequest | null): Promise<Delivery> {
  const pull = open === null ? await create(target, settings.draft) : await update(target, open);
  if (!pull.ok) return refused(pull.reason, pull.remedy, target);
  const { number, url } = pull.value;
  const done = open === null ? `opened pull request #${number}` : `updated pull request #${number}`;
  const complaints = open === null ? await decorate(target, settings, number) : [];
  const reason = [done, ...complaints].join('; ');
  return { state: 'delivered', reason, branch: target.branch, pullRequest: { url, number } };
}

async function create(target: Target, draft: boolean): Promise<Answer<PullRequest>> {
  const { github, repo, title, body, base, branch } = target;
  const created = await github.createPullRequest(repo, { title, body, head: branch, base, draft });
  if (created.ok) return created;
  // Private repositories of some plans have no drafts.
  if (created.kind === 'no-drafts' && draft) return create(target, false);
  if (created.kind !== 'already-exists') return created;
  const pulls = await github.pullRequests(repo, branch);
  const open = pulls.ok ? pulls.value.find(({ state }) => state === 'open') : undefined;
  return open === undefined ? created : update(target, open);
}

function update({ github, repo, title, body }: Target, { number }: PullRequest): Promise<Answer<PullRequest>> {
  return github.updatePullRequest(repo, number, { title, body });
}

/** Labels and reviewers: a fix without them is still a fix. */
async function decorate({ github, repo }: Target, { labels, reviewers }: DeliverySettings, number: number): Promise<string[]> {
  const answers = await Promise.all([
    labels.length === 0 ? null : github.addLabels(repo, number, labels),
    reviewers.length === 0 ? null : github.requestReviewers(repo, number, reviewers),
  ]);
  return answers.flatMap((answer) => (answer === null || answer.ok ? [] : [`${answer.reason} (${answer.remedy})`]));
}
