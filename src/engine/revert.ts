import { bracketPairs } from './bracket-pairs.ts';
import { type Atom, placesOf, sizeOf, splitLines, undoEdits } from './changes.ts';
import { isManifest } from './conventions.ts';
import { reductions } from './ddmin.ts';
import type { Edit } from './edits.ts';
import { shrinkingParts } from './group-testing.ts';
import { withLinked } from './linked.ts';
import { splitTokens } from './tokens.ts';
import type { Candidate, Scope, Tools, Trial } from './tools.ts';

/** What undoing parts of the change since green leads to. */
export type RevertResult =
  /** Nothing else breaks. `whole`: only whole groups of lines are undone. `others`: parts that do as well and do not hold this one. */
  | {
      readonly kind: 'green';
      readonly label: string;
      readonly atoms: Part;
      readonly edits: readonly Edit[];
      readonly whole: boolean;
      readonly others: readonly string[];
    }
  /** The smallest part found whose undoing turns the failing tests green, but breaks others; null: which ones was not judged in time. */
  | { readonly kind: 'cause'; readonly atoms: Part; readonly broke: readonly string[] | null }
  | { readonly kind: 'none' };

type Part = readonly Atom[];

export interface RevertOptions {
  readonly tools: Tools;
  /** Most relevant first. */
  readonly atoms: readonly Atom[];
  readonly currentOf: (path: string) => string;
  /** Asked before every batch: how many candidates it may hold; 0 ends the search. */
  readonly room: () => number;
  /** The same for the batch that proves the result. */
  readonly lastRoom: () => number;
}

/** Hunks and files that are asked about one by one before everything together, and where that does not work. */
const FIRST_SINGLES = 2;
const MAX_SINGLES = 40;
const FIRST_FILES = 4;
const MAX_FILES = 16;
/** Hunks of which most are needed that may only need one another. */
const MANY = 3;
/** Batches in which a part is made smaller, each time: a client has a limit of turns. */
const MOST_BATCHES = 12;
/** Changes of more lines are not taken apart line by line and word by word. */
const MAX_SPLIT = 60;

/**
 * Looks for the smallest part of the change since green whose undoing turns the failing tests green and breaks nothing. Cheap questions
 * first: one batch by the failing tests alone (the most relevant hunks and files, everything), group testing over the smallest part that
 * answers them (see `shrinkingParts`), and the whole suite for what is left of it; where that breaks others, for ever larger parts.
 */
export async function revert(given: RevertOptions): Promise<RevertResult> {
  const options: Asking = { ...given, known: new Map(), numbers: new Map() };
  const hunks = groupBy(options.atoms, (atom) => atom.hunk);
  const parts = distinct(firstBatch(options.atoms, hunks), options);
  if (parts.length === 0) return { kind: 'none' };
  // With one question there is nothing to narrow down. With more, the first that works is enough to go on.
  const scope = parts.length === 1 ? 'all' : 'failing';
  const first = await judge(options, parts, scope, 1);
  const working = await workingParts(options, first, hunks);
  const start = smallest(working);
  if (start === null) return { kind: 'none' };
  const chain = await narrowed(options, start);
  const minimal = chain.at(-1) ?? start;
  if (scope === 'all' && chain.length === 1) return conclude(options, first, minimal);
  const proof = { ...options, room: options.lastRoom };
  const alone = await judge(proof, [minimal], 'all', 1);
  if (alone.green.length > 0) return conclude(proof, alone, minimal);
  const larger = await judge(proof, doubling(ascending([...chain, ...working])), 'all', 1);
  return conclude(proof, { ...larger, broke: alone.broke ?? larger.broke }, minimal);
}

/** Parts that turn the failing tests green: of the first batch, several of it at once, or further ones. */
async function workingParts(options: Asking, first: Judged, hunks: readonly Part[]): Promise<readonly Part[]> {
  const { atoms } = options;
  const working = [...first.working, ...(await together(options, first.partial, smallest(first.working)))];
  if (working.length > 0) return working;
  // A file that may not be touched spoils every part it is in.
  const allowed = atoms.filter((atom) => !first.refused.has(atom.path));
  const isLess = allowed.length > 1 && allowed.length < atoms.length;
  const without = isLess ? (await judge(options, [allowed], 'failing', 1)).working : [];
  if (without.length > 0) return without;
  // What was changed twice cannot be undone as a whole: another file or hunk may do. And more may be told of that may not be touched.
  const files = groupBy(atoms, (atom) => atom.path).slice(FIRST_FILES, MAX_FILES);
  const others = await judge(options, ascending([...files, ...hunks.slice(FIRST_SINGLES, MAX_SINGLES)]), 'failing', 1);
  const further = [...others.working, ...(await together(options, [...first.partial, ...others.partial], smallest(others.working)))];
  const touchable = allowed.filter((atom) => !others.refused.has(atom.path));
  if (further.length > 0 || touchable.length === 0 || touchable.length === allowed.length) return further;
  return (await judge(options, [touchable], 'failing', 1)).working;
}

