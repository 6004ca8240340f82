import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProcessSlots } from '../../src/suite/process-slots.ts';

/** Takes a slot and says so; `release` gives it back. */
function taker(slots: ProcessSlots, options: { later?: boolean; signal?: AbortSignal } = {}) {
  const state = { in: false };
  const taken = slots.take(options).then((slot) => {
    state.in = true;
    return slot;
  });
  return { state, release: async () => (await taken)[Symbol.dispose]() };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('slots for test processes', () => {
  it('lets runs go before trials that wait longer', async () => {
    const slots = new ProcessSlots(1);
    const first = taker(slots);
    const trial = taker(slots, { later: true });
    const run = taker(slots);
    await settled();
    expect([first.state.in, trial.state.in, run.state.in]).toEqual([true, false, false]);
    await first.release();
    await settled();
    expect([trial.state.in, run.state.in]).toEqual([false, true]);
    await run.release();
    await settled();
    expect(trial.state.in).toBe(true);
  });

  it('keeps one for others while asked to, and lets trials go on where there is only one', async () => {
    for (const [size, admitted] of [
      [1, 1],
      [2, 1],
      [4, 3],
    ] as const) {
      const slots = new ProcessSlots(size);
      const kept = slots.keepOne();
      const trials = Array.from({ length: 6 }, () => taker(slots, { later: true }));
      await settled();
      expect(trials.filter(({ state }) => state.in)).toHaveLength(admitted);
      kept[Symbol.dispose]();
      await settled();
      expect(trials.filter(({ state }) => state.in)).toHaveLength(size);
    }
  });

  it('whoever is aborted while waiting gets none and loses none', async () => {
    const slots = new ProcessSlots(1);
    const first = taker(slots);
    const stop = new AbortController();
    const gone = taker(slots, { signal: stop.signal });
    const next = taker(slots);
    stop.abort();
    await settled();
    expect([gone.state.in, next.state.in]).toEqual([true, false]);
    await gone.release();
    await settled();
    expect(next.state.in).toBe(false);
    await first.release();
    await settled();
    expect(next.state.in).toBe(true);
  });

  it('never lets in more than there are, and in the end everybody', async () => {
    const step = fc.record({ later: fc.boolean(), abort: fc.boolean(), turns: fc.nat(5) });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.array(step, { maxLength: 30 }), async (size, steps) => {
        const slots = new ProcessSlots(size);
        let working = 0;
        let most = 0;
        const work = async ({ later, abort, turns }: (typeof steps)[number]): Promise<void> => {
          const stop = new AbortController();
          const taking = slots.take({ later, signal: stop.signal });
          if (abort) setImmediate(() => stop.abort());
          using _slot = await taking;
          if (stop.signal.aborted) return;
          working += 1;
          most = Math.max(most, working);
          for (let turn = 0; turn < turns; turn++) await settled();
          working -= 1;
        };
        await Promise.all(steps.map(work));
        expect(most).toBeLessThanOrEqual(size);
        const all = await Promise.all(Array.from({ length: size }, () => slots.take()));
        expect(all).toHaveLength(size);
      }),
    );
  });
});
