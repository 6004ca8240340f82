// What is shared where a copy is meant: an argument that is sorted in place, a list that changes while it is gone over, parts of a copy.
import { escapeRegex } from '../../escape.ts';
import { brief, type Proposal } from '../family.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { beginsStatement, calleeName, functionName, functionOf, isCall, isFunction, isLoop, isMember, loopOf } from '../shape.ts';
import { ancestors, child, childList, type Site } from '../tree.ts';

const MUTATES = /^(?:sort|reverse|fill)$/;

/** `given.sort()` changes what was given, and so does `Object.assign(given, more)`. */
function* beforeChange(site: Site, scene: Scene): Generator<Proposal> {
  const [into, ...more] = isCall(site) && calleeName(site) === 'assign' ? childList(site, 'arguments') : [];
  if (into !== undefined && more.length > 0 && /^(?:Identifier|MemberExpression)$/.test(into.node.type)) {
    const isTaken = site.parent?.node.type !== 'ExpressionStatement';
    if (isTaken) yield insert(into.start, '{}, ', `a copy of ${brief(scene.text(into))}`, 2);
  }
  const callee = isCall(site) ? child(site, 'callee') : null;
  const object = callee !== null && isMember(callee) ? child(callee, 'object') : null;
  const method = calleeName(site) ?? '';
  if (object === null || !MUTATES.test(method) || !/^(?:Identifier|MemberExpression)$/.test(object.node.type)) return;
  const name = scene.text(object);
  const binding = scene.visible(site).find((each) => each.name === name);
  // What a function has made itself is its own.
  const isGiven = binding === undefined || binding.kind === 'param' || functionOf(binding.id) !== functionOf(site);
  // As a statement of its own it is meant to change what it is called on.
  if (site.parent?.node.type === 'ExpressionStatement' || beginsStatement(object)) return;
  yield replace(object, `[...${name}]`, `a copy of ${brief(name)}`, isGiven ? 1 : 0.3);
}

