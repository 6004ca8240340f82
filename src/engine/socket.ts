import type { RawData, WebSocket } from 'ws';
import { Lanes } from './lanes.ts';
import type { Mind } from './mind.ts';
import type { ResponseStore } from './store.ts';
import { badRequest, errorBody, type WireEvent } from './wire.ts';

/** How long a socket that was told to close may take before it is cut. */
const CLOSE_GRACE_MS = 2_000;

export interface SocketContext {
  readonly mind: Mind;
  readonly store: ResponseStore;
  readonly pingMs: number;
  readonly log: (line: string) => void;
}

/** Speaks the Responses protocol on one open socket until it closes. */
export function serveSocket(socket: WebSocket, { mind, store, pingMs, log }: SocketContext): void {
  const emit = (event: WireEvent): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(event));
  };
  const lanes = new Lanes(mind, store, emit);
  const stopPinging = keepAlive(socket, pingMs);

  socket.on('message', (data, isBinary) => {
    const frame = isBinary ? undefined : decode(data);
    if (frame !== undefined) {
      lanes.receive(frame);
      return;
    }
    const error = badRequest(isBinary ? 'frames must be text' : 'the frame is not valid JSON');
    emit({ type: 'error', status: error.status, error: errorBody(error) });
  });
  // `ws` closes the socket itself after a protocol error, with the right code.
  socket.on('error', (error) => log(`engine: socket: ${error.message}`));
  socket.on('close', stopPinging);
}

/** Pings; a socket that has not answered by the next ping is closed with 1011. Returns what stops it. */
function keepAlive(socket: WebSocket, pingMs: number): () => void {
  let alive = true;
  socket.on('pong', () => {
    alive = true;
  });
  const timer = setInterval(() => {
    if (!alive) {
      closeSocket(socket, 1011, 'keepalive ping timeout');
      return;
    }
    alive = false;
    socket.ping();
  }, pingMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Closes politely, and cuts the line when the other side does not answer. */
export function closeSocket(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason);
  const timer = setTimeout(() => socket.terminate(), CLOSE_GRACE_MS);
  timer.unref();
  socket.on('close', () => clearTimeout(timer));
}

function decode(data: RawData): unknown {
  try {
    const value: unknown = JSON.parse(String(data));
    return value;
  } catch {
    return undefined;
  }
}
