import { ResponsesError } from './error.ts';
import { isLoopback, type Provider, providerOf } from './providers.ts';

/** A Responses endpoint: one server, reached by socket or by HTTP. */
export interface Endpoint {
  readonly httpUrl: string;
  readonly wsUrl: string;
  /** For people: without credentials and query string. */
  readonly display: string;
  readonly provider: Provider;
  readonly loopback: boolean;
  readonly encrypted: boolean;
  /** `Basic …` for credentials in the URL; used when there is no key. */
  readonly basicAuth: string | null;
  /** Parts of the URL that must not be shown. */
  readonly secrets: readonly string[];
}

const schemes: Readonly<Record<string, 'http' | 'https'>> = { 'http:': 'http', 'ws:': 'http', 'https:': 'https', 'wss:': 'https' };

/**
 * The endpoint a base URL names. `http`/`ws` and `https`/`wss` are the same server; the query string is kept and `/responses` is
 * appended unless it is there already. Throws `ResponsesError` (`rejected`) for anything else.
 */
export function parseEndpoint(baseUrl: string): Endpoint {
  const url = URL.canParse(baseUrl.trim()) ? new URL(baseUrl.trim()) : null;
  const scheme = url === null ? undefined : schemes[url.protocol];
  if (url === null || scheme === undefined || url.hostname === '') {
    throw new ResponsesError(
      'rejected',
      `base URL "${withoutSecrets(baseUrl)}" is not a usable address: write http://, https://, ws:// or wss:// followed by the host and path, like https://api.openai.com/v1`,
    );
  }
  const path = url.pathname.replace(/\/+$/, '');
  const place = `${url.host}${path.endsWith('/responses') ? path : `${path}/responses`}`;
  const username = decode(url.username);
  const password = decode(url.password);
  return {
    httpUrl: `${scheme}://${place}${url.search}`,
    wsUrl: `${scheme === 'https' ? 'wss' : 'ws'}://${place}${url.search}`,
    display: `${scheme}://${place}`,
    provider: providerOf(url.hostname),
    loopback: isLoopback(url.hostname),
    encrypted: scheme === 'https',
    basicAuth: username + password === '' ? null : `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
    secrets: [password, ...url.searchParams.values()].filter((value) => value.length >= 8),
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function withoutSecrets(text: string): string {
  return text
    .trim()
    .replace(/[?#].*$/s, '')
    .replace(/\/\/[^/]*@/, '//')
    .slice(0, 200);
}
