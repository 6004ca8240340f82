import type { Proposal } from '../family.ts';
import { distance } from '../names.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { type Binding, isUnset } from '../scope.ts';
import { functionOf, isHook, isMember, isRead, propertyName } from '../shape.ts';
import { ancestors, child, childList, type Site, walk } from '../tree.ts';
import { unreadHere } from '../unread.ts';
import { indentOf } from './missing.ts';

const MOST = 24;
/** Odds of a name that is declared, where it was asked whether there is one. */
const OF_DECLARED = 0.05;
/** Odds of a loop's own counter, where its body assigns another variable. */
const OF_COUNTER = 0.2;

/** Another name of the scope in place of the one used; same kind, near scope and likeness first. */
function* identifiers(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'Identifier') return;
  const target = isTarget(site);
  if (!target && !isRead(site)) return;
  const name = site.node.name;
  const options: [string, number][] = [];
  const fn = functionOf(site);
  const visible = scene.visible(site);
  // Asked of a name that is nowhere declared, `typeof` asks whether there is such a thing: of what is declared there is no doubt.
  const { parent } = site;
  const asksIfThere =
    parent?.node.type === 'UnaryExpression' && parent.node.operator === 'typeof' && !visible.some((each) => each.name === name);
  for (const binding of visible) {
    if (binding.name === name || unreadable(binding, site) || (target ? !assignable(binding) : isUnset(binding, site))) continue;
    // A loop moves its counter itself.
    const isCounter =
      target && binding.scope.node.type === 'ForStatement' && site.start >= (child(binding.scope, 'body')?.start ?? site.end);
    options.push([binding.name, oddsOf(binding, site, scene, name, fn) * (asksIfThere ? OF_DECLARED : 1) * (isCounter ? OF_COUNTER : 1)]);
  }
  const total = options.sort((a, b) => b[1] - a[1]).slice(0, MOST);
  for (const [other, odds] of total) yield replace(site, other, `${name} -> ${other}`, odds);
  if (target || site.key === 'callee' || name === 'undefined') return;
  for (const other of ['undefined', 'null']) yield replace(site, other, `${name} -> ${other}`, 0.05 * scene.fit.ofConstant(other, site));
}

function oddsOf(binding: Binding, site: Site, scene: Scene, name: string, fn: Site | null): number {
  const own = functionOf(binding.scope) === fn || binding.scope === fn;
  const outer = binding.scope.node.type !== 'Program';
  let odds = own ? 1 : outer ? 0.6 : binding.kind === 'import' ? 0.12 : 0.25;
  const alike = scene.alike(name, binding.name);
  odds *= 1 + 2 * alike * alike;
  if (site.key === 'callee' && own && isCallable(binding, scene)) odds *= 2;
  odds *= scene.fit.ofName(binding, site);
  const mine = scene.words.uses.get(name);
  const theirs = scene.words.uses.get(binding.name);
  if (mine !== undefined && theirs !== undefined) odds *= [...mine].some((use) => theirs.has(use)) ? 1.3 : 0.6;
  if (isHook(name) && site.key === 'callee' && !isHook(binding.name)) odds *= UNLIKELY;
  if (NAMESPACE.test(name) && site.key === 'object' && !scene.names(site).has(name)) odds *= UNLIKELY;
  // `i < i` or `a.b(a, a)` is seldom meant.
  const beside = site.parent?.children.some((each) => each !== site && each.node.type === 'Identifier' && each.node.name === binding.name);
  return beside ? odds * 0.3 : odds;
}

/** What stands for a namespace of the language, or is a hook of React, is no other's name by mistake. */
const NAMESPACE = /^(?:Object|Array|Math|JSON|Number|String|Promise|Date|Symbol|Reflect|React|Buffer)$/;
const UNLIKELY = 0.1;

function isCallable({ name, kind }: Binding, scene: Scene): boolean {
  return kind === 'function' || kind === 'class' || (scene.words.uses.get(name)?.has('called') ?? false);
}

function unreadable(binding: Binding, site: Site): boolean {
  if (binding.kind !== 'let' && binding.kind !== 'const' && binding.kind !== 'var') return false;
  if (site.start >= binding.at && site.end <= binding.until && binding.kind !== 'var') return true;
  return functionOf(site) === functionOf(binding.scope) && site.start < binding.at;
}

/** Where a variable is written, not read; for `a += 1` and `a++` both. */
function isTarget({ key, parent }: Site): boolean {
  const type = parent?.node.type ?? '';
  return type === 'UpdateExpression' || (key === 'left' && /^(?:AssignmentExpression|For(?:In|Of)Statement)$/.test(type));
}

function assignable(binding: Binding): boolean {
  return binding.kind === 'let' || binding.kind === 'var' || binding.kind === 'param';
}

