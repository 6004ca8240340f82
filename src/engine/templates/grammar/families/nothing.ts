// What counts as false in Python and is a value all the same, and values that are made once for all calls.
import { brief } from '../../family.ts';
import { callOf, deeper, firstStatement } from '../python.ts';
import { type Family, isCondition, isPython, type Scene } from '../scene.ts';
import { type Branch, fieldOf, namedChildren } from '../tree.ts';
import { replaced } from './names.ts';

const NAME = /^(?:identifier|attribute|subscript)$/;

/** Likelier where a failing test gives the name a value that counts as false. */
function oddsOf(name: string, { clues }: Scene): number {
  return clues.givenEmpty.has(name.replace(/^.*\./, '')) ? 4 : 1;
}

/** `not n` -> `n is None`, `if kept.get(key)` -> `if key in kept`. */
const precise: Family = {
  name: 'asked for nothing',
  share: 0.06,
  *propose(branch, scene) {
    if (!isPython(scene) || !isCondition(branch, scene.language)) return;
    const denied = branch.type === 'not_operator' ? namedChildren(branch)[0] : undefined;
    const asked = denied ?? branch;
    if (denied === undefined && branch.parent?.type === 'not_operator') return;
    const not = denied === undefined ? '' : 'not ';
    if (NAME.test(asked.type)) {
      const name = scene.text(asked);
      const odds = oddsOf(name, scene);
      yield replaced(branch, `${name} is ${denied === undefined ? 'not ' : ''}None`, `${brief(name)} is there, or not`, odds);
    }
    const [object, key] = lookedUp(asked, scene);
    if (object !== null && key !== null) yield replaced(branch, `${key} ${not}in ${object}`, `${brief(key)} ${not}in ${brief(object)}`, 1);
  },
};

/** What is looked up, and by what: of `kept[key]` and `kept.get(key)`. */
function lookedUp(asked: Branch, scene: Scene): readonly [string | null, string | null] {
  if (asked.type === 'subscript') {
    const [object, key] = namedChildren(asked).map(scene.text);
    return [object ?? null, key ?? null];
  }
  const call = callOf(asked, scene);
  const [key] = call?.given ?? [];
  return call?.name === 'get' && call.object !== null && key !== undefined ? [scene.text(call.object), scene.text(key)] : [null, null];
}

/** `n or 10` -> `10 if n is None else n`. */
const orElse: Family = {
  name: 'nothing only',
  share: 0.06,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'boolean_operator' || isCondition(branch, scene.language)) return;
    const [left, right] = namedChildren(branch);
    if (left === undefined || right === undefined || !NAME.test(left.type) || !branch.children.some(({ type }) => type === 'or')) return;
    const name = scene.text(left);
    const text = `${scene.text(right)} if ${name} is None else ${name}`;
    const isWhole = /^(?:assignment|return_statement|keyword_argument)$/.test(branch.parent?.type ?? '');
    yield replaced(branch, isWhole ? text : `(${text})`, `${brief(scene.text(right))} only for None`, oddsOf(name, scene));
  },
};

const MADE_ONCE = /^(?:list|dictionary|set)$/;

/** `def f(all=[])`: one list for all calls. */
const madeOnce: Family = {
  name: 'made for each call',
  share: 0.3,
  *propose(branch, scene) {
    if (!isPython(scene) || !/^(?:typed_)?default_parameter$/.test(branch.type)) return;
    const [name, value] = [fieldOf(branch, 'name'), fieldOf(branch, 'value')];
    const fn = branch.parent?.parent ?? null;
    const first = fn?.type === 'function_definition' ? firstStatement(fn) : undefined;
    if (name === null || value === null || first === undefined) return;
    if (!MADE_ONCE.test(value.type) && !/^(?:list|dict|set|defaultdict|deque|Counter)\(/.test(scene.text(value))) return;
    const own = scene.text(name);
    const pad = scene.indent(first);
    const between = scene.file.text.slice(value.end, first.start);
    const text = `None${between}if ${own} is None:\n${deeper(pad)}${own} = ${scene.text(value)}\n${pad}`;
    yield { start: value.start, end: first.start, text, label: `${own} made for each call`, odds: 1 };
  },
};

/** A share of nothing: `total / len(items)` where there may be none. */
const shareOfNothing: Family = {
  name: 'share of nothing',
  share: 0.03,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'binary_operator' || !branch.children.some(({ type }) => /^(?:\/|\/\/|%)$/.test(type))) return;
    const by = namedChildren(branch)[1];
    if (by === undefined || !/^(?:identifier|attribute|call|subscript)$/.test(by.type) || branch.end - branch.start > 80) return;
    const test = /^len\((\w+)\)$/.exec(scene.text(by))?.[1] ?? scene.text(by);
    const isWhole = /^(?:assignment|return_statement|keyword_argument)$/.test(branch.parent?.type ?? '');
    for (const [value, odds] of [
      ['0', 1],
      ['0.0', 0.6],
      ['None', 0.4],
    ] as const) {
      const text = `${scene.text(branch)} if ${test} else ${value}`;
      yield replaced(branch, isWhole ? text : `(${text})`, `${value} where there is no ${brief(test)}`, odds);
    }
  },
};

/** `[part for part in parts]` -> `[part for part in parts if part]`. */
const filled: Family = {
  name: 'only what is there',
  share: 0.02,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'for_in_clause' || branch.parent === null) return;
    const clauses = namedChildren(branch.parent);
    const target = fieldOf(branch, 'left');
    if (clauses.at(-1) !== branch || target?.type !== 'identifier') return;
    const name = scene.text(target);
    for (const [test, odds] of [
      [name, 1],
      [`${name}.strip()`, 0.5],
      [`${name} is not None`, 0.5],
    ] as const)
      yield { start: branch.end, end: branch.end, text: ` if ${test}`, label: `only if ${test}`, odds };
  },
};

export const nothingFamilies: readonly Family[] = [precise, orElse, madeOnce, shareOfNothing, filled];
