export type { Divergence } from './divergence.ts';
export { recordedMind } from './mind.ts';
export { greenOf, type RecordedTurn, turnsOf } from './recording.ts';
