import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Oracle, shrinkingParts } from '../../src/engine/group-testing.ts';

/** Numbers below `count`, and some of them that are needed. */
const scene = fc
  .integer({ min: 1, max: 200 })
  .chain((count) => fc.tuple(fc.constant(count), fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: count })));

const counting = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);

function oracleFor(isEnough: (part: readonly number[]) => boolean | null, more: Partial<Oracle<number>> = {}) {
  const asked: (readonly number[])[] = [];
  let batches = 0;
  const oracle: Oracle<number> = {
    areEnough: async (parts) => {
      asked.push(...parts);
      batches += 1;
      return parts.map(isEnough);
    },
    joined: () => [],
    ...more,
  };
  return { oracle, asked, batches: () => batches };
}

describe('ever smaller parts that are enough', () => {
  it('end in exactly what is needed, with few questions and none twice', async () => {
    await fc.assert(
      fc.asyncProperty(scene, async ([count, needed]) => {
        const { oracle, asked, batches } = oracleFor((part) => needed.every((n) => part.includes(n)));
        const chain = await shrinkingParts(counting(count), oracle);
        expect(chain.at(-1)).toEqual(needed.toSorted((a, b) => a - b));
        expect(new Set(asked.map(String)).size).toBe(asked.length);
        // To tell the sets of as many apart takes needed × log2(count / needed) of them, and to see that each is needed one for each.
        const k = needed.length;
        expect(asked.length).toBeLessThanOrEqual(k * (3 + 2 * Math.log2(count / k)) + 8);
        expect(batches()).toBeLessThanOrEqual(2 * Math.log2(count) + count / 8 + 5);
      }),
    );
  });

  it('each hold the next one, and are enough', async () => {
    await fc.assert(
      fc.asyncProperty(scene, async ([count, needed]) => {
        const isEnough = (part: readonly number[]): boolean => needed.every((n) => part.includes(n));
        const chain = await shrinkingParts(counting(count), oracleFor(isEnough).oracle);
        expect(chain.every(isEnough)).toBe(true);
        for (const [at, part] of chain.slice(1).entries()) {
          expect(part.every((n) => chain[at]?.includes(n))).toBe(true);
          expect(part.length).toBeLessThan(chain[at]?.length ?? 0);
        }
      }),
    );
  });

  it('leave out the least relevant where either of two does', async () => {
    const { oracle } = oracleFor((part) => part.includes(3) || part.includes(30));
    expect((await shrinkingParts(counting(40), oracle)).at(-1)).toEqual([3]);
  });

  it('are asked about again where something was needed only by what is left out by now', async () => {
    // While 2 is undone 7 must be, as it calls what 2 brought; neither has to.
    const { oracle } = oracleFor((part) => part.includes(5) && (!part.includes(2) || part.includes(7)));
    expect((await shrinkingParts(counting(12), oracle)).at(-1)).toEqual([5]);
  });

  it('leave out together what cannot be left out alone', async () => {
    const isEnough = (part: readonly number[]): boolean => part.includes(1) && part.includes(0) === part.includes(4);
    const { oracle } = oracleFor(isEnough, { joined: (part) => (part.includes(0) ? [[0, 4]] : []) });
    expect((await shrinkingParts(counting(5), oracle)).at(-1)).toEqual([1]);
  });

  it('end at the first question without an answer, with what was found until then', async () => {
    let left = 10;
    const { oracle, asked } = oracleFor((part) => (left-- > 0 ? part.includes(7) && part.includes(60) : null));
    const chain = await shrinkingParts(counting(100), oracle);
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.length - 10).toBeLessThan(8);
    expect(chain.length).toBeGreaterThan(1);
    expect(chain.at(-1)).toEqual(expect.arrayContaining([7, 60]));
  });

  it('are none but the empty one where nothing is needed', async () => {
    expect((await shrinkingParts(counting(9), oracleFor(() => true).oracle)).at(-1)).toEqual([]);
    expect(await shrinkingParts([], oracleFor(() => true).oracle)).toEqual([[]]);
  });
});
