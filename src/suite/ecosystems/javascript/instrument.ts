// Adds a machine-readable report, and where asked a selection of tests, to the command of a runner. What its author wrote stays otherwise.

import { posix } from 'node:path';
import { type Argument, allWords, type OptionTable, optionsOf, parseArguments, positionalsOf, without } from '../../arguments.ts';
import { quote, renderCommand, type Word, word } from '../../shell.ts';
import { escapeRegex } from '../languages/source-index.ts';
import type { RunnerCommand } from './commands.ts';

/** Which tests of a runner's command to run; paths are relative to the folder the command runs in. */
export interface Selection {
  readonly files: readonly string[];
  /** What the runner's name filter takes for each test; null runs the files whole. */
  readonly names: readonly string[] | null;
  /** `files` are changed sources, and the runner finds the tests that import them. */
  readonly related: boolean;
}

export interface Instruments {
  readonly mochaReporter: string;
  readonly jasmineReporter: string;
  /** Null for a Node that knows no reporters. */
  readonly nodeReporter: string | null;
  /** Where this command's own report goes (jest, vitest). */
  readonly jsonReport: string;
  /** Jest's runner that measures code, and vitest's reporter that adds a set-up file; null when coverage is not asked for. */
  readonly jestCoverage: string | null;
  readonly vitestCoverage: string | null;
  /** Major version of an installed `tap`. */
  readonly tapMajor: number;
  /** Whether a program of ours joins the run. */
  readonly joined: boolean;
  readonly nodeFile: NodeFileKind;
}

/** What a `node file.js` command uses. */
export type NodeFileKind = 'node:test' | 'tape' | 'tap' | 'plain';

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));

export const optionTables: Readonly<Record<RunnerCommand['kind'], OptionTable>> = {
  mocha: {
    values: set(
      '--config --package --extension --file --require -r --reporter -R --reporter-option --reporter-options -O --ui -u --timeout --timeouts -t --slow -s --grep -g --fgrep -f --retries --jobs -j --spec --ignore --exclude --watch-files --watch-ignore --node-option -n --compilers --opts --globals --global --import --loader -C --conditions --paths -p',
    ),
  },
  jest: {
    values: set(
      '--config -c --testPathPattern --testNamePattern -t --maxWorkers -w --outputFile --rootDir --env --testEnvironment --testRunner --runner --cacheDirectory --changedSince --coverageDirectory --coverageProvider --coverageThreshold --globals --globalSetup --globalTeardown --maxConcurrency --preset --resolver --seed --shard --testTimeout --testSequencer --moduleNameMapper --transform --collectCoverageFrom --workerIdleMemoryLimit --filter -f --testURL --notifyMode --prettierPath --snapshotFormat --moduleDirectories --testResultsProcessor',
    ),
    lists: set(
      '--reporters --selectProjects --ignoreProjects --coverageReporters --coveragePathIgnorePatterns --testPathIgnorePatterns --testPathPatterns --modulePathIgnorePatterns --setupFiles --setupFilesAfterEnv --roots --projects --testMatch --testRegex --moduleFileExtensions --modulePaths --transformIgnorePatterns --watchPathIgnorePatterns --snapshotSerializers --unmockedModulePathPatterns --haste --extraGlobals',
    ),
  },
  vitest: {
    values: set(
      '--config -c --root -r --dir --reporter --outputFile --environment --pool --project --testNamePattern -t --maxWorkers --minWorkers --mode --testTimeout --hookTimeout --teardownTimeout --retry --bail --shard --exclude --workspace --tagsFilter --sequence --diff --logHeapUsage --maxConcurrency --configLoader --browser.name --vmMemoryLimit --execArgv',
    ),
  },
  tape: { values: set('-r --require -i --ignore --ignore-pattern') },
  tap: {
    values: set(
      '-R --reporter -r --require -c -j --jobs -t --timeout -o --output-file --coverage-report --node-arg --test-arg --before --after --nyc-arg --include --exclude --grep -g --plugin --config',
    ),
  },
  ava: { values: set('--match -m --timeout -T --config --node-arguments --concurrency -c') },
  jasmine: { values: set('') },
  uvu: { values: set('-r --require -i --ignore -C --cwd') },
  'node:test': nodeTable(),
  script: nodeTable(),
};

function nodeTable(): OptionTable {
  return {
    values: set(
      '-r --require --import --loader --experimental-loader -C --conditions --env-file --env-file-if-exists --tsconfig --test-name-pattern --test-skip-pattern --test-reporter --test-reporter-destination --test-concurrency --test-timeout --test-shard --test-isolation --test-coverage-include --test-coverage-exclude --test-global-setup --stack-trace-limit --max-old-space-size --input-type',
    ),
  };
}

