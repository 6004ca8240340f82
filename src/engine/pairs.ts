// Repairs of several edits: which single ones go together, likeliest first.
import type { FailingTest } from './brief.ts';
import type { Repair } from './search.ts';
import { essence } from './templates/essence.ts';
import type { SourceFile } from './templates/types.ts';

/** A repair that turned some of the failing tests green and broke none. */
export interface Partial {
  readonly repair: Repair;
  readonly fixed: readonly string[];
}

const MAX_PAIRS = 300;
/** The likeliest candidates, which are tried two at a time where none helps alone. */
const COMBINED = 90;
/** How much likelier two edits go together that change the same: what was written wrong in two places was often written wrong alike. */
const ALIKE = 2;

/** Single edits for one failing test that are put together with those for others, and how many go together at most. */
const MOST_FOR_ONE = 4;
const MOST_TOGETHER = 5;

/** Repairs that together turn every failing test green, as far as each alone tells: two of them, and behind these as many as it takes. */
export function togetherOf(partial: readonly Partial[], failing: readonly FailingTest[], files: readonly SourceFile[]): readonly Repair[] {
  return [...pairsOf(partial, failing, files), ...severalOf(partial, failing, files)];
}

/** One edit for each of several mistakes, no two of which turn all failing tests green. */
function severalOf(partial: readonly Partial[], failing: readonly FailingTest[], files: readonly SourceFile[]): readonly Repair[] {
  const ids = [...new Set(partial.flatMap(({ fixed }) => fixed))];
  if (ids.length < Math.min(failing.length, LISTED)) return [];
  const singles = partial.filter(({ repair }) => repair.length === 1).toSorted((a, b) => weightOf(b.repair) - weightOf(a.repair));
  const ways = new Map(ids.map((id) => [id, singles.filter(({ fixed }) => fixed.includes(id)).slice(0, MOST_FOR_ONE)]));
  const made: Repair[] = [];
  const add = (chosen: readonly Partial[]): void => {
    if (made.length >= MAX_PAIRS) return;
    const covered = new Set(chosen.flatMap(({ fixed }) => fixed));
    const open = ids.filter((id) => !covered.has(id));
    if (open.length === 0 && chosen.length > 2) made.push(chosen.flatMap(({ repair }) => repair));
    if (open.length === 0 || chosen.length === MOST_TOGETHER) return;
    const [fewest = []] = open.map((id) => ways.get(id) ?? []).toSorted((a, b) => a.length - b.length);
    for (const one of fewest) if (!overlap([...chosen, one].flatMap(({ repair }) => repair))) add([...chosen, one]);
  };
  add([]);
  return heaviest(made, files);
}

function weightOf(repair: Repair): number {
  return repair.reduce((all, { weight }) => all * weight, 1);
}

/** The lists of tests in an answer are cut: of many failing tests not all are named. */
const LISTED = 20;

/** Two repairs that together turn every failing test green, as far as each alone tells. */
function pairsOf(partial: readonly Partial[], failing: readonly FailingTest[], files: readonly SourceFile[]): readonly Repair[] {
  const pairs: Repair[] = [];
  const enough = Math.min(failing.length, LISTED);
  for (const [index, first] of partial.entries()) {
    for (const second of partial.slice(index + 1)) {
      const repair = [...first.repair, ...second.repair];
      if (new Set([...first.fixed, ...second.fixed]).size >= enough && !overlap(repair)) pairs.push(repair);
    }
  }
  return heaviest(pairs, files).slice(0, MAX_PAIRS);
}

/** The likeliest candidates two at a time, in the order of their common weight. */
export function combined(singles: readonly Repair[], files: readonly SourceFile[]): readonly Repair[] {
  const best = singles.slice(0, COMBINED);
  const pairs: Repair[] = [];
  for (const [index, first] of best.entries()) {
    for (const second of best.slice(index + 1)) {
      const repair = [...first, ...second];
      if (!overlap(repair)) pairs.push(repair);
    }
  }
  return heaviest(pairs, files);
}

/** Whether all edits of a repair put the same in the place of the same. */
export function isAlike(repair: Repair, files: readonly SourceFile[]): boolean {
  const changes = repair.map((edit) => {
    const text = files.find(({ path }) => path === edit.path)?.text ?? '';
    const [from = '', to = '', put = ''] = essence(text, edit).split(/:(\d+):(.*)/s);
    return `${edit.template} ${text.slice(Number(from), Number(to))} ${put}`;
  });
  return repair.length > 1 && new Set(changes).size === 1;
}

function heaviest(pairs: readonly Repair[], files: readonly SourceFile[]): readonly Repair[] {
  return pairs
    .map((repair) => ({ repair, weight: weightOf(repair) * (isAlike(repair, files) ? ALIKE : 1) }))
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ repair }) => repair);
}

function overlap(repair: Repair): boolean {
  return repair.some((a, index) => repair.some((b, other) => other > index && a.path === b.path && a.start <= b.end && b.start <= a.end));
}
