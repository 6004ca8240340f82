// A parameter that nothing reads was meant to be: a constant stands where it should, above all one that is its default.
import { brief } from '../../family.ts';
import { type Family, isMember, isNumber, type Scene } from '../scene.ts';
import { above, type Branch, below, fieldOf, namedChildren } from '../tree.ts';
import { replaced } from './names.ts';

/** Parameters of one function that are considered. */
const MOST = 4;
/** How much likelier a constant stands for a parameter of which it is the default. */
const OF_DEFAULT = 6;
/** Names that say that nothing is to be read, and those that a method cannot do without. */
const LEFT_OUT = /^(?:_|self$|cls$|this$)/;

const unreadIn = new WeakMap<Branch, ReadonlyMap<string, string | null>>();

/** Parameters that nothing in the function reads, each with its default as it is written. */
function unread(fn: Branch, scene: Scene): ReadonlyMap<string, string | null> {
  const known = unreadIn.get(fn);
  if (known !== undefined) return known;
  const { identifiers } = scene.language;
  const list = fieldOf(fn, 'parameters');
  const body = fieldOf(fn, 'body');
  const found = new Map<string, string | null>();
  unreadIn.set(fn, found);
  if (list === null || body === null) return found;
  const read = readIn(body, scene);
  for (const each of namedChildren(list)) {
    if (TAKES_MANY.test(each.type)) continue;
    const value = fieldOf(each, 'value') ?? fieldOf(each, 'default_value');
    for (const name of namesOf(each, scene)) {
      const own = scene.text(name);
      if (found.size < MOST && identifiers.has(name.type) && !LEFT_OUT.test(own) && !read.has(own))
        found.set(own, value === null ? null : scene.text(value));
    }
  }
  return found;
}

/** `a, b string` of Go declares two. */
function namesOf(declared: Branch, { language }: Scene): readonly Branch[] {
  if (language.identifiers.has(declared.type)) return [declared];
  const named = declared.children.filter(({ field }) => field === 'name' || field === 'pattern');
  return named.length > 0 ? named : namedChildren(declared).slice(0, 1);
}

/** Names that are read, also in texts that Rust puts values into; a member and the name of an argument are none. */
function readIn(body: Branch, scene: Scene): ReadonlySet<string> {
  const { language } = scene;
  const found = new Set<string>();
  for (const each of below(body)) {
    if (language.strings.has(each.type)) for (const [, name = ''] of scene.text(each).matchAll(/\{(\w+)[:}]/g)) found.add(name);
    const isName = language.identifiers.has(each.type) && !isMember(each, language);
    const isLabel = each.field === 'name' && /^(?:keyword_argument|argument|member_access_expression)$/.test(each.parent?.type ?? '');
    if (isName && !isLabel) found.add(scene.text(each));
  }
  return found;
}

/** Those that take whatever is left. */
const TAKES_MANY = /splat|variadic|spread|block_parameter|property_promotion/;

/** Without its quotes, of which a language may have two kinds. */
function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/s, '$2');
}

function isConstant(branch: Branch, { language }: Scene): boolean {
  if (language.strings.has(branch.type))
    return !below(branch).some(({ type }) => type === 'interpolation' || language.identifiers.has(type));
  return isNumber(branch) || /^(?:true|false|none|null|nil|boolean|(?:boolean|null|character|char|rune)_literal)$/.test(branch.type);
}

/** Where a name is bound, not read. */
function isPattern(branch: Branch): boolean {
  return [...above(branch)].some(({ type }) => /pattern|in_clause/.test(type));
}

/** What takes parameters around a place, the innermost first. */
function functionsAround(branch: Branch, { language }: Scene): readonly Branch[] {
  return [...above(branch)].filter((at) => language.functions.has(at.type) && (fieldOf(at, 'body')?.start ?? branch.end) <= branch.start);
}

/** Names of parameters around a place that nothing reads, the innermost first. */
export function unreadAround(branch: Branch, scene: Scene): readonly string[] {
  return functionsAround(branch, scene).flatMap((fn) => [...unread(fn, scene).keys()]);
}

export const parameterFamilies: readonly Family[] = [
  {
    name: 'parameter for a constant',
    share: 0.12,
    *propose(branch, scene) {
      if (!branch.named || !isConstant(branch, scene) || branch.parent?.type === 'expression_statement' || isPattern(branch)) return;
      const own = scene.text(branch);
      for (const fn of functionsAround(branch, scene))
        for (const [name, value] of unread(fn, scene))
          yield replaced(branch, name, `${brief(own)} -> ${name}`, value !== null && unquoted(value) === unquoted(own) ? OF_DEFAULT : 1);
    },
  },
];
