import { brief, type Proposal } from '../family.ts';
import { isOnly } from '../kinds.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { isUnset } from '../scope.ts';
import { calleeName, functionOf, isCall, isFunction, isMember, isRead } from '../shape.ts';
import { child, childList, type Site } from '../tree.ts';
import { unreadAt } from '../unread.ts';

function* dropArgument(site: Site, scene: Scene): Generator<Proposal> {
  if (!isCall(site)) return;
  const args = childList(site, 'arguments');
  for (const [at, arg] of args.entries()) {
    const previous = args[at - 1];
    const next = args[at + 1];
    const [start, end] =
      previous !== undefined ? [previous.end, arg.end] : next !== undefined ? [arg.start, next.start] : [arg.start, arg.end];
    yield { start, end, text: '', label: `without argument ${brief(scene.text(arg))}`, odds: at === args.length - 1 ? 1 : 0.6 };
  }
}

function* swapArguments(site: Site, scene: Scene): Generator<Proposal> {
  if (!isCall(site)) return;
  const args = childList(site, 'arguments');
  for (let at = 0; at + 1 < args.length; at++) yield* exchange(args[at], args[at + 1], scene, 'arguments');
  if (args.length === 3) yield* exchange(args[0], args[2], scene, 'arguments');
  const callee = child(site, 'callee');
  const receiver = callee !== null && isMember(callee) ? child(callee, 'object') : null;
  const only = args[0];
  if (
    receiver === null ||
    only === undefined ||
    args.length !== 1 ||
    /Function|Literal|Spread/.test(only.node.type) ||
    scene.text(receiver) === 'this'
  )
    return;
  if (/^[A-Z]\w*$/.test(scene.text(receiver))) return;
  yield* exchange(receiver, only, scene, 'receiver and argument');
}

/** Exchanges two neighbours, what is between them kept. */
export function* exchange(a: Site | undefined, b: Site | undefined, scene: Scene, what: string): Generator<Proposal> {
  if (a === undefined || b === undefined || scene.text(a) === scene.text(b)) return;
  const text = scene.text(b) + scene.file.text.slice(a.end, b.start) + scene.text(a);
  yield { start: a.start, end: b.end, text, label: `${what} swapped: ${brief(text)}`, odds: 1 };
}

function* addArgument(site: Site, scene: Scene): Generator<Proposal> {
  if (!isCall(site)) return;
  const args = childList(site, 'arguments');
  const name = calleeName(site);
  const options = new Map<string, number>();
  const used = new Set(args.map(scene.text));
  for (const other of name === null ? [] : (scene.words.calls.get(name) ?? [])) {
    const more = childList(other, 'arguments')[args.length];
    if (other !== site && more !== undefined && more.end - more.start < 60) options.set(scene.text(more), 1);
  }
  const fn = functionOf(site);
  for (const binding of scene.visible(site)) {
    if (binding.kind === 'import' || binding.kind === 'function' || binding.scope.node.type === 'Program' || used.has(binding.name))
      continue;
    if ((binding.kind !== 'param' && binding.until > site.start) || isUnset(binding, site)) continue;
    if (!options.has(binding.name)) options.set(binding.name, binding.kind === 'param' && binding.scope === fn ? 0.5 : 0.3);
  }
  for (const [text, odds] of [
    ['0', 0.2],
    ['1', 0.25],
    ['true', 0.25],
    ['false', 0.15],
    ['{}', 0.15],
    ["''", 0.2],
    ['-1', 0.1],
    ['null', 0.15],
    ['10', name === 'parseInt' ? 1.5 : 0.02],
    ["' '", 0.08],
    ["','", 0.05],
    ['[]', 0.05],
  ] as const) {
    if (!options.has(text)) options.set(text, odds);
  }
  if (args.length === 0) for (const [rank, text] of (TELLING.get(name ?? '') ?? []).entries()) options.set(text, 1.5 / (1 + rank / 2));
  const isIgnored = args.length >= (TAKES[name ?? ''] ?? Number.POSITIVE_INFINITY);
  for (const [text, odds] of [...options].sort((a, b) => b[1] - a[1]).slice(0, 16)) {
    yield* argumentAt(site, args, text, isIgnored ? odds * OF_IGNORED : odds);
  }
}

/** Arguments without which a function does another thing. */
const TELLING = new Map<string, readonly string[]>(
  Object.entries({
    ...{ flat: ['Infinity', '2'], toString: ['2', '16', '36'], join: ["''", "' '", "','"], split: ["''", "' '", "','"] },
    ...{ fill: ['0', 'null', "''", 'false'], toFixed: ['2', '1'], slice: ['1', '0, -1'] },
  }),
);

