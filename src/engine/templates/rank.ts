import { families } from './families/index.ts';
import type { Family, Proposal, Scene } from './scene.ts';
import { isFunction, isStatement } from './shape.ts';
import type { LineScores } from './suspicion.ts';
import { type Site, walk } from './tree.ts';

/** A proposal with the place it was made for and its weight. */
export interface Weighed {
  readonly scene: Scene;
  readonly site: Site;
  readonly family: Family;
  readonly proposal: Proposal;
  readonly weight: number;
}

interface Draft {
  readonly site: Site;
  readonly family: Family;
  readonly proposal: Proposal;
  /** Suspicion of the node, squared. */
  readonly suspicion: number;
}

const anywhere = families.filter((family) => family.anywhere === true);
/** Candidates kept for one line. */
const PER_LINE = 300;
/** How strongly a family's many proposals on one line share its weight: 1 would be a proper distribution, 0 none. */
const DILUTION = 0.6;
/** After so many candidates of a line its weights have halved, so that other places get their turn. */
const BREADTH = 10;

/** Proposals for every suspicious line of a file, weighed: family's share x odds x suspicion squared, breadth over lines before depth. */
export function weigh(scene: Scene, lines: LineScores): Weighed[] {
  const byLine = new Map<number, Draft[]>();
  for (const site of walk(scene.program)) {
    const score = suspicionOf(site, lines);
    if (score === 0 && !scene.clues.named) continue;
    for (const family of score === 0 ? anywhere : families) {
      const reach = family.anywhere === true ? Math.max(score, 0.5) : score;
      for (const proposal of family.propose(site, scene)) {
        const text = shorthand(site, scene, proposal);
        if (proposal.odds <= 0 || text === scene.file.text.slice(proposal.start, proposal.end)) continue;
        const drafts = byLine.get(site.line) ?? [];
        drafts.push({ site, family, proposal: text === proposal.text ? proposal : { ...proposal, text }, suspicion: reach * reach });
        byLine.set(site.line, drafts);
      }
    }
  }
  return [...byLine.values()].flatMap((drafts) => weighLine(scene, drafts));
}

function weighLine(scene: Scene, drafts: readonly Draft[]): Weighed[] {
  const mass = new Map<Family, number>();
  for (const { family, proposal } of drafts) mass.set(family, (mass.get(family) ?? 0) + proposal.odds);
  const weighed = drafts.map(({ site, family, proposal, suspicion }): Weighed => {
    const weight = (suspicion * family.share * proposal.odds) / Math.max(1, mass.get(family) ?? 1) ** DILUTION;
    return { scene, site, family, proposal, weight };
  });
  const seen = new Set<string>();
  const kept: Weighed[] = [];
  for (const each of weighed.sort((a, b) => b.weight - a.weight)) {
    if (kept.length >= PER_LINE) break;
    const key = essence(scene.file.text, each.proposal);
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push({ ...each, weight: each.weight / (1 + kept.length / BREADTH) });
  }
  return kept;
}

/** A node is as suspicious as its line, or nearly as its statement's first line. */
function suspicionOf(site: Site, lines: LineScores): number {
  const own = lines.get(site.line) ?? 0;
  if (own > 0 || site.node.type === 'Program') return own;
  let at: Site | null = site;
  while (at !== null && !isStatement(at)) {
    if (isFunction(at) && at !== site) return 0;
    at = at.parent;
  }
  if (at === null || at === site || site.line - at.line > 15) return 0;
  return 0.85 * (lines.get(at.line) ?? 0);
}

/** `{ a }` with another value is `{ a: b }`. */
function shorthand(site: Site, scene: Scene, proposal: Proposal): string {
  const short = site.key === 'value' && site.parent?.node.type === 'ObjectProperty' && site.parent.node.shorthand;
  return short && proposal.start === site.start && proposal.end === site.end ? `${scene.text(site)}: ${proposal.text}` : proposal.text;
}

/** What a change comes down to once the text both sides share is taken off: equal changes by different families are one. */
export function essence(text: string, change: { readonly start: number; readonly end: number; readonly text: string }): string {
  const { start, end, text: put } = change;
  const most = Math.min(end - start, put.length);
  let head = 0;
  while (head < most && text[start + head] === put[head]) head++;
  let tail = 0;
  while (tail < most - head && text[end - 1 - tail] === put[put.length - 1 - tail]) tail++;
  return leftmost(text, start + head, end - tail, put.slice(head, put.length - tail));
}

/** An insertion or removal among equal characters could stand in several places with one result: the first of them. */
function leftmost(text: string, start: number, end: number, put: string): string {
  let [from, to, fresh] = [start, end, put];
  if (from === to || fresh === '') {
    while (from > 0 && text[from - 1] === (fresh === '' ? text[to - 1] : fresh.at(-1))) {
      fresh = fresh.slice(-1) + fresh.slice(0, -1);
      from -= 1;
      to -= 1;
    }
  }
  return `${from}:${to}:${fresh}`;
}
