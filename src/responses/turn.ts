import { isCutShort } from './ledger.ts';
import type { Answer } from './reader.ts';
import type { FunctionCall, OutputItem, Turn, TurnTiming, Usage } from './types.ts';

/** What one turn costs over all its tries. */
export interface Tally {
  readonly sentAt: number;
  connectMs: number;
  bytesSent: number;
  /** Of the last try: what an earlier one left out may have been sent after all. */
  bytesNotResent: number;
  mode: TurnTiming['mode'];
  usage: Usage;
}

export function newTally(sentAt: number): Tally {
  const usage = { inputTokens: 0, cachedTokens: 0, outputTokens: 0, reasoningTokens: 0 };
  return { sentAt, connectMs: 0, bytesSent: 0, bytesNotResent: 0, mode: 'full', usage };
}

/** Tokens of tries that failed were spent all the same. */
export function addUsage(tally: Tally, usage: Usage | null): void {
  if (usage === null) return;
  tally.usage = {
    inputTokens: tally.usage.inputTokens + usage.inputTokens,
    cachedTokens: tally.usage.cachedTokens + usage.cachedTokens,
    outputTokens: tally.usage.outputTokens + usage.outputTokens,
    reasoningTokens: tally.usage.reasoningTokens + usage.reasoningTokens,
  };
}

export function turnOf(answer: Answer, tally: Tally): Turn {
  const { items } = answer;
  addUsage(tally, answer.usage);
  const { sentAt, connectMs, bytesSent, bytesNotResent, mode, usage } = tally;
  return {
    items,
    calls: callsOf(items),
    text: textOf(items),
    usage,
    timing: { mode, sentAt, firstEventAt: answer.firstEventAt, completedAt: answer.completedAt, connectMs, bytesSent, bytesNotResent },
    status: answer.status,
  };
}

/** The calls that can be executed and answered: whole ones. */
function callsOf(items: readonly OutputItem[]): FunctionCall[] {
  return items.flatMap((item) =>
    item.type === 'function_call' && !isCutShort(item.status) ? [{ callId: item.call_id, name: item.name, arguments: item.arguments }] : [],
  );
}

function textOf(items: readonly OutputItem[]): string {
  const parts = items.flatMap((item) => (item.type === 'message' ? item.content : []));
  return parts.map((part) => (part.type === 'output_text' ? part.text : part.type === 'refusal' ? part.refusal : '')).join('');
}
