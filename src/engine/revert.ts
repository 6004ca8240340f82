import { type Atom, placesOf, sizeOf, splitLines, undoEdits } from './changes.ts';
import { isManifest } from './conventions.ts';
import { reductions } from './ddmin.ts';
import type { Edit } from './edits.ts';
import { withLinked } from './linked.ts';
import { splitTokens } from './tokens.ts';
import type { Scope, Tools } from './tools.ts';

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

/** A hunk that is not in the first batch is found by ddmin, when all of the change together has the answer. */
const MAX_SINGLES = 40;
/** Changes of more lines are not taken apart line by line and word by word. */
const MAX_SPLIT = 60;

/** Candidates a second from which on a batch may hold every question that might help, not only the most telling ones. */
const FAST = 20;
/** Parts of up to so many atoms are asked about atom by atom when tests are slow. */
const FEW = 16;

/**
 * Looks for the smallest part of the change since green whose undoing turns the failing tests green and breaks nothing. Cheap questions
 * first: one batch by the failing tests alone (each hunk, each file, everything), batches of delta debugging over the smallest part that
 * answers them, and one batch that judges the smallest parts by the whole suite.
 */
export async function revert(options: RevertOptions): Promise<RevertResult> {
  const { atoms } = options;
  const parts = distinct(firstBatch(atoms));
  if (parts.length === 0) return { kind: 'none' };
  // With one question there is nothing to narrow down. With more, the first that works is enough to go on.
  const scope = parts.length === 1 ? 'all' : 'failing';
  const first = await judge(options, parts, scope, 1);
  // A file that may not be touched spoils every part it is in.
  const allowed = atoms.filter((atom) => !first.refused.has(atom.path));
  const working = [...first.working];
  if (working.length === 0 && allowed.length > 1 && allowed.length < atoms.length) {
    working.push(...(await judge(options, [allowed], 'failing', 1)).working);
  }
  const start = smallest(working);
  if (start === null) return { kind: 'none' };
  const chain = await reduce(options, start);
  const minimal = chain.at(-1) ?? start;
  if (scope === 'all' && chain.length === 1) return conclude(options, first, minimal);
  const proof = { ...options, room: options.lastRoom };
  return conclude(proof, await judge(proof, ascending([...chain, ...working]).slice(0, 8), 'all', 2), minimal);
}

/** Ever smaller parts that turn the failing tests green, the smallest last. */
async function reduce(options: RevertOptions, start: Part): Promise<readonly Part[]> {
  const chain: Part[] = [start];
  for (let part: Part | null = start; part !== null && part.length > 1; ) {
    const working = await askAbout(part, options);
    part = smallest(working);
    // What all parts that work have in common is often all that is needed.
    const common = part?.filter((atom) => working.every((other) => other.includes(atom))) ?? [];
    if (part !== null && common.length > 0 && common.length < part.length) {
      part = smallest((await judge(options, [common], 'failing', 1)).working) ?? part;
    }
    if (part !== null) chain.push(part);
  }
  return chain;
}

/**
 * The smaller parts that work, of all that ddmin would ask about. Where tests are slow only the most telling questions are asked: the
 * part without one atom each, for a large part after its coarse pieces.
 */
async function askAbout(part: Part, options: RevertOptions): Promise<readonly Part[]> {
  const fast = (options.tools.spent().rate ?? 0) >= FAST;
  if (fast || part.length > FEW) {
    const questions = ascending(reductions(part, fast ? part.length : FEW / 2));
    const { working } = await judge(options, questions, 'failing', questions.length);
    if (fast || working.length > 0) return working;
  }
  const withoutOne = part.map((atom) => part.filter((other) => other !== atom));
  return (await judge(options, withoutOne, 'failing', withoutOne.length)).working;
}

