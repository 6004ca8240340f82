import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { Bounds } from './bounds.ts';
import { decodeJson } from './decode.ts';
import { badRequest, type WireError } from './wire.ts';

export type Body =
  | { readonly kind: 'json'; readonly value: unknown; readonly bytes: number }
  | { readonly kind: 'refused'; readonly error: WireError }
  /** The client went away before its request was whole. */
  | { readonly kind: 'gone' };

/** Why a body need not be read at all; null when it should be. */
export function bodyError(request: IncomingMessage, maxBytes: number): WireError | null {
  const coding = request.headers['content-encoding'] ?? 'identity';
  if (coding !== 'identity') return { ...badRequest(`bodies in ${coding.slice(0, 40)} are not read here; send plain JSON`), status: 415 };
  return Number(request.headers['content-length'] ?? 0) > maxBytes ? tooLarge(maxBytes) : null;
}

/** Reads a JSON body. Of one that is refused the rest is left to Node, which reads and drops it, so that the client sees the answer. */
export async function readBody(request: IncomingMessage, bounds: Bounds): Promise<Body> {
  const maxBytes = bounds.messageBytes;
  const refused = bodyError(request, maxBytes);
  if (refused !== null) return { kind: 'refused', error: refused };
  const chunks = await collect(request, maxBytes);
  if (chunks === 'gone') return { kind: 'gone' };
  if (chunks === 'too large') return { kind: 'refused', error: tooLarge(maxBytes) };
  if (!isUtf8(chunks)) return { kind: 'refused', error: badRequest('the body is not valid UTF-8') };
  const decoded = decodeJson(chunks, bounds);
  return decoded.ok ? { kind: 'json', value: decoded.value, bytes: chunks.length } : { kind: 'refused', error: decoded.error };
}

/** Iterating the stream would destroy the connection where it stops. */
function collect(request: IncomingMessage, maxBytes: number): Promise<Buffer | 'too large' | 'gone'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) {
        chunks.push(chunk);
        return;
      }
      chunks.length = 0;
      resolve('too large');
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('close', () => resolve('gone'));
    request.once('error', () => resolve('gone'));
  });
}

function tooLarge(maxBytes: number): WireError {
  return { ...badRequest(`the body is larger than ${maxBytes} bytes`, null, 'request_too_large'), status: 413 };
}
