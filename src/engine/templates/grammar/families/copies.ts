// What is kept as it stands, in Python, PHP and Ruby, and goes on changing: a copy was meant.
import { escapeRegex } from '../../../escape.ts';
import type { Proposal } from '../../family.ts';
import { callOf } from '../python.ts';
import { type Family, isPython, type Scene } from '../scene.ts';
import { above, type Branch, fieldOf, namedChildren, nearest } from '../tree.ts';
import { replaced } from './names.ts';

const LOOPS: ReadonlySet<string> = new Set(['for_statement', 'while_statement']);

/** How it changes, and how it is copied then. */
const PYTHON: readonly (readonly [change: string, copies: readonly string[]])[] = [
  [
    '(?:\\.(?:append|pop|extend|insert|remove|sort|reverse|appendleft|popleft)\\(|\\[[^\\]\\n]*\\] *[-+*/]?=(?!=))',
    ['list(X)', 'X[:]', 'X.copy()'],
  ],
  ['\\.(?:add|discard|update|setdefault|clear)\\(', ['X.copy()']],
  [' *[-+*/|]=', ['list(X)']],
];

/** What is put into a list or a table, or handed out, and changes elsewhere in the function around. */
function* kept(branch: Branch, scene: Scene): Generator<Proposal> {
  if (!isPython(scene) || branch.type !== 'identifier' || branch.parent === null) return;
  const { parent } = branch;
  const call = parent.type === 'argument_list' ? callOf(parent.parent, scene) : null;
  const isPut = call !== null && call.object !== null && /^(?:append|add|insert|appendleft|put)$/.test(call.name);
  const isStored = branch.field === 'right' && parent.type === 'assignment' && fieldOf(parent, 'left')?.type === 'subscript';
  if (!isPut && !isStored && parent.type !== 'yield') return;
  const name = scene.text(branch);
  if (name === 'self' || isMadeBeside(name, branch, scene)) return;
  const outermost = [...above(branch)].findLast(({ type }) => type === 'function_definition');
  const text = outermost === undefined ? '' : scene.text(outermost);
  for (const [change, copies] of PYTHON) {
    if (!new RegExp(`(?<![\\w.])${escapeRegex(name)}${change}`).test(text)) continue;
    for (const [rank, copy] of copies.entries()) yield replaced(branch, copy.replace('X', name), `a copy of ${name}`, 1 / (1 + rank));
    return;
  }
}

/** Whether the innermost loop or function around a place gives the name its value: each round has its own then. */
function isMadeBeside(name: string, branch: Branch, scene: Scene): boolean {
  const [around] = [...above(branch)].filter(({ type }) => LOOPS.has(type) || type === 'function_definition');
  if (around === undefined) return false;
  const body = fieldOf(around, 'body');
  const head = body === null ? scene.text(around) : scene.file.text.slice(around.start, body.start);
  const isTarget = LOOPS.has(around.type) && new RegExp(`\\bfor\\b[^:]*(?<![\\w.])${escapeRegex(name)}\\b[^:]* in\\b`).test(head);
  return isTarget || new RegExp(`^[ \\t]*${escapeRegex(name)} *=(?!=)`, 'm').test(body === null ? '' : scene.text(body));
}

/** `$found[] = clone $day` for an object that goes on being changed. */
function* cloned(branch: Branch, scene: Scene): Generator<Proposal> {
  if (scene.language.name !== 'php' || branch.type !== 'assignment_expression') return;
  const [left, right] = [fieldOf(branch, 'left'), fieldOf(branch, 'right')];
  if (left?.type !== 'subscript_expression' || right?.type !== 'variable_name') return;
  const name = scene.text(right);
  const fn = nearest(branch, scene.language.functions);
  const changes = new RegExp(`${escapeRegex(name)}->(?:modify|add|sub|set\\w*|push|append)\\(`);
  if (namedChildren(left).length > 0 && fn !== null && changes.test(scene.text(fn)))
    yield replaced(right, `clone ${name}`, `clone ${name}`, 1);
}

/** `found << path.dup` for a list that goes on being changed. */
function* duplicated(branch: Branch, scene: Scene): Generator<Proposal> {
  if (scene.language.name !== 'ruby' || branch.type !== 'identifier' || branch.parent === null) return;
  const { parent } = branch;
  const before = scene.file.text.slice(parent.start, branch.start);
  const isPut = (parent.type === 'binary' && /<<\s*$/.test(before)) || (parent.type === 'argument_list' && isPushed(parent, scene));
  const fn = nearest(branch, new Set(['method', 'singleton_method']));
  if (!isPut || fn === null) return;
  const name = scene.text(branch);
  const changes = new RegExp(
    `(?<![\\w.@])${escapeRegex(name)}(?: <<|\\.(?:push|pop|shift|unshift|concat|delete\\w*|clear|insert)\\b|\\[[^\\]\\n]*\\] =(?!=))`,
  );
  if (changes.test(scene.text(fn))) yield replaced(branch, `${name}.dup`, `${name}.dup`, 1);
}

function isPushed({ parent }: Branch, scene: Scene): boolean {
  const method = parent === null ? null : fieldOf(parent, 'method');
  return method !== null && /^(?:push|append|add|unshift)$/.test(scene.text(method));
}

export const copyFamilies: readonly Family[] = [
  { name: 'copy of what goes on', share: 0.08, propose: kept },
  { name: 'clone of what goes on', share: 0.1, propose: cloned },
  { name: 'duplicate of what goes on', share: 0.08, propose: duplicated },
];
