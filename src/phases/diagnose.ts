import type { Diagnosis } from '../agent/index.ts';
import { changeSinceGreen } from '../incident/index.ts';
import { rankSuspects } from '../suite/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { leaveAside, surroundingsOf, whyOlder } from './aside.ts';
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

export interface Diagnosed {
  readonly diagnosis: Diagnosis;
  /** With the failures that are to be repaired, of which there is at least one. */
  readonly seen: Red;
}

/** What can be known before anybody thinks: what fails, where it may be, what changed since it was green; and what failed before that. */
export async function diagnose(run: Run, { located, workspace, seen: all, failedRun }: Seen): Promise<Diagnosed> {
  const { record, progress, signal } = run;
  const { incident, checkout, origin } = located;
  const surroundings = await surroundingsOf(run, workspace, all);
  // What was there before a push may be as red: nobody has said otherwise. And who names what to repair wants all of it.
  const isOlder = incident.event !== 'push' && run.inputs.failures.length === 0;
  const { green, older, passing } =
    incident.green === null
      ? await findGreen(run, checkout, workspace, all, surroundings)
      : isOlder || surroundings.size > 0
        ? { green: incident.green, ...(await olderThan(run, checkout, workspace, all, incident.green)) }
        : { green: incident.green, older: [], passing: null };
  // Where there is a green commit, and nobody looked what they do there, the change may be at fault, whatever they say.
  const isLookedAt = green === null || passing !== null;
  const whys = [...(isOlder ? whyOlder(older, green) : []), ...(isLookedAt ? surroundings : [])];
  const { seen, aside } = leaveAside(run, all, new Map(whys.filter(([id]) => !passing?.has(id))));
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
    aside,
  };
  return { diagnosis, seen };
}
