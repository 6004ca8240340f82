// One change at several places that belong together: what was got wrong once was often got wrong at each of them.
import { brief, type Proposal } from '../family.ts';
import type { Family, Scene } from '../scene.ts';
import { isFunction, isRead, isStatement } from '../shape.ts';
import { child, childList, type Site, walk } from '../tree.ts';

/** Longest function, in characters, that is changed throughout. */
const LONGEST = 3000;
const VIEWS = ['.sort()', '.toLowerCase()', '.trim()', '.toString()', '.slice()', '.reverse()', '.length'];
const COMPARISONS = new Set(['==', '===', '!=', '!==', '<', '>', '<=', '>=']);
const FLIPPED: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>', '===': '!==', '!==': '===' };

/** A text with several places of it replaced, as one proposal from the first to the last of them. */
function together(changes: ReadonlyMap<Site, string>, label: string, odds: number, scene: Scene): Proposal | null {
  const places = [...changes].toSorted(([a], [b]) => a.start - b.start);
  const start = places[0]?.[0].start;
  const end = places.at(-1)?.[0].end;
  if (start === undefined || end === undefined) return null;
  let text = '';
  let from = start;
  for (const [place, put] of places) {
    if (place.start < from) return null;
    text += scene.file.text.slice(from, place.start) + put;
    from = place.end;
  }
  return { start, end, text, label, odds };
}

/** Two indices, or two names a function is given, taken for each other wherever they stand. */
function* exchanged(site: Site, scene: Scene): Generator<Proposal> {
  if (!isFunction(site) || site.end - site.start > LONGEST) return;
  const indices = new Map<string, Site[]>();
  const names = new Map<string, Site[]>();
  const params = new Set(site.children.filter((each) => each.key === 'params').map(scene.text));
  for (const each of walk(site)) {
    if (each.node.type === 'NumericLiteral' && each.key === 'property') note(indices, each, scene);
    if (each.node.type === 'Identifier' && isRead(each) && params.has(each.node.name)) note(names, each, scene);
  }
  for (const group of [indices, names]) {
    const words = [...group.keys()].slice(0, 5);
    for (const [at, one] of words.entries()) {
      for (const other of words.slice(at + 1)) {
        const changes = new Map<Site, string>();
        for (const place of group.get(one) ?? []) changes.set(place, other);
        for (const place of group.get(other) ?? []) changes.set(place, one);
        const made = changes.size > 2 ? together(changes, `${one} and ${other} exchanged throughout`, 1, scene) : null;
        if (made !== null) yield made;
      }
    }
  }
}

/** Names that are taken for each other differ in little. */
const ALIKE = 0.4;

const MOST_STATEMENTS = 4;

/** Two names that look alike, taken for each other in the few statements of a block. */
function* exchangedInBlock(site: Site, scene: Scene): Generator<Proposal> {
  const statements = site.node.type === 'BlockStatement' ? site.children : childList(site, 'consequent');
  if (!/^(?:BlockStatement|SwitchCase)$/.test(site.node.type) || statements.length < 2 || statements.length > MOST_STATEMENTS) return;
  const names = new Map<string, Site[]>();
  for (const statement of statements.filter(({ node }) => /^(?:Expression|Return)Statement$|^VariableDeclaration$/.test(node.type))) {
    if (statement.end - statement.start > LONGEST_STATEMENT) return;
    for (const each of walk(statement))
      if (each.node.type === 'Identifier' && isRead(each) && each.key !== 'callee') note(names, each, scene);
  }
  const words = [...names.keys()].slice(0, 6);
  for (const [at, one] of words.entries()) {
    for (const other of words.slice(at + 1)) {
      if (scene.alike(one, other) < ALIKE) continue;
      const places = [
        ...(names.get(one) ?? []).map((place) => [place, putAt(place, other, scene)] as const),
        ...(names.get(other) ?? []).map((place) => [place, putAt(place, one, scene)] as const),
      ];
      const made = together(new Map(places), `${one} and ${other} exchanged in the block`, 1, scene);
      if (made !== null) yield made;
    }
  }
}

/** Another name at a place; the key of `{ width }` stays. */
function putAt(place: Site, name: string, scene: Scene): string {
  const { parent } = place;
  const isShort = parent?.node.type === 'ObjectProperty' && parent.node.shorthand;
  return isShort ? `${scene.text(place)}: ${name}` : name;
}

function note(into: Map<string, Site[]>, site: Site, scene: Scene): void {
  const text = scene.text(site);
  into.set(text, [...(into.get(text) ?? []), site]);
}

/** A number or a comparison that a function repeats, changed everywhere at once. */
function* repeated(site: Site, scene: Scene): Generator<Proposal> {
  if (!isFunction(site) || site.end - site.start > LONGEST) return;
  const numbers = new Map<string, Site[]>();
  const comparisons = new Map<string, Site[]>();
  for (const each of walk(site)) {
    if (each.node.type === 'NumericLiteral') note(numbers, each, scene);
    if (each.node.type === 'BinaryExpression' && Object.hasOwn(FLIPPED, each.node.operator)) {
      const { operator } = each.node;
      comparisons.set(operator, [...(comparisons.get(operator) ?? []), each]);
    }
  }
  for (const [text, places] of numbers) {
    if (places.length < 2 || !/^\d{1,6}$/.test(text)) continue;
    for (const other of [String(Number(text) + 1), String(Math.abs(Number(text) - 1))]) {
      const made = together(new Map(places.map((place) => [place, other])), `every ${text} -> ${other}`, 0.5, scene);
      if (made !== null) yield made;
    }
  }
  for (const [operator, places] of comparisons) {
    const other = FLIPPED[operator];
    if (places.length < 2 || other === undefined) continue;
    const changes = new Map<Site, string>();
    for (const place of places) {
      const [left, right] = [child(place, 'left'), child(place, 'right')];
      if (left !== null && right !== null)
        changes.set(place, `${scene.text(left)}${between(left, right, scene).replace(operator, other)}${scene.text(right)}`);
    }
    const made = together(changes, `every ${operator} -> ${other}`, 0.5, scene);
    if (made !== null) yield made;
  }
}

