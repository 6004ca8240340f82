// What each round of a loop in Rust must do and does not: keep a variable up to date, begin it again, leave the loop.
import { brief } from '../../../family.ts';
import { functionAround, isInBlock, isRust } from '../../rust.ts';
import type { Family, Scene } from '../../scene.ts';
import { above, type Branch, below, fieldOf, namedChildren } from '../../tree.ts';

const LOOPS = /^(?:for|while|loop)_expression$/;
const JUMP = /^(?:return|break|continue)_expression$/;

/** A variable that is declared as one that changes. */
interface Changing {
  readonly name: string;
  readonly value: string;
  /** Where its declaration ends, and the block that it stands in. */
  readonly end: number;
  readonly block: Branch | null;
}

const changing = new WeakMap<Branch, readonly Changing[]>();

function changingIn(fn: Branch, scene: Scene): readonly Changing[] {
  const known = changing.get(fn);
  if (known !== undefined) return known;
  const found = below(fn).flatMap((branch): Changing[] => {
    const isMutable = branch.type === 'let_declaration' && branch.children.some(({ type }) => type === 'mutable_specifier');
    const [pattern, value] = isMutable ? [fieldOf(branch, 'pattern'), fieldOf(branch, 'value')] : [null, null];
    if (pattern?.type !== 'identifier' || value === null) return [];
    return [{ name: scene.text(pattern), value: scene.text(value), end: branch.end, block: branch.parent }];
  });
  changing.set(fn, found);
  return found;
}

function isChanged(name: string, code: string): boolean {
  const change = `(?<![\\w.])\\*?${name}(?:\\.\\w+|\\[[^\\]]*\\])*\\s*(?:[-+*/%|&^]|<<|>>)?=(?!=)|&mut ${name}\\b`;
  const method = `(?<![\\w.])${name}(?:\\.\\w+)*\\.(?:push\\w*|insert|extend\\w*|append|clear|pop\\w*|remove|entry|sort\\w*|dedup\\w*|retain|drain|truncate|next\\w*|take|replace|get_mut|iter_mut|\\w+_mut|reverse|swap\\w*|by_ref|nth|peek|write\\w*|find|all|any|position|read\\w*|[a-z]+)\\(`;
  return new RegExp(`${change}|${method}`).test(code);
}

/** Only where a number, a flag or a text is plainly set, and nothing is called upon it. */
function isPlain(value: string): boolean {
  return /^(?:-?[\d._]+(?:[iuf]\d+|usize)?|true|false|None|\w+|\w+\[0\])$/.test(value);
}

function loopAround(branch: Branch): Branch | undefined {
  return [...above(branch)].find(({ type }) => LOOPS.test(type) || type === 'function_item' || type === 'closure_expression');
}

/** Names that a loop goes over, then those that its block declares. */
function namesOf(loop: Branch, scene: Scene): readonly string[] {
  const [head, body] = [fieldOf(loop, 'pattern'), fieldOf(loop, 'body')];
  const given = head === null ? [] : [head, ...below(head)].filter(({ type }) => type === 'identifier').map(scene.text);
  const own =
    body === null ? [] : namedChildren(body).flatMap((each) => (each.type === 'let_declaration' ? (fieldOf(each, 'pattern') ?? []) : []));
  return [...new Set([...given, ...own.filter(({ type }) => type === 'identifier').map(scene.text)])]
    .filter((name) => /^[a-z]/.test(name))
    .slice(0, 3);
}

function stepsOf({ name, value }: Changing, values: readonly string[]): readonly string[] {
  if (value === 'true' || value === 'false') return [`${name} = ${value === 'true' ? 'false' : 'true'};`];
  if (value === 'None') return values.flatMap((each) => [`${name} = Some(${each});`, `${name} = Some(*${each});`]);
  const set = values.flatMap((each) => [`${name} = ${each};`, `${name} = *${each};`]);
  if (!/^-?[\d._]/.test(value)) return [...set, `${name} += 1;`];
  return [`${name} += 1;`, ...values.map((each) => `${name} += ${each};`), ...set];
}

