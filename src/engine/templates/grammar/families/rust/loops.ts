// Loops of Rust: what is left behind them, passed over in them, done once and not again.
import { brief } from '../../../family.ts';
import { functionAround, isInBlock, isRust, methodCallOf } from '../../rust.ts';
import type { Family, Scene } from '../../scene.ts';
import { above, type Branch, below, fieldOf, namedChildren, sidesOf } from '../../tree.ts';

/** What a loop gathers up to a mark, and that is still there behind it. */
const leftBehind: Family = {
  name: 'left behind a loop',
  share: 0.12,
  *propose(branch, scene) {
    const loop = branch.type === 'expression_statement' ? namedChildren(branch)[0] : branch;
    if (
      !isRust(scene) ||
      loop === undefined ||
      !/^(?:for|while)_expression$/.test(loop.type) ||
      !isInBlock(branch) ||
      branch.parent === null
    )
      return;
    const fn = functionAround(branch);
    const after = fn === null ? '' : scene.file.text.slice(branch.end, fn.end);
    const flushes = below(loop)
      .flatMap((each) => flushOf(each, scene))
      .filter(({ buffer, into }) => !new RegExp(`\\b${into}\\.push\\(\\s*(?:std::mem::take\\(&mut )?${buffer}\\b`).test(after));
    const [last] = namedChildren(branch.parent).slice(-1);
    if (flushes.length === 0 || last === branch) return;
    const chain = chained(flushes);
    const pad = scene.indent(branch);
    const place = placeOfFlush(branch, scene);
    const inner = `${pad}    `;
    const test = chain.map(({ buffer }) => `!${buffer}.is_empty()`).join(' || ');
    for (const [rank, write] of [
      (flush: Flush): string => `${flush.into}.push(${flush.buffer});`,
      (flush: Flush): string => flush.text,
    ].entries()) {
      const statements = chain.map(write);
      const guarded = `if ${test} {\n${inner}${statements.join(`\n${inner}`)}\n${pad}}`;
      for (const [order, text] of [guarded, statements.join(`\n${pad}`)].entries()) {
        const change = { start: place, end: place, text: `\n${pad}${text}` };
        yield { ...change, label: `${brief(statements.join(' '))} at the end`, odds: 1.5 / (1 + rank) / (1 + order / 2) };
      }
    }
  },
};

interface Flush {
  readonly buffer: string;
  readonly into: string;
  readonly text: string;
}

/** `into.push(std::mem::take(&mut buffer))`, and those that clear or copy the buffer. */
function flushOf(branch: Branch, scene: Scene): readonly Flush[] {
  if (branch.type !== 'call_expression') return [];
  const text = scene.text(branch);
  const [, into, taken, copied] =
    /^(\w+)\.push\((?:(?:std::)?mem::(?:take|replace)\(&mut (\w+)(?:, [^)]*\))?\)|(\w+)(?:\.(?:clone|to_vec|to_owned|to_string)\(\))?)\)$/.exec(
      text,
    ) ?? [];
  const buffer = taken ?? copied;
  if (into === undefined || buffer === undefined) return [];
  const fn = functionAround(branch);
  const body = fn === null ? '' : scene.text(fn);
  // Without a way in which it is emptied, it is but an item.
  const isBuffer =
    taken !== undefined ||
    new RegExp(
      `\\b${buffer}\\.clear\\(\\)|(?<!let mut |let )\\b${buffer} = (?:String|Vec)::new\\(\\)|(?<!let mut |let )\\b${buffer} = vec!\\[\\]`,
    ).test(body);
  return isBuffer ? [{ buffer, into, text: `${text};` }] : [];
}

/** The inner one first: a field goes into its record, the record into the list. */
function chained(flushes: readonly Flush[]): readonly Flush[] {
  const unique = [...new Map(flushes.map((flush) => [`${flush.buffer}>${flush.into}`, flush])).values()];
  const rest = [...unique];
  const found: Flush[] = [];
  while (rest.length > 0) {
    const at = rest.findIndex(({ buffer }) => !rest.some(({ into }) => into === buffer));
    found.push(...rest.splice(Math.max(0, at), 1));
  }
  return found;
}

/** Behind the loop and the checks that follow it. */
function placeOfFlush(loop: Branch, scene: Scene): number {
  const list = namedChildren(loop.parent ?? loop);
  let { end } = loop;
  for (const next of list.slice(list.indexOf(loop) + 1)) {
    const isCheck = namedChildren(next)[0]?.type === 'if_expression' && /\breturn\b/.test(scene.text(next));
    if (!isCheck || next === list.at(-1)) break;
    end = next.end;
  }
  return end;
}

