// Compares the statements of tests: what was there must still be there, and must still be reached.

import type { Found, Item, RuleId } from './types.ts';
import { describeChange } from './wording.ts';

export interface TestText {
  readonly path: string;
  readonly before: readonly Item[] | null;
  readonly after: readonly Item[] | null;
}

interface Place {
  readonly path: string;
  readonly item: Item;
}

interface State {
  readonly found: Found[];
  readonly lost: { readonly place: Place; readonly siblings: readonly Item[]; readonly among: readonly Item[] }[];
  readonly added: Place[];
}

/**
 * What happened to the statements of test files. Statements may be added, and whole tests may move; formatting does not count. Every other
 * change of what was there is a finding: a change of an existing test is the author's to make, not a fix's.
 */
export function compareTestTexts(files: readonly TestText[]): Found[] {
  const state: State = { found: [], lost: [], added: [] };
  for (const { path, before, after } of files) compareLists(path, before ?? [], after ?? [], state);
  const pool = new Map<string, Place[]>();
  const offer = (path: string, item: Item): void => {
    if (item.kind === 'test' || item.kind === 'group') pool.set(item.text, [...(pool.get(item.text) ?? []), { path, item }]);
    if (item.kind === 'group') for (const child of item.children) offer(path, child);
  };
  for (const { path, item } of state.added) offer(path, item);
  // A group that is gone may have left its tests elsewhere: each is looked for by itself. Not a `for of`: the list grows.
  for (let at = 0; at < state.lost.length; at++) {
    const entry = state.lost[at];
    if (entry === undefined) break;
    const { place, siblings, among } = entry;
    const moved = pool.get(place.item.text)?.shift();
    if (moved !== undefined) {
      compareLists(moved.path, place.item.children, moved.item.children, state);
      continue;
    }
    if (place.item.kind === 'group' && siblings.length === 0)
      for (const child of place.item.children) state.lost.push({ place: { path: place.path, item: child }, siblings: [], among: [] });
    else state.found.push(describeLoss(place, siblings, among));
  }
  return state.found;
}

function compareLists(path: string, before: readonly Item[], after: readonly Item[], state: State, inTest = false): void {
  const partners = matchEqual(before, after);
  matchRenamed(before, after, partners, path, state);
  const taken = new Set(partners.values());
  const added = after.filter((item) => !taken.has(item));
  const lost = before.filter((item) => !partners.has(item));
  for (const item of lost) {
    const grown = added.find((candidate) => candidate.kind === item.kind && isGrownTable(item, candidate));
    if (grown === undefined) {
      state.lost.push({ place: { path, item }, siblings: added, among: lost });
      continue;
    }
    partners.set(item, grown);
    taken.add(grown);
  }
  for (const [was, is] of partners) {
    if (is.awaits < was.awaits)
      state.found.push(blocking('await-removed', path, is.line, 'a promise that a test waited for is no longer awaited'));
    compareLists(path, was.children, is.children, state, was.kind === 'test');
  }
  orderKept(path, before, after, partners, inTest, state);
  for (const item of added) {
    if (taken.has(item)) continue;
    state.added.push({ path, item });
    checkAddition(path, item, after, taken, inTest, state);
  }
}

function matchEqual(before: readonly Item[], after: readonly Item[]): Map<Item, Item> {
  const free = new Map<string, Item[]>();
  for (const item of after) free.set(item.text, [...(free.get(item.text) ?? []), item]);
  const partners = new Map<Item, Item>();
  for (const item of before) {
    const candidates = free.get(item.text) ?? [];
    // Two empty-looking heads may differ in what they hold.
    const index = Math.max(
      0,
      candidates.findIndex((candidate) => sameChildren(item, candidate)),
    );
    const [partner] = candidates.splice(index, 1);
    if (partner !== undefined) partners.set(item, partner);
  }
  return partners;
}

function sameChildren(a: Item, b: Item): boolean {
  return a.children.length === b.children.length && a.children.every((child, index) => child.text === b.children[index]?.text);
}

/** A test or group whose title alone changed. */
function matchRenamed(before: readonly Item[], after: readonly Item[], partners: Map<Item, Item>, path: string, state: State): void {
  const taken = new Set(partners.values());
  for (const item of before) {
    if (partners.has(item) || (item.kind !== 'test' && item.kind !== 'group')) continue;
    const isSame = (candidate: Item): boolean =>
      !taken.has(candidate) &&
      candidate.kind === item.kind &&
      candidate.untitled === item.untitled &&
      item.children.every((child) => candidate.children.some(({ text }) => text === child.text) || child.kind === 'test');
    const partner = after.find(isSame);
    if (partner === undefined) continue;
    partners.set(item, partner);
    taken.add(partner);
    state.found.push({
      rule: 'test-renamed',
      severity: 'note',
      path,
      line: partner.line,
      message: `the ${item.kind === 'test' ? 'test' : 'group'} “${short(item.name)}” is called “${short(partner.name)}” now`,
    });
  }
}

