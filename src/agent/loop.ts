import { type Conversation, type FunctionCall, type InputItem, type OutputItem, ResponsesError, type Turn } from '../responses/index.ts';
import { type TimeBound, timeBound, type Workspace } from '../workspace/index.ts';
import { clip, errorAnswer } from './answers.ts';
import { type Budget, limitWords, type Spending } from './budget.ts';
import { parseEngineNote } from './engine-note.ts';
import { lastTurnPrompt, nudge, warningPrompt } from './prompt.ts';
import type { TokenEstimate } from './token-estimate.ts';
import type { ToolAnswer, ToolHost } from './tool-host.ts';
import { judgingTools, readOnlyTools } from './tools.ts';
import type { AgentEvent, AgentResult, LimitName } from './types.ts';

export interface AgentOptions {
  readonly conversation: Conversation;
  readonly tools: ToolHost;
  readonly workspace: Workspace;
  readonly brief: string;
  readonly budget: Budget;
  readonly emit: (event: AgentEvent) => void;
  readonly signal: AbortSignal;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly estimate: TokenEstimate;
  /** Reserved for the output of every turn before it is sent, in tokens. */
  readonly outputReserve: number;
}

/** Turns without a call while tests are still red: after the second the attempt ends. */
const patience = 2;

/** What is kept of a model's text, in characters. */
const wordsKept = 20_000;

/**
 * The bounded loop: a turn, its tool calls, the next turn. Never throws for what the model, the endpoint or the repository does; every end
 * is a value. Read-only tools start while the response still streams, effects wait until it is complete; what only
 * runs tests may go side by side; outputs go back in call order.
 */
export async function runAgent(options: AgentOptions): Promise<AgentResult> {
  const { workspace, budget, emit, signal } = options;
  using deadline = timeBound(budget.remainingMs(), signal);
  deadline.rest();
  let input: InputItem[] = [userMessage(options.brief)];
  let green = false;
  let idle = 0;
  let lastWords = '';

  const giveUp = (reason: string, diagnosis: string): AgentResult => ({ kind: 'gave-up', reason, diagnosis, alternatives: [] });

  for (let turn = 1; ; turn++) {
    if (signal.aborted) return { kind: 'aborted' };
    // One more turn than this one must fit: the last is kept for a written diagnosis. The first has nothing to diagnose yet.
    const limit = budget.refuses(spendingOf(options, input, green || turn === 1 ? 1 : 2));
    if (limit !== null) {
      // Awaited: what is merely returned goes on after the deadline was disposed of, without one.
      return green ? await candidate(workspace, lastWords) : await endAtLimit(options, deadline, input, turn, limit, lastWords);
    }

    const answered = await takeTurn(options, deadline, input, turn);
    if ('failed' in answered) {
      if (signal.aborted) return { kind: 'aborted' };
      if (answered.late && !green) return await atBound(options, 'minutes', lastWords || answered.failed);
      return green ? await candidate(workspace, lastWords) : { kind: 'provider', reason: answered.failed, diagnosis: lastWords || null };
    }
    const { result, answers } = answered;
    lastWords = clip(result.text, wordsKept) || lastWords;

    const gaveUp = answers.find((answer) => answer.gaveUp)?.gaveUp;
    if (gaveUp) return giveUp(gaveUp.reason, gaveUp.diagnosis);
    for (const { edited } of answers) {
      if (!edited) continue;
      emit({ type: 'edited', diff: edited.diff });
      green = edited.green;
      if (edited.stuck) return giveUp('The same edit led to the same failure twice.', lastWords || 'The attempt went round in circles.');
    }
    if (green && answers.some((answer) => answer.edited)) emit({ type: 'tests-green', patch: workspace.patch() });

    if (result.calls.length === 0) {
      if (green) return await candidate(workspace, result.text);
      idle += 1;
      if (idle >= patience) return giveUp('The model stopped without a fix.', lastWords);
      input = [userMessage(typeof result.status === 'object' ? `Your answer was cut (${result.status.incomplete}). ${nudge}` : nudge)];
      continue;
    }
    idle = 0;
    input = [...outputsOf(result.calls, answers), ...warningsOf(budget, emit)];
  }
}

type Answered =
  | { readonly result: Turn; readonly answers: readonly ToolAnswer[] }
  /** `late`: the time was up before the answer was whole. */
  | { readonly failed: string; readonly late: boolean };

async function takeTurn(options: AgentOptions, deadline: TimeBound, input: readonly InputItem[], turn: number): Promise<Answered> {
  const { conversation, emit, budget } = options;
  deadline.renew(budget.remainingMs());
  const early = new Map<string, Promise<ToolAnswer>>();
  const start = (call: FunctionCall, use: () => Promise<ToolAnswer>): void => {
    const key = keyOf(call);
    if (early.has(key)) return;
    const answer = use();
    // A try that is lost leaves answers nobody asks for.
    answer.catch(() => {});
    early.set(key, answer);
  };
  emit({ type: 'turn-started', turn });
  try {
    const result = await conversation.turn(input, {
      signal: deadline.signal,
      onItem: (item) => {
        const call = callOf(item);
        if (call && readOnlyTools.has(call.name)) start(call, () => useTool(options, call, turn));
      },
    });
    deadline.rest();
    budget.spendTurn(options.estimate.counted(result.usage, conversation.contextBytes));
    emit({ type: 'turn-ended', turn, result });
    const answers: ToolAnswer[] = [];
    for (const [index, call] of result.calls.entries()) {
      for (const beside of sideBySide(result.calls.slice(index))) start(beside, () => answerTo(options, beside, result, turn));
      answers.push(await (early.get(keyOf(call)) ?? answerTo(options, call, result, turn)));
    }
    return { result, answers };
  } catch (error) {
    await Promise.allSettled(early.values());
    if (!(error instanceof ResponsesError)) throw error;
    const late = deadline.expired() && error.kind === 'aborted';
    return { failed: late ? 'The model had not answered when the time was up.' : error.message, late };
  }
}

