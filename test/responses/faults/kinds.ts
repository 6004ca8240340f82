// Every fault of the wire by name, and how a run that meets it once must end.
import type { ResponsesErrorKind } from '../../../src/responses/index.ts';
import type { Fault, Strike } from '../scripted-server.ts';

type End = 'done' | ResponsesErrorKind;

/** How the run ends: in the given way for each transport, or the same for all. */
type Ends = End | { readonly auto: End; readonly websocket: End; readonly http: End };

interface Kind<Cause> {
  readonly cause: Cause;
  readonly ends: Ends;
  /** What several of them together may lead to, besides. */
  readonly wearsOut: boolean;
}

const at = <Cause>(cause: Cause, ends: Ends = 'done', wearsOut = true): Kind<Cause> => ({ cause, ends, wearsOut });

/** The socket is not to be had: HTTP where that may be used. */
const onlyHttp = (websocket: End): Ends => ({ auto: 'done', websocket, http: 'done' });

const closes = (when: 'before' | 'mid' | 'after'): Record<string, Kind<Fault>> => ({
  [`drop ${when}`]: at({ kind: 'drop', when }),
  ...Object.fromEntries([1000, 1001, 1011, 1012, 1013].map((code) => [`close ${code} ${when}`, at<Fault>({ kind: 'drop', when, code })])),
});

const errors = (mid: boolean): Record<string, Kind<Fault>> => {
  const where = mid ? 'mid' : 'before';
  const error = (more: Omit<Extract<Fault, { kind: 'error' }>, 'kind'>): Fault => ({ kind: 'error', mid, ...more });
  return {
    [`401 ${where}`]: at(error({ status: 401, code: 'invalid_api_key' }), 'unauthorized'),
    [`402 ${where}`]: at(error({ status: 402 }), 'no-credit'),
    [`403 ${where}`]: at(error({ status: 403 }), 'unauthorized'),
    [`404 ${where}`]: at(error({ status: 404, code: 'model_not_found' }), 'rejected'),
    [`426 ${where}`]: at(error({ status: 426 }), 'rejected'),
    [`429 with retry-after ${where}`]: at(error({ status: 429, retryAfter: 0.002 })),
    [`429 ${where}`]: at(error({ status: 429 })),
    [`500 ${where}`]: at(error({ status: 500 })),
    [`503 with retry-after ${where}`]: at(error({ status: 503, retryAfter: 0.002 })),
    [`flat error ${where}`]: at(error({ flat: true })),
    [`flat rate limit in words ${where}`]: at(error({ flat: true, code: 'rate_limit_exceeded', message: 'Please try again in 2ms.' })),
    [`nested error ${where}`]: at(error({ code: 'server_error' })),
    [`nonsense ${where}`]: at({ kind: 'nonsense', mid }),
    [`binary frame ${where}`]: at({ kind: 'binary', mid }),
    [`connection limit ${where}`]: at({ kind: 'age-limit', mid }),
  };
};

/** What can happen to a response. */
export const responseFaults: Readonly<Record<string, Kind<Fault>>> = {
  ...closes('before'),
  ...closes('mid'),
  ...closes('after'),
  'close 1008 before': at({ kind: 'drop', when: 'before', code: 1008 }, onlyHttp('unavailable')),
  'close 1008 mid': at({ kind: 'drop', when: 'mid', code: 1008 }, onlyHttp('unavailable')),
  // Nothing in this run is long enough to be cut, and the same frame is not sent again.
  'close 1009 before': at({ kind: 'drop', when: 'before', code: 1009 }, onlyHttp('rejected')),
  'close 1009 mid': at({ kind: 'drop', when: 'mid', code: 1009 }, onlyHttp('rejected')),
  'close 4402': at({ kind: 'drop', when: 'mid', code: 4402 }, { auto: 'no-credit', websocket: 'no-credit', http: 'done' }),
  'stall before': at({ kind: 'stall', when: 'before' }),
  'stall mid': at({ kind: 'stall', when: 'mid' }),
  ...errors(false),
  ...errors(true),
  'unknown events': at({ kind: 'unknown-events' }, 'done', false),
  'unknown events only': at({ kind: 'unknown-events', forever: true }),
  'previous response not found': at({ kind: 'lose-chain' }),
  'response failed': at({ kind: 'failed', code: 'server_error' }),
  'response failed for a rate limit': at({ kind: 'failed', code: 'rate_limit_exceeded', message: 'try again in 0.002s' }),
  'response failed for credit': at({ kind: 'failed', code: 'insufficient_quota' }, 'no-credit'),
  incomplete: at({ kind: 'cut-short' }),
  'calls repeated': at({ kind: 'repeat-calls' }, 'done', false),
  'call id used twice': at({ kind: 'twin-call' }, 'done', false),
  'end told twice': at({ kind: 'late-duplicate' }, 'done', false),
};

