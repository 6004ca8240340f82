import type { Brief } from './brief.ts';
import type { Tools } from './tools.ts';

/** Turns and test runs kept for the edit, a second one, and the last words. */
const RESERVED_TURNS = 4;
const RESERVED_RUNS = 2;
/** Part of the time kept for them. */
const RESERVED_SHARE = 0.15;
/** Seconds of what the client says is left that are kept for the same: it ends the conversation in the middle of a thought. */
const RESERVED_SECONDS = 10;
/** Candidates of a batch while nobody knows how fast they are judged. */
const UNKNOWN_RATE_ROOM = 24;
/** Part of the time left that a batch is planned for: the host does not stop a batch that takes longer than thought. */
const SAFETY = 0.8;
/** Where a batch is judged in one process, or compiled as one program, most of its time does not depend on its size: so many times as many are tried. */
const GROWTH = 4;

/** How many candidates the next batch of a phase may hold, so that the phase stays within its seconds; 0 ends the phase. */
export function roomFor(brief: Brief, tools: Pick<Tools, 'spent' | 'turns'>, phaseSeconds: number | (() => number)): () => number {
  const before = tools.spent().seconds;
  return () => {
    const { seconds, testRuns, rate, warm, last, left: told } = tools.spent();
    if (brief.budget.turns - tools.turns() < RESERVED_TURNS || brief.budget.testRuns - testRuns < RESERVED_RUNS) return 0;
    const phase = typeof phaseSeconds === 'number' ? phaseSeconds : phaseSeconds();
    const bound = brief.budget.seconds * (1 - RESERVED_SHARE);
    const reserved = Math.min(RESERVED_SECONDS, brief.budget.seconds * RESERVED_SHARE);
    const left = Math.min(phase - (seconds - before), bound - seconds, (told ?? Number.POSITIVE_INFINITY) - reserved);
    if (left <= 0) return 0;
    if (rate === null) return UNKNOWN_RATE_ROOM;
    const grown = warm && last !== null && last.seconds < left * SAFETY ? last.judged * GROWTH : 0;
    // One is worth a try while there is time: those judged so far may have been slow because they were red.
    return Math.min(5_000, Math.max(1, grown, Math.floor(rate * left * SAFETY)));
  };
}

/** Seconds for finding the part of the change to undo, and for finding and proving it. */
export function revertSeconds({ budget }: Brief): { readonly search: number; readonly proof: number } {
  return { search: budget.seconds * 0.4, proof: budget.seconds * 0.7 };
}

/** Candidates a second below which the templates get their full share of the time: a few minutes would judge next to nothing. */
const SLOW = 3;
const LONGEST = 180;

/** Seconds for the templates: most of what there is, but not longer than a person waits where candidates are judged fast. */
export function templateSeconds({ budget }: Brief, tools: Tools): number {
  const { rate } = tools.spent();
  const share = budget.seconds * 0.8;
  return rate !== null && rate < SLOW ? share : Math.min(share, LONGEST);
}
