// Two runs repair the same failure at the same moment. In whatever order GitHub and git hear from them, one fix is left: one branch, one
// pull request whose text is about what is on the branch, one comment.
//
// `npm run prove -- delivery/race`: many orders; else some.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Delivery } from '../../src/delivery/index.ts';
import { readStamp } from '../../src/delivery/stamp.ts';
import { Turnstile } from '../github/turnstile.ts';
import { sampleOf } from '../sampled.ts';
import { type Failure, fixed, openShop, otherToken, type Shop, token } from './shop.ts';

let shop: Shop;
let turnstile = new Turnstile(([first = '']) => first);

beforeAll(async () => {
  shop = await openShop({ described: false, gate: (who) => turnstile.pass(who) });
});
afterAll(() => shop[Symbol.asyncDispose]());

const fixes = { one: fixed, other: fixed.replace('a + b', 'b + a') } as const;
type FixName = keyof typeof fixes;
const nameOf = (text: string): FixName => (text.includes('b + a') ? 'other' : 'one');

interface Race {
  readonly way: 'pull-request' | 'push' | 'comment';
  readonly signing: 'none' | 'api';
  readonly fixes: readonly [FixName, FixName];
}

/** After how many requests the one who is on has to wait for the other. Most races are lost in a few turns (Musuvathi and Qadeer, PLDI 2007). */
type Turns = readonly number[];

/** Both at once: each goes on until it is done, but for those turns. */
async function race(failure: Failure, { way, signing, fixes: both }: Race, turns: Turns): Promise<Delivery[]> {
  let on = '';
  let requests = 0;
  let left = [...turns];
  turnstile = new Turnstile((waiting) => {
    const mustWait = requests++ >= (left[0] ?? Number.POSITIVE_INFINITY);
    if (mustWait) [left, requests] = [left.slice(1), 0];
    if (mustWait || !waiting.includes(on)) on = waiting.find((who) => who !== on) ?? on;
    return on;
  });
  const patches = new Map<FixName, string>();
  for (const name of ['one', 'other'] as const) patches.set(name, await failure.patchTo({ 'shop.js': fixes[name] }));
  const runs = both.map((name, index) => {
    const who = [token, otherToken][index] ?? token;
    const write = () => ({ title: `Sum again: ${name}`, body: `This is fix ${name}.` });
    const delivering = { patch: patches.get(name) ?? '', settings: { way, signing }, token: who, request: { write } };
    return turnstile.run(who, () => shop.deliver(failure, delivering));
  });
  return Promise.all(runs);
}

const different = ['one', 'other'] as const;
const same = ['one', 'one'] as const;
/** A delivery makes ten to twenty requests. */
const turns = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 });

const whole = process.env.REGREEN_PROVE_RUNS !== undefined;
/** Everyday: one order of some, which ended badly before both looked at what the other did. */
const once = (example: Turns) => (whole ? {} : { numRuns: 1, examples: [[example]] as [Turns][] });
const some = <T>(kinds: readonly T[], everyday: number): readonly T[] => (whole ? kinds : kinds.slice(0, everyday));

const kinds = [
  ['different fixes, signed', { way: 'pull-request', signing: 'api', fixes: different }, [12]],
  ['the same fix, signed', { way: 'pull-request', signing: 'api', fixes: same }, [9]],
  ['different fixes, pushed', { way: 'pull-request', signing: 'none', fixes: different }, [8]],
  ['the same fix, pushed', { way: 'pull-request', signing: 'none', fixes: same }, [8]],
] as const;

it.each(sampleOf(kinds, 0.25, ([name]) => name))(
  'end with one branch and the pull request that belongs to it: %s',
  { timeout: 600_000 },
  async (_name, kind, order) => {
    await fc.assert(
      fc.asyncProperty(turns, async (tried) => {
        const failure = await shop.fail();
        const deliveries = await race(failure, kind, tried);
        const { branches, pulls, comments } = await shop.standing(failure);
        expect([branches.length, pulls.length, comments.length]).toEqual([1, 1, 0]);
        const [branch = ''] = branches;
        const [pull] = pulls;
        expect(await shop.remote.git('rev-parse', `${branch}^`)).toBe(failure.red);
        const name = nameOf(await shop.remote.git('show', `${branch}:shop.js`));
        expect(pull).toMatchObject({ state: 'open', title: `Sum again: ${name}`, body: expect.stringContaining(`This is fix ${name}.`) });
        const attempt = Number(/^Regreen-Attempt: (\d+)$/m.exec(await shop.remote.git('show', '-s', '--format=%B', branch))?.[1]);
        expect(readStamp(pull?.body ?? '')?.history.at(-1)).toMatchObject({ attempt });
        expectOneDelivered(deliveries, kind.fixes, name);
      }),
      once(order),
    );
  },
);

const commented = [
  ['different fixes', different, [5]],
  ['the same fix', same, [5]],
] as const;

it.each(some(commented, 1))(
  'end with one comment, and the suggestions that belong to it: %s',
  { timeout: 600_000 },
  async (_name, both, order) => {
    await fc.assert(
      fc.asyncProperty(turns, async (tried) => {
        const failure = await shop.fail();
        const deliveries = await race(failure, { way: 'comment', signing: 'none', fixes: both }, tried);
        const { branches, pulls, comments } = await shop.standing(failure);
        expect([branches.length, pulls.length, comments.length]).toEqual([0, 0, 1]);
        const name = comments[0]?.body.includes('This is fix one.') ? 'one' : 'other';
        const suggested = (await shop.github.asPerson('GET', `/pulls/${failure.pull}/comments`)) as { body: string }[];
        expect(suggested.map(({ body }) => body)).toEqual([expect.stringContaining(name === 'one' ? 'a + b' : 'b + a')]);
        expectOneDelivered(deliveries, both, name);
      }),
      once(order),
    );
  },
);

const toTheBranch = [
  ['pushed', 'none', [6]],
  ['signed', 'api', [8]],
] as const;

it.each(some(toTheBranch, 0))(
  'end with one commit on the failing pull request and one comment: %s',
  { timeout: 600_000 },
  async (_name, signing, order) => {
    await fc.assert(
      fc.asyncProperty(turns, async (tried) => {
        const failure = await shop.fail();
        const deliveries = await race(failure, { way: 'push', signing, fixes: different }, tried);
        const { branches, pulls, comments } = await shop.standing(failure);
        expect([branches.length, pulls.length, comments.length]).toEqual([0, 0, 1]);
        expect(await shop.remote.git('rev-parse', `${failure.branch}^`)).toBe(failure.red);
        const name = nameOf(await shop.remote.git('show', `${failure.branch}:shop.js`));
        expect(comments[0]?.body).toContain(`This is fix ${name}.`);
        expect(deliveries.map(({ state }) => state).sort()).toEqual(['delivered', 'superseded']);
      }),
      once(order),
    );
  },
);

/** The one whose fix is left says so; the other may have been first, or stands back. */
function expectOneDelivered(deliveries: readonly Delivery[], both: Race['fixes'], left: FixName): void {
  for (const { state } of deliveries) expect(['delivered', 'superseded']).toContain(state);
  expect(deliveries.filter((_, index) => both[index] === left).map(({ state }) => state)).toContain('delivered');
}
