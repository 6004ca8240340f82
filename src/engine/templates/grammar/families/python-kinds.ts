// What a value of Python is taken for: one item or the items of a list, something that has a member, a text or nothing at all.
import { brief } from '../../family.ts';
import { callOf } from '../python.ts';
import { type Family, isCondition, isPython } from '../scene.ts';
import { fieldOf, namedChildren } from '../tree.ts';
import { replaced } from './names.ts';

/** `[items]` has one item, `list(items)` has as many as there are. */
const oneOrAll: Family = {
  name: 'one item or all',
  share: 0.04,
  *propose(branch, scene) {
    if (!isPython(scene)) return;
    const call = callOf(branch, scene);
    const [given, another] = call?.given ?? [];
    if (call !== null && call.object === null && /^(?:list|tuple)$/.test(call.name) && given !== undefined && another === undefined)
      yield replaced(branch, call.name === 'list' ? `[${scene.text(given)}]` : `(${scene.text(given)},)`, 'one item', 0.5);
    const [only, more] = branch.type === 'list' ? namedChildren(branch) : [];
    if (only === undefined || more !== undefined || !/^(?:identifier|attribute)$/.test(only.type)) return;
    for (const kind of ['list', 'tuple'])
      yield replaced(branch, `${kind}(${scene.text(only)})`, `${kind} of ${brief(scene.text(only))}`, kind === 'list' ? 1 : 0.4);
  },
};

/** `hasattr(it, 'close')` holds where `it.close` is None, as a class says that has no such thing. */
const hasMember: Family = {
  name: 'member that is there',
  share: 0.1,
  *propose(branch, scene) {
    const call = isPython(scene) ? callOf(branch, scene) : null;
    const [object, name, more] = call?.given ?? [];
    if (call?.name !== 'hasattr' || call.object !== null || object === undefined || name === undefined || more !== undefined) return;
    const value = `getattr(${scene.text(object)}, ${scene.text(name)}, None)`;
    const put = isCondition(branch, scene.language) ? value : `bool(${value})`;
    yield replaced(branch, put, `${brief(scene.text(branch))} and not None`, 1);
    yield replaced(branch, `callable(${value})`, `${brief(scene.text(branch))} and callable`, 0.6);
  },
};

/** `use == "sig"` -> `use in ("sig", None)`: what is not said is as good. */
const orNothing: Family = {
  name: 'or nothing',
  share: 0.03,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'comparison_operator') return;
    const [left, right, more] = namedChildren(branch);
    const sign = branch.children.filter(({ named }) => !named).map(scene.text);
    if (left === undefined || right === undefined || more !== undefined || !/^(?:identifier|attribute|call|subscript)$/.test(left.type))
      return;
    const [value, own] = [scene.text(right), scene.text(left)];
    if (right.type === 'string' && sign.join() === '==') yield replaced(branch, `${own} in (${value}, None)`, `${value} or None`, 0.7);
    if (right.type === 'string' && sign.join() === '!=')
      yield replaced(branch, `${own} not in (${value}, None)`, `neither ${value} nor None`, 0.7);
    const listed = /^(?:list|tuple|set)$/.test(right.type) ? namedChildren(right).at(-1) : undefined;
    if (/^(?:in|not in|not,in)$/.test(sign.join()) && listed?.type === 'string' && fieldOf(right, 'value') === null)
      yield { start: listed.end, end: listed.end, text: ', None', label: 'None among them', odds: 0.5 };
  },
};

export const pythonKindFamilies: readonly Family[] = [oneOrAll, hasMember, orNothing];
