// The run in the Trace Event Format, which Perfetto (ui.perfetto.dev) and chrome://tracing open.
import { packLanes } from './lanes.ts';
import { oneLine } from './plain.ts';
import type { Report } from './types.ts';

type Arguments = Readonly<Record<string, string | number | boolean | null>>;

/** A complete event (`X`), one that took no time (`i`, on its thread), or metadata (`M`) that names and orders a track. Microseconds. */
export type TraceEvent =
  | {
      readonly ph: 'i';
      readonly s: 't';
      readonly name: string;
      readonly cat: string;
      readonly ts: number;
      readonly pid: number;
      readonly tid: number;
      readonly args: Arguments;
    }
  | {
      readonly ph: 'X';
      readonly name: string;
      readonly cat: string;
      readonly ts: number;
      readonly dur: number;
      readonly pid: number;
      readonly tid: number;
      readonly args: Arguments;
    }
  | {
      readonly ph: 'M';
      readonly name: 'process_name' | 'thread_name' | 'thread_sort_index';
      readonly pid: number;
      readonly tid: number;
      readonly args: Arguments;
    };

export interface Trace {
  readonly displayTimeUnit: 'ms';
  readonly otherData: Readonly<Record<string, string>>;
  readonly traceEvents: readonly TraceEvent[];
}

/** Something on a track. Seconds since the start of the run. */
interface Bar {
  readonly name: string;
  readonly category: string;
  readonly start: number;
  readonly end: number;
  readonly args: Arguments;
}

const PID = 1;

/** Every phase, every stretch of the critical path, every turn, tool and test run of a report. Names are on one line and bounded. */
export function traceOf(report: Report): Trace {
  const tracks = tracksOf(report).flatMap(({ name, bars }) =>
    // Events of one track may contain each other and must not overlap otherwise: what runs side by side gets a track beside it.
    packLanes(bars).map((lane, index) => ({ name: index === 0 ? name : `${name} (${index + 1})`, bars: lane })),
  );
  return {
    displayTimeUnit: 'ms',
    otherData: {
      outcome: report.outcome,
      repo: oneLine(report.incident.repo ?? '', 200),
      sha: oneLine(report.incident.sha ?? '', 64),
      startedAt: report.ledger.startedAt ?? '',
    },
    traceEvents: [
      { ph: 'M', name: 'process_name', pid: PID, tid: 0, args: { name: `Regreen: ${report.outcome}` } },
      ...tracks.flatMap(({ name, bars }, index) => trackEvents(name, bars, index + 1)),
    ],
  };
}

function tracksOf({ timing, ledger, turns }: Report): { readonly name: string; readonly bars: readonly Bar[] }[] {
  const work = (kind: string): Bar[] =>
    ledger.work
      .filter((entry) => entry.kind === kind)
      .map(({ name, start, end, turn }) => ({ name, category: kind, start, end, args: turn === null ? {} : { turn } }));
  return [
    { name: 'phases', bars: timing.phases.map(({ waitedFor, ...phase }) => ({ ...phase, category: 'phase', args: { ...waitedFor } })) },
    {
      name: 'critical path',
      bars: ledger.path.map(({ waitedFor, phase, start, end }) => ({ name: waitedFor, category: 'path', start, end, args: { phase } })),
    },
    { name: 'turns', bars: turns.flatMap(turnBar) },
    { name: 'tools', bars: turns.flatMap(({ n, calls }) => calls.map((call) => callBar(n, call))) },
    { name: 'tests', bars: work('tests') },
    { name: 'transport', bars: work('transport') },
  ];
}

function turnBar({ start, end, n, mode, calls: _, tools, ...numbers }: Report['turns'][number]): Bar[] {
  if (start === null || end === null) return [];
  const name = mode === 'warm' ? 'warm-up' : `turn ${n}`;
  return [{ name, category: 'turn', start, end, args: { mode, ...numbers, tools: oneLine(tools.join(', '), 500) } }];
}

function callBar(turn: number, { id, name, start, end, testSeconds, note }: Report['turns'][number]['calls'][number]): Bar {
  const args = { turn, id: oneLine(id, 200), testSeconds, note: note === null ? null : oneLine(note, 500) };
  return { name, category: 'tool', start, end, args };
}

function trackEvents(name: string, bars: readonly Bar[], tid: number): TraceEvent[] {
  const micros = (seconds: number): number => Math.round(seconds * 1_000_000);
  return [
    { ph: 'M', name: 'thread_name', pid: PID, tid, args: { name } },
    { ph: 'M', name: 'thread_sort_index', pid: PID, tid, args: { sort_index: tid } },
    ...bars.map(({ name: bar, category, start, end, args }): TraceEvent => {
      const [ts, dur] = [micros(start), micros(end) - micros(start)];
      const event = { name: oneLine(bar, 100), cat: category, ts, pid: PID, tid, args };
      // Not every reader knows in which order to open and close what takes no time.
      return dur > 0 ? { ph: 'X', dur, ...event } : { ph: 'i', s: 't', ...event };
    }),
  ];
}
