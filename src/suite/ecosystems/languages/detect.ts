// How a repository of another language than JavaScript is installed and tested, found out from its files.
import { access, constants, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join, posix } from 'node:path';
import { userPath } from '../../../workspace/index.ts';
import type { DetectRequest, Found } from '../../ecosystem.ts';
import { exists, readText } from '../../files.ts';
import type { SuitePlan } from '../../types.ts';
import { readLanguageLine } from './line.ts';
import { languages } from './runners.ts';
import { listSources } from './source-index.ts';
import type { FolderView, Guess, Language } from './types.ts';

const maxManifestBytes = 2 << 20;
const maxFiles = 20_000;

interface Candidate {
  readonly language: Language;
  readonly manifest: string;
  readonly guess: Guess;
}

/** The plan for a folder, each guess with its reason. */
export async function detect(request: DetectRequest): Promise<Found> {
  const folder = viewOf(request);
  return request.testCommand === null ? guess(request, folder) : recognise(request, request.testCommand, folder);
}

async function guess({ root, directory, setupCommand }: DetectRequest, folder: FolderView): Promise<Found> {
  const found: Candidate[] = [];
  const looked: string[] = [];
  for (const language of languages) {
    const manifest = await language.manifest(folder);
    if (manifest === null) continue;
    const own = await language.guess(folder, manifest);
    if (own !== null) found.push({ language, manifest, guess: own });
    else looked.push(`tests of ${language.name} beside ${manifest}`);
  }
  const chosen = await choose(found, root);
  if (chosen === null) return looked.length === 0 ? { kind: 'foreign' } : { kind: 'untested', looked, hint: null };
  const { runner, testCommand, setupCommand: setup, reasons } = chosen.found.guess;
  const plan: SuitePlan = {
    ecosystem: 'languages',
    directory,
    packageManager: chosen.found.language.name,
    runner,
    testCommand,
    setupCommand: setupCommand ?? setup,
    reasons: [...reasons, ...chosen.reasons, setupReason(setupCommand, setup)],
  };
  return { kind: 'plan', plan };
}

/** A line that somebody gave; foreign when no runner of these languages is in it and no manifest of them is there. */
async function recognise({ directory, setupCommand }: DetectRequest, testCommand: string, folder: FolderView): Promise<Found> {
  const line = readLanguageLine(testCommand);
  const [call] = line === null ? [] : [...line.calls.values()];
  const own = await firstManifest(folder, call?.adapter.runner ?? null);
  if (call === undefined && own === null) return { kind: 'foreign' };
  const guessed = own === null ? null : ((await own.language.guess(folder, own.manifest))?.setupCommand ?? null);
  const plan: SuitePlan = {
    ecosystem: 'languages',
    directory,
    packageManager: own?.language.name ?? 'none',
    runner: call?.adapter.runner ?? 'command',
    testCommand,
    setupCommand: setupCommand ?? guessed,
    reasons: [
      ...(own === null ? [] : [`${own.language.name}: ${own.manifest}`]),
      'test command: as given',
      call === undefined
        ? 'runner: behind the command; what it starts is told by its reports, else by the exit code'
        : `runner ${call.adapter.runner}: in the test command`,
      setupReason(setupCommand, guessed),
    ],
  };
  return { kind: 'plan', plan };
}

function setupReason(given: string | null, guessed: string | null): string {
  return given !== null ? 'setup command: as given' : guessed === null ? 'nothing to install' : `setup command: ${guessed}`;
}

/** Of the language that `runner` belongs to, where it is known. */
async function firstManifest(folder: FolderView, runner: string | null): Promise<Omit<Candidate, 'guess'> | null> {
  for (const language of languages) {
    if (runner !== null && !language.runners.some((adapter) => adapter.runner === runner)) continue;
    const manifest = await language.manifest(folder);
    if (manifest !== null) return { language, manifest };
  }
  return null;
}

/** Several languages: the one whose runner the repository's own CI starts, else the first; what was left is said. */
async function choose(
  found: readonly Candidate[],
  root: string,
): Promise<{ readonly found: Candidate; readonly reasons: readonly string[] } | null> {
  const real = found.filter(({ guess }) => guess.runner !== 'command');
  const candidates = real.length > 0 ? real : found;
  const [first, ...others] = candidates;
  if (first === undefined) return null;
  if (others.length === 0) return { found: first, reasons: [] };
  const steps = await workflowSteps(root);
  const scored = candidates.map((each) => ({
    each,
    step: steps.find(({ runner }) => each.language.runners.some((own) => own.runner === runner)) ?? null,
  }));
  const started = scored.find(({ step }) => step !== null);
  const chosen = started?.each ?? first;
  const left = candidates.filter((each) => each !== chosen).map(({ language, manifest }) => `${language.name} (${manifest})`);
  const why = started?.step ? `${started.step.file} runs \`${started.step.command}\`` : 'it is the first of those that are looked for';
  return {
    found: chosen,
    reasons: [`${chosen.language.name} was chosen because ${why}; also there: ${left.join(', ')}; set test-command to test these`],
  };
}

interface Step {
  readonly file: string;
  readonly command: string;
  readonly runner: string;
}

/** Commands of the repository's workflows that start a known runner. Read line by line: a broken file is no reason to stop. */
async function workflowSteps(root: string): Promise<Step[]> {
  const folder = join(root, '.github', 'workflows');
  const names = (await readdir(folder).catch(() => [])).filter((name) => /\.ya?ml$/.test(name)).sort();
  const steps: Step[] = [];
  for (const name of names.slice(0, 50)) {
    const text = (await readText(join(folder, name), maxManifestBytes)) ?? '';
    for (const line of text.split('\n')) {
      const command = line.replace(/^\s*(?:-\s*)?(?:run:\s*)?[|>]?-?\s*/, '').trim();
      const calls = command === '' || command.length > 500 ? null : readLanguageLine(command);
      const [call] = calls === null ? [] : [...calls.calls.values()];
      if (call !== undefined) steps.push({ file: `.github/workflows/${name}`, command, runner: call.adapter.runner });
    }
  }
  return steps;
}

function viewOf({ root, directory, names }: DetectRequest): FolderView {
  const path = join(root, directory);
  let files: Promise<readonly string[]> | null = null;
  const texts = new Map<string, Promise<string | null>>();
  return {
    directory,
    path,
    names,
    text: (name) => {
      const known = texts.get(name) ?? readText(join(path, name), maxManifestBytes);
      texts.set(name, known);
      return known;
    },
    has: (name) => exists(join(path, name)),
    program,
    cached: (name) => exists(join(homedir(), name)),
    files: () => {
      files ??= listSources(path, maxFiles);
      return files;
    },
  };
}

async function program(name: string): Promise<boolean> {
  for (const folder of userPath(process.env).split(delimiter)) {
    try {
      await access(posix.join(folder, name), constants.X_OK);
      return true;
    } catch {
      // Not in this folder.
    }
  }
  return false;
}
