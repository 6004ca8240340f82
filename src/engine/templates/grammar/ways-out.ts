// How a function of Python may end early, going by what it returns elsewhere.
import type { Scene } from './scene.ts';
import { above, type Branch, below, namedChildren, nearest } from './tree.ts';

const TRUTH = /^(?:true|false|comparison_operator|not_operator)$/;
const TELLS = /^(?:.*\.)?(?:isinstance|any|all|hasattr|bool|startswith|endswith|is\w+|has_\w+)\(/;
const COUNTS = /^(?:.*\.)?(?:len|sum|int|count|ord|round|abs)\(/;
const WRITES = /^(?:.*\.)?(?:str|join|format|strip|lstrip|rstrip|replace|lower|upper|title|capitalize)\(/;
const MOST = 4;

const ends = new WeakMap<Branch, readonly string[]>();

/** Statements that return what fits the other returns of a function, the likeliest first. */
export function waysOut(fn: Branch, scene: Scene): readonly string[] {
  const known = ends.get(fn);
  if (known !== undefined) return known;
  const { functions, returns } = scene.language;
  const own = below(fn).filter((each) => (returns.has(each.type) || each.type === 'yield') && nearest(each, functions) === fn);
  const values = own.flatMap((each) => (each.type === 'yield' ? [] : namedChildren(each).slice(0, 1)));
  const isBare = own.some((each) => each.type === 'yield' || namedChildren(each).length === 0) || values.length === 0;
  const found = new Set<string>(isBare ? ['return'] : []);
  // What a generator would return nobody gets.
  if (own.every(({ type }) => type !== 'yield')) {
    for (const value of values) for (const empty of emptyOf(value, fn, scene)) found.add(`return ${empty}`);
    if (values.length > 0) found.add('return None');
  }
  const made = [...found].slice(0, MOST);
  ends.set(fn, made);
  return made;
}

/** Nothing of the kind that a value is of, as far as its text tells. */
function emptyOf(value: Branch, fn: Branch, scene: Scene): readonly string[] {
  const text = scene.text(value);
  if (TRUTH.test(value.type) || TELLS.test(text)) return ['False', 'True'];
  if (/string$/.test(value.type) || (value.type === 'call' && WRITES.test(text))) return ['""'];
  if (/^(?:list|list_comprehension)$/.test(value.type) || /^(?:list|sorted)\(/.test(text)) return ['[]'];
  if (/^dict/.test(value.type) || /^dict\(/.test(text)) return ['{}'];
  if (/^(?:integer|float|unary_operator)$/.test(value.type) || COUNTS.test(text)) return ['0'];
  const begun =
    value.type === 'identifier' ? new RegExp(`^\\s*${text} = (\\[\\]|\\{\\}|0|""|'')$`, 'm').exec(scene.text(fn))?.[1] : undefined;
  return begun === undefined ? [] : [begun];
}

/** How what runs at a place may be left for this case: the loop's next round before all. */
export function jumpsAt(branch: Branch, scene: Scene): readonly string[] {
  const { functions, loops } = scene.language;
  // What a loop does behind its last round is none of its rounds.
  const isRound = (at: Branch, index: number, all: readonly Branch[]): boolean =>
    loops.has(at.type) && all[index - 1]?.type !== 'else_clause';
  const around = [...above(branch)].find((at, index, all) => isRound(at, index, all) || functions.has(at.type));
  const fn = around !== undefined && functions.has(around.type) ? around : nearest(branch, functions);
  const out = fn?.type === 'function_definition' ? waysOut(fn, scene) : [];
  return around !== undefined && loops.has(around.type) ? ['continue', 'break', ...out] : out;
}
