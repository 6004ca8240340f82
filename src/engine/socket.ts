import type { RawData, WebSocket } from 'ws';
import { type Decoded, decodeJson } from './decode.ts';
import { Lanes, type LanesContext } from './lanes.ts';
import { badRequest, errorEvent, serverError, type WireError, type WireEvent } from './wire.ts';

/** How long a socket that was told to close may take before it is cut. */
const CLOSE_GRACE_MS = 2_000;

const LIMIT_REACHED = badRequest('this connection has reached its age limit; open a new one', null, 'websocket_connection_limit_reached');
const BINARY: Decoded = { ok: false, error: badRequest('frames must be text') };
const CLOSING = serverError('the engine is closing', 503);

export interface ServedSocket {
  /** Answers what is under way, then closes with 1001. */
  drain(): Promise<void>;
  /** Closes at once. */
  close(): void;
}

/** Speaks the Responses protocol on one open socket until it closes. `compress`: large events, where the client can take them so. */
export function serveSocket(socket: WebSocket, context: LanesContext, compress: boolean): ServedSocket {
  const { bounds, log } = context;
  const emit = (event: WireEvent): Promise<void> | undefined => {
    if (socket.readyState !== socket.OPEN) return undefined;
    const text = JSON.stringify(event);
    if (socket.bufferedAmount < bounds.unreadBytes) {
      socket.send(text, { compress });
      return undefined;
    }
    // Whoever does not read is not listened to either, so that what waits for it stays bounded.
    socket.pause();
    return new Promise((resolve) =>
      socket.send(text, { compress }, () => {
        socket.resume();
        resolve();
      }),
    );
  };
  const lanes = new Lanes(context, emit);
  const retire = async (error: WireError, announce: boolean): Promise<void> => {
    await lanes.retire(error);
    if (announce) await emit(errorEvent(error));
    // 1001, not 1000: clients take the latter for the end of the conversation and do not come back.
    closeSocket(socket, 1001, error.message);
  };
  const stopPinging = keepAlive(socket, bounds.pingMs);
  const age = setTimeout(() => void retire(LIMIT_REACHED, true), bounds.connectionMs);
  age.unref();

  socket.on('message', (data, isBinary) => {
    const bytes = bytesOf(data);
    const read = isBinary ? BINARY : decodeJson(bytes, bounds);
    if (read.ok) lanes.receive(read.value, bytes.length);
    else void emit(errorEvent(read.error));
  });
  // `ws` closes the socket itself after a protocol error, with the right code.
  socket.on('error', (error) => log(`engine: socket: ${error.message}`));
  socket.on('close', () => {
    stopPinging();
    clearTimeout(age);
    lanes.close();
  });
  return { drain: () => retire(CLOSING, false), close: () => closeSocket(socket, 1001, CLOSING.message) };
}

/** Pings; a socket that has neither answered nor taken anything by the next ping is closed with 1011. Returns what stops it. */
function keepAlive(socket: WebSocket, pingMs: number): () => void {
  let alive = true;
  let unsent = 0;
  socket.on('pong', () => {
    alive = true;
  });
  const timer = setInterval(() => {
    // A ping stands in line behind what a slow reader has not read yet.
    if (!alive && socket.bufferedAmount >= unsent) {
      closeSocket(socket, 1011, 'keepalive ping timeout');
      return;
    }
    alive = false;
    socket.ping();
    unsent = socket.bufferedAmount;
  }, pingMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Closes politely, and cuts the line when the other side does not answer. */
function closeSocket(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason);
  const timer = setTimeout(() => socket.terminate(), CLOSE_GRACE_MS);
  timer.unref();
  socket.on('close', () => clearTimeout(timer));
}

function bytesOf(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data);
  return Buffer.isBuffer(data) ? data : Buffer.from(data);
}
