// Many candidates in one text of a file: beside the body of a function stand those that candidates give it, and a global tells which is
// meant (mutant schemata: Untch, Offutt and Harrold, "Mutation analysis using mutant schemata", ISSTA 1993, here by whole bodies of the
// innermost function). The file is transformed and compiled once for all of them.
import { placesIn } from './loops.ts';
import { isTyped, parseProgram } from './program.ts';
import { bodyOf, type Site, sitesOf } from './sites.ts';

/** What a candidate puts in place of the text between two offsets. */
export type Replacement = readonly [start: number, end: number, text: string];

/** A body that a candidate gives a function. */
interface Alternative {
  readonly site: Site;
  readonly text: string;
  readonly isBlock: boolean;
}

/** Bodies of one function in one text: more make its frames large, and deep recursion ends sooner than without. */
const mostBeside = 60;
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
  readonly #sourceType: 'module' | 'script';
  readonly #strictMode: boolean;
  readonly #places: readonly number[];
  readonly #known = new Map<string, Alternative | null>();

  constructor(path: string, text: string) {
    this.#path = path;
    this.#text = text;
    const program = parseProgram(path, text);
    const sound = program !== null && program.errors.length === 0;
    this.#sites = sound ? sitesOf(program, text) : [];
    this.#places = sound ? placesIn(program.root) : [];
    this.#sourceType = program?.sourceType ?? 'script';
    this.#strictMode = this.#sourceType === 'module' || /['"]use strict['"]/.test(text);
  }

  /** Texts that hold the candidates, in their order; those that no text can hold are in none. */
  versions(candidates: ReadonlyMap<number, Replacement>): Version[] {
    const versions: Version[] = [];
    let open = new Open();
    const close = (): void => {
      if (open.numbers.size >= fewest) versions.push({ text: this.#compose(open.beside), numbers: open.numbers });
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
    const { from, to, isBlock } = body.site;
    const places = body.places.filter((place) => place > from);
    return {
      site,
      isBlock,
      text: withInsertions(
        text,
        from,
        to,
        places.map((at) => ({ at, text: this.#tick })),
      ),
    };
  }

  get #tick(): string {
    return `;${this.#global}__regreenLoop();`;
  }

  /** In typed text the name must please the compiler's checks. */
  get #global(): string {
    return isTyped(this.#path) ? '(globalThis as any).' : '';
  }

  #compose(beside: ReadonlyMap<Site, readonly (readonly [number: number, alternative: Alternative])[]>): string {
    const insertions: Insertion[] = this.#places.map((at) => ({ at, text: this.#tick }));
    // Of functions that end at the same place the inner one ends first.
    const ends: Insertion[] = [];
    for (const [site, alternatives] of [...beside].sort(([a], [b]) => b.start - a.start)) {
      const cases = alternatives.map(([number, { text, isBlock }]) =>
        isBlock ? `case ${number}: {${text}\n} break; ` : `case ${number}: return (${text}\n); `,
      );
      const head = `switch (${this.#global}__regreenIs) { ${cases.join('')}default: `;
      insertions.push({ at: site.from, text: site.isBlock ? `${head}{` : `{ ${head}return (` });
      ends.push({ at: site.to, text: site.isBlock ? '\n}}' : '\n); } }' });
    }
    return withInsertions(this.#text, 0, this.#text.length, [...insertions, ...ends]);
  }
}

/** Whether a class around it has them is not to be seen in a function alone: those it had are safe. */
function privateNames(text: string): ReadonlySet<string> {
  return new Set(text.match(/#[\p{ID_Start}$_][\p{ID_Continue}$]*/gu));
}

/** A text that is being filled. */
class Open {
  readonly numbers = new Map<number, number>();
  readonly beside = new Map<Site, [number, Alternative][]>();
  #added = 0;

  takes({ site, text }: Alternative): boolean {
    return this.#added + text.length <= mostAdded && (this.beside.get(site)?.length ?? 0) < mostBeside;
  }

  add(id: number, alternative: Alternative): void {
    const number = this.numbers.size + 1;
    this.numbers.set(id, number);
    this.#added += alternative.text.length;
    const there = this.beside.get(alternative.site);
    if (there === undefined) this.beside.set(alternative.site, [[number, alternative]]);
    else there.push([number, alternative]);
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
