// Statements that tell which parts of a Rust source run: one at the start of each block that can be told by its brackets alone.
import { blanked, closing, rustLexis } from '../../blank.ts';
import { type RustBody, rustFunctions } from '../../rust-functions.ts';

/** Tells a program where to write the numbers of the parts that run, a line each; nothing is written where it is not set. */
export const countsVariable = 'REGREEN_COUNTS';

/** How finely a source is looked at: each block and each arm of a `match`, or functions as a whole. */
export type Grain = 'blocks' | 'functions';

export interface Probed {
  /** The source with its probes, each line where it was. */
  readonly text: string;
  /** The lines of each part, counted from 1, by its number. */
  readonly parts: ReadonlyMap<number, readonly number[]>;
}

/** A part of a function, from its probe on; parts lie inside of one another. */
interface Part {
  readonly from: number;
  readonly to: number;
  /** What stands around the probe where it is not at the start of a block. */
  readonly wrapped?: boolean;
}

/** A source with probes whose numbers begin at `first`. Null where there is nothing to look at. */
export function probed(source: string, grain: Grain, first: number): Probed | null {
  const code = blanked(source, rustLexis);
  const tests = testRanges(code);
  const bodies = rustFunctions(code).filter(
    (body) => !tests.some(({ from, to }) => from <= body.from && body.to <= to) && !/^\s*#!/.test(code.slice(body.from, body.to)),
  );
  if (bodies.length === 0) return null;
  const inserts: { readonly at: number; readonly text: string }[] = [];
  const parts: Part[] = [];
  for (const body of bodies) {
    const own: Part[] = [body, ...(grain === 'blocks' ? innerParts(code, body) : [])];
    inserts.push({ at: body.from, text: `${counter(first + parts.length, own.length)} regreen_hit(0);` });
    for (const [index, { from, to, wrapped = false }] of own.entries()) {
      if (index === 0) continue;
      inserts.push({ at: from, text: wrapped ? `{ regreen_hit(${index}); ` : ` regreen_hit(${index}); ` });
      if (wrapped) inserts.push({ at: to, text: ' }' });
    }
    parts.push(...own);
  }
  const lines = linesOf(withoutComments(source), parts);
  return { text: withInserts(source, inserts), parts: new Map(lines.map((own, index) => [first + index, own])) };
}

/** One for each function, as nothing is sure to be found from everywhere; the standard library is, in crates without it too. */
function counter(first: number, count: number): string {
  const atomic = 'regreen_std::sync::atomic::AtomicUsize';
  const words = Array.from({ length: Math.ceil(count / 16) }, () => `${atomic}::new(0)`);
  return [
    'fn regreen_hit(at: usize) { extern crate std as regreen_std;',
    `static SEEN: [${atomic}; ${words.length}] = [${words.join(', ')}];`,
    'let bit = 1usize << (at % 16);',
    'if SEEN[at / 16].fetch_or(bit, regreen_std::sync::atomic::Ordering::Relaxed) & bit != 0 { return; }',
    `if let Ok(path) = regreen_std::env::var("${countsVariable}") {`,
    'if let Ok(mut file) = regreen_std::fs::OpenOptions::new().append(true).create(true).open(path) {',
    `let mut line = regreen_std::string::ToString::to_string(&(${first} + at)); line.push('\\n');`,
    'let _ = regreen_std::io::Write::write_all(&mut file, line.as_bytes()); } } }',
  ].join(' ');
}

