import type { FailingTest } from './brief.ts';
import { choose } from './choose.ts';
import { combined, type Partial, togetherOf } from './pairs.ts';
import { type Recent, refusalOf } from './refusal.ts';
import type { SourceFile, TemplateCandidate } from './templates/types.ts';
import type { Candidate, Spent, Tools, Trial } from './tools.ts';
import { isDoubtful } from './trust.ts';

/** One template candidate, or two that go together. */
export type Repair = readonly TemplateCandidate[];

export interface SearchResult {
  /** Repairs that pass every check, likeliest first. */
  readonly green: readonly Repair[];
  /** The repair that turned most failing tests green without breaking others. */
  readonly closest: { readonly repair: Repair; readonly fixed: number } | null;
  /** Repairs that pass every check and are none, with the reason. */
  readonly refused: readonly Refused[];
  /** Repairs that turned all failing tests green and broke others. */
  readonly breaking: number;
  readonly tried: number;
  /** How many of the candidates were judged alone, from the first on. */
  readonly reached: number;
  /** How many were left when the time was up. */
  readonly unjudged: number;
  /** Repairs that turned at least one failing test green, whatever else they broke. */
  readonly effective: readonly Repair[];
  /** Those that broke nothing: halves of pairs. */
  readonly partial: readonly Partial[];
}

export interface Refused {
  readonly repair: Repair;
  readonly why: string;
}

export interface SearchOptions {
  readonly tools: Pick<Tools, 'tryEdits' | 'spent'>;
  /** Best first. */
  readonly candidates: readonly TemplateCandidate[];
  /** What comes behind them, where that is made later. */
  readonly more?: (() => readonly TemplateCandidate[]) | undefined;
  readonly failing: readonly FailingTest[];
  /** The files the candidates change, and those of the failing tests. */
  readonly files: readonly SourceFile[];
  readonly testSources: readonly SourceFile[];
  /** What came since the last green commit: to take that back is more than a deletion. */
  readonly recent: readonly Recent[];
  readonly room: () => number;
  /** How many more may be judged once some pass, to choose among; default: the same. */
  readonly further?: () => number;
  /** What an earlier search found to turn some tests green: it goes together with what this one finds. */
  readonly partial?: readonly Partial[];
  /** True where candidates are tried one at a time only. */
  readonly alone?: boolean;
}

/** Growing batches: most fixes are among the first candidates. */
const SIZES = [200, 800, 3_000];
/**
 * Seconds that the first batch may take, twice as many for each that follows, and how many candidates one has at least: what passes waits for
 * the rest of its batch.
 */
const SECONDS = 4;
const LEAST = 24;
/** Below so many candidates a second, further green ones are not worth waiting for. */
const SLOW = 5;
/** From so many candidates a second on it is worth looking further after the first green one, at so many candidates. */
const FAST = 100;
const LOOKED_AT = 1_000;
/** The same for so many seconds where a warm process judges at least so many a second: the first that pass are not always the likeliest. */
const SECONDS_FURTHER = 5;
const STEADY = 1;
/** How far where all that pass are of a kind that passes too easily. */
const LOOKED_AT_DOUBTFUL = 3_000;
/** Seconds for another one where all that pass are of a kind that passes too easily. */
const SECONDS_MORE = 20;
/** Green candidates to choose from, and how many where candidates are judged slowly. */
const KEEP = 16;
const KEEP_SLOWLY = 2;

/** After a batch of singles that are all red, a pair is judged for so many of them. */
const PAIRS_AMONG = 3;

/**
 * Judges candidates in batches until some are green; after each, and at the end, pairs of those that turned some of the failing tests green,
 * and last, of the likeliest. What is refused counts as red. Among several that are green, what they do decides which comes first.
 */
