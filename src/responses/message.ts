import { ResponsesError } from './error.ts';
import type { Failure } from './failure.ts';
import { type RunRecord, seconds } from './recovery.ts';
import type { ResponsesErrorKind } from './types.ts';

interface Facts {
  readonly failure: Failure;
  /** What the provider asks to wait. */
  readonly waitMs: number | null;
  readonly url: string;
  readonly hasKey: boolean;
  readonly run: RunRecord;
}

/** The error that ends a turn: what happened, in the server's words, and what a person can do. */
export function explain(kind: ResponsesErrorKind, facts: Facts, clean: (text: string) => string): ResponsesError {
  const { failure, waitMs } = facts;
  const what = clean(`${headline(kind, facts)}: ${failure.detail}`).replace(/[.!]$/, '');
  return new ResponsesError(kind, `${what}. ${advice(kind, facts)}`, {
    status: 'status' in failure ? failure.status : null,
    retryAfterSeconds: waitMs === null ? null : waitMs / 1000,
  });
}

function headline(kind: ResponsesErrorKind, { url, run, waitMs }: Facts): string {
  switch (kind) {
    case 'unauthorized':
      return `${url} refused access`;
    case 'no-credit':
      return `${url} says the account has no credit left`;
    case 'rate-limited':
      return `${url} is rate limiting${waitMs === null ? '' : ` and asks to wait ${seconds(waitMs)}, longer than one turn may`}`;
    case 'rejected':
      return `${url} does not accept the request`;
    case 'unavailable':
      return `no answer from ${url} over ${run.transport === 'http' ? 'HTTP' : 'WebSocket'}`;
    case 'aborted':
      return 'stopped';
  }
}

function advice(kind: ResponsesErrorKind, { failure, hasKey, run }: Facts): string {
  switch (kind) {
    case 'unauthorized':
      return hasKey ? 'Check the API key, and that it may use this model.' : 'This endpoint wants an API key: set one.';
    case 'no-credit':
      return 'Add credit or raise the limit of the account the API key belongs to.';
    case 'rate-limited':
      return 'Try again later, or use a model or a key with higher limits.';
    case 'rejected':
      return 'Check the base URL, the model name and the request options.';
    case 'unavailable':
      return run.transport === 'websocket' && failure.kind === 'no-websocket'
        ? 'This endpoint takes no WebSocket from us: set the transport to auto or http.'
        : 'Check the base URL and the status of the provider, and try again.';
    case 'aborted':
      return 'Nothing more is sent.';
  }
}
