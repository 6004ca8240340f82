// What a function of Python begins and does not finish: a variable that no loop changes.
import { brief } from '../../family.ts';
import { parametersOf } from '../python.ts';
import { type Family, isPython, type Scene } from '../scene.ts';
import { isPythonTarget, isSetOnce, mayChange } from '../targets.ts';
import { above, type Branch, below, fieldOf, namedChildren, nearest } from '../tree.ts';

const MOST_VALUES = 6;
/** Variables that get a step at one place. */
const MOST_WAITING = 4;
const LOOPS = /^(?:for|while)_statement$/;

/** Names that the function sets once to a plain value, or to an empty list that nothing is put into, with that value. */
function unchangedIn(fn: Branch, scene: Scene): ReadonlyMap<string, Branch> {
  const known = unchanged.get(fn);
  if (known !== undefined) return known;
  const names = below(fn).filter(({ type }) => type === 'identifier');
  const targets = new Map<string, Branch[]>();
  for (const target of names.filter(isPythonTarget)) targets.set(scene.text(target), [...(targets.get(scene.text(target)) ?? []), target]);
  const found = new Map<string, Branch>();
  for (const [name, set] of targets) {
    const [target] = set;
    const value = target?.parent?.type === 'assignment' && set.length === 1 ? fieldOf(target.parent, 'right') : null;
    if (value === null || target === undefined || nearest(target, scene.language.functions) !== fn) continue;
    const isEmptyList = value.type === 'list' && namedChildren(value).length === 0;
    const isFilled = names.some((each) => each !== target && scene.text(each) === name && mayChange(each));
    if (isEmptyList ? !isFilled : isSetOnce(set)) found.set(name, value);
  }
  unchanged.set(fn, found);
  return found;
}

const unchanged = new WeakMap<Branch, ReadonlyMap<string, Branch>>();

/** What a loop goes over, then what its block names. */
function valuesOf(loop: Branch, scene: Scene): readonly string[] {
  const [head, body] = [fieldOf(loop, 'left'), fieldOf(loop, 'body')];
  const places = [...(head === null ? [] : [head, ...below(head)]), ...(body === null ? [] : below(body))];
  return [...new Set(places.filter(isPythonTarget).map(scene.text))].slice(0, MOST_VALUES);
}

function stepsOf(name: string, start: Branch, values: readonly string[], scene: Scene): [string, number][] {
  const of = (way: (value: string) => string, odds: number): [string, number][] =>
    values.filter((value) => value !== name).map((value, rank) => [way(value), odds / (1 + rank / 3)]);
  const added = of((value) => `${name} += ${value}`, 1);
  switch (start.type) {
    case 'integer':
    case 'float':
    case 'unary_operator': {
      const multiplied = of((value) => `${name} *= ${value}`, scene.text(start) === '1' ? 1.2 : 0.3);
      return [
        ...added,
        [`${name} += 1`, 1],
        [`${name} -= 1`, 0.3],
        ...multiplied,
        ...of((value) => `${name} = max(${name}, ${value})`, 0.4),
      ];
    }
    case 'string':
      return added;
    case 'list':
      return of((value) => `${name}.append(${value})`, 1);
    case 'true':
      return [[`${name} = False`, 1]];
    case 'false':
      return [[`${name} = True`, 1]];
    default:
      return of((value) => `${name} = ${value}`, 1);
  }
}

/** Names that a function sets or is given, that its `while` loop compares, and that nothing in the loop changes. */
function awaitedBy(loop: Branch, fn: Branch, scene: Scene): readonly string[] {
  const [test, body] = [fieldOf(loop, 'condition'), fieldOf(loop, 'body')];
  if (loop.type !== 'while_statement' || test === null || body === null) return [];
  const own = new Set([...parametersOf(fn, scene), ...below(fn).filter(isPythonTarget).map(scene.text)]);
  // What is asked of an object, or what a function is asked about, is no number.
  const isCompared = ({ type, parent, field }: Branch): boolean =>
    type === 'identifier' && field !== 'function' && !/^(?:attribute|argument_list|call)$/.test(parent?.type ?? '');
  const asked = new Set(below(test).filter(isCompared).map(scene.text));
  for (const each of below(body)) if (each.type === 'identifier' && mayChange(each)) asked.delete(scene.text(each));
  return [...asked].filter((name) => own.has(name) && name !== 'self' && name !== 'cls');
}

