// Repairs of two edits: which single ones go together, likeliest pair first.
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

/** Two repairs that together turn every failing test green, as far as each alone tells. */
export function pairsOf(partial: readonly Partial[], failing: readonly FailingTest[], files: readonly SourceFile[]): readonly Repair[] {
  const pairs: Repair[] = [];
  // The lists of tests in an answer are cut: of many failing tests not all are named.
  const enough = Math.min(failing.length, 20);
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
    .map((repair) => ({ repair, weight: repair.reduce((all, { weight }) => all * weight, 1) * (isAlike(repair, files) ? ALIKE : 1) }))
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ repair }) => repair);
}

function overlap(repair: Repair): boolean {
  return repair.some((a, index) => repair.some((b, other) => other > index && a.path === b.path && a.start <= b.end && b.start <= a.end));
}
