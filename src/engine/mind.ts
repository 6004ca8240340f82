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
  /** Never rejects: what goes wrong is a text that says so. */
  think(prompt: Prompt): Promise<Step>;
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
  readonly answer: (step: Step) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * A mind in a worker thread, so that no analysis ever blocks the socket. A worker that crashes, runs out of memory or does not come
 * back ends the thoughts it had with a text that says so; the next thought starts a new worker.
 */
export function createMind({ entry, memoryMb = 1536, timeoutMs = 180_000, log = () => {} }: MindOptions = {}): Mind {
  const asked = new Map<number, Asked>();
  let current: Promise<Worker> | null = null;
  let count = 0;
  let closed = false;

  const settle = (id: number, step: Step): void => {
    const waiting = asked.get(id);
    if (waiting === undefined) return;
    asked.delete(id);
    clearTimeout(waiting.timer);
    waiting.answer(step);
  };

  const lose = (worker: Promise<Worker>, reason: string): void => {
    if (current !== worker) return;
    current = null;
    log(`engine: the worker is gone: ${reason}`);
    for (const id of [...asked.keys()]) settle(id, failure(reason));
    worker.then((w) => w.terminate()).catch(() => {});
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

  return {
    warm: () => {
      if (!closed) current ??= start();
    },
    think: (prompt) =>
      new Promise((answer) => {
        if (closed) return answer(failure('it was closed'));
        current ??= start();
        const worker = current;
        const id = count++;
        const timer = setTimeout(() => lose(worker, `it did not answer within ${Math.round(timeoutMs / 1000)} s`), timeoutMs);
        asked.set(id, { answer, timer });
        const question: Question = { id, prompt };
        // A start that fails is told by `lose`.
        worker.then((w) => w.postMessage(question)).catch(() => {});
      }),
    close: async () => {
      closed = true;
      const worker = current;
      current = null;
      for (const id of [...asked.keys()]) settle(id, failure('it was closed'));
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
