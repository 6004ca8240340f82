import { type Budget, createBudget, type OpenModel } from '../agent/index.ts';
import type { Inputs } from '../inputs/index.ts';
import { costOf, createLedger, createRecord, type Ledger, type Progress, type Report, type RunRecord } from '../report/index.ts';
import { eventOf, type Source } from './locate.ts';

/** What a run is started with. */
export interface Job {
  readonly inputs: Inputs;
  readonly source: Source;
  /** A folder of this run's own; removed by the caller. */
  readonly scratch: string;
  /** The environment that `test-env` picks from. */
  readonly env: NodeJS.ProcessEnv;
  readonly progress: Progress;
  /** Interruption: by the user or by the runner. */
  readonly signal: AbortSignal;
  /** The hosted model, when the caller connects to it already; closed at the end of the run. */
  readonly hosted?: OpenModel | null;
}

/** Something the user set up cannot work. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** What every phase of one run works with. */
export interface Run extends Job {
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly ledger: Ledger;
  readonly record: RunRecord;
  readonly budget: Budget;
  /** The longest that one run of the whole suite may take, in milliseconds: verification must still fit. */
  readonly wholeLimitMs: number;
  /** Milliseconds that are kept for the verification. */
  reserve(ms: number): void;
  /** Names a phase on the ledger and for whoever watches. */
  phase<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Notes what was spent so far. */
  noteSpending(): void;
}

export function openRun(job: Job): Run {
  const { inputs, progress } = job;
  const now = (): number => performance.now();
  const ledger = createLedger({ now });
  const record = createRecord(
    {
      engine: inputs.endpoint === null ? 'builtin' : inputs.engine,
      model: inputs.endpoint?.model ?? null,
      limits: inputs.limits,
      event: eventOf(job.source),
    },
    ledger,
  );
  let reserveMs = 0;
  const price = inputs.endpoint?.price ?? null;
  const budget = createBudget({
    limits: inputs.limits,
    now,
    startedAt: now(),
    reserveMs: () => reserveMs,
    costOf: price === null ? null : (usage) => costOf(usage, price).usd,
    countTokens: inputs.endpoint !== null,
  });
  progress.spending(() => ({ limits: inputs.limits, used: budget.used(), hosted: inputs.endpoint !== null }));
  // The engine costs nothing, also where it leads a model.
  const spent = (): Pick<Report, 'budget' | 'cost'> => ({
    budget: { limits: inputs.limits, used: budget.used() },
    cost: { usd: budget.used().costUsd, priced: inputs.endpoint === null || price !== null },
  });
  return {
    ...job,
    now,
    ledger,
    record,
    budget,
    wholeLimitMs: (inputs.limits.minutes * 60_000) / 2,
    reserve: (ms) => {
      reserveMs = ms;
    },
    phase: (name, work) => {
      progress.phase(name);
      return ledger.phase(name, work);
    },
    noteSpending: () => record.note(spent()),
  };
}
