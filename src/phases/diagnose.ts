import type { Diagnosis } from '../agent/index.ts';
import { changeSinceGreen } from '../incident/index.ts';
import { rankSuspects } from '../suite/index.ts';
import type { Located } from './locate.ts';
import type { Run } from './run.ts';
import type { Red } from './tests.ts';

const maxSuspects = 100;
const maxChangeChars = 400_000;

/** What can be known before anybody thinks: what fails, where it may be, what changed since it was green. */
export async function diagnose({ record, progress, signal }: Run, located: Located, { suite, baseline, failing }: Red): Promise<Diagnosis> {
  const { incident, checkout, origin } = located;
  const changed =
    incident.green === null ? null : await changeSinceGreen(checkout, incident.green, { maxChars: maxChangeChars, origin, signal });
  if (changed && !changed.ok) progress.line(`change since green is not known: ${changed.reason}`);
  const suspects = rankSuspects(null, failing, maxSuspects);
  record.note({ suspects });
  return { testCommand: suite.plan.testCommand, baseline, failing, suspects, change: changed?.ok ? changed.change : null };
}
