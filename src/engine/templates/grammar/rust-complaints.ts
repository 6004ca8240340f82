// What the compiler of Rust and its panics say is wrong, and what the compiler advises.

/** Lines that take the place of `removed` lines from `line` on; of none, they are put in front of it. */
interface Rewriting {
  readonly line: number;
  readonly removed: number;
  readonly lines: readonly string[];
  /** What the compiler marks as changed may also be added: it does not tell which. */
  readonly unsure: boolean;
}

/** What a message of the compiler proposes to write instead. */
export interface Advice {
  readonly path: string;
  readonly said: string;
  readonly rewritings: readonly Rewriting[];
}

/** A value of one type where another one is expected. */
export interface Mismatch {
  readonly path: string;
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
  readonly expected: string;
  readonly found: string;
  /** What is found is the right operand of an operator, what is expected its left one. */
  readonly ofOperator: boolean;
}

export interface RustComplaints {
  readonly advice: readonly Advice[];
  readonly mismatches: readonly Mismatch[];
  /** Patterns that no arm of a match covers, as the compiler writes them. */
  readonly uncovered: readonly string[];
  /** Fields that a struct is made without. */
  readonly lackedFields: readonly string[];
  /** Lines that the compiler points at. */
  readonly lines: ReadonlySet<number>;
  /** Items that are used outside of where they are known, by their names. */
  readonly private: ReadonlySet<string>;
  /** A branch has a value and the other one is not there. */
  readonly withoutElse: boolean;
  /** A reference through which nothing can be changed stands where one is wanted that can. */
  readonly immutable: boolean;
  /** What went past the end of a type: `add`, `subtract`, `multiply`, `negate`. */
  readonly overflow: ReadonlySet<string>;
  readonly byZero: boolean;
  readonly insideCharacter: boolean;
  readonly outOfBounds: boolean;
  /** A value was asked for that is not there. */
  readonly unwrapped: boolean;
  /** True where a message names its place. */
  readonly named: boolean;
}

const MOST_MESSAGE = 40_000;

