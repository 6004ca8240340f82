// One run of tests of another language: the line with its reports, and how what it leaves behind is read.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { type CommandResult, readPlainFile } from '../../../workspace/index.ts';
import { conclude } from '../../conclude.ts';
import type { PreparedRun, RunSetting } from '../../ecosystem.ts';
import { parseFrames } from '../../frames.ts';
import { readTap } from '../../read-tap.ts';
import { crashed, type RawResult, ResultBuilder, suiteLevel } from '../../results.ts';
import { isTestFile } from '../../test-files.ts';
import { distill, plain, tailOf } from '../../text.ts';
import type { Coverage, RunOptions, TestRun } from '../../types.ts';
import { surroundings } from './environment.ts';
import { framesOf } from './frames.ts';
import { type LanguageLine, lineIn, renderPart, renderWholeLine } from './line.ts';
import { companionVariable } from './python-companion.ts';
import { limitVariable } from './python-limit.ts';
import { expectation, maxReportBytes } from './reading.ts';
import { relatedFiles } from './related.ts';
import { adapters } from './runners.ts';
import { withSettings } from './settings.ts';
import { SourceIndex } from './source-index.ts';
import type { Adapter, Reading, Remains, Selection, Tools } from './types.ts';

/** More tests than this run with their whole files. */
const maxNames = 100;
const tailChars = 6000;

export async function prepareRun(setting: RunSetting, options: RunOptions): Promise<PreparedRun> {
  const { plan, root, cwd, folder, env } = setting;
  const line = await lineIn(plan.testCommand, cwd);
  const tools: Tools = { folder, root, cwd, directory: plan.directory };
  const used = adaptersOf(line);
  await writeFiles(used, folder);
  const selection = line === null ? null : await selectionFor(options, tools, plan.testCommand);
  const part = line === null || selection === null ? null : renderPart(line, tools, selection);
  // Behind another program pytest is told in its environment which tests are wanted.
  const only = part === null && used === adapters ? nodeIds(options) : null;
  const { environment, writable, readable, keep } = await surroundings(setting, 'test');
  const reports: Record<string, string> = Object.assign({}, ...used.map((adapter) => adapter.environment?.(tools) ?? {}));
  const counted = options.coverage === true ? used.map((adapter) => adapter.counting?.(tools, options.failing ?? []) ?? {}) : [];
  const counting: Record<string, string> = Object.assign({}, ...(await Promise.all(counted)));
  const own: Record<string, string> = {
    ...environment,
    ...reports,
    ...(only === null ? {} : { REGREEN_ONLY: only.join('\n'), REGREEN_CWD: cwd }),
    ...counting,
    ...(options.companion === undefined ? {} : { [companionVariable]: options.companion.file }),
    ...(options.testLimit ? { [limitVariable]: JSON.stringify(options.testLimit) } : {}),
  };
  for (const name of ['GOFLAGS', 'RUBYOPT'])
    if (counting[name] !== undefined) own[name] = [counting[name], env.testEnv[name] ?? ''].join(' ').trim();
  if (counting.PATH !== undefined) own.PATH = [counting.PATH, environment.PATH ?? ''].filter((part) => part !== '').join(':');
  // Plugins of ours lie in the run's folder.
  for (const name of ['PYTHONPATH', 'RUBYLIB'])
    own[name] = [own[name] ?? env.testEnv[name] ?? '', folder].filter((part) => part !== '').join(':');
  const startedAt = Date.now();
  return {
    line: withSettings(part ?? (line === null ? plan.testCommand : renderWholeLine(line, tools)), own),
    selected: part !== null || only !== null,
    environment: own,
    writable,
    readable,
    instead: async () => null,
    read: async (result, { timeoutMs, coverage }) => {
      if (part === null && only === null) await keep();
      const printed = await outputs(result, folder);
      const sources = new SourceIndex(root);
      return readRemains(
        used,
        { ...tools, ...printed, result, startedAt, sources, env: own },
        {
          command: plan.testCommand,
          timeoutMs,
          isPart: part !== null || only !== null,
          coverage: coverage === true,
        },
      );
    },
  };
}

