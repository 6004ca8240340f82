import { functionOf, isRead } from './shape.ts';
import { type Site, walk } from './tree.ts';

const GLOBALS = new Set(
  `undefined NaN Infinity Math Object Array String Number Boolean Symbol Error TypeError Date RegExp JSON Promise Map Set
  parseInt parseFloat isNaN process Buffer console`.split(/\s+/),
);
/** Conditions taken over from other functions. */
const FOREIGN = 24;

/** What of a file's code can be used again elsewhere in it. */
export interface Donors {
  /** True where every name the donor reads can be read at the site, or is global. */
  readonly readable: (donor: Site, site: Site) => boolean;
  /** Texts of short conditions of other functions that can be read in a function. */
  readonly foreignConditions: (fn: Site | null) => readonly string[];
}

export function donorsOf(
  names: (site: Site) => ReadonlySet<string>,
  conditions: ReadonlyMap<Site | null, readonly Site[]>,
  operand: (site: Site) => string,
  program: Site,
): Donors {
  const free = new Map<Site, readonly string[]>();
  const foreign = new Map<Site | null, readonly string[]>();
  const readable = (donor: Site, site: Site): boolean => {
    const read = free.get(donor) ?? namesRead(donor);
    free.set(donor, read);
    const visible = names(site);
    return read.every((name) => visible.has(name));
  };
  const foreignConditions = (fn: Site | null): readonly string[] => {
    const known = foreign.get(fn);
    if (known !== undefined) return known;
    const found = new Set<string>();
    for (const [where, list] of conditions) {
      if (where === fn || found.size >= FOREIGN) continue;
      for (const donor of list.slice(0, 10)) if (donor.end - donor.start < 60 && readable(donor, fn ?? program)) found.add(operand(donor));
    }
    foreign.set(fn, [...found]);
    return [...found];
  };
  return { readable, foreignConditions };
}

function namesRead(donor: Site): string[] {
  const found = new Set<string>();
  for (const each of walk(donor)) {
    if (each.node.type === 'Identifier' && isRead(each) && !GLOBALS.has(each.node.name)) found.add(each.node.name);
    // A donor that returns or awaits for a function of its own brings its parameters along: too large to be one.
    if (each !== donor && functionOf(each) !== functionOf(donor)) found.add('');
  }
  return [...found];
}
