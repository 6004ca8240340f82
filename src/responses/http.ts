import { setTimeout as sleep, setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { WireContext } from './connection.ts';
import { aborted, failureOfError, lost } from './failure.ts';
import { MAX_MESSAGE_BYTES, MAX_STREAM_BYTES } from './policy.ts';
import type { Reply, ResponseReader } from './reader.ts';
import { describeError } from './redact.ts';
import { SseParser } from './sse.ts';
import { Watchdog } from './watchdog.ts';
import { parseJson, readEvents, readHttpError } from './wire.ts';

const MAX_ERROR_BYTES = 64 * 1024;
/** How long the rest of a stream may take after its last event, so that the connection can be used again. */
const DRAIN_MS = 1_000;
/**
 * How much of that the reply waits for. The end comes on the heels of the last event, and a request that is sent before it needs a second
 * connection: the two take turns, so that each is idle for long enough that TCP starts it slowly again.
 */
const LINGER_MS = 20;

type Body = ReadableStreamDefaultReader<Uint8Array>;

/** Posts one request and reads its stream until the response ends. Never follows a redirect, which would carry the key elsewhere. */
export async function exchangeOverHttp(context: WireContext, body: string, reader: ResponseReader, signal: AbortSignal): Promise<Reply> {
  if (signal.aborted) return aborted;
  const controller = new AbortController();
  const abort = () => controller.abort();
  let silence: string | null = null;
  let handlerError: { readonly error: unknown } | null = null;
  const watchdog = new Watchdog(context.timeouts, (detail) => {
    silence = detail;
    abort();
  });
  const take = (source: string, name: string | null): Reply | null => {
    const events = readEvents(source, name);
    if (events === null) return lost(`the server sent an event that is no JSON object: ${source.slice(0, 80)}`);
    for (const event of events) {
      watchdog.saw(event.type !== 'unknown');
      try {
        const reply = reader.take(event);
        if (reply !== null) return reply;
      } catch (error) {
        handlerError = { error };
        throw error;
      }
    }
    return null;
  };
  let draining = false;
  const finish = async (stream: Body): Promise<void> => {
    draining = true;
    const timer = setTimeout(abort, DRAIN_MS).unref();
    const drained = drain(stream).finally(() => clearTimeout(timer));
    const lingered = new AbortController();
    await Promise.race([drained, sleep(LINGER_MS, null, { signal: lingered.signal }).catch(() => {})]);
    lingered.abort();
  };
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await post(context, body, { take, finish }, controller.signal);
  } catch (error) {
    if (handlerError !== null) throw error;
    if (signal.aborted) return aborted;
    return lost(silence ?? describeError(error));
  } finally {
    watchdog.stop();
    signal.removeEventListener('abort', abort);
    if (!draining) abort();
  }
}

interface Receiver {
  /** The reply when this was the last event. */
  readonly take: (source: string, name: string | null) => Reply | null;
  /** Called when the reply is there and the stream is not at its end. Resolves when it is, or soon. */
  readonly finish: (stream: Body) => Promise<void>;
}

async function post(context: WireContext, body: string, receiver: Receiver, signal: AbortSignal): Promise<Reply> {
  context.meter.bytesSent += Buffer.byteLength(body);
  const response = await fetch(context.endpoint.httpUrl, {
    method: 'POST',
    headers: { ...context.headers, 'content-type': 'application/json', accept: 'text/event-stream' },
    body,
    redirect: 'manual',
    signal,
  });
  const stream = response.body?.getReader();
  if (stream === undefined) return lost(`HTTP ${response.status} without a body`);
  if (!response.ok) {
    const text = await readText(stream, context, MAX_ERROR_BYTES);
    return failureOfError(readHttpError(response.status, Object.fromEntries(response.headers), text));
  }
  const type = response.headers.get('content-type') ?? 'text/event-stream';
  if (type.includes('event-stream')) return await readStream(stream, context, receiver);
  const text = await readText(stream, context, MAX_MESSAGE_BYTES);
  // A server that does not stream answers with the response object itself.
  const whole =
    type.includes('json') && parseJson(text) !== undefined ? receiver.take(`{"type":"response.completed","response":${text}}`, null) : null;
  return whole ?? lost(`the server answered with ${type} instead of an event stream`);
}

async function readStream(stream: Body, context: WireContext, { take, finish }: Receiver): Promise<Reply> {
  const parser = new SseParser(MAX_MESSAGE_BYTES);
  let size = 0;
  for (;;) {
    const { done, value } = await stream.read();
    size += value?.byteLength ?? 0;
    context.meter.bytesReceived += value?.byteLength ?? 0;
    if (size > MAX_STREAM_BYTES) return lost(`the response is larger than ${MAX_STREAM_BYTES} bytes`);
    for (const event of done ? parser.end() : parser.push(value)) {
      if (event.data === '[DONE]') continue;
      const reply = take(event.data, event.name);
      if (reply === null) continue;
      await finish(stream);
      return reply;
    }
    if (done) return lost('the stream ended before the response did');
  }
}

/** Reads `[DONE]` and the end, so that the connection goes back to the pool. */
async function drain(stream: Body): Promise<void> {
  try {
    while (!(await stream.read()).done);
    // A turn of the event loop later the pool knows that the connection is free.
    await turnOfTheLoop();
  } catch {
    // Cut: the pool opens another connection.
  }
}

async function readText(stream: Body, context: WireContext, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await stream.read();
    if (done) break;
    chunks.push(value);
    size += value.byteLength;
    context.meter.bytesReceived += value.byteLength;
    if (size > maxBytes) {
      await stream.cancel();
      break;
    }
  }
  return Buffer.concat(chunks).toString();
}
