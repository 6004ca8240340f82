// Tags of a single-file component, found by going over its text once.

interface Value {
  readonly start: number;
  readonly end: number;
  /** Null for a value without quotes, which ends at a blank. */
  readonly quote: '"' | "'" | null;
}

export interface Attribute {
  readonly name: string;
  readonly start: number;
  readonly value: Value | null;
}

export interface Tag {
  readonly start: number;
  /** Behind its `>`. */
  readonly end: number;
  readonly name: string;
  readonly isClosing: boolean;
  /** It has no content: `<a />`, or an element that never has any. */
  readonly isEmpty: boolean;
  readonly attributes: readonly Attribute[];
}

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** The tag that begins at an offset; null where none begins, `unclosed` where it never ends. */
export function tagAt(text: string, at: number): Tag | null | 'unclosed' {
  const head = stick(/<(\/?)([A-Za-z][^\s/>"'=<]*)/y, text, at);
  if (head === null) return null;
  const name = head[2] ?? '';
  const attributes: Attribute[] = [];
  let next = at + head[0].length;
  while (next < text.length) {
    next += stick(/[\s/]+/y, text, next)?.[0].length ?? 0;
    if (text[next] === '>') {
      const isEmpty = text[next - 1] === '/' || VOID.has(name.toLowerCase());
      return { start: at, end: next + 1, name, isClosing: head[1] === '/', isEmpty, attributes };
    }
    const named = stick(/=?[^\s/>=]*/y, text, next);
    if (named === null || named[0] === '') return 'unclosed';
    const start = next;
    next += named[0].length;
    const value = valueAt(text, next);
    if (value === 'unclosed') return value;
    attributes.push({ name: named[0], start, value });
    if (value !== null) next = value.end + (value.quote === null ? 0 : 1);
  }
  return 'unclosed';
}

function valueAt(text: string, at: number): Value | null | 'unclosed' {
  const given = stick(/\s*=\s*(["']?)/y, text, at);
  if (given === null) return null;
  const start = at + given[0].length;
  const quote = given[1];
  if (quote !== '"' && quote !== "'") return { start, end: start + (stick(/[^\s>]*/y, text, start)?.[0].length ?? 0), quote: null };
  const end = text.indexOf(quote, start);
  return end < 0 ? 'unclosed' : { start, end, quote };
}

/** Where the closing tag of an element begins that holds nothing but text. */
export function endOfRaw(text: string, name: string, from: number): number | null {
  const close = new RegExp(`</${name.replace(/[^\w-]/g, '.')}(?=[\\s/>])`, 'gi');
  close.lastIndex = from;
  return close.exec(text)?.index ?? null;
}

/** Behind a comment that begins at an offset; null where none begins. */
export function behindComment(text: string, at: number): number | null {
  if (!text.startsWith('<!--', at)) return null;
  const end = text.indexOf('-->', at + 4);
  return end < 0 ? text.length : end + 3;
}

export function attributeOf({ attributes }: Tag, name: string): Attribute | null {
  return attributes.find((each) => each.name === name) ?? null;
}

function stick(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
