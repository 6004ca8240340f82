import type { AgentEvent } from '../agent/types.ts';
import type { Turn, Usage } from '../responses/types.ts';
import type { Span } from './critical-path.ts';
import type { CallReport, TurnReport } from './types.ts';

/** A call of a tool, in milliseconds of the clock. */
interface Call extends Omit<CallReport, 'start' | 'end'> {
  readonly start: number;
  readonly end: number;
}

interface Entry {
  readonly n: number;
  turn: Turn | null;
  model: string | null;
  readonly calls: Call[];
}

interface TurnLog {
  readonly onAgentEvent: (event: AgentEvent) => void;
  readonly onTurn: (n: number, turn: Turn) => void;
  readonly turns: () => readonly TurnReport[];
  readonly usage: () => Usage;
  /** Turns that are still open end now: they were given up. */
  readonly endOpenTurns: () => void;
}

interface Clock {
  readonly origin: number;
  readonly now: () => number;
}

/** Collects the agent's events; turns and tools become spans in `spans`. Times are monotonic milliseconds. */
export function createTurnLog(spans: Span[], { origin, now }: Clock): TurnLog {
  const entries: Entry[] = [];
  const openTurns = new Map<number, Span>();
  const started = new Map<string, number>();

  const entryOf = (n: number): Entry => {
    const found = entries.find((entry) => entry.n === n);
    if (found !== undefined) return found;
    const entry: Entry = { n, turn: null, model: null, calls: [] };
    entries.push(entry);
    return entry;
  };

  const onTurn = (n: number, turn: Turn): void => {
    entryOf(n).turn = turn;
    const { sentAt, connectMs, completedAt, mode } = turn.timing;
    const connected = Math.min(sentAt + connectMs, completedAt);
    spans.push(
      { kind: 'transport', name: 'connect', turn: n, start: sentAt, end: connected },
      { kind: 'model', name: mode === 'warm' ? 'warm-up' : `turn ${n}`, turn: n, start: connected, end: completedAt },
    );
  };

  const endOpenTurns = (): void => {
    for (const span of openTurns.values()) span.end = now();
    openTurns.clear();
  };

  const onAgentEvent = (event: AgentEvent): void => {
    if (event.type === 'turn-started') {
      const span: Span = { kind: 'model', name: `turn ${event.turn}`, turn: event.turn, start: now(), end: null };
      openTurns.set(event.turn, span);
      spans.push(span);
    }
    if (event.type === 'turn-ended') {
      // The turn brings exact times with it: the open span has done its duty.
      const open = openTurns.get(event.turn);
      if (open !== undefined) open.end = open.start;
      openTurns.delete(event.turn);
      onTurn(event.turn, event.result);
      entryOf(event.turn).model = event.model ?? null;
    }
    if (event.type === 'tool-started') started.set(event.call.callId, event.at);
    if (event.type !== 'tool-ended') return;
    const { turn, testSeconds, at: end, note = null } = event;
    const { callId: id, name } = event.call;
    const start = started.get(id) ?? end;
    entryOf(turn).calls.push({ id, name, start, end, testSeconds, note });
    // A tool ends with its tests: what comes before is the tool's own work.
    const testsFrom = Math.max(end - testSeconds * 1000, start);
    spans.push({ kind: 'tools', name, turn, start, end: testsFrom }, { kind: 'tests', name, turn, start: testsFrom, end });
  };

  const turns = (): readonly TurnReport[] => {
    const done = entries.flatMap(({ turn, ...entry }) => (turn === null ? [] : [{ ...entry, turn }]));
    done.sort((a, b) => a.turn.timing.sentAt - b.turn.timing.sentAt);
    return done.map((entry, index) => turnReport(entry, done[index + 1]?.turn ?? null, origin));
  };

  const usage = (): Usage => {
    const sum = { inputTokens: 0, cachedTokens: 0, outputTokens: 0, reasoningTokens: 0 };
    for (const { turn } of entries) {
      sum.inputTokens += turn?.usage.inputTokens ?? 0;
      sum.cachedTokens += turn?.usage.cachedTokens ?? 0;
      sum.outputTokens += turn?.usage.outputTokens ?? 0;
      sum.reasoningTokens += turn?.usage.reasoningTokens ?? 0;
    }
    return sum;
  };

  return { onAgentEvent, onTurn, turns, usage, endOpenTurns };
}

/** `msClient` is what passed between this answer and the next question and was not a tool's; 0 after the last turn. */
function turnReport({ n, turn, model, calls }: Entry & { readonly turn: Turn }, next: Turn | null, origin: number): TurnReport {
  const { sentAt, firstEventAt, completedAt, connectMs, mode, bytesSent, bytesNotResent } = turn.timing;
  const between = next === null ? 0 : Math.max(next.timing.sentAt - completedAt, 0);
  const toolsBetween = next === null ? 0 : unionLength(calls, completedAt, next.timing.sentAt);
  const seconds = (time: number): number => Math.max(Math.round(time - origin), 0) / 1000;
  return {
    n,
    model,
    start: seconds(sentAt),
    end: seconds(completedAt),
    mode,
    msToFirstEvent: Math.round(firstEventAt - sentAt),
    msStream: Math.round(completedAt - firstEventAt),
    msTools: Math.round(unionLength(calls, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)),
    msClient: Math.round(Math.max(between - toolsBetween, 0)),
    ...turn.usage,
    msConnecting: Math.round(connectMs),
    bytesSent,
    bytesNotResent,
    tools: calls.map(({ name }) => name),
    calls: calls.map((call) => ({ ...call, start: seconds(call.start), end: seconds(call.end) })),
  };
}

/** Length of what the stretches cover between `from` and `to`, counted once. */
function unionLength(stretches: readonly Call[], from: number, to: number): number {
  let covered = 0;
  let reached = from;
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    const begin = Math.max(start, reached);
    const stop = Math.min(end, to);
    if (stop > begin) covered += stop - begin;
    reached = Math.max(reached, stop);
  }
  return covered;
}