export async function search({
  tools,
  candidates,
  more = () => [],
  failing,
  files,
  testSources,
  recent,
  room,
  further = room,
  partial: known = [],
  alone = false,
}: SearchOptions): Promise<SearchResult> {
  const partial: Partial[] = [...known];
  const refused: Refused[] = [];
  const effective: Repair[] = [];
  const useless = new Set<Repair>();
  let breaking = 0;
  let tried = 0;
  let error: string | null = null;

  const judge = async (repairs: readonly Repair[]): Promise<readonly Repair[]> => {
    const { rate, warm } = tools.spent();
    const trial = await tools.tryEdits(repairs.map(candidateOf), 'all', (rate ?? 0) < SLOW && !warm ? KEEP_SLOWLY : KEEP);
    error = trial.error;
    tried += trial.judged;
    breaking += trial.breaks.length;
    partial.push(...partialsOf(trial, repairs));
    const helped = [...trial.breaks, ...trial.partial.filter(({ fixed }) => fixed.length > 0), ...trial.green.map((index) => ({ index }))];
    effective.push(...helped.flatMap(({ index }) => repairs.slice(index, index + 1)));
    for (const { index } of trial.invalid) for (const repair of repairs.slice(index, index + 1)) useless.add(repair);
    return trial.green
      .flatMap((index) => repairs.slice(index, index + 1))
      .filter((repair) => {
        const why = refusalOf(repair, { files, testSources, recent });
        if (why !== null) {
          refused.push({ repair, why });
          // With whatever beside it, it is what makes the tests pass.
          useless.add(repair);
        }
        return why === null;
      });
  };

  // Of several failing tests some are turned green by one edit and some by another: such pairs do not wait for the last of the singles.
  const asked = new Set<string>();
  let inPairs = 0;
  const together = (): readonly Repair[] => togetherOf(partial, failing, files).filter((pair) => !asked.has(keyOf(pair)));
  const pairsSoFar = async (most: number): Promise<readonly Repair[]> => {
    const some = together().slice(0, Math.min(most, room()));
    if (some.length === 0) return [];
    const before = tried;
    const found = await judge(some);
    for (const pair of some.slice(0, tried - before)) asked.add(keyOf(pair));
    inPairs += tried - before;
    return found;
  };

  const inBatches = async (repairs: Supply, between?: typeof pairsSoFar): Promise<readonly Repair[]> => {
    let at = 0;
    const found: Repair[] = [];
    let reach: Reach = { end: Number.POSITIVE_INFINITY, until: Number.POSITIVE_INFINITY };
    for (let batch = 0; error === null; batch++) {
      const size = Math.min(batchSize(batch, tools.spent(), reach), (found.length > 0 ? further : room)(), reach.end - at);
      const some = size <= 0 ? [] : repairs.upTo(at + size).slice(at, at + size);
      if (some.length === 0) break;
      const before = tried;
      found.push(...(await judge(some)));
      const sound = found.filter((repair) => !isDoubtful(repair, files)).length;
      if (tried === before || sound >= KEEP || found.length >= KEEP * 3) break;
      // What was not judged in time is at the end of the batch.
      at += tried - before;
      // A single edit that repairs all is worth more than two: pairs come in between only where not all singles can be judged.
      if (found.length === 0 && between !== undefined && batch > 0 && repairs.upTo(at + room() + 1).length - at > room()) {
        const pairs = await between(Math.ceil(size / PAIRS_AMONG));
        if (pairs.length > 0) return pairs;
      }
      if (found.length === 0) continue;
      const next = reachAfter(reach, at, sound > 0, tools.spent());
      if (next === null) break;
      reach = next;
    }
    return found;
  };

  const first = candidates.map(single);
  const singles = supplyOf(first, () => more().map(single));
  let green = await inBatches(singles, pairsSoFar);
  const reached = tried - inPairs;
  if (green.length === 0) green = await inBatches(supplyOf(together()));
  const usable = first.filter((repair) => !useless.has(repair));
  if (green.length === 0 && !alone) green = await inBatches(supplyOf(combined(usable, files)));
  const best = partial.toSorted((a, b) => b.fixed.length - a.fixed.length)[0];
  const chosen = await choose({ tools, green, files, room: further });
  return {
    green: chosen,
    closest: best ? { repair: best.repair, fixed: best.fixed.length } : null,
    refused,
    breaking,
    tried,
    reached,
    unjudged: green.length > 0 ? 0 : Math.max(0, singles.upTo(Number.POSITIVE_INFINITY).length - reached),
    effective,
    partial,
  };
}

/** Repairs, likeliest first, of which those behind the first are made when they are asked for. */
interface Supply {
  /** So many at least, where there are so many. */
  upTo(count: number): readonly Repair[];
}

function supplyOf(first: readonly Repair[], more: () => readonly Repair[] = () => []): Supply {
  let whole: readonly Repair[] | null = null;
  return {
    upTo: (count) => {
      if (count <= first.length) return first;
      whole ??= [...first, ...more()];
      return whole;
    },
  };
}

function single(candidate: TemplateCandidate): Repair {
  return [candidate];
}

/** How far to look once something passes. */
interface Reach {
  /** Up to this candidate. */
  readonly end: number;
  /** Up to so many seconds spent in tests. */
  readonly until: number;
}

/** Null where what passes is not worth looking further. */
function reachAfter(before: Reach, at: number, isSound: boolean, { rate, warm, seconds }: Spent): Reach | null {
  const pace = rate ?? 0;
  if (pace >= FAST) return { end: isSound ? LOOKED_AT : LOOKED_AT_DOUBTFUL, until: Number.POSITIVE_INFINITY };
  if (warm && pace >= STEADY) {
    const until = Math.min(before.until, seconds + (isSound ? SECONDS_FURTHER : SECONDS_MORE));
    return seconds < until ? { ...before, until } : null;
  }
  return isSound ? null : { ...before, end: Math.min(before.end, at + Math.floor(pace * SECONDS_MORE)) };
}

function batchSize(batch: number, { rate, warm, seconds }: Spent, { until }: Reach): number {
  const most = SIZES[batch] ?? Number.POSITIVE_INFINITY;
  if (rate === null) return most;
  // Where nothing passes yet and many are judged together, compiled in one text say, a larger batch takes hardly longer.
  const least = warm && until === Number.POSITIVE_INFINITY ? LEAST * 4 ** batch : LEAST;
  return Math.min(most, Math.max(least, Math.floor(rate * Math.min(SECONDS * 2 ** batch, until - seconds))));
}

export function labelOf(repair: Repair): string {
  return repair.map(({ label }) => label).join(' and ');
}

function keyOf(repair: Repair): string {
  return JSON.stringify(repair.map(({ path, start, end, text }) => [path, start, end, text]));
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
