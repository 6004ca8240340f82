// What the families ask of the trees of Rust.
import type { Scene } from './scene.ts';
import { type Branch, below, fieldOf, namedChildren, nearest } from './tree.ts';

export function isRust({ language }: Scene): boolean {
  return language.name === 'rust';
}

/** A call of a method, taken apart. */
export interface MethodCall {
  readonly call: Branch;
  readonly object: Branch;
  readonly method: Branch;
  readonly name: string;
  readonly list: Branch;
  readonly given: readonly Branch[];
}

/** `x.f(…)` and `x.f::<T>(…)`; null for what is no call of a method. */
export function methodCallOf(branch: Branch | null | undefined, scene: Scene): MethodCall | null {
  if (branch?.type !== 'call_expression') return null;
  const called = fieldOf(branch, 'function');
  const callee = called?.type === 'generic_function' ? fieldOf(called, 'function') : called;
  const list = fieldOf(branch, 'arguments');
  if (callee?.type !== 'field_expression' || list === null) return null;
  const [object, method] = [fieldOf(callee, 'value'), fieldOf(callee, 'field')];
  if (object === null || method === null) return null;
  return { call: branch, object, method, name: scene.text(method), list, given: namedChildren(list) };
}

export function functionAround(branch: Branch): Branch | null {
  return nearest(branch, new Set(['function_item']));
}

interface Parameter {
  readonly name: string;
  readonly type: string;
}

export function parametersOf(fn: Branch, scene: Scene): readonly Parameter[] {
  const list = fieldOf(fn, 'parameters');
  return (list === null ? [] : namedChildren(list)).flatMap((each) => {
    const [pattern, type] = [fieldOf(each, 'pattern'), fieldOf(each, 'type')];
    return pattern?.type === 'identifier' && type !== null ? [{ name: scene.text(pattern), type: scene.text(type) }] : [];
  });
}

/** The type that a function returns; an empty text for none. */
export function returnTypeOf(fn: Branch | null, scene: Scene): string {
  const type = fn === null ? null : fieldOf(fn, 'return_type');
  return type === null ? '' : scene.text(type);
}

/** Whether a function changes the object it belongs to. */
export function changesItself(fn: Branch, scene: Scene): boolean {
  const list = fieldOf(fn, 'parameters');
  const own = list?.children.find(({ type }) => type === 'self_parameter');
  return own !== undefined && /\bmut\b/.test(scene.text(own));
}

/** A statement, or the value at the end, of a block. */
export function isInBlock(branch: Branch): boolean {
  return branch.named && branch.parent?.type === 'block' && !/_item$|comment|^label$|attribute/.test(branch.type);
}

/** The binary operator between two operands; an empty text elsewhere. */
export function operatorOf(branch: Branch): string {
  return branch.type === 'binary_expression' || branch.type === 'compound_assignment_expr'
    ? (branch.children.find(({ field }) => field === 'operator')?.type ?? '')
    : '';
}

/** Ready to have a method called upon, or to be cast. */
export function bracketed(branch: Branch, scene: Scene): string {
  const text = scene.text(branch);
  const isPlain =
    /^(?:identifier|self|field_expression|call_expression|index_expression|parenthesized_expression|macro_invocation|\w+_literal)$/.test(
      branch.type,
    );
  return isPlain ? text : `(${text})`;
}

/** Without the brackets around it. */
export function bare(branch: Branch): Branch {
  const inner = branch.type === 'parenthesized_expression' ? namedChildren(branch)[0] : undefined;
  return inner === undefined ? branch : bare(inner);
}

export interface Variant {
  readonly name: string;
  /** `(u32)` or `{ at: usize }`; empty for a plain one. */
  readonly payload: string;
}

interface Declared {
  /** Fields of each struct with their types. */
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly variants: ReadonlyMap<string, readonly Variant[]>;
  /** What is made into an `Err` somewhere in the file. */
  readonly errors: readonly string[];
  readonly constants: readonly string[];
}

const known = new WeakMap<Branch, Declared>();

/** The types and errors of a file. */
export function declaredIn(scene: Scene): Declared {
  const found = known.get(scene.program) ?? readDeclared(scene);
  known.set(scene.program, found);
  return found;
}

function readDeclared(scene: Scene): Declared {
  const fields = new Map<string, ReadonlyMap<string, string>>();
  const variants = new Map<string, readonly Variant[]>();
  const errors = new Set<string>();
  const constants: string[] = [];
  for (const branch of below(scene.program)) {
    const [name, body] = [fieldOf(branch, 'name'), fieldOf(branch, 'body')];
    if (branch.type === 'struct_item' && name !== null && body !== null) fields.set(scene.text(name), fieldsIn(body, scene));
    if (branch.type === 'enum_item' && name !== null && body !== null) variants.set(scene.text(name), variantsIn(body, scene));
    if (branch.type === 'const_item' && name !== null) constants.push(scene.text(name));
    const error = errorIn(branch, scene);
    if (error !== null && error.length < 120) errors.add(error);
  }
  return { fields, variants, errors: [...errors], constants };
}

