// Many candidates in one text of a file: beside the body of a function stand those that candidates give it, and a global tells which is
// meant (mutant schemata: Untch, Offutt and Harrold, "Mutation analysis using mutant schemata", ISSTA 1993, here by the statement or the
// condition that changes, and by the whole body of the innermost function otherwise). The file is transformed and compiled once for all.
import { type LoopPlace, placesIn, tickAt } from './loops.ts';
import { isTyped, type Node, parseProgram } from './program.ts';
import { bodyOf, type Site, sitesOf } from './sites.ts';
import { type Slot, slotsOf } from './slots.ts';

/** What a candidate puts in place of the text between two offsets. */
export type Replacement = readonly [start: number, end: number, text: string];

/** What a candidate puts in place of a part of a function, or of its whole body. */
interface Alternative {
  readonly place: Site | Slot;
  readonly text: string;
  readonly isBlock: boolean;
}

/** Bodies of one function in one text: more make its frames large, and deep recursion ends sooner than without. */
const mostBodies = 60;
/** Statements, which declare nothing, and expressions, of which all before the one that is meant are passed over. */
const mostStatements = 200;
const mostExpressions = 60;
/** Characters added to a text, and in one body: long functions are not worth it. */
const mostAdded = 400_000;
const longest = 30_000;
/** Bodies kept for candidates that come again. */
const mostKept = 5_000;
/** A text for fewer candidates is not worth making: it is tried without any of them first. */
const fewest = 4;

export interface Version {
  readonly text: string;
  /** Which candidate has which number in it. */
  readonly numbers: ReadonlyMap<number, number>;
}

export class Schemata {
  readonly #path: string;
  readonly #text: string;
  readonly #sites: readonly Site[];
  readonly #slots: readonly Slot[];
  readonly #sourceType: 'module' | 'script';
  readonly #strictMode: boolean;
  readonly #places: readonly LoopPlace[];
  readonly #known = new Map<string, Alternative | null>();

  constructor(path: string, text: string) {
    this.#path = path;
    this.#text = text;
    const program = parseProgram(path, text);
    const sound = program !== null && program.errors.length === 0;
    this.#sites = sound ? sitesOf(program, text) : [];
    this.#slots = sound ? slotsOf(program.root) : [];
    this.#places = sound ? placesIn(program.root) : [];
    this.#sourceType = program?.sourceType ?? 'script';
    this.#strictMode = this.#sourceType === 'module' || /['"]use strict['"]/.test(text);
  }

  /** Texts that hold the candidates, in their order; those that no text can hold are in none. */
  versions(candidates: ReadonlyMap<number, Replacement>): Version[] {
    const versions: Version[] = [];
    let open = new Open();
    const close = (): void => {
      const numbers = open.numbers();
      if (numbers.size >= fewest) versions.push({ text: this.#compose(open.beside, numbers), numbers });
      open = new Open();
    };
    for (const [id, replacement] of candidates) {
      const alternative = this.#alternative(replacement);
      if (alternative === null) continue;
      if (!open.takes(alternative)) close();
      open.add(id, alternative);
    }
    close();
    return versions;
  }

  #alternative(replacement: Replacement): Alternative | null {
    const key = replacement.join('\0');
    let known = this.#known.get(key);
    if (known === undefined) {
      known = this.#make(replacement);
      if (this.#known.size >= mostKept) this.#known.clear();
      this.#known.set(key, known);
    }
    return known;
  }

  #make([start, end, fresh]: Replacement): Alternative | null {
    // Later sites are inner ones.
    const site = this.#sites.findLast((one) => one.from <= start && end <= one.to);
    if (site === undefined || site.end - site.start + fresh.length > longest) return null;
    const [before, after] = site.around;
    const text = before + this.#text.slice(site.start, start) + fresh + this.#text.slice(end, site.end) + after;
    const own = privateNames(this.#text.slice(site.start, site.end));
    if ([...privateNames(text)].some((name) => !own.has(name))) return null;
    const program = parseProgram(this.#path, text, { sourceType: this.#sourceType, strictMode: this.#strictMode });
    if (program === null || program.errors.some((code) => code !== 'InvalidPrivateFieldResolution')) return null;
    const body = bodyOf(program, site, text);
    if (body === null || body.site.names !== site.names || (site.isBlock && !body.site.isBlock)) return null;
    const part = this.#part(site, [start, end, fresh], program.root);
    const { from, to, isBlock } = part ?? body.site;
    const ticks = this.#ticks(body.places.filter(({ at }) => at > from && at < to));
    return { place: part?.slot ?? site, isBlock, text: withInsertions(text, from, to, ticks) };
  }

  /** The part of a function that changes, and where it is in `changed`, the function as it is then; null when that is no part like it. */
  #part(site: Site, [start, end, fresh]: Replacement, changed: Node) {
    const slot = this.#slots.findLast((one) => one.start <= start && end <= one.end);
    if (slot === undefined || slot.owner !== site.start) return null;
    const shift = site.around[0].length - site.start;
    const [from, to] = [slot.start + shift, slot.end + shift + fresh.length - (end - start)];
    const like = slotsOf(changed).some((one) => one.start === from && one.end === to && one.kind === slot.kind);
    return like ? { slot, from, to, isBlock: slot.kind === 'statement' } : null;
  }

  #ticks(places: readonly LoopPlace[]): Insertion[] {
    return places.map((place) => ({ at: place.at, text: tickAt(place, `${this.#global}__regreenLoop()`) }));
  }

  /** In typed text the name must please the compiler's checks. */
  get #global(): string {
    return isTyped(this.#path) ? '(globalThis as any).' : '';
  }

  #compose(beside: ReadonlyMap<Site | Slot, Alternatives>, numbers: ReadonlyMap<number, number>): string {
    const insertions = this.#ticks(this.#places);
    // What begins at the same place is opened from outside to inside, and closed the other way round.
    const ends: Insertion[] = [];
    for (const [place, alternatives] of [...beside].sort(([a], [b]) => a.start - b.start || b.end - a.end)) {
      const { from, to, head, tail } = this.#around(
        place,
        alternatives.map(([id, alternative]) => [numbers.get(id) ?? 0, alternative]),
      );
      insertions.push({ at: from, text: head });
      ends.unshift({ at: to, text: tail });
    }
    return withInsertions(this.#text, 0, this.#text.length, [...insertions, ...ends]);
  }

