// The events and the objects of a Responses server, made from a script.
import { randomBytes } from 'node:crypto';

export type Json = Record<string, unknown>;

export interface ScriptedCall {
  readonly name: string;
  /** An object, or the JSON text as a careless model would write it. */
  readonly arguments: object | string;
  readonly callId?: string;
}

/** What the scripted model says in one turn. Everything is optional: `{}` is an empty answer. */
export interface ScriptedTurn {
  readonly text?: string;
  readonly calls?: readonly ScriptedCall[];
  /** Adds a reasoning item with encrypted content (when the request includes it). */
  readonly reasoning?: boolean;
  /** `phase` of the message. */
  readonly phase?: 'commentary' | 'final_answer';
  /** Milliseconds before the first event. */
  readonly delayMs?: number;
  /** Milliseconds between events. */
  readonly paceMs?: number;
  /** Ends with `response.incomplete` and this reason; the last item is left half-written. */
  readonly incomplete?: string;
  /** Leaves `output` of the last event empty. */
  readonly emptyOutput?: boolean;
  /** Streams no items: they are in the last event only. */
  readonly onlyAtEnd?: boolean;
  /** Items before all others, as they are. */
  readonly extraItems?: readonly Json[];
  readonly usage?: { readonly input?: number; readonly cached?: number; readonly output?: number; readonly reasoning?: number };
}

export function newId(prefix: string): string {
  return `${prefix}_${randomBytes(12).toString('hex')}`;
}

/** The output items of a turn, complete. */
export function itemsOf(turn: ScriptedTurn, sealed: boolean): Json[] {
  const items: Json[] = [...(turn.extraItems ?? [])];
  if (turn.reasoning === true) {
    const content = sealed ? { encrypted_content: randomBytes(24).toString('base64') } : {};
    items.push({ type: 'reasoning', id: newId('rs'), summary: [], ...content });
  }
  if (turn.text !== undefined) {
    const content = [{ type: 'output_text', text: turn.text, annotations: [], logprobs: [] }];
    const phase = turn.phase === undefined ? {} : { phase: turn.phase };
    items.push({ type: 'message', id: newId('msg'), role: 'assistant', status: 'completed', content, ...phase });
  }
  for (const call of turn.calls ?? []) {
    const args = typeof call.arguments === 'string' ? call.arguments : JSON.stringify(call.arguments);
    const callId = call.callId ?? newId('call');
    items.push({ type: 'function_call', id: newId('fc'), call_id: callId, name: call.name, arguments: args, status: 'completed' });
  }
  const last = items.at(-1);
  if (turn.incomplete !== undefined && last !== undefined) last.status = 'incomplete';
  return items;
}

/** A whole `response` object. */
export function responseObject(id: string, request: Json, more: Json): Json {
  return {
    id,
    object: 'response',
    created_at: Math.floor(Date.now() / 1000),
    status: 'in_progress',
    model: request.model,
    output: [],
    error: null,
    incomplete_details: null,
    instructions: request.instructions ?? null,
    metadata: {},
    parallel_tool_calls: true,
    temperature: 1,
    top_p: 1,
    tool_choice: 'auto',
    tools: request.tools ?? [],
    previous_response_id: request.previous_response_id ?? null,
    store: request.store ?? true,
    usage: null,
    ...more,
  };
}

export function usageObject(turn: ScriptedTurn): Json {
  const { input = 100, cached = 0, output = 10, reasoning = 0 } = turn.usage ?? {};
  return {
    input_tokens: input,
    input_tokens_details: { cached_tokens: cached },
    output_tokens: output,
    output_tokens_details: { reasoning_tokens: reasoning },
    total_tokens: input + output,
  };
}

/** The events of one item, from `output_item.added` to `output_item.done`. */
function itemEvents(item: Json, index: number): Json[] {
  const place = { item_id: item.id, output_index: index };
  const added = { type: 'response.output_item.added', output_index: index, item: { ...item, status: 'in_progress' } };
  const done = { type: 'response.output_item.done', output_index: index, item };
  if (item.type === 'function_call') {
    return [
      { ...added, item: { ...added.item, arguments: '' } },
      { type: 'response.function_call_arguments.delta', ...place, delta: item.arguments },
      { type: 'response.function_call_arguments.done', ...place, name: item.name, arguments: item.arguments },
      done,
    ];
  }
  if (item.type === 'message' && Array.isArray(item.content)) {
    const part = item.content[0];
    const at = { ...place, content_index: 0 };
    return [
      { ...added, item: { ...added.item, content: [] } },
      { type: 'response.content_part.added', ...at, part: { ...part, text: '' } },
      { type: 'response.output_text.delta', ...at, delta: part.text, logprobs: [] },
      { type: 'response.output_text.done', ...at, text: part.text, logprobs: [] },
      { type: 'response.content_part.done', ...at, part },
      done,
    ];
  }
  return [added, done];
}

/** All events of one response, in order, numbered. */
export function eventsOf(id: string, request: Json, turn: ScriptedTurn, items: readonly Json[]): Json[] {
  const started = responseObject(id, request, {});
  const ended = responseObject(id, request, {
    status: turn.incomplete === undefined ? 'completed' : 'incomplete',
    incomplete_details: turn.incomplete === undefined ? null : { reason: turn.incomplete },
    output: turn.emptyOutput === true ? [] : items,
    usage: usageObject(turn),
  });
  const events = [
    { type: 'response.created', response: started },
    { type: 'response.in_progress', response: started },
    ...(turn.onlyAtEnd === true ? [] : items.flatMap(itemEvents)),
    { type: turn.incomplete === undefined ? 'response.completed' : 'response.incomplete', response: ended },
  ];
  return events.map((event, number) => ({ ...event, sequence_number: number }));
}
