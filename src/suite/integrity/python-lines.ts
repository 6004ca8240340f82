// Python's lexical structure: logical lines with their indentation, in one spelling. Never throws; what is not Python comes out as odd lines.
// After "2. Lexical analysis" of the Python language reference.

export interface LogicalLine {
  /** Tokens joined by blanks; strings as JSON, without prefix where it does not matter; comments left out. */
  readonly text: string;
  readonly indent: number;
  /** 1-based. */
  readonly line: number;
}

export interface PythonText {
  readonly lines: readonly LogicalLine[];
  readonly comments: readonly { readonly text: string; readonly line: number }[];
}

const token =
  /([ \t\f]+)|(\\\r?\n)|(\r?\n)|(#[^\n]*)|([rRbBuUfFtT]{0,2})("""|'''|"|')|([\p{ID_Start}_][\p{ID_Continue}]*)|((?:0[xXoObB][\da-fA-F_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)[jJ]?)|(\*\*=?|\/\/=?|>>=?|<<=?|!=|->|:=|\.\.\.|[+\-*/%@&|^=<>]=|[^\s])/uy;

export function readPython(source: string): PythonText {
  const text = source.replace(/^\uFEFF/, '');
  const lines: LogicalLine[] = [];
  const comments: { text: string; line: number }[] = [];
  let tokens: string[] = [];
  let brackets = 0;
  let indent = 0;
  let atStart = true;
  let line = 1;
  let first = 1;
  const end = (): void => {
    if (tokens.length > 0) lines.push(...split(tokens).map((words) => ({ text: tidy(words), indent, line: first })));
    tokens = [];
    atStart = true;
    indent = 0;
  };
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (match === null) {
      token.lastIndex = at + 1;
      continue;
    }
    const [all, blank, joined, newline, comment, prefix, quote] = match;
    if (blank !== undefined) {
      if (atStart) indent = [...blank].reduce((width, char) => (char === '\t' ? (Math.floor(width / 8) + 1) * 8 : width + 1), 0);
      continue;
    }
    if (joined !== undefined) line++;
    else if (newline !== undefined) {
      line++;
      if (brackets === 0) end();
    } else if (comment !== undefined) comments.push({ text: comment.slice(1).trim(), line });
    else {
      if (tokens.length === 0) first = line;
      atStart = false;
      if (quote === undefined) {
        tokens.push(all.normalize('NFKC'));
        if ('([{'.includes(all)) brackets++;
        if (')]}'.includes(all)) brackets = Math.max(0, brackets - 1);
        continue;
      }
      const close = endOfString(text, token.lastIndex, quote);
      const body = text.slice(token.lastIndex, close);
      tokens.push(stringToken((prefix ?? '').toLowerCase(), body));
      line += body.split('\n').length - 1;
      token.lastIndex = Math.min(text.length, close + quote.length);
    }
  }
  end();
  return { lines, comments };
}

function endOfString(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text.startsWith(quote, at)) return at;
    // A string with one quote ends with its line, closed or not.
    else if (text[at] === '\n' && quote.length === 1) return at;
  }
  return text.length;
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
  '\n': '',
};

function stringToken(prefix: string, body: string): string {
  const value = prefix.includes('r')
    ? body
    : body.replace(
        /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([^xuU]))/gs,
        (all: string, x?: string, u?: string, wide?: string, one?: string) => {
          const code = Number.parseInt(x ?? u ?? wide ?? '', 16);
          if (code <= 0x10ffff) return String.fromCodePoint(code);
          return one === undefined ? all : (escapes[one] ?? all);
        },
      );
  const kept = prefix.replace(/[ru]/g, '');
  // An f-string without fields is a plain one.
  return `${kept === 'f' && !/[{}]/.test(value) ? '' : kept}${JSON.stringify(value)}`;
}

/** `a; b` and `if x: return y` are two lines each; the second part of the latter is one level deeper. */
function split(tokens: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  let depth = 0;
  for (const word of tokens) {
    if ('([{'.includes(word)) depth++;
    if (')]}'.includes(word)) depth--;
    if (word === ';' && depth === 0) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts.filter((part) => part.length > 0);
}

/** Neighbouring strings are one; `"a" + "b"` too; a comma before a closing bracket and brackets around a whole condition do not count. */
function tidy(words: readonly string[]): string {
  const out: string[] = [];
  for (const word of words) {
    const last = out.at(-1);
    const before = out.at(-2);
    if (isPlain(word) && last !== undefined && isPlain(last)) out[out.length - 1] = join(last, word);
    else if (isPlain(word) && last === '+' && before !== undefined && isPlain(before)) out.splice(-2, 2, join(before, word));
    else {
      if (')]}'.includes(word) && last === ',' && !(word === ')' && out.at(-3) === '(')) out.pop();
      out.push(word);
    }
  }
  if (/^(?:if|elif|while|return|assert)$/.test(out[0] ?? '') && out[1] === '(') {
    const tail = out.at(-1) === ':' ? out.length - 2 : out.length - 1;
    if (wraps(out, 1, tail)) {
      out.splice(tail, 1);
      out.splice(1, 1);
    }
  }
  return out.join(' ');
}

function wraps(words: readonly string[], from: number, to: number): boolean {
  let depth = 0;
  for (let at = from; at <= to; at++) {
    if ('([{'.includes(words[at] ?? '')) depth++;
    if (')]}'.includes(words[at] ?? '') && --depth === 0) return at === to;
    if (depth === 1 && words[at] === ',') return false;
  }
  return false;
}

const isPlain = (word: string): boolean => word.startsWith('"');

function join(left: string, right: string): string {
  return JSON.stringify(`${JSON.parse(left)}${JSON.parse(right)}`);
}