/** Arguments that built-in functions of a name take: a further one is ignored. A file's own may be called alike. */
const TAKES: Readonly<Record<string, number>> = {
  ...{ trim: 0, toLowerCase: 0, toUpperCase: 0, pop: 0, shift: 0, reverse: 0, keys: 1, values: 1, entries: 1 },
  ...{ add: 1, has: 1, get: 1, delete: 1, at: 1, charAt: 1, charCodeAt: 1, codePointAt: 1, test: 1, exec: 1, match: 1 },
  ...{
    abs: 1,
    floor: 1,
    ceil: 1,
    round: 1,
    trunc: 1,
    sqrt: 1,
    sign: 1,
    isArray: 1,
    isInteger: 1,
    isNaN: 1,
    Number: 1,
    String: 1,
    Boolean: 1,
  },
};
const OF_IGNORED = 0.2;

function* argumentAt(site: Site, args: readonly Site[], text: string, odds: number): Generator<Proposal> {
  const last = args.at(-1);
  const first = args[0];
  if (last === undefined || first === undefined) {
    yield insert(site.end - 1, text, `argument ${text}`, site.node.type === 'NewExpression' ? odds * 0.5 : odds);
    return;
  }
  yield insert(last.end, `, ${text}`, `argument ${text} added`, odds);
  yield insert(first.start, `${text}, `, `argument ${text} put first`, odds * 0.25);
}

/** An argument as another call of the same function has it. */
function* donorArgument(site: Site, scene: Scene): Generator<Proposal> {
  if (site.key !== 'arguments' || site.parent === null || !isCall(site.parent)) return;
  const name = calleeName(site.parent);
  const seen = new Set([scene.text(site)]);
  for (const other of name === null ? [] : (scene.words.calls.get(name) ?? []).slice(0, 60)) {
    const donor = childList(other, 'arguments')[site.index];
    if (donor === undefined || donor.end - donor.start > 60 || seen.has(scene.text(donor)) || seen.size > 8) continue;
    seen.add(scene.text(donor));
    // What another function names there means something else here, where it means anything.
    if (!/=>|function/.test(scene.text(donor)) && !scene.donors.readable(donor, site)) continue;
    const odds = (functionOf(other) === functionOf(site) ? 1 : 0.6) * scene.fit.ofValue(donor, site);
    yield replace(site, scene.text(donor), `argument ${brief(scene.text(donor))}`, odds);
  }
}

/** `f(x)` -> `x`, `a.m(...)` -> `a`, `x()` -> `x`. */
function* unwrap(site: Site, scene: Scene): Generator<Proposal> {
  if (!isCall(site) || site.node.type === 'NewExpression') return;
  const args = childList(site, 'arguments');
  const callee = child(site, 'callee');
  if (callee === null) return;
  const only = args[0];
  const statement = site.parent?.node.type === 'ExpressionStatement';
  if (args.length >= 1 && only !== undefined && !statement && only.node.type !== 'SpreadElement') {
    yield replace(site, scene.operand(only), `without call of ${brief(scene.text(callee))}`, args.length === 1 ? 1 : 0.4);
  }
  const object = isMember(callee) ? child(callee, 'object') : null;
  if (object !== null && !statement && !/^[A-Z]\w*$|^this$|^super$/.test(scene.text(object))) {
    yield replace(
      site,
      scene.text(object),
      `without ${brief(scene.file.text.slice(object.end, site.end))}`,
      site.key === 'object' ? 0.8 : 1,
    );
  }
  if (args.length === 0 && !statement) yield replace(site, scene.text(callee), `${brief(scene.text(callee))} not called`, 0.4);
}

const WRAPPERS: Readonly<Record<'number' | 'text' | 'any', readonly (readonly [string, string, number])[]>> = {
  number: [
    ['Math.abs(', ')', 1],
    ['Math.floor(', ')', 1],
    ['Math.round(', ')', 0.5],
    ['Math.ceil(', ')', 0.5],
    ['Math.max(0, ', ')', 0.5],
    ['Math.trunc(', ')', 0.3],
    ['Math.sqrt(', ')', 0.3],
    ['Number(', ')', 0.5],
    ['String(', ')', 0.2],
  ],
  text: [
    ['', '.trim()', 0.5],
    ['', '.toLowerCase()', 0.5],
    ['', '.toUpperCase()', 0.25],
    ['String(', ')', 0.5],
    ['', '.toString()', 0.4],
    ['encodeURIComponent(', ')', 0.1],
  ],
  any: [
    ['String(', ')', 0.4],
    ['Number(', ')', 0.35],
    ['', '.toString()', 0.3],
    ['parseInt(', ', 10)', 0.2],
    ['Boolean(', ')', 0.15],
    ['Object.keys(', ')', 0.15],
    ['', '.slice()', 0.3],
    ['', '.reverse()', 0.3],
    ['', '.sort()', 0.3],
    ['', '.trim()', 0.25],
    ['', '.toLowerCase()', 0.25],
    ['', '.filter(Boolean)', 0.1],
    ['', ".join('')", 0.2],
    ['', ".split('')", 0.15],
    ['[', ']', 0.3],
    ['[...', ']', 0.15],
    ['Math.abs(', ')', 0.2],
    ['Math.floor(', ')', 0.2],
    ['[...new Set(', ')]', 0.08],
    ['', '.slice(1)', 0.15],
    ['', '.slice(0, -1)', 0.1],
    ['', ".split('').reverse().join('')", 0.04],
    ['Array.from(', ')', 0.1],
    ['JSON.stringify(', ')', 0.05],
    ['', '.toUpperCase()', 0.1],
    ['', '.length', 0.2],
  ],
};

