// Brings a commit onto a branch: made and signed by GitHub where that is possible and wanted, else pushed. The branch moves in one step.
import type { Commit, Publisher } from './commit.ts';
import type { Problem } from './problem.ts';
import { explainPush } from './problem.ts';
import type { DeliverySettings, Target } from './target.ts';

export type Landing =
  /** `note` says why it is not signed, where it should have been. */
  | { readonly kind: 'landed'; readonly sha: string; readonly note: string | null }
  /** The branch is not where it was. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'refused'; readonly reason: string; readonly remedy: string };

export interface Land {
  readonly branch: string;
  /** Where the branch is; null: it must not exist. */
  readonly tip: string | null;
  readonly commit: Commit;
}

type Settings = Pick<DeliverySettings, 'signing' | 'branchPrefix'>;

/** Moves `branch` from `tip` to a commit like `commit`. Refuses rather than overwrite what somebody else put there. */
export async function land(publisher: Publisher, target: Target, land: Land, settings: Settings): Promise<Landing> {
  let note: string | null = null;
  if (settings.signing !== 'none') {
    const signed = await landSigned(publisher, target, land);
    if (signed.kind !== 'impossible') return signed;
    if (settings.signing === 'api') {
      return { kind: 'refused', reason: `no signed commit could be made: ${signed.reason}`, remedy: 'set commit-signing to auto or none' };
    }
    note = signed.quiet ? null : `not signed by GitHub (${signed.reason})`;
  }
  const pushed = await publisher.push(land.branch, land.commit.sha, land.tip);
  if (pushed.ok) return { kind: 'landed', sha: land.commit.sha, note };
  const { moved, ...why } = explainPush(pushed.said, land.branch, settings.branchPrefix);
  return moved ? { kind: 'moved' } : { kind: 'refused', ...why };
}

type Signing =
  | Exclude<Landing, { kind: 'refused' }>
  /** `quiet`: this server has no such thing, which is nobody's concern. */
  | { readonly kind: 'impossible'; readonly reason: string; readonly quiet: boolean };

/**
 * A branch that is there already at the commit's parent is committed to directly. For any other, GitHub commits to a branch beside it, and
 * the branch itself is made or moved when that is done: it never points at a state without the fix.
 */
async function landSigned(publisher: Publisher, target: Target, { branch, tip, commit }: Land): Promise<Signing> {
  const { github, repo } = target;
  const files = await publisher.wholeFiles(commit);
  if (!files.ok) return { kind: 'impossible', reason: files.reason, quiet: false };
  const direct = tip === commit.parent;
  const beside = direct ? branch : `${branch}-next`;
  if (!direct) {
    const started = await startBeside(target, beside, commit.parent);
    if (started !== null) return impossible(started);
  }
  const { additions, deletions } = files;
  const made = await github.createCommit(repo, {
    branch: beside,
    expectedHead: commit.parent,
    message: commit.message,
    additions,
    deletions,
  });
  // An answer that got lost may have been a success.
  const sha = made.ok ? made.value.sha : await sameFixAt(publisher, target, beside, commit);
  const right = sha !== null && (!made.ok || made.value.tree === commit.tree);
  if (direct) {
    if (right) return { kind: 'landed', sha, note: null };
    if (!made.ok) return made.kind === 'moved' ? { kind: 'moved' } : impossible(made);
    return sha === null ? wrongTree : undoWrong(publisher, { branch, from: sha, to: commit.parent });
  }
  const result = right ? await moveTo(publisher, target, { branch, tip, sha }) : null;
  await github.deleteBranch(repo, beside);
  if (result !== null) return result;
  return made.ok ? wrongTree : impossible(made);
}

const wrongTree = { kind: 'impossible', reason: 'GitHub made other files of it than git does', quiet: false } as const;

const impossible = ({ kind, reason }: Problem): Signing => ({ kind: 'impossible', reason, quiet: kind === 'not-found' });

/** A branch left over from a run that was cut off is taken over. */
async function startBeside({ github, repo }: Target, branch: string, sha: string): Promise<Problem | null> {
  const created = await github.createBranch(repo, branch, sha);
  if (created.ok) return null;
  const head = await github.branchHead(repo, branch);
  if (!head.ok || head.value === null) return created;
  const moved = head.value === sha ? head : await github.updateBranch(repo, branch, sha, true);
  return moved.ok ? null : moved;
}

async function sameFixAt(publisher: Publisher, { github, repo }: Target, branch: string, commit: Commit): Promise<string | null> {
  const head = await github.branchHead(repo, branch);
  if (!head.ok || head.value === null || head.value === commit.parent) return null;
  return (await publisher.isLike(head.value, commit)) ? head.value : null;
}

/** The commit that GitHub made is on the server: git moves the branch to it, which knows how to lose a race. */
async function moveTo(publisher: Publisher, target: Target, to: { branch: string; tip: string | null; sha: string }): Promise<Signing> {
  await publisher.fetch(to.sha);
  const pushed = await publisher.push(to.branch, to.sha, to.tip);
  if (pushed.ok) return { kind: 'landed', sha: to.sha, note: null };
  const { moved, reason } = explainPush(pushed.said, target.branch, '');
  return moved ? { kind: 'moved' } : { kind: 'impossible', reason, quiet: false };
}

async function undoWrong(publisher: Publisher, { branch, from, to }: { branch: string; from: string; to: string }): Promise<Signing> {
  const back = await publisher.push(branch, to, from);
  return back.ok ? wrongTree : { ...wrongTree, reason: `${wrongTree.reason}, and ${branch} could not be moved back` };
}
