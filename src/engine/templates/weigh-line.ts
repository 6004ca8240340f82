import { essence } from './essence.ts';
import type { Proposal } from './family.ts';

/** One proposal on a line, before it has its weight. */
interface Draft {
  readonly family: { readonly share: number };
  readonly proposal: Omit<Proposal, 'label'>;
  /** Suspicion of the place, squared. */
  readonly suspicion: number;
}

export interface LineSettings {
  /** Candidates kept for one line. */
  readonly most: number;
  /** After so many candidates of a line its weights have halved, so that other places get their turn. */
  readonly breadth: number;
  /** How strongly a family's many proposals on one line share its weight: 1 would be a proper distribution, 0 none. */
  readonly dilution: number;
}

/** The different proposals of one line, heaviest first: share x odds x suspicion squared, lighter the more stand before them. */
export function weighLine<D extends Draft>(
  text: string,
  drafts: readonly D[],
  settings: LineSettings,
): (D & { readonly weight: number })[] {
  const mass = new Map<D['family'], number>();
  for (const { family, proposal } of drafts) mass.set(family, (mass.get(family) ?? 0) + proposal.odds);
  const weighed = drafts.map((draft) => {
    const { family, proposal, suspicion } = draft;
    const weight = (suspicion * family.share * proposal.odds) / Math.max(1, mass.get(family) ?? 1) ** settings.dilution;
    return { ...draft, weight };
  });
  const seen = new Set<string>();
  const kept: (D & { readonly weight: number })[] = [];
  for (const each of weighed.sort((a, b) => b.weight - a.weight)) {
    if (kept.length >= settings.most) break;
    const key = essence(text, each.proposal);
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push({ ...each, weight: each.weight / (1 + kept.length / settings.breadth) });
  }
  return kept;
}
