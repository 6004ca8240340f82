// A parameter that nothing reads was meant to be: a constant stands where it should, above all one that is its default.
import { brief } from '../../family.ts';
import { type Family, isNumber, type Scene } from '../scene.ts';
import { type Branch, below, fieldOf, namedChildren, nearest } from '../tree.ts';
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
  const named = [...below(body)].filter(
    ({ type, field, parent }) => identifiers.has(type) && !(field === 'name' && parent?.type === 'keyword_argument'),
  );
  const read = new Set(named.map(scene.text));
  for (const each of namedChildren(list)) {
    const name = identifiers.has(each.type) ? each : (fieldOf(each, 'name') ?? fieldOf(each, 'pattern') ?? namedChildren(each)[0]);
    if (name === undefined || !identifiers.has(name.type) || LEFT_OUT.test(scene.text(name)) || read.has(scene.text(name))) continue;
    const value = fieldOf(each, 'value') ?? fieldOf(each, 'default_value');
    if (found.size < MOST) found.set(scene.text(name), value === null ? null : scene.text(value));
  }
  return found;
}

/** Without its quotes, of which a language may have two kinds. */
function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/s, '$2');
}

function isConstant(branch: Branch, { language }: Scene): boolean {
  return language.strings.has(branch.type) || isNumber(branch) || /^(?:true|false|none|null|nil|boolean_literal)$/.test(branch.type);
}

export const parameterFamilies: readonly Family[] = [
  {
    name: 'parameter for a constant',
    share: 0.12,
    *propose(branch, scene) {
      if (!branch.named || !isConstant(branch, scene) || branch.parent?.type === 'expression_statement') return;
      const fn = nearest(branch, scene.language.functions);
      if (fn === null || (fieldOf(fn, 'body')?.start ?? branch.end) > branch.start) return;
      const own = scene.text(branch);
      for (const [name, value] of unread(fn, scene))
        yield replaced(branch, name, `${brief(own)} -> ${name}`, value !== null && unquoted(value) === unquoted(own) ? OF_DEFAULT : 1);
    },
  },
];
