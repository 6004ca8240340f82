// `npm run prove -- hostile [LAYER…]`: every hostile repository in every layer, one after the other, and the table of what was stopped.
import { hostile, tableOf, tryAttack, type Verdict } from '../hostile/all.ts';

const layers = (['bubblewrap', 'unshare', 'none'] as const).filter((layer) => process.argv.length < 3 || process.argv.includes(layer));
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length) ?? '';
const verdicts: Verdict[] = [];
for (const layer of layers) {
  for (const attack of hostile.filter(({ name, notIn }) => name.includes(only) && notIn?.includes(layer) !== true)) {
    const verdict = await tryAttack(attack, layer).catch(
      (error: unknown): Verdict => ({ attack, layer, through: [String(error)], stated: false }),
    );
    verdicts.push(verdict);
    const { through, stated } = verdict;
    const word = through.length === 0 ? 'stopped' : stated ? 'not stopped, as stated' : 'GOT THROUGH';
    console.log(`${layer}: ${attack.kind}: ${attack.name}: ${word}${through.length > 0 && !stated ? `\n  ${through.join('\n  ')}` : ''}`);
  }
}
console.log(`\n${tableOf(verdicts)}`);
process.exitCode = verdicts.some(({ through, stated }) => through.length > 0 && !stated) ? 1 : 0;