/** Of ever larger parts those that are twice as large as the one before. */
function doubling(parts: readonly Part[]): readonly Part[] {
  const chosen: Part[] = [];
  for (const part of parts) if (sizeOf(part) >= 2 * sizeOf(chosen.at(-1) ?? [])) chosen.push(part);
  const largest = parts.at(-1);
  return largest === undefined || chosen.includes(largest) ? chosen : [...chosen, largest];
}

/**
 * Ever smaller parts that turn the failing tests green, the smallest last. Where hardly any hunk can be left out, each may only need the others
 * to be undone with it, and one be enough that is undone alone.
 */
async function narrowed(options: Asking, start: Part): Promise<readonly Part[]> {
  const { chain, apart } = await reduce(options, start, 'failing', []);
  const hunks = groupBy(chain.at(-1) ?? start, (atom) => atom.hunk);
  if (apart || hunks.length < MANY || 2 * hunks.length <= groupBy(start, (atom) => atom.hunk).length) return chain;
  const [alone] = (await judge(options, ascending(hunks).slice(0, MAX_SINGLES), 'failing', 1)).working;
  return alone === undefined ? chain : [...chain, ...(await reduce(options, alone, 'failing', [])).chain];
}

interface Reduced {
  /** Ever smaller parts that do, the smallest last. */
  readonly chain: readonly Part[];
  /** Whether without some of it only some of the failing tests were red: they fail for several reasons. */
  readonly apart: boolean;
}

/** Makes a part smaller that does, as far as is known; the whole of `kept` stays in it. */
async function reduce(options: Asking, start: Part, scope: Scope, kept: Part): Promise<Reduced> {
  let apart = false;
  const withKept = (more: Part): Part => start.filter((atom) => kept.includes(atom) || more.includes(atom));
  let batches = 0;
  const areEnough = async (rests: readonly Part[]): Promise<readonly (boolean | null)[]> => {
    const asked = rests.map(withKept);
    let answers: readonly (boolean | null)[] = asked.map(() => null);
    // A batch that had to be cut is gone on with, for as long as there is room: it may have grown meanwhile.
    for (let open = asked.length + 1; answers.includes(null) && batches < MOST_BATCHES; ) {
      batches += 1;
      answers = await answersTo(asked);
      const left = answers.filter((answer) => answer === null).length;
      if (left >= open) break;
      open = left;
    }
    return answers;
  };
  const answersTo = async (asked: readonly Part[]): Promise<readonly (boolean | null)[]> => {
    const { green, working, partial, failed } = await judge(options, asked, scope, asked.length);
    apart ||= partial.length > 0;
    const enough = scope === 'all' ? green : working;
    return asked.map((part) => (enough.includes(part) ? true : failed.includes(part) || part.length === 0 ? false : null));
  };
  const open = start.filter((atom) => !kept.includes(atom));
  const chain = (await shrinkingParts(open, { areEnough, joined: bracketPairs })).map(withKept);
  return { chain, apart };
}

/** Parts that each turn some failing tests green, all in one: where several things broke at once. Empty where that is not less than `than`. */
async function together(options: Asking, partial: Judged['partial'], than: Part | null): Promise<readonly Part[]> {
  const fixed = new Set<string>();
  const chosen = new Set<Atom>();
  let count = 0;
  for (const each of partial.toSorted((a, b) => sizeOf(a.part) - sizeOf(b.part))) {
    if (each.fixed.every((test) => fixed.has(test))) continue;
    for (const test of each.fixed) fixed.add(test);
    for (const atom of each.part) chosen.add(atom);
    count += 1;
  }
  const union = options.atoms.filter((atom) => chosen.has(atom));
  if (count < 2 || (than !== null && sizeOf(union) >= sizeOf(than))) return [];
  // So likely an answer may cost what is kept for the proof.
  return (await judge({ ...options, room: options.lastRoom }, [union], 'failing', 1)).working;
}

