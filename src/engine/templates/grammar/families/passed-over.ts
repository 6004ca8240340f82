// Items that a loop of Python has to pass over: empty ones, none, those of another kind.
import { beginsLine, deeper } from '../python.ts';
import { type Family, isPython, type Scene } from '../scene.ts';
import { isPythonTarget } from '../targets.ts';
import { type Branch, below, fieldOf, namedChildren } from '../tree.ts';

const MOST_ITEMS = 3;
/** What the items of a loop are mostly called that has another value beside them. */
const KEY = /^(?:_|i|j|k|key|idx|index|name)$/;

/** Tests for what is to be passed over; kinds that the file asks for are likelier. */
function testsFor(name: string, loop: Branch, scene: Scene): readonly (readonly [string, number])[] {
  const kinds = [...scene.file.text.matchAll(/isinstance\([\w.]+, (str|list|dict|tuple|int)\)/g)].map(([, kind = '']) => kind);
  // What is asked for its kind may also be a list.
  const isAsked = new RegExp(`isinstance\\(${name},`).test(scene.text(loop));
  return [
    [`not ${name}`, 1],
    [`${name} is None`, 0.8],
    [`isinstance(${name}, list) and not ${name}`, isAsked ? 1 : 0.4],
    ...[...new Set(kinds)].slice(0, 2).map((kind): [string, number] => [`not isinstance(${name}, ${kind})`, 0.3]),
    [`not ${name}.strip()`, 0.3],
  ];
}

/** `if value is None: continue`, where a round begins, or in front of what it ends with. */
const passedOver: Family = {
  name: 'item passed over',
  share: 0.08,
  *propose(branch, scene) {
    const loop = branch.parent?.parent;
    if (!isPython(scene) || loop?.type !== 'for_statement' || branch.field === 'alternative' || branch.parent?.type !== 'block') return;
    if (fieldOf(loop, 'body') !== branch.parent || !beginsLine(branch, scene) || /^(?:continue|break|pass)_statement$/.test(branch.type))
      return;
    const all = namedChildren(branch.parent);
    const isFirst = all[0] === branch;
    if (!isFirst && all.at(-1) !== branch) return;
    const pad = scene.indent(branch);
    const used = new Set(
      below(branch)
        .filter(({ type }) => type === 'identifier')
        .map(scene.text),
    );
    const names = [...namesIn(fieldOf(loop, 'left'), scene), ...(isFirst ? [] : all.slice(0, -1).flatMap((each) => namesIn(each, scene)))];
    const wanted = [...new Set(names)].filter((name) => isFirst || used.has(name));
    // What stands last in a pattern is the value.
    for (const [rank, name] of wanted
      .toSorted((a, b) => Number(KEY.test(a)) - Number(KEY.test(b)))
      .slice(0, MOST_ITEMS)
      .entries())
      for (const [test, odds] of testsFor(name, loop, scene)) {
        const text = `if ${test}:\n${deeper(pad)}continue\n${pad}`;
        const label = `if ${test}: continue`;
        yield { start: branch.start, end: branch.start, text, label, odds: (isFirst ? odds : 0.7 * odds) / (1 + rank / 2) };
      }
  },
};

/** Names that are set at a place, the last first. */
function namesIn(branch: Branch | null, scene: Scene): readonly string[] {
  return branch === null ? [] : [branch, ...below(branch)].filter(isPythonTarget).map(scene.text).toReversed();
}

export const passedOverFamilies: readonly Family[] = [passedOver];
