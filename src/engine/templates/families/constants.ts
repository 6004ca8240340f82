// `true` or `false` where a condition is meant: a condition is made of what the file compares, tests and calls elsewhere.
import { brief, type Proposal } from '../family.ts';
import { isOnly, type Kinds } from '../kinds.ts';
import { type Family, replace, type Scene } from '../scene.ts';
import { calleeName, functionOf, isCall, isCondition, isRead } from '../shape.ts';
import { ancestors, child, childList, type Site } from '../tree.ts';
import { unreadAt } from '../unread.ts';
import { eitherOf, endsOf, guardsOf, ordered, sameOfTwo, truthsOf } from './compounds.ts';
import { allTestsOf, conditionNames, donorConditions, PREDICATE, senseOf, testsOf } from './conditions.ts';
import { isPredicate, questionsBy } from './questions.ts';

const most = 600;
const MOST_NAMES = 14;
const MOST_PARTS = 12;
const MOST_TEXTS = 6;
/** What every object inherits by name. */
const inherited = ['__proto__', 'constructor', 'prototype'];
const MOST_GUARDED = 3;
const MOST_TERMS = 4;
const MOST_COUNTED = 5;
const MOST_QUESTIONS = 5;
const MOST_TRUTHS = 4;
/** Conditions are made of truth values rather than of others. */
const OF_TRUTHS = 5;
/** Conditions of several tests that stand elsewhere in the file. */
const MOST_COMPOUNDS = 40;
const LONGEST_COMPOUND = 200;
const OF_COMPOUND = 0.6;
const MOST_ENDS = 3;
const MOST_END_TEXTS = 3;
/** Tests that are joined two at a time, and how likely both are meant. */
const JOINED = 10;
const OF_TWO = 0.1;

/** `if (true)`: nobody means that. */
function* constant(site: Site, scene: Scene): Generator<Proposal> {
  if (isConstantCondition(site)) yield* made(site, scene);
}

/** A constant that decides a branch. Who writes `while (true)` means it. */
function isConstantCondition(site: Site): boolean {
  if (site.node.type !== 'BooleanLiteral') return false;
  if (site.node.value && /^(?:While|DoWhile)/.test(site.parent?.node.type ?? '')) return false;
  return isCondition(site) || (site.key === 'left' && site.parent?.node.type === 'LogicalExpression');
}

/** A plain answer is mostly meant, and may be the answer of a condition. */
function* answer(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'BooleanLiteral' || !isRead(site) || isConstantCondition(site)) return;
  const decides = isCondition(site);
  const answers = site.key === 'init' || (site.key === 'argument' && site.parent?.node.type === 'ReturnStatement') || isArrowBody(site);
  const chance = decides || isFixed(site) ? 1 : 0.25;
  if (decides || answers) for (const each of made(site, scene)) yield { ...each, odds: each.odds * chance };
}

/** A name in a function that stands for one and the same truth value for good: nobody needs it. */
function isFixed(site: Site): boolean {
  const declaration = site.key === 'init' ? site.parent?.parent?.node : undefined;
  return declaration?.type === 'VariableDeclaration' && declaration.kind === 'const' && functionOf(site) !== null;
}

function* made(site: Site, scene: Scene): Generator<Proposal> {
  for (const [text, odds] of conditionsFor(site, scene)) yield replace(site, text, `condition ${brief(text)}`, odds);
}

function isArrowBody(site: Site): boolean {
  return site.key === 'body' && site.parent?.node.type === 'ArrowFunctionExpression';
}

