// What the values that a test wants, and those it gets, tell of the change that is missing.
import type { Clues } from '../clues.ts';

export type Hint = 'sorted' | 'reversed' | 'unique' | 'present' | 'flat' | 'lower' | 'upper' | 'trimmed' | 'rounded' | 'more' | 'less';

const known = new WeakMap<Clues, ReadonlySet<Hint>>();

/** What turns a value that a test gets into the one it wants. */
export function hintsOf(clues: Clues): ReadonlySet<Hint> {
  const found = known.get(clues) ?? new Set(clues.pairs.flatMap(({ expected, actual }) => [...compared(expected, actual)]));
  known.set(clues, found);
  return found;
}

/** How much likelier a change is for a hint, and how much less where the values speak of something else. */
export function hinted(clues: Clues, hint: Hint): number {
  const hints = hintsOf(clues);
  return hints.has(hint) ? 3 : 0.6;
}

function* compared(expected: string, actual: string): Generator<Hint> {
  if (expected.toLowerCase() === actual.toLowerCase()) yield actual.toLowerCase() === expected ? 'lower' : 'upper';
  else if (expected === expected.toLowerCase() && actual !== actual.toLowerCase()) yield 'lower';
  if (expected !== actual && expected.replace(/\s+/g, '') === actual.replace(/\s+/g, '')) yield 'trimmed';
  const [wanted, got] = [Number(expected), Number(actual)];
  if (expected !== '' && actual !== '' && Number.isFinite(wanted) && Number.isFinite(got)) {
    yield wanted > got ? 'more' : 'less';
    if (Math.abs(wanted - got) < 1) yield 'rounded';
  }
  const [items, own] = [itemsOf(expected), itemsOf(actual)];
  if (items !== null && own !== null) yield* ofLists(items, own);
}

function* ofLists(wanted: readonly string[], got: readonly string[]): Generator<Hint> {
  const same = (list: readonly string[]): boolean => list.join() === wanted.join();
  if (wanted.length === got.length && same(got.toReversed())) yield 'reversed';
  else if (wanted.length === got.length && wanted.toSorted().join() === got.toSorted().join()) yield 'sorted';
  if (wanted.length >= got.length) return;
  if (same([...new Set(got)])) yield 'unique';
  if (same(got.filter((item) => !/^(?:nil|""|\[\])$/.test(item)))) yield 'present';
  if (wanted.join() === got.join().replace(/[[\]]/g, '')) yield 'flat';
}

function itemsOf(text: string): readonly string[] | null {
  const inner = /^\[(.*)\]$/s.exec(text.trim())?.[1];
  return inner === undefined ? null : inner.split(/,\s*/);
}
