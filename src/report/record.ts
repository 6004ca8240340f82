import type { TestResult, TestRun } from '../suite/types.ts';
import type { Ledger } from './ledger.ts';
import { savingsOf } from './savings.ts';
import type { Limits, Outcome, Report, SuiteSummary } from './types.ts';

/** What a run has found out so far. Everything that is not known yet has its empty value. */
export type Facts = Omit<Report, 'schemaVersion' | 'outcome' | 'reason' | 'turns' | 'timing' | 'ledger' | 'socket'>;

export interface Ending {
  readonly outcome: Outcome;
  /** Why, in plain words. */
  readonly reason: string;
}

/** The record of a run: phases add what they learn, and whatever happens there is a report. */
export interface RunRecord {
  note(facts: Partial<Facts>): void;
  report(ending: Ending): Report;
}

export function createRecord(
  start: Pick<Facts, 'engine' | 'model'> & { readonly limits: Limits; readonly event: string },
  ledger: Ledger,
): RunRecord {
  const nothingUsed: Limits = { turns: 0, minutes: 0, tokens: 0, costUsd: 0, testRuns: 0, changedLines: 0 };
  let facts: Facts = {
    diagnosis: null,
    incident: { repo: null, sha: null, branch: null, event: start.event },
    engine: start.engine,
    model: start.model,
    transport: null,
    budget: { limits: start.limits, used: nothingUsed },
    sandbox: { layer: 'not used', notStopped: [] },
    tests: { command: null, before: null, after: null, results: [], flaky: [] },
    suspects: [],
    integrity: [],
    alternatives: [],
    proof: null,
    delivery: { state: 'not-requested', reason: 'there is no fix to deliver' },
    conversation: [],
    patch: '',
    files: [],
    cost: { usd: 0, priced: true },
    fingerprint: null,
    pullRequest: null,
  };
  return {
    note: (more) => {
      facts = { ...facts, ...more };
    },
    report: ({ outcome, reason }) => ({
      schemaVersion: 1,
      outcome,
      reason,
      ...facts,
      turns: ledger.turns(),
      ...ledger.account(),
      socket: savingsOf(facts.transport),
    }),
  };
}

export function summaryOf(run: TestRun): SuiteSummary {
  return { ...run.counts, failing: run.failing };
}

/** One row a test that was red before or after, then the others, each test once. */
export function resultRows(before: TestRun, after: TestRun | null): Report['tests']['results'] {
  const rows = new Map<string, { before: TestResult | null; after: TestResult | null }>();
  for (const result of before.results) rows.set(result.id, { before: result, after: null });
  for (const result of after?.results ?? []) rows.set(result.id, { before: rows.get(result.id)?.before ?? null, after: result });
  const list = [...rows].map(([id, row]) => ({
    id,
    file: (row.after ?? row.before)?.file ?? null,
    before: row.before?.status ?? null,
    after: row.after?.status ?? null,
    seconds: (row.after ?? row.before)?.seconds ?? null,
  }));
  const red = (row: (typeof list)[number]): number => Number(row.before !== 'failed' && row.after !== 'failed');
  return list.sort((a, b) => red(a) - red(b));
}
