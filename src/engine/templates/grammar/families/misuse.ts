// What the failure says of a value or a call: nothing where there should be something, a text among numbers, arguments that do not fit.
import { brief, type Proposal } from '../../family.ts';
import { type Family, isPython, isValue, type Scene } from '../scene.ts';
import { type Branch, fieldOf, namedChildren } from '../tree.ts';
import { replaced } from './names.ts';

/** `None` where a list, a table or an object was wanted. */
const nothing: Family = {
  name: 'nothing given',
  share: 0.15,
  *propose(branch, scene) {
    if (!scene.clues.complaints.nothing || !isPython(scene) || !/^(identifier|attribute|call|subscript)$/.test(branch.type)) return;
    const own = scene.text(branch);
    const { parent, field } = branch;
    if (own.length > 60 || parent === null || branch.field === 'function') return;
    const iterated = field === 'right' && /^for/.test(parent.type);
    const read = parent.type === 'subscript' && field === 'value';
    const owner = parent.type === 'attribute' && field === 'object' && parent.field !== 'function';
    if (iterated || parent.type === 'argument_list') yield replaced(branch, `(${own} or [])`, `${brief(own)} or []`, iterated ? 1 : 0.3);
    if (read) yield replaced(branch, `(${own} or {})`, `${brief(own)} or {}`, 0.5);
    if (read || owner) yield replaced(parent, `(${scene.text(parent)} if ${own} is not None else None)`, `${brief(own)} may be None`, 0.8);
  },
};

/** A text joined with something that is none, or computed with. */
const mixed: Family = {
  name: 'text among numbers',
  share: 0.2,
  *propose(branch, scene) {
    if (!scene.clues.complaints.mixed || !scene.language.binary.has(branch.parent?.type ?? '') || !isValue(branch, scene.language)) return;
    const own = scene.text(branch);
    const python = isPython(scene);
    if (/^['"\d]/.test(own) || own.length > 80 || !(python || scene.language.name === 'ruby')) return;
    const wraps = python ? ['str', 'int', 'float'].map((name) => `${name}(${own})`) : ['to_s', 'to_i'].map((name) => `${own}.${name}`);
    for (const text of wraps) yield replaced(branch, text, `${brief(own)} -> ${brief(text)}`, 1);
  },
};

/** A call with too many or too few arguments, and the definition that wants others. */
const arity: Family = {
  name: 'arguments that do not fit',
  share: 0.3,
  anywhere: true,
  *propose(branch, scene) {
    const { language, clues } = scene;
    const fitting = (name: Branch | null): boolean => name !== null && clues.complaints.arity.has(scene.text(name).split('.').at(-1) ?? '');
    if (language.functions.has(branch.type) && fitting(fieldOf(branch, 'name'))) yield* definition(branch, scene);
    const list = branch.children.find((child) => language.argumentLists.has(child.type));
    if (!language.calls.has(branch.type) || list === undefined || !fitting(fieldOf(branch, 'function') ?? fieldOf(branch, 'name'))) return;
    const given = namedChildren(list);
    for (const [index, one] of given.entries()) {
      const before = given[index - 1];
      const start = before?.end ?? one.start;
      const end = before === undefined ? (given[index + 1]?.start ?? one.end) : one.end;
      yield { start, end, text: '', label: `without the argument ${brief(scene.text(one))}`, odds: 1 };
    }
    const at = given.at(-1)?.end ?? list.end - 1;
    for (const [rank, name] of [...clues.complaints.notGiven, ...scene.variables(branch).slice(0, 10)].entries()) {
      const text = given.length > 0 ? `, ${name}` : name;
      yield { start: at, end: at, text, label: `argument ${name} added`, odds: 1 / (1 + rank / 4) };
    }
  },
};

/** A parameter that may be left out, and the one that every method of Python has. */
function* definition(branch: Branch, scene: Scene): Generator<Proposal> {
  const list = fieldOf(branch, 'parameters');
  if (!isPython(scene) || list === null) return;
  const [first] = namedChildren(list);
  const put = first === undefined ? 'self' : 'self, ';
  yield { start: list.start + 1, end: list.start + 1, text: put, label: 'self added', odds: first === undefined ? 1 : 0.3 };
  for (const one of namedChildren(list)) {
    if (one.type === 'identifier' && scene.clues.complaints.notGiven.has(scene.text(one)))
      yield replaced(one, `${scene.text(one)}=None`, `${scene.text(one)} may be left out`, 0.6);
  }
}

/** A coroutine where its result was wanted. */
const unawaited: Family = {
  name: 'coroutine not awaited',
  share: 0.3,
  *propose(branch, scene) {
    if (!scene.clues.complaints.unawaited || branch.type !== 'call' || branch.parent?.type === 'await') return;
    const own = scene.text(branch);
    yield replaced(branch, branch.field === 'object' ? `(await ${own})` : `await ${own}`, `await ${brief(own)}`, 1);
  },
};

export const misuseFamilies: readonly Family[] = [nothing, mixed, arity, unawaited];
