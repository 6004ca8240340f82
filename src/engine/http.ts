import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Mind } from './mind.ts';
import { type CreateRequest, parseCreate } from './request.ts';
import { respond } from './respond.ts';
import type { ResponseStore, Transcript } from './store.ts';
import { badRequest, errorBody, type WireError } from './wire.ts';

/** Largest body, and largest frame on a socket, in bytes. */
export const MAX_BYTES = 64 * 1024 * 1024;

export const RESPONSES_PATH = '/v1/responses';

export interface HttpContext {
  readonly mind: Mind;
  readonly store: ResponseStore;
  readonly model: string;
}

/** Answers one HTTP request: `POST /v1/responses` (events or JSON), `GET /v1/models`, and a 404 for anything else. */
export async function handleHttp(request: IncomingMessage, response: ServerResponse, context: HttpContext): Promise<void> {
  const path = pathOf(request);
  if (path === RESPONSES_PATH && request.method === 'POST') return create(request, response, context);
  if (path === RESPONSES_PATH) {
    response.setHeader('allow', 'POST');
    return refuse(response, { ...badRequest('send a POST, or upgrade to a WebSocket'), status: 405 });
  }
  if (path === '/v1/models' && request.method === 'GET') {
    const data = [{ id: context.model, object: 'model', created: 0, owned_by: 'regreen' }];
    return json(response, 200, { object: 'list', data });
  }
  return refuse(response, { ...badRequest(`there is no ${request.method} ${path}`), status: 404 });
}

/** The path without its query. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').replace(/[?#].*$/s, '');
}

export function refuse(response: ServerResponse, error: WireError): void {
  json(response, error.status, { error: errorBody(error) });
}

async function create(request: IncomingMessage, response: ServerResponse, context: HttpContext): Promise<void> {
  const body = await readBody(request);
  if (body === null) {
    // The rest of the body is not read: the connection cannot be used again.
    response.setHeader('connection', 'close');
    return refuse(response, { ...badRequest(`the body is larger than ${MAX_BYTES} bytes`), status: 413 });
  }
  const value = decode(body);
  if (value === undefined) return refuse(response, badRequest('the body is not valid JSON'));
  const parsed = parseCreate(value);
  if (!parsed.ok) return refuse(response, parsed.error);
  const id = parsed.request.previousResponseId;
  const prior = id === null ? null : context.store.get(id);
  if (id !== null && prior === null) {
    return refuse(
      response,
      badRequest(`Previous response with id '${id}' not found.`, 'previous_response_id', 'previous_response_not_found'),
    );
  }
  await answer(parsed.request, prior, response, context);
}

async function answer(
  request: CreateRequest,
  prior: Transcript | null,
  response: ServerResponse,
  { mind, store }: HttpContext,
): Promise<void> {
  if (request.stream) {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' });
    response.flushHeaders();
  }
  const { response: finished, transcript } = await respond(request, prior, mind, (event) => {
    if (request.stream) response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  });
  if (request.store) store.put(transcript);
  if (request.stream) response.end('data: [DONE]\n\n');
  else json(response, 200, finished);
}

/** Null when it is too large. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > MAX_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function decode(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
