// What counts as true in Ruby, what methods answer where they end, and small things that are written otherwise than they are meant.
import { brief } from '../../../family.ts';
import {
  callFamily,
  isResult,
  isStatement,
  methodAround,
  methodName,
  onlyArgument,
  operatorOf,
  receiving,
  rubyCall,
  rubyFamily,
} from '../../ruby.ts';
import { type Family, isCondition, type Scene } from '../../scene.ts';
import { type Branch, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

const COUNTS = /^(?:size|length|count|sum|to_i|index\?|abs|ord)$/;

/** 0 and the empty text are true. */
const truth = rubyFamily('true though it is nothing', 0.2, function* (branch, scene) {
  if (!isCondition(branch, scene.language)) return;
  const own = scene.text(branch);
  const call = rubyCall(branch, scene);
  if (call?.receiver && COUNTS.test(call.name) && call.block === null) {
    yield replaced(branch, `${own} > 0`, `${brief(own)} > 0`, 1);
    yield replaced(branch, `${own} == 0`, `${brief(own)} == 0`, 0.4);
  }
  if (/^[%&]$/.test(operatorOf(branch))) {
    yield replaced(branch, `${own} == 0`, `${brief(own)} == 0`, 1);
    yield replaced(branch, `${own} != 0`, `${brief(own)} != 0`, 0.7);
  }
  const isText = /(?:name|text|title|line|word|message|label|input|path|query)$/.test(own) && /^@?\w+$/.test(own);
  if (isText) yield replaced(branch, `!${own}.to_s.empty?`, `${own} is not empty`, 0.2);
});

/** `if seen.add(item)` is always so; `add?` tells whether it was new. */
const added = callFamily('asked while it is added', 0.3, function* (call, branch, scene) {
  const isAsked =
    isCondition(branch, scene.language) ||
    branch.parent?.type === 'unary' ||
    (isResult(branch) && /select|reject|filter/.test(around(branch, scene)));
  if (call.name === 'add' && call.receiver !== null && isAsked) yield replaced(call.method, 'add?', 'add -> add?', 1);
});

function around(branch: Branch, scene: Scene): string {
  const block = branch.parent?.type === 'block_body' || branch.parent?.type === 'body_statement' ? branch.parent.parent : branch.parent;
  return rubyCall(block?.parent, scene)?.name ?? '';
}

/** What a method answers that asks something. */
const answers = rubyFamily('answer to a question', 0.08, function* (branch, scene) {
  const method = isResult(branch) ? methodAround(branch) : null;
  if (method === null || branch.parent?.parent !== method || !methodName(method, scene).endsWith('?')) return;
  const own = scene.text(branch);
  if (own.length > 80 || own.includes('\n')) return;
  const isPlain = /^(?:call|identifier|instance_variable|element_reference|parenthesized_statements)$/.test(branch.type);
  if (own.startsWith('!')) yield replaced(branch, own.slice(1), 'the opposite', 1);
  else yield replaced(branch, isPlain ? `!${own}` : `!(${own})`, 'the opposite', 1);
  const others = scene.conditions(branch).filter((each) => /^!?@|^!?\w+\?/.test(each) && !own.includes(each));
  for (const [rank, other] of others.slice(0, 3).entries()) {
    const side = operatorOf(branch) === '||' ? `(${own})` : own;
    yield replaced(branch, `${side} && ${other}`, `and ${brief(other)}`, 0.5 / (1 + rank));
    yield replaced(branch, `${own} || ${other}`, `or ${brief(other)}`, 0.4 / (1 + rank));
  }
});

/** A count that a method answers, by one too great or too small. */
const counted = rubyFamily('answer by one', 0.05, function* (branch, scene) {
  const call = isResult(branch) ? rubyCall(branch, scene) : null;
  const isCount =
    /^(?:size|length|count|index|find_index|rindex|to_i|floor|ceil|fdiv|div)$/.test(call?.name ?? '') ||
    /^[-+*/%]$/.test(operatorOf(branch));
  if (!isResult(branch) || !isCount) return;
  const own = scene.text(branch);
  for (const sign of ['+', '-']) yield replaced(branch, `${own} ${sign} 1`, `${brief(own)} ${sign} 1`, 1);
});

const PLACES = /^(?:i|j|n|index|idx|position|row|column|line_number|number|at)$/;

/** Places that people read are counted from 1. */
const numbered = rubyFamily('place that is read', 0.08, function* (branch, scene) {
  if (branch.type !== 'identifier' || !PLACES.test(scene.text(branch))) return;
  const isListed = branch.parent?.type === 'array' && branch.parent.parent?.type !== 'element_reference';
  if (branch.parent?.type !== 'interpolation' && !isListed) return;
  yield replaced(branch, `${scene.text(branch)} + 1`, `${scene.text(branch)} + 1`, 1);
});

/** Parts that may be nothing are joined all the same. */
const joined = callFamily('parts that are there', 0.1, function* (call, _branch, scene) {
  if (call.name !== 'join' || call.receiver === null) return;
  const own = receiving(call.receiver, scene);
  if (/compact|reject|map|filter/.test(own)) return;
  const odds = call.receiver.type === 'array' ? 1 : 0.3;
  yield replaced(call.receiver, `${own}.compact`, 'without what is nothing', odds);
  yield replaced(call.receiver, `${own}.reject(&:empty?)`, 'without what is empty', odds * 0.6);
});

/** Only the first letter is made great, and the others are made small. */
const firstLetter = callFamily('first letter', 0.08, function* (call, branch, scene) {
  if (call.name !== 'capitalize' || call.receiver === null || call.given.length > 0) return;
  const own = receiving(call.receiver, scene);
  yield replaced(branch, `${own}[0].upcase + ${own}[1..]`, 'the other letters as they are', 1);
  yield replaced(branch, `${own}.sub(/\\A./, &:upcase)`, 'the other letters as they are', 0.3);
});

/** Texts that are taken for numbers: parts of a version, of a time. */
const numbersInText = callFamily('parts that are numbers', 0.08, function* (call, branch, scene) {
  const only = onlyArgument(call);
  if (
    call.name === 'split' &&
    only !== null &&
    /^(["'])[.:x,/-]\1$/.test(scene.text(only)) &&
    !/^\.map/.test(scene.file.text.slice(branch.end))
  )
    yield { start: branch.end, end: branch.end, text: '.map(&:to_i)', label: 'parts as numbers', odds: 1 };
  if (call.name === 'Integer' && only !== null && call.receiver === null)
    yield { start: only.end, end: only.end, text: ', 10', label: 'by tens', odds: 1 };
  if (/^(?:sort|max|min)$/.test(call.name) && call.receiver !== null && call.given.length === 0 && call.block === null)
    yield replaced(call.method, `${call.name}_by(&:to_i)`, 'by number', 0.3);
});

/** A list within a list, or an item for a list: `list << others`, `list += one`. */
const oneOrMany = rubyFamily('one or many', 0.07, function* (branch, scene) {
  const [into, more] = operatorOf(branch) === '<<' ? namedChildren(branch) : [];
  const isMany =
    more !== undefined &&
    (/^(?:identifier|instance_variable)$/.test(more.type)
      ? /[a-z]{2}s$/.test(scene.text(more))
      : more.type === 'array' || gives(more, scene));
  if (into !== undefined && more !== undefined && isMany && isStatement(branch))
    yield replaced(branch, `${scene.text(into)}.concat(${scene.text(more)})`, 'all of them', 1);
  const call = rubyCall(branch, scene);
  const only = call === null ? null : onlyArgument(call);
  if (
    call !== null &&
    /^(?:push|append|unshift)$/.test(call.name) &&
    only !== null &&
    (/[a-z]{2}s$/.test(scene.text(only)) || gives(only, scene))
  )
    yield replaced(only, `*${scene.text(only)}`, 'all of them', 1);
});

function gives(branch: Branch, scene: Scene): boolean {
  return /^(?:map|select|reject|sort\w*|keys|values|split|flat_map|to_a)$/.test(rubyCall(branch, scene)?.name ?? '');
}

/** Fractions are seldom equal to the last digit. */
const nearly = rubyFamily('nearly equal', 0.05, function* (branch, scene) {
  const operator = operatorOf(branch);
  const [left, right] = /^[=!]=$/.test(operator) ? namedChildren(branch) : [];
  if (
    left === undefined ||
    right === undefined ||
    ![left, right].some((side) => side.type === 'float' || /^[-+*/]$/.test(operatorOf(side)))
  )
    return;
  if ([left, right].some((side) => /%|"|\bnil\b|\.(?:size|length|count)\b/.test(scene.text(side)))) return;
  const text = `(${scene.text(left)} - ${receiving(right, scene)}).abs ${operator === '==' ? '<' : '>='} 1e-9`;
  yield replaced(branch, text, `${brief(scene.text(branch))}, nearly`, 1);
});

/** A text that is cut, and the mark that is put behind it. */
const cut = rubyFamily('cut with its mark', 0.15, function* (branch, scene) {
  const [left, right] = operatorOf(branch) === '+' ? namedChildren(branch) : [];
  const mark = right?.type === 'string' ? scene.text(right).slice(1, -1) : '';
  if (left?.type !== 'element_reference' || mark === '' || mark.length > 5) return;
  const [, from, to] = namedChildren(left);
  const length = to ?? (from?.type === 'range' ? namedChildren(from)[1] : undefined);
  if (length !== undefined && !scene.text(length).includes('-'))
    yield replaced(length, `${scene.text(length)} - ${mark.length}`, `room for ${mark}`, 1);
});

/** Items that are the same by what they are called, or by their letters. */
const sameBy = callFamily('same by what', 0.07, function* (call, branch, scene) {
  if (call.name !== 'uniq' || call.receiver === null || call.given.length > 0 || call.block !== null) return;
  const known = [...scene.file.text.matchAll(/Struct\.new\(([^)]*)\)|attr_(?:reader|accessor) ([^\n]*)/g)].flatMap(
    (match) => (match[1] ?? match[2] ?? '').match(/(?<=:)\w+/g) ?? [],
  );
  for (const [rank, step] of ['downcase', ...new Set(known)].slice(0, 4).entries())
    yield { start: branch.end, end: branch.end, text: `(&:${step})`, label: `same by ${step}`, odds: 1 / (1 + rank / 2) };
});

/** Lines of a text that stand as far in as the code. */
const indentedText = rubyFamily('text that stands in', 0.2, function* (branch, scene) {
  const own = scene.text(branch);
  if (branch.type === 'heredoc_beginning' && /^<<-?['"]?[A-Z]/.test(own))
    yield replaced(branch, own.replace(/^<<-?/, '<<~'), 'without what it stands in', 1);
});

/** `for` leaves its variable to all that is made in it. */
const ownVariable = rubyFamily('variable of each round', 0.1, function* (branch, scene) {
  const [pattern, value, body] = branch.type === 'for' ? ['pattern', 'value', 'body'].map((field) => fieldOf(branch, field)) : [];
  if (!pattern || !value || !body || !/->|lambda|proc|\bdefine_method\b/.test(scene.text(body))) return;
  const list = namedChildren(value)[0];
  const inner = namedChildren(body);
  const [first, last] = [inner[0], inner.at(-1)];
  if (list === undefined || first === undefined || last === undefined) return;
  const over = list.type === 'range' ? `(${scene.text(list)})` : scene.text(list);
  const pad = scene.indent(branch);
  const text = `${over}.each do |${scene.text(pattern)}|\n${pad}  ${scene.file.text.slice(first.start, last.end)}\n${pad}end`;
  yield replaced(branch, text, 'a variable of its own', 1);
});

export const rubyResultFamilies: readonly Family[] = [
  truth,
  added,
  answers,
  counted,
  numbered,
  joined,
  firstLetter,
  numbersInText,
  oneOrMany,
  nearly,
  cut,
  sameBy,
  indentedText,
  ownVariable,
];
