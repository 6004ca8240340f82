// A case that a condition forgot: another value of the same thing, beside the one that is looked for.
import { brief, type Proposal } from '../family.ts';
import { type Family, replace, type Scene } from '../scene.ts';
import { isExpression, isMember } from '../shape.ts';
import { child, type Site, walk } from '../tree.ts';
import { donorConditions } from './conditions.ts';

/** Values that are easily forgotten beside another one, the commonest first. */
const VALUES = ['null', 'undefined', "''", '0', 'false', 'true', '-1'];
/** Longest stretch, in characters, over which one condition is changed wherever it stands. */
const LONGEST = 4000;

/** What a test looks at, and how: the left side of a comparison, the operand of a negation, else the test itself. */
function subjectOf(site: Site, scene: Scene): string | null {
  const { node } = site;
  const inner = node.type === 'BinaryExpression' ? child(site, 'left') : node.type === 'UnaryExpression' ? child(site, 'argument') : site;
  const seen = inner?.node.type === 'UnaryExpression' && inner.node.operator === 'typeof' ? child(inner, 'argument') : inner;
  if (seen === null || !(seen.node.type === 'Identifier' || isMember(seen)) || seen.end - seen.start > 40) return null;
  return scene.text(seen);
}

/** True where the test holds for what is to be kept out: another case is joined to it with `||`, else with `&&`. */
function keepsOut({ node }: Site): boolean {
  if (node.type === 'BinaryExpression') return /^={2,3}$/.test(node.operator);
  return node.type === 'UnaryExpression' && node.operator === '!';
}

function casesOf(site: Site, subject: string, scene: Scene): [string, number][] {
  const here = scene.text(site);
  const not = keepsOut(site) ? '=' : '!';
  const values = VALUES.map((value, at): [string, number] => [`${subject} ${not}== ${value}`, 1 / (1 + at / 3)]);
  const kinds = ['string', 'object', 'function', 'number'].map((kind): [string, number] => [`typeof ${subject} ${not}== '${kind}'`, 0.4]);
  const lists: [string, number][] = [[`${not === '!' ? '!' : ''}Array.isArray(${subject})`, 0.4]];
  return [...values, ...kinds, ...lists].filter(([text]) => text !== here && !here.includes(text));
}

/** A part of a chain of tests that gets a further case of its own: `a && b === ''` -> `a && (b === '' || b === null)`. */
function* furtherCase(site: Site, scene: Scene): Generator<Proposal> {
  const { parent } = site;
  if (parent?.node.type !== 'LogicalExpression' || parent.node.operator === '??' || site.node.type === 'LogicalExpression') return;
  if (!isExpression(site) || site.end - site.start > 80) return;
  const subject = subjectOf(site, scene);
  const join = keepsOut(site) ? '||' : '&&';
  const own = scene.text(site);
  const options = subject === null ? [] : casesOf(site, subject, scene);
  for (const [text, odds] of options) {
    const made = join === parent.node.operator ? `${own} ${join} ${text}` : `(${own} ${join} ${text})`;
    yield replace(site, made, `${brief(own)} ${join} ${text}`, odds);
  }
  for (const [donor, odds] of donorConditions(site, scene, 6)) {
    if (donor === own || donor.includes(own)) continue;
    const other = parent.node.operator === '&&' ? '||' : '&&';
    yield replace(site, `(${scene.operand(site)} ${other} ${donor})`, `${brief(own)} ${other} ${brief(donor)}`, odds * 0.4);
  }
}

/** One test that stands in several conditions, each of which forgets the same case. */
function* everywhere(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'BinaryExpression' && site.node.type !== 'UnaryExpression') return;
  if (site.key !== 'test' || site.end - site.start > 60) return;
  const own = scene.text(site);
  const subject = subjectOf(site, scene);
  if (subject === null) return;
  const places: Site[] = [];
  for (const each of walk(scene.program)) {
    if (each.key === 'test' && each.node.type === site.node.type && scene.text(each) === own) places.push(each);
  }
  const [first, last] = [places[0], places.at(-1)];
  if (places.length < 2 || first !== site || last === undefined || last.end - first.start > LONGEST) return;
  const join = keepsOut(site) ? '||' : '&&';
  for (const [text, odds] of casesOf(site, subject, scene)) {
    let made = '';
    let from = first.start;
    for (const place of places) {
      made += `${scene.file.text.slice(from, place.start)}${own} ${join} ${text}`;
      from = place.end;
    }
    yield { start: first.start, end: last.end, text: made, label: `every ${brief(own)} ${join} ${text}`, odds };
  }
}

export const caseFamilies: readonly Family[] = [
  { name: 'further case', share: 0.03, propose: furtherCase },
  { name: 'further case throughout', share: 0.012, propose: everywhere },
];
