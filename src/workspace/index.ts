export { type CommandResult, type CommandSpec, runCommand } from './command.ts';
export { type EnvironmentSource, repositoryEnvironment, userPath } from './environment.ts';
export { killAllCommands } from './process-group.ts';
export type * from './types.ts';
