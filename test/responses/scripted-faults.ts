// The ways in which the scripted server misbehaves.
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import { type Json, newId, responseObject } from './scripted-events.ts';

export type Fault =
  /** `code` closes with that code; without it the TCP connection is cut. `after`: once the response is complete. */
  | { readonly kind: 'drop'; readonly when: 'before' | 'mid' | 'after'; readonly code?: number; readonly reason?: string }
  | { readonly kind: 'stall'; readonly when: 'before' | 'mid' }
  /** An error frame, or that status over HTTP. `flat`: without envelope and status. `close`: and closes with that code. */
  | {
      readonly kind: 'error';
      readonly status?: number;
      readonly code?: string;
      readonly message?: string;
      readonly param?: string;
      readonly retryAfter?: number | string;
      readonly flat?: boolean;
      readonly close?: number;
      /** After half of the response's events. */
      readonly mid?: boolean;
    }
  /** `response.failed`, after some items. */
  | { readonly kind: 'failed'; readonly code: string; readonly message?: string }
  /** `response.incomplete`, after some items; the model says the same turn again afterwards. */
  | { readonly kind: 'cut-short' }
  | { readonly kind: 'nonsense'; readonly mid?: boolean }
  | { readonly kind: 'binary'; readonly mid?: boolean }
  | { readonly kind: 'oversized'; readonly bytes: number }
  /** Events no client knows, before the response; `forever` sends nothing else, one each 20 ms. */
  | { readonly kind: 'unknown-events'; readonly forever?: boolean }
  /** `websocket_connection_limit_reached`, then close 1000. */
  | { readonly kind: 'age-limit'; readonly mid?: boolean }
  /** The server forgets the response the delta refers to. */
  | { readonly kind: 'lose-chain' }
  /** The response begins with the calls of earlier responses. */
  | { readonly kind: 'repeat-calls' }
  /** The first call comes twice: under the same call id with other arguments. */
  | { readonly kind: 'twin-call' }
  /** The last event is sent twice, the second time when the next request is in. */
  | { readonly kind: 'late-duplicate' }
  /** A call of this response comes when the next request is in. */
  | { readonly kind: 'late-call' };

/** Where a response goes: a socket or an event stream. */
export interface Sink {
  readonly open: () => boolean;
  readonly event: (event: Json) => void;
  readonly text: (text: string, binary?: boolean) => void;
  readonly error: (status: number | undefined, frame: Json, headers: Record<string, string>) => void;
  readonly cut: (code?: number, reason?: string) => void;
  readonly end: () => void;
}

/** Does what the fault says; true when that was all of the response. */
export async function misbehave(fault: Fault, request: Json, sink: Sink, events: readonly Json[]): Promise<boolean> {
  const half = () => {
    for (const event of events.slice(0, Math.ceil((events.length - 1) / 2))) sink.event(event);
  };
  if ('mid' in fault && fault.mid === true) half();
  switch (fault.kind) {
    case 'drop':
      if (fault.when === 'after') return false;
      if (fault.when === 'mid') half();
      sink.cut(fault.code, fault.reason);
      return true;
    case 'stall':
      if (fault.when === 'mid') half();
      return true;
    case 'error': {
      const { status, code, message = 'a fault of the script', param, retryAfter, flat } = fault;
      const inner = { ...(code === undefined ? {} : { code }), ...(param === undefined ? {} : { param }), message };
      const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
      if (flat === true) sink.event({ type: 'error', ...inner, sequence_number: 0 });
      else sink.error(status, { type: 'scripted_error', ...inner }, headers);
      if (fault.close !== undefined) sink.cut(fault.close);
      return true;
    }
    case 'failed': {
      half();
      const error = { code: fault.code, message: fault.message ?? 'a fault of the script' };
      sink.event({ type: 'response.failed', response: responseObject(newId('resp'), request, { status: 'failed', error }) });
      sink.end();
      return true;
    }
    case 'cut-short': {
      half();
      const incomplete_details = { reason: 'max_output_tokens' };
      sink.event({
        type: 'response.incomplete',
        response: responseObject(newId('resp'), request, { status: 'incomplete', incomplete_details }),
      });
      sink.end();
      return true;
    }
    case 'nonsense':
      sink.text('{"type": "response.cre');
      return true;
    case 'binary':
      sink.text(JSON.stringify(events[0]), true);
      return true;
    case 'oversized':
      sink.text(JSON.stringify({ type: 'response.created', response: { padding: 'x'.repeat(fault.bytes) } }));
      return true;
    case 'unknown-events':
      do {
        sink.event({ type: 'codex.rate_limits', rate_limits: {} });
        sink.event({ surprise: true });
        await sleep(20);
      } while (fault.forever === true && sink.open());
      return fault.forever === true;
    case 'age-limit':
      sink.error(
        400,
        { type: 'invalid_request_error', code: 'websocket_connection_limit_reached', message: 'limit of 60 minutes reached' },
        {},
      );
      sink.cut(1000);
      return true;
    case 'lose-chain':
    case 'repeat-calls':
    case 'twin-call':
    case 'late-duplicate':
    case 'late-call':
      return false;
  }
}

/** `lane` is said with every event, as the request said it. */
export function socketSink(client: WebSocket, lane: unknown): Sink {
  const stream = lane === undefined ? {} : { stream_id: lane };
  return {
    open: () => client.readyState === client.OPEN,
    event: (event) => client.send(JSON.stringify({ ...event, ...stream })),
    text: (text, binary = false) => client.send(binary ? Buffer.from(text) : text, { binary }),
    error: (status, error, headers) =>
      client.send(JSON.stringify({ type: 'error', ...(status === undefined ? {} : { status }), error, headers, ...stream })),
    cut: (code, reason) => (code === undefined ? client.terminate() : client.close(code, reason)),
    end: () => {},
  };
}

/** Without `stream`: the response of the last event, and nothing before it. */
export function jsonSink(response: ServerResponse): Sink {
  let last: unknown = null;
  return {
    ...httpSink(response),
    event: (event) => {
      last = event.response ?? last;
    },
    text: () => {},
    end: () => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(last));
    },
  };
}

export function httpSink(response: ServerResponse): Sink {
  const write = (text: string) => {
    if (!response.headersSent) response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(text);
  };
  return {
    open: () => !response.destroyed,
    event: (event) => write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`),
    text: (text) => write(`data: ${text}\n\n`),
    error: (status, error, headers) => {
      // Once the stream has begun, an error can only be an event of it.
      if (status === undefined || response.headersSent) {
        return write(`data: ${JSON.stringify({ type: 'error', ...(status === undefined ? {} : { status }), error, headers })}\n\n`);
      }
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify({ error }));
    },
    // What was written goes out first.
    cut: () => void setTimeout(() => response.destroy(), 5),
    end: () => void response.end('data: [DONE]\n\n'),
  };
}
