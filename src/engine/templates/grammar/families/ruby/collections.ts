// Lists and tables of Ruby: another method than is meant, an order that is not settled.
import { brief, type Proposal } from '../../../family.ts';
import {
  callFamily,
  isName,
  isResult,
  onlyArgument,
  parameterNames,
  parametersIn,
  type RubyCall,
  receiving,
  rubyFamily,
  statementsOf,
} from '../../ruby.ts';
import { type Hint, hinted, hintsOf } from '../../ruby-hints.ts';
import type { Family, Scene } from '../../scene.ts';
import { type Branch, namedChildren } from '../../tree.ts';
import { replaced, swapped } from '../names.ts';

const OTHERS: Readonly<Record<string, readonly string[]>> = {
  each: ['map', 'each_with_index'],
  map: ['flat_map', 'filter_map', 'each', 'select'],
  flat_map: ['map'],
  filter_map: ['map'],
  each_slice: ['each_cons'],
  each_cons: ['each_slice'],
  take: ['drop'],
  drop: ['take'],
  take_while: ['select', 'drop_while'],
  drop_while: ['reject', 'take_while'],
  select: ['take_while', 'find', 'partition'],
  find: ['select'],
  detect: ['select'],
  find_all: ['find'],
  partition: ['group_by'],
  group_by: ['partition', 'chunk_while'],
  push: ['unshift', 'concat'],
  append: ['concat', 'prepend'],
  unshift: ['push'],
  pop: ['shift'],
  shift: ['pop'],
  concat: ['push'],
  max_by: ['min_by'],
  min_by: ['max_by'],
  'key?': ['value?'],
  'has_key?': ['key?', 'has_value?'],
  'include?': ['key?', 'value?'],
  delete: ['delete_at'],
  upto: ['downto'],
  downto: ['upto'],
  sort: ['sort.reverse'],
  each_with_index: ['each.with_index(1)'],
  with_index: ['with_index(1)'],
  count: ['size', 'sum'],
  'one?': ['any?'],
  'any?': ['one?'],
  'none?': ['one?'],
  'empty?': ['none?'],
  flatten: ['flatten(1)'],
  product: ['zip'],
  merge: ['update'],
  sum: ['values.sum'],
  max: ['values.max'],
  min: ['values.min'],
  superset: ['subset'],
  'superset?': ['subset?'],
  'subset?': ['superset?'],
  send: ['public_send'],
  clone: ['dup'],
};

/** One method of lists and tables for another. */
const otherMethods = callFamily('other method of lists', 0.07, function* (call, _branch, scene) {
  if (call.receiver === null || !Object.hasOwn(OTHERS, call.name)) return;
  for (const [rank, other] of (OTHERS[call.name] ?? []).entries()) {
    if (other.includes('(') && call.given.length > 0) continue;
    yield replaced(call.method, other, `${call.name} -> ${other}`, 1 / (1 + rank / 2));
  }
  if (scene.text(call.receiver) === 'Dir' && call.name === 'glob' && call.list !== null)
    yield { start: call.list.end, end: call.list.end, text: '.sort', label: 'files in their order', odds: 1 };
});

const OF_LISTS =
  /\.(?:map|select|reject|sort\w*|keys|values|flat_map|filter\w*|to_a|split|uniq|compact|flatten|reverse|lines|chars|scan|take\w*|drop\w*|first|last|\+)\b/;
const OF_TEXTS = /\.(?:to_s|join|gsub|sub|strip|tr|format|capitalize|delete\w*|chomp|squeeze|name|title)\b|^"|^[a-z]\w*$|\[[^\]]*\]$/;
const OF_NUMBERS = /[-+*/]|\.(?:sum|fdiv|to_f|inject|reduce)\b/;

/** What turns a result into the one that is wanted, and how what it is done to looks. */
const FINISHES: readonly (readonly [step: string, hint: Hint, of: RegExp])[] = [
  ['.sort', 'sorted', OF_LISTS],
  ['.reverse', 'reversed', OF_LISTS],
  ['.uniq', 'unique', OF_LISTS],
  ['.compact', 'present', OF_LISTS],
  ['.reject(&:empty?)', 'present', OF_LISTS],
  ['.flatten', 'flat', OF_LISTS],
  ['.strip', 'trimmed', OF_TEXTS],
  ['.downcase', 'lower', OF_TEXTS],
  ['.upcase', 'upper', OF_TEXTS],
  ['.round(2)', 'rounded', OF_NUMBERS],
  ['.round', 'rounded', OF_NUMBERS],
];

