// The checkout that is red: looked at without leaving a trace, and changed in one place alone.
import { realpath, stat } from 'node:fs/promises';
import { Git, GitError } from './git.ts';
import type { Checkout, Patch, Refusal } from './types.ts';

const refusal = (reason: string): Refusal => ({ ok: false, reason });

/** Looks at a local checkout; `dir` may be any folder inside it. */
export async function openCheckout(dir: string): Promise<{ readonly ok: true; readonly checkout: Checkout } | Refusal> {
  const folder = await stat(dir).catch(() => null);
  if (folder === null) return refusal(`${dir} does not exist: give the folder of a git checkout.`);
  if (!folder.isDirectory()) return refusal(`${dir} is not a folder: give the folder of a git checkout.`);
  const git = new Git(await realpath(dir), { readOnly: true, withoutFilters: true });
  const kind = await git.run(['rev-parse', '--is-bare-repository', '--is-inside-work-tree']);
  if (kind.failedToStart !== null) return refusal(`git could not be run (${kind.failedToStart}): install git and try again.`);
  if (kind.exitCode !== 0) return refusal(`${dir} is not a git repository (${lastLine(kind.stderr)}): run this in a git checkout.`);
  const [bare, inside] = kind.stdout.trim().split('\n');
  if (bare === 'true') return refusal(`${dir} is a bare repository, which has no files: clone it and give the clone's folder.`);
  if (inside !== 'true') return refusal(`${dir} is inside of a .git folder: give the folder that holds the files.`);
  const root = await realpath(await git.text(['rev-parse', '--show-toplevel']));
  return describe(new Git(root, { readOnly: true, withoutFilters: true }));
}

async function describe(git: Git): Promise<{ readonly ok: true; readonly checkout: Checkout } | Refusal> {
  try {
    const sha = await git.head();
    if (sha === null) return refusal(`${git.root} has no commit yet: commit the files first, then run again.`);
    const status = await git.text(['status', '--porcelain', '-z', '--untracked-files=normal', '--ignore-submodules=all']);
    return { ok: true, checkout: { root: git.root, sha, branch: await git.branch(), dirty: status !== '' } };
  } catch (error) {
    if (error instanceof GitError) return refusal(`${git.root} cannot be read by git: ${error.message}`);
    throw error;
  }
}

/**
 * Puts a patch into somebody's checkout, whole or not at all. Uncommitted changes stay as they are: a file changed in the meantime
 * refuses the patch.
 */
export async function applyToCheckout(checkout: Checkout, patch: Patch): Promise<{ readonly ok: true } | Refusal> {
  if (patch.text.trim() === '') return refusal('The patch is empty: there is nothing to apply.');
  const git = new Git(checkout.root, { withoutFilters: true });
  const apply = (...options: string[]) => git.run(['apply', '--binary', '--whitespace=nowarn', ...options, '-'], { input: patch.text });
  const check = await apply('--check');
  if (check.exitCode !== 0) {
    return refusal(`The patch does not fit the files in ${checkout.root} as they are now, so none was changed: ${causes(check.stderr)}`);
  }
  const applied = await apply();
  return applied.exitCode === 0 ? { ok: true } : refusal(`git could not write the patch to ${checkout.root}: ${causes(applied.stderr)}`);
}

function lastLine(text: string): string {
  return (
    text
      .trim()
      .split('\n')
      .at(-1)
      ?.replace(/^fatal: /, '') ?? ''
  );
}

function causes(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.startsWith('error: '));
  return lines
    .slice(0, 5)
    .map((line) => line.slice('error: '.length))
    .join('; ');
}
