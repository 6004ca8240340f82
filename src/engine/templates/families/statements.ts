import { brief, type Proposal } from '../family.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { isUnset } from '../scope.ts';
import { functionOf, isFunction, isListed, isRead } from '../shape.ts';
import { child, childList, type Site, walk } from '../tree.ts';
import { exchange } from './calls.ts';
import { indentOf } from './missing.ts';

/** Deletion passes tests easily and is seldom right: it comes last. */
function* deleted(site: Site, scene: Scene): Generator<Proposal> {
  if (!isListed(site) || /Declaration$|^Return|^Import|^Export|^Empty/.test(site.node.type)) return;
  yield replace(site, '', `deleted: ${brief(scene.text(site))}`, site.end - site.start < 200 ? 1 : 0.3);
}

function* moved(site: Site, scene: Scene): Generator<Proposal> {
  if (!isListed(site) || site.parent === null || /^(Import|Export|Function|Class)/.test(site.node.type)) return;
  const list = childList(site.parent, site.key);
  const at = list.indexOf(site);
  const next = list[at + 1];
  if (next !== undefined && next.end - site.start < 1500 && !/^(Import|Export|Function|Class)/.test(next.node.type) && canSwap(site, next))
    yield* exchange(site, next, scene, 'statements');
  yield* outOf(site, scene, at, list);
}

/** Two statements whose order matters, and either of which can come first: the second reads nothing that the first declares. */
function canSwap(first: Site, second: Site): boolean {
  const jumps = /^(?:Return|Throw|Break|Continue)/;
  if (jumps.test(second.node.type) || jumps.test(first.node.type)) return true;
  const [one, other] = [namesOf(first), namesOf(second)];
  for (const name of one.declared) if (other.all.has(name)) return false;
  // Declarations that have no name in common come to the same either way round, unless a call of one changes what another reads.
  return one.calls || other.calls || [...one.all].some((name) => other.all.has(name));
}

function namesOf(statement: Site): { readonly declared: ReadonlySet<string>; readonly all: ReadonlySet<string>; readonly calls: boolean } {
  const declared = new Set<string>();
  const all = new Set<string>();
  let calls = false;
  for (const site of walk(statement)) {
    if (/Call|^New|Await|Yield/.test(site.node.type)) calls = true;
    if (site.node.type !== 'Identifier') continue;
    all.add(site.node.name);
    if (site.key === 'id' && site.parent?.parent === statement) declared.add(site.node.name);
  }
  return { declared, all, calls };
}

/** The last statement of a block moved behind it, and the statement behind a block moved into it. */
function* outOf(site: Site, scene: Scene, at: number, list: readonly Site[]): Generator<Proposal> {
  if (site.end - site.start > 300 || site.node.type === 'VariableDeclaration') return;
  const block = site.parent;
  const owner = block?.parent;
  const pad = (of: Site) => indentOf(of, scene);
  if (
    block?.node.type === 'BlockStatement' &&
    owner &&
    !isFunction(owner) &&
    isListed(owner) &&
    at === list.length - 1 &&
    list.length > 1
  ) {
    const tail = scene.file.text.slice(site.end, owner.end);
    const text = `${tail}\n${pad(owner)}${scene.text(site)}`;
    const from = scene.file.text.slice(0, site.start).trimEnd().length;
    if (tail.length < 400)
      yield { start: from, end: owner.end, text: `\n${text.trimStart()}`, label: `moved out: ${brief(scene.text(site))}`, odds: 0.6 };
  }
  const before = list[at - 1];
  const body = before === undefined ? null : (child(before, 'body') ?? child(before, 'consequent'));
  const last = body?.node.type === 'BlockStatement' ? body.children.at(-1) : undefined;
  if (before === undefined || body === null || last === undefined || isFunction(before) || child(before, 'alternate') !== null) return;
  const closing = scene.file.text.slice(last.end, before.end);
  yield {
    start: last.end,
    end: site.end,
    text: `\n${pad(last)}${scene.text(site)}${closing}`,
    label: `moved in: ${brief(scene.text(site))}`,
    odds: 0.6,
  };
}

