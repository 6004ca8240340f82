// A case, a branch or a loop whose statements were lost.
import { escapeRegex } from '../../escape.ts';
import { brief, type Proposal } from '../family.ts';
import { inCaseOf } from '../names.ts';
import { renamed, retold } from '../retell.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { functionOf, isFunction } from '../shape.ts';
import { child, childList, type Site, walk } from '../tree.ts';
import { unreadAt, unreadHere } from '../unread.ts';
import { doneWith } from './lost-calls.ts';
import { indentOf } from './missing.ts';
import { stepsAwaited } from './unfinished.ts';

/** Longest body, in characters, that another one is written after. */
const LONGEST = 300;
const MOST_MODELS = 14;
/** Statements that are joined two at a time. */
const MOST_JOINED = 8;
/** Texts and lists that a lost branch may have added to, and what it may have added. */
const MOST_GATHERED = 3;
const MOST_VALUES = 8;
const JUMP = /^(?:Return|Throw|Break|Continue)Statement$/;
const WORDS: Readonly<Record<string, string>> = {
  ...{ true: 'true', false: 'false', null: 'null', undefined: 'undefined', nan: 'Number.NaN' },
  ...{ infinity: 'Number.POSITIVE_INFINITY', '-infinity': 'Number.NEGATIVE_INFINITY' },
};

/** The last statement of a case, in its block or not. */
function lastOf(site: Site): Site | undefined {
  const last = childList(site, 'consequent').at(-1);
  return last?.node.type === 'BlockStatement' ? last.children.at(-1) : last;
}

/** A case that falls through where all the others leave: what it answers is what its label says, or what others answer. */
function* lostCase(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'SwitchCase' || site.parent === null) return;
  const own = childList(site, 'consequent');
  const [only] = own;
  const isEmptyBlock = own.length === 1 && only?.node.type === 'BlockStatement' && only.children.length === 0;
  if (own.length > 0 && !isEmptyBlock) return;
  const siblings = childList(site.parent, 'cases').filter((each) => each !== site && lastOf(each) !== undefined);
  if (siblings.length === 0 || !siblings.some((each) => JUMP.test(lastOf(each)?.node.type ?? ''))) return;
  const put = (text: string, odds: number): Proposal =>
    only === undefined
      ? insert(site.end, ` {\n${indentOf(site, scene)}  ${text}\n${indentOf(site, scene)}}`, `case: ${brief(text)}`, odds)
      : replace(only, `{\n${indentOf(site, scene)}  ${text}\n${indentOf(site, scene)}}`, `case: ${brief(text)}`, odds);
  const near = siblings.toSorted((a, b) => Math.abs(a.index - site.index) - Math.abs(b.index - site.index));
  const answers = answersFor(site, scene);
  for (const [at, sibling] of near.slice(0, 4).entries()) {
    const last = lastOf(sibling);
    if (last === undefined) continue;
    const all = (sibling.children.find((each) => each.node.type === 'BlockStatement')?.children ?? childList(sibling, 'consequent')).slice(
      0,
      8,
    );
    const whole = all.map(scene.text).join(`\n${indentOf(site, scene)}  `);
    if (whole.length < LONGEST) yield put(whole, 0.5 / (1 + at / 2));
    const told = relabelled(whole, labelOf(sibling), labelOf(site));
    if (told !== null && whole.length < LONGEST) yield put(told, 3 / (1 + at / 2));
    const said = last.node.type === 'ReturnStatement' ? child(last, 'argument') : null;
    const value = said?.node.type === 'TSAsExpression' ? child(said, 'expression') : said;
    if (value === null || said === null || at > 0) continue;
    const cast = scene.file.text.slice(value.end, said.end);
    for (const [text, odds] of answers) yield put(`return ${text}${cast};`, odds);
  }
  if (siblings.some((each) => lastOf(each)?.node.type === 'BreakStatement')) yield put('break;', 0.5);
}

function labelOf(site: Site): string | null {
  const test = child(site, 'test');
  return test?.node.type === 'StringLiteral' ? test.node.value : null;
}

/** What is done for one label, told of another one: `"; Priority=Low"` for `low` is `"; Priority=High"` for `high`. */
function relabelled(text: string, from: string | null, to: string | null): string | null {
  if (!from || !to || from.length < 2) return null;
  const made = text.replaceAll(new RegExp(escapeRegex(from), 'gi'), (word) => inCaseOf(word, to));
  return made === text ? null : made;
}

