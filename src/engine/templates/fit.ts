// Whether a value fits where it would stand: its kind against what the place asks for, and its name against the names there.
import { isOnly, type Kind, type Kinds, type KnownKinds, ownersOf } from './kinds.ts';
import { conventionOf, OTHER_CONVENTION } from './names.ts';
import type { Binding } from './scope.ts';
import { calleeName, functionOf, isCall, isCondition, isFunction, isMember, isRead, propertyName } from './shape.ts';
import { child, childList, type Site, walk } from './tree.ts';

/** How much likelier a change is for what it puts, 1 where nothing speaks for or against it. */
export interface Fit {
  readonly ofName: (binding: Binding, site: Site) => number;
  readonly ofValue: (value: Site, site: Site) => number;
  /** The same for a constant, given as code. */
  readonly ofConstant: (text: string, site: Site) => number;
  /** Kinds of what a name holds, by its declaration, else by its uses. */
  readonly kindsOf: (binding: Binding) => Kinds;
  /** Kinds of what a name or a member of it holds, read at a site. */
  readonly kindsNamed: (name: string, site: Site) => Kinds;
  /** Names of the members that a name was declared to have. */
  readonly membersOf: (name: string, site: Site) => readonly string[];
  /** Names of the members of what a function was declared to return. */
  readonly membersReturned: (fn: Site) => readonly string[];
  /** Kinds of an expression, by declarations alone. */
  readonly declared: (site: Site) => Kinds;
  /** Kinds of an expression. */
  readonly kindsAt: (site: Site) => Kinds;
}

const SAME = 1.4;
const UNKNOWN = 0.9;
/** Kinds that contradict each other: the types of TypeScript were checked, those of JavaScript are guessed. */
const CLASH = 0.1;
const CLASH_GUESSED = 0.25;
/** Only what stands there now, which may be wrong, speaks against it. */
const UNLIKE = 0.3;

const any: readonly Kind[] = ['string', 'array', 'regexp', 'function', 'class', 'object', 'map', 'set', 'promise'];
/** What members can be read of usefully. */
const HOLDERS: Kinds = new Set(any);
const LISTS: Kinds = new Set<Kind>(['array', 'string', 'map', 'set', 'object']);
const INDEXED: Kinds = new Set<Kind>(['array', 'string', 'object', 'function']);
const CALLED: Kinds = new Set<Kind>(['function', 'class']);
const NUMBER: Kinds = new Set<Kind>(['number']);
const STRING: Kinds = new Set<Kind>(['string']);
const TEXTUAL: Kinds = new Set<Kind>(['string', 'number']);