function fieldsIn(body: Branch, scene: Scene): ReadonlyMap<string, string> {
  return new Map(
    namedChildren(body).flatMap((each): [string, string][] => {
      const [name, type] = [fieldOf(each, 'name'), fieldOf(each, 'type')];
      return name === null || type === null ? [] : [[scene.text(name), scene.text(type)]];
    }),
  );
}

function variantsIn(body: Branch, scene: Scene): readonly Variant[] {
  return namedChildren(body).flatMap((each) => {
    const [name, payload] = [fieldOf(each, 'name'), fieldOf(each, 'body')];
    return name === null ? [] : [{ name: scene.text(name), payload: payload === null ? '' : scene.text(payload) }];
  });
}

/** `E` of `Err(E)`, of `ok_or(E)`, of `ok_or_else(|| E)` and of `map_err(|_| E)`. */
function errorIn(branch: Branch, scene: Scene): string | null {
  const callee = branch.type === 'call_expression' ? fieldOf(branch, 'function') : null;
  const list = callee === null ? null : fieldOf(branch, 'arguments');
  const [only] = list === null ? [] : namedChildren(list);
  if (callee === null || only === undefined) return null;
  const name = scene.text(callee);
  if (name === 'Err' || name.endsWith('.ok_or')) return only.type === 'identifier' ? null : scene.text(only);
  const body = only.type === 'closure_expression' && /\.(?:ok_or_else|map_err)$/.test(name) ? fieldOf(only, 'body') : null;
  return body === null ? null : scene.text(body);
}

/** Types of a function's parameters and of its variables, where they are written down. */
export function typesIn(fn: Branch, scene: Scene): ReadonlyMap<string, string> {
  const found = types.get(fn) ?? readTypes(fn, scene);
  types.set(fn, found);
  return found;
}

const types = new WeakMap<Branch, ReadonlyMap<string, string>>();

