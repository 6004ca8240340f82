import { type ParserOptions, parse, parseExpression } from '@babel/parser';

const OPTIONS: ParserOptions = { plugins: ['typescript'], sourceType: 'module', allowAwaitOutsideFunction: true };

/** Whether a text is one expression of JavaScript, or TypeScript. */
export function isExpressionText(text: string): boolean {
  return succeeds(() => parseExpression(text, OPTIONS));
}

/** Whether a text is statements. */
export function isProgramText(text: string): boolean {
  return succeeds(() => parse(text, OPTIONS));
}

function succeeds(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
