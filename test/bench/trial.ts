// How many candidates are judged a second and core, warm and cold, by runner:
//   npm run bench -- trial [--only NAME] [--warm N] [--cold N]
//   npm run bench -- trial --many N [--only NAME]: memory with so many candidates in one run, this process's and the largest other's
// The suites take milliseconds; what is measured is what judging costs: seconds of processor time, of this process and all it started, so
// that other work on the machine counts little. All ways in the same run, since machines differ.
import { readdir, readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Candidate } from '../../src/trial/index.ts';
import { cases } from '../suite/runners.ts';
import { goModule, rustCrate } from '../trial/compiled-projects.ts';
import { type Project, projects } from '../trial/projects.ts';
import { purePythonProjects, pythonProjects } from '../trial/python-projects.ts';
import { makeStage, type Stage } from '../trial/stage.ts';
import { peakKilobytes } from './peak-memory.ts';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== 'trial'),
  options: {
    only: { type: 'string', default: '' },
    warm: { type: 'string', default: '1000' },
    cold: { type: 'string', default: '8' },
    many: { type: 'string' },
  },
});

/** What is exchanged in the faulty file, at its last place: the same statement, always another way and always wrong. */
interface Measured extends Project {
  readonly expression: string;
}

/** One failing file each, then projects with two. */
const measured: readonly Measured[] = [
  ...cases.map(({ runner, files, linked, faulty }) => ({
    name: `${runner}, small`,
    files,
    linked,
    faulty: faulty.path,
    expression: 'a + b',
  })),
  ...projects
    .filter(({ linked }) => ['vitest', 'jest', 'ava', 'uvu', 'jasmine'].some((name) => linked.includes(name)))
    .map((one) => ({ ...one, expression: 'a + b' })),
  ...[
    ...pythonProjects.map(({ runner, files }) => ({ name: `${runner}, in forks`, files })),
    ...purePythonProjects.map(({ runner, files }) => ({ name: `${runner}, in one process`, files })),
  ].map((one) => ({ ...one, linked: [], faulty: 'sums.py', expression: 'result -= number' })),
  { name: 'go test, in one program', files: goModule, linked: [], faulty: 'sums.go', expression: 'result -= number' },
  { name: 'cargo test, in one program', files: rustCrate, linked: [], faulty: 'src/lib.rs', expression: 'result -= number' },
];

const ticksASecond = 100;

/** The parent of a process, and the seconds it, and those below it that have ended, have worked (proc(5), fields 4 and 14 to 17). */
async function workOf(pid: string): Promise<{ readonly parent: string; readonly own: number; readonly ended: number } | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (text === null) return null;
  const fields = text.replace(/^.*\) /s, '').split(' ');
  const seconds = (from: number): number => (Number(fields[from]) + Number(fields[from + 1])) / ticksASecond;
  return { parent: fields[1] ?? '', own: seconds(11), ended: seconds(13) };
}

/** Follows this process and all below it. A warm process is killed in the end, so that nobody is told how much it has worked. */
class Meter {
  readonly #seen = new Map<string, number>();
  /** Most memory a process below has had, in bytes. */
  largest = 0;
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;

  async start(): Promise<void> {
    await this.#look();
    const next = (): void => {
      // It may be looking at the moment it is stopped.
      if (this.#stopped) return;
      this.#timer = setTimeout(() => void this.#look().then(next), 1_000);
    };
    next();
  }

  async #look(): Promise<void> {
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    const found = new Map(
      (await Promise.all(pids.map(async (pid) => [pid, await workOf(pid)] as const))).flatMap(([pid, work]) =>
        work === null ? [] : [[pid, work]],
      ),
    );
    const isBelow = (pid: string): boolean => pid === String(process.pid) || (found.has(pid) && isBelow(found.get(pid)?.parent ?? ''));
    for (const [pid, { own }] of found) {
      if (!isBelow(pid)) continue;
      this.#seen.set(pid, own);
      if (pid !== String(process.pid)) this.largest = Math.max(this.largest, 1024 * peakKilobytes(pid));
    }
  }