/** `x` <-> `this.x`, `x` -> `options.x`. */
function* receivers(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  if (node.type === 'Identifier' && isRead(site)) {
    for (const [receiver, names] of scene.words.ofReceiver) {
      if (!names.has(node.name) || !/^[\w$.]+$/.test(receiver) || receiver === node.name) continue;
      const root = receiver.split('.')[0] ?? receiver;
      const readable = root === 'this' ? insideMethod(site) : scene.names(site).has(root);
      if (readable)
        yield replace(site, `${receiver}.${node.name}`, `${node.name} -> ${receiver}.${node.name}`, root === 'this' ? 0.8 : 0.5);
    }
  }
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier' || !isRead(site)) return;
  const name = node.property.name;
  if (scene.names(site).has(name)) yield replace(site, name, `${scene.text(site)} -> ${name}`, 0.7);
}

/** `way = 0` -> `this.way = 0`, where that is what the class calls it, and nothing else does. */
function* ofThis(site: Site, scene: Scene): Generator<Proposal> {
  const members = scene.words.ofReceiver.get('this');
  if (members === undefined || !insideMethod(site)) return;
  if (site.node.type === 'Identifier' && isTarget(site) && members.has(site.node.name)) {
    const isDeclared = scene.names(site).has(site.node.name);
    yield replace(site, `this.${site.node.name}`, `${site.node.name} -> this.${site.node.name}`, isDeclared ? 0.2 : 2);
  }
  const [declarator, more] = site.node.type === 'VariableDeclaration' ? childList(site, 'declarations') : [];
  const id = declarator === undefined || more !== undefined ? null : child(declarator, 'id');
  const isGiven = declarator !== undefined && child(declarator, 'init') !== null;
  if (id?.node.type !== 'Identifier' || !isGiven || !members.has(id.node.name) || site.key !== 'body') return;
  yield { start: site.start, end: id.end, text: `this.${id.node.name}`, label: `${id.node.name} -> this.${id.node.name}`, odds: 1 };
}

const MOST_BOUND = 5;

/** A method handed on loses its object: `on('x', this.go)` -> `on('x', () => this.go())`. */
function* bound(site: Site, scene: Scene): Generator<Proposal> {
  if (isMember(site) && site.key === 'arguments' && isRead(site) && /^[\w$]+(?:\.[\w$]+)+$/.test(scene.text(site))) {
    const object = child(site, 'object');
    const isMethod = scene.words.calls.has(propertyName(site) ?? '') || methodsOf(scene.program).has(propertyName(site) ?? '');
    if (object !== null && !/^[A-Z]/.test(scene.text(object)) && isMethod) {
      yield replace(site, `(...given) => ${scene.text(site)}(...given)`, `${scene.text(site)} called on its object`, 1);
      yield replace(site, `${scene.text(site)}.bind(${scene.text(object)})`, `${scene.text(site)} bound`, 0.5);
    }
  }
  const maker = site.parent?.parent ?? null;
  if (
    maker?.node.type !== 'ClassMethod' ||
    maker.node.kind !== 'constructor' ||
    maker.parent === null ||
    site.parent?.children.at(-1) !== site
  )
    return;
  if (/^(?:Return|Throw)Statement$/.test(site.node.type)) return;
  const methods = childList(maker.parent, 'body').filter(
    (each) => each.node.type === 'ClassMethod' && each.node.kind === 'method' && !each.node.static && /\bthis\b/.test(scene.text(each)),
  );
  for (const [rank, method] of methods.slice(0, MOST_BOUND).entries()) {
    const key = child(method, 'key');
    const name = key?.node.type === 'Identifier' ? key.node.name : null;
    if (name === null || scene.text(maker).includes(`this.${name} =`)) continue;
    const text = `this.${name} = this.${name}.bind(this);`;
    yield insert(site.end, `\n${indentOf(site, scene)}${text}`, text, 0.6 / (1 + rank / 2));
  }
}

const methodNames = new WeakMap<Site, ReadonlySet<string>>();

/** Names of the methods that a file's classes and objects have. */
function methodsOf(program: Site): ReadonlySet<string> {
  const known = methodNames.get(program);
  if (known !== undefined) return known;
  const found = new Set<string>();
  for (const each of walk(program)) {
    const key = /^(?:Class|Object)Method$/.test(each.node.type) ? child(each, 'key') : null;
    if (key?.node.type === 'Identifier') found.add(key.node.name);
  }
  methodNames.set(program, found);
  return found;
}

/** How much likelier a constant stands for a setting of which it is the default. */
const OF_DEFAULT = 12;
/** The same for one that nothing reads. */
const OF_UNREAD = 6;

