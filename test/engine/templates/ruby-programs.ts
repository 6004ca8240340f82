// Small programs of Ruby, each with one slip.
import type { FailingTest, TemplateInput } from '../../../src/engine/templates/index.ts';
import { input, rankOf, red } from './ranks.ts';

export const path = 'lib/shelf.rb';

/** A small broken program of Ruby, and what repairs it. */
export interface Slip {
  readonly of: string;
  readonly text: string;
  /** What is wrong, and what it must become. */
  readonly wrong: string;
  readonly right: string;
  readonly message?: string;
  readonly values?: Pick<FailingTest, 'expected' | 'actual'>;
  readonly tests?: string;
  readonly within?: number;
}

export const wanted = (expected: string, actual: string): Pick<FailingTest, 'expected' | 'actual'> => ({ expected, actual });

export function inputOf({ text, message, values, tests }: Slip): TemplateInput {
  const testSources = tests === undefined ? [] : [{ path: 'test/shelf_test.rb', text: tests }];
  return input(text, { failing: [red(message ?? 'it failed', values ?? {})], testSources }, path);
}

/** Lines of a class, with what holds it together. */
export const inClass = (...lines: readonly string[]): string =>
  `class Shelf\n${lines.map((line) => (line === '' ? '' : `  ${line}`)).join('\n')}\nend\n`;
export const inMethod = (...lines: readonly string[]): string =>
  inClass(...lines.map((line, at) => (at === 0 || line === 'end' ? line : `  ${line}`)));

/** Rank of the repair among what is proposed; 0 where it is not. */
export function rankOfRepair(slip: Slip): number {
  if (!slip.text.includes(slip.wrong)) throw new Error(`${slip.of} does not hold ${slip.wrong}`);
  return rankOf(
    slip.text.replace(slip.wrong, () => slip.right),
    inputOf(slip),
  );
}
