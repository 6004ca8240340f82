import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);

// src/report/prices.json
var prices_default = {
  comment: "US dollars per million tokens: input, cached input, output; list prices of 2026-11 for requests up to 272,000 tokens",
  models: {
    "gpt-6-astra": [10, 1, 50],
    "gpt-6.1-sol": [2, 0.1, 10],
    "gpt-6.1-terra": [1, 0.05, 5],
    "gpt-6-sol": [2, 0.2, 10],
    "gpt-6-luna": [0.1, 0.01, 0.5],
    "gpt-5.6-sol": [4, 0.4, 20],
    "gpt-5.6-terra": [2, 0.2, 12],
    "gpt-5.6-luna": [0.2, 0.02, 1.2],
    "gpt-5.5": [5, 0.5, 30],
    "gpt-5.4": [2.5, 0.25, 15],
    "gpt-5.4-mini": [0.75, 0.075, 4.5],
    "gpt-5.3-codex": [1.75, 0.175, 14],
    "grok-4.5": [2, 0.5, 6],
    "grok-4.6": [2, 0.5, 6],
    "grok-4.7": [2, 0.5, 6],
    "regreen-engine": [0, 0, 0]
  },
  serviceTiers: { auto: 1, default: 1, flex: 1, fast: 2, ultrafast: 6 }
};

// src/report/cost.ts
var models = new Map(Object.entries(prices_default.models));
var tiers = new Map(Object.entries(prices_default.serviceTiers));
function priceOf(model, override, serviceTier = null) {
  if (override !== null) return override;
  const factor = serviceTier === null ? 1 : tiers.get(serviceTier);
  const [input, cached, output] = models.get(model) ?? models.get(model.replace(/-\d{4}-\d{2}-\d{2}$/, "")) ?? [];
  if (factor === void 0 || input === void 0 || cached === void 0 || output === void 0) return null;
  return { input: input * factor, cached: cached * factor, output: output * factor };
}
function costOf(usage, price) {
  if (price === null) return { usd: 0, priced: false };
  const cached = Math.min(usage.cachedTokens, usage.inputTokens);
  const usd = ((usage.inputTokens - cached) * price.input + cached * price.cached + usage.outputTokens * price.output) / 1e6;
  return { usd, priced: true };
}

export {
  priceOf,
  costOf
};
//# sourceMappingURL=chunk-OTQLMKL7.js.map
