import type { Clues } from './clues.ts';
import { type Component, componentOf } from './component/index.ts';
import { templateNames } from './component/names.ts';
import { contradictions } from './contradictions.ts';
import { type Donors, donorsOf } from './donor.ts';
import type { FamilyOf, Proposal } from './family.ts';
import { type Fit, fitIn } from './fit.ts';
import { knownKinds } from './kinds.ts';
import { likenessKept } from './names.ts';
import { type Binding, type Scopes, scopesOf, visibleAt } from './scope.ts';
import { isRead, isSimple } from './shape.ts';
import { type Style, styleOf } from './style.ts';
import { parseFile, type Site, walk } from './tree.ts';
import type { SourceFile } from './types.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

export type Family = FamilyOf<Site, Scene>;

/** A parsed file with what the families ask about it. */
export interface Scene {
  readonly file: SourceFile;
  /** The file as a program: its text, but for a component. */
  readonly code: string;
  readonly component: Component | null;
  readonly program: Site;
  readonly words: Vocabulary;
  readonly style: Style;
  readonly clues: Clues;
  /** Names that can be read at a site, innermost first. */
  readonly visible: (site: Site) => readonly Binding[];
  readonly text: (site: Site) => string;
  readonly donors: Donors;
  /** The names of `visible` as a set. */
  readonly names: (site: Site) => ReadonlySet<string>;
  /** How much likelier a value is where it would stand, by its kind and its name. */
  readonly fit: Fit;
  /** Checks that the code behind them contradicts. */
  readonly contradicted: () => ReadonlySet<Site>;
  /** Names that are read somewhere and declared nowhere in the file. */
  readonly undeclared: () => readonly string[];
  /** Likeness of two names, 0 to 1. */
  readonly alike: (a: string, b: string) => number;
  /** The site's text, parenthesised where it is not simple. */
  readonly operand: (site: Site) => string;
}

/** Parses a file once and answers what families ask; null where it does not parse. */
export function openScene(file: SourceFile, clues: Clues): Scene | null {
  const program = parseFile(file);
  if (program === null) return null;
  const component = componentOf(file);
  const code = component?.code ?? file.text;
  const scopes: Scopes = component === null ? scopesOf(program) : templateNames(program, component, scopesOf(program));
  const known = new Map<Site, readonly Binding[]>();
  const text = (site: Site) => file.text.slice(site.start, site.end);
  const visible = (site: Site): readonly Binding[] => {
    let scope: Site = site;
    while (scope.parent !== null && !scopes.has(scope)) scope = scope.parent;
    const found = known.get(scope) ?? visibleAt(scope, scopes);
    known.set(scope, found);
    return found;
  };
  const operand = (site: Site) => (isSimple(site) ? text(site) : `(${text(site)})`);
  const sets = new Map<readonly Binding[], ReadonlySet<string>>();
  const names = (site: Site): ReadonlySet<string> => {
    const list = visible(site);
    const found = sets.get(list) ?? new Set(list.map((binding) => binding.name));
    sets.set(list, found);
    return found;
  };
  let missing: readonly string[] | null = null;
  const undeclared = (): readonly string[] => {
    missing ??= undeclaredIn(program, names);
    return missing;
  };
  let checks: ReadonlySet<Site> | null = null;
  const contradicted = (): ReadonlySet<Site> => {
    checks ??= contradictions(program, file.text);
    return checks;
  };
  const alike = likenessKept();
  const words = vocabularyOf(program, file.text);
  const donors = donorsOf(names, words.conditions, operand, program);
  const fit = fitIn(program, knownKinds(program, visible), /\.[cm]?tsx?$/.test(file.path));
  const style = styleOf(program, file.text);
  return {
    ...{ file, code, component, program, words, style, fit, clues, donors, visible, names },
    ...{ contradicted, undeclared, text, operand, alike },
  };
}

function undeclaredIn(program: Site, names: (site: Site) => ReadonlySet<string>): string[] {
  const found = new Set<string>();
  for (const site of walk(program)) {
    if (site.node.type !== 'Identifier' || found.size >= 20 || !isRead(site)) continue;
    const { name } = site.node;
    if (!found.has(name) && !(name in globalThis) && !names(site).has(name)) found.add(name);
  }
  return [...found];
}

/** Replaces a whole node. */
export function replace(site: Site, text: string, label: string, odds = 1): Proposal {
  return { start: site.start, end: site.end, text, label, odds };
}

/** Inserts before an offset. */
export function insert(at: number, text: string, label: string, odds = 1): Proposal {
  return { start: at, end: at, text, label, odds };
}
