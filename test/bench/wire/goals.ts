// What the wire is to reach, and whether it does.
import type { Row } from './table.ts';

export interface Goal {
  readonly what: string;
  /** Null: could not be measured here. */
  readonly figure: number | null;
  readonly bound: number;
  /** Whether the figure is to stay below the bound or to get above it. */
  readonly is: 'at most' | 'at least';
}

export function isReached({ figure, bound, is }: Goal): boolean | null {
  if (figure === null || Number.isNaN(figure)) return null;
  return is === 'at most' ? figure <= bound : figure >= bound;
}

type Pick = (row: Row) => number;

/** The figure of one peer over that of another. */
function ratio(rows: readonly Row[], one: string, other: string, pick: Pick): number | null {
  const above = rows.find(({ peer }) => peer === one);
  const below = rows.find(({ peer }) => peer === other);
  return above === undefined || below === undefined ? null : pick(above) / pick(below);
}

export function gapGoals(rows: readonly Row[]): Goal[] {
  const gap: Pick = ({ gapP50 }) => gapP50;
  return [
    {
      what: 'gap: regreen / bare ws loop',
      figure: ratio(rows, 'regreen', 'bare-ws', gap),
      bound: 1.5,
      is: 'at most',
    },
    { what: 'gap: regreen / Codex on its socket', figure: ratio(rows, 'regreen', 'codex-ws', gap), bound: 0.2, is: 'at most' },
    {
      what: 'processor time of a run: regreen / Codex on its socket',
      figure: ratio(rows, 'regreen', 'codex-ws', ({ cpuMs }) => cpuMs),
      bound: 1 / 3,
      is: 'at most',
    },
  ];
}

export function loopGoals(rows: readonly Row[], speed: number): Goal[] {
  const own = rows.find(({ peer }) => peer === 'regreen');
  const goals: Goal[] = [
    { what: `whole loop at ${speed} tok/s: times the limit`, figure: own?.timesLimit ?? null, bound: 1.03, is: 'at most' },
  ];
  if (speed < 1000) return goals;
  const overHttp = rows.filter(({ peer }) => peer.includes('http') && !peer.startsWith('regreen'));
  const best = overHttp.length === 0 ? null : Math.min(...overHttp.map(({ loopMs }) => loopMs));
  return [
    ...goals,
    {
      what: `whole loop at ${speed} tok/s: the best HTTP client / regreen`,
      figure: best === null || own === undefined ? null : best / own.loopMs,
      bound: 2.2,
      is: 'at least',
    },
    {
      what: 'bytes up: regreen / bare lean loop',
      figure: ratio(rows, 'regreen', 'bare-ws-lean', ({ upKb }) => upKb),
      bound: 1.05,
      is: 'at most',
    },
    { what: 'largest request after the first turn, KB on the wire', figure: own?.largestKb ?? null, bound: 14, is: 'at most' },
  ];
}
