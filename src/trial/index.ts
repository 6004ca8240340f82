import { availableParallelism } from 'node:os';
import type { Suite } from '../suite/index.ts';
import type { Replica, Workspace } from '../workspace/index.ts';
import { judge } from './judge.ts';
import type { TrialOptions, TrialReport, Verdict } from './types.ts';

export type * from './types.ts';

/** Judges candidate patches side by side, each in a replica of its own. */
export interface Trials extends AsyncDisposable {
  run(options: TrialOptions): Promise<TrialReport>;
  /** Replicas follow the workspace: to be called after every edit to it. */
  invalidate(): Promise<void>;
}

/**
 * At most `workers` replicas, and so at most that many test processes, exist at a time (default: one a core). They are made when first
 * needed and kept for the next batch.
 */
export function createTrials(workspace: Workspace, suite: Suite, workers: number = availableParallelism()): Trials {
  let replicas: Promise<Replica>[] = [];

  const replicaOf = (worker: number): Promise<Replica> => {
    replicas[worker] ??= workspace.replica();
    return replicas[worker];
  };

  const invalidate = async (): Promise<void> => {
    const old = replicas;
    replicas = [];
    for (const made of await Promise.allSettled(old)) {
      if (made.status === 'fulfilled') await made.value[Symbol.asyncDispose]();
    }
  };

  const run = async (options: TrialOptions): Promise<TrialReport> => {
    const started = performance.now();
    const verdicts: Verdict[] = options.candidates.map(() => ({ kind: 'not-run' }));
    const stop = new AbortController();
    const signal = AbortSignal.any([
      stop.signal,
      AbortSignal.timeout(Math.max(1, Math.floor(options.limitMs))),
      ...(options.signal ? [options.signal] : []),
    ]);
    let next = 0;
    let green = 0;

    const work = async (worker: number): Promise<void> => {
      const replica = await replicaOf(worker);
      while (!signal.aborted && next < options.candidates.length) {
        const index = next++;
        const candidate = options.candidates[index];
        if (candidate === undefined) return;
        const verdict = await judge(replica, suite, candidate, options, signal);
        verdicts[index] = verdict;
        if (verdict.kind === 'green' && ++green >= options.keep) stop.abort();
      }
      await replica.apply([]);
    };

    const count = Math.min(workers, options.candidates.length);
    const settled = await Promise.allSettled(Array.from({ length: count }, (_, worker) => work(worker)));
    const failed = settled.find((result) => result.status === 'rejected');
    if (failed && !signal.aborted) throw failed.reason;
    return {
      verdicts,
      judged: verdicts.filter((verdict) => verdict.kind !== 'not-run').length,
      seconds: (performance.now() - started) / 1000,
    };
  };

  return { run, invalidate, [Symbol.asyncDispose]: invalidate };
}
