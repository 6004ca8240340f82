// How a repository is installed and tested, found out from its files.
import { join, posix } from 'node:path';
import type { DetectRequest, Found } from './ecosystem.ts';
import { ecosystems } from './ecosystems/index.ts';
import { namesIn } from './files.ts';
import type { SuitePlan } from './types.ts';

export interface DetectOptions {
  readonly root: string;
  readonly testCommand: string | null;
  readonly setupCommand: string | null;
  /** Relative to the root; null looks for the package. */
  readonly workingDirectory: string | null;
}

export type Detection = { readonly ok: true; readonly plan: SuitePlan } | { readonly ok: false; readonly reason: string };

/** The plan for the tests of `root`, each guess with its reason; or what was looked at and what to set. */
export async function detectSuite(options: DetectOptions): Promise<Detection> {
  const { root, testCommand, setupCommand } = options;
  const place = await findDirectory(root, options.workingDirectory);
  if (!place.ok) {
    if (options.workingDirectory !== null) return place;
    // Tests may lie there without any manifest.
    const found = await ask({ root, directory: '', names: await namesIn(root), testCommand, setupCommand });
    if (found.kind === 'plan') return { ok: true, plan: found.plan };
    return testCommand === null ? place : other(testCommand, setupCommand);
  }
  const { directory } = place;
  const names = await namesIn(join(root, directory));
  const found = await ask({ root, directory, names, testCommand, setupCommand });
  if (found.kind === 'plan') {
    const reasons = [...(place.reason === null ? [] : [place.reason]), ...found.plan.reasons];
    return { ok: true, plan: { ...found.plan, reasons } };
  }
  if (found.kind === 'broken') return { ok: false, reason: found.reason };
  if (testCommand !== null) return other(testCommand, setupCommand, directory);
  const where = directory === '' ? 'the root' : directory;
  return found.kind === 'untested'
    ? refusal(found.looked, found.hint)
    : refusal([`package.json and manifests of other languages in ${where} (there is none)`]);
}

/** The first plan whose runner is known, else the first plan, else why there is none. */
async function ask(request: DetectRequest): Promise<Found> {
  let best: Found = { kind: 'foreign' };
  for (const ecosystem of ecosystems) {
    const found = await ecosystem.detect(request);
    if (found.kind === 'plan' && !['other', 'command'].includes(found.plan.runner)) return found;
    if (found.kind === 'plan' && best.kind !== 'plan') best = found;
    else if (found.kind === 'untested' && best.kind === 'untested')
      best = { kind: 'untested', looked: [...best.looked, ...found.looked], hint: best.hint ?? found.hint };
    else if (best.kind === 'foreign') best = found;
  }
  return best;
}

function refusal(looked: readonly string[], hint: string | null = null): Detection {
  return {
    ok: false,
    reason: `No test command found. Looked at: ${looked.join('; ')}. Set test-command (--test)${hint === null ? '' : `, or ${hint}`}.`,
  };
}

/** Any repository, by exit code and text. */
function other(testCommand: string, setupCommand: string | null, directory = ''): Detection {
  const reasons = ['no manifest that is known', 'test command: as given', 'results by exit code and text'];
  return {
    ok: true,
    plan: { ecosystem: 'other', directory, packageManager: 'none', runner: 'other', testCommand, setupCommand, reasons },
  };
}

type DirectoryFound =
  | { readonly ok: true; readonly directory: string; readonly reason: string | null }
  | { readonly ok: false; readonly reason: string };

async function findDirectory(root: string, given: string | null): Promise<DirectoryFound> {
  if (given !== null) {
    const directory = posix.normalize(given.replaceAll('\\', '/')).replace(/^\.\/?|\/$/g, '');
    if (directory.startsWith('..') || posix.isAbsolute(directory))
      return { ok: false, reason: `working-directory ${given} lies outside of the repository.` };
    return { ok: true, directory, reason: null };
  }
  const names = await namesIn(root);
  const isManifest = (name: string): boolean => ecosystems.some((ecosystem) => ecosystem.isManifest(name));
  if (names.some(isManifest)) return { ok: true, directory: '', reason: null };
  const found: string[] = [];
  for (const name of names)
    if (!name.startsWith('.') && name !== 'node_modules' && (await namesIn(join(root, name))).some(isManifest)) found.push(name);
  const [only] = found;
  if (only !== undefined && found.length === 1)
    return { ok: true, directory: only, reason: `folder ${only}: the only one with a manifest` };
  const where = found.length === 0 ? 'there is none' : `there are several below: ${found.join(', ')}`;
  return {
    ok: false,
    reason: `No test command found. Looked at: package.json in the root and in its folders, and manifests of other languages (${where}). Set test-command (--test)${found.length === 0 ? '' : ' or working-directory'}.`,
  };
}
