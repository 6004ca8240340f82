import type { Node } from '@babel/types';
import { calleeName, functionOf, isCall, isCondition, isListed, isMember, isRead, propertyName } from './shape.ts';
import { child, childList, type Site, walk } from './tree.ts';

/** How a name is used: called, indexed, counted with, a receiver of members. */
type Use = 'called' | 'indexed' | 'number' | 'receiver' | 'text' | 'tested' | 'passed';

/** What a file says: its names, literals and expressions, with how often; donors and nearest names come from here. */
export interface Vocabulary {
  /** Property names with their number of uses. */
  readonly properties: Map<string, number>;
  /** Property names used as methods. */
  readonly methods: Set<string>;
  /** Properties read from a receiver, by the receiver's text. */
  readonly ofReceiver: Map<string, Map<string, number>>;
  readonly strings: Map<string, number>;
  /** Raw numeric literals. */
  readonly numbers: Map<string, number>;
  readonly uses: Map<string, Set<Use>>;
  /** Texts and numbers that are taken where a setting is not given, as they are written, with the settings' names. */
  readonly defaults: Map<string, Set<string>>;
  /** Names of regular expressions. */
  readonly patterns: Set<string>;
  /** Conditions by enclosing function (null: module level). */
  readonly conditions: Map<Site | null, Site[]>;
  /** Whole conditions of several tests. */
  readonly compounds: Site[];
  readonly returns: Map<Site | null, Site[]>;
  /** Right-hand sides of assignments and initialisers. */
  readonly values: Map<Site | null, Site[]>;
  /** Calls by name of the called function or method. */
  readonly calls: Map<string, Site[]>;
  /** Names of plain functions called with one argument, with number of calls. */
  readonly wrappers: Map<string, number>;
  /** Short expressions read in a function, the first site of each text. */
  readonly short: Map<Site | null, Map<string, Site>>;
  /** Short statements worth copying: calls, assignments, returns, guards. */
  readonly statements: Map<Site | null, Site[]>;
  /** Object literals with properties. */
  readonly objects: Site[];
}

/** Collects the vocabulary of a file in one walk. */
export function vocabularyOf(program: Site, text: string): Vocabulary {
  const words: Vocabulary = {
    properties: new Map(),
    methods: new Set(),
    ofReceiver: new Map(),
    strings: new Map(),
    numbers: new Map(),
    uses: new Map(),
    defaults: new Map(),
    patterns: new Set(),
    conditions: new Map(),
    compounds: [],
    returns: new Map(),
    values: new Map(),
    calls: new Map(),
    wrappers: new Map(),
    short: new Map(),
    statements: new Map(),
    objects: [],
  };
  for (const site of walk(program)) {
    noteNames(site, words, text);
    noteExpressions(site, words);
    noteShort(site, words, text);
    noteDefault(site, words, text);
  }
  return words;
}

function noteNames(site: Site, words: Vocabulary, text: string): void {
  const node = site.node;
  if (node.type === 'Identifier') {
    note(words.uses, node.name, useOf(site));
  } else if (node.type === 'RegExpLiteral' && site.key === 'init' && site.parent !== null) {
    const id = child(site.parent, 'id');
    if (id?.node.type === 'Identifier') words.patterns.add(id.node.name);
  } else if (node.type === 'StringLiteral') count(words.strings, node.value);
  else if (node.type === 'NumericLiteral') count(words.numbers, text.slice(site.start, site.end));
  else if (isMember(site)) {
    const name = propertyName(site);
    const object = child(site, 'object');
    if (name === null || object === null) return;
    count(words.properties, name);
    if (site.key === 'callee') words.methods.add(name);
    if (object.end - object.start > 40) return;
    const receiver = text.slice(object.start, object.end);
    const ofIt = words.ofReceiver.get(receiver) ?? new Map<string, number>();
    count(ofIt, name);
    words.ofReceiver.set(receiver, ofIt);
  } else if ((node.type === 'ObjectProperty' || node.type === 'ObjectMethod') && node.key.type === 'Identifier' && !node.computed) {
    count(words.properties, node.key.name);
  } else if ((node.type === 'ClassMethod' || node.type === 'ClassProperty') && node.key.type === 'Identifier' && !node.computed) {
    count(words.properties, node.key.name);
    if (node.type === 'ClassMethod') words.methods.add(node.key.name);
  }
}

