// Brings a commit onto a branch: made and signed by GitHub where that is possible and wanted, else pushed. The branch moves in one step.
import { besideOf } from './beside.ts';
import type { Commit, Publisher, WholeFiles } from './commit.ts';
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
 * A branch that is there already at the commit's parent is committed to directly. For any other, GitHub commits to a branch beside it, of this
 * run alone, and the branch itself is made or moved when that is done: it never points at a state without the fix.
 */
async function landSigned(publisher: Publisher, target: Target, land: Land): Promise<Signing> {
  const { branch, tip, commit } = land;
  const files = await publisher.wholeFiles(commit);
  if (!files.ok) return { kind: 'impossible', reason: files.reason, quiet: false };
  if (tip === commit.parent) return signDirectly(publisher, target, { branch, commit, files });
  const beside = besideOf(branch, new Date());
  try {
    return await signBeside(publisher, target, { ...land, beside, files });
  } finally {
    // Whatever happened, and also when nobody knows whether it was made.
    const deleted = await target.github.deleteBranch(target.repo, beside);
    if (!deleted.ok && deleted.kind !== 'invalid') await publisher.remove(beside);
  }
}

interface Signable {
  /** Where GitHub commits. */
  readonly branch: string;
  readonly commit: Commit;
  readonly files: WholeFiles;
}

type Signed =
  | { readonly ok: true; readonly sha: string }
  /** `wrong` is the commit that GitHub made, if it made another one than git. */
  | { readonly ok: false; readonly wrong: string | null; readonly problem: Problem | null };

async function sign(publisher: Publisher, { github, repo }: Target, { branch, commit, files }: Signable): Promise<Signed> {
  const { additions, deletions } = files;
  const { parent: expectedHead, message } = commit;
  const made = await github.createCommit(repo, { branch, expectedHead, message, additions, deletions });
  if (made.ok)
    return made.value.tree === commit.tree ? { ok: true, sha: made.value.sha } : { ok: false, wrong: made.value.sha, problem: null };
  // An answer that got lost may have been a success.
  const head = await github.branchHead(repo, branch);
  const sha = head.ok && head.value !== null && head.value !== commit.parent ? head.value : null;
  return sha !== null && (await publisher.isLike(sha, commit)) ? { ok: true, sha } : { ok: false, wrong: null, problem: made };
}

async function signDirectly(publisher: Publisher, target: Target, signable: Signable): Promise<Signing> {
  const signed = await sign(publisher, target, signable);
  if (signed.ok) return { kind: 'landed', sha: signed.sha, note: null };
  if (signed.problem !== null) return signed.problem.kind === 'moved' ? { kind: 'moved' } : impossible(signed.problem);
  const { branch, commit } = signable;
  return signed.wrong === null ? wrongTree : undoWrong(publisher, { branch, from: signed.wrong, to: commit.parent });
}

async function signBeside(publisher: Publisher, target: Target, land: Land & Signable & { readonly beside: string }): Promise<Signing> {
  const { beside: branch, commit } = land;
  const { github, repo } = target;
  const started = await github.createBranch(repo, branch, commit.parent);
  // It is there where only the answer got lost: its name is nobody else's.
  if (!started.ok && started.kind !== 'unreachable') return impossible(started);
  if (!started.ok && (await github.branchHead(repo, branch).then((head) => !head.ok || head.value === null))) return impossible(started);
  const signed = await sign(publisher, target, { ...land, branch });
  if (signed.ok) return moveTo(publisher, target, { branch: land.branch, tip: land.tip, sha: signed.sha });
  return signed.problem === null ? wrongTree : impossible(signed.problem);
}

const wrongTree = { kind: 'impossible', reason: 'GitHub made other files of it than git does', quiet: false } as const;

const impossible = ({ kind, reason }: Problem): Signing => ({ kind: 'impossible', reason, quiet: kind === 'not-found' });

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
