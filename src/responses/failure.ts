import type { ResponsesErrorKind, Usage } from './types.ts';
import type { WireError } from './wire.ts';

/** Why a request was not answered by a response, sorted by what can be done about it. */
export type Failure =
  /** Nothing can be done. */
  | { readonly kind: 'stop'; readonly as: ResponsesErrorKind; readonly detail: string; readonly status: number | null }
  /** Rate limited: wait and send again. */
  | { readonly kind: 'busy'; readonly detail: string; readonly status: number | null; readonly waitMs: number | null }
  /** The server does not know the response a delta refers to: send everything. */
  | { readonly kind: 'chain-lost'; readonly detail: string }
  /** The connection broke, stalled or carried nonsense: a new one, and send everything. `idle`: nothing was under way; `aged`: it had reached the provider's age limit. */
  | { readonly kind: 'lost'; readonly detail: string; readonly waitMs: number | null; readonly idle: boolean; readonly aged: boolean }
  /** No connection came about. */
  | { readonly kind: 'unreachable'; readonly detail: string; readonly waitMs: number | null }
  /** The server speaks no WebSocket here, or not with us. */
  | { readonly kind: 'no-websocket'; readonly detail: string }
  /** The upgrade was answered with 403: by a gate before the server, or because of the key. */
  | { readonly kind: 'forbidden'; readonly detail: string }
  /** Several responses at once over one connection do not work here. */
  | { readonly kind: 'no-lanes'; readonly detail: string }
  /** The request is too large for the way it was sent. */
  | { readonly kind: 'too-large'; readonly detail: string }
  /** The provider began and failed. */
  | { readonly kind: 'server-failed'; readonly detail: string; readonly status: number | null; readonly usage: Usage | null }
  /** The model has no encrypted reasoning to include. */
  | { readonly kind: 'no-encryption'; readonly detail: string }
  /** `context_management` is not taken. */
  | { readonly kind: 'no-compaction'; readonly detail: string };

const creditCodes = new Set(['insufficient_quota', 'billing_hard_limit_reached', 'insufficient_credits', 'usage_not_included']);
const keyCodes = new Set(['invalid_api_key', 'authentication_error', 'unauthorized', 'permission_error']);
const rateCodes = new Set(['rate_limit_exceeded', 'rate_limit_error', 'rate_limit_reached', 'too_many_requests', 'slow_down']);
const rejectCodes = new Set(['context_length_exceeded', 'invalid_prompt', 'invalid_request_error', 'model_not_found', 'invalid_model']);

const laneCodes = new Set(['invalid_stream_id', 'websocket_stream_limit_reached']);

/** Statuses that say "not now" rather than "not like this". */
const passingStatuses = new Set([408, 409, 425]);

export type Lost = Extract<Failure, { readonly kind: 'lost' }>;

export function lost(detail: string, more: Partial<Pick<Lost, 'waitMs' | 'idle' | 'aged'>> = {}): Lost {
  return { kind: 'lost', detail, waitMs: more.waitMs ?? null, idle: more.idle ?? false, aged: more.aged ?? false };
}

export const aborted: Failure = { kind: 'stop', as: 'aborted', detail: 'the run was stopped', status: null };

/** What an error frame, a failed response or a refused HTTP request means. */
export function failureOfError(error: WireError, usage: Usage | null = null): Failure {
  const { code, status } = error;
  const detail = describe(error);
  if (code === 'previous_response_not_found') return { kind: 'chain-lost', detail };
  if (code === 'websocket_connection_limit_reached') return lost(detail, { aged: true });
  if (code !== null && laneCodes.has(code)) return { kind: 'no-lanes', detail };
  if (status === 402 || (code !== null && creditCodes.has(code))) return { kind: 'stop', as: 'no-credit', detail, status };
  if (status === 401 || status === 403 || (code !== null && keyCodes.has(code)))
    return { kind: 'stop', as: 'unauthorized', detail, status };
  if (status === 429 || (code !== null && rateCodes.has(code))) return { kind: 'busy', detail, status, waitMs: error.retryAfterMs };
  // Following a redirect would carry the key to another place.
  if (status !== null && status < 400)
    return { kind: 'stop', as: 'rejected', detail: `${detail}: it redirects to another address`, status };
  if (status === 413) return { kind: 'too-large', detail };
  if (status !== null && (status >= 500 || passingStatuses.has(status))) return lost(detail, { waitMs: error.retryAfterMs });
  if (status !== null || (code !== null && rejectCodes.has(code))) return rejection(error, detail);
  return { kind: 'server-failed', detail, status, usage };
}

function rejection(error: WireError, detail: string): Failure {
  if (error.param === 'previous_response_id') return { kind: 'chain-lost', detail };
  if (error.param === 'stream_id') return { kind: 'no-lanes', detail };
  if (error.param?.startsWith('context_management') || /context_management/.test(error.message)) return { kind: 'no-compaction', detail };
  if (error.param === 'include' || /encrypted[ _.]content/i.test(error.message)) return { kind: 'no-encryption', detail };
  return { kind: 'stop', as: 'rejected', detail, status: error.status };
}

/** What a plain HTTP answer to an upgrade means. */
export function failureOfRefusal(error: WireError): Failure {
  const status = error.status ?? 0;
  const meaning = failureOfError(error);
  if (status === 403 && meaning.kind === 'stop' && meaning.as === 'unauthorized') return { kind: 'forbidden', detail: meaning.detail };
  const final = meaning.kind === 'stop' && (meaning.as !== 'rejected' || (status >= 300 && status < 400));
  if (final || meaning.kind === 'busy') return meaning;
  if ((status >= 500 && status !== 501) || status === 408)
    return { kind: 'unreachable', detail: describe(error), waitMs: error.retryAfterMs };
  return { kind: 'no-websocket', detail: `the upgrade was answered with ${describe(error)}` };
}

/** What the close of a connection means, with a request under way. */
export function failureOfClose(code: number, reason: string): Failure {
  const detail = `the connection was closed with ${code}${reason === '' ? '' : ` (${reason})`}`;
  if (code === 1008) return { kind: 'no-websocket', detail };
  if (code === 1009) return { kind: 'too-large', detail };
  if (code === 4402) return { kind: 'stop', as: 'no-credit', detail, status: null };
  if (code === 4401 || code === 4403) return { kind: 'stop', as: 'unauthorized', detail, status: null };
  return lost(detail);
}

function describe(error: WireError): string {
  const label = [error.status === null ? null : `HTTP ${error.status}`, error.code].filter((part) => part !== null).join(' ');
  return [label, error.message].filter((part) => part !== '').join(': ') || 'an error without words';
}
