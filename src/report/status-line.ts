import { cells, cutToCells } from './cells.ts';
import type { Limits } from './types.ts';
import { duration } from './words.ts';

/** What may be spent, and what was. */
export interface Spending {
  readonly limits: Limits;
  readonly used: Limits;
  /** A model is asked that is paid for, or may be. */
  readonly hosted: boolean;
}

export interface Status {
  readonly seconds: number;
  readonly phase: string | null;
  /** What is going on within the phase. */
  readonly activity: string | null;
  /** Null until it is known what may be spent. */
  readonly spending: Spending | null;
}

export interface StatusPart {
  readonly kind: 'time' | 'phase' | 'activity' | 'spent';
  readonly text: string;
}

export const SEPARATOR = ' · ';

/** Below this many cells an activity says nothing any more: the budget makes room for it. */
const ACTIVITY_CELLS = 24;

/**
 * One line of at most `width` cells: elapsed time, phase, activity, then the budget as far as there is room. What matters least goes first:
 * dollars and tokens, test runs, turns, the bound on time; then the activity is cut, then the rest.
 */
export function statusLine({ seconds, phase, activity, spending }: Status, width: number): readonly StatusPart[] {
  const elapsed = duration(seconds);
  const bounds = spending === null ? [] : boundsOf(spending);
  const minutes = spending === null ? '' : ` of ${spending.limits.minutes} min`;
  const wanted = activity === null ? 0 : Math.min(cells(activity), ACTIVITY_CELLS);
  for (let kept = bounds.length; kept >= -1; kept--) {
    const time: StatusPart = { kind: 'time', text: kept < 0 ? elapsed : `${elapsed}${minutes}` };
    const spent = bounds.slice(0, Math.max(kept, 0)).map((text): StatusPart => ({ kind: 'spent', text }));
    const others = [time, ...(phase === null ? [] : [{ kind: 'phase', text: phase } as const]), ...spent];
    const room = width - lengthOf(others) - (activity === null ? 0 : SEPARATOR.length);
    if (room < wanted) continue;
    if (activity === null) return others;
    const at = phase === null ? 1 : 2;
    return others.toSpliced(at, 0, { kind: 'activity', text: cutToCells(activity, room) });
  }
  const [time = '', ...rest] = [elapsed, phase, activity].filter((text) => text !== null);
  return [{ kind: 'time', text: cutToCells([time, ...rest].join(SEPARATOR), width) }];
}

function lengthOf(parts: readonly StatusPart[]): number {
  return cells(parts.map(({ text }) => text).join(SEPARATOR));
}

/** Most important first. Without a model nothing is paid, and the engine's turns are bounded by time. */
function boundsOf({ limits, used, hosted }: Spending): string[] {
  return [
    ...(hosted ? [`${used.turns}/${limits.turns} turns`] : []),
    `${used.testRuns}/${limits.testRuns} test runs`,
    ...(hosted ? [`${short(used.tokens)}/${short(limits.tokens)} tokens`] : []),
    ...(hosted && used.costUsd > 0 ? [`$${used.costUsd.toFixed(2)}/$${limits.costUsd}`] : []),
  ];
}

/** `950`, `12k`, `1.5M`. */
function short(n: number): string {
  if (n < 1_000) return String(n);
  return n < 999_500 ? `${Math.round(n / 1_000)}k` : `${Number((n / 1_000_000).toFixed(1))}M`;
}
