import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { medianSeconds, share } from '../npm-bugs/summary.ts';
import { isEven } from '../npm-bugs/suspected.ts';

export type Kind = 'regressions' | 'harder' | 'missing' | 'mutants';

const outcomeSchema = z.object({
  id: z.string(),
  outcome: z.string(),
  seconds: z.number(),
  named: z.string(),
  innocent: z.string(),
  runs: z.string(),
  least: z.string(),
  suspected: z.string(),
  wrong: z.string(),
  patch: z.string(),
});
export type Outcome = z.infer<typeof outcomeSchema>;

export interface Asked {
  readonly data: string;
  readonly kind: Kind;
  readonly parity: string;
  readonly every: string;
  readonly minutes: string;
}

/** The runs of `npm run bench -- npm-bugs`, in a process of their own, as a user runs Regreen. */
export async function measureNpmBugs({ data, kind, parity, every, minutes }: Asked): Promise<readonly Outcome[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-repair-'));
  try {
    const json = join(folder, 'outcomes.json');
    const script = join(import.meta.dirname, '..', 'npm-bugs', 'run.ts');
    const args = [script, '--data', data, '--kind', kind, '--parity', parity, '--every', every, '--minutes', minutes, '--json', json];
    await new Promise<void>((done) =>
      spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] }).once('close', () => done()),
    );
    return z.array(outcomeSchema).parse(JSON.parse(await readFile(json, 'utf8')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A row of the table for the even or the odd cases of a kind. */
export function rowOf(kind: Kind, parity: 'even' | 'odd', outcomes: readonly Outcome[]): readonly string[] {
  const own = outcomes.filter(({ id }) => isEven(id) === (parity === 'even'));
  const fixed = own.filter(({ outcome }) => outcome === 'fixed');
  const given = own.filter(({ suspected }) => suspected !== '');
  return [
    kind,
    parity,
    String(own.length),
    share(fixed.length, own.length),
    kind === 'regressions' || kind === 'harder'
      ? undoingOf(own)
      : `given up with the true function among five: ${share(given.filter(({ suspected }) => suspected === 'yes').length, given.length)}`,
    String(own.filter(({ wrong }) => wrong !== '').length),
    `${medianSeconds(own)} s`,
  ];
}

/** How well what broke it was told from what did not, and at what price. */
function undoingOf(own: readonly Outcome[]): string {
  const told = own.filter(({ named }) => named !== '');
  const fixed = told.filter(({ outcome }) => outcome === 'fixed');
  const counted = own.filter(({ runs, least }) => runs !== '' && least !== '');
  const few = counted.filter(({ runs, least }) => Number(runs) <= mostTimes * Number(least));
  return [
    `breaking lines named: ${share(told.filter(({ named }) => named === 'yes').length, told.length)}`,
    `nothing innocent undone: ${share(fixed.filter(({ innocent }) => innocent.startsWith('0')).length, fixed.length)}`,
    `at most ${mostTimes} times the fewest test runs: ${share(few.length, counted.length)}`,
  ].join('; ');
}

/** How many times as many test runs as could tell what broke it. */
const mostTimes = 4;
