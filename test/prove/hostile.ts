// `npm run prove -- hostile [LAYER…] [--only=EXPRESSION] [--part=N/M] [--at-once=2]`: every hostile repository in every layer, and the table of what was stopped.
// Attacks whose kind and name match a regular expression; the N-th of M parts.

import type { SandboxLayer } from '../../src/workspace/index.ts';
import { mapLimit } from '../../src/workspace/map-limit.ts';
import { isBuilt } from '../e2e/program.ts';
import { type Hostile, hostile, tableOf, tryAttack, type Verdict } from '../hostile/all.ts';

const option = (name: string): string | undefined =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const layers = (['bubblewrap', 'unshare', 'none'] as const).filter((layer) => named.length === 0 || named.includes(layer));
const only = new RegExp(option('only') ?? '');
const [part = 1, of = 1] = (option('part') ?? '1/1').split('/').map(Number);
console.log(
  isBuilt ? 'the built Action' : 'NOT the built Action: dist/ is not built from these sources, which are run instead (npm run build)',
);

const cases = layers.flatMap((layer) =>
  hostile.filter(({ notIn }) => notIn?.includes(layer) !== true).map((attack) => ({ layer, attack })),
);
const chosen = cases.filter(({ attack }, index) => only.test(`${attack.kind}: ${attack.name}`) && index % of === part - 1);
const verdicts = await mapLimit(chosen, Number(option('at-once') ?? 2), async ({ layer, attack }) => {
  const verdict = await tried(attack, layer);
  const { through, stated } = verdict;
  const word = through.length === 0 ? 'stopped' : stated ? 'not stopped, as stated' : 'GOT THROUGH';
  console.log(`${layer}: ${attack.kind}: ${attack.name}: ${word}${through.length > 0 && !stated ? `\n  ${through.join('\n  ')}` : ''}`);
  return verdict;
});
console.log(`\n${tableOf(verdicts)}`);
process.exitCode = verdicts.some(({ through, stated }) => through.length > 0 && !stated) ? 1 : 0;

function tried(attack: Hostile, layer: SandboxLayer): Promise<Verdict> {
  return tryAttack(attack, layer).catch((error: unknown) => ({ attack, layer, through: [String(error)], stated: false }));
}
