export { applyToCheckout, openCheckout } from './checkout.ts';
export { type CommandResult, type CommandSpec, runCommand } from './command.ts';
export { repositoryEnvironment, userPath } from './environment.ts';
export { Git, type GitCall, GitError } from './git.ts';
export { createPathPolicy, protectionOf } from './path-policy.ts';
export { killAllCommands } from './process-group.ts';
export { pickSandbox, type SandboxRequest } from './sandbox.ts';
export type * from './types.ts';
export { openWorkspace } from './workspace.ts';
