import { type Conversation, openConversation, type Turn } from '../responses/index.ts';
import type { Suite, TestResult } from '../suite/index.ts';
import { createTrials } from '../trial/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { engineLimits, hostedLimits } from './answers.ts';
import { writeBrief } from './brief.ts';
import type { Budget } from './budget.ts';
import { runAgent } from './loop.ts';
import { instructionsFor } from './prompt.ts';
import { createTokenEstimate } from './token-estimate.ts';
import { createToolHost } from './tool-host.ts';
import { toolDefinitions } from './tools.ts';
import type { AgentEvent, AgentResult, Diagnosis } from './types.ts';

/** Which model repairs, and how it is reached. */
export interface ModelChoice {
  readonly baseUrl: string;
  readonly apiKey: string | null;
  readonly model: string;
  readonly reasoningEffort: string | null;
  readonly serviceTier: string | null;
  readonly instructions: string | null;
  readonly transport: 'auto' | 'websocket' | 'http';
  /** The built-in engine takes larger candidates and reads whole files. */
  readonly isEngine: boolean;
}

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
}

/** One line of thought: a conversation that connects at once, and the loop that runs over it when the failure is known. */
export interface Attempt extends AsyncDisposable {
  readonly conversation: Conversation;
  /** The warm-up, where there is one: its usage is billed. */
  readonly warm: Promise<Turn | null>;
  repair(job: AttemptJob): Promise<AgentResult>;
}

/** Output tokens a turn may take; reserved before it is sent. */
const maxOutputTokens = 16_000;

export function openAttempt(choice: ModelChoice, signal: AbortSignal, onNotice: (text: string) => void): Attempt {
  const instructions = instructionsFor(choice.instructions);
  const tools = toolDefinitions(choice.isEngine);
  const estimate = createTokenEstimate(Buffer.byteLength(JSON.stringify([instructions, tools])));
  const conversation = openConversation({
    baseUrl: choice.baseUrl,
    apiKey: choice.apiKey,
    transport: choice.transport,
    signal,
    onNotice,
    fields: {
      model: choice.model,
      instructions,
      tools,
      ...(choice.reasoningEffort ? { reasoningEffort: choice.reasoningEffort } : {}),
      ...(choice.serviceTier ? { serviceTier: choice.serviceTier } : {}),
      ...(choice.isEngine ? {} : { maxOutputTokens }),
    },
  });
  const warm = conversation.connect().then(() => conversation.warm([]));

  const repair = async (job: AttemptJob): Promise<AgentResult> => {
    const { workspace, suite, diagnosis, budget, emit, now } = job;
    const limits = choice.isEngine ? engineLimits : hostedLimits;
    const used = budget.used();
    await using trials = createTrials(workspace, suite);
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
      budget,
      limits,
      failing: job.failing,
      baseline: diagnosis.baseline,
      failingSeconds: job.failingSeconds,
      forEngine: choice.isEngine,
    });
    const result = await runAgent({
      conversation,
      tools: toolHost,
      workspace,
      brief,
      budget,
      emit,
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
