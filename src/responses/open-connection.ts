import type { IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import { Connection, type WireContext } from './connection.ts';
import { aborted, type Failure, failureOfRefusal } from './failure.ts';
import { COMPRESS_ABOVE_BYTES, MAX_MESSAGE_BYTES } from './policy.ts';
import { describeError } from './redact.ts';
import { readHttpError } from './wire.ts';

/** Opens a connection. Never throws: a failure says whether to try again, to go to HTTP or to stop. */
export function openConnection(context: WireContext, signal: AbortSignal): Promise<Connection | Failure> {
  if (signal.aborted) return Promise.resolve(aborted);
  const { endpoint, timeouts } = context;
  const startedAt = performance.now();
  const socket = new WebSocket(endpoint.wsUrl, {
    headers: context.headers,
    handshakeTimeout: timeouts.connectMs,
    followRedirects: false,
    maxPayload: MAX_MESSAGE_BYTES,
    // Nothing is gained by compression within one machine.
    perMessageDeflate: endpoint.loopback ? false : { threshold: COMPRESS_ABOVE_BYTES },
  });
  return new Promise<Connection | Failure>((resolve) => {
    const unreachable = (detail: string) => resolve({ kind: 'unreachable', detail, waitMs: null });
    // The library's own limit starts anew with every byte that drips in.
    const timer = setTimeout(() => {
      unreachable(`no connection within ${timeouts.connectMs / 1000} s`);
      socket.terminate();
    }, timeouts.connectMs);
    const abort = () => {
      resolve(aborted);
      socket.terminate();
    };
    const settled = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    };
    signal.addEventListener('abort', abort, { once: true });
    socket.once('open', () => {
      settled();
      context.meter.connections += 1;
      context.meter.msConnecting += performance.now() - startedAt;
      resolve(new Connection(socket, context));
    });
    socket.on('error', (error) => {
      settled();
      unreachable(describeError(error));
    });
    socket.once('unexpected-response', (_request, response) => {
      void readBody(response).then((body) => {
        settled();
        resolve(failureOfRefusal(readHttpError(response.statusCode ?? 0, response.headers, body)));
        socket.terminate();
      });
    });
  });
}

const MAX_REFUSAL_BYTES = 16 * 1024;

async function readBody(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response) {
      const bytes = Buffer.from(chunk);
      chunks.push(bytes);
      size += bytes.length;
      if (size > MAX_REFUSAL_BYTES) break;
    }
  } catch {
    // A refusal cut short is a refusal all the same.
  }
  return Buffer.concat(chunks).toString();
}