/** Lines that are passed over: empty ones and remarks. */
const passedOver: Family = {
  name: 'lines passed over',
  share: 0.1,
  *propose(branch, scene) {
    const body = branch.parent;
    const loop = body?.parent ?? null;
    const [pattern, list] = loop?.type === 'for_expression' ? [fieldOf(loop, 'pattern'), fieldOf(loop, 'value')] : [null, null];
    if (!isRust(scene) || pattern === null || list === null || body === null || !isInBlock(branch)) return;
    const at = namedChildren(body).indexOf(branch);
    const name = pattern.type === 'identifier' ? scene.text(pattern) : (/(\w+)\)$/.exec(scene.text(pattern))?.[1] ?? '');
    if (
      !/\b(?:lines|split)\(/.test(scene.text(list)) ||
      at > 1 ||
      (at === 1 && !scene.text(namedChildren(body)[0] ?? body).startsWith(`let ${name} = ${name}.trim`))
    )
      return;
    const own = scene.text(body);
    const isTrimmed = at === 1 || /trim/.test(scene.text(list));
    const empty = isTrimmed ? `${name}.is_empty()` : `${name}.trim().is_empty()`;
    const tests = [
      ...(own.includes('is_empty()') ? [] : [empty, `${empty} || ${name}.starts_with('#')`]),
      ...(own.includes("'#'") ? [] : [`${name}.starts_with('#')`]),
    ];
    const pad = scene.indent(branch);
    for (const [rank, test] of tests.entries())
      yield {
        start: branch.start,
        end: branch.start,
        text: `if ${test} {\n${pad}    continue;\n${pad}}\n${pad}`,
        label: `passed over if ${test}`,
        odds: 1 / (1 + rank / 2),
      };
  },
};

const LOOPS = /^(?:for|while|loop)_expression$/;

/** `if list.len() > most { list.pop(); }` may not be enough once: `while`. */
const again: Family = {
  name: 'once instead of again',
  share: 0.1,
  *propose(branch, scene) {
    if (!isRust(scene) || branch.type !== 'if_expression' || fieldOf(branch, 'alternative') !== null) return;
    const [condition, body] = [fieldOf(branch, 'condition'), fieldOf(branch, 'consequence')];
    if (condition === null || body === null || branch.parent?.type !== 'expression_statement') return;
    const own = scene.text(condition);
    const inside = scene.text(body);
    if (/\b(?:return|break|continue)\b/.test(inside)) return;
    const changed = below(body).some((each) => {
      const sides = /^(?:assignment_expression|compound_assignment_expr)$/.test(each.type) ? sidesOf(each) : null;
      const call = methodCallOf(each, scene);
      const target =
        sides === null
          ? call !== null && /^(?:pop|remove|pop_front|pop_back|truncate|drain|next|take|swap_remove|pop_first)$/.test(call.name)
            ? scene.text(call.object)
            : null
          : scene.text(sides[0]);
      return target !== null && new RegExp(`(?<![\\w.])${target.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&')}(?!\\w)`).test(own);
    });
    if (changed) yield { start: branch.start, end: branch.start + 2, text: 'while', label: 'again while it holds', odds: 1 };
  },
};

/** The step of a `while` loop that a `continue` leaves out. */
const stepSkipped: Family = {
  name: 'step skipped',
  share: 0.2,
  *propose(branch, scene) {
    if (!isRust(scene) || branch.type !== 'continue_expression') return;
    const loop = [...above(branch)].find(({ type }) => LOOPS.test(type));
    const body = loop === undefined || loop.type === 'for_expression' ? null : fieldOf(loop, 'body');
    const last = body === null ? undefined : namedChildren(body).at(-1);
    const block = [...above(branch)].find(({ type }) => type === 'block');
    if (
      last === undefined ||
      block === undefined ||
      !/^[\w.]+ (?:[-+*/]?=) [^;]*;$/.test(scene.text(last)) ||
      scene.text(block).includes(scene.text(last))
    )
      return;
    yield {
      start: branch.start,
      end: branch.start,
      text: `${scene.text(last)}\n${scene.indent(branch)}`,
      label: `${brief(scene.text(last))} first`,
      odds: 1,
    };
  },
};

export const rustLoopFamilies: readonly Family[] = [leftBehind, passedOver, again, stepSkipped];
