// Ways through a method of Java and C#: cases that run into the next, rounds that begin with what the last one left, ways out that are missing.
import { brief, hasWord, type Proposal } from '../../../family.ts';
import { declaredFor, isInBlock, isJava, isPrimitive, methodCall, wordsOf } from '../../managed.ts';
import type { Family, Scene } from '../../scene.ts';
import { type Branch, below, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

const LOOP = /^(?:for|while|do|enhanced_for|foreach)_statement$/;
const FILLED = /^(?:add|append|put|push|Add|Append|Push|Enqueue|addAll|AddRange|offer|insert|Insert)$/;

const JUMP = /^(?:break|continue|return|throw|yield|goto)_statement$/;

function neverEnds(branch: Branch | undefined): boolean {
  if (branch === undefined || JUMP.test(branch.type)) return true;
  if (branch.type === 'block') return neverEnds(namedChildren(branch).at(-1));
  const [then, otherwise] = [fieldOf(branch, 'consequence'), fieldOf(branch, 'alternative')];
  return branch.type === 'if_statement' && then !== null && otherwise !== null && neverEnds(then) && neverEnds(otherwise);
}

/** A case without `break` goes on with the next one's statements. */
const fallThrough: Family = {
  name: 'case without an end',
  share: 0.5,
  anywhere: true,
  *propose(branch, scene) {
    if (!/^(?:switch_block_statement_group|switch_section)$/.test(branch.type) || branch.parent === null) return;
    const statements = namedChildren(branch).filter(({ type }) => !/label|pattern/.test(type));
    const last = statements.at(-1);
    const isLast = namedChildren(branch.parent).at(-1) === branch;
    if (last === undefined || isLast || neverEnds(last) || /fall/i.test(scene.file.text.slice(last.end, nextStart(branch)))) return;
    const indent = scene.indent(last);
    const pad = last.line === branch.line ? ' ' : `\n${indent}`;
    yield { start: last.end, end: last.end, text: `${pad}break;`, label: 'break at the end of the case', odds: 1 };
  },
};

function nextStart(branch: Branch): number {
  return branch.parent?.children[branch.index + 1]?.start ?? branch.end;
}

/** What is filled or counted in each round of a loop, and was made before it. */
const leftOver: Family = {
  name: 'left over from the round before',
  share: 0.25,
  *propose(branch, scene) {
    const body = LOOP.test(branch.type) ? fieldOf(branch, 'body') : null;
    const { parent } = branch;
    if (body?.type !== 'block' || parent === null || wordsOf(scene) === null) return;
    const before = parent.children
      .slice(0, branch.index)
      .filter(({ type }) => /^local_(?:variable_)?declaration/.test(type))
      .slice(-5);
    const after = scene.file.text.slice(branch.end, parent.end);
    const [first] = namedChildren(body);
    if (first === undefined) return;
    for (const declaration of before) {
      const declarator = below(declaration).find(({ type }) => type === 'variable_declarator');
      const name = declarator === undefined ? '' : scene.text(declarator.children[0] ?? declarator);
      const declared = declaredFor(name, first, scene);
      if (declared?.value == null || !isFilled(name, body, scene) || isClearedIn(name, body, scene)) continue;
      // What is read behind the loop is to hold all rounds together.
      const isRead = hasWord(after, name);
      const outer = LOOP.test(parent.parent?.type ?? '') ? 0.5 : 1;
      const isTaken = isTakenIn(name, body, scene);
      const odds = (isRead ? 0.08 : 1) * (isTaken ? 1.5 : 0.3) * outer;
      const indent = scene.indent(first);
      const value = scene.text(declared.value);
      const whole = scene.text(declaration);
      const between = scene.file.text.slice(declaration.end, first.start).replace(/^\s*/, '');
      if (!isRead)
        yield {
          start: declaration.start,
          end: first.start,
          text: `${between}${whole}\n${indent}`,
          label: `${name} made in each round`,
          odds,
        };
      const cleared = clearing(name, declared.type, value, scene);
      for (const [rank, text] of cleared.entries()) {
        yield { start: first.start, end: first.start, text: `${text}\n${indent}`, label: `${text} in each round`, odds: odds / (1 + rank) };
        const taking = takingStatement(name, body, scene);
        if (taking !== null && rank === 0)
          yield {
            start: taking.end,
            end: taking.end,
            text: `\n${scene.indent(taking)}${text}`,
            label: `${text} when taken`,
            odds: odds * 0.7,
          };
      }
    }
  },
};

/** Statements that make a variable what it was at first. */
function clearing(name: string, type: string, value: string, scene: Scene): readonly string[] {
  if (isPrimitive(type) || /^[sS]tring$/.test(type)) return [`${name} = ${value};`];
  const again = `${name} = ${value};`;
  if (/^StringBu/.test(type)) return isJava(scene) ? [`${name}.setLength(0);`, again] : [`${name}.Clear();`, again];
  return [again, isJava(scene) ? `${name}.clear();` : `${name}.Clear();`];
}

function isFilled(name: string, body: Branch, scene: Scene): boolean {
  for (const each of below(body)) {
    const call = methodCall(each, scene);
    if (call?.object != null && FILLED.test(call.name) && scene.text(call.object) === name) return true;
    if (each.type === 'assignment_expression' && new RegExp(`^${name}\\s*[-+*|]?=`).test(scene.text(each))) return true;
    if (/update_expression|postfix_unary_expression/.test(each.type) && hasWord(scene.text(each), name)) return true;
  }
  return false;
}

function isClearedIn(name: string, body: Branch, scene: Scene): boolean {
  return new RegExp(`(?<![\\w.])${name}(?: = (?!${name}\\b)|\\.(?:clear|setLength|Clear)\\()`).test(scene.text(body));
}

/** The statement of a round that hands on what was filled. */
function takingStatement(name: string, body: Branch, scene: Scene): Branch | null {
  const found = namedChildren(body).findLast(
    (each) => each.type === 'expression_statement' && hasWord(scene.text(each), name) && !scene.text(each).startsWith(`${name}`),
  );
  return found ?? null;
}

function isTakenIn(name: string, body: Branch, scene: Scene): boolean {
  return takingStatement(name, body, scene) !== null || new RegExp(`(?:if|while) \\([^\\n]*\\b${name}\\b`).test(scene.text(body));
}

/** `else { return false; }` in the first round of a loop, and an `if` that asks nothing. */
const endedEarly: Family = {
  name: 'ended in the first round',
  share: 0.3,
  *propose(branch, scene) {
    if (wordsOf(scene) === null) return;
    const alternative = branch.type === 'if_statement' ? fieldOf(branch, 'alternative') : null;
    const then = fieldOf(branch, 'consequence');
    const block = branch.parent;
    const isOfLoop = block !== null && (LOOP.test(block.type) || (block.type === 'block' && LOOP.test(block.parent?.type ?? '')));
    if (
      alternative !== null &&
      then !== null &&
      isOfLoop &&
      neverEnds(alternative) &&
      /return/.test(scene.text(alternative)) &&
      /return/.test(scene.text(then))
    )
      yield { start: then.end, end: alternative.end, text: '', label: 'decided behind the loop', odds: 1 };
    const own = scene.text(branch);
    if (/^(?:if|for|while|enhanced_for|foreach)_statement$/.test(branch.type) && /\)\s*;$/.test(own)) {
      const next = block?.children[branch.index + 1];
      const body = fieldOf(branch, 'consequence') ?? fieldOf(branch, 'body');
      if (next?.type === 'block' && body !== null && scene.text(body) === ';') yield replaced(body, '', 'without the empty statement', 1.5);
    }
    if (
      isOfLoop &&
      branch.type === 'return_statement' &&
      block.type === 'block' &&
      namedChildren(block).at(-1) === branch &&
      block.parent?.parent?.type === 'block'
    )
      yield* behindLoop(branch, block.parent, scene);
  },
};

/** A return at the end of a round, put behind the loop. */
function* behindLoop(branch: Branch, loop: Branch, scene: Scene): Generator<Proposal> {
  const own = scene.text(branch);
  const rest = scene.file.text.slice(branch.end, loop.end);
  yield {
    start: branch.start,
    end: loop.end,
    text: `${rest.trimStart()}\n${scene.indent(loop)}${own}`,
    label: `${brief(own)} behind the loop`,
    odds: 0.5,
  };
}

/** `if` behind an `if` that changed what it asks. */
const otherwise: Family = {
  name: 'else left out',
  share: 0.07,
  *propose(branch, scene) {
    if (branch.type !== 'if_statement' || !isInBlock(branch, scene) || wordsOf(scene) === null) return;
    const before = branch.parent?.children[branch.index - 1];
    if (before?.type !== 'if_statement' || fieldOf(before, 'alternative') !== null) return;
    const then = fieldOf(before, 'consequence');
    if (then === null || neverEnds(then)) return;
    yield { start: before.end, end: branch.start, text: ' else ', label: 'only if not the one before', odds: 1 };
  },
};

export const managedFlowFamilies: readonly Family[] = [fallThrough, leftOver, endedEarly, otherwise];
