// From executed offsets to executed lines.

const WORDS = /[A-Za-z_$][\w$]*|\d+/g;
/** Of the lines that both texts have, so many must be made of the same words, and of the words of a line so many. */
const SAME_LINES = 0.7;
const SAME_WORDS = 0.75;
const MOST_CLOSING = 5;

/**
 * Whether what a loader made of a file has the file's lines: types that were taken away leave blanks (Node), and modules that became functions
 * keep their lines (esm, sucrase). Lines that are empty in one of both do not count.
 */
export function keepsLines(made: string, file: string): boolean {
  const [ours, theirs] = [made.replace(/\s*\/\/# sourceURL=\S*\s*$/, ''), file].map((text) => text.trimEnd().split('\n')) as [
    string[],
    string[],
  ];
  // What a wrapper closes stands on lines of its own.
  if (ours.length < theirs.length || ours.length > theirs.length + MOST_CLOSING) return false;
  let compared = 0;
  let same = 0;
  for (const [at, line] of theirs.entries()) {
    const [own, other] = [new Set(ours[at]?.match(WORDS)), new Set(line.match(WORDS))];
    const least = Math.min(own.size, other.size);
    if (least === 0) continue;
    compared += 1;
    if ([...own].filter((word) => other.has(word)).length >= SAME_WORDS * least) same += 1;
  }
  return compared > 0 && same >= SAME_LINES * compared;
}

/** Where lines begin, and how many characters that say something stand before each offset. */
export class SourceLines {
  readonly starts: Int32Array;
  readonly #telling: Int32Array;

  constructor(text: string) {
    const starts = [0];
    this.#telling = new Int32Array(text.length + 1);
    let count = 0;
    let isComment = false;
    let isTelling = lineTells(text, 0, isComment);
    for (let at = 0; at < text.length; at += 1) {
      this.#telling[at] = count;
      const char = text.charCodeAt(at);
      if (isTelling.tells && says(char)) count += 1;
      if (char === 10) {
        starts.push(at + 1);
        isComment = isTelling.commentGoesOn;
        isTelling = lineTells(text, at + 1, isComment);
      }
    }
    this.#telling[text.length] = count;
    this.starts = Int32Array.from(starts);
  }

  /** Lines (from 1) with something in `runs`, which are pairs of start and end. */
  linesOf(runs: readonly number[]): number[] {
    const lines = new Set<number>();
    for (let at = 0; at + 1 < runs.length; at += 2) {
      const start = runs[at] ?? 0;
      const end = Math.min(runs[at + 1] ?? 0, this.#telling.length - 1);
      for (let line = this.lineAt(start); line < this.starts.length; line += 1) {
        const from = Math.max(start, this.starts[line] ?? 0);
        if (from >= end) break;
        const to = Math.min(end, this.starts[line + 1] ?? end);
        if ((this.#telling[to] ?? 0) > (this.#telling[from] ?? 0)) lines.add(line + 1);
      }
    }
    return [...lines].sort((a, b) => a - b);
  }

  /** Index from 0 of the line that holds `offset`. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  tells(offset: number): boolean {
    return (this.#telling[offset + 1] ?? 0) > (this.#telling[offset] ?? 0);
  }
}

/** White space and closing punctuation are not where a fault is. */
function says(char: number): boolean {
  return char > 32 && char !== 125 && char !== 41 && char !== 93 && char !== 59 && char !== 44;
}

/** Whole-line comments do not count; a comment beside code does no harm. */
function lineTells(text: string, start: number, inComment: boolean): { tells: boolean; commentGoesOn: boolean } {
  const newline = text.indexOf('\n', start);
  const line = text.slice(start, Math.min(newline < 0 ? text.length : newline, start + 400)).trim();
  if (inComment) return { tells: false, commentGoesOn: !line.includes('*/') };
  if (line.startsWith('//') || line.startsWith('#!')) return { tells: false, commentGoesOn: false };
  if (line.startsWith('/*')) return { tells: line.includes('*/') && !line.endsWith('*/'), commentGoesOn: !line.includes('*/') };
  return { tells: !/^['"]use strict['"];?$/.test(line), commentGoesOn: false };
}
