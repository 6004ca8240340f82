import type { Proposal } from '../family.ts';
import type { Scene } from './scene.ts';
import { above, type Branch, below, fieldOf, namedChildren, nearest } from './tree.ts';

/** What Java and C# call the same things. */
export interface Words {
  /** The type of texts. */
  readonly text: string;
  readonly equals: string;
  readonly lower: string;
  readonly upper: string;
  readonly trim: string;
  readonly isEmpty: (collection: string) => string;
  readonly size: RegExp;
  readonly importWord: string;
  /** Functions of values that change nothing: their result is all there is. */
  readonly pure: RegExp;
}

const java: Words = {
  text: 'String',
  equals: 'equals',
  lower: 'toLowerCase',
  upper: 'toUpperCase',
  trim: 'trim',
  isEmpty: (collection) => `${collection}.isEmpty()`,
  size: /^(?:size|length)$/,
  importWord: 'import',
  pure: /^(?:trim|strip\w*|to(?:Lower|Upper)Case|replace(?:All|First)?|substring|concat|repeat|plus\w*|minus\w*|with[A-Z]\w*|truncatedTo|subtract|multiply|divide|negate|abs|setScale|sorted|filter|distinct|map|limit|skip|or|reversed|thenComparing\w*)$/,
};

const csharp: Words = {
  text: 'string',
  equals: 'Equals',
  lower: 'ToLower',
  upper: 'ToUpper',
  trim: 'Trim',
  isEmpty: (collection) => `${collection}.Count == 0`,
  size: /^(?:Count|Length)$/,
  importWord: 'using',
  pure: /^(?:Trim\w*|To(?:Lower|Upper)\w*|Replace|Substring|PadLeft|PadRight|Add(?:Days|Hours|Minutes|Seconds|Months|Years|Milliseconds)|Subtract|OrderBy\w*|ThenBy\w*|Where|Select|Distinct|Take|Skip|Concat|Append|Prepend|Union|Except|Intersect)$/,
};

export function wordsOf({ language }: Scene): Words | null {
  if (language.name === 'java') return java;
  return language.name === 'c-sharp' ? csharp : null;
}

export function isJava({ language }: Scene): boolean {
  return language.name === 'java';
}

export interface ManagedCall {
  readonly name: string;
  readonly object: Branch | null;
  readonly list: Branch;
  readonly given: readonly Branch[];
}

/** A call of a method: what it is called on, and what it is given. */
export function methodCall(branch: Branch | null | undefined, scene: Scene): ManagedCall | null {
  if (branch == null || !/^(?:method_invocation|invocation_expression)$/.test(branch.type)) return null;
  const callee = fieldOf(branch, 'function');
  const list = fieldOf(branch, 'arguments');
  const name = fieldOf(branch, 'name') ?? (callee === null ? null : (fieldOf(callee, 'name') ?? callee));
  if (list === null || name === null) return null;
  const object = callee === null ? fieldOf(branch, 'object') : fieldOf(callee, 'expression');
  return { name: scene.text(name), object, list, given: argumentsIn(list) };
}

/** The values in a list of arguments; in C# each is wrapped once. */
export function argumentsIn(list: Branch): readonly Branch[] {
  return namedChildren(list).flatMap((each) => (each.type === 'argument' ? (namedChildren(each).at(-1) ?? []) : each));
}

/** The class that `new` makes, without its type arguments, and what it is given. */
export function made(branch: Branch | null | undefined, scene: Scene): { readonly type: string; readonly given: readonly Branch[] } | null {
  if (branch?.type !== 'object_creation_expression') return null;
  const [type, list] = [fieldOf(branch, 'type'), fieldOf(branch, 'arguments')];
  if (type === null) return null;
  return { type: bare(scene.text(type)), given: list === null ? [] : argumentsIn(list) };
}

/** A type without its arguments. */
export function bare(type: string): string {
  return type.replace(/<.*$/s, '').replace(/^.*\./, '').trim();
}

export interface Declared {
  readonly name: string;
  readonly type: string;
  /** The declaration: of a field, a variable, a parameter. */
  readonly at: Branch;
  readonly value: Branch | null;
  readonly isField: boolean;
  readonly scope: Branch;
}