/** The smallest part that breaks nothing by the whole suite; where there is none, a larger one, then a finer one; else the cause. */
async function conclude(options: Asking, judged: Judged, minimal: Part): Promise<RevertResult> {
  const found = smallest(judged.green) ?? (await grow(options, minimal));
  const best = found === null ? null : await shrink(options, found, minimal);
  if (best !== null) return greenResult(options, await complete(options, best), judged.green, true);
  if (sizeOf(minimal) > MAX_SPLIT) return { kind: 'cause', atoms: minimal, broke: judged.broke };
  for (const pieces of [minimal.flatMap(splitLines), minimal.flatMap(splitTokens)]) {
    if (pieces.length <= minimal.length) continue;
    const finer = await judge(options, ascending(reductions(pieces)), 'all', 3);
    const part = smallest(finer.green);
    if (part !== null) return greenResult(options, part, finer.green, false);
  }
  return { kind: 'cause', atoms: minimal, broke: judged.broke };
}

/**
 * A part around `minimal` whose undoing makes the whole suite green. A crash or a stop at the first failure hides what else the change
 * broke: it shows only when the first cause is undone. And what one hunk relies on another may have brought.
 */
async function grow(options: Asking, minimal: Part): Promise<Part | null> {
  const rest = options.atoms.filter((atom) => !minimal.includes(atom) && !isManifest(atom.path));
  if (rest.length === 0) return null;
  const withMinimal = (more: Part): Part => options.atoms.filter((atom) => minimal.includes(atom) || more.includes(atom));
  // When not even everything helps, no part of it is asked about.
  const whole = await judge(options, [withMinimal(rest)], 'all', 1);
  if (whole.green.length === 0) return null;
  const hunks = groupBy(rest, (atom) => atom.hunk).slice(0, MAX_SINGLES);
  const files = groupBy(rest, (atom) => atom.path).slice(0, MAX_SINGLES);
  const first = await judge(options, ascending([...hunks, ...files].map(withMinimal)), 'all', 1);
  return smallest(first.green) ?? withMinimal(rest);
}

/** A green part without whatever the whole suite does not ask for, `minimal` apart. */
async function shrink(options: Asking, green: Part, minimal: Part): Promise<Part> {
  if (!minimal.every((atom) => green.includes(atom))) return green;
  return (await reduce(options, green, 'all', minimal)).chain.at(-1) ?? green;
}

/** The part with what belongs to it, where that is green too. */
async function complete(options: Asking, part: Part): Promise<Part> {
  const linked = withLinked(part, options.atoms, options.currentOf);
  if (linked.length === part.length) return part;
  return (await judge(options, [linked], 'all', 1)).green[0] ?? part;
}

function greenResult(options: Asking, best: Part, green: readonly Part[], whole: boolean): RevertResult {
  const others = green.filter((part) => !best.every((atom) => part.includes(atom))).map(labelOf);
  return { kind: 'green', label: labelOf(best), atoms: best, edits: undoEdits(best, options.currentOf), whole, others };
}

/** What was asked already: no question is asked twice. */
interface Asking extends RevertOptions {
  readonly numbers: Map<Atom, number>;
  /** By scope and part: whether the failing tests were green, and whether all were. */
  readonly known: Map<string, { readonly working: boolean; readonly green: boolean }>;
  /** Whether this was asked before, and the answer did not agree with an earlier one. */
  readonly again?: boolean;
}

interface Judged {
  readonly green: readonly Part[];
  /** Parts that turn the failing tests green, also those that break others. */
  readonly working: readonly Part[];
  /** Parts that turn only some of the failing tests green. */
  readonly partial: readonly { readonly part: Part; readonly fixed: readonly string[] }[];
  /** Parts that are known not to work, or not to be green where the whole suite was asked for. */
  readonly failed: readonly Part[];
  /** What the first of those that break others breaks; null when none does. */
  readonly broke: readonly string[] | null;
  /** Files that the host refused to touch. */
  readonly refused: ReadonlySet<string>;
}

