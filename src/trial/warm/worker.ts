// One warm worker process, from its start to its end.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { againLimit, isEndless, type RunOptions, type Suite, secondsUnreached, type TestResult, type TestRun } from '../../suite/index.ts';
import { keptNames, type Replica, readPlainFile } from '../../workspace/index.ts';
import { timeLimit } from '../judge.ts';
import type { WarmVerdict } from '../lane.ts';
import { type Batch, Channel } from './channel.ts';
import type { Course } from './course.ts';
import { loopPlaces } from './loops.ts';
import { programFor } from './programs.ts';

export interface BatchResult {
  /** By candidate id; what is missing was not judged, or in a process that had changed meanwhile. */
  readonly verdicts: ReadonlyMap<number, WarmVerdict>;
  /** Why the worker ended, or must; null when it goes on: then what is missing comes behind a candidate that looks green. */
  readonly ended: string | null;
  /** Whether it was a candidate without end: a process of its own would have to wait for that one no shorter. */
  readonly hung: boolean;
  readonly heap: number;
}

export interface WorkerStart {
  readonly suite: Suite;
  readonly replica: Replica;
  readonly course: Course;
}

/** How long a whole worker may live. */
const lifeMs = 60 * 60_000;
/** How long a candidate may keep silent: so many milliseconds, and so many times what the tests take without it. */
const patienceMs = 2_000;
const slowest = 20;
/** The same behind an error that nobody caught, which makes it red in any case. */
const fallenMs = 300;
const fallenSlowest = 2;
/** No machine is so busy that it has to keep silent for longer than so many times that. */
const mostStrain = 4;
const CALLED_OFF = 'it was called off';
const maxFileBytes = 4 << 20;
/** Distinct endings kept in mind. */
const maxOutcomes = 20_000;

export class WarmWorker {
  readonly #start: WorkerStart;
  readonly #channel: Channel;
  readonly #stop = new AbortController();
  readonly #outcomes = new Map<number, WarmVerdict>();
  #process: Promise<TestRun> = Promise.reject(new Error('not started'));
  #running = true;
  #batches = 0;
  /** What the tests take in here, in milliseconds. */
  #tookMs = Number.POSITIVE_INFINITY;

  private constructor(start: WorkerStart, folder: string) {
    this.#start = start;
    this.#channel = new Channel(folder);
    this.#process.catch(() => {});
  }

  /** A worker that is ready, or why there is none. */
  static async start(start: WorkerStart, signal: AbortSignal): Promise<WarmWorker | string> {
    const folder = await mkdtemp(join(start.replica.root, '..', 'warm-'));
    const worker = new WarmWorker(start, folder);
    if (signal.aborted) {
      await worker.end();
      return CALLED_OFF;
    }
    const stop = (): void => worker.#stop.abort();
    signal.addEventListener('abort', stop, { once: true });
    const reason = await worker.#begin(folder);
    signal.removeEventListener('abort', stop);
    if (reason === null && !signal.aborted) return worker;
    await worker.end();
    return reason ?? CALLED_OFF;
  }

