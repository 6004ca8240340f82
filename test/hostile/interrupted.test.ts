import { expect, it } from 'vitest';
import { pickSandbox } from '../../src/workspace/index.ts';
import { interrupt } from './interrupted.ts';

// One moment of one signal, another one each day; many of all: `npm run prove -- signals`. What SIGKILL leaves of the command line is in
// killed.test.ts.
const seed = Number(process.env.REGREEN_HOSTILE_SEED ?? Math.floor(Date.now() / 86_400_000));
const picked = await pickSandbox({ requested: 'auto', network: 'none', holdsSecrets: true, hidden: [] });
if (!picked.ok) console.warn('\n!!! no sandbox works here: what a signal leaves of the Action is SKIPPED !!!\n');
const signal = (['SIGINT', 'SIGTERM', 'SIGKILL'] as const)[seed % 3] ?? 'SIGINT';
const ms = (seed * 7_919) % 4_000;

it.runIf(picked.ok)(
  `the Action, ended by ${signal} after ${ms} ms: no process is left, the checkout is whole, and a second run opens one pull request`,
  { timeout: 240_000 },
  async () => {
    if (!picked.ok) throw new Error(picked.reason);
    const { problems } = await interrupt({ program: 'action', layer: picked.sandbox.layer, signal, ms });
    expect(problems).toEqual([]);
  },
);
