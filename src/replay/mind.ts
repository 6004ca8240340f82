import type { Mind } from '../engine/index.ts';
import { type Divergence, divergencesIn } from './divergence.ts';
import { type RecordedTurn, turnsOf } from './recording.ts';

/** Says again what was said, and compares what it is told with what was told then. */
export interface RecordedMind extends Mind {
  /** In the order they were met. */
  divergences(): readonly Divergence[];
  /** Turns that were asked for. */
  turns(): number;
}

const theEnd = 'The recording ends here.';

/**
 * Which turn is next follows from the conversation a request carries, not from a count of requests: what is sent again after a lost
 * connection gets the same answer again.
 */
export function recordedMind(recorded: readonly RecordedTurn[]): RecordedMind {
  const met = new Map<number, readonly Divergence[]>();
  return {
    think: async ({ items }) => {
      const turns = turnsOf(items);
      const at = turns.length - 1;
      const turn = recorded[at];
      const told = turns[at]?.told ?? [];
      const answer = turn?.answer ?? null;
      const more = { turn: at + 1, what: 'one more turn than recorded', recorded: null, now: told[0]?.text.slice(0, 200) ?? null };
      met.set(at, answer === null || turn === undefined ? [more] : divergencesIn(at + 1, turn.told, told));
      if (answer === null) return { kind: 'text', text: theEnd };
      return answer.calls.length > 0 ? { kind: 'calls', calls: answer.calls } : { kind: 'text', text: answer.text };
    },
    warm: () => {},
    close: async () => {},
    divergences: () => [...met].toSorted(([a], [b]) => a - b).flatMap(([, found]) => found),
    turns: () => met.size,
  };
}