const declaredOf = new WeakMap<Branch, ReadonlyMap<string, readonly Declared[]>>();
const CLASS = new Set([
  'class_declaration',
  'record_declaration',
  'enum_declaration',
  'struct_declaration',
  'class_body',
  'interface_declaration',
]);
const SCOPE = new Set([
  ...['block', 'constructor_body', 'for_statement', 'switch_block_statement_group', 'switch_section', 'lambda_expression'],
  ...['method_declaration', 'constructor_declaration', 'local_function_statement', 'enhanced_for_statement', 'foreach_statement'],
  ...['class_body', 'declaration_list', 'record_declaration', 'catch_clause', 'accessor_declaration', 'class_declaration'],
]);

/** Everything the file declares with a type, by name. */
export function declarations(scene: Scene): ReadonlyMap<string, readonly Declared[]> {
  const known = declaredOf.get(scene.program);
  if (known !== undefined) return known;
  const found = new Map<string, Declared[]>();
  for (const branch of below(scene.program))
    for (const each of declaredAt(branch, scene)) found.set(each.name, [...(found.get(each.name) ?? []), each]);
  declaredOf.set(scene.program, found);
  return found;
}

function* declaredAt(branch: Branch, scene: Scene): Generator<Declared> {
  const typed = fieldOf(branch, 'type');
  const direct = /^(?:formal_parameter|parameter|enhanced_for_statement|foreach_statement|property_declaration)$/.test(branch.type);
  const several = /^(?:local_variable_declaration|field_declaration|variable_declaration)$/.test(branch.type);
  if (typed === null || (!direct && !several)) return;
  const scope = nearest(branch, SCOPE) ?? scene.program;
  const isField = CLASS.has(scope.type) || (scope.type === 'declaration_list' && branch.type !== 'parameter');
  const own = direct && /^(?:enhanced_for|foreach)_statement$/.test(branch.type) ? branch : scope;
  if (direct) {
    const name = fieldOf(branch, 'name') ?? fieldOf(branch, 'left');
    if (name !== null) yield { name: scene.text(name), type: scene.text(typed), at: branch, value: null, isField, scope: own };
  }
  for (const child of several ? branch.children.filter(({ type }) => type === 'variable_declarator') : []) {
    const name = fieldOf(child, 'name');
    const value = fieldOf(child, 'value') ?? valueBehind(child);
    if (name === null) continue;
    const type = /^(?:var|implicit_type)$/.test(scene.text(typed)) ? (typeOf(value, scene, false) ?? 'var') : scene.text(typed);
    yield { name: scene.text(name), type, at: branch, value, isField, scope };
  }
}

function valueBehind(declarator: Branch): Branch | null {
  const equals = declarator.children.findIndex(({ type }) => type === '=');
  return equals === -1 ? null : (declarator.children[equals + 1] ?? null);
}

/** What a name means at a place: the innermost declaration around it. */
export function declaredFor(name: string, place: Branch, scene: Scene): Declared | null {
  const around = (declarations(scene).get(name) ?? []).filter(({ scope }) => scope.start <= place.start && scope.end >= place.end);
  return around.toSorted((a, b) => a.scope.end - a.scope.start - (b.scope.end - b.scope.start))[0] ?? null;
}

const OF_TEXTS = /^(?:trim|strip|toLowerCase|toUpperCase|substring|replace|replaceAll|toString|valueOf|format|join|getName|name|concat)$/;
const WHOLE = /^(?:size|length|indexOf|lastIndexOf|intValue|parseInt|compareTo|hashCode|ordinal|getAsInt)$/;

