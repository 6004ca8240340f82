import { randomBytes } from 'node:crypto';
import { itemEvents } from './events.ts';
import type { Mind, Step } from './mind.ts';
import type { CreateRequest } from './request.ts';
import type { Transcript } from './store.ts';
import type { Item, OutputItem, WireEvent } from './wire.ts';

export interface Answer {
  /** The response object, status `completed`. */
  readonly response: Readonly<Record<string, unknown>>;
  readonly transcript: Transcript;
}

/**
 * Answers one request: emits every event in order, numbered from 0, and returns the finished response.
 * `prior` is what the request continues. Never rejects, as the mind never does.
 */
export async function respond(
  request: CreateRequest,
  prior: Transcript | null,
  mind: Mind,
  emit: (event: WireEvent) => void,
): Promise<Answer> {
  let sequence = 0;
  const send = (event: WireEvent): void => {
    emit({ ...event, sequence_number: sequence, ...(request.streamId === null ? {} : { stream_id: request.streamId }) });
    sequence += 1;
  };
  const head = responseHead(request);
  send({ type: 'response.created', response: { ...head, status: 'in_progress' } });
  send({ type: 'response.in_progress', response: { ...head, status: 'in_progress' } });

  const items = [...(prior?.items ?? []), ...request.input];
  const output = request.generate ? outputItems(await mind.think({ items, callable: request.callable, parallel: request.parallel })) : [];
  if (!request.generate) mind.warm();
  for (const [index, item] of output.entries()) for (const event of itemEvents(item, index)) send(event);

  const transcript = extend(prior, request.input, output, head.id);
  const usage = estimateUsage(request, prior, request.input, output);
  const response = { ...head, status: 'completed', completed_at: seconds(), output, usage };
  send({ type: 'response.completed', response });
  return { response, transcript };
}

function outputItems(step: Step): readonly OutputItem[] {
  if (step.kind === 'text') {
    const part = { type: 'output_text', text: step.text, annotations: [], logprobs: [] } as const;
    return [
      { id: newId('msg'), type: 'message', role: 'assistant', status: 'completed', content: [{ ...part, annotations: [], logprobs: [] }] },
    ];
  }
  return step.calls.map((call) => ({
    id: newId('fc'),
    type: 'function_call',
    status: 'completed',
    call_id: newId('call'),
    name: call.name,
    arguments: call.arguments,
  }));
}

function responseHead(request: CreateRequest): { readonly id: string; readonly [field: string]: unknown } {
  return {
    id: newId('resp'),
    object: 'response',
    created_at: seconds(),
    completed_at: null,
    background: false,
    error: null,
    incomplete_details: null,
    model: request.model,
    output: [],
    previous_response_id: request.previousResponseId,
    store: request.store,
    usage: null,
    ...request.echo,
  };
}

function extend(prior: Transcript | null, input: readonly Item[], output: readonly Item[], id: string): Transcript {
  const fresh = [...input, ...output];
  return { id, items: [...(prior?.items ?? []), ...fresh], chars: (prior?.chars ?? 0) + size(fresh) };
}

/** Four characters a token: an estimate, as nothing here is billed. What the request continues counts as cached. */
function estimateUsage(request: CreateRequest, prior: Transcript | null, input: readonly Item[], output: readonly Item[]): unknown {
  const cached = tokens(prior?.chars ?? 0);
  const inputTokens = cached + tokens(size(input) + size([request.echo.instructions, request.echo.tools]));
  const outputTokens = tokens(size(output));
  return {
    input_tokens: inputTokens,
    input_tokens_details: { cached_tokens: cached, cache_write_tokens: 0 },
    output_tokens: outputTokens,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: inputTokens + outputTokens,
  };
}

function size(value: readonly unknown[]): number {
  return value.length === 0 ? 0 : JSON.stringify(value).length;
}

function tokens(chars: number): number {
  return Math.ceil(chars / 4);
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}

function newId(prefix: 'resp' | 'msg' | 'fc' | 'call'): string {
  return `${prefix}_${randomBytes(20).toString('hex')}`;
}
