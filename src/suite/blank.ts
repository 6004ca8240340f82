// Sources in which only code is left, so that braces and keywords can be looked for without a parser.

/** How a language writes what is no code. */
export interface Lexis {
  /** What begins at `at` and is no code: the offset behind it; `at` itself where code stands. */
  skip(text: string, at: number): number;
}

/** Go: comments, interpreted and raw strings, runes. */
export const goLexis: Lexis = {
  skip(text, at) {
    const two = text.slice(at, at + 2);
    if (two === '//') return lineEnd(text, at);
    if (two === '/*') return behind(text, '*/', at + 2);
    if (text[at] === '`') return behind(text, '`', at + 1);
    return text[at] === '"' || text[at] === "'" ? behindQuote(text, at) : at;
  },
};

/** Rust: comments within comments, texts with and without escapes, characters, which lifetimes look like. */
export const rustLexis: Lexis = {
  skip(text, at) {
    const two = text.slice(at, at + 2);
    if (two === '//') return lineEnd(text, at);
    if (two === '/*') return behindComment(text, at);
    const char = text[at] ?? '';
    if (char === '"') return behindText(text, at);
    if (char === "'") return at + (/^'(?:\\(?:u\{[^}]*\}|x[0-9a-fA-F]{2}|.)|[^\\'\n])'/su.exec(text.slice(at, at + 16))?.[0].length ?? 0);
    const raw = char === 'r' && !/\w/.test(text[at - 1] ?? '') ? /^r(#*)"/.exec(text.slice(at, at + 64)) : null;
    return raw === null ? at : behind(text, `"${raw[1]}`, at + raw[0].length);
  },
};

/** The text with a blank for each character that is no code; lines and offsets stay. */
export function blanked(text: string, lexis: Lexis): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const next = lexis.skip(text, at);
    if (next === at) {
      at += 1;
      continue;
    }
    parts.push(text.slice(from, at), text.slice(at, next).replace(/[^\n]/g, ' '));
    from = next;
    at = next;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

const pairs: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' };

/** The offset of what closes the bracket at `open` in a blanked text; -1 where nothing does. */
export function closing(code: string, open: number): number {
  const wanted: string[] = [];
  for (let at = open; at < code.length; at += 1) {
    const char = code[at] ?? '';
    if (char in pairs) wanted.push(pairs[char] ?? '');
    else if (char === '}' || char === ')' || char === ']') {
      if (wanted.pop() !== char) return -1;
      if (wanted.length === 0) return at;
    }
  }
  return -1;
}

function behindComment(text: string, at: number): number {
  const pattern = /\/\*|\*\//g;
  pattern.lastIndex = at;
  let depth = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    depth += match[0] === '/*' ? 1 : -1;
    if (depth === 0) return pattern.lastIndex;
  }
  return text.length;
}

/** Behind the quote that ends what begins at `at`, lines further down too. */
function behindText(text: string, at: number): number {
  for (let next = at + 1; next < text.length; next += 1) {
    if (text[next] === '\\') next += 1;
    else if (text[next] === '"') return next + 1;
  }
  return text.length;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

function behind(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at + mark.length;
}

/** Behind the quote that ends what begins at `at`; a line's end ends it too. */
function behindQuote(text: string, at: number): number {
  const quote = text[at];
  for (let next = at + 1; next < text.length && text[next] !== '\n'; next += 1) {
    if (text[next] === '\\') next += 1;
    else if (text[next] === quote) return next + 1;
  }
  return lineEnd(text, at);
}
