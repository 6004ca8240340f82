// What the messages of Ruby name: what nothing has no method for, what is private, what is not there yet.
import { brief, type Proposal } from '../../../family.ts';
import {
  before,
  blockAround,
  callFamily,
  classAround,
  isName,
  isStatement,
  methodAround,
  onlyArgument,
  operatorOf,
  receiving,
  rubyCall,
  rubyFamily,
  textsBelow,
} from '../../ruby.ts';
import type { Family, Scene } from '../../scene.ts';
import { above, type Branch, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

/** Libraries of Ruby's own by what they define. */
const LIBRARIES: Readonly<Record<string, string>> = {
  ...{ Set: 'set', SortedSet: 'set', JSON: 'json', Date: 'date', DateTime: 'date', BigDecimal: 'bigdecimal', SecureRandom: 'securerandom' },
  ...{ OpenStruct: 'ostruct', StringIO: 'stringio', Digest: 'digest', YAML: 'yaml', CSV: 'csv', Forwardable: 'forwardable', URI: 'uri' },
  ...{ FileUtils: 'fileutils', Pathname: 'pathname', Tempfile: 'tempfile', ERB: 'erb', Singleton: 'singleton', Observable: 'observer' },
  ...{ Timeout: 'timeout', Logger: 'logger', Benchmark: 'benchmark', Shellwords: 'shellwords', Monitor: 'monitor', Delegator: 'delegate' },
  ...{ SimpleDelegator: 'delegate', PStore: 'pstore', Matrix: 'matrix', Prime: 'prime', Open3: 'open3', OptionParser: 'optparse' },
};

/** The library, or the file, that defines what is not known. */
const required = rubyFamily(
  'requirement',
  0.5,
  function* (branch, scene) {
    if (branch !== scene.program) return;
    const { unknown, noMember } = scene.clues.complaints;
    const first = namedChildren(branch)[0];
    if (first === undefined) return;
    const add = (text: string, odds: number): Proposal => ({ start: first.start, end: first.start, text: `${text}\n`, label: text, odds });
    const constants = textsBelow(branch, 'constant', scene);
    for (const name of unknown) {
      if (!constants.has(name)) continue;
      const library = Object.hasOwn(LIBRARIES, name) ? LIBRARIES[name] : undefined;
      if (library !== undefined) yield add(`require "${library}"`, 3);
      for (const path of filesNamed(name, scene)) yield add(`require_relative "${path}"`, 2);
    }
    if (noMember.has('parse') && /Time\.parse/.test(scene.file.text)) yield add('require "time"', 2);
  },
  true,
);

/** Files called after a constant, as seen from the file: `../money` for `Money`. */
function filesNamed(name: string, { clues, file }: Scene): readonly string[] {
  const snake = name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();
  const from = file.path.split('/').slice(0, -1);
  const own = clues.paths.filter((path) => path.endsWith(`/${snake}.rb`) && path !== file.path).slice(0, 2);
  return own.map((path) => {
    const to = path.slice(0, -'.rb'.length).split('/');
    const shared = to.findIndex((part, at) => part !== from[at]);
    return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
  });
}

/** A call upon what may be nothing, as the message names it. */
const uponNothing = rubyFamily('called upon nothing', 0.3, function* (branch, scene) {
  const { ofNothing } = scene.clues.complaints;
  if (ofNothing.size === 0) return;
  const call = rubyCall(branch, scene);
  if (call?.receiver && ofNothing.has(call.name)) yield* uponCall(branch, call.receiver, scene);
  const [object, key] = branch.type === 'element_reference' && ofNothing.has('[]') ? namedChildren(branch) : [];
  if (object !== undefined && key !== undefined) {
    yield replaced(branch, `${scene.text(object)}&.[](${scene.text(key)})`, 'if it is there', 0.5);
    const [outer, first] = object.type === 'element_reference' ? namedChildren(object) : [];
    if (outer !== undefined && first !== undefined)
      yield replaced(branch, `${scene.text(outer)}.dig(${scene.text(first)}, ${scene.text(key)})`, 'dig', 1);
    yield* earlyEnds(branch, scene.text(object), scene);
  }
  const operator = operatorOf(branch);
  const [left, right] = ofNothing.has(operator) ? namedChildren(branch) : [];
  if (left !== undefined && right !== undefined) yield* ofOperator(branch, left, scene.text(right), operator, scene);
  const step = branch.type === 'operator_assignment' ? (fieldOf(branch, 'operator')?.type ?? '') : '';
  const [target, value] = step !== '' && ofNothing.has(step.slice(0, -1)) ? namedChildren(branch) : [];
  if (target !== undefined && value !== undefined) {
    const [name, sign] = [scene.text(target), step.slice(0, -1)];
    yield replaced(branch, `${name} = (${name} || 0) ${sign} ${scene.text(value)}`, 'from 0', 1);
  }
});

function* ofOperator(branch: Branch, left: Branch, right: string, operator: string, scene: Scene): Generator<Proposal> {
  const own = scene.text(left);
  const isSettable = left.type === 'instance_variable' || left.type === 'element_reference';
  if (operator === '<<') {
    if (isSettable) yield replaced(branch, `(${own} ||= []) << ${right}`, 'into a list of its own', 1);
    return;
  }
  yield replaced(branch, `(${own} || 0) ${operator} ${right}`, 'from 0', 1);
  yield* earlyEnds(branch, own, scene);
}

function* uponCall(branch: Branch, receiver: Branch, scene: Scene): Generator<Proposal> {
  const own = scene.text(receiver);
  const dot = fieldOf(branch, 'operator');
  if (dot?.type === '.') yield replaced(dot, '&.', `if ${brief(own)} is there`, 1);
  if (receiver.type === 'constant' || own === 'self') return;
  for (const step of ['to_s', 'to_a'] as const)
    if (fits(step, scene.text(fieldOf(branch, 'method') ?? branch)))
      yield replaced(receiver, `${receiving(receiver, scene)}.${step}`, `${brief(own)}.${step}`, 0.8);
  yield* earlyEnds(branch, own, scene);
}

function fits(step: 'to_s' | 'to_a', method: string): boolean {
  return step === 'to_s'
    ? /^(?:strip|downcase|upcase|capitalize|split|empty\?|gsub|sub|start_with\?|end_with\?|length|size|to_sym|include\?|chars|lines|match\?)$/.test(
        method,
      )
    : /^(?:each|map|select|reject|size|first|last|empty\?|sum|any\?|include\?|join|sort_by)$/.test(method);
}

/** The statement around a place ends early, or is passed over, where there is nothing. */
function* earlyEnds(branch: Branch, own: string, scene: Scene): Generator<Proposal> {
  const statement = isStatement(branch) ? branch : [...above(branch)].find(isStatement);
  if (statement === undefined || own.length > 40) return;
  const method = methodAround(statement);
  if (blockAround(statement) !== null) yield* before(statement, `next if ${own}.nil?`, scene, 0.6);
  if (method === null) return;
  yield* before(statement, `return if ${own}.nil?`, scene, 0.8);
  yield* before(statement, `return 0 if ${own}.nil?`, scene, 0.3);
  yield* before(statement, `return false if ${own}.nil?`, scene, /\?/.test(scene.text(fieldOf(method, 'name') ?? method)) ? 0.8 : 0.2);
}

/** A method that others may not call. */
const hidden = rubyFamily(
  'private method',
  0.5,
  function* (branch, scene) {
    const { hidden: names } = scene.clues.complaints;
    if (names.size === 0) return;
    const isMark = branch.type === 'identifier' && isStatement(branch) && scene.text(branch) === 'private';
    if (isMark) yield replaced(branch, 'protected', 'for objects of the class', 1);
    if (branch.field === 'method' && names.has(scene.text(branch))) {
      const call = rubyCall(branch.parent, scene);
      if (call?.receiver?.type === 'self' && branch.parent !== null)
        yield { start: call.receiver.start, end: branch.start, text: '', label: 'without self', odds: 1 };
    }
    const isNamed = branch.type === 'method' && names.has(scene.text(fieldOf(branch, 'name') ?? branch));
    const mark = isNamed ? branch.parent?.children.find((each) => each.type === 'identifier' && scene.text(each) === 'private') : undefined;
    if (mark === undefined || mark.start > branch.start) return;
    const pad = `\n${scene.indent(branch)}`;
    yield {
      start: branch.end,
      end: branch.end,
      text: `${pad}public :${scene.text(fieldOf(branch, 'name') ?? branch)}`,
      label: 'public',
      odds: 0.6,
    };
  },
  true,
);

/** Methods that a class gets by being a list of something, or by being ordered. */
const OF_LISTS =
  /^(?:map|select|reject|sort|sort_by|first|include\?|to_a|reduce|inject|each_with_index|min_by|max_by|sum|count|find|any\?|all\?|entries|lazy|zip|group_by|to_set|each_slice|min|max|filter_map|partition|tally)$/;
const OF_ORDERED = /^(?:[<>]=?|between\?|clamp)$/;

/** A reader that is not there, and what a class includes. */
const offered = rubyFamily(
  'offered by the class',
  0.4,
  function* (branch, scene) {
    const { noMember, unknownOperators } = scene.clues.complaints;
    const body = branch.type === 'body_statement' && branch.parent?.type === 'class' ? branch : null;
    const first = body === null ? undefined : namedChildren(body)[0];
    if (body === null || first === undefined) return;
    const own = scene.text(body);
    const add = (text: string, odds: number): Generator<Proposal> => before(first, text, scene, odds);
    const members = textsBelow(body, 'instance_variable', scene);
    for (const name of noMember) {
      if (members.has(`@${name}`)) yield* add(`attr_reader :${name}`, 2);
      if (OF_LISTS.test(name) && /def each\b/.test(own) && !/Enumerable/.test(own)) yield* add('include Enumerable', 2);
    }
    const isOrdered = /def <=>/.test(own) && !/Comparable/.test(own);
    if (isOrdered && [...unknownOperators, ...noMember].some((name) => OF_ORDERED.test(name))) yield* add('include Comparable', 2);
    for (const name of unknownOperators)
      if (name.endsWith('=') && members.has(`@${name.slice(0, -1)}`)) yield* add(`attr_writer :${name.slice(0, -1)}`, 2);
  },
  true,
);

/** `attr_reader :name` where the name is also set. */
const writable = callFamily('writable', 0.3, function* (call, _branch, scene) {
  const setters = scene.clues.complaints.unknownOperators;
  const names = call.given.map((each) => `${scene.text(each).replace(/^:/, '')}=`);
  if (call.name === 'attr_reader' && names.some((name) => setters.has(name)))
    yield replaced(call.method, 'attr_accessor', 'to be set, too', 1);
});

/** A name that is not known is a member of the object. */
const memberOf = rubyFamily(
  'member of the object',
  0.5,
  function* (branch, scene) {
    if (branch.type !== 'identifier' || branch.field === 'name') return;
    const own = scene.text(branch);
    const body = scene.clues.complaints.unknown.has(own) ? classAround(branch) : null;
    if (body !== null && textsBelow(body, 'instance_variable', scene).has(`@${own}`)) yield replaced(branch, `@${own}`, `@${own}`, 3);
  },
  true,
);

/** A block that is not always given. */
const noBlock = rubyFamily('block that is not given', 0.4, function* (branch, scene) {
  if (!scene.clues.complaints.noBlock || branch.type !== 'yield' || !isStatement(branch)) return;
  yield { start: branch.end, end: branch.end, text: ' if block_given?', label: 'if a block is given', odds: 1 };
});

/** A text and a number do not go together. */
const mixed = rubyFamily('kinds that are mixed', 0.15, function* (branch, scene) {
  if (!scene.clues.complaints.mixed) return;
  const [left, right] = /^[-+*/]$|^[<>]=?$/.test(operatorOf(branch)) ? namedChildren(branch) : [];
  if (left === undefined || right === undefined) return;
  const isText = [left, right].some(({ type }) => type === 'string');
  for (const side of [left, right]) {
    if (side.type === 'string' || side.type === 'integer' || !(isName(side) || /^(?:call|element_reference)$/.test(side.type))) continue;
    for (const step of isText ? ['to_s'] : ['to_i', 'to_f', 'to_s'])
      yield replaced(side, `${receiving(side, scene)}.${step}`, `${brief(scene.text(side))}.${step}`, isText ? 2 : 1);
  }
});

/** Options that are given as one value, and taken as many. */
const options = callFamily('options', 0.1, function* (call, _branch, scene) {
  if (scene.clues.complaints.arity.size === 0 && !scene.clues.said.has('arguments')) return;
  const only = onlyArgument(call) ?? call.given.at(-1);
  if (only?.type === 'identifier' && /options|opts|attributes|attrs|params|kwargs|settings|row/.test(scene.text(only)))
    yield replaced(only, `**${scene.text(only)}`, `**${scene.text(only)}`, 1);
  if (only?.type === 'identifier' && /args|arguments|items|values|list/.test(scene.text(only)))
    yield replaced(only, `*${scene.text(only)}`, `*${scene.text(only)}`, 1);
  const isStruct = call.name === 'new' && call.receiver !== null && scene.text(call.receiver) === 'Struct';
  const last = call.given.at(-1);
  if (isStruct && last !== undefined && last.type !== 'pair')
    yield { start: last.end, end: last.end, text: ', keyword_init: true', label: 'given by name', odds: 1.5 };
});

export const rubyMessageFamilies: readonly Family[] = [required, uponNothing, hidden, offered, writable, memberOf, noBlock, mixed, options];
