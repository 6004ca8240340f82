// How a repository of another language than JavaScript is installed and tested, found out from its files.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findProgram, userHome, userPath } from '../../../workspace/index.ts';
import type { DetectRequest, Found } from '../../ecosystem.ts';
import { exists, readText } from '../../files.ts';
import type { Word } from '../../shell.ts';
import type { SuitePlan } from '../../types.ts';
import type { CiCommand } from '../../workflows.ts';
import { type Chosen, chosenBy, ciTestOf, failedLine, withChoice } from './ci-line.ts';
import { environmentLine } from './environments.ts';
import { lineIn, readLanguageLine } from './line.ts';
import { languages } from './runners.ts';
import { listSources } from './source-index.ts';
import type { FolderView, Guess, Language } from './types.ts';

const maxManifestBytes = 2 << 20;

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

async function guess(request: DetectRequest, folder: FolderView): Promise<Found> {
  const { root, directory, setupCommand, ci } = request;
  const found: Candidate[] = [];
  const looked: string[] = [];
  for (const language of languages) {
    const manifest = await language.manifest(folder);
    if (manifest === null) continue;
    const own = await language.guess(folder, manifest);
    if (own !== null) found.push({ language, manifest, guess: own });
    else looked.push(`tests of ${language.name} beside ${manifest}`);
  }
  const failed = failedLine(ci, directory);
  if (failed !== null) return ofFailed(request, failed, found, folder);
  const chosen = await choose(await Promise.all(found.map((each) => asInCi(each, request, folder))), root);
  if (chosen === null) return looked.length === 0 ? { kind: 'foreign' } : { kind: 'untested', looked, hint: null };
  const { runner, testCommand, setupCommand: setup, reasons } = await seenThrough(chosen.found.guess, folder);
  const plan: SuitePlan = {
    ecosystem: 'languages',
    directory,
    packageManager: chosen.found.language.name,
    runner,
    testCommand,
    setupCommand: setupCommand ?? setup,
    reasons: [...new Set([...reasons, ...chosen.reasons, setupReason(setupCommand, setup)])],
  };
  return { kind: 'plan', plan };
}

/** A target with the runner that its recipe starts. */
async function seenThrough(guess: Guess, folder: FolderView): Promise<Guess> {
  if (guess.runner !== 'command') return guess;
  const [call] = (await lineIn(guess.testCommand, folder.path))?.calls.values() ?? [];
  if (call === undefined) {
    const reason = 'runner: what the target starts is told by its reports, else by the exit code';
    return { ...guess, reasons: [...guess.reasons, reason] };
  }
  return { ...guess, runner: call.adapter.runner, reasons: [...guess.reasons, `runner ${call.adapter.runner}: in the target's recipe`] };
}

/** The tests of the step that failed, started as they can be here. */
async function ofFailed(request: DetectRequest, failed: CiCommand, found: readonly Candidate[], folder: FolderView): Promise<Found> {
  const where = `the step that failed in job ${failed.job} of ${failed.file}`;
  const line = readLanguageLine(failed.command);
  const [call] = line === null ? [] : [...line.calls.values()];
  const own = found.find(({ language }) => language.runners.some(({ runner }) => runner === call?.adapter.runner));
  const python = found.find(({ language }) => language.name === 'Python');
  const base = python === undefined ? null : python.guess;
  if (base !== null && /^(?:python3? -m )?(?:tox|nox)\b/.test(failed.command)) {
    const why = `test command: ${where}, \`${failed.command}\`, makes environments of its own, so its tests are run in the one that is there`;
    return planFrom(request, 'Python', { ...base, reasons: [...base.reasons, why] });
  }
  const chosen = chosenBy(failed.command);
  const isSame = own !== undefined && own.guess.runner === call?.adapter.runner && chosen !== null;
  if (isSame && own.language.name === 'Python' && (await areThere(chosen, folder))) {
    const testCommand = withChoice(own.guess.testCommand, chosen);
    return planFrom(request, 'Python', { ...own.guess, testCommand, reasons: [...own.guess.reasons, `test command: ${where}`] });
  }
  return planFrom(request, own?.language.name ?? found[0]?.language.name ?? 'none', {
    runner: call?.adapter.runner ?? 'command',
    testCommand: failed.command,
    setupCommand: own?.guess.setupCommand ?? found[0]?.guess.setupCommand ?? null,
    reasons: [`test command: ${where}`],
  });
}

