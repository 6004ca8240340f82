export { type Attempt, openAttempt, openRivals } from './attempt.ts';
export { type Budget, createBudget, limitWords } from './budget.ts';
export { findFix, type Minds } from './find-fix.ts';
export { type ModelChoice, type OpenModel, openModel } from './model.ts';
export { numberTurns } from './number-turns.ts';
export type { Candidate } from './race.ts';
export type * from './types.ts';
