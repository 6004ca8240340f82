import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { WireError } from './wire.ts';

const UNAUTHORIZED: WireError = {
  status: 401,
  type: 'authentication_error',
  code: 'invalid_api_key',
  message: 'the bearer token is missing or wrong',
  param: null,
};

const FROM_A_PAGE: WireError = {
  status: 403,
  type: 'invalid_request_error',
  code: 'origin_not_allowed',
  message: 'web pages may not use this server; start it with a key and send that',
  param: null,
};

/** Why this client may not use the server; null when it may. Compares keys in constant time. */
export function accessError(request: IncomingMessage, apiKey: string | null): WireError | null {
  // Without a key every page in a browser on this machine could reach the port, and sockets know no CORS.
  if (apiKey === null) return request.headers.origin === undefined ? null : FROM_A_PAGE;
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  const token = (request.headers.authorization ?? '').replace(/^bearer +/i, '');
  return timingSafeEqual(digest(token), digest(apiKey)) ? null : UNAUTHORIZED;
}
