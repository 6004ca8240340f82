// How a repository is installed and tested, found out from its files.
import { join, posix } from 'node:path';
import type { DetectRequest, Found } from './ecosystem.ts';
import { ecosystems } from './ecosystems/index.ts';
import { namesIn } from './files.ts';
import type { SuitePlan } from './types.ts';
import { type CiCommand, type FailedStep, readCiCommands } from './workflows.ts';

export interface DetectOptions {
  readonly root: string;
  readonly testCommand: string | null;
  readonly setupCommand: string | null;
  /** Relative to the root; none looks for the package. */
  readonly workingDirectories: readonly string[];
  /** The step of the repository's workflows that failed, where the event tells. */
  readonly failed?: FailedStep | null;
}

export type Detection = { readonly ok: true; readonly plan: SuitePlan } | { readonly ok: false; readonly reason: string };

/** The plan for the tests of `root`, each guess with its reason; or what was looked at and what to set. */
export async function detectSuite(options: DetectOptions): Promise<Detection> {
  const { root, testCommand, setupCommand, workingDirectories: given } = options;
  const ci = await readCiCommands(root, options.failed ?? null);
  const place = given.length === 0 ? await findDirectories(root) : givenDirectories(given);
  if (!place.ok) {
    if (given.length > 0) return place;
    // Tests may lie there without any manifest.
    const found = await ask({ root, directory: '', names: await namesIn(root), testCommand, setupCommand, ci });
    if (found.kind === 'plan') return { ok: true, plan: found.plan };
    return testCommand === null ? place : other(testCommand, setupCommand);
  }
  const [only] = place.directories;
  if (place.directories.length === 1 && only !== undefined) return detectIn(options, ci, only, place.reason);
  const found = await Promise.all(place.directories.map((directory) => detectIn(options, ci, directory, null)));
  const refused = found.find((each) => !each.ok);
  if (refused !== undefined && given.length > 0) return refused;
  const parts = found.flatMap((each) => (each.ok ? [each.plan] : []));
  const [first] = parts;
  if (first === undefined) return severalBelow(place.directories);
  return { ok: true, plan: parts.length === 1 ? first : several(parts, place.reason) };
}

async function detectIn(
  { root, testCommand, setupCommand }: DetectOptions,
  ci: readonly CiCommand[],
  directory: string,
  reason: string | null,
): Promise<Detection> {
  const names = await namesIn(join(root, directory));
  const found = await ask({ root, directory, names, testCommand, setupCommand, ci });
  if (found.kind === 'plan') {
    const reasons = [...(reason === null ? [] : [reason]), ...found.plan.reasons];
    return { ok: true, plan: { ...found.plan, reasons } };
  }
  if (found.kind === 'broken') return { ok: false, reason: found.reason };
  if (testCommand !== null) return other(testCommand, setupCommand, directory);
  const where = directory === '' ? 'the root' : directory;
  return found.kind === 'untested'
    ? refusal(found.looked, found.hint)
    : refusal([`package.json and manifests of other languages in ${where} (there is none)`]);
}

/** The packages of several folders as one suite. Each installs by itself. */
function several(parts: readonly SuitePlan[], reason: string | null): SuitePlan {
  return {
    ecosystem: 'other',
    directory: '',
    packageManager: [...new Set(parts.map((part) => part.packageManager))].join(', '),
    runner: 'several',
    testCommand: parts
      .map((part) => (part.directory === '' ? part.testCommand : `(cd ${part.directory} && ${part.testCommand})`))
      .join(' && '),
    setupCommand: null,
    reasons: [...(reason === null ? [] : [reason]), ...parts.flatMap((part) => part.reasons.map((each) => `${part.directory}: ${each}`))],
    parts,
  };
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

type DirectoriesFound =
  | { readonly ok: true; readonly directories: readonly string[]; readonly reason: string | null }
  | { readonly ok: false; readonly reason: string };

function givenDirectories(given: readonly string[]): DirectoriesFound {
  const directories = given.map((each) => posix.normalize(each.replaceAll('\\', '/')).replace(/^\.\/?|\/$/g, ''));
  const outside = directories.findIndex((directory) => directory.startsWith('..') || posix.isAbsolute(directory));
  if (outside >= 0) return { ok: false, reason: `working-directory ${given[outside]} lies outside of the repository.` };
  return { ok: true, directories: [...new Set(directories)], reason: null };
}

async function findDirectories(root: string): Promise<DirectoriesFound> {
  const names = await namesIn(root);
  const isManifest = (name: string): boolean => ecosystems.some((ecosystem) => ecosystem.isManifest(name));
  if (names.some(isManifest)) return { ok: true, directories: [''], reason: null };
  const found: string[] = [];
  for (const name of names)
    if (!name.startsWith('.') && name !== 'node_modules' && (await namesIn(join(root, name))).some(isManifest)) found.push(name);
  const [only] = found;
  if (only === undefined) return { ok: false, reason: nothingFound('there is none', '') };
  const reason = found.length === 1 ? `folder ${only}: the only one with a manifest` : `folders with a manifest: ${found.join(', ')}`;
  return { ok: true, directories: found, reason };
}

function severalBelow(directories: readonly string[]): Detection {
  return { ok: false, reason: nothingFound(`none tells of tests below: ${directories.join(', ')}`, ' or working-directory') };
}

function nothingFound(where: string, hint: string): string {
  return `No test command found. Looked at: package.json in the root and in its folders, and manifests of other languages (${where}). Set test-command (--test)${hint}.`;
}