/** The runners in the line; behind `make` or `tox` any may be. */
export function adaptersOf(line: LanguageLine | null): readonly Adapter[] {
  const seen = line === null ? [] : [...new Set([...line.calls.values()].map(({ adapter }) => adapter))];
  return seen.length > 0 && !seen.some(({ startsOthers }) => startsOthers === true) ? seen : adapters;
}

/** The tests of a scope; null when everything has to be run. */
async function selectionFor(options: RunOptions, { root, directory }: Tools, command: string): Promise<Selection | null> {
  const { scope } = options;
  const failing = options.failing ?? [];
  if (scope === 'all') return null;
  if (scope === 'failing') {
    const known = failing.flatMap(({ file }) => (file === null ? [] : [file]));
    const files = filesBelow(directory, known);
    // Of a runner that died before it reported, only the whole command is known to fail.
    const areTests = failing.every(({ id }) => !id.endsWith(suiteLevel) && !id.endsWith(crashed) && id !== command);
    if (files === null || failing.length === 0 || !areTests) return null;
    return failing.length <= maxNames ? { tests: failing, files } : known.length === failing.length ? { tests: [], files } : null;
  }
  const wanted = scope === 'related' ? await relatedFiles(root, directory, options.changed ?? [], failing) : scope.files;
  const files = wanted === null ? null : filesBelow(directory, wanted);
  return files === null || files.length === 0 ? null : { tests: [], files };
}

/** The failing tests as pytest names them; null when others are among them, or not only they are wanted. */
function nodeIds({ scope, failing = [] }: RunOptions): readonly string[] | null {
  const areNodes = failing.length > 0 && failing.length <= maxNames && failing.every(({ name }) => /\.py::/.test(name));
  return scope === 'failing' && areNodes ? failing.map(({ name }) => name) : null;
}

/** Relative to the folder of the run; null when one lies elsewhere. */
function filesBelow(directory: string, files: readonly string[]): string[] | null {
  const prefix = directory === '' ? '' : `${directory}/`;
  const own = [...new Set(files.map((file) => posix.normalize(file)))];
  return own.every((file) => file.startsWith(prefix)) ? own.map((file) => file.slice(prefix.length)) : null;
}

async function writeFiles(used: readonly Adapter[], folder: string): Promise<void> {
  for (const [name, text] of used.flatMap(({ files }) => Object.entries(files ?? {}))) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text, { mode: text.startsWith('#!') ? 0o755 : 0o644 });
  }
}

/** What was kept in memory may be clipped; the file has everything, both streams in one. */
async function outputs(result: CommandResult, folder: string): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const { stdout, stderr } = result;
  if (result.clippedBytes === 0) return { stdout, stderr };
  return { stdout: (await readPlainFile(join(folder, 'output.txt'), maxReportBytes)) || stdout, stderr };
}

interface Asked {
  readonly command: string;
  readonly timeoutMs: number;
  readonly isPart: boolean;
  readonly coverage: boolean;
}

type Read = Awaited<ReturnType<PreparedRun['read']>>;

/** Reads what a run left behind. Never throws for what that is. */
export async function readRemains(
  used: readonly Adapter[],
  remains: Remains,
  { command, timeoutMs, isPart, coverage }: Asked,
): Promise<Read> {
  const readings = await readAll(used, remains);
  const builder = new ResultBuilder(remains);
  for (const reading of readings) {
    // What a report says that is not whole holds only against the code.
    for (const raw of reading.results) if (reading.broken === null || raw.status === 'failed') builder.add(await withFrames(raw, remains));
  }
  const broken = readings.find((reading) => reading.broken !== null)?.broken ?? null;
  if (broken !== null) builder.add(await withFrames(outside(`The report cannot be believed: ${broken}.`, remains), remains));
  // Coverage that is asked of all tests is never reached by some.
  const result = isPart && isAboutThresholds(remains) ? { ...remains.result, exitCode: 0 } : remains.result;
  const hasFailed = builder.results.some(({ status }) => status === 'failed');
  if (result.exitCode !== 0 && builder.results.length > 0 && !hasFailed)
    builder.add(await withFrames(outside(`exit code ${result.exitCode ?? 'none'}`, remains), remains));
  const reader: TestRun['reader'] = readings.some(({ form }) => form === 'report') ? 'report' : (readings[0]?.form ?? 'exit-code');
  const conclusion = conclude({ command, result, place: remains, timeoutMs }, builder, reader);
  const said = readings.find((reading) => reading.said !== undefined)?.said;
  return {
    ...conclusion,
    results: (await Promise.all(conclusion.results.map((each) => withOwnFrames(each, remains)))).map((each) =>
      conclusion.reader === 'exit-code' ? withWords(each) : each,
    ),
    coverage: coverage ? await coverageOf(used, remains, conclusion.results) : null,
    ...(said === undefined ? {} : { tail: tailOf(plain(said), tailChars).trim() }),
  };
}

