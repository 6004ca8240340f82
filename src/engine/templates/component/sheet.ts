// A text that is blank but for what is put there, as long as the file and with its lines.

/** A piece of code within a component. */
export interface Region {
  readonly start: number;
  readonly end: number;
  /** A handler may be several statements; `names` are those of a `v-for`; in a `tag`, behind its `v-for`, another attribute may stand. */
  readonly kind: 'script' | 'expression' | 'handler' | 'names' | 'tag';
  /** What an attribute's value stands in; null in a script and between braces. */
  readonly quote: '"' | "'" | null;
}

export interface Sheet {
  readonly regions: readonly Region[];
  /** The file's own text. */
  keep(region: Region): void;
  /** Where something else than code may be put in. */
  open(at: number): void;
  /** Ends of lines stay. */
  put(at: number, text: string): void;
  /** Whether nothing can be put at an offset, as it ends a line. */
  isBreak(at: number): boolean;
  code(): string;
}

export function blank(text: string): Sheet {
  const chars = text.replace(/[^\n\r\u2028\u2029]/g, ' ').split('');
  const regions: Region[] = [];
  const isBreak = (at: number): boolean => /[\n\r\u2028\u2029]/.test(text[at] ?? '\n');
  return {
    regions,
    keep(region) {
      regions.push(region);
      for (let at = region.start; at < region.end; at += 1) chars[at] = text[at] ?? ' ';
    },
    open(at) {
      regions.push({ start: at, end: at, kind: 'tag', quote: null });
    },
    put(at, more) {
      for (let index = 0; index < more.length; index += 1) if (!isBreak(at + index)) chars[at + index] = more[index] ?? ' ';
    },
    isBreak,
    code: () => chars.join(''),
  };
}
