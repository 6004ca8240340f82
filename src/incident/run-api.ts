// The failed run on GitHub, as far as it is read: jobs, annotations, artifacts, logs. Logs are streams: they may be larger than memory.
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';

/** Why something of a run could not be read, as a sentence without its full stop. */
export interface NotRead {
  readonly ok: false;
  readonly kind: 'forbidden' | 'gone' | 'not-found' | 'rate-limited' | 'unreachable' | 'too-large' | 'not-understood';
  readonly reason: string;
}
type Got<T> = { readonly ok: true; readonly value: T } | NotRead;

const step = z.object({ name: z.string(), number: z.number(), conclusion: z.string().nullish() });
const job = z.object({
  id: z.number(),
  name: z.string(),
  conclusion: z.string().nullish(),
  status: z.string(),
  html_url: z.string().nullish(),
  steps: z.array(step).nullish(),
});
const annotation = z.object({
  path: z.string().nullish(),
  start_line: z.number().nullish(),
  annotation_level: z.string().nullish(),
  message: z.string().nullish(),
  title: z.string().nullish(),
});
const artifact = z.object({ id: z.number(), name: z.string(), size_in_bytes: z.number(), expired: z.boolean() });
const run = z.object({
  id: z.number(),
  head_sha: z.string(),
  html_url: z.string(),
  run_attempt: z.number().nullish(),
  name: z.string().nullish(),
});

export type Job = z.infer<typeof job>;
export type Annotation = z.infer<typeof annotation>;
type Artifact = z.infer<typeof artifact>;
export type WorkflowRun = z.infer<typeof run>;

/** Never throws; every method takes the repository as `owner/name`. */
export interface RunApi {
  jobs(repo: string, runId: number, attempt: number): Promise<Got<readonly Job[]>>;
  annotations(repo: string, jobId: number): Promise<Got<readonly Annotation[]>>;
  artifacts(repo: string, runId: number): Promise<Got<readonly Artifact[]>>;
  /** Runs of a workflow (its id or file name; null: of all) on a branch or commit that ended so, newest first. */
  runs(repo: string, filter: RunFilter): Promise<Got<readonly WorkflowRun[]>>;
  /** The log of a job, as it comes. The stream may break: it throws then. */
  log(repo: string, jobId: number): Promise<Got<AsyncIterable<Uint8Array>>>;
  artifactZip(repo: string, id: number, maxBytes: number): Promise<Got<Buffer>>;
}

interface RunFilter {
  readonly workflow: number | string | null;
  readonly branch?: string | undefined;
  readonly sha?: string | undefined;
  readonly status: 'success' | 'failure';
}

export interface RunApiOptions {
  readonly token: string;
  /** For instance `https://api.github.com`. */
  readonly apiUrl: string;
  readonly signal: AbortSignal;
  /** Waits before a request is sent again, in milliseconds; for tests. */
  readonly wait?: ((ms: number) => Promise<unknown>) | undefined;
}

const apiVersion = '2022-11-28';
const requestMs = 30_000;
/** Jobs of a run are at most 256 times some matrices; more pages than this nobody reads. */
const mostPages = 5;
const tries = 3;
/** Longer than this nobody waits for a rate limit to end. */
const longestWaitMs = 8_000;

export function openRunApi(options: RunApiOptions): RunApi {
  const client = new Client(options);
  const at = (repo: string, path: string): string => `/repos/${repo}/${path}`;
  return {
    jobs: (repo, runId, attempt) =>
      client.list(
        at(repo, `actions/runs/${runId}/attempts/${attempt}/jobs`),
        'the jobs of the failed run',
        z.object({ jobs: z.array(job) }),
        ({ jobs }) => jobs,
      ),
    annotations: (repo, jobId) =>
      // A job of GitHub Actions is a check run with the same id.
      client.list(at(repo, `check-runs/${jobId}/annotations`), 'annotations', z.array(annotation), (all) => all, 1),
    artifacts: (repo, runId) =>
      client.list(
        at(repo, `actions/runs/${runId}/artifacts`),
        'artifacts',
        z.object({ artifacts: z.array(artifact) }),
        ({ artifacts }) => artifacts,
        1,
      ),
    runs: (repo, { workflow, branch, sha, status }) => {
      const query = new URLSearchParams({
        status,
        ...(branch === undefined ? {} : { branch }),
        ...(sha === undefined ? {} : { head_sha: sha }),
      });
      const path = workflow === null ? 'actions/runs' : `actions/workflows/${encodeURIComponent(workflow)}/runs`;
      return client.list(
        `${at(repo, path)}?${query}`,
        'workflow runs',
        z.object({ workflow_runs: z.array(run) }),
        (page) => page.workflow_runs,
        1,
      );
    },
    log: async (repo, jobId) => {
      const answer = await client.follow(at(repo, `actions/jobs/${jobId}/logs`), 'the log');
      return answer.ok ? { ok: true, value: bodyOf(answer.value) } : answer;
    },
    artifactZip: async (repo, id, maxBytes) => {
      const answer = await client.follow(at(repo, `actions/artifacts/${id}/zip`), 'an artifact');
      return answer.ok ? readWhole(answer.value, maxBytes) : answer;
    },
  };
}

class Client {
  readonly #options: RunApiOptions;
  readonly #wait: (ms: number) => Promise<unknown>;

  constructor(options: RunApiOptions) {
    this.#options = options;
    this.#wait = options.wait ?? ((ms) => sleep(ms, undefined, { signal: options.signal }).catch(() => {}));
  }

