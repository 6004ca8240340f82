import { expect, it } from 'vitest';
import { generateCandidates } from '../../../src/engine/templates/index.ts';
import { input } from './ranks.ts';

/** Names that are put in the place of `kind` in the condition. */
function namesFor(source: string): string[] {
  const candidates = generateCandidates(input(source));
  return [...candidates].flatMap(({ label }) => /^kind -> (\w+)$/.exec(label)?.[1] ?? []);
}
const names = (head: string, tail = ''): string[] =>
  namesFor(`function f(kind, other) { ${head} if (kind === Array) return 1; ${tail} return 2; }`);

it('a variable is not read before anything has given it a value', () => {
  expect(names('let late;', 'late = other; use(late);')).not.toContain('late');
  expect(names('var late;', 'for (late of other) use(late);')).not.toContain('late');
  expect(names('let late;', '[late] = other; use(late);')).not.toContain('late');
});

it('nor is one that might have got a value left out', () => {
  expect(names('let early = 1;', 'use(early);')).toContain('early');
  expect(names('let early; early = other;')).toContain('early');
  expect(names('let early; if (other) early = other;')).toContain('early');
  expect(names('let early; const set = () => { early = 1; }; set();')).toContain('early');
  expect(
    namesFor('function f(kind, list) { let last; for (const one of list) { if (kind === one) return 1; last = one; } return last; }'),
  ).toContain('last');
  expect(namesFor('function f(kind, list) { let one; for (one of list) if (kind === Array) return 1; return one; }')).toContain('one');
});
