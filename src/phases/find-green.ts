import { posix } from 'node:path';
import { findLastGreen, type LastGreen, type Verdict } from '../incident/index.ts';
import { turnedGreen } from '../suite/index.ts';
import { type Checkout, Git, GitError, isDependencyFile, type Workspace } from '../workspace/index.ts';
import type { Run } from './run.ts';
import type { Red } from './tests.ts';

/** The part of the time limit that may be spent on it; and where a tree takes longer, as one that is built does, on the first of them. */
const share = 0.1;
const shareOfOne = 0.25;
const mostTests = 12;
/** How far back the history is looked at. */
const mostCommits = 1_024;

/**
 * The last commit on which what fails now did not fail, when nobody has named one: the failing tests are run on clean trees of older
 * commits, for at most a tenth of the time limit, or for as long as one clean tree takes. Never throws for what the repository does.
 */
export async function findGreen(run: Run, checkout: Checkout, workspace: Workspace, seen: Red): Promise<LastGreen> {
  const git = new Git(checkout.root, { readOnly: true, withoutFilters: true, signal: run.signal });
  const limit = run.inputs.limits.minutes * 60_000;
  const cleanTree = Math.min(1.5 * seen.baseline.seconds * 1_000, limit * shareOfOne);
  const deadline = run.now() + Math.min(Math.max(limit * share, cleanTree), run.wholeLimitMs);
  const left = (): number => deadline - run.now();
  const found = await findLastGreen({
    commits: await history(git, checkout),
    most: mostTests,
    // A run that cannot end in time is not begun.
    goOn: () => !run.signal.aborted && left() > seen.failingSeconds * 1_000,
    test: async (sha) => {
      try {
        return await testCommit(run, git, workspace, seen, sha, left);
      } catch (error) {
        if (error instanceof GitError) return 'unusable';
        throw error;
      }
    },
  });
  const { green, reason } = found;
  run.progress.line(`last green: ${green === null ? `not found (${reason})` : `${green.slice(0, 10)}, ${reason}`}`);
  return found;
}

/** Uncommitted changes may be what broke it: then the commit itself is the first that may be green. */
async function history(git: Git, { sha, dirty }: Checkout): Promise<readonly string[]> {
  const listed = await git.run(['rev-list', '--first-parent', `--max-count=${mostCommits}`, sha]);
  const commits = listed.exitCode === 0 ? listed.stdout.split('\n').filter((line) => /^[0-9a-f]{40,64}$/.test(line)) : [];
  return dirty ? commits : commits.slice(1);
}

async function testCommit(
  run: Run,
  git: Git,
  workspace: Workspace,
  { suite, failing, baseline }: Red,
  sha: string,
  left: () => number,
): Promise<Verdict> {
  const { signal, ledger } = run;
  const linked = !(await dependenciesDiffer(git, sha));
  await using tree = await workspace.older(sha, { linked });
  // What is linked in must not be written to: only a tree without it is installed anew.
  if (!linked && !(await suite.install(tree.root, { timeoutMs: left(), signal })).ok) return 'unusable';
  const tested = await ledger.span('tests', 'find the last green commit', () =>
    suite.run(tree.root, { scope: 'failing', failing, timeoutMs: Math.max(left(), 1), signal }),
  );
  if (tested.aborted || tested.timedOut) return 'late';
  const { fixed, red } = turnedGreen(tested, failing, baseline);
  const known = new Set(tested.results.map(({ id }) => id));
  if (red.some((id) => known.has(id))) return 'red';
  if (fixed.length > 0) return 'green';
  return tested.counts.executed > 0 ? 'absent' : 'red';
}

/** Whether the commit needs other dependencies than the tree that is repaired. */
async function dependenciesDiffer(git: Git, sha: string): Promise<boolean> {
  const changed = await git.text(['diff', '--name-only', '-z', '--no-renames', '--ignore-submodules=all', sha, '--']);
  const paths = changed.split('\0').filter((path) => path !== '');
  if (paths.some((path) => isDependencyFile(posix.basename(path)))) return true;
  for (const path of paths) {
    if (posix.basename(path) !== 'package.json') continue;
    const [then, now] = await Promise.all([dependenciesAt(git, `${sha}:${path}`), dependenciesAt(git, `HEAD:${path}`)]);
    if (then !== now) return true;
  }
  return false;
}

const dependencyFields = [
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'peerDependencies',
  'workspaces',
  'overrides',
  'resolutions',
];

/** What a `package.json` asks for, comparable; null when there is none that can be read. */
async function dependenciesAt(git: Git, object: string): Promise<string | null> {
  const shown = await git.run(['cat-file', 'blob', object]);
  if (shown.exitCode !== 0) return null;
  try {
    const manifest: unknown = JSON.parse(shown.stdout);
    const entries = typeof manifest === 'object' && manifest !== null ? Object.entries(manifest) : [];
    return JSON.stringify(entries.filter(([name]) => dependencyFields.includes(name)).sort());
  } catch {
    return null;
  }
}
