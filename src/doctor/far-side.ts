// What is elsewhere: the model's endpoint and GitHub. Only asked about what is set up, and nothing is spent or changed.
import { type TokenRights, tokenRights } from '../delivery/index.ts';
import type { Endpoint, Inputs } from '../inputs/index.ts';
import { type Probe, probeEndpoint, ResponsesError } from '../responses/index.ts';
import { type Check, check } from './types.ts';

const probeMs = 10_000;

export async function checkModel(inputs: Inputs, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Check> {
  const { endpoint, engine } = inputs;
  if (endpoint === null) {
    const why = engine === 'builtin' ? 'engine builtin was asked for' : 'neither a key nor a base URL is given';
    const ambient = env.OPENAI_API_KEY
      ? ['OPENAI_API_KEY is set and is not used; --api-key-env OPENAI_API_KEY would']
      : ['REGREEN_API_KEY, or the variable that --api-key-env names, would bring in a model'];
    return check('model', 'ok', `the built-in engine repairs, and nothing is paid (${why})`, {
      details: engine === 'builtin' ? [] : ambient,
    });
  }
  try {
    const probe = await probeEndpoint({ baseUrl: endpoint.baseUrl, apiKey: endpoint.apiKey, signal, timeoutMs: probeMs });
    return judged(probe, endpoint, inputs);
  } catch (error) {
    if (!(error instanceof ResponsesError)) throw error;
    return check('model', 'problem', error.message);
  }
}

function judged({ display, encrypted, socket, models }: Probe, { model, apiKey, price }: Endpoint, { transport, limits }: Inputs): Check {
  const key = apiKey === null ? 'no key' : 'a key';
  const details = [
    `${key} for ${display}, model ${model}`,
    socket.ok ? 'WebSocket: the handshake was accepted' : `WebSocket: ${socket.detail}`,
    models.kind === 'listed' ? `HTTP: the list of models was read (${models.ids.length})` : `HTTP: ${models.detail} for the list of models`,
    price === null
      ? `the price of ${model} is not known: max-cost-usd cannot hold, max-tokens (${limits.tokens}) does`
      : `$${price.input}/$${price.cached}/$${price.output} per million input, cached and output tokens, at most $${limits.costUsd} a run`,
    ...(encrypted || apiKey === null ? [] : ['the key travels unencrypted']),
  ];
  const problem = (summary: string, remedy: string): Check => check('model', 'problem', summary, { details, remedy });
  if (models.kind === 'refused')
    return problem(`${display} does not accept ${key} (${models.detail})`, 'check the key and what it may be used for');
  if (!socket.ok && models.kind === 'unreachable')
    return problem(`${display} cannot be reached: ${models.detail}`, 'check --base-url and the network');
  if (!socket.ok && transport === 'websocket') {
    return problem(`${display} speaks no WebSocket here, and transport websocket allows nothing else`, 'leave --transport out');
  }
  if (models.kind === 'listed' && models.ids.length > 0 && !models.ids.includes(model)) {
    const some = models.ids.slice(0, 5).join(', ');
    return check('model', 'warning', `${display} answers, and does not list the model ${model}`, {
      details,
      remedy: `name one it lists, such as ${some}`,
    });
  }
  if (!socket.ok && transport === 'auto')
    return check('model', 'warning', `${display} answers over HTTP alone: every turn sends everything`, { details });
  const doubtful = !encrypted && apiKey !== null;
  return check('model', doubtful ? 'warning' : 'ok', `${display} answers`, {
    details,
    remedy: doubtful ? 'use https:// if the server has it' : null,
  });
}

export interface TokenCheck {
  readonly token: string | null;
  /** The variable it was looked for in. */
  readonly variable: string;
  readonly repo: string | null;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

export async function checkToken({ token, variable, repo, env, signal }: TokenCheck): Promise<Check> {
  if (token === null) return check('token', 'unused', `no token in ${variable}: fix needs none, publish does`);
  if (repo === null) {
    return check('token', 'warning', `a token is in ${variable}, and the checkout has no remote on GitHub to try it on`, {
      remedy: 'add the remote origin',
    });
  }
  const rights = await tokenRights({ token, repo, apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com', signal });
  return judgedToken(rights, repo, token);
}

function judgedToken(rights: TokenRights, repo: string, token: string): Check {
  if (!rights.ok) {
    return check('token', 'problem', `GitHub does not let the token read ${repo} (${rights.reason})`, {
      remedy: 'give a token with contents: read and write, and pull-requests: write, for this repository',
    });
  }
  const { push, defaultBranch, scopes, workflowsOpenPullRequests: mayOpen } = rights;
  const details = [
    `reads ${repo}; the default branch is ${defaultBranch}`,
    push === null ? 'GitHub does not say whether it may push' : push ? 'may push branches' : 'may not push branches',
    ...(scopes === null ? [] : [`scopes: ${scopes.join(', ')}`]),
    mayOpen === null
      ? 'whether workflows may open pull requests is told to administrators alone (Settings, Actions, General)'
      : `workflows may ${mayOpen ? '' : 'not '}open pull requests with their own token`,
  ];
  if (push === false) {
    const remedy = 'give a token with contents: write and pull-requests: write; without it, mode fix and delivery patch still work';
    return check('token', 'problem', `the token may not push to ${repo}`, { details, remedy });
  }
  // A workflow's own token; those of people and of other apps are not concerned.
  if (mayOpen === false && token.startsWith('ghs_')) {
    const remedy = 'turn on "Allow GitHub Actions to create and approve pull requests" (Settings, Actions, General)';
    return check('token', 'warning', `branches can be pushed to ${repo}, pull requests not opened`, { details, remedy });
  }
  return check('token', 'ok', `the token can be used on ${repo}`, { details });
}
