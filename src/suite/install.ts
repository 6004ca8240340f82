// Installs what the tests need, with the package manager's own command, unless it is there already.
import { randomUUID } from 'node:crypto';
import { mkdir, realpath } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { type CommandResult, repositoryEnvironment, runCommand } from '../workspace/index.ts';
import type { RunSetting } from './ecosystem.ts';
import { ecosystemOf } from './ecosystems/index.ts';
import { distill, plain } from './text.ts';
import type { InstallOutcome, SuiteEnvironment, SuitePlan } from './types.ts';

export interface InstallOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** Runs the plan's setup command in `givenRoot`; a failure is a value with the lines that tell why. */
export async function install(plan: SuitePlan, env: SuiteEnvironment, givenRoot: string, options: InstallOptions): Promise<InstallOutcome> {
  if (plan.setupCommand === null) return { ok: true, seconds: 0, did: 'nothing to install' };
  const root = await realpath(givenRoot);
  const cwd = posix.join(root, plan.directory);
  const ecosystem = ecosystemOf(plan.ecosystem);
  const present = await ecosystem.alreadyInstalled(cwd, plan);
  const line = present === null ? plan.setupCommand : ((await ecosystem.bringsManager?.({ plan, env, root, cwd })) ?? null);
  if (line === null) return { ok: true, seconds: 0, did: present ?? '' };
  const setup = (command: string, timeoutMs: number): Promise<CommandResult> =>
    runSetup(command, { plan: { ...plan, setupCommand: command }, env, root, cwd }, { ...options, timeoutMs });
  const result = await setup(line, options.timeoutMs);
  const { seconds } = result;
  // What could not be brought may not be needed: the tests tell.
  if (present !== null) return { ok: true, seconds: 0, did: present };
  if (result.exitCode === 0) return { ok: true, seconds, did: `ran \`${lineAsTold(line)}\`` };
  const failed = installFailure(result, line, options.timeoutMs);
  let spent = seconds;
  let last = { line, result };
  while (!last.result.aborted && !last.result.timedOut) {
    const other = ecosystem.otherwise?.(last.result, last.line) ?? null;
    if (other === null) break;
    last = { line: other, result: await setup(other, options.timeoutMs - 1_000 * spent) };
    spent += last.result.seconds;
    if (last.result.exitCode === 0) return { ok: true, seconds: spent, did: `ran \`${lineAsTold(other)}\``, failed };
  }
  const anyway = last.result.aborted ? null : (ecosystem.goesOn?.(last.result, plan, cwd) ?? null);
  return anyway === null ? { ok: false, seconds: spent, reason: failed } : { ok: true, seconds: spent, did: anyway, failed };
}

/** Runs `line` with the network, and with what an installation may write. */
async function runSetup(
  line: string,
  { plan, env, root, cwd }: Omit<RunSetting, 'folder'>,
  options: InstallOptions,
): Promise<CommandResult> {
  await mkdir(env.scratch, { recursive: true });
  const scratch = await realpath(env.scratch);
  const folder = join(scratch, `install-${randomUUID()}`);
  const home = join(folder, 'home');
  await mkdir(home, { recursive: true });
  const base = repositoryEnvironment({ from: process.env, profile: 'install', home });
  // What is tested must be installed as for development, whatever the surroundings say.
  const around = await ecosystemOf(plan.ecosystem).installsIn?.({ plan, env, root, cwd, folder });
  const environment = { ...base, ...env.testEnv, ...around?.environment, NODE_ENV: 'development', npm_config_update_notifier: 'false' };
  const path = [around?.environment.PATH, env.testEnv.PATH ?? base.PATH].filter((part) => part !== undefined).join(':');
  const argv = env.sandbox.wrap(['sh', '-c', line], 'install', {
    cwd,
    writable: [root, folder, ...(around?.writable ?? [])],
    readable: around?.readable,
  });
  const { timeoutMs, signal } = options;
  return runCommand({ argv, cwd, env: { ...environment, PATH: path }, timeoutMs, signal, outputFile: join(folder, 'output.txt') });
}

/** A line as people read it: without the scripts in it. */
export function lineAsTold(line: string): string {
  return line.replace(/ -c '[^']{80,}'/g, " -c '…'");
}

/** Why an installation failed, in the words of what it printed. */
function installFailure(result: CommandResult, line: string, timeoutMs: number): string {
  const command = lineAsTold(line);
  const said = installErrors(`${result.stdout}\n${result.stderr}`);
  if (result.failedToStart !== null) return `\`${command}\` could not be started: ${result.failedToStart}`;
  if (result.aborted) return `\`${command}\` was aborted`;
  if (result.timedOut) return `\`${command}\` did not end within ${Math.round(timeoutMs / 1000)} s\n${said}`.trim();
  const program = command.split(' ')[0] ?? command;
  const missing = result.exitCode === 127 ? `${program} is not installed here: install it in an earlier step, or set setup-command. ` : '';
  return `${missing}\`${command}\` failed (${result.exitCode === null ? `signal ${result.signal}` : `exit code ${result.exitCode}`})\n${said}`.trim();
}

/** The lines with which npm and its kin say what is wrong, without their prefix and the pointers to logs; of a script that failed, its own. */
export function installErrors(output: string): string {
  const lines = plain(output).split('\n');
  const prefix = /^\s*(?:npm (?:ERR!|error)|error|ERR_PNPM_\S+|➤ YN\d+: [│└┌].*Error|ERROR)(?::|\s|$)/;
  const noise = /^(?:A complete log of this run|code E?LIFECYCLE|$|.*debug-0\.log|errno -?\d+)/;
  const own = lines.filter((line) => prefix.test(line)).map((line) => line.replace(/^\s*npm (?:ERR!|error)\s?/, '').trimEnd());
  const useful = [...new Set(own.filter((line) => !noise.test(line)))];
  const ofScript = useful.every((line) => /^(?:code \d+|signal|path |command |Command failed)/.test(line));
  if (!ofScript) return useful.slice(0, 12).join('\n');
  const rest = lines.filter((line) => !prefix.test(line) && !/^npm warn\b/.test(line));
  return [...useful.filter((line) => /^command sh -c /.test(line)), distill(rest.join('\n'), 12)].join('\n');
}