/** The type of an expression as the file tells it; null where it does not. */
export function typeOf(branch: Branch | null, scene: Scene, looksUp = true): string | null {
  if (branch === null) return null;
  const own = scene.text(branch);
  if (branch.type === 'parenthesized_expression') return typeOf(namedChildren(branch)[0] ?? null, scene, looksUp);
  if (scene.language.strings.has(branch.type)) return wordsOf(scene)?.text ?? null;
  if (/^(?:decimal_integer_literal|integer_literal)$/.test(branch.type)) return /[lL]$/.test(own) ? 'long' : 'int';
  if (/^(?:decimal_floating_point_literal|real_literal)$/.test(branch.type)) return /m$/i.test(own) ? 'decimal' : 'double';
  if (branch.type === 'character_literal') return 'char';
  if (branch.type === 'cast_expression') return textOf(fieldOf(branch, 'type'), scene);
  if (branch.type === 'object_creation_expression') return textOf(fieldOf(branch, 'type'), scene);
  if (branch.type === 'binary_expression') return typeOfSum(branch, scene, looksUp);
  if (!looksUp) return null;
  const field = /^this\.(\w+)$/.exec(own)?.[1];
  if (field !== undefined) return (declarations(scene).get(field) ?? []).find(({ isField }) => isField)?.type ?? null;
  if (branch.type === 'identifier') return declaredFor(own, branch, scene)?.type ?? null;
  if (branch.type === 'array_access') return typeOf(branch.children[0] ?? null, scene)?.replace(/\[\]$/, '') ?? null;
  return typeOfCall(branch, scene);
}

function textOf(branch: Branch | null, scene: Scene): string | null {
  return branch === null ? null : scene.text(branch);
}

function typeOfSum(branch: Branch, scene: Scene, looksUp: boolean): string | null {
  const sign = branch.children.find(({ named }) => !named)?.type ?? '';
  const sides = namedChildren(branch).map((side) => typeOf(side, scene, looksUp));
  if (sign === '+' && sides.includes(wordsOf(scene)?.text ?? '')) return wordsOf(scene)?.text ?? null;
  if (!/^[-+*/%]$/.test(sign)) return 'boolean';
  for (const wide of ['decimal', 'double', 'float', 'long']) if (sides.includes(wide)) return wide;
  return sides.every((side) => side !== null && /^(?:int|short|byte|char|Integer)$/.test(side)) ? 'int' : null;
}

function typeOfCall(branch: Branch, scene: Scene): string | null {
  const call = methodCall(branch, scene);
  if (call === null) return null;
  if (call.object === null || scene.text(call.object) === 'this') return resultOf(call.name, scene);
  if (WHOLE.test(call.name)) return 'int';
  if (OF_TEXTS.test(call.name) && typeOf(call.object, scene) === wordsOf(scene)?.text) return wordsOf(scene)?.text ?? null;
  const type = typeOf(call.object, scene);
  if (/^(?:get|getOrDefault|remove|peek|poll|pop)$/.test(call.name) && type !== null) return argumentsOf(type).at(-1) ?? null;
  return null;
}

const resultsOf = new WeakMap<Branch, ReadonlyMap<string, string>>();

/** What a method of the file gives back. */
function resultOf(name: string, scene: Scene): string | null {
  const known = resultsOf.get(scene.program) ?? resultsIn(scene);
  resultsOf.set(scene.program, known);
  return known.get(name) ?? null;
}

function resultsIn(scene: Scene): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const branch of below(scene.program)) {
    const type = resultType(branch, scene);
    const own = fieldOf(branch, 'name');
    if (type !== null && own !== null && !found.has(scene.text(own))) found.set(scene.text(own), type);
  }
  return found;
}

/** `String` and `int[]` of `Map<String, int[]>`. */
export function argumentsOf(type: string): readonly string[] {
  const inner = /<(.*)>$/s.exec(type)?.[1] ?? '';
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at <= inner.length; at++) {
    if (inner[at] === '<') depth++;
    if (inner[at] === '>') depth--;
    if (at < inner.length && (inner[at] !== ',' || depth > 0)) continue;
    parts.push(inner.slice(from, at).trim());
    from = at + 1;
  }
  return parts.filter((part) => part !== '');
}

export const isPrimitive = (type: string): boolean =>
  /^(?:int|long|short|byte|char|double|float|boolean|bool|decimal|uint|ulong)$/.test(type);
