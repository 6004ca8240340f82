// The terminal as a person uses it: the command line as a child process, on a real repository.
import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, readlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseReport, type Report } from '../../src/report/index.ts';
import { type Files, fingerprint, repository, type TestRepository } from '../workspace/repositories.ts';
import { cli, compiled } from './program.ts';

export interface CliOptions {
  /** Added to a small environment: nothing ambient, and no key, is inherited. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where everything temporary goes. */
  readonly temp?: string;
  /** Module to load before the command line. */
  readonly preload?: string;
}

export interface CliResult {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCli {
  readonly pid: number;
  readonly ended: Promise<CliResult>;
  /** Resolves when standard error shows `text`, rejects when the process ends before. */
  shows(text: RegExp): Promise<void>;
  /** The same for standard output. */
  prints(text: RegExp): Promise<string>;
  kill(signal: NodeJS.Signals): void;
}

/** Starts `regreen` with these arguments. */
export function startCli(args: readonly string[], { env = {}, temp = tmpdir(), preload }: CliOptions = {}): RunningCli {
  const child = spawn(process.execPath, [...(preload === undefined ? [] : ['--import', preload]), cli, ...args], {
    cwd: temp,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      TMPDIR: temp,
      ...compiled,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { stdout: '', stderr: '' };
  const lookers = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      text[name] += chunk;
      for (const look of lookers) look();
    });
  }
  let isOver = false;
  const ended = new Promise<CliResult>((done, fail) => {
    child.once('error', fail);
    child.once('close', (exitCode) => {
      isOver = true;
      for (const look of lookers) look();
      done({ exitCode, ...text });
    });
  });
  const appears = (name: 'stdout' | 'stderr', wanted: RegExp): Promise<string> =>
    new Promise((done, fail) => {
      const look = (): void => {
        const seen = wanted.test(text[name]);
        if (!seen && !isOver) return;
        lookers.delete(look);
        if (seen) done(text[name]);
        else fail(new Error(`it ended before ${name} showed ${wanted}:\n${text.stdout}\n${text.stderr}`));
      };
      lookers.add(look);
      look();
    });
  return {
    pid: child.pid ?? 0,
    ended,
    shows: async (wanted) => void (await appears('stderr', wanted)),
    prints: (wanted) => appears('stdout', wanted),
    kill: (signal) => void child.kill(signal),
  };
}

export interface FixResult extends CliResult {
  /** What `--json` printed: exactly one document, or this throws. */
  readonly report: Report;
}

/** `regreen fix --json` on a repository: to its end, or until `during` has interrupted it. */
export async function fix(
  repo: TestRepository,
  args: readonly string[],
  options: CliOptions & { readonly during?: (running: RunningCli) => Promise<void> } = {},
): Promise<FixResult> {
  const running = startCli(['fix', '--repo', repo.root, '--json', ...args], { temp: repo.temp, ...options });
  await options.during?.(running);
  const result = await running.ended;
  const parsed = parseReport(result.stdout);
  if (!parsed.ok) throw new Error(`standard output is not one report: ${parsed.problem}\n${result.stdout}\n${result.stderr}`);
  return { ...result, report: parsed.report };
}

/** Processes that work in `folder` or name it on their command line. */
export async function processesIn(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) continue;
    const cwd = await readlink(join('/proc', pid, 'cwd')).catch(() => '');
    const line = (await readFile(join('/proc', pid, 'cmdline'), 'utf8').catch(() => '')).replaceAll('\0', ' ');
    if (cwd.startsWith(folder) || line.includes(folder)) found.push(`${pid} ${line}`);
  }
  return found;
}

/** What must hold after every run: nothing temporary and no process is left, and the checkout is as it was, `.git` included. */
export interface Untouched {
  readonly files: Readonly<Record<string, string>>;
  readonly processes: readonly string[];
  readonly temporary: readonly string[];
}

export async function stateOf(repo: TestRepository, except: readonly string[] = []): Promise<Untouched> {
  // What was ended a moment ago may still be on its way out, for long on a busy machine; what was left behind stays.
  for (let tries = 0; tries < 400 && (await processesIn(repo.temp)).length > 0; tries++) await sleep(20);
  return { files: await fingerprint(repo.root, except), processes: await processesIn(repo.temp), temporary: await readdir(repo.temp) };
}

const manifest = JSON.stringify({ name: 'sums', version: '1.0.0', type: 'module', private: true, scripts: { test: 'node --test' } });

export const wrong = 'export function add(a, b) {\n  return a - b;\n}\n';
export const right = wrong.replace('a - b', 'a + b');

const addTest = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { add } from '../src/add.js';

test('adds', () => {
  assert.equal(add(1, 2), 3);
});

test('knows zero', () => {
  assert.equal(add(0, 0), 0);
});
`;

/** The edit that repairs `sums`. */
export const rightEdit = { path: 'src/add.js', old_text: 'a - b', new_text: 'a + b' };

/** A small package with one red and one green test; `files` replaces or adds some. */
export async function sums(files: Files = {}, parent?: string): Promise<TestRepository> {
  const repo = await repository({ 'package.json': manifest, 'src/add.js': wrong, 'test/add.test.js': addTest, ...files }, parent);
  await mkdir(repo.temp, { recursive: true });
  return repo;
}

/** Without npm in between: half a second less for every run of the tests. */
export const nodeTests: readonly string[] = ['--test', 'node --test'];