/** Names of the scope that a number, or a name, that a statement repeats is changed to. */
const MOST_NAMES = 4;
/** Names of which it is known that they hold something else are not meant. */
const LEAST_FIT = 0.8;
/** Longest statement that is changed throughout. */
const LONGEST_STATEMENT = 200;

/** A number, or a name, that a statement repeats, and the name that is meant at each of its places. */
function* repeatedInStatement(site: Site, scene: Scene): Generator<Proposal> {
  if (!/^(?:Return|Expression)Statement$|^VariableDeclaration$/.test(site.node.type) || site.end - site.start > LONGEST_STATEMENT) return;
  const places = new Map<string, Site[]>();
  for (const each of walk(site)) {
    if (isFunction(each)) return;
    const isName = each.node.type === 'Identifier' && each.key !== 'callee';
    if ((isName || each.node.type === 'NumericLiteral') && isRead(each)) note(places, each, scene);
  }
  const own = scene.visible(site).filter(({ kind, scope, until }) => {
    return /^(?:param|const|let|var)$/.test(kind) && scope.node.type !== 'Program' && until <= site.start;
  });
  for (const [text, [first, ...rest]] of places) {
    if (first === undefined || rest.length === 0) continue;
    const meant = own
      .filter(({ name }) => !places.has(name) || !/^\d/.test(text))
      .map((binding) => ({ name: binding.name, fit: scene.fit.ofName(binding, first) }))
      .filter(({ name, fit }) => name !== text && fit >= LEAST_FIT)
      .slice(-MOST_NAMES);
    const number = /^\d{2,6}$/.test(text) ? Number(text) : null;
    const scales = number === null ? [] : [number * 10, number / 10].filter(Number.isInteger).map(String);
    for (const put of [...scales, ...meant.map(({ name }) => name)]) {
      const made = together(
        new Map([first, ...rest].map((place) => [place, putAt(place, put, scene)])),
        `every ${text} -> ${put}`,
        0.5,
        scene,
      );
      if (made !== null) yield made;
    }
  }
}

/** `a[i][j]` -> `a[j][i]`, wherever a statement looks into something by two indices. */
function* transposed(site: Site, scene: Scene): Generator<Proposal> {
  if (!isStatement(site) || site.node.type === 'BlockStatement' || site.end - site.start > LONGEST_STATEMENT) return;
  const changes = new Map<Site, string>();
  for (const each of walk(site)) {
    const inner = isComputed(each) ? child(each, 'object') : null;
    // Of three indices it is not known which two are meant.
    const isDeeper = each.key === 'object' && each.parent !== null && isComputed(each.parent);
    if (inner === null || !isComputed(inner) || isDeeper) continue;
    const outermost = child(inner, 'object');
    if (outermost !== null && isComputed(outermost)) continue;
    const [first, second] = [child(inner, 'property'), child(each, 'property')];
    if (first === null || second === null || scene.text(first) === scene.text(second)) continue;
    changes.set(first, scene.text(second)).set(second, scene.text(first));
  }
  const made = together(changes, 'indices exchanged', 1, scene);
  if (made !== null) yield made;
}

function isComputed({ node }: Site): boolean {
  return node.type === 'MemberExpression' && node.computed;
}

function between(left: Site, right: Site, scene: Scene): string {
  return scene.file.text.slice(left.end, right.start);
}

/** Two sides of a comparison that are built alike: a part of each seen the same way. */
function* bothSides(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'BinaryExpression' || !COMPARISONS.has(site.node.operator)) return;
  const [left, right] = [child(site, 'left'), child(site, 'right')];
  if (left === null || right === null || left.end - left.start > 200) return;
  for (const [one, other] of alike(left, right)) {
    if (one === left || !isRead(one) || !/^(Identifier|MemberExpression|CallExpression|ArrayExpression)$/.test(one.node.type)) continue;
    for (const view of VIEWS) {
      const changes = new Map([one, other].map((part): [Site, string] => [part, `${scene.operand(part)}${view}`]));
      const made = together(
        changes,
        `${brief(scene.text(one))} and ${brief(scene.text(other))}: ${view}`,
        view === '.length' ? 0.3 : 1,
        scene,
      );
      if (made !== null) yield made;
    }
  }
}

/** Pairs of nodes at the same place of two trees, as long as these are of one shape; none where they are not. */
function alike(one: Site, other: Site): [Site, Site][] {
  const pairs: [Site, Site][] = [[one, other]];
  for (const [a, b] of pairs) {
    if (a.node.type !== b.node.type || a.children.length !== b.children.length) return [];
    for (const [at, below] of a.children.entries()) {
      const beside = b.children[at];
      if (beside !== undefined) pairs.push([below, beside]);
    }
  }
  return pairs;
}

export const twinFamilies: readonly Family[] = [
  { name: 'exchanged throughout', share: 0.012, propose: exchanged },
  { name: 'exchanged in a block', share: 0.006, propose: exchangedInBlock },
  { name: 'repeated throughout', share: 0.006, propose: repeated },
  { name: 'repeated in a statement', share: 0.015, propose: repeatedInStatement },
  { name: 'indices exchanged', share: 0.006, propose: transposed },
  { name: 'both sides', share: 0.012, propose: bothSides },
];