/** Longest filter for names: with all bytes of its characters, and quoted, it fits into the one argument that the shell gets (128 KiB). */
const maxPattern = 30_000;

/** Control characters are escaped as well: no argument can hold NUL, nor half a surrogate pair. */
function exactly(text: string): string {
  return escapeRegex(text).replace(/[\p{Cc}\p{Cs}]/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Suites and tests without a name leave more blanks in the whole name than are told of it. */
function namePattern(names: readonly string[]): string | null {
  const alternatives = [...new Set(names.map((name) => exactly(name.replace(/^ +| +$/g, '')).replace(/ +/g, ' +')))];
  const pattern = alternatives.length === 1 ? `^ *${alternatives[0]} *$` : `^ *(${alternatives.join('|')}) *$`;
  return pattern.length <= maxPattern ? pattern : null;
}

/** The command's line with its reports added; with a selection, for that alone. */
export function instrument(command: RunnerCommand, tools: Instruments, selection: Selection | null, lean: boolean): string {
  const words = [
    ...(lean || selection !== null ? command.leanWrappers : command.wrappers),
    ...runnerWords(command, tools, selection, lean),
  ];
  return renderCommand({ assignments: command.assignments, words, redirections: selection === null ? command.command.redirections : [] });
}

function runnerWords(command: RunnerCommand, tools: Instruments, selection: Selection | null, lean: boolean): Word[] {
  const behindDashes = command.args[0]?.value === '--';
  const ownArgs = behindDashes ? command.args.slice(1) : command.args;
  const keepDashes = behindDashes && selection === null && !lean;
  const program = keepDashes ? [...command.program, word('--')] : [...command.program];
  const parsed = parseArguments(ownArgs, optionTables[command.kind]);
  switch (command.kind) {
    case 'mocha':
      return [...program, ...mochaArguments(parsed, tools, selection)];
    case 'jest':
      return [...program, ...jestArguments(parsed, tools, selection, lean)];
    case 'vitest':
      return [...program, ...vitestArguments(parsed, tools, selection, lean)];
    case 'tape':
      return tapeWords(command, program, parsed, selection);
    case 'tap':
      return tools.joined && selection !== null ? byNode(parsed, selection) : [...program, ...tapArguments(parsed, tools, selection)];
    case 'ava':
      return [...program, ...avaArguments(parsed, selection)];
    case 'jasmine':
      return [...program, ...jasmineArguments(parsed, tools, selection)];
    case 'uvu':
      return [...program, ...uvuArguments(parsed, selection)];
    case 'node:test':
      return nodeTestWords(program, parsed, tools, selection);
    case 'script':
      return scriptWords(program, ownArgs, tools, selection);
  }
}

function mochaArguments(parsed: readonly Argument[], tools: Instruments, selection: Selection | null): Word[] {
  const kept = without(parsed, ['--reporter', '-R', '--reporter-option', '--reporter-options', '-O', '--watch', '-w', '--full-trace']);
  const reporter = [word('--reporter'), word(tools.mochaReporter)];
  if (selection === null) return [...reporterBeforeDashes(kept, reporter)];
  const pattern = selection.names === null ? null : namePattern(selection.names);
  const options = optionsOf(pattern === null ? kept : without(kept, ['--grep', '-g', '--fgrep', '-f', '--invert', '-i']));
  return [...options, ...reporter, ...(pattern === null ? [] : [word('--grep'), word(pattern)]), ...files(selection)];
}

function reporterBeforeDashes(parsed: readonly Argument[], added: readonly Word[]): Word[] {
  const dashes = parsed.findIndex(({ option }) => option === '--');
  const before = dashes < 0 ? parsed : parsed.slice(0, dashes);
  return [...allWords(before), ...added, ...(dashes < 0 ? [] : allWords(parsed.slice(dashes)))];
}

function jestArguments(parsed: readonly Argument[], tools: Instruments, selection: Selection | null, lean: boolean): Word[] {
  const kept = without(parsed, [
    '--json',
    '--outputFile',
    '--watch',
    '--watchAll',
    '--onlyChanged',
    '-o',
    '--changedSince',
    '--testLocationInResults',
  ]);
  const report = [word('--json'), word(`--outputFile=${tools.jsonReport}`), word('--testLocationInResults')];
  const measuring = tools.jestCoverage === null ? [] : [word(`--testRunner=${tools.jestCoverage}`)];
  if (selection === null) {
    const noThreshold = lean ? [word('--coverage=false')] : [];
    return [...report, ...measuring, ...noThreshold, ...allWords(lean ? without(kept, ['--coverage', '--collectCoverage']) : kept)];
  }
  const options = optionsOf(
    without(kept, [
      '--coverage',
      '--collectCoverage',
      '--testPathPattern*',
      '--testNamePattern',
      '-t',
      '--runTestsByPath',
      '--findRelatedTests',
    ]),
  );
  const pattern = selection.names === null ? null : namePattern(selection.names);
  const filter = pattern === null ? [] : [word(`--testNamePattern=${pattern}`)];
  const how = word(selection.related ? '--findRelatedTests' : '--runTestsByPath');
  return [...options, ...report, ...measuring, word('--coverage=false'), ...filter, how, ...files(selection)];
}

function vitestArguments(parsed: readonly Argument[], tools: Instruments, selection: Selection | null, lean: boolean): Word[] {
  const [first, ...rest] = parsed;
  const verb = first?.option === null ? first.words[0]?.value : null;
  const isVerb = verb === 'run' || verb === 'watch' || verb === 'dev' || verb === 'related';
  const kept = without(isVerb ? rest : parsed, ['--reporter', '--outputFile*', '--watch', '-w', '--run', '--ui', '--open', '--changed']);
  const coverage = lean || selection !== null;
  const reporters = [word('--reporter=default'), word('--reporter=json'), word(`--outputFile.json=${tools.jsonReport}`)];
  if (tools.vitestCoverage !== null) reporters.push(word(`--reporter=${tools.vitestCoverage}`));
  const rules = coverage ? without(kept, ['--coverage*']) : kept;
  // In this form for all versions: before 1.0, `--coverage.enabled=false` is a text, which is true.
  const off = coverage ? [word('--no-coverage.enabled')] : [];
  if (selection === null)
    return [
      word(verb === 'related' ? 'related' : 'run'),
      ...allWords(rules),
      ...(verb === 'related' ? [word('--run')] : []),
      ...off,
      ...reporters,
    ];
  const options = optionsOf(without(rules, ['--testNamePattern', '-t']));
  const pattern = selection.names === null ? null : namePattern(selection.names);
  const filter = pattern === null ? [] : [word(`--testNamePattern=${pattern}`)];
  const start = selection.related ? [word('related'), word('--run')] : [word('run')];
  return [...start, ...options, ...off, ...reporters, ...filter, ...files(selection)];
}

/** One file under tape's own program is the same as under `node`, which starts faster. */
function tapeWords(command: RunnerCommand, program: readonly Word[], parsed: readonly Argument[], selection: Selection | null): Word[] {
  if (selection === null) return [...program, ...allWords(parsed)];
  const [only, ...others] = selection.files;
  const plainStart =
    command.leanWrappers.length === 0 || command.leanWrappers.every((each) => /(?:^|\/)cross-env$|=/.test(each.value ?? ''));
  const otherOptions = without(parsed, ['-r', '--require', '-i', '--ignore', '--ignore-pattern']).some(({ option }) => option !== null);
  if (only !== undefined && others.length === 0 && plainStart && !otherOptions) return byNode(parsed, selection);
  return [...program, ...optionsOf(without(parsed, ['-i', '--ignore', '--ignore-pattern'])), ...files(selection)];
}

function tapArguments(parsed: readonly Argument[], tools: Instruments, selection: Selection | null): Word[] {
  const kept = without(parsed, ['--reporter', '-R', '--watch', '-w']);
  const report = [word('--reporter=tap')];
  if (selection === null) return [...report, ...allWords(kept)];
  // Thresholds hold for all tests, not for some.
  const coverage = tools.tapMajor >= 18 ? [word('--disable-coverage')] : tools.tapMajor >= 14 ? [word('--no-check-coverage')] : [];
  const options = optionsOf(
    without(kept, ['--cov', '--coverage*', '--check-coverage', '--100', '--branches', '--lines', '--functions', '--statements']),
  );
  return [...report, ...coverage, ...options, ...files(selection)];
}

/** The first file as a program, without the process of its runner that would wait for it and end it in time. */
function byNode(parsed: readonly Argument[], selection: Selection): Word[] {
  const requires = parsed.filter(({ option }) => option === '-r' || option === '--require').flatMap(({ words }) => words);
  return [word('node'), ...requires, ...files(selection)];
}

/** Ava's workers tell the probe what they tell ava. */
function avaArguments(parsed: readonly Argument[], selection: Selection | null): Word[] {
  const kept = without(parsed, ['--watch', '-w']);
  if (selection === null) return allWords(kept);
  const patterns = (selection.names ?? []).map((name) => word(`--match=${name.replace(/[\p{Cc}\p{Cs}]/gu, '*')}`));
  const filter = patterns.reduce((length, { raw }) => length + raw.length, 0) <= maxPattern ? patterns : [];
  return [...optionsOf(filter.length === 0 ? kept : without(kept, ['--match', '-m'])), ...filter, ...files(selection)];
}

function jasmineArguments(parsed: readonly Argument[], tools: Instruments, selection: Selection | null): Word[] {
  const kept = [word(`--reporter=${tools.jasmineReporter}`), ...allWords(without(parsed, ['--reporter']))];
  if (selection === null) return kept;
  const pattern = selection.names === null ? null : namePattern(selection.names);
  const filter = pattern === null ? [] : [word(`--filter=${pattern}`)];
  const options = optionsOf(without(parsed, ['--reporter', '--filter', '--filter-path']));
  return [word(`--reporter=${tools.jasmineReporter}`), ...options, ...filter, ...files(selection)];
}

/** The folder that uvu searches, relative to where it is started; null when only the shell knows it. */
export function uvuFolder(args: readonly Word[]): string | null {
  const parsed = parseArguments(args, optionTables.uvu);
  const start = parsed.findLast(({ option }) => option === '-C' || option === '--cwd');
  const [first] = start?.words ?? [];
  const base = start === undefined ? '.' : start.words.length > 1 ? start.words[1]?.value : first?.value?.replace(/^[^=]*=/, '');
  const folder = positionalsOf(parsed)[0];
  const below = folder === undefined ? '.' : folder.value;
  return typeof base === 'string' && typeof below === 'string' ? posix.join(base, below) : null;
}

/** Files are chosen by a pattern for their names in the folder, which is not escaped for its slashes alone. */
function uvuArguments(parsed: readonly Argument[], selection: Selection | null): Word[] {
  if (selection === null) return allWords(parsed);
  const folder = uvuFolder(allWords(parsed)) ?? '.';
  const names = selection.files.map((file) => exactly(posix.relative(folder, file)).replaceAll('\\/', '/'));
  const start = positionalsOf(parsed)[0] ?? word('.');
  return [...optionsOf(parsed), start, word(`^(${names.join('|')})$`)];
}

const nodeReports = ['--test-reporter', '--test-reporter-destination'];
const nodeCoverage = ['--experimental-test-coverage', '--test-coverage*'];

/** One file is run without `--test`, which would start a second process for it. */
function nodeTestWords(program: readonly Word[], parsed: readonly Argument[], tools: Instruments, selection: Selection | null): Word[] {
  const kept = without(parsed, [...nodeReports, '--watch']);
  const report = nodeReport(tools);
  if (selection === null) return [...program, ...report, ...allWords(kept)];
  const single = selection.files.length === 1;
  const dropped = [
    ...nodeCoverage,
    '--test-name-pattern',
    '--test-only',
    '--test-shard',
    ...(single ? ['--test', '--test-concurrency', '--test-isolation', '--experimental-test-isolation', '--test-force-exit'] : []),
  ];
  return [...program, ...report, ...optionsOf(without(kept, dropped)), ...nodeFilter(selection), ...files(selection)];
}

function nodeReport({ nodeReporter }: Instruments): Word[] {
  return nodeReporter === null ? [] : [word(`--test-reporter=${nodeReporter}`)];
}

function nodeFilter(selection: Selection): Word[] {
  const pattern = selection.names === null ? null : namePattern(selection.names);
  return pattern === null ? [] : [word(`--test-name-pattern=${pattern}`)];
}

function scriptWords(program: readonly Word[], args: readonly Word[], tools: Instruments, selection: Selection | null): Word[] {
  // A file that the program would start.
  if (selection !== null && selection.names === null) return [word('node'), ...files(selection)];
  if (tools.nodeFile !== 'node:test') return [...program, ...args];
  const parsed = parseArguments(args, optionTables.script);
  const kept = without(parsed, nodeReports);
  const filter = selection === null ? [] : nodeFilter(selection);
  return [...program, ...nodeReport(tools), ...filter, ...allWords(kept)];
}

/** Files as arguments that cannot be taken for options. */
function files(selection: Selection): Word[] {
  return selection.files.map((file) => word(file.startsWith('-') ? `./${file}` : file));
}

/** The file of a `node file.js` command, as written; null when only the shell knows it. */
export function scriptFile(command: RunnerCommand): string | null {
  if (command.kind !== 'script') return null;
  return positionalsOf(parseArguments(command.args, optionTables.script))[0]?.value ?? null;
}

/** A further `NODE_OPTIONS` for a word such as `NODE_OPTIONS=--no-warnings`, of an assignment or of `cross-env`. */
export function withNodeOptions(each: Word, options: string): Word {
  if (!/^NODE_OPTIONS=/.test(each.value ?? each.raw.replace(/^["']/, ''))) return each;
  const raw = each.raw + quote(` ${options}`);
  return { kind: 'word', raw, value: each.value === null ? null : `${each.value} ${options}` };
}
