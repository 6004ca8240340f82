import { type Delivery, type DeliveryRequest, deliver, secretAddedBy, withoutSecrets, writePatchBundle } from '../delivery/index.ts';
import type { Incident } from '../incident/index.ts';
import type { Inputs } from '../inputs/index.ts';
import { createRedactor, type Ending, type Facts, type Report, type RunRecord, renderComment, renderPullRequest } from '../report/index.ts';
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
  const { located, record } = fix;
  if (holdsSecret(fix.inputs, fix.patch.text)) {
    return { outcome: 'not-fixed', reason: 'The patch holds a key or a token of this run: it is not handed over.' };
  }
  const why = notRequested(fix);
  if (why !== null) {
    record.note({ delivery: { state: 'not-requested', reason: why } });
    return proved;
  }
  const delivery = await send({ ...fix, ...located, report: record.report(proved) });
  const { ending, noted } = deliveredAs(delivery, proved);
  record.note(noted);
  return ending;
}

interface Sending
  extends Pick<Fix, 'inputs' | 'patch' | 'draft' | 'scratch' | 'signal'>,
    Pick<Located, 'incident' | 'github' | 'serverUrl'> {
  /** Its objects save a fetch. */
  readonly checkout: { readonly root: string } | null;
  readonly report: Report;
}

/** Scans what is about to become public, and delivers it. */
export async function send({ inputs, incident, github, serverUrl, checkout, patch, draft, scratch, signal, ...rest }: Sending) {
  const redactor = createRedactor(inputs.secrets);
  const leak = holdsSecret(inputs, patch.text) ? { path: 'the patch' } : secretAddedBy(patch.text);
  if (leak !== null) {
    const reason = `the fix adds what looks like a key or a password (${leak.path}): nothing was pushed`;
    return {
      state: 'refused',
      reason,
      remedy: 'look at the patch file, and apply it by hand if it is none',
      branch: null,
      compareUrl: null,
    } as const;
  }
  const report = redactor.json(rest.report);
  return deliver({
    ...{ incident, github, serverUrl, checkout, patch, scratch, signal },
    token: inputs.githubToken,
    fingerprint: report.fingerprint ?? '',
    write: writerOf(inputs, report, patch),
    isRevert: report.proof?.kind === 'revert',
    settings: {
      way: inputs.delivery === 'patch' ? 'pull-request' : inputs.delivery,
      branchPrefix: inputs.branchPrefix,
      labels: inputs.labels,
      reviewers: inputs.reviewers,
      draft: inputs.draft || draft,
      dryRun: inputs.dryRun,
      signing: inputs.commitSigning,
      triggerCi: inputs.triggerCi,
      maxAttempts: inputs.maxAttemptsPerFailure,
    },
  });
}

/** The texts of a delivery, once it is known how it goes. */
function writerOf({ optOutLabel }: Inputs, report: Report, patch: Patch): DeliveryRequest['write'] {
  // A patch that is shown must be the one that was proved.
  const patchIsPublic = report.patch === patch.text && withoutSecrets(patch.text) === patch.text;
  return (circumstances) => {
    const { title, body } = renderPullRequest(report, { optOutLabel, circumstances });
    const own = circumstances.way === 'pull-request' ? body : renderComment(report, { optOutLabel, circumstances, patchIsPublic });
    return { title: withoutSecrets(title), body: withoutSecrets(own) };
  };
}

/** What a delivery means for the report; `proved` is how the run ends when nothing moved meanwhile. */
export function deliveredAs(delivery: Delivery, ending: Ending): { readonly ending: Ending; readonly noted: Partial<Facts> } {
  switch (delivery.state) {
    case 'delivered': {
      const { state, reason, way, branch, pullRequest } = delivery;
      return { ending, noted: { delivery: { state, reason, way, branch }, pullRequest } };
    }
    case 'refused': {
      const reason = [delivery.reason, delivery.remedy].filter(Boolean).join('. ');
      return { ending, noted: { delivery: { ...delivery, reason } } };
    }
    case 'superseded': {
      const { reason } = delivery;
      return { ending: { outcome: 'superseded', reason }, noted: { delivery: { state: 'not-requested', reason } } };
    }
    case 'not-requested':
      return { ending, noted: { delivery } };
  }
}

/** Shorter values are words, which a patch may use. */
const shortestSecret = 16;

function holdsSecret({ secrets }: Inputs, patch: string): boolean {
  return createRedactor(secrets.filter(({ length }) => length >= shortestSecret)).text(patch) !== patch;
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
