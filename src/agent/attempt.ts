import type { Conversation, Turn } from '../responses/index.ts';
import type { Suite, TestResult } from '../suite/index.ts';
import { createTrials, openGlance } from '../trial/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { engineLimits, hostedLimits } from './answers.ts';
import { writeBrief } from './brief.ts';
import type { Budget } from './budget.ts';
import { runAgent } from './loop.ts';
import { maxOutputTokens, type OpenModel } from './model.ts';
import { createToolHost } from './tool-host.ts';
import type { AgentEvent, AgentResult, Diagnosis } from './types.ts';

export interface AttemptJob {
  readonly workspace: Workspace;
  readonly suite: Suite;
  readonly diagnosis: Diagnosis;
  readonly failing: readonly TestResult[];
  /** Seconds the failing tests alone take. */
  readonly failingSeconds: number;
  readonly budget: Budget;
  readonly evidence: string | null;
  readonly emit: (event: AgentEvent) => void;
  readonly now: () => number;
  /** Ends this attempt alone. */
  readonly signal?: AbortSignal | undefined;
}

/** One line of thought: a conversation, and the loop that runs over it when the failure is known. */
export interface Attempt extends AsyncDisposable {
  readonly conversation: Conversation;
  /** The warm-up, where there is one: its usage is billed. */
  readonly warm: Promise<Turn | null>;
  repair(job: AttemptJob): Promise<AgentResult>;
}

/** Lets the model prepare, which may be billed, and repairs when the failure is known. */
export function openAttempt(model: OpenModel, signal: AbortSignal): Attempt {
  return attemptOf(model, model.warm(), signal);
}

/** The further attempts of a model: the first one connects and prepares for all. */
export function openRivals({ rivals }: OpenModel, signal: AbortSignal): readonly Attempt[] {
  return rivals.map((model) => attemptOf(model, Promise.resolve(null), signal));
}

function attemptOf({ choice, conversation, estimate }: OpenModel, warm: Promise<Turn | null>, runSignal: AbortSignal): Attempt {
  const repair = async (job: AttemptJob): Promise<AgentResult> => {
    const { workspace, suite, diagnosis, budget, emit, now } = job;
    const signal = job.signal === undefined ? runSignal : AbortSignal.any([runSignal, job.signal]);
    const limits = choice.isEngine ? engineLimits : hostedLimits;
    const used = budget.used();
    await using trials = createTrials(workspace, suite);
    const { baseline } = diagnosis;
    // Where nothing can be undone, many candidates come: while they are made, the processes that judge them start.
    if (choice.isEngine && diagnosis.change === null) void trials.prepare({ ...job, baseline });
    await using glance = choice.isEngine ? null : openGlance(workspace, suite, { ...job, baseline });
    const brief = await writeBrief({
      diagnosis,
      workspace,
      limits,
      forEngine: choice.isEngine,
      evidence: job.evidence,
      budget: {
        seconds: Math.max(0, budget.remainingMs() / 1000),
        testRuns: budget.limits.testRuns - used.testRuns,
        turns: budget.limits.turns - used.turns - 1,
      },
    });
    const toolHost = createToolHost({
      workspace,
      suite,
      trials,
      glance,
      budget,
      limits,
      failing: job.failing,
      baseline,
      failingSeconds: job.failingSeconds,
      forEngine: choice.isEngine,
    });
    const result = await runAgent({
      conversation,
      tools: toolHost,
      workspace,
      brief,
      budget,
      emit: (event) => emit(event.type === 'turn-ended' ? { ...event, model: choice.model } : event),
      signal,
      now,
      estimate,
      outputReserve: choice.isEngine ? 0 : maxOutputTokens,
    });
    // Cut short by a bound, the engine had no time to say how it was found.
    return choice.isEngine && result.kind === 'candidate' && result.source === 'model' ? { ...result, source: 'template' } : result;
  };

  return {
    conversation,
    warm,
    repair,
    [Symbol.asyncDispose]: () => conversation.close(),
  };
}
