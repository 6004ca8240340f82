import type { Atom } from './changes.ts';
import { isJavaScript } from './conventions.ts';
import { calleeName, functionName, isCall, isFunction } from './templates/shape.ts';
import { childList, parseFile, type Site, walk } from './templates/tree.ts';

/** Which functions an atom gives other parameters, and which ones it calls with other arguments. */
interface Roles {
  readonly declares: ReadonlySet<string>;
  readonly calls: ReadonlySet<string>;
}

/**
 * `part`, and those of `atoms` without which it is half a change: where one changes the parameters of a function and another what it is
 * called with, only both together make sense, whatever the tests say. Functions are told by name, across files.
 */
export function withLinked(part: readonly Atom[], atoms: readonly Atom[], textOf: (path: string) => string): readonly Atom[] {
  const programs = new Map<string, Site | null>();
  const roles = new Map(atoms.map((atom) => [atom, rolesOf(atom, programs, textOf)]));
  const chosen = new Set(part);
  for (let before = 0; before < chosen.size; ) {
    before = chosen.size;
    const declared = namesOf(chosen, roles, 'declares');
    const called = namesOf(chosen, roles, 'calls');
    for (const [atom, own] of roles) {
      if (meets(own.calls, declared) || meets(own.declares, called)) chosen.add(atom);
    }
  }
  return atoms.filter((atom) => chosen.has(atom));
}

function namesOf(chosen: ReadonlySet<Atom>, roles: ReadonlyMap<Atom, Roles>, role: keyof Roles): ReadonlySet<string> {
  return new Set([...chosen].flatMap((atom) => [...(roles.get(atom)?.[role] ?? [])]));
}

function meets(names: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...names].some((name) => others.has(name));
}

function rolesOf({ path, undo }: Atom, programs: Map<string, Site | null>, textOf: (path: string) => string): Roles {
  const declares = new Set<string>();
  const calls = new Set<string>();
  if (undo.kind !== 'lines' || !isJavaScript(path)) return { declares, calls };
  const text = textOf(path);
  const known = programs.get(path);
  const program = known === undefined ? parseFile({ path, text }) : known;
  programs.set(path, program);
  if (program === null) return { declares, calls };
  const { start, end } = undo.change;
  const before = undo.removed.join('');
  const changes = (list: readonly Site[]): boolean => {
    const [from, to] = [list[0]?.start ?? 0, list.at(-1)?.end ?? 0];
    // Lines change as a whole: a list that stood there before just so, with what encloses it, is not what changed.
    return list.length > 0 && start < to && from < Math.max(end, start + 1) && !before.includes(text.slice(from - 1, to + 1));
  };
  for (const site of walk(program)) {
    if (site.end <= start || site.start > end) continue;
    const name = isFunction(site) ? functionName(site) : isCall(site) ? calleeName(site) : null;
    if (name === null) continue;
    if (isFunction(site) && changes(childList(site, 'params'))) declares.add(name);
    if (isCall(site) && changes(childList(site, 'arguments'))) calls.add(name);
  }
  return { declares, calls };
}
