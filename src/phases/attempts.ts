import { attemptsRemedy, fingerprintOf, standingOf, triedTooOften } from '../delivery/index.ts';
import type { Ending } from '../report/index.ts';
import type { Located } from './locate.ts';
import type { Run } from './run.ts';
import type { Red } from './tests.ts';

/**
 * Before anything is spent: whether nothing could be delivered, because the branch has moved on, this failure was tried often enough, or a
 * person turned a fix down. Null when not, or when nobody knows.
 */
export async function notWorthIt(run: Run, located: Located, { failing }: Red): Promise<Ending | null> {
  const fingerprint = fingerprintOf(failing);
  run.record.note({ fingerprint });
  const [moved, tried] = await Promise.all([movedOn(run, located), triedEnough(run, located, fingerprint)]);
  return moved ?? tried;
}

/** A branch that is not found may be one of a fork: that one is seen where the fix is delivered. */
async function movedOn({ inputs }: Run, { github, incident }: Located): Promise<Ending | null> {
  const { repo, branch, head, sha } = incident;
  if (github === null || repo === null || branch === null || inputs.dryRun || inputs.delivery === 'patch') return null;
  const tip = await github.branchHead(repo, branch);
  const red = head ?? sha;
  if (!tip.ok || tip.value === null || tip.value === red) return null;
  return {
    outcome: 'superseded',
    reason: `Nothing was spent: ${branch} has moved on from ${red.slice(0, 10)} to ${tip.value.slice(0, 10)}.`,
  };
}

async function triedEnough({ inputs }: Run, { github, incident }: Located, fingerprint: string): Promise<Ending | null> {
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
