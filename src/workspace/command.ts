// The one way a child process is started: argv, an environment that is given whole, a time limit, the whole process group ended.
import { type ChildProcess, spawn } from 'node:child_process';
import { setMaxListeners } from 'node:events';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { setTimeout as sleep, setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { startGuard, watchGroup } from './orphan-guard.ts';
import { ClippedOutput, OutputFile } from './output.ts';
import { endLeftovers, registerGroup, signalGroup } from './process-group.ts';

export interface CommandSpec {
  readonly argv: readonly string[];
  readonly cwd: string;
  /** The complete environment: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly input?: string | undefined;
  /** Head and tail kept in memory per stream, in bytes; default 1 MiB. */
  readonly keepBytes?: number | undefined;
  /** Where the whole output goes (standard output and error as they came), up to 256 MiB. */
  readonly outputFile?: string | undefined;
  /** Called with standard output as it comes, which is then not kept. Must not throw. */
  readonly onOutput?: ((chunk: Buffer) => void) | undefined;
}

export interface CommandResult {
  /** Null when a signal ended it, or when it could not be started. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly timedOut: boolean;
  readonly aborted: boolean;
  /** Why it could not be started; null when it was. */
  readonly failedToStart: string | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Bytes that were printed and not kept in `stdout` and `stderr`. */
  readonly clippedBytes: number;
  readonly seconds: number;
}

/** From SIGTERM to SIGKILL when a command is stopped, in milliseconds. */
const stopGraceMs = 2_000;
/** The same for what a command leaves behind after its own end. */
const leftoverGraceMs = 500;
/** How long a pipe may stay silent and open when everything we know of has ended: somebody left the group and holds it. */
const pipeGraceMs = 1_000;
/** The same for a command that was stopped: nobody waits for its words, and the program may have to go. */
const stoppedPipeGraceMs = 250;
/** How long it may go on printing. */
const longestPipeGraceMs = 10_000;
/** How long a killed process may take to go (uninterruptible sleep) before we stop waiting. */
const killedGraceMs = 5_000;
/** `setTimeout` fires at once above this. */
const longestTimer = 2 ** 31 - 1;

interface Exit {
  readonly code: number | null;
  readonly signal: string | null;
  readonly error: Error | null;
}

/**
 * Runs a command in a process group of its own and ends the whole group with it. Never rejects: what the child does, and that it
 * cannot be started, is told in the result.
 */
export async function runCommand(spec: CommandSpec): Promise<CommandResult> {
  const started = performance.now();
  const keep = spec.keepBytes ?? 1024 * 1024;
  const stdout = new ClippedOutput(keep);
  const stderr = new ClippedOutput(keep);
  const state = { timedOut: false, aborted: spec.signal?.aborted ?? false };
  const result = (exit: { code: number | null; signal: string | null }, failedToStart: string | null): CommandResult => ({
    exitCode: exit.code,
    signal: exit.signal,
    ...state,
    failedToStart,
    stdout: stdout.text(),
    stderr: stderr.text(),
    clippedBytes: stdout.clippedBytes + stderr.clippedBytes,
    seconds: (performance.now() - started) / 1000,
  });
  const notStarted = { code: null, signal: null };
  if (state.aborted) return result(notStarted, null);
  const child = start(spec);
  if (child instanceof Error || child.pid === undefined) {
    const error = child instanceof Error ? child : (await exitOf(child)).error;
    return result(notStarted, await whyNotStarted(spec, error));
  }
  const exit = await supervise(child, child.pid, spec, state, [stdout, stderr]);
  return result(exit, null);
}

function start(spec: CommandSpec): ChildProcess | Error {
  const [file, ...args] = spec.argv;
  if (file === undefined) return new Error('the command is empty');
  try {
    startGuard();
    const stdin = spec.input === undefined ? 'ignore' : 'pipe';
    return spawn(file, args, { cwd: spec.cwd, env: { ...spec.env }, detached: true, stdio: [stdin, 'pipe', 'pipe'] });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function whyNotStarted(spec: CommandSpec, error: Error | null): Promise<string> {
  const directory = await stat(spec.cwd).catch(() => null);
  if (directory === null) return `the folder ${spec.cwd} does not exist`;
  if (!directory.isDirectory()) return `${spec.cwd} is not a folder`;
  const code = error !== null && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return `the program ${spec.argv[0]} was not found`;
  if (code === 'EACCES') return `the program ${spec.argv[0]} may not be executed`;
  return error?.message ?? 'unknown reason';
}

function exitOf(child: ChildProcess): Promise<Exit> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, signal: null, error }));
    child.once('exit', (code, signal) => resolve({ code, signal, error: null }));
  });
}

