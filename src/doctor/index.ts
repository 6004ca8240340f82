import { readLocalIncident } from '../incident/index.ts';
import type { Inputs } from '../inputs/index.ts';
import { checkModel, checkToken } from './far-side.ts';
import { checkCheckout, checkGit, checkNode, checkSandbox, checkTests } from './machine.ts';
import type { Check } from './types.ts';

export type { Check } from './types.ts';

export interface Examination {
  readonly directory: string;
  readonly inputs: Inputs;
  readonly token: string | null;
  /** The variable of the token. */
  readonly variable: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

/** What would work here. Runs nothing of the repository, changes nothing, spends nothing. */
export async function examine({ directory, inputs, token, variable, env, signal }: Examination): Promise<readonly Check[]> {
  const git = await checkGit(env);
  const { check: place, checkout } = await checkCheckout(directory);
  const repo = checkout === null ? null : (await readLocalIncident(checkout, { green: null })).repo;
  const holdsSecrets = token !== null || inputs.secrets.length > 0;
  return Promise.all([
    checkNode(env),
    git,
    place,
    ...(checkout === null ? [] : [checkTests(checkout, inputs)]),
    checkSandbox(checkout, inputs, env, holdsSecrets),
    checkModel(inputs, env, signal),
    checkToken({ token, variable, repo, env, signal }),
  ]);
}
