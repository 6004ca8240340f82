export { type AnswerLimits, engineLimits, hostedLimits } from './answers.ts';
export { writeBrief } from './brief.ts';
export { type Budget, createBudget } from './budget.ts';
export { runAgent } from './loop.ts';
export { instructionsFor } from './prompt.ts';
export { createToolHost } from './tool-host.ts';
export { toolDefinitions } from './tools.ts';
export type * from './types.ts';