  /** What stands around the original in a text that has numbered alternatives to it. */
  #around(place: Site | Slot, alternatives: Alternatives) {
    const meant = `${this.#global}__regreenIs`;
    if ('kind' in place && place.kind === 'expression') {
      const chain = alternatives.map(([number, { text }]) => `${meant} === ${number} ? (${text}\n) : `);
      return { from: place.start, to: place.end, head: `(${chain.join('')}(`, tail: '\n))' };
    }
    const cases = alternatives.map(([number, { text, isBlock }]) =>
      isBlock ? `case ${number}: {${text}\n} break; ` : `case ${number}: return (${text}\n); `,
    );
    const head = `switch (${meant}) { ${cases.join('')}default: `;
    if ('kind' in place) return { from: place.start, to: place.end, head: `{ ${head}{`, tail: '\n}}}' };
    const { from, to, isBlock } = place;
    return isBlock ? { from, to, head: `${head}{`, tail: '\n}}' } : { from, to, head: `{ ${head}return (`, tail: '\n); } }' };
  }
}

/** Whether a class around it has them is not to be seen in a function alone: those it had are safe. */
function privateNames(text: string): ReadonlySet<string> {
  return new Set(text.match(/#[\p{ID_Start}$_][\p{ID_Continue}$]*/gu));
}

/** By the id of a candidate, or by its number in a text. */
type Alternatives = readonly (readonly [number, Alternative])[];

/** A text that is being filled. */
class Open {
  readonly beside = new Map<Site | Slot, [number, Alternative][]>();
  #added = 0;

  takes({ place, text }: Alternative): boolean {
    const most = 'kind' in place ? (place.kind === 'statement' ? mostStatements : mostExpressions) : mostBodies;
    return this.#added + text.length <= mostAdded && (this.beside.get(place)?.length ?? 0) < most;
  }

  add(id: number, alternative: Alternative): void {
    this.#added += alternative.text.length;
    const there = this.beside.get(alternative.place);
    if (there === undefined) this.beside.set(alternative.place, [[id, alternative]]);
    else there.push([id, alternative]);
  }

  /** Those at one place get numbers that follow each other: then it takes one jump to each. */
  numbers(): ReadonlyMap<number, number> {
    return new Map([...this.beside.values()].flat().map(([id], at) => [id, at + 1]));
  }
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** The text between two offsets, with insertions; those at the same place in the order given. */
function withInsertions(text: string, from: number, to: number, insertions: readonly Insertion[]): string {
  const ordered = insertions.toSorted((a, b) => a.at - b.at);
  let result = '';
  let at = from;
  for (const insertion of ordered) {
    result += text.slice(at, insertion.at) + insertion.text;
    at = insertion.at;
  }
  return result + text.slice(at, to);
}
