// What can be asked of a response that was stored.
import { eventsOf } from './events.ts';
import { type Exchange, endEvents, json, refuse, writeEvent } from './exchange.ts';
import type { KeptResponse } from './store.ts';
import { badRequest, type Item, isWireError, type WireError } from './wire.ts';

/** The response; with `stream=true` its events once more, after `starting_after`. */
export async function retrieve(exchange: Exchange): Promise<void> {
  const { response, context } = exchange;
  const kept = stored(exchange);
  if (kept === null) return;
  const query = queryOf(exchange);
  if (query.get('stream') !== 'true') return json(response, 200, kept.response);
  const after = Number(query.get('starting_after') ?? -1);
  for (const event of eventsOf(kept.response, kept.output)) {
    if (event.sequence_number > after) await writeEvent(response, event, context.bounds.unreadMs);
  }
  endEvents(response);
}

export function remove({ response, context, id }: Exchange): void {
  if (context.store.delete(id)) json(response, 200, { id, object: 'response', deleted: true });
  else refuse(response, missing(id));
}

export function cancel(exchange: Exchange): void {
  if (stored(exchange) === null) return;
  refuse(exchange.response, badRequest('only background responses can be cancelled, and there are none here'));
}

/** Everything that was said before the response: a page of it, the last first unless `order=asc`. */
export function inputItems(exchange: Exchange): void {
  const kept = stored(exchange);
  if (kept === null) return;
  const said = kept.transcript.items.slice(0, kept.transcript.items.length - kept.output.length).map(identified);
  const page = pageOf(said, queryOf(exchange));
  if (isWireError(page)) refuse(exchange.response, page);
  else json(exchange.response, 200, page);
}

function pageOf(items: readonly Identified[], query: URLSearchParams): WireError | Readonly<Record<string, unknown>> {
  const limit = Number(query.get('limit') ?? 20);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) return badRequest("'limit' must be an integer from 1 to 100", 'limit');
  const ordered = query.get('order') === 'asc' ? items : items.toReversed();
  const after = query.get('after');
  const from = after === null ? 0 : ordered.findIndex((item) => item.id === after) + 1;
  if (after !== null && from === 0) return badRequest(`there is no item '${after.slice(0, 200)}'`, 'after');
  const data = ordered.slice(from, from + limit);
  const ends = { first_id: data.at(0)?.id ?? null, last_id: data.at(-1)?.id ?? null };
  return { object: 'list', data, ...ends, has_more: ordered.length > from + limit };
}

type Identified = Item & { readonly id: string };

/** Clients need not name what they say; a list does. */
function identified(item: Item, index: number): Identified {
  return { ...item, id: typeof item.id === 'string' ? item.id : `item_${index}` };
}

/** Null when there is none, and the answer has been given. */
function stored({ response, context, id }: Exchange): KeptResponse | null {
  const kept = context.store.get(id);
  if (kept === null) refuse(response, missing(id));
  return kept;
}

function missing(id: string): WireError {
  return { ...badRequest(`Response with id '${id.slice(0, 200)}' not found.`), status: 404 };
}

function queryOf({ request }: Exchange): URLSearchParams {
  return new URL(request.url ?? '/', 'http://localhost').searchParams;
}