/** The first of `calls` that only judge, each by another tool: the tests run while candidates are tried. */
function sideBySide(calls: readonly FunctionCall[]): readonly FunctionCall[] {
  const end = calls.findIndex(({ name }, at) => !judgingTools.has(name) || calls.slice(0, at).some((other) => other.name === name));
  return end < 0 ? calls : calls.slice(0, end);
}

/** An answer that was cut may have been meant otherwise: only a completed one has effects. */
async function answerTo(options: AgentOptions, call: FunctionCall, { status }: Turn, turn: number): Promise<ToolAnswer> {
  if (status === 'completed' || readOnlyTools.has(call.name)) return await useTool(options, call, turn);
  const output = errorAnswer(`Not done: your answer was cut (${status.incomplete}). Send the call again, in a shorter answer.`);
  return { output, testSeconds: 0 };
}

/** A try that was lost may have asked for something else under the same id. */
function keyOf({ callId, name, arguments: json }: FunctionCall): string {
  return `${callId}\0${name}\0${json}`;
}

async function useTool({ tools, emit, signal, now }: AgentOptions, call: FunctionCall, turn: number): Promise<ToolAnswer> {
  emit({ type: 'tool-started', turn, call, at: now() });
  const answer = await tools.call(call, signal);
  const { output, testSeconds, note, suspects } = answer;
  emit({ type: 'tool-ended', turn, call, output, at: now(), testSeconds, ...(note === undefined ? {} : { note }) });
  if (suspects !== undefined) emit({ type: 'suspected', suspects });
  return answer;
}

/** The last turn: no tools, only what was learned. What was changed so far is kept as the best patch. */
async function endAtLimit(
  options: AgentOptions,
  deadline: TimeBound,
  input: readonly InputItem[],
  turn: number,
  limit: LimitName,
  lastWords: string,
): Promise<AgentResult> {
  const { conversation, budget, emit, signal } = options;
  const ask = [...input, userMessage(lastTurnPrompt(limitWords[limit]))];
  if (turn === 1 || budget.refuses(spendingOf(options, ask, 1)) !== null) return atBound(options, limit, lastWords);
  deadline.renew(budget.remainingMs());
  emit({ type: 'turn-started', turn });
  try {
    const result = await conversation.turn(ask, { signal: deadline.signal });
    budget.spendTurn(options.estimate.counted(result.usage, conversation.contextBytes));
    emit({ type: 'turn-ended', turn, result });
    return await atBound(options, limit, clip(result.text, wordsKept) || lastWords);
  } catch (error) {
    if (error instanceof ResponsesError) return signal.aborted ? { kind: 'aborted' } : atBound(options, limit, lastWords);
    throw error;
  }
}

async function atBound({ workspace }: AgentOptions, limit: LimitName, diagnosis: string): Promise<AgentResult> {
  const patch = await workspace.patch();
  return { kind: 'budget', limit, diagnosis, best: patch.text === '' ? null : patch };
}

async function candidate(workspace: Workspace, text: string): Promise<AgentResult> {
  const { explanation, source, alternatives } = parseEngineNote(text);
  return { kind: 'candidate', patch: await workspace.patch(), explanation: clip(explanation, wordsKept), source, alternatives };
}

function outputsOf(calls: readonly FunctionCall[], answers: readonly ToolAnswer[]): InputItem[] {
  return calls.map((call, index) => ({ type: 'function_call_output', call_id: call.callId, output: answers[index]?.output ?? '' }));
}

function warningsOf(budget: Budget, emit: (event: AgentEvent) => void): InputItem[] {
  const used = budget.used();
  return budget.warnings().map((limit) => {
    emit({ type: 'budget-warning', limit, used: used[limit], of: budget.limits[limit] });
    return userMessage(warningPrompt(limitWords[limit], used[limit].toFixed(1), String(budget.limits[limit])));
  });
}

function callOf(item: OutputItem): FunctionCall | null {
  return item.type === 'function_call' ? { callId: item.call_id, name: item.name, arguments: item.arguments } : null;
}

function userMessage(text: string): InputItem {
  return { type: 'message', role: 'user', content: [{ type: 'input_text', text }] };
}

/** What the next `turns` turns take at least: everything so far with the new input, and the reserved output. */
function spendingOf({ conversation, estimate, outputReserve }: AgentOptions, input: readonly InputItem[], turns: number): Spending {
  return { turns, inputTokens: turns * estimate.next(conversation.contextBytes, input), outputTokens: turns * outputReserve };
}
