// What the families ask of PHP's trees.
import { entryOf, type Proposal } from '../family.ts';
import type { Family, Scene } from './scene.ts';
import { above, type Branch, below, fieldOf, namedChildren } from './tree.ts';

/** A family that looks at these kinds of nodes of PHP alone. */
export function phpFamily(
  name: string,
  share: number,
  types: string,
  propose: (branch: Branch, scene: Scene) => Iterable<Proposal>,
  more: Pick<Family, 'anywhere'> = {},
): Family {
  const wanted = new Set(types.split(' '));
  return {
    name,
    share,
    ...more,
    *propose(branch, scene) {
      if (scene.language.name === 'php' && wanted.has(branch.type)) yield* propose(branch, scene);
    },
  };
}

/** A family that looks at whole functions: from their first statement, as the line of their head is not run. */
export function phpFunctionFamily(
  name: string,
  share: number,
  types: string,
  propose: (fn: Branch, scene: Scene) => Iterable<Proposal>,
): Family {
  const wanted = new Set(types.split(' '));
  return {
    name,
    share,
    *propose(branch, scene) {
      if (scene.language.name !== 'php') return;
      const isEmpty = wanted.has(branch.type) && statementsOf(branch).length === 0;
      const fn = isEmpty ? branch : branch.parent?.type === 'compound_statement' ? branch.parent.parent : null;
      if (fn !== null && wanted.has(fn.type) && (isEmpty || statementsOf(fn)[0] === branch)) yield* propose(fn, scene);
    },
  };
}

/** A call, taken apart. */
export interface Call {
  /** Name of the function or the method, without its namespace. */
  readonly name: string;
  readonly callee: Branch;
  /** What a method is called on, or the class of a static one; null for a function. */
  readonly object: Branch | null;
  readonly list: Branch;
  readonly given: readonly Branch[];
}

export const CALLS = 'function_call_expression member_call_expression nullsafe_member_call_expression scoped_call_expression';
const CALL_TYPES = new Set(CALLS.split(' '));

/** Null for what is no call. */
export function callOf(branch: Branch | null | undefined, scene: Scene): Call | null {
  if (branch === null || branch === undefined || !CALL_TYPES.has(branch.type)) return null;
  const callee = fieldOf(branch, 'function') ?? fieldOf(branch, 'name');
  const list = fieldOf(branch, 'arguments');
  if (callee === null || list === null) return null;
  const given = namedChildren(list).map((each) => namedChildren(each).at(-1) ?? each);
  const name = scene.text(callee).replace(/^.*\\/s, '');
  return { name, callee, object: fieldOf(branch, 'object') ?? fieldOf(branch, 'scope'), list, given };
}

/** A call of a function, not of a method. */
export function functionCallOf(branch: Branch | null | undefined, scene: Scene): Call | null {
  return branch?.type === 'function_call_expression' ? callOf(branch, scene) : null;
}

/** The operator between two operands; empty for what has none. */
export function operatorOf(branch: Branch): string {
  return fieldOf(branch, 'operator')?.type ?? '';
}

/** Without the brackets around it. */
export function bare(branch: Branch): Branch {
  const [inner] = branch.type === 'parenthesized_expression' ? namedChildren(branch) : [];
  return inner === undefined ? branch : bare(inner);
}

/** The expression that is a statement of its own; null for other statements. */
export function expressionOf(statement: Branch | null | undefined): Branch | null {
  return statement?.type === 'expression_statement' ? (namedChildren(statement)[0] ?? null) : null;
}

const STATEMENT = /_statement$/;

/** The statement that a place is in. */
export function statementAround(branch: Branch): Branch | null {
  if (STATEMENT.test(branch.type) && branch.type !== 'compound_statement') return branch;
  return [...above(branch)].find(({ type }) => STATEMENT.test(type)) ?? null;
}

