import { type OpenModel, openModel } from '../agent/index.ts';
import type { Inputs } from '../inputs/index.ts';

/** The hosted model of a run, connecting from now on; null when the built-in engine is the only one. */
export function connectHosted(inputs: Inputs, signal: AbortSignal, onNotice: (text: string) => void): OpenModel | null {
  const { endpoint, engine, instructions, transport } = inputs;
  if (endpoint === null || engine === 'builtin') return null;
  return openModel({ ...endpoint, instructions, transport, isEngine: false }, signal, onNotice, inputs.attempts);
}
