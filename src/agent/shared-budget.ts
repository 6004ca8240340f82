import { type Amounts, type Budget, createWarnings, noAmounts } from './budget.ts';
import type { Limits } from './types.ts';

/** One attempt's view of a budget that several spend from at the same time: its limits are those of its share. */
export interface Share {
  readonly budget: Budget;
  /** Leaves what was not spent to the others. */
  readonly leave: () => void;
}

interface Member {
  used: Amounts;
  /** What it was allowed and has not spent yet: a turn that is under way. */
  pledged: Amounts;
  /** Its share is kept for it. */
  active: boolean;
}

/**
 * Each attempt gets the same share of what is left, so that one that is fast cannot use up what another needs; what an attempt leaves over
 * when it ends is divided among those that still work. Bounds are checked before they are spent, and turns of several attempts are under
 * way at once: what one was allowed counts for the others until it has been spent. Where no share is large enough for a turn, the first to
 * ask for one gives way.
 */
export function shareBudget(budget: Budget, count: number): readonly Share[] {
  const members = Array.from({ length: count }, (): Member => ({ used: noAmounts, pledged: noAmounts, active: true }));
  return members.map((own) => shareOf(budget, own, members));
}

function shareOf(budget: Budget, own: Member, members: readonly Member[]): Share {
  const others = members.filter((member) => member !== own);
  /** What the others may count on. One that has given way keeps its own share for its last words, as long as nobody else takes it. */
  const setAside = (): Amounts => {
    const fair = fairShare(
      budget,
      members.filter((member) => member.active || member === own),
    );
    return sum(others.map((other) => dueTo(other, fair)));
  };
  const spend = (spending: () => void): void => {
    const before = budget.used();
    spending();
    const after = budget.used();
    own.used = each((name) => own.used[name] + after[name] - before[name]);
  };
  const limits = (): Limits => {
    const [used, aside] = [budget.used(), setAside()];
    return { ...budget.limits, ...each((name) => budget.limits[name] - (used[name] - own.used[name]) - aside[name]) };
  };
  const used = (): Limits => ({ ...budget.used(), ...own.used });
  const warnings = createWarnings();

  return {
    budget: {
      ...budget,
      get limits() {
        return limits();
      },
      used,
      warnings: () => warnings(used(), limits()),
      refuses: (next) => {
        const limit = budget.refuses(next, setAside());
        if ((next.turns ?? 0) === 0) return limit;
        if (limit === null) own.pledged = budget.amountOf(next);
        // It can only end now: what it cannot use is for the others.
        else own.active = false;
        return limit;
      },
      spendTurn: (usage) => {
        own.pledged = noAmounts;
        spend(() => budget.spendTurn(usage));
      },
      spendUsage: (usage) => spend(() => budget.spendUsage(usage)),
      spendTestRun: () => spend(() => budget.spendTestRun()),
    },
    leave: () => {
      own.pledged = noAmounts;
      own.active = false;
    },
  };
}

/** What each of them may spend in all: those who left, and whoever spends beside them, keep what they spent. */
function fairShare(budget: Budget, among: readonly Member[]): Amounts {
  const theirs = sum(among.map((member) => member.used));
  const used = budget.used();
  return each((name) => {
    const share = (budget.limits[name] - used[name] + theirs[name]) / among.length;
    return name === 'turns' || name === 'testRuns' ? Math.floor(share) : share;
  });
}

function dueTo({ used, pledged, active }: Member, fair: Amounts): Amounts {
  return each((name) => Math.max(pledged[name], active ? fair[name] - used[name] : 0));
}

function sum(amounts: readonly Amounts[]): Amounts {
  return each((name) => amounts.reduce((total, amount) => total + amount[name], 0));
}

function each(amountOf: (name: keyof Amounts) => number): Amounts {
  return { turns: amountOf('turns'), tokens: amountOf('tokens'), costUsd: amountOf('costUsd'), testRuns: amountOf('testRuns') };
}