/** Likeliest first. What is declared and read nowhere has lost its reader, maybe here. */
function conditionsFor(site: Site, scene: Scene): readonly (readonly [string, number])[] {
  const found = new Map<string, number>();
  const unread = unreadAt(site, scene);
  const add = (text: string, odds: number): void => {
    const raised = unread.size > 0 && (text.match(/(?<![\w$.])[A-Za-z_$][\w$]*/g) ?? []).some((word) => unread.has(word)) ? odds * 3 : odds;
    if (raised > (found.get(text) ?? 0)) found.set(text, raised);
  };
  for (const [donor, odds] of donorConditions(site, scene, 16)) {
    const plain = withoutBrackets(donor);
    add(plain, odds);
    add(`!${/^[\w.$]+(?:\([\w., $]*\))?$/.test(plain) ? plain : `(${plain})`}`, odds * 0.5);
  }
  for (const donor of scene.words.compounds.slice(0, MOST_COMPOUNDS))
    if (donor.end - donor.start < LONGEST_COMPOUND && scene.donors.readable(donor, site)) add(scene.text(donor), OF_COMPOUND);
  const names = askedAbout(site, scene, unread).slice(0, MOST_NAMES);
  const comparisons = comparisonsIn(scene);
  const texts = textsFor(scene);
  const asked = [...scene.words.conditions.values()].flat().filter(isCall);
  const truths = names.filter((name) => scene.fit.kindsNamed(name, site)?.has('boolean') || PREDICATE.test(name)).slice(0, MOST_TRUTHS);
  for (const [at, name] of names.entries()) {
    const near = 1 / (1 + at / 3);
    const kinds = scene.fit.kindsNamed(name, site);
    for (const [text, odds] of testsOf(name, site, scene)) add(text, odds * near);
    for (const [rest, odds] of comparisons) add(`${name} ${rest}`, odds * near * senseOf(rest, kinds));
    for (const [text, odds] of partsOf(name, site, scene)) add(text, odds * near);
    if (kinds === null || kinds.has('string'))
      for (const text of texts)
        for (const operator of ['===', '!==']) add(`${name} ${operator} ${text}`, (operator === '===' ? 0.2 : 0.1) * near);
    if (kinds === null || kinds.has('string') || kinds.has('array'))
      for (const [text, odds] of lengths(name, scene)) add(text, odds * near);
    for (const [call, odds] of predicatesFor(name, { site, scene, unread, asked })) {
      add(call, odds * near);
      add(`!${call}`, odds * near * 0.7);
      for (const truth of truths.slice(0, 2)) {
        if (truth === name) continue;
        add(`${truth} && ${call}`, odds * near * 0.3);
        add(`${truth} && !${call}`, odds * near * 0.3);
      }
    }
    if (at < MOST_ENDS && (kinds === null || kinds.has('string')))
      for (const [text, odds] of endsOf(name, texts.slice(0, MOST_END_TEXTS), scene.file.text)) add(text, odds * near);
  }
  if (insideClass(site)) for (const [text, odds] of partsOf('this', site, scene)) add(text, odds * 0.7);
  for (const [text, odds] of questionsBy({ site, scene, names, unread })) add(text, odds);
  const likeliest = [...found].sort((a, b) => b[1] - a[1]).slice(0, JOINED);
  for (const [at, [a, odds]] of likeliest.entries())
    for (const [b, also] of likeliest.slice(at + 1)) {
      if (!speaksOfOthers(a, b) || !speaksOfOthers(b, a)) continue;
      for (const operator of ['&&', '||']) if (!/&&|\|\|/.test(a + b)) add(`${a} ${operator} ${b}`, OF_TWO * odds * also);
    }
  for (const [at, name] of names.slice(0, MOST_GUARDED).entries()) for (const [text, odds] of guardsOf(name)) add(text, odds / (1 + at));
  for (const [text, odds] of truthsOf(truths.slice(0, 3))) add(text, odds * OF_TRUTHS);
  for (const [text, odds] of truthsOf(names.slice(0, MOST_TRUTHS))) add(text, odds / 2);
  if (comparisons.some(([rest]) => /^=== (?:true|false)$/.test(rest)))
    for (const [text, odds] of truthsOf(names.slice(0, MOST_TRUTHS), true)) add(text, odds);
  const counted = names.filter((name) => isOnly(scene.fit.kindsNamed(name, site), 'number')).slice(0, MOST_COUNTED);
  for (const [text, odds] of ordered(counted)) add(text, odds);
  const terms = shortIn(site, scene);
  for (const [at, term] of terms.slice(0, MOST_TERMS).entries())
    for (const [text, odds] of allTestsOf(term)) add(text, (0.3 * odds) / (1 + at / 2));
  for (const name of names.slice(0, MOST_GUARDED)) for (const [text, odds] of eitherOf(name, texts)) add(text, odds);
  const values = [...names.slice(0, MOST_GUARDED), ...terms.slice(0, MOST_TERMS)];
  for (const [text, odds] of sameOfTwo(questionsIn(site, scene, unread), values)) add(text, odds);
  const comparable = names.filter((name) => comparableKinds(scene.fit.kindsNamed(name, site)));
  for (const [text, odds] of pairs([...comparable, ...terms].slice(0, 8))) add(text, odds);
  return [...found].sort((a, b) => b[1] - a[1]).slice(0, most);
}

