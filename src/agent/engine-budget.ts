import type { AttemptJob } from './attempt.ts';
import { type Budget, createBudget } from './budget.ts';

/** Time of the engine's own, and none of the model's turns or tokens; test runs and changed lines are those of the run, too. */
export function engineBudget(
  { budget, now }: Pick<AttemptJob, 'budget' | 'now'>,
  { ms, testRuns = budget.limits.testRuns }: { readonly ms: number; readonly testRuns?: number },
): Budget {
  const own = createBudget({
    limits: { ...budget.limits, testRuns, minutes: Math.min(ms, Math.max(0, budget.remainingMs())) / 60_000 },
    now,
    startedAt: now(),
    costOf: null,
    countTokens: false,
    reserveMs: () => 0,
  });
  return {
    ...own,
    refuses: (next) => own.refuses(next) ?? budget.refuses({ testRuns: next.testRuns ?? 0 }),
    spendTestRun: () => {
      own.spendTestRun();
      budget.spendTestRun();
    },
    allowsChangedLines: (lines) => own.allowsChangedLines(lines) && budget.allowsChangedLines(lines),
  };
}
