// What methods and blocks of Ruby answer, what they raise and let pass, and how their rounds end.
import { brief, entryOf, type Proposal } from '../../../family.ts';
import {
  after,
  before,
  callFamily,
  classAround,
  isBlock,
  isMethod,
  isResult,
  isStatement,
  methodAround,
  methodName,
  nameIn,
  operatorOf,
  parameterNames,
  parametersIn,
  rubyCall,
  rubyFamily,
  startsLine,
  statementsOf,
} from '../../ruby.ts';
import type { Family, Scene } from '../../scene.ts';
import { above, type Branch, below, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

const ROUNDS = /^(?:each\w*|times|upto|downto|step|cycle|loop|reverse_each)$/;

/** Whether a statement answers nothing that anybody wants: it goes over something, prints, or does its work only at times. */
function answersNothing(statement: Branch, scene: Scene): boolean {
  if (/^(?:while|until|for|if_modifier|unless_modifier|operator_assignment)$/.test(statement.type)) return true;
  const call = rubyCall(statement, scene);
  return (
    operatorOf(statement) === '<<' ||
    (call !== null && ((ROUNDS.test(call.name) && call.block !== null) || /^(?:puts|push|concat|delete\w*|\w+!|store)$/.test(call.name))) ||
    (statement.type === 'if' && !below(statement).some(({ type }) => type === 'else' || type === 'return'))
  );
}

/** Local variables that a method sets at its own level, first to last. */
function localsOf(method: Branch, scene: Scene): readonly string[] {
  const names = statementsOf(method).flatMap((each) => {
    const left = each.type === 'assignment' ? fieldOf(each, 'left') : null;
    return left?.type === 'identifier' ? [scene.text(left)] : [];
  });
  return [...new Set(names)];
}

/** A method that gathers something and ends with the round in which it does. */
const gathered = rubyFamily('result of a method', 0.3, function* (branch, scene) {
  const method = isResult(branch) ? methodAround(branch) : null;
  if (method === null || statementsOf(method).at(-1) !== branch || !answersNothing(branch, scene)) return;
  if (/^initialize$|=$/.test(methodName(method, scene))) return;
  const own = scene.text(branch);
  const locals = localsOf(method, scene).filter((name) => new RegExp(`\\b${name}\\b`).test(own));
  for (const [rank, name] of locals.slice(0, 3).entries()) yield* after(branch, name, scene, 1 / (1 + rank / 2));
  const isStep = branch.type === 'operator_assignment' || operatorOf(branch) === '<<';
  const others =
    locals.length > 0 || isStep ? [] : parameterNames(method, scene).filter((name) => scene.text(method).includes(`${name} <<`));
  for (const name of others) yield* after(branch, name, scene, 0.5);
});

/** `add(1).add(2)`: a method of a class whose others answer the object does so, too. */
const itself = rubyFamily('object itself', 0.1, function* (branch, scene) {
  const method = isResult(branch) ? methodAround(branch) : null;
  const owner = method === null ? null : classAround(method);
  if (method === null || owner === null || statementsOf(method).at(-1) !== branch || branch.type === 'self') return;
  if (/^initialize$|[=?]$/.test(methodName(method, scene)) || !/@\w+/.test(scene.text(branch))) return;
  const isChange =
    branch.type.endsWith('assignment') || answersNothing(branch, scene) || /\.(?:each|push|delete|clear)\b/.test(scene.text(branch));
  const isEach = /^each/.test(methodName(method, scene)) && /&\w+|yield/.test(scene.text(branch));
  if (isEach) yield* after(branch, 'self', scene, 0.5);
  if (!isChange) return;
  const others = namedChildren(owner).filter((each) => isMethod(each) && each !== method && endsWithItself(each, scene));
  if (others.length > 0) yield* after(branch, 'self', scene, others.length > 1 ? 2 : 1);
  else if (/NoMethodError|undefined method/.test([...scene.clues.said].join(' '))) yield* after(branch, 'self', scene, 0.7);
});

function endsWithItself(method: Branch, scene: Scene): boolean {
  const last = statementsOf(method).at(-1);
  return last !== undefined && scene.text(last) === 'self';
}

/** `insert(node.right, key)` is left by one branch where the others keep it: `node.left = insert(node.left, key)`. */
const keptByOthers = callFamily('result that others keep', 0.25, function* (call, branch, scene) {
  const [first] = call.given;
  const method = methodAround(branch);
  if (
    first === undefined ||
    method === null ||
    call.receiver !== null ||
    !isStatement(branch) ||
    !/^[@\w]+(?:\.\w+|\[\w+\])$|^@\w+$/.test(scene.text(first))
  )
    return;
  const isKept = new RegExp(`= ${call.name}\\(`).test(scene.file.text);
  if (isKept) yield replaced(branch, `${scene.text(first)} = ${scene.text(branch)}`, `${scene.text(first)} is what it answers`, 1);
});

/** A method that keeps something answers it, and not what it was made into. */
const kept = rubyFamily('what is kept', 0.1, function* (branch, scene) {
  const method = isResult(branch) ? methodAround(branch) : null;
  const [left, right] = branch.type === 'assignment' ? [fieldOf(branch, 'left'), fieldOf(branch, 'right')] : [];
  if (method === null || left?.type !== 'element_reference' || !right || /=$|^initialize$/.test(methodName(method, scene))) return;
  const own = scene.text(right);
  const names = parametersIn(method)
    .filter(({ type }) => type === 'identifier')
    .map(scene.text)
    .toReversed();
  for (const [rank, name] of names
    .filter((each) => each !== own)
    .slice(0, 2)
    .entries())
    yield* after(branch, name, scene, 1 / (1 + rank));
});

const FOLDS = /^(?:inject|reduce)$/;

/** The block of `reduce` must answer what it carries on. */
const carriedOn = rubyFamily('value carried on', 0.3, function* (branch, scene) {
  const block = isBlock(branch) ? branch : null;
  const call = block === null ? null : rubyCall(block.parent, scene);
  if (block === null || call === null || !FOLDS.test(call.name)) return;
  const [carried] = parameterNames(block, scene);
  const last = statementsOf(block).at(-1);
  if (carried === undefined || last === undefined) return;
  const own = scene.text(last);
  const isOther = last.type.endsWith('assignment') || /_modifier$/.test(last.type) || operatorOf(last) === '<<';
  if (own !== carried && isOther) {
    const text = startsLine(last, scene) ? `\n${scene.indent(last)}${carried}` : `; ${carried}`;
    yield { start: last.end, end: last.end, text, label: `${carried} carried on`, odds: 1 };
  }
  for (const each of below(block))
    if (each.type === 'next' && each.children.length === 1 && !isElsewhere(each, block))
      yield replaced(each, `next ${carried}`, `next ${carried}`, 2);
});

function isElsewhere(branch: Branch, block: Branch): boolean {
  return [...above(branch)].find(isBlock) !== block;
}

/** Leaving a round, a method, or only this item. */
const leaving = rubyFamily('what is left', 0.1, function* (branch, scene) {
  if (!/^(?:return|next|break)$/.test(branch.type) || !branch.named) return;
  const block = [...above(branch)].find((at) => isBlock(at) || isMethod(at) || /^(?:while|until|for)$/.test(at.type));
  if (block === undefined || isMethod(block)) return;
  const value = scene.text(branch).slice(branch.type.length);
  const others = { return: ['next', 'break'], next: ['break', 'return'], break: ['next', 'return'] }[branch.type] ?? [];
  for (const [rank, other] of others.entries())
    yield replaced(branch, `${other}${value}`, `${brief(scene.text(branch))} -> ${other}`, 1 / (1 + rank));
});

/** An error that is taken and not handed on. */
const swallowed = rubyFamily('error that is swallowed', 0.2, function* (branch, scene) {
  if (branch.type !== 'rescue') return;
  const body = fieldOf(branch, 'body');
  const last = body === null ? undefined : namedChildren(body).at(-1);
  if (last === undefined || below(branch).some((each) => scene.text(each) === 'raise')) return;
  const wanted = expectsError(scene) ? 2 : 1;
  if (last.type === 'if' && fieldOf(last, 'alternative') === null) yield* raisedElse(last, scene, wanted);
  else if (/^(?:nil|false)$/.test(last.type)) yield replaced(last, 'raise', 'raised again', wanted);
  else if (last.type === 'if_modifier' || last.type === 'unless_modifier') yield* after(last, 'raise', scene, wanted * 2);
  else if (last.type !== 'retry') yield* after(last, 'raise', scene, wanted);
  if (last.type === 'retry') yield* before(last, 'raise', scene, 0.3);
});

/** What is done only while there are tries left: else the error is raised. */
function* raisedElse(last: Branch, scene: Scene, odds: number): Generator<Proposal> {
  const [condition, body] = [fieldOf(last, 'condition'), fieldOf(last, 'consequence')];
  const statements = body === null ? [] : namedChildren(body);
  const [first, end] = [statements[0], statements.at(-1)];
  if (condition === null || first === undefined || end === undefined) return;
  const pad = scene.indent(last);
  const lines = scene.file.text.slice(first.start, end.end).split('\n');
  const shallow = lines.map((line, at) => (at === 0 ? line : line.replace(/^ {2}/, ''))).join('\n');
  yield replaced(last, `raise ${opposite(condition, scene)}\n\n${pad}${shallow}`, 'raised otherwise', odds);
  yield { start: end.end, end: end.end, text: `\n${pad}else\n${pad}  raise`, label: 'raised otherwise', odds: odds * 0.9 };
}

const OPPOSITES: Readonly<Record<string, string>> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' };

function opposite(condition: Branch, scene: Scene): string {
  const other = OPPOSITES[operatorOf(condition)];
  const [left, right] = other === undefined ? [] : namedChildren(condition);
  return left !== undefined && right !== undefined
    ? `if ${scene.text(left)} ${other} ${scene.text(right)}`
    : `unless ${scene.text(condition)}`;
}

function expectsError({ clues }: Scene): boolean {
  return /nothing was raised|but nothing|exception expected|to raise/.test([...clues.said].join(' ')) || clues.said.has('raised');
}

const ERRORS = [
  'ArgumentError',
  'KeyError',
  'TypeError',
  'StandardError',
  'IndexError',
  'ZeroDivisionError',
  'NoMethodError',
  'RuntimeError',
];

/** Classes of errors that the file defines, or names, those that the failing tests name before all. */
function errorsIn(scene: Scene): readonly string[] {
  const own =
    scene.file.text.match(/(?<![\w:.])[A-Z]\w*(?=\s*<\s*\w*(?:Error|Exception)\b)|(?<![\w:.])[A-Z]\w*(?:Error|Exception)\b/g) ?? [];
  const all = [...new Set([...own, ...ERRORS])];
  return [...all.filter((name) => scene.clues.said.has(name)), ...all.filter((name) => !scene.clues.said.has(name))].slice(0, 8);
}

/** Another class of errors is raised, or taken. */
const errors = rubyFamily('class of an error', 0.07, function* (branch, scene) {
  const call = branch.type === 'call' ? rubyCall(branch, scene) : null;
  const [raised, text] = call?.name === 'raise' ? call.given : [];
  const taken = branch.type === 'rescue' ? fieldOf(branch, 'exceptions') : null;
  if (branch.type === 'rescue' && taken === null) {
    const at = branch.start + 'rescue'.length;
    for (const [rank, name] of errorsIn(scene).slice(0, 3).entries())
      yield { start: at, end: at, text: ` ${name}`, label: `rescue ${name}`, odds: 0.5 / (1 + rank) };
  }
  if (raised?.type === 'string' && text === undefined)
    for (const [rank, name] of errorsIn(scene).entries())
      yield {
        start: raised.start,
        end: raised.start,
        text: `${name}, `,
        label: `raise ${name}`,
        odds: (scene.clues.said.has(name) ? 4 : 0.6) / (1 + rank),
      };
  const place = raised?.type === 'constant' ? raised : taken !== null ? namedChildren(taken)[0] : undefined;
  if (place?.type !== 'constant') return;
  for (const [rank, name] of errorsIn(scene).entries()) {
    if (name === scene.text(place)) continue;
    const odds = (scene.clues.said.has(name) ? 3 : 0.6) / (1 + rank);
    yield replaced(place, name, `${scene.text(place)} -> ${name}`, odds);
    if (taken !== null) yield replaced(place, `${scene.text(place)}, ${name}`, `rescue ${name}, too`, odds * 0.8);
  }
});

/** Reading that forgives where an error is expected: `to_i`, `table[key]`. */
const strict = rubyFamily('reading that forgives', 0.06, function* (branch, scene) {
  const { said } = scene.clues;
  const call = rubyCall(branch, scene);
  const strictly = entryOf({ to_i: 'Integer', to_f: 'Float' }, call?.name ?? '');
  const isInteger = said.has('ArgumentError') || said.has('raise') ? 1 : 0.3;
  if (call?.receiver && strictly !== undefined)
    yield replaced(branch, `${strictly}(${scene.text(call.receiver)})`, `${call.name} -> ${strictly}`, isInteger);
  const isRead = branch.type === 'element_reference' && branch.field !== 'left' && namedChildren(branch).length === 2;
  const [object, key] = isRead ? namedChildren(branch) : [];
  if (object !== undefined && key !== undefined && (said.has('KeyError') || said.has('IndexError')))
    yield replaced(branch, `${scene.text(object)}.fetch(${scene.text(key)})`, `there must be ${brief(scene.text(key))}`, 1.5);
});

/** A round asked for without a block answers an enumerator. */
const withoutBlock = rubyFamily('round without a block', 0.15, function* (branch, scene) {
  const method = isStatement(branch) && branch.parent?.type === 'body_statement' ? branch.parent.parent : null;
  if (method?.type !== 'method' || statementsOf(method)[0] !== branch || /block_given\?|enum_for/.test(scene.text(method))) return;
  const name = methodName(method, scene);
  const block = parametersIn(method).find(({ type }) => type === 'block_parameter');
  const called = block === undefined ? '' : scene.text(nameIn(block));
  if (called !== '' && scene.text(method).includes(`unless ${called}`)) return;
  if (!/^each/.test(name) || !(called !== '' || below(method).some(({ type }) => type === 'yield'))) return;
  const given = parameterNames(method, scene).filter((each) => each !== called);
  const text = `enum_for(${[`:${name}`, ...given].join(', ')})`;
  yield* before(branch, `return ${text} unless ${called === '' ? 'block_given?' : called}`, scene, 1);
});

/** `items.each` within `def each(&block)` hands the block on. */
const handedBlock = callFamily('block handed on', 0.12, function* (call, branch, scene) {
  const method = methodAround(branch);
  const block = method === null ? undefined : parametersIn(method).find(({ type }) => type === 'block_parameter');
  if (method === null || block === undefined || call.block !== null || call.given.some(({ type }) => type === 'block_argument')) return;
  const name = scene.text(nameIn(block));
  if (
    scene.text(method).split(new RegExp(`\\b${name}\\b`)).length > 2 ||
    !/^(?:each|map|select|reject|sort_by|new|\w+)\w*$/.test(call.name)
  )
    return;
  const odds = ROUNDS.test(call.name) || call.name === methodName(method, scene) ? 2 : 0.5;
  if (call.list === null) yield { start: branch.end, end: branch.end, text: `(&${name})`, label: `&${name} handed on`, odds };
  const last = call.given.at(-1);
  if (last !== undefined) yield { start: last.end, end: last.end, text: `, &${name}`, label: `&${name} handed on`, odds };
});

/** What a method prints, and should answer. */
const printed = rubyFamily('printed, not answered', 0.12, function* (branch, scene) {
  const call = isResult(branch) ? rubyCall(branch, scene) : null;
  const [only, more] = call?.given ?? [];
  if (call !== null && /^(?:puts|print)$/.test(call.name) && call.receiver === null && only !== undefined && more === undefined)
    yield replaced(branch, scene.text(only), `${call.name} left out`, 1);
});

export const rubyFlowFamilies: readonly Family[] = [
  gathered,
  itself,
  kept,
  keptByOthers,
  carriedOn,
  leaving,
  swallowed,
  errors,
  strict,
  withoutBlock,
  handedBlock,
  printed,
];
