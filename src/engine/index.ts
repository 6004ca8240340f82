export { type Engine, engineModel, startEngine } from './server.ts';