export function readRustComplaints(all: string): RustComplaints {
  const text = all.slice(0, MOST_MESSAGE);
  const advice = adviceIn(text.split('\n'));
  const mismatches = mismatchesIn(text);
  const uncovered = [...text.matchAll(/patterns?:? ((?:`[^`\n]+`(?:, | and )?)+)(?:\d+ more)? ?not covered/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/`([^`]+)`/g)].flatMap(([, one]) => one ?? []),
  );
  const lackedFields = [...text.matchAll(/missing fields? ((?:`\w+`(?:, | and )?)+)/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/`(\w+)`/g)].flatMap(([, one]) => one ?? []),
  );
  return {
    advice,
    mismatches,
    uncovered: [...new Set(uncovered)],
    lackedFields: [...new Set(lackedFields)],
    lines: new Set([...text.matchAll(/--> .+?:(\d+):\d+/g)].map(([, line]) => Number(line))),
    private: new Set([...text.matchAll(/`(?:\w+::)*(\w+)`(?: of struct `[\w:]+`)? is private/g)].flatMap(([, name]) => name ?? [])),
    withoutElse: /may be missing an `else` clause/.test(text),
    immutable: /types differ in mutability/.test(text),
    overflow: new Set([...text.matchAll(/attempt to (\w+) with overflow/g)].flatMap(([, what]) => what ?? [])),
    byZero: /attempt to divide by zero|divisor of zero/.test(text),
    insideCharacter: /is not a char boundary/.test(text),
    outOfBounds: /index out of bounds|out of range for slice|range (?:start|end) index|index \(is \d+\) should be|is out of bounds/.test(
      text,
    ),
    unwrapped: /called `(?:Option|Result)::(?:unwrap|expect)/.test(text),
    named:
      / is private|missing an `else`|types differ in mutability/.test(text) ||
      advice.length + mismatches.length + uncovered.length + lackedFields.length > 0,
  };
}

const ROW = /^\s*(\d+)\s+([|~+-])(?: (.*))?$/;
const MARKS = /^\s*\| +[+~^-]+[ +~-]*$/;

interface Row {
  readonly line: number;
  readonly sign: string;
  readonly text: string;
  readonly isMarked: boolean;
}

function adviceIn(lines: readonly string[]): readonly Advice[] {
  const found: Advice[] = [];
  let path = '';
  for (const [index, line] of lines.entries()) {
    if (/^(?:error|warning)/.test(line)) path = '';
    const arrow = /^\s*--> (.+?):\d+:\d+$/.exec(line)?.[1];
    if (arrow !== undefined && path === '') path = arrow;
    const row = ROW.exec(lines[index - 1] ?? '');
    if (/^\s*\|\s*-+ help: remove this semicolon/.test(line) && row?.[1] !== undefined) {
      const without = (row[3] ?? '').replace(/;\s*$/, '');
      found.push({
        path,
        said: 'without the semicolon',
        rewritings: [{ line: Number(row[1]), removed: 1, lines: [without], unsure: false }],
      });
    }
    const said = /^\s*(?:= )?help: (.*)$/.exec(line)?.[1];
    if (said === undefined) continue;
    const own = /^\s*--> (.+?):\d+:\d+$/.exec(lines[index + 1] ?? '')?.[1] ?? path;
    for (const rows of apart(rowsBehind(lines, index + 1))) {
      const rewritings = rewritingsOf(rows);
      if (rewritings.length > 0) found.push({ path: own, said, rewritings });
    }
  }
  return found;
}

function rowsBehind(lines: readonly string[], from: number): readonly Row[] {
  const rows: Row[] = [];
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const [, number, sign = '', text = ''] = ROW.exec(line) ?? [];
    if (number !== undefined) rows.push({ line: Number(number), sign, text, isMarked: MARKS.test(lines[at + 1] ?? '') });
    else if (!/^\s*(?:\||-->|\.\.\.$)/.test(line)) break;
  }
  return rows;
}

/** Several ways to do it are told one behind the other: each begins at the line of the one before. */
function apart(rows: readonly Row[]): readonly (readonly Row[])[] {
  const groups: Row[][] = [];
  for (const row of rows) {
    const group = groups.at(-1);
    const isAgain = row.sign === '+' && group?.some(({ line, sign }) => sign === '+' && line === row.line) === true;
    if (group === undefined || isAgain) groups.push([row]);
    else group.push(row);
  }
  return groups;
}

function rewritingsOf(rows: readonly Row[]): readonly Rewriting[] {
  const found: { line: number; removed: number; lines: string[]; unsure: boolean; sign: string }[] = [];
  let added = 0;
  let before: Row | undefined;
  for (const row of rows) {
    const { line, sign, text } = row;
    const last = found.at(-1);
    const follows = last !== undefined && before !== undefined && before.sign !== '|' && (line === before.line + 1 || line === before.line);
    if (sign === '|' && row.isMarked) found.push({ line: line - added, removed: 1, lines: [text], unsure: false, sign });
    if (sign === '-') {
      if (follows && last.lines.length === 0) last.removed += 1;
      else found.push({ line, removed: 1, lines: [], unsure: false, sign });
    }
    if (sign === '+') {
      if (follows) last.lines.push(text);
      else found.push({ line: line - added, removed: 0, lines: [text], unsure: false, sign });
      if (last?.sign !== '-') added += 1;
    }
    if (sign === '~') {
      if (follows && last.sign === '~') {
        last.lines.push(text);
        last.unsure = true;
      } else found.push({ line: line - added, removed: 1, lines: [text], unsure: false, sign });
    }
    before = row;
  }
  return found.map(({ line, removed, lines, unsure }) => ({ line, removed, lines, unsure }));
}

const OPERANDS: readonly (readonly [RegExp, isTurned: boolean])[] = [
  [/cannot (?:multiply|divide|calculate[^`]*|compare) `([^`\n]+)` (?:by|with) `([^`\n]+)`/, false],
  [/can't compare `([^`\n]+)` with `([^`\n]+)`/, false],
  [/cannot (?:add|subtract) `([^`\n]+)` (?:to|from) `([^`\n]+)`/, true],
];

/** At the place that the error names first. */
function mismatchesIn(text: string): readonly Mismatch[] {
  return text.split(/^(?=error)/m).flatMap((part): Mismatch[] => {
    const [, path, line, column] = /--> (.+?):(\d+):(\d+)/.exec(part) ?? [];
    if (path === undefined || line === undefined || column === undefined) return [];
    const place = { path, line: Number(line), column: Number(column) };
    for (const [pattern, isTurned] of OPERANDS) {
      const [, one, other] = pattern.exec(part) ?? [];
      if (one !== undefined && other !== undefined)
        return [{ ...place, expected: isTurned ? other : one, found: isTurned ? one : other, ofOperator: true }];
    }
    const index = /type `\[?[^`\n]*` cannot be indexed by `(\w+)`/.exec(part)?.[1];
    if (index !== undefined) return [{ ...place, expected: 'usize', found: index, ofOperator: false }];
    const [, expected, found] = /expected (`[^`\n]+`|integer|floating-point number), found `([^`\n]+)`/.exec(part) ?? [];
    if (expected === undefined || found === undefined) return [];
    return [{ ...place, expected: expected.replaceAll('`', ''), found, ofOperator: false }];
  });
}
