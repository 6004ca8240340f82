// Bytes of a log as lines, in bounded memory whatever the log holds.
import { TextDecoder } from 'node:util';

/** A longer line is read in pieces of this many characters, each as a line of its own. */
const pieceChars = 8_192;

/** Decoded at a time. Larger texts lie where V8 seldom collects: what is over by then piles up. */
const decodedBytes = 16_384;

/** `overwritten`: the line ended with a carriage return, as progress bars print it, and a terminal shows it no more. */
export type OnLine = (text: string, overwritten: boolean) => void;

/**
 * Splits UTF-8 (or UTF-16 with a byte order mark, as PowerShell writes it) into lines. Bytes that are no text become U+FFFD. Holds at
 * most one piece of a line.
 */
export class LineSplitter {
  readonly #onLine: OnLine;
  #decoder: TextDecoder | null = null;
  #rest = '';
  bytes = 0;

  constructor(onLine: OnLine) {
    this.#onLine = onLine;
  }

  push(chunk: Uint8Array): void {
    this.bytes += chunk.length;
    this.#decoder ??= new TextDecoder(encodingOf(chunk));
    for (let at = 0; at < chunk.length; at += decodedBytes) {
      this.#take(this.#decoder.decode(chunk.subarray(at, at + decodedBytes), { stream: true }));
    }
  }

  /** The last line, which may lack its end. */
  end(): void {
    this.#take(this.#decoder?.decode() ?? '');
    if (this.#rest !== '') this.#emit(this.#rest);
    this.#rest = '';
  }

  #take(text: string): void {
    const all = this.#rest === '' ? text : this.#rest + text;
    let from = 0;
    for (let to = all.indexOf('\n'); to !== -1; to = all.indexOf('\n', from)) {
      this.#emit(all.slice(from, to));
      from = to + 1;
    }
    while (all.length - from > pieceChars) {
      this.#emit(all.slice(from, from + pieceChars));
      from += pieceChars;
    }
    this.#rest = from === 0 ? all : all.slice(from);
  }

  #emit(line: string): void {
    if (line.length > pieceChars) {
      for (let from = 0; from < line.length; from += pieceChars) this.#emit(line.slice(from, from + pieceChars));
      return;
    }
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    if (!text.includes('\r')) {
      this.#onLine(text, false);
      return;
    }
    const states = text.split('\r').filter((state) => state !== '');
    for (const [index, state] of states.entries()) this.#onLine(state, index < states.length - 1);
  }
}

function encodingOf(chunk: Uint8Array): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
  return chunk[0] === 0xfe && chunk[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/**
 * The same text in memory of its own. V8 makes a part of a text refer to the whole: one line that is kept would keep all of the chunk in
 * which it came.
 */
export function detached(text: string): string {
  return `\0${text}`.slice(1);
}