  async stop(): Promise<number> {
    this.#stopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#look();
    return [...this.#seen.values()].reduce((sum, seconds) => sum + seconds, 0);
  }
}

interface Measure {
  readonly judged: number;
  readonly seconds: number;
  readonly work: number;
  readonly how: string;
}

async function measure(stage: Stage, candidates: readonly Candidate[], warm: boolean): Promise<Measure> {
  const pid = String(process.pid);
  const before = await workOf(pid);
  const meter = new Meter();
  await meter.start();
  const report = await stage.judge(candidates, { workers: 1, warm }, { limitMs: 90_000 });
  const followed = await meter.stop();
  const after = await workOf(pid);
  if (before === null || after === null) throw new Error('there is no /proc here');
  // Processes that live as short as cold ones are not met, but end as they should.
  const work = warm ? followed - before.own : after.own + after.ended - before.own - before.ended;
  return { judged: report.judged, seconds: report.seconds, work, how: report.notWarm ?? String(report.warm) };
}

/** Starting a warm process, two runs and a check are the same for few candidates and many. */
async function warmRate(stage: Stage, many: (count: number) => Candidate[]): Promise<Measure & { readonly start: number }> {
  const few = await measure(stage, many(8), true);
  const all = await measure(stage, many(8 + Number(values.warm)), true);
  const [judged, seconds, work] = [all.judged - few.judged, all.seconds - few.seconds, all.work - few.work];
  return { judged, seconds: Math.max(seconds, 0.001), work: Math.max(work, 0.001), how: all.how, start: few.seconds };
}

/** Many different candidates in one run. */
async function memory(stage: Stage, candidates: readonly Candidate[]): Promise<string> {
  const meter = new Meter();
  const before = 1024 * peakKilobytes();
  await meter.start();
  const report = await stage.judge(candidates, { workers: 1 }, { limitMs: 240_000 });
  await meter.stop();
  const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;
  const own = `${megabytes(before)} before, ${megabytes(1024 * peakKilobytes())} at the most`;
  return `${report.judged} judged in ${report.seconds.toFixed(0)} s, ${report.warm} of them warm; this process ${own}; the largest other ${megabytes(meter.largest)}`;
}

const rate = (count: number, seconds: number): string => (count / seconds).toFixed(count / seconds < 10 ? 1 : 0);
if (values.many === undefined) {
  console.log(
    '| project | seconds to start | statements, a second (of work) | tokens, a second (of work) | cold | ratio of work | judged warm |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
}
for (const project of measured.filter(({ name }) => name.includes(values.only))) {
  await using stage = await makeStage(project.files, project.linked, project);
  const text = project.files[project.faulty] ?? '';
  const start = text.lastIndexOf(project.expression);
  const statements = (count: number): Candidate[] =>
    Array.from({ length: count }, (_, number) => ({
      label: String(number),
      edits: [{ path: project.faulty, start, end: start + project.expression.length, text: `${project.expression} * ${number + 2}` }],
    }));
  if (values.many !== undefined) {
    console.log(`${project.name}: ${await memory(stage, statements(Number(values.many)))}`);
    continue;
  }
  const isJavaScript = /\.[cm]?[jt]sx?$/.test(project.faulty);
  const faults = (!isJavaScript ? [] : await stage.mutants(project.faulty)).filter(({ label }) => label !== 'operator: + -> -');
  const tokens = (count: number): Candidate[] => Array.from({ length: count }, (_, index) => faults[index % faults.length] ?? []).flat();
  const cold = await measure(stage, statements(Number(values.cold)), false);
  const one = await warmRate(stage, statements);
  const other = faults.length === 0 ? null : await warmRate(stage, tokens);
  const both = ({ judged, seconds, work }: Measure): string => `${rate(judged, seconds)} (${rate(judged, work)})`;
  const ratio = (one.judged / one.work / (cold.judged / cold.work)).toFixed(0);
  console.log(
    `| ${[project.name, one.start.toFixed(1), both(one), other === null ? '-' : both(other), both(cold), ratio, one.how].join(' | ')} |`,
  );
}
