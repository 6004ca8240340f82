import { labelOf, type Refused } from '../../../src/engine/search.ts';
import { halvesOf, type Language, passing, type Task, tasksOf } from './humanevalfix.ts';
import { solve } from './solve.ts';

export type Parity = 'even' | 'odd' | 'all';

export interface Measured {
  readonly language: Language;
  readonly parity: 'even' | 'odd';
  readonly tasks: number;
  /** Tasks for which a repair passes the whole test. */
  readonly fixed: number;
  /** Tasks for which one passes the half of the test that was shown, and those where the one chosen passes the hidden half too. */
  readonly fixedByHalf: number;
  readonly hidden: number;
}

export interface Wanted {
  readonly directory: string;
  readonly language: Language;
  readonly parity: Parity;
  /** Every so many tasks of a parity. */
  readonly every: number;
  readonly only: readonly number[] | null;
  /** Candidates judged for one task at most. */
  readonly most: number;
  readonly parts: readonly ('whole' | 'half')[];
  readonly say: (line: string) => void;
}

/** HumanEvalFix by the templates alone, tests as the oracle: whole, and with every second assertion hidden. */
export async function measureHumanEvalFix(wanted: Wanted): Promise<readonly Measured[]> {
  const parities = wanted.parity === 'all' ? (['even', 'odd'] as const) : [wanted.parity];
  const measured: Measured[] = [];
  for (const parity of parities) {
    const own = tasksOf(wanted.language, wanted.directory)
      .filter(({ number }) => (number % 2 === 0) === (parity === 'even'))
      .filter(({ number }, at) => wanted.only?.includes(number) ?? at % wanted.every === 0);
    const tally = { fixed: 0, fixedByHalf: 0, hidden: 0 };
    for (const task of own) {
      if (wanted.parts.includes('whole')) tally.fixed += await whole(task, wanted);
      if (!wanted.parts.includes('half')) continue;
      const half = await byHalf(task, wanted);
      if (half !== 'none') tally.fixedByHalf += 1;
      if (half === 'right') tally.hidden += 1;
    }
    measured.push({ language: wanted.language, parity, tasks: own.length, ...tally });
  }
  return measured;
}

/** Candidates a second: where they are judged slowly, the search does not wait for many to choose from. */
const slowly = 1;
const fast = 100;

async function whole(task: Task, { most, say }: Wanted): Promise<number> {
  const { green, candidates, judged, refused } = await solve(task, task.test, most, slowly);
  const label = green[0]?.map((edit) => `${edit.template}: ${edit.label}`).join(' + ');
  say(
    `${task.language}/${task.number} whole (${task.bugType}): ${label ?? 'none'}; ${judged} judged, ${candidates} candidates${refusals(refused)}`,
  );
  return green.length > 0 ? 1 : 0;
}

function refusals(refused: readonly Refused[]): string {
  return refused.map(({ repair, why }) => `; refused ${labelOf(repair)}: ${why}`).join('');
}

/** Where the buggy program passes the half that would be shown, there is nothing to repair by it: the other half is shown. */
async function redHalves(task: Task): Promise<ReturnType<typeof halvesOf>> {
  const { shown, hidden } = halvesOf(task);
  const isGreen = (await passing(task.language, [`${task.text}\n${shown}`], 1)).length > 0;
  return isGreen ? { shown: hidden, hidden: shown } : { shown, hidden };
}

async function byHalf(task: Task, { most, say }: Wanted): Promise<'none' | 'right' | 'wrong'> {
  const { shown, hidden } = await redHalves(task);
  const { green, programs } = await solve(task, shown, most, fast);
  if (green.length === 0) return 'none';
  const pass = await passing(
    task.language,
    programs.map((program) => `${program}\n${hidden}`),
    programs.length,
  );
  const right = pass[0] === 0;
  const labels = green.map(
    (repair, at) => `${pass.includes(at) ? '+' : '-'} ${repair.map((edit) => `${edit.template}: ${edit.label}`).join(' & ')}`,
  );
  say(`${task.language}/${task.number} half ${right ? 'right' : 'WRONG'}: ${labels.join(' | ')}`);
  return right ? 'right' : 'wrong';
}
