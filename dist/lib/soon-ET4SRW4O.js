import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  createBareRepository,
  createRepositoryOf,
  isolated,
  openCheckout,
  pickSandbox,
  readLocalIncident,
  readSource,
  treesPrefix
} from "./chunk-Y6IUDYXJ.js";
import {
  pathPolicyOf
} from "./chunk-I7OMNTF2.js";
import {
  explainRequest
} from "./chunk-JCYY6E4L.js";
import "./chunk-4X4TSCM6.js";
import {
  EditedTree,
  Leftovers,
  decodeText,
  editOf,
  moveEntries,
  moveEntry,
  writeContent
} from "./chunk-PEWU354L.js";
import {
  isWithin,
  readablePath
} from "./chunk-ZMXWFEJ7.js";
import {
  timeBound
} from "./chunk-FSYPUJUI.js";
import "./chunk-PHCH5GEP.js";
import {
  createPathPolicy,
  lexicalRefusal,
  require_picomatch
} from "./chunk-PDB6PGBS.js";
import {
  ConfigurationError,
  Git,
  GitError,
  isBranchName,
  isCommitId,
  mapLimit,
  removeTree,
  runCommand,
  userPath
} from "./chunk-ZNJ5TXQ4.js";
import "./chunk-CLP2JB2C.js";
import {
  ZodError,
  _enum,
  array,
  boolean,
  literal,
  number,
  object,
  record,
  string,
  unknown
} from "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import {
  __callDispose,
  __toESM,
  __using
} from "./chunk-G62E4XM6.js";

