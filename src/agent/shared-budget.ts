import type { Budget, Spending } from './budget.ts';

/** One attempt's view of a budget that several spend from at the same time. */
export interface Share {
  readonly budget: Budget;
  /** Frees what was asked for and not spent. */
  readonly leave: () => void;
}

/**
 * Bounds are checked before they are spent, and turns of several attempts are under way at once: what one was allowed counts for the
 * others until it has been spent.
 */
export function shareBudget(budget: Budget, count: number): readonly Share[] {
  const pledges: (Required<Spending> | null)[] = Array(count).fill(null);
  return pledges.map((_, own) => {
    const free = (): void => {
      pledges[own] = null;
    };
    const refuses: Budget['refuses'] = (next) => {
      const others = pledges.filter((_, index) => index !== own);
      const limit = budget.refuses(others.reduce<Spending>((sum, pledge) => added(sum, pledge ?? {}), next));
      if (limit === null && (next.turns ?? 0) > 0) pledges[own] = added(next, {});
      return limit;
    };
    const spendTurn: Budget['spendTurn'] = (usage) => {
      free();
      budget.spendTurn(usage);
    };
    return { budget: { ...budget, refuses, spendTurn }, leave: free };
  });
}

function added(a: Spending, b: Spending): Required<Spending> {
  return {
    turns: (a.turns ?? 0) + (b.turns ?? 0),
    inputTokens: (a.inputTokens ?? 0) + (b.inputTokens ?? 0),
    outputTokens: (a.outputTokens ?? 0) + (b.outputTokens ?? 0),
    testRuns: (a.testRuns ?? 0) + (b.testRuns ?? 0),
  };
}
