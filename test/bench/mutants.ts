import { parse } from '@babel/parser';

/** A seeded random number in [0, 1) (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Mutant {
  readonly kind: string;
  readonly line: number;
  readonly text: string;
  readonly say: string;
}

const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>', '>='],
  '<=': ['<', '>='],
  '>': ['>=', '<'],
  '>=': ['>', '<='],
  '===': ['!=='],
  '!==': ['==='],
  '==': ['!='],
  '!=': ['=='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['||'],
  '++': ['--'],
  '--': ['++'],
  '+=': ['-=', '='],
  '-=': ['+='],
  '&': ['|'],
  '|': ['&'],
  '<<': ['>>'],
  '>>': ['<<'],
  '>>>': ['>>'],
};

/** Single-token faults of a file, each of which still parses; made from tokens alone, so that it shares nothing with the templates. */
export function mutantsOf(text: string, most: number, random: () => number): Mutant[] {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const tokens = tokensOf(text);
  const names = tokens.filter((each) => each.kind === 'name' && each.text.length > 1).map((each) => each.text);
  const strings = tokens.filter((each) => each.kind === 'string').map((each) => each.text);
  const found: Mutant[] = [];
  for (let tries = 0; tries < most * 8 && found.length < most; tries++) {
    const token = pick(tokens);
    if (token === undefined) break;
    const [kind, other] = mutate(token, { names, strings, pick });
    if (other === undefined || other === token.text) continue;
    const made = text.slice(0, token.start) + other + text.slice(token.end);
    if (tokensOf(made).length > 0) found.push({ kind, line: token.line, text: made, say: `${token.text} -> ${other}` });
  }
  return found;
}

interface Token {
  readonly kind: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly property: boolean;
}

interface Choices {
  readonly names: readonly string[];
  readonly strings: readonly string[];
  readonly pick: <T>(list: readonly T[]) => T | undefined;
}

function mutate(token: Token, { names, strings, pick }: Choices): [string, string | undefined] {
  switch (token.kind) {
    case 'operator':
      if (token.text === '!') return ['negation', ''];
      return ['operator', pick(Object.hasOwn(OPERATORS, token.text) ? (OPERATORS[token.text] ?? []) : [])];
    case 'num':
      return ['number', pick([String(Number(token.text) + 1), String(Number(token.text) - 1), '0'])];
    case 'string':
      return ['string', pick([`''`, pick(strings) ?? "''", token.text.slice(0, -2) + token.text.slice(-1)])];
    case 'true':
      return ['boolean', 'false'];
    case 'false':
      return ['boolean', 'true'];
    case 'name':
      return [token.property ? 'property' : 'identifier', pick(names)];
    case 'await':
    case 'return':
      return [token.kind, ''];
    default:
      return [token.kind, undefined];
  }
}

function tokensOf(text: string): Token[] {
  let raw: unknown;
  try {
    raw = parse(text, { sourceType: 'unambiguous', tokens: true, plugins: ['jsx'], allowReturnOutsideFunction: true }).tokens;
  } catch {
    return [];
  }
  if (!Array.isArray(raw)) return [];
  const found: Token[] = [];
  for (const each of raw) {
    const label: unknown = each.type?.label;
    if (typeof label !== 'string') continue;
    const source = text.slice(each.start, each.end);
    const operator = Object.hasOwn(OPERATORS, source) || source === '!';
    const kind = operator ? 'operator' : label;
    const property = text[each.start - 1] === '.' && text[each.start - 2] !== '.';
    found.push({ kind, text: source, start: each.start, end: each.end, line: each.loc.start.line, property });
  }
  return found;
}
