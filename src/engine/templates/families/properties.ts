import { escapeRegex } from '../../escape.ts';
import type { Proposal } from '../family.ts';
import { type Family, replace, type Scene } from '../scene.ts';
import { isCall, isFunction, isMember, isRead, propertyName } from '../shape.ts';
import { ancestors, child, childList, type Site } from '../tree.ts';

/** Methods that are taken for one another; within a line each is an alternative of each. */
const CONFUSABLE_METHODS: readonly (readonly string[])[] = [
  ['push', 'unshift', 'concat'],
  ['pop', 'shift'],
  ['slice', 'splice', 'substring', 'substr'],
  ['indexOf', 'lastIndexOf', 'includes', 'search'],
  ['map', 'forEach', 'filter', 'flatMap'],
  ['some', 'every'],
  ['find', 'findIndex', 'findLast', 'filter', 'some'],
  ['reduce', 'reduceRight'],
  ['min', 'max'],
  ['floor', 'ceil', 'round', 'trunc'],
  ['abs', 'sign', 'sqrt'],
  ['trim', 'trimStart', 'trimEnd'],
  ['toUpperCase', 'toLowerCase'],
  ['toLocaleUpperCase', 'toLocaleLowerCase', 'toUpperCase', 'toLowerCase'],
  ['startsWith', 'endsWith', 'includes'],
  ['padStart', 'padEnd'],
  ['keys', 'values', 'entries'],
  ['getOwnPropertyNames', 'keys', 'getOwnPropertySymbols'],
  ['call', 'apply', 'bind'],
  ['replace', 'replaceAll'],
  ['test', 'exec', 'match', 'matchAll'],
  ['concat', 'join'],
  ['charAt', 'charCodeAt', 'codePointAt', 'at'],
  ['fromCharCode', 'fromCodePoint'],
  ['parseInt', 'parseFloat', 'Number'],
  ['isNaN', 'isFinite', 'isInteger', 'isSafeInteger'],
  ['toString', 'valueOf', 'toJSON'],
  ['toString', 'toFixed', 'toPrecision'],
  ['has', 'get', 'set', 'add'],
  ['delete', 'clear', 'add'],
  ['set', 'add', 'append'],
  ['on', 'once', 'off', 'addListener', 'removeListener', 'emit'],
  ['resolve', 'reject'],
  ['all', 'allSettled', 'race', 'any'],
  ['then', 'catch', 'finally'],
  ['assign', 'create', 'freeze'],
  ['stringify', 'parse'],
  ['encodeURIComponent', 'encodeURI', 'escape'],
  ['decodeURIComponent', 'decodeURI', 'unescape'],
  ['dirname', 'basename', 'extname'],
  ['join', 'resolve', 'relative', 'normalize'],
  ['getTime', 'getDate', 'getDay'],
  ['getMonth', 'getUTCMonth', 'setMonth'],
  ['getFullYear', 'getUTCFullYear', 'getYear'],
  ['getHours', 'getUTCHours', 'getMinutes', 'getUTCMinutes', 'getSeconds', 'getUTCSeconds'],
  ['getDate', 'getUTCDate', 'getDay', 'getUTCDay'],
  ['length', 'size', 'byteLength'],
  ['sort', 'reverse', 'toSorted', 'toReversed'],
  ['setTimeout', 'setInterval', 'setImmediate'],
  ['clearTimeout', 'clearInterval', 'clearImmediate'],
  ['write', 'end', 'log', 'error'],
  ['firstChild', 'lastChild'],
  ['next', 'prev', 'previous'],
  ['first', 'last'],
  ['start', 'end', 'stop'],
  ['left', 'right'],
  ['width', 'height'],
  ['row', 'column', 'line'],
  ['parent', 'child', 'children'],
  ['key', 'value'],
  ['index', 'lastIndex', 'length'],
  ['readFile', 'readFileSync'],
  ['writeFile', 'writeFileSync', 'appendFile'],
  ['sin', 'cos', 'tan'],
  ['log', 'log2', 'log10', 'exp'],
  ['PI', 'E'],
  ['MAX_SAFE_INTEGER', 'MIN_SAFE_INTEGER', 'MAX_VALUE', 'MIN_VALUE'],
];

/** The method that does the same the other way round; null where it has no one opposite. */
export function oppositeOf(method: string): string | null {
  const pair = CONFUSABLE_METHODS.find((group) => group.length === 2 && group.includes(method));
  return pair?.find((each) => each !== method) ?? null;
}

