import type { Diagnosis } from '../agent/index.ts';
import { changeSinceGreen } from '../incident/index.ts';
import { rankSuspects } from '../suite/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { type Sorted, withoutOlder } from './aside.ts';
import type { FailedRunReading } from './failed-run.ts';
import { findGreen, olderThan } from './find-green.ts';
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

export interface Diagnosed extends Sorted {
  readonly diagnosis: Diagnosis;
}

/** What can be known before anybody thinks: what fails, where it may be, what changed since it was green; and what failed before that. */
export async function diagnose(run: Run, { located, workspace, seen: all, failedRun }: Seen): Promise<Diagnosed> {
  const { record, progress, signal } = run;
  const { incident, checkout, origin } = located;
  const { green, older } =
    incident.green === null
      ? await findGreen(run, checkout, workspace, all)
      : { green: incident.green, older: await olderThan(run, checkout, workspace, all, incident.green) };
  const { seen, aside } = withoutOlder(run, all, older, green);
  const { suite, baseline, failing } = seen;
  const changed = green === null ? null : await changeSinceGreen(checkout, green, { maxChars: maxChangeChars, origin, signal });
  if (changed && !changed.ok) progress.line(`change since green is not known: ${changed.reason}`);
  const suspects = rankSuspects(null, failing, maxSuspects);
  record.note({ suspects });
  const facts = await failedRun.facts();
  const diagnosis: Diagnosis = {
    testCommand: suite.plan.testCommand,
    baseline,
    failing,
    suspects,
    change: changed?.ok ? changed.change : null,
    failedRun: facts === null ? null : facts.text,
  };
  return { diagnosis, seen, aside };
}
