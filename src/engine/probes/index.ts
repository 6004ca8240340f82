import type { Change } from '../edits.ts';
import type { SourceFile } from '../templates/types.ts';
import { javascriptProbe } from './javascript.ts';
import { pythonProbe } from './python.ts';

/**
 * Changes of a file under which the failing tests pass where two repairs of it, both green, answer alike on inputs near those of the
 * tests, and fail where they do not. Null where the two cannot be held against each other: they lie in different functions, in none that
 * takes parameters, or in a language without probes. The idea: behavioural clusters of plausible patches (spec, choosing among several).
 */
export function agreementProbe(file: SourceFile, one: readonly Change[], other: readonly Change[]): readonly Change[] | null {
  if (/\.[cm]?[jt]sx?$/.test(file.path)) return javascriptProbe(file, one, other);
  return file.path.endsWith('.py') ? pythonProbe(file, one, other) : null;
}