function readTypes(fn: Branch, scene: Scene): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const branch of below(fn)) {
    const [pattern, type, value] =
      branch.type === 'let_declaration' ? ['pattern', 'type', 'value'].map((name) => fieldOf(branch, name)) : [];
    if (pattern?.type !== 'identifier') continue;
    const told = type == null ? typeOfValue(value ?? null, scene) : scene.text(type);
    if (told !== '') found.set(scene.text(pattern), told);
  }
  for (const { name, type } of parametersOf(fn, scene)) found.set(name, type);
  for (const branch of below(fn)) {
    const [pattern, value] = branch.type === 'for_expression' ? [fieldOf(branch, 'pattern'), fieldOf(branch, 'value')] : [null, null];
    if (pattern === null || value === null) continue;
    const list = scene.text(value);
    const counted = /\.enumerate\(\)$/.test(list) ? /^\((\w+),/.exec(scene.text(pattern))?.[1] : undefined;
    if (counted !== undefined) found.set(counted, 'usize');
    else if (
      pattern.type === 'identifier' &&
      /^\(?(?:\w+\.\.|.*\.\.=?[\w.]*(?:len|count)\(\))/.test(list) &&
      !found.has(scene.text(pattern))
    )
      found.set(scene.text(pattern), 'usize');
  }
  return found;
}

function typeOfValue(value: Branch | null, scene: Scene): string {
  if (value === null) return '';
  if (value.type === 'float_literal') return 'f64';
  if (value.type === 'boolean_literal') return 'bool';
  const text = scene.text(value);
  if (/^vec!|^Vec::/.test(text)) return 'Vec';
  if (/^String::|\.to_string\(\)$|^format!|\.(?:to_lowercase|to_uppercase)\(\)$/.test(text)) return 'String';
  if (/\.(?:len|count)\(\)$/.test(text) && /^[\w.()]+$/.test(text)) return 'usize';
  return / as (\w+)$/.exec(text)?.[1] ?? '';
}

/** The fields that `self` has in a function, with their types. */
export function ownFields(branch: Branch, scene: Scene): ReadonlyMap<string, string> {
  const type = fieldOf(nearest(branch, new Set(['impl_item'])) ?? branch, 'type');
  const name = type === null ? '' : /^\w+/.exec(scene.text(type))?.[0];
  return declaredIn(scene).fields.get(name ?? '') ?? new Map<string, string>();
}

/** What a value's type is, as far as declarations tell; an empty text where they do not. */
export function typeOf(branch: Branch, scene: Scene): string {
  const at = bare(branch);
  const fn = functionAround(branch);
  if (at.type === 'identifier' && fn !== null) return typesIn(fn, scene).get(scene.text(at)) ?? '';
  if (at.type === 'field_expression') {
    const [value, field] = [fieldOf(at, 'value'), fieldOf(at, 'field')];
    return value?.type === 'self' && field !== null ? (ownFields(branch, scene).get(scene.text(field)) ?? '') : '';
  }
  if (at.type === 'unary_expression' || at.type === 'reference_expression') {
    const inner = namedChildren(at).at(-1);
    return inner === undefined ? '' : typeOf(inner, scene);
  }
  return typeOfValue(at, scene);
}

const FLOAT = /\bf(?:32|64)\b|\b\d+\.\d|\.(?:sqrt|powf|powi|round|floor|ceil)\(/;

/** Whether fractions are computed with, as far as the text and the declarations tell. */
export function isFloat(branch: Branch, scene: Scene): boolean {
  if (FLOAT.test(scene.text(branch))) return true;
  return below(branch).some((each) => /^(?:identifier|field_expression)$/.test(each.type) && /^&?f(?:32|64)$/.test(typeOf(each, scene)));
}

const TEXT = /^&?(?:'\w+ )?(?:mut )?(?:str|String)$/;

export function isText(branch: Branch, scene: Scene): boolean {
  return branch.type === 'string_literal' || TEXT.test(typeOf(branch, scene));
}

/** Values that a function may end with early, by the type it returns: what stands for nothing, then the errors of the file. */
export function earlyResults(fn: Branch, scene: Scene): readonly string[] {
  const type = returnTypeOf(fn, scene);
  if (type === '') return [''];
  if (/^Option\b/.test(type)) return ['None'];
  if (/\bResult\b/.test(type)) {
    const inner = /Result<([^,<>]+|[^,<>]+<[^<>]*>)/.exec(type)?.[1] ?? '()';
    const errors = errorsFor(fn, scene).slice(0, 4);
    return [...errors.map((error) => `Err(${error})`), `Ok(${nothingOf(inner) ?? 'Default::default()'})`];
  }
  const nothing = nothingOf(type);
  return nothing === null ? [] : type === 'bool' ? ['false', 'true'] : [nothing];
}

/** The empty value of a type; null where it is not known. */
export function nothingOf(type: string): string | null {
  if (type === '()') return '()';
  if (/^f(?:32|64)$/.test(type)) return '0.0';
  if (/^[iu](?:8|16|32|64|128|size)$/.test(type)) return '0';
  if (type === 'String') return 'String::new()';
  if (/^&(?:'\w+ )?str$/.test(type)) return '""';
  if (type === 'bool') return 'false';
  if (/^Option\b/.test(type)) return 'None';
  return /^(Vec|HashMap|HashSet|BTreeMap|BTreeSet|VecDeque)\b/.exec(type)?.[0].concat('::new()') ?? null;
}

/** Errors whose names are all known in a function: its own first, then those of others. */
export function errorsFor(fn: Branch, scene: Scene): readonly string[] {
  const body = scene.text(fn);
  const isKnown = (error: string): boolean => freeNames(error).every((name) => new RegExp(`\\b${name}\\b`).test(body));
  const { errors, variants } = declaredIn(scene);
  const type = /Result<.*,\s*(?:\w+::)*(\w+)>$/.exec(returnTypeOf(fn, scene))?.[1] ?? '';
  const plain = (variants.get(type) ?? []).flatMap(({ name, payload }) => (payload === '' ? [`${type}::${name}`] : []));
  const fitting = errors.filter((error) => !variants.has(type) || error.includes(`${type}::`) || error.includes('Self::'));
  return [...new Set([...fitting.filter(isKnown), ...plain])];
}

/** Names of variables in a text of code, in texts of formats as well. */
export function freeNames(code: string): readonly string[] {
  const formats = [...code.matchAll(/"(?:[^"\\]|\\.)*"/g)].flatMap(([text]) =>
    [...text.matchAll(/\{(\w+)(?::[^}]*)?\}/g)].map(([, name]) => name ?? ''),
  );
  const plain = code.replace(/"(?:[^"\\]|\\.)*"/g, '""').replace(/'(?:[^'\\]|\\.)'/g, "''");
  const names = [...plain.matchAll(/(?<![\w.:'])([a-z_]\w*)\b(?!\s*(?:::|!|\(|:(?!:)))/g)].map(([, name]) => name ?? '');
  return [...new Set([...formats, ...names])].filter((name) => !KEYWORDS.test(name) && name !== '');
}

const KEYWORDS =
  /^(?:self|as|if|else|match|let|mut|ref|return|break|continue|for|in|while|loop|move|true|false|_|str|bool|char|[iu](?:8|16|32|64|128|size)|f32|f64|\d.*)$/;
