// GitHub as it stands behind Prism: the emulator for what has state, the bare repository for what is git, stubs for workflow runs.
//
// Where emulate 0.12.2 differs from GitHub it is corrected here: branches and commits are those of the real repository, a pull request
// needs branches that exist and differ, a branch can have one open pull request only, and every pull request is an issue too.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { eventPayload } from './events.ts';
import { GitAnswers } from './git-answers.ts';
import type { GitRemote } from './git-remote.ts';
import { bodyOf, close, listen } from './http.ts';
import { failure, invalid, type Reply } from './reply.ts';

export interface Fault {
  readonly method?: string | undefined;
  /** Of the path without query. */
  readonly path: RegExp;
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** How often it strikes; default: always. */
  readonly times?: number | undefined;
  /** `lost`: what was asked for is done, and then the answer gets lost. `hang`: no answer at all. Default: nothing is done. */
  readonly after?: 'lost' | 'hang' | undefined;
  /** What somebody else does just before the answer; the request then goes on. */
  readonly meanwhile?: (() => Promise<unknown>) | undefined;
}

export interface WorkflowRun {
  readonly sha: string;
  readonly branch: string;
  readonly conclusion: string;
  readonly workflowId?: number | undefined;
}

/** What a test can change while it runs. */
export interface UpstreamState {
  readonly faults: Fault[];
  readonly runs: WorkflowRun[];
  /** Workflows, by id or file, that were started, and on which branch. */
  readonly dispatches: { readonly workflow: string; readonly branch: string }[];
  /** Those that have the trigger for it. */
  readonly dispatchable: Set<string>;
  /** Text of the logs of each job, by id. */
  readonly logs: Map<number, string>;
  /** Whose each token is. */
  readonly tokens: ReadonlyMap<string, string>;
}

interface Ask {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
  readonly headers: Record<string, string>;
}