/** Statements of a block, or of a function's body. */
export function statementsOf(branch: Branch | null): readonly Branch[] {
  const body = branch === null || branch.type === 'compound_statement' ? branch : fieldOf(branch, 'body');
  return body?.type === 'compound_statement' ? namedChildren(body) : [];
}

/** The statement behind this one in its block. */
export function nextOf(statement: Branch): Branch | undefined {
  return statement.parent?.children.slice(statement.index + 1).find(({ named }) => named);
}

const FUNCTION = /^(?:function_definition|method_declaration|anonymous_function|arrow_function)$/;
const CLASS = /^(?:class_declaration|trait_declaration|enum_declaration|anonymous_class)$/;
const LOOP = /^(?:for|foreach|while|do)_statement$/;

export function isFunction({ type }: Branch): boolean {
  return FUNCTION.test(type);
}

export function functionAround(branch: Branch): Branch | null {
  return [...above(branch)].find(isFunction) ?? null;
}

/** The method a place is in, also from within its closures. */
export function methodAround(branch: Branch): Branch | null {
  return branch.type === 'method_declaration' ? branch : ([...above(branch)].find(({ type }) => type === 'method_declaration') ?? null);
}

export function classAround(branch: Branch): Branch | null {
  return [...above(branch)].find(({ type }) => CLASS.test(type)) ?? null;
}

/** The loop a place is in, within its function. */
export function loopAround(branch: Branch): Branch | null {
  const at = [...above(branch)].find((each) => LOOP.test(each.type) || isFunction(each));
  return at !== undefined && LOOP.test(at.type) ? at : null;
}

export function isLoop({ type }: Branch): boolean {
  return LOOP.test(type);
}

/** The methods of a class that have a body. */
export function methodsOf(owner: Branch | null): readonly Branch[] {
  const body = owner === null ? null : fieldOf(owner, 'body');
  return (body === null ? [] : namedChildren(body)).filter((each) => each.type === 'method_declaration' && fieldOf(each, 'body') !== null);
}

export function nameOf(definition: Branch | null, scene: Scene): string {
  const name = definition === null ? null : fieldOf(definition, 'name');
  return name === null ? '' : scene.text(name);
}

export interface Parameter {
  /** With its `$`. */
  readonly name: string;
  readonly type: string;
  readonly byReference: boolean;
  readonly branch: Branch;
}

export function parametersOf(fn: Branch, scene: Scene): readonly Parameter[] {
  const list = fieldOf(fn, 'parameters');
  return (list === null ? [] : namedChildren(list)).flatMap((branch) => {
    const [name, type] = [fieldOf(branch, 'name'), fieldOf(branch, 'type')];
    if (name === null) return [];
    const byReference = branch.children.some((child) => /^(?:reference_modifier|&|by_ref)$/.test(child.type));
    return [{ name: scene.text(name), type: type === null ? '' : scene.text(type), byReference, branch }];
  });
}

export interface Member {
  /** Without its `$`. */
  readonly name: string;
  readonly type: string;
  readonly initial: string | null;
  readonly isStatic: boolean;
  readonly element: Branch;
}

/** What a class declares as its members, those of the constructor's list aside. */
export function membersOf(owner: Branch | null, scene: Scene): readonly Member[] {
  const body = owner === null ? null : fieldOf(owner, 'body');
  return (body === null ? [] : namedChildren(body)).flatMap((declaration) => {
    if (declaration.type !== 'property_declaration') return [];
    const type = fieldOf(declaration, 'type');
    const isStatic = declaration.children.some((child) => child.type === 'static_modifier');
    return namedChildren(declaration).flatMap((element) => {
      const [name, value] = [fieldOf(element, 'name'), fieldOf(element, 'default_value')];
      if (element.type !== 'property_element' || name === null) return [];
      const initial = value === null ? null : scene.text(value);
      return [{ name: scene.text(name).slice(1), type: type === null ? '' : scene.text(type), initial, isStatic, element }];
    });
  });
}