function planFrom({ directory, setupCommand: given }: DetectRequest, packageManager: string, guessed: Guess): Found {
  const { runner, testCommand, setupCommand } = guessed;
  const reasons = [...new Set([...guessed.reasons, setupReason(given, setupCommand)])];
  const plan = { ecosystem: 'languages', directory, packageManager, runner, testCommand, setupCommand: given ?? setupCommand, reasons };
  return { kind: 'plan', plan, isFailedStep: true };
}

/** The guess with the choice of tests that the one command of the workflows makes. */
async function asInCi(candidate: Candidate, { ci, directory }: DetectRequest, folder: FolderView): Promise<Candidate> {
  const { language, guess: own } = candidate;
  const test = own.runner === 'command' ? null : ciTestOf(language, ci, directory);
  const chosen = test === null ? null : chosenBy(test.ci.command);
  if (test === null || chosen === null || test.runner !== own.runner || !(await areThere(chosen, folder))) return candidate;
  // Of the others, a build tool's configuration says which tests there are.
  if (!['Python', 'Go', 'Rust', 'Perl'].includes(language.name)) return candidate;
  // A word that is no path is the value of an option nobody here knows.
  if (own.runner === 'pytest' && !(await areFiles(chosen.positionals, folder))) return candidate;
  // Where variables name the settings, they are all that there is to choose.
  const says = chosen.args.length > 0 || (own.runner === 'django' && chosen.assignments.length > 0);
  const testCommand = says ? withChoice(own.testCommand, chosen) : own.testCommand;
  const reason = `test command: as in job ${test.ci.job} of ${test.ci.file}`;
  return { ...candidate, guess: { ...own, testCommand, reasons: [...own.reasons, reason] } };
}

/** Whether every path among the arguments is in the folder, and nothing is left for a shell to tell. */
async function areThere({ assignments, args }: Chosen, folder: FolderView): Promise<boolean> {
  for (const { value } of [...assignments, ...args]) {
    if (value === null) return false;
    const path = value.replace(/::.*$/, '').replace(/\/\.\.\.$/, '');
    if (/^[\w.-]+\/[\w./-]*$/.test(path) && !path.includes('github.com/') && !(await folder.has(path))) return false;
  }
  return true;
}

async function areFiles(words: readonly Word[], folder: FolderView): Promise<boolean> {
  for (const { value } of words) if (value === null || !(await folder.has(value.replace(/::.*$/, '')))) return false;
  return true;
}

/** A line that somebody gave; foreign when no runner of these languages is in it and no manifest of them is there. */
async function recognise({ directory, setupCommand }: DetectRequest, testCommand: string, folder: FolderView): Promise<Found> {
  const line = await lineIn(testCommand, folder.path);
  const [call] = line === null ? [] : [...line.calls.values()];
  const own = await firstManifest(folder, call?.adapter.runner ?? null);
  if (call === undefined && own === null) return { kind: 'foreign' };
  const guessed =
    environmentLine(testCommand) ?? (own === null ? null : ((await own.language.guess(folder, own.manifest))?.setupCommand ?? null));
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

function viewOf({ root, directory, names, ci }: DetectRequest): FolderView {
  const path = join(root, directory);
  const texts = new Map<string, Promise<string | null>>();
  return {
    directory,
    path,
    names,
    ci,
    text: (name) => {
      const known = texts.get(name) ?? readText(join(path, name), maxManifestBytes);
      texts.set(name, known);
      return known;
    },
    has: (name) => exists(join(path, name)),
    program: async (name) => (await findProgram(name, userPath(process.env))) !== null,
    cached: (name) => exists(join(userHome(), name)),
    files: (wanted) => listSources(path, wanted),
  };
}
