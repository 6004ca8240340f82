import { type ParserOptions, parse, parseExpression } from '@babel/parser';

const OPTIONS: ParserOptions = { plugins: ['typescript'], sourceType: 'module', allowAwaitOutsideFunction: true };

/** Whether a text is one expression of JavaScript, or TypeScript, which may stand in parentheses. */
export function isExpressionText(text: string): boolean {
  return succeeds(() => parseExpression(text, OPTIONS)) && (!text.includes('//') || succeeds(() => parseExpression(`(${text})`, OPTIONS)));
}

/** Whether a text is statements, which may stand in braces: no comment at their end would take what closes them. */
export function isProgramText(text: string): boolean {
  return succeeds(() => parse(text, OPTIONS)) && (!text.includes('//') || succeeds(() => parse(`{${text}}`, OPTIONS)));
}

function succeeds(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
