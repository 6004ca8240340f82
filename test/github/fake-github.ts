// A GitHub API for tests, made of third-party parts: emulate (state) behind Prism (GitHub's own description), in front of a real repository.
//
//   our code → recorder (this file) → Prism → upstream.ts (git, faults, stubs, corrections) → emulate
//                                   → graphql.ts (the published schema, commits)
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createEmulator } from 'emulate';
import type { GitRemote } from './git-remote.ts';
import { answerGraphql } from './graphql.ts';
import { bodyOf, close, listen } from './http.ts';
import { startPrism } from './prism.ts';
import { failure } from './reply.ts';
import { type Fault, startUpstream, takeFault, type UpstreamState, type WorkflowRun } from './upstream.ts';

export interface RecordedRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly status: number;
  /** Where our request differs from GitHub's description. */
  readonly violations: readonly string[];
}

export interface PullRequestState {
  readonly number: number;
  readonly state: string;
  readonly draft: boolean;
  readonly title: string;
  readonly body: string;
  readonly head: string;
  readonly headSha: string;
  readonly base: string;
  readonly url: string;
  readonly labels: readonly string[];
  readonly reviewers: readonly string[];
}

export interface FakeGitHub extends AsyncDisposable {
  /** What `GITHUB_API_URL` has to be. */
  readonly apiUrl: string;
  readonly requests: readonly RecordedRequest[];
  /** What Prism objects to in requests (emulate's answers have flaws of their own). Empty, or our code is wrong. */
  violations(): readonly string[];
  /** Answers matching requests with this, until `healFaults`. */
  addFault(fault: Fault): void;
  /** The setting that forbids GitHub Actions to create pull requests. */
  forbidPullRequests(): void;
  /** A token without the permission, for all paths that match. */
  denyAccess(path: RegExp, method?: string): void;
  healFaults(): void;
  /** Runs that `GET /actions/workflows/{id}/runs` lists, newest first. */
  setRuns(runs: readonly WorkflowRun[]): void;
  setJobLog(job: number, text: string): void;
  /** Lets a workflow, by id or file, be started. */
  allowDispatch(workflow: string): void;
  /** The workflows that were started. */
  readonly dispatches: readonly { readonly workflow: string; readonly branch: string }[];
  /** Every pull request, newest first. */
  pullRequests(): Promise<readonly PullRequestState[]>;
  /** A person of the repository sends a request; `path` comes after `/repos/OWNER/NAME`. */
  asPerson(method: string, path: string, body?: unknown): Promise<unknown>;
  close(): Promise<void>;
}

export interface FakeGitHubOptions {
  /** The token of `github-actions[bot]`. */
  readonly token: string;
  readonly remote: GitRemote;
  /** Logins that exist besides the owner and `mona`, a person with every right. */
  readonly users?: readonly string[] | undefined;
  /** Whether Prism stands in between; default true. Without it nothing is held against GitHub's description, and all is faster. */
  readonly described?: boolean | undefined;
  /** Further tokens of the same rights, and whose they are. */
  readonly tokens?: Readonly<Record<string, string>> | undefined;
  /** Every request of a token waits for this. */
  readonly gate?: ((token: string) => Promise<void>) | undefined;
}

const personalToken = 'ghp_of_mona';

