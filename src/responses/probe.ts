import * as z from 'zod';
import { Connection } from './connection.ts';
import { openConnection } from './open-connection.ts';
import { describeError } from './redact.ts';
import { WireOfRun } from './wire-of-run.ts';

export interface ProbeOptions {
  readonly baseUrl: string;
  readonly apiKey: string | null;
  readonly signal: AbortSignal;
  /** For each of the two questions, in milliseconds. */
  readonly timeoutMs: number;
}

/** What an endpoint answered to questions that cost nothing. Details are fit for people: without keys. */
export interface Probe {
  /** The address without secrets. */
  readonly display: string;
  readonly encrypted: boolean;
  /** The handshake of a WebSocket: nothing is sent over it. */
  readonly socket: { readonly ok: true } | { readonly ok: false; readonly detail: string };
  /** The list of models. `refused`: the key, or its lack; `unlisted`: the server answered, and has no list. */
  readonly models:
    | { readonly kind: 'listed'; readonly ids: readonly string[] }
    | { readonly kind: 'refused' | 'unlisted' | 'unreachable'; readonly detail: string };
}

const modelList = z.object({ data: z.array(z.object({ id: z.string() })) });

/** Asks an endpoint whether it is there and takes the key, and generates nothing. Throws `ResponsesError` (`rejected`) for an unusable base URL or key. */
export async function probeEndpoint({ baseUrl, apiKey, signal, timeoutMs }: ProbeOptions): Promise<Probe> {
  const timeouts = { connectMs: timeoutMs };
  const wire = new WireOfRun({ baseUrl, apiKey, transport: 'auto', fields: { model: '', instructions: '', tools: [] }, timeouts }, 1);
  const { endpoint, context, clean } = wire;
  const socket = async (): Promise<Probe['socket']> => {
    const opened = await openConnection(context, signal);
    if (!(opened instanceof Connection)) return { ok: false, detail: clean(opened.detail) };
    await opened.close();
    return { ok: true };
  };
  const models = async (): Promise<Probe['models']> => {
    const url = new URL(endpoint.httpUrl);
    url.pathname = url.pathname.replace(/\/responses$/, '/models');
    const stop = new AbortController();
    const abort = (): void => stop.abort();
    const timer = setTimeout(abort, timeoutMs);
    signal.addEventListener('abort', abort, { once: true });
    try {
      // A redirect would carry the key elsewhere.
      const answer = await fetch(url, { headers: context.headers, redirect: 'manual', signal: stop.signal });
      const list = modelList.safeParse(await answer.json().catch(() => null));
      if (answer.ok && list.success) return { kind: 'listed', ids: list.data.data.map(({ id }) => id) };
      const kind = answer.status === 401 || answer.status === 403 ? 'refused' : 'unlisted';
      return { kind, detail: `HTTP ${answer.status}` };
    } catch (error) {
      const detail = stop.signal.aborted ? `no answer within ${timeoutMs / 1000} s` : clean(describeError(error));
      return { kind: 'unreachable', detail };
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    }
  };
  const [overSocket, overHttp] = await Promise.all([socket(), models()]);
  return { display: endpoint.display, encrypted: endpoint.encrypted || endpoint.loopback, socket: overSocket, models: overHttp };
}
