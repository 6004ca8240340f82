import type { ResponsesErrorKind } from './types.ts';

/** The one error a conversation throws. The message says what happened and what to do, and holds no secret. */
export class ResponsesError extends Error {
  override readonly name = 'ResponsesError';
  readonly kind: ResponsesErrorKind;
  /** HTTP status, of the upgrade, the request or the error frame. */
  readonly status: number | null;
  /** When the provider said how long to wait. */
  readonly retryAfterSeconds: number | null;

  constructor(
    kind: ResponsesErrorKind,
    message: string,
    facts: { readonly status?: number | null; readonly retryAfterSeconds?: number | null } = {},
  ) {
    super(message);
    this.kind = kind;
    this.status = facts.status ?? null;
    this.retryAfterSeconds = facts.retryAfterSeconds ?? null;
  }
}
