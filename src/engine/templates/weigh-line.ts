import { essence } from './essence.ts';
import type { Proposal } from './family.ts';

/** One proposal on a line, before it has its weight. */
interface Draft {
  readonly family: { readonly share: number };
  readonly proposal: Omit<Proposal, 'label'>;
  /** The node it was made for. */
  readonly place: object;
  /** Suspicion of the place, squared. */
  readonly suspicion: number;
}

export interface LineSettings {
  /** Candidates kept for one line. */
  readonly most: number;
  /** After so many candidates of a line its weights have halved, so that other places get their turn. */
  readonly breadth: number;
  /**
   * How strongly a family's many proposals share its weight: 1 would be a proper distribution, 0 none. Those for one place exclude each other;
   * of two places on a line each may be wrong.
   */
  readonly dilution: { readonly place: number; readonly line: number };
}

/** The different proposals of one line, heaviest first: share x odds x suspicion squared, lighter the more stand before them. */
export function weighLine<D extends Draft>(
  text: string,
  drafts: readonly D[],
  settings: LineSettings,
): (D & { readonly weight: number })[] {
  return [...heaviestOfLine(text, drafts, settings)].map(({ draft, weight }) => ({ ...draft, weight }));
}

/** The same, one after the other, for whoever needs only the first of them. */
export function* heaviestOfLine<D extends Draft>(
  text: string,
  drafts: readonly D[],
  settings: LineSettings,
): Generator<{ readonly draft: D; readonly weight: number }> {
  const mass = massOf(drafts);
  const weighed = drafts.map((draft) => {
    const { family, proposal, place, suspicion } = draft;
    const { line = 1, places } = mass.get(family) ?? {};
    const own = Math.max(1, places?.get(place) ?? 1);
    const shared = own ** settings.dilution.place * Math.max(1, line / own) ** settings.dilution.line;
    return { draft, weight: (suspicion * family.share * proposal.odds) / shared };
  });
  const seen = new Set<string>();
  for (const { draft, weight } of weighed.sort((a, b) => b.weight - a.weight)) {
    if (seen.size >= settings.most) return;
    const key = essence(text, draft.proposal);
    if (seen.has(key)) continue;
    yield { draft, weight: weight / (1 + seen.size / settings.breadth) };
    seen.add(key);
  }
}

interface Mass {
  line: number;
  readonly places: Map<object, number>;
}

/** Sum of the odds that each family gives, on the line and at each of its places. */
function massOf(drafts: readonly Draft[]): ReadonlyMap<Draft['family'], Mass> {
  const mass = new Map<Draft['family'], Mass>();
  for (const { family, proposal, place } of drafts) {
    const own = mass.get(family) ?? { line: 0, places: new Map<object, number>() };
    own.line += proposal.odds;
    own.places.set(place, (own.places.get(place) ?? 0) + proposal.odds);
    mass.set(family, own);
  }
  return mass;
}
