import { describe } from 'vitest';
import { sampleOf } from '../sampled.ts';
import { furtherCases, missing } from './further-runners.ts';
import { runnerContract } from './runner-contract.ts';

if (missing !== null) console.warn(`skipped: ${missing}`);

describe.skipIf(missing !== null)(`further runners${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  for (const fixture of sampleOf(furtherCases, 0.2, ({ runner }) => runner)) runnerContract(fixture);
});