/** What is declared as changing, is used in a loop and never changes. */
const unchanged: Family = {
  name: 'changing in vain',
  share: 0.3,
  *propose(branch, scene) {
    const fn = functionAround(branch);
    const loop = loopAround(branch);
    if (!isRust(scene) || fn === null || loop === undefined || !LOOPS.test(loop.type) || !isInBlock(branch) || branch.parent === null)
      return;
    const isLast = namedChildren(branch.parent).at(-1) === branch;
    if (!isLast || JUMP.test(namedChildren(branch)[0]?.type ?? branch.type)) return;
    const body = scene.text(fn);
    const depth = branch.parent.parent === loop ? 1 : 0.6;
    const needed = new Set(scene.names(branch));
    for (const each of changingIn(fn, scene)) {
      const later = body.slice(each.end - fn.start);
      if (!needed.has(each.name) || !isPlain(each.value) || each.end > loop.start || isChanged(each.name, later)) continue;
      const pad = scene.indent(branch);
      const stop = branch.type === 'expression_statement' && /[;}]$/.test(scene.text(branch)) ? '' : ';';
      for (const [rank, text] of stepsOf(each, namesOf(loop, scene)).slice(0, 5).entries())
        yield { start: branch.end, end: branch.end, text: `${stop}\n${pad}${text}`, label: brief(text), odds: depth / (1 + rank / 3) };
    }
  },
};

/** What is counted or gathered in a loop, and handed on in it, begins again. */
const begunAgain: Family = {
  name: 'begun again',
  share: 0.08,
  *propose(branch, scene) {
    const fn = functionAround(branch);
    const loop = loopAround(branch);
    const block = branch.parent;
    if (!isRust(scene) || fn === null || loop === undefined || !LOOPS.test(loop.type) || !isInBlock(branch) || block === null) return;
    const isLast = namedChildren(block).at(-1) === branch;
    if (!isLast || block.parent === loop || JUMP.test(namedChildren(branch)[0]?.type ?? branch.type)) return;
    const [inside, here] = [scene.text(loop), scene.text(block)];
    const pad = scene.indent(branch);
    const stop = /[;}]$/.test(scene.text(branch)) ? '' : ';';
    for (const { name, value, end } of changingIn(fn, scene)) {
      const isMade = /^(?:-?[\d._]+|true|false|None|(?:String|Vec)::new\(\)|vec!\[\])$/.test(value);
      const isStepped = new RegExp(`(?<![\\w.])${name} (?:[-+*]=|= ${name} )|(?<![\\w.])${name}\\.push\\w*\\(`).test(inside);
      const isReset = new RegExp(`(?<![\\w.])${name} = |take\\(&mut ${name}\\)|${name}\\.clear\\(`).test(inside);
      if (
        !isMade ||
        end > loop.start ||
        !isStepped ||
        isReset ||
        new RegExp(`(?<![\\w.])${name} [-+*]=|(?<![\\w.])${name}\\.push`).test(here)
      )
        continue;
      const isUsed = new RegExp(`\\b${name}\\b`).test(here);
      const texts = /new\(\)|vec!/.test(value)
        ? [`${name} = ${value};`, `${name}.clear();`]
        : [`${name} = ${value};`, ...(value === '0' ? [`${name} = 1;`] : [])];
      for (const [rank, text] of texts.entries())
        yield {
          start: branch.end,
          end: branch.end,
          text: `${stop}\n${pad}${text}`,
          label: brief(text),
          odds: (isUsed ? 1.2 : 0.5) / (1 + rank),
        };
    }
  },
};

/** What is found is found: the loop ends, or goes on to the next. */
const left: Family = {
  name: 'loop left',
  share: 0.05,
  *propose(branch, scene) {
    const block = branch.parent;
    const loop = loopAround(branch);
    const isOfCondition = block?.parent?.type === 'if_expression' || block?.parent?.type === 'match_arm';
    if (!isRust(scene) || block === null || loop === undefined || !LOOPS.test(loop.type) || !isInBlock(branch) || !isOfCondition) return;
    if (branch.type !== 'expression_statement' || namedChildren(block).at(-1) !== branch) return;
    const [only] = namedChildren(branch);
    if (only === undefined || JUMP.test(only.type)) return;
    const hasMore = scene.file.text.slice(block.end, loop.end).replace(/[\s;}]/g, '') !== '';
    const pad = scene.indent(branch);
    if (only.type === 'assignment_expression')
      yield { start: branch.end, end: branch.end, text: `\n${pad}break;`, label: 'loop left', odds: 1 };
    if (hasMore) yield { start: branch.end, end: branch.end, text: `\n${pad}continue;`, label: 'on to the next', odds: 0.7 };
  },
};

export const rustRoundFamilies: readonly Family[] = [unchanged, begunAgain, left];
