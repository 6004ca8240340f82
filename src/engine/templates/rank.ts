import { families } from './families/index.ts';
import type { Proposal } from './family.ts';
import type { Family, Scene } from './scene.ts';
import { isFunction, isStatement } from './shape.ts';
import { styled } from './style.ts';
import type { LineScores } from './suspicion.ts';
import { type Site, walk } from './tree.ts';
import { weighLine } from './weigh-line.ts';

/** A proposal with the place it was made for and its weight. */
export interface Weighed extends Draft {
  readonly weight: number;
}

interface Draft {
  readonly scene: Scene;
  readonly place: Site;
  readonly family: Family;
  readonly proposal: Proposal;
  /** Suspicion of the node, squared. */
  readonly suspicion: number;
}

const always = families.filter((family) => family.anywhere === 'always');
const anywhere = families.filter((family) => family.anywhere);
const perLine = { most: 800, breadth: 10, dilution: { place: 0.7, line: 0.2 } };

/** Proposals for every suspicious line of a file, weighed: family's share x odds x suspicion squared, breadth over lines before depth. */
export function weigh(scene: Scene, lines: LineScores): Weighed[] {
  const byLine = new Map<number, Draft[]>();
  for (const site of walk(scene.program)) {
    const score = suspicionOf(site, lines);
    const isNamed = scene.clues.named || scene.clues.differences.length > 0;
    for (const family of score > 0 ? families : isNamed ? anywhere : always) {
      const reach = family.anywhere ? Math.max(score, 0.5) : score;
      for (const proposal of family.propose(site, scene)) {
        if (proposal.odds <= 0) continue;
        const text = styled(site, shorthand(site, scene, proposal), proposal, scene);
        const isSame = text.length === proposal.end - proposal.start && scene.file.text.startsWith(text, proposal.start);
        if (isSame) continue;
        const drafts = byLine.get(site.line) ?? [];
        const fitted = text === proposal.text ? proposal : { ...proposal, text };
        if (drafts.length === 0) byLine.set(site.line, drafts);
        drafts.push({ scene, place: site, family, proposal: fitted, suspicion: reach * reach });
      }
    }
  }
  return [...byLine.values()].flatMap((drafts) => weighLine(scene.file.text, drafts, perLine));
}

/** Lines of a statement that its first one speaks for; what is rendered is one statement, however long. */
const REACH = 15;
const REACH_RENDERED = 300;

/** A node is as suspicious as its line, or nearly as its statement's first line. */
function suspicionOf(site: Site, lines: LineScores): number {
  const own = lines.get(site.line) ?? 0;
  if (own > 0 || site.node.type === 'Program') return own;
  let at: Site | null = site;
  let reach = REACH;
  while (at !== null && !isStatement(at)) {
    if (isFunction(at) && at !== site) return 0;
    if (at.node.type === 'JSXElement') reach = REACH_RENDERED;
    at = at.parent;
  }
  if (at === null || at === site || site.line - at.line > reach) return 0;
  return 0.85 * (lines.get(at.line) ?? 0);
}

/** `{ a }` with another value is `{ a: b }`. */
function shorthand(site: Site, scene: Scene, proposal: Proposal): string {
  const short = site.key === 'value' && site.parent?.node.type === 'ObjectProperty' && site.parent.node.shorthand;
  return short && proposal.start === site.start && proposal.end === site.end ? `${scene.text(site)}: ${proposal.text}` : proposal.text;
}
