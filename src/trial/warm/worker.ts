// One warm worker process, from its start to its end.
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Suite, TestRun } from '../../suite/index.ts';
import type { Replica } from '../../workspace/index.ts';
import { timeLimit } from '../judge.ts';
import type { TrialOptions, Verdict } from '../types.ts';
import { verdictOfFailing } from '../verdict.ts';
import { type Batch, Channel } from './channel.ts';
import { workerSource } from './worker-source.ts';

/** `maybe`: the failing tests pass here; only processes of their own can tell whether they really do. */
export type WarmVerdict = Verdict | { readonly kind: 'maybe' } | { readonly kind: 'unseen' };

export interface BatchResult {
  /** By candidate id; what is missing was not judged, or in a process that had changed meanwhile. */
  readonly verdicts: ReadonlyMap<number, WarmVerdict>;
  /** Why the worker ended; null when it goes on. */
  readonly ended: string | null;
  readonly heap: number;
}

export interface WorkerStart {
  readonly suite: Suite;
  readonly replica: Replica;
  readonly options: TrialOptions;
}

/** How long a whole worker may live. */
const lifeMs = 60 * 60_000;
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

  private constructor(start: WorkerStart, folder: string) {
    this.#start = start;
    this.#channel = new Channel(folder);
    this.#process.catch(() => {});
  }

  /** A worker that is ready, or why there is none. */
  static async start(start: WorkerStart, signal: AbortSignal): Promise<WarmWorker | string> {
    const folder = await mkdtemp(join(start.replica.root, '..', 'warm-'));
    const worker = new WarmWorker(start, folder);
    const reason = await worker.#begin(folder, signal);
    if (reason === null) return worker;
    await worker.end();
    return reason;
  }

  async #begin(folder: string, signal: AbortSignal): Promise<string | null> {
    const { suite, replica, options } = this.#start;
    await mkdir(folder, { recursive: true });
    const file = join(folder, 'worker.cjs');
    await writeFile(file, workerSource);
    const files = [...new Set(options.failing.flatMap((test) => test.file ?? []))];
    const only = suite.plan.runner === 'node:test' && files.length > 1;
    this.#process = suite.run(replica.root, {
      scope: 'failing',
      failing: only ? options.failing.map((test) => ({ ...test, file: files[0] ?? null })) : options.failing,
      companion: {
        file,
        folder,
        env: {
          REGREEN_TRIAL_DIR: folder,
          REGREEN_TRIAL_ROOT: replica.root,
          ...(only ? { REGREEN_TRIAL_FILES: JSON.stringify(files) } : {}),
        },
      },
      timeoutMs: lifeMs,
      signal: AbortSignal.any([this.#stop.signal, signal]),
    });
    void this.#process.finally(() => {
      this.#running = false;
    });
    return this.#awaitReady(performance.now() + timeLimit(4 * options.failingSeconds) + 10_000);
  }

  async #awaitReady(deadline: number): Promise<string | null> {
    while (performance.now() < deadline) {
      const running = this.#running;
      const messages = await this.#channel.receive();
      if (messages === null) return 'it tells nonsense';
      for (const message of messages) {
        if ('unfit' in message) return message.unfit;
        if ('outcome' in message) await this.#learn(message.outcome, message.said);
        if ('ready' in message) {
          const kind = this.#outcomes.get(message.ready)?.kind;
          return kind === 'red' ? null : `the unchanged code is ${kind ?? 'unknown'} in it`;
        }
      }
      if (!running && messages.length === 0) return 'the tests ran as ever: nothing took them over';
    }
    return 'it was not ready in time';
  }

  async #learn(number: number, said: { readonly events: readonly unknown[]; readonly exitCode: number | null }): Promise<void> {
    if (this.#outcomes.size >= maxOutcomes) return;
    const run = await this.#start.suite.runOf(this.#start.replica.root, said);
    this.#outcomes.set(number, verdictOfFailing(run, this.#start.options) ?? { kind: 'maybe' });
  }

  /** Judges candidates one after another. Never rejects for what the tests do. */
  async judge(given: Omit<Batch, 'number'>): Promise<BatchResult> {
    const batch: Batch = { ...given, number: ++this.#batches };
    await this.#channel.send(batch);
    const hangMs = timeLimit(this.#start.options.failingSeconds);
    const verdicts = new Map<number, WarmVerdict>();
    const unchecked = new Map<number, WarmVerdict>();
    let begun: number | null = null;
    let heardAt = performance.now();
    const finish = (ended: string | null, heap = 0): BatchResult => ({ verdicts, ended, heap });
    for (;;) {
      const running = this.#running;
      const messages = await this.#channel.receive();
      if (messages === null) return finish('it tells nonsense');
      if (messages.length > 0) heardAt = performance.now();
      for (const message of messages) {
        if ('begin' in message) begun = message.begin;
        else if ('outcome' in message) await this.#learn(message.outcome, message.said);
        else if ('done' in message) {
          begun = null;
          unchecked.set(message.done, this.#verdictOf(message));
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
      const hangs = performance.now() - heardAt > hangMs;
      if (hangs || (!running && messages.length === 0)) {
        if (begun !== null) verdicts.set(begun, { kind: 'red' });
        return finish(hangs ? 'a candidate did not end' : 'a candidate ended the process');
      }
    }
  }

  #verdictOf(message: { readonly is?: number; readonly invalid?: string; readonly endless?: true; readonly blind?: string }): WarmVerdict {
    if (message.invalid !== undefined) return { kind: 'invalid', reason: `It is no program: ${message.invalid}` };
    if (message.endless === true) return { kind: 'red' };
    if (message.is === undefined) return { kind: 'unseen' };
    return this.#outcomes.get(message.is) ?? { kind: 'unseen' };
  }

  async end(): Promise<void> {
    this.#stop.abort();
    await this.#process.catch(() => {});
    await this.#channel.close();
  }
}
