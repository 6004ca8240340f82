// What is asked in Ruby, and how: nothing and false are not one, `or` binds weaker than `=`, and what may be nothing is asked first.
import { brief, hasWord, type Proposal } from '../../../family.ts';
import {
  before,
  blockAround,
  callFamily,
  classAround,
  isMethod,
  isName,
  isStatement,
  methodAround,
  methodName,
  nameIn,
  onlyArgument,
  operatorOf,
  parameterNames,
  parametersIn,
  receiving,
  rubyCall,
  rubyFamily,
  statementsOf,
} from '../../ruby.ts';
import { type Family, isCondition, type Scene } from '../../scene.ts';
import { type Branch, below, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

const SIGNS: Readonly<Record<string, string>> = { and: '&&', or: '||' };

/** `allowed = owner or member` keeps the owner alone. */
const weakJoin = rubyFamily('join that binds weakly', 0.4, function* (branch, scene) {
  const operator = operatorOf(branch);
  const sign = SIGNS[operator];
  const [left, right] = namedChildren(branch);
  const sides = sign === undefined ? [] : [left?.type, right?.type];
  if (left === undefined || right === undefined || !sides.some((type) => type === 'assignment' || type === 'operator_assignment')) return;
  if (/^(?:raise|return|next|break|fail|exit|abort)\b/.test(scene.text(right))) return;
  const at = fieldOf(branch, 'operator');
  if (at !== null) yield replaced(at, sign ?? operator, `${operator} -> ${sign}`, 1);
});

/** `not a == b`, `!name == other`: of what is it the opposite? */
const deniedSide = rubyFamily('side that is denied', 0.2, function* (branch, scene) {
  const [left, right] = operatorOf(branch) === '==' ? namedChildren(branch) : [];
  const denied = left?.type === 'unary' && scene.text(left).startsWith('!') ? fieldOf(left, 'operand') : null;
  if (denied !== null && right !== undefined) yield replaced(branch, `${scene.text(denied)} != ${scene.text(right)}`, '! of the whole', 1);
});

/** `total + price || 0`, `text << full ? "a" : "b"`: the other way of grouping. */
const grouping = rubyFamily('grouped by what binds stronger', 0.2, function* (branch, scene) {
  if (operatorOf(branch) === '||') {
    const [left, right] = namedChildren(branch);
    const [first, second] = left !== undefined && /^[-+*/]$|^<<$/.test(operatorOf(left)) ? namedChildren(left) : [];
    if (left !== undefined && right !== undefined && first !== undefined && second !== undefined)
      yield replaced(branch, `${scene.text(first)} ${operatorOf(left)} (${scene.text(second)} || ${scene.text(right)})`, '|| first', 1);
    const [near, far] = right !== undefined && /^[-+*/]$/.test(operatorOf(right)) ? namedChildren(right) : [];
    if (left !== undefined && right !== undefined && near !== undefined && far !== undefined)
      yield replaced(branch, `(${scene.text(left)} || ${scene.text(near)}) ${operatorOf(right)} ${scene.text(far)}`, '|| first', 1);
  }
  const condition = branch.type === 'conditional' ? fieldOf(branch, 'condition') : null;
  const operator = condition === null ? '' : operatorOf(condition);
  const [into, test] = condition !== null && /^<<$|^[-+]$/.test(operator) ? namedChildren(condition) : [];
  if (into !== undefined && test !== undefined)
    yield replaced(branch, `${scene.text(into)} ${operator} (${scene.file.text.slice(test.start, branch.end)})`, 'the condition first', 1);
});

/** `if found = wanted` sets what it should compare. */
const setForCompared = rubyFamily('set for compared', 0.15, function* (branch, scene) {
  if (branch.type !== 'assignment' || branch.field !== 'condition') return;
  const [left, right] = [fieldOf(branch, 'left'), fieldOf(branch, 'right')];
  if (left === null || right === null) return;
  const isPlain = !/^(?:call|element_reference)$/.test(right.type);
  yield replaced(branch, `${scene.text(left)} == ${scene.text(right)}`, '= -> ==', isPlain ? 2 : 0.3);
});

/** Being one and being equal, of a class and of one below it. */
const equality = callFamily('equality', 0.15, function* (call, branch, scene) {
  const only = onlyArgument(call);
  if (call.receiver === null || only === null) return;
  const [own, other] = [scene.text(call.receiver), scene.text(only)];
  if (/^(?:equal\?|eql\?)$/.test(call.name)) yield replaced(branch, `${own} == ${other}`, `${call.name} -> ==`, 1);
  if (call.name === 'instance_of?') yield replaced(call.method, 'is_a?', 'of a class below, too', 1);
  if (call.name === 'is_a?') yield replaced(call.method, 'instance_of?', 'of no class below', 0.2);
  if (call.name === 'cover?') yield replaced(call.method, 'include?', 'cover? -> include?', 0.3);
});

/** `case value.class` compares classes of a class; `value === String` asks the wrong one. */
const caseOfClass = rubyFamily('kind that is asked for', 0.4, function* (branch, scene) {
  const call = branch.field === 'value' && branch.parent?.type === 'case' ? rubyCall(branch, scene) : null;
  if (call?.receiver && call.name === 'class') yield replaced(branch, scene.text(call.receiver), 'of the value itself', 1);
  const [left, right] = operatorOf(branch) === '===' ? namedChildren(branch) : [];
  if (left !== undefined && right?.type === 'constant' && left.type !== 'constant')
    yield replaced(branch, `${scene.text(right)} === ${scene.text(left)}`, 'sides of === exchanged', 1);
});

const PRESENT = /(?:key|has|have|include|exist|member|cached|present|contains?|known|stored|set|loaded|defined)\w*\?$/;

/** `value = read(key)` and `return value if value`: false is a value, too. */
const askedWhetherThere = rubyFamily('asked whether it is there', 0.09, function* (branch, scene) {
  const body = branch.type === 'if_modifier' ? fieldOf(branch, 'body') : null;
  const [condition, returned] = [fieldOf(branch, 'condition'), body?.type === 'return' ? namedChildren(body)[0] : undefined];
  if (condition === null || returned === undefined || !isName(condition) || scene.text(returned) !== scene.text(condition)) return;
  const name = scene.text(condition);
  yield replaced(branch, `return ${name} unless ${name}.nil?`, 'false is a value', 1);
  if (condition.type === 'instance_variable') yield replaced(condition, `defined?(${name})`, 'nothing is a value', 1);
  const assignment = branch.parent?.children[branch.index - 1];
  const value = assignment?.type === 'assignment' ? fieldOf(assignment, 'right') : null;
  if (assignment === undefined || value === null || scene.text(fieldOf(assignment, 'left') ?? value) !== name) return;
  const given = keyOf(value, scene);
  for (const predicate of given === null ? [] : predicatesOf(branch, scene)) {
    const text = `return ${scene.text(value)} if ${predicate}(${given})`;
    yield { start: assignment.start, end: branch.end, text, label: `asked by ${predicate}`, odds: 1 };
  }
  const [object, key] = value.type === 'element_reference' ? namedChildren(value) : [];
  if (object !== undefined && key !== undefined)
    yield replaced(condition, `${scene.text(object)}.key?(${scene.text(key)})`, `asked by key?(${scene.text(key)})`, 1);
});

/** What is asked for: of `kept[key]` and `read(key)`. */
function keyOf(value: Branch, scene: Scene): string | null {
  const call = rubyCall(value, scene);
  const key = call === null ? namedChildren(value)[1] : onlyArgument(call);
  return key?.type === 'identifier' ? scene.text(key) : null;
}

/** Methods of the class that are given one value and tell whether it is there. */
function predicatesOf(branch: Branch, scene: Scene): readonly string[] {
  const owner = classAround(branch);
  const own = methodAround(branch);
  return (owner === null ? [] : namedChildren(owner)).flatMap((method) => {
    const name = isMethod(method) && method !== own ? methodName(method, scene) : '';
    return PRESENT.test(name) && parametersIn(method).length === 1 ? [name] : [];
  });
}

/** `options[:deep] || true` is always true; `if kept[key]` takes false for nothing. */
const falseIsThere = rubyFamily('false is a value', 0.08, function* (branch, scene) {
  if (operatorOf(branch) === '||' && !isCondition(branch, scene.language)) {
    const [left, right] = namedChildren(branch);
    const [object, key] = left?.type === 'element_reference' ? namedChildren(left) : [];
    if (right === undefined || left === undefined) return;
    const other = scene.text(right);
    const odds = right.type === 'true' ? 6 : 1;
    if (object !== undefined && key !== undefined)
      yield replaced(branch, `${scene.text(object)}.fetch(${scene.text(key)}${lazily(right, other)}`, `fetch, else ${brief(other)}`, odds);
    else if (isName(left)) yield replaced(branch, `${scene.text(left)}.nil? ? ${other} : ${scene.text(left)}`, 'for nothing only', odds);
  }
  const [object, key] = branch.type === 'element_reference' && isCondition(branch, scene.language) ? namedChildren(branch) : [];
  if (object !== undefined && key !== undefined)
    yield replaced(branch, `${scene.text(object)}.key?(${scene.text(key)})`, `asked by key?(${scene.text(key)})`, 1);
});

function lazily({ type }: Branch, text: string): string {
  return /^(?:call|method_call|binary)$/.test(type) ? `) { ${text} }` : `, ${text})`;
}

/** `@found ||= look` looks again where it found nothing. */
const keptOnce = rubyFamily('kept once', 0.1, function* (branch, scene) {
  const isKept = branch.type === 'operator_assignment' && fieldOf(branch, 'operator')?.type === '||=';
  const [left, right] = isKept ? [fieldOf(branch, 'left'), fieldOf(branch, 'right')] : [];
  if (!left || !right) return;
  const name = scene.text(left);
  const method = methodAround(branch);
  const given = method === null ? [] : parameterNames(method, scene).filter((each) => hasWord(scene.text(right), each));
  const [first, more] = given;
  if (left.type === 'instance_variable' && first !== undefined) {
    const key = more === undefined ? first : `[${given.join(', ')}]`;
    yield replaced(branch, `(${name} ||= {})[${key}] ||= ${scene.text(right)}`, `one for each ${key}`, 2);
  }
  const text = `${name} = ${scene.text(right)} if ${name}.nil?`;
  if (right.type === 'true' || right.type === 'call')
    yield replaced(branch, text, 'where there is nothing', right.type === 'true' ? 3 : 0.4);
  if (left.type === 'instance_variable') yield replaced(branch, `${name} = ${scene.text(right)}`, '||= -> =', 0.6);
});

/** Nothing and empty: one is asked, the other comes, or both. */
const emptiness = callFamily('nothing or empty', 0.06, function* (call, branch, scene) {
  if (call.receiver === null || !isCondition(branch, scene.language)) return;
  const own = receiving(call.receiver, scene);
  const isSafe = scene.text(branch).includes('&.');
  const isLine = /line|text|name|word|value|input|string|row|field/.test(own);
  if (call.name === 'nil?') yield replaced(branch, `${own}.nil? || ${own}.empty?`, 'or empty', 1);
  if (call.name === 'nil?' && isLine) yield replaced(branch, `${own}.to_s.strip.empty?`, 'or blank', 0.6);
  if (call.name === 'empty?' && !isSafe) {
    if (isLine && !/strip/.test(own)) yield replaced(branch, `${own}.strip.empty?`, 'or blank', 1);
    yield replaced(branch, `${own}.nil? || ${own}.empty?`, 'or nothing', scene.clues.complaints.nothing ? 2 : 0.5);
  }
  if (call.name === 'any?' && call.block === null && call.given.length === 0)
    yield replaced(branch, `!${own}.empty?`, 'whatever the items are', 1);
});

/** Methods without which nothing can be asked of a value: those of nil itself. */
const OF_NOTHING =
  /^(?:nil\?|to_s|to_a|to_h|to_i|to_f|inspect|is_a\?|respond_to\?|class|dup|freeze|frozen\?|==|!|object_id|then|tap|hash)$/;

/** A parameter upon which a method calls, and which may be nothing, empty or zero. */
const unexpected = rubyFamily('case at the beginning', 0.09, function* (branch, scene) {
  const method = isStatement(branch) && branch.parent?.type === 'body_statement' ? branch.parent.parent : null;
  if (method === null || !isMethod(method) || statementsOf(method)[0] !== branch) return;
  const own = scene.text(method);
  const name = methodName(method, scene);
  const isRecursive = below(method).some((each) => rubyCall(each, scene)?.name === name && each !== method);
  for (const each of parametersIn(method).slice(0, 3)) {
    const given = scene.text(nameIn(each));
    if (each.type === 'block_parameter' || own.includes(`${given}.nil?`) || own.includes(`unless ${given}\n`)) continue;
    const odds = (isCalledUpon(method, given, scene) ? 1 : 0) * (isRecursive || scene.clues.complaints.nothing ? 2 : 0.5);
    if (odds > 0) yield* guarded(branch, `${given}.nil?`, method, scene, odds);
  }
  for (const [test, odds] of divisors(method, scene)) yield* guarded(branch, test, method, scene, odds);
});

function isCalledUpon(method: Branch, name: string, scene: Scene): boolean {
  return below(method).some((each) => {
    const call = rubyCall(each, scene);
    const isSafe = each.type === 'call' && fieldOf(each, 'operator')?.type === '&.';
    return call?.receiver && !isSafe && !OF_NOTHING.test(call.name) && scene.text(call.receiver) === name;
  });
}

/** What is divided by, and whose first or greatest is asked for: it may be zero, or there may be none. */
function* divisors(method: Branch, scene: Scene): Generator<readonly [string, number]> {
  const own = scene.text(method);
  const seen = new Set<string>();
  for (const each of below(method)) {
    const by = /^[/%]$/.test(operatorOf(each)) ? namedChildren(each)[1] : undefined;
    const value = by === undefined ? '' : scene.text(by).replace(/^\(|\)$|\.to_f$/g, '');
    const list = /^(@?\w+)\.(?:size|length|count)$/.exec(value)?.[1];
    const test = list !== undefined ? `${list}.empty?` : /^(?:@\w+|[a-z_]\w*)$/.test(value) ? `${value}.zero?` : null;
    if (test !== null && !own.includes(test) && !seen.has(test)) yield [test, 1];
    if (test !== null) seen.add(test);
  }
}

/** Early ends, with what the method otherwise answers first. */
function* guarded(branch: Branch, test: string, method: Branch, scene: Scene, odds: number): Generator<Proposal> {
  for (const [rank, value] of resultsFor(method, scene).slice(0, 3).entries())
    yield* before(branch, `return${value === '' ? '' : ` ${value}`} if ${test}`, scene, odds / (1 + rank / 2));
}

/** What a method may answer where there is nothing to work on. */
function resultsFor(method: Branch, scene: Scene): readonly string[] {
  const name = methodName(method, scene);
  const last = statementsOf(method).at(-1);
  const own = last === undefined ? '' : scene.text(last);
  const returned = [...scene.text(method).matchAll(/return +([^\n]+?) (?:if|unless)\b/g)].map((match) => match[1] ?? '');
  const found = [...returned];
  if (name.endsWith('?')) found.push('false');
  else if (last?.type === 'identifier' || own === 'self') found.push(own);
  else if (/\.(?:map|select|reject|sort\w*|to_a|keys|values|flat_map|uniq|compact)\b[^\n]*$/.test(own)) found.push('[]');
  else if (/\.(?:join|strip|gsub|upcase|downcase|to_s)\b[^\n]*$|^"/.test(own)) found.push('""');
  else if (/[-+*/]|\.(?:sum|size|count|round|to_i|to_f|fdiv)\b/.test(own)) found.push('0');
  return [...new Set([...found, '', '0', 'false'])];
}

/** What a round goes over may be nothing, or blank. */
const skipped = rubyFamily('item passed over', 0.06, function* (branch, scene) {
  const block = isStatement(branch) ? blockAround(branch) : null;
  if (block === null || statementsOf(block)[0] !== branch || !/^(?:each|map|flat_map|each_with_index)\w*$/.test(roundOf(block, scene)))
    return;
  const own = scene.text(block);
  const [first] = parameterNames(block, scene);
  if (first === undefined || /\bnext\b/.test(own) || !isCalledUpon(block, first, scene)) return;
  const isText = /line|text|word|row|token/.test(first);
  if (isText) yield* before(branch, `next if ${first}.strip.empty?`, scene, 1);
  if (isText) yield* before(branch, `next if ${first}.empty?`, scene, 0.7);
  yield* before(branch, `next if ${first}.nil?`, scene, scene.clues.complaints.nothing ? 2 : 0.4);
});

/** What is looked up may not be there, and is asked for first. */
const lookedUp = rubyFamily('looked up and not there', 0.12, function* (branch, scene) {
  const previous = isStatement(branch) ? branch.parent?.children[branch.index - 1] : undefined;
  const [left, right] = previous?.type === 'assignment' ? [fieldOf(previous, 'left'), fieldOf(previous, 'right')] : [];
  const method = methodAround(branch);
  if (method === null || left?.type !== 'identifier' || !right || !isLookup(right, scene)) return;
  const name = scene.text(left);
  if (new RegExp(`\\b${name}(?:&\\.|\\.nil\\?)|(?:if|unless) ${name}$`, 'm').test(scene.text(method))) return;
  const condition = /^(?:if|unless)_modifier$/.test(branch.type) ? fieldOf(branch, 'condition') : null;
  if (condition !== null && hasWord(scene.text(condition), name))
    yield replaced(
      condition,
      branch.type === 'if_modifier' ? `${name}.nil? || ${scene.text(condition)}` : `${name} && ${scene.text(condition)}`,
      'or not there',
      1.5,
    );
  const word = blockAround(branch) === null ? 'return' : 'next';
  const last = statementsOf(method).at(-1);
  const answer = last?.type === 'true' ? ' false' : '';
  yield* before(branch, `${word}${answer} if ${name}.nil?`, scene, scene.clues.complaints.nothing ? 2 : 0.8);
});

function isLookup(value: Branch, scene: Scene): boolean {
  return (
    value.type === 'element_reference' ||
    /^(?:find|detect|match|first|last|delete|find_by|pop|shift|index)$/.test(rubyCall(value, scene)?.name ?? '')
  );
}

/** An item that is passed over for one reason, and not where it is empty. */
const emptyItem = rubyFamily('passed over when empty', 0.1, function* (branch, scene) {
  const isSkip = branch.field === 'condition' && branch.parent?.type === 'if_modifier' && fieldOf(branch.parent, 'body')?.type === 'next';
  const block = isSkip ? blockAround(branch) : null;
  const [item] = block === null ? [] : parameterNames(block, scene);
  const own = scene.text(branch);
  if (item === undefined || !hasWord(own, item) || /empty\?|nil\?|strip/.test(own)) return;
  yield replaced(branch, `${item}.empty? || ${own}`, `or ${item} is empty`, 1);
  yield replaced(branch, `${item}.nil? || ${own}`, `or ${item} is nothing`, scene.clues.complaints.nothing ? 2 : 0.4);
});

function roundOf(block: Branch, scene: Scene): string {
  return rubyCall(block.parent, scene)?.name ?? '';
}

export const rubyConditionFamilies: readonly Family[] = [
  weakJoin,
  deniedSide,
  grouping,
  setForCompared,
  equality,
  caseOfClass,
  askedWhetherThere,
  falseIsThere,
  keptOnce,
  emptiness,
  unexpected,
  skipped,
  lookedUp,
  emptyItem,
];
