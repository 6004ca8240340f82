import { randomBytes } from 'node:crypto';
import type { Bounds } from './bounds.ts';
import { itemEvents, openingEvents } from './events.ts';
import type { Mind, Prompt, Step } from './mind.ts';
import type { CreateRequest } from './request.ts';
import type { KeptResponse, ResponseObject } from './store.ts';
import { callableTools } from './tool-offer.ts';
import { conversationError, extend, sizeOf, type Transcript } from './transcript.ts';
import type { Item, OutputItem, WireError, WireEvent } from './wire.ts';

/** Takes the events of a response. A promise holds back the next one: the reader is slow. */
export type Emit = (event: WireEvent) => Promise<void> | undefined;

export interface RespondOptions {
  readonly mind: Mind;
  readonly bounds: Bounds;
  readonly emit: Emit;
  /** Called before the last event goes out: the next request may follow at once. */
  readonly keep: (kept: KeptResponse) => void;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/**
 * Answers one request: emits every event in order, numbered from 0, and returns the finished response. `prior` is what the request
 * continues. A request that cannot be answered is refused before the first event: then the answer is the error.
 */
export async function respond(
  request: CreateRequest,
  prior: Transcript | null,
  options: RespondOptions,
): Promise<ResponseObject | WireError> {
  const { mind, bounds, keep, signal } = options;
  const items = [...(prior?.items ?? []), ...request.input];
  const inputChars = sizeOf(request.input);
  const error = request.generate ? conversationError(items, (prior?.chars ?? 0) + inputChars, bounds) : null;
  if (error !== null) return error;

  const send = numbered(options.emit, request.streamId);
  const head = responseHead(request);
  for (const event of openingEvents({ ...head, status: 'in_progress' })) await send(event);

  if (!request.generate) mind.warm();
  const output = request.generate ? outputItems(await mind.think(promptOf(request, items), signal)) : [];
  for (const [index, item] of output.entries()) for (const event of itemEvents(item, index)) await send(event);

  const usage = estimateUsage(request, prior?.chars ?? 0, inputChars, output);
  const response: ResponseObject = { ...head, status: 'completed', completed_at: seconds(), output, usage };
  keep({ transcript: extend(prior, [...request.input, ...output], head.id), response, output });
  await send({ type: 'response.completed', response });
  return response;
}

function numbered(emit: Emit, streamId: string | null): Emit {
  const lane = streamId === null ? {} : { stream_id: streamId };
  let sequence = 0;
  return (event) => emit({ ...event, sequence_number: sequence++, ...lane });
}

function promptOf({ tools, toolChoice, parallel }: CreateRequest, items: readonly Item[]): Prompt {
  return { items, callable: callableTools(tools, items, toolChoice), parallel };
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

/** Four characters a token: an estimate, as nothing here is billed. What the request continues counts as cached. */
function estimateUsage(request: CreateRequest, priorChars: number, inputChars: number, output: readonly Item[]): unknown {
  const cached = tokens(priorChars);
  const inputTokens = cached + freshTokens(request, inputChars);
  const outputTokens = tokens(sizeOf(output));
  return {
    input_tokens: inputTokens,
    input_tokens_details: { cached_tokens: cached, cache_write_tokens: 0 },
    output_tokens: outputTokens,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: inputTokens + outputTokens,
  };
}

/** Without what the request continues. */
function freshTokens({ echo }: CreateRequest, inputChars: number): number {
  return tokens(inputChars + sizeOf([echo.instructions, echo.tools]));
}

/** What `usage` would say of the input of this request. */
export function inputTokensOf(request: CreateRequest, prior: Transcript | null): number {
  return tokens(prior?.chars ?? 0) + freshTokens(request, sizeOf(request.input));
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