  /** All pages of a list. */
  async list<Page, Item>(
    path: string,
    what: string,
    schema: z.ZodType<Page>,
    items: (page: Page) => readonly Item[],
    pages = mostPages,
  ): Promise<Got<readonly Item[]>> {
    const all: Item[] = [];
    for (let page = 1; page <= pages; page++) {
      const answer = await this.#ask(`${path}${path.includes('?') ? '&' : '?'}per_page=100&page=${page}`, what);
      if (!answer.ok) return answer;
      const parsed = schema.safeParse(await answer.value.json().catch(() => null));
      if (!parsed.success) return { ok: false, kind: 'not-understood', reason: `GitHub's answer about ${what} was not understood` };
      const found = items(parsed.data);
      all.push(...found);
      if (found.length < 100) break;
    }
    return { ok: true, value: all };
  }

  /**
   * What a redirect leads to. The address is on another host and holds its own short-lived key, so our token does not go there; when it
   * has expired already, a new one is asked for once.
   */
  async follow(path: string, what: string): Promise<Got<Response>> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#ask(path, what);
      if (!answer.ok) return answer;
      const location = answer.value.headers.get('location');
      if (location === null) return answer;
      await answer.value.body?.cancel();
      const url = URL.canParse(location, this.#options.apiUrl) ? new URL(location, this.#options.apiUrl) : null;
      if (url === null || !/^https?:$/.test(url.protocol))
        return { ok: false, kind: 'not-understood', reason: `GitHub's answer about ${what} leads nowhere` };
      const linked = await this.#send(url.href, {}, what);
      if (linked.ok && linked.value.ok) return linked;
      const status = linked.ok ? linked.value.status : 0;
      if (linked.ok) await linked.value.body?.cancel();
      if (attempt === 2) {
        if (!linked.ok) return linked;
        return {
          ok: false,
          kind: status === 404 || status === 410 ? 'gone' : 'unreachable',
          reason: `${what} could not be downloaded (${status})`,
        };
      }
    }
  }

  /** An answer of the API that is not an error; server errors and short rate limits are waited for. */
  async #ask(path: string, what: string): Promise<Got<Response>> {
    const { token, apiUrl } = this.#options;
    const headers = {
      authorization: `Bearer ${token}`,
      accept: 'application/vnd.github+json',
      'x-github-api-version': apiVersion,
      'user-agent': 'regreen',
    };
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#send(`${apiUrl.replace(/\/+$/, '')}${path}`, headers, what);
      if (!answer.ok) return answer;
      const { value } = answer;
      if (value.ok || (value.status >= 300 && value.status < 400)) return answer;
      const limited = isRateLimited(value);
      const pause = limited ? pauseOf(value) : value.status >= 500 ? 500 * attempt : null;
      await value.body?.cancel();
      if (pause === null || pause > longestWaitMs || attempt === tries || this.#options.signal.aborted)
        return problemOf(value.status, limited, what);
      await this.#wait(pause);
    }
  }

  async #send(url: string, headers: Readonly<Record<string, string>>, what: string): Promise<Got<Response>> {
    const stop = new AbortController();
    // The time limit is for the answer to begin; a long log may take longer than that.
    const timer = setTimeout(() => stop.abort(new Error('no answer in time')), requestMs);
    try {
      const value = await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.any([this.#options.signal, stop.signal]) });
      return { ok: true, value };
    } catch {
      return { ok: false, kind: 'unreachable', reason: `GitHub could not be reached for ${what}` };
    } finally {
      clearTimeout(timer);
    }
  }
}

const isRateLimited = ({ status, headers }: Response): boolean =>
  status === 429 || (status === 403 && (headers.get('x-ratelimit-remaining') === '0' || headers.has('retry-after')));

/** Milliseconds to wait, as GitHub says it (of a secondary limit in seconds, of the primary one as a time). */
function pauseOf({ headers }: Response): number {
  const after = Number(headers.get('retry-after'));
  if (after > 0) return after * 1_000;
  const reset = Number(headers.get('x-ratelimit-reset'));
  return reset > 0 ? Math.max(1_000, reset * 1_000 - Date.now()) : 2_000;
}

function problemOf(status: number, limited: boolean, what: string): NotRead {
  if (limited) return { ok: false, kind: 'rate-limited', reason: `${what} could not be read: the rate limit of GitHub is used up` };
  if (status === 401 || status === 403) {
    const permission = what === 'annotations' ? 'checks: read' : 'actions: read';
    return { ok: false, kind: 'forbidden', reason: `${what} may not be read: add "${permission}" to the permissions of the job` };
  }
  if (status === 404) return { ok: false, kind: 'not-found', reason: `${what} was not found (or the job lacks "actions: read")` };
  if (status === 410) return { ok: false, kind: 'gone', reason: `${what} has expired` };
  return { ok: false, kind: 'unreachable', reason: `${what} could not be read (GitHub answered ${status})` };
}

async function* bodyOf(response: Response): AsyncGenerator<Uint8Array> {
  if (response.body === null) return;
  for await (const chunk of response.body) yield chunk;
}

async function readWhole(response: Response, maxBytes: number): Promise<Got<Buffer>> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of bodyOf(response)) {
      bytes += chunk.length;
      if (bytes > maxBytes) return { ok: false, kind: 'too-large', reason: `an artifact is larger than ${Math.round(maxBytes / 1e6)} MB` };
      chunks.push(chunk);
    }
  } catch {
    return { ok: false, kind: 'unreachable', reason: 'an artifact could not be downloaded whole' };
  }
  return { ok: true, value: Buffer.concat(chunks) };
}
