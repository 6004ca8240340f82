import type { AgentEvent } from '../agent/types.ts';
import type { Turn, Usage } from '../responses/types.ts';
import type { Span } from './critical-path.ts';
import type { TurnReport } from './types.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Entry {
  readonly n: number;
  turn: Turn | null;
  readonly names: string[];
  readonly tools: Stretch[];
}

interface TurnLog {
  readonly onAgentEvent: (event: AgentEvent) => void;
  readonly onTurn: (n: number, turn: Turn) => void;
  readonly turns: () => readonly TurnReport[];
  readonly usage: () => Usage;
  /** A turn that is still open ends now: it was given up. */
  readonly endOpenTurn: () => void;
}

/** Collects the agent's events; turns and tools become spans in `spans`. Times are monotonic milliseconds. */
export function createTurnLog(spans: Span[], now: () => number): TurnLog {
  const entries: Entry[] = [];
  let openTurn: Span | null = null;
  const started = new Map<string, number>();

  const entryOf = (n: number): Entry => {
    const found = entries.find((entry) => entry.n === n);
    if (found !== undefined) return found;
    const entry: Entry = { n, turn: null, names: [], tools: [] };
    entries.push(entry);
    return entry;
  };

  const onTurn = (n: number, turn: Turn): void => {
    entryOf(n).turn = turn;
    const { sentAt, connectMs, completedAt } = turn.timing;
    const connected = Math.min(sentAt + connectMs, completedAt);
    spans.push({ kind: 'transport', start: sentAt, end: connected }, { kind: 'model', start: connected, end: completedAt });
  };

  const endOpenTurn = (): void => {
    if (openTurn !== null) openTurn.end = now();
    openTurn = null;
  };

  const onAgentEvent = (event: AgentEvent): void => {
    if (event.type === 'turn-started') {
      endOpenTurn();
      openTurn = { kind: 'model', start: now(), end: null };
      spans.push(openTurn);
    }
    if (event.type === 'turn-ended') {
      // The turn brings exact times with it: the open span has done its duty.
      if (openTurn !== null) openTurn.end = openTurn.start;
      openTurn = null;
      onTurn(event.turn, event.result);
    }
    if (event.type === 'tool-started') started.set(event.call.callId, event.at);
    if (event.type !== 'tool-ended') return;
    const start = started.get(event.call.callId) ?? event.at;
    const entry = entryOf(event.turn);
    entry.names.push(event.call.name);
    entry.tools.push({ start, end: event.at });
    // A tool ends with its tests: what comes before is the tool's own work.
    const testsFrom = Math.max(event.at - event.testSeconds * 1000, start);
    spans.push({ kind: 'tools', start, end: testsFrom }, { kind: 'tests', start: testsFrom, end: event.at });
  };

  const turns = (): readonly TurnReport[] => {
    const done = entries.flatMap(({ turn, ...entry }) => (turn === null ? [] : [{ ...entry, turn }]));
    done.sort((a, b) => a.turn.timing.sentAt - b.turn.timing.sentAt);
    return done.map((entry, index) => turnReport(entry, done[index + 1]?.turn ?? null));
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

  return { onAgentEvent, onTurn, turns, usage, endOpenTurn };
}

/** `msClient` is what passed between this answer and the next question and was not a tool's; 0 after the last turn. */
function turnReport({ n, turn, names, tools }: Entry & { readonly turn: Turn }, next: Turn | null): TurnReport {
  const { sentAt, firstEventAt, completedAt, mode } = turn.timing;
  const between = next === null ? 0 : Math.max(next.timing.sentAt - completedAt, 0);
  const toolsBetween = next === null ? 0 : unionLength(tools, completedAt, next.timing.sentAt);
  return {
    n,
    mode,
    msToFirstEvent: Math.round(firstEventAt - sentAt),
    msStream: Math.round(completedAt - firstEventAt),
    msTools: Math.round(unionLength(tools, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)),
    msClient: Math.round(Math.max(between - toolsBetween, 0)),
    inputTokens: turn.usage.inputTokens,
    cachedTokens: turn.usage.cachedTokens,
    outputTokens: turn.usage.outputTokens,
    tools: names,
  };
}

/** Length of what the stretches cover between `from` and `to`, counted once. */
function unionLength(stretches: readonly Stretch[], from: number, to: number): number {
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
