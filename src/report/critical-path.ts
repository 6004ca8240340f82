import type { Timing } from './types.ts';

export type SpanKind = 'model' | 'tests' | 'tools' | 'transport';

export interface Span {
  readonly kind: SpanKind;
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

// Whom a phase waits for when several kinds run at once: the loop for the model's answer (a read-only tool that runs beside it costs
// nothing), every other phase for the tests (a warm-up or a connection that runs beside them costs nothing).
const LOOP: readonly SpanKind[] = ['model', 'tests', 'tools', 'transport'];
const OTHERWISE: readonly SpanKind[] = ['tests', 'tools', 'model', 'transport'];

/**
 * Charges every moment of the wall clock once. The owner of a moment is the first active kind in the order of the main-line phase,
 * which is the phase that began first and has not ended: one that began later runs ahead on a guess. Other kinds active at the
 * moment count as overlap. A moment without any work is the client's inside a phase, idle outside of all.
 */
export function charge({ origin, end, phases, spans }: Recording): Timing {
  // Whole milliseconds from the origin keep the sums exact.
  const at = (time: number | null): number => Math.min(Math.max(Math.round((time ?? end) - origin), 0), total);
  const total = Math.max(Math.round(end - origin), 0);
  const critical = { model: 0, tests: 0, tools: 0, transport: 0, client: 0, idle: 0 };
  let overlap = 0;

  const edges = sweep([
    ...phases.map((phase, index) => ({ start: at(phase.start), end: at(phase.end), change: { phase: index } })),
    ...spans.map((span) => ({ start: at(span.start), end: at(span.end), change: { kind: span.kind } })),
  ]);
  const active = { model: 0, tests: 0, tools: 0, transport: 0 };
  const open = new Set<number>();
  let from = 0;
  const chargeUntil = (to: number): void => {
    const length = to - from;
    from = to;
    if (length <= 0) return;
    // Phases are numbered as they began.
    const mainLine = open.size === 0 ? undefined : phases[Math.min(...open)];
    const busy = (mainLine?.name === 'loop' ? LOOP : OTHERWISE).filter((kind) => active[kind] > 0);
    critical[busy[0] ?? (mainLine === undefined ? 'idle' : 'client')] += length;
    overlap += length * Math.max(busy.length - 1, 0);
  };
  for (const { time, step, change } of edges) {
    chargeUntil(time);
    if ('kind' in change) active[change.kind] += step;
    else if (step === 1) open.add(change.phase);
    else open.delete(change.phase);
  }
  chargeUntil(total);

  const seconds = (ms: number): number => ms / 1000;
  return {
    total: seconds(total),
    phases: phases.map((phase) => ({ name: phase.name, start: seconds(at(phase.start)), end: seconds(at(phase.end)) })),
    critical: {
      model: seconds(critical.model),
      tests: seconds(critical.tests),
      tools: seconds(critical.tools),
      transport: seconds(critical.transport),
      client: seconds(critical.client),
      idle: seconds(critical.idle),
    },
    overlap: seconds(overlap),
  };
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