/** The last step of a result: only where the values that a test wants speak for it. */
const finished = rubyFamily('last step of a result', 0.12, function* (branch, scene) {
  const isEnd = isResult(branch) || (branch.field === 'right' && branch.parent?.type === 'assignment');
  if (!isEnd || !/^(?:call|identifier|instance_variable|binary|element_reference|string)$/.test(branch.type)) return;
  const hints = hintsOf(scene.clues);
  const own = receiving(branch, scene);
  if (/\?(?:\(.*\))?$/.test(own)) return;
  for (const [step, hint, of] of FINISHES) {
    const isOfKind = isName(branch) || of.test(own);
    if (hints.has(hint) && isOfKind && !own.includes(step))
      yield replaced(branch, `${own}${step}`, `${brief(own)}${step}`, isResult(branch) ? 1 : 0.5);
  }
});

/** `map` over a table answers pairs; what is wanted is a table. */
const table = callFamily('table of pairs', 0.1, function* (call, branch, scene) {
  if (call.block === null || scene.file.text.slice(branch.end, branch.end + 3) === '.to') return;
  const last = statementsOf(call.block).at(-1);
  const isPairs = call.name === 'map' && last?.type === 'array' && namedChildren(last).length === 2;
  const isOfTable = parametersIn(call.block).length === 2 && /^(?:sort_by|min_by|max_by|sort)$/.test(call.name);
  if (isPairs || (isOfTable && call.name.startsWith('sort')))
    yield { start: branch.end, end: branch.end, text: '.to_h', label: 'as a table', odds: isPairs ? 1.5 : 1 };
});

/** What is equal by one measure stands in any order: another measure settles it. */
const settled = callFamily('order that is settled', 0.1, function* (call, branch, scene) {
  const isOrdered = /^(?:sort_by|min_by|max_by|sort_by!)$/.test(call.name);
  if (!isOrdered || call.receiver === null) return;
  const { block } = call;
  if (block === null) return yield* ofSymbol(call, branch, scene);
  const [first, second] = parameterNames(block, scene);
  const [measure, more] = statementsOf(block);
  if (first === undefined || measure === undefined || more !== undefined) return;
  const own = scene.text(measure);
  if (measure.type === 'array') return yield* turned(measure, scene);
  const isTurned = own.startsWith('-');
  yield replaced(measure, isTurned ? own.slice(1) : `-${receiving(measure, scene)}`, 'the other way round', 1);
  const names = second === undefined ? membersOf(first, own, scene) : [first, second].filter((name) => !own.includes(name));
  for (const [rank, name] of names.slice(0, 3).entries())
    yield replaced(measure, `[${own}, ${name}]`, `then by ${name}`, hinted(scene.clues, 'sorted') / (1 + rank / 2));
  if (/_by$/.test(call.name) && call.name !== 'sort_by') return;
  const lower = /\.(?:name|title|label|email)$/.test(own);
  if (lower) yield replaced(measure, `${own}.downcase`, 'whatever the letters', 1);
});

/** Each measure of several the other way round. */
function* turned(measures: Branch, scene: Scene): Generator<Proposal> {
  for (const each of namedChildren(measures)) {
    const own = scene.text(each);
    yield replaced(each, own.startsWith('-') ? own.slice(1) : `-${receiving(each, scene)}`, `${brief(own)} the other way round`, 0.6);
  }
  const [first, second] = namedChildren(measures);
  if (first !== undefined && second !== undefined) yield swapped(first, second, scene, 'measures exchanged', 0.6);
}

/** `sort_by(&:age)`: the other way round, and by name where the ages are equal. */
function* ofSymbol(call: RubyCall, branch: Branch, scene: Scene): Generator<Proposal> {
  const only = onlyArgument(call);
  const name = only === null ? undefined : /^&:(\w+)$/.exec(scene.text(only))?.[1];
  if (name === undefined || call.list === null) return;
  const measured = `each.${name}`;
  const others = membersOf('each', measured, scene);
  yield replaced(call.list, ` { |each| -${measured} }`, 'the other way round', 1);
  for (const [rank, other] of others.slice(0, 2).entries())
    yield replaced(call.list, ` { |each| [${measured}, ${other}] }`, `then by ${other}`, hinted(scene.clues, 'sorted') / (1 + rank / 2));
  if (/^(?:name|title|label|email)$/.test(name)) yield replaced(call.list, ` { |each| ${measured}.downcase }`, 'whatever the letters', 0.7);
  if (call.name === 'sort_by') yield { start: branch.end, end: branch.end, text: '.reverse', label: 'reversed', odds: 0.8 };
}

