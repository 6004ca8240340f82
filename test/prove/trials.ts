// `npm run prove -- trials [--only NAME] [--sample N] [--seed N]`: every candidate judged warm and cold, over runners and projects.
import { parseArgs } from 'node:util';
import { projects } from '../trial/projects.ts';
import { compareBothWays } from '../trial/proof.ts';

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, sample: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
});
let differing = 0;
console.log(
  '| project | judged | warm | seconds warm | seconds cold | verdicts | differences |\n| --- | --- | --- | --- | --- | --- | --- |',
);
for (const project of projects.filter(({ name }) => name.includes(values.only))) {
  const { judged, kinds, warm, cold, differences } = await compareBothWays(project, {
    size: Number(values.sample),
    seed: Number(values.seed),
  });
  const verdicts = Object.entries(kinds)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');
  const how = warm.notWarm === null ? warm.warm : `${warm.warm}, then not: ${warm.notWarm}`;
  console.log(
    `| ${project.name} | ${judged} | ${how} | ${warm.seconds.toFixed(1)} | ${cold.seconds.toFixed(1)} | ${verdicts} | ${differences.length} |`,
  );
  for (const { label, warm: one, cold: other } of differences) console.log(`  ${label}: ${one} warm, ${other} cold`);
  if (differences.length > 0 || warm.warm === 0) differing += 1;
}
process.exitCode = differing === 0 ? 0 : 1;
