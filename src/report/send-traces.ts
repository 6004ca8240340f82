import { timeBound } from '../workspace/time-bound.ts';
import { otlpOf, parentOf } from './otlp.ts';
import type { Report } from './types.ts';

/** A collector that is slower is not waited for. */
const PATIENCE_MS = 5_000;
/** The most of an answer that is read, in characters. */
const MAX_ANSWER = 20_000;

export interface TraceTarget {
  /** Base URL of OTLP over HTTP, or the address of its traces itself; a query string is kept. */
  readonly endpoint: string;
  /** Sent along: what a collector wants as its key. */
  readonly headers: Readonly<Record<string, string>>;
  /** `TRACEPARENT`: the run becomes part of that trace. */
  readonly traceparent?: string | undefined;
  readonly patienceMs?: number;
}

/** Sends a report, redacted already, as spans. Null when they were taken, else why not, in words without a secret. Never throws. */
export async function sendTraces(
  report: Report,
  { endpoint, headers, traceparent, patienceMs = PATIENCE_MS }: TraceTarget,
): Promise<string | null> {
  using bound = timeBound(patienceMs);
  try {
    const traces = otlpOf(report, parentOf(traceparent));
    if (traces === null) return 'the report does not say when the run was';
    const response = await fetch(tracesUrl(endpoint), {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'regreen' },
      body: JSON.stringify(traces),
      // A key must not travel to where a collector points.
      redirect: 'manual',
      signal: bound.signal,
    });
    if (!response.ok) {
      await response.body?.cancel();
      return `the collector answered ${response.status}`;
    }
    return rejection(await beginningOf(response));
  } catch (error) {
    return bound.expired() ? `the collector did not answer within ${patienceMs / 1_000} s` : describe(error);
  }
}

/** The specification's rule: the path of the signal is appended to the base; an address that ends with it is meant as it is. */
export function tracesUrl(endpoint: string): URL {
  const url = new URL(endpoint);
  if (!/\/v1\/traces\/?$/.test(url.pathname)) url.pathname = `${url.pathname.replace(/\/+$/, '')}/v1/traces`;
  return url;
}

async function beginningOf({ body }: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_ANSWER) break;
  }
  return text;
}

/** A collector may take a part only. An answer that is no JSON has taken everything. */
function rejection(answer: string): string | null {
  const [, rejected = '0'] = /"rejectedSpans"\s*:\s*"?(\d{1,12})/.exec(answer) ?? [];
  return Number(rejected) > 0 ? `the collector rejected ${rejected} spans` : null;
}

/** By its code alone: a message may hold the address, and an address a key. */
function describe(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? ` (${cause.code})` : '';
  return `the collector could not be reached${code}`;
}
