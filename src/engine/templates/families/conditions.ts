import { escapeRegex } from '../../escape.ts';
import { brief, type Proposal } from '../family.ts';
import { isOnly, type Kind, type Kinds } from '../kinds.ts';
import { type Family, replace, type Scene } from '../scene.ts';
import { isUnset } from '../scope.ts';
import { calleeName, functionOf, isCall, isCondition, isExpression, isListed, isMember, isRead, propertyName } from '../shape.ts';
import { child, childList, type Site, walk } from '../tree.ts';

/** Names that a condition could be about: those it uses, then parameters, then the rest of the function's own. */
export function conditionNames(site: Site, scene: Scene, most = 8): string[] {
  const own = new Set<string>();
  const known = scene.names(site);
  for (const each of walk(site)) {
    if (each.node.type === 'Identifier' && isRead(each) && each.key !== 'callee' && known.has(each.node.name)) own.add(each.node.name);
    if (isMember(each) && each.end - each.start <= 30 && each.key !== 'callee') {
      const [root = ''] = /^[\w$]+/.exec(scene.text(each)) ?? [];
      if (root === 'this' || known.has(root)) own.add(scene.text(each));
    }
  }
  const visible = scene.visible(site);
  for (const binding of visible) if (binding.kind === 'param') own.add(binding.name);
  for (const binding of visible) {
    if (
      /^(let|var|const|catch)$/.test(binding.kind) &&
      binding.until < site.start &&
      binding.scope.node.type !== 'Program' &&
      !isUnset(binding, site)
    )
      own.add(binding.name);
  }
  // What the failing test speaks of comes first.
  const { said } = scene.clues;
  return [...own].toSorted((a, b) => Number(said.has(b)) - Number(said.has(a))).slice(0, most);
}

/** Names of truth values. */
export const PREDICATE = /^(?:is|has|can|should|was|no|found)[A-Z_]/;

