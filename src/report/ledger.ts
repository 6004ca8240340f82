import type { AgentEvent } from '../agent/types.ts';
import type { Turn, Usage } from '../responses/types.ts';
import { charge, type PhaseSpan, type Span, type SpanKind } from './critical-path.ts';
import { createTurnLog } from './turn-log.ts';
import type { Timing, TurnReport } from './types.ts';

/** Where the time of a run went. All times are monotonic milliseconds of the same clock. */
export interface Ledger {
  /** Runs `fn` as a phase; a phase that throws has an end too. Phases may overlap. */
  phase<T>(name: string, fn: () => Promise<T> | T): Promise<T>;
  /** Runs `fn` as work of one kind. */
  span<T>(kind: SpanKind, fn: () => Promise<T> | T): Promise<T>;
  /** Starts work of one kind; the function given back ends it. */
  start(kind: SpanKind): () => void;
  /** Subscribe this to the agent's events: turns and tools become spans. */
  readonly onAgentEvent: (event: AgentEvent) => void;
  /** A turn outside of the loop: the warm-up, as turn 0. */
  onTurn(n: number, turn: Turn): void;
  turns(): readonly TurnReport[];
  /** Tokens of all turns, the warm-up's included. */
  usage(): Usage;
  /** Seconds since the ledger was made. */
  elapsed(): number;
  /** Everything up to now, in seconds; what has not ended counts up to now. */
  timing(): Timing;
}

export function createLedger({ now = () => performance.now() }: { readonly now?: () => number } = {}): Ledger {
  const origin = now();
  const phases: PhaseSpan[] = [];
  const spans: Span[] = [];
  const log = createTurnLog(spans, now);

  const start = (kind: SpanKind): (() => void) => {
    const span: Span = { kind, start: now(), end: null };
    spans.push(span);
    return () => {
      span.end ??= now();
    };
  };

  return {
    async phase(name, fn) {
      const phase: PhaseSpan = { name, start: now(), end: null };
      phases.push(phase);
      try {
        return await fn();
      } finally {
        phase.end = now();
        log.endOpenTurn();
      }
    },
    async span(kind, fn) {
      const end = start(kind);
      try {
        return await fn();
      } finally {
        end();
      }
    },
    start,
    onAgentEvent: log.onAgentEvent,
    onTurn: log.onTurn,
    turns: log.turns,
    usage: log.usage,
    elapsed: () => (now() - origin) / 1000,
    timing: () => charge({ origin, end: now(), phases, spans }),
  };
}