/** Whether a name stands for what the object, or the module, keeps: `const list = this.listeners[event] ?? []`. */
function isKept(list: Site, scene: Scene): boolean {
  const binding = list.node.type === 'Identifier' ? scene.visible(list).find(({ name }) => name === scene.text(list)) : undefined;
  const init = binding?.kind === 'const' && binding.id.parent !== null ? child(binding.id.parent, 'init') : null;
  return (
    init !== null && /^(?:Member|OptionalMember|Logical|Call)Expression$/.test(init.node.type) && /\bthis\.|\.get\(/.test(scene.text(init))
  );
}

/** A list that changes while it is gone over. */
function* whileGoing(site: Site, scene: Scene): Generator<Proposal> {
  const [list, body] = site.node.type === 'ForOfStatement' && !site.node.await ? [child(site, 'right'), child(site, 'body')] : [null, null];
  if (list === null || body === null || !/^(?:Identifier|MemberExpression|CallExpression)$/.test(list.node.type)) return;
  const name = scene.text(list).replace(/\.(?:keys|values|entries)\(\)$/, '');
  if (name.length > 60) return;
  const isChanged = new RegExp(`(?<![\\w$.])${escapeRegex(name)}\\.(?:splice|delete|add|push|shift|pop|unshift|set)\\(`).test(
    scene.text(body),
  );
  // Whom each is handed to may add to, or take from, what the object keeps.
  const isCalled = /\(/.test(scene.text(body)) && (/^this\./.test(name) || isKept(list, scene));
  yield replace(list, `[...${scene.text(list)}]`, `a copy of ${brief(name)}`, isChanged ? 3 : isCalled ? 1 : 0.1);
}

/** What a shallow copy is made of: `{ ...given }`, `given.slice()`, `Object.assign({}, given)`, `Array.from(given)`. */
function copiedBy(site: Site, scene: Scene): string | null {
  if (/^(?:Object|Array)Expression$/.test(site.node.type)) {
    const [only, more] = site.children;
    const argument = only?.node.type === 'SpreadElement' && more === undefined ? child(only, 'argument') : null;
    return argument === null ? null : scene.text(argument);
  }
  if (!isCall(site) || !/^(?:assign|slice|from)$/.test(calleeName(site) ?? '')) return null;
  const given = childList(site, 'arguments').map(scene.text);
  const callee = child(site, 'callee');
  const object = callee !== null && isMember(callee) ? child(callee, 'object') : null;
  const of = object === null ? '' : scene.text(object);
  if (calleeName(site) === 'slice') return given.length === 0 && of !== '' ? of : null;
  if (of === 'Object') return given.length === 2 && given[0] === '{}' ? (given[1] ?? null) : null;
  return of === 'Array' && given.length === 1 ? (given[0] ?? null) : null;
}

/** `{ ...given }` has the parts of what was given. */
function* deep(site: Site, scene: Scene): Generator<Proposal> {
  const name = copiedBy(site, scene);
  if (name === null || beginsStatement(site)) return;
  yield replace(site, `structuredClone(${name})`, `a whole copy of ${brief(name)}`, 1);
  if (site.node.type !== 'ObjectExpression' && calleeName(site) !== 'assign') {
    const list = /^[\w$.]+$/.test(name) ? name : `(${name})`;
    for (const copy of ['[...each]', '({ ...each })'])
      yield replace(site, `${list}.map((each) => ${copy})`, `a copy of each of ${brief(name)}`, 0.7);
  }
}

/** Within a function that copies, or merges, what lies below: `target[key] = { ...value }` -> `merge(target[key], value)`. */
function* byItself(site: Site, scene: Scene): Generator<Proposal> {
  const copied = copiedBy(site, scene);
  const fn = functionOf(site);
  const name = fn === null ? null : functionName(fn);
  if (copied === null || fn === null || name === null || loopOf(site) === null) return;
  const target = [site, ...ancestors(site)].find(
    ({ parent, key }) => key === 'right' && parent?.node.type === 'AssignmentExpression',
  )?.parent;
  const left = target == null ? null : child(target, 'left');
  const count = childList(fn, 'params').length;
  const label = `${name} of what lies below`;
  if (count === 1) yield replace(site, `${name}(${copied})`, label, 3);
  if (count !== 2 || left === null) return;
  yield replace(site, `${name}(${scene.text(left)}, ${copied})`, label, 3);
  yield replace(site, `${name}(${copied}, ${scene.text(left)})`, label, 1);
}

/** `{ ...given, ...defaults }`: the last one counts. */
function* lastCounts(site: Site, scene: Scene): Generator<Proposal> {
  const parts = site.node.type === 'ObjectExpression' ? childList(site, 'properties') : [];
  for (const [at, one] of parts.entries()) {
    const next = parts[at + 1];
    if (next === undefined || (one.node.type !== 'SpreadElement' && next.node.type !== 'SpreadElement')) continue;
    const text = scene.text(next) + scene.file.text.slice(one.end, next.start) + scene.text(one);
    const odds = one.node.type === next.node.type ? 1 : 0.4;
    yield { start: one.start, end: next.end, text, label: `${brief(scene.text(one))} last`, odds };
  }
  // One spread among several properties begins, or ends, them.
  const spread = parts.find(({ node }) => node.type === 'SpreadElement');
  const [first, last] = [parts[0], parts.at(-1)];
  const isPlain = parts.filter(({ node }) => node.type === 'SpreadElement').length === 1 && !/\/[/*]/.test(scene.text(site));
  if (spread === undefined || first === undefined || last === undefined || parts.length < 3 || !isPlain) return;
  const others = parts.filter((each) => each !== spread).map(scene.text);
  const put = (list: readonly string[], label: string): Proposal => ({
    ...{ start: first.start, end: last.end, label, odds: 0.4 },
    text: list.join(', '),
  });
  if (spread !== first) yield put([scene.text(spread), ...others], `${brief(scene.text(spread))} first`);
  if (spread !== last) yield put([...others, scene.text(spread)], `${brief(scene.text(spread))} last`);
}

/** How what is kept goes on being changed, and how it is copied. */
const CHANGES: readonly (readonly [change: string, copy: (name: string) => string])[] = [
  ['\\.(?:push|pop|shift|unshift|splice)\\(', (name) => `[...${name}]`],
  ['\\.set(?:UTC)?(?:Date|Month|FullYear|Hours|Minutes|Seconds|Time)\\(', (name) => `new Date(${name})`],
  ['\\.(?:add|delete)\\(', (name) => `new Set(${name})`],
  ['\\.set\\(', (name) => `new Map(${name})`],
  ['\\[[^\\]\\n]+\\] *(?:[-+*/]?=(?![=>])|\\+\\+|--)', (name) => `[...${name}]`],
  ['\\.\\w+ *(?:[-+*/]?=(?![=>])|\\+\\+|--)', (name) => `{ ...${name} }`],
];

/** What is put into a list, a table or handed out as it stands there, and goes on changing. */
function* kept(site: Site, scene: Scene): Generator<Proposal> {
  const { parent } = site;
  if (site.node.type !== 'Identifier' || parent === null) return;
  const isPut = site.key === 'arguments' && /^(?:push|unshift|add|set)$/.test(calleeName(parent) ?? '');
  const isHanded = parent.node.type === 'YieldExpression' || (site.key === 'right' && parent.node.type === 'AssignmentExpression');
  if (!isPut && !isHanded) return;
  const name = site.node.name;
  const binding = scene.visible(site).find((each) => each.name === name);
  // What is made anew for each round is no other's.
  if (binding === undefined || isMadeBeside(binding.id, site)) return;
  const around = functionOf(binding.id);
  const text = around === null ? scene.file.text : scene.text(around);
  for (const [change, copy] of CHANGES)
    if (new RegExp(`(?<![\\w$.])${escapeRegex(name)}${change}`).test(text.replace(/\b(?:const|let|var)\s[^=;\n]*=/g, '')))
      return yield replace(site, copy(name), `a copy of ${name}`, isPut ? 1 : 0.4);
}

/** Whether a name is declared in a block that the place stands in, within the innermost loop or function around it. */
function isMadeBeside(declared: Site, site: Site): boolean {
  for (const at of ancestors(site)) {
    if (!(isLoop(at) || isFunction(at))) continue;
    const isParameter = isFunction(at) && declared.key === 'params';
    return declared.start >= at.start && declared.end <= at.end && !isParameter;
  }
  return false;
}

export const copyFamilies: readonly Family[] = [
  { name: 'copy before a change', share: 0.03, propose: beforeChange },
  { name: 'copy to go over', share: 0.03, propose: whileGoing },
  { name: 'copy of what goes on', share: 0.08, propose: kept },
  { name: 'whole copy', share: 0.03, propose: deep },
  { name: 'itself below', share: 0.12, propose: byItself },
  { name: 'last one counts', share: 0.1, propose: lastCounts },
];