/** Texts that a condition may hold a value against: those of the file that the failing tests hold, then the commonest. */
function textsFor({ clues, words }: Scene): readonly string[] {
  const own = [...words.strings].filter(([text]) => text.length > 0 && text.length < 14 && /^[^\\'"\n]+$/.test(text));
  const ofTests = inherited.filter((name) => clues.ownStrings.has(name) || clues.testStrings.has(name));
  const ranked = own.toSorted((a, b) => Number(clues.ownStrings.has(b[0])) - Number(clues.ownStrings.has(a[0])) || b[1] - a[1]);
  return [...new Set([...ranked.slice(0, MOST_TEXTS).map(([text]) => text), ...ofTests])].map((text) => JSON.stringify(text));
}

/** How long something is, held against the file's numbers. */
function* lengths(name: string, { words }: Scene): Generator<readonly [string, number]> {
  for (const [at, [number]] of [...words.numbers]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 5)
    .entries())
    for (const operator of ['>', '<', '<=', '>=', '===']) yield [`${name}.length ${operator} ${number}`, 0.1 / (1 + at / 3)];
}

/** What is asked of values, as what stands before and behind them: the file's functions that answer yes or no, and lists. */
function questionsIn(site: Site, scene: Scene, unread: ReadonlySet<string>): readonly (readonly [string, string])[] {
  const own = scene.visible(site).flatMap(({ name, kind }) => {
    if (!/^(?:function|import)$/.test(kind) || !(unread.has(name) || PREDICATE.test(name))) return [];
    return [[`${name}(`, ')'] as const];
  });
  return [...own.slice(0, MOST_QUESTIONS), ['Array.isArray(', ')']];
}

/** Whether a test names what another one does not. */
function speaksOfOthers(test: string, other: string): boolean {
  const names = (text: string) => new Set(text.match(/(?<![\w$])[A-Za-z_$][\w$]*/g) ?? []);
  const known = names(other);
  return [...names(test)].some((name) => !known.has(name));
}

/** Names that the condition may be about, likeliest first: truth values, what is declared near, and what is tested elsewhere. */
function askedAbout(site: Site, scene: Scene, unread: ReadonlySet<string>): readonly string[] {
  const visible = new Map(scene.visible(site).map((binding) => [binding.name, binding]));
  const own = [...visible.values()].flatMap(({ name, kind, scope }) =>
    unread.has(name) && scope.node.type !== 'Program' && kind !== 'function' ? [name] : [],
  );
  const block = scene.visible(site)[0]?.scope;
  const chance = (name: string): number => {
    const binding = visible.get(name);
    const kinds = scene.fit.kindsNamed(name, site);
    const truth = kinds?.has('boolean') || PREDICATE.test(name) ? 2 : 1;
    const tested = scene.words.uses.get(name)?.has('tested') ? 1.5 : 1;
    const near = binding !== undefined && binding.scope === block && binding.scope.node.type !== 'Program' ? 1.5 : 1;
    return truth * tested * near * (unread.has(name) ? 3 : 1);
  };
  const names = new Set([...own, ...conditionNames(site.parent ?? site, scene, 24)]);
  // Nobody asks about the very name that the answer is for.
  if (site.key === 'init' && site.parent !== null)
    for (const { name, at } of visible.values()) if (at === site.parent.start) names.delete(name);
  return [...names].toSorted((a, b) => chance(b) - chance(a));
}

/** Parts of what a name holds that may be asked for: those the file reads, and those its type has; what has no other reader first. */
function* partsOf(name: string, site: Site, scene: Scene): Generator<readonly [string, number]> {
  const read = scene.words.ofReceiver.get(name) ?? new Map<string, number>();
  const lost = scene.fit.membersOf(name, site).filter((member) => !scene.words.properties.has(member));
  const parts = [...lost, ...[...read.keys()].filter((member) => !scene.words.methods.has(member) && member !== 'length')];
  for (const [at, part] of parts.slice(0, MOST_PARTS).entries()) {
    const odds = (at < lost.length ? 1 : 0.35) / (1 + at / 6);
    yield [`${name}.${part}`, odds];
    yield [`!${name}.${part}`, odds];
  }
}

function insideClass(site: Site): boolean {
  return [...ancestors(site)].some(({ node }) => node.type === 'ClassBody');
}

function withoutBrackets(text: string): string {
  const inner = /^\((.*)\)$/s.exec(text)?.[1];
  return inner === undefined || /[()]/.test(inner) ? text : inner;
}

/** What the file's conditions hold values against: `=== true`, `> 1`, `!== "string"`; the commonest first. */
function comparisonsIn(scene: Scene): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const site of [...scene.words.conditions.values()].flat().slice(0, 400)) {
    const right = child(site, 'right');
    if (site.node.type !== 'BinaryExpression' || right === null || !right.node.type.endsWith('Literal')) continue;
    const text = `${site.node.operator} ${scene.text(right)}`;
    if (text.length < 24 && !child(site, 'left')?.node.type.startsWith('Unary')) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 12)
    .map(([text, count]) => [text, Math.min(0.9, 0.4 + count / 10)] as const);
}

