// How a repository is installed and tested, found out from its files.
import { join, posix } from 'node:path';
import type { DetectRequest, Found } from './ecosystem.ts';
import { ecosystems } from './ecosystems/index.ts';
import { namesIn } from './files.ts';
import { foldersWithManifests, reachOf } from './inner-folders.ts';
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
  const atFailed = given.length === 0 && testCommand === null ? await detectFailed(options, ci) : null;
  if (atFailed !== null) return atFailed;
  const place = given.length === 0 ? await findDirectories(root) : givenDirectories(given);
  if (!place.ok) {
    if (given.length > 0) return place;
    // Tests may lie there without any manifest.
    const found = await ask({ root, directory: '', names: await namesIn(root), testCommand, setupCommand, ci });
    if (found.kind === 'plan') return { ok: true, plan: found.plan };
    return testCommand === null ? place : other(testCommand, setupCommand);
  }
  const [only] = place.directories;
  if (place.directories.length === 1 && only !== undefined) {
    const detected = await detectIn(options, ci, only, place.reason);
    if (given.length > 0 || only !== '' || testCommand !== null) return detected;
    return withInner(options, ci, detected);
  }
  const found = await Promise.all(place.directories.map((directory) => detectIn(options, ci, directory, null)));
  const refused = found.find((each) => !each.ok);
  if (refused !== undefined && given.length > 0) return refused;
  const parts = found.flatMap((each) => (each.ok ? [each.plan] : []));
  const [first] = parts;
  if (first === undefined) return severalBelow(place.directories);
  return { ok: true, plan: parts.length === 1 ? first : several(parts, place.reason) };
}

/** The tests of the step that failed, where it runs in a folder of its own; null when it does not, or tests nothing there. */
async function detectFailed(options: DetectOptions, ci: readonly CiCommand[]): Promise<Detection | null> {
  const { root, testCommand, setupCommand } = options;
  for (const directory of new Set(ci.filter(({ failed }) => failed).map((each) => each.directory))) {
    if (directory === '') continue;
    const found = await ask({ root, directory, names: await namesIn(join(root, directory)), testCommand, setupCommand, ci });
    if (found.kind !== 'plan' || found.isFailedStep !== true) continue;
    const reasons = [`folder ${directory}: the step that failed runs there`, ...found.plan.reasons];
    return { ok: true, plan: { ...found.plan, reasons } };
  }
  return null;
}

/** What the root's own command does not reach: packages further down that nothing in the root tells of. */
async function withInner(options: DetectOptions, ci: readonly CiCommand[], own: Detection): Promise<Detection> {
  const reach = own.ok
    ? await reachOf(options.root, own.plan, ci)
    : { folders: await foldersWithManifests(options.root), keepsRoot: false };
  const parts: SuitePlan[] = [];
  for (const directory of reach.folders) {
    // A package's own command sees to what lies inside of it.
    if (parts.some((part) => directory.startsWith(`${part.directory}/`) && part.runner !== 'go test')) continue;
    const found = await detectIn(options, ci, directory, null);
    if (found.ok && found.plan.runner !== 'command') parts.push(found.plan);
  }
  const [first] = parts;
  if (first === undefined) return own;
  const whole = own.ok && reach.keepsRoot ? [own.plan, ...parts] : parts;
  const reason = `folders with tests of their own: ${parts.map(({ directory }) => directory).join(', ')}`;
  return { ok: true, plan: whole.length === 1 ? { ...first, reasons: [reason, ...first.reasons] } : several(whole, reason) };
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

/** The plan of the step that failed, else the first whose runner is known, else the first, else why there is none. */
async function ask(request: DetectRequest): Promise<Found> {
  let best: Found = { kind: 'foreign' };
  let known: Found | null = null;
  for (const ecosystem of ecosystems) {
    const found = await ecosystem.detect(request);
    if (found.kind === 'plan' && found.isFailedStep === true) return found;
    if (found.kind === 'plan' && !['other', 'command'].includes(found.plan.runner)) known ??= found;
    // Only the step that failed can be of another language than the one that is known already.
    if (known !== null && !request.ci.some(({ failed }) => failed)) return known;
    if (found.kind === 'plan' && best.kind !== 'plan') best = found;
    else if (found.kind === 'untested' && best.kind === 'untested')
      best = { kind: 'untested', looked: [...best.looked, ...found.looked], hint: best.hint ?? found.hint };
    else if (best.kind === 'foreign') best = found;
  }
  return known ?? best;
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
  const below = await foldersWithManifests(root);
  const nearest = Math.min(...below.map((folder) => folder.split('/').length));
  const found = below.filter((folder) => folder.split('/').length === nearest);
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
