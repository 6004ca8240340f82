import type { AgentEvent } from './types.ts';

/** Every attempt counts its turns from 1: those of a run are numbered all through. */
export function numberTurns(emit: (event: AgentEvent) => void): (event: AgentEvent) => void {
  let before = 0;
  let last = 0;
  return (event) => {
    if (!('turn' in event)) return emit(event);
    if (event.type === 'turn-started' && event.turn === 1) before = last;
    last = before + event.turn;
    emit({ ...event, turn: last });
  };
}
