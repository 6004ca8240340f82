// What the methods of a class of Ruby do together: members that are set, begun again and bounded, setters that are called, statements that all have.
import { hasWord, type Proposal } from '../../../family.ts';
import {
  after,
  before,
  classAround,
  isMethod,
  isName,
  isStatement,
  methodAround,
  methodName,
  nameIn,
  operatorOf,
  parameterNames,
  parametersIn,
  rubyCall,
  rubyFamily,
  textsBelow,
} from '../../ruby.ts';
import { changesIn, type Method, type Owner, ownerOf, placeOf } from '../../ruby-owner.ts';
import type { Family, Scene } from '../../scene.ts';
import { type Branch, below, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

/** `target = degrees` sets a local variable and nothing of the object. */
const localForMember = rubyFamily('local variable for a member', 0.4, function* (branch, scene) {
  const isSet = branch.type === 'identifier' && branch.field === 'left' && /assignment$/.test(branch.parent?.type ?? '');
  const body = isSet ? classAround(branch) : null;
  const method = methodAround(branch);
  if (body === null || method === null) return;
  const name = scene.text(branch);
  if (parameterNames(method, scene).includes(name)) return;
  const owner = ownerOf(body, scene);
  const uses = below(method).filter((each) => each.type === 'identifier' && scene.text(each) === name).length;
  const isStep = branch.parent?.type === 'operator_assignment';
  const odds = uses === 1 || isStep ? 1 : 0.1;
  if (owner.settable.has(name)) yield replaced(branch, `self.${name}`, `self.${name}`, odds);
  if (owner.members.has(`@${name}`)) yield replaced(branch, `@${name}`, `@${name}`, odds * (owner.settable.has(name) ? 0.7 : 1));
});

/** A member that is read and never set has another name. */
const neverSet = rubyFamily('member that nothing sets', 0.3, function* (branch, scene) {
  const body = branch.type === 'instance_variable' ? classAround(branch) : null;
  if (body === null) return;
  const own = scene.text(branch);
  const { members, methods } = ownerOf(body, scene);
  const isSet = (name: string): boolean => new RegExp(`${name}\\b[^\\n=]*[^=!<>]=[^=~>]`).test(scene.text(body));
  if (isSet(own) || methods.length === 0 || /attr_(?:writer|accessor)/.test(scene.text(body))) return;
  for (const other of members)
    if (other !== own && isSet(other) && scene.alike(own, other) > 0.5)
      yield replaced(branch, other, `${own} -> ${other}`, scene.alike(own, other));
});

/** A parameter of the constructor that is not kept. */
const notKept = rubyFamily('parameter that is not kept', 0.2, function* (branch, scene) {
  const place = placeOf(branch, scene);
  if (place === null || place.method.name !== 'initialize' || place.at !== place.method.statements.length - 1) return;
  for (const name of place.method.parameters)
    if (!hasWord(place.method.text.replace(/\([^\n]*\)/, ''), name) && place.owner.members.has(`@${name}`))
      yield* after(branch, `@${name} = ${name}`, scene, 1);
});

/** Members begun empty that a method which changes others does not empty: what could be done again, what was worked out. */
const begunAgain = rubyFamily('member begun again', 0.1, function* (branch, scene) {
  const place = placeOf(branch, scene);
  if (place === null || place.method.name === 'initialize') return;
  const { owner, method, at } = place;
  const texts = [...owner.begun].filter(([member]) => !hasWord(method.text, member) && isUsedElsewhere(member, method, owner)).map(resetOf);
  for (const member of keptIn(owner)) if (!method.changes.has(member)) texts.push([`${member} = nil`, 1.5]);
  if (method.changes.size === 0 || texts.length === 0) return;
  const own = changesIn(branch, scene);
  const next = method.statements[at + 1];
  const isEnd = next === undefined && /clear|reset|close|stop|finish|start|begin|empty/.test(method.name);
  const isLastChange = own.size > 0 && !method.statements.slice(at + 1).some((each) => changesIn(each, scene).size > 0);
  for (const [text, likely] of texts.slice(0, 3)) {
    if (own.size > 0) yield* before(branch, text, scene, likely * (at === 0 || isFirstChange(method, at, scene) ? 1 : 0.6));
    if (isLastChange && (next !== undefined || isEnd)) yield* after(branch, text, scene, likely * (isEnd ? 2 : 0.7));
  }
});

function isFirstChange({ statements }: Method, at: number, scene: Scene): boolean {
  return !statements.slice(0, at).some((each) => changesIn(each, scene).size > 0);
}

function isUsedElsewhere(member: string, method: Method, { methods }: Owner): boolean {
  return methods.some((each) => each !== method && each.name !== 'initialize' && each.changes.has(member));
}

function resetOf([member, value]: readonly [string, string]): [string, number] {
  return /^(?:\[\]|\{\}|Set|Hash)/.test(value) ? [`${member}.clear`, 1] : [`${member} = ${value}`, 0.8];
}

/** Members that are worked out once: `@total ||= ...`. */
function keptIn({ methods }: Owner): readonly string[] {
  return [...new Set(methods.flatMap(({ text }) => [...text.matchAll(/(@\w+) \|\|= (?!\[\]|\{\})/g)].map((match) => match[1] ?? '')))];
}

/** Statements that other methods of the class begin or end with, and this one has not. */
const asOthers = rubyFamily('statement of the other methods', 0.08, function* (branch, scene) {
  const place = placeOf(branch, scene);
  if (place === null || place.method.name === 'initialize') return;
  const { owner, method, at } = place;
  const [isFirst, isLast] = [at === 0, at === method.statements.length - 1];
  for (const [text, { times, first, alike }] of statementsOfOthers(owner, method, scene)) {
    const odds = Math.min(2, times) * (alike ? 1.5 : 1) * (times === 1 && !first ? 0.5 : 1);
    if (first && isFirst) yield* before(branch, text, scene, odds);
    if (first && !isFirst && /^(?:return|raise|next)\b/.test(scene.text(branch))) yield* after(branch, text, scene, odds / 2);
    if (first) continue;
    if (isLast) yield* before(branch, text, scene, odds * 0.8);
    else if (changesIn(branch, scene).size > 0) yield* after(branch, text, scene, odds * 0.5);
  }
});

interface Habit {
  times: number;
  /** Whether it stands at the beginning of the methods. */
  readonly first: boolean;
  /** Whether a method that is given the same has it. */
  alike: boolean;
}

const MOST_HABITS = 5;

function statementsOfOthers(owner: Owner, method: Method, scene: Scene): readonly (readonly [string, Habit])[] {
  const found = new Map<string, Habit>();
  for (const other of owner.methods) {
    if (other === method || other.name === 'initialize') continue;
    for (const [at, statement] of other.statements.slice(0, -1).entries()) {
      const text = scene.text(statement);
      if (!isHabit(text, statement) || method.text.includes(text) || !isReadable(text, other, method)) continue;
      const habit = found.get(text) ?? { times: 0, first: isBeginning(other, at, scene), alike: false };
      habit.times += 1;
      habit.alike ||= other.parameters.join() === method.parameters.join();
      found.set(text, habit);
    }
  }
  return [...found].toSorted((a, b) => b[1].times - a[1].times).slice(0, MOST_HABITS);
}

function isHabit(text: string, { type }: Branch): boolean {
  return (
    text.length <= 100 && !text.includes('\n') && !(type === 'assignment' && /^[a-z]\w* =/.test(text)) && !/^(?:[a-z_]\w*|self)$/.test(text)
  );
}

function isBeginning(method: Method, at: number, scene: Scene): boolean {
  const text = method.statements.slice(0, at + 1).map(scene.text);
  return text.every((each) => /^(?:return|raise)\b/.test(each) || each === text.at(-1));
}

/** Whether all local names of a statement are known where it is put. */
function isReadable(text: string, from: Method, to: Method): boolean {
  const locals = new Set([...from.parameters, ...[...from.text.matchAll(/(?<![@.\w])([a-z_]\w*) = /g)].map((match) => match[1] ?? '')]);
  return [...locals].every((name) => !hasWord(text, name) || to.parameters.includes(name));
}

const MOST = /max|limit|cap|most|upper|ceiling|high(?!t)|size/i;
const LEAST = /min(?!u)|least|lower|floor/i;

/** Names of bounds that a place can read: parameters, members, constants. */
function boundsAt(branch: Branch, kind: RegExp, scene: Scene): readonly string[] {
  const method = methodAround(branch);
  const body = classAround(branch);
  const names = [
    ...(method === null ? [] : parameterNames(method, scene)),
    ...(body === null ? [] : [...ownerOf(body, scene).members, ...textsBelow(body, 'constant', scene)]),
  ];
  return names.filter((name) => kind.test(name) && !/^[A-Z][a-z]/.test(name)).slice(0, 2);
}

/** A sum that may pass its limit, a difference that may fall below nothing. */
const bounded = rubyFamily('value within its bounds', 0.06, function* (branch, scene) {
  const operator = operatorOf(branch);
  const isValue = branch.field === 'right' || (isStatement(branch) && branch.parent?.parent != null);
  const step = branch.type === 'operator_assignment' ? fieldOf(branch, 'operator')?.type.charAt(0) : null;
  const sign = step ?? (isValue ? operator : '');
  if (!/^[-+*]$/.test(sign ?? '')) return;
  const [left, right] = namedChildren(branch);
  if (left === undefined || right === undefined || /^string$/.test(right.type)) return;
  const own = step === null ? scene.text(branch) : `${scene.text(left)} ${sign} ${scene.text(right)}`;
  for (const [text, odds] of boundsOf(branch, own, sign === '-', scene))
    yield replaced(branch, step === null ? text : `${scene.text(left)} = ${text}`, text, odds);
});

function* boundsOf(branch: Branch, own: string, isLess: boolean, scene: Scene): Generator<readonly [string, number]> {
  const unless = (name: string): boolean => !own.includes(name);
  if (isLess) yield [`[${own}, 0].max`, 1];
  if (isLess) for (const name of boundsAt(branch, LEAST, scene).filter(unless)) yield [`[${own}, ${name}].max`, 1.5];
  else for (const name of boundsAt(branch, MOST, scene).filter(unless)) yield [`[${own}, ${name}].min`, 1.5];
}

/** A value that is taken as it is given, where the class knows the range of its values. */
const withinRange = rubyFamily('value within its range', 0.12, function* (branch, scene) {
  const target = branch.field === 'right' && branch.parent?.type === 'assignment' ? fieldOf(branch.parent, 'left') : null;
  const body = target?.type === 'instance_variable' ? classAround(branch) : null;
  if (body === null || !/^(?:identifier|binary)$/.test(branch.type)) return;
  const constants = namedChildren(body).flatMap((each) => (each.type === 'assignment' ? [scene.text(each).split(/ = /)] : []));
  const own = branch.type === 'binary' ? `(${scene.text(branch)})` : scene.text(branch);
  for (const [name = '', value = ''] of constants)
    if (/^\(?\S+\.\.\S+$/.test(value.replace('.freeze', ''))) yield replaced(branch, `${own}.clamp(${name})`, `within ${name}`, 1);
  const [least, most] = [LEAST, MOST].map(
    (kind) => constants.find(([name = '', value = '']) => kind.test(name) && /^-?[\d._]+$/.test(value))?.[0],
  );
  if (least !== undefined && most !== undefined) yield replaced(branch, `${own}.clamp(${least}, ${most})`, `from ${least} to ${most}`, 1);
});

/** A list that may hold no more than its limit. */
const tooMany = rubyFamily('one too many', 0.07, function* (branch, scene) {
  if (!isStatement(branch)) return;
  const call = rubyCall(branch, scene);
  const list = operatorOf(branch) === '<<' ? namedChildren(branch)[0] : /^(?:push|unshift)$/.test(call?.name ?? '') ? call?.receiver : null;
  const method = methodAround(branch);
  if (list?.type !== 'instance_variable' || method === null) return;
  const name = scene.text(list);
  if (new RegExp(`${name}\\.(?:shift|pop|size|length)`).test(scene.text(method))) return;
  const drop = call?.name === 'unshift' ? 'pop' : 'shift';
  for (const limit of boundsAt(branch, MOST, scene)) yield* after(branch, `${name}.${drop} if ${name}.size > ${limit}`, scene, 1);
});

/** A best value is kept only when it is better. */
const onlyBetter = rubyFamily('kept only when better', 0.08, function* (branch, scene) {
  const left = branch.type === 'assignment' ? fieldOf(branch, 'left') : null;
  const right = fieldOf(branch, 'right');
  if (left === null || right === null || !isStatement(branch) || !isName(left) || !/^(?:identifier|call)$/.test(right.type)) return;
  const name = scene.text(left);
  const isMost = /max|best|high|longest|most|peak|latest|record/i.test(name);
  if (!isMost && !/min|lowest|shortest|least|earliest|cheapest/i.test(name)) return;
  const value = scene.text(right);
  yield replaced(branch, `${name} = ${value} if ${name}.nil? || ${value} ${isMost ? '>' : '<'} ${name}`, 'only when better', 1);
  yield replaced(right, `[${name}, ${value}].${isMost ? 'max' : 'min'}`, 'the better of both', 1);
});

/** A class below another one begins as that one does. */
const superCall = rubyFamily('beginning of the class above', 0.25, function* (branch, scene) {
  const place = placeOf(branch, scene);
  if (place === null || place.at !== 0 || /\bsuper\b/.test(place.method.text)) return;
  const owner = branch.parent?.parent == null ? null : classAround(branch.parent.parent);
  const above = owner?.parent == null ? null : fieldOf(owner.parent, 'superclass');
  if (above === null || !/^(?:initialize|inherited|to_s|==|method_missing|respond_to_missing\?)$/.test(place.method.name)) return;
  if (place.method.name !== 'initialize') return;
  const own = new Set(place.method.parameters.filter((name) => !hasWord(place.method.text.replace(/\([^\n]*\)/, ''), name)));
  const parameters = parametersIn(place.method.fn).filter((each) => own.has(scene.text(nameIn(each))));
  const given = parameters.map((each) =>
    each.type === 'keyword_parameter' ? `${scene.text(nameIn(each))}: ${scene.text(nameIn(each))}` : scene.text(nameIn(each)),
  );
  yield* before(branch, `super(${given.join(', ')})`, scene, 1);
  if (given.length !== place.method.parameters.length) yield* before(branch, 'super', scene, 0.5);
});

/** Equal objects are one key of a table only with `eql?` and `hash`. */
const sameKey = rubyFamily('equal as a key', 0.15, equalAsKey, 'always');

function* equalAsKey(branch: Branch, scene: Scene): Generator<Proposal> {
  const body = branch.type === 'method' && methodName(branch, scene) === '==' ? classAround(branch) : null;
  if (body === null || /def hash\b/.test(scene.text(body))) return;
  const other = parameterNames(branch, scene)[0] ?? 'other';
  if (!/^\w+$/.test(other)) return;
  const fields = [
    ...new Set([...scene.text(branch).matchAll(new RegExp(`\\b${other}\\.(\\w+)(?![?\\w(])`, 'g'))].map((match) => match[1] ?? '')),
  ];
  const read = fields.filter((name) => !/^(?:is_a|class|instance_of|respond_to|nil)$/.test(name));
  if (read.length === 0) return;
  const pad = `\n${scene.indent(branch)}`;
  const alias = /eql\?/.test(scene.text(body)) ? '' : `${pad}alias eql? ==\n`;
  const text = `\n${alias}${pad}def hash${pad}  [${read.join(', ')}].hash${pad}end`;
  yield { start: branch.end, end: branch.end, text, label: 'eql? and hash as ==', odds: 1 };
}

/** What other methods do under a lock. */
const locked = rubyFamily('under the lock', 0.12, function* (branch, scene) {
  const lock = isMethod(branch) ? /(@\w+)\.synchronize\b/.exec(scene.file.text)?.[1] : undefined;
  const body = lock === undefined ? null : fieldOf(branch, 'body');
  if (lock === undefined || body === null || /synchronize/.test(scene.text(branch)) || methodName(branch, scene) === 'initialize') return;
  if (changesIn(branch, scene).size === 0) return;
  const pad = scene.indent(body);
  const lines = scene.text(body).replace(/\n(?=[^\n])/g, '\n  ');
  yield replaced(body, `${lock}.synchronize do\n${pad}  ${lines}\n${pad}end`, `under ${lock}`, 1);
});

/** The time that a class is given, and the time of the machine. */
const givenClock = rubyFamily('clock that is given', 0.2, function* (branch, scene) {
  const own = branch.type === 'call' ? scene.text(branch) : '';
  if (!/^(?:Time\.now|Date\.today|DateTime\.now|Process\.clock_gettime\(.*\))$/.test(own)) return;
  const clock = /(@?\w*clock\w*)\.(?:call|now)\b/.exec(scene.file.text)?.[0];
  if (clock !== undefined) yield replaced(branch, clock, `${own} -> ${clock}`, 1);
});

export const rubyClassFamilies: readonly Family[] = [
  localForMember,
  neverSet,
  notKept,
  begunAgain,
  asOthers,
  bounded,
  withinRange,
  tooMany,
  onlyBetter,
  superCall,
  sameKey,
  locked,
  givenClock,
];