/** A statement of the same function, then of the file, copied before this one. */
function* copied(site: Site, scene: Scene): Generator<Proposal> {
  if (!isListed(site) || functionOf(site) === null) return;
  const fn = functionOf(site);
  const seen = new Set([scene.text(site)]);
  const own = scene.words.statements.get(fn) ?? [];
  const ranked = own.slice(0, 200).map((each): [Site, number] => [each, 1 / (1 + Math.abs(each.line - site.line) / 10)]);
  for (const each of strangers(fn, scene)) ranked.push([each, 0.1]);
  let taken = 0;
  for (const [donor, odds] of ranked.sort((a, b) => b[1] - a[1])) {
    const text = scene.text(donor);
    if (taken >= 14) return;
    if (seen.has(text) || text.length > 120 || donor === site || !scene.donors.readable(donor, site)) continue;
    seen.add(text);
    taken++;
    yield insert(site.start, `${text}\n${indentOf(site, scene)}`, `copied: ${brief(text)}`, odds);
    if (
      site.parent !== null &&
      childList(site.parent, site.key).at(-1) === site &&
      !/^(Return|Throw|Break|Continue)/.test(site.node.type)
    ) {
      yield insert(site.end, `\n${indentOf(site, scene)}${text}`, `copied to the end: ${brief(text)}`, odds);
    }
  }
}

/** The first statements of the file's other functions. */
function strangers(fn: Site | null, scene: Scene): Site[] {
  const found: Site[] = [];
  for (const [where, list] of scene.words.statements) {
    if (found.length >= 12) break;
    if (where !== fn) found.push(...list.slice(0, 2));
  }
  return found;
}

/** A statement added that works on a name of the scope: `i++`, `count += 1`, `name = name.trim()`. */
function* added(site: Site, scene: Scene): Generator<Proposal> {
  if (!isListed(site) || functionOf(site) === null) return;
  const pad = indentOf(site, scene);
  for (const binding of scene.visible(site)) {
    if (binding.scope.node.type === 'Program' || binding.kind === 'import' || binding.until > site.start || isUnset(binding, site))
      continue;
    const uses = scene.words.uses.get(binding.name);
    const assignable = binding.kind === 'let' || binding.kind === 'var' || binding.kind === 'param';
    if (!assignable || uses === undefined) continue;
    const name = binding.name;
    if (uses.has('number'))
      for (const text of [`${name}++;`, `${name}--;`, `${name} = 0;`]) yield insert(site.start, `${text}\n${pad}`, text, 0.4);
    if (uses.has('receiver') && site.index === 0)
      for (const text of [
        `${name} = ${name}.trim();`,
        `${name} = ${name}.toLowerCase();`,
        `${name} = ${name}.slice();`,
        `${name} = String(${name});`,
        `${name} = ${name} || {};`,
      ])
        yield insert(site.start, `${text}\n${pad}`, text, 0.4);
    if (uses.has('indexed') && site.index > 0)
      for (const text of [`${name} = [];`, `${name} = '';`]) yield insert(site.start, `${text}\n${pad}`, text, 0.15);
  }
}

