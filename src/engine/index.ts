export { type Engine, type EngineOptions, engineModel, startEngine } from './server.ts';
