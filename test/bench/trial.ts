// How many candidates are judged a second and core, warm and cold, by runner:
//   npm run bench -- trial [--only NAME] [--warm N] [--cold N]
// The suites take milliseconds; what is measured is what judging costs. Both ways in the same run, since machines differ and are busy.
import { parseArgs } from 'node:util';
import { cases } from '../suite/runners.ts';
import { type Project, projects } from '../trial/projects.ts';
import { makeStage } from '../trial/stage.ts';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== 'trial'),
  options: { only: { type: 'string', default: '' }, warm: { type: 'string', default: '1000' }, cold: { type: 'string', default: '8' } },
});

/** One failing file each, then projects with two. */
const measured: readonly Project[] = [
  ...cases.map(({ runner, files, linked, faulty }) => ({ name: `${runner}, small`, files, linked, faulty: faulty.path })),
  ...projects.filter(({ linked }) => linked.includes('vitest') || linked.includes('jest')),
];

console.log('| project | seconds to start | warm, candidates/s | cold, candidates/s | ratio | judged warm |');
console.log('| --- | --- | --- | --- | --- | --- |');
for (const project of measured.filter(({ name }) => name.includes(values.only))) {
  await using stage = await makeStage(project.files, project.linked);
  const red = (await stage.mutants(project.faulty)).filter(({ label }) => label !== 'operator: + -> -');
  const many = (count: number) => Array.from({ length: count }, (_, index) => red[index % red.length]).filter((one) => one !== undefined);
  const cold = await stage.judge(many(Number(values.cold)), { workers: 1, warm: false });
  const coldRate = cold.judged / cold.seconds;
  // Starting a warm process, two runs and a check are the same for few candidates and many.
  const few = await stage.judge(many(8), { workers: 1 }, { limitMs: 60_000 });
  const warm = await stage.judge(many(8 + Number(values.warm)), { workers: 1 }, { limitMs: 60_000 });
  const warmRate = (warm.judged - few.judged) / Math.max(warm.seconds - few.seconds, 0.001);
  const how = warm.notWarm ?? String(warm.warm);
  const row = [project.name, few.seconds.toFixed(1), warmRate.toFixed(0), coldRate.toFixed(1), (warmRate / coldRate).toFixed(0), how];
  console.log(`| ${row.join(' | ')} |`);
}
