// How objects of Ruby compare, answer and begin: other kinds of them, methods of the class itself, what is put right again at the end.
import { hasWord, type Proposal } from '../../../family.ts';
import {
  before,
  callFamily,
  classAround,
  isMethod,
  isStatement,
  methodAround,
  methodName,
  onlyArgument,
  operatorOf,
  parameterNames,
  rubyCall,
  rubyFamily,
  startsLine,
  statementsOf,
} from '../../ruby.ts';
import { hinted } from '../../ruby-hints.ts';
import { changesIn, ownerOf, placeOf } from '../../ruby-owner.ts';
import type { Family } from '../../scene.ts';
import { above, type Branch, below, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

function firstOfMethod(branch: Branch): Branch | null {
  const method = isStatement(branch) && branch.parent?.type === 'body_statement' ? branch.parent.parent : null;
  return method !== null && isMethod(method) && statementsOf(method)[0] === branch ? method : null;
}

/** `==` is asked of objects of any kind. */
const otherKinds = rubyFamily('object of another kind', 0.12, function* (branch, scene) {
  const method = firstOfMethod(branch);
  const name = method === null ? '' : methodName(method, scene);
  if (method === null || !/^(?:==|eql\?|<=>|===)$/.test(name)) return;
  const [other] = parameterNames(method, scene);
  if (other === undefined || /is_a\?|instance_of\?|respond_to\?|===|\.class\b/.test(scene.text(method))) return;
  const answer = name === '<=>' ? 'nil' : 'false';
  yield* before(branch, `return ${answer} unless ${other}.is_a?(self.class)`, scene, 1);
  if (name !== '<=>' && isStatement(branch) && statementsOf(method).length === 1)
    yield { start: branch.start, end: branch.start, text: `${other}.is_a?(self.class) && `, label: 'of its own kind', odds: 0.3 };
});

/** Who answers for what is missing tells so. */
const respondsTo = rubyFamily('answers for what is missing', 0.15, function* (branch, scene) {
  const isMissing = branch.type === 'method' && methodName(branch, scene) === 'method_missing';
  if (!isMissing || /respond_to_missing\?/.test(scene.file.text)) return;
  const [name = 'name'] = parameterNames(branch, scene);
  const asked = below(branch).find(({ field }) => field === 'condition');
  const pad = `\n${scene.indent(branch)}`;
  const condition = asked === undefined ? 'true' : scene.text(asked);
  const text = `\n${pad}def respond_to_missing?(${name}, include_private = false)${pad}  ${condition} || super${pad}end`;
  yield { start: branch.end, end: branch.end, text, label: 'respond_to_missing? added', odds: 1 };
});

/** A method that the class itself, or its module, has not. */
const ofTheClass = rubyFamily(
  'method of the class itself',
  0.4,
  function* (branch, scene) {
    const { noMember } = scene.clues.complaints;
    const name = isMethod(branch) ? fieldOf(branch, 'name') : null;
    if (name === null || !noMember.has(scene.text(name))) return;
    if (branch.type === 'method') yield { start: name.start, end: name.start, text: 'self.', label: 'of the class itself', odds: 0.5 };
    else yield { start: branch.start + 'def '.length, end: name.start, text: '', label: 'of its objects', odds: 0.5 };
  },
  true,
);

/** Methods of a module for objects, or for the class. */
const included = callFamily('module that is included', 0.1, function* (call) {
  if (call.receiver !== null || !/^(?:include|extend|prepend)$/.test(call.name) || onlyArgument(call)?.type !== 'constant') return;
  for (const other of ['include', 'extend', 'prepend'])
    if (other !== call.name) yield replaced(call.method, other, `${call.name} -> ${other}`, other === 'prepend' ? 0.5 : 1);
});

/** A block that may end its method, and one that may not. */
const lambdas = callFamily('block that returns', 0.15, function* (call, branch, scene) {
  if (call.block === null) return;
  const isProc = call.name === 'proc' || (call.name === 'new' && call.receiver !== null && scene.text(call.receiver) === 'Proc');
  if (isProc) yield { start: branch.start, end: call.method.end, text: 'lambda', label: 'a lambda', odds: 1 };
  if (call.name === 'lambda' && call.receiver === null) yield replaced(call.method, 'proc', 'a proc', 0.4);
});

/** What stands behind a `yield` is left out where the block fails, or ends the method. */
const atTheEnd = rubyFamily('put right at the end', 0.12, function* (branch, scene) {
  const method = isStatement(branch) && branch.parent?.type === 'body_statement' ? branch.parent.parent : null;
  if (method === null || !isMethod(method) || /\b(?:ensure|rescue)\b/.test(scene.text(method))) return;
  const isWork = branch.type === 'yield' || /^\w+\.call\b|^\w+ = yield\b/.test(scene.text(branch));
  const statements = statementsOf(method);
  const behind = statements.slice(statements.indexOf(branch) + 1);
  const [next] = behind;
  if (!isWork || next === undefined || !startsLine(next, scene) || behind.some(({ type }) => /^(?:return|identifier)$/.test(type))) return;
  const pad = scene.indent(method);
  yield { start: branch.end, end: next.start, text: `\n${pad}ensure\n${scene.indent(next)}`, label: 'in any case', odds: 1 };
});

/** What is gathered or counted goes on from the call before. */
const fromBefore = rubyFamily('left from the call before', 0.14, function* (branch, scene) {
  const place = placeOf(branch, scene);
  if (place === null || place.at !== 0 || place.method.name === 'initialize') return;
  for (const [member, value] of place.owner.begun) {
    if (!place.method.changes.has(member) || new RegExp(`${member}(?:\\.clear|\\s*=[^=])`).test(place.method.text)) continue;
    const others = place.owner.methods.filter((each) => each !== place.method && each.name !== 'initialize' && each.changes.has(member));
    const isRound = /\b(?:each|while|until|loop|map|retry)\b/.test(place.method.text);
    const odds = (others.length === 0 ? 1 : 0.3) * (isRound ? 1 : 0.3);
    yield* before(branch, `${member} = ${value}`, scene, odds);
    if (/^[[{]/.test(value)) yield* before(branch, `${member}.clear`, scene, odds * 0.7);
  }
});

/** Nothing changes where a member is given the value it has. */
const sameValue = rubyFamily('value that it has', 0.06, function* (branch, scene) {
  const place = placeOf(branch, scene);
  if (
    place === null ||
    place.at !== 0 ||
    place.method.name === 'initialize' ||
    !/notify|changed|listener|each|call|<<|push/.test(place.method.text)
  )
    return;
  const set = /(@\w+) = (\w+)$/m.exec(place.method.text);
  const [, member = '', value = ''] = set ?? [];
  if (place.method.parameters.includes(value) && !new RegExp(`${value} == ${member}|${member} == ${value}`).test(place.method.text))
    yield* before(branch, `return${/\n *self\n/.test(place.method.text) ? ' self' : ''} if ${value} == ${member}`, scene, 1);
});

/** What a method of the class asks before it does the same: `undo?` stands before `undo`. */
const askedFirst = rubyFamily('asked first', 0.1, function* (branch, scene) {
  const place = placeOf(branch, scene);
  if (place === null || place.at !== 0 || /\?$|^initialize$/.test(place.method.name)) return;
  const wanted = [`${place.method.name.replace(/[!=]$/, '')}?`, `can_${place.method.name}?`];
  const predicate = place.owner.methods.find(({ name, parameters }) => wanted.includes(name) && parameters.length === 0)?.name;
  if (predicate === undefined || place.method.text.includes(predicate)) return;
  const guards = [...scene.file.text.matchAll(/^ *((?:return|raise)\b[^\n]*) unless (?:can_)?\w+\?$/gm)].map((match) => match[1] ?? '');
  for (const [rank, guard] of [...new Set([...guards, 'return nil'])].slice(0, 2).entries())
    yield* before(branch, `${guard} unless ${predicate}`, scene, 1 / (1 + rank));
});

/** What is in a list already is not put there again. */
const onceOnly = rubyFamily('once only', 0.07, function* (branch, scene) {
  const [list, item] = isStatement(branch) && operatorOf(branch) === '<<' ? namedChildren(branch) : [];
  const method = methodAround(branch);
  if (list?.type !== 'instance_variable' || item?.type !== 'identifier' || method === null) return;
  const asked = `${scene.text(list)}.include?(${scene.text(item)})`;
  if (/include\?|key\?|uniq|add\?/.test(scene.text(method))) return;
  const odds = hinted(scene.clues, 'unique');
  yield { start: branch.end, end: branch.end, text: ` unless ${asked}`, label: `unless ${asked}`, odds };
  const guard = statementsOf(method).find((each) => each.type === 'if_modifier' && hasWord(scene.text(each), scene.text(item)));
  const condition = guard === undefined ? null : fieldOf(guard, 'condition');
  if (condition !== null && operatorOf(condition) !== '&&')
    yield { start: condition.end, end: condition.end, text: ` || ${asked}`, label: `or ${asked}`, odds };
});

/** A count that begins at 0 and that nothing changes. */
const neverCounted = rubyFamily('never counted', 0.2, function* (branch, scene) {
  const owner = isStatement(branch) ? classAround(branch) : null;
  const method = methodAround(branch);
  if (owner === null || method === null || methodName(method, scene) === 'initialize') return;
  const { begun, methods } = ownerOf(owner, scene);
  const own = scene.text(branch);
  const [adds, drops] = [/\.new\(|<<|\.push\(|\] = /.test(own), /\.(?:delete|pop|shift)\b/.test(own)];
  if (!(adds || drops) || own.includes('\n')) return;
  const text = methods.map((each) => each.text).join('\n');
  const isStepped = (member: string, sign: string): boolean => text.includes(`${member} ${sign}= `);
  for (const [member, value] of begun) {
    const [sign, other] = adds ? ['+', '-'] : ['-', '+'];
    if (value !== '0' || isStepped(member, sign)) continue;
    yield* before(branch, `${member} ${sign}= 1`, scene, adds || isStepped(member, other) ? 1 : 0.3);
  }
});

/** What is done to the whole of a nested table is done to its parts. */
const nested = rubyFamily('parts that are nested', 0.2, function* (branch, scene) {
  const method = branch.type === 'identifier' ? methodAround(branch) : null;
  const name = method === null ? '' : methodName(method, scene);
  if (method === null || !/^(?:deep|nested|recursive)_|_(?:deep|recursive)$/.test(name) || scene.text(method).split(name).length > 2)
    return;
  const value = scene.text(branch);
  const isValue = branch.parent?.type === 'array' && branch.parent.children.findLast(({ named }) => named) === branch;
  if (isValue) yield replaced(branch, `${value}.is_a?(Hash) ? ${name}(${value}) : ${value}`, `${name} of its parts`, 1);
});

/** What was used last stands last in its table. */
const usedLast = rubyFamily('used last', 0.12, function* (branch, scene) {
  const place = placeOf(branch, scene);
  if (place === null || place.method.name === 'initialize') return;
  for (const [, member = ''] of scene.file.text.matchAll(/(@\w+)(?:\.shift\b|\.delete\(\1\.(?:first|keys\.first|each_key\.first))/g)) {
    const entry = new RegExp(`${member}\\[([a-z_]\\w*)\\]`).exec(scene.text(branch))?.[1];
    if (entry === undefined || place.method.text.includes(`${member}.delete(${entry})`)) continue;
    const isWrite = changesIn(branch, scene).has(member);
    if (isWrite) yield* before(branch, `${member}.delete(${entry})`, scene, 1);
    else
      yield* before(
        branch,
        `${member}[${entry}] = ${member}.delete(${entry})${isAsked(place.method.text, member, entry) ? '' : ` if ${member}.key?(${entry})`}`,
        scene,
        1,
      );
  }
});

function isAsked(text: string, member: string, entry: string): boolean {
  return text.includes(`${member}.key?(${entry})`);
}

/** `attr_reader :books` hands out the list itself. */
const readCopy = callFamily('reader of a copy', 0.04, function* (call, branch, scene) {
  const only = onlyArgument(call);
  const body = call.name === 'attr_reader' && only !== null ? classAround(branch) : null;
  if (body === null || only === null) return;
  const name = scene.text(only).slice(1);
  if (!/^(?:\[|\{|Set)/.test(ownerOf(body, scene).begun.get(`@${name}`) ?? '')) return;
  const pad = `\n${scene.indent(branch)}`;
  yield replaced(branch, `def ${name}${pad}  @${name}.dup${pad}end`, `${name} as a copy`, 1);
});

/** Listeners that take themselves off while all are told. */
const toldInRound = callFamily('listeners in a round', 0.08, function* (call, branch, scene) {
  const { receiver, block } = call;
  if (call.name !== 'each' || receiver?.type !== 'instance_variable' || block === null || !/\.call\b|\byield\b/.test(scene.text(block)))
    return;
  const body = classAround(branch);
  const own = methodAround(branch);
  const member = scene.text(receiver);
  const isTakenOff =
    body !== null &&
    ownerOf(body, scene).methods.some(({ fn, text }) => fn !== own && new RegExp(`${member}\\.(?:delete|reject!)`).test(text));
  if (isTakenOff) yield replaced(receiver, `${member}.dup`, `over a copy of ${member}`, 1);
});

/** A text or list that is taken from another one, and that the method then changes. */
const takenAndChanged = rubyFamily('taken and changed', 0.15, function* (branch, scene) {
  const target = branch.field === 'right' && branch.parent?.type === 'assignment' ? fieldOf(branch.parent, 'left') : null;
  const method = methodAround(branch);
  if (
    target?.type !== 'identifier' ||
    method === null ||
    !/^(?:identifier|instance_variable|constant|element_reference|call)$/.test(branch.type)
  )
    return;
  const call = rubyCall(branch, scene);
  if (call !== null && !/^(?:first|last|fetch|dig)$/.test(call.name)) return;
  const name = scene.text(target);
  const behind = scene.file.text.slice(branch.end, method.end);
  const isChanged = new RegExp(
    `\\b${name}(?: <<|\\.(?:push|concat|insert|delete\\w*|shift|pop|clear|prepend|\\w+!)|\\[[^\\]]*\\] (?:[-+|]{0,2}=)[^=])`,
  ).test(behind);
  if (isChanged) yield replaced(branch, `${scene.text(branch)}.dup`, `${name} is a copy`, 1);
});

/** Errors of the more particular kind are asked for first. */
const rescueOrder = rubyFamily('order of what is rescued', 0.15, function* (branch, scene) {
  const next = branch.type === 'rescue' ? branch.parent?.children.slice(branch.index + 1).find(({ named }) => named) : undefined;
  if (next?.type !== 'rescue') return;
  const isGeneral = /^rescue(?:\s+(?:StandardError|Exception)\b|\s*(?:=>|\n))/.test(scene.text(branch));
  const between = scene.file.text.slice(branch.end, next.start);
  const text = `${scene.text(next)}${between}${scene.text(branch)}`;
  yield { start: branch.start, end: next.end, text, label: 'what is rescued exchanged', odds: isGeneral ? 2 : 0.3 } satisfies Proposal;
});

/** A parameter that a method hands to itself, or to the others of its name, by name. */
const handedByName = callFamily('option handed on', 0.08, function* (call, branch, scene) {
  const method = methodAround(branch);
  if (method === null || call.list === null || [...above(branch)].some((at) => at.type === 'method_parameters')) return;
  const options = below(method)
    .filter((each) => each.type === 'keyword_parameter')
    .map((each) => scene.text(fieldOf(each, 'name') ?? each));
  const isOwn = call.name === methodName(method, scene) || scene.file.text.includes(`def ${call.name}(`) || call.name === 'new';
  const last = call.given.at(-1);
  for (const name of options) {
    const isUsed = scene.text(method).split(new RegExp(`\\b${name}\\b`)).length > 2;
    if (!isOwn || last === undefined || (isUsed && call.name !== methodName(method, scene)) || hasWord(scene.text(call.list), name))
      continue;
    yield { start: last.end, end: last.end, text: `, ${name}: ${name}`, label: `${name} handed on`, odds: 1 };
  }
});

export const rubyObjectFamilies: readonly Family[] = [
  otherKinds,
  respondsTo,
  ofTheClass,
  included,
  lambdas,
  atTheEnd,
  fromBefore,
  sameValue,
  askedFirst,
  onceOnly,
  neverCounted,
  nested,
  usedLast,
  readCopy,
  toldInRound,
  takenAndChanged,
  rescueOrder,
  handedByName,
];
