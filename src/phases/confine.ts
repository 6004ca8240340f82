import type { Ending } from '../report/index.ts';
import { pickSandbox, prepareRunner, type Sandbox } from '../workspace/index.ts';
import type { Located } from './locate.ts';
import { ConfigurationError, type Run } from './run.ts';

type Confined = { readonly kind: 'confined'; readonly sandbox: Sandbox } | { readonly kind: 'ended'; readonly ending: Ending };

/** The sandbox for everything of the repository that runs. Throws `ConfigurationError` where the layer asked for is not there. */
export async function confine({ inputs, env, record }: Run, { checkout, hidden }: Located): Promise<Confined> {
  const confinement = await pickSandbox({
    requested: inputs.sandbox,
    network: inputs.sandboxNetwork,
    holdsSecrets: inputs.secrets.length > 0,
    hidden,
    checkout,
    from: env,
  });
  if (confinement.ok) {
    const { sandbox } = confinement;
    record.note({ sandbox: { layer: sandbox.layer, notStopped: sandbox.notStopped } });
    return { kind: 'confined', sandbox };
  }
  if (confinement.kind === 'configuration') throw new ConfigurationError(confinement.reason);
  return { kind: 'ended', ending: { outcome: 'declined', reason: confinement.reason } };
}

/** Bubblewrap on GitHub's hosted Ubuntu, for as long as the run takes; nothing anywhere else. */
export function enableSandbox({ inputs, source, progress }: Run): Promise<AsyncDisposable> {
  const wanted = inputs.sandbox === 'auto' || inputs.sandbox === 'bubblewrap';
  return prepareRunner({ env: source.kind === 'action' && wanted ? source.env : {}, log: (text) => progress.line(text) });
}
