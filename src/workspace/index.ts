export { applyToCheckout, openCheckout } from './checkout.ts';
export { type CommandResult, type CommandSpec, runCommand } from './command.ts';
export { type EnvironmentSource, repositoryEnvironment, userPath } from './environment.ts';
export { Git, type GitCall, GitError, type GitOptions } from './git.ts';
export { createPathPolicy, type PathPolicyOptions } from './path-policy.ts';
export { killAllCommands } from './process-group.ts';
export { pickSandbox, type SandboxChoice, type SandboxRequest } from './sandbox.ts';
export type * from './types.ts';
export { openWorkspace, type WorkspaceOptions } from './workspace.ts';