/** Values that a case may answer: what its label says as code, what the failing test waits for, its label. */
function answersFor(site: Site, scene: Scene): readonly (readonly [string, number])[] {
  const test = child(site, 'test');
  const label = labelOf(site);
  const found = new Map<string, number>();
  const word = label === null || !Object.hasOwn(WORDS, label.toLowerCase()) ? undefined : WORDS[label.toLowerCase()];
  if (word !== undefined) found.set(word, 3);
  for (const answer of scene.clues.answers) found.set(answer, Math.max(found.get(answer) ?? 0, 1.5));
  for (const text of scene.clues.expectedStrings.slice(0, 6)) found.set(JSON.stringify(text), 1);
  for (const text of Object.values(WORDS)) if (!found.has(text)) found.set(text, 0.4);
  if (test !== null) found.set(scene.text(test), 0.4);
  return [...found];
}

/** An empty branch or loop: what it says of an error, statements of other blocks together, and two of the function's statements. */
function* lostBranch(site: Site, scene: Scene): Generator<Proposal> {
  const { parent } = site;
  if (site.node.type !== 'BlockStatement' || site.children.length > 0 || parent === null || !/^\{\s*\}$/.test(scene.text(site))) return;
  const put = (text: string, odds: number): Proposal => replace(site, `{ ${text} }`, `branch: ${brief(text)}`, odds);
  for (const [text, odds] of doneWith(site, scene)) yield put(text, odds);
  if (!/^(?:If|For|ForOf|ForIn|While|DoWhile)Statement$/.test(parent.node.type)) return;
  const fn = functionOf(site);
  for (const { name, kind } of scene.visible(site)) if (kind === 'catch') yield put(`throw ${name};`, 2);
  for (const [text, odds] of errorsFor(scene)) yield put(`throw ${text};`, odds);
  for (const [text, odds] of callsFor(site, scene)) yield put(text, odds);
  for (const [text, odds] of assignmentsFor(site, scene)) yield put(text, odds);
  for (const [text, odds] of gatheredFor(site, scene)) yield put(text, odds);
  for (const [text, odds] of begunFor(site, scene)) yield put(text, odds);
  for (const [text, odds] of stepsAwaited(parent, scene)) yield put(text, 2 * odds);
  let models = 0;
  for (const block of modelsFor(site, scene)) {
    const names = renamed(block, functionOf(block), { fn, at: site }, scene);
    if (names === null || models >= MOST_MODELS) continue;
    models += 1;
    yield replace(
      site,
      retold(block, names, scene),
      `branch as another one: ${brief(scene.text(block))}`,
      functionOf(block) === fn ? 1 : 0.4,
    );
  }
  const near = (scene.words.statements.get(fn) ?? [])
    .filter((each) => /^Expression/.test(each.node.type) && scene.donors.readable(each, site))
    .toSorted((a, b) => Math.abs(a.line - site.line) - Math.abs(b.line - site.line))
    .map(scene.text);
  const few = [...new Set(near)].slice(0, MOST_JOINED);
  for (const [at, a] of few.entries())
    for (const b of few.slice(at + 1)) {
      yield put(`${a} ${b}`, 0.15);
      yield put(`${b} ${a}`, 0.1);
    }
}

/** Calls of the functions that have lost their caller. */
function* callsFor(site: Site, scene: Scene): Generator<readonly [string, number]> {
  const unread = unreadAt(site, scene);
  const known = scene.visible(site);
  const given = known.filter(({ kind, scope }) => /^(?:param|const|let|var)$/.test(kind) && scope.node.type !== 'Program').slice(0, 6);
  for (const { name, kind } of known) {
    if (!unread.has(name) || !/^(?:function|import)$/.test(kind)) continue;
    for (const [at, { name: value }] of given.entries()) {
      const near = 1 / (1 + at / 3);
      yield [`${name}(${value});`, 1.5 * near];
      yield [`return ${name}(${value});`, 1.5 * near];
      yield [`${name}(${value}); return;`, near];
      yield [`${value} = ${name}(${value});`, 0.6 * near];
    }
  }
}

/** What the function gathers, a text or a list, gets one more: a value of its own, or a text as its tests and its file hold them. */
function* gatheredFor(site: Site, scene: Scene): Generator<readonly [string, number]> {
  const fn = functionOf(site);
  const around = fn === null ? scene.file.text : scene.text(fn);
  const own = scene.visible(site).filter(({ kind, scope }) => /^(?:param|const|let|var)$/.test(kind) && scope.node.type !== 'Program');
  const unread = new Set(unreadHere(site, scene));
  const ways = own.flatMap(({ name, kind }): ((value: string) => string)[] => {
    const escaped = escapeRegex(name);
    if (kind !== 'const' && new RegExp(`(?<![\\w$.])${escaped} \\+= `).test(around)) return [(value) => `${name} += ${value};`];
    if (kind !== 'const' && new RegExp(`\\blet ${escaped}\\b[^;\\n]*= (?:""|''|0)`).test(around))
      return [(value) => `${name} += ${value};`];
    return new RegExp(`(?<![\\w$.])${escaped}(?:\\.push\\(|(?:: [^=\\n]+)? = \\[\\])`).test(around)
      ? [(value) => `${name}.push(${value});`]
      : [];
  });
  const values = own
    .map(({ name, scope, at }) => ({ name, near: (unread.has(name) ? 3 : 1) * (scope === own[0]?.scope ? 1.5 : 1), at }))
    .toSorted((a, b) => b.near - a.near || b.at - a.at);
  const texts = [...scene.words.strings].filter(([text]) => text.length > 0 && text.length < 4).sort((a, b) => b[1] - a[1]);
  for (const way of ways.slice(0, MOST_GATHERED)) {
    for (const [at, { name, near }] of values.slice(0, MOST_VALUES).entries())
      if (!way(name).startsWith(`${name} `) && !way(name).startsWith(`${name}.`)) yield [way(name), (0.8 * near) / (1 + at / 3)];
    for (const [at, [text]] of texts.slice(0, MOST_VALUES).entries()) yield [way(JSON.stringify(text)), 0.5 / (1 + at / 3)];
  }
}

