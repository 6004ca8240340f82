// What is here: programs, the checkout, its tests, the sandbox.
import type { Inputs } from '../inputs/index.ts';
import { detectSuite, lineAsTold } from '../suite/index.ts';
import { type Checkout, openCheckout, pickSandbox, runCommand, userHome } from '../workspace/index.ts';
import { type Check, check } from './types.ts';

/** Regreen itself runs on this Node; the repository's tests run with the one on the PATH. */
export async function checkNode(env: NodeJS.ProcessEnv): Promise<Check> {
  const own = `Node ${process.versions.node} on ${process.platform} ${process.arch}`;
  const { exitCode, stdout } = await version('node', env);
  const tests = exitCode === 0 ? `tests run with node ${stdout.trim().replace(/^v/, '')} of the PATH` : 'there is no node on the PATH';
  return check('node', 'ok', own, { details: [tests] });
}

export async function checkGit(env: NodeJS.ProcessEnv): Promise<Check> {
  const { exitCode, stdout, failedToStart, stderr } = await version('git', env);
  if (exitCode === 0) return check('git', 'ok', stdout.trim().split('\n')[0] ?? 'git');
  const why = failedToStart ?? stderr.trim().split('\n')[0] ?? '';
  return check('git', 'problem', `git does not run (${why})`, { remedy: 'install git' });
}

function version(program: string, env: NodeJS.ProcessEnv) {
  return runCommand({ argv: [program, '--version'], cwd: '/', env: { PATH: env.PATH ?? '' }, timeoutMs: 10_000 });
}

export async function checkCheckout(directory: string): Promise<{ readonly check: Check; readonly checkout: Checkout | null }> {
  const opened = await openCheckout(directory);
  if (!opened.ok) {
    return { checkout: null, check: check('checkout', 'problem', opened.reason.replace(/\.$/, ''), { remedy: 'give --repo DIR' }) };
  }
  const { checkout } = opened;
  const { branch, sha, dirty, root } = checkout;
  const details = [...(dirty ? ['uncommitted changes are part of what is red, and are never overwritten'] : [])];
  return { checkout, check: check('checkout', 'ok', `${root}: ${branch ?? 'no branch'} at ${sha.slice(0, 12)}`, { details }) };
}

export async function checkTests({ root }: Checkout, inputs: Inputs): Promise<Check> {
  const { testCommand, setupCommand, workingDirectories } = inputs;
  const detected = await detectSuite({ root, testCommand, setupCommand, workingDirectories });
  if (!detected.ok) return check('tests', 'problem', detected.reason.replace(/\.$/, ''), { remedy: 'give --test CMD' });
  const { plan } = detected;
  const install = plan.setupCommand === null ? 'nothing is installed' : `installed by ${lineAsTold(plan.setupCommand)}`;
  const reader = plan.runner === 'other' || plan.runner === 'command' ? 'results by exit code and text' : `results of ${plan.runner}`;
  return check('tests', 'ok', `${plan.testCommand} (${reader})`, { details: [install, ...plan.reasons] });
}

/** The layer that commands of the repository would run in, tried out. */
export async function checkSandbox(
  checkout: Checkout | null,
  inputs: Inputs,
  env: NodeJS.ProcessEnv,
  holdsSecrets: boolean,
): Promise<Check> {
  const choice = await pickSandbox({
    requested: inputs.sandbox,
    network: inputs.sandboxNetwork,
    // Only who holds a secret is told why there is no layer.
    holdsSecrets: true,
    hidden: [userHome()],
    ...(checkout === null ? {} : { checkout }),
    from: env,
  });
  if (!choice.ok) {
    const { kind, reason, tried, remedy } = choice;
    const why = reason.replace(`. ${remedy}`, '');
    if (kind === 'configuration' || holdsSecrets) return check('sandbox', 'problem', why, { remedy });
    const accepted = 'without a key and a token, tests run unconfined: they can do whatever you can';
    return check('sandbox', 'warning', 'no sandbox works here', { details: [`tried: ${tried}`, accepted], remedy });
  }
  const { layer, notStopped } = choice.sandbox;
  const details = notStopped.map((what) => `does not stop: ${what}`);
  if (layer !== 'none') return check('sandbox', 'ok', `${layer} confines what the repository runs`, { details });
  return check('sandbox', 'warning', 'no sandbox, as asked for', { details });
}
