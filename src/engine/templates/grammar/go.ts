// What Go's own words say of types: as text, as far as one file tells.
import { escapeRegex } from '../../escape.ts';
import type { Scene } from './scene.ts';
import { type Branch, fieldOf, namedChildren, nearest } from './tree.ts';

export function isGo({ language }: Scene): boolean {
  return language.name === 'go';
}

const FUNCTIONS: ReadonlySet<string> = new Set(['function_declaration', 'method_declaration', 'func_literal']);

export function functionAround(branch: Branch): Branch | null {
  return nearest(branch, FUNCTIONS);
}

const declared = new WeakMap<Branch, Map<string, string | null>>();

/** The type that the file declares for what a name or a member is called: `[]string` of `lines`; null where it says none. */
export function declaredType(expression: string, scene: Scene): string | null {
  const name = /([A-Za-z_]\w*)$/.exec(expression)?.[1];
  if (name === undefined) return null;
  const known = declared.get(scene.program) ?? new Map<string, string | null>();
  declared.set(scene.program, known);
  const found = known.get(name);
  if (found !== undefined) return found;
  const type = typeIn(name, scene);
  known.set(name, type);
  return type;
}

function typeIn(name: string, scene: Scene): string | null {
  const type = String.raw`((?:\*|\[\d*\]|map\[[\w.*[\]]+\]|chan )*[A-Za-z_][\w.]*)`;
  // `a, b int` gives both the same.
  const found = new RegExp(
    String.raw`(?:^|[\s(,;])(?:\w+, ){0,8}${escapeRegex(name)}(?:, \w+){0,8}[ \t]+${type}[ \t]*(?:[,;)=\n\x60]|//|$)`,
    'm',
  ).exec(scene.file.text)?.[1];
  if (found !== undefined && !/^(?:range|return|in|string\()$/.test(found)) return found;
  return new RegExp(String.raw`\b${escapeRegex(name)}(?:, \w+)? :?= (?:&)?(?:make\()?${type}[{,)]`).exec(scene.file.text)?.[1] ?? null;
}

/** The type of what a map or a slice of this type holds. */
export function elementType(type: string): string | null {
  if (type.startsWith('[')) return type.slice(type.indexOf(']') + 1);
  if (!type.startsWith('map[')) return null;
  let depth = 0;
  for (let at = 3; at < type.length; at += 1) {
    if (type[at] === '[') depth += 1;
    if (type[at] === ']') depth -= 1;
    if (depth === 0) return type.slice(at + 1);
  }
  return null;
}

/** A value of a type that says nothing. */
export function zeroOf(type: string): string {
  if (type === 'string') return '""';
  if (type === 'bool') return 'false';
  if (/^(?:u?int\d*|float\d+|byte|rune|uintptr|time\.Duration)$/.test(type)) return '0';
  return /^(?:\*|\[\]|map\[|chan |func\b|error$|any$|interface\b|io\.)/.test(type) ? 'nil' : `${type}{}`;
}

/** Types of a function's results, in order; names of results left out. */
export function resultsOf(fn: Branch, scene: Scene): readonly string[] {
  const result = fieldOf(fn, 'result');
  if (result === null) return [];
  if (result.type !== 'parameter_list') return [scene.text(result)];
  return namedChildren(result).map((each) => scene.text(fieldOf(each, 'type') ?? each));
}

/** What a function returns when it gives up: zeroes, and the error where there is one. */
export function givingUp(fn: Branch, scene: Scene, error = 'err'): string {
  const values = resultsOf(fn, scene).map((type) => (type === 'error' ? error : zeroOf(type)));
  return ['return', values.join(', ')].filter((part) => part !== '').join(' ');
}

export function imports(scene: Scene, path: string): boolean {
  return new RegExp(`^(?:import\\s+)?\\s*(?:\\w+ )?"${escapeRegex(path)}"`, 'm').test(scene.file.text);
}

export function isStatement({ named, parent }: Branch): boolean {
  return named && parent?.type === 'statement_list';
}
