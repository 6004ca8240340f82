// How many candidates are judged a second and core, warm and cold, by runner:
//   npm run bench -- trial [--warm N] [--cold N]
// The suites take milliseconds; what is measured is what judging costs. Both ways in the same run, since machines differ and are busy.
import { parseArgs } from 'node:util';
import { cases } from '../suite/runners.ts';
import { makeStage } from '../trial/stage.ts';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== 'trial'),
  options: { warm: { type: 'string', default: '2000' }, cold: { type: 'string', default: '8' } },
});

console.log('| runner | warm, candidates/s | cold, candidates/s | ratio | judged warm |');
console.log('| --- | --- | --- | --- | --- |');
for (const { runner, files, linked, faulty } of cases) {
  await using stage = await makeStage(files, linked);
  const red = (await stage.mutants(faulty.path)).filter(({ label }) => label !== 'operator: + -> -');
  const many = (count: number) => Array.from({ length: count }, (_, index) => red[index % red.length]).filter((one) => one !== undefined);
  const cold = await stage.judge(many(Number(values.cold)), { workers: 1, warm: false });
  const coldRate = cold.judged / cold.seconds;
  const warm = await stage.judge(many(Number(values.warm)), { workers: 1 }, { limitMs: 60_000 });
  const warmRate = warm.judged / warm.seconds;
  const how = warm.notWarm ?? (warm.warm === 0 ? 'none: not taken over' : String(warm.warm));
  console.log(`| ${runner} | ${warmRate.toFixed(0)} | ${coldRate.toFixed(1)} | ${(warmRate / coldRate).toFixed(0)} | ${how} |`);
}
