// Several attempts at one failure, side by side: the first whose fix is proved wins.
import type { Workspace } from '../workspace/index.ts';
import type { Attempt, AttemptJob } from './attempt.ts';
import { patchOf } from './patch-of.ts';
import { shareBudget } from './shared-budget.ts';
import type { AgentEvent, AgentResult } from './types.ts';

export type Candidate = Extract<AgentResult, { readonly kind: 'candidate' }>;

export interface RaceJob extends AttemptJob {
  /** Whether a candidate holds on a clean copy. Asked for one at a time. */
  readonly holds: (candidate: Candidate) => Promise<boolean>;
}

export interface RaceResult {
  readonly result: AgentResult;
  readonly by: Attempt;
}

/** What is told when nothing was proved: the more was learned, the sooner. */
const worth: Readonly<Record<AgentResult['kind'], number>> = { candidate: 5, 'gave-up': 4, budget: 3, provider: 2, aborted: 1 };

/**
 * Runs the attempts at once, each with a workspace of its own, on one budget. When a candidate is proved the others are cancelled
 * and waited for. The job's own workspace holds the result afterwards. Throws what an attempt throws, after all have ended.
 */
export async function race(attempts: readonly Attempt[], job: RaceJob): Promise<RaceResult> {
  const stop = new AbortController();
  const signal = job.signal === undefined ? stop.signal : AbortSignal.any([job.signal, stop.signal]);
  const shares = shareBudget(job.budget, attempts.length);
  const emitFor = numberedTogether(job.emit);
  const ended: RaceResult[] = [];
  let winner: RaceResult | null = null;
  let proving: Promise<unknown> = Promise.resolve();

  const prove = async (entry: RaceResult, candidate: Candidate): Promise<void> => {
    if (winner !== null || signal.aborted || !(await job.holds(candidate)) || winner !== null) return;
    winner = entry;
    stop.abort();
  };

  const runOne = async (by: Attempt, index: number): Promise<void> => {
    const share = shares[index];
    if (share === undefined) return;
    await using own = await workspaceOf(job.workspace, index);
    const evidence = [job.evidence, index === 0 ? null : otherWay(index, attempts.length)].filter(Boolean).join('\n\n') || null;
    const emit = emitFor();
    try {
      const result = await by.repair({ ...job, workspace: own.workspace, budget: share.budget, evidence, emit, signal });
      const entry = { result, by };
      ended.push(entry);
      if (result.kind !== 'candidate') return;
      const proof = proving.then(() => prove(entry, result));
      proving = proof.catch(() => {});
      await proof;
    } finally {
      share.leave();
    }
  };

  const settled = await Promise.allSettled(attempts.map(runOne));
  const failed = settled.find((one) => one.status === 'rejected');
  if (winner === null && failed !== undefined) throw failed.reason;
  const best: RaceResult | undefined = winner ?? [...ended].sort((a, b) => worth[b.result.kind] - worth[a.result.kind])[0];
  if (best === undefined) throw new Error('no attempt ended');
  await job.workspace.reset(patchOf(best.result) ?? undefined);
  return best;
}

interface OwnWorkspace extends AsyncDisposable {
  readonly workspace: Workspace;
}

/** The first attempt works in the run's own copy, which outlives it. */
async function workspaceOf(workspace: Workspace, index: number): Promise<OwnWorkspace> {
  if (index === 0) return { workspace, [Symbol.asyncDispose]: async () => {} };
  const fork = await workspace.fork();
  return { workspace: fork, [Symbol.asyncDispose]: () => fork[Symbol.asyncDispose]() };
}

function otherWay(index: number, count: number): string {
  return `You are attempt ${index + 1} of ${count} that work side by side, each on a copy of its own. Look for another cause or another fix than the first that comes to mind.`;
}

/** Turns of all attempts get numbers of one row, in the order in which they start. */
function numberedTogether(emit: (event: AgentEvent) => void): () => (event: AgentEvent) => void {
  let last = 0;
  return () => {
    const numbers = new Map<number, number>();
    return (event) => {
      if (!('turn' in event)) return emit(event);
      if (event.type === 'turn-started') numbers.set(event.turn, ++last);
      emit({ ...event, turn: numbers.get(event.turn) ?? event.turn });
    };
  };
}
