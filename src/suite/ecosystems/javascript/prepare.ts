// A run of JavaScript tests: the line is written with its reports, and what it leaves behind is read.
import { mkdir, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { type CommandResult, readPlainFile } from '../../../workspace/index.ts';
import type { PreparedRun, RunSetting } from '../../ecosystem.ts';
import { maxReportBytes, namesIn, readText } from '../../files.ts';
import { countResults, type RawResult } from '../../results.ts';
import type { Companion, RunOptions } from '../../types.ts';
import { assemble, type Results } from './assemble.ts';
import { readCoverage } from './coverage.ts';
import { jestCoverageSource, vitestReporterSource, vitestSetupSource } from './coverage-sources.ts';
import { writeEndless } from './endless.ts';
import { readEvents } from './events.ts';
import { ImportGraph } from './imports.ts';
import { type Instruments, type NodeFileKind, type Selection, scriptFile } from './instrument.ts';
import { whileTesting, withPackages } from './managers.ts';
import { readManifest } from './manifest.ts';
import { probeSource } from './probe-source.ts';
import { readJsonReport } from './read-json.ts';
import { jasmineReporterSource, mochaReporterSource, nodeReporterSource } from './reporter-sources.ts';
import { type Choice, choose, type Memory } from './select.ts';
import { watchStill } from './still.ts';
import { type Rendering, readTestLine, renderSelected, renderWhole, type TestLine } from './test-line.ts';
import { toldByUvu } from './told-by-uvu.ts';

/** `reporters: false` is for a Node before 18.15, which knows no reporters of its own test runner. */
export async function prepareRun(setting: RunSetting, memory: Memory, options: RunOptions, reporters = true): Promise<PreparedRun> {
  const { plan, root, cwd, folder } = setting;
  const reading = await readManifest(cwd);
  const manifest = reading.kind === 'read' ? reading.manifest : null;
  const line = readTestLine(plan.testCommand, manifest?.scripts ?? {});
  // A line in which no runner shows may start one all the same: behind a task runner, a loop or a program.
  await writeTools(setting, options, line === null || ![...line.runners.values()].some(({ kind }) => kind !== 'script'));
  const kinds = line === null ? new Map<number, NodeFileKind>() : await nodeFileKinds(line, setting);
  // A program that goes on with the run ends its candidates itself.
  const ending = options.testLimit && options.companion === undefined ? [await writeEndless(setting, options.testLimit)] : [];
  const rendering = await renderingFor(setting, kinds, {
    coverage: options.coverage === true,
    reporters,
    companion: options.companion,
    ending,
  });
  const choice = line === null ? null : await choose(line, options, { root, directory: plan.directory }, memory);
  const part = line !== null && choice?.kind === 'some' ? renderSelected(line, choice.selections, rendering) : null;
  const ownOptions = setting.env.testEnv.NODE_OPTIONS;
  const around = await whileTesting(setting);
  const whole = line === null ? plan.testCommand : renderWhole(line, rendering);
  return {
    line: await withPackages(part ?? whole, setting),
    selected: part !== null,
    still: options.noticeStill === undefined ? undefined : await watchStill(folder, options.noticeStill),
    readable: around.readable,
    environment: {
      ...around.environment,
      npm_lifecycle_event: 'test',
      npm_package_json: join(cwd, 'package.json'),
      INIT_CWD: cwd,
      ...(manifest?.name === undefined ? {} : { npm_package_name: manifest.name }),
      ...(manifest?.version === undefined ? {} : { npm_package_version: manifest.version }),
      PATH: [...new Set([join(cwd, 'node_modules', '.bin'), join(root, 'node_modules', '.bin')]), around.environment.PATH ?? '']
        .filter((folder) => folder !== '')
        .join(':'),
      NODE_OPTIONS: [...(ownOptions === undefined ? [] : [ownOptions]), preload(folder, options.companion, ending)].join(' '),
      // A cached result of a task is no run.
      TURBO_FORCE: 'true',
      NX_SKIP_NX_CACHE: 'true',
      NX_DAEMON: 'false',
    },
    instead: async (result) =>
      result.exitCode === 9 && reporters && /bad option: --test-reporter/.test(result.stderr)
        ? prepareRun(setting, memory, options, false)
        : null,
    read: async (result) => {
      const results = await read(setting, { line, kinds, part: part === null ? null : choice }, result, options.timeoutMs);
      if (part === null && !result.timedOut && !result.aborted) remember(memory, results, cwd);
      const { reading: _, started: __, ...kept } = part === null ? results : withoutFilteredOut(results, options);
      return { ...kept, coverage: options.coverage === true ? await readCoverage(folder, { root, cwd }, kept.results) : null };
    },
  };
}

/** Where files for vite lie: of those outside of a repository its newer versions read none but those of packages. */
const asPackage = 'node_modules/regreen';

async function writeTools({ folder, root }: RunSetting, options: RunOptions, inject: boolean): Promise<void> {
  const sources = {
    'probe.cjs': probeSource({
      REGREEN_PROBE_DIR: folder,
      REGREEN_PROBE_ROOT: root,
      ...(options.coverage === true ? { REGREEN_PROBE_COVERAGE: '1' } : {}),
      ...(options.noticeStill !== undefined ? { REGREEN_PROBE_BEAT: '1' } : {}),
      ...(inject ? { REGREEN_PROBE_INJECT: '1' } : {}),
    }),
    'jasmine-reporter.cjs': jasmineReporterSource,
    'mocha-reporter.cjs': mochaReporterSource,
    'node-reporter.mjs': nodeReporterSource,
    'jest-coverage.cjs': jestCoverageSource,
    [`${asPackage}/vitest-coverage.mjs`]: vitestReporterSource,
    [`${asPackage}/vitest-setup.mjs`]: vitestSetupSource,
  };
  await mkdir(join(folder, asPackage), { recursive: true });
  if (options.coverage === true) await writeFile(join(folder, 'coverage.json'), JSON.stringify(titlesOf(options)));
  await Promise.all(Object.entries(sources).map(([name, source]) => writeFile(join(folder, name), source)));
}

/** The failing tests without their files, by which the probe knows them: the second of one name is called so here, and ends in this perhaps. */
function titlesOf({ failing = [] }: RunOptions): readonly string[] {
  const titles = failing.map(({ id, file }) => (file !== null && id.startsWith(`${file} > `) ? id.slice(file.length + 3) : id));
  return [...new Set(titles.flatMap((title) => [title, title.replace(/ \(\d+\)$/, '')]))];
}

interface Wishes {
  readonly coverage: boolean;
  readonly reporters: boolean;
  readonly companion: Companion | undefined;
  /** What ends tests that do not end. */
  readonly ending: readonly string[];
}

async function renderingFor(
  { folder, root, cwd }: RunSetting,
  kinds: ReadonlyMap<number, NodeFileKind>,
  { coverage, reporters, companion, ending }: Wishes,
): Promise<Rendering> {
  const tapMajor = await installedMajor([cwd, root], 'tap');
  const instruments = (index: number): Instruments => ({
    mochaReporter: join(folder, 'mocha-reporter.cjs'),
    jasmineReporter: join(folder, 'jasmine-reporter.cjs'),
    nodeReporter: reporters ? join(folder, 'node-reporter.mjs') : null,
    jsonReport: join(folder, `report-${index}.json`),
    jestCoverage: coverage ? join(folder, 'jest-coverage.cjs') : null,
    vitestCoverage: coverage ? join(folder, asPackage, 'vitest-coverage.mjs') : null,
    tapMajor,
    joined: companion !== undefined,
    nodeFile: kinds.get(index) ?? 'plain',
  });
  return {
    instruments,
    nodeOptions: preload(folder, companion, ending),
    lean: coverage,
    tapFile: (index) => join(folder, `tap-${index}.txt`),
  };
}

function preload(folder: string, companion: Companion | undefined, more: readonly string[]): string {
  const files = [join(folder, 'probe.cjs'), ...more, ...(companion === undefined ? [] : [companion.file])];
  return files.map((file) => `--require ${/[\s"\\]/.test(file) ? `"${file.replace(/[\\"]/g, '\\$&')}"` : file}`).join(' ');
}