const CONFUSED = new Map<string, Set<string>>();
for (const group of CONFUSABLE_METHODS) {
  for (const name of group) {
    const others = CONFUSED.get(name) ?? new Set<string>();
    for (const other of group) if (other !== name) others.add(other);
    CONFUSED.set(name, others);
  }
}

/** Built-in methods and functions of the same kind. */
function* confusables(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  if (node.type !== 'Identifier') return;
  const named = site.key === 'property' && !(site.parent !== null && 'computed' in site.parent.node && site.parent.node.computed);
  if (!named && site.key !== 'callee') return;
  const others = CONFUSED.get(node.name);
  if (others === undefined) return;
  for (const other of others) {
    if (!named && !(other in globalThis) && !scene.names(site).has(other)) continue;
    const counts = other !== 'ceil' ? 1 : countsParts(site, scene) ? COUNTING : UPWARDS;
    const opposite = OPPOSITES.some((pair) => pair.has(node.name) && pair.has(other)) ? OPPOSITE : 1;
    yield replace(site, other, `${node.name} -> ${other}`, (others.size <= 3 ? 1 : 0.6) * counts * opposite);
  }
}

/** Each is what the other is not: the one is written for the other. */
const OPPOSITES: readonly ReadonlySet<string>[] = [
  ['some', 'every'],
  ['min', 'max'],
  ['push', 'unshift'],
  ['pop', 'shift'],
  ['startsWith', 'endsWith'],
  ['padStart', 'padEnd'],
  ['trimStart', 'trimEnd'],
  ['indexOf', 'lastIndexOf'],
  ['toUpperCase', 'toLowerCase'],
].map((pair) => new Set(pair));
const OPPOSITE = 2.5;

/** Odds of `ceil` elsewhere: what is meant is the nearest. */
const UPWARDS = 0.6;
/** Odds of `ceil` where parts are counted: what is left makes one more. */
const COUNTING = 6;

/** Whether a call rounds a quotient that, by its name, is a number of parts: `pages = Math.floor(total / size)`. */
function countsParts(method: Site, scene: Scene): boolean {
  const call = method.parent?.parent;
  const [given] = call == null ? [] : childList(call, 'arguments');
  if (given?.node.type !== 'BinaryExpression' || given.node.operator !== '/') return false;
  const declarator = [...ancestors(given)].find(({ node }) =>
    /^(?:VariableDeclarator|ObjectProperty|AssignmentExpression)$/.test(node.type),
  );
  const named = declarator === undefined ? null : (child(declarator, 'id') ?? child(declarator, 'key') ?? child(declarator, 'left'));
  return named !== null && /(?:pages|count|batches|chunks|parts|rows|groups|weeks|needed|total\w*s)$/i.test(scene.text(named));
}

/** Another property: of the same receiver first, then near names of the file, then names the failing tests use. */
function* properties(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  const member = site.parent;
  if (node.type !== 'Identifier' || site.key !== 'property' || member === null || !isMember(member)) return;
  if ('computed' in member.node && member.node.computed) return;
  const object = child(member, 'object');
  const receiver = object === null ? '' : scene.text(object);
  const siblings = scene.words.ofReceiver.get(receiver);
  const called = member.key === 'callee';
  const options: [string, number][] = [];
  for (const [name, uses] of scene.words.properties) {
    if (name === node.name || scene.words.methods.has(name) !== called) continue;
    const alike = scene.alike(name, node.name);
    const sibling = siblings?.has(name) ?? false;
    const tested = Math.min(1, (scene.clues.testNames.get(name) ?? 0) / 4);
    const odds = (sibling ? 0.7 : 0.04) + 0.9 * alike * alike + 0.04 * Math.min(5, uses) + 0.1 * tested;
    if (odds > 0.12) options.push([name, odds]);
  }
  if (receiver === 'module') options.push(['exports', 1]);
  for (const [name, uses] of scene.clues.testNames) {
    const alike = scene.alike(name, node.name);
    if (alike > 0.6 && !scene.words.properties.has(name) && name !== node.name)
      options.push([name, 0.5 * alike + Math.min(0.2, uses / 20)]);
  }
  for (const [name, odds] of options.sort((a, b) => b[1] - a[1]).slice(0, 30)) yield replace(site, name, `.${node.name} -> .${name}`, odds);
}

