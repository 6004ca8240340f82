import type { Report } from './types.ts';

/** GitHub starts at most 256 legs; long before that, a person has to look. */
const MAX_LEGS = 20;
/** Of one leg, in UTF-16 units: a job's outputs hold about a megabyte. */
const MAX_FAILURES = 20_000;

interface Leg {
  /** From 1: names artifacts. */
  readonly cause: number;
  /** For people. */
  readonly name: string;
  /** The input `failures`: one a line. Of very many tests with one cause, the first. */
  readonly failures: string;
}

/** `strategy.matrix` for the causes of a plan, the largest first; at most 20 legs. */
export function matrixOf(causes: NonNullable<Report['causes']>): { readonly include: readonly Leg[] } {
  const include = causes.slice(0, MAX_LEGS).map(({ what, package: home, tests }, index) => ({
    cause: index + 1,
    name: `${home === '' ? '' : `${home}: `}${what}`.replace(/\s+/g, ' ').slice(0, 100),
    failures: bounded(tests.map((id) => id.replace(/\s+/g, ' ').trim())),
  }));
  return { include };
}

function bounded(ids: readonly string[]): string {
  let room = MAX_FAILURES;
  const kept = ids.filter((id, index) => {
    room -= id.length + 1;
    return index === 0 || room >= 0;
  });
  return kept.join('\n');
}
