// GitHub's hosted Ubuntu can have bubblewrap, and does not: it is installed, and the kernel is told to let it work. A hosted runner is a
// machine of its own, thrown away after the job; nobody else's machine is changed.
import { type CommandResult, runCommand } from './command.ts';
import { userPath } from './environment.ts';

export interface RunnerRequest {
  /** The step's environment. */
  readonly env: NodeJS.ProcessEnv;
  /** Everything that is changed is said here. */
  readonly log: (text: string) => void;
}

/** What keeps unprivileged processes from namespaces of their own, and the value that lets them. */
const settings = [
  { name: 'kernel.apparmor_restrict_unprivileged_userns', open: '0' },
  { name: 'kernel.unprivileged_userns_clone', open: '1' },
] as const;

const nothing: AsyncDisposable = { [Symbol.asyncDispose]: async () => {} };
const installTimeoutMs = 120_000;
const tryOut = ['bwrap', '--unshare-user', '--unshare-pid', '--unshare-net', '--ro-bind', '/', '/', '--proc', '/proc', 'true'];

/**
 * Makes bubblewrap work where `env` is that of a step on GitHub's hosted Linux; elsewhere nothing is looked at or changed. Disposing puts
 * the settings of the kernel back. Never throws: what does not work is said, and the next layer takes over.
 */
export async function prepareRunner({ env, log }: RunnerRequest): Promise<AsyncDisposable> {
  if (env.GITHUB_ACTIONS !== 'true' || env.RUNNER_ENVIRONMENT !== 'github-hosted' || env.RUNNER_OS !== 'Linux') return nothing;
  const run = (argv: readonly string[], timeoutMs = 10_000): Promise<CommandResult> =>
    runCommand({ argv, cwd: '/', env: { PATH: userPath(env), LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' }, timeoutMs });
  const works = async (argv: readonly string[], timeoutMs?: number): Promise<boolean> => (await run(argv, timeoutMs)).exitCode === 0;
  const sudo = (...argv: string[]): string[] => ['sudo', '-n', ...argv];
  if (await works(tryOut)) return nothing;

  if (!(await works(['bwrap', '--version']))) {
    const install = sudo('apt-get', 'install', '--yes', '--no-install-recommends', 'bubblewrap');
    const installed =
      (await works(install, installTimeoutMs)) ||
      ((await works(sudo('apt-get', 'update'), installTimeoutMs)) && (await works(install, installTimeoutMs)));
    log(installed ? 'sandbox: installed bubblewrap with apt-get' : 'sandbox: bubblewrap could not be installed with apt-get');
    if (!installed || (await works(tryOut))) return nothing;
  }
  const changed: { name: string; before: string }[] = [];
  const restore = async (): Promise<void> => {
    for (const { name, before } of changed.reverse()) {
      const back = await works(sudo('sysctl', '-q', '-w', `${name}=${before}`));
      log(back ? `sandbox: put ${name} back to ${before}` : `sandbox: ${name} could not be put back to ${before}`);
    }
  };
  for (const { name, open } of settings) {
    const { exitCode, stdout } = await run(['sysctl', '-n', name]);
    const before = stdout.trim();
    if (exitCode !== 0 || before === open || !/^\d+$/.test(before)) continue;
    if (!(await works(sudo('sysctl', '-q', '-w', `${name}=${open}`)))) continue;
    changed.push({ name, before });
    log(`sandbox: set ${name} from ${before} to ${open} until the end of this step, so that bubblewrap works`);
  }
  return { [Symbol.asyncDispose]: restore };
}
