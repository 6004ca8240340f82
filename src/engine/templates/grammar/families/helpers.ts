// A function of Python that asks for more than what stands here, and begins with just that: it was written to be asked instead.
import { escapeRegex } from '../../../escape.ts';
import { brief, type Proposal } from '../../family.ts';
import { parametersOf } from '../python.ts';
import { type Family, isPython, type Scene } from '../scene.ts';
import { above, type Branch, below, fieldOf } from '../tree.ts';
import { replaced } from './names.ts';

const LONGEST_FUNCTION = 800;
const LONGEST = 80;
const SHORTEST = 5;

/** Stands for the one thing that a function is given. */
const GIVEN = '\uFDD0';

interface Helper {
  /** As it is called: `is_known`, `self.is_known`. */
  readonly call: string;
  readonly definition: Branch;
}

const parts = new WeakMap<Scene, ReadonlyMap<string, readonly Helper[]>>();

function isAsking({ type }: Branch): boolean {
  return /^(?:attribute|subscript|call|comparison_operator|boolean_operator|not_operator|binary_operator)$/.test(type);
}

function withGiven(text: string, name: string): string {
  return text.replace(new RegExp(`(?<![\\w.])${escapeRegex(name)}(?!\\w)`, 'g'), GIVEN);
}

/** Functions of one parameter, by the expressions of their bodies that read it. */
function partsOf(scene: Scene): ReadonlyMap<string, readonly Helper[]> {
  const known = parts.get(scene);
  if (known !== undefined) return known;
  const found = new Map<string, Helper[]>();
  for (const fn of below(scene.program)) {
    const [name, body] =
      fn.type === 'function_definition' && fn.end - fn.start < LONGEST_FUNCTION ? [fieldOf(fn, 'name'), fieldOf(fn, 'body')] : [];
    if (!name || !body) continue;
    const [first, ...others] = parametersOf(fn, scene);
    const isMethod = first === 'self';
    const [only, more] = isMethod ? others : [first, ...others];
    if (only === undefined || more !== undefined || (!isMethod && fn.parent?.type !== 'module')) continue;
    const helper = { call: isMethod ? `self.${scene.text(name)}` : scene.text(name), definition: fn };
    for (const branch of below(body)) {
      const text = isAsking(branch) && branch.end - branch.start <= LONGEST ? withGiven(scene.text(branch), only) : '';
      if (text.length < SHORTEST || !text.includes(GIVEN) || found.get(text)?.includes(helper) === true) continue;
      found.set(text, [...(found.get(text) ?? []), helper]);
    }
  }
  parts.set(scene, found);
  return found;
}

/** `is_known(key)` for `table[key]`, where `is_known` asks `table[key]` and more. */
function* asked(branch: Branch, scene: Scene): Generator<Proposal> {
  if (!isPython(scene) || !isAsking(branch) || branch.end - branch.start > LONGEST) return;
  if (branch.field === 'function' || branch.field === 'left') return;
  if (/^(?:delete_statement|as_pattern_target|decorator)$/.test(branch.parent?.type ?? '')) return;
  const helpers = partsOf(scene);
  if (helpers.size === 0) return;
  const own = scene.text(branch);
  const names = new Set(below(branch).flatMap((each) => (each.type === 'identifier' ? [scene.text(each)] : [])));
  const within = new Set(above(branch));
  for (const name of names)
    for (const { call, definition } of helpers.get(withGiven(own, name)) ?? [])
      if (!within.has(definition)) yield replaced(branch, `${call}(${name})`, `${brief(own)} -> ${call}(${name})`, 1);
}

export const helperFamilies: readonly Family[] = [{ name: 'the function for it', share: 0.06, propose: asked }];
