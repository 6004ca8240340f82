import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Step, Thought } from './replay.ts';
import type { Item } from './wire.ts';

export type { Step };

/** What the engine is asked: the whole conversation so far, and what it may call now. */
export interface Prompt {
  readonly items: readonly Item[];
  readonly callable: readonly string[];
  /** False: at most one call an answer. */
  readonly parallel: boolean;
}

/** The side of the server that thinks. */
export interface Mind {
  /** Never rejects: what goes wrong is a text that says so. Once `signal` is aborted nobody reads the answer, and it may be left out. */
  think(prompt: Prompt, signal?: AbortSignal): Promise<Step>;
  /** Starts what is slow to start. */
  warm(): void;
  close(): Promise<void>;
}

export interface MindOptions {
  /** Where the worker's code is; found beside this module unless given. */
  readonly entry?: URL;
  readonly memoryMb?: number;
  /** A thought that takes longer is ended. */
  readonly timeoutMs?: number;
  readonly log?: (line: string) => void;
}

/** One question to the worker, and its answer. */
export interface Question {
  readonly id: number;
  readonly prompt: Prompt;
}

interface Asked {
  readonly question: Question;
  readonly answer: (step: Step) => void;
  readonly signal: AbortSignal | undefined;
}

/**
 * A mind in a worker thread, so that no analysis ever blocks the socket. It has one thought at a time; others wait in line, and the time
 * they wait is not theirs. A worker that crashes, runs out of memory or does not come back ends the thought it had with a text that says
 * so; the next thought starts a new worker.
 */
export function createMind({ entry, memoryMb = 1536, timeoutMs = 180_000, log = () => {} }: MindOptions = {}): Mind {
  const waiting: Asked[] = [];
  let thinking: (Asked & { readonly timer: NodeJS.Timeout }) | null = null;
  let current: Promise<Worker> | null = null;
  let count = 0;
  let closed = false;

  const settle = (id: number, step: Step): void => {
    if (thinking?.question.id !== id) return;
    const { answer, timer } = thinking;
    thinking = null;
    clearTimeout(timer);
    answer(step);
    next();
  };

  const lose = (worker: Promise<Worker>, reason: string): void => {
    if (current !== worker) return;
    current = null;
    log(`engine: the worker is gone: ${reason}`);
    worker.then((w) => w.terminate()).catch(() => {});
    if (thinking !== null) settle(thinking.question.id, failure(reason));
  };

  const start = (): Promise<Worker> => {
    const started: Promise<Worker> = (async () => {
      const worker = new Worker(entry ?? (await workerEntry()), {
        // Nothing of our environment and none of our loaders: the worker only computes.
        env: {},
        execArgv: [],
        resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      });
      worker.on('message', (message: Thought) => settle(message.id, message.step));
      worker.on('error', (error) => lose(started, describe(error)));
      worker.on('exit', (code) => lose(started, `it ended with exit code ${code}`));
      worker.unref();
      return worker;
    })();
    started.catch((error: unknown) => lose(started, describe(error)));
    return started;
  };

  const next = (): void => {
    if (thinking !== null) return;
    const asked = waiting.shift();
    if (asked === undefined) return;
    if (asked.signal?.aborted) {
      asked.answer(failure('nobody waits for it any more'));
      next();
      return;
    }
    current ??= start();
    const worker = current;
    const timer = setTimeout(() => lose(worker, `it did not answer within ${Math.round(timeoutMs / 1000)} s`), timeoutMs);
    thinking = { ...asked, timer };
    // A start that fails is told by `lose`; what cannot be copied to the worker fails here.
    worker.then((w) => w.postMessage(asked.question)).catch((error: unknown) => settle(asked.question.id, failure(describe(error))));
  };

  return {
    warm: () => {
      if (!closed) current ??= start();
    },
    think: (prompt, signal) =>
      new Promise((answer) => {
        if (closed) return answer(failure('it was closed'));
        waiting.push({ question: { id: count++, prompt }, answer, signal });
        next();
      }),
    close: async () => {
      closed = true;
      const worker = current;
      current = null;
      for (const { answer } of waiting.splice(0)) answer(failure('it was closed'));
      if (thinking !== null) settle(thinking.question.id, failure('it was closed'));
      await worker?.then((w) => w.terminate()).catch(() => {});
    },
  };
}

function failure(reason: string): Step {
  return { kind: 'text', text: `The engine's analysis ended without a result: ${reason}. Nothing was changed by it.` };
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'it ran out of memory' : error.message;
}

/** From source the worker is the file beside this one; from a bundle it is a bundle of its own. Names in variables: no bundler follows them. */
async function workerEntry(): Promise<URL> {
  const here = import.meta.url;
  const names = here.endsWith('.ts') ? ['./worker.ts'] : ['../engine/index.js', './engine/index.js'];
  for (const name of names) {
    const url = new URL(name, here);
    const found = await access(fileURLToPath(url)).then(
      () => true,
      () => false,
    );
    if (found) return url;
  }
  throw new Error(`the worker's code is missing (${names.join(', ')} beside ${here})`);
}
