import type { Bounds } from './bounds.ts';
import { badRequest, type Item, type WireError } from './wire.ts';

/** What a response id stands for: everything said up to and including that response. */
export interface Transcript {
  readonly id: string;
  readonly items: readonly Item[];
  /** Size of `items` as JSON, in UTF-16 units. */
  readonly chars: number;
}

export function extend(prior: Transcript | null, fresh: readonly Item[], id: string): Transcript {
  return { id, items: [...(prior?.items ?? []), ...fresh], chars: (prior?.chars ?? 0) + sizeOf(fresh) };
}

/** As JSON, in UTF-16 units. */
export function sizeOf(value: readonly unknown[]): number {
  return value.length === 0 ? 0 : JSON.stringify(value).length;
}

/** Why nothing can be said next in this conversation; null when something can. Every call needs its output, and every output its call. */
export function conversationError(items: readonly Item[], chars: number, bounds: Bounds): WireError | null {
  if (items.length > bounds.items || chars > bounds.conversationChars)
    return badRequest('the conversation is longer than this server keeps', 'input', 'context_length_exceeded');
  const calls = new Set<unknown>();
  const answered = new Set<unknown>();
  for (const { type, call_id: id } of items) {
    if (type === 'function_call') calls.add(id);
    if (type !== 'function_call_output') continue;
    if (!calls.has(id)) return badRequest(`No tool call found for function call output with call_id ${shown(id)}.`, 'input');
    answered.add(id);
  }
  const open = [...calls].find((id) => !answered.has(id));
  return open === undefined ? null : badRequest(`No tool output found for function call ${shown(open)}.`, 'input');
}

function shown(id: unknown): string {
  return typeof id === 'string' ? id.slice(0, 100) : '(none)';
}
