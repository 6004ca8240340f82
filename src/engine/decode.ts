import type { Bounds } from './bounds.ts';
import { badRequest, type WireError } from './wire.ts';

export type Decoded = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: WireError };

/** Parses a message after a look at its shape: millions of small values would block the event loop for seconds, deep nesting overflow the stack. */
export function decodeJson(bytes: Buffer, bounds: Bounds): Decoded {
  const error = shapeError(bytes, bounds);
  if (error !== null) return { ok: false, error };
  try {
    return { ok: true, value: JSON.parse(bytes.toString()) };
  } catch {
    return { ok: false, error: badRequest('this is not valid JSON', null, 'invalid_json') };
  }
}

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/** Counts what stands outside of strings; strings, which are nearly all of an honest message, are skipped by a native search. */
function shapeError(bytes: Buffer, bounds: Bounds): WireError | null {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) {
      at = endOfString(bytes, at);
    } else if (OPENING.has(byte)) {
      depth += 1;
      values += 1;
      if (depth > bounds.depth) return badRequest(`the message is nested more than ${bounds.depth} levels deep`);
    } else if (CLOSING.has(byte)) {
      depth -= 1;
    } else if (byte === COMMA) {
      values += 1;
    }
    if (values > bounds.values) return badRequest(`the message holds more than ${bounds.values} values`);
  }
  return null;
}

/** Index of the closing quote; the end when there is none. */
function endOfString(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(QUOTE, start + 1); at !== -1; at = bytes.indexOf(QUOTE, at + 1)) {
    let escapes = 0;
    while (bytes[at - 1 - escapes] === BACKSLASH) escapes += 1;
    if (escapes % 2 === 0) return at;
  }
  return bytes.length;
}
