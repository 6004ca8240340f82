import { describe, expect, it } from 'vitest';
import { pickSandbox, type SandboxLayer } from '../../src/workspace/index.ts';
import { hostile, tableOf, tryAttack, type Verdict } from './all.ts';

// A sample, another one each day, and everything that ever got through; the whole: `npm run prove -- hostile`.
const seed = Number(process.env.REGREEN_HOSTILE_SEED ?? Math.floor(Date.now() / 86_400_000));
const sampleSize = 1;
const works = async (requested: 'bubblewrap' | 'unshare'): Promise<boolean> =>
  (await pickSandbox({ requested, network: 'none', holdsSecrets: true, hidden: [] })).ok;
const there: Readonly<Record<SandboxLayer, boolean>> = {
  bubblewrap: await works('bubblewrap'),
  unshare: await works('unshare'),
  none: true,
};
for (const [layer, on] of Object.entries(there)) if (!on) console.warn(`\n!!! ${layer} does not work here: its attacks are SKIPPED !!!\n`);

/** Every n-th attack from one that the seed picks: all kinds have their turn. */
function sample(layer: SandboxLayer) {
  const possible = hostile.filter(({ notIn, open }) => notIn?.includes(layer) !== true && open?.includes(layer) !== true);
  const step = Math.max(1, Math.floor(possible.length / sampleSize));
  return possible.filter((attack, index) => attack.regression === true || index % step === seed % step);
}

const verdicts: Verdict[] = [];

describe.each(['bubblewrap', 'unshare'] as const)(`%s stops (seed ${seed})`, { timeout: 400_000 }, (layer) => {
  it.runIf(there[layer]).each(sample(layer).map((attack) => [`${attack.kind}: ${attack.name}`, attack] as const))(
    '%s',
    async (_, attack) => {
      const verdict = await tryAttack(attack, layer);
      verdicts.push(verdict);
      expect(verdict.through).toEqual([]);
    },
  );
});

it('an attack that nothing stops is seen to get through', { timeout: 240_000 }, async () => {
  const [attack] = hostile.filter(({ name }) => name.includes('every process’s environment'));
  if (attack === undefined) throw new Error('the attack was renamed');
  const verdict = await tryAttack(attack, 'none');
  verdicts.push(verdict);
  expect(verdict.through.join('; ')).toContain('the attack got sk-test');
  console.log(tableOf(verdicts));
});

it('there are at least forty hostile repositories, each with a name of its own', () => {
  expect(hostile.length).toBeGreaterThanOrEqual(40);
  expect(new Set(hostile.map(({ name }) => name)).size).toBe(hostile.length);
});