/** What a function says that it returns; empty where it says nothing. */
export function returnTypeOf(fn: Branch | null, scene: Scene): string {
  const type = fn === null ? null : fieldOf(fn, 'return_type');
  return type === null ? '' : scene.text(type);
}

/** The value of a type that holds nothing; null where there is none to know. */
export function emptyOf(type: string): string | null {
  if (type.startsWith('?') || /\bnull\b|^mixed$|^$/.test(type)) return 'null';
  const known: Readonly<Record<string, string>> = { array: '[]', int: '0', float: '0.0', string: "''", bool: 'false', iterable: '[]' };
  return entryOf(known, type) ?? null;
}

/** Statements that leave a function for an ordinary reason: by what it returns. */
export function leavesOf(fn: Branch, scene: Scene): readonly string[] {
  const type = returnTypeOf(fn, scene);
  if (/^(?:void|never)$/.test(type) || nameOf(fn, scene) === '__construct') return ['return;'];
  const empty = emptyOf(type);
  const values = type === '' ? valuesReturned(fn, scene) : /^(?:self|static)$/.test(type) ? ['$this'] : empty === null ? [] : [empty];
  return (values.length > 0 ? values : ['null']).slice(0, 2).map((value) => `return ${value};`);
}

function valuesReturned(fn: Branch, scene: Scene): readonly string[] {
  const values = below(fn).flatMap((each) => (each.type === 'return_statement' ? namedChildren(each).map(scene.text) : []));
  return [...new Set(values.filter((value) => /^(?:null|false|true|\[\]|''|0|\$this)$/.test(value)))];
}

/** Variables that a piece of code uses, each once. */
export function variablesIn(code: string): readonly string[] {
  return [...new Set(code.match(/\$\w+/g) ?? [])];
}

/** Variables that have a value at a place: parameters, and what stands before it in the function. */
export function knownAt(place: Branch, scene: Scene): ReadonlySet<string> {
  const fn = functionAround(place);
  const known = new Set(fn === null ? [] : parametersOf(fn, scene).map(({ name }) => name));
  for (const name of variablesIn(fn === null ? '' : scene.file.text.slice(fn.start, place.start))) known.add(name);
  return known.add('$this');
}

/** A condition with a short body, indented like the statement it stands at. */
export function guarded(condition: string, body: string, indent: string): string {
  return `if (${condition}) {\n${indent}    ${body}\n${indent}}`;
}

export function before(statement: Branch, code: string, scene: Scene, label: string, odds: number): Proposal {
  return { start: statement.start, end: statement.start, text: `${code}\n${scene.indent(statement)}`, label, odds };
}

export function behind(statement: Branch, code: string, scene: Scene, label: string, odds: number): Proposal {
  return { start: statement.end, end: statement.end, text: `\n${scene.indent(statement)}${code}`, label, odds };
}

/** At the end of a block that has statements. */
export function atEnd(block: Branch, code: string, scene: Scene, odds: number): readonly Proposal[] {
  const last = namedChildren(block).at(-1);
  return last === undefined ? [] : [behind(last, code, scene, `${code} added at the end`, odds)];
}

const JUMP = /^(?:return|continue|break)_statement$/;

/** Whether nothing behind a statement is reached. */
export function isJump(statement: Branch | undefined): boolean {
  return statement !== undefined && (JUMP.test(statement.type) || expressionOf(statement)?.type === 'throw_expression');
}

const said = new WeakMap<Branch, Map<string, boolean>>();

/** Whether a pattern is found in the file: looked for once. */
export function says({ program, file }: Scene, pattern: RegExp): boolean {
  const known = said.get(program) ?? new Map<string, boolean>();
  said.set(program, known);
  const key = String(pattern);
  const found = known.get(key) ?? pattern.test(file.text);
  known.set(key, found);
  return found;
}

/** What stands just before a place. */
export function ahead({ start }: Branch, { file }: Scene): string {
  return file.text.slice(Math.max(0, start - 40), start);
}
