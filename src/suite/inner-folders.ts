// Packages further down in a repository: which folders have manifests, and which of them the root's own command does not reach.
import { posix } from 'node:path';
import { ecosystems } from './ecosystems/index.ts';
import { listTree } from './listing.ts';
import { isTestFile } from './test-files.ts';
import type { SuitePlan } from './types.ts';
import type { CiCommand } from './workflows.ts';

const mostFolders = 40;
const deepest = 4;
/** What lies there is shown to readers or fed to tests, not tested. */
const samples =
  /(?:^|\/)(?:_?examples?|samples?|demos?|docs?|fixtures?|testdata|templates?|benchmarks?|tools|third_party|integration)(?:\/|$)/;

/** Folders below the root with a manifest, outermost first; a package.json inside of a package is its own matter. */
export async function foldersWithManifests(root: string): Promise<readonly string[]> {
  const isManifest = (path: string): boolean =>
    ecosystems.some((each) => each.isManifest(posix.basename(path))) && path.split('/').length <= deepest + 1;
  const paths = await listTree(root, { wanted: isManifest, limit: 20_000 });
  const folders = [...new Set(paths.map((path) => posix.dirname(path)))].filter((folder) => folder !== '.' && !samples.test(`${folder}/`));
  return folders.sort((a, b) => a.split('/').length - b.split('/').length || a.localeCompare(b)).slice(0, mostFolders);
}

export interface Reach {
  /** Folders that have to be tested by commands of their own. */
  readonly folders: readonly string[];
  /** Whether the root's command tests anything besides. */
  readonly keepsRoot: boolean;
}

/**
 * What the command of the root's `plan` leaves out. A Go module ends where the next one begins; pytest in the root collects the tests of
 * all packages below, but knows neither their configuration nor where their code is. The others' tools see to it themselves.
 */
export async function reachOf(root: string, plan: SuitePlan, ci: readonly CiCommand[]): Promise<Reach> {
  const all: Reach = { folders: [], keepsRoot: true };
  if (plan.runner === 'go test') {
    if (/\.\/[^. ]/.test(plan.testCommand)) return all;
    const modules = (await foldersWithManifests(root)).map((folder) => posix.join(folder, 'go.mod'));
    const found = new Set(await listTree(root, { wanted: (path) => posix.basename(path) === 'go.mod', limit: 1000 }));
    const inner = modules.filter((path) => found.has(path)).map((path) => posix.dirname(path));
    return { ...all, folders: inner.filter((folder) => isTestedInCi(ci, folder)) };
  }
  if (plan.runner === 'pytest' || plan.runner === 'unittest') {
    const tests = await listTree(root, { wanted: (path) => path.endsWith('.py') && isTestFile(path), limit: 20_000 });
    const manifests = await listTree(root, { wanted: (path) => /(?:^|\/)(?:pyproject\.toml|setup\.py)$/.test(path), limit: 1000 });
    const inner = manifests.map((path) => posix.dirname(path)).filter((folder) => folder !== '.' && !samples.test(`${folder}/`));
    const isInner = (path: string): boolean => inner.some((folder) => path.startsWith(`${folder}/`));
    if (tests.length === 0 || !tests.every(isInner)) return all;
    return { folders: inner.filter((folder) => tests.some((path) => path.startsWith(`${folder}/`))), keepsRoot: false };
  }
  return all;
}

/** Where the workflows test, they test all that is meant to be tested. */
function isTestedInCi(ci: readonly CiCommand[], folder: string): boolean {
  const tests = ci.filter(({ command }) => /\b(?:go test|gotestsum|make|task|just)\b/.test(command));
  return tests.length === 0 || tests.some(({ directory, command }) => directory === folder || command.includes(folder));
}
