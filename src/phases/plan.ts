import type { Ending, Report } from '../report/index.ts';
import { type Cause, causesOf } from '../suite/index.ts';
import type { Workspace } from '../workspace/index.ts';
import type { Run } from './run.ts';
import { narrowedTo, type Red } from './tests.ts';

/** `mode: plan`: what fails, by cause. Nothing is repaired; each cause is a run of its own. */
export async function planCauses({ record }: Run, workspace: Workspace, { failing, baseline, suite }: Red): Promise<Ending> {
  const causes = causesOf(failing, await workspace.list());
  const several = `${failing.length} failing ${failing.length === 1 ? 'test has' : 'tests have'} ${causes.length} ${causes.length === 1 ? 'cause' : 'causes'}`;
  const report: Partial<Pick<Report, 'causes' | 'diagnosis'>> = { causes, diagnosis: causes.map(inWords).join('\n') };
  record.note(report);
  const all = baseline.counts.executed;
  return { outcome: 'declined', reason: `A plan repairs nothing. Of ${all} tests of \`${suite.plan.testCommand}\`, ${several}.` };
}

function inWords({ what, package: home, tests }: Cause, index: number): string {
  const [first = ''] = tests;
  const others = tests.length > 1 ? ` and ${tests.length - 1} more` : '';
  return `${index + 1}. ${home === '' ? '' : `${home}: `}${what} (${first}${others})`;
}

export type Chosen = { readonly kind: 'chosen'; readonly seen: Red } | { readonly kind: 'ended'; readonly ending: Ending };

/** The failures that this run repairs, where `failures` names some; the others may stay red. */
export function chooseFailures(run: Run, seen: Red): Chosen {
  const { inputs } = run;
  if (inputs.failures.length === 0) return { kind: 'chosen', seen };
  const wanted = new Set(inputs.failures.map(onOneLine));
  const failing = seen.failing.filter(({ id }) => wanted.has(onOneLine(id)));
  if (failing.length === 0) {
    const others = seen.failing.length === 1 ? '1 other does' : `${seen.failing.length} others do`;
    return {
      kind: 'ended',
      ending: { outcome: 'cannot-reproduce', reason: `None of the tests that \`failures\` names fails here; ${others}.` },
    };
  }
  return { kind: 'chosen', seen: narrowedTo(run, seen, failing) };
}

/** Names travel one a line. */
const onOneLine = (id: string): string => id.replace(/\s+/g, ' ').trim();
