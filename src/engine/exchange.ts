import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LanesContext } from './lanes.ts';
import { errorBody, type WireError, type WireEvent } from './wire.ts';

export interface HttpContext extends LanesContext {
  readonly model: string;
}

/** One HTTP request and what it is answered with. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly context: HttpContext;
  /** The part of a path that names a response or a model. */
  readonly id: string;
}

export function refuse(response: ServerResponse, error: WireError): void {
  if (error.status === 503 || error.status === 429) response.setHeader('retry-after', '1');
  json(response, error.status, { error: errorBody(error) });
}

export function json(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

/** A promise when the reader is slow; one that reads nothing for so long is cut off. */
export function writeEvent(response: ServerResponse, event: WireEvent, unreadMs: number): Promise<void> | undefined {
  if (response.destroyed) return undefined;
  if (!response.headersSent) response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' });
  if (response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)) return undefined;
  return new Promise((resolve) => {
    const timer = setTimeout(() => response.destroy(), unreadMs);
    const done = (): void => {
      clearTimeout(timer);
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.once('drain', done);
    response.once('close', done);
  });
}

export function endEvents(response: ServerResponse): void {
  response.end('data: [DONE]\n\n');
}
