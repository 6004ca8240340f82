// Members of objects in Python that cannot be set, or are set past what the class above does about it.

import { brief } from '../../family.ts';
import { LONGEST_GIVEN, likeliestGiven } from '../../given-elsewhere.ts';
import { beginsLine, callOf, deeper } from '../python.ts';
import { type Family, isPython, type Scene } from '../scene.ts';
import { type Branch, below, fieldOf, namedChildren, nearest } from '../tree.ts';
import { replaced } from './names.ts';

const CANNOT = ['setter', 'set', 'assign', 'read', 'readonly', 'writable'];
const NAMES = ['new', 'value', 'found'];

/** `entry.name = name.strip()` of what cannot be set, and need not where it is the same. */
const onlyOther: Family = {
  name: 'set only where it differs',
  share: 0.12,
  *propose(branch, scene) {
    const { said } = scene.clues;
    const isTold = said.has('FrozenInstanceError') || (said.has('AttributeError') && CANNOT.some((word) => said.has(word)));
    if (!isPython(scene) || branch.type !== 'expression_statement' || !isTold || !beginsLine(branch, scene)) return;
    const [set] = namedChildren(branch);
    const [left, right] = set?.type === 'assignment' ? [fieldOf(set, 'left'), fieldOf(set, 'right')] : [null, null];
    if (left?.type !== 'attribute' || right === null || /^(?:assignment|expression_list|lambda|yield)$/.test(right.type)) return;
    const [object, member] = [fieldOf(left, 'object'), fieldOf(left, 'attribute')];
    if (object === null || member === null) return;
    const pad = scene.indent(branch);
    const [target, value] = [scene.text(left), scene.text(right)];
    const around = scene.text(nearest(branch, scene.language.functions) ?? scene.program);
    const free = NAMES.filter((name) => !new RegExp(`\\b${name}\\b`).test(around));
    const label = `${target} only where it differs`;
    yield replaced(branch, `if ${target} != ${value}:\n${deeper(pad)}${target} = ${value}`, label, right.type === 'identifier' ? 1.5 : 0.7);
    for (const [rank, name] of (right.type === 'identifier' ? [] : free).entries()) {
      const text = `${name} = ${value}\n${pad}if ${name} != ${target}:\n${deeper(pad)}${target} = ${name}`;
      yield replaced(branch, text, label, 1.5 / (1 + rank * 2));
    }
    const past = `object.__setattr__(${scene.text(object)}, "${scene.text(member)}", ${value})`;
    yield replaced(branch, past, past, said.has('FrozenInstanceError') ? 3 : 0.5);
  },
};

/** Within `__setattr__`, what sets a member past its descriptor, or calls the method again. */
const pastDescriptor: Family = {
  name: 'set past its descriptor',
  share: 0.2,
  *propose(branch, scene) {
    const fn = isPython(scene) && branch.type === 'expression_statement' ? nearest(branch, scene.language.functions) : null;
    const name = fn === null ? null : fieldOf(fn, 'name');
    if (name === null || scene.text(name) !== '__setattr__') return;
    const [only] = namedChildren(branch);
    const set = only === undefined ? null : (inTable(only, scene.text) ?? callOf(only, scene)?.given.map(scene.text));
    const called = callOf(only, scene);
    if (set === null || set === undefined || (called !== null && (called.name !== 'setattr' || set.length !== 3))) return;
    const [object, key, value] = set;
    yield replaced(branch, `object.__setattr__(${object}, ${key}, ${value})`, 'as every object is set', 1);
    yield replaced(branch, `super().__setattr__(${key}, ${value})`, 'as the class above sets it', 1);
  },
};

/** Object, key and value of `self.__dict__[key] = value`. */
function inTable(set: Branch, text: (branch: Branch) => string): readonly string[] | null {
  const [left, right] = set.type === 'assignment' ? [fieldOf(set, 'left'), fieldOf(set, 'right')] : [null, null];
  const [table, key] = left?.type === 'subscript' ? namedChildren(left) : [];
  const object = table === undefined ? undefined : /^(\w+)\.__dict__$/.exec(text(table))?.[1];
  return object === undefined || key === undefined || right === null ? null : [object, text(key), text(right)];
}

const known = new WeakMap<Branch, ReadonlyMap<string, readonly Branch[]>>();

/** By their names, what members are given in a file. */
function givenIn(scene: Scene): ReadonlyMap<string, readonly Branch[]> {
  const found = known.get(scene.program);
  if (found !== undefined) return found;
  const made = new Map<string, Branch[]>();
  for (const branch of below(scene.program)) {
    const [member, value] = [memberSet(branch, scene), fieldOf(branch, 'right')];
    if (member === null || value === null || value.end - value.start > LONGEST_GIVEN) continue;
    const list = made.get(member) ?? [];
    if (list.length === 0) made.set(member, list);
    list.push(value);
  }
  known.set(scene.program, made);
  return made;
}

function memberSet(branch: Branch, scene: Scene): string | null {
  const left = branch.type === 'assignment' ? fieldOf(branch, 'left') : null;
  const member = left?.type === 'attribute' ? fieldOf(left, 'attribute') : null;
  return member === null ? null : scene.text(member);
}

/** `scope.used = True`, where the other places say `scope.used = (self.scope, node)`. */
const asElsewhere: Family = {
  name: 'member set as elsewhere',
  share: 0.05,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.field !== 'right' || branch.parent === null) return;
    const member = memberSet(branch.parent, scene);
    if (member === null) return;
    const own = scene.text(branch);
    const fn = nearest(branch, scene.language.functions);
    const names = new Set([...scene.names(branch), 'self', 'cls']);
    const others = (givenIn(scene).get(member) ?? []).flatMap((other) => {
      const value = scene.text(other);
      const isKnown = [other, ...below(other)].every(
        (each) => each.type !== 'identifier' || each.field === 'attribute' || names.has(scene.text(each)),
      );
      return value !== own && isKnown ? [{ value, isNear: nearest(other, scene.language.functions) === fn }] : [];
    });
    for (const [value, odds] of likeliestGiven(others)) yield replaced(branch, value, `${member} is ${brief(value)}, as elsewhere`, odds);
  },
};

export const setMemberFamilies: readonly Family[] = [onlyOther, pastDescriptor, asElsewhere];