/** How much likelier a step is without which the loop has no end. */
const OF_AWAITED = 2.5;

function stepsAwaited(name: string, loop: Branch, fn: Branch, scene: Scene): [string, number][] {
  const divided = below(loop).flatMap((branch) => {
    const [left, right] = branch.type === 'binary_operator' ? namedChildren(branch) : [];
    const isShare = left !== undefined && right !== undefined && scene.text(left) === name && /^(?:identifier|integer)$/.test(right.type);
    return isShare && branch.children.some(({ type }) => /^(?:%|\/\/?)$/.test(type)) ? [scene.text(right)] : [];
  });
  const values = [...new Set([...divided, ...parametersOf(fn, scene), '10', '2'])].filter(
    (value) => value !== name && value !== 'self' && value !== '0',
  );
  const counted: [string, number][] = [
    [`${name} += 1`, 1],
    [`${name} -= 1`, 0.8],
  ];
  const parts = values.slice(0, MOST_VALUES).flatMap((value, rank): [string, number][] => [
    [`${name} //= ${value}`, 1.2 / (1 + rank / 3)],
    [`${name} += ${value}`, 0.6 / (1 + rank / 3)],
    [`${name} -= ${value}`, 0.5 / (1 + rank / 3)],
    [`${name} %= ${value}`, 0.2 / (1 + rank / 3)],
  ]);
  return [...counted, ...parts].map(([text, odds]): [string, number] => [text, OF_AWAITED * odds]);
}

const namedIn = (text: string): readonly string[] => text.split(/\W+/);

/** The step, at the end of a loop's block, of a variable that nothing changes. */
const stepAdded: Family = {
  name: 'step added',
  share: 0.08,
  *propose(branch, scene) {
    const { language } = scene;
    if (!isPython(scene) || branch.parent?.type !== 'block' || namedChildren(branch.parent).at(-1) !== branch) return;
    if (/^(?:return|raise|break|continue)_statement$|comment/.test(branch.type)) return;
    const loop = [...above(branch)].find((at) => LOOPS.test(at.type) || language.functions.has(at.type));
    const fn = nearest(branch, language.functions);
    if (loop === undefined || fn === null || !LOOPS.test(loop.type)) return;
    const values = valuesOf(loop, scene);
    const deep = branch.parent.parent === loop ? 1 : 0.6;
    // What moves on at the end must be used before: `before = here` stands in front of `here = here.next`.
    const target = fieldOf(namedChildren(branch)[0] ?? branch, 'left');
    const moved = target?.type === 'identifier' ? scene.text(target) : null;
    const unchanged = unchangedIn(fn, scene);
    const awaited = awaitedBy(loop, fn, scene);
    const waiting = new Map([...unchanged].map(([name, start]) => [name, stepsOf(name, start, values, scene)]));
    for (const name of awaited) if (!unchanged.has(name)) waiting.set(name, stepsAwaited(name, loop, fn, scene));
    for (const steps of [...waiting.values()].slice(0, MOST_WAITING))
      for (const [text, odds] of steps) {
        const label = brief(text);
        yield { start: branch.end, end: branch.end, text: `\n${scene.indent(branch)}${text}`, label, odds: odds * deep };
        if (moved !== null && namedIn(text).includes(moved))
          yield { start: branch.start, end: branch.start, text: `${text}\n${scene.indent(branch)}`, label, odds: odds * deep };
      }
  },
};

export const unfinishedFamilies: readonly Family[] = [stepAdded];
