// Separators that stand in for what was taken out: at both ends of a text they separate nothing.
import { escapeRegex } from '../../escape.ts';
import { brief, type Proposal } from '../family.ts';
import { type Family, insert, type Scene } from '../scene.ts';
import { isCall, propertyName } from '../shape.ts';
import { child, childList, type Site } from '../tree.ts';

const MAKES = /^(?:replace|replaceAll|join)$/;
const SEPARATOR = /^[-_./, :|+]$/;

/** `title.replace(/\W+/g, '-')` -> `title.replace(/\W+/g, '-').replace(/^-+|-+$/g, '')`. */
function* takenOff(site: Site, scene: Scene): Generator<Proposal> {
  const callee = isCall(site) ? child(site, 'callee') : null;
  const name = callee === null ? null : propertyName(callee);
  if (name === null || !MAKES.test(name)) return;
  const given = childList(site, 'arguments');
  const separator = given.at(-1)?.node;
  // Of a path, the ends are there already, or were taken off.
  const object = callee === null ? null : child(callee, 'object');
  if (object?.node.type === 'Identifier' && /^(?:path|posix|win32)$/.test(object.node.name)) return;
  if (/^\s*\.replace\(\/\^/.test(scene.file.text.slice(site.end, site.end + 60))) return;
  if (separator?.type !== 'StringLiteral' || !SEPARATOR.test(separator.value) || given.length !== (name === 'join' ? 1 : 2)) return;
  const own = escapeRegex(separator.value);
  const label = `${brief(scene.text(site))} without ${JSON.stringify(separator.value)} at its ends`;
  for (const [pattern, odds] of [
    [`^${own}+|${own}+$`, 1],
    [`${own}+$`, 0.5],
    [`^${own}+`, 0.4],
  ] as const)
    yield insert(site.end, `.replace(/${pattern}/${pattern.includes('|') ? 'g' : ''}, '')`, label, odds);
}

export const separatorFamilies: readonly Family[] = [{ name: 'separator at an end', share: 0.01, propose: takenOff }];