async function judge(options: Asking, parts: readonly Part[], scope: Scope, keep: number): Promise<Judged> {
  const { tools, currentOf, room, known } = options;
  const keyOf = (part: Part): string => `${scope} ${keyOfPart(part, options)}`;
  const answered: Part[] = [];
  const open: Part[] = [];
  for (const part of distinct(parts, options)) {
    const before = known.get(keyOf(part));
    (before === undefined ? open : answered).push(part);
    // What comes behind as many green ones as are wanted is not asked about.
    if (answered.filter((other) => known.get(keyOf(other))?.green).length >= keep) break;
  }
  const old = answered.filter((part) => known.get(keyOf(part))?.working);
  const batch = open.slice(0, room());
  const trial = batch.length === 0 ? null : await tools.tryEdits(batch.map(candidateOf(currentOf)), scope, keep);
  const partAt = (index: number): readonly Part[] => batch.slice(index, index + 1);
  const green = [...answered.filter((part) => known.get(keyOf(part))?.green), ...(trial?.green.flatMap(partAt) ?? [])];
  const working = [...new Set([...old, ...green, ...(trial?.breaks.flatMap(({ index }) => partAt(index)) ?? [])])];
  // With fewer judged than asked for, those that were are not told one by one, but for better ones than the first green one: these come before.
  const judged = trial === null ? 0 : trial.judged === batch.length ? batch.length : firstGreen(trial);
  // What the failing tests passed with they fail with now: on a busy machine time ran out. Nothing else may tell these two apart.
  const told = batch.slice(0, judged);
  const doubtful = options.again ? [] : told.filter((part) => !working.includes(part) && wasWorking(part, options));
  for (const part of told.filter((one) => !doubtful.includes(one)))
    known.set(keyOf(part), { working: working.includes(part), green: green.includes(part) });
  if (doubtful.length > 0) return judge({ ...options, again: true }, parts, scope, keep);
  const refused = trial?.invalid.filter(({ reason }) => /protected|may not be|not allowed|refuse/i.test(reason)) ?? [];
  return {
    green,
    working,
    partial: trial?.partial.flatMap(({ index, fixed }) => partAt(index).map((part) => ({ part, fixed }))) ?? [],
    failed: [...answered, ...told].filter((part) => !(scope === 'all' ? green : working).includes(part)),
    broke: trial?.breaks[0]?.broke ?? null,
    refused: new Set(refused.flatMap(({ index }) => partAt(index).map(pathsOf)).flatMap((paths) => (paths.length === 1 ? paths : []))),
  };
}

/** How many of a batch come before the first green one, and that one: they were judged, where as many were. */
function firstGreen({ green, judged }: Trial): number {
  const count = Math.min(...green) + 1;
  return count <= judged ? count : 0;
}

function wasWorking(part: Part, options: Asking): boolean {
  return options.known.get(`failing ${keyOfPart(part, options)}`)?.working === true;
}

function candidateOf(currentOf: (path: string) => string): (part: Part) => Candidate {
  return (part) => ({ label: labelOf(part), edits: undoEdits(part, currentOf) });
}

/** The most relevant hunks and files, everything. */
function firstBatch(atoms: Part, hunks: readonly Part[]): readonly Part[] {
  const files = groupBy(atoms, (atom) => atom.path);
  // Manifests are refused more often than not, and would spoil everything.
  const code = atoms.filter((atom) => !isManifest(atom.path));
  return [...hunks.slice(0, FIRST_SINGLES), ...files.slice(0, FIRST_FILES), code, atoms];
}

function groupBy(atoms: Part, keyOf: (atom: Atom) => string): readonly Part[] {
  const groups = new Map<string, Atom[]>();
  for (const atom of atoms) groups.set(keyOf(atom), [...(groups.get(keyOf(atom)) ?? []), atom]);
  return [...groups.values()];
}

function keyOfPart(part: Part, { numbers }: Pick<Asking, 'numbers'>): string {
  const numberOf = (atom: Atom): number => {
    const number = numbers.get(atom) ?? numbers.size;
    numbers.set(atom, number);
    return number;
  };
  return part.map(numberOf).toSorted().join();
}

function distinct(parts: readonly Part[], asking: Pick<Asking, 'numbers'>): readonly Part[] {
  const seen = new Map<string, Part>();
  for (const part of parts) {
    const key = keyOfPart(part, asking);
    if (part.length > 0 && !seen.has(key)) seen.set(key, part);
  }
  return [...seen.values()];
}

function ascending(parts: readonly Part[]): readonly Part[] {
  return parts.toSorted((a, b) => sizeOf(a) - sizeOf(b) || a.length - b.length);
}

function smallest(parts: readonly Part[]): Part | null {
  return ascending(parts)[0] ?? null;
}

function pathsOf(part: Part): readonly string[] {
  return [...new Set(part.map((atom) => atom.path))];
}

function labelOf(part: Part): string {
  return `undo ${placesOf(part)}`;
}
