import { describe } from 'vitest';
import { sampleOf } from '../sampled.ts';
import { furtherCases, missing, modules } from './further-runners.ts';
import { namesContract, runnerContract } from './runner-contract.ts';

if (missing !== null) console.warn(`skipped: ${missing}`);

describe.skipIf(missing !== null)(`further runners${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  for (const fixture of sampleOf(furtherCases, 0.2, ({ runner }) => runner)) runnerContract(fixture);
  namesContract('ava', "import it from 'ava';\n", modules);
});
