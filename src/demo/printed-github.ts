import type { GitHub, NewPullRequest, PullRequest } from '../delivery/index.ts';

/** A far side that keeps the pull request instead of publishing it, so that it can be printed. Branches are pushed for real, by git. */
export function createPrintedGitHub(): { readonly github: GitHub; opened(): NewPullRequest | null } {
  let pull: NewPullRequest | null = null;
  const ok = <T>(value: T): Promise<{ readonly ok: true; readonly value: T }> => Promise.resolve({ ok: true, value });
  const opened = (): PullRequest[] =>
    pull === null
      ? []
      : [
          {
            ...{ number: 1, url: 'the pull request below', state: 'open', merged: false, draft: pull.draft, title: pull.title },
            ...{ body: pull.body, head: { branch: pull.head, sha: '', repo: null }, base: pull.base },
          },
        ];
  const first = (): PullRequest => {
    const [only] = opened();
    if (only === undefined) throw new Error('there is no pull request yet');
    return only;
  };

  const absent = () => Promise.resolve({ ok: false, kind: 'not-found', reason: 'there is no server behind the demo', remedy: '' } as const);

  const github: GitHub = {
    viewer: () => ok('github-actions[bot]'),
    recentMessages: () => ok([]),
    mergeBase: absent,
    deleteBranch: () => ok(null),
    createCommit: absent,
    pullRequest: () => ok(first()),
    pullRequestsTo: () => ok([]),
    closePullRequest: absent,
    lineComments: () => ok([]),
    createReview: absent,
    deleteLineComment: () => ok(null),
    deleteComment: () => ok(null),
    dispatchWorkflow: absent,
    defaultBranch: () => ok('main'),
    branchHead: () => ok(null),
    commit: () => ok(null),
    commitMessage: () => ok(null),
    permissionOf: () => ok('write'),
    pullRequestLabels: () => ok([]),
    successfulRuns: () => ok([]),
    isAncestor: () => ok(false),
    createBranch: () => ok(null),
    pullRequests: () => ok(opened()),
    createPullRequest: (_repo, created) => {
      pull = created;
      return ok(first());
    },
    updatePullRequest: (_repo, _number, changes) => {
      pull = pull === null ? null : { ...pull, ...changes };
      return ok(first());
    },
    closedBy: () => ok(null),
    addLabels: () => ok(null),
    requestReviewers: () => ok(null),
    comments: () => ok([]),
    createComment: absent,
    updateComment: absent,
  };
  return { github, opened: () => pull };
}