async function installedMajor(folders: readonly string[], name: string): Promise<number> {
  for (const folder of folders) {
    const reading = await readManifest(join(folder, 'node_modules', name));
    if (reading.kind === 'read') return Number.parseInt(reading.manifest.version ?? '0', 10);
  }
  return 0;
}

/** What the files of `node file.js` commands use to test. */
async function nodeFileKinds(line: TestLine, { root, cwd, plan }: RunSetting): Promise<Map<number, NodeFileKind>> {
  const kinds = new Map<number, NodeFileKind>();
  for (const [index, runner] of line.runners) {
    const file = scriptFile(runner);
    if (file === null) continue;
    const graph = new ImportGraph(root, cwd);
    const path = posix.normalize(posix.join(plan.directory, file));
    const packages = await graph.packages((await readText(join(root, path), 2 << 20)) === null ? `${path}.js` : path);
    const kind = packages.has('node:test') ? 'node:test' : packages.has('tape') ? 'tape' : packages.has('tap') ? 'tap' : 'plain';
    kinds.set(index, kind);
  }
  return kinds;
}

interface Ran {
  readonly line: TestLine | null;
  readonly kinds: ReadonlyMap<number, NodeFileKind>;
  /** Null when the whole line was run. */
  readonly part: Choice | null;
}

