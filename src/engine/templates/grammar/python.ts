// What the families ask of Python's trees.
import type { Scene } from './scene.ts';
import { type Branch, fieldOf, namedChildren } from './tree.ts';

/** A call, taken apart. */
export interface Call {
  readonly callee: Branch;
  /** The arguments with their brackets, or the generator that is the only one. */
  readonly list: Branch;
  readonly given: readonly Branch[];
  /** What a method is called on; null for a function. */
  readonly object: Branch | null;
  /** Name of the method, or of the function. */
  readonly name: string;
}

/** Null for what is no call. */
export function callOf(branch: Branch | null | undefined, scene: Scene): Call | null {
  const [callee, list] = branch?.type === 'call' ? [fieldOf(branch, 'function'), fieldOf(branch, 'arguments')] : [null, null];
  if (callee === null || list === null) return null;
  const method = callee.type === 'attribute' ? fieldOf(callee, 'attribute') : null;
  return {
    callee,
    list,
    given: list.type === 'argument_list' ? namedChildren(list) : [list],
    object: method === null ? null : fieldOf(callee, 'object'),
    name: scene.text(method ?? callee),
  };
}

/** Names of a function's parameters, also of those with a type or a default, and of those that take whatever is left; markers have none. */
export function parametersOf(fn: Branch, scene: Scene): readonly string[] {
  return parameters(fn, scene).map(({ name }) => name);
}

/** The same without those that take whatever is left. */
export function plainParametersOf(fn: Branch, scene: Scene): readonly string[] {
  return parameters(fn, scene).flatMap(({ name, isRest }) => (isRest ? [] : [name]));
}

function parameters(fn: Branch, scene: Scene): readonly { readonly name: string; readonly isRest: boolean }[] {
  const list = fieldOf(fn, 'parameters');
  return (list === null ? [] : namedChildren(list)).flatMap((each) => {
    const inner = each.type === 'identifier' ? each : (fieldOf(each, 'name') ?? namedChildren(each)[0]);
    const rest = [each, inner].find((one) => one !== undefined && /_splat_pattern$/.test(one.type));
    const name = rest === undefined ? inner : namedChildren(rest)[0];
    return name?.type === 'identifier' ? [{ name: scene.text(name), isRest: rest !== undefined }] : [];
  });
}

/** The first statement of a function, behind what it says of itself. */
export function firstStatement(fn: Branch): Branch | undefined {
  const [first, second] = namedChildren(fieldOf(fn, 'body') ?? fn);
  const isSaid = first?.type === 'expression_statement' && namedChildren(first)[0]?.type === 'string';
  return isSaid ? second : first;
}

/** Whether nothing stands in front of a statement on its line: only there can another one be put. */
export function beginsLine(branch: Branch, scene: Scene): boolean {
  const { text } = scene.file;
  return text.slice(text.lastIndexOf('\n', branch.start - 1) + 1, branch.start).trim() === '';
}

/** Where one more argument of a call goes, and what stands between it and what is given: behind a last comma, or where nothing is given, nothing. */
export function placeOfArgument(call: Call, scene: Scene): { readonly at: number; readonly before: string } {
  const at = call.list.end - 1;
  const written = scene.file.text.slice(call.list.start + 1, at).trimEnd();
  return { at, before: written === '' || written.endsWith(',') ? '' : ', ' };
}

/** The indentation of a block within a statement that is indented so. */
export function deeper(pad: string): string {
  return pad + (pad.includes('\t') ? '\t' : '    ');
}
