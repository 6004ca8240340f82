// What the TypeScript compiler says is wrong, and where: of tsc itself and of those that call it (ts-jest, ts-node).

/** One complaint of the compiler. */
export interface TypeComplaint {
  /** As the compiler calls the file: relative to where it was run, or absolute. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  /** Number of the diagnostic: 2339 of TS2339. */
  readonly code: number;
  readonly text: string;
}

/** `a.ts(3,15): error TS2551: ...` and, with colours or for people, `a.ts:3:15 - error TS2551: ...`. */
const COMPLAINT =
  /^[ \t]*(?:ERROR in |\[\w+\] )?([^\s()][^\n()]{0,300}?\.[cm]?tsx?)(?:\((\d+),(\d+)\)|:(\d+):(\d+))\s*(?::|-)\s*error\s+TS(\d{4,5}):\s*([^\n]*(?:\n {2,}[^\n]*)*)/gm;
const MOST = 50;

/** The complaints in a text, in its order; each once. */
export function typeComplaintsIn(text: string): readonly TypeComplaint[] {
  const found = new Map<string, TypeComplaint>();
  for (const [, path = '', line, column, otherLine, otherColumn, code, said = ''] of text.matchAll(COMPLAINT)) {
    const complaint = {
      path: path.replaceAll('\\', '/'),
      line: Number(line ?? otherLine),
      column: Number(column ?? otherColumn),
      code: Number(code),
      text: said.trim(),
    };
    const key = JSON.stringify(complaint);
    if (found.size < MOST && !found.has(key)) found.set(key, complaint);
  }
  return [...found.values()];
}

/** A value of a type, as code; null where none is known. */
export function valueOfType(type: string): string | null {
  const options = type.split('|').map((each) => each.trim());
  if (options.includes('undefined')) return 'undefined';
  if (options.includes('null')) return 'null';
  const [first = ''] = options;
  if (/^(['"]).*\1$|^-?\d+$|^(?:true|false)$/.test(first)) return first;
  if (first === 'string') return "''";
  if (first === 'number') return '0';
  if (first === 'boolean') return 'false';
  if (/\[\]$|^(?:readonly\s|Readonly)?Array</.test(first)) return '[]';
  if (/^\{|^(?:Partial|Record)</.test(first)) return '{}';
  return /^(?:Map|Set)\b/.test(first) ? `new ${first.replace(/<.*$/, '')}()` : null;
}

/** Texts that a type is one of, as code; of a name, where the file declares it. */
export function literalsOf(type: string, text: string): readonly string[] {
  const named = /^[A-Za-z_$][\w$]*$/.test(type) ? new RegExp(`\\btype\\s+${type}\\s*=([^;]*)`).exec(text)?.[1] : undefined;
  return [...(named ?? type).matchAll(/(["'])([^"'\n]*)\1/g)].map(([, , inner = '']) => JSON.stringify(inner));
}

/** Members that a file declares for a type, by name, with their types. */
export function membersOf(type: string, text: string): ReadonlyMap<string, string> {
  const name = nameOf(type) ?? '';
  const body = name === '' ? /^\{(.*)\}$/s.exec(type)?.[1] : bodyOf(name, text)?.text;
  const found = new Map<string, string>();
  for (const [, member = '', said = ''] of (body ?? '')
    .slice(0, LONGEST)
    .matchAll(/(?:^|[;,{\n])[ \t]*(?:readonly\s+)?([A-Za-z_$][\w$]*)\??\s*:\s*([^;,\n}]+)/g))
    found.set(member, said.trim());
  return found;
}

/** Longer declarations are generated. */
const LONGEST = 20_000;

/** Of `Item` and `Item<string>`. */
export function nameOf(type: string): string | null {
  return /^[A-Za-z_$][\w$]*/.exec(type)?.[0] ?? null;
}

/** What an interface or the type of an object says between its brackets; null where the file declares none of that name. */
export function bodyOf(name: string, text: string): { readonly start: number; readonly end: number; readonly text: string } | null {
  const head = name === '' ? null : new RegExp(`\\b(?:interface\\s+${name}\\b[^{;=\\n]*|type\\s+${name}\\b[^{;=\\n]*=\\s*)\\{`).exec(text);
  if (head === null) return null;
  const start = head.index + head[0].length;
  for (let at = start, depth = 1; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return { start, end: at, text: text.slice(start, at) };
  }
  return null;
}
