import type { Usage } from '../responses/index.ts';
import { changedLinesOf, patchOf } from './patch-of.ts';
import type { AgentResult, LimitName, Limits } from './types.ts';

/** The bounds in words, and the input that sets them. */
export const limitWords: Readonly<Record<LimitName, string>> = {
  turns: 'turns (max-turns)',
  minutes: 'minutes (max-minutes)',
  tokens: 'tokens (max-tokens)',
  costUsd: 'US dollars (max-cost-usd)',
  testRuns: 'test runs (max-test-runs)',
  changedLines: 'changed lines (max-changed-lines)',
};

/** The hard bounds of a run. Asked before anything is spent; what is spent is reported afterwards. */
export interface Budget {
  readonly limits: Limits;
  used(): Limits;
  /** What this spending counts for, each bound in its own unit. */
  amountOf(next: Spending): Amounts;
  /** The bound that this spending would cross if `setAside` were spent already, or null. */
  refuses(next: Spending, setAside?: Amounts): LimitName | null;
  spendTurn(usage: Usage): void;
  /** Tokens and dollars of something that is no turn: the warm-up. */
  spendUsage(usage: Usage): void;
  spendTestRun(): void;
  /** Milliseconds until the loop must end so that verification still fits. */
  remainingMs(): number;
  /** Bounds of which 80 % are used and that were not named before. */
  warnings(): LimitName[];
  /** Whether a patch may change so many lines. */
  allowsChangedLines(lines: number): boolean;
  /** How many lines the patch of the result changes: others were tried, and not kept. */
  noteResult(result: AgentResult): void;
}

/** The bounds that can be divided: time passes for all at once, and changed lines belong to one patch. */
const divisible = ['turns', 'tokens', 'costUsd', 'testRuns'] as const satisfies readonly LimitName[];

export type Amounts = Readonly<Record<(typeof divisible)[number], number>>;

export const noAmounts: Amounts = { turns: 0, tokens: 0, costUsd: 0, testRuns: 0 };

export interface Spending {
  readonly turns?: number;
  /** Estimated input plus the reserved output, in tokens. */
  readonly inputTokens?: number;
  readonly outputTokens?: number;
  readonly testRuns?: number;
}

export interface BudgetOptions {
  readonly limits: Limits;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly startedAt: number;
  /** Dollars for so many tokens; null when nothing is paid (the engine) or the price is unknown. */
  readonly costOf: ((usage: Usage) => number) | null;
  /** The engine's tokens are estimates that nobody pays for. */
  readonly countTokens: boolean;
}

export function createBudget(options: BudgetOptions & { readonly reserveMs: () => number }): Budget {
  const { limits, now, startedAt, costOf, countTokens } = options;
  const used = { turns: 0, tokens: 0, costUsd: 0, testRuns: 0, changedLines: 0 };
  const minutes = (): number => (now() - startedAt) / 60_000;
  const remainingMs = (): number => Math.floor(startedAt + limits.minutes * 60_000 - options.reserveMs() - now());

  const spendUsage = (usage: Usage): void => {
    if (countTokens) used.tokens += usage.inputTokens + usage.outputTokens;
    used.costUsd += costOf?.(usage) ?? 0;
  };

  const amountOf = ({ turns = 0, inputTokens = 0, outputTokens = 0, testRuns = 0 }: Spending): Amounts => ({
    turns,
    testRuns,
    tokens: countTokens ? inputTokens + outputTokens : 0,
    costUsd: costOf?.({ inputTokens, cachedTokens: 0, outputTokens, reasoningTokens: 0 }) ?? 0,
  });
  const usedUp = createWarnings();

  return {
    limits,
    used: () => ({ ...used, minutes: minutes() }),
    remainingMs,
    amountOf,
    refuses: (next, setAside = noAmounts) => {
      if (remainingMs() <= 0) return 'minutes';
      const amounts = amountOf(next);
      return divisible.find((name) => used[name] + setAside[name] + amounts[name] > limits[name]) ?? null;
    },
    spendTurn: (usage) => {
      used.turns += 1;
      spendUsage(usage);
    },
    spendUsage,
    spendTestRun: () => {
      used.testRuns += 1;
    },
    allowsChangedLines: (lines) => lines <= limits.changedLines,
    noteResult: (result) => {
      used.changedLines = changedLinesOf(patchOf(result));
    },
    warnings: () => usedUp({ ...used, minutes: minutes() }, limits),
  };
}

/** Names each bound once: when 80 % of it are used. */
export function createWarnings(): (used: Limits, limits: Limits) => LimitName[] {
  const warned = new Set<LimitName>();
  return (used, limits) => {
    const names = ([...divisible, 'minutes'] as const).filter((name) => !warned.has(name) && used[name] >= 0.8 * limits[name]);
    for (const name of names) warned.add(name);
    return names;
  };
}