// src/delivery/client.ts
import { setTimeout as sleep } from "node:timers/promises";
var apiVersion = "2022-11-28";
var longestRequestMs = 3e4;
var longestAfterStopMs = 5e3;
var pauses = [1e3, 4e3];
var longestPauseMs = 6e4;
var reading = (what, permission3) => ({ action: `read ${what}`, permission: permission3, repeatable: true });
var at = (repo) => ({ owner: repo.split("/")[0] ?? "", repo: repo.split("/")[1] ?? "" });
var isBot = ({ login, type }) => type === "Bot" || /\[bot\]$|^(?:gitea|forgejo)-actions$/.test(login);
var nothing = () => null;
var evenWhenStopped = { request: { evenWhenStopped: true } };
function absentIsNull(answer) {
  return !answer.ok && answer.kind === "not-found" ? { ok: true, value: null } : answer;
}
function createClient(options) {
  const pause = options.pause ?? ((ms) => sleep(ms, void 0, { signal: options.signal }));
  let opening = null;
  const once = async (call, send, read) => {
    opening ??= openOctokit(options);
    try {
      const { data } = await send(await opening);
      return { answer: { ok: true, value: read(data) }, waitMs: null, final: true };
    } catch (error) {
      return problemOf(error, call, options.token);
    }
  };
  return {
    ask: async (call, send, read) => {
      for (let tries = 0; ; tries++) {
        const { answer, waitMs, final = false } = await once(call, send, read);
        const wait = answer.ok || final ? null : waitMs ?? (call.repeatable && answer.kind === "unreachable" ? pauses[tries] : null);
        if (answer.ok || wait === null || wait === void 0 || tries >= pauses.length || options.signal?.aborted) return answer;
        await pause(wait).catch(() => {
        });
      }
    }
  };
}
async function openOctokit({ token, apiUrl, signal, timeoutMs = longestRequestMs }) {
  const { getOctokit } = await import("./github-C6PTMPD6.js");
  const octokit = getOctokit(token, { baseUrl: apiUrl.replace(/\/+$/, "") });
  octokit.hook.wrap("request", async (send, request) => {
    var _stack = [];
    try {
      const later = __using(_stack, request.request.evenWhenStopped === true && signal !== void 0 ? afterStop(signal) : null);
      const limit = __using(_stack, timeBound(timeoutMs, later?.signal ?? signal));
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
function afterStop(signal) {
  const later = new AbortController();
  let timer;
  const start = () => {
    timer = setTimeout(() => later.abort(), longestAfterStopMs);
  };
  if (signal.aborted) start();
  else signal.addEventListener("abort", start, { once: true });
  return {
    signal: later.signal,
    [Symbol.dispose]: () => {
      signal.removeEventListener("abort", start);
      clearTimeout(timer);
    }
  };
}
var failure = object({
  status: number().optional(),
  message: string(),
  response: object({
    headers: record(string(), unknown()).optional(),
    data: object({ message: string().optional(), errors: array(unknown()).optional() }).optional().catch(void 0)
  }).optional().catch(void 0)
});
var graphqlFailure = object({
  name: literal("GraphqlResponseError"),
  errors: array(object({ type: string().nullish(), message: string() })).min(1)
});
var statusOfKind = {
  FORBIDDEN: 403,
  INSUFFICIENT_SCOPES: 403,
  NOT_FOUND: 404,
  STALE_DATA: 409,
  RATE_LIMITED: 429
};
function problemOf(error, call, token) {
  const told = (status2, message2, rateLimited2) => explainRequest({ ...call, status: status2, message: message2.replaceAll(token, "***").slice(0, 1e3), rateLimited: rateLimited2 });
  if (error instanceof ZodError) {
    return { answer: told(0, `its answer was not understood (${error.issues[0]?.path.join(".")})`, false), waitMs: null, final: true };
  }
  const graphql = graphqlFailure.safeParse(error);
  if (graphql.success) {
    const [first] = graphql.data.errors;
    const status2 = statusOfKind[first?.type ?? ""] ?? 422;
    return { answer: told(status2, graphql.data.errors.map(({ message: message2 }) => message2).join("; "), status2 === 429), waitMs: null };
  }
  const { status, message, response } = failure.catch({ message: String(error) }).parse(error);
  const details = (response?.data?.errors ?? []).map((each) => object({ message: string() }).safeParse(each).data?.message);
  const said = [response?.data?.message ?? message, ...details].filter((text) => text !== void 0).join(": ");
  const headers = response?.headers ?? {};
  const rateLimited = status === 429 || status === 403 && (headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(said));
  const seconds = Number(headers["retry-after"]);
  const wait = rateLimited && seconds > 0 && seconds * 1e3 <= longestPauseMs ? seconds * 1e3 : null;
  return { answer: told(response === void 0 ? 0 : status ?? 0, said, rateLimited), waitMs: wait };
}

// src/delivery/calls-comments.ts
var permission = "pull-requests: write";
var comment = object({
  id: number(),
  html_url: string(),
  body: string().nullish(),
  user: object({ login: string(), type: string().nullish() }).nullable(),
  path: string().nullish(),
  line: number().nullish()
});
var mostPages = 20;
var changing = (action, repeatable) => ({ action, permission, repeatable });
var one = (data) => toComment(comment.parse(data));
var many = (data) => array(comment).parse(data).map(toComment);
function commentCalls({ ask }) {
  return {
    comments: (repo, number2) => ask(
      reading("comments", permission),
      async ({ rest }) => everyPage((page2) => rest.issues.listComments({ ...at(repo), issue_number: number2, per_page: 100, page: page2 })),
      many
    ),
    createComment: (repo, number2, body) => ask(changing("write a comment", false), ({ rest }) => rest.issues.createComment({ ...at(repo), issue_number: number2, body }), one),
    updateComment: (repo, id, body) => ask(changing("update a comment", true), ({ rest }) => rest.issues.updateComment({ ...at(repo), comment_id: id, body }), one),
    deleteComment: (repo, id) => ask(changing("delete a comment", true), ({ rest }) => rest.issues.deleteComment({ ...at(repo), comment_id: id }), nothing),
    lineComments: (repo, number2) => ask(
      reading("comments on lines", permission),
      async ({ rest }) => everyPage((page2) => rest.pulls.listReviewComments({ ...at(repo), pull_number: number2, per_page: 100, page: page2 })),
      many
    ),
    createReview: (repo, number2, sha, comments) => ask(
      changing("suggest lines", false),
      ({ rest }) => rest.pulls.createReview({
        ...at(repo),
        pull_number: number2,
        commit_id: sha,
        event: "COMMENT",
        comments: comments.map(({ path, startLine, line, body }) => ({
          ...{ path, line, side: "RIGHT", body },
          ...startLine < line ? { start_line: startLine, start_side: "RIGHT" } : {}
        }))
      }),
      nothing
    ),
    deleteLineComment: (repo, id) => ask(
      changing("delete a comment on a line", true),
      ({ rest }) => rest.pulls.deleteReviewComment({ ...at(repo), comment_id: id }),
      nothing
    )
  };
}
async function everyPage(get) {
  const data = [];
  for (let page2 = 1; page2 <= mostPages; page2++) {
    const { data: some } = await get(page2);
    data.push(...some);
    if (some.length < 100) break;
  }
  return { data };
}
function toComment({ id, html_url: url, body, user: user2, path, line }) {
  const author = user2 === null ? null : { login: user2.login, isBot: isBot(user2) };
  return { id, url, body: body ?? "", author, place: path ? `${path}:${line ?? ""}` : null };
}

// src/delivery/calls-git.ts
var runs = object({ workflow_runs: array(object({ head_sha: string() })) });
var commitWithMessage = object({ commit: object({ message: string() }) });
var created = object({
  createCommitOnBranch: object({ commit: object({ oid: string(), tree: object({ oid: string() }) }) })
});
var createCommitOnBranch = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid tree { oid } } }
}`;
var contents = "contents: write";
var changing2 = (action, permission3, repeatable = false) => ({ action, permission: permission3, repeatable });
function gitCalls({ ask }) {
  return {
    viewer: () => ask(
      reading("whose the token is", "contents: read"),
      async ({ graphql }) => ({ data: await graphql("query { viewer { login } }") }),
      (data) => object({ viewer: object({ login: string() }) }).parse(data).viewer.login
    ),
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
      (data) => commitWithMessage.parse(data).commit.message
    ).then(absentIsNull),
    recentMessages: (repo, sha, most) => ask(
      reading("commits", "contents: read"),
      ({ rest }) => rest.repos.listCommits({ ...at(repo), sha, per_page: most }),
      (data) => array(commitWithMessage).parse(data).map(({ commit }) => commit.message)
    ),
    permissionOf: (repo, login) => ask(
      reading(`the permission of ${login}`, "contents: read"),
      ({ rest }) => rest.repos.getCollaboratorPermissionLevel({ ...at(repo), username: login }),
      (data) => object({ permission: string() }).parse(data).permission
    ),
    mergeBase: (repo, one3, other) => ask(
      reading("how two commits relate", "contents: read"),
      ({ rest }) => rest.repos.compareCommitsWithBasehead({ ...at(repo), basehead: `${one3}...${other}`, per_page: 1 }),
      (data) => object({ merge_base_commit: object({ sha: string() }) }).parse(data).merge_base_commit.sha
    ),
    isAncestor: (repo, ancestor, descendant) => ask(
      reading("how two commits relate", "contents: read"),
      ({ rest }) => rest.repos.compareCommitsWithBasehead({ ...at(repo), basehead: `${ancestor}...${descendant}`, per_page: 1 }),
      (data) => ["ahead", "identical"].includes(object({ status: string() }).parse(data).status)
    ),
    createBranch: (repo, branch, sha) => ask(
      changing2("create a branch", contents),
      ({ rest }) => rest.git.createRef({ ...at(repo), ref: `refs/heads/${branch}`, sha }),
      nothing
    ),
    deleteBranch: (repo, branch) => ask(
      changing2("delete a branch", contents, true),
      ({ rest }) => rest.git.deleteRef({ ...at(repo), ref: `heads/${branch}`, ...evenWhenStopped }),
      nothing
    ),
    createCommit: (repo, { branch, expectedHead, message, additions, deletions }) => ask(
      changing2("make a signed commit", contents),
      async ({ graphql }) => {
        const [headline = "", ...body] = message.split("\n");
        const input = {
          branch: { repositoryNameWithOwner: repo, branchName: branch },
          expectedHeadOid: expectedHead,
          message: { headline, body: body.join("\n").trim() },
          fileChanges: { additions, deletions }
        };
        return { data: await graphql(createCommitOnBranch, { input, ...evenWhenStopped }) };
      },
      (data) => {
        const { commit } = created.parse(data).createCommitOnBranch;
        return { sha: commit.oid, tree: commit.tree.oid };
      }
    ),
    successfulRuns: (repo, workflowId, branch) => ask(
      reading("workflow runs", "actions: read"),
      ({ rest }) => rest.actions.listWorkflowRuns({ ...at(repo), workflow_id: workflowId, branch, status: "success", per_page: 10 }),
      (data) => runs.parse(data).workflow_runs.map((run) => run.head_sha)
    ),
    dispatchWorkflow: (repo, workflow, branch) => ask(
      changing2("start a workflow", "actions: write"),
      ({ rest }) => rest.actions.createWorkflowDispatch({ ...at(repo), workflow_id: workflow, ref: branch }),
      nothing
    )
  };
}

// src/delivery/calls-pulls.ts
var permission2 = "pull-requests: write";
var user = object({ login: string(), type: string().nullish() });
var issue = object({ state: string(), closed_by: user.nullish() });
var labelled = array(object({ name: string() }));
var pullRequest = object({
  number: number(),
  html_url: string(),
  state: _enum(["open", "closed"]),
  merged_at: string().nullish(),
  draft: boolean().nullish(),
  title: string(),
  body: string().nullable(),
  head: object({ ref: string(), sha: string(), repo: object({ full_name: string() }).nullish() }),
  base: object({ ref: string() })
});
var page = { limit: 50 };
var changing3 = (action, repeatable) => ({ action, permission: permission2, repeatable });
var one2 = (data) => toPullRequest(pullRequest.parse(data));
var many2 = (data) => array(pullRequest).parse(data).map(toPullRequest);
function pullCalls({ ask }) {
  return {
    pullRequest: (repo, number2) => ask(reading("a pull request", permission2), ({ rest }) => rest.pulls.get({ ...at(repo), pull_number: number2 }), one2),
    pullRequests: (repo, branch) => ask(
      reading("pull requests", permission2),
      ({ rest }) => rest.pulls.list({ ...at(repo), head: `${at(repo).owner}:${branch}`, state: "all", per_page: 30, ...page }),
      (data) => many2(data).filter(({ head }) => head.branch === branch && head.repo?.toLowerCase() === repo.toLowerCase())
    ),
    pullRequestsTo: (repo, base) => ask(
      reading("pull requests", permission2),
      ({ rest }) => rest.pulls.list({ ...at(repo), base, state: "open", per_page: 100, ...page }),
      (data) => many2(data).filter((pull) => pull.base === base)
    ),
    createPullRequest: (repo, pull) => ask(changing3("create a pull request", false), ({ rest }) => rest.pulls.create({ ...at(repo), ...pull }), one2),
    updatePullRequest: (repo, number2, changes) => ask(changing3("update a pull request", true), ({ rest }) => rest.pulls.update({ ...at(repo), pull_number: number2, ...changes }), one2),
    closePullRequest: (repo, number2, body) => ask(
      changing3("close a pull request", true),
      ({ rest }) => rest.pulls.update({ ...at(repo), pull_number: number2, state: "closed", body }),
      one2
    ),
    closedBy: (repo, number2) => ask(
      reading("who closed a pull request", permission2),
      ({ rest }) => rest.issues.get({ ...at(repo), issue_number: number2 }),
      (data) => {
        const by = issue.parse(data).closed_by;
        return by ? { login: by.login, isBot: isBot(by) } : null;
      }
    ),
    addLabels: (repo, number2, labels) => ask(
      changing3("add labels", true),
      ({ rest }) => rest.issues.addLabels({ ...at(repo), issue_number: number2, labels: [...labels] }),
      nothing
    ),
    requestReviewers: (repo, number2, reviewers) => ask(
      changing3("ask for reviews", true),
      ({ rest }) => rest.pulls.requestReviewers({
        ...at(repo),
        pull_number: number2,
        reviewers: reviewers.filter((name) => !name.includes("/")),
        team_reviewers: reviewers.flatMap((name) => name.includes("/") ? [name.slice(name.indexOf("/") + 1)] : [])
      }),
      nothing
    ),
    pullRequestLabels: (repo, number2) => ask(
      reading("the labels of a pull request", "pull-requests: read"),
      ({ rest }) => rest.issues.listLabelsOnIssue({ ...at(repo), issue_number: number2, per_page: 100 }),
      (data) => labelled.parse(data).map(({ name }) => name)
    )
  };
}
function toPullRequest(data) {
  const { number: number2, html_url: url, state, title, head, base } = data;
  const known = {
    number: number2,
    url,
    state,
    title,
    merged: typeof data.merged_at === "string",
    draft: data.draft === true,
    body: data.body ?? ""
  };
  return { ...known, head: { branch: head.ref, sha: head.sha, repo: head.repo?.full_name ?? null }, base: base.ref };
}

// src/delivery/github.ts
function openGitHub(options) {
  const client = createClient(options);
  return { ...gitCalls(client), ...pullCalls(client), ...commentCalls(client) };
}

// src/incident/checkout.ts
import { mkdir, readdir, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
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
  if (checkout.root !== await realpath(root)) {
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

// src/workspace/workspace.ts
import { mkdir as mkdir6, mkdtemp as mkdtemp2, readFile as readFile3, realpath as realpath3, rename } from "node:fs/promises";
import { basename as basename2, join as join7 } from "node:path";

// src/workspace/baseline.ts
import { copyFile, mkdtemp, readFile, rm as rm2, writeFile } from "node:fs/promises";
import { join as join2 } from "node:path";
var treeFiles = ["--cached", "--others", "--exclude-standard", "--exclude=node_modules"];
var untrackedFiles = ["--others", "--exclude-standard", "--exclude=node_modules"];
var Baseline = class _Baseline {
  #git;
  #root;
  #folder;
  #contents = /* @__PURE__ */ new Map();
  /** One at a time: attributes are a file that all share. */
  #patches = Promise.resolve();
  constructor(git, root, folder) {
    this.#git = git;
    this.#root = root;
    this.#folder = folder;
  }
  /** Records `paths` of `root`, which is a copy of the checkout that `source` stands for. */
  static async record(source, root, folder, paths, signal) {
    await createBareRepository(source, join2(folder, "baseline.git"));
    const git = new Git(root, { env: environment(folder, root), signal });
    await git.text(["update-index", "-z", "--add", "--stdin"], { input: paths.map((path) => `${path}\0`).join(""), timeoutMs: 6e5 });
    return new _Baseline(git, root, folder);
  }
  /** Files of the tree as they are on disk, tracked or not, without ignored ones. */
  async list() {
    const [listed, deleted] = await Promise.all([this.#git.lsFiles(treeFiles), this.#git.lsFiles(["--deleted"])]);
    const gone = new Set(deleted);
    return listed.filter((path) => !gone.has(path) && !path.endsWith("/")).sort();
  }
  /** Files of the red tree. */
  paths() {
    return this.#git.lsFiles(["--cached"]);
  }
  /** Git for searching the tree's files. */
  get git() {
    return this.#git;
  }
  /** What a file was in the red tree; null when it was not there; a string says why it cannot be edited. */
  content(path) {
    const known = this.#contents.get(path);
    if (known !== void 0) return known;
    const loading = this.#load(path);
    this.#contents.set(path, loading);
    loading.catch(() => this.#contents.delete(path));
    return loading;
  }
  async #load(path) {
    const [entry] = await this.#entries([path]);
    if (entry === void 0) return null;
    if (!entry.mode.startsWith("100")) return `${path} is a symbolic link, which is never edited.`;
    const executable = entry.mode === "100755";
    const onDisk = join2(this.#root, path);
    const hash = await this.#git.run(["hash-object", `--path=${path}`, "--", onDisk]);
    if (hash.stdout.trim() === entry.object) return { bytes: await readFile(onDisk), executable };
    return this.#withTemporary(async (folder) => {
      await this.#git.text(["checkout-index", "-z", "--stdin", `--prefix=${folder}/`], { input: `${path}\0` });
      return { bytes: await readFile(join2(folder, path)), executable };
    });
  }
  /** True when git would not list a new file of this name. */
  async ignores(path) {
    const result = await this.#git.run(["check-ignore", "--quiet", "--no-index", "--", path], { env: { GIT_LITERAL_PATHSPECS: "0" } });
    return result.exitCode === 0;
  }
  /** The difference that `changes` make to the red tree. */
  patch(changes) {
    if (changes.size === 0) return Promise.resolve({ text: "", files: [] });
    const result = this.#patches.then(() => this.#withTemporary((folder) => this.#difference(changes, folder)));
    this.#patches = result.catch(() => {
    });
    return result;
  }
  async #difference(changes, folder) {
    const [before, after] = await Promise.all([this.#entries([...changes.keys()]), this.#store(changes, folder)]);
    const trees = await Promise.all([this.#tree(before, join2(folder, "before")), this.#tree(after, join2(folder, "after"))]);
    const options = ["--no-renames", "--no-color", ...trees];
    const numbers = this.#git.text(["diff", "--numstat", "--text", "-z", ...options]);
    numbers.catch(() => {
    });
    const binary = await this.#binaryAttributes(changes);
    const attributes = join2(this.#folder, "baseline.git", "info", "attributes");
    if (binary !== "") {
      await numbers;
      await writeFile(attributes, binary);
    }
    const text = await this.#git.text(["diff", "--binary", "--full-index", ...options]).finally(() => rm2(attributes, { force: true }));
    return { text: text === "" ? "" : `${text}
`, files: parseNumstat(await numbers) };
  }
  /** The changes that a patch makes to the red tree. Throws an `Error` in plain words when it does not apply or touches links. */
  async changesOf(patch) {
    if (patch.text.trim() === "") return /* @__PURE__ */ new Map();
    return this.#withTemporary(async (folder) => {
      const env = { GIT_INDEX_FILE: join2(folder, "index") };
      await copyFile(join2(this.#folder, "baseline.git", "index"), env.GIT_INDEX_FILE);
      const tree = await this.#git.text(["write-tree"], { env });
      const applied = await this.#git.run(["apply", "--cached", "--binary", "--whitespace=nowarn", "-"], { input: patch.text, env });
      if (applied.exitCode !== 0) throw new Error(`The patch does not apply to the red tree: ${applied.stderr.trim()}`);
      const raw = await this.#git.text(["diff-index", "--cached", "--raw", "--no-renames", "--no-abbrev", "-z", tree], { env });
      const entries = parseRaw(raw);
      const link = entries.find((entry) => entry.mode !== null && !entry.mode.startsWith("100"));
      if (link !== void 0) throw new Error(`The patch makes ${link.path} a symbolic link or a submodule, which is not allowed.`);
      const present = entries.filter((entry) => entry.mode !== null).map((entry) => `${entry.path}\0`);
      await this.#git.text(["checkout-index", "-z", "--stdin", `--prefix=${folder}/files/`], { env, input: present.join("") });
      const changes = /* @__PURE__ */ new Map();
      for (const { path, mode } of entries) {
        await this.content(path);
        changes.set(path, mode === null ? null : { bytes: await readFile(join2(folder, "files", path)), executable: mode === "100755" });
      }
      return changes;
    });
  }
  /** Files that are neither in the red tree nor ignored: made by an installation, a build or a test run, or by an edit. */
  untracked() {
    return this.#git.lsFiles(untrackedFiles);
  }
  /**
   * Makes `root` (this tree or another copy of it) the red tree again: what test runs, builds and edits changed is put back, and
   * files they left are removed, without those in `keep`. Ignored files are not touched.
   */
  async restore(root, keep) {
    await this.#withTemporary(async (folder) => {
      const index = join2(folder, "index");
      await copyFile(join2(this.#folder, "baseline.git", "index"), index);
      const git = new Git(root, { env: { ...environment(this.#folder, root), GIT_INDEX_FILE: index } });
      await git.run(["update-index", "-q", "--really-refresh"], { timeoutMs: 6e5 });
      const changed = await git.lsFiles(["--modified", "--deleted"]);
      if (changed.length > 0) {
        await git.text(["checkout-index", "-f", "-z", "--stdin"], { input: changed.map((path) => `${path}\0`).join("") });
      }
      const left = (await git.lsFiles(untrackedFiles)).filter((path) => !keep.has(path));
      await mapLimit(left, 32, (path) => rm2(join2(root, path), { recursive: true, force: true }));
    });
  }
  async #entries(paths) {
    const listing = await this.#git.text(["ls-files", "--stage", "-z", "--", ...paths]);
    const wanted = new Set(paths);
    return listing.split("\0").flatMap((line) => {
      const match = /^(\d+) ([0-9a-f]+) 0\t(.*)$/s.exec(line);
      return match ? [{ mode: match[1] ?? "", object: match[2] ?? "", path: match[3] ?? "" }] : [];
    }).filter((entry) => wanted.has(entry.path));
  }
  /** Writes the new contents as objects, in git's own form of them (line ends). */
  async #store(changes, folder) {
    const entries = await mapLimit([...changes].entries(), 4, async ([index, [path, content]]) => {
      if (content === null) return [];
      const file = join2(folder, `content-${index}`);
      await writeFile(file, content.bytes);
      const object2 = await this.#git.text(["hash-object", "-w", `--path=${path}`, "--", file]);
      return [{ mode: content.executable ? "100755" : "100644", object: object2, path }];
    });
    return entries.flat();
  }
  async #tree(entries, index) {
    const env = { GIT_INDEX_FILE: index };
    const input = entries.map(({ mode, object: object2, path }) => `${mode} ${object2}	${path}\0`).join("");
    await this.#git.text(["update-index", "-z", "--index-info"], { env, input });
    return this.#git.text(["write-tree"], { env });
  }
  async #binaryAttributes(changes) {
    const lines = [];
    for (const [path, after] of changes) {
      const before = await this.content(path);
      const contents2 = [after, typeof before === "string" ? null : before];
      const binary = contents2.some((content) => content !== null && !isUtf8(content.bytes));
      if (binary) lines.push(`${JSON.stringify(`/${path.replace(/[\\*?[\]!#]/g, "\\$&")}`)} -diff
`);
    }
    return lines.join("");
  }
  async #withTemporary(work) {
    const folder = await mkdtemp(join2(this.#folder, "work-"));
    try {
      return await work(folder);
    } finally {
      await rm2(folder, { recursive: true, force: true });
    }
  }
};
function environment(folder, root) {
  return { ...isolated, GIT_DIR: join2(folder, "baseline.git"), GIT_WORK_TREE: root, GIT_LITERAL_PATHSPECS: "1" };
}
function isUtf8(bytes) {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
function parseNumstat(listing) {
  return listing.split("\0").flatMap((line) => {
    const match = /^(\d+|-)\t(\d+|-)\t(.+)$/s.exec(line);
    return match ? [{ path: match[3] ?? "", added: Number(match[1]) || 0, removed: Number(match[2]) || 0 }] : [];
  });
}
function parseRaw(listing) {
  const fields = listing.split("\0");
  const entries = [];
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const mode = fields[index]?.split(" ")[1] ?? "";
    entries.push({ path: fields[index + 1] ?? "", mode: mode === "000000" ? null : mode });
  }
  return entries;
}

// src/workspace/copy-files.ts
import { constants } from "node:fs";
import { copyFile as copyFile2, lstat, mkdir as mkdir2, readdir as readdir2, readlink, symlink } from "node:fs/promises";
import { dirname, join as join3, relative } from "node:path";
var concurrency = 32;
async function copyFiles(paths, options) {
  const folders = /* @__PURE__ */ new Map();
  const makeFolder = (path) => {
    const known = folders.get(path);
    if (known !== void 0) return known;
    const making = mkdir2(path, { recursive: true });
    folders.set(path, making);
    return making;
  };
  const copied = [];
  const copy = async (file) => {
    const to = join3(options.to, file);
    await makeFolder(dirname(to));
    if (await copyOne(join3(options.from, file), to, options)) copied.push(file);
  };
  await mapLimit(paths, concurrency, async (path) => {
    options.signal?.throwIfAborted();
    const files = await expand(options.from, path.replace(/\/$/, ""), options.except);
    const [only] = files;
    await (files.length === 1 && only !== void 0 ? copy(only) : mapLimit(files, 4, copy));
  });
  return copied;
}
async function copyOne(from, to, roots) {
  try {
    const found = await lstat(from);
    if (found.isSymbolicLink()) await symlink(retarget(await readlink(from), from, to, roots), to);
    else if (found.isFile()) await copyFile2(from, to, constants.COPYFILE_FICLONE);
    else return false;
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "EACCES")) return false;
    throw error;
  }
}
function retarget(target, from, to, roots) {
  const absolute = target.startsWith("/") ? target : join3(dirname(from), target);
  if (!isWithin(roots.from, absolute)) return absolute;
  return target.startsWith("/") ? relative(dirname(to), join3(roots.to, relative(roots.from, absolute))) : target;
}
async function expand(root, path, except) {
  const absolute = join3(root, path);
  if (absolute === except) return [];
  const found = await lstat(absolute).catch(() => null);
  if (found === null) return [];
  if (!found.isDirectory()) return [path];
  const names2 = (await readdir2(absolute)).filter((name) => name !== ".git");
  return (await Promise.all(names2.map((name) => expand(root, join3(path, name), except)))).flat();
}

// src/workspace/ignored-files.ts
import { lstat as lstat2, mkdir as mkdir4, readdir as readdir4, symlink as symlink3 } from "node:fs/promises";
import { basename, dirname as dirname2, join as join5 } from "node:path";

// src/workspace/modules.ts
import { mkdir as mkdir3, readdir as readdir3, readFile as readFile2, readlink as readlink2, realpath as realpath2, stat, symlink as symlink2 } from "node:fs/promises";
import { join as join4, relative as relative2, sep } from "node:path";
var stores = /^\.(?:pnpm|bun|store)$/;
var concurrency2 = 32;
var deepest = 20;
var isPackageFolder = (name) => !name.startsWith(".") && !name.startsWith("@");
var names = record(string(), unknown()).catch({});
var manifest = object({ dependencies: names, peerDependencies: names, optionalDependencies: names });
async function packagesToCopy(root, folders) {
  const survey = { workspace: /* @__PURE__ */ new Set(), requires: /* @__PURE__ */ new Map() };
  for (const folder of folders) {
    await noteLinks(root, join4(root, folder), "", survey);
    if (await checksTypes(join4(root, folder, ".."))) survey.workspace.add("vitest");
  }
  if (survey.workspace.size === 0) return /* @__PURE__ */ new Set();
  for (const folder of folders) await noteFolder(join4(root, folder), survey, 0);
  const reached = new Set(survey.workspace);
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const [name, required] of survey.requires) if ([...required].some((each) => reached.has(each))) reached.add(name);
  }
  return reached;
}
async function checksTypes(folder) {
  const names2 = (await entriesOf(folder)).filter((entry) => entry.isFile() && vitestSettings.test(entry.name)).map(({ name }) => name);
  if (!names2.includes("package.json")) return false;
  const texts = await Promise.all(names2.map((name) => readFile2(join4(folder, name), "utf8").catch(() => "")));
  return texts.some((text) => /\btypecheck\b/.test(text)) && texts.some((text) => text.includes("vitest"));
}
var vitestSettings = /^(?:package\.json|vite(?:st)?\.(?:config|workspace)\.[cm]?[jt]s|vitest\.workspace\.json)$/;
async function noteLinks(root, folder, scope, survey) {
  await mapLimit(await entriesOf(folder), concurrency2, async (entry) => {
    if (entry.isDirectory() && entry.name.startsWith("@")) return noteLinks(root, join4(folder, entry.name), `${entry.name}/`, survey);
    if (!entry.isSymbolicLink()) return;
    const real = await realpath2(join4(folder, entry.name)).catch(() => null);
    if (real !== null && isWithin(root, real) && !relative2(root, real).split(sep).includes("node_modules"))
      survey.workspace.add(scope + entry.name);
  });
}
async function noteFolder(folder, survey, depth, scope = "") {
  const all = /* @__PURE__ */ new Set();
  if (depth > deepest) return all;
  await mapLimit(await entriesOf(folder), concurrency2, async (entry) => {
    if (!entry.isDirectory()) return;
    const path = join4(folder, entry.name);
    const below = entry.name.startsWith("@") ? await noteFolder(path, survey, depth + 1, `${entry.name}/`) : stores.test(entry.name) ? await noteStore(path, survey, depth + 1) : isPackageFolder(entry.name) ? await notePackage(scope + entry.name, path, survey, depth + 1) : [];
    for (const name of below) all.add(name);
  });
  return all;
}
async function notePackage(name, path, survey, depth) {
  const required = /* @__PURE__ */ new Set([...await requiredBy(path), ...await noteFolder(join4(path, "node_modules"), survey, depth)]);
  addTo(survey, name, required);
  return required;
}
async function noteStore(store, survey, depth) {
  await mapLimit(await entriesOf(store), concurrency2, async (entry) => {
    if (!entry.isDirectory() || entry.name === "node_modules") return;
    const { folders, links } = await membersOf(join4(store, entry.name, "node_modules"));
    for (const name of folders) addTo(survey, name, links);
    await noteFolder(join4(store, entry.name, "node_modules"), survey, depth);
  });
  return /* @__PURE__ */ new Set();
}
async function membersOf(folder, scope = "") {
  const folders = [];
  const links = [];
  for (const entry of await entriesOf(folder)) {
    if (entry.isSymbolicLink()) links.push(scope + entry.name);
    else if (entry.isDirectory() && entry.name.startsWith("@")) {
      const inner = await membersOf(join4(folder, entry.name), `${entry.name}/`);
      folders.push(...inner.folders);
      links.push(...inner.links);
    } else if (entry.isDirectory()) folders.push(scope + entry.name);
  }
  return { folders, links };
}
function addTo({ requires }, name, required) {
  const known = requires.get(name) ?? /* @__PURE__ */ new Set();
  for (const each of required) known.add(each);
  requires.set(name, known);
}
async function requiredBy(path) {
  try {
    const found = manifest.parse(JSON.parse(await readFile2(join4(path, "package.json"), "utf8")));
    return Object.values(found).flatMap((each) => Object.keys(each));
  } catch {
    return [];
  }
}
var entriesOf = (folder) => readdir3(folder, { withFileTypes: true }).catch(() => []);
async function bringModules(source, target, options, scope = "") {
  const original = await realpath2(source).catch(() => null);
  if (original === null || !(await stat(original)).isDirectory()) return;
  if (![options.from, await realpath2(options.from)].some((folder) => isWithin(folder, original))) return symlink2(original, target);
  await mkdir3(target, { recursive: true });
  await mapLimit(await entriesOf(original), concurrency2, async (entry) => {
    if (options.isCache(entry.name)) return;
    const from = join4(original, entry.name);
    const to = join4(target, entry.name);
    if (entry.isSymbolicLink()) return symlink2(retarget(await readlink2(from), from, to, options), to);
    if (!entry.isDirectory()) return void await copyOne(from, to, options);
    if (entry.name === ".bin") return bringModules(from, to, options);
    if (entry.name.startsWith("@")) return bringModules(from, to, options, `${entry.name}/`);
    if (options.copied.size > 0 && isWithin(options.from, from)) {
      if (stores.test(entry.name)) return bringStore(from, to, options);
      if (options.copied.has(scope + entry.name)) return copyPackage(from, to, options);
    }
    return symlink2(from, to);
  });
}
async function bringStore(store, target, options) {
  await mkdir3(target, { recursive: true });
  await mapLimit(await entriesOf(store), concurrency2, async (entry) => {
    const from = join4(store, entry.name);
    const to = join4(target, entry.name);
    if (!entry.isDirectory()) return void await copyOne(from, to, options);
    if (entry.name === "node_modules") return bringModules(from, to, options);
    const { folders } = await membersOf(join4(from, "node_modules"));
    if (!folders.some((name) => options.copied.has(name))) return symlink2(from, to);
    return bringModules(join4(from, "node_modules"), join4(to, "node_modules"), options);
  });
}
async function copyPackage(from, to, options) {
  const inside = relative2(options.from, from);
  const files = (await entriesOf(from)).filter(({ name }) => name !== "node_modules").map(({ name }) => join4(inside, name));
  await mkdir3(to, { recursive: true });
  await copyFiles(files, { ...options, to: join4(to, relative2(from, options.from)) });
  await bringModules(join4(from, "node_modules"), join4(to, "node_modules"), options);
}

// src/workspace/ignored-files.ts
var copyLimit = { bytes: 50 * 1024 * 1024, files: 2e3 };
var caches = /^(\.cache|__pycache__|\.pytest_cache|\.mypy_cache|\.ruff_cache|\.hypothesis|\.tox|\.nox|\.gradle|_build|\.phpunit\.result\.cache|\.vite|\.vite-temp|\.vitest|\.tmp|\.temp|\.turbo|\.parcel-cache|\.nyc_output|\.eslintcache|\.rollup\.cache|coverage)$/;
var compiled = /\.(?:o|obj|lo|gch|pyc|class|beam)$/;
var buildFolders = {
  target: ["Cargo.toml", "pom.xml", "build.sbt"],
  build: ["build.gradle", "build.gradle.kts", "CMakeLists.txt"],
  bin: ["*.csproj", "*.fsproj"],
  obj: ["*.csproj", "*.fsproj"]
};
var credentials = /^(\.env|\.env\.(local|production|development|staging)(\.local)?|\.npmrc|\.netrc|\.pypirc|id_(rsa|ed25519))$/;
async function listIgnored(git) {
  const listed = await git.lsFiles(["--others", "--ignored", "--exclude-standard", "--exclude=node_modules", "--directory"]);
  const outermost = [];
  for (const path of [...listed].sort()) {
    const last = outermost.at(-1);
    if (last?.endsWith("/") && path.startsWith(last)) continue;
    outermost.push(path);
  }
  return outermost;
}
async function bringIgnored(paths, options) {
  const budget = { ...copyLimit };
  const modules = paths.map((path) => path.replace(/\/$/, "")).filter((path) => basename(path) === "node_modules");
  const copied = await packagesToCopy(options.from, modules);
  const wanted = [...paths];
  for (const [index, listed] of wanted.entries()) {
    options.signal?.throwIfAborted();
    const path = listed.replace(/\/$/, "");
    const name = basename(path);
    const source = join5(options.from, path);
    const target = join5(options.to, path);
    if (compiled.test(name) || await isBuildFolder(source, name)) continue;
    if (caches.test(name) || credentials.test(name) || isWithin(source, options.except)) continue;
    if (await exists(target)) {
      if (index < paths.length && name !== "node_modules")
        wanted.push(...(await entriesOfBoth(source, target)).map((each) => join5(path, each)));
      continue;
    }
    if (name === "node_modules") {
      await bringModules(source, target, { ...options, copied, isCache: (entry) => caches.test(entry) });
      continue;
    }
    const size = await measure(source, budget);
    await mkdir4(dirname2(target), { recursive: true });
    if (size === null) {
      await symlink3(source, target);
      continue;
    }
    budget.bytes -= size.bytes;
    budget.files -= size.files;
    await copyFiles([path], options);
  }
}
async function entriesOfBoth(source, target) {
  const found = await Promise.all([source, target].map((path) => lstat2(path).catch(() => null)));
  return found.every((each) => each?.isDirectory() === true) ? readdir4(source).catch(() => []) : [];
}
async function isBuildFolder(path, name) {
  if (await exists(join5(path, "CMakeCache.txt"))) return true;
  const manifests = Object.hasOwn(buildFolders, name) ? buildFolders[name] ?? [] : [];
  if (manifests.length === 0) return false;
  const beside = await readdir4(dirname2(path)).catch(() => []);
  return manifests.some(
    (manifest2) => beside.some((each) => manifest2.startsWith("*") ? each.endsWith(manifest2.slice(1)) : each === manifest2)
  );
}
async function measure(path, limit) {
  const total = { bytes: 0, files: 0 };
  const pending = [path];
  for (let next = pending.pop(); next !== void 0; next = pending.pop()) {
    const found = await lstat2(next).catch(() => null);
    if (found === null) continue;
    if (found.isDirectory()) {
      const folder = next;
      pending.push(...(await readdir4(folder).catch(() => [])).map((name) => join5(folder, name)));
    } else {
      total.bytes += found.size;
      total.files++;
    }
    if (total.bytes > limit.bytes || total.files > limit.files || pending.length > limit.files) return null;
  }
  return total;
}
async function exists(path) {
  return await lstat2(path).catch(() => null) !== null;
}

// src/workspace/older-tree.ts
import { mkdir as mkdir5 } from "node:fs/promises";
import { join as join6 } from "node:path";
async function fillOlderTree(source, { sha, root, dependencies, signal }) {
  await createRepositoryOf(source, root, sha, null);
  const git = new Git(root, { env: { ...isolated, GIT_DIR: join6(root, ".git"), GIT_WORK_TREE: root }, withoutFilters: true, signal });
  await git.text(["rev-parse", "--verify", "--quiet", "--end-of-options", `${sha}^{tree}`]);
  await git.text(["read-tree", sha]);
  await git.text(["checkout-index", "--all", "--force", "--quiet"], { timeoutMs: 6e5 });
  await mkdir5(join6(root, ".git", "refs"), { recursive: true });
  if (dependencies !== null) await bringIgnored(await listIgnored(dependencies), { from: dependencies.root, to: root, except: "", signal });
}

// src/workspace/search.ts
var import_picomatch = __toESM(require_picomatch(), 1);
var defaultResults = 50;
var mostResults = 1e4;
var longestLine = 300;
var timeLimitMs = 1e4;
var keepBytes = 32 * 1024 * 1024;
var refuse = (reason) => ({ ok: false, reason });
async function search(git, list, query) {
  const max = Math.min(Math.max(1, Math.trunc(query.maxResults ?? defaultResults)), mostResults);
  const inGlob = globFilter(query.glob);
  if (query.query === void 0 || query.query === "") {
    const files = (await list()).filter(inGlob).map((path) => ({ path, line: null, text: null }));
    return ranked(files, max, "files", null);
  }
  const pattern = parsePattern(query.query);
  if (typeof pattern === "string") return refuse(pattern);
  const result = await git.run(grepArguments(pattern, query.glob), {
    timeoutMs: timeLimitMs,
    keepBytes,
    env: { GIT_LITERAL_PATHSPECS: "0", LC_ALL: "C.UTF-8" }
  });
  if (result.timedOut) return refuse("The search took too long: use a simpler pattern, plain text, or a narrower glob.");
  if (result.exitCode !== 0 && result.exitCode !== 1) {
    const cause = result.stderr.split("\n").find((line) => /^(fatal|error)/.test(line)) ?? "unknown reason";
    return refuse(`The search failed (${cause.slice(0, 200)}): use a simpler pattern or plain text.`);
  }
  const complete = result.clippedBytes === 0 ? result.stdout : result.stdout.slice(0, keepBytes / 2).replace(/[^\n]*$/, "");
  const hits = parseHits(complete, pattern).filter((hit) => inGlob(hit.path));
  return ranked(hits, max, "hits", result.clippedBytes === 0 ? null : "the search stopped early because there are very many hits");
}
function parsePattern(query) {
  const match = /^\/(.+)\/([a-z]*)$/s.exec(query);
  const source = match?.[1];
  if (source === void 0) {
    if (query.includes("\n")) return "The query has several lines, but lines are searched one by one: give one line.";
    return { text: query, regex: false, ignoreCase: false };
  }
  try {
    new RegExp(source, match?.[2]);
  } catch (error) {
    return `${query} is not a regular expression: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (source.includes("\n")) return "The pattern holds a line break, but lines are searched one by one.";
  return { text: source, regex: true, ignoreCase: match?.[2]?.includes("i") ?? false };
}
function grepArguments(pattern, glob) {
  const kind = pattern.regex ? "--perl-regexp" : "--fixed-strings";
  const flags = ["-n", "-I", "-z", "--untracked", "--no-color", "--full-name", kind, ...pattern.ignoreCase ? ["-i"] : []];
  const simple = glob !== void 0 && /^[\w./*@-]+$/.test(glob) && glob.includes("/") && !glob.endsWith("/");
  const excluded = ":(exclude,glob)**/node_modules/**";
  return ["grep", ...flags, "-e", pattern.text, "--", simple ? `:(glob)${glob.replace(/^\.?\//, "")}` : ".", excluded];
}
function parseHits(output, pattern) {
  return output.split("\n").flatMap((record2) => {
    const [path, line, text] = record2.split("\0");
    if (path === void 0 || line === void 0 || text === void 0) return [];
    return [{ path, line: Number(line), text: clipLine(text.replace(/\r$/, ""), pattern) }];
  });
}
function clipLine(text, pattern) {
  if (text.length <= longestLine) return text;
  const at2 = pattern.regex ? 0 : text.indexOf(pattern.text);
  const start = Math.max(0, Math.min(at2 - longestLine / 3, text.length - longestLine));
  const end = start + longestLine;
  return `${start > 0 ? "\u2026" : ""}${text.slice(start, end)}${end < text.length ? "\u2026" : ""}`;
}
function globFilter(glob) {
  if (glob === void 0 || glob === "" || glob === ".") return () => true;
  const pattern = glob.replace(/^\.?\//, "").replace(/\/$/, "/**");
  const patterns = pattern.includes("/") ? [pattern, `${pattern}/**`] : [`**/${pattern}`, `**/${pattern}/**`];
  const matches = (0, import_picomatch.default)(patterns, { dot: true });
  return (path) => matches(path);
}
var testPolicy = createPathPolicy({ protectedPaths: null, allowTestChanges: false });
var sourceFile = /\.(c|m)?(j|t)sx?$|\.(py|rb|go|rs|java|kt|scala|swift|php|cs|c|cc|cpp|h|hpp|vue|svelte|ex|exs|lua|dart|jl|sh)$/i;
function rank(path) {
  if (testPolicy.refuses(path) !== null) return sourceFile.test(path) ? 1 : 3;
  if (/(^|\/)(dist|build|out|vendor|min)\/|\.min\./.test(path)) return 4;
  return sourceFile.test(path) ? 0 : 2;
}
function ranked(hits, max, what, more) {
  const ranks = /* @__PURE__ */ new Map();
  const rankOf = (path) => {
    const known = ranks.get(path) ?? rank(path);
    ranks.set(path, known);
    return known;
  };
  const sorted = [...hits].sort((a, b) => rankOf(a.path) - rankOf(b.path));
  const left = sorted.length - max;
  const parts = [
    ...left > 0 ? [`${left} more ${what} are not shown; narrow the query or the glob, or raise max_results`] : [],
    ...more === null ? [] : [more]
  ];
  return { ok: true, hits: sorted.slice(0, max), cut: parts.length === 0 ? null : parts.join("; ") };
}

// src/workspace/slice.ts
function sliceOf(path, content, range = {}) {
  const file = decodeText(content.bytes);
  if (typeof file === "string") return { ok: false, reason: `${path} cannot be shown: ${file}.` };
  const lines = file.text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const firstLine = Math.max(1, Math.trunc(range.start ?? 1));
  const wantedLast = Math.min(lines.length, Math.trunc(range.end ?? lines.length));
  if (lines.length > 0 && (firstLine > lines.length || wantedLast < firstLine)) {
    return {
      ok: false,
      reason: `${path} has ${lines.length} lines: there are no lines ${firstLine} to ${Math.trunc(range.end ?? firstLine)}.`
    };
  }
  const shown = fitting(lines.slice(firstLine - 1, wantedLast), range.maxChars ?? Number.POSITIVE_INFINITY);
  const lastLine = lines.length === 0 ? 0 : firstLine - 1 + shown.lines.length;
  return {
    ok: true,
    path,
    text: shown.lines.join(""),
    firstLine: lines.length === 0 ? 0 : firstLine,
    lastLine,
    totalLines: lines.length,
    eol: file.eol,
    finalNewline: file.text.endsWith("\n"),
    cut: cutText(firstLine, lastLine, lines.length, shown.clipped)
  };
}
function fitting(lines, max) {
  const fit = [];
  let chars = 0;
  for (const line of lines) {
    if (chars + line.length > max) {
      if (fit.length > 0) return { lines: fit, clipped: 0 };
      return { lines: [line.slice(0, max)], clipped: line.length - max };
    }
    fit.push(line);
    chars += line.length;
  }
  return { lines: fit, clipped: 0 };
}
function cutText(first, last, total, clipped) {
  const parts = [
    ...clipped > 0 ? [`line ${first} is ${clipped} characters longer than shown`] : [],
    ...first > 1 ? [`lines 1-${first - 1} are not shown`] : [],
    ...last < total ? [`lines ${last + 1}-${total} are not shown`] : []
  ];
  return parts.length === 0 ? null : parts.join("; ");
}

// src/workspace/workspace.ts
async function openWorkspace(options) {
  await mkdir6(options.temp, { recursive: true });
  const folder = await mkdtemp2(join7(await realpath3(options.temp), treesPrefix));
  try {
    return await CopiedWorkspace.open(options, folder);
  } catch (error) {
    await removeTree(folder);
    throw error;
  }
}
var isModules = (path) => basename2(path) === "node_modules";
var CopiedWorkspace = class _CopiedWorkspace {
  root;
  #options;
  #folder;
  #source;
  #baseline;
  #tree;
  #rules;
  #leftovers;
  /** What installation, build and the first test runs left beside the red tree: it stays until the end. */
  #settled = null;
  /** The last patch that was asked for: several ask after one edit, and git takes a while. */
  #asked = null;
  /** Copies of this tree that are being made. */
  #copying = /* @__PURE__ */ new Set();
  /** A copy of the red tree that is being made, or was, for the next proof. */
  #ahead = null;
  /** Puts the packages of an installation back in the place of those of the checkout; null where they are there. */
  #ownModules = null;
  /** What the installation alone left: that is in a clean copy too. Null: nobody has said yet. */
  #installed = null;
  constructor(options, folder, root, source, baseline) {
    this.root = root;
    this.#options = options;
    this.#folder = folder;
    this.#source = source;
    this.#baseline = baseline;
    this.#rules = { policy: options.policy, ignores: (path) => baseline.ignores(path), paths: () => baseline.paths() };
    this.#tree = new EditedTree(root, (path) => baseline.content(path), this.#rules);
    this.#leftovers = new Leftovers(this.#tree, baseline, folder);
  }
  static async open(options, folder) {
    const { checkout, signal } = options;
    const source = await readSource(new Git(checkout.root, { readOnly: true, withoutFilters: true, signal }));
    const root = await newRoot(folder, checkout.root);
    const copied = await copyCheckout(source, checkout, root, folder, signal);
    await bringIgnored(await listIgnored(source.git), { from: checkout.root, to: root, except: folder, signal });
    const baseline = await Baseline.record(source, root, folder, copied, signal);
    return new _CopiedWorkspace(options, folder, root, source, baseline);
  }
  list() {
    return this.#baseline.list();
  }
  scan(query) {
    return search(this.#baseline.git, () => this.list(), query);
  }
  async read(path, lines) {
    const name = path.replace(/^(\.\/)+/, "");
    const malformed = lexicalRefusal(name);
    if (malformed !== null) return { ok: false, reason: malformed };
    const known = await this.#tree.content(name);
    if (known !== null && typeof known !== "string") return sliceOf(name, known, lines);
    if (this.#tree.touched.get(name) === null) return { ok: false, reason: `${name} was deleted by an edit.` };
    const found = await readablePath(this.root, name, this.#options.checkout.root);
    if (typeof found === "string") return { ok: false, reason: found };
    return sliceOf(name, { bytes: await readFile3(found.real), executable: false }, lines);
  }
  async original(path) {
    if (lexicalRefusal(path) !== null) return null;
    const content = await this.#baseline.content(path);
    if (content === null || typeof content === "string" || content.bytes.length > 2e6) return null;
    const file = decodeText(content.bytes);
    return typeof file === "string" ? null : file.text;
  }
  async installed(ran) {
    const [left] = await Promise.all([ran ? this.#left() : { untracked: [], ignored: [] }, this.#leftovers.begin()]);
    this.#installed = left;
  }
  tidy() {
    return this.#leftovers.tidy();
  }
  setAside() {
    return this.#leftovers.setAside();
  }
  putBack() {
    return this.#leftovers.putBack();
  }
  async modulesOfCheckout() {
    const { checkout, signal } = this.#options;
    const paths = (await listIgnored(this.#source.git)).map((path) => path.replace(/\/$/, "")).filter(isModules);
    const place = await mkdtemp2(join7(this.#folder, "modules-"));
    const moved = await moveEntries(this.root, paths, place);
    await bringIgnored(paths, { from: checkout.root, to: this.root, except: this.#folder, signal });
    const installed = this.#installed;
    if (installed !== null)
      this.#installed = { ...installed, ignored: installed.ignored.filter((path) => !isModules(path.replace(/\/$/, ""))) };
    this.#ownModules = async () => {
      for (const [at2, [path, from]] of moved.entries()) {
        await moveEntry(this.root, path, join7(place, `of-checkout-${at2}`));
        await rename(from, join7(this.root, path));
      }
      this.#installed = installed;
    };
    return paths.length > 0;
  }
  async ownModules() {
    await this.#ownModules?.();
    this.#ownModules = null;
  }
  async #left() {
    const [untracked, ignored] = await Promise.all([this.#baseline.untracked(), listIgnored(this.#baseline.git)]);
    return { untracked, ignored };
  }
  async edit(edits) {
    await Promise.allSettled(this.#copying);
    await this.#settle();
    return this.#tree.edit(edits);
  }
  patch() {
    const touched = new Map(this.#tree.touched);
    if (this.#asked !== null && sameEntries(this.#asked.touched, touched)) return this.#asked.patch;
    const asked = { touched, patch: this.#baseline.patch(touched) };
    this.#asked = asked;
    asked.patch.catch(() => {
      if (this.#asked === asked) this.#asked = null;
    });
    return asked.patch;
  }
  async edits() {
    const edits = [];
    for (const [path, content] of [...this.#tree.touched]) {
      const before = await this.#baseline.content(path);
      const edit = typeof before === "string" ? null : editOf(path, before, content);
      if (edit === null) return null;
      edits.push(edit);
    }
    return edits;
  }
  async reset(patch) {
    const changes = patch === void 0 ? /* @__PURE__ */ new Map() : await this.#baseline.changesOf(patch);
    await Promise.allSettled(this.#copying);
    await this.#baseline.restore(this.root, await this.#settle());
    await this.#tree.set(changes);
  }
  async replica() {
    const { signal } = this.#options;
    const touched = new Map(this.#tree.touched);
    const root = await newRoot(this.#folder, this.root);
    const roots = { from: this.root, to: root, except: "", signal };
    await copyFiles([...await this.list(), ".git"], roots);
    await bringIgnored(await listIgnored(this.#baseline.git), roots);
    await mkdir6(join7(root, ".git", "refs"), { recursive: true });
    for (const [path, content] of touched) await writeContent(root, path, content);
    const copy = this.#copy(root, touched);
    await copy.tidy();
    return copy;
  }
  freshAhead() {
    this.#ahead ??= this.#copied(this.#redTree(this.#folder));
  }
  async fresh(patch) {
    const ahead = patch.text === "" ? null : this.#ahead;
    if (ahead !== null) this.#ahead = null;
    const changes = await this.#baseline.changesOf(patch);
    const root = await ahead?.catch(() => null) ?? await this.#copied(this.#redTree(this.#folder));
    for (const [path, content] of changes) await writeContent(root, path, content);
    return this.#copy(root, changes);
  }
  async fork() {
    const folder = await mkdtemp2(join7(this.#folder, treesPrefix));
    const root = await this.#redTree(folder);
    const baseline = await Baseline.record(this.#source, root, folder, await this.#baseline.paths(), this.#options.signal);
    const fork = new _CopiedWorkspace(this.#options, folder, root, this.#source, baseline);
    await fork.installed(true);
    return fork;
  }
  /** Edits wait for `copy`: of a file that changes meanwhile it would get one half. */
  #copied(copy) {
    this.#copying.add(copy);
    const done = () => this.#copying.delete(copy);
    copy.then(done, done);
    return copy;
  }
  /** The root of a new copy of the red tree, with everything that was installed; where nobody said so, that was there at the first edit. */
  async #redTree(folder) {
    const { checkout, signal } = this.#options;
    const root = await newRoot(folder, this.root);
    await copyCheckout(this.#source, checkout, root, this.#folder, signal);
    await this.#baseline.restore(root, /* @__PURE__ */ new Set());
    const { untracked, ignored: ours } = this.#installed ?? { ...await this.#left(), untracked: [...await this.#settle()] };
    await copyFiles(untracked, { from: this.root, to: root, except: "", signal });
    await bringIgnored(ours.filter(isModules), { from: this.root, to: root, except: "", signal });
    await bringIgnored(await listIgnored(this.#source.git), { from: checkout.root, to: root, except: this.#folder, signal });
    await bringIgnored(ours, { from: this.root, to: root, except: "", signal });
    return root;
  }
  async older(sha, { linked }) {
    const root = await newRoot(this.#folder, this.#options.checkout.root);
    const drop = () => removeTree(join7(root, ".."));
    try {
      const dependencies = linked ? this.#baseline.git : null;
      await fillOlderTree(this.#source, { sha, root, dependencies, signal: this.#options.signal });
    } catch (error) {
      await drop();
      throw error;
    }
    return { root, [Symbol.asyncDispose]: drop };
  }
  #settle() {
    this.#settled ??= this.#baseline.untracked().then((paths) => new Set(paths));
    return this.#settled;
  }
  /** A replica whose origin is the red tree with `changes`. */
  #copy(root, changes) {
    const origin = async (path) => {
      const content = changes.get(path);
      return content === void 0 ? this.#baseline.content(path) : content;
    };
    const tree = new EditedTree(root, origin, this.#rules);
    const tidy = () => this.#leftovers.tidy(tree, changes.keys());
    return {
      root: tree.root,
      disturbed: () => this.#leftovers.disturbed,
      tidy,
      apply: (edits) => tree.replace(edits),
      preview: (many3) => tree.preview(many3),
      restore: (paths) => tree.restore(paths),
      [Symbol.asyncDispose]: () => removeTree(join7(tree.root, ".."))
    };
  }
  [Symbol.asyncDispose]() {
    return removeTree(this.#folder);
  }
};
function sameEntries(one3, other) {
  return one3.size === other.size && [...one3].every(([path, content]) => other.has(path) && other.get(path) === content);
}
async function newRoot(folder, original) {
  const root = join7(await mkdtemp2(join7(folder, "tree-")), basename2(original) || "repository");
  await mkdir6(root);
  return root;
}
async function copyCheckout(source, checkout, root, except, signal) {
  const [copied] = await Promise.all([
    copyFiles(await source.git.lsFiles(treeFiles), { from: checkout.root, to: root, except, signal }),
    createRepositoryOf(source, root, checkout.sha, checkout.branch)
  ]);
  return [...new Set(copied)];
}

// src/workspace/hosted-runner.ts
var settings = [
  { name: "kernel.apparmor_restrict_unprivileged_userns", open: "0" },
  { name: "kernel.unprivileged_userns_clone", open: "1" }
];
var nothing2 = { [Symbol.asyncDispose]: async () => {
} };
var installTimeoutMs = 12e4;
var tryOut = ["bwrap", "--unshare-user", "--unshare-pid", "--unshare-net", "--ro-bind", "/", "/", "--proc", "/proc", "true"];
async function prepareRunner({ env, log }) {
  if (env.GITHUB_ACTIONS !== "true" || env.RUNNER_ENVIRONMENT !== "github-hosted" || env.RUNNER_OS !== "Linux") return nothing2;
  const run = (argv, timeoutMs = 1e4) => runCommand({ argv, cwd: "/", env: { PATH: userPath(env), LC_ALL: "C", DEBIAN_FRONTEND: "noninteractive" }, timeoutMs });
  const works = async (argv, timeoutMs) => (await run(argv, timeoutMs)).exitCode === 0;
  const sudo = (...argv) => ["sudo", "-n", ...argv];
  if (await works(tryOut)) return nothing2;
  if (!await works(["bwrap", "--version"])) {
    const install = sudo("apt-get", "install", "--yes", "--no-install-recommends", "bubblewrap");
    const installed = await works(install, installTimeoutMs) || await works(sudo("apt-get", "update"), installTimeoutMs) && await works(install, installTimeoutMs);
    log(installed ? "sandbox: installed bubblewrap with apt-get" : "sandbox: bubblewrap could not be installed with apt-get");
    if (!installed || await works(tryOut)) return nothing2;
  }
  const changed = [];
  const restore = async () => {
    for (const { name, before } of changed.reverse()) {
      const back = await works(sudo("sysctl", "-q", "-w", `${name}=${before}`));
      log(back ? `sandbox: put ${name} back to ${before}` : `sandbox: ${name} could not be put back to ${before}`);
    }
  };
  for (const { name, open } of settings) {
    const { exitCode, stdout } = await run(["sysctl", "-n", name]);
    const before = stdout.trim();
    if (exitCode !== 0 || before === open || !/^\d+$/.test(before)) continue;
    if (!await works(sudo("sysctl", "-q", "-w", `${name}=${open}`))) continue;
    changed.push({ name, before });
    log(`sandbox: set ${name} from ${before} to ${open} until the end of this step, so that bubblewrap works`);
  }
  return { [Symbol.asyncDispose]: restore };
}

// src/phases/confine.ts
async function confine({ inputs, env, record: record2 }, { checkout, hidden }) {
  const confinement = await pickSandbox({
    requested: inputs.sandbox,
    network: inputs.sandboxNetwork,
    holdsSecrets: inputs.secrets.length > 0,
    hidden,
    checkout,
    from: env
  });
  if (confinement.ok) {
    const { sandbox } = confinement;
    record2.note({ sandbox: { layer: sandbox.layer, notStopped: sandbox.notStopped } });
    return { kind: "confined", sandbox };
  }
  if (confinement.kind === "configuration") throw new ConfigurationError(confinement.reason);
  return { kind: "ended", ending: { outcome: "declined", reason: confinement.reason } };
}
function enableSandbox({ inputs, source, progress }) {
  const wanted = inputs.sandbox === "auto" || inputs.sandbox === "bubblewrap";
  return prepareRunner({ env: source.kind === "action" && wanted ? source.env : {}, log: (text) => progress.line(text) });
}
export {
  confine,
  enableSandbox,
  ensureCheckout,
  openCheckout,
  openGitHub,
  openWorkspace,
  pathPolicyOf,
  readLocalIncident
};
//# sourceMappingURL=soon-ET4SRW4O.js.map