function noteExpressions(site: Site, words: Vocabulary): void {
  const fn = () => functionOf(site);
  const type = site.node.type;
  if (site.end - site.start <= 120 && isListed(site) && /^(Return|Expression|Throw|If)Statement$/.test(type))
    push(words.statements, fn(), site);
  if (type === 'ObjectExpression' && site.children.length > 0 && words.objects.length < 200) words.objects.push(site);
  if (isCondition(site) && site.node.type !== 'LogicalExpression') push(words.conditions, fn(), site);
  if (type === 'LogicalExpression' && site.key === 'test' && isCondition(site)) words.compounds.push(site);
  if (site.key === 'argument' && site.parent?.node.type === 'ReturnStatement') push(words.returns, fn(), site);
  if (site.key === 'body' && site.parent?.node.type === 'ArrowFunctionExpression' && site.node.type !== 'BlockStatement') {
    push(words.returns, fn(), site);
  }
  if (site.key === 'init' && site.parent?.node.type === 'VariableDeclarator') push(words.values, fn(), site);
  if (site.key === 'right' && site.parent?.node.type === 'AssignmentExpression') push(words.values, fn(), site);
  if (!isCall(site)) return;
  const name = calleeName(site);
  if (name === null) return;
  push(words.calls, name, site);
  if (site.node.type === 'CallExpression' && site.node.callee.type === 'Identifier' && childList(site, 'arguments').length === 1) {
    count(words.wrappers, name);
  }
}

const SHORT = /^(MemberExpression|OptionalMemberExpression|Identifier|CallExpression|BinaryExpression)$/;

function noteShort(site: Site, words: Vocabulary, text: string): void {
  if (site.end - site.start > 30 || !SHORT.test(site.node.type) || !isRead(site) || site.key === 'callee') return;
  const fn = functionOf(site);
  const known = words.short.get(fn) ?? new Map<string, Site>();
  const said = text.slice(site.start, site.end);
  if (known.size < 60 && !known.has(said)) known.set(said, site);
  words.short.set(fn, known);
}

/** `sep || '.'`, `sep ?? '.'`, `(sep = '.') =>`, and `{ sep: '.' }` where that is named for defaults. */
function noteDefault(site: Site, words: Vocabulary, text: string): void {
  const { type } = site.node;
  const isChoice = type === 'LogicalExpression' && site.node.operator !== '&&';
  if (!isChoice && type !== 'AssignmentPattern' && !(type === 'ObjectProperty' && isOfDefaults(site))) return;
  const [said, value] =
    type === 'ObjectProperty' ? [child(site, 'key'), child(site, 'value')] : [child(site, 'left'), child(site, 'right')];
  if (said === null || value === null || !isTelling(value)) return;
  const name = said.node.type === 'Identifier' ? said.node.name : isMember(said) ? propertyName(said) : null;
  if (name === null) return;
  const key = text.slice(value.start, value.end);
  words.defaults.set(key, (words.defaults.get(key) ?? new Set()).add(name));
}

/** A text or number that is not everywhere. */
function isTelling({ node }: Site): boolean {
  return (node.type === 'StringLiteral' && node.value !== '') || (node.type === 'NumericLiteral' && node.value > 2);
}

function isOfDefaults({ parent }: Site): boolean {
  const id = parent?.key === 'init' && parent.parent !== null ? child(parent.parent, 'id') : null;
  return id?.node.type === 'Identifier' && /default/i.test(id.node.name);
}

function useOf(site: Site): Use | null {
  const parent: Node | undefined = site.parent?.node;
  if (parent === undefined) return null;
  if (site.key === 'callee') return 'called';
  if (site.key === 'object') return 'computed' in parent && parent.computed ? 'indexed' : 'receiver';
  if (parent.type === 'UpdateExpression') return 'number';
  if (parent.type === 'BinaryExpression')
    return /^[-*/%<>&|^]/.test(parent.operator) ? 'number' : parent.operator === '+' ? 'text' : 'tested';
  if (site.key === 'arguments') return 'passed';
  return null;
}

function count(into: Map<string, number>, key: string): void {
  into.set(key, (into.get(key) ?? 0) + 1);
}

function push<K, V>(into: Map<K, V[]>, key: K, value: V): void {
  const list = into.get(key);
  if (list === undefined) into.set(key, [value]);
  else list.push(value);
}

function note(into: Map<string, Set<Use>>, key: string, use: Use | null): void {
  if (use === null) return;
  const set = into.get(key);
  if (set === undefined) into.set(key, new Set([use]));
  else set.add(use);
}
