// Slips that are Go's own: what is a copy and what is shared, what a length counts, which errors are handed on.
import { brief, type Proposal } from '../../../family.ts';
import { declaredType, elementType, functionAround, givingUp, imports, isGo, isStatement, resultsOf } from '../../go.ts';
import type { Family, Scene } from '../../scene.ts';
import { type Branch, below, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

/** Longer expressions are not said twice. */
const LONGEST = 60;

function only(branch: Branch | null): Branch | null {
  const [first, second] = branch === null ? [] : namedChildren(branch);
  return first !== undefined && second === undefined ? first : null;
}

interface Ranged {
  readonly loop: Branch;
  readonly clause: Branch;
  readonly body: Branch;
  readonly index: string;
  readonly value: string;
  readonly over: string;
}

/** `for i, v := range over { ... }`. */
function rangedBy(loop: Branch, scene: Scene): Ranged | null {
  const clause = loop.type === 'for_statement' ? loop.children.find(({ type }) => type === 'range_clause') : undefined;
  const body = fieldOf(loop, 'body');
  const [left, over] = clause === undefined ? [] : [fieldOf(clause, 'left'), fieldOf(clause, 'right')];
  const [index, value] = left === undefined || left === null ? [] : namedChildren(left);
  if (clause === undefined || body === null || !over || index === undefined || value === undefined) return null;
  const named = { index: scene.text(index), value: scene.text(value), over: scene.text(over) };
  return named.value === '_' ? null : { loop, clause, body, ...named };
}

function isNamed(branch: Branch, name: string, scene: Scene): boolean {
  return branch.type === 'identifier' && scene.text(branch) === name;
}

/** Where a loop's variable stands for the element itself: its address, and members of it that are given a value. */
function elementsMeant({ body, value }: Ranged, scene: Scene): readonly Branch[] {
  return below(body).filter((each) => {
    if (each.type === 'unary_expression') return scene.text(each) === `&${value}`;
    if (each.type !== 'selector_expression' || !isNamed(fieldOf(each, 'operand') ?? each, value, scene)) return false;
    const statement = each.parent?.field === 'left' ? each.parent.parent : each.parent;
    return statement?.type === 'assignment_statement' || /^(?:inc|dec)_statement$/.test(statement?.type ?? '');
  });
}

/** `for i := range xs { xs[i].n = 1 }` for a loop that changes, or points to, a copy of each element. */
const loopCopies: Family = {
  name: 'copy of a loop',
  share: 0.1,
  *propose(branch, scene) {
    const ranged = isGo(scene) ? rangedBy(branch, scene) : null;
    const meant = ranged === null ? [] : elementsMeant(ranged, scene);
    const [first] = meant;
    if (ranged === null || first === undefined) return;
    const { clause, body, index, value, over } = ranged;
    const isPointed = declaredType(over, scene)?.includes(']*') === true;
    if (isPointed) return;
    const counter = index === '_' ? 'i' : index;
    const element = `${over}[${counter}]`;
    let text = '';
    let at = body.start;
    for (const each of meant) {
      text += scene.file.text.slice(at, each.start) + scene.text(each).replace(value, element);
      at = each.end;
    }
    text += scene.file.text.slice(at, body.end);
    const goesOn = below(body).filter((each) => isNamed(each, value, scene)).length > meant.length;
    const head = `${counter}${goesOn ? `, ${value}` : ''} := range ${over} `;
    yield { start: clause.start, end: body.end, text: head + text, label: `${element} for its copy ${value}`, odds: 2 };
    const indent = scene.indent(fieldOf(body, 'body') ?? namedChildren(namedChildren(body)[0] ?? body)[0] ?? body);
    if (scene.text(first).startsWith('&'))
      yield { start: body.start + 1, end: body.start + 1, text: `\n${indent}${value} := ${value}`, label: `${value} := ${value}`, odds: 1 };
  },
};

/** A variable of the loop that a function reads later, when it has gone on. */
const captured: Family = {
  name: 'captured by a function',
  share: 0.06,
  *propose(branch, scene) {
    const ranged = isGo(scene) ? rangedBy(branch, scene) : null;
    if (ranged === null) return;
    const { body, value } = ranged;
    const isCaptured = below(body).some(
      (each) => each.type === 'func_literal' && below(each).some((inner) => isNamed(inner, value, scene)),
    );
    const first = namedChildren(namedChildren(body)[0] ?? body)[0];
    if (!isCaptured || first === undefined || scene.text(first) === `${value} := ${value}`) return;
    const text = `${value} := ${value}\n${scene.indent(first)}`;
    yield { start: first.start, end: first.start, text, label: `${value} := ${value}`, odds: 1 };
  },
};

/** Runes, where a text was measured or cut by its bytes. */
const runes: Family = {
  name: 'runes',
  share: 0.05,
  *propose(branch, scene) {
    if (!isGo(scene)) return;
    if (branch.type === 'call_expression' && /^len\(/.test(scene.text(branch))) {
      const given = only(fieldOf(branch, 'arguments'));
      if (given === null || !mayBeText(scene.text(given), scene)) return;
      const own = scene.text(given);
      if (imports(scene, 'unicode/utf8'))
        yield replaced(branch, `utf8.RuneCountInString(${own})`, `runes of ${brief(own)}`, oddsOfText(own, scene));
      yield replaced(branch, `len([]rune(${own}))`, `runes of ${brief(own)}`, 0.7 * oddsOfText(own, scene));
    }
    if (branch.type === 'slice_expression') {
      const operand = fieldOf(branch, 'operand');
      if (operand === null || !mayBeText(scene.text(operand), scene)) return;
      const own = scene.text(operand);
      const cut = scene.file.text.slice(operand.end, branch.end);
      yield replaced(branch, `string([]rune(${own})${cut})`, `runes of ${brief(own)}`, 0.7 * oddsOfText(own, scene));
    }
    if (branch.type === 'range_clause') {
      const over = fieldOf(branch, 'right');
      if (over === null || declaredType(scene.text(over), scene) !== 'string') return;
      yield replaced(over, `[]rune(${scene.text(over)})`, `runes of ${brief(scene.text(over))}`, 0.7);
    }
  },
};

function mayBeText(own: string, scene: Scene): boolean {
  if (own.length > LONGEST || /^\[\]|^(?:string)?\(?\[\]rune/.test(own)) return false;
  const type = declaredType(own, scene);
  return type === 'string' || (type === null && /^\w+$/.test(own));
}

function oddsOfText(own: string, scene: Scene): number {
  return declaredType(own, scene) === 'string' || /^(?:s|str|text|word|line|name|title|label|input|token|pad)$/i.test(own) ? 1.2 : 0.3;
}

/** The map that is written to, where nobody has made it. */
const unmadeMaps: Family = {
  name: 'map not made',
  share: 0.08,
  *propose(branch, scene) {
    if (!isGo(scene) || !isStatement(branch)) return;
    const isTold = scene.clues.complaints.unmade;
    if (branch.type === 'var_declaration' && isTold) {
      const [, name, type] = /^var (\w+) (map\[.*)$/.exec(scene.text(branch)) ?? [];
      if (name !== undefined) yield replaced(branch, `${name} := make(${type})`, `${name} is made`, 4);
    }
    const target = /^(?:assignment|inc|dec)_statement$/.test(branch.type)
      ? (only(fieldOf(branch, 'left')) ?? namedChildren(branch)[0] ?? null)
      : null;
    const map = target?.type === 'index_expression' ? fieldOf(target, 'operand') : null;
    if (map === null || (!isTold && map.type !== 'index_expression')) return;
    const type = typeOf(map, scene);
    if (type === null || !type.startsWith('map[')) return;
    const [own, indent] = [scene.text(map), scene.indent(branch)];
    const text = `if ${own} == nil {\n${indent}\t${own} = make(${type})\n${indent}}\n${indent}`;
    yield { start: branch.start, end: branch.start, text, label: `${brief(own)} is made`, odds: isTold ? 5 : 1 };
  },
};

/** Of a name, a member, or an element of one. */
function typeOf(branch: Branch, scene: Scene): string | null {
  if (branch.type !== 'index_expression') return declaredType(scene.text(branch), scene);
  const operand = fieldOf(branch, 'operand');
  const outer = operand === null ? null : typeOf(operand, scene);
  return outer === null ? null : elementType(outer);
}

/** A slice or a map of its own, where one is shared with who gave it or gets it. */
const shared: Family = {
  name: 'shared with others',
  share: 0.05,
  *propose(branch, scene) {
    if (!isGo(scene) || !/^(?:identifier|selector_expression)$/.test(branch.type)) return;
    const own = scene.text(branch);
    if (own.length > LONGEST) return;
    const list = branch.parent?.type === 'expression_list' ? branch.parent.parent : null;
    const kept = branch.parent?.type === 'literal_element' && branch.parent.parent?.type === 'keyed_element' && branch.parent.index > 0;
    const isStored = list?.type === 'assignment_statement' && branch.parent?.field === 'right';
    // One of several that are collected.
    const isCollected =
      branch.parent?.type === 'argument_list' &&
      /^append\(/.test(scene.text(branch.parent.parent ?? branch)) &&
      scene.file.text.slice(branch.end, branch.end + 3) !== '...' &&
      branch !== namedChildren(branch.parent)[0];
    if (!(kept || isStored || isCollected || list?.type === 'return_statement')) return;
    const type = declaredType(own, scene) ?? '';
    if (isCollected && type.startsWith('[')) yield replaced(branch, `append(${own}[:0:0], ${own}...)`, `a copy of ${brief(own)}`, 2);
    if (isCollected) return;
    if (type.startsWith('[')) yield replaced(branch, `append(${own}[:0:0], ${own}...)`, `a copy of ${brief(own)}`, 1);
    if (!type.startsWith('map[') || list?.type !== 'return_statement' || !isStatement(list)) return;
    const indent = scene.indent(list);
    const copy = `copied := make(${type}, len(${own}))\n${indent}for key, value := range ${own} {\n${indent}\tcopied[key] = value\n${indent}}\n${indent}`;
    const after = scene.text(list).replace(own, 'copied');
    yield replaced(list, copy + after, `a copy of ${brief(own)}`, 1);
  },
};

/** `copy` of a slice of slices copies none of them. */
const deepCopies: Family = {
  name: 'rows shared',
  share: 0.08,
  *propose(branch, scene) {
    if (!isGo(scene) || branch.type !== 'call_expression' || !/^copy\(/.test(scene.text(branch))) return;
    const [to, from] = namedChildren(fieldOf(branch, 'arguments') ?? branch).map(scene.text);
    if (to === undefined || from === undefined || declaredType(from, scene)?.startsWith('[][]') === false) return;
    const indent = scene.indent(branch);
    const text = `for i := range ${from} {\n${indent}\t${to}[i] = append(${from}[i][:0:0], ${from}[i]...)\n${indent}}`;
    yield replaced(branch, text, `rows of ${brief(from)} copied`, declaredType(from, scene) === null ? 0.5 : 2);
  },
};

/** What a method with a copy of its object changes is lost. */
const receivers: Family = {
  name: 'receiver by value',
  share: 0.1,
  *propose(branch, scene) {
    if (!isGo(scene) || branch.type !== 'method_declaration') return;
    const receiver = only(fieldOf(branch, 'receiver'));
    const [name, type] = receiver === null ? [] : [fieldOf(receiver, 'name'), fieldOf(receiver, 'type')];
    if (!name || !type || type.type === 'pointer_type') return;
    const own = scene.text(name);
    const body = fieldOf(branch, 'body');
    const isChanged = below(body ?? branch).some((each) => {
      const target = /^(?:assignment|inc|dec)_statement$/.test(each.type) ? scene.text(each) : '';
      return target.startsWith(`${own}.`) && /^[\w.]+(?:\+\+|--|\s*[-+*/]?=)/.test(target);
    });
    if (isChanged) yield replaced(type, `*${scene.text(type)}`, `pointer to ${scene.text(type)}`, 2);
  },
};

/** Errors that are wrapped, compared, or looked at. */
const errors: Family = {
  name: 'error handed on',
  share: 0.08,
  *propose(branch, scene) {
    if (!isGo(scene)) return;
    if (branch.type === 'interpreted_string_literal' && /^fmt\.Errorf\(/.test(scene.text(branch.parent?.parent ?? branch))) {
      const own = scene.text(branch);
      const verb = Math.max(own.lastIndexOf('%v'), own.lastIndexOf('%s'));
      if (verb >= 0 && !own.includes('%w'))
        yield replaced(branch, `${own.slice(0, verb)}%w${own.slice(verb + 2)}`, 'the error is wrapped', 2);
    }
    if (branch.type === 'binary_expression') {
      const [left, right] = namedChildren(branch);
      const isError = left !== undefined && right !== undefined && /^(?:\w+\.)?(?:Err[A-Z]\w*|EOF)$/.test(scene.text(right));
      const sign = isError ? /^\s*(==|!=)\s*$/.exec(scene.file.text.slice(left.end, right.start))?.[1] : undefined;
      if (sign !== undefined && left && right && imports(scene, 'errors'))
        yield replaced(
          branch,
          `${sign === '!=' ? '!' : ''}errors.Is(${scene.text(left)}, ${scene.text(right)})`,
          `also where it is wrapped`,
          2,
        );
    }
    if (isStatement(branch)) yield* looked(branch, scene);
  },
};

/** An error that nobody looks at ends the function. */
function* looked(branch: Branch, scene: Scene): Generator<Proposal> {
  const fn = functionAround(branch);
  if (fn === null || !resultsOf(fn, scene).includes('error')) return;
  const [own, indent] = [scene.text(branch), scene.indent(branch)];
  const check = `if err != nil {\n${indent}\t${givingUp(fn, scene)}\n${indent}}`;
  const list = branch.parent?.children ?? [];
  const next = list.slice(branch.index + 1).find(({ named }) => named);
  const isChecked = next !== undefined && /\berr\b/.test(scene.text(next));
  if (/^(?:short_var_declaration|assignment_statement)$/.test(branch.type)) {
    const left = fieldOf(branch, 'left');
    const targets = left === null ? [] : namedChildren(left);
    const last = targets.at(-1);
    if (left === null || last === undefined) return;
    if (scene.text(last) === 'err' && !isChecked)
      yield { start: branch.end, end: branch.end, text: `\n${indent}${check}`, label: 'the error is looked at', odds: 2 };
    if (scene.text(last) === '_' && targets.length > 1 && / :?= [\w.]+\(/.test(own)) {
      const text = `${scene.file.text.slice(branch.start, last.start)}err${scene.file.text.slice(last.end, branch.end)}\n${indent}${check}`;
      yield replaced(branch, text.replace(' = ', ' := '), 'the error is looked at', 1.5);
    }
  }
  const call = branch.type === 'expression_statement' ? only(branch) : null;
  const name = call?.type === 'call_expression' ? /(\w+)$/.exec(scene.text(fieldOf(call, 'function') ?? call))?.[1] : undefined;
  if (name === undefined || !new RegExp(`^func (?:\\([^)]*\\) )?${name}\\([^\\n]*\\) error \\{`, 'm').test(scene.file.text)) return;
  yield replaced(branch, `if err := ${own}; err != nil {\n${indent}\t${givingUp(fn, scene)}\n${indent}}`, 'the error is looked at', 2);
}

export const goValueFamilies: readonly Family[] = [loopCopies, captured, runes, unmadeMaps, shared, deepCopies, receivers, errors];
