export { cliOptions, parseActionInputs, parseCliInputs } from './parse.ts';
export { rows as inputTable } from './table.ts';
export type { Inputs } from './types.ts';
export { variableOf } from './variable.ts';