export const isWhole = (type: string | null): boolean => type !== null && /^(?:int|long|short|byte|Integer|Long|uint|ulong)$/.test(type);
export const isFraction = (type: string | null): boolean => type !== null && /^(?:double|float|Double|Float|decimal|double\?)$/.test(type);

/** The method, constructor or lambda around a place, and the type of its result. */
export function methodAround(branch: Branch, scene: Scene): Branch | null {
  return nearest(branch, scene.language.functions);
}

export function resultType(method: Branch | null, scene: Scene): string | null {
  if (method?.type !== 'method_declaration') return null;
  return textOf(fieldOf(method, 'type') ?? fieldOf(method, 'returns'), scene);
}

/** The type that the place of a value asks for: of a return, of what is declared or assigned. */
export function wantedType(branch: Branch, scene: Scene): string | null {
  const { parent } = branch;
  if (parent?.type === 'parenthesized_expression') return wantedType(parent, scene);
  if (parent?.type === 'return_statement' || parent?.type === 'arrow_expression_clause')
    return resultType(methodAround(branch, scene), scene);
  if (parent?.type === 'variable_declarator' && parent.parent !== null) return textOf(fieldOf(parent.parent, 'type'), scene);
  if (parent?.type !== 'assignment_expression' || branch.field !== 'right') return null;
  return typeOf(fieldOf(parent, 'left'), scene);
}

/** Whether a branch is a statement in a block. */
export function isInBlock({ named, parent }: Branch, { language }: Scene): boolean {
  return named && parent !== null && (language.blocks.has(parent.type) || parent.type === 'switch_section');
}

/** Name of a parameter, in order. */
export function parametersIn(method: Branch, scene: Scene): readonly Declared[] {
  const list = fieldOf(method, 'parameters');
  const found = list === null ? [] : namedChildren(list);
  return found.flatMap((each) => [...declaredAt(each, scene)]);
}

/** The body of the class around a place. */
export function classAround(branch: Branch): Branch | null {
  for (const at of above(branch)) if (/^(?:class_body|declaration_list|enum_body_declarations)$/.test(at.type)) return at;
  return null;
}

/** Names of the fields that the class around a place declares, in order. */
export function fieldsOf(branch: Branch, scene: Scene): readonly string[] {
  const body = classAround(branch);
  if (body === null) return [];
  const found: string[] = [];
  for (const [name, all] of declarations(scene))
    if (all.some(({ isField, scope }) => isField && (scope === body || scope === body.parent))) found.push(name);
  return found;
}

/** One edit of a place that also imports what it names, so that both stand or fall together. */
export function withImport(edit: Proposal, qualified: string, scene: Scene): Proposal {
  const { text } = scene.file;
  const line = importLine(qualified, scene);
  if (isImported(qualified, scene)) return edit;
  const at = placeOfImport(line, scene);
  if (at > edit.start) return edit;
  return { ...edit, start: at, text: `${line}\n${text.slice(at, edit.start)}${edit.text}` };
}

export function importLine(qualified: string, scene: Scene): string {
  return isJava(scene) ? `import ${qualified};` : `using ${qualified};`;
}

export function isImported(qualified: string, scene: Scene): boolean {
  const from = qualified.replace(/\.\w+$/, '');
  const lines = namedChildren(scene.program).map(scene.text);
  return isJava(scene)
    ? lines.some((line) => line === `import ${qualified};` || line === `import ${from}.*;`)
    : lines.some((line) => line === `using ${qualified};`);
}

/** Where an import belongs: among its like in the order of the alphabet, else behind the package. */
export function placeOfImport(line: string, scene: Scene): number {
  const { program, text, file } = scene;
  const statements = namedChildren(program);
  const imports = statements.filter(
    (each) => /^(?:import_declaration|using_directive)$/.test(each.type) && !/^import static/.test(text(each)),
  );
  const next = imports.find((each) => text(each) > line);
  if (next !== undefined) return next.start;
  const last = imports.at(-1) ?? statements.find(({ type }) => type === 'package_declaration');
  if (last === undefined) return 0;
  const end = file.text.indexOf('\n', last.end);
  return end === -1 ? last.end : end + 1;
}
