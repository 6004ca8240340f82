import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);

// src/delivery/problem.ts
var settingName = '"Allow GitHub Actions to create and approve pull requests"';
function explainRequest(failed) {
  const { status, message, action, permission } = failed;
  const told = (kind, remedy) => ({
    ok: false,
    kind,
    reason: status === 0 ? `GitHub could not be reached to ${action}: ${message}` : `GitHub refused to ${action} (${status}): ${message}`,
    remedy
  });
  if (status === 0 || status >= 500) return told("unreachable", "run the job again; if it stays so, see githubstatus.com");
  if (failed.rateLimited) return told("rate-limited", "run the job again in an hour, or use a token of a GitHub App");
  if (/not permitted to create or approve pull requests/i.test(message)) {
    return told(
      "may-not-create-pull-requests",
      `turn on ${settingName} (Settings, Actions, General, Workflow permissions; an organisation may have it off for all), or give github-token a token of a GitHub App or a person`
    );
  }
  if (status === 401) return told("unauthorized", "the token is wrong or has expired: check the input github-token");
  if (status === 403) {
    return told(
      "missing-permission",
      `add "${permission}" to the permissions of the job; on pull requests of forks the token can only read`
    );
  }
  if (/already exists/i.test(message)) return told("already-exists", "close the other pull request, or let it be updated");
  if (status === 409) return told("moved", "run the job again");
  if (status === 404) {
    return told(
      "not-found",
      `check the name of the repository, and that the token may see it ("${permission}" in the permissions of the job)`
    );
  }
  if (/no commits between/i.test(message)) return told("no-commits", "nothing: the base already has these commits");
  if (/draft pull requests are not supported/i.test(message)) return told("no-drafts", "set the input draft to false");
  return told("invalid", `check the inputs that have to do with how to ${action}`);
}
function explainPush(said, branch, branchPrefix) {
  const told = (reason, remedy, moved = false) => ({
    reason: `the branch ${branch} could not be pushed: ${reason}`,
    remedy,
    moved
  });
  const line = refusalLine(said);
  if (/without [`"']?workflows?[`"']? (?:permission|scope)/i.test(said)) {
    return told(
      "the fix changes a file under .github/workflows, which this token may not do",
      "give github-token a token with the workflows permission (a GitHub App or a personal token; the workflow\u2019s own token can never have it)"
    );
  }
  if (/GH006|GH013|protected branch|repository rule violations/i.test(said)) {
    return told(
      `it is protected (${line})`,
      `exempt ${branchPrefix}** from the rules that protect branches, or choose another branch-prefix`
    );
  }
  if (/returned error: 403|Permission to .* denied|Write access to repository not granted/i.test(said)) {
    return told("the token may not write", 'add "contents: write" to the permissions of the job');
  }
  if (/returned error: 401|Authentication failed|could not read Username|Invalid username or password/i.test(said)) {
    return told("the token was not accepted", "the token is wrong or has expired: check the input github-token");
  }
  if (/stale info|non-fast-forward|fetch first|reference already exists|cannot lock ref/i.test(said)) {
    return told("somebody else pushed to it at the same moment", "run the job again", true);
  }
  if (/hook declined/i.test(said)) return told(`a hook of the server refused it (${line})`, "ask whoever runs the server about this rule");
  return told(line, "run the job again; if it stays so, check the input github-token and the permissions of the job");
}
function refusalLine(said) {
  const lines = said.split("\n").map((line) => line.trim());
  const remote = lines.filter((line) => /^remote: *\S/.test(line)).map((line) => line.replace(/^remote: */, ""));
  const text = remote.length > 0 ? remote.join(" ") : lines.findLast((line) => line !== "") ?? "git said nothing";
  return text.slice(0, 500);
}

export {
  explainRequest,
  explainPush
};
//# sourceMappingURL=chunk-JCYY6E4L.js.map
