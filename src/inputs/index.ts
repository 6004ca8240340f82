export { cliOptions, type Flags, parseActionInputs, parseCliInputs } from './parse.ts';
export { type Command, type InputFacts, rows as inputTable } from './table.ts';
export type { Endpoint, Inputs, ParsedInputs } from './types.ts';
