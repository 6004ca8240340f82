export { type Attempt, type ModelChoice, openAttempt } from './attempt.ts';
export { type Budget, createBudget } from './budget.ts';
export { type Finding, findFix, type Minds } from './find-fix.ts';
export type * from './types.ts';
