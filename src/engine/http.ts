import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from './body.ts';
import { type Exchange, endEvents, type HttpContext, json, refuse, writeEvent } from './exchange.ts';
import { type CreateRequest, parseCreate } from './request.ts';
import { inputTokensOf, respond } from './respond.ts';
import { cancel, inputItems, remove, retrieve } from './stored.ts';
import type { Transcript } from './transcript.ts';
import { badRequest, isWireError, notFound, serverError, type WireError } from './wire.ts';

export const RESPONSES_PATH = '/v1/responses';

type Handler = (exchange: Exchange) => Promise<void> | void;

const routes: readonly { readonly path: RegExp; readonly methods: Readonly<Record<string, Handler>> }[] = [
  { path: /^\/v1\/responses$/, methods: { POST: create } },
  { path: /^\/v1\/responses\/input_tokens$/, methods: { POST: countTokens } },
  { path: /^\/v1\/responses\/compact$/, methods: { POST: compact } },
  { path: /^\/v1\/responses\/(?<id>[\w-]+)$/, methods: { GET: retrieve, DELETE: remove } },
  { path: /^\/v1\/responses\/(?<id>[\w-]+)\/input_items$/, methods: { GET: inputItems } },
  { path: /^\/v1\/responses\/(?<id>[\w-]+)\/cancel$/, methods: { POST: cancel } },
  { path: /^\/v1\/models$/, methods: { GET: listModels } },
  { path: /^\/v1\/models\/(?<id>[^/]+)$/, methods: { GET: describeModel } },
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

const modelObject = (id: string) => ({ id, object: 'model', created: 0, owned_by: 'regreen' });

function listModels({ response, context }: Exchange): void {
  json(response, 200, { object: 'list', data: [modelObject(context.model)] });
}

function describeModel({ response, context, id }: Exchange): void {
  if (id === context.model) {
    json(response, 200, modelObject(id));
    return;
  }
  const message = `The model '${id.slice(0, 200)}' does not exist; there is '${context.model}'.`;
  refuse(response, { ...badRequest(message, 'model', 'model_not_found'), status: 404 });
}

/** What the usage of a response to this request would say. */
async function countTokens({ request, response, context }: Exchange): Promise<void> {
  const asked = await readRequest(request, response, context);
  if (asked !== null) json(response, 200, { object: 'response.input_tokens', input_tokens: inputTokensOf(asked.parsed, asked.prior) });
}

function compact({ response }: Exchange): void {
  refuse(response, badRequest('this server does not compact conversations: send all of it, or previous_response_id', null, 'unsupported'));
}

interface Asked {
  readonly parsed: CreateRequest;
  readonly prior: Transcript | null;
  /** Of the body. */
  readonly bytes: number;
}

/** Null when the request was refused, or is gone. */
async function readRequest(request: IncomingMessage, response: ServerResponse, { bounds, store }: HttpContext): Promise<Asked | null> {
  const body = await readBody(request, bounds);
  if (body.kind === 'gone') return null;
  const refused = (error: WireError): null => {
    refuse(response, error);
    return null;
  };
  if (body.kind === 'refused') return refused(body.error);
  const parsed = parseCreate(body.value, bounds);
  if (!parsed.ok) return refused(parsed.error);
  const id = parsed.request.previousResponseId;
  const prior = id === null ? null : (store.get(id)?.transcript ?? null);
  return id !== null && prior === null ? refused(notFound(id)) : { parsed: parsed.request, prior, bytes: body.bytes };
}

async function create({ request, response, context }: Exchange): Promise<void> {
  const asked = await readRequest(request, response, context);
  if (asked === null) return;
  const { admission } = context;
  if (!admission.enter(asked.bytes)) return refuse(response, serverError('too many requests are waiting for their answers', 503));
  try {
    // Lanes are a matter of sockets.
    await answer({ ...asked.parsed, streamId: null }, asked.prior, response, context);
  } finally {
    admission.leave(asked.bytes);
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
  else if (request.stream) endEvents(response);
  else json(response, 200, finished);
}
