// Which command of the repository's own workflows tests a folder, and what of it is worth keeping here.
import { allWords, type OptionTable, parseArguments, positionalsOf } from '../../arguments.ts';
import { renderCommand, splitShell, type Word } from '../../shell.ts';
import type { CiCommand } from '../../workflows.ts';
import { readLanguageLine } from './line.ts';
import type { Language } from './types.ts';

/** Programs whose target or session runs the tests: the runner is behind them. */
const behind = /^(?:make|gmake|just|task|rake|invoke|inv|doit|hatch|pdm|composer|bazel|meson|ninja|tox|nox)$/;
const judged = /\b(?:tests?|check|spec|unit|ci|verify|phpunit|pytest|tox|nox)\b/i;
const otherwise = /\b(?:e2e|integration|acceptance|bench\w*|docs?|lint|mypy|fuzz|smoke|slow|nightly|coverage-report|doctest)\b/i;
const prepares =
  /^(?:sudo\s|python3? -m pip|pip3? |pipx |uv (?:pip|sync|venv|python)|poetry (?:install|config)|npm |pnpm |yarn |bundle install|gem |go (?:mod|get|install)|cargo (?:install|fetch)|composer (?:install|update)|apt|brew|choco|curl|wget|echo|git |rustup|dotnet (?:restore|tool)|mix (?:deps|local)|cpan|docker)/;

/** The line of the step that failed, with what its script did before it to get there; null when that step tests nothing here. */
export function failedLine(ci: readonly CiCommand[], directory: string): CiCommand | null {
  const own = ci.filter((each) => each.failed && each.directory === directory);
  const at = own.findLastIndex(({ command }) => isTest(command));
  const test = own[at];
  if (test === undefined) return null;
  const before = own
    .slice(0, at)
    .map(({ command }) => command)
    .filter((command) => !prepares.test(command) && !isTest(command));
  // Lines of one script share a shell: its folder and its variables.
  const depends = before.some((command) => /^(?:cd|pushd|export|source|\.) /.test(command));
  return depends || /^(?:ctest|make)\b/.test(test.command) ? { ...test, command: [...before, test.command].join(' && ') } : test;
}

function isTest(command: string): boolean {
  const line = readLanguageLine(command);
  if (line !== null && line.calls.size > 0) return true;
  const [program = '', ...rest] = command.split(/\s+/);
  return behind.test(program.replace(/^.*\//, '')) && (rest.length === 0 || judged.test(rest.join(' ')));
}

export interface CiTest {
  readonly ci: CiCommand;
  readonly runner: string;
}

/** The one command with which the workflows start a runner of `language` in `directory`; null when there are several, or none. */
export function ciTestOf(language: Language, ci: readonly CiCommand[], directory: string): CiTest | null {
  const found: CiTest[] = [];
  for (const each of ci) {
    if (each.directory !== directory || otherwise.test(each.command) || otherwise.test(each.job)) continue;
    const line = readLanguageLine(each.command);
    const [call] = line === null ? [] : [...line.calls.values()];
    if (line?.calls.size !== 1 || call === undefined) continue;
    if (language.runners.some(({ runner }) => runner === call.adapter.runner)) found.push({ ci: each, runner: call.adapter.runner });
  }
  const [first] = found;
  const told = new Set(found.map(({ ci: { command } }) => key(command)));
  return first !== undefined && told.size === 1 ? first : null;
}

function key(command: string): string {
  const chosen = chosenBy(command);
  return chosen === null ? command : [...chosen.assignments, ...chosen.args].map(({ raw }) => raw).join(' ');
}

/** Options that say which tests are meant or how they are found; the rest is about reports, colours and speed. */
const keptOptions =
  /^(?:-k|-m|--ignore(?:-glob)?|--deselect|-c|--config-file|--rootdir|--import-mode|-p|-o|--override-ini|--ds|--doctest-modules|--run\w+|-s|--start-directory|-t|--top-level-directory|-tags|-short|-run|-skip|-mod|-modfile|-ldflags|-gcflags|--features|-F|--all-features|--no-default-features|--workspace|--all|--exclude|--package|--lib|--tests|--all-targets|--bins|--doc|--locked|--release|-I|-l|-r|-b|-lr|-rl|-br|-rb|-lrb|--only|--exclude|--tag|-P|--pattern|--testsuite|--group|--exclude-group|--configuration)$/;
const valued: OptionTable = {
  values: new Set(
    '-k -m -c -p -o -W -r --pythonwarnings --verbosity --log-level --log-cli-level --log-file --basetemp --capture --junit-xml --cov-fail-under --dc --randomly-seed --reruns --hypothesis-profile --override-ini --config-file --ds --rootdir --import-mode --ignore --ignore-glob --deselect -s --start-directory -t --top-level-directory -n --numprocesses --dist --cov-report --cov-config --junitxml --durations --tb --maxfail --timeout -tags -run -skip -mod -modfile -ldflags -gcflags -timeout -count -coverprofile -covermode -coverpkg -parallel --features -F --exclude --package --profile -I --tag -P --pattern --testsuite --group --exclude-group --configuration -j --jobs --target --color'.split(
      ' ',
    ),
  ),
};

/** What a line says besides the runner's name: variables in front, and the arguments that choose tests. */
export interface Chosen {
  readonly assignments: readonly Word[];
  readonly args: readonly Word[];
  /** Those of `args` that are neither options nor their values. */
  readonly positionals: readonly Word[];
}

/** `command` without what only reports; null when it is not one simple command with one runner. */
export function chosenBy(command: string): Chosen | null {
  const line = readLanguageLine(command);
  const [found] = line === null ? [] : [...line.calls.values()];
  const pieces = splitShell(command);
  const [piece] = pieces ?? [];
  if (found === undefined || line?.calls.size !== 1 || pieces?.length !== 1) return null;
  if (piece?.kind !== 'command' || piece.redirections.length > 0) return null;
  // Nearly all that Django's command takes says which tests are meant or how they are found.
  if (found.adapter.runner === 'django') return { assignments: piece.assignments, args: found.call.args, positionals: [] };
  const kept = parseArguments(found.call.args, valued)
    .filter(({ option }) => option === null || option === '--' || keptOptions.test(option))
    .filter(({ option, words }) => !(option === '-p' && /^no:/.test(words[1]?.value ?? '')));
  return { assignments: piece.assignments, args: allWords(kept), positionals: positionalsOf(kept) };
}

/** `base`, a line of the same runner, with the choice of another one. */
export function withChoice(base: string, { assignments, args }: Omit<Chosen, 'positionals'>): string {
  const line = readLanguageLine(base);
  const [found] = line === null ? [] : [...line.calls.values()];
  if (found === undefined || line?.calls.size !== 1 || line.pieces.length !== 1) return base;
  return renderCommand({ assignments, words: [...found.call.before, ...found.call.program, ...args], redirections: [] });
}