const CONSTANTS: readonly (readonly [RegExp, Kinds])[] = [
  [/^(?:true|false)$/, new Set<Kind>(['boolean'])],
  [/^(?:null|undefined)$/, new Set<Kind>(['nothing'])],
  [/^-?\d|^NaN$/, NUMBER],
  [/^['"`]/, STRING],
  [/^\[/, new Set<Kind>(['array'])],
  [/^\{/, new Set<Kind>(['object'])],
];

const TAKES_TEXT = /^(?:test|exec|startsWith|endsWith|encodeURI\w*|decodeURI\w*|localeCompare)$/;
const TAKES_NUMBER =
  /^(?:slice|substring|substr|charAt|charCodeAt|codePointAt|at|repeat|toFixed|abs|floor|ceil|round|trunc|sqrt|pow|min|max|sign|fromCharCode)$/;

/** Judges what would stand where, in one file. */
export function fitIn(program: Site, kinds: KnownKinds, isTyped: boolean): Fit {
  let uses: ReadonlyMap<number, Kinds> | null = null;
  const kindsOf = (binding: Binding): Kinds => {
    const declared = kinds.ofBinding(binding);
    if (declared !== null) return declared;
    uses ??= usesIn(program, kinds);
    return uses.get(binding.at) ?? null;
  };
  const kindsAt = (site: Site): Kinds => {
    const known = kinds.ofExpression(site);
    if (known !== null || site.node.type !== 'Identifier') return known;
    const binding = kinds.resolve(site.node.name, site);
    return binding === null ? null : kindsOf(binding);
  };
  const wantedAt = new Map<Site, Kinds>();
  const wanted = (site: Site): Kinds => {
    const known = wantedAt.get(site);
    if (known !== undefined) return known;
    const found = askedAt(site, kinds, kindsAt);
    wantedAt.set(site, found);
    return found;
  };
  const ofKinds = (given: Kinds, site: Site): number => {
    if (given === null) return UNKNOWN;
    const asked = wanted(site);
    if (asked !== null) return meet(given, asked) ? SAME : isTyped ? CLASH : CLASH_GUESSED;
    const here = kindsAt(site);
    if (here === null) return UNKNOWN;
    return meet(given, here) ? SAME : UNLIKE;
  };
  return {
    kindsOf,
    kindsAt,
    membersOf: (name, site) => {
      const binding = kinds.resolve(name, site);
      return binding === null ? [] : kinds.membersOf(binding);
    },
    membersReturned: kinds.membersReturned,
    declared: kinds.ofExpression,
    kindsNamed: (name, site) => {
      if (name.endsWith('.length')) return NUMBER;
      const binding = kinds.resolve(name, site);
      return binding === null ? null : kindsOf(binding);
    },
    ofValue: (value, site) => ofKinds(kindsAt(value), site),
    ofConstant: (text, site) => ofKinds(CONSTANTS.find(([pattern]) => pattern.test(text))?.[1] ?? null, site),
    ofName: (binding, site) => {
      const convention = site.node.type === 'Identifier' && conventionOf(site.node.name) !== conventionOf(binding.name);
      return ofKinds(kindsOf(binding), site) * (convention ? OTHER_CONVENTION : 1);
    },
  };
}

function meet(one: ReadonlySet<Kind>, other: ReadonlySet<Kind>): boolean {
  // A value that may be missing stands nowhere just for being missing.
  for (const kind of one) if (other.has(kind) && (kind !== 'nothing' || one.size === 1 || other.size === 1)) return true;
  return false;
}

/** What kinds a place asks for; null where it takes anything. */
function askedAt(site: Site, kinds: KnownKinds, kindsAt: (site: Site) => Kinds): Kinds {
  const { parent, key } = site;
  if (parent === null) return null;
  const hard = askedBySyntax(site, kindsAt);
  if (hard !== null) return hard;
  const { node } = parent;
  if (key === 'arguments') return askedOfArgument(site, parent, kinds, kindsAt);
  if (key === 'right' && node.type === 'AssignmentExpression' && /^(?:=|\?\?=|\|\|=)$/.test(node.operator)) {
    const left = child(parent, 'left');
    return left === null ? null : kindsAt(left);
  }
  if (key === 'init' && node.type === 'VariableDeclarator') {
    const id = child(parent, 'id');
    return id === null ? null : annotatedOnly(id, kindsAt);
  }
  if ((key === 'left' || key === 'right') && node.type === 'LogicalExpression' && !isCondition(site))
    return askedAt(parent, kinds, kindsAt);
  if ((key === 'consequent' || key === 'alternate') && node.type === 'ConditionalExpression') return askedAt(parent, kinds, kindsAt);
  if (/^TS(?:As|Satisfies|NonNull)|^Parenthesized/.test(node.type) && key === 'expression') return askedAt(parent, kinds, kindsAt);
  const fn = functionOf(site);
  const returned = (key === 'argument' && node.type === 'ReturnStatement') || (key === 'body' && node.type === 'ArrowFunctionExpression');
  return returned && fn !== null ? kinds.ofReturn(fn) : null;
}

/** What a declaration says of itself; its initialiser, which is to be judged, says nothing. */
function annotatedOnly(id: Site, kindsAt: (site: Site) => Kinds): Kinds {
  return id.node.type === 'Identifier' && id.node.typeAnnotation ? kindsAt(id) : null;
}

/** What operators, members and loops ask of their parts, whatever the names are. */
function askedBySyntax(site: Site, kindsAt: (site: Site) => Kinds): Kinds {
  const { parent, key } = site;
  if (parent === null) return null;
  const { node } = parent;
  if (key === 'callee') return CALLED;
  if (key === 'object' && isMember(parent)) {
    const name = propertyName(parent);
    return name === null ? INDEXED : (ownersOf(name) ?? HOLDERS);
  }
  if (key === 'property') return TEXTUAL;
  if (node.type === 'ForOfStatement' && key === 'right') return LISTS;
  if (node.type === 'SpreadElement') return LISTS;
  if (node.type === 'TemplateLiteral' && key === 'expressions') return TEXTUAL;
  if (node.type === 'UpdateExpression' || (node.type === 'UnaryExpression' && /^[-+~]$/.test(node.operator))) return NUMBER;
  if (node.type === 'AssignmentExpression' && /^[-*/%&|^<>]+=$/.test(node.operator) && !/^(?:\|\||&&)=$/.test(node.operator)) return NUMBER;
  if (node.type === 'AssignmentExpression' && node.operator === '+=') return TEXTUAL;
  if (node.type !== 'BinaryExpression') return null;
  const { operator } = node;
  if (operator === 'instanceof' && key === 'right') return CALLED;
  if (operator === 'in') return key === 'left' ? TEXTUAL : new Set<Kind>(['object', 'array', 'function']);
  if (/^(?:[-*/%&|^]|\*\*|<<|>>>?)$/.test(operator)) return NUMBER;
  const beside = child(parent, key === 'left' ? 'right' : 'left');
  const other = beside === null ? null : kindsAt(beside);
  if (operator === '+') return isOnly(other, 'number') ? TEXTUAL : isOnly(other, 'string') ? TEXTUAL : null;
  if (/^[<>]/.test(operator)) return isOnly(other, 'number') ? NUMBER : isOnly(other, 'string') ? STRING : TEXTUAL;
  return other !== null && !isOnly(other, 'nothing') ? other : null;
}

function askedOfArgument(site: Site, call: Site, kinds: KnownKinds, kindsAt: (site: Site) => Kinds): Kinds {
  const name = isCall(call) ? calleeName(call) : null;
  const callee = child(call, 'callee');
  if (name === null || callee === null) return null;
  if (!isMember(callee)) {
    const binding = kinds.resolve(name, call);
    const made = binding?.id.parent ?? null;
    const fn = made === null || isFunction(made) ? made : child(made, 'init');
    const param = fn !== null && isFunction(fn) ? childList(fn, 'params')[site.index] : undefined;
    if (param !== undefined) return kindsAt(param.node.type === 'AssignmentPattern' ? (child(param, 'left') ?? param) : param);
    if (binding !== null) return null;
  }
  if (TAKES_TEXT.test(name)) return STRING;
  if (TAKES_NUMBER.test(name)) return NUMBER;
  const object = isMember(callee) ? child(callee, 'object') : null;
  if (/^(?:includes|indexOf|lastIndexOf|concat)$/.test(name) && object !== null && isOnly(kindsAt(object), 'string')) return STRING;
  return null;
}

/** Kinds of names by what they are used for, where all uses agree; by where they are declared. */
function usesIn(program: Site, kinds: KnownKinds): ReadonlyMap<number, Kinds> {
  const found = new Map<number, Kinds>();
  for (const site of walk(program)) {
    if (site.node.type !== 'Identifier' || !(isRead(site) || site.parent?.node.type === 'UpdateExpression')) continue;
    const asked = askedBySyntax(site, kinds.ofExpression);
    if (asked === null || asked === HOLDERS) continue;
    const binding = kinds.resolve(site.node.name, site);
    if (binding === null) continue;
    const before = found.get(binding.at);
    const both = before === undefined || before === null ? asked : new Set([...before].filter((kind) => asked.has(kind)));
    found.set(binding.at, before === null || both.size === 0 ? null : both);
  }
  return found;
}
