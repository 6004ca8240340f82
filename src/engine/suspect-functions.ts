import type { FailingTest, Suspect } from './brief.ts';
import { isOnlyTests, locatorOf, ownTestLines } from './templates/index.ts';
import type { SourceFile } from './templates/types.ts';

/** A function with the line of it that stands out most. */
export interface SuspectFunction {
  readonly path: string;
  readonly line: number;
  readonly name: string | null;
  /** The line's suspicion; null where it has none. */
  readonly score: number | null;
  /** How near the top of a failing test's stack it is, 0 to 1. */
  readonly stack: number;
}

export interface Traces {
  /** Suspicious lines, best first. */
  readonly suspects: readonly Suspect[];
  readonly failing: readonly FailingTest[];
  /** Where a change turned at least one failing test green, whatever else it broke. */
  readonly effective: readonly { readonly path: string; readonly start: number }[];
  readonly fileOf: (path: string) => SourceFile | null;
}

/** Lines looked up at most: a file is parsed once, but every line is a walk. */
const MOST_LINES = 400;
const MOST_EFFECTIVE = 200;
/** What each trace adds to a function whose most suspicious line counts 1. */
const OF_CHANGES = 0.8;
const OF_STACK = 0.3;
const OF_NAME = 0.3;

interface Found extends SuspectFunction {
  stack: number;
  readonly order: number;
  /** Changes in it that turned failing tests green. */
  changes: number;
}

/**
 * The functions that most likely hold the fault, likeliest first. Lines alone leave large ties, as all that a failing test runs and few
 * others do looks alike; they are broken by where changes had an effect on the failing tests (Metallaxis: Papadakis and Le Traon, "Metallaxis-FL:
 * mutation-based fault localization", STVR 25, 2015), by stack traces, and by what the tests are called.
 */
export function suspectFunctions({ suspects, failing, effective, fileOf }: Traces, most: number): readonly SuspectFunction[] {
  const found = new Map<string, Found>();
  const locators = new Map<string, ReturnType<typeof locatorOf>>();
  const inTests = new Map<string, ReturnType<typeof ownTestLines>>();
  const at = (path: string, line: number, score: number | null): Found | null => {
    const file = fileOf(path);
    if (file === null || (failing.some((test) => test.file === path) && isOnlyTests(file))) return null;
    const isOfTests = inTests.get(path) ?? ownTestLines(file);
    inTests.set(path, isOfTests);
    if (isOfTests(line)) return null;
    const locate = locators.get(path) ?? locatorOf(file);
    locators.set(path, locate);
    const name = locate(line)?.function ?? null;
    const key = `${path} ${name}`;
    const known = found.get(key) ?? { path, line, name, score, order: found.size, changes: 0, stack: 0 };
    found.set(key, known);
    return known;
  };
  for (const { path, line, score } of suspects.slice(0, MOST_LINES)) at(path, line, score);
  for (const { frames } of failing) {
    for (const [depth, { path, line }] of frames.slice(0, 10).entries()) {
      const own = at(path, line, null);
      if (own !== null) own.stack = Math.max(own.stack, 1 / (1 + depth / 3));
    }
  }
  for (const { path, start } of effective.slice(0, MOST_EFFECTIVE)) {
    const text = fileOf(path)?.text ?? '';
    const own = at(path, text.slice(0, start).split('\n').length, null);
    if (own !== null) own.changes += 1;
  }
  const top = Math.max(...suspects.map(({ score }) => score), 0.01);
  const mostChanges = Math.max(1, ...[...found.values()].map(({ changes }) => changes));
  const words = new Set(failing.flatMap(({ id, message }) => `${id} ${message ?? ''}`.match(/[A-Za-z_$][\w$]{2,}/g) ?? []));
  const worth = (one: Found): number =>
    (one.score ?? 0) / top +
    OF_CHANGES * Math.sqrt(one.changes / mostChanges) +
    OF_STACK * one.stack +
    (words.has(/[\w$]+$/.exec(one.name ?? '')?.[0] ?? '') ? OF_NAME : 0);
  return [...found.values()].toSorted((a, b) => worth(b) - worth(a) || a.order - b.order).slice(0, most);
}
