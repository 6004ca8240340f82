import type { Checkout } from '../workspace/types.ts';

export type IncidentEvent = 'workflow_run' | 'workflow_dispatch' | 'pull_request' | 'push' | 'schedule' | 'local' | 'other';

/** What went red: where it is, who started it and where a fix goes. */
export interface Incident {
  readonly event: IncidentEvent;
  /** `owner/name`; null for a local checkout without a GitHub remote. */
  readonly repo: string | null;
  /** The red commit. */
  readonly sha: string;
  readonly branch: string | null;
  /** The branch a fix is proposed to. */
  readonly base: string | null;
  /** Last commit known to pass; null when nobody knows. */
  readonly green: string | null;
  readonly actor: string | null;
  readonly pullRequest: { readonly number: number; readonly labels: readonly string[] } | null;
  /** The failed run, when an event names it. */
  readonly run: { readonly id: number; readonly attempt: number; readonly url: string; readonly workflow: string } | null;
}

export type IncidentOutcome =
  | { readonly kind: 'incident'; readonly incident: Incident }
  | { readonly kind: 'skipped'; readonly reason: string; readonly incident: Incident | null };

/** The change between the last green commit and the red tree, in git's unified format, without lock files and generated code. */
export interface ChangeSinceGreen {
  readonly green: string;
  readonly diff: string;
  readonly cut: string | null;
}

export type CheckoutOutcome = { readonly ok: true; readonly checkout: Checkout } | { readonly ok: false; readonly reason: string };
