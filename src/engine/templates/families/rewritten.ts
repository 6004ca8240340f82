// A text that comes as it is wanted but for a mark: it has to be written in another way, or left out.
import { brief, type Proposal } from '../family.ts';
import { type Family, replace, type Scene } from '../scene.ts';
import { isRead } from '../shape.ts';
import type { Site } from '../tree.ts';

/** Longer pieces are words of this very test. */
const LONGEST_MARK = 2;
const LONGEST_WRITTEN = 8;

/** What a mark becomes everywhere, and at which end it stands, where it stands at one. */
interface Rewriting {
  readonly mark: string;
  readonly becomes: string;
  readonly end: 'start' | 'end' | null;
}

/** By what came and what was wanted: texts of a letter or a digit are no marks. */
function rewritingsOf(scene: Scene): readonly Rewriting[] {
  return scene.clues.differences.flatMap(({ actual, from, to, right }): Rewriting[] => {
    // Backslashes are shown twice.
    const [mark, becomes] = [actual.slice(from, to), right].map((text) => text.replaceAll('\\\\', '\\'));
    if (mark === undefined || becomes === undefined || mark === '' || mark.length > LONGEST_MARK) return [];
    if (/[\p{L}\p{N}]/u.test(mark) || becomes.length > LONGEST_WRITTEN || /\p{L}{3}/u.test(becomes)) return [];
    return [{ mark, becomes, end: from === 0 ? 'start' : to === actual.length ? 'end' : null }];
  });
}

/** `decodeURI(path)` -> `decodeURI(path).replace(/\\/g, '%5C')`, where a text is handed out or kept. */
function* writtenAnew(site: Site, scene: Scene): Generator<Proposal> {
  if (!/^(?:argument|init|right|body)$/.test(site.key) || !isRead(site)) return;
  if (!/^(?:Identifier|TemplateLiteral|(?:Optional)?(?:Member|Call)Expression|BinaryExpression)$/.test(site.node.type)) return;
  const kinds = scene.fit.kindsAt(site);
  if (kinds !== null && !kinds.has('string')) return;
  const value = scene.operand(site);
  for (const { mark, becomes, end } of rewritingsOf(scene)) {
    const pattern = mark.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    const text = `'${becomes.replace(/['\\]/g, '\\$&')}'`;
    const label = `${brief(value)} with ${text} for ${mark}`;
    if (!scene.text(site).includes(`/${pattern}/`)) yield replace(site, `${value}.replace(/${pattern}/g, ${text})`, label, 1);
    if (end === 'start') yield replace(site, `${value}.replace(/^${pattern}/, ${text})`, label, 1);
    if (end === 'end') yield replace(site, `${value}.replace(/${pattern}$/, ${text})`, label, 1);
  }
}

export const rewrittenFamilies: readonly Family[] = [{ name: 'mark written otherwise', share: 0.04, propose: writtenAnew }];