/** Starts the whole chain; takes some seconds. */
export async function startFakeGitHub({
  token,
  remote,
  users = [],
  tokens = {},
  described = true,
  gate = async () => {},
}: FakeGitHubOptions): Promise<FakeGitHub> {
  const { owner, name } = remote;
  const port = await freePort();
  const emulator = await createEmulator({
    service: 'github',
    port,
    // Addresses of pull requests are on the server, not on the API.
    baseUrl: remote.serverUrl,
    seed: {
      tokens: {
        ...Object.fromEntries(Object.entries(tokens).map(([each, login]) => [each, { login, scopes: ['repo'] }])),
        [token]: { login: 'github-actions[bot]', scopes: ['repo'] },
        [personalToken]: { login: 'mona', scopes: ['repo'] },
      },
      github: {
        users: [...new Set([owner, 'github-actions[bot]', 'mona', ...users, ...Object.values(tokens)])].map((login) => ({ login })),
        repos: [{ owner, name, default_branch: 'main' }],
      },
    },
  });
  const state: UpstreamState = {
    faults: [],
    runs: [],
    dispatches: [],
    dispatchable: new Set(),
    logs: new Map(),
    tokens: new Map([...Object.entries(tokens), [token, 'github-actions[bot]'], [personalToken, 'mona']]),
  };
  const upstream = await startUpstream(`http://127.0.0.1:${port}`, remote, state);
  const prism = described ? await startPrism(upstream.url) : { url: upstream.url, close: async () => {} };
  const requests: RecordedRequest[] = [];
  const recorder = createServer((request, response) => {
    record({ prism: prism.url, upstream: upstream.url, remote, state, gate }, request, response, requests).catch((error: unknown) =>
      response.writeHead(502).end(String(error)),
    );
  });
  const apiUrl = await listen(recorder);

  const asPerson = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${upstream.url}/repos/${owner}/${name}${path}`, {
      method,
      headers: { authorization: `token ${personalToken}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const denied = (status: number, message: string) => ({
    status,
    body: { message, documentation_url: 'https://docs.github.com/rest', status: `${status}` },
  });
  const stop = async () => {
    await close(recorder);
    await prism.close();
    await upstream.close();
    await emulator.close();
  };
  return {
    apiUrl,
    requests,
    violations: () => requests.flatMap(({ method, path, violations }) => violations.map((text) => `${method} ${path}: ${text}`)),
    addFault: (fault) => void state.faults.push(fault),
    forbidPullRequests: () => {
      const message = 'GitHub Actions is not permitted to create or approve pull requests.';
      state.faults.push({ method: 'POST', path: /\/pulls$/, ...denied(403, message) });
    },
    denyAccess: (path, method) => void state.faults.push({ method, path, ...denied(403, 'Resource not accessible by integration') }),
    healFaults: () => void state.faults.splice(0),
    setRuns: (runs) => void state.runs.splice(0, state.runs.length, ...runs),
    setJobLog: (job, text) => void state.logs.set(job, text),
    allowDispatch: (workflow) => void state.dispatchable.add(workflow),
    dispatches: state.dispatches,
    pullRequests: async () => {
      const list = await asPerson('GET', '/pulls?state=all&per_page=100');
      return (Array.isArray(list) ? list : []).map(toState).sort((a, b) => b.number - a.number);
    },
    asPerson,
    close: stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** emulate wants to be told its port. */
async function freePort(): Promise<number> {
  const server = createServer();
  const port = Number(new URL(await listen(server)).port);
  await close(server);
  return port;
}

interface Chain {
  readonly prism: string;
  readonly upstream: string;
  readonly remote: GitRemote;
  readonly state: UpstreamState;
  readonly gate: (token: string) => Promise<void>;
}

async function record(
  { prism, upstream, remote, state, gate }: Chain,
  request: IncomingMessage,
  response: ServerResponse,
  into: RecordedRequest[],
): Promise<void> {
  const body = await bodyOf(request);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string' && !['host', 'connection', 'content-length', 'transfer-encoding'].includes(name)) headers[name] = value;
  }
  await gate((headers.authorization ?? '').replace(/^(?:token|bearer) /i, ''));
  const { method = 'GET', url: path = '/' } = request;
  const hangs = state.faults.some(
    (fault) => fault.after === 'hang' && (fault.method ?? method) === method && fault.path.test(path.split('?')[0] ?? ''),
  );
  if (hangs) {
    takeFault(state.faults, method, path.split('?')[0] ?? '');
    return void into.push({
      method,
      path,
      headers,
      body: body.length === 0 ? null : JSON.parse(body.toString()),
      status: 0,
      violations: [],
    });
  }
  if (path === '/graphql') {
    const asked = JSON.parse(body.toString());
    const { violations, ...reply } = await graphql(remote, state, headers.authorization ?? '', asked);
    into.push({ method, path, headers, body: asked, status: reply.status, violations });
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
    return void response.end(JSON.stringify(reply.body));
  }
  const answer = await fetch(`${prism}${path}`, { method, headers, redirect: 'manual', ...(body.length === 0 ? {} : { body }) });
  const text = Buffer.from(await answer.arrayBuffer());
  into.push({
    method,
    path,
    headers,
    body: body.length === 0 ? null : JSON.parse(body.toString()),
    status: answer.status,
    violations: violationsOf(answer.headers.get('sl-violations'), answer, text.toString()),
  });
  // Prism follows redirects; our code has to do that itself.
  const job = /\/actions\/jobs\/(\d+)\/logs$/.exec(path)?.[1];
  if (job !== undefined && answer.ok) return void response.writeHead(302, { location: `${upstream}/logs/${job}` }).end();
  const passed = ['content-type', 'location', 'link', 'retry-after', 'x-ratelimit-remaining'].flatMap((name) => {
    const value = answer.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  response.writeHead(answer.status, Object.fromEntries(passed)).end(text);
}

async function graphql(remote: GitRemote, state: UpstreamState, authorization: string, asked: Record<string, unknown>) {
  const login = state.tokens.get(authorization.replace(/^(?:token|bearer) /i, ''));
  if (login === undefined) return { ...failure(401, 'Bad credentials'), violations: [] };
  // A fault may be meant for one mutation: its name stands behind the path.
  const name = /\b(createCommitOnBranch|viewer)\b/.exec(String(asked.query))?.[1] ?? '';
  const fault = takeFault(state.faults, 'POST', `/graphql/${name}`);
  if (fault?.meanwhile !== undefined) await fault.meanwhile();
  else if (fault !== null && fault.after !== 'lost') return { ...fault, violations: [] };
  const answer = await answerGraphql(remote, login, asked);
  return fault?.after === 'lost' ? { ...fault, violations: answer.violations } : answer;
}

function violationsOf(header: string | null, answer: Response, text: string): string[] {
  // A path that is not in the description never gets further than Prism.
  const problem = answer.headers.get('content-type')?.includes('application/problem+json') ?? false;
  if (problem) return [text];
  if (header === null) return [];
  const json = header.replace(/^Too many violations! /, '');
  if (json !== header) return json.includes('"location":["request"') ? [json] : [];
  const all: { location: string[]; message: string }[] = JSON.parse(json);
  return all.filter(({ location }) => location[0] === 'request').map(({ location, message }) => `${location.join('.')}: ${message}`);
}

function toState(pull: {
  number: number;
  state: string;
  draft: boolean;
  title: string;
  body: string | null;
  html_url: string;
  head: { ref: string; sha: string };
  base: { ref: string };
  labels: { name: string }[];
  requested_reviewers: { login: string }[];
}): PullRequestState {
  const { number, state, draft, title, body, html_url: url, head, base, labels, requested_reviewers: reviewers } = pull;
  return {
    ...{ number, state, draft, title, body: body ?? '', url, head: head.ref, headSha: head.sha, base: base.ref },
    labels: labels.map((label) => label.name),
    reviewers: reviewers.map((reviewer) => reviewer.login),
  };
}
