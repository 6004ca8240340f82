// Picks the strongest layer that works here to run the repository's code in.
import { bubblewrap } from './bubblewrap.ts';
import { type CommandResult, runCommand } from './command.ts';
import { userPath } from './environment.ts';
import { findProgram } from './find-program.ts';
import { withLimits } from './process-limits.ts';
import { sandboxCovers } from './sandbox-covers.ts';
import { sandboxView } from './sandbox-view.ts';
import type { Checkout, Sandbox, SandboxLayer } from './types.ts';
import { unshare } from './unshare.ts';

export interface SandboxRequest {
  readonly requested: 'auto' | SandboxLayer;
  /** What tests reach besides loopback. */
  readonly network: 'none' | 'host';
  /** A key or a write token is in our memory or environment. */
  readonly holdsSecrets: boolean;
  /** Folders that look empty inside: the home, the runner's files. */
  readonly hidden: readonly string[];
  /** Stays readable where it is below a hidden folder, because copies link to it; without what its `.git` says. */
  readonly checkout?: Checkout | undefined;
  /** More that stays readable below hidden folders. */
  readonly visible?: readonly string[] | undefined;
  /** Where PATH comes from; default `process.env`. */
  readonly from?: NodeJS.ProcessEnv | undefined;
}

export type SandboxChoice =
  | { readonly ok: true; readonly sandbox: Sandbox }
  /** `declined`: we choose not to run; `configuration`: the layer asked for is not there. */
  | {
      readonly ok: false;
      readonly kind: 'declined' | 'configuration';
      readonly reason: string;
      /** The layers that were tried, each with what was wrong. */
      readonly tried: string;
      readonly remedy: string;
    };

type Probed = { readonly sandbox: Sandbox } | { readonly failure: string };

const remedy =
  'Install bubblewrap in an earlier step (`sudo apt-get install -y bubblewrap`; on Ubuntu 24.04 also ' +
  '`sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0`), or set `sandbox: none` to accept that tests can read secrets of this run.';

/** Tries each layer by running something in it. */
export async function pickSandbox(request: SandboxRequest): Promise<SandboxChoice> {
  const { requested } = request;
  if (requested === 'none') return { ok: true, sandbox: noSandbox };
  const failures: string[] = [];
  for (const [layer, probe] of [['bubblewrap', probeBubblewrap] as const, ['unshare', probeUnshare] as const]) {
    if (requested !== 'auto' && requested !== layer) continue;
    const probed = await probe(request);
    if ('sandbox' in probed) return { ok: true, sandbox: probed.sandbox };
    failures.push(`${layer}: ${probed.failure}`);
  }
  const tried = failures.join('; ');
  if (requested !== 'auto') {
    return {
      ok: false,
      kind: 'configuration',
      reason: `The sandbox ${requested} was asked for and does not work here (${tried}). ${remedy}`,
      tried,
      remedy,
    };
  }
  if (!request.holdsSecrets) return { ok: true, sandbox: noSandbox };
  const reason = `No sandbox works here (${tried}), and this run holds a key or a token that the repository's code could read. ${remedy}`;
  return { ok: false, kind: 'declined', reason, tried, remedy };
}

const noSandbox: Sandbox = {
  layer: 'none',
  notStopped: [
    'reading and changing every file of this user, also outside of the repository',
    'reading the memory and environment of other processes of this user, and ending them',
    'using the network',
  ],
  wrap: (argv) => [...argv],
};

async function probeBubblewrap(request: SandboxRequest): Promise<Probed> {
  const program = await findProgram('bwrap', pathOf(request));
  if (program === null) return { failure: 'the program bwrap was not found' };
  const view = await sandboxView(request);
  const limits = withLimits(await findProgram('prlimit', pathOf(request)));
  const failures: string[] = [];
  // Real root can do without a namespace for users where the system forbids one.
  for (const userNamespace of process.getuid?.() === 0 ? [true, false] : [true]) {
    const sandbox = bubblewrap({ program, view, network: request.network, userNamespace, limits });
    const failure = await tryOut(sandbox);
    if (failure === null) return { sandbox };
    failures.push(failure);
  }
  return { failure: failures[0] ?? 'it does not work' };
}

async function probeUnshare(request: SandboxRequest): Promise<Probed> {
  const program = await findProgram('unshare', pathOf(request));
  if (program === null) return { failure: 'the program unshare was not found' };
  const [setpriv, prlimit] = await Promise.all([findProgram('setpriv', pathOf(request)), findProgram('prlimit', pathOf(request))]);
  const covers = await sandboxCovers(request.hidden, request.checkout, request.from ?? process.env);
  const limits = withLimits(prlimit);
  const failures: string[] = [];
  for (const userNamespace of process.getuid?.() === 0 ? [true, false] : [true]) {
    const sandbox = unshare({ program, setpriv, network: request.network, userNamespace, covers, limits });
    const failure = await tryOut(sandbox);
    if (failure === null) return { sandbox };
    failures.push(failure);
  }
  return { failure: failures[0] ?? 'it does not work' };
}

/** Null when both profiles run a command; in a PID namespace of its own the first processes have small numbers. */
async function tryOut(sandbox: Sandbox): Promise<string | null> {
  const results = await Promise.all(
    (['test', 'install'] as const).map((profile) => {
      const argv = sandbox.wrap(['/bin/sh', '-c', 'test "$$" -lt 50 && test -r /proc/self/status'], profile, { cwd: '/', writable: [] });
      return runCommand({ argv, cwd: '/', env: { PATH: process.env.PATH ?? '' }, timeoutMs: 10_000 });
    }),
  );
  const failed = results.find(({ exitCode }) => exitCode !== 0);
  return failed === undefined ? null : causeOf(failed);
}

function causeOf(result: CommandResult): string {
  if (result.failedToStart !== null) return result.failedToStart;
  if (result.timedOut) return 'it did not answer';
  return result.stderr.trim().split('\n')[0] || `it ended with exit code ${result.exitCode ?? result.signal}`;
}

/** Programs are named by their whole paths, because commands run with another PATH than ours. */
function pathOf({ from = process.env }: SandboxRequest): string {
  return userPath(from);
}