const frame = (value: unknown): Strike => ({ kind: 'frame', text: typeof value === 'string' ? value : JSON.stringify(value) });
const limit = { code: 'websocket_connection_limit_reached', message: 'limit of 60 minutes reached' };

function refusals(): Record<string, Kind<Strike>> {
  const refuse = (status: number, times: number, headers = {}): Strike => ({ kind: 'refuse', times, refusal: { status, headers } });
  const soon = { 'retry-after': '0.002' };
  const ws = (end: End): Ends => ({ auto: end, websocket: end, http: 'done' });
  return {
    'upgrade refused once with 401': at(refuse(401, 1), ws('unauthorized')),
    'upgrade refused once with 402': at(refuse(402, 1), ws('no-credit')),
    'upgrade refused once with 403': at(refuse(403, 1)),
    'upgrade refused with 403': at(refuse(403, 50), onlyHttp('unauthorized')),
    'upgrade refused once with 404': at(refuse(404, 1), onlyHttp('unavailable')),
    'upgrade refused once with 405': at(refuse(405, 1), onlyHttp('unavailable')),
    'upgrade refused once with 426': at(refuse(426, 1), onlyHttp('unavailable')),
    'upgrade refused once with 501': at(refuse(501, 1), onlyHttp('unavailable')),
    'upgrade refused once with 429': at(refuse(429, 1)),
    'upgrade refused once with 429 with retry-after': at(refuse(429, 1, soon)),
    'upgrade refused with 429': at(refuse(429, 50), ws('rate-limited')),
    'upgrade refused once with 429 for an hour': at(refuse(429, 1, { 'retry-after': '3600' }), ws('rate-limited')),
    'upgrade refused once with 500': at(refuse(500, 1)),
    'upgrade refused once with 503 with retry-after': at(refuse(503, 1, soon)),
    'upgrade refused with 503': at(refuse(503, 50), onlyHttp('unavailable')),
  };
}

/** What can happen between two turns. `slowMs`: longer than a connection may take. */
export function strikes(slowMs: number): Readonly<Record<string, Kind<Strike>>> {
  const idleClose = (code: number): Kind<Strike> =>
    at(
      { kind: 'drop', code },
      code === 1008 ? onlyHttp('unavailable') : code === 4402 ? { auto: 'no-credit', websocket: 'no-credit', http: 'done' } : 'done',
    );
  return {
    drop: at({ kind: 'drop' }),
    ...Object.fromEntries([1000, 1001, 1008, 1009, 1011, 1012, 1013, 4402].map((code) => [`close ${code}`, idleClose(code)])),
    nonsense: at(frame('{"type": "response.cre')),
    'binary frame': at({ kind: 'frame', text: '{}', binary: true }),
    'unknown event': at(frame({ type: 'codex.rate_limits' }), 'done', false),
    'stray event of a response': at(frame({ type: 'response.output_text.delta', delta: 'x' }), 'done', false),
    'flat error': at(frame({ type: 'error', message: 'something' })),
    'nested error': at(frame({ type: 'error', status: 500, error: { code: 'server_error', message: 'something' } })),
    'connection limit': at(frame({ type: 'error', status: 400, error: limit })),
    'key revoked': at(frame({ type: 'error', status: 401, error: { message: 'revoked' } }), {
      auto: 'unauthorized',
      websocket: 'unauthorized',
      http: 'done',
    }),
    'no pong': at({ kind: 'deaf' }),
    ...refusals(),
    'slow handshake': at({ kind: 'slow', delayMs: slowMs, times: 1 }),
    'handshakes that never end': at({ kind: 'slow', delayMs: slowMs, times: 50 }, onlyHttp('unavailable')),
  };
}

export function endOf(ends: Ends, transport: 'auto' | 'websocket' | 'http'): End {
  return typeof ends === 'string' ? ends : ends[transport];
}

export type { End, Kind };
