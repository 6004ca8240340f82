// Runs a built Action the way GitHub's runner does: inputs and files in the environment, outputs and the summary read back.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

export interface ActionRun {
  /** The Action's main file, for instance `dist/index.js`. */
  readonly main: string;
  /** The node binary; default the one that runs the tests. */
  readonly node?: string | undefined;
  readonly event: string;
  readonly payload: unknown;
  /** What `with:` of the step says. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly workspace: string;
  readonly repo: string;
  /** `GITHUB_SHA`. */
  readonly sha: string;
  /** `GITHUB_REF`; default `refs/heads/main`. */
  readonly ref?: string | undefined;
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly actor?: string | undefined;
  /** The `action.yml` whose defaults are filled in, as the runner does; default: none. */
  readonly definition?: string | undefined;
  /** What `${{ github.token }}` in a default stands for. */
  readonly token?: string | undefined;
  /** Sees standard output as it comes. */
  readonly onStdout?: ((text: string) => void) | undefined;
  /** Added to the environment, as `env:` of a step is. */
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** Where `RUNNER_TEMP` is made; default: the system's temporary folder. */
  readonly parent?: string | undefined;
  /** Sees the step's process as soon as it runs. */
  readonly onStart?: ((step: ChildProcess) => void) | undefined;
  /** Sends SIGINT, then SIGTERM and SIGKILL, as the runner does when a job is cancelled. */
  readonly signal?: AbortSignal | undefined;
}

export interface ActionResult {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  /** Markdown, as appended to the step summary. */
  readonly summary: string;
  /** `RUNNER_TEMP`, where reports are found. */
  readonly temp: string;
  /** Everything the step left behind outside of the workspace, by path relative to `temp`. */
  files(): Promise<Readonly<Record<string, string>>>;
}

const commandFiles = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'] as const;
/** Grace times of the runner: after SIGINT, after SIGTERM. */
const cancelMs = [7_500, 2_500] as const;

/** One step. Resolves whatever its exit code is. */
export async function runAction(run: ActionRun): Promise<ActionResult> {
  const temp = await mkdtemp(join(run.parent ?? tmpdir(), 'regreen-runner-'));
  const env = await environment(run, temp);
  const child = spawn(run.node ?? process.execPath, [run.main], { cwd: run.workspace, env, stdio: ['ignore', 'pipe', 'pipe'] });
  run.onStart?.(child);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    run.onStdout?.(text);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const timers: NodeJS.Timeout[] = [];
  run.signal?.addEventListener('abort', () => {
    child.kill('SIGINT');
    timers.push(
      setTimeout(() => child.kill('SIGTERM'), cancelMs[0]),
      setTimeout(() => child.kill('SIGKILL'), cancelMs[0] + cancelMs[1]),
    );
  });
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code));
  });
  for (const timer of timers) clearTimeout(timer);
  const read = (name: string) => readFile(join(temp, '_runner_file_commands', name), 'utf8');
  return {
    exitCode,
    stdout,
    stderr,
    outputs: parseCommandFile(await read('GITHUB_OUTPUT')),
    state: parseCommandFile(await read('GITHUB_STATE')),
    env: parseCommandFile(await read('GITHUB_ENV')),
    summary: await read('GITHUB_STEP_SUMMARY'),
    temp,
    files: () => filesBelow(temp),
  };
}

async function environment(run: ActionRun, temp: string): Promise<Record<string, string>> {
  const commands = join(temp, '_runner_file_commands');
  const toolCache = join(temp, '_tool');
  const home = join(temp, '_home');
  for (const folder of [commands, toolCache, home]) await mkdir(folder);
  const files: Record<string, string> = {};
  for (const name of commandFiles) {
    files[name] = join(commands, name);
    // The toolkit insists on files that exist.
    await writeFile(join(commands, name), '');
  }
  const eventPath = join(temp, '_event.json');
  await writeFile(eventPath, JSON.stringify(run.payload));
  const ref = run.ref ?? 'refs/heads/main';
  const inputs = Object.entries({ ...(await defaults(run)), ...run.inputs }).map(
    ([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value] as const,
  );
  const actor = run.actor ?? 'mona';
  return {
    PATH: process.env.PATH ?? '',
    HOME: home,
    LANG: 'C.UTF-8',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    ...files,
    GITHUB_EVENT_NAME: run.event,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_REPOSITORY: run.repo,
    GITHUB_REPOSITORY_OWNER: run.repo.split('/')[0] ?? '',
    GITHUB_SHA: run.sha,
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(?:heads|tags|pull)\//, ''),
    GITHUB_REF_TYPE: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_HEAD_REF: headRef(run.payload, 'head'),
    GITHUB_BASE_REF: headRef(run.payload, 'base'),
    GITHUB_RUN_ID: '9001',
    GITHUB_RUN_NUMBER: '17',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_WORKFLOW: 'CI',
    GITHUB_JOB: 'test',
    GITHUB_ACTION: '__self',
    GITHUB_ACTION_PATH: dirname(dirname(run.main)),
    GITHUB_ACTOR: actor,
    GITHUB_TRIGGERING_ACTOR: actor,
    GITHUB_SERVER_URL: run.serverUrl,
    GITHUB_API_URL: run.apiUrl,
    GITHUB_GRAPHQL_URL: `${run.apiUrl}/graphql`,
    GITHUB_WORKSPACE: run.workspace,
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: toolCache,
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    RUNNER_NAME: 'fake',
    // What a JavaScript action gets besides, and must never hand on.
    ACTIONS_RUNTIME_TOKEN: 'runtime-token-of-the-job',
    ACTIONS_RUNTIME_URL: 'http://127.0.0.1:9/',
    ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/',
    ACTIONS_CACHE_URL: 'http://127.0.0.1:9/',
    ...run.env,
    ...Object.fromEntries(inputs),
  };
}

async function defaults({ definition, token = '' }: ActionRun): Promise<Record<string, string>> {
  if (definition === undefined) return {};
  const parsed: { inputs?: Record<string, { default?: unknown }> } = parse(await readFile(definition, 'utf8'));
  const values = Object.entries(parsed.inputs ?? {}).map(([name, input]) => [name, String(input.default ?? '')] as const);
  return Object.fromEntries(values.map(([name, value]) => [name, value.replace(/\$\{\{\s*github\.token\s*}}/g, token)]));
}

/** Set for pull requests only; empty otherwise, as the runner has it. */
function headRef(payload: unknown, side: 'head' | 'base'): string {
  const pull = isRecord(payload) ? payload.pull_request : undefined;
  const end = isRecord(pull) ? pull[side] : undefined;
  return isRecord(end) && typeof end.ref === 'string' ? end.ref : '';
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** `name=value` lines and `name<<DELIMITER` blocks; a later value wins. Throws on anything else, as the runner does. */
export function parseCommandFile(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const [, block, delimiter = ''] = /^([^=<]+)<<(.+)$/.exec(line) ?? [];
    if (block === undefined) {
      const equals = line.indexOf('=');
      if (equals < 1) throw new Error(`Invalid format '${line}'`);
      values[line.slice(0, equals)] = line.slice(equals + 1);
      continue;
    }
    const end = lines.indexOf(delimiter, at + 1);
    if (end < 0) throw new Error(`Matching delimiter not found '${delimiter}'`);
    values[block] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return values;
}

/** Texts of all files below a folder, without those that the runner itself put there. */
async function filesBelow(folder: string): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name === '_event.json') continue;
    const file = join(entry.parentPath, entry.name);
    all[file.slice(folder.length + 1)] = await readFile(file, 'latin1');
  }
  return all;
}