/** The smallest part that breaks nothing by the whole suite; where there is none, a larger one, then a finer one; else the cause. */
async function conclude(options: RevertOptions, judged: Judged, minimal: Part): Promise<RevertResult> {
  const best = smallest(judged.green) ?? (await grow(options, minimal));
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
async function grow(options: RevertOptions, minimal: Part): Promise<Part | null> {
  const rest = options.atoms.filter((atom) => !minimal.includes(atom) && !isManifest(atom.path));
  if (rest.length === 0) return null;
  const withMinimal = (more: Part): Part => options.atoms.filter((atom) => minimal.includes(atom) || more.includes(atom));
  const hunks = groupBy(rest, (atom) => atom.hunk).slice(0, MAX_SINGLES);
  const files = groupBy(rest, (atom) => atom.path).slice(0, MAX_SINGLES);
  // When not even everything helps, no part of it is asked about.
  const whole = await judge(options, [withMinimal(rest)], 'all', 1);
  if (whole.green.length === 0) return null;
  const first = await judge(options, ascending([...hunks, ...files].map(withMinimal)), 'all', 1);
  let extra = smallest(first.green)?.filter((atom) => !minimal.includes(atom)) ?? rest;
  while (extra.length > 1) {
    const smaller = await judge(options, ascending(reductions(extra, FEW / 2).map(withMinimal)), 'all', 1);
    const part = smallest(smaller.green);
    if (part === null) break;
    extra = part.filter((atom) => !minimal.includes(atom));
  }
  return withMinimal(extra);
}

/** The part with what belongs to it, where that is green too. */
async function complete(options: RevertOptions, part: Part): Promise<Part> {
  const linked = withLinked(part, options.atoms, options.currentOf);
  if (linked.length === part.length) return part;
  return (await judge(options, [linked], 'all', 1)).green[0] ?? part;
}

function greenResult(options: RevertOptions, best: Part, green: readonly Part[], whole: boolean): RevertResult {
  const others = green.filter((part) => !best.every((atom) => part.includes(atom))).map(labelOf);
  return { kind: 'green', label: labelOf(best), atoms: best, edits: undoEdits(best, options.currentOf), whole, others };
}

interface Judged {
  readonly green: readonly Part[];
  /** Parts that turn the failing tests green, also those that break others. */
  readonly working: readonly Part[];
  /** What the first of those that break others breaks; null when none does. */
  readonly broke: readonly string[] | null;
  /** Files that the host refused to touch. */
  readonly refused: ReadonlySet<string>;
}

async function judge({ tools, currentOf, room }: RevertOptions, parts: readonly Part[], scope: Scope, keep: number): Promise<Judged> {
  const batch = distinct(parts).slice(0, room());
  if (batch.length === 0) return { green: [], working: [], broke: null, refused: new Set() };
  const candidates = batch.map((part) => ({ label: labelOf(part), edits: undoEdits(part, currentOf) }));
  const trial = await tools.tryEdits(candidates, scope, keep);
  const partAt = (index: number): readonly Part[] => batch.slice(index, index + 1);
  const green = trial.green.flatMap(partAt);
  const refused = trial.invalid.filter(({ reason }) => /protected|may not be|not allowed|refuse/i.test(reason));
  return {
    green,
    working: [...green, ...trial.breaks.flatMap(({ index }) => partAt(index))],
    broke: trial.breaks[0]?.broke ?? null,
    refused: new Set(refused.flatMap(({ index }) => partAt(index).map(pathsOf)).flatMap((paths) => (paths.length === 1 ? paths : []))),
  };
}

/** Each hunk, each file, everything. */
function firstBatch(atoms: Part): readonly Part[] {
  const hunks = groupBy(atoms, (atom) => atom.hunk);
  const files = groupBy(atoms, (atom) => atom.path);
  // Manifests are refused more often than not, and would spoil everything.
  const code = atoms.filter((atom) => !isManifest(atom.path));
  return [...hunks.slice(0, MAX_SINGLES), ...files.slice(0, MAX_SINGLES), code, atoms];
}

function groupBy(atoms: Part, keyOf: (atom: Atom) => string): readonly Part[] {
  const groups = new Map<string, Atom[]>();
  for (const atom of atoms) groups.set(keyOf(atom), [...(groups.get(keyOf(atom)) ?? []), atom]);
  return [...groups.values()];
}

function distinct(parts: readonly Part[]): readonly Part[] {
  const numbers = new Map<Atom, number>();
  const numberOf = (atom: Atom): number => {
    const number = numbers.get(atom) ?? numbers.size;
    numbers.set(atom, number);
    return number;
  };
  const seen = new Map<string, Part>();
  for (const part of parts) {
    const key = part.map(numberOf).toSorted().join();
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
