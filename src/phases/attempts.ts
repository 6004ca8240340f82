import { attemptsRemedy, fingerprintOf, standingOf, triedTooOften } from '../delivery/index.ts';
import type { Ending } from '../report/index.ts';
import type { Located } from './locate.ts';
import type { Run } from './run.ts';
import type { Red } from './tests.ts';

/** Before anything is spent: whether this failure was tried often enough, or a person turned a fix down. Null when not, or when nobody knows. */
export async function triedEnough({ inputs, record }: Run, { github, incident }: Located, { failing }: Red): Promise<Ending | null> {
  const fingerprint = fingerprintOf(failing);
  record.note({ fingerprint });
  const { repo, base, head, sha, pullRequest } = incident;
  if (github === null || repo === null || base === null) return null;
  const standing = await standingOf(github, {
    way: inputs.delivery === 'patch' ? 'pull-request' : inputs.delivery,
    ...{ repo, base, head: head ?? sha, fingerprint, branchPrefix: inputs.branchPrefix, failing: pullRequest?.number ?? null },
  });
  const skip = (why: string): Ending => ({ outcome: 'skipped', reason: `Nothing was spent: ${why}.` });
  if (standing?.kind === 'closed') return skip(`${standing.reason}; ${standing.remedy}`);
  if (standing === null || standing.times < inputs.maxAttemptsPerFailure) return null;
  return skip(`${triedTooOften(standing.times)}; ${attemptsRemedy}`);
}
