// One run of the tests: the line is prepared by its ecosystem, started confined, and read.
import { randomUUID } from 'node:crypto';
import { access, mkdir, realpath } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { type CommandResult, repositoryEnvironment, runCommand } from '../workspace/index.ts';
import type { PreparedRun, RunSetting, Session } from './ecosystem.ts';
import { inTree } from './frames.ts';
import type { ProcessSlots } from './process-slots.ts';
import { plain, tailOf } from './text.ts';
import type { RunOptions, SuiteEnvironment, SuitePlan, TestRun } from './types.ts';

const keepBytes = 4 * 2 ** 20;
const tailChars = 6000;
const lookMs = 500;

/** What runs the tests of one package, in any copy of it. */
interface Runner {
  readonly plan: SuitePlan;
  readonly env: SuiteEnvironment;
  readonly session: Session;
  readonly slots: ProcessSlots;
}

/** Runs the tests of `givenRoot` in the scope asked for. Never throws for what the repository does. */
export async function runTests(runner: Runner, givenRoot: string, options: RunOptions): Promise<TestRun> {
  const once = async (scoped: RunOptions): Promise<Once> => runOnce(await settingFor(runner, givenRoot), runner, scoped);
  const first = await once(options);
  const isPart = options.scope === 'failing' && options.failing !== undefined && options.failing.length > 0;
  // A filter that matches nothing proves nothing, whatever the exit code says.
  if (options.companion !== undefined || ranSomething(first)) return first.run;
  if (!isPart) return (await once({ ...options, scope: 'all' })).run;
  const files = [...new Set(options.failing?.flatMap(({ file }) => (file === null ? [] : [file])))];
  const again = await once({ ...options, scope: { files } });
  if (ranSomething(again)) return again.run;
  return (await once({ ...options, scope: 'all' })).run;
}

interface Once {
  readonly run: TestRun;
  /** Whether a part of the line was run. */
  readonly selected: boolean;
}

function ranSomething({ run, selected }: Once): boolean {
  return !selected || run.timedOut || run.aborted || (run.counts.executed > 0 && run.reader !== 'exit-code');
}

async function settingFor({ plan, env }: Runner, givenRoot: string): Promise<RunSetting> {
  const root = await realpath(givenRoot);
  await mkdir(env.scratch, { recursive: true });
  const folder = join(await realpath(env.scratch), `run-${randomUUID()}`);
  await mkdir(folder);
  return { plan, env, root, cwd: posix.join(root, plan.directory), folder };
}

async function runOnce(setting: RunSetting, { session, slots }: Runner, given: RunOptions): Promise<Once> {
  const failing = given.failing?.map((test) => ({ ...test, name: inTree(test.name, setting) }));
  const options = { ...given, failing };
  let prepared = await session.prepare(setting, options);
  let result = await executeWatched(setting, prepared, slots, options);
  const instead = await prepared.instead(result);
  if (instead !== null) {
    prepared = instead;
    result = await executeWatched(setting, prepared, slots, options);
  }
  const { coverage, tail, ...reading } = await prepared.read(result, options);
  const run: TestRun = {
    command: prepared.line.replaceAll(`${setting.folder}/`, ''),
    exitCode: result.exitCode,
    timedOut: result.timedOut,
    ...(result.stoodStill ? { stoodStill: true } : {}),
    aborted: result.aborted,
    ...reading,
    seconds: result.seconds,
    tail: tail ?? tailOf(plain(result.stderr.trim() === '' ? result.stdout : `${result.stdout}\n${result.stderr}`), tailChars).trim(),
    outputFile: join(setting.folder, 'output.txt'),
    coverage,
  };
  return { run, selected: prepared.selected };
}

/** Ends the run where what tells of it says that it comes to no end: that counts as if its time was up. */
async function executeWatched(
  setting: RunSetting,
  prepared: PreparedRun,
  slots: ProcessSlots,
  options: RunOptions,
): Promise<CommandResult & { readonly stoodStill: boolean }> {
  if (prepared.still === undefined) return { ...(await execute(setting, prepared, slots, options)), stoodStill: false };
  const { file } = prepared.still;
  const still = new AbortController();
  const looking = setInterval(
    () =>
      void access(file).then(
        () => still.abort(),
        () => {},
      ),
    lookMs,
  );
  try {
    const signal = AbortSignal.any([still.signal, ...(options.signal === undefined ? [] : [options.signal])]);
    const result = await execute(setting, prepared, slots, { ...options, signal });
    const stoodStill = result.aborted && options.signal?.aborted !== true;
    return { ...result, stoodStill, timedOut: result.timedOut || stoodStill, aborted: result.aborted && !stoodStill };
  } finally {
    clearInterval(looking);
  }
}

async function execute(
  { env, root, cwd, folder }: RunSetting,
  prepared: PreparedRun,
  slots: ProcessSlots,
  options: RunOptions,
): Promise<CommandResult> {
  // Confined, the user's home is not there.
  const home = env.sandbox.layer === 'none' ? undefined : join(folder, 'home');
  if (home !== undefined) await mkdir(home, { recursive: true });
  const base = repositoryEnvironment({ from: process.env, home });
  const { PATH: ownPath, ...own } = prepared.environment;
  const { companion } = options;
  const path = [ownPath ?? [], env.testEnv.PATH ?? base.PATH ?? '', companion?.folder ?? []].flat().join(':');
  const argv = env.sandbox.wrap(['sh', '-c', (prepared.still?.beside ?? '') + prepared.line], 'test', {
    cwd,
    writable: [root, folder, ...(prepared.writable ?? []), ...(companion === undefined ? [] : [companion.folder])],
    readable: prepared.readable,
  });
  // A companion takes slots itself, whenever it has work.
  using _slot = companion === undefined ? await slots.take(options) : null;
  return await runCommand({
    argv,
    cwd,
    env: withFlags({ ...base, ...env.testEnv, ...own, ...companion?.env, PATH: path }, companion?.flags ?? {}),
    timeoutMs: options.timeoutMs,
    signal: options.signal,
    keepBytes,
    outputFile: join(folder, 'output.txt'),
  });
}

function withFlags(env: Readonly<Record<string, string>>, flags: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const behind = Object.entries(flags).map(([name, own]) => [name, env[name] === undefined ? own : `${env[name]} ${own}`]);
  return { ...env, ...Object.fromEntries(behind) };
}
