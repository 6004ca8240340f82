import { setTimeout as sleep } from 'node:timers/promises';
import type { Attempt, AttemptJob } from './attempt.ts';
import { engineBudget } from './engine-budget.ts';
import type { AgentResult } from './types.ts';

/** The engine, going on while the model is asked. Disposed, it is cancelled and waited for. */
export interface Beside extends AsyncDisposable {
  /** What it came to; null when it has not ended within `waitMs` milliseconds. */
  result(waitMs: number): Promise<AgentResult | null>;
}

/** Works in a copy of its own, lets the model's test runs go before its trials, and says nothing. */
export function goOnBeside(engine: Attempt, job: AttemptJob): Beside {
  const stop = new AbortController();
  const signal = job.signal === undefined ? stop.signal : AbortSignal.any([job.signal, stop.signal]);
  const work = async (): Promise<AgentResult | null> => {
    await using workspace = await job.workspace.fork();
    using _one = job.suite.slots.keepOne();
    const { limits, remainingMs, used } = job.budget;
    // The model has the greater need of test runs.
    const testRuns = Math.floor((limits.testRuns - used().testRuns) / 4);
    const budget = engineBudget(job, { ms: remainingMs(), testRuns });
    return await engine.repair({ ...job, workspace, budget, evidence: null, emit: () => {}, signal });
  };
  // It is a help: without it the model is asked all the same.
  const working = work().catch((): null => null);
  return {
    result: async (waitMs) => {
      const waited = new AbortController();
      const late = sleep(Math.max(0, waitMs), null, { signal: waited.signal }).catch((): null => null);
      const result = await Promise.race([working, late]);
      waited.abort();
      return result;
    },
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await working;
    },
  };
}
