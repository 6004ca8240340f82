// Things that must not become more: those of the fix that the red file did not have.
import type { Found, Mark } from './types.ts';

/** A mark with where it stands. */
export interface PlacedMark extends Mark {
  /** Title of the test around it; null outside of tests. */
  readonly owner: string | null;
  /** When given, of weight only if it stands around code that was there before. */
  readonly wraps: readonly string[] | null;
}

export interface Marked {
  readonly marks: readonly PlacedMark[];
  /** Normalised statements, one a line. */
  readonly code: () => string;
}

/** `knownTests`: titles of tests there were; what a new test does to itself is its own business. */
export function newMarks(path: string, before: Marked, after: Marked, knownTests: ReadonlySet<string>): Found[] {
  const had = new Map<string, number>();
  for (const { rule, key } of before.marks) had.set(`${rule} ${key}`, (had.get(`${rule} ${key}`) ?? 0) + 1);
  const found: Found[] = [];
  for (const { rule, severity, key, line, message, owner, wraps } of after.marks) {
    const left = had.get(`${rule} ${key}`) ?? 0;
    had.set(`${rule} ${key}`, left - 1);
    if (left > 0) continue;
    if (owner !== null && !knownTests.has(owner) && ownBusiness.has(rule)) continue;
    const isAround = wraps === null || wraps.some((text) => text.length > 3 && before.code().includes(text));
    found.push({
      rule,
      severity: isAround ? severity : 'note',
      path,
      line,
      message: isAround ? message : message.replace(' that was there before', ''),
    });
  }
  return found;
}

const ownBusiness: ReadonlySet<string> = new Set([
  'code-mocked',
  'timeout-raised',
  'test-skipped',
  'error-swallowed',
  'always-equal',
  'constant-condition',
]);