/** A value wrapped in a call of the file's own one-argument functions, or of a built-in of its kind. */
function* wrap(site: Site, scene: Scene): Generator<Proposal> {
  const key = site.key;
  const parent = site.parent?.node.type ?? '';
  if (!isRead(site) || parent === 'ExpressionStatement' || /Await|Spread|Property|Throw|TSAs/.test(parent)) return;
  const place = /^(argument|arguments|init|right|left|object|value|body|test)$/.test(key) || parent === 'BinaryExpression';
  if (!place || /Function|Object|Array|Boolean|Null|RegExp|Template|Assignment|This|Logical|Super|Class|BlockS/.test(site.node.type))
    return;
  const text = scene.text(site);
  if (
    text === 'undefined' ||
    text.length > 120 ||
    (site.node.type === 'NumericLiteral' && key !== 'right') ||
    site.node.type === 'StringLiteral'
  )
    return;
  const kind = numeric(site, scene) ? 'number' : textual(site, scene) ? 'text' : 'any';
  const reach = key === 'object' ? 0.4 : key === 'left' || key === 'test' ? 0.6 : 1;
  const operand = scene.operand(site);
  for (const [before, after, odds] of WRAPPERS[kind]) {
    if (before === 'Math.floor(' && site.parent?.node.type === 'BinaryExpression' && kind === 'any') continue;
    const made = before === '' ? `${operand}${after}` : `${before}${text}${after}`;
    yield replace(site, made, `${brief(text)} -> ${brief(made)}`, odds * reach);
  }
  const visible = scene.names(site);
  const own = [...scene.words.wrappers].filter(([name]) => visible.has(name) && !text.startsWith(`${name}(`)).sort((a, b) => b[1] - a[1]);
  // A function of the file that nobody calls was made for something.
  const unused = unreadAt(site, scene);
  for (const { name, id } of scene
    .visible(site)
    .filter((each) => unused.has(each.name))
    .slice(0, MOST_UNUSED))
    if (isCalledByOne(id) && functionOf(site) !== id.parent) yield replace(site, `${name}(${text})`, `${name}(${brief(text)})`, 2 * reach);
  for (const [name, uses] of own.slice(0, 8))
    yield replace(site, `${name}(${text})`, `${name}(${brief(text)})`, Math.min(0.6, 0.2 + uses / 20) * reach);
}

const MOST_UNUSED = 3;

/** A name of a function that takes one argument. */
function isCalledByOne({ parent }: Site): boolean {
  const fn = parent?.node.type === 'VariableDeclarator' ? child(parent, 'init') : parent;
  return fn !== null && isFunction(fn) && childList(fn, 'params').length === 1;
}

function numeric(site: Site, scene: Scene): boolean {
  const node = site.node;
  if (node.type === 'BinaryExpression') return /^[-*/%]$/.test(node.operator) || (node.operator === '+' && !/['"`]/.test(scene.text(site)));
  if (node.type === 'Identifier' && scene.words.uses.get(node.name)?.has('number')) return true;
  return isOnly(scene.fit.kindsAt(site), 'number');
}

function textual(site: Site, scene: Scene): boolean {
  const node = site.node;
  if (node.type === 'TemplateLiteral' || (node.type === 'BinaryExpression' && /['"`]/.test(scene.text(site)))) return true;
  return isOnly(scene.fit.kindsAt(site), 'string');
}

/** A method call appended where the same receiver's methods are known without arguments: `x` -> `x.m()`. */
function* methodAdded(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'Identifier' || !isRead(site) || site.key === 'object') return;
  if (site.key === 'callee' || !/^(argument|arguments|init|right|left|value)$/.test(site.key)) return;
  const name = site.node.name;
  if (scene.words.uses.get(name)?.has('called')) yield insert(site.end, '()', `${name}()`, 0.8);
  for (const [method] of [...(scene.words.ofReceiver.get(name) ?? [])].filter(([each]) => scene.words.methods.has(each)).slice(0, 3)) {
    yield insert(site.end, `.${method}()`, `${name}.${method}()`, 0.3);
  }
}

export const callFamilies: readonly Family[] = [
  { name: 'argument dropped', share: 0.02, propose: dropArgument },
  { name: 'arguments swapped', share: 0.012, propose: swapArguments },
  { name: 'argument added', share: 0.04, propose: addArgument },
  { name: 'argument of another call', share: 0.025, propose: donorArgument },
  { name: 'call unwrapped', share: 0.025, propose: unwrap },
  { name: 'call wrapped', share: 0.025, propose: wrap },
  { name: 'method call added', share: 0.012, propose: methodAdded },
];
