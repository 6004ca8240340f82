// Failures that no fix of this run is asked for: they lie in the surroundings, or are older than what broke the others.
import type { TestId, TestResult } from '../suite/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { alsoNotTheCode } from './no-fault.ts';
import type { Run } from './run.ts';
import { narrowedTo, type Red } from './tests.ts';

const mostNamed = 5;
/** Each costs a look at the files it names. */
const mostLookedAt = 100;

/** Why failures lie in the surroundings, as they say themselves, by id; none where all do, or somebody has named what to repair. */
export async function surroundingsOf(run: Run, workspace: Workspace, seen: Red): Promise<ReadonlyMap<TestId, string>> {
  const { failing } = seen;
  if (failing.length < 2 || failing.length > mostLookedAt || run.inputs.failures.length > 0) return new Map();
  const whys = await Promise.all(failing.map((test) => alsoNotTheCode(run, workspace, seen, test)));
  const told = new Map(failing.flatMap(({ id }, index) => (whys[index] ? [[id, whys[index]]] : [])));
  return told.size < failing.length ? told : new Map();
}

/** Why those are older that fail alike on the commit that is taken for green, by id. */
export function whyOlder(older: readonly TestResult[], green: string | null): ReadonlyMap<TestId, string> {
  const where = (green ?? '').replace(/^([0-9a-f]{10})[0-9a-f]{30,}$/, '$1');
  return new Map(older.map(({ id }) => [id, `It fails alike on ${where}, where others that fail now pass.`]));
}

/** Without those that are not the code's, or not of the change's, where others are left; and what is left aside, for a reader: empty where nothing is. */
export function leaveAside(run: Run, seen: Red, whys: ReadonlyMap<TestId, string>): { readonly seen: Red; readonly aside: string } {
  const failing = seen.failing.filter(({ id }) => !whys.has(id));
  if (whys.size === 0 || failing.length === 0) return { seen, aside: '' };
  const named = [...whys].slice(0, mostNamed);
  for (const [id, why] of named) run.progress.line(`left aside: ${id}: ${why}`);
  const more = whys.size > mostNamed ? [`And ${whys.size - mostNamed} more.`] : [];
  const what = whys.size === 1 ? 'one failing test' : `${whys.size} failing tests`;
  const lines = [`Left aside, no fix was looked for: ${what}.`, ...named.map(([id, why]) => `\`${id}\`: ${why}`), ...more];
  return { seen: narrowedTo(run, seen, failing), aside: lines.join('\n') };
}
