export { cliOptions, parseActionInputs, parseCliInputs } from './parse.ts';
export { secretLooking } from './secret-names.ts';
export { rows as inputTable } from './table.ts';
export type { Endpoint, Inputs } from './types.ts';
export { variableOf } from './variable.ts';
