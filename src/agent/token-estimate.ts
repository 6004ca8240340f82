import { type InputItem, jsonOf, type Usage } from '../responses/index.ts';

/** Foresees what the next turn takes: a bound must hold before the provider has counted. */
export interface TokenEstimate {
  /** Input tokens of a turn that sends `input` after a context of so many bytes. */
  next(contextBytes: number, input: readonly InputItem[]): number;
  /** Takes in what the provider counted for a turn; a provider that counts nothing is charged by the estimate. */
  counted(usage: Usage, contextBytes: number): Usage;
}

/** Fewer than code, prose or JSON have in any common tokenizer. */
const bytesPerToken = 3;

/** `fixedBytes`: instructions and tool definitions, which go with every turn. */
export function createTokenEstimate(fixedBytes: number): TokenEstimate {
  /** All that the provider has counted so far, which is the next turn's input. */
  let known = 0;
  const tokensOf = (bytes: number): number => Math.ceil(bytes / bytesPerToken);

  return {
    next: (contextBytes, input) => {
      const added = bytesOf(input);
      return Math.max(tokensOf(fixedBytes + contextBytes + added), known + tokensOf(added));
    },
    counted: (usage, contextBytes) => {
      known = usage.inputTokens + usage.outputTokens;
      return known > 0 ? usage : { ...usage, inputTokens: tokensOf(fixedBytes + contextBytes) };
    },
  };
}

function bytesOf(items: readonly InputItem[]): number {
  return items.reduce((bytes, item) => bytes + Buffer.byteLength(jsonOf(item)) + 1, 2);
}
