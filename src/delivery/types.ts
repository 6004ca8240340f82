export type Delivery =
  | {
      readonly state: 'delivered';
      readonly reason: string;
      readonly way: Way;
      /** Where the commit is; null for a comment. */
      readonly branch: string | null;
      /** The one that was opened; for a push or a comment the one that failed, with the address of the comment. */
      readonly pullRequest: { readonly url: string; readonly number: number } | null;
    }
  /** `remedy` says what to change; `branch` and `compareUrl` are there when the push went through. */
  | {
      readonly state: 'refused';
      readonly reason: string;
      readonly remedy: string;
      readonly branch: string | null;
      readonly compareUrl: string | null;
    }
  /** Head or base moved, or the base already has the fix: nothing was pushed. */
  | { readonly state: 'superseded'; readonly reason: string }
  | { readonly state: 'not-requested'; readonly reason: string };

/** How a fix reaches people: a pull request of its own, a commit on the failing one's branch, a comment on the failing one. */
export type Way = 'pull-request' | 'push' | 'comment';

/** A stretch of the author's change that the fix takes back. */
export interface UndoneLines {
  readonly path: string;
  /** First line in the red tree, from 1. */
  readonly line: number;
  /** Lines of the author that go, and lines from before the change that come back. */
  readonly lost: readonly string[];
  readonly restored: readonly string[];
}

/** Whether the checks of a pull request start by themselves. */
export interface Checks {
  /** `wait`: the token is the workflow's own, whose pull requests wait for a person. */
  readonly kind: 'run' | 'wait' | 'started';
  /** The workflow that was started, or why none could be. */
  readonly note: string | null;
}

/** One line of what happened to a pull request or comment of ours. */
export interface HistoryEntry {
  /** To the minute, in UTC, as in `2026-11-26T01:40Z`. */
  readonly at: string;
  readonly what: 'opened' | 'moved' | 'refreshed' | 'closed';
  /** The red commit; for `closed` the green one. */
  readonly sha: string;
  /** How many fixes of its failure there were, with this one. */
  readonly attempt: number;
  /** The first digits of the fingerprint. */
  readonly failure: string;
}

/** What only the delivery finds out, and its text must say. */
export interface Circumstances {
  readonly way: Way;
  /** The pull request that failed, where one did. */
  readonly failing: { readonly number: number; readonly title: string | null } | null;
  /** Null: the fix undoes nothing of the failing pull request's change. Empty: it does, but nobody knows which lines. */
  readonly undone: readonly UndoneLines[] | null;
  readonly checks: Checks;
  /** Oldest first, the present delivery included. */
  readonly history: readonly HistoryEntry[];
}

export interface Text {
  readonly title: string;
  readonly body: string;
}
