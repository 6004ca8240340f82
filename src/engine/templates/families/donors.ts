import { brief, type Proposal } from '../family.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { functionOf, isExpression, isFunction, isListed, isRead } from '../shape.ts';
import { child, childList, type Site, walk } from '../tree.ts';
import { indentOf } from './missing.ts';

/** An operand, argument, index or value replaced by a short expression that the same function uses elsewhere. */
function* operands(site: Site, scene: Scene): Generator<Proposal> {
  if (!isRead(site) || !isPlace(site) || site.end - site.start > 40) return;
  const fn = functionOf(site);
  const here = scene.text(site);
  const literal = site.node.type.endsWith('Literal');
  let taken = 0;
  for (const [text, donor] of scene.words.short.get(fn) ?? []) {
    if (taken >= 20) return;
    if (text === here || (donor.node.type === 'Identifier' && site.node.type === 'Identifier') || !scene.donors.readable(donor, site))
      continue;
    if (donor.node.type === 'Identifier' && donor.key === 'callee') continue;
    taken++;
    const related =
      text.startsWith(`${here}.`) || text.startsWith(`${here}[`) || here.startsWith(`${text}.`) || here.startsWith(`${text}[`);
    const near = 1 / (1 + Math.abs(donor.line - site.line) / 5);
    const same = donor.node.type === site.node.type || donor.key === site.key ? 1 : 0.6;
    const odds = (0.3 + 0.7 * near) * same * (related ? 1.3 : 1) * (literal ? 0.6 : 1) * scene.fit.ofValue(donor, site);
    yield replace(site, text, `${brief(here)} -> ${brief(text)}`, odds);
  }
}

function isPlace(site: Site): boolean {
  const parent = site.parent?.node.type ?? '';
  if (
    !/^(Identifier|MemberExpression|OptionalMemberExpression|CallExpression|NumericLiteral|StringLiteral|BinaryExpression|ThisExpression)$/.test(
      site.node.type,
    )
  ) {
    return false;
  }
  if (site.key === 'property' || parent === 'BinaryExpression') return true;
  return /^(arguments|argument|init|right|object|test)$/.test(site.key) && !/Spread|Unary|Await|Throw/.test(parent);
}

/** Every operator of a chain at once: `a || b || c` -> `a && b && c`. */
function* chain(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  if (node.type !== 'LogicalExpression' || node.operator === '??') return;
  const nested = site.parent?.node;
  if (nested?.type === 'LogicalExpression' && nested.operator === node.operator) return;
  const links: Site[] = [];
  for (
    let at: Site | null = site;
    at !== null && at.node.type === 'LogicalExpression' && at.node.operator === node.operator;
    at = child(at, 'left')
  )
    links.push(at);
  if (links.length < 2) return;
  const other = node.operator === '&&' ? '||' : '&&';
  let text = scene.text(site);
  for (const link of links) {
    const left = child(link, 'left');
    if (left === null) return;
    const at = scene.file.text.indexOf(node.operator, left.end) - site.start;
    if (at < 0 || at >= text.length) return;
    text = text.slice(0, at) + other + text.slice(at + 2);
  }
  yield replace(site, text, `every ${node.operator} -> ${other}`);
}

/** The same change at every place of a function: all truth values flipped, one name or one text exchanged throughout. */
function* throughout(site: Site, scene: Scene): Generator<Proposal> {
  if (!isFunction(site) || site.end - site.start > 3000) return;
  const booleans: Site[] = [];
  const texts = new Map<string, Site[]>();
  for (const each of walk(site)) {
    if (each.node.type === 'BooleanLiteral') booleans.push(each);
    if (each.node.type === 'StringLiteral') texts.set(scene.text(each), [...(texts.get(scene.text(each)) ?? []), each]);
  }
  if (booleans.length >= 2)
    yield everywhere(booleans, (text) => (text === 'true' ? 'false' : 'true'), 'every truth value flipped', 1, scene);
  for (const [text, places] of texts) {
    if (places.length < 2) continue;
    for (const other of ["''", "' '", ...scene.clues.expectedStrings.slice(0, 4).map((each) => JSON.stringify(each))]) {
      if (other !== text) yield everywhere(places, () => other, `every ${brief(text)} -> ${brief(other)}`, 0.3, scene);
    }
  }
}

function everywhere(places: readonly Site[], change: (text: string) => string, label: string, odds: number, scene: Scene): Proposal {
  const start = places[0]?.start ?? 0;
  const end = places.at(-1)?.end ?? start;
  let text = '';
  let from = start;
  for (const place of places) {
    text += scene.file.text.slice(from, place.start) + change(scene.text(place));
    from = place.end;
  }
  return { start, end, text, label, odds };
}

/** `tmp = a; b = tmp;` has lost the middle of an exchange: `a = b`. */
function* exchange(site: Site, scene: Scene): Generator<Proposal> {
  if (!isListed(site) || site.parent === null) return;
  const saved = pairOf(site);
  const list = childList(site.parent, site.key);
  const next = list[list.indexOf(site) + 1];
  const stored = next === undefined ? null : pairOf(next);
  if (saved === null || stored === null || next === undefined || scene.text(saved.left) !== scene.text(stored.right)) return;
  const text = `${scene.text(saved.right)} = ${scene.text(stored.left)};`;
  yield insert(next.start, `${text}\n${indentOf(next, scene)}`, `exchange completed: ${brief(text)}`);
}

/** Both sides of an assignment or of a declaration with one variable. */
function pairOf(statement: Site): { left: Site; right: Site } | null {
  const inner = statement.children[0];
  if (statement.children.length !== 1 || inner === undefined) return null;
  const declared = inner.node.type === 'VariableDeclarator';
  if (!declared && !(inner.node.type === 'AssignmentExpression' && inner.node.operator === '=')) return null;
  const left = child(inner, declared ? 'id' : 'left');
  const right = child(inner, declared ? 'init' : 'right');
  return left === null || right === null ? null : { left, right };
}

/** A text put between the parts of a concatenation. */
function* separators(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return;
  const right = child(site, 'right');
  if (right === null || right.node.type === 'NumericLiteral' || !isExpression(site)) return;
  const texts = new Map<string, number>([' ', '.', ',', '-', '/', ':', '_', '\\n', ', '].map((text) => [`'${text}'`, 0.4]));
  for (const text of scene.words.strings.keys())
    if (text.length > 0 && text.length <= 2 && /^[^\\'\n]+$/.test(text)) texts.set(`'${text}'`, 0.6);
  for (const [text, odds] of texts) yield insert(right.start, `${text} + `, `${text} between`, odds);
}

export const donorFamilies: readonly Family[] = [
  { name: 'donor operand', share: 0.04, propose: operands },
  { name: 'operator of a chain', share: 0.012, propose: chain },
  { name: 'throughout a function', share: 0.006, propose: throughout },
  { name: 'exchange', share: 0.02, propose: exchange },
  { name: 'separator', share: 0.008, propose: separators },
];
