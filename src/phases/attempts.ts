import { attemptsRemedy, attemptsSoFar, fingerprintOf, triedTooOften } from '../delivery/index.ts';
import type { Ending } from '../report/index.ts';
import type { Located } from './locate.ts';
import type { Run } from './run.ts';
import type { Red } from './tests.ts';

/** Before anything is spent: whether this failure was tried often enough. Null when it was not, or when nobody knows. */
export async function triedEnough({ inputs, record }: Run, { github, incident }: Located, { failing }: Red): Promise<Ending | null> {
  const { repo, base } = incident;
  if (github === null || repo === null || base === null) return null;
  const fingerprint = fingerprintOf(failing);
  const tried = await attemptsSoFar(github, { repo, base, fingerprint, branchPrefix: inputs.branchPrefix });
  if (tried === null || tried < inputs.maxAttemptsPerFailure) return null;
  record.note({ fingerprint });
  return { outcome: 'skipped', reason: `Nothing was spent: ${triedTooOften(tried)}; ${attemptsRemedy}.` };
}
