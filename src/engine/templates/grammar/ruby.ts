// What the families ask of Ruby's trees.
import { brief, type Proposal } from '../family.ts';
import type { Family, Scene } from './scene.ts';
import { above, type Branch, below, fieldOf, namedChildren } from './tree.ts';

/** A call, taken apart. */
export interface RubyCall {
  readonly name: string;
  /** The name where it is written. */
  readonly method: Branch;
  readonly receiver: Branch | null;
  readonly list: Branch | null;
  readonly given: readonly Branch[];
  /** What stands in `{ }` or between `do` and `end`. */
  readonly block: Branch | null;
}

/** Null for what is no call. */
export function rubyCall(branch: Branch | null | undefined, scene: Scene): RubyCall | null {
  const method = branch?.type === 'call' ? fieldOf(branch, 'method') : null;
  if (branch?.type !== 'call' || method === null) return null;
  const list = fieldOf(branch, 'arguments');
  return {
    name: scene.text(method),
    method,
    receiver: fieldOf(branch, 'receiver'),
    list,
    given: list === null ? [] : namedChildren(list),
    block: fieldOf(branch, 'block'),
  };
}

type Propose = (branch: Branch, scene: Scene) => Iterable<Proposal>;

/** A family that knows Ruby alone. */
export function rubyFamily(name: string, share: number, propose: Propose, anywhere: boolean | 'always' = false): Family {
  return { name, share, anywhere, propose: (branch, scene) => (scene.language.name === 'ruby' ? propose(branch, scene) : []) };
}

/** A family that looks at Ruby's calls. */
export function callFamily(
  name: string,
  share: number,
  propose: (call: RubyCall, branch: Branch, scene: Scene) => Iterable<Proposal>,
): Family {
  return rubyFamily(name, share, (branch, scene) => {
    const call = rubyCall(branch, scene);
    return call === null ? [] : propose(call, branch, scene);
  });
}

const METHOD = /^(?:singleton_)?method$/;
const LISTS = /^(?:body_statement|block_body|then|do|else|ensure|program|begin)$/;

export function isMethod({ type }: Branch): boolean {
  return METHOD.test(type);
}

/** The method around a place; null outside of one. */
export function methodAround(branch: Branch): Branch | null {
  return [...above(branch)].find(isMethod) ?? null;
}

/** The block around a place within its method. */
export function blockAround(branch: Branch): Branch | null {
  const around = [...above(branch)].find((at) => isMethod(at) || isBlock(at));
  return around !== undefined && isBlock(around) ? around : null;
}

export function isBlock({ type }: Branch): boolean {
  return type === 'block' || type === 'do_block';
}

/** The body of the class or module around a place. */
export function classAround(branch: Branch): Branch | null {
  const owner = [...above(branch)].find(({ type }) => /^(?:class|module)$/.test(type));
  return owner === undefined ? null : fieldOf(owner, 'body');
}

/** The statements of a method or block, without what rescues it. */
export function statementsOf(owner: Branch): readonly Branch[] {
  const body = fieldOf(owner, 'body');
  if (body === null) return [];
  return LISTS.test(body.type) ? namedChildren(body).filter(({ type }) => !/^(?:rescue|ensure|else)$/.test(type)) : [body];
}

export function isStatement(branch: Branch): boolean {
  return branch.named && branch.parent !== null && LISTS.test(branch.parent.type) && !/^(?:rescue|ensure|else)$/.test(branch.type);
}

/** A statement whose value nobody takes: others follow it. */
export function isDropped(branch: Branch): boolean {
  if (!isStatement(branch) || branch.parent === null) return false;
  const next = branch.parent.children.slice(branch.index + 1).find(({ named }) => named);
  return next !== undefined && !/^(?:rescue|ensure|else)$/.test(next.type);
}

/** Whether a place is the last statement of a method, or of the block around it. */
export function isResult(branch: Branch): boolean {
  const owner = branch.parent?.type === 'body_statement' || branch.parent?.type === 'block_body' ? branch.parent.parent : branch.parent;
  return owner !== null && (isMethod(owner) || isBlock(owner)) && statementsOf(owner).at(-1) === branch;
}

/** Names of the parameters of a method or block. */
export function parameterNames(owner: Branch, scene: Scene): readonly string[] {
  return parametersIn(owner).map((each) => scene.text(nameIn(each)));
}

/** Parameters, each with what it takes where nothing is given. */
export function parametersIn(owner: Branch): readonly Branch[] {
  const list = fieldOf(owner, 'parameters');
  return list === null ? [] : namedChildren(list);
}