/** Of the first runner that measured any. */
async function coverageOf(used: readonly Adapter[], remains: Remains, results: TestRun['results']): Promise<Coverage | null> {
  for (const adapter of used) {
    const measured = (await adapter.coverage?.(remains, results)) ?? null;
    if (measured !== null) return measured;
  }
  return null;
}

async function readAll(used: readonly Adapter[], remains: Remains): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const adapter of used) {
    const reading = await adapter.read(remains);
    if (reading !== null) readings.push(reading);
  }
  if (readings.length > 0) return readings;
  const tap = await readTap(remains.stdout);
  const bail: RawResult[] = tap.bailedOut === null ? [] : [outside(`Bail out! ${tap.bailedOut}`, remains)];
  const results = [...tap.results.map(withExpectation), ...bail];
  return tap.isTap && results.length > 0 ? [{ results, form: 'tap', broken: null }] : [];
}

function isAboutThresholds({ stdout, stderr }: Remains): boolean {
  return /Required test coverage of [\d.]+% not reached|Coverage failure: total|SimpleCov failed with exit|coverage is below the (?:expected )?minimum/i.test(
    `${stdout}\n${stderr}`,
  );
}

function outside(message: string, { stdout, stderr }: Remains): RawResult {
  const printed = stderr.trim() === '' ? stdout : `${stdout}\n${stderr}`;
  const said = distill(printed);
  const whole = said === '' ? message : `${message}\n${said}`;
  return { file: null, path: [suiteLevel], name: suiteLevel, status: 'failed', message: whole, stack: plain(printed).slice(-16_000) };
}

async function withFrames(raw: RawResult, remains: Remains): Promise<RawResult> {
  if (raw.status !== 'failed') return { ...raw, frames: [] };
  const near =
    raw.file?.startsWith(`${remains.root}/`) === true ? posix.dirname(raw.file.slice(remains.root.length + 1)) : remains.directory;
  const trace = raw.stack || raw.message || '';
  const frames = await framesOf(trace, remains, remains.sources, near === '.' ? '' : near);
  return { ...raw, frames: frames.length > 0 ? frames : parseFrames(plain(trace), remains) };
}

/** The one result of a command that left no report has a trace too. */
async function withOwnFrames(result: TestRun['results'][number], remains: Remains): Promise<TestRun['results'][number]> {
  if (result.status !== 'failed' || result.frames.length > 0 || result.stack === null) return result;
  return { ...result, frames: await framesOf(result.stack, remains, remains.sources, remains.directory) };
}

/** And words: the test that failed is where its trace enters one. */
function withWords(result: TestRun['results'][number]): TestRun['results'][number] {
  const test = result.frames.find(({ file, inRepository }) => inRepository && isTestFile(file));
  return { ...withExpectation(result), file: test?.file ?? null, line: test?.line ?? null };
}

/** Characters of a message in which words are looked for, with what stands around them. */
const maxMessage = 4_000;

type Failure = Pick<RawResult, 'status' | 'message' | 'expected' | 'actual'>;

/** What languages put around the words of an error that nobody caught: the source below a place in Python, Ruby's class and PHP's place. */
const aroundWords = /^( *)File "[^"\n]+", line \d+.*\n(?:\1 +[^\n]*(?:\n|$))*| \((?:\w+::)*\w+(?:Error|Exception)\)$| in \S+\.php:\d+$/gm;

/** What was expected, where only words tell it. */
function withExpectation<Told extends Failure>(told: Told): Told {
  if (told.status !== 'failed' || !told.message || (told.expected ?? null) !== null || (told.actual ?? null) !== null) return told;
  return { ...told, ...expectation(told.message.slice(0, maxMessage).replace(aroundWords, '')) };
}
