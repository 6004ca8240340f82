// Where a name of Python is given a value, or may become another one.
import { type Branch, fieldOf } from './tree.ts';

/** A name that is assigned, also in part, called upon or handed on. */
export function mayChange(branch: Branch): boolean {
  let at = branch;
  while (at.parent !== null && /^(?:attribute|subscript)$/.test(at.parent.type) && at.index === 0) at = at.parent;
  const { parent } = at;
  if (parent === null) return false;
  const isAssigned = at.field === 'left' && /^(?:augmented_)?assignment$|^for_/.test(parent.type);
  return isPythonTarget(branch) || isAssigned || at.field === 'function' || parent.type === 'argument_list';
}

/** A name that is assigned: also within a pattern. */
export function isPythonTarget(branch: Branch): boolean {
  if (branch.type !== 'identifier') return false;
  for (let at = branch; at.parent !== null; at = at.parent) {
    if (at.field === 'left') return /^(?:assignment|augmented_assignment|for_statement|for_in_clause)$/.test(at.parent.type);
    if (!/^(?:pattern_list|tuple_pattern|list_pattern)$/.test(at.parent.type))
      return at.field === 'name' && at.parent.type === 'named_expression';
  }
  return false;
}

/** Given one value that is written down, as counters and flags are at first, and no other. */
export function isSetOnce([target, second]: readonly Branch[]): boolean {
  if (second !== undefined) return false;
  const value = target?.parent?.type === 'assignment' ? fieldOf(target.parent, 'right') : null;
  return value !== null && /^(?:integer|float|string|true|false|none|unary_operator)$/.test(value.type);
}
