import { toolDefinitions } from './tools.ts';

// Made when the bundles are built: the first request must not wait for a library that turns schemas into JSON Schema.

/** The tools as a hosted model is offered them. */
export const modelTools = toolDefinitions(false);

/** The same for the built-in engine. */
export const engineTools = toolDefinitions(true);