/** Elements of arrays and object literals: dropped, exchanged, added from siblings. */
function* elements(site: Site, scene: Scene): Generator<Proposal> {
  const key = site.node.type === 'ArrayExpression' ? 'elements' : site.node.type === 'ObjectExpression' ? 'properties' : null;
  if (key === null) return;
  const items = childList(site, key);
  if (items.length > 60) return;
  for (const [at, item] of items.entries()) {
    const [before, after] = [items[at - 1], items[at + 1]];
    const [start, end] =
      before !== undefined ? [before.end, item.end] : after !== undefined ? [item.start, after.start] : [item.start, item.end];
    yield { start, end, text: '', label: `without ${brief(scene.text(item))}`, odds: 0.5 };
    if (key === 'elements' && after !== undefined) yield* exchange(item, after, scene, 'elements');
  }
  const last = items.at(-1);
  const names = scene
    .visible(site)
    .filter((each) => each.kind !== 'import' && each.scope.node.type !== 'Program' && each.kind !== 'function');
  if (key === 'elements') {
    const donors = [
      ...names.slice(0, 5).map((each) => each.name),
      ...(last?.node.type === 'StringLiteral' ? scene.clues.expectedStrings.slice(0, 4).map((text) => JSON.stringify(text)) : []),
      '0',
      '1',
      "''",
      '[]',
    ];
    for (const text of donors)
      yield last === undefined
        ? insert(site.end - 1, text, `element ${text}`, 0.3)
        : insert(last.end, `, ${text}`, `element ${brief(text)}`, 0.3);
  } else
    yield* propertyAdded(
      site,
      scene,
      last,
      names.map((each) => each.name),
    );
}

function* propertyAdded(site: Site, scene: Scene, last: Site | undefined, names: readonly string[]): Generator<Proposal> {
  const have = new Set<string>();
  for (const item of site.children) {
    const key = child(item, 'key');
    if (key !== null) have.add(scene.text(key));
  }
  const put = (text: string, odds: number) =>
    last === undefined
      ? insert(site.start + 1, ` ${text} `, `property ${brief(text)}`, odds)
      : insert(last.end, `, ${text}`, `property ${brief(text)}`, odds);
  for (const name of names.slice(0, 6)) if (!have.has(name)) yield put(name, 0.4);
  let donors = 0;
  for (const sibling of scene.words.objects) {
    const alike = sibling.children.filter((each) => have.has(scene.text(child(each, 'key') ?? each))).length;
    if (sibling === site || alike === 0) continue;
    for (const each of sibling.children) {
      if (donors >= 8 || have.has(scene.text(child(each, 'key') ?? each)) || each.end - each.start > 80) continue;
      donors++;
      yield put(scene.text(each), 0.2 + alike / (sibling.children.length + site.children.length));
    }
  }
}

/** `{}` used as a map: no inherited keys. */
function* bareObject(site: Site): Generator<Proposal> {
  if (site.node.type !== 'ObjectExpression' || site.children.length > 0 || !isRead(site)) return;
  yield replace(site, 'Object.create(null)', '{} -> Object.create(null)', 0.5);
  yield replace(site, '[]', '{} -> []', 0.5);
  for (const made of ['new Map()', 'new Set()']) yield replace(site, made, `{} -> ${made}`, 0.05);
}

function* collections(site: Site): Generator<Proposal> {
  if (site.node.type === 'ArrayExpression' && site.children.length === 0 && isRead(site)) yield replace(site, '{}', '[] -> {}', 0.4);
}

/** Throwing and catching: the error a failing test expects. */
function* thrown(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'NewExpression' || site.key !== 'argument' || site.parent?.node.type !== 'ThrowStatement') return;
  const callee = child(site, 'callee');
  if (callee === null) return;
  for (const type of ['Error', 'TypeError', 'RangeError', 'SyntaxError'])
    if (scene.text(callee) !== type) yield replace(callee, type, `throws ${type}`, 0.5);
}

export const statementFamilies: readonly Family[] = [
  { name: 'statement moved', share: 0.015, propose: moved },
  { name: 'statement copied', share: 0.015, propose: copied },
  { name: 'statement added', share: 0.008, propose: added },
  { name: 'element', share: 0.03, propose: elements },
  { name: 'bare object', share: 0.008, propose: bareObject },
  { name: 'empty collection', share: 0.003, propose: collections },
  { name: 'thrown error', share: 0.003, propose: thrown },
  { name: 'statement deleted', share: 0.006, propose: deleted },
];
