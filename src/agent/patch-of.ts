import type { Patch } from '../workspace/types.ts';
import type { AgentResult } from './types.ts';

/** The patch that came of it; null when nothing is left in the workspace. */
export function patchOf(result: AgentResult): Patch | null {
  if (result.kind === 'candidate') return result.patch;
  return result.kind === 'budget' ? result.best : null;
}

/** Lines added and lines removed. */
export function changedLinesOf(patch: Patch | null): number {
  return (patch?.files ?? []).reduce((sum, { added, removed }) => sum + added + removed, 0);
}
