// Functions that check the same fields one after the other: what one checks and the other has left out.
import { escapeRegex } from '../../../escape.ts';
import { brief, type Proposal } from '../../family.ts';
import { type Family, insert, type Scene } from '../../scene.ts';
import { functionOf, isListed } from '../../shape.ts';
import { child, type Site, walk } from '../../tree.ts';
import { indentOf } from '../missing.ts';

interface Check {
  readonly site: Site;
  readonly test: string;
  readonly body: string;
  /** The same without braces and blanks. */
  readonly does: string;
  /** The member that the test asks about. */
  readonly field: string;
}

const LONGEST = 300;
const FEWEST = 2;

/** The checks of each list of statements that holds several of them. */
function checksIn(scene: Scene): readonly (readonly Check[])[] {
  const known = lists.get(scene);
  if (known !== undefined) return known;
  const found = new Map<Site, Check[]>();
  for (const site of walk(scene.program)) {
    const check = checkOf(site, scene);
    if (check === null || site.parent === null) continue;
    found.set(site.parent, [...(found.get(site.parent) ?? []), check]);
  }
  const made = [...found.values()].filter((list) => list.length >= FEWEST);
  lists.set(scene, made);
  return made;
}

const lists = new WeakMap<Scene, readonly (readonly Check[])[]>();

function checkOf(site: Site, scene: Scene): Check | null {
  const [test, body] = [child(site, 'test'), child(site, 'consequent')];
  if (site.node.type !== 'IfStatement' || test === null || body === null || !isListed(site) || child(site, 'alternate') !== null)
    return null;
  const field = /\.([A-Za-z_$][\w$]*)/.exec(scene.text(test))?.[1];
  if (field === undefined || site.end - site.start > LONGEST) return null;
  return { site, test: scene.text(test), body: scene.text(body), does: scene.text(body).replace(/^\{|\}$|\s+/g, ''), field };
}

/** `if (!isPrice(input.price)) {...}` of another function, asked as the checks of this one are asked. */
function* leftOut(site: Site, scene: Scene): Generator<Proposal> {
  const own = checksIn(scene).find((list) => list.some((check) => check.site === site));
  const mine = own?.find((check) => check.site === site);
  if (own === undefined || mine === undefined) return;
  for (const others of checksIn(scene)) {
    if (others === own || functionOf(others[0]?.site ?? site) === functionOf(site)) continue;
    const at = others.findIndex(({ does }) => does === mine.does);
    const twin = others[at];
    // What this function asks around the other one's test.
    const from = twin === undefined ? -1 : mine.test.indexOf(twin.test);
    if (twin === undefined || from < 0) continue;
    const around = [mine.test.slice(0, from), mine.test.slice(from + twin.test.length)] as const;
    const renamed = (text: string, field: string): string =>
      text.replace(new RegExp(`(?<![\\w$])${escapeRegex(twin.field)}(?![\\w$])`, 'g'), () => field);
    const pad = indentOf(site, scene);
    for (const [other, isBehind] of [
      [others[at + 1], true],
      [others[at - 1], false],
    ] as const) {
      if (other === undefined || own.some(({ does }) => does === other.does)) continue;
      const text = `if (${renamed(around[0], other.field)}${other.test}${renamed(around[1], other.field)}) ${other.body}`;
      const odds = around.join('') === '' ? 1.5 : 3;
      const label = `checks ${brief(other.field)} as well`;
      if (isBehind) yield insert(site.end, `\n${pad}${text}`, label, odds);
      else yield insert(site.start, `${text}\n${pad}`, label, odds);
    }
  }
}

export const checkFamilies: readonly Family[] = [{ name: 'check that is left out', share: 0.1, anywhere: 'always', propose: leftOut }];
