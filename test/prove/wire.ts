// `npm run prove -- wire [--seed N] [--runs N] [--from N]`: each fault of the wire alone at every place of a run, random schedules of
// several, and a long run whose memory must stay flat. `--from` goes on where an earlier proof stopped: the numbers are the same.
import { parseArgs } from 'node:util';
import { inParallel, startOfHandles } from '../responses/faults/many.ts';
import { runSchedule } from '../responses/faults/run.ts';
import { matrix, randomSchedules } from '../responses/faults/schedules.ts';
import { soak } from '../responses/faults/soak.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '3' }, runs: { type: 'string', default: '2400' }, from: { type: 'string', default: '0' } },
});
const seed = Number(values.seed);
const runs = Number(values.runs);
const from = Number(values.from);
if (![seed, runs, from].every((value) => Number.isSafeInteger(value) && value >= 0)) {
  console.error('usage: npm run prove -- wire [--seed N] [--runs N] [--from N]');
  process.exit(2);
}

const handles = startOfHandles();
const alone = matrix();
const schedules = [...alone, ...randomSchedules(seed, runs)];
const ends = new Map<string, number>();
const failures: string[] = [];
console.log(`${alone.length} schedules of one fault, ${runs} of several (seed ${seed}), from ${from}`);
let done = 0;
await inParallel(schedules.slice(from), 16, async (schedule, index) => {
  const number = from + index;
  try {
    const { end, kind } = await runSchedule(schedule);
    const key = `${schedule.transport}: ${end} over ${kind}`;
    ends.set(key, (ends.get(key) ?? 0) + 1);
  } catch (error) {
    failures.push(`${number}: ${error instanceof Error ? error.message : String(error)}`);
    console.log(`failed: ${failures.at(-1)}`);
  }
  done += 1;
  if (done % 500 === 0) console.log(`${done} done; go on with --from ${Math.max(from, number - 32)} after an interruption`);
});
for (const [end, count] of [...ends].sort()) console.log(`${String(count).padStart(6)}  ${end}`);
const left = await handles.left();
if (left.length > 0) failures.push(`left behind: ${left.join(', ')}`);
console.log(`${done} fault schedules run, ${failures.length} failed, ${left.length} timers or handles left`);

const soaked = await soak(5_000, 500);
console.log(soaked.text);
if (!soaked.flat) failures.push('memory grows');
for (const failure of failures) console.error(failure);
process.exitCode = failures.length === 0 ? 0 : 1;
