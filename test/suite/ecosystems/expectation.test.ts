import { expect, it } from 'vitest';
import { expectation } from '../../../src/suite/ecosystems/languages/reading.ts';

it('is read from indented words', () => {
  expect(expectation('failed\n\n  expected: 3\n       got: 2\n')).toEqual({ expected: '3', actual: '2' });
});

it('is looked for in no time in a message of blank lines', () => {
  const started = performance.now();
  for (let round = 0; round < 20; round += 1) expect(expectation('\n'.repeat(20_000)).expected).toBeNull();
  expect(performance.now() - started).toBeLessThan(1_000);
});
