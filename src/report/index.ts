export { costOf, priceOf } from './cost.ts';
export { exitCodeOf, failsStep, type OutputName, outputDescriptions, outputsOf, type ReportFiles } from './outcome.ts';
export { createRedactor, type Redactor } from './redactor.ts';
export * from './types.ts';
