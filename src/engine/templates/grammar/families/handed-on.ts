// A parameter that a function of Python takes and does not hand on to what it calls, which takes one of the same name.
import { callOf, parametersOf, placeOfArgument, plainParametersOf } from '../python.ts';
import { type Family, isCondition, isPython, type Scene } from '../scene.ts';
import { isPythonTarget } from '../targets.ts';
import { above, type Branch, below, fieldOf, namedChildren } from '../tree.ts';

/** What the calls of one name may be given, as its definitions in the file and the other calls say. */
interface Takes {
  /** Parameters of each definition, without the object; null in front where places tell nothing. */
  readonly definitions: (readonly (string | null)[])[];
  readonly byName: Set<string>;
}

const known = new WeakMap<Scene, ReadonlyMap<string, Takes>>();

function takesIn(scene: Scene): ReadonlyMap<string, Takes> {
  const found = known.get(scene);
  if (found !== undefined) return found;
  const made = new Map<string, Takes>();
  const at = (name: string): Takes => {
    const takes = made.get(name) ?? { definitions: [], byName: new Set() };
    made.set(name, takes);
    return takes;
  };
  for (const each of below(scene.program)) {
    const name = each.type === 'function_definition' ? fieldOf(each, 'name') : null;
    if (name !== null) at(calledAs(each, scene.text(name), scene)).definitions.push(takenBy(each, scene));
    const call = callOf(each, scene);
    for (const argument of call?.given ?? []) {
      const key = argument.type === 'keyword_argument' ? fieldOf(argument, 'name') : null;
      if (call !== null && key !== null) at(call.name).byName.add(scene.text(key));
    }
  }
  known.set(scene, made);
  return made;
}

/** What makes an object is called by the name of its class. */
function calledAs(fn: Branch, name: string, scene: Scene): string {
  const owner = name === '__init__' ? [...above(fn)].find(({ type }) => type === 'class_definition') : undefined;
  const named = owner === undefined ? null : fieldOf(owner, 'name');
  return named === null ? name : scene.text(named);
}

function takenBy(fn: Branch, scene: Scene): readonly (string | null)[] {
  const names = plainParametersOf(fn, scene).filter((name, index) => index > 0 || !/^(?:self|cls)$/.test(name));
  const list = fieldOf(fn, 'parameters');
  const isPlain = list !== null && namedChildren(list).every(({ type }) => !/splat|separator/.test(type));
  return isPlain ? names : [null, ...names];
}

const reads = new WeakMap<Branch, ReadonlyMap<string, readonly Branch[]>>();

/** Where the body of a function reads each of its names; a member and the name of an argument are none. */
function readsIn(fn: Branch, scene: Scene): ReadonlyMap<string, readonly Branch[]> {
  const found = reads.get(fn);
  if (found !== undefined) return found;
  const made = new Map<string, Branch[]>();
  for (const each of below(fieldOf(fn, 'body') ?? fn)) {
    if (each.type !== 'identifier' || each.field === 'attribute' || isPythonTarget(each)) continue;
    if (each.field === 'name' && each.parent?.type === 'keyword_argument') continue;
    made.set(scene.text(each), [...(made.get(scene.text(each)) ?? []), each]);
  }
  reads.set(fn, made);
  return made;
}

/** How likely a parameter was to be handed on, as nothing else is done with it, or no more than to ask. */
function needOf(places: readonly Branch[], scene: Scene): number {
  if (places.length === 0) return 5;
  const isAsked = (place: Branch): boolean =>
    isCondition(place, scene.language) || [...above(place)].slice(0, 4).some((each) => isCondition(each, scene.language));
  return places.every(isAsked) ? 2 : 0.5;
}

/** Of a class that is not in the file nothing is known, but a method takes mostly what the one below it takes. */
const OF_SUPER = 0.4;

/** `self._find(count)` of a function that also takes `before`, as `_find` does. */
const handedOn: Family = {
  name: 'parameter handed on',
  share: 0.15,
  *propose(branch, scene) {
    const call = isPython(scene) ? callOf(branch, scene) : null;
    if (call === null || call.list.type !== 'argument_list') return;
    const fn = [...above(branch)].find(({ type }) => type === 'function_definition');
    if (fn === undefined || (fieldOf(fn, 'body')?.start ?? branch.end) > branch.start) return;
    const takes = takesIn(scene).get(call.name);
    const ownName = fieldOf(fn, 'name');
    const isSuper =
      ownName !== null && scene.text(ownName) === call.name && call.object !== null && /^super\(/.test(scene.text(call.object));
    if (takes === undefined && !isSuper) return;
    const given = new Set(
      below(call.list)
        .filter(({ type }) => type === 'identifier')
        .map(scene.text),
    );
    const isPlain = call.given.every(({ type }) => !/keyword_argument|splat/.test(type));
    const placed = call.given.filter(({ type }) => type !== 'keyword_argument').length;
    const { at, before } = placeOfArgument(call, scene);
    const rest = new Set(parametersOf(fn, scene).filter((name) => !plainParametersOf(fn, scene).includes(name)));
    for (const name of plainParametersOf(fn, scene)) {
      if (/^(?:self|cls)$/.test(name) || given.has(name) || rest.has(name)) continue;
      const definitions = (takes?.definitions ?? []).filter((each) => each.indexOf(name) >= placed);
      const isKnown = definitions.length > 0 || takes?.byName.has(name) === true;
      if (!isKnown && !isSuper) continue;
      const odds = needOf(readsIn(fn, scene).get(name) ?? [], scene) * (isKnown ? 1 : OF_SUPER);
      const label = `${name} handed on to ${call.name}`;
      yield { start: at, end: at, text: `${before}${name}=${name}`, label, odds };
      if (isPlain && definitions.some((each) => each[placed] === name))
        yield { start: at, end: at, text: `${before}${name}`, label, odds: odds * 0.8 };
    }
  },
};

export const handedOnFamilies: readonly Family[] = [handedOn];
