// What the server may say, read from JSON of any shape. Nothing beyond this file looks at unchecked data.
import type { OutputItem, Usage } from './types.ts';

export interface WireError {
  readonly status: number | null;
  readonly code: string | null;
  readonly message: string;
  readonly param: string | null;
  readonly retryAfterMs: number | null;
}

export interface WireResponse {
  readonly id: string | null;
  readonly status: 'completed' | 'incomplete' | 'failed';
  /** May be empty although items were streamed. */
  readonly output: readonly OutputItem[];
  readonly usage: Usage | null;
  readonly error: WireError | null;
  readonly incompleteReason: string | null;
}

/** An event and the lane it belongs to (`stream_id`); null: the default one, or the whole connection. */
export type ServerEvent = EventBody & { readonly lane: string | null };

type EventBody =
  | { readonly type: 'started'; readonly responseId: string | null }
  | { readonly type: 'item'; readonly index: number | null; readonly item: OutputItem; readonly responseId: string | null }
  | { readonly type: 'end'; readonly response: WireResponse }
  | { readonly type: 'error'; readonly error: WireError }
  /** Part of the protocol, of no use to us (deltas). */
  | { readonly type: 'progress' }
  /** Not part of the protocol as we know it: never an error, never a sign that the model has begun. */
  | { readonly type: 'unknown' };

type Json = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function record(value: unknown): Json {
  return isRecord(value) ? value : {};
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function count(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : 0;
}

export function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

/**
 * The events of one frame or one SSE event; null when it is no JSON object at all. `name` is the SSE event name, for servers that
 * leave `type` out of the data. Some proxies batch events in a `chunks` array.
 */
export function readEvents(source: string, name: string | null = null): readonly ServerEvent[] | null {
  const value = parseJson(source);
  if (!isRecord(value)) return null;
  if (typeof value.type !== 'string' && Array.isArray(value.chunks)) return value.chunks.map((chunk) => readEvent(record(chunk), null));
  return [readEvent(value, name)];
}

function readEvent(event: Json, name: string | null): ServerEvent {
  return { ...readBody(event, text(event.type) ?? name ?? ''), lane: text(event.stream_id) };
}

function readBody(event: Json, type: string): EventBody {
  switch (type) {
    case 'response.created':
    case 'response.in_progress':
      return { type: 'started', responseId: text(record(event.response).id) };
    case 'response.output_item.done':
      return isOutputItem(event.item)
        ? {
            type: 'item',
            index: typeof event.output_index === 'number' ? event.output_index : null,
            item: event.item,
            responseId: text(event.response_id),
          }
        : { type: 'progress' };
    case 'response.completed':
    case 'response.done':
      return { type: 'end', response: readResponse(record(event.response), 'completed') };
    case 'response.incomplete':
      return { type: 'end', response: readResponse(record(event.response), 'incomplete') };
    case 'response.failed':
    case 'response.cancelled':
      return { type: 'end', response: readResponse({ ...record(event.response), headers: event.headers }, 'failed') };
    case 'error':
      return { type: 'error', error: readError(event) };
    default:
      return { type: type.startsWith('response.') ? 'progress' : 'unknown' };
  }
}

function isOutputItem(value: unknown): value is OutputItem {
  if (!isRecord(value) || typeof value.type !== 'string') return false;
  if (value.type === 'message') return Array.isArray(value.content);
  if (value.type !== 'function_call') return true;
  return text(value.call_id) !== null && text(value.name) !== null && typeof value.arguments === 'string';
}

/** A whole response object, as a terminal event or a server that does not stream sends it. */
function readResponse(response: Json, fallback: WireResponse['status']): WireResponse {
  const { status } = response;
  const broken = status === 'cancelled' || (typeof status !== 'string' && isRecord(response.error));
  return {
    id: text(response.id),
    status: status === 'completed' || status === 'incomplete' || status === 'failed' ? status : broken ? 'failed' : fallback,
    output: Array.isArray(response.output) ? response.output.filter(isOutputItem) : [],
    usage: isRecord(response.usage) ? readUsage(response.usage) : null,
    error: isRecord(response.error) ? readError({ error: response.error, headers: response.headers }) : null,
    incompleteReason: text(record(response.incomplete_details).reason),
  };
}

function readUsage(usage: Json): Usage {
  return {
    inputTokens: count(usage.input_tokens),
    cachedTokens: count(record(usage.input_tokens_details).cached_tokens),
    outputTokens: count(usage.output_tokens),
    reasoningTokens: count(record(usage.output_tokens_details).reasoning_tokens),
  };
}

/** Nested (`{status, error: {code, message}, headers}`) and flat (`{code, message}`) errors alike. */
function readError(frame: Json): WireError {
  const nested = isRecord(frame.error) ? frame.error : null;
  const inner = nested ?? (typeof frame.error === 'string' ? { message: frame.error } : frame);
  const statuses = [frame.status, frame.status_code, inner.status, inner.code, frame.code];
  const status = statuses.find((value) => typeof value === 'number' && value >= 300 && value < 600);
  const message = text(inner.message) ?? text(frame.message) ?? text(inner.detail) ?? '';
  return {
    status: typeof status === 'number' ? status : null,
    code: text(inner.code) ?? text(frame.code) ?? (nested === null ? null : text(nested.type)),
    message,
    param: text(inner.param) ?? text(frame.param),
    retryAfterMs: readRetryAfter(record(frame.headers)) ?? readRetryAfter(record(inner.headers)) ?? waitInWords(message),
  };
}

/** The error in a refused HTTP request or upgrade; a body that is no JSON counts only when it is short plain text. */
export function readHttpError(status: number, headers: Json, body: string): WireError {
  const value = parseJson(body);
  const error = readError(isRecord(value) ? value : { message: body.length <= 300 && !body.includes('<') ? body.trim() : '' });
  return { ...error, status, retryAfterMs: readRetryAfter(headers) ?? error.retryAfterMs };
}

/** Milliseconds of `retry-after-ms` or `retry-after` (seconds or a date); null when neither is there. */
function readRetryAfter(headers: Json): number | null {
  const values = new Map(Object.entries(headers).map(([key, value]) => [key.toLowerCase(), Array.isArray(value) ? value[0] : value]));
  const ms = values.get('retry-after-ms');
  if (isNumeric(ms)) return Number(ms);
  const value = values.get('retry-after');
  if (isNumeric(value)) return Number(value) * 1000;
  const date = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}

function isNumeric(value: unknown): boolean {
  return typeof value === 'number' ? value >= 0 : typeof value === 'string' && /^\d+(\.\d+)?$/.test(value.trim());
}

/** `Please try again in 1m2.5s`: the only place a rate limit's length stands in frames without headers. */
function waitInWords(message: string): number | null {
  const found = /try again in\s+(?:(\d+)m(?!s))?\s*(?:(\d+(?:\.\d+)?)\s*(ms|s\b|sec))?/i.exec(message);
  if (found === null || (found[1] === undefined && found[2] === undefined)) return null;
  return Number(found[1] ?? 0) * 60_000 + Number(found[2] ?? 0) * (found[3]?.toLowerCase() === 'ms' ? 1 : 1000);
}