/** Modules and functions that are there for tests alone. */
function testRanges(code: string): RustBody[] {
  const ranges: RustBody[] = [];
  for (const match of code.matchAll(/#\[\s*(?:cfg\s*\(\s*test\s*\)|(?:\w+::)*test\b[^\]]*)\s*\]/g)) {
    const open = code.indexOf('{', match.index);
    const end = open === -1 ? -1 : closing(code, open);
    if (end !== -1 && !code.slice(match.index, open).includes(';')) ranges.push({ from: open, to: end });
  }
  return ranges;
}

/** Blocks behind conditions and in loops, arms of `match`, and what follows an `if` that may leave. */
function innerParts(code: string, body: RustBody): Part[] {
  const parts: Part[] = [];
  const pattern = /\w+!\s*[({[]|#!?\[|\b(?:if|while|for)\b|\b(?:else|loop)\s*\{|=>/g;
  pattern.lastIndex = body.from;
  for (let match = pattern.exec(code); match !== null && match.index < body.to; match = pattern.exec(code)) {
    const end = pattern.lastIndex;
    if (/[![]/.test(match[0])) {
      // What a macro is given is no code yet.
      const close = closing(code, end - 1);
      if (close !== -1) pattern.lastIndex = close + 1;
    } else if (match[0].startsWith('=>')) {
      const first = /\S/.exec(code.slice(end, end + 1_000))?.index ?? 0;
      if (code[end + first] === '{') parts.push(...blockAt(code, end + first));
      else parts.push(...armAt(code, end));
    } else if (match[0].endsWith('{')) parts.push(...blockAt(code, end - 1));
    else {
      const open = blockBehind(code, end, body.to);
      if (open === null) continue;
      parts.push(...blockAt(code, open));
      const isArm = /=>\s*$/.test(code.slice(Math.max(0, match.index - 40), match.index));
      if (match[0] === 'if' && !isArm) parts.push(...restBehind(code, closing(code, open) + 1));
    }
  }
  return parts;
}

function blockAt(code: string, open: number): Part[] {
  const end = closing(code, open);
  return end === -1 || /^\s*#!/.test(code.slice(open + 1, end)) ? [] : [{ from: open + 1, to: end }];
}

/** Where the block of a condition or loop begins; null where that cannot be told, as there are blocks in its head. */
function blockBehind(code: string, from: number, to: number): number | null {
  for (let at = from; at < to; at += 1) {
    const char = code[at] ?? '';
    if (char === ';' || char === '}') return null;
    if (char !== '(' && char !== '[' && char !== '{') continue;
    const end = closing(code, at);
    if (end === -1) return null;
    if (char === '{') {
      if (/=>|\b(?:match|unsafe|if|loop|async|const)\b/.test(code.slice(from, at))) return null;
      // A pattern with fields: what it is compared with follows.
      if (!/^\s*(?:=(?!=)|in\b|\||,|\))/.test(code.slice(end + 1, end + 80))) return at;
    }
    at = end;
  }
  return null;
}

/** The expression of an arm, up to its comma; none where a comma may be of something else, or missing. */
function armAt(code: string, from: number): Part[] {
  if (/^(?:if|match|loop|while|for|unsafe|async|const)\b/.test(code.slice(from, from + 200).trimStart())) return [];
  for (let at = from; at < code.length; at += 1) {
    const char = code[at] ?? '';
    if (char === ',' || char === '}') return at > from ? [{ from, to: at, wrapped: true }] : [];
    if (char === '|' || char === '<' || char === ';' || char === '>') return [];
    if (char !== '(' && char !== '[' && char !== '{') continue;
    const end = closing(code, at);
    if (end === -1) return [];
    at = end;
  }
  return [];
}

/** What follows an `if` without `else`, up to the end of its block: it does not run where the `if` has left. */
function restBehind(code: string, from: number): Part[] {
  const next = /^\s*\n\s*(?!else\b|as\b)[A-Za-z_]/.exec(code.slice(from, from + 400));
  if (next === null) return [];
  for (let at = from; at < code.length; at += 1) {
    const char = code[at] ?? '';
    if (char === '}') return [{ from, to: at }];
    if (char !== '(' && char !== '[' && char !== '{') continue;
    const end = closing(code, at);
    if (end === -1) return [];
    at = end;
  }
  return [];
}

function withInserts(source: string, inserts: readonly { readonly at: number; readonly text: string }[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { at, text } of [...inserts].sort((a, b) => a.at - b.at)) {
    pieces.push(source.slice(from, at), text);
    from = at;
  }
  return [...pieces, source.slice(from)].join('');
}

function withoutComments(source: string): string {
  const pieces: string[] = [];
  for (let at = 0; at < source.length; ) {
    const next = Math.max(rustLexis.skip(source, at), at + 1);
    const piece = source.slice(at, next);
    pieces.push(/^\/[/*]/.test(piece) ? piece.replace(/[^\n]/g, ' ') : piece);
    at = next;
  }
  return pieces.join('');
}

/** Each line with code counts for the innermost parts that have some of it. */
function linesOf(code: string, parts: readonly Part[]): number[][] {
  const lines = parts.map(() => new Set<number>());
  const order = [...parts.keys()].sort(
    (a, b) => (parts[a]?.from ?? 0) - (parts[b]?.from ?? 0) || (parts[b]?.to ?? 0) - (parts[a]?.to ?? 0),
  );
  const open: number[] = [];
  let next = 0;
  let line = 1;
  for (let at = 0; at < code.length; at += 1) {
    while (open.length > 0 && (parts[open.at(-1) ?? 0]?.to ?? 0) <= at) open.pop();
    for (; next < order.length && (parts[order[next] ?? 0]?.from ?? 0) <= at; next += 1) open.push(order[next] ?? 0);
    const char = code[at] ?? '';
    if (char === '\n') line += 1;
    else if (char.trim() !== '' && open.length > 0) lines[open.at(-1) ?? 0]?.add(line);
  }
  return lines.map((own) => [...own]);
}