async function read(setting: RunSetting, { line, kinds, part }: Ran, result: CommandResult, timeoutMs: number): Promise<Results> {
  const { root, cwd, folder, plan } = setting;
  const tap: string[] = [];
  const scripts: string[] = [];
  let expectsTap = false;
  for (const [index, runner] of line?.runners ?? []) {
    const copied = await readPlainFile(join(folder, `tap-${index}.txt`), maxReportBytes);
    if (copied !== null) tap.push(copied);
    expectsTap ||= runner.kind === 'tap' || kinds.get(index) === 'tap';
    const file = scriptFile(runner);
    if (file !== null) scripts.push(posix.normalize(posix.join(plan.directory, /\.[cm]?[jt]sx?$/.test(file) ? file : `${file}.js`)));
  }
  const json = await jsonReports(folder);
  const events = await readEvents(folder);
  const chosen =
    part?.kind === 'some'
      ? [...part.selections.values()].flatMap((selection) =>
          selection === 'whole' ? scripts : selection.files.map((file) => posix.join(plan.directory, file)),
        )
      : scripts;
  const soleFile = chosen.length === 1 && (part !== null || line?.runners.size === 1) ? (chosen[0] ?? null) : null;
  const place = { root, cwd };
  const startedAlone = part?.kind === 'some' && isStartedAlone(line, part.selections) ? soleFile : null;
  const output = result.clippedBytes === 0 ? result.stdout : await wholeOutput(join(folder, 'output.txt'), result.stdout);
  const told = await toldByUvu({ ...place, directory: plan.directory }, line, { output, stderr: result.stderr });
  const rest = { json, told, output, tap, scripts, expectsTap, soleFile, startedAlone };
  return assemble({ command: plan.testCommand, result, events, place, timeoutMs, ...rest });
}

/** Whether a file was run that is not the one of the line, without names of tests: its program would have started that one. */
function isStartedAlone(line: TestLine | null, selections: ReadonlyMap<number, Selection | 'whole'>): boolean {
  return [...selections].some(
    ([index, selection]) => selection !== 'whole' && selection.names === null && line?.runners.get(index)?.kind === 'script',
  );
}

/** Those that commands of the line were given, and those that the probe asked for. */
async function jsonReports(folder: string): Promise<(readonly RawResult[])[]> {
  const names = (await namesIn(folder)).filter((name) => /^report-[\w-]+\.json$/.test(name)).sort();
  const reports = await Promise.all(names.map((name) => readJsonReport(join(folder, name))));
  return reports.filter((report) => report !== null);
}

async function wholeOutput(file: string, otherwise: string): Promise<string> {
  return (await readPlainFile(file, maxReportBytes)) ?? otherwise;
}

function remember(memory: Memory, { results, reading, started }: Results, cwd: string): void {
  for (const path of reading.suites) memory.suites.add(path.join(' > '));
  for (const { file } of results) if (file !== null) memory.files.add(file);
  for (const { file, folder } of started) if (folder === cwd) memory.programs.add(file);
}

/** Tests that a name filter left out are reported as skipped: they were not asked for. */
function withoutFilteredOut(results: Results, options: RunOptions): Results {
  if (options.scope !== 'failing') return results;
  const wanted = new Set((options.failing ?? []).map(({ id }) => id));
  const kept = results.results.filter(({ id, status }) => wanted.has(id) || status === 'failed' || status === 'passed');
  return { ...results, results: kept, counts: countResults(kept) };
}
