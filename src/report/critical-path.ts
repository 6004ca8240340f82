import { type LedgerReport, type PhaseReport, type StretchReport, type Timing, type Wait, type WaitSeconds, waits } from './types.ts';

export type SpanKind = 'model' | 'tests' | 'tools' | 'transport';

export interface Span {
  readonly kind: SpanKind;
  readonly name: string;
  /** Null outside of the loop. */
  readonly turn: number | null;
  readonly start: number;
  /** Null while it runs. */
  end: number | null;
}

export interface PhaseSpan {
  readonly name: string;
  readonly start: number;
  end: number | null;
}

/** Milliseconds of one clock. */
interface Recording {
  readonly origin: number;
  readonly end: number;
  readonly phases: readonly PhaseSpan[];
  readonly spans: readonly Span[];
}

interface Charged extends Pick<LedgerReport, 'work' | 'path'> {
  readonly timing: Timing;
}

// Whom a phase waits for when several kinds run at once: the loop for the model's answer (a read-only tool that runs beside it costs
// nothing), every other phase for the tests (a warm-up or a connection that runs beside them costs nothing).
const LOOP: readonly SpanKind[] = ['model', 'tests', 'tools', 'transport'];
const OTHERWISE: readonly SpanKind[] = ['tests', 'tools', 'model', 'transport'];

/**
 * Charges every moment of the wall clock once. The owner of a moment is the first active kind in the order of the main-line phase,
 * which is the phase that began first and has not ended: one that began later runs ahead on a guess. Other kinds active at the
 * moment count as overlap. A moment without any work is the client's inside a phase, idle outside of all.
 */
export function charge({ origin, end, phases, spans }: Recording): Charged {
  // Whole milliseconds from the origin keep the sums exact.
  const total = Math.max(Math.round(end - origin), 0);
  const at = (time: number | null): number => Math.min(Math.max(Math.round((time ?? end) - origin), 0), total);
  const path: Stretch[] = [];
  let overlap = 0;

  const edges = sweep([
    ...phases.map((phase, index) => ({ start: at(phase.start), end: at(phase.end), change: { phase: index } })),
    ...spans.map((span) => ({ start: at(span.start), end: at(span.end), change: { kind: span.kind } })),
  ]);
  const active = { model: 0, tests: 0, tools: 0, transport: 0 };
  const open = new Set<number>();
  let from = 0;
  const chargeUntil = (to: number): void => {
    const start = from;
    from = to;
    if (to <= start) return;
    // Phases are numbered as they began.
    const phase = open.size === 0 ? null : Math.min(...open);
    const busy = (phase !== null && phases[phase]?.name === 'loop' ? LOOP : OTHERWISE).filter((kind) => active[kind] > 0);
    extend(path, { start, end: to, phase, waitedFor: busy[0] ?? (phase === null ? 'idle' : 'client') });
    overlap += (to - start) * Math.max(busy.length - 1, 0);
  };
  for (const { time, step, change } of edges) {
    chargeUntil(time);
    if ('kind' in change) active[change.kind] += step;
    else if (step === 1) open.add(change.phase);
    else open.delete(change.phase);
  }
  chargeUntil(total);

  return {
    timing: {
      total: seconds(total),
      phases: phases.map((phase, index) => phaseReport(phase.name, at(phase.start), at(phase.end), inPhase(path, index))),
      critical: addUp(path),
      overlap: seconds(overlap),
    },
    work: spans
      .map((span) => ({ ...span, start: seconds(at(span.start)), end: seconds(at(span.end)) }))
      .filter(({ start, end: stop }) => stop > start)
      .sort((a, b) => a.start - b.start),
    path: path.map((stretch) => stretchReport(stretch, phases)),
  };
}

interface Stretch {
  readonly start: number;
  end: number;
  /** Index of the main-line phase. */
  readonly phase: number | null;
  readonly waitedFor: Wait;
}

/** Adds what follows on the path; more of the same makes the last stretch longer. */
function extend(path: Stretch[], next: Stretch): void {
  const last = path.at(-1);
  if (last !== undefined && last.phase === next.phase && last.waitedFor === next.waitedFor) last.end = next.end;
  else path.push(next);
}

function inPhase(path: readonly Stretch[], index: number): Stretch[] {
  return path.filter(({ phase }) => phase === index);
}

/** Seconds by what was waited for. */
function addUp(path: readonly Stretch[]): WaitSeconds {
  const sums: Record<Wait, number> = { model: 0, tests: 0, tools: 0, transport: 0, client: 0, idle: 0 };
  for (const { start, end, waitedFor } of path) sums[waitedFor] += end - start;
  for (const wait of waits) sums[wait] = seconds(sums[wait]);
  return sums;
}

function phaseReport(name: string, start: number, end: number, path: readonly Stretch[]): PhaseReport {
  return { name, start: seconds(start), end: seconds(end), waitedFor: addUp(path) };
}

function stretchReport({ start, end, phase, waitedFor }: Stretch, phases: readonly PhaseSpan[]): StretchReport {
  return { start: seconds(start), end: seconds(end), phase: phase === null ? null : (phases[phase]?.name ?? null), waitedFor };
}

function seconds(ms: number): number {
  return ms / 1000;
}

type Change = { readonly phase: number } | { readonly kind: SpanKind };

interface Interval {
  readonly start: number;
  readonly end: number;
  readonly change: Change;
}

/** Beginnings and ends in order of time; what takes no time is left out. */
function sweep(intervals: readonly Interval[]): { readonly time: number; readonly step: 1 | -1; readonly change: Change }[] {
  return intervals
    .filter(({ start, end }) => end > start)
    .flatMap(({ start, end, change }) => [
      { time: start, step: 1 as const, change },
      { time: end, step: -1 as const, change },
    ])
    .sort((a, b) => a.time - b.time);
}