/** Functions and patterns of the file that answer yes or no, asked about a name. */
function* predicatesFor(
  name: string,
  { site, scene, unread, asked }: { site: Site; scene: Scene; unread: ReadonlySet<string>; asked: readonly Site[] },
): Generator<readonly [string, number]> {
  const known = new Set(asked.map(calleeName));
  for (const binding of scene.visible(site)) {
    const { name: other } = binding;
    if (other === name) continue;
    const isLost = unread.has(other);
    if (scene.words.patterns.has(other)) yield [`${other}.test(${name})`, isLost ? 0.9 : 0.3];
    else if (isPredicate(binding, known, unread, scene)) yield [`${other}(${name})`, isLost ? 0.8 : 0.4];
  }
  for (const call of asked.slice(0, 40)) {
    const [only, ...more] = childList(call, 'arguments');
    const method = calleeName(call);
    const object = child(call, 'callee')?.children[0];
    if (only === undefined || more.length > 0 || method === null || object === undefined || call.end - call.start > 50) continue;
    const isMethod = child(call, 'callee')?.node.type.endsWith('MemberExpression') ?? false;
    if (!isMethod || !scene.donors.readable(call, site)) continue;
    if (only.node.type === 'StringLiteral') yield [`${name}.${method}(${scene.text(only)})`, 0.3];
    else if (object.node.type === 'Identifier') yield [`${scene.text(object)}.${method}(${name})`, 0.25];
  }
}

/** Functions, lists and objects are seldom held against another value. */
function comparableKinds(kinds: Kinds): boolean {
  return kinds === null || kinds.has('string') || kinds.has('number') || kinds.has('boolean');
}

/** Asking such a method changes what it is asked of. */
const changes = /\.(?:push|pop|shift|unshift|splice|sort|reverse|set|add|delete|clear|next|write\w*)\(/;

/** Short expressions of the function that could be compared. */
function shortIn(site: Site, scene: Scene): string[] {
  const own = scene.words.short.get(functionOf(site)) ?? new Map<string, Site>();
  return [...own].flatMap(([text, where]) =>
    where !== site && /[.([]/.test(text) && !changes.test(text) && scene.donors.readable(where, site) ? [text] : [],
  );
}

const COMPARED = [
  ...(['===', '!=='] as const).map((operator) => [operator, 0.12] as const),
  ...(['<', '>', '<=', '>='] as const).map((operator) => [operator, 0.06] as const),
];

function* pairs(terms: readonly string[]): Generator<readonly [string, number]> {
  for (const [at, a] of terms.entries()) {
    // What of a value differs from it once it is changed: `text !== text.trim()`.
    if (/^[\w$]+$/.test(a))
      for (const method of ['toLowerCase()', 'toUpperCase()', 'trim()']) {
        yield [`${a} !== ${a}.${method}`, 0.12];
        yield [`${a} === ${a}.${method}`, 0.12];
      }
    for (const b of terms.slice(at + 1)) for (const [operator, odds] of COMPARED) yield [`${a} ${operator} ${b}`, odds];
  }
}

export const constantFamilies: readonly Family[] = [
  { name: 'constant condition', share: 1, propose: constant },
  { name: 'condition made', share: 0.05, propose: answer },
];