/** A constant where the function is told what to take: `'.'` -> `separator`. */
function* parameters(site: Site, scene: Scene): Generator<Proposal> {
  const { node } = site;
  if (node.type !== 'StringLiteral' && node.type !== 'NumericLiteral' && node.type !== 'BooleanLiteral') return;
  if (!/^(?:arguments?|right|left|init|value|elements|consequent|alternate|property)$/.test(site.key) || !isRead(site)) return;
  const beside = site.parent?.children.map(scene.text) ?? [];
  const settings = site.parent?.node.type === 'LogicalExpression' ? [] : [...(scene.words.defaults.get(scene.text(site)) ?? [])];
  const isSetting = (name: string): boolean => settings.some((each) => isShortFor(name, each) || scene.alike(name, each) > 0.6);
  for (const [text, donor] of settings.length === 0 ? [] : (scene.words.short.get(functionOf(site)) ?? [])) {
    const property = isMember(donor) ? propertyName(donor) : null;
    if (property === null || !isSetting(property) || !scene.donors.readable(donor, site)) continue;
    yield replace(site, text, `${scene.text(site)} -> ${text}`, OF_DEFAULT);
  }
  const unread = new Set(unreadHere(site, scene));
  for (const binding of scene
    .visible(site)
    .filter((each) => each.kind === 'param' || each.scope.node.type !== 'Program')
    .toSorted((a, b) => Number(unread.has(b.name)) - Number(unread.has(a.name)))
    .slice(0, 8)) {
    const { name, kind } = binding;
    if (beside.includes(name) || !/^(param|let|var|const)$/.test(kind) || unreadable(binding, site)) continue;
    const meant = isSetting(name) ? OF_DEFAULT : unread.has(name) ? OF_UNREAD : 1;
    const odds = (kind === 'param' ? 1 : 0.4) * scene.fit.ofName(binding, site) * meant;
    yield replace(site, name, `${scene.text(site)} -> ${name}`, odds);
  }
}

/** `sep` for `separator`, either way round. */
function isShortFor(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a));
}

function insideMethod(site: Site): boolean {
  for (const at of ancestors(site)) if (/Method$|FunctionExpression|FunctionDeclaration|Class/.test(at.node.type)) return true;
  return false;
}

/** A name that is nowhere declared is most likely misspelt. */
function* undeclared(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'Identifier' || !isRead(site)) return;
  const name = site.node.name;
  const visible = scene.visible(site);
  if (name in globalThis || KNOWN.has(name) || visible.some((binding) => binding.name === name)) return;
  for (const binding of visible) {
    const near = distance(name.toLowerCase(), binding.name.toLowerCase());
    if (near <= Math.max(1, name.length / 3)) yield replace(site, binding.name, `${name} -> ${binding.name}`, 1 / (1 + near));
  }
  for (const known of KNOWN) if (distance(name, known) <= 2 && name.length > 3) yield replace(site, known, `${name} -> ${known}`, 0.5);
}

/** A declaration whose name nobody reads, while a name that is read is declared nowhere. */
function* misdeclared(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'Identifier' || !(site.key === 'id' || site.key === 'params' || site.key === 'param')) return;
  const name = site.node.name;
  for (const wanted of scene.undeclared()) {
    if (wanted === name || KNOWN.has(wanted)) continue;
    const named = scene.clues.notDefined.has(wanted) ? 1 : 0;
    yield replace(site, wanted, `declares ${wanted}`, 0.5 + scene.alike(name, wanted) + named);
  }
}

const KNOWN = new Set(
  'arguments require module exports __dirname __filename window document self define describe it test expect process Buffer global'.split(
    ' ',
  ),
);

/** The argument of a destructured key: `{ a }` -> `{ a: b }` is left to donors; here keys are exchanged for names the tests use. */
function* declared(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'ObjectProperty' || site.parent?.node.type !== 'ObjectPattern' || site.node.computed) return;
  const key = child(site, 'key');
  if (key === null || key.node.type !== 'Identifier' || !site.node.shorthand) return;
  for (const [name] of scene.words.properties) {
    const alike = scene.alike(name, key.node.name);
    if (name !== key.node.name && alike > 0.6)
      yield { start: key.start, end: key.end, text: `${name}: ${key.node.name}`, label: `destructured ${name}`, odds: alike };
  }
}

export const identifierFamilies: readonly Family[] = [
  { name: 'member of this', share: 0.08, propose: ofThis },
  { name: 'method bound', share: 0.015, propose: bound },
  { name: 'identifier', share: 0.11, propose: identifiers },
  { name: 'parameter for a constant', share: 0.02, propose: parameters },
  { name: 'receiver', share: 0.02, propose: receivers },
  { name: 'undeclared name', share: 0.3, propose: undeclared },
  { name: 'misdeclared name', share: 0.1, anywhere: true, propose: misdeclared },
  { name: 'destructured name', share: 0.008, propose: declared },
];
