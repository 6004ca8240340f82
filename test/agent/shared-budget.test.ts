import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Budget, createBudget } from '../../src/agent/budget.ts';
import { shareBudget } from '../../src/agent/shared-budget.ts';
import type { Limits } from '../../src/agent/types.ts';

const limits: Limits = { turns: 10, minutes: 10, tokens: 10_000, costUsd: 10, testRuns: 10, changedLines: 100 };
const usage = (tokens: number) => ({ inputTokens: tokens, cachedTokens: 0, outputTokens: 0, reasoningTokens: 0 });

const budgetOf = (more: Partial<Limits> = {}): Budget =>
  createBudget({
    ...{ limits: { ...limits, ...more }, now: () => 0, startedAt: 0, reserveMs: () => 0, countTokens: true },
    // Sums of such dollars are exact.
    costOf: ({ inputTokens, outputTokens }) => (inputTokens + outputTokens) / 1_024,
  });

/** Turns that it can take one after the other while nobody else does anything. */
function takeTurns({ refuses, spendTurn }: Budget, tokens = 10): number {
  let taken = 0;
  while (refuses({ turns: 1, inputTokens: tokens }) === null) {
    spendTurn(usage(tokens));
    taken++;
  }
  return taken;
}

function takeTestRuns({ refuses, spendTestRun }: Budget): number {
  let taken = 0;
  for (; refuses({ testRuns: 1 }) === null; taken++) spendTestRun();
  return taken;
}

function two(more?: Partial<Limits>) {
  const budget = budgetOf(more);
  const [fast, slow, ...none] = shareBudget(budget, 2);
  if (fast === undefined || slow === undefined || none.length > 0) throw new Error('two shares');
  return { budget, fast, slow };
}

describe('of two attempts', () => {
  test('the one that answers at once uses up its own share, and the other has as much', () => {
    const { fast, slow, budget } = two();
    expect([takeTurns(fast.budget), takeTestRuns(fast.budget)]).toEqual([5, 5]);
    expect([takeTurns(slow.budget), takeTestRuns(slow.budget)]).toEqual([5, 5]);
    expect(budget.used()).toMatchObject({ turns: 10, testRuns: 10 });
  });

  test.each([
    ['tokens', { tokens: 12_800, costUsd: 1_000 }, 50],
    ['dollars', { tokens: 1_000_000, costUsd: 5 }, 20],
  ])('each has half of the %s', (_bound, more, turns) => {
    const { fast, slow } = two({ turns: 1_000, ...more });
    expect(takeTurns(fast.budget, 128)).toBe(turns);
    expect(takeTurns(slow.budget, 128)).toBe(turns);
  });

  test('the turn that cannot be halved goes to the first who asks', () => {
    const { fast, slow } = two({ turns: 5 });
    expect(takeTurns(slow.budget)).toBe(3);
    expect(takeTurns(fast.budget)).toBe(2);
  });

  test('what one leaves goes to the other', () => {
    const { fast, slow } = two();
    fast.budget.spendTurn(usage(10));
    fast.leave();
    expect(slow.budget.limits).toMatchObject({ turns: 9, testRuns: 10, changedLines: 100 });
    expect(takeTurns(slow.budget)).toBe(9);
  });

  test('where half is too little for a turn, the first to ask gives way', () => {
    const { fast, slow } = two({ tokens: 150 });
    expect(fast.budget.refuses({ turns: 1, inputTokens: 100 })).toBe('tokens');
    expect(slow.budget.refuses({ turns: 1, inputTokens: 100 })).toBeNull();
  });

  test('the one whose share is used up still has its last words', () => {
    const { fast, slow } = two();
    for (let turn = 0; turn < 4; turn++) fast.budget.spendTurn(usage(10));
    expect(fast.budget.refuses({ turns: 2 })).toBe('turns');
    expect(fast.budget.refuses({ turns: 1 })).toBeNull();
    fast.budget.spendTurn(usage(10));
    fast.leave();
    expect(takeTurns(slow.budget)).toBe(5);
  });

  test('what was spent before is shared by nobody, and what is spent beside them by both', () => {
    const budget = budgetOf();
    budget.spendTestRun();
    budget.spendTestRun();
    const [fast, slow] = shareBudget(budget, 2);
    expect(fast?.budget.limits.testRuns).toBe(4);
    budget.spendTestRun();
    budget.spendTestRun();
    expect(fast && takeTestRuns(fast.budget)).toBe(3);
    expect(slow && takeTestRuns(slow.budget)).toBe(3);
  });

  test('each is warned of its own share, once', () => {
    const { fast, slow } = two();
    for (let turn = 0; turn < 4; turn++) fast.budget.spendTurn(usage(10));
    expect(fast.budget.warnings()).toEqual(['turns']);
    expect(fast.budget.used()).toMatchObject({ turns: 4, tokens: 40 });
    expect(fast.budget.warnings()).toEqual([]);
    expect(slow.budget.warnings()).toEqual([]);
  });
});

test('whatever the order, no bound is crossed, no attempt is denied its share, and the last one gets all that is left', () => {
  const step = fc.record({ who: fc.nat({ max: 3 }), what: fc.constantFrom('turn', 'late turn', 'test run', 'leave'), tokens: fc.nat(60) });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.array(step, { maxLength: 80 }), (count, steps) => {
      const budget = budgetOf({ tokens: 1_000, costUsd: 0.875, testRuns: 7 });
      const shares = shareBudget(budget, count);
      const at = shares.map(() => ({ turns: 0, spent: 0, testRuns: 0, due: null as number | null, left: false }));
      const fair = { turns: Math.floor(10 / count), tokens: 896 / count, testRuns: Math.floor(7 / count) };
      for (const { who, what, tokens } of steps) {
        const [share, own] = [shares[who], at[who]];
        if (share === undefined || own === undefined || own.left) continue;
        if (own.due !== null) {
          share.budget.spendTurn(usage(own.due));
          Object.assign(own, { turns: own.turns + 1, spent: own.spent + own.due, due: null });
        }
        if (what === 'leave') {
          share.leave();
          own.left = true;
        } else if (what === 'test run') {
          const refused = share.budget.refuses({ testRuns: 1 });
          if (refused === null) share.budget.spendTestRun();
          else expect(own.testRuns).toBeGreaterThanOrEqual(fair.testRuns);
          if (refused === null) own.testRuns++;
        } else {
          const refused = share.budget.refuses({ turns: 1, inputTokens: tokens });
          if (refused === null) own.due = tokens;
          else expect(own.turns >= fair.turns || own.spent + tokens > fair.tokens - 1e-9).toBe(true);
          own.left = refused !== null;
          if (own.left) share.leave();
          if (what === 'turn' && own.due !== null) {
            share.budget.spendTurn(usage(own.due));
            Object.assign(own, { turns: own.turns + 1, spent: own.spent + own.due, due: null });
          }
        }
        const { turns, tokens: spent, costUsd, testRuns } = budget.used();
        expect([turns <= 10, spent <= 1_000, costUsd <= 0.875, testRuns <= 7]).toEqual([true, true, true, true]);
      }
      const last = at.findIndex(({ left }) => !left);
      const lastShare = shares[last];
      if (lastShare === undefined) return;
      shares.forEach((share, index) => {
        const { due } = at[index] ?? { due: null };
        if (due !== null) share.budget.spendTurn(usage(due));
        if (index !== last) share.leave();
      });
      takeTestRuns(lastShare.budget);
      takeTurns(lastShare.budget, 0);
      expect(budget.used()).toMatchObject({ turns: 10, testRuns: 7 });
    }),
  );
});
