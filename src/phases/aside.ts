// Failures that no fix of this run is asked for: they lie in the surroundings, or are older than what broke the others.
import type { Ending } from '../report/index.ts';
import type { TestId, TestResult } from '../suite/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { alsoNotTheCode } from './no-fault.ts';
import type { Run } from './run.ts';
import type { Red } from './tests.ts';

export interface Aside {
  readonly id: TestId;
  /** A sentence. */
  readonly why: string;
}

export interface Sorted {
  /** With the failures that are to be repaired, of which there is at least one. */
  readonly seen: Red;
  readonly aside: readonly Aside[];
}

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

/** Without those that are not the code's, or not of the change's, where others are left. */
export function sorted({ progress }: Run, seen: Red, whys: ReadonlyMap<TestId, string>): Sorted {
  const failing = seen.failing.filter(({ id }) => !whys.has(id));
  if (whys.size === 0 || failing.length === 0) return { seen, aside: [] };
  const aside = [...whys].map(([id, why]) => ({ id, why }));
  for (const { id, why } of aside.slice(0, mostNamed)) progress.line(`left aside: ${id}: ${why}`);
  progress.line(`to be repaired: ${failing.length} of ${seen.failing.length} failures`);
  return { seen: { ...seen, failing }, aside };
}

/** What is left aside, for a reader; empty where nothing is. */
export function asideWords(aside: readonly Aside[]): string {
  if (aside.length === 0) return '';
  const named = aside.slice(0, mostNamed).map(({ id, why }) => `\`${id}\`: ${why}`);
  const more = aside.length > mostNamed ? [`And ${aside.length - mostNamed} more.`] : [];
  const what = aside.length === 1 ? 'one failing test' : `${aside.length} failing tests`;
  return [`Left aside, no fix was looked for: ${what}.`, ...named, ...more].join('\n');
}

/** An ending with what was left aside. */
export function withAside({ outcome, reason }: Ending, aside: readonly Aside[]): Ending {
  return { outcome, reason: aside.length === 0 ? reason : `${reason}\n${asideWords(aside)}` };
}
