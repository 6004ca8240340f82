// Loops and branches of PHP: where they go on, end, or miss their last round.
import { brief, hasWord } from '../../../family.ts';
import {
  bare,
  behind,
  expressionOf,
  functionAround,
  guarded,
  isJump,
  isLoop,
  leavesOf,
  loopAround,
  nameOf,
  nextOf,
  operatorOf,
  phpFamily,
  statementsOf,
  variablesIn,
} from '../../php.ts';
import type { Family } from '../../scene.ts';
import { below, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';
import { eachOf } from './copies.ts';

/** An `if` that has said all there is to say of its case, and goes on with the others. */
const goesOn = phpFamily('goes on all the same', 0.12, 'if_statement', function* (branch, scene) {
  const body = fieldOf(branch, 'body');
  const last = statementsOf(body).at(-1);
  const fn = functionAround(branch);
  if (body === null || last === undefined || isJump(last) || fieldOf(branch, 'alternative') !== null || fn === null) return;
  const loop = loopAround(branch);
  if (nextOf(branch) === undefined) return;
  // A body that changes what comes next is no case of its own.
  const written = variablesIn(scene.text(last).split(/[^=!<>]=[^=>]/)[0] ?? '').filter((name) => name !== '$this');
  const isPrepared =
    written.some((name) => hasWord(scene.file.text.slice(branch.end, (loop ?? fn).end), name)) &&
    !/\[/.test(scene.text(last).split('=')[0] ?? '');
  const odds = isPrepared ? 0.2 : 1;
  if (loop !== null) {
    yield behind(last, 'continue;', scene, 'continue added', odds);
    yield behind(last, 'break;', scene, 'break added', 0.3 * odds);
  } else {
    for (const [rank, leave] of leavesOf(fn, scene).entries())
      yield behind(last, leave, scene, `${leave} added`, (0.6 * odds) / (1 + rank));
  }
});

/** A case of a switch that falls into the next. */
const fallsThrough = phpFamily('falls through', 0.14, 'case_statement', function* (branch, scene) {
  const body = namedChildren(branch).filter(({ field }) => field !== 'value');
  const last = body.at(-1);
  if (last === undefined || isJump(last) || nextOf(branch) === undefined || !/_statement$/.test(last.type)) return;
  yield behind(last, 'break;', scene, 'break added', 1);
  const value = expressionOf(last);
  if (value !== null && value.type !== 'assignment_expression' && value.type !== 'augmented_assignment_expression')
    yield { start: last.start, end: last.start, text: 'return ', label: 'returned', odds: 0.4 };
});

/** A return that ends the loop in its first round. */
const firstRoundOnly = phpFamily('first round only', 0.12, 'return_statement else_clause', function* (branch, scene) {
  const block = branch.parent;
  const { file } = scene;
  if (branch.type === 'else_clause') {
    const loop = block?.parent?.parent;
    const [only, more] = statementsOf(branch);
    if (only?.type !== 'return_statement' || more !== undefined || loop == null || !isLoop(loop)) return;
    const text = `${file.text.slice(branch.end, loop.end)}\n${scene.indent(loop)}${scene.text(only)}`;
    return yield { start: branch.start, end: loop.end, text, label: `${brief(scene.text(only))} behind the loop`, odds: 1 };
  }
  const loop = block?.type === 'compound_statement' ? block.parent : null;
  if (loop === null || !isLoop(loop) || namedChildren(block ?? branch).at(-1) !== branch) return;
  const from = file.text.lastIndexOf('\n', branch.start);
  const text = `${file.text.slice(branch.end, loop.end)}\n${scene.indent(loop)}${scene.text(branch)}`;
  const isEnd = nextOf(loop) === undefined;
  yield { start: from, end: loop.end, text, label: `${brief(scene.text(branch))} behind the loop`, odds: isEnd ? 1.2 : 0.6 };
});

/** What a loop collects piece by piece, and does not take up for the last time behind it. */
const lastPiece = phpFamily('last piece', 0.14, 'foreach_statement for_statement while_statement', function* (branch, scene) {
  const body = fieldOf(branch, 'body');
  const behindLoop = scene.file.text.slice(branch.end, functionAround(branch)?.end ?? branch.end);
  for (const at of body === null ? [] : below(body)) {
    const taken = expressionOf(at);
    const right = taken?.type === 'assignment_expression' ? fieldOf(taken, 'right') : null;
    const value = right === null ? undefined : variablesIn(scene.text(right))[0];
    const left = taken === null ? null : fieldOf(taken, 'left');
    if (
      taken === null ||
      left === null ||
      value === undefined ||
      !/\[\]$|\[\$\w+\]$/.test(scene.text(left)) ||
      at.parent?.parent === branch
    )
      continue;
    const reset = nextOf(at);
    if (reset === undefined || !scene.text(reset).startsWith(`${value} =`) || behindLoop.includes(scene.text(left))) continue;
    const nothing = /=\s*(\[|''|""|null|0)/.exec(scene.text(reset))?.[1];
    const empty = nothing === '[' ? '[]' : nothing === undefined ? null : nothing;
    yield behind(branch, scene.text(at), scene, `${brief(scene.text(at))} behind the loop`, 1);
    for (const test of empty === null ? [`${value} !== null`, `${value} !== []`] : [`${value} !== ${empty}`])
      yield behind(
        branch,
        guarded(test, scene.text(at), scene.indent(branch)),
        scene,
        `${brief(scene.text(at))} behind the loop, if any`,
        1,
      );
  }
});

/** The only loop within which a statement belongs, or behind which. */
const movedOut = phpFamily('moved out of a block', 0.04, 'expression_statement', function* (branch, scene) {
  const block = branch.parent;
  const owner = block?.type === 'compound_statement' ? block.parent : null;
  const list = block === null ? [] : namedChildren(block);
  if (owner === null || list.length < 2 || !(isLoop(owner) || owner.type === 'if_statement') || fieldOf(owner, 'alternative') !== null)
    return;
  const { file } = scene;
  const lineOf = file.text.lastIndexOf('\n', branch.start);
  const code = scene.text(branch);
  if (list.at(-1) === branch)
    yield {
      start: lineOf,
      end: owner.end,
      text: `${file.text.slice(branch.end, owner.end)}\n${scene.indent(owner)}${code}`,
      label: `${brief(code)} moved behind the block`,
      odds: 1,
    };
  if (list[0] === branch && isLoop(owner)) {
    const text = `${code}\n${scene.indent(owner)}${file.text.slice(owner.start, lineOf)}`;
    yield { start: owner.start, end: branch.end, text, label: `${brief(code)} moved before the loop`, odds: 1 };
  }
});

/** What is begun anew in each round, or was begun only once. */
const movedIn = phpFamily('moved into a loop', 0.08, 'foreach_statement for_statement while_statement', function* (branch, scene) {
  const list = namedChildren(branch.parent ?? branch);
  const at = list.indexOf(branch);
  const [first] = statementsOf(branch);
  for (const statement of list.slice(Math.max(0, at - 3), at)) {
    const assigned = expressionOf(statement);
    const target = assigned?.type === 'assignment_expression' ? fieldOf(assigned, 'left') : null;
    if (first === undefined || target?.type !== 'variable_name' || !/= *(?:\[\]|0|''|null|false|true);$/.test(scene.text(statement)))
      continue;
    const name = scene.text(target);
    // What is read behind the loop has to outlive it.
    if (!hasWord(scene.text(branch), name) || hasWord(scene.file.text.slice(branch.end, functionAround(branch)?.end), name)) continue;
    const text = `${scene.file.text.slice(statement.end, first.start)}${scene.text(statement)}\n${scene.indent(first)}`;
    yield { start: statement.start, end: first.start, text, label: `${brief(scene.text(statement))} in each round`, odds: 1 };
  }
});

/** A loop's own result overwritten in each round: `$all = $each` for `$all[] = $each`. */
const collected = phpFamily('collected in a loop', 0.08, 'assignment_expression', function* (branch, scene) {
  const [left, right] = [fieldOf(branch, 'left'), fieldOf(branch, 'right')];
  const loop = loopAround(branch);
  if (left === null || right === null || loop === null || branch.parent?.type !== 'expression_statement') return;
  const name = scene.text(left);
  const fn = functionAround(branch);
  const start = scene.file.text.slice(fn?.start ?? 0, loop.start);
  if (left.type === 'variable_name') {
    const begun = new RegExp(`\\${name} = (\\[\\]|''|""|0)`).exec(start)?.[1];
    if (begun === '[]' && !/^\$\w+ = (?:\[|array_)/.test(scene.text(branch)))
      yield replaced(left, `${name}[]`, `collected in ${name}`, 1.2);
    if (begun === "''" || begun === '""') yield { start: left.end, end: right.start, text: ' .= ', label: `joined to ${name}`, odds: 1.2 };
    if (/^(?:trim|rtrim|sort)\(/.test(scene.text(bare(right)))) return;
  }
  if (left.type !== 'subscript_expression' || namedChildren(left).length < 2) return;
  const [key] = namedChildren(left).slice(1);
  if (key === undefined || eachOf(loop) === null) return;
  if (/^(?:1|0)$/.test(scene.text(right))) yield replaced(right, `(${name} ?? 0) + 1`, `counted by ${brief(scene.text(key))}`, 1);
  else if (scene.text(right) === scene.text(eachOf(loop)?.value ?? loop))
    yield replaced(left, `${name}[]`, `several by ${brief(scene.text(key))}`, 1);
});

/** `=` for `+=` or `.=`, where something is counted or put together. */
const added = phpFamily('added to', 0.09, 'assignment_expression', function* (branch, scene) {
  const [left, right] = [fieldOf(branch, 'left'), fieldOf(branch, 'right')];
  if (left === null || right === null || branch.parent?.type !== 'expression_statement') return;
  const isKept = left.type !== 'variable_name' || loopAround(branch) !== null;
  if (
    !isKept ||
    nameOf(functionAround(branch), scene) === '__construct' ||
    /array|null|boolean|object|clone|function|unary/.test(right.type)
  )
    return;
  const isText = /string/.test(right.type) || operatorOf(right) === '.';
  const sign = { start: left.end, end: right.start };
  if (/\[\]$/.test(scene.text(left)) || (!isText && /^(?:array_|trim|new |explode|function|fn)/.test(scene.text(right)))) return;
  if (left.type === 'subscript_expression' && !isText && right.type === 'variable_name')
    yield replaced(right, `(${scene.text(left)} ?? 0) + ${scene.text(right)}`, `added to what is in ${brief(scene.text(left))}`, 1);
  yield {
    ...sign,
    text: isText ? ' .= ' : ' += ',
    label: `added to ${brief(scene.text(left))}`,
    odds: left.type === 'subscript_expression' ? 0.7 : 1,
  };
});

export const phpLoopFamilies: readonly Family[] = [goesOn, fallsThrough, firstRoundOnly, lastPiece, movedOut, movedIn, collected, added];
