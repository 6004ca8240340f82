// Values of Ruby that are one where each should have its own, that change where a new one is meant, or whose change is thrown away.
import { brief } from '../../../family.ts';
import {
  before,
  callFamily,
  isDropped,
  isMethod,
  isName,
  isResult,
  methodAround,
  methodName,
  nameIn,
  onlyArgument,
  operatorOf,
  parametersIn,
  type RubyCall,
  receiving,
  rubyCall,
  rubyFamily,
  statementsOf,
  textsBelow,
  valueOfName,
} from '../../ruby.ts';
import type { Family, Scene } from '../../scene.ts';
import { type Branch, below, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

const MADE = /^(?:\[.*\]|\{.*\}|(?:Set|Hash|Array)\.new\b.*|""|''|String\.new)$/s;

/** `Hash.new([])` has one list for all keys. */
const oneForAllKeys = callFamily('one for all keys', 0.3, function* (call, branch, scene) {
  if (call.name !== 'new' || call.receiver === null || scene.text(call.receiver) !== 'Hash') return;
  const only = onlyArgument(call);
  const made = only === null ? madeEachTime(call, scene) : scene.text(only);
  if (made === null || !MADE.test(made)) return;
  const key = keyOf(branch, scene);
  yield replaced(branch, `Hash.new { |hash, ${key}| hash[${key}] = ${made} }`, `${made} made for each key`, 1);
});

/** `Hash.new { [] }` keeps nothing of what it makes. */
function madeEachTime({ block }: RubyCall, scene: Scene): string | null {
  const [only, more] = block === null || parametersIn(block).length > 0 ? [] : statementsOf(block);
  return only === undefined || more !== undefined ? null : scene.text(only);
}

/** What a table that is being made is asked for elsewhere. */
function keyOf(made: Branch, scene: Scene): string {
  const target = made.parent?.type === 'assignment' ? fieldOf(made.parent, 'left') : null;
  const name = target === null ? '' : scene.text(target);
  for (const each of below(scene.program)) {
    const [object, key] = each.type === 'element_reference' ? namedChildren(each) : [];
    if (object !== undefined && key?.type === 'identifier' && scene.text(object) === name) return scene.text(key);
  }
  return 'key';
}

/** `Array.new(3, [])` and `[[]] * 3` have one list in all places. */
const oneForAllPlaces = rubyFamily('one in all places of a list', 0.3, function* (branch, scene) {
  const call = rubyCall(branch, scene);
  const [size, value] = call?.name === 'new' && call.receiver !== null && scene.text(call.receiver) === 'Array' ? call.given : [];
  const [list, times] = operatorOf(branch) === '*' ? namedChildren(branch) : [];
  const [item, more] = list?.type === 'array' ? namedChildren(list) : [];
  const [count, made] = item !== undefined && more === undefined ? [times, item] : [size, value];
  if (count === undefined || made === undefined || !(MADE.test(scene.text(made)) || operatorOf(made) === '*')) return;
  yield replaced(branch, `Array.new(${scene.text(count)}) { ${scene.text(made)} }`, `${brief(scene.text(made))} made for each place`, 1);
});

/** Methods that change what they are called on, and answer nothing where there is nothing to change. */
const CHANGES =
  /^(?:uniq|compact|flatten|gsub|sub|strip|lstrip|rstrip|downcase|upcase|capitalize|swapcase|squeeze|chomp|chop|tr|delete|reject|select|filter|map|collect|sort|sort_by|reverse|shuffle|rotate|merge|slice|transform_keys|transform_values|succ|next)!$/;

/** `DEFAULTS.merge!(own)` changes what all share. */
const changedInPlace = callFamily('changed in place', 0.2, function* (call, branch, scene) {
  if (call.receiver === null || !CHANGES.test(call.name) || (isDropped(branch) && call.receiver.type !== 'constant')) return;
  const isShared = call.receiver.type === 'constant' || methodAroundTakes(call.receiver, scene);
  if (isDropped(branch) || (isResult(branch) && !isShared)) return;
  const name = call.name.slice(0, -1);
  yield replaced(call.method, name, `${call.name} -> ${name}`, isShared ? 2 : 1);
});

function methodAroundTakes(name: Branch, scene: Scene): boolean {
  const method = methodAround(name);
  return method !== null && parametersIn(method).some((each) => scene.text(nameIn(each)) === scene.text(name));
}

/** Methods that answer a new value and leave what they are called on as it is. */
const ANSWERS =
  /^(?:sort|sort_by|uniq|compact|flatten|map|collect|select|filter|reject|gsub|sub|strip|lstrip|rstrip|downcase|upcase|capitalize|chomp|squeeze|merge|reverse|rotate|shuffle|transform_keys|transform_values|tr|round|concat\?)$/;

/** `names.sort` as a statement does nothing. */
const thrownAway = rubyFamily('result thrown away', 0.3, function* (branch, scene) {
  if (!isDropped(branch)) return;
  const call = rubyCall(branch, scene);
  if (call?.receiver && ANSWERS.test(call.name) && isName(call.receiver)) {
    const name = scene.text(call.receiver);
    yield replaced(branch, `${name} = ${scene.text(branch)}`, `${name} = ${brief(scene.text(branch))}`, 1);
    if (call.name !== 'round') yield replaced(call.method, `${call.name}!`, `${call.name} -> ${call.name}!`, 1);
  }
  const operator = operatorOf(branch);
  const [left, right] = /^[-+*|]$/.test(operator) ? namedChildren(branch) : [];
  if (left !== undefined && right !== undefined && isName(left))
    yield replaced(branch, `${scene.text(left)} ${operator}= ${scene.text(right)}`, `${operator} -> ${operator}=`, 1);
});

/** Whether a member or constant is a list, a table or a text, by what it is first given. */
function isContainer(name: string, scene: Scene): boolean {
  const value = valueOfName(name, scene);
  return value !== null && /^(?:array|hash|string|string_array|symbol_array)$|^call$/.test(value.type) && MADE.test(bare(value, scene));
}

function bare(value: Branch, scene: Scene): string {
  return scene.text(value).replace(/\.freeze$/, '');
}

/** Lists and tables that are handed out or taken in, and that others then change. */
const copied = rubyFamily('copy', 0.07, function* (branch, scene) {
  const own = branch.type === 'instance_variable' && isResult(branch) ? scene.text(branch) : null;
  if (own !== null && (isContainer(own, scene) || isFilled(own, scene)))
    yield replaced(branch, `${scene.text(branch)}.dup`, `a copy of ${scene.text(branch)}`, 1);
  if (branch.field !== 'right' || branch.parent?.type !== 'assignment') return;
  const target = fieldOf(branch.parent, 'left');
  const name = scene.text(branch);
  if (branch.type === 'constant' && isContainer(name, scene)) yield replaced(branch, `${name}.dup`, `a copy of ${name}`, 4);
  if (branch.type === 'instance_variable' && isContainer(name, scene) && target?.type === 'identifier')
    yield replaced(branch, `${name}.dup`, `a copy of ${name}`, 1.5);
  const method = branch.type === 'identifier' && target?.type === 'instance_variable' ? methodAround(branch) : null;
  if (method === null || target === null || !isFilled(scene.text(target), scene) || !methodAroundTakes(branch, scene)) return;
  yield replaced(branch, `${name}.dup`, `a copy of ${name}`, 1.5);
});

const FILLS = /^(?:<<|push|append|unshift|prepend|insert|concat|delete|delete_at|delete_if|clear|shift|pop|store|merge!|add|update|\w+!)$/;

/** Whether anything in the file changes what a member or a name holds. */
function isFilled(name: string, scene: Scene, within: Branch = scene.program): boolean {
  return below(within).some((each) => {
    const call = rubyCall(each, scene);
    if (call?.receiver && FILLS.test(call.name)) return scene.text(call.receiver) === name;
    const [first] = namedChildren(each);
    if (first === undefined || scene.text(first) !== name) return false;
    return operatorOf(each) === '<<' || (each.type === 'element_reference' && each.field === 'left');
  });
}

/** A list, a table or a text that a method is given, and changes: it is its caller's. */
const givenIsChanged = rubyFamily("changes what is its caller's", 0.12, function* (branch, scene) {
  const method = branch.parent?.type === 'body_statement' ? branch.parent.parent : null;
  if (method === null || !isMethod(method) || statementsOf(method)[0] !== branch) return;
  for (const each of parametersIn(method)) {
    const name = scene.text(nameIn(each));
    if (each.type === 'block_parameter' || each.type.includes('splat') || !isFilled(name, scene, method)) continue;
    // What is changed in place is meant to be: a method that says so, or one that hands the value on to itself.
    const isMeant = /[!]$/.test(methodName(method, scene)) || calls(method, methodName(method, scene), scene);
    yield* before(branch, `${name} = ${name}.dup`, scene, isMeant ? 0.1 : 1);
  }
});

function calls(method: Branch, name: string, scene: Scene): boolean {
  return below(method).some((each) => rubyCall(each, scene)?.name === name);
}

/** `name << more` changes the text that it was given, `options.delete(:key)` the table. */
const notInPlace = rubyFamily('not in place', 0.08, function* (branch, scene) {
  const [left, right] = operatorOf(branch) === '<<' ? namedChildren(branch) : [];
  if (left?.type === 'identifier' && right !== undefined && methodAroundTakes(left, scene)) {
    yield replaced(branch, `${scene.text(left)} += ${scene.text(right)}`, '<< -> +=', 0.6);
    yield replaced(branch, `${scene.text(left)} + [${scene.text(right)}]`, 'a longer list made', 0.6);
  }
  const call = rubyCall(branch, scene);
  const only = call === null ? null : onlyArgument(call);
  if (call?.name === 'delete' && call.receiver?.type === 'identifier' && only !== null && branch.field === 'right')
    yield replaced(branch, `${scene.text(call.receiver)}[${scene.text(only)}]`, 'asked, not deleted', 0.6);
  if (call?.name === 'concat' && call.receiver !== null && only !== null && !isDropped(branch))
    yield replaced(branch, `${scene.text(call.receiver)} + ${scene.text(only)}`, 'concat -> +', 1);
  if (call !== null && /^(?:push|append)$/.test(call.name) && call.receiver !== null && only !== null && branch.field === 'right')
    yield replaced(branch, `${scene.text(call.receiver)} + [${scene.text(only)}]`, `${call.name} -> +`, 1);
});

/** A copy whose parts are the same ones still. */
const deepCopy = callFamily('copy of the parts', 0.12, function* (call, branch, scene) {
  const { receiver } = call;
  if (!/^(?:dup|clone)$/.test(call.name) || receiver === null || call.given.length > 0) return;
  const own = scene.text(receiver);
  const value = valueOfName(own, scene);
  const kind = value === null ? '' : scene.text(value);
  if (/^["'\d]/.test(kind)) return;
  const isTable = /^(?:\{|Hash\b)/.test(kind);
  yield replaced(branch, `${own}.transform_values(&:dup)`, 'copies of its values', isTable ? 1 : 0.5);
  yield replaced(branch, `${own}.map(&:dup)`, 'copies of its items', isTable ? 0.1 : 0.8);
  yield replaced(branch, `Marshal.load(Marshal.dump(${own}))`, 'a copy of the whole', 0.5);
});

/** A list that loses items while it is gone over. */
const lostInRound = callFamily('changed while it is gone over', 0.3, function* (call, _branch, scene) {
  const { receiver, block } = call;
  if (receiver === null || block === null || !/^each(?:_\w+)?$/.test(call.name)) return;
  const name = scene.text(receiver);
  const isChanged = isFilled(name, scene, block);
  if (isChanged) yield replaced(receiver, `${name}.dup`, `over a copy of ${name}`, 1);
});

/** A table that is counted or filled by keys it has not yet. */
const startingValue = rubyFamily('value to start with', 0.25, function* (branch, scene) {
  if (branch.type !== 'hash' || branch.children.length > 2 || branch.parent?.type !== 'assignment') return;
  const target = fieldOf(branch.parent, 'left');
  if (target === null) return;
  const name = scene.text(target);
  const { text } = scene.file;
  const key = keyOf(branch, scene);
  if (text.includes(`${name}[`) && below(scene.program).some((each) => isStepOf(each, name, scene)))
    yield replaced(branch, 'Hash.new(0)', 'counts from 0', 1);
  if (below(scene.program).some((each) => isPutInto(each, name, scene)))
    yield replaced(branch, `Hash.new { |hash, ${key}| hash[${key}] = [] }`, 'a list for each key', 1);
});

function isStepOf(each: Branch, name: string, scene: Scene): boolean {
  const left = each.type === 'operator_assignment' ? fieldOf(each, 'left') : null;
  return left?.type === 'element_reference' && objectOf(left, scene) === name && /^[-+]=$/.test(fieldOf(each, 'operator')?.type ?? '');
}

function isPutInto(each: Branch, name: string, scene: Scene): boolean {
  const call = rubyCall(each, scene);
  const into = operatorOf(each) === '<<' ? namedChildren(each)[0] : /^(?:push|concat)$/.test(call?.name ?? '') ? call?.receiver : null;
  return into?.type === 'element_reference' && objectOf(into, scene) === name;
}

function objectOf(reference: Branch, scene: Scene): string {
  const [object] = namedChildren(reference);
  return object === undefined ? '' : scene.text(object);
}

/** Texts that may not be changed, where the message says so. */
const frozen = rubyFamily('frozen', 0.4, function* (branch, scene) {
  if (!scene.clues.complaints.frozen) return;
  if (branch.type === 'string' && branch.field === 'right' && branch.parent?.type === 'assignment')
    yield replaced(branch, `+${scene.text(branch)}`, 'a text that may change', 1);
  const [left, right] = operatorOf(branch) === '<<' ? namedChildren(branch) : [];
  if (left !== undefined && right !== undefined && isName(left))
    yield replaced(branch, `${scene.text(left)} += ${scene.text(right)}`, '<< -> +=', 1);
  const call = rubyCall(branch, scene);
  if (call?.receiver && (call.name.endsWith('!') || FILLS.test(call.name)))
    yield replaced(call.receiver, `${receiving(call.receiver, scene)}.dup`, 'of a copy', 1);
  if (call?.receiver && call.name === 'freeze') yield replaced(branch, scene.text(call.receiver), 'not frozen', 0.6);
});

/** `def initialize(options = DEFAULTS)`: what is changed then is everybody's. */
const sharedDefault = rubyFamily('default of its own', 0.15, function* (branch, scene) {
  if (branch.field !== 'value' || branch.type !== 'constant' || !/_parameter$/.test(branch.parent?.type ?? '')) return;
  if (isContainer(scene.text(branch), scene)) yield replaced(branch, `${scene.text(branch)}.dup`, `a copy of ${scene.text(branch)}`, 1);
});

/** The copy of an object has its lists in common with it. */
const copiesMembers = rubyFamily('members of a copy', 0.08, function* (branch, scene) {
  if (branch.type !== 'method' || methodName(branch, scene) !== 'initialize' || !scene.clues.testNames.has('dup')) return;
  if (/def initialize_(?:copy|dup)/.test(scene.file.text)) return;
  const members = [...textsBelow(branch, 'instance_variable', scene)].filter((name) => isContainer(name, scene));
  if (members.length === 0) return;
  const pad = `\n${scene.indent(branch)}`;
  const lines = members.map((name) => `${pad}  ${name} = ${name}.dup`).join('');
  const text = `\n${pad}def initialize_copy(source)${pad}  super${lines}${pad}end`;
  yield { start: branch.end, end: branch.end, text, label: 'copies of the members in a copy', odds: 1 };
});

export const rubyCopyFamilies: readonly Family[] = [
  oneForAllKeys,
  oneForAllPlaces,
  changedInPlace,
  thrownAway,
  copied,
  givenIsChanged,
  notInPlace,
  deepCopy,
  lostInRound,
  startingValue,
  frozen,
  sharedDefault,
  copiesMembers,
];
