import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  createRecord,
  isBranchName,
  isCommitId,
  isRepoName,
  parseCommon,
  parsePullRequest,
  parsePush,
  parseWorkflowRun
} from "./chunk-LTH562BM.js";
import {
  costOf
} from "./chunk-OTQLMKL7.js";
import {
  createBudget,
  timeBound
} from "./chunk-VZBTAECF.js";
import {
  createPathPolicy
} from "./chunk-27TVYW5O.js";
import {
  Git,
  GitError,
  explainRequest
} from "./chunk-BLXXKGBO.js";
import {
  ZodError,
  _enum,
  array,
  boolean,
  number,
  object,
  record,
  string,
  unknown
} from "./chunk-6SLZJSQE.js";
import {
  __callDispose,
  __using
} from "./chunk-G62E4XM6.js";

// src/phases/locate.ts
import { readFile } from "node:fs/promises";
import { homedir } from "node:os";

// src/delivery/github.ts
var apiVersion = "2022-11-28";
var timeoutMs = 3e4;
var user = object({ login: string(), type: string() });
var pullRequest = object({
  number: number(),
  html_url: string(),
  state: _enum(["open", "closed"]),
  merged_at: string().nullish(),
  draft: boolean().nullish(),
  title: string(),
  body: string().nullable()
});
var issue = object({ state: string(), closed_by: user.nullish() });
var labelled = array(object({ name: string() }));
var runs = object({ workflow_runs: array(object({ head_sha: string() })) });
var comment = object({ id: number(), body: string().nullish(), user: user.nullable() });
function openGitHub(options) {
  let opening = null;
  const open = () => {
    opening ??= openOctokit(options);
    return opening;
  };
  async function ask(call, send, read2) {
    try {
      const { data } = await send(await open());
      return { ok: true, value: read2(data) };
    } catch (error) {
      return problemOf(error, call, options.token);
    }
  }
  const nothing = () => null;
  const at = (repo) => ({ owner: repo.split("/")[0] ?? "", repo: repo.split("/")[1] ?? "" });
  const reading = (what, permission) => ({ action: `read ${what}`, permission });
  const pulls = "pull-requests: write";
  return {
    defaultBranch: (repo) => ask(
      reading("the repository", "contents: read"),
      ({ rest }) => rest.repos.get(at(repo)),
      (data) => object({ default_branch: string() }).parse(data).default_branch
    ),
    branchHead: (repo, branch) => ask(
      reading("a branch", "contents: read"),
      ({ rest }) => rest.git.getRef({ ...at(repo), ref: `heads/${branch}` }),
      (data) => object({ object: object({ sha: string() }) }).parse(data).object.sha
    ).then(absentIsNull),
    commit: (repo, ref) => ask(
      reading("a commit", "contents: read"),
      ({ rest }) => rest.repos.getCommit({ ...at(repo), ref, per_page: 1 }),
      (data) => object({ sha: string() }).parse(data).sha
    ).then(absentIsNull),
    commitMessage: (repo, ref) => ask(
      reading("a commit", "contents: read"),
      ({ rest }) => rest.repos.getCommit({ ...at(repo), ref, per_page: 1 }),
      (data) => object({ commit: object({ message: string() }) }).parse(data).commit.message
    ).then(absentIsNull),
    permissionOf: (repo, login) => ask(
      reading(`the permission of ${login}`, "contents: read"),
      ({ rest }) => rest.repos.getCollaboratorPermissionLevel({ ...at(repo), username: login }),
      (data) => object({ permission: string() }).parse(data).permission
    ),
    createBranch: (repo, branch, sha) => ask(
      { action: "create a branch", permission: "contents: write" },
      ({ rest }) => rest.git.createRef({ ...at(repo), ref: `refs/heads/${branch}`, sha }),
      nothing
    ),
    updateBranch: (repo, branch, sha, force) => ask(
      { action: "move a branch", permission: "contents: write" },
      ({ rest }) => rest.git.updateRef({ ...at(repo), ref: `heads/${branch}`, sha, force }),
      nothing
    ),
    pullRequests: (repo, branch) => ask(
      reading("pull requests", pulls),
      ({ rest }) => rest.pulls.list({ ...at(repo), head: `${at(repo).owner}:${branch}`, state: "all", per_page: 30 }),
      (data) => array(pullRequest).parse(data).map(toPullRequest)
    ),
    createPullRequest: (repo, pull) => ask(
      { action: "create a pull request", permission: pulls },
      ({ rest }) => rest.pulls.create({ ...at(repo), ...pull }),
      (data) => toPullRequest(pullRequest.parse(data))
    ),
    updatePullRequest: (repo, number2, changes) => ask(
      { action: "update a pull request", permission: pulls },
      ({ rest }) => rest.pulls.update({ ...at(repo), pull_number: number2, ...changes }),
      (data) => toPullRequest(pullRequest.parse(data))
    ),
    closedBy: (repo, number2) => ask(
      reading("who closed a pull request", pulls),
      ({ rest }) => rest.issues.get({ ...at(repo), issue_number: number2 }),
      (data) => {
        const by = issue.parse(data).closed_by;
        return by ? { login: by.login, isBot: by.type === "Bot" || by.login.endsWith("[bot]") } : null;
      }
    ),
    addLabels: (repo, number2, labels) => ask(
      { action: "add labels", permission: pulls },
      ({ rest }) => rest.issues.addLabels({ ...at(repo), issue_number: number2, labels: [...labels] }),
      nothing
    ),
    requestReviewers: (repo, number2, reviewers) => ask(
      { action: "ask for reviews", permission: pulls },
      ({ rest }) => rest.pulls.requestReviewers({
        ...at(repo),
        pull_number: number2,
        reviewers: reviewers.filter((name) => !name.includes("/")),
        team_reviewers: reviewers.flatMap((name) => name.includes("/") ? [name.slice(name.indexOf("/") + 1)] : [])
      }),
      nothing
    ),
    comments: (repo, number2) => ask(
      reading("comments", pulls),
      ({ rest }) => rest.issues.listComments({ ...at(repo), issue_number: number2, per_page: 100 }),
      (data) => array(comment).parse(data).map(({ id, body, user: user2 }) => ({ id, body: body ?? "", author: user2?.login ?? null }))
    ),
    createComment: (repo, number2, body) => ask(
      { action: "write a comment", permission: pulls },
      ({ rest }) => rest.issues.createComment({ ...at(repo), issue_number: number2, body }),
      nothing
    ),
    updateComment: (repo, id, body) => ask(
      { action: "update a comment", permission: pulls },
      ({ rest }) => rest.issues.updateComment({ ...at(repo), comment_id: id, body }),
      nothing
    ),
    pullRequestLabels: (repo, number2) => ask(
      reading("the labels of a pull request", "pull-requests: read"),
      ({ rest }) => rest.issues.listLabelsOnIssue({ ...at(repo), issue_number: number2, per_page: 100 }),
      (data) => labelled.parse(data).map(({ name }) => name)
    ),
    successfulRuns: (repo, workflowId, branch) => ask(
      reading("workflow runs", "actions: read"),
      ({ rest }) => rest.actions.listWorkflowRuns({ ...at(repo), workflow_id: workflowId, branch, status: "success", per_page: 10 }),
      (data) => runs.parse(data).workflow_runs.map((run) => run.head_sha)
    ),
    isAncestor: (repo, ancestor, descendant) => ask(
      reading("how two commits relate", "contents: read"),
      ({ rest }) => rest.repos.compareCommitsWithBasehead({ ...at(repo), basehead: `${ancestor}...${descendant}`, per_page: 1 }),
      (data) => ["ahead", "identical"].includes(object({ status: string() }).parse(data).status)
    )
  };
}
async function openOctokit({ token, apiUrl, signal }) {
  const { getOctokit } = await import("./github-C6PTMPD6.js");
  const octokit = getOctokit(token, { baseUrl: apiUrl.replace(/\/+$/, "") });
  octokit.hook.wrap("request", async (send, request) => {
    var _stack = [];
    try {
      const limit = __using(_stack, timeBound(timeoutMs, signal));
      request.headers["x-github-api-version"] = apiVersion;
      request.request.signal = limit.signal;
      return await send(request);
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  });
  return octokit;
}
function toPullRequest(data) {
  const { number: number2, html_url: url, state, title } = data;
  return { number: number2, url, state, title, merged: typeof data.merged_at === "string", draft: data.draft === true, body: data.body ?? "" };
}
function absentIsNull(answer) {
  return !answer.ok && answer.kind === "not-found" ? { ok: true, value: null } : answer;
}
var failure = object({
  status: number().optional(),
  message: string(),
  response: object({
    headers: record(string(), unknown()).optional(),
    data: object({ message: string().optional(), errors: array(unknown()).optional() }).optional().catch(void 0)
  }).optional().catch(void 0)
});
function problemOf(error, call, token) {
  if (error instanceof ZodError) {
    return explainRequest({
      ...call,
      status: 0,
      message: `its answer was not understood (${error.issues[0]?.path.join(".")})`,
      rateLimited: false
    });
  }
  const { status, message, response } = failure.catch({ message: String(error) }).parse(error);
  const details = (response?.data?.errors ?? []).map((each) => object({ message: string() }).safeParse(each).data?.message);
  const said = [response?.data?.message ?? message, ...details].filter((text) => text !== void 0).join(": ");
  const headers = response?.headers ?? {};
  return explainRequest({
    ...call,
    // An aborted or unsent request has a made-up status of 500.
    status: response === void 0 ? 0 : status ?? 0,
    message: said.replaceAll(token, "***").slice(0, 1e3),
    rateLimited: status === 429 || status === 403 && (headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(said))
  });
}

// src/incident/checkout.ts
import { mkdir, readdir, realpath as realpath2, rm } from "node:fs/promises";
import { join } from "node:path";

// src/workspace/checkout.ts
import { realpath, stat } from "node:fs/promises";
var refusal = (reason) => ({ ok: false, reason });
async function openCheckout(dir) {
  const folder = await stat(dir).catch(() => null);
  if (folder === null) return refusal(`${dir} does not exist: give the folder of a git checkout.`);
  if (!folder.isDirectory()) return refusal(`${dir} is not a folder: give the folder of a git checkout.`);
  return describe(dir, await realpath(dir));
}
async function describe(dir, here) {
  const git = new Git(here, { readOnly: true, withoutFilters: true });
  const [asked, status] = await Promise.all([
    new Git(here, { readOnly: true }).run(["rev-parse", ...places, "HEAD^{commit}", "--symbolic-full-name", "HEAD", "--show-toplevel"]),
    git.run(["status", "--porcelain", "-z", "--untracked-files=normal", "--ignore-submodules=all"])
  ]);
  if (asked.failedToStart !== null) return refusal(`git could not be run (${asked.failedToStart}): install git and try again.`);
  const [bare, inside, sha = "", ref = "", ...root] = asked.stdout.replace(/\n$/, "").split("\n");
  if (inside === void 0) return refusal(`${dir} is not a git repository (${lastLine(asked.stderr)}): run this in a git checkout.`);
  if (bare === "true") return refusal(`${dir} is a bare repository, which has no files: clone it and give the clone's folder.`);
  if (inside !== "true") return refusal(`${dir} is inside of a .git folder: give the folder that holds the files.`);
  if (!/^[0-9a-f]{40,64}$/.test(sha)) return refusal(`${here} has no commit yet: commit the files first, then run again.`);
  const broken = [asked, status].find(({ exitCode }) => exitCode !== 0);
  if (broken !== void 0) return refusal(`${here} cannot be read by git: ${lastLine(broken.stderr)}`);
  const branch = ref.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : null;
  return { ok: true, checkout: { root: await realpath(root.join("\n")), sha, branch, dirty: status.stdout !== "" } };
}
var places = ["--is-bare-repository", "--is-inside-work-tree"];
async function applyToCheckout(checkout, patch) {
  if (patch.text.trim() === "") return refusal("The patch is empty: there is nothing to apply.");
  const git = new Git(checkout.root, { withoutFilters: true });
  const apply = (...options) => git.run(["apply", "--binary", "--whitespace=nowarn", ...options, "-"], { input: patch.text });
  const check = await apply("--check");
  if (check.exitCode !== 0) {
    return refusal(`The patch does not fit the files in ${checkout.root} as they are now, so none was changed: ${causes(check.stderr)}`);
  }
  const applied = await apply();
  return applied.exitCode === 0 ? { ok: true } : refusal(`git could not write the patch to ${checkout.root}: ${causes(applied.stderr)}`);
}
function lastLine(text) {
  return text.trim().split("\n").at(-1)?.replace(/^fatal: /, "") ?? "";
}
function causes(stderr) {
  const lines = stderr.split("\n").filter((line) => line.startsWith("error: "));
  return lines.slice(0, 5).map((line) => line.slice("error: ".length)).join("; ");
}

// src/incident/checkout.ts
async function ensureCheckout(request) {
  const { workspace, incident } = request;
  await mkdir(workspace, { recursive: true });
  if ((await readdir(workspace)).length > 0) return openRed(workspace, incident);
  const problem = await checkOut(request);
  if (problem === null) return openRed(workspace, incident);
  for (const entry of await readdir(workspace)) await rm(join(workspace, entry), { recursive: true, force: true });
  return { ok: false, reason: problem };
}
async function openRed(root, incident) {
  const opened = await openCheckout(root);
  if (!opened.ok) return opened;
  const { checkout } = opened;
  if (checkout.root !== await realpath2(root)) {
    return { ok: false, reason: `${root} is not a git checkout of its own: it lies inside of ${checkout.root}` };
  }
  const isRed = checkout.sha === incident.sha || checkout.sha === incident.head;
  if (!isRed) return { ok: false, reason: otherCommit(root, checkout.sha, incident) };
  return { ok: true, checkout: { ...checkout, branch: checkout.branch ?? incident.branch } };
}
function otherCommit(root, sha, incident) {
  const ref = incident.event === "workflow_run" ? `\${{ github.event.workflow_run.head_sha }}` : incident.sha;
  return `the checkout in ${root} is at ${sha.slice(0, 10)}, but what went red is ${incident.sha.slice(0, 10)}: give actions/checkout "ref: ${ref}", or leave that step out`;
}
async function checkOut({ workspace, incident, token, serverUrl, depth = 50, signal }) {
  if (incident.repo === null) return `${workspace} is empty, and the incident names no repository to check out`;
  const git = new Git(workspace, { env: { GIT_CONFIG_GLOBAL: "/dev/null" }, signal });
  const remote = token === null || token === "" ? git : git.withToken(serverUrl, token);
  const url = `${serverUrl.replace(/\/+$/, "")}/${incident.repo}.git`;
  const tracking = `refs/remotes/origin/${incident.branch ?? "HEAD"}`;
  try {
    await git.text(["init", "--quiet", "--template=", "--initial-branch=main"]);
    await git.text(["remote", "add", "origin", url]);
    await remote.text([...fetch, `--depth=${depth}`, "origin", `+${incident.sha}:${tracking}`], { timeoutMs: fetchTimeoutMs });
    await git.text(["checkout", "--quiet", "--detach", incident.sha], { timeoutMs: fetchTimeoutMs });
    await fetchGreen(remote, incident.green);
    return null;
  } catch (error) {
    if (error instanceof GitError) return explainFetch(error, incident, url, token);
    throw error;
  }
}
var fetch = ["fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head"];
var fetchTimeoutMs = 6e5;
async function fetchGreen(git, green) {
  if (green === null) return;
  const here = await git.run(["rev-parse", "--verify", "--quiet", "--end-of-options", `${green}^{commit}`]);
  const name = green.replace(/^refs\/(?:heads|tags)\//, "");
  if (here.exitCode === 0 || !(isCommitId(green) || isBranchName(name))) return;
  await git.run([...fetch, "--depth=1", "origin", `+${green}:refs/remotes/origin/${name}`], { timeoutMs: fetchTimeoutMs });
}
function explainFetch({ message, result }, { repo, sha }, url, token) {
  if (/not our ref|couldn't find remote ref|no such remote ref|unadvertised object/i.test(result.stderr)) {
    return `${repo} no longer has the commit ${sha}: it was probably replaced by a forced push`;
  }
  if (/could not read Username|Authentication failed|returned error: 40[13]|not found/i.test(result.stderr)) {
    const may = token === null ? "no token was given (input github-token)" : 'the token may not read it (permission "contents: read")';
    return `${url} could not be fetched: it does not exist, or ${may}`;
  }
  return `${url} could not be checked out: ${message}`;
}

// src/incident/guards.ts
async function whyNot(subject, rules, github) {
  return ofTrigger(subject) ?? subject.moot ?? ofConclusion(subject) ?? ofSource(subject) ?? ofBranch(subject, rules) ?? ofActor(subject, rules) ?? await ofStranger(subject, github) ?? ofLabels(subject.incident.pullRequest?.number, subject.incident.pullRequest?.labels ?? [], rules) ?? await ofUnlabelled(subject, rules, github);
}
function ofTrigger({ trigger }) {
  if (trigger !== "pull_request_target") return null;
  return "pull_request_target runs the code of others with this repository's token and secrets: start it by workflow_run or pull_request instead";
}
function ofConclusion({ incident, conclusion }) {
  if (incident.event !== "workflow_run" || conclusion === "failure" || conclusion === "timed_out") return null;
  return `the workflow run ended as ${conclusion ?? "unfinished"}, not as a failure`;
}
function ofSource({ incident, sourceRepo }) {
  if (incident.repo === null || sourceRepo?.toLowerCase() === incident.repo.toLowerCase()) return null;
  const where = sourceRepo === null ? "a fork that no longer exists" : `the fork ${sourceRepo}`;
  const instead = "push the branch to this repository to have it repaired here, or run Regreen in the fork, with the fork's own token";
  return `the code comes from ${where}: code of forks is never run with this repository's token and secrets; ${instead}`;
}
function ofBranch({ incident }, { branchPrefix }) {
  if (branchPrefix === "" || !incident.branch?.startsWith(branchPrefix)) return null;
  return `${incident.branch} is a branch of Regreen's own (${branchPrefix}): it does not repair its own repairs`;
}
function ofActor({ incident, actorIsBot }, { allowedBots }) {
  if (!actorIsBot || incident.actor === null || incident.event === "schedule") return null;
  const name = botName(incident.actor);
  if (allowedBots.some((allowed) => botName(allowed) === name)) return null;
  return `it was started by the bot ${incident.actor}, which is not in allowed-bots`;
}
async function ofStranger({ incident, actorIsBot }, github) {
  const { event, repo, actor } = incident;
  if (event !== "other" || github === null || repo === null || actor === null || actorIsBot) return null;
  const permission = await github.permissionOf(repo, actor);
  if (!permission.ok) return `it is not known whether ${actor}, who started it, may write to ${repo}: ${permission.reason}`;
  return ["admin", "write"].includes(permission.value) ? null : `it was started by ${actor}, who may not write to ${repo}`;
}
var botName = (login) => login.trim().toLowerCase().replace(/\[bot]$/, "");
function ofLabels(number2, labels, { optOutLabel }) {
  const wanted = optOutLabel.toLowerCase();
  if (wanted === "" || !labels.some((label) => label.toLowerCase() === wanted)) return null;
  return `pull request #${number2} has the label ${optOutLabel}`;
}
async function ofUnlabelled({ incident, unlabelled }, rules, github) {
  if (github === null || incident.repo === null || rules.optOutLabel === "") return null;
  for (const number2 of unlabelled) {
    const labels = await github.pullRequestLabels(incident.repo, number2);
    const reason = labels.ok ? ofLabels(number2, labels.value, rules) : unknownLabels(number2, rules, labels.reason);
    if (reason !== null) return reason;
  }
  return null;
}
function unknownLabels(number2, { optOutLabel }, why) {
  const remedy = 'add "pull-requests: read" to the permissions of the job, or set opt-out-label to another';
  return `it is not known whether pull request #${number2} has the label ${optOutLabel}: ${why} (${remedy})`;
}

// src/incident/action.ts
var refused = (reason) => ({ ok: false, reason });
async function readActionIncident({ env, payload, inputs, github }) {
  const problem = problemOfInputs(inputs);
  if (problem !== null) return { kind: "invalid", reason: problem };
  const reading = read(env, payload);
  if (!reading.ok) return { kind: "invalid", reason: reading.reason };
  const reason = await whyNot({ ...reading.value, trigger: env.GITHUB_EVENT_NAME ?? "" }, inputs, github);
  if (reason !== null) return { kind: "skipped", reason, incident: reading.value.incident };
  const chosen = await withRef(reading.value, inputs.ref, env, github);
  if (!chosen.ok) return { kind: "invalid", reason: chosen.reason };
  const incident = chosen.value;
  return {
    kind: "incident",
    incident: {
      ...incident,
      workflowId: reading.value.workflowId,
      base: inputs.baseRef === null ? incident.branch ?? reading.value.incident.branch ?? reading.value.defaultBranch : branchOf(inputs.baseRef),
      green: inputs.greenRef ?? incident.green ?? await lastGreenRun(incident, reading.value.workflowId, github)
    }
  };
}
function problemOfInputs({ ref, baseRef, greenRef }) {
  if (baseRef !== null && !isBranchName(branchOf(baseRef))) return `input base-ref: "${baseRef}" is not the name of a branch`;
  for (const [name, value] of [["ref", ref], ["green-ref", greenRef]]) {
    if (value !== null && !/^(?!-)[^\u0000-\u0020\u007f:?*[\\]+$/.test(value)) {
      return `input ${name}: "${value}" is not a commit, a branch or a tag`;
    }
  }
  return null;
}
var branchOf = (ref) => ref.replace(/^refs\/heads\//, "");
function read(env, payload) {
  switch (env.GITHUB_EVENT_NAME) {
    case "workflow_run":
      return then(parseWorkflowRun(payload), (run) => ({ ok: true, value: fromWorkflowRun(run) }));
    case "push":
      return then(parsePush(payload), (push) => fromPush(push, env));
    case "pull_request":
    case "pull_request_target":
      return then(parsePullRequest(payload), (event) => fromPullRequest(event, env));
    default:
      return fromEnvironment(env, payload);
  }
}
function then(result, next) {
  return result.ok ? next(result.value) : result;
}
function fromWorkflowRun({ repository, sender, workflow_run: run }) {
  const actor = run.triggering_actor ?? run.actor ?? sender ?? null;
  const pulls = (run.pull_requests ?? []).filter((pull) => pull.head.ref === run.head_branch);
  const first = pulls[0];
  return {
    incident: {
      event: "workflow_run",
      repo: repository.full_name,
      sha: run.head_sha,
      head: run.head_branch === null ? null : run.head_sha,
      branch: run.head_branch,
      base: run.head_branch,
      green: null,
      actor: actor?.login ?? null,
      pullRequest: first === void 0 ? null : { number: first.number, labels: [] },
      run: { id: run.id, attempt: run.run_attempt ?? 1, url: run.html_url, workflow: run.name ?? "" }
    },
    sourceRepo: run.head_repository?.full_name ?? null,
    moot: null,
    conclusion: run.conclusion,
    actorIsBot: isBot(actor?.login, actor?.type),
    unlabelled: pulls.map((pull) => pull.number),
    defaultBranch: repository.default_branch ?? null,
    workflowId: run.workflow_id
  };
}
function fromPush({ repository, sender, ...push }, env) {
  const branch = push.ref.startsWith("refs/heads/") ? branchOf(push.ref) : null;
  if (branch !== null && !isBranchName(branch)) return refused("the event's payload cannot be used: ref: is not a branch name");
  const green = /^0+$/.test(push.before) || push.forced === true ? null : push.before;
  const started = whoStarted(env, sender);
  return {
    ok: true,
    value: {
      incident: {
        ...blank("push", env),
        repo: repository.full_name,
        sha: push.after,
        head: branch === null ? null : push.after,
        branch,
        base: branch,
        green: branch === null ? null : green,
        actor: started.actor
      },
      ...ownCode(repository.full_name),
      moot: push.deleted === true || /^0+$/.test(push.after) ? `${branch ?? "the tag"} was deleted: there is nothing to repair` : null,
      actorIsBot: started.isBot,
      defaultBranch: repository.default_branch ?? null
    }
  };
}
function fromPullRequest({ repository, sender, pull_request: pull }, env) {
  const sha = env.GITHUB_SHA ?? pull.head.sha;
  if (!isCommitId(sha)) return refused("GITHUB_SHA is not a commit id");
  const started = whoStarted(env, sender);
  const labels = pull.labels.flatMap((label) => label.name ? [label.name] : []);
  return {
    ok: true,
    value: {
      incident: {
        ...blank("pull_request", env),
        repo: repository.full_name,
        sha,
        head: pull.head.sha,
        branch: pull.head.ref,
        // A fix of a pull request is stacked on it, so that its author decides.
        base: pull.head.ref,
        actor: started.actor,
        pullRequest: { number: pull.number, labels }
      },
      ...ownCode(repository.full_name),
      sourceRepo: pull.head.repo?.full_name ?? null,
      actorIsBot: started.isBot,
      defaultBranch: repository.default_branch ?? null
    }
  };
}
function fromEnvironment(env, payload) {
  const common = parseCommon(payload ?? {});
  if (!common.ok) return common;
  const repo = env.GITHUB_REPOSITORY ?? common.value.repository?.full_name ?? "";
  if (!isRepoName(repo)) return refused("GITHUB_REPOSITORY is not owner/name");
  const sha = env.GITHUB_SHA ?? "";
  if (!isCommitId(sha)) return refused("GITHUB_SHA is not a commit id");
  const ref = env.GITHUB_REF ?? "";
  const branch = ref.startsWith("refs/heads/") && isBranchName(branchOf(ref)) ? branchOf(ref) : null;
  const started = whoStarted(env, common.value.sender);
  const name = env.GITHUB_EVENT_NAME;
  const event = name === "workflow_dispatch" || name === "schedule" ? name : "other";
  return {
    ok: true,
    value: {
      incident: { ...blank(event, env), repo, sha, head: branch === null ? null : sha, branch, base: branch, actor: started.actor },
      ...ownCode(repo),
      actorIsBot: started.isBot,
      defaultBranch: common.value.repository?.default_branch ?? null
    }
  };
}
function blank(event, env) {
  const id = Number(env.GITHUB_RUN_ID);
  const url = `${env.GITHUB_SERVER_URL ?? "https://github.com"}/${env.GITHUB_REPOSITORY ?? ""}/actions/runs/${id}`;
  const run = { id, attempt: Number(env.GITHUB_RUN_ATTEMPT) || 1, url, workflow: env.GITHUB_WORKFLOW ?? "" };
  const named = Number.isSafeInteger(id) && id > 0;
  return { event, head: null, branch: null, base: null, green: null, actor: null, pullRequest: null, run: named ? run : null };
}
var ownCode = (repo) => ({ sourceRepo: repo, moot: null, conclusion: null, unlabelled: [], workflowId: null });
function whoStarted(env, sender) {
  const actor = env.GITHUB_TRIGGERING_ACTOR ?? env.GITHUB_ACTOR ?? sender?.login ?? null;
  const type = actor !== null && actor === sender?.login ? sender.type : void 0;
  return { actor, isBot: isBot(actor ?? void 0, type) };
}
var isBot = (login, type) => type === "Bot" || (login?.endsWith("[bot]") ?? false);
async function withRef({ incident }, ref, env, github) {
  if (ref === null || ref === incident.sha) return { ok: true, value: incident };
  if (ref === incident.branch || ref === `refs/heads/${incident.branch}`) return { ok: true, value: incident };
  const elsewhere = { ...incident, branch: null, head: null, green: null, pullRequest: null };
  if (isCommitId(ref)) {
    const isHead = ref === incident.head;
    return { ok: true, value: isHead ? { ...incident, sha: ref } : { ...elsewhere, sha: ref } };
  }
  if ((ref === env.GITHUB_REF || ref === env.GITHUB_REF_NAME) && incident.event !== "workflow_run") return { ok: true, value: incident };
  if (github === null || incident.repo === null) {
    return refused(`input ref: "${ref}" cannot be looked up without a token: give the commit's full id, or github-token`);
  }
  if (isBranchName(branchOf(ref))) {
    const head = await github.branchHead(incident.repo, branchOf(ref));
    if (head.ok && head.value !== null) {
      return { ok: true, value: { ...elsewhere, sha: head.value, head: head.value, branch: branchOf(ref) } };
    }
  }
  const commit = await github.commit(incident.repo, ref);
  if (!commit.ok) return refused(`input ref: "${ref}" could not be looked up: ${commit.reason}`);
  if (commit.value === null) return refused(`input ref: ${incident.repo} has no commit, branch or tag "${ref}"`);
  return { ok: true, value: { ...elsewhere, sha: commit.value } };
}
async function lastGreenRun(incident, workflowId, github) {
  if (github === null || workflowId === null || incident.repo === null || incident.branch === null) return null;
  const runs2 = await github.successfulRuns(incident.repo, workflowId, incident.branch);
  if (!runs2.ok) return null;
  for (const sha of [...new Set(runs2.value)].slice(0, 3)) {
    if (!isCommitId(sha) || sha === incident.sha) continue;
    const behind = await github.isAncestor(incident.repo, sha, incident.sha);
    if (behind.ok && behind.value) return sha;
  }
  return null;
}

// src/incident/local.ts
async function readLocalIncident(checkout, { green }) {
  const remote = await new Git(checkout.root, { readOnly: true }).run(["config", "--get", "remote.origin.url"]);
  return {
    event: "local",
    repo: remote.exitCode === 0 ? repoOfRemote(remote.stdout.trim()) : null,
    sha: checkout.sha,
    head: checkout.branch === null ? null : checkout.sha,
    branch: checkout.branch,
    base: checkout.branch,
    green,
    actor: null,
    pullRequest: null,
    run: null
  };
}
function repoOfRemote(address) {
  const path = pathOfRemote(address);
  const repo = path?.replace(/^\/+/, "").replace(/\/+$/, "").replace(/\.git$/, "") ?? "";
  return isRepoName(repo) ? repo : null;
}
function pathOfRemote(address) {
  if (/^(?:https?|ssh|git):\/\//i.test(address)) {
    return URL.canParse(address) ? new URL(address).pathname : null;
  }
  return /^(?:[^\s@/]+@)?[^\s@/:]{2,}:(?!\/\/)(.+)$/.exec(address)?.[1] ?? null;
}

// src/phases/locate.ts
async function locate(source, inputs, signal) {
  switch (source.kind) {
    case "local":
      return locateHere(source.directory, inputs);
    case "action":
      return locateEvent(source.env, inputs, signal);
    case "given":
      return source.located;
  }
}
async function locateHere(directory, inputs) {
  const opened = await openCheckout(directory);
  if (!opened.ok) return { kind: "invalid", reason: opened.reason };
  const incident = await readLocalIncident(opened.checkout, { green: inputs.greenRef });
  return {
    kind: "located",
    incident,
    checkout: opened.checkout,
    github: null,
    serverUrl: "https://github.com",
    origin: null,
    hidden: [homedir()]
  };
}
async function locateEvent(env, inputs, signal) {
  const placed = await readEvent(env, inputs);
  if (placed.kind !== "placed") return placed;
  const { incident, github, serverUrl } = placed;
  const checkedOut = await ensureCheckout({
    workspace: env.GITHUB_WORKSPACE ?? process.cwd(),
    incident,
    token: inputs.githubToken,
    serverUrl,
    signal
  });
  if (!checkedOut.ok) return { kind: "ended", ending: { outcome: "cannot-reproduce", reason: checkedOut.reason } };
  const origin = incident.repo === null ? null : { repo: incident.repo, serverUrl, token: inputs.githubToken };
  const hidden = [homedir(), ...env.RUNNER_TEMP ? [env.RUNNER_TEMP] : []];
  return { kind: "located", incident, checkout: checkedOut.checkout, github, serverUrl, origin, hidden };
}
async function place(source, inputs, env) {
  switch (source.kind) {
    case "action":
      return readEvent(source.env, inputs);
    case "local": {
      const here = await locateHere(source.directory, inputs);
      if (here.kind !== "located") return here;
      const incident = { ...here.incident, base: inputs.baseRef ?? here.incident.base };
      return { kind: "placed", incident, ...siteOf(env, inputs) };
    }
    case "given":
      return { ...source.located, kind: "placed" };
  }
}
function siteOf(env, { githubToken }) {
  const apiUrl = env.GITHUB_API_URL ?? "https://api.github.com";
  return {
    github: githubToken === null ? null : openGitHub({ token: githubToken, apiUrl }),
    serverUrl: env.GITHUB_SERVER_URL ?? "https://github.com"
  };
}
async function readEvent(env, inputs) {
  const { github, serverUrl } = siteOf(env, inputs);
  const outcome = await readActionIncident({
    env,
    payload: await readPayload(env.GITHUB_EVENT_PATH),
    inputs: { ...inputs, optOutLabel: inputs.optOutLabel ?? "" },
    github
  });
  if (outcome.kind === "skipped") return { kind: "ended", ending: { outcome: "skipped", reason: outcome.reason } };
  if (outcome.kind === "invalid") return { kind: "invalid", reason: outcome.reason };
  return { kind: "placed", incident: outcome.incident, github, serverUrl };
}
async function readPayload(path) {
  if (path === void 0) return null;
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch {
    return null;
  }
}
function eventOf(source) {
  switch (source.kind) {
    case "local":
      return "local";
    case "action":
      return source.env.GITHUB_EVENT_NAME ?? "other";
    case "given":
      return source.located.incident.event;
  }
}

// src/report/critical-path.ts
var LOOP = ["model", "tests", "tools", "transport"];
var OTHERWISE = ["tests", "tools", "model", "transport"];
function charge({ origin, end, phases, spans }) {
  const at = (time) => Math.min(Math.max(Math.round((time ?? end) - origin), 0), total);
  const total = Math.max(Math.round(end - origin), 0);
  const critical = { model: 0, tests: 0, tools: 0, transport: 0, client: 0, idle: 0 };
  let overlap = 0;
  const edges = sweep([
    ...phases.map((phase, index) => ({ start: at(phase.start), end: at(phase.end), change: { phase: index } })),
    ...spans.map((span) => ({ start: at(span.start), end: at(span.end), change: { kind: span.kind } }))
  ]);
  const active = { model: 0, tests: 0, tools: 0, transport: 0 };
  const open = /* @__PURE__ */ new Set();
  let from = 0;
  const chargeUntil = (to) => {
    const length = to - from;
    from = to;
    if (length <= 0) return;
    const mainLine = open.size === 0 ? void 0 : phases[Math.min(...open)];
    const busy = (mainLine?.name === "loop" ? LOOP : OTHERWISE).filter((kind) => active[kind] > 0);
    critical[busy[0] ?? (mainLine === void 0 ? "idle" : "client")] += length;
    overlap += length * Math.max(busy.length - 1, 0);
  };
  for (const { time, step, change } of edges) {
    chargeUntil(time);
    if ("kind" in change) active[change.kind] += step;
    else if (step === 1) open.add(change.phase);
    else open.delete(change.phase);
  }
  chargeUntil(total);
  const seconds = (ms) => ms / 1e3;
  return {
    total: seconds(total),
    phases: phases.map((phase) => ({ name: phase.name, start: seconds(at(phase.start)), end: seconds(at(phase.end)) })),
    critical: {
      model: seconds(critical.model),
      tests: seconds(critical.tests),
      tools: seconds(critical.tools),
      transport: seconds(critical.transport),
      client: seconds(critical.client),
      idle: seconds(critical.idle)
    },
    overlap: seconds(overlap)
  };
}
function sweep(intervals) {
  return intervals.filter(({ start, end }) => end > start).flatMap(({ start, end, change }) => [
    { time: start, step: 1, change },
    { time: end, step: -1, change }
  ]).sort((a, b) => a.time - b.time);
}

// src/report/turn-log.ts
function createTurnLog(spans, now) {
  const entries = [];
  let openTurn = null;
  const started = /* @__PURE__ */ new Map();
  const entryOf = (n) => {
    const found = entries.find((entry2) => entry2.n === n);
    if (found !== void 0) return found;
    const entry = { n, turn: null, names: [], tools: [] };
    entries.push(entry);
    return entry;
  };
  const onTurn = (n, turn) => {
    entryOf(n).turn = turn;
    const { sentAt, connectMs, completedAt } = turn.timing;
    const connected = Math.min(sentAt + connectMs, completedAt);
    spans.push({ kind: "transport", start: sentAt, end: connected }, { kind: "model", start: connected, end: completedAt });
  };
  const endOpenTurn = () => {
    if (openTurn !== null) openTurn.end = now();
    openTurn = null;
  };
  const onAgentEvent = (event) => {
    if (event.type === "turn-started") {
      endOpenTurn();
      openTurn = { kind: "model", start: now(), end: null };
      spans.push(openTurn);
    }
    if (event.type === "turn-ended") {
      if (openTurn !== null) openTurn.end = openTurn.start;
      openTurn = null;
      onTurn(event.turn, event.result);
    }
    if (event.type === "tool-started") started.set(event.call.callId, event.at);
    if (event.type !== "tool-ended") return;
    const start = started.get(event.call.callId) ?? event.at;
    const entry = entryOf(event.turn);
    entry.names.push(event.call.name);
    entry.tools.push({ start, end: event.at });
    const testsFrom = Math.max(event.at - event.testSeconds * 1e3, start);
    spans.push({ kind: "tools", start, end: testsFrom }, { kind: "tests", start: testsFrom, end: event.at });
  };
  const turns = () => {
    const done = entries.flatMap(({ turn, ...entry }) => turn === null ? [] : [{ ...entry, turn }]);
    done.sort((a, b) => a.turn.timing.sentAt - b.turn.timing.sentAt);
    return done.map((entry, index) => turnReport(entry, done[index + 1]?.turn ?? null));
  };
  const usage = () => {
    const sum = { inputTokens: 0, cachedTokens: 0, outputTokens: 0, reasoningTokens: 0 };
    for (const { turn } of entries) {
      sum.inputTokens += turn?.usage.inputTokens ?? 0;
      sum.cachedTokens += turn?.usage.cachedTokens ?? 0;
      sum.outputTokens += turn?.usage.outputTokens ?? 0;
      sum.reasoningTokens += turn?.usage.reasoningTokens ?? 0;
    }
    return sum;
  };
  return { onAgentEvent, onTurn, turns, usage, endOpenTurn };
}
function turnReport({ n, turn, names, tools }, next) {
  const { sentAt, firstEventAt, completedAt, mode } = turn.timing;
  const between = next === null ? 0 : Math.max(next.timing.sentAt - completedAt, 0);
  const toolsBetween = next === null ? 0 : unionLength(tools, completedAt, next.timing.sentAt);
  return {
    n,
    mode,
    msToFirstEvent: Math.round(firstEventAt - sentAt),
    msStream: Math.round(completedAt - firstEventAt),
    msTools: Math.round(unionLength(tools, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)),
    msClient: Math.round(Math.max(between - toolsBetween, 0)),
    inputTokens: turn.usage.inputTokens,
    cachedTokens: turn.usage.cachedTokens,
    outputTokens: turn.usage.outputTokens,
    tools: names
  };
}
function unionLength(stretches, from, to) {
  let covered = 0;
  let reached = from;
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    const begin = Math.max(start, reached);
    const stop = Math.min(end, to);
    if (stop > begin) covered += stop - begin;
    reached = Math.max(reached, stop);
  }
  return covered;
}

// src/report/ledger.ts
function createLedger({ now = () => performance.now() } = {}) {
  const origin = now();
  const phases = [];
  const spans = [];
  const log = createTurnLog(spans, now);
  const start = (kind) => {
    const span = { kind, start: now(), end: null };
    spans.push(span);
    return () => {
      span.end ??= now();
    };
  };
  return {
    async phase(name, fn) {
      const phase = { name, start: now(), end: null };
      phases.push(phase);
      try {
        return await fn();
      } finally {
        phase.end = now();
        log.endOpenTurn();
      }
    },
    async span(kind, fn) {
      const end = start(kind);
      try {
        return await fn();
      } finally {
        end();
      }
    },
    start,
    onAgentEvent: log.onAgentEvent,
    onTurn: log.onTurn,
    turns: log.turns,
    usage: log.usage,
    elapsed: () => (now() - origin) / 1e3,
    timing: () => charge({ origin, end: now(), phases, spans })
  };
}

// src/phases/run.ts
var ConfigurationError = class extends Error {
  name = "ConfigurationError";
};
function openRun(job) {
  const { inputs, progress } = job;
  const now = () => performance.now();
  const ledger = createLedger({ now });
  const record2 = createRecord(
    {
      engine: inputs.endpoint === null ? "builtin" : inputs.engine,
      model: inputs.endpoint?.model ?? null,
      limits: inputs.limits,
      event: eventOf(job.source)
    },
    ledger
  );
  let reserveMs = 0;
  const price = inputs.endpoint?.price ?? null;
  const budget = createBudget({
    limits: inputs.limits,
    now,
    startedAt: now(),
    reserveMs: () => reserveMs,
    costOf: price === null ? null : (usage) => costOf(usage, price).usd,
    countTokens: inputs.endpoint !== null
  });
  const spent = () => ({
    budget: { limits: inputs.limits, used: budget.used() },
    cost: { usd: budget.used().costUsd, priced: inputs.endpoint === null || price !== null }
  });
  return {
    ...job,
    now,
    ledger,
    record: record2,
    budget,
    wholeLimitMs: inputs.limits.minutes * 6e4 / 2,
    reserve: (ms) => {
      reserveMs = ms;
    },
    phase: (name, work) => {
      progress.phase(name);
      return ledger.phase(name, work);
    },
    noteSpending: () => record2.note(spent())
  };
}

// src/phases/path-policy.ts
function pathPolicyOf({ protectedPaths, allowTestChanges }) {
  const builtIn = createPathPolicy({ protectedPaths: null, allowTestChanges });
  const own = createPathPolicy({ protectedPaths, allowTestChanges });
  return {
    refuses: (path) => builtIn.refuses(path) ?? own.refuses(path),
    refusesChange: (path, before, after) => builtIn.refusesChange?.(path, before, after) ?? null
  };
}

export {
  openCheckout,
  applyToCheckout,
  locate,
  place,
  ConfigurationError,
  openRun,
  pathPolicyOf
};
//# sourceMappingURL=chunk-CK77BO6P.js.map