/** Feeds, reads, stops and cleans up a running child. */
async function supervise(
  child: ChildProcess,
  pid: number,
  spec: CommandSpec,
  state: { timedOut: boolean; aborted: boolean },
  [stdout, stderr]: readonly [ClippedOutput, ClippedOutput],
): Promise<Exit> {
  const unwatch = watchGroup(pid);
  const file = spec.outputFile === undefined ? null : new OutputFile(spec.outputFile);
  let handedOn = 0;
  const pipes = Promise.all([
    collect(child, child.stdout, file, (chunk) => {
      handedOn += spec.onOutput === undefined ? 0 : chunk.length;
      if (spec.onOutput === undefined) stdout.add(chunk);
      else spec.onOutput(chunk);
    }),
    collect(child, child.stderr, file, (chunk) => stderr.add(chunk)),
  ]);
  if (child.stdin !== null) {
    // A child that does not read its input is no error.
    child.stdin.on('error', () => {});
    child.stdin.end(spec.input);
  }
  const stopper = new Stopper(pid);
  const abort = () => {
    state.aborted = true;
    stopper.stop();
  };
  const expire = () => {
    state.timedOut = true;
    stopper.stop();
  };
  const timer = setTimeout(expire, Math.min(Math.max(spec.timeoutMs, 0), longestTimer));
  const forget = registerGroup(pid, abort);
  if (spec.signal !== undefined) {
    // All commands of a run end with it, and many may be under way: Node takes more than ten listeners for a leak.
    setMaxListeners(0, spec.signal);
    spec.signal.addEventListener('abort', abort, { once: true });
  }
  const exit = await Promise.race([exitOf(child), stopper.gaveUp]);
  clearTimeout(timer);
  spec.signal?.removeEventListener('abort', abort);
  await endLeftovers(pid, stopper.stopping ? stopGraceMs : leftoverGraceMs);
  // From here on the number may be another group's.
  unwatch();
  stopper.done();
  const graceMs = state.aborted || state.timedOut ? stoppedPipeGraceMs : pipeGraceMs;
  await drained(pipes, graceMs, () => handedOn + stdout.bytes + stderr.bytes);
  for (const pipe of [child.stdin, child.stdout, child.stderr]) pipe?.destroy();
  await pipes;
  await file?.close();
  forget();
  return exit;
}

/** SIGTERM, then SIGKILL, then the end of our patience. */
class Stopper {
  readonly gaveUp: Promise<Exit>;
  stopping = false;
  readonly #pid: number;
  readonly #timers: NodeJS.Timeout[] = [];
  #giveUp: (exit: Exit) => void = () => {};

  constructor(pid: number) {
    this.#pid = pid;
    this.gaveUp = new Promise((resolve) => {
      this.#giveUp = resolve;
    });
  }

  stop(): void {
    if (this.stopping) return;
    this.stopping = true;
    signalGroup(this.#pid, 'SIGTERM');
    this.#timers.push(
      setTimeout(() => signalGroup(this.#pid, 'SIGKILL'), stopGraceMs),
      setTimeout(() => this.#giveUp({ code: null, signal: 'SIGKILL', error: null }), stopGraceMs + killedGraceMs),
    );
  }

  done(): void {
    this.stopping = true;
    for (const timer of this.#timers) clearTimeout(timer);
  }
}

/**
 * Waits for the pipes' ends as long as something still arrives. On a busy machine a wait is over before what has arrived meanwhile is
 * read: a turn of the event loop comes first, or the answer of a command that ended well would be taken for empty.
 */
async function drained(pipes: Promise<unknown>, graceMs: number, bytes: () => number): Promise<void> {
  const deadline = performance.now() + longestPipeGraceMs;
  for (let before = -1; bytes() !== before && performance.now() < deadline; ) {
    before = bytes();
    // Cancelled when it is not needed: it would delay the end of every program that runs a command last.
    const wait = new AbortController();
    const silence = sleep(graceMs, undefined, { signal: wait.signal }).then(
      () => turnOfTheLoop(false),
      () => true,
    );
    const ended = await Promise.race([pipes.then(() => true), silence]);
    wait.abort();
    if (ended) return;
  }
}

/** Reads a pipe to its end; resolves also when it is destroyed. */
function collect(child: ChildProcess, pipe: Readable | null, file: OutputFile | null, see: (chunk: Buffer) => void): Promise<void> {
  if (pipe === null) return Promise.resolve();
  return new Promise((resolve) => {
    pipe.on('data', (chunk: Buffer) => {
      see(chunk);
      const wait = file?.add(chunk) ?? null;
      if (wait === null) return;
      // A disk slower than the child slows the child down instead of filling the memory.
      for (const each of [child.stdout, child.stderr]) each?.pause();
      void wait.then(() => {
        for (const each of [child.stdout, child.stderr]) each?.resume();
      });
    });
    pipe.on('error', () => resolve());
    pipe.on('close', () => resolve());
  });
}
