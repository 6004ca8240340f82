// Where a block may have had one statement more. For all languages.

/** A place in front of a statement or behind it. */
export interface Place {
  readonly at: number;
  /** What is put there, with its line break and indentation. */
  readonly write: (statement: string) => string;
  /** How likely a lost statement stood there. */
  readonly odds: number;
}

/** A statement of a block. */
export interface Listed {
  readonly start: number;
  readonly end: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Nothing behind it would be reached. */
  readonly isJump: boolean;
  readonly indent: string;
}

/** How likely a lost statement stood between others. */
const BETWEEN = 0.4;

/** The beginning and the end of a block, and behind each of its statements: of a jump, in front of it. */
export function placesAround({ start, end, isFirst, isLast, isJump, indent }: Listed): readonly Place[] {
  const before: Place = { at: start, write: (statement) => `${statement}\n${indent}`, odds: 1 };
  const behind: Place = { at: end, write: (statement) => `\n${indent}${statement}`, odds: isLast ? 1 : BETWEEN };
  if (isJump) return isLast ? [before] : [];
  return isFirst ? [before, behind] : [behind];
}

const OPPOSITE: Readonly<Record<string, string>> = { '++': '--', '--': '++', '+=': '-=', '-=': '+=' };

/** The statement that takes a step back: `n -= 1` for `n += 1`; the same where it is no step. */
export function takenBack(step: string): string {
  return step.replace(/\+\+|--|[-+]=/, (sign) => OPPOSITE[sign] ?? sign);
}