/** Members that values of the file have, and by which they may be told apart. */
function membersOf(name: string, own: string, scene: Scene): readonly string[] {
  const all = [...scene.file.text.matchAll(/Struct\.new\(([^)]*)\)|attr_(?:reader|accessor) ([^\n]*)/g)];
  const members = all.flatMap((match) => (match[1] ?? match[2] ?? '').match(/(?<=:)\w+/g) ?? []);
  const told = [...new Set(members)].filter((member) => !own.endsWith(`.${member}`));
  const rank = (member: string): number => ['name', 'title', 'id', 'key'].indexOf(member) >>> 0;
  return told.toSorted((a, b) => rank(a) - rank(b)).map((member) => `${name}.${member}`);
}

const PAIRED = /^(?:each_with_index|each_with_object|inject|reduce|each|map|each_pair|to_h|select|reject|sort_by|with_index|with_object)$/;

/** Parameters of a block in the other order. */
const blockOrder = callFamily('parameters of a block', 0.06, function* (call, _branch, scene) {
  const [first, second, more] = call.block === null ? [] : parametersIn(call.block);
  if (first === undefined || second === undefined || more !== undefined || !PAIRED.test(call.name)) return;
  const isTyped = /with_index$/.test(call.name) && /^(?:i|index|at|position|number)$/.test(scene.text(first));
  const isCarried = /with_object$/.test(call.name) && /^(?:memo|acc|hash|result|out|found|list|sum)\w*$/.test(scene.text(first));
  const isFolded = /^(?:inject|reduce)$/.test(call.name) && /^(?:memo|acc|sum|total|result|hash)\w*$/.test(scene.text(second));
  yield swapped(first, second, scene, 'parameters of the block exchanged', isTyped || isCarried || isFolded ? 5 : 0.5);
});

/** `defaults.merge(own)`: what is merged into what. */
const mergeOrder = callFamily('order of merging', 0.1, function* (call, branch, scene) {
  const only = onlyArgument(call);
  if (!/^(?:merge|union|zip|concat)$/.test(call.name) || call.receiver === null || only === null || only.type === 'pair') return;
  const other = receiving(only, scene);
  yield replaced(branch, `${other}.${call.name}(${scene.text(call.receiver)})`, 'into the other one', call.name === 'merge' ? 1.5 : 0.5);
  if (call.name === 'merge' && call.block === null)
    yield { start: branch.end, end: branch.end, text: ' { |_key, own, other| own + other }', label: 'sums of both', odds: 0.6 };
});

/** What is answered of nothing: `sum`, `inject`, `max`, `first`. */
const ofNone = callFamily('answer for none', 0.07, function* (call, branch, scene) {
  if (call.receiver === null) return;
  const only = onlyArgument(call);
  const isOperator = only !== null && /^&?:[-+*]$/.test(scene.text(only));
  if (/^(?:inject|reduce)$/.test(call.name) && only !== null && isOperator)
    yield replaced(only, `${/\*$/.test(scene.text(only)) ? 1 : 0}, ${scene.text(only)}`, 'from a first value', 1.5);
  const isFirst = call.list === null && call.block !== null && /^(?:inject|reduce)$/.test(call.name);
  if (isFirst) yield { start: call.method.end, end: call.method.end, text: '(0)', label: 'from 0', odds: 1.5 };
  const isFraction = scene.clues.complaints.nothing ? 2 : 0.6;
  if (/^(?:max|min|sum|last|first)$/.test(call.name) && call.given.length === 0 && call.block === null) {
    if (call.name === 'sum') yield { start: branch.end, end: branch.end, text: '(0.0)', label: 'as a fraction', odds: 0.5 };
    else if (!/^\.|^ \|\|/.test(scene.file.text.slice(branch.end, branch.end + 3)))
      yield replaced(branch, isResult(branch) ? `${scene.text(branch)} || 0` : `(${scene.text(branch)} || 0)`, 'or 0', isFraction);
  }
});

export const rubyCollectionFamilies: readonly Family[] = [otherMethods, finished, table, settled, blockOrder, mergeOrder, ofNone];
