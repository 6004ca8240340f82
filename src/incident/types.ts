import type { Checkout } from '../workspace/types.ts';

export type IncidentEvent = 'workflow_run' | 'workflow_dispatch' | 'pull_request' | 'push' | 'schedule' | 'local' | 'other';

/** What went red: where it is, who started it and where a fix goes. */
export interface Incident {
  readonly event: IncidentEvent;
  /** `owner/name`; null for a local checkout without a GitHub remote. */
  readonly repo: string | null;
  /** The red commit. */
  readonly sha: string;
  /** Tip of `branch` at that time. Differs from `sha` for a pull request, whose checks run on a merge commit; null when there is no branch. */
  readonly head: string | null;
  readonly branch: string | null;
  /** The branch a fix is proposed to. */
  readonly base: string | null;
  /** Last commit known to pass; null when nobody knows. */
  readonly green: string | null;
  readonly actor: string | null;
  readonly pullRequest: { readonly number: number; readonly labels: readonly string[] } | null;
  /** The failed run, when an event names it. */
  readonly run: {
    readonly id: number;
    readonly attempt: number;
    readonly url: string;
    /** The name of its workflow, and the name of that one's file where it is known to be the one that failed. */
    readonly workflow: string;
    readonly file?: string | null;
  } | null;
  /** The workflow that failed, by id or file name, when an event names it. */
  readonly workflowId?: number | string | null;
}

/** The step of a failed job at which it failed, as far as GitHub tells: names as it shows them. */
export interface FailedStep {
  readonly workflow: string | null;
  /** Without its place in a matrix. */
  readonly job: string;
  /** With it, as in `test (ubuntu-latest, 20)`. */
  readonly leg: string;
  readonly matrix: readonly string[];
  readonly step: string | null;
  /** From 1. */
  readonly number: number | null;
  /** The shell lines it ran, where its log shows them. */
  readonly command: string | null;
}

export type IncidentOutcome =
  | { readonly kind: 'incident'; readonly incident: Incident }
  /** `turnedGreen`: the event tells that a run of the repository's own code passed. */
  | { readonly kind: 'skipped'; readonly reason: string; readonly incident: Incident | null; readonly turnedGreen: boolean }
  /** The event or an input cannot be used: a wrong configuration. */
  | { readonly kind: 'invalid'; readonly reason: string };

/** An answer of the GitHub API, or why there is none. */
type Lookup<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** What an event may need to ask GitHub. */
export interface IncidentLookups {
  /** Tip of a branch; null when there is no such branch. */
  branchHead(repo: string, branch: string): Promise<Lookup<string | null>>;
  /** The commit a tag or an abbreviated id names; null when there is none. */
  commit(repo: string, ref: string): Promise<Lookup<string | null>>;
  /** `admin`, `write`, `read` or `none`. */
  permissionOf(repo: string, login: string): Promise<Lookup<string>>;
  pullRequestLabels(repo: string, number: number): Promise<Lookup<readonly string[]>>;
  /** Commits of the last successful runs of a workflow on a branch, newest first. */
  successfulRuns(repo: string, workflowId: number | string, branch: string): Promise<Lookup<readonly string[]>>;
  isAncestor(repo: string, ancestor: string, descendant: string): Promise<Lookup<boolean>>;
}

/** The change between the last green commit and the red tree, in git's unified format, without lock files and generated code. */
export interface ChangeSinceGreen {
  readonly green: string;
  readonly diff: string;
  readonly cut: string | null;
}

/** The change, or why it is not known. */
export type ChangeOutcome = { readonly ok: true; readonly change: ChangeSinceGreen } | { readonly ok: false; readonly reason: string };

export type CheckoutOutcome = { readonly ok: true; readonly checkout: Checkout } | { readonly ok: false; readonly reason: string };
