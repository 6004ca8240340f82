export type { Mind } from './mind.ts';
export { type Engine, engineModel, startEngine, startServer } from './server.ts';
