// The few wire shapes the server speaks. Inputs stay as they came: unknown item types are kept and passed on.

/** An item of a conversation as it came over the wire. */
export type Item = Readonly<Record<string, unknown>>;

export interface MessageItem extends Item {
  readonly id: string;
  readonly type: 'message';
  readonly role: 'assistant';
  readonly status: 'in_progress' | 'completed';
  readonly content: readonly { readonly type: 'output_text'; readonly text: string; readonly annotations: []; readonly logprobs: [] }[];
}

export interface CallItem extends Item {
  readonly id: string;
  readonly type: 'function_call';
  readonly status: 'in_progress' | 'completed';
  readonly call_id: string;
  readonly name: string;
  /** JSON text. */
  readonly arguments: string;
}

export type OutputItem = MessageItem | CallItem;

export interface WireEvent {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** A request that is refused; `status` is the HTTP status. */
export interface WireError {
  readonly status: number;
  readonly type: 'invalid_request_error' | 'authentication_error' | 'rate_limit_error' | 'server_error';
  readonly code: string | null;
  readonly message: string;
  readonly param: string | null;
}

export function badRequest(message: string, param: string | null = null, code: string | null = null): WireError {
  return { status: 400, type: 'invalid_request_error', code, message, param };
}

export function serverError(message: string, status = 500): WireError {
  return { status, type: 'server_error', code: 'server_error', message, param: null };
}

export function notFound(id: string): WireError {
  return badRequest(`Previous response with id '${id.slice(0, 200)}' not found.`, 'previous_response_id', 'previous_response_not_found');
}

/** The `error` frame of a socket; `status` is at the top, where clients look for it. */
export function errorEvent(error: WireError, streamId: string | null = null): WireEvent {
  return { type: 'error', status: error.status, error: errorBody(error), ...(streamId === null ? {} : { stream_id: streamId }) };
}

export function isWireError(value: Readonly<Record<string, unknown>> | WireError): value is WireError {
  return typeof value.status === 'number';
}

/** The body of an error answer, the same over HTTP and in an `error` frame. */
export function errorBody(error: WireError): {
  readonly type: string;
  readonly code: string | null;
  readonly message: string;
  readonly param: string | null;
} {
  return { type: error.type, code: error.code, message: error.message, param: error.param };
}
