// A parameter that a function takes and does not hand on to what it calls, which takes one of the same name.
import type { Proposal } from '../family.ts';
import { parametersOf } from '../retell.ts';
import { type Family, insert, type Scene } from '../scene.ts';
import { calleeName, functionName, functionOf, isCall, isFunction, isRead } from '../shape.ts';
import { child, childList, type Site, walk } from '../tree.ts';

/** How likely a parameter was to be handed on: nothing else is done with it, it holds settings, or neither. */
const UNREAD = 5;
const SETTINGS = 2;
const OTHER = 0.5;
const OF_SETTINGS = /(?:^|[a-z])(?:options?|opts|config|settings?|context|ctx|params)$/i;

/** Names of the parameters of each function of the file, by its name; null for a pattern. */
type Taken = ReadonlyMap<string, readonly (readonly (string | null)[])[]>;

const known = new WeakMap<Scene, Taken>();

function takenIn(scene: Scene): Taken {
  const found = known.get(scene);
  if (found !== undefined) return found;
  const made = new Map<string, (readonly (string | null)[])[]>();
  for (const fn of walk(scene.program)) {
    const name = isFunction(fn) ? functionName(fn) : null;
    if (name !== null) made.set(name, [...(made.get(name) ?? []), childList(fn, 'params').map(nameOf)]);
  }
  known.set(scene, made);
  return made;
}

function nameOf(parameter: Site): string | null {
  const inner = parameter.node.type === 'AssignmentPattern' ? child(parameter, 'left') : parameter;
  return inner?.node.type === 'Identifier' ? inner.node.name : null;
}

const reads = new WeakMap<Site, ReadonlySet<string>>();

function readIn(fn: Site): ReadonlySet<string> {
  const found = reads.get(fn);
  if (found !== undefined) return found;
  const names = new Set<string>();
  for (const each of walk(child(fn, 'body') ?? fn)) if (each.node.type === 'Identifier' && isRead(each)) names.add(each.node.name);
  reads.set(fn, names);
  return names;
}

/** `find(list, test)` of a function that also takes `options`, as `find` does. */
function* handedOn(site: Site, scene: Scene): Generator<Proposal> {
  const fn = isCall(site) && site.node.type !== 'NewExpression' ? functionOf(site) : null;
  const name = calleeName(site);
  if (fn === null || name === null) return;
  const given = childList(site, 'arguments');
  if (given.some(({ node }) => node.type === 'SpreadElement')) return;
  const words = new Set(given.map(scene.text));
  // Behind a last comma none is needed.
  const comma = given.length === 0 || /,\s*$/.test(scene.file.text.slice(given.at(-1)?.end, site.end - 1)) ? '' : ', ';
  const own = parametersOf(fn, scene).map((binding) => binding.name);
  const seen = new Set<string>();
  for (const taken of takenIn(scene).get(name) ?? []) {
    const next = taken[given.length];
    if (next === undefined) continue;
    for (const each of own) {
      const isSettings = OF_SETTINGS.test(each);
      // A pattern takes what holds settings.
      if ((next === null ? !isSettings : next !== each) || words.has(each) || seen.has(each)) continue;
      seen.add(each);
      const odds = !readIn(fn).has(each) ? UNREAD : isSettings ? SETTINGS : OTHER;
      yield insert(site.end - 1, `${comma}${each}`, `${each} handed on to ${name}`, odds);
    }
  }
}

export const handedOnFamilies: readonly Family[] = [{ name: 'parameter handed on', share: 0.12, propose: handedOn }];
