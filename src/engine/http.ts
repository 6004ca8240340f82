import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from './body.ts';
import type { LanesContext } from './lanes.ts';
import { type CreateRequest, parseCreate } from './request.ts';
import { respond } from './respond.ts';
import type { Transcript } from './transcript.ts';
import { badRequest, errorBody, isWireError, notFound, serverError, type WireError, type WireEvent } from './wire.ts';

export const RESPONSES_PATH = '/v1/responses';

export interface HttpContext extends LanesContext {
  readonly model: string;
}

type Handler = (exchange: Exchange) => Promise<void> | void;

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly context: HttpContext;
  /** The last part of a path that names a response. */
  readonly id: string;
}

const routes: readonly { readonly path: RegExp; readonly methods: Readonly<Record<string, Handler>> }[] = [
  { path: /^\/v1\/responses$/, methods: { POST: create } },
  { path: /^\/v1\/responses\/(?<id>[\w-]+)$/, methods: { GET: retrieve, DELETE: remove } },
  { path: /^\/v1\/responses\/(?<id>[\w-]+)\/cancel$/, methods: { POST: cancel } },
  { path: /^\/v1\/models$/, methods: { GET: listModels } },
  { path: /^(\/v1)?\/health$/, methods: { GET: ({ response }) => json(response, 200, { status: 'ok' }) } },
];

/** Answers one HTTP request; what it does not know is answered with a JSON error. Rejects on a defect only. */
export async function handleHttp(request: IncomingMessage, response: ServerResponse, context: HttpContext): Promise<void> {
  response.setHeader('x-request-id', `req_${randomUUID().replaceAll('-', '')}`);
  const path = pathOf(request);
  const method = request.method ?? '';
  for (const route of routes) {
    const match = route.path.exec(path);
    if (match === null) continue;
    const handler = Object.hasOwn(route.methods, method) ? route.methods[method] : undefined;
    if (handler !== undefined) return handler({ request, response, context, id: match.groups?.id ?? '' });
    const allowed = Object.keys(route.methods).join(', ');
    response.setHeader('allow', allowed);
    const more = path === RESPONSES_PATH ? ', or upgrade to a WebSocket' : '';
    return refuse(response, {
      ...badRequest(`${method} is not possible here; send ${allowed}${more}`, null, 'method_not_allowed'),
      status: 405,
    });
  }
  return refuse(response, { ...badRequest(`there is no ${method} ${path.slice(0, 200)}`, null, 'unknown_url'), status: 404 });
}

/** The path without its query. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').replace(/[?#].*$/s, '');
}

export function refuse(response: ServerResponse, error: WireError): void {
  if (error.status === 503 || error.status === 429) response.setHeader('retry-after', '1');
  json(response, error.status, { error: errorBody(error) });
}

function listModels({ response, context }: Exchange): void {
  json(response, 200, { object: 'list', data: [{ id: context.model, object: 'model', created: 0, owned_by: 'regreen' }] });
}

function retrieve({ response, context, id }: Exchange): void {
  const kept = context.store.get(id);
  if (kept === null) {
    refuse(response, missing(id));
    return;
  }
  json(response, 200, kept.response);
}

function remove({ response, context, id }: Exchange): void {
  if (context.store.delete(id)) json(response, 200, { id, object: 'response', deleted: true });
  else refuse(response, missing(id));
}

function cancel({ response, context, id }: Exchange): void {
  const error =
    context.store.get(id) === null ? missing(id) : badRequest('only background responses can be cancelled, and there are none here');
  refuse(response, error);
}

function missing(id: string): WireError {
  return { ...badRequest(`Response with id '${id.slice(0, 200)}' not found.`), status: 404 };
}

async function create({ request, response, context }: Exchange): Promise<void> {
  const { bounds, admission, store } = context;
  const body = await readBody(request, bounds);
  if (body.kind === 'gone') return;
  if (body.kind === 'refused') return refuse(response, body.error);
  const parsed = parseCreate(body.value, bounds);
  if (!parsed.ok) return refuse(response, parsed.error);
  const id = parsed.request.previousResponseId;
  const prior = id === null ? null : (store.get(id)?.transcript ?? null);
  if (id !== null && prior === null) return refuse(response, notFound(id));
  if (!admission.enter(body.bytes)) return refuse(response, serverError('too many requests are waiting for their answers', 503));
  try {
    // Lanes are a matter of sockets.
    await answer({ ...parsed.request, streamId: null }, prior, response, context);
  } finally {
    admission.leave(body.bytes);
  }
}

async function answer(request: CreateRequest, prior: Transcript | null, response: ServerResponse, context: HttpContext): Promise<void> {
  const { mind, bounds, store } = context;
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const finished = await respond(request, prior, {
    mind,
    bounds,
    signal: gone.signal,
    emit: (event) => (request.stream ? writeEvent(response, event, bounds.unreadMs) : undefined),
    keep: (kept) => {
      if (request.store) store.put(kept);
    },
  });
  if (isWireError(finished)) refuse(response, finished);
  else if (request.stream) response.end('data: [DONE]\n\n');
  else json(response, 200, finished);
}

/** A promise when the reader is slow; one that reads nothing for so long is cut off. */
function writeEvent(response: ServerResponse, event: WireEvent, unreadMs: number): Promise<void> | undefined {
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

function json(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
