// One way to every call of the GitHub API: bounded in time, repeated where that is safe, problems as values, the token in no message.
import { setTimeout as sleep } from 'node:timers/promises';
import type { getOctokit } from '@actions/github';
import * as z from 'zod';
import { timeBound } from '../workspace/index.ts';
import { type Answer, explainRequest, type Problem } from './problem.ts';

export type Octokit = ReturnType<typeof getOctokit>;

/** Pinned: a newer version has other answers. */
const apiVersion = '2022-11-28';
const longestRequestMs = 30_000;
/** A request that must not be left half-way goes on for so long when the run is stopped. */
const longestAfterStopMs = 5_000;
/** Waits before the second and the third try, in milliseconds. */
const pauses = [1_000, 4_000] as const;
/** GitHub asks for a minute where it asks for patience at all; nobody waits longer for it. */
const longestPauseMs = 60_000;

export interface GitHubOptions {
  readonly token: string;
  /** For instance `https://api.github.com`. */
  readonly apiUrl: string;
  readonly signal?: AbortSignal | undefined;
  /** Of one request, in milliseconds; default 30,000. */
  readonly timeoutMs?: number | undefined;
  /** Waits so many milliseconds; default: real time. */
  readonly pause?: ((ms: number) => Promise<void>) | undefined;
}

export interface Call {
  /** Ends the sentence "GitHub refused to …". */
  readonly action: string;
  readonly permission: string;
  /** A second time does no harm when nobody knows whether the first one arrived. */
  readonly repeatable: boolean;
}

export interface Client {
  /** One request; `read` turns its data into the value. */
  ask<T>(call: Call, send: (octokit: Octokit) => Promise<{ data: unknown }>, read: (data: unknown) => T): Promise<Answer<T>>;
}

export const reading = (what: string, permission: string): Call => ({ action: `read ${what}`, permission, repeatable: true });
export const at = (repo: string) => ({ owner: repo.split('/')[0] ?? '', repo: repo.split('/')[1] ?? '' });
/** By what GitHub says of the account, else by its name: those of Gitea and Forgejo have no type. */
export const isBot = ({ login, type }: { login: string; type?: string | null | undefined }): boolean =>
  type === 'Bot' || /\[bot\]$|^(?:gitea|forgejo)-actions$/.test(login);
export const nothing = (): null => null;
/** Spread into a request: it is sent, and its answer is waited for, also when the run was stopped. So nothing of ours stays behind unknown. */
export const evenWhenStopped = { request: { evenWhenStopped: true } } as const;

export function absentIsNull<T>(answer: Answer<T>): Answer<T | null> {
  return !answer.ok && answer.kind === 'not-found' ? { ok: true, value: null } : answer;
}

export function createClient(options: GitHubOptions): Client {
  const pause = options.pause ?? ((ms) => sleep(ms, undefined, { signal: options.signal }));
  let opening: Promise<Octokit> | null = null;
  const once = async <T>(call: Call, send: (octokit: Octokit) => Promise<{ data: unknown }>, read: (data: unknown) => T) => {
    opening ??= openOctokit(options);
    try {
      const { data } = await send(await opening);
      return { answer: { ok: true, value: read(data) } as const, waitMs: null, final: true };
    } catch (error) {
      return problemOf(error, call, options.token);
    }
  };
  return {
    ask: async (call, send, read) => {
      for (let tries = 0; ; tries++) {
        const { answer, waitMs, final = false } = await once(call, send, read);
        // Who answers in another form does so the next time.
        const wait = answer.ok || final ? null : (waitMs ?? (call.repeatable && answer.kind === 'unreachable' ? pauses[tries] : null));
        if (answer.ok || wait === null || wait === undefined || tries >= pauses.length || options.signal?.aborted) return answer;
        await pause(wait).catch(() => {});
      }
    },
  };
}

/** Loaded late: it costs a start more than everything else together. */
async function openOctokit({ token, apiUrl, signal, timeoutMs = longestRequestMs }: GitHubOptions): Promise<Octokit> {
  const { getOctokit } = await import('@actions/github');
  const octokit = getOctokit(token, { baseUrl: apiUrl.replace(/\/+$/, '') });
  octokit.hook.wrap('request', async (send, request) => {
    using later = request.request.evenWhenStopped === true && signal !== undefined ? afterStop(signal) : null;
    using limit = timeBound(timeoutMs, later?.signal ?? signal);
    request.headers['x-github-api-version'] = apiVersion;
    request.request.signal = limit.signal;
    return await send(request);
  });
  return octokit;
}

/** Aborts some time after `signal` does. */
function afterStop(signal: AbortSignal): Disposable & { readonly signal: AbortSignal } {
  const later = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const start = (): void => {
    timer = setTimeout(() => later.abort(), longestAfterStopMs);
  };
  if (signal.aborted) start();
  else signal.addEventListener('abort', start, { once: true });
  return {
    signal: later.signal,
    [Symbol.dispose]: () => {
      signal.removeEventListener('abort', start);
      clearTimeout(timer);
    },
  };
}

const failure = z.object({
  status: z.number().optional(),
  message: z.string(),
  response: z
    .object({
      headers: z.record(z.string(), z.unknown()).optional(),
      data: z
        .object({ message: z.string().optional(), errors: z.array(z.unknown()).optional() })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
});

/** GraphQL answers 200 whatever went wrong: the kind of each error says what REST says with a status. */
const graphqlFailure = z.object({
  name: z.literal('GraphqlResponseError'),
  errors: z.array(z.object({ type: z.string().nullish(), message: z.string() })).min(1),
});
const statusOfKind: Readonly<Record<string, number>> = {
  FORBIDDEN: 403,
  INSUFFICIENT_SCOPES: 403,
  NOT_FOUND: 404,
  STALE_DATA: 409,
  RATE_LIMITED: 429,
};

interface Refusal {
  readonly answer: Problem;
  /** How long GitHub wants us to wait before we ask again; null: it does not say so. */
  readonly waitMs: number | null;
  /** Asking again is of no use. */
  readonly final?: boolean;
}

function problemOf(error: unknown, call: Call, token: string): Refusal {
  const told = (status: number, message: string, rateLimited: boolean) =>
    explainRequest({ ...call, status, message: message.replaceAll(token, '***').slice(0, 1000), rateLimited });
  if (error instanceof z.ZodError) {
    return { answer: told(0, `its answer was not understood (${error.issues[0]?.path.join('.')})`, false), waitMs: null, final: true };
  }
  const graphql = graphqlFailure.safeParse(error);
  if (graphql.success) {
    const [first] = graphql.data.errors;
    const status = statusOfKind[first?.type ?? ''] ?? 422;
    return { answer: told(status, graphql.data.errors.map(({ message }) => message).join('; '), status === 429), waitMs: null };
  }
  const { status, message, response } = failure.catch({ message: String(error) }).parse(error);
  const details = (response?.data?.errors ?? []).map((each) => z.object({ message: z.string() }).safeParse(each).data?.message);
  const said = [response?.data?.message ?? message, ...details].filter((text) => text !== undefined).join(': ');
  const headers = response?.headers ?? {};
  const rateLimited = status === 429 || (status === 403 && (headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(said)));
  const seconds = Number(headers['retry-after']);
  const wait = rateLimited && seconds > 0 && seconds * 1000 <= longestPauseMs ? seconds * 1000 : null;
  // An aborted or unsent request has a made-up status of 500.
  return { answer: told(response === undefined ? 0 : (status ?? 0), said, rateLimited), waitMs: wait };
}