/** One more row in a table of cases. */
function isGrownTable(before: Item, after: Item): boolean {
  if (/\b(?:expect|assert|should)\b/i.test(before.text)) return false;
  if (!sameChildren(before, after)) return false;
  const [a, b] = [before.text, after.text];
  if (b.length <= a.length) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  if (start + end < a.length) return false;
  const open: string[] = [];
  for (const [token] of b.slice(0, start).matchAll(/"(?:[^"\\]|\\.)*"|[[\](){}]/g)) {
    if ('[({'.includes(token)) open.push(token);
    else if ('])}'.includes(token)) open.pop();
  }
  return open.at(-1) === '[' && b.slice(start, b.length - end).includes(',');
}

/** Statements of a test happen in their order; tests and definitions may be sorted otherwise. */
function orderKept(
  path: string,
  before: readonly Item[],
  after: readonly Item[],
  partners: ReadonlyMap<Item, Item>,
  inTest: boolean,
  state: State,
): void {
  let last = -1;
  for (const item of before) {
    const isStep = item.kind === 'statement' || item.kind === 'jump' || (inTest && item.kind === 'definition');
    if (!isStep) continue;
    const partner = partners.get(item);
    if (partner === undefined) continue;
    const at = after.indexOf(partner);
    if (at < last) {
      state.found.push(blocking('test-changed', path, partner.line, 'statements of an existing test happen in another order'));
      return;
    }
    last = at;
  }
}

/** Assignments to what is there already, in either language. */
const overwrites =
  /^\([\w.[\]"]+ (?:[-+*/|&?]*)= |^(?:Object\.(?:assign|definePropert)|Reflect\.(?:set|define))|^\w+ (?:\. \w+ |\[ .*? \] )+= |^setattr \(/;

function checkAddition(path: string, item: Item, after: readonly Item[], taken: ReadonlySet<Item>, inTest: boolean, state: State): void {
  const later = after.slice(after.indexOf(item) + 1).some((other) => taken.has(other) && other.kind !== 'import');
  if (later && inTest && overwrites.test(item.text))
    state.found.push(blocking('test-changed', path, item.line, 'something is overwritten before an existing test looks at it'));
  if (later && item.kind !== 'test' && item.kind !== 'group' && jumps(item))
    state.found.push(blocking('early-return', path, item.line, 'what follows in an existing test may no longer be reached'));
  const twin = after.find((other) => other !== item && item.name !== null && other.name === item.name && taken.has(other));
  if (twin !== undefined && item.kind !== 'group')
    state.found.push(
      blocking('test-changed', path, item.line, `“${short(item.name)}” is defined a second time and takes the place of the first`),
    );
}

function jumps(item: Item): boolean {
  if (item.kind === 'jump') return true;
  if (item.kind === 'definition' || /\bfn\(/.test(item.text)) return false;
  return item.children.some(jumps);
}

function describeLoss({ path, item }: Place, siblings: readonly Item[], among: readonly Item[]): Found {
  const inside = siblings.find((sibling) => sibling.children.some((child) => holds(child, item.text)));
  if (inside !== undefined)
    return blocking(
      'test-conditional',
      path,
      inside.line,
      item.kind === 'test' || item.kind === 'group'
        ? `the ${item.kind} “${short(item.name)}” is registered only under a condition now`
        : 'a statement of an existing test now stands inside of something that may not run or may swallow its failure',
    );
  const sameKind = siblings.filter(({ kind }) => kind === item.kind);
  const peers = among.filter(({ kind }) => kind === item.kind);
  const named = item.name === null ? undefined : siblings.find(({ name }) => name === item.name);
  const candidate = named ?? (peers.length === sameKind.length ? sameKind[peers.indexOf(item)] : sameKind[0]);
  const { rule, message } = describeChange(item, candidate ?? null);
  return blocking(rule, path, candidate?.line ?? item.line, message);
}

function holds(item: Item, text: string): boolean {
  return item.text === text || item.children.some((child) => holds(child, text));
}

function blocking(rule: RuleId, path: string, line: number | null, message: string): Found {
  return { rule, severity: 'blocking', path, line, message };
}

function short(name: string | null): string {
  return (name ?? '').slice(0, 80);
}