/** `x` -> `x.y` for properties read from `x` elsewhere, and `x.y` -> `x`. */
function* access(site: Site, scene: Scene): Generator<Proposal> {
  if (!isRead(site) || site.key === 'callee') return;
  if (isMember(site)) {
    const object = child(site, 'object');
    if (object !== null && scene.text(object) !== 'this' && !/^(Math|Number|Object|Symbol|process)$/.test(scene.text(object))) {
      yield replace(site, scene.text(object), `${scene.text(site)} -> ${scene.text(object)}`, site.key === 'object' ? 0.4 : 0.8);
    }
  }
  if (site.key === 'object' || !(site.node.type === 'Identifier' || isMember(site))) return;
  const known = [...(scene.words.ofReceiver.get(scene.text(site)) ?? [])].filter(([name]) => !scene.words.methods.has(name));
  for (const [name] of known.sort((a, b) => b[1] - a[1]).slice(0, 4))
    yield replace(site, `${scene.text(site)}.${name}`, `.${name} of ${scene.text(site)}`, 0.4);
  if (!known.some(([name]) => name === 'length') && scene.words.uses.get(scene.text(site))?.has('indexed')) {
    yield replace(site, `${scene.text(site)}.length`, `length of ${scene.text(site)}`, 0.3);
  }
}

/** `x.z` -> `x.y.z` where a condition around has asked for `x.y`, and nothing reads that behind it. */
function* checkedPaths(site: Site, scene: Scene): Generator<Proposal> {
  if (site.key !== 'object' || !(site.node.type === 'Identifier' || isMember(site))) return;
  const name = scene.text(site);
  for (const branch of [site, ...ancestors(site)]) {
    if (isFunction(branch)) return;
    const test = branch.parent === null || !/^(?:consequent|right)$/.test(branch.key) ? null : testOf(branch.parent);
    if (test === null || test === branch) continue;
    for (const property of askedOf(name, scene.text(test)))
      if (!askedOf(name, scene.text(branch)).has(property)) yield replace(site, `${name}.${property}`, `.${property} of ${name}`);
  }
}

/** What has to hold where the rest of a condition is reached. */
function testOf(site: Site): Site | null {
  if (site.node.type === 'LogicalExpression') return site.node.operator === '&&' ? child(site, 'left') : null;
  return /^(?:If|Conditional)/.test(site.node.type) ? child(site, 'test') : null;
}

/** Properties of `name`, but methods, in a text of code. */
function askedOf(name: string, code: string): ReadonlySet<string> {
  const pattern = new RegExp(`(?<![\\w$.])${escapeRegex(name)}\\??\\.([\\w$]+)(?![\\w$]|\\s*\\()`, 'g');
  return new Set([...code.matchAll(pattern)].map(([, property = '']) => property));
}

/** `x.y` as `x[y]` where `y` is a name in scope, and back. */
function* computed(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  if (node.type !== 'MemberExpression') return;
  const object = child(site, 'object');
  const property = child(site, 'property');
  if (object === null || property === null) return;
  const name = propertyName(site);
  const receiver = scene.text(object);
  if (name !== null && scene.names(site).has(name)) {
    yield replace(site, `${receiver}[${name}]`, `.${name} -> [${name}]`);
  } else if (node.computed && property.node.type === 'Identifier' && !isCall(property)) {
    yield replace(site, `${receiver}.${property.node.name}`, `[${property.node.name}] -> .${property.node.name}`, 0.3);
  }
}

/** Keys of object literals that are nearly a name used elsewhere. */
function* keys(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  if (node.type !== 'Identifier' || site.key !== 'key' || site.parent?.node.type !== 'ObjectProperty' || site.parent.node.computed) return;
  if (site.parent.parent?.node.type !== 'ObjectExpression') return;
  const options: [string, number][] = [];
  const names = new Set([...scene.words.properties.keys(), ...scene.clues.testNames.keys()]);
  for (const name of names) {
    const alike = scene.alike(name, node.name);
    const tested = scene.clues.testNames.has(name) && !scene.clues.testNames.has(node.name) ? 0.2 : 0;
    if (name !== node.name && alike > 0.5) options.push([name, alike * alike + tested]);
  }
  const shorthand = site.parent.node.shorthand;
  for (const [name, odds] of options.sort((a, b) => b[1] - a[1]).slice(0, 5)) {
    yield replace(site, shorthand ? `${name}: ${node.name}` : name, `key ${node.name} -> ${name}`, odds);
  }
}

export const propertyFamilies: readonly Family[] = [
  { name: 'confusable method', share: 0.045, propose: confusables },
  { name: 'property', share: 0.06, propose: properties },
  { name: 'access added or removed', share: 0.03, propose: access },
  { name: 'checked path', share: 0.03, propose: checkedPaths },
  { name: 'computed access', share: 0.008, propose: computed },
  { name: 'object key', share: 0.012, propose: keys },
];