  async #begin(folder: string): Promise<string | null> {
    const { suite, replica, course } = this.#start;
    await Promise.all([mkdir(folder, { recursive: true }), replica.tidy()]);
    const disturbed = replica.disturbed();
    if (disturbed !== null) await writeFile(join(folder, 'tidy.json'), JSON.stringify([keptNames, ...disturbed]));
    const program = programFor(suite.plan);
    if (program === null) return `nothing takes over ${suite.plan.runner}`;
    const temporary = program.leavesFolders === true ? join(folder, 'tmp') : null;
    if (temporary !== null) await mkdir(temporary);
    const file = join(folder, program.name);
    await writeFile(file, program.source);
    for (const [name, source] of Object.entries(program.beside ?? {})) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), source);
    }
    // For one file that is named node:test starts no process: the worker loads it, and the others behind it.
    const isNamed = course.scope === 'failing' && course.files.length === 1;
    const isTap = suite.plan.runner === 'tap';
    const endless = suite.plan.ecosystem === 'javascript' ? course.failing.filter(isEndless) : [];
    if (endless.length > 0) await writeFile(join(folder, 'loops.json'), JSON.stringify(await loopsIn(replica.root, endless)));
    const only = (suite.plan.runner === 'node:test' && course.files.length > 0 && !isNamed) || isTap ? course.files : null;
    const files = program.takesFiles === true ? course.files : only;
    this.#process = suite.run(replica.root, {
      ...scopeOf(course, only?.[0] ?? null),
      companion: {
        file,
        folder,
        env: {
          REGREEN_TRIAL_DIR: folder,
          REGREEN_TRIAL_ROOT: replica.root,
          ...(temporary === null ? {} : { TMPDIR: temporary }),
          ...(endless.length > 0 ? { REGREEN_TRIAL_ENDLESS: `${microsAllowed(course.baseline)}` } : {}),
          ...(isTap ? { REGREEN_TRIAL_TAP: '1' } : {}),
          ...(files === null ? {} : { REGREEN_TRIAL_FILES: JSON.stringify(files) }),
        },
      },
      testLimit: againLimit(course.baseline),
      timeoutMs: lifeMs,
      signal: this.#stop.signal,
    });
    const ended = (): void => {
      this.#running = false;
    };
    // Also when it could not be started: that is told by what does not come.
    this.#process.then(ended, ended);
    return this.#awaitReady(performance.now() + timeLimit(4 * course.seconds) + 10_000);
  }

  async #awaitReady(deadline: number): Promise<string | null> {
    while (performance.now() < deadline) {
      const running = this.#running;
      const messages = await this.#channel.receive();
      if (messages === null) return 'it tells nonsense';
      for (const message of messages) {
        if ('unfit' in message) return message.unfit;
        if ('outcome' in message) {
          const run = await this.#learn(message.outcome, message.said);
          const reason = this.#start.course.unlike(run);
          if (reason !== null) return reason;
        }
        if ('ready' in message) {
          this.#tookMs = message.took ?? Number.POSITIVE_INFINITY;
          return null;
        }
      }
      if (!running && messages.length === 0) return `the tests ran as ever: nothing took them over${await this.#whatTheyDid()}`;
    }
    return 'it was not ready in time';
  }

  /** How a run that should have become a warm process ended, as far as it is not what the tests do anyway. */
  async #whatTheyDid(): Promise<string> {
    const run = await this.#process.catch((error: unknown) => String(error));
    if (typeof run === 'string') return `: ${run}`;
    const known = new Set(this.#start.course.failing.map(({ id }) => id));
    const strange = run.results.find(({ id, status }) => status === 'failed' && !known.has(id));
    const said = strange === undefined ? lastWords(run.tail) : `${strange.id}: ${strange.message?.trim()}`;
    return ` (exit code ${run.exitCode ?? 'none'}, ${said})`;
  }

  async #learn(number: number, said: { readonly events: readonly unknown[]; readonly exitCode: number | null }): Promise<TestRun> {
    const run = await this.#start.suite.runOf(this.#start.replica.root, said);
    if (this.#outcomes.size < maxOutcomes) this.#outcomes.set(number, this.#start.course.verdictOf(run) ?? { kind: 'maybe' });
    return run;
  }

  /** Judges candidates one after another, up to the first that looks green. Never rejects for what the tests do. */
  async judge(given: Omit<Batch, 'number'>, signal: AbortSignal): Promise<BatchResult> {
    const batch: Batch = { ...given, number: ++this.#batches };
    await this.#channel.send(batch);
    const { seconds, failing } = this.#start.course;
    const hangMs = Math.min(timeLimit(seconds), patienceMs + slowest * this.#tookMs) + 1_000 * secondsUnreached(failing);
    const verdicts = new Map<number, WarmVerdict>();
    const unchecked = new Map<number, WarmVerdict>();
    let begun: number | null = null;
    let patience = hangMs;
    let heardAt = performance.now();
    const finish = (ended: string | null, heap = 0, hung = false): BatchResult => ({ verdicts, ended, heap, hung });
    for (;;) {
      const running = this.#running;
      const messages = await this.#channel.receive();
      if (messages === null) return finish('it tells nonsense');
      if (signal.aborted) return finish(CALLED_OFF);
      if (messages.length > 0) heardAt = performance.now();
      for (const message of messages) {
        if ('begin' in message) {
          begun = message.begin;
          patience = hangMs;
        } else if ('fell' in message) patience = Math.min(hangMs, fallenMs + fallenSlowest * this.#tookMs);
        else if ('outcome' in message) await this.#learn(message.outcome, message.said);
        else if ('done' in message) {
          begun = null;
          // That the tests do not see its file says nothing of the process it ran in.
          if ('blind' in message) verdicts.set(message.done, { kind: 'unseen', path: message.blind });
          else unchecked.set(message.done, this.#verdictOf(message));
        } else if ('checked' in message) {
          for (const [id, verdict] of unchecked) verdicts.set(id, verdict);
          unchecked.clear();
        } else if ('leak' in message || 'unfit' in message) {
          // With nothing else unchecked it ran in a process as new: its verdict counts, whatever it left behind.
          const [only] = unchecked;
          if (unchecked.size === 1 && only !== undefined) verdicts.set(only[0], only[1]);
          return finish('leak' in message ? message.leak : message.unfit);
        } else if ('ended' in message) return finish(null, message.heap);
      }
      const hangs = performance.now() - heardAt > patience * strain();
      if (hangs || (!running && messages.length === 0)) {
        if (begun !== null) verdicts.set(begun, { kind: 'red' });
        if (begun === null) return finish(hangs ? 'the worker went silent' : 'the worker ended');
        return finish(hangs ? 'a candidate did not end' : 'a candidate ended the process', 0, hangs);
      }
    }
  }

  #verdictOf(message: { readonly is?: number; readonly invalid?: string; readonly endless?: true }): WarmVerdict {
    if (message.invalid !== undefined) return { kind: 'invalid', reason: `It is no program: ${message.invalid}` };
    if (message.endless === true) return { kind: 'red' };
    if (message.is === undefined) return { kind: 'unseen' };
    return this.#outcomes.get(message.is) ?? { kind: 'unseen' };
  }

  async end(): Promise<void> {
    this.#stop.abort();
    await this.#process.catch(() => {});
    await this.#channel.close();
    await rm(this.#channel.folder, { recursive: true, force: true }).catch(() => {});
  }
}

/** How many times as long everything takes as on an idle machine, at least 1: processes that want to run, by processor. */
function strain(): number {
  return Math.min(mostStrain, Math.max(1, (loadavg()[0] ?? 0) / availableParallelism()));
}

/** The loops of the files that tests without end were in. */
async function loopsIn(root: string, endless: readonly TestResult[]): Promise<Batch['loops']> {
  const frames = endless.flatMap((test) => test.frames.filter(({ inRepository }) => inRepository));
  const paths = [...new Set(frames.map(({ file }) => file))];
  return Promise.all(
    paths.map(async (path) => [path, loopPlaces(path, (await readPlainFile(join(root, path), maxFileBytes)) ?? '')] as const),
  );
}

/** Microseconds that loops of one test may work: thrice what the slowest test took that passed, within what a warm process may wait for. */
function microsAllowed({ results }: TestRun): number {
  const slowest = Math.max(0, ...results.map(({ status, seconds }) => (status === 'passed' ? (seconds ?? 0) : 0)));
  return Math.min(5_000_000, Math.max(700_000, Math.round(3e6 * slowest)));
}

/** The line that names an error, else the last one. */
function lastWords(tail: string): string {
  const lines = tail.trimEnd().split('\n');
  return (lines.findLast((line) => /\w*Error\b.*:/.test(line)) ?? lines.at(-1) ?? '').trim();
}

function scopeOf({ scope, failing }: Course, only: string | null): Pick<RunOptions, 'scope' | 'failing'> {
  if (scope === 'all') return { scope: only === null ? 'all' : { files: [only] } };
  return { scope, failing: only === null ? failing : failing.map((test) => ({ ...test, file: only })) };
}
