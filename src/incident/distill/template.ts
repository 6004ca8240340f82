// The same line of two runs differs in numbers, ids, durations and temporary folders: a template is what stays.

const space = 0x20;
const point = 0x2e;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isHex = (code: number): boolean => isDigit(code) || (code >= 0x61 && code <= 0x66) || (code >= 0x41 && code <= 0x46);
const isWord = (code: number): boolean =>
  isDigit(code) || (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f || code > 0x7f;

const prime = 0x01000193;
const seed = 0x811c9dc5;
const mix = (hash: number, code: number): number => Math.imul(hash ^ code, prime);
/** Stands for a number, a hash or an id. */
const variable = 0x23;

/**
 * A 32-bit hash (FNV-1a) of the line's template: words that are numbers or hexadecimal ids count as one sign, digits within other words
 * and runs of white space too; a unit of time after a number is part of it. Makes no strings, so that every line of a long log can be
 * asked for.
 */
export function templateOf(text: string): number {
  let hash = seed;
  let afterVariable = false;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (!isWord(code)) {
      const blank = code <= space;
      if (code === point && afterVariable && isDigit(text.charCodeAt(at + 1))) {
        // `1.25` is one number.
        at++;
        continue;
      }
      if (!blank || !isBlankAt(text, at - 1)) hash = mix(hash, blank ? space : code);
      if (!blank) afterVariable = false;
      at++;
      continue;
    }
    const end = wordEnd(text, at);
    const word = wordHash(text, at, end);
    if (word === variable) {
      if (!afterVariable) hash = mix(hash, variable);
      afterVariable = true;
    } else if (!(afterVariable && isUnit(text, at, end))) {
      hash = mix(hash, word);
      afterVariable = false;
    }
    at = end;
  }
  return hash >>> 0;
}

function isBlankAt(text: string, at: number): boolean {
  return at >= 0 && text.charCodeAt(at) <= space;
}

function wordEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && isWord(text.charCodeAt(at))) at++;
  return at;
}

function wordHash(text: string, from: number, end: number): number {
  let hash = seed;
  let digits = 0;
  let hex = true;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) {
      if (at === from || !isDigit(text.charCodeAt(at - 1))) hash = mix(hash, variable);
      digits++;
    } else {
      hash = mix(hash, code);
      hex &&= isHex(code);
    }
  }
  const plainNumber = digits > 0 && (hex || isUnit(text, firstLetter(text, from, end), end));
  return plainNumber ? variable : hash;
}

function firstLetter(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isDigit(text.charCodeAt(at))) at++;
  return at;
}

const units = new Set(['ms', 's', 'm', 'h', 'sec', 'secs', 'min', 'us', 'ns', 'seconds', 'second', 'KB', 'MB', 'GB', 'kB', 'B']);

function isUnit(text: string, from: number, end: number): boolean {
  return end - from <= 7 && units.has(text.slice(from, end));
}

/** Which templates a log holds: a Bloom filter (Bloom 1970) of fixed size, so that a log of any length can be remembered. */
export class TemplateSet {
  readonly #bits = new Uint8Array(bitCount / 8);

  add(template: number): void {
    this.#set(template);
    this.#set(second(template));
  }

  has(template: number): boolean {
    return this.#get(template) && this.#get(second(template));
  }

  #set(hash: number): void {
    const bit = hash & (bitCount - 1);
    this.#bits[bit >>> 3] = (this.#bits[bit >>> 3] ?? 0) | (1 << (bit & 7));
  }

  #get(hash: number): boolean {
    const bit = hash & (bitCount - 1);
    return ((this.#bits[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0;
  }
}

/** 2 MiB: with half a million templates one in about three hundred new ones is taken for known. */
const bitCount = 2 ** 24;
const second = (template: number): number => (Math.imul(template ^ (template >>> 15), 0x2c1b3c6d) ^ (template >>> 12)) >>> 0;