/** Which kinds of values a test makes sense for, by what it looks like. */
const MEANT: readonly (readonly [RegExp, readonly Kind[]])[] = [
  [/(?:true|false)$/, ['boolean']],
  [/\.length\b/, ['string', 'array']],
  [/^!?Array\.isArray/, ['array']],
  [/[=<>] -?\d+$/, ['number']],
  [/[=!]==? ['"]/, ['string']],
  [/(?:undefined|null)$/, ['nothing']],
];
/** Kinds whose values all count as true. */
const ALWAYS_TRUE: ReadonlySet<Kind> = new Set<Kind>(['array', 'object', 'function', 'class', 'regexp', 'map', 'set', 'promise']);
const SENSELESS = 0.1;
/** What is of one kind is asked what only that kind can answer. */
const TELLING = 2;
/** A test of the kind of what is of one kind only. */
const KNOWN_KIND = 0.3;

/** How much sense a test makes for what is of such kinds. */
export function senseOf(test: string, kinds: Kinds): number {
  if (kinds === null) return 1;
  if (/^!?[\w$]+$/.test(test)) return [...kinds].every((kind) => ALWAYS_TRUE.has(kind)) ? SENSELESS : 1;
  if (/^typeof /.test(test)) return kinds.size > 1 ? 1 : KNOWN_KIND;
  const [, meant] = MEANT.find(([pattern]) => pattern.test(test)) ?? [];
  if (meant === undefined) return 1;
  return meant.some((kind) => kinds.has(kind)) ? (kinds.size === 1 ? TELLING : 1) : SENSELESS;
}

/** Tests of one name read at a site, the commonest first. */
export function testsOf(name: string, site: Site, scene: Scene): [string, number][] {
  const kinds = scene.fit.kindsNamed(name, site);
  return allTestsOf(name)
    .map(([test, odds]): [string, number] => [test, odds * senseOf(test, kinds)])
    .sort((a, b) => b[1] - a[1]);
}

/** The same, whatever the name holds. */
export function allTestsOf(name: string): [string, number][] {
  return [
    [name, 1],
    [`!${name}`, 1],
    [`${name} === undefined`, 0.5],
    [`${name} !== undefined`, 0.5],
    [`${name} === null`, 0.35],
    [`${name} !== null`, 0.35],
    [`${name} == null`, 0.35],
    [`${name} != null`, 0.35],
    [`typeof ${name} === 'string'`, 0.4],
    [`typeof ${name} === 'function'`, 0.4],
    [`typeof ${name} === 'object'`, 0.3],
    [`typeof ${name} !== 'string'`, 0.25],
    [`typeof ${name} === 'undefined'`, 0.25],
    [`typeof ${name} === 'number'`, 0.25],
    [`${name} === ''`, 0.4],
    [`Array.isArray(${name})`, 0.4],
    [`!Array.isArray(${name})`, 0.2],
    [`${name}.length`, 0.3],
    [`!${name}.length`, 0.3],
    [`${name}.length > 0`, 0.25],
    [`${name}.length > 1`, 0.2],
    [`${name}.length === 0`, 0.25],
    [`${name} > 0`, 0.15],
    [`${name} > 1`, 0.12],
    [`${name} < 0`, 0.15],
    [`${name} >= 0`, 0.12],
    [`${name} !== -1`, 0.12],
    [`${name} < 1`, 0.12],
    [`${name} === 0`, 0.15],
    [`${name} !== 0`, 0.1],
  ];
}

/** Conditions of the same function first, then of the file; those whose names cannot be read here are left out. */
export function donorConditions(site: Site, scene: Scene, most: number): [string, number][] {
  const fn = functionOf(site);
  const found = new Map<string, number>();
  for (const donor of (scene.words.conditions.get(fn) ?? []).slice(0, 60)) {
    if (donor !== site && donor.end - donor.start < 80) found.set(scene.operand(donor), Math.abs(donor.line - site.line) < 6 ? 1 : 0.8);
  }
  for (const donor of scene.donors.foreignConditions(fn)) if (!found.has(donor)) found.set(donor, 0.35);
  return [...found].sort((a, b) => b[1] - a[1]).slice(0, most);
}

const OF_SEVERAL = 0.5;

/** An operand that is, or stands beside, what answers yes or no: `return a || b === c`, `x => isOpen(x) && has(x)`. */
function isTruthOperand(site: Site, scene: Scene): boolean {
  const { parent } = site;
  if (parent?.node.type !== 'LogicalExpression' || parent.node.operator === '??' || !isRead(site)) return false;
  const beside = child(parent, site.key === 'left' ? 'right' : 'left');
  return [site, beside].some((each) => each !== null && (isComparison(each) || isTruth(each, scene)));
}

function isComparison({ node }: Site): boolean {
  if (node.type === 'UnaryExpression') return node.operator === '!';
  return node.type === 'BinaryExpression' && /^(?:[<>]=?|[=!]==?|in|instanceof)$/.test(node.operator);
}

function* negate(site: Site, scene: Scene): Generator<Proposal> {
  if (!isCondition(site) && !isTruthOperand(site, scene)) return;
  const node = site.node;
  if (site.parent?.node.type === 'UnaryExpression' || node.type === 'BooleanLiteral') return;
  if (node.type === 'UnaryExpression' && node.operator === '!') {
    const argument = child(site, 'argument');
    if (argument !== null) yield replace(site, scene.text(argument), `without !: ${brief(scene.text(argument))}`, 1.2);
    return;
  }
  // A comparison is negated by its own operator; see the comparison family. Several tests are seldom negated together.
  const comparison = node.type === 'BinaryExpression' && /^[<>=!]/.test(node.operator);
  const odds = comparison ? 0.2 : node.type === 'LogicalExpression' ? OF_SEVERAL : 1;
  yield replace(site, `!${scene.operand(site)}`, `negated: ${brief(scene.text(site))}`, odds);
}

/** `return a && b`, `x => test(x)`: truth values outside of branches, negated. */
function* negateValue(site: Site, scene: Scene): Generator<Proposal> {
  if (isCondition(site) || isTruthOperand(site, scene) || !isRead(site) || site.parent?.node.type === 'UnaryExpression') return;
  const node = site.node;
  const returned = site.key === 'argument' && site.parent?.node.type === 'ReturnStatement';
  const arrow = site.key === 'body' && site.parent?.node.type === 'ArrowFunctionExpression';
  const operand = site.parent?.node.type === 'LogicalExpression' || site.key === 'init' || site.key === 'right';
  if (!returned && !arrow && !operand) return;
  const truth =
    node.type === 'BinaryExpression' ? /^(in|instanceof)$/.test(node.operator) : /Call|Logical|Identifier|Member/.test(node.type);
  if (truth) yield replace(site, `!${scene.operand(site)}`, `negated: ${brief(scene.text(site))}`, returned || arrow ? 0.8 : 0.3);
  // What is there as yes or no: `!!timer`.
  const isNot = node.type === 'UnaryExpression' && node.operator === '!' && child(site, 'argument')?.node.type !== 'UnaryExpression';
  if (isNot) yield replace(site, `!${scene.text(site)}`, `negated: ${brief(scene.text(site))}`, returned || arrow ? 0.5 : 0.2);
}

/** What is a truth value and nothing else, by its kind or by its name; constants aside. */
export function isTruth(site: Site, scene: Scene): boolean {
  if (!/^(?:Identifier|(?:Optional)?(?:Member|Call)Expression)$/.test(site.node.type)) return false;
  const kinds = scene.fit.kindsAt(site);
  const name = isCall(site) ? calleeName(site) : (propertyName(site) ?? scene.text(site));
  return kinds === null ? PREDICATE.test(name ?? '') : isOnly(kinds, 'boolean');
}

function* dropOperand(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  if (node.type !== 'LogicalExpression') return;
  const left = child(site, 'left');
  const right = child(site, 'right');
  if (left === null || right === null) return;
  const nested = site.parent?.node.type === 'LogicalExpression';
  const keep = (kept: Site) => (nested || !isExpression(site) ? scene.operand(kept) : scene.text(kept));
  yield replace(site, keep(left), `without ${node.operator} ${brief(scene.text(right))}`, 1);
  yield replace(site, keep(right), `without ${brief(scene.text(left))} ${node.operator}`, 0.9);
}

function* addOperand(site: Site, scene: Scene): Generator<Proposal> {
  // With an operand more a constant is still one, or is the operand alone, which is proposed as such.
  if (
    !isCondition(site) ||
    site.node.type === 'BooleanLiteral' ||
    site.parent?.node.type === 'LogicalExpression' ||
    site.parent?.node.type === 'UnaryExpression'
  )
    return;
  const test = scene.operand(site);
  const or = site.node.type === 'LogicalExpression' && site.node.operator === '||' ? `(${scene.text(site)})` : scene.text(site);
  const options: [string, number][] = donorConditions(site, scene, 8);
  for (const [at, name] of conditionNames(site, scene).entries()) {
    if (name.includes('(')) continue;
    for (const [text, odds] of testsOf(name, site, scene).slice(0, 20)) options.push([text, odds * (at < 3 ? 0.5 : 0.25)]);
  }
  for (const [donor, odds] of options.sort((a, b) => b[1] - a[1]).slice(0, 30)) {
    if (scene.text(site).includes(donor)) continue;
    yield replace(site, `${or} && ${donor}`, `and ${brief(donor)}`, odds);
    yield replace(site, `${simpler(site) ? scene.text(site) : test} || ${donor}`, `or ${brief(donor)}`, odds * 0.8);
    if (!donor.startsWith('!'))
      yield replace(site, `${or} && !${/^[\w.]+$/.test(donor) ? donor : `(${donor})`}`, `and not ${brief(donor)}`, odds * 0.4);
    if (/\.|length/.test(scene.text(site))) yield replace(site, `${donor} && ${test}`, `${brief(donor)} and`, odds * 0.4);
  }
}

function simpler(site: Site): boolean {
  return site.node.type !== 'ConditionalExpression' && site.node.type !== 'AssignmentExpression';
}

/** A condition replaced by a neighbouring one. */
function* swapCondition(site: Site, scene: Scene): Generator<Proposal> {
  if (!isCondition(site) || site.node.type === 'BooleanLiteral' || site.parent?.node.type === 'UnaryExpression') return;
  for (const [donor, odds] of donorConditions(site, scene, 6)) {
    if (donor !== scene.text(site)) yield replace(site, donor, `condition ${brief(donor)}`, odds * 0.4);
  }
}

/** A guard around a statement: `if (name) statement`. */
function* guardAround(site: Site, scene: Scene): Generator<Proposal> {
  if (!isListed(site) || site.node.type !== 'ExpressionStatement') return;
  const test = (text: string, odds: number) => replace(site, `if (${text}) ${scene.text(site)}`, `only if ${brief(text)}`, odds);
  for (const [at, name] of conditionNames(site, scene).slice(0, 4).entries()) {
    for (const [text, odds] of testsOf(name, site, scene).slice(0, 16)) yield test(text, odds / (1 + at));
  }
  for (const [donor, odds] of donorConditions(site, scene, 5)) yield test(donor, odds * 0.6);
  const value = handedOver(site, scene);
  if (value !== null) yield test(value, OF_HANDED_OVER);
}

/** How much likelier a check is of what is handed over, and gone then. */
const OF_HANDED_OVER = 8;

/** `stream.waiting = state.callback;` in front of `state.callback = null`: nothing to hand over would take the place of what is there. */
function handedOver(site: Site, scene: Scene): string | null {
  const assignment = child(site, 'expression');
  const right = assignment?.node.type === 'AssignmentExpression' && assignment.node.operator === '=' ? child(assignment, 'right') : null;
  if (right === null || !/^[\w$.]+$/.test(scene.text(right)) || site.parent === null) return null;
  const next = childList(site.parent, site.key)[childList(site.parent, site.key).indexOf(site) + 1];
  const isGone =
    next !== undefined && new RegExp(`^${escapeRegex(scene.text(right))} = (?:null|undefined|void 0|false)\\b`).test(scene.text(next));
  return isGone ? scene.text(right) : null;
}

export const conditionFamilies: readonly Family[] = [
  { name: 'condition negated', share: 0.06, propose: negate },
  { name: 'truth negated', share: 0.012, propose: negateValue },
  { name: 'operand dropped', share: 0.04, propose: dropOperand },
  { name: 'operand added', share: 0.06, propose: addOperand },
  { name: 'condition replaced', share: 0.03, propose: swapCondition },
  { name: 'guard around', share: 0.02, propose: guardAround },
];
