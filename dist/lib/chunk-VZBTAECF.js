import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);

// src/agent/budget.ts
var limitWords = {
  turns: "turns (max-turns)",
  minutes: "minutes (max-minutes)",
  tokens: "tokens (max-tokens)",
  costUsd: "US dollars (max-cost-usd)",
  testRuns: "test runs (max-test-runs)",
  changedLines: "changed lines (max-changed-lines)"
};
function createBudget(options) {
  const { limits, now, startedAt, costOf, countTokens } = options;
  const used = { turns: 0, tokens: 0, costUsd: 0, testRuns: 0, changedLines: 0 };
  const warned = /* @__PURE__ */ new Set();
  const minutes = () => (now() - startedAt) / 6e4;
  const remainingMs = () => Math.floor(startedAt + limits.minutes * 6e4 - options.reserveMs() - now());
  const spendUsage = (usage) => {
    if (countTokens) used.tokens += usage.inputTokens + usage.outputTokens;
    used.costUsd += costOf?.(usage) ?? 0;
  };
  return {
    limits,
    used: () => ({ ...used, minutes: minutes() }),
    remainingMs,
    refuses: (next) => {
      if (remainingMs() <= 0) return "minutes";
      if (used.turns + (next.turns ?? 0) > limits.turns) return "turns";
      if (used.testRuns + (next.testRuns ?? 0) > limits.testRuns) return "testRuns";
      const input = next.inputTokens ?? 0;
      const output = next.outputTokens ?? 0;
      if (countTokens && used.tokens + input + output > limits.tokens) return "tokens";
      const cost = costOf?.({ inputTokens: input, cachedTokens: 0, outputTokens: output, reasoningTokens: 0 }) ?? 0;
      if (used.costUsd + cost > limits.costUsd) return "costUsd";
      return null;
    },
    spendTurn: (usage) => {
      used.turns += 1;
      spendUsage(usage);
    },
    spendUsage,
    spendTestRun: () => {
      used.testRuns += 1;
    },
    allowsChangedLines: (lines) => {
      if (lines > limits.changedLines) return false;
      used.changedLines = lines;
      return true;
    },
    warnings: () => {
      const now2 = { ...used, minutes: minutes() };
      const names = ["turns", "minutes", "tokens", "costUsd", "testRuns"].filter(
        (name) => !warned.has(name) && now2[name] >= 0.8 * limits[name]
      );
      for (const name of names) warned.add(name);
      return names;
    }
  };
}

// src/workspace/time-bound.ts
function timeBound(ms, ...others) {
  const stop = new AbortController();
  const abort = () => stop.abort();
  let expired = false;
  const timer = setTimeout(
    () => {
      expired = true;
      abort();
    },
    Math.max(1, Math.floor(ms))
  );
  timer.unref();
  const signals = others.flatMap((other) => other ?? []);
  for (const other of signals) {
    if (other.aborted) abort();
    else other.addEventListener("abort", abort, { once: true });
  }
  return {
    signal: stop.signal,
    expired: () => expired,
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      for (const other of signals) other.removeEventListener("abort", abort);
    }
  };
}

export {
  limitWords,
  createBudget,
  timeBound
};
//# sourceMappingURL=chunk-VZBTAECF.js.map
