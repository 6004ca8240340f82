import { describe } from 'vitest';
import { furtherCases, missing } from './further-runners.ts';
import { runnerContract } from './runner-contract.ts';

if (missing !== null) console.warn(`skipped: ${missing}`);

describe.skipIf(missing !== null)(`further runners${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  for (const fixture of furtherCases) runnerContract(fixture);
});
