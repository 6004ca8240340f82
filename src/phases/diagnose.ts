import type { Diagnosis } from '../agent/index.ts';
import { changeSinceGreen } from '../incident/index.ts';
import { rankSuspects } from '../suite/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { asideWords, type Sorted, sorted, surroundingsOf, whyOlder } from './aside.ts';
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
  const surroundings = await surroundingsOf(run, workspace, all);
  const doubtful = new Set(surroundings.keys());
  // What was there before a push may be as red: nobody has said otherwise.
  const isSaid = incident.event !== 'push' && run.inputs.failures.length === 0;
  const nothing = { older: [], passing: new Set<string>() };
  const { green, older, passing } =
    incident.green === null
      ? await findGreen(run, checkout, workspace, all, doubtful)
      : { green: incident.green, ...(isSaid ? await olderThan(run, checkout, workspace, all, incident.green) : nothing) };
  const whys = new Map([...(run.inputs.failures.length === 0 ? whyOlder(older, green) : []), ...surroundings]);
  // Whatever it says: where it passed, the change is at fault.
  for (const id of passing) whys.delete(id);
  const { seen, aside } = sorted(run, all, whys);
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
    aside: asideWords(aside),
  };
  return { diagnosis, seen, aside };
}
