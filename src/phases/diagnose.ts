import type { Diagnosis } from '../agent/index.ts';
import { changeSinceGreen } from '../incident/index.ts';
import { rankSuspects } from '../suite/index.ts';
import type { Workspace } from '../workspace/index.ts';
import type { FailedRunReading } from './failed-run.ts';
import { findGreen } from './find-green.ts';
import type { Located } from './locate.ts';
import type { Run } from './run.ts';
import type { Red } from './tests.ts';

const maxSuspects = 100;
const maxChangeChars = 400_000;

export interface Seen {
  readonly located: Located;
  readonly workspace: Workspace;
  readonly seen: Red;
  readonly failedRun: FailedRunReading;
}

/** What can be known before anybody thinks: what fails, where it may be, what changed since it was green. */
export async function diagnose(run: Run, { located, workspace, seen, failedRun }: Seen): Promise<Diagnosis> {
  const { record, progress, signal } = run;
  const { suite, baseline, failing } = seen;
  const { incident, checkout, origin } = located;
  const green = incident.green ?? (await findGreen(run, checkout, workspace, seen)).green;
  const changed = green === null ? null : await changeSinceGreen(checkout, green, { maxChars: maxChangeChars, origin, signal });
  if (changed && !changed.ok) progress.line(`change since green is not known: ${changed.reason}`);
  const suspects = rankSuspects(null, failing, maxSuspects);
  record.note({ suspects });
  const facts = await failedRun.facts();
  return {
    testCommand: suite.plan.testCommand,
    baseline,
    failing,
    suspects,
    change: changed?.ok ? changed.change : null,
    failedRun: facts === null ? null : facts.text,
  };
}
