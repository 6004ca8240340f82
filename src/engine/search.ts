import type { FailingTest } from './brief.ts';
import type { TemplateCandidate } from './templates/types.ts';
import type { Candidate, Tools, Trial } from './tools.ts';

/** One template candidate, or two that go together. */
export type Repair = readonly TemplateCandidate[];

export interface SearchResult {
  /** Repairs that pass every check, best first. */
  readonly green: readonly Repair[];
  /** The repair that turned most failing tests green without breaking others. */
  readonly closest: { readonly repair: Repair; readonly fixed: number } | null;
  /** Repairs that turned all failing tests green and broke others. */
  readonly breaking: number;
  readonly tried: number;
}

export interface SearchOptions {
  readonly tools: Tools;
  /** Best first. */
  readonly candidates: readonly TemplateCandidate[];
  readonly failing: readonly FailingTest[];
  readonly room: () => number;
}

/** Growing batches: most fixes are among the first candidates. */
const SIZES = [200, 800, 3_000];
/** Below so many candidates a second, further green ones are not worth waiting for. */
const SLOW = 5;
const MAX_PAIRS = 300;

interface Partial {
  readonly repair: Repair;
  readonly fixed: readonly string[];
}

/** Judges candidates in batches until some are green, then pairs of those that turned some of the failing tests green. */
export async function search({ tools, candidates, failing, room }: SearchOptions): Promise<SearchResult> {
  const partial: Partial[] = [];
  let breaking = 0;
  let tried = 0;
  let error: string | null = null;

  const judge = async (repairs: readonly Repair[]): Promise<readonly Repair[]> => {
    const trial = await tools.tryEdits(repairs.map(candidateOf), 'all', (tools.spent().rate ?? 0) < SLOW ? 2 : 4);
    error = trial.error;
    tried += trial.judged;
    breaking += trial.breaks.length;
    partial.push(...partialsOf(trial, repairs));
    return trial.green.flatMap((index) => repairs.slice(index, index + 1));
  };

  const inBatches = async (repairs: readonly Repair[]): Promise<readonly Repair[]> => {
    let at = 0;
    for (let batch = 0; at < repairs.length && error === null; batch++) {
      const size = Math.min(SIZES[batch] ?? Number.POSITIVE_INFINITY, room());
      if (size === 0) break;
      const before = tried;
      const green = await judge(repairs.slice(at, at + size));
      if (green.length > 0) return green;
      if (tried === before) break;
      // What was not judged in time is at the end of the batch.
      at += tried - before;
    }
    return [];
  };

  const singles = await inBatches(candidates.map((candidate) => [candidate]));
  const green = singles.length > 0 ? singles : await inBatches(pairsOf(partial, failing));
  const best = partial.toSorted((a, b) => b.fixed.length - a.fixed.length)[0];
  return { green: green.toSorted(byTrust), closest: best ? { repair: best.repair, fixed: best.fixed.length } : null, breaking, tried };
}

export function labelOf(repair: Repair): string {
  return repair.map(({ label }) => label).join(' and ');
}

function candidateOf(repair: Repair): Candidate {
  return { label: labelOf(repair), edits: repair.map(({ path, start, end, text }) => ({ path, start, end, text })) };
}

function partialsOf(trial: Trial, repairs: readonly Repair[]): readonly Partial[] {
  return trial.partial.flatMap(({ index, fixed, broke }) => {
    const repair = repairs[index];
    return repair === undefined || broke.length > 0 || fixed.length === 0 ? [] : [{ repair, fixed }];
  });
}

/** Two repairs that together turn every failing test green, as far as each alone tells; heaviest first. */
function pairsOf(partial: readonly Partial[], failing: readonly FailingTest[]): readonly Repair[] {
  const pairs: Repair[] = [];
  // The lists of tests in an answer are cut: of many failing tests not all are named.
  const enough = Math.min(failing.length, 20);
  for (const [index, first] of partial.entries()) {
    for (const second of partial.slice(index + 1)) {
      if (new Set([...first.fixed, ...second.fixed]).size < enough || overlap([...first.repair, ...second.repair])) continue;
      pairs.push([...first.repair, ...second.repair]);
    }
  }
  return pairs.toSorted((a, b) => weightOf(b) - weightOf(a)).slice(0, MAX_PAIRS);
}

function overlap(repair: Repair): boolean {
  return repair.some((a, index) => repair.some((b, other) => other > index && a.path === b.path && a.start <= b.end && b.start <= a.end));
}

/** Taking code away makes tests pass too easily: it comes last, whatever its weight. */
function byTrust(a: Repair, b: Repair): number {
  return Number(takesAway(a)) - Number(takesAway(b)) || a.length - b.length || weightOf(b) - weightOf(a);
}

function takesAway(repair: Repair): boolean {
  return repair.some(({ template, start, end, text }) => /deleted|removed|empty body/.test(template) || (text === '' && end - start > 12));
}

function weightOf(repair: Repair): number {
  return repair.reduce((sum, { weight }) => sum + weight, 0);
}
