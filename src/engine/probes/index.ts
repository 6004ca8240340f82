import type { Change } from '../edits.ts';
import type { SourceFile } from '../templates/types.ts';
import { javascriptProbe } from './javascript.ts';
import type { Probe } from './probe.ts';
import { pythonCompletion, pythonProbe } from './python.ts';

/**
 * Changes of a file under which the failing tests pass where two repairs of it, both green, answer differently on at most `most` of the inputs
 * near those of the tests, and fail where they differ on more. The function as it is, no change, is compared like a repair in the second
 * place. Null where the two cannot be held against each other: they lie in different functions, in none that takes parameters, or in a
 * language without probes. The idea: behavioural clusters of plausible patches (spec, choosing among several).
 */
export function agreementProbe(file: SourceFile, one: readonly Change[], other: readonly Change[], most = 0): readonly Change[] | null {
  return probe(file, { variants: [one, other], asked: { of: 'differences', most } });
}

/**
 * Changes under which the failing tests pass where a repair, green, answers all inputs near those of the tests alike; with `before`, where the
 * function did so without it.
 */
export function constancyProbe(file: SourceFile, repair: readonly Change[], before: boolean): readonly Change[] | null {
  return probe(file, { variants: before ? [repair, []] : [repair], asked: { of: 'answers', most: 1 } });
}

/**
 * Changes under which the failing tests pass where, with a repair, green, at least so many of the ways that conditions can come out do not come
 * about on inputs near those of the tests.
 */
export function deadnessProbe(file: SourceFile, repair: readonly Change[], missing: number): readonly Change[] | null {
  return probe(file, { variants: [repair], asked: { of: 'outcomes', missing } });
}

/**
 * Changes under which the failing tests pass where, with a repair, green, nothing is reckoned with that is no number on the inputs of the tests:
 * no `NaN` comes out of an arithmetic operator, neither it nor undefined is asked for being larger, and no place of a list is read that lies
 * before it or more than one behind it. Null for Python, which mostly raises an error: see `vainnessProbe`.
 */
export function senseProbe(file: SourceFile, repair: readonly Change[]): readonly Change[] | null {
  return file.path.endsWith('.py') ? null : probe(file, { variants: [repair], asked: { of: 'nonsense', most: 0 } });
}

/**
 * Changes under which the failing tests pass where what a repair, green, computes within a `try` raises an error each time, so that it is what
 * handles the error that makes the tests pass. Null where it computes nothing there, and for languages but Python.
 */
export function vainnessProbe(file: SourceFile, repair: readonly Change[]): readonly Change[] | null {
  return file.path.endsWith('.py') ? pythonCompletion(file, repair) : null;
}

function probe(file: SourceFile, asked: Probe): readonly Change[] | null {
  if (/\.[cm]?[jt]sx?$/.test(file.path)) return javascriptProbe(file, asked);
  return file.path.endsWith('.py') ? pythonProbe(file, asked) : null;
}
