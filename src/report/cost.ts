import type { Price } from '../agent/types.ts';
import type { Usage } from '../responses/types.ts';
import data from './prices.json' with { type: 'json' };

const models = new Map<string, readonly number[]>(Object.entries(data.models));
const tiers = new Map<string, number>(Object.entries(data.serviceTiers));

/**
 * US dollars per million tokens. `override` (the `price` input) wins; null when nobody knows the price, which is also so for a
 * service tier whose factor is unknown. The built-in engine costs nothing.
 */
export function priceOf(model: string, override: Price | null, serviceTier: string | null = null): Price | null {
  if (override !== null) return override;
  const factor = serviceTier === null ? 1 : tiers.get(serviceTier);
  // Providers publish dated snapshots (name-2026-11-10) at the price of the name.
  const [input, cached, output] = models.get(model) ?? models.get(model.replace(/-\d{4}-\d{2}-\d{2}$/, '')) ?? [];
  if (factor === undefined || input === undefined || cached === undefined || output === undefined) return null;
  return { input: input * factor, cached: cached * factor, output: output * factor };
}

/** US dollars for `usage`. `cachedTokens` are part of `inputTokens`, as providers count them. An unknown price is 0 and not `priced`. */
export function costOf(
  usage: Pick<Usage, 'inputTokens' | 'cachedTokens' | 'outputTokens'>,
  price: Price | null,
): { usd: number; priced: boolean } {
  if (price === null) return { usd: 0, priced: false };
  const cached = Math.min(usage.cachedTokens, usage.inputTokens);
  const usd = ((usage.inputTokens - cached) * price.input + cached * price.cached + usage.outputTokens * price.output) / 1_000_000;
  return { usd, priced: true };
}
