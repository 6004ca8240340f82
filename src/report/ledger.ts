import type { AgentEvent } from '../agent/types.ts';
import type { Turn, Usage } from '../responses/types.ts';
import { charge, type PhaseSpan, type Span, type SpanKind } from './critical-path.ts';
import { createTurnLog } from './turn-log.ts';
import type { LedgerReport, Timing, TurnReport } from './types.ts';

/** Where the time of a run went. All times are monotonic milliseconds of the same clock. */
export interface Ledger {
  /** Runs `fn` as a phase; a phase that throws has an end too. Phases may overlap. */
  phase<T>(name: string, fn: () => Promise<T> | T): Promise<T>;
  /** Runs `fn` as work of one kind. */
  span<T>(kind: SpanKind, name: string, fn: () => Promise<T> | T): Promise<T>;
  /** Starts work of one kind; the function given back ends it. */
  start(kind: SpanKind, name: string): () => void;
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
  account(): { readonly timing: Timing; readonly ledger: LedgerReport };
}

interface Clocks {
  /** Monotonic milliseconds. */
  readonly now?: () => number;
  /** Milliseconds since 1970; asked once. */
  readonly wallClock?: () => number;
}

export function createLedger({ now = () => performance.now(), wallClock = Date.now }: Clocks = {}): Ledger {
  const origin = now();
  const startedAt = new Date(wallClock()).toISOString();
  const phases: PhaseSpan[] = [];
  const spans: Span[] = [];
  const log = createTurnLog(spans, { origin, now });

  const start = (kind: SpanKind, name: string): (() => void) => {
    const span: Span = { kind, name, turn: null, start: now(), end: null };
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
        log.endOpenTurns();
      }
    },
    async span(kind, name, fn) {
      const end = start(kind, name);
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
    account: () => {
      const { timing, work, path } = charge({ origin, end: now(), phases, spans });
      return { timing, ledger: { startedAt, work, path } };
    },
  };
}
