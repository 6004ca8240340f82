// What the tape says: the events of one response, in the order and the shape of the real ones.
import { randomBytes } from 'node:crypto';

export type Json = Readonly<Record<string, unknown>>;

export interface Script {
  /** The events before the model begins. */
  readonly opening: readonly Json[];
  /** What the model writes, to be spread over its time. */
  readonly written: readonly Json[];
  /** The last event. */
  readonly closing: Json;
  readonly id: string;
}

interface Ask {
  readonly request: Json;
  /** Null: nothing is generated. `message`: the last turn. */
  readonly kind: 'warm-up' | 'call' | 'message';
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** Pieces a response is streamed in. */
const PIECES = 12;
const CHARS_PER_TOKEN = 4;

export function scriptOf(ask: Ask): Script {
  const id = newId('resp');
  const item = ask.kind === 'warm-up' ? null : ask.kind === 'call' ? callItem(ask) : messageItem(ask.outputTokens);
  const started = responseOf(id, ask, 'in_progress', []);
  const opening = [
    { type: 'response.created', response: started },
    { type: 'response.in_progress', response: started },
  ];
  const written = item === null ? [] : eventsOf(item);
  const closing = { type: 'response.completed', response: responseOf(id, ask, 'completed', item === null ? [] : [item]) };
  const number = (event: Json, index: number): Json => ({ ...event, sequence_number: index });
  return {
    id,
    opening: opening.map(number),
    written: written.map((event, index) => number(event, opening.length + index)),
    closing: number(closing, opening.length + written.length),
  };
}

function responseOf(id: string, { request, inputTokens, outputTokens, kind }: Ask, status: string, output: readonly Json[]): Json {
  const written = kind === 'warm-up' ? 0 : outputTokens;
  return {
    id,
    object: 'response',
    created_at: Math.floor(Date.now() / 1000),
    status,
    model: request.model,
    output,
    error: null,
    incomplete_details: null,
    // A real server repeats what it was told.
    instructions: request.instructions ?? null,
    tools: request.tools ?? [],
    metadata: {},
    parallel_tool_calls: true,
    temperature: 1,
    top_p: 1,
    tool_choice: 'auto',
    previous_response_id: request.previous_response_id ?? null,
    store: request.store ?? true,
    usage: {
      input_tokens: inputTokens,
      input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
      output_tokens: written,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: inputTokens + written,
    },
  };
}

/** Codex keeps its plan in a tool of its own, which costs it no process: the cheapest there is. Everybody else reads a file. */
function callItem({ request, outputTokens }: Ask): Json {
  const tools: readonly Json[] = Array.isArray(request.tools) ? request.tools : [];
  const text = 'looks at the next place '.repeat(100).slice(0, Math.max(16, outputTokens * CHARS_PER_TOKEN - 60));
  const planned = tools.some(({ name }) => name === 'update_plan');
  // The Action itself brings its own tools, and the files of a real repository.
  const lines = JSON.stringify(tools).includes('start_line');
  const read = lines ? { path: 'src/cart.js', start_line: null, end_line: null } : { path: 'src/cart.js', note: text };
  const body = planned ? { plan: [{ step: text, status: 'in_progress' }] } : read;
  return {
    type: 'function_call',
    id: newId('fc'),
    call_id: newId('call'),
    name: planned ? 'update_plan' : 'read',
    arguments: JSON.stringify(body),
    status: 'completed',
  };
}

function messageItem(outputTokens: number): Json {
  const text = 'The sum was rounded twice. '.repeat(100).slice(0, Math.max(16, outputTokens * CHARS_PER_TOKEN));
  const content = [{ type: 'output_text', text, annotations: [], logprobs: [] }];
  return { type: 'message', id: newId('msg'), role: 'assistant', status: 'completed', content };
}

function eventsOf(item: Json): Json[] {
  const place = { item_id: item.id, output_index: 0 };
  const done = { type: 'response.output_item.done', output_index: 0, item };
  const added = { type: 'response.output_item.added', output_index: 0, item: { ...item, status: 'in_progress' } };
  if (typeof item.arguments === 'string') {
    const deltas = piecesOf(item.arguments).map((delta) => ({ type: 'response.function_call_arguments.delta', ...place, delta }));
    const whole = { type: 'response.function_call_arguments.done', ...place, name: item.name, arguments: item.arguments };
    return [{ ...added, item: { ...added.item, arguments: '' } }, ...deltas, whole, done];
  }
  const part = Array.isArray(item.content) ? item.content[0] : {};
  const at = { ...place, content_index: 0 };
  return [
    { ...added, item: { ...added.item, content: [] } },
    { type: 'response.content_part.added', ...at, part: { ...part, text: '' } },
    ...piecesOf(part.text).map((delta) => ({ type: 'response.output_text.delta', ...at, delta, logprobs: [] })),
    { type: 'response.output_text.done', ...at, text: part.text, logprobs: [] },
    { type: 'response.content_part.done', ...at, part },
    done,
  ];
}

function piecesOf(text: string): string[] {
  const size = Math.ceil(text.length / PIECES);
  return Array.from({ length: Math.ceil(text.length / size) }, (_, index) => text.slice(index * size, (index + 1) * size));
}

function newId(prefix: string): string {
  return `${prefix}_${randomBytes(12).toString('hex')}`;
}