export async function startUpstream(
  emulator: string,
  remote: GitRemote,
  state: UpstreamState,
): Promise<{ url: string; close(): Promise<void> }> {
  const repo = `${remote.owner}/${remote.name}`;
  const prefix = `/repos/${repo}`;
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.writeHead(500).end(JSON.stringify({ message: String(error) })));
  });
  const git = new GitAnswers(remote);
  const closedBy = new Map<number, string>();
  let opening: Promise<Reply | null> = Promise.resolve(null);
  const url = await listen(server);
  return { url, close: () => close(server) };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = new URL(request.url ?? '/', 'http://localhost');
    const log = state.logs.get(Number(/^\/logs\/(\d+)$/.exec(address.pathname)?.[1]));
    if (log !== undefined) return void response.writeHead(200, { 'content-type': 'text/plain' }).end(log);
    const text = (await bodyOf(request)).toString();
    const ask: Ask = {
      method: request.method ?? 'GET',
      path: decodeURIComponent(address.pathname),
      query: address.searchParams,
      body: text === '' ? {} : JSON.parse(text),
      headers: { authorization: String(request.headers.authorization ?? ''), 'content-type': 'application/json' },
    };
    const { status, body, headers } = (await answer(ask, address, text)) ?? (await forward(ask, address, text));
    response.writeHead(status, { ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }), ...headers });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  }

  async function answer(ask: Ask, address: URL, text: string): Promise<Reply | null> {
    const token = /^(?:token|bearer) (.+)$/i.exec(ask.headers.authorization ?? '')?.[1];
    if (token !== undefined && !state.tokens.has(token)) return failure(401, 'Bad credentials');
    const fault = takeFault(state.faults, ask.method, ask.path);
    if (fault?.meanwhile !== undefined) await fault.meanwhile();
    else if (fault?.after === 'lost') {
      const done = (await respond(ask, address, text)) ?? (await forward(ask, address, text));
      return done.status < 300 ? fault : done;
    } else if (fault !== null) return fault;
    return respond(ask, address, text);
  }

  async function respond(ask: Ask, address: URL, text: string): Promise<Reply | null> {
    const token = /^(?:token|bearer) (.+)$/i.exec(ask.headers.authorization ?? '')?.[1];
    if (!ask.path.startsWith(prefix)) return null;
    const rest = ask.path.slice(prefix.length);
    const [, kind, name] =
      /^\/(git\/ref\/heads|git\/refs|commits|compare|actions\/workflows|actions\/jobs|pulls|issues)(?:\/(.+))?$/.exec(rest) ?? [];
    if (ask.method === 'PATCH' && kind === 'pulls') noteState(Number(name), ask.body.state, state.tokens.get(token ?? ''));
    if (ask.method === 'GET' && kind === 'issues' && /^\d+$/.test(name ?? '')) return pullAsIssue(Number(name), ask);
    if (ask.method === 'POST' && kind === 'pulls' && name === undefined) {
      // One after the other, or two at once would both find that there is none yet.
      opening = opening.then(async () => (await problemOfPull(ask)) ?? (await forward(ask, address, text)));
      return opening;
    }
    const sha = String(ask.body.sha);
    if (ask.method === 'POST' && kind === 'git/refs') return git.createRef(String(ask.body.ref), sha);
    if (ask.method === 'PATCH' && kind === 'git/refs') return git.updateRef(`refs/${name}`, sha, ask.body.force === true);
    if (ask.method === 'DELETE' && kind === 'git/refs') return git.deleteRef(`refs/${name}`);
    if (ask.method === 'POST' && kind === 'pulls' && name?.endsWith('/reviews')) return review(Number.parseInt(name, 10), ask);
    if (ask.method === 'POST' && kind === 'actions/workflows') return dispatch(name ?? '', ask);
    if (ask.method === 'GET' && rest === '/commits') return git.commits(ask.query);
    if (ask.method !== 'GET' || name === undefined) return null;
    if (kind === 'git/ref/heads') return git.ref(name);
    if (kind === 'commits' && !name.includes('/check-')) return git.commit(name);
    if (kind === 'compare') return git.compare(name);
    if (kind === 'actions/workflows' && name.endsWith('/runs')) return runs(Number.parseInt(name, 10), ask.query);
    if (kind === 'actions/jobs' && name.endsWith('/logs')) return logs(Number.parseInt(name, 10));
    return null;
  }

  async function forward(ask: Ask, address: URL, text: string): Promise<Reply> {
    const { method, headers } = ask;
    const answered = await fetch(`${emulator}${address.pathname}${address.search}`, {
      method,
      headers,
      ...(text === '' ? {} : { body: text }),
    });
    const received = await answered.text();
    const body: unknown = received === '' ? undefined : JSON.parse(received);
    return { status: answered.status, body: await withRealCommits(body) };
  }

  /** Pull requests of the emulator know commits of its own. */
  async function withRealCommits(body: unknown): Promise<unknown> {
    if (Array.isArray(body)) return Promise.all(body.map(withRealCommits));
    if (!isRecord(body) || !isRecord(body.head) || !isRecord(body.base)) return body;
    const side = async (end: Record<string, unknown>) => ({ ...end, sha: (await git.commitOf(`refs/heads/${end.ref}`)) ?? end.sha });
    return { ...body, head: await side(body.head), base: await side(body.base) };
  }

  async function problemOfPull({ body, headers }: Ask): Promise<Reply | null> {
    const [head, base] = await Promise.all([git.commitOf(`refs/heads/${body.head}`), git.commitOf(`refs/heads/${body.base}`)]);
    if (head === null) return failure(422, 'Validation Failed', [{ resource: 'PullRequest', field: 'head', code: 'invalid' }]);
    if (base === null) return failure(422, 'Validation Failed', [{ resource: 'PullRequest', field: 'base', code: 'invalid' }]);
    if ((await git.count(`${base}..${head}`)) === 0) {
      return invalid('PullRequest', `No commits between ${body.base} and ${body.head}`);
    }
    const known = await fetch(`${emulator}${prefix}/pulls?state=open&head=${remote.owner}:${body.head}&base=${body.base}`, { headers });
    const open: unknown = await known.json();
    const exists = Array.isArray(open) && open.length > 0;
    return exists ? invalid('PullRequest', `A pull request already exists for ${remote.owner}:${body.head}.`) : null;
  }

  function noteState(pull: number, to: unknown, login: string | undefined): void {
    if (to === 'closed' && login !== undefined) closedBy.set(pull, login);
    if (to === 'open') closedBy.delete(pull);
  }

  async function pullAsIssue(number: number, { headers }: Ask): Promise<Reply | null> {
    const answered = await fetch(`${emulator}${prefix}/pulls/${number}`, { headers });
    if (!answered.ok) return null;
    const pull: unknown = await answered.json();
    if (!isRecord(pull) || !isRecord(pull.user)) return null;
    const url = `${remote.serverUrl}${prefix}/issues/${number}`;
    const login = closedBy.get(number);
    const by = login === undefined ? null : { ...pull.user, login, type: login.endsWith('[bot]') ? 'Bot' : 'User' };
    const urls = { url, repository_url: url, labels_url: url, comments_url: url, events_url: url };
    return { status: 200, body: { ...pull, ...urls, closed_by: by, pull_request: { url, html_url: url, diff_url: url, patch_url: url } } };
  }

  /** Comments on lines must be on lines that the diff shows; emulate wants a position, which GitHub no longer does. */
  async function review(number: number, { body, headers }: Ask): Promise<Reply> {
    const pull: unknown = await (await fetch(`${emulator}${prefix}/pulls/${number}`, { headers })).json();
    if (!isRecord(pull) || !isRecord(pull.head) || !isRecord(pull.base)) return failure(404, 'Not Found');
    const comments = Array.isArray(body.comments) ? body.comments.filter(isRecord) : [];
    const shown = await git.shownLines(`refs/heads/${pull.base.ref}`, `refs/heads/${pull.head.ref}`);
    const hidden = comments.find(({ path, line, start_line: first = line }) => {
      return !shown.has(`${path}:${line}`) || !shown.has(`${path}:${first}`);
    });
    if (hidden !== undefined) return failure(422, 'Unprocessable Entity', ['Line could not be resolved']);
    const placed = { ...body, comments: comments.map((comment) => ({ ...comment, position: comment.line })) };
    const made = await fetch(`${emulator}${prefix}/pulls/${number}/reviews`, { method: 'POST', headers, body: JSON.stringify(placed) });
    return { status: made.status, body: await made.json() };
  }

  async function dispatch(name: string, { body }: Ask): Promise<Reply> {
    const workflow = name.replace(/\/dispatches$/, '');
    if ((await git.commitOf(`refs/heads/${body.ref}`)) === null) return failure(422, `No ref found for: ${body.ref}`);
    if (!state.dispatchable.has(workflow)) return failure(422, "Workflow does not have 'workflow_dispatch' trigger");
    state.dispatches.push({ workflow, branch: String(body.ref) });
    return { status: 204 };
  }

  async function runs(workflowId: number, query: URLSearchParams): Promise<Reply> {
    const chosen = state.runs.filter(
      (run) =>
        (run.workflowId ?? workflowId) === workflowId &&
        run.branch === (query.get('branch') ?? run.branch) &&
        run.conclusion === (query.get('status') ?? run.conclusion),
    );
    const list = await Promise.all(
      chosen.map(async ({ sha, branch, conclusion }) => {
        const payload = await eventPayload('workflow_run', { repo, sha, branch, conclusion });
        const run = isRecord(payload.workflow_run) ? payload.workflow_run : {};
        return { ...run, display_title: 'CI', path: '.github/workflows/ci.yml', workflow_id: workflowId };
      }),
    );
    return { status: 200, body: { total_count: list.length, workflow_runs: list } };
  }

  /** GitHub answers with a short-lived address on another host. */
  function logs(job: number): Reply {
    if (!state.logs.has(job)) return failure(404, 'Not Found');
    return { status: 302, headers: { location: `${url}/logs/${job}` } };
  }
}

/** The first fault that concerns a request; one that strikes so many times is used up. */
export function takeFault(faults: Fault[], method: string, path: string): Fault | null {
  const at = faults.findIndex((fault) => (fault.method ?? method) === method && fault.path.test(path));
  const fault = faults[at];
  if (fault === undefined) return null;
  if (fault.times !== undefined) faults.splice(at, 1, ...(fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : []));
  return fault;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
