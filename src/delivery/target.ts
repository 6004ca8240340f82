// What a delivery needs to know before it can start, and what it says when something is missing.
import type { Incident } from '../incident/types.ts';
import type { Patch } from '../workspace/index.ts';
import { branchFor, compareUrl } from './branch.ts';
import type { GitHub } from './github.ts';
import type { Circumstances, Delivery, Text, Way } from './types.ts';

export interface DeliverySettings {
  /** Where it is wanted; a push or a comment needs a pull request that failed. */
  readonly way: Way;
  readonly branchPrefix: string;
  readonly labels: readonly string[];
  /** Logins, and `org/team` for teams. */
  readonly reviewers: readonly string[];
  readonly draft: boolean;
  readonly dryRun: boolean;
  /** `api`: by GitHub's API, which signs, or not at all; `none`: by git; `auto`: by the API where that can carry the change. */
  readonly signing: 'auto' | 'api' | 'none';
  /** Starts the workflow that failed on the branch of the fix. */
  readonly triggerCi: boolean;
  /** How many fixes of one failure are made at the most; default: any number. */
  readonly maxAttempts?: number | undefined;
  /** Default: the title. */
  readonly commitMessage?: string | undefined;
}

export interface DeliveryRequest {
  readonly incident: Incident;
  readonly patch: Patch;
  /** Its title and its text, once it is known what they have to say. Called again when that changes. */
  readonly write: (circumstances: Circumstances) => Text;
  /** The fix is known to undo part of a recent change. */
  readonly isRevert: boolean;
  readonly fingerprint: string;
  /** Its objects save a fetch; it is only read. */
  readonly checkout: { readonly root: string } | null;
  readonly token: string | null;
  /** For instance `https://github.com`. */
  readonly serverUrl: string;
  readonly github: GitHub | null;
  /** A folder for temporary files. */
  readonly scratch: string;
  readonly settings: DeliverySettings;
  readonly signal?: AbortSignal | undefined;
  /** Default: the clock of this machine. */
  readonly now?: (() => Date) | undefined;
}

/** What is known to be there: everything a delivery needs. */
export interface Target {
  readonly repo: string;
  readonly parent: string;
  readonly base: string;
  readonly branch: string;
  readonly compareUrl: string;
  readonly github: GitHub;
}

export const refused = (reason: string, remedy: string, target: Target | null = null): Delivery => ({
  state: 'refused',
  reason,
  remedy,
  branch: target?.branch ?? null,
  compareUrl: target?.compareUrl ?? null,
});

export const superseded = (reason: string): Delivery => ({ state: 'superseded', reason });

/** The target, or why there is none. */
export function targetOf(request: DeliveryRequest): Target | Delivery {
  const { incident, fingerprint, settings, github, token, serverUrl } = request;
  if (incident.repo === null) return refused('the checkout has no GitHub repository to deliver to', 'apply the patch file by hand');
  if (token === null || token === '' || github === null) {
    return refused(
      'there is no token to push with',
      'give the input github-token, and the job "contents: write" and "pull-requests: write"',
    );
  }
  if (incident.base === null) return refused('nothing says which branch the fix is for', 'give the input base-ref');
  if (!/^[0-9a-f]{12,}$/.test(fingerprint))
    return refused('the failure has no fingerprint', 'this is a defect of Regreen: please report it');
  const branch = branchFor(settings.branchPrefix, incident.base, fingerprint);
  return {
    repo: incident.repo,
    // The fix of a pull request is stacked on its branch; its merge commit is on no branch.
    parent: incident.head ?? incident.sha,
    base: incident.base,
    branch,
    compareUrl: compareUrl(serverUrl, incident.repo, incident.base, branch),
    github,
  };
}
