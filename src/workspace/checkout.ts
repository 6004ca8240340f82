// The checkout that is red: looked at without leaving a trace, and changed in one place alone.
import { lstat, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Git } from './git.ts';
import type { Checkout, Patch, Refusal } from './types.ts';

const refusal = (reason: string): Refusal => ({ ok: false, reason });

/** Looks at a local checkout; `dir` may be any folder inside it. */
export async function openCheckout(dir: string): Promise<{ readonly ok: true; readonly checkout: Checkout } | Refusal> {
  const folder = await stat(dir).catch(() => null);
  if (folder === null) return refusal(`${dir} does not exist: give the folder of a git checkout.`);
  if (!folder.isDirectory()) return refusal(`${dir} is not a folder: give the folder of a git checkout.`);
  return describe(dir, await realpath(dir));
}

/** Two processes side by side, each with several answers: a run waits for this before it does anything else. */
async function describe(dir: string, here: string): Promise<{ readonly ok: true; readonly checkout: Checkout } | Refusal> {
  const git = new Git(here, { readOnly: true, withoutFilters: true });
  const [asked, status] = await Promise.all([
    new Git(here, { readOnly: true }).run(['rev-parse', ...places, 'HEAD^{commit}', '--symbolic-full-name', 'HEAD', '--show-toplevel']),
    git.run(['status', '--porcelain', '-z', '--untracked-files=normal', '--ignore-submodules=all']),
  ]);
  if (asked.failedToStart !== null) return refusal(`git could not be run (${asked.failedToStart}): install git and try again.`);
  const [bare, inside, sha = '', ref = '', ...root] = asked.stdout.replace(/\n$/, '').split('\n');
  if (inside === undefined) return refusal(`${dir} is not a git repository (${lastLine(asked.stderr)}): run this in a git checkout.`);
  if (bare === 'true') return refusal(`${dir} is a bare repository, which has no files: clone it and give the clone's folder.`);
  if (inside !== 'true') return refusal(`${dir} is inside of a .git folder: give the folder that holds the files.`);
  if (!/^[0-9a-f]{40,64}$/.test(sha)) return refusal(`${here} has no commit yet: commit the files first, then run again.`);
  const broken = [asked, status].find(({ exitCode }) => exitCode !== 0);
  if (broken !== undefined) return refusal(`${here} cannot be read by git: ${lastLine(broken.stderr)}`);
  const top = await realpath(root.join('\n'));
  if (top !== (await repositoryAbove(here))) {
    return refusal(`${dir}: the settings of its repository name ${top} as the folder of its files (core.worktree), which is not believed.`);
  }
  const branch = ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null;
  return { ok: true, checkout: { root: top, sha, branch, dirty: status.stdout !== '' } };
}

/** The nearest folder that holds a `.git`, which is where git finds the repository. */
async function repositoryAbove(here: string): Promise<string | null> {
  for (let folder = here; ; folder = dirname(folder)) {
    if ((await lstat(join(folder, '.git')).catch(() => null)) !== null) return folder;
    if (folder === dirname(folder)) return null;
  }
}

const places = ['--is-bare-repository', '--is-inside-work-tree'];

/**
 * Puts a patch into somebody's checkout, whole or not at all. Uncommitted changes stay as they are: a file changed in the meantime
 * refuses the patch.
 */
export async function applyToCheckout(checkout: Checkout, patch: Patch): Promise<{ readonly ok: true } | Refusal> {
  if (patch.text.trim() === '') return refusal('The patch is empty: there is nothing to apply.');
  const git = new Git(checkout.root, { withoutFilters: true, local: true });
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
