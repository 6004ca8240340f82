// Functions that begin alike and go on alike: what one of them does in between, the other may have been left without.
import { brief, type Proposal } from '../family.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { functionName, functionOf, isFunction, isListed, isRead } from '../shape.ts';
import { LEAST_SHARED, missingBefore, mostAlike } from '../siblings.ts';
import { child, childList, type Site, walk } from '../tree.ts';
import { indentOf } from './missing.ts';

const LONGEST = 300;
const MOST_FUNCTIONS = 300;

interface Body {
  readonly fn: Site;
  readonly statements: readonly Site[];
  /** The statements as they read, blanks and the function's own name aside. */
  readonly texts: readonly string[];
}

const bodiesIn = new WeakMap<Scene, readonly Body[]>();

function bodiesOf(scene: Scene): readonly Body[] {
  const known = bodiesIn.get(scene);
  if (known !== undefined) return known;
  const found: Body[] = [];
  for (const fn of walk(scene.program)) {
    const body = isFunction(fn) ? child(fn, 'body') : null;
    if (body?.node.type !== 'BlockStatement' || found.length >= MOST_FUNCTIONS) continue;
    const statements = childList(body, 'body');
    const name = functionName(fn) ?? '';
    const told = (text: string): string => (name === '' ? text : text.replaceAll(name, '')).replace(/\s+/g, '');
    if (statements.length >= LEAST_SHARED) found.push({ fn, statements, texts: statements.map((each) => told(scene.text(each))) });
  }
  bodiesIn.set(scene, found);
  return found;
}

const siblingsIn = new WeakMap<Body, readonly Body[]>();

/** The functions that have most statements in common with one, at least so many. */
function siblingsOf(own: Body, scene: Scene): readonly Body[] {
  const known = siblingsIn.get(own);
  if (known !== undefined) return known;
  const others = bodiesOf(scene).filter((other) => other !== own && other.fn.parent !== own.fn);
  const found = mostAlike(own, others);
  siblingsIn.set(own, found);
  return found;
}

/** A statement in front of this one that a sibling has there, and this one as the sibling has it. */
function* asSibling(site: Site, scene: Scene): Generator<Proposal> {
  const fn = isListed(site) ? functionOf(site) : null;
  const own = fn === null ? undefined : bodiesOf(scene).find((body) => body.fn === fn);
  const at = own === undefined ? -1 : own.statements.indexOf(site);
  if (own === undefined || at < 0) return;
  for (const sibling of siblingsOf(own, scene)) {
    yield* stepBefore(site, own, at, sibling, scene);
    const other = sibling.statements.find((each) => sameTarget(each, site, scene));
    const text = other === undefined ? null : toldIn(other, sibling, site, own, scene);
    if (text !== null && text !== scene.text(site)) yield replace(site, text, `as ${functionName(sibling.fn) ?? 'its sibling'} has it`, 1);
  }
}

function* stepBefore(site: Site, own: Body, at: number, sibling: Body, scene: Scene): Generator<Proposal> {
  const found = missingBefore(own, at, sibling);
  const missing = found === null ? undefined : sibling.statements[found.place];
  if (found === null || missing === undefined) return;
  const { odds } = found;
  // Its own declaration of the name is another matter.
  if (own.statements.some((each) => sameTarget(each, missing, scene))) return;
  const text = toldIn(missing, sibling, site, own, scene);
  if (text === null) return;
  yield insert(site.start, `${text}\n${indentOf(site, scene)}`, `${brief(text)}, as in ${functionName(sibling.fn) ?? 'its sibling'}`, odds);
}

/** A statement of a sibling as it would stand here; null where it is long, jumps or reads what is not here. */
function toldIn(statement: Site, from: Body, site: Site, to: Body, scene: Scene): string | null {
  if (statement.end - statement.start > LONGEST || /^(?:Return|Throw)Statement$/.test(statement.node.type)) return null;
  const here = scene.names(site);
  for (const each of walk(statement)) {
    if (each.node.type !== 'Identifier' || !isRead(each) || here.has(each.node.name)) continue;
    const { name } = each.node;
    const binding = scene.visible(each).find((known) => known.name === name);
    if (binding !== undefined && (binding.at < statement.start || binding.at >= statement.end)) return null;
  }
  const [name, own] = [functionName(from.fn), functionName(to.fn)];
  const text = scene.text(statement);
  return name === null || own === null ? text : text.replaceAll(`'${name}'`, `'${own}'`).replaceAll(`"${name}"`, `"${own}"`);
}

/** Whether two statements give a value to the same name. */
function sameTarget(one: Site, other: Site, scene: Scene): boolean {
  const [first, second] = [targetOf(one, scene), targetOf(other, scene)];
  return first !== null && first === second;
}

function targetOf(statement: Site, scene: Scene): string | null {
  return /^(?:(?:const|let|var)\s+)?([\w$.]+)\s*=(?![=>])/.exec(scene.text(statement).slice(0, LONGEST))?.[1] ?? null;
}

export const siblingFunctionFamilies: readonly Family[] = [{ name: 'as its sibling does', share: 0.05, propose: asSibling }];
