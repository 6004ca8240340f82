// What can go wrong between us and GitHub, and what the reader can do about it.

type ProblemKind =
  | 'may-not-create-pull-requests'
  | 'missing-permission'
  | 'unauthorized'
  | 'not-found'
  | 'already-exists'
  | 'no-commits'
  | 'no-drafts'
  /** The branch is not where it was. */
  | 'moved'
  | 'rate-limited'
  | 'invalid'
  | 'unreachable';

export interface Problem {
  readonly ok: false;
  readonly kind: ProblemKind;
  /** What happened, without secrets. */
  readonly reason: string;
  /** What to change. */
  readonly remedy: string;
}

export type Answer<T> = { readonly ok: true; readonly value: T } | Problem;

/** The parts of a failed request that say why it failed. */
export interface FailedRequest {
  /** 0 when no answer came. */
  readonly status: number;
  /** GitHub's own words, the detailed ones included. */
  readonly message: string;
  /** What was tried, as in "create a pull request". */
  readonly action: string;
  /** The permission it needs, as in `pull-requests: write`. */
  readonly permission: string;
  readonly rateLimited: boolean;
}

const settingName = '"Allow GitHub Actions to create and approve pull requests"';

/** GitHub's answer as a problem with a remedy. */
export function explainRequest(failed: FailedRequest): Problem {
  const { status, message, action, permission } = failed;
  const told = (kind: ProblemKind, remedy: string): Problem => ({
    ok: false,
    kind,
    reason: status === 0 ? `GitHub could not be reached to ${action}: ${message}` : `GitHub refused to ${action} (${status}): ${message}`,
    remedy,
  });
  if (status === 0 || status >= 500) return told('unreachable', 'run the job again; if it stays so, see githubstatus.com');
  if (failed.rateLimited) return told('rate-limited', 'run the job again in an hour, or use a token of a GitHub App');
  if (/not permitted to create or approve pull requests/i.test(message)) {
    return told(
      'may-not-create-pull-requests',
      `turn on ${settingName} (Settings, Actions, General, Workflow permissions; an organisation may have it off for all), ` +
        'or give github-token a token of a GitHub App or a person',
    );
  }
  if (status === 401) return told('unauthorized', 'the token is wrong or has expired: check the input github-token');
  if (status === 403) {
    return told(
      'missing-permission',
      `add "${permission}" to the permissions of the job; on pull requests of forks the token can only read`,
    );
  }
  if (/already exists/i.test(message)) return told('already-exists', 'close the other pull request, or let it be updated');
  if (status === 409) return told('moved', 'run the job again');
  if (status === 404) {
    return told(
      'not-found',
      `check the name of the repository, and that the token may see it ("${permission}" in the permissions of the job)`,
    );
  }
  if (/no commits between/i.test(message)) return told('no-commits', 'nothing: the base already has these commits');
  if (/draft pull requests are not supported/i.test(message)) return told('no-drafts', 'set the input draft to false');
  return told('invalid', `check the inputs that have to do with how to ${action}`);
}

/** Why a push was refused; `said` is git's standard error. */
export function explainPush(
  said: string,
  branch: string,
  branchPrefix: string,
): { readonly reason: string; readonly remedy: string /** The branch is not where it was. */; readonly moved: boolean } {
  const told = (reason: string, remedy: string, moved = false) => ({
    reason: `the branch ${branch} could not be pushed: ${reason}`,
    remedy,
    moved,
  });
  const line = refusalLine(said);
  if (/without [`"']?workflows?[`"']? (?:permission|scope)/i.test(said)) {
    return told(
      'the fix changes a file under .github/workflows, which this token may not do',
      'give github-token a token with the workflows permission (a GitHub App or a personal token; the workflow’s own token can never have it)',
    );
  }
  if (/GH006|GH013|protected branch|repository rule violations/i.test(said)) {
    return told(
      `it is protected (${line})`,
      `exempt ${branchPrefix}** from the rules that protect branches, or choose another branch-prefix`,
    );
  }
  if (/returned error: 403|Permission to .* denied|Write access to repository not granted/i.test(said)) {
    return told('the token may not write', 'add "contents: write" to the permissions of the job');
  }
  if (/returned error: 401|Authentication failed|could not read Username|Invalid username or password/i.test(said)) {
    return told('the token was not accepted', 'the token is wrong or has expired: check the input github-token');
  }
  if (/stale info|non-fast-forward|fetch first|reference already exists|cannot lock ref/i.test(said)) {
    return told('somebody else pushed to it at the same moment', 'run the job again', true);
  }
  if (/hook declined/i.test(said)) return told(`a hook of the server refused it (${line})`, 'ask whoever runs the server about this rule');
  return told(line, 'run the job again; if it stays so, check the input github-token and the permissions of the job');
}

/** The server's own words, else git's last line. */
function refusalLine(said: string): string {
  const lines = said.split('\n').map((line) => line.trim());
  const remote = lines.filter((line) => /^remote: *\S/.test(line)).map((line) => line.replace(/^remote: */, ''));
  const text = remote.length > 0 ? remote.join(' ') : (lines.findLast((line) => line !== '') ?? 'git said nothing');
  return text.slice(0, 500);
}