/** Where the branch beside steps something, this one begins it: `counts[key] = 1` beside `counts[key] += 1`. */
function* begunFor(site: Site, scene: Scene): Generator<readonly [string, number]> {
  const beside = site.parent === null ? null : child(site.parent, site.key === 'alternate' ? 'consequent' : 'alternate');
  if (beside === null || site.parent?.node.type !== 'IfStatement') return;
  for (const statement of beside.node.type === 'BlockStatement' ? beside.children : [beside]) {
    const text = scene.text(statement);
    const stepped =
      /^(?<target>[\w$.[\]'"]+?)(?:\s*(?<sign>[-+*/])=\s*(?<value>[^=;]{1,30})|\+\+|--|\.push\((?<item>[^()]{1,30})\));?$/.exec(
        text,
      )?.groups;
    if (stepped?.target === undefined) continue;
    const { target } = stepped;
    if (scene.visible(site).some(({ name, kind }) => name === target && kind === 'const')) continue;
    const values = stepped.item === undefined ? [...new Set([stepped.value ?? '1', '1', '0'])] : [`[${stepped.item}]`, '[]'];
    for (const [rank, value] of values.entries()) yield [`${target} = ${value};`, 2 / (1 + rank / 2)];
  }
}

/** A value kept under its own name in what the function fills: `made.size = size`. */
function* assignmentsFor(site: Site, scene: Scene): Generator<readonly [string, number]> {
  const test = site.parent === null ? null : child(site.parent, 'test');
  const asked = test === null ? [] : [...walk(test)].flatMap(({ node }) => (node.type === 'Identifier' ? [node.name] : []));
  const unread = unreadHere(site, scene);
  const names = [...new Set([...unread, ...asked])].filter((name) => scene.names(site).has(name)).slice(0, 6);
  const filled = new Set<string>();
  for (const each of scene.words.statements.get(functionOf(site)) ?? []) {
    const [receiver] = /^[\w$]+(?=\.[\w$]+ = )/.exec(scene.text(each)) ?? [];
    if (receiver !== undefined && scene.names(site).has(receiver)) filled.add(receiver);
  }
  for (const receiver of [...filled].slice(0, 3))
    for (const name of names) if (name !== receiver) yield [`${receiver}.${name} = ${name};`, unread.includes(name) ? 1.5 : 0.5];
}

/** Errors that the failing test speaks of, else that the file throws. */
function* errorsFor(scene: Scene): Generator<readonly [string, number]> {
  const waits = scene.clues.told.throws ? 3 : 0.3;
  const type = scene.clues.told.typeError ? 'TypeError' : 'Error';
  for (const text of [...scene.clues.ownStrings].filter((each) => /\w \w/.test(each)).slice(0, 4)) {
    yield [`new ${type}(${JSON.stringify(text)})`, waits];
    yield [`new SyntaxError(${JSON.stringify(text)})`, waits / 3];
  }
  yield [`new ${type}("not valid")`, waits / 6];
}

/** Blocks of several statements that branches hold, those of the same function first. */
function modelsFor(site: Site, scene: Scene): readonly Site[] {
  const found: Site[] = [];
  for (const each of walk(scene.program)) {
    if (each.node.type !== 'BlockStatement' || each.parent === null || isFunction(each.parent)) continue;
    const isAround = each.start <= site.start && each.end >= site.end;
    if (each.children.length > 1 && !isAround && each.end - each.start < LONGEST) found.push(each);
  }
  return found.toSorted((a, b) => Math.abs(a.line - site.line) - Math.abs(b.line - site.line));
}

export const lostFamilies: readonly Family[] = [
  { name: 'lost case', share: 0.15, propose: lostCase },
  { name: 'lost branch', share: 0.1, propose: lostBranch },
];