export function nameIn(parameter: Branch): Branch {
  return fieldOf(parameter, 'name') ?? namedChildren(parameter)[0] ?? parameter;
}

/** The name that a method is defined by: `limit=` for one that sets. */
export function methodName(method: Branch, scene: Scene): string {
  const name = fieldOf(method, 'name');
  return name === null ? '' : scene.text(name).replace(/\s+/g, '');
}

/** Whether nothing stands in front of a place on its line. */
export function startsLine(branch: Branch, { file }: Scene): boolean {
  return file.text.slice(file.text.lastIndexOf('\n', branch.start - 1) + 1, branch.start).trim() === '';
}

/** Statements put in front of one that stands on a line of its own. */
export function* before(branch: Branch, text: string, scene: Scene, odds: number): Generator<Proposal> {
  if (!startsLine(branch, scene)) return;
  yield { start: branch.start, end: branch.start, text: `${text}\n${scene.indent(branch)}`, label: `${brief(text)} added`, odds };
}

/** Statements put behind one that stands on a line of its own. */
export function* after(branch: Branch, text: string, scene: Scene, odds: number): Generator<Proposal> {
  if (!startsLine(branch, scene)) return;
  yield { start: branch.end, end: branch.end, text: `\n${scene.indent(branch)}${text}`, label: `${brief(text)} added`, odds };
}

/** A text ready to be called upon. */
export function receiving(branch: Branch, scene: Scene): string {
  const isSimple =
    branch.children.length === 0 || /^(?:call|element_reference|string|array|hash|parenthesized_statements|regex)$/.test(branch.type);
  // `puts text` takes what follows for its argument's.
  const isOpen = branch.type === 'call' && fieldOf(branch, 'arguments')?.children.at(-1)?.type !== ')' && hasArguments(branch);
  return isSimple && !isOpen ? scene.text(branch) : `(${scene.text(branch)})`;
}

function hasArguments(call: Branch): boolean {
  return fieldOf(call, 'arguments') !== null && fieldOf(call, 'block') === null;
}

/** A plain value that is named: a local one, a member, a constant. */
export function isName({ type }: Branch): boolean {
  return type === 'identifier' || type === 'instance_variable' || type === 'constant';
}

/** Operator between two operands; empty for what is none. */
export function operatorOf(branch: Branch): string {
  return branch.type === 'binary' ? (fieldOf(branch, 'operator')?.type ?? '') : '';
}

/** Texts of the places of a kind below a branch. */
export function textsBelow(root: Branch, type: string, scene: Scene): ReadonlySet<string> {
  return new Set(
    below(root)
      .filter((each) => each.type === type)
      .map(scene.text),
  );
}

/** The only argument of a call that has one. */
export function onlyArgument({ given }: RubyCall): Branch | null {
  const [only, more] = given;
  return only !== undefined && more === undefined ? only : null;
}

/** The module or class that a constant of the file is given, as text; null for what it does not set. */
export function valueOfName(name: string, scene: Scene): Branch | null {
  for (const branch of below(scene.program)) {
    const left = branch.type === 'assignment' ? fieldOf(branch, 'left') : null;
    if (left !== null && scene.text(left) === name) return fieldOf(branch, 'right');
  }
  return null;
}

/** Whether a place of Ruby is no number: a class, a pattern, nothing, a symbol, a pair. */
export function isNoCount({ type }: Branch, scene: Scene): boolean {
  return scene.language.name === 'ruby' && /^(?:regex|nil|self|simple_symbol|pair|block_argument|hash|subshell|super)$/.test(type);
}

/** Whether an operator of Ruby can be no other: one that puts into a list, one that gives a name its first value. */
export function isSureOperator(branch: Branch, scene: Scene): boolean {
  const { parent } = branch;
  if (scene.language.name !== 'ruby' || parent === null) return false;
  if (branch.type === '<<') return isStatement(parent);
  const [left, right] = branch.type === '=' && parent.type === 'assignment' ? [fieldOf(parent, 'left'), fieldOf(parent, 'right')] : [];
  if (left == null || right == null) return false;
  const isEmptyList = right.type === 'array' && namedChildren(right).length === 0;
  if (isEmptyList || /^(?:hash|nil|true|false|constant|lambda|regex|simple_symbol)$/.test(right.type) || left.type === 'constant')
    return true;
  const method = methodAround(branch);
  const name = scene.text(left);
  if (method === null || left.type !== 'identifier') return method !== null && methodName(method, scene) === 'initialize';
  return !below(method).some((each) => each.end < left.start && each.field === 'left' && scene.text(each) === name);
}
