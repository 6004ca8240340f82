import { deliver, writePatchBundle } from '../delivery/index.ts';
import type { Incident } from '../incident/index.ts';
import type { Inputs } from '../inputs/index.ts';
import { createRedactor, type Ending, type Report, type RunRecord, renderPullRequest } from '../report/index.ts';
import type { Patch } from '../workspace/index.ts';
import type { Located } from './locate.ts';

export interface Fix {
  readonly inputs: Inputs;
  readonly located: Located;
  readonly record: RunRecord;
  readonly patch: Patch;
  /** Only a draft may be opened for it. */
  readonly draft: boolean;
  readonly scratch: string;
  readonly signal: AbortSignal;
}

const proved: Ending = {
  outcome: 'fixed',
  reason: 'The failing tests pass with the patch on a clean copy of the red commit, and nothing that passed fails.',
};

/** Brings a proved fix to where it is wanted, and notes what came of it. */
export async function deliverFix(fix: Fix): Promise<Ending> {
  const { inputs, located, record } = fix;
  const why = notRequested(fix);
  if (why !== null) {
    record.note({ delivery: { state: 'not-requested', reason: why } });
    return proved;
  }
  const report: Report = createRedactor(inputs.secrets).json(record.report(proved));
  const { title, body } = renderPullRequest(report, { optOutLabel: inputs.optOutLabel, workflowToken: !isPersonal(inputs.githubToken) });
  const delivery = await deliver({
    incident: located.incident,
    checkout: located.checkout,
    github: located.github,
    token: inputs.githubToken,
    serverUrl: located.serverUrl,
    patch: fix.patch,
    fingerprint: report.fingerprint ?? '',
    title,
    body,
    scratch: fix.scratch,
    signal: fix.signal,
    settings: {
      branchPrefix: inputs.branchPrefix,
      labels: inputs.labels,
      reviewers: inputs.reviewers,
      draft: inputs.draft || fix.draft,
      dryRun: inputs.dryRun,
    },
  });
  switch (delivery.state) {
    case 'delivered':
      record.note({ delivery, pullRequest: delivery.pullRequest });
      return proved;
    case 'refused':
      record.note({ delivery: { ...delivery, reason: [delivery.reason, delivery.remedy].filter(Boolean).join('. ') } });
      return proved;
    case 'superseded':
      record.note({ delivery: { state: 'not-requested', reason: delivery.reason } });
      return { outcome: 'superseded', reason: delivery.reason };
    case 'not-requested':
      record.note({ delivery });
      return proved;
  }
}

function notRequested({ inputs, located }: Fix): string | null {
  if (located.incident.event === 'local') return 'A run from a terminal pushes nothing.';
  if (inputs.mode === 'fix') return 'mode: fix writes a patch bundle and pushes nothing.';
  if (inputs.delivery === 'patch') return 'delivery: patch writes files and pushes nothing.';
  if (inputs.dryRun) return 'dry-run: nothing was pushed.';
  return null;
}

/** `mode: fix`: the bundle that a publishing job takes up; null when there is nothing proved to hand over. */
export async function writeBundle(inputs: Inputs, report: Report, incident: Incident | null, folder: string): Promise<string | null> {
  if (inputs.mode !== 'fix' || report.outcome !== 'fixed' || incident === null) return null;
  const { repo, sha, base } = incident;
  await writePatchBundle(folder, { patch: report.patch, report, manifest: { repo, sha, base, fingerprint: report.fingerprint ?? '' } });
  return folder;
}

/** A personal token's pull requests get their checks at once; those of the workflow's own token wait for approval. */
function isPersonal(token: string | null): boolean {
  return token !== null && /^(?:ghp_|github_pat_)/.test(token);
}
