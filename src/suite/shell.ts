// Takes the shell line of a test script apart into simple commands, as far as that can be done without running it.

export interface Word {
  readonly kind: 'word';
  readonly raw: string;
  /** The word without quotes; null when only the shell can tell (`$NAME`, `~`). Globs stay as they are. */
  readonly value: string | null;
}

interface Redirection {
  readonly kind: 'redirection';
  readonly raw: string;
}

/** `A=b program word >file`: assignments first, the rest in order. */
export interface SimpleCommand {
  readonly kind: 'command';
  readonly assignments: readonly Word[];
  readonly words: readonly Word[];
  readonly redirections: readonly Redirection[];
  readonly raw: string;
}

/** What stands between commands, with its white space: `&&`, `||`, `;`, `|`, `&`, `(`, `)`, line breaks. */
interface Glue {
  readonly kind: 'glue';
  readonly raw: string;
}

export type Piece = SimpleCommand | Glue;

const reserved = new Set(
  'if then else elif fi for in while until do done case esac function select { } ! [[ time coproc eval exec set trap'.split(' '),
);

/** The pieces of `line`, whose `raw` add up to it; null when it is more than simple commands joined by operators. */
export function splitShell(line: string): Piece[] | null {
  const pieces: Piece[] = [];
  let depth = 0;
  for (let at = 0; at < line.length; ) {
    const glue = /^(?:\s+|&&|\|\||;(?!;)|\|(?!&)|&(?!>)|\(|\))+/.exec(line.slice(at))?.[0];
    if (glue !== undefined) {
      for (const char of glue) {
        if (char === '(') depth += 1;
        if (char === ')') depth -= 1;
        if (depth < 0) return null;
      }
      pieces.push({ kind: 'glue', raw: glue });
      at += glue.length;
      continue;
    }
    const command = readCommand(line, at);
    if (command === null) return null;
    pieces.push(command);
    at += command.raw.length;
  }
  return depth === 0 ? pieces : null;
}

function readCommand(line: string, start: number): SimpleCommand | null {
  const assignments: Word[] = [];
  const words: Word[] = [];
  const redirections: Redirection[] = [];
  let at = start;
  let end = start;
  while (at < line.length) {
    const blank = /^(?:[ \t]|\\\n)+/.exec(line.slice(at))?.[0].length ?? 0;
    at += blank;
    if (at >= line.length || /^[;|)\n(]|^&(?!>)/.test(line.slice(at))) break;
    const redirection = /^(?:\d*(?:>>|>\||>|<(?![<(]))|&>>?)/.exec(line.slice(at))?.[0];
    if (redirection !== undefined) {
      const target = readRedirection(line, at, redirection);
      if (target === null) return null;
      redirections.push(target);
      at += target.raw.length;
    } else {
      const word = readWord(line, at);
      if (word === null) return null;
      const isAssignment = words.length === 0 && /^[A-Za-z_]\w*=/.test(word.raw);
      if (words.length === 0 && !isAssignment && reserved.has(word.raw)) return null;
      (isAssignment ? assignments : words).push(word);
      at += word.raw.length;
    }
    end = at;
  }
  return end === start || line[at] === '(' ? null : { kind: 'command', assignments, words, redirections, raw: line.slice(start, end) };
}

function readRedirection(line: string, at: number, operator: string): Redirection | null {
  const after = at + operator.length;
  const toDescriptor = /^&[\d-]+/.exec(line.slice(after))?.[0];
  if (toDescriptor !== undefined) return { kind: 'redirection', raw: operator + toDescriptor };
  const blank = /^[ \t]*/.exec(line.slice(after))?.[0] ?? '';
  const target = readWord(line, after + blank.length);
  return target === null ? null : { kind: 'redirection', raw: operator + blank + target.raw };
}

/** One word with its quotes; null for substitutions, here-documents, comments and quotes that do not end. */
function readWord(line: string, start: number): Word | null {
  let value: string | null = '';
  let at = start;
  const add = (text: string): void => {
    if (value !== null) value += text;
  };
  while (at < line.length) {
    const char = line.charAt(at);
    if (/[\s;|&()<>]/.test(char)) break;
    if (char === '`' || (char === '#' && at === start) || line.startsWith('$(', at) || line.startsWith("$'", at)) return null;
    if (char === "'") {
      const close = line.indexOf("'", at + 1);
      if (close < 0) return null;
      add(line.slice(at + 1, close));
      at = close + 1;
    } else if (char === '"') {
      const quoted = /^"((?:[^"\\`]|\\[\s\S])*)"/.exec(line.slice(at));
      const inside = quoted?.[1];
      if (quoted === null || inside === undefined || /(?<!\\)\$\(/.test(inside)) return null;
      if (/(?<!\\)\$[A-Za-z_{\d@*#?$!-]/.test(inside)) value = null;
      add(inside.replace(/\\\n/g, '').replace(/\\([\\"$`])/g, '$1'));
      at += quoted[0].length;
    } else if (char === '\\') {
      if (at + 1 >= line.length) return null;
      if (line[at + 1] !== '\n') add(line.charAt(at + 1));
      at += 2;
    } else if (char === '$') {
      const variable = /^\$(?:\w+|\{[^{}`]*\}|[@*#?$!-])?/.exec(line.slice(at))?.[0] ?? '$';
      if (variable === '$') add('$');
      else value = null;
      at += variable.length;
    } else {
      if (char === '~' && at === start) value = null;
      add(char);
      at += 1;
    }
  }
  return at === start ? null : { kind: 'word', raw: line.slice(start, at), value };
}

/** `text` as one word for `sh`. */
export function quote(text: string): string {
  return /^[A-Za-z0-9_\-./:=@%+,]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

export function word(value: string): Word {
  return { kind: 'word', raw: quote(value), value };
}

/** The command as one line. */
export function renderCommand(command: Omit<SimpleCommand, 'raw' | 'kind'>): string {
  return [...command.assignments, ...command.words, ...command.redirections].map((token) => token.raw).join(' ');
}
