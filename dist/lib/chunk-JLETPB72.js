import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  allUndone,
  attemptsIn,
  boundBody,
  boundTitle,
  branchFor,
  closeMoot,
  compareUrl,
  failingPull,
  forkPoint,
  minuteOf,
  readStamp,
  secretAddedBy,
  stickyComment,
  undoneOf,
  withEntry,
  withStamp,
  withoutSecrets,
  writeSticky
} from "./chunk-DMLJYXXX.js";
import {
  explainPush
} from "./chunk-JCYY6E4L.js";
import {
  renderPullRequest
} from "./chunk-DACOD5TB.js";
import {
  renderComment
} from "./chunk-727WLZOV.js";
import {
  Git,
  GitError
} from "./chunk-ZNJ5TXQ4.js";
import {
  createRedactor
} from "./chunk-CLP2JB2C.js";
import {
  require_crypto
} from "./chunk-ESKC7XX5.js";
import {
  __toESM
} from "./chunk-G62E4XM6.js";

// src/delivery/deliver.ts
import { rm as rm2 } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/delivery/beside.ts
var import_node_crypto = __toESM(require_crypto(), 1);
var longestMinutes = 60;
var minutesOf = (date) => Math.floor(date.getTime() / 6e4);
function besideOf(branch, now) {
  return `${branch}-next-${minutesOf(now)}-${(0, import_node_crypto.randomBytes)(4).toString("hex")}`;
}
var besideEnding = "-next-*";
async function sweep({ github, repo }, branches, prefix, now) {
  for (const branch of branches) {
    if (!branch.startsWith(prefix)) continue;
    const made = Number(/-next-(\d{8})-[0-9a-f]{8}$/.exec(branch)?.[1] ?? Number.NaN);
    if (minutesOf(now) - made >= longestMinutes) await github.deleteBranch(repo, branch);
  }
}

// src/delivery/checks.ts
var workflowBot = "github-actions[bot]";
async function checksOf({ github }, token) {
  if (token !== null && /^(?:ghp_|github_pat_)/.test(token)) return { kind: "run", note: null };
  const viewer = await github.viewer();
  return { kind: viewer.ok && viewer.value !== workflowBot ? "run" : "wait", note: null };
}
async function startChecks({ request, target, checks }, branch) {
  if (!request.settings.triggerCi || checks.kind === "run") return checks;
  const { incident } = request;
  const workflow = incident.workflowId ?? incident.run?.file ?? null;
  const name = incident.run?.workflow || String(workflow);
  if (workflow === null) return { ...checks, note: "nothing says which workflow failed, so none was started" };
  const started = await target.github.dispatchWorkflow(target.repo, workflow, branch);
  if (started.ok) return { kind: "started", note: name };
  const remedy = /workflow_dispatch/.test(started.reason) ? 'add "workflow_dispatch:" to its "on:"' : started.remedy;
  return { ...checks, note: `the workflow ${name} could not be started: ${started.reason} (${remedy})` };
}

// src/delivery/commit.ts
var import_node_crypto2 = __toESM(require_crypto(), 1);
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

// src/delivery/changed-files.ts
var plainFile = "100644";
var absent = "000000";
function readChangedFiles(listed) {
  const parts = listed.split("\0");
  const files = [];
  let at = 0;
  for (; parts[at]?.startsWith(":"); at += 2) {
    const [, oldMode = absent, newMode = absent, blob = ""] = /^:(\d+) (\d+) [0-9a-f]+ ([0-9a-f]+) /.exec(parts[at] ?? "") ?? [];
    const mode = (text) => text === absent ? null : text;
    files.push({ path: parts[at + 1] ?? "", oldMode: mode(oldMode), newMode: mode(newMode), blob: newMode === absent ? null : blob });
  }
  const counts = new Map(parts.slice(at).flatMap(countOf));
  return files.map((file) => ({ ...file, lines: counts.get(file.path) ?? null }));
}
function countOf(entry) {
  const [, added, removed, path] = /^(\d+|-)\t(\d+|-)\t(.+)$/s.exec(entry) ?? [];
  if (path === void 0) return [];
  return [[path, added === "-" ? null : { added: Number(added), removed: Number(removed) }]];
}
function oddityOf({ path, oldMode, newMode, lines }) {
  const modes = [oldMode, newMode];
  if (modes.includes("120000")) return `${path} is a symbolic link`;
  if (modes.includes("160000")) return `${path} is a submodule`;
  if (oldMode === null && newMode !== plainFile) return `${path} is a new file with the mode ${newMode}`;
  if (oldMode !== null && newMode !== null && oldMode !== newMode) return `the mode of ${path} changes from ${oldMode} to ${newMode}`;
  return lines === null ? `${path} is binary` : null;
}
function beyondTheApi({ path, oldMode, newMode }) {
  const odd = [oldMode, newMode].find((mode) => mode !== null && mode !== plainFile);
  return odd === void 0 ? null : `${path} has the mode ${odd}, which that cannot keep`;
}

// src/delivery/hunks.ts
function hunksOf(diff) {
  const hunks = [];
  let path = "";
  let left = { removed: 0, added: 0 };
  for (const line of diff.split("\n")) {
    const hunk = hunks.at(-1);
    if (hunk !== void 0 && left.removed > 0 && line.startsWith("-")) {
      hunk.removed.push(line.slice(1));
      left.removed--;
    } else if (hunk !== void 0 && left.added > 0 && line.startsWith("+")) {
      hunk.added.push(line.slice(1));
      left.added--;
    } else if (line.startsWith("diff --git ")) {
      path = "";
    } else if (line.startsWith("--- ") || line.startsWith("+++ ")) {
      const name = line.slice(4);
      if (name !== "/dev/null") path = name.replace(/^("?)[ab]\//, "$1");
    } else {
      const [, oldStart, oldCount = "1", newStart, newCount = "1"] = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
      if (oldStart === void 0 || newStart === void 0) continue;
      hunks.push({ path, oldStart: Number(oldStart), newStart: Number(newStart), removed: [], added: [] });
      left = { removed: Number(oldCount), added: Number(newCount) };
    }
  }
  return hunks;
}

// src/delivery/commit.ts
var author = { name: "github-actions[bot]", email: "41898282+github-actions[bot]@users.noreply.github.com" };
var trailer = "Regreen-Fingerprint";
var attemptTrailer = "Regreen-Attempt";
var fetch = ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--depth=2"];
var networkTimeoutMs = 3e5;
var longestText = 2 * 1024 * 1024;
var webCommitter = "GitHub <noreply@github.com>";
var largestRequest = 4 * 1024 * 1024;
var Publisher = class _Publisher {
  #git;
  #remote;
  #url;
  /** Commits that are here, with their names. */
  #known = /* @__PURE__ */ new Set();
  constructor(git, remote, url) {
    this.#git = git;
    this.#remote = remote;
    this.#url = url;
  }
  /** `folder` must not exist yet; `source` is a checkout whose objects save a fetch. */
  static async open(folder, source, remote, signal) {
    await mkdir(folder, { recursive: true });
    const git = new Git(folder, { env: { GIT_CONFIG_GLOBAL: "/dev/null", GIT_DIR: folder }, signal });
    await git.text(["init", "--quiet", "--bare", "--template=", folder]);
    if (source !== null) await borrowObjects(new Git(source, { readOnly: true }), folder);
    return new _Publisher(git, git.withToken(remote.serverUrl, remote.token), remote.url);
  }
  /** Tips of branches on the remote, and of all below `prefix` that end like `ending`, a glob; a branch that is not there is left out. */
  async tips(branches, also = null) {
    const refs = branches.map((branch) => `refs/heads/${branch}`);
    const globs = also === null ? [] : [`refs/heads/${also.prefix}*${also.ending}`];
    const said = await this.#remote.text(["ls-remote", "--quiet", this.#url, ...refs, ...globs], { timeoutMs: networkTimeoutMs });
    const wanted = (ref) => refs.includes(ref) || also !== null && ref.startsWith(`refs/heads/${also.prefix}`);
    const found = said.split("\n").map((line) => line.split("	"));
    return new Map(found.flatMap(([sha = "", ref = ""]) => wanted(ref) ? [[ref.slice("refs/heads/".length), sha]] : []));
  }
  async tip(branch) {
    return (await this.tips([branch])).get(branch) ?? null;
  }
  /** What the patch does to `parent`: git applies it, and tells what came of it, whatever the patch says of itself. */
  async examine(parent, patch) {
    const applied = await this.#apply(parent, patch);
    if (!applied.ok) return applied;
    const text = await this.#diff(parent, applied.tree, "-p", "--binary", "--full-index");
    return { ok: true, patch: text === "" ? "" : `${text}
`, files: await this.#changes(parent, applied.tree) };
  }
  /** The text of a file in a commit; null when it is not there, not text, or has more than 2 MB. */
  async textOf(commit, path) {
    const file = await this.#git.run(["cat-file", "blob", `${commit}:${path}`], { keepBytes: longestText });
    const { exitCode, stdout, clippedBytes } = file;
    return exitCode !== 0 || clippedBytes > 0 || stdout.includes("\0") || stdout.includes("\uFFFD") ? null : stdout;
  }
  /** Every file of a commit that is here. */
  async paths(commit) {
    return (await this.#git.text(["ls-tree", "-r", "-z", "--name-only", commit])).split("\0").filter((path) => path !== "");
  }
  async commit({ parent, patch, message, fingerprint, attempt }) {
    const applied = await this.#apply(parent, patch);
    if (!applied.ok) return applied;
    const { tree } = applied;
    const odd = await this.#oddFile(parent, tree);
    if (odd !== null) return { ok: false, reason: odd };
    const whole = `${message.trim()}

${trailer}: ${fingerprint}
${attemptTrailer}: ${attempt}
`;
    const names = { GIT_AUTHOR_NAME: author.name, GIT_AUTHOR_EMAIL: author.email };
    const env = { ...names, GIT_COMMITTER_NAME: author.name, GIT_COMMITTER_EMAIL: author.email };
    const sha = await this.#git.text(["commit-tree", tree, "-p", parent, "-F", "-"], { input: whole, env });
    return { ok: true, sha, tree, parent, message: whole };
  }
  /** The files of a commit of ours, whole, for a request to GitHub's API; or why that cannot carry them. */
  async wholeFiles({ parent, sha }) {
    const files = await this.#changes(parent, sha);
    const beyond = files.map(beyondTheApi).find((reason) => reason !== null);
    if (beyond !== void 0) return { ok: false, reason: beyond };
    const additions = [];
    let bytes = 0;
    for (const { path, blob } of files) {
      if (blob === null) continue;
      const content = Buffer.from((await this.#git.run(["cat-file", "blob", blob], { keepBytes: 2 * largestRequest })).stdout);
      bytes += content.length;
      if (bytes > largestRequest) return { ok: false, reason: `the files have more than ${largestRequest} bytes` };
      if (blobIdOf(content, blob.length) !== blob) return { ok: false, reason: `${path} is not UTF-8` };
      additions.push({ path, contents: content.toString("base64") });
    }
    return { ok: true, additions, deletions: files.filter(({ blob }) => blob === null).map(({ path }) => ({ path })) };
  }
  /** The newest commit that both have, by git alone: fetches all of their history. */
  async mergeBase(one, other) {
    const shallow = await this.#git.text(["rev-parse", "--is-shallow-repository"]) === "true";
    const whole = ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", ...shallow ? ["--unshallow"] : []];
    await this.#remote.text([...whole, this.#url, one, other], { timeoutMs: networkTimeoutMs });
    return this.#git.text(["merge-base", one, other]);
  }
  /** The hunks between two commits, without context. Fetches what is not here. */
  async hunks(from, to) {
    await this.fetch(from);
    await this.fetch(to);
    return hunksOf(await this.#diff(from, to, "-p", "--unified=0"));
  }
  /** Whether the tip of a branch is a commit of ours for this failure: made by us, or by GitHub when we asked it to. */
  async isOurs(tip, fingerprint) {
    await this.fetch(tip);
    const { header, message } = await this.#read(tip);
    const committers = [`${author.name} <${author.email}>`, webCommitter].map((who) => `committer ${who} `);
    return header.some((line) => committers.some((who) => line.startsWith(who))) && message.includes(`${trailer}: ${fingerprint}`);
  }
  /** How many fixes of its failure there were up to the commit at the tip of a branch of ours. */
  async attemptOf(tip) {
    return attemptIn((await this.#read(tip)).message.join("\n"));
  }
  /** The same files on the same parent. */
  async isLike(sha, { tree, parent }) {
    await this.fetch(sha);
    const { header } = await this.#read(sha);
    const what = header.filter((line) => /^(?:tree|parent) /.test(line));
    return what.join("\n") === `tree ${tree}
parent ${parent}`;
  }
  /** Whether a commit already has every line of the patch. */
  async hasFix(commit, patch) {
    await this.fetch(commit);
    return await this.#withIndex(async (env) => {
      await this.#git.text(["read-tree", commit], { env });
      return (await this.#git.run(["apply", "--cached", "--check", "--reverse", "-"], { input: patch, env })).exitCode === 0;
    });
  }
  /** Moves the branch from `expected` (null: it must not exist) to `sha`; refused when somebody else moved it. */
  async push(branch, sha, expected) {
    const lease = `--force-with-lease=refs/heads/${branch}:${expected ?? ""}`;
    const result = await this.#remote.run(["push", "--quiet", "--no-verify", lease, this.#url, `${sha}:refs/heads/${branch}`], {
      timeoutMs: networkTimeoutMs
    });
    return result.exitCode === 0 ? { ok: true } : { ok: false, said: result.stderr || (result.failedToStart ?? "the push took too long") };
  }
  /** Whether the branch is gone. */
  async remove(branch) {
    const asked = ["push", "--quiet", "--no-verify", this.#url, `:refs/heads/${branch}`];
    return (await this.#remote.run(asked, { timeoutMs: networkTimeoutMs })).exitCode === 0;
  }
  async #apply(parent, patch) {
    await this.fetch(parent);
    return await this.#withIndex(async (env) => {
      await this.#git.text(["read-tree", parent], { env });
      const applied = await this.#git.run(["apply", "--cached", "--whitespace=nowarn", "-"], { input: patch, env });
      if (applied.exitCode !== 0) {
        const said = applied.stderr.trim().slice(0, 500) || `git ended by ${applied.signal ?? `exit code ${applied.exitCode}`}`;
        return { ok: false, reason: `the patch does not apply to ${parent}: ${said}` };
      }
      return { ok: true, tree: await this.#git.text(["write-tree", "--missing-ok"], { env }) };
    });
  }
  /** An index of its own each time: git dies of some patches, and leaves a lock behind. */
  async #withIndex(work) {
    const own = await mkdtemp(join(this.#git.root, "index-"));
    try {
      return await work({ GIT_INDEX_FILE: join(own, "index") });
    } finally {
      await rm(own, { recursive: true, force: true });
    }
  }
  /** Gets a commit that is not here yet. */
  async fetch(sha) {
    if (this.#known.has(sha)) return;
    const here = await this.#git.run(["cat-file", "-e", `${sha}^{tree}`]);
    if (here.exitCode !== 0) await this.#remote.text([...fetch, this.#url, sha], { timeoutMs: networkTimeoutMs });
    await this.#git.text(["update-ref", `refs/known/${sha}`, sha]);
    this.#known.add(sha);
  }
  /** The commit as it is stored: a shallow clone shows no parents otherwise. */
  async #read(sha) {
    const lines = (await this.#git.text(["cat-file", "commit", sha])).split("\n");
    const end = lines.indexOf("");
    return { header: lines.slice(0, end), message: lines.slice(end + 1) };
  }
  #diff(from, to, ...options) {
    return this.#git.text(["diff-tree", "-r", "--no-renames", ...options, from, to]);
  }
  async #changes(from, to) {
    return readChangedFiles(await this.#diff(from, to, "-z", "--raw", "--numstat"));
  }
  /** A symbolic link or a submodule could bring in what nobody reviewed. */
  async #oddFile(parent, tree) {
    const files = await this.#changes(parent, tree);
    if (files.length === 0) return "the patch changes nothing";
    const odd = files.find(({ newMode, oldMode }) => [oldMode, newMode].some((mode) => mode === "120000" || mode === "160000"));
    return odd === void 0 ? null : `${odd.path} is a symbolic link or a submodule, which is not pushed`;
  }
};
function blobIdOf(content, digits) {
  return (0, import_node_crypto2.createHash)(digits === 64 ? "sha256" : "sha1").update(`blob ${content.length}\0`).update(content).digest("hex");
}
function attemptIn(message) {
  return Number(new RegExp(`^${attemptTrailer}: (\\d{1,3})$`, "m").exec(message)?.[1] ?? 1);
}
function failureIn(message) {
  return new RegExp(`^${trailer}: ([0-9a-f]{12,64})$`, "m").exec(message)?.[1] ?? null;
}
async function borrowObjects(source, folder) {
  try {
    const paths = await source.text(["rev-parse", "--git-path", "objects", "--git-path", "shallow"]);
    const [objects = "", shallow = ""] = paths.split("\n").map((path) => resolve(source.root, path));
    await mkdir(join(folder, "objects", "info"), { recursive: true });
    await writeFile(join(folder, "objects", "info", "alternates"), `${objects}
`);
    await copyFile(shallow, join(folder, "shallow"));
  } catch (error) {
    if (!(error instanceof GitError) && !(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}

// src/delivery/attempts.ts
var attemptsRemedy = "raise max-attempts-per-failure, or look at the failure by hand";
var triedTooOften = (tried) => `the same failure was tried ${tried === 1 ? "once" : `${tried} times`} before, which is what max-attempts-per-failure allows`;
var commitsLookedAt = 30;
async function pushesSoFar(github, { repo, head, fingerprint }) {
  const messages = await github.recentMessages(repo, head, commitsLookedAt);
  if (!messages.ok) return messages;
  const failures = messages.value.map(failureIn);
  const inARow = failures.indexOf(null);
  const same = failures.filter((failure) => failure === fingerprint).length;
  return { ok: true, value: Math.max(same, inARow < 0 ? failures.length : inARow) };
}

// src/delivery/suggestions.ts
var import_node_crypto3 = __toESM(require_crypto(), 1);
var shownAround = 3;
var mostSuggestions = 10;
function patchIdOf({ request, target }) {
  return `${target.parent.slice(0, 12)}-${(0, import_node_crypto3.createHash)("sha256").update(request.patch.text).digest("hex").slice(0, 16)}`;
}
async function suggest(shipment, pull) {
  const { target, publisher, request } = shipment;
  const { github, repo, parent } = target;
  const since = await forkPoint(publisher, target, pull.base);
  const commit = await shipment.commit(1);
  if (!since.ok || "state" in commit) return null;
  const [author2, fix] = [await publisher.hunks(since.value, parent), await publisher.hunks(parent, commit.sha)];
  const suggestions = suggestionsOf(fix, author2);
  if (suggestions === null) return null;
  const stamp = { fingerprint: request.fingerprint, workflow: null, history: [], patch: patchIdOf(shipment) };
  const known = await ourSuggestions(shipment, pull);
  if (!known.ok) return known.kind === "not-found" ? null : `${known.reason} (${known.remedy})`;
  if (known.value.some(({ body }) => readStamp(body)?.patch === stamp.patch)) return null;
  const comments = suggestions.map((each) => ({ ...each, body: withStamp(each.body, stamp) }));
  const made = await github.createReview(repo, pull.number, parent, comments);
  if (!made.ok) return `${made.reason} (${made.remedy})`;
  await tidy(shipment, pull, stamp.patch);
  return `suggested ${comments.length === 1 ? "one change" : `${comments.length} changes`} on its lines`;
}
async function ourSuggestions({ target: { github, repo }, checks }, { number }) {
  const known = await github.lineComments(repo, number);
  if (!known.ok) return known;
  return {
    ok: true,
    value: known.value.filter(({ author: author2, body }) => (author2?.isBot || checks.kind === "run") && readStamp(body) !== null)
  };
}
async function tidy(shipment, pull, patch) {
  const { github, repo } = shipment.target;
  const [known, comment] = [await ourSuggestions(shipment, pull), await stickyComment(github, repo, pull.number)];
  if (!known.ok) return;
  const stands = comment.ok && comment.value !== null && readStamp(comment.value.body)?.patch || patch;
  const seen = /* @__PURE__ */ new Set();
  for (const { id, body, place } of known.value) {
    const once = JSON.stringify([place, body]);
    if (readStamp(body)?.patch !== stands || seen.has(once)) await github.deleteLineComment(repo, id);
    seen.add(once);
  }
}
function suggestionsOf(fix, author2) {
  const suggestions = fix.map((hunk) => suggestionOf(hunk, author2));
  if (suggestions.length === 0 || suggestions.length > mostSuggestions || suggestions.includes(null)) return null;
  return suggestions.filter((suggestion) => suggestion !== null);
}
function suggestionOf({ path, oldStart, removed, added }, author2) {
  if (removed.length === 0 || path.startsWith('"')) return null;
  const last = oldStart + removed.length - 1;
  const shown = author2.some((hunk) => {
    const end = hunk.newStart + Math.max(hunk.added.length, 1) - 1;
    return hunk.path === path && oldStart >= hunk.newStart - shownAround && last <= end + shownAround;
  });
  if (!shown) return null;
  const text = added.map((line) => `${line}
`).join("");
  if (/[\r\u0000-\u0008\u000b-\u001f]/.test(text)) return null;
  const fence = "`".repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return { path, startLine: oldStart, line: last, body: `${fence}suggestion
${text}${fence}` };
}

// src/delivery/target.ts
var refused = (reason, remedy, target = null) => ({
  state: "refused",
  reason,
  remedy,
  branch: target?.branch ?? null,
  compareUrl: target?.compareUrl ?? null
});
var superseded = (reason) => ({ state: "superseded", reason });
function targetOf(request) {
  const { incident, fingerprint, settings, github, token, serverUrl } = request;
  if (incident.repo === null) return refused("the checkout has no GitHub repository to deliver to", "apply the patch file by hand");
  if (token === null || token === "" || github === null) {
    return refused(
      "there is no token to push with",
      'give the input github-token, and the job "contents: write" and "pull-requests: write"'
    );
  }
  if (incident.base === null) return refused("nothing says which branch the fix is for", "give the input base-ref");
  if (!/^[0-9a-f]{12,}$/.test(fingerprint))
    return refused("the failure has no fingerprint", "this is a defect of Regreen: please report it");
  const branch = branchFor(settings.branchPrefix, incident.base, fingerprint);
  return {
    repo: incident.repo,
    // The fix of a pull request is stacked on its branch; its merge commit is on no branch.
    parent: incident.head ?? incident.sha,
    base: incident.base,
    branch,
    compareUrl: compareUrl(serverUrl, incident.repo, incident.base, branch),
    github
  };
}

// src/delivery/comment.ts
async function deliverComment(shipment) {
  const { request, target, failing, undone, detour } = shipment;
  if (failing === null) return refused("there is no open pull request to comment on", "use delivery: pull-request, or the patch file");
  const known = await stickyComment(target.github, target.repo, failing.number);
  if (!known.ok) return refused(known.reason, known.remedy);
  const before = known.value === null ? null : readStamp(known.value.body);
  const tried = before === null ? 0 : attemptsIn(before, request.fingerprint);
  const again = before?.history.at(-1)?.sha === target.parent && before.fingerprint === request.fingerprint;
  if (!again && tried >= (request.settings.maxAttempts ?? Number.POSITIVE_INFINITY)) return refused(triedTooOften(tried), attemptsRemedy);
  const attempt = again ? Math.max(tried, 1) : tried + 1;
  const said = await putComment(shipment, failing, { way: "comment", attempt }, known.value);
  if (!said.ok) return refused(said.reason, said.remedy);
  const suggested = undone === null ? await suggest(shipment, failing) : null;
  const done = `${said.updated ? "updated the comment" : "commented"} on pull request #${failing.number}`;
  const reason = [done, detour, suggested].filter((part) => part !== null).join("; ");
  return { state: "delivered", way: "comment", reason, branch: null, pullRequest: { url: said.value.url, number: failing.number } };
}
async function putComment(shipment, pull, telling, known) {
  const { request, target, undone, checks, now } = shipment;
  const found = known === void 0 ? await stickyComment(target.github, target.repo, pull.number) : { ok: true, value: known };
  if (!found.ok) return { ...found, updated: false };
  const before = found.value === null ? null : readStamp(found.value.body);
  const last = before?.history.at(-1);
  const failure = request.fingerprint.slice(0, 12);
  const same = last?.sha === target.parent && last.failure === failure;
  const what = before === null ? "opened" : same ? "refreshed" : "moved";
  const entry = { at: minuteOf(now), what, sha: target.parent, attempt: telling.attempt, failure };
  const history = withEntry(before?.history ?? [], entry);
  const { body } = request.write({ way: telling.way, failing: { number: pull.number, title: pull.title }, undone, checks, history });
  const patch = telling.way === "comment" ? patchIdOf(shipment) : void 0;
  const stamp = { fingerprint: request.fingerprint, workflow: request.incident.run?.workflow || null, history, patch };
  return writeSticky(target.github, { repo: target.repo, number: pull.number, body, stamp }, found.value);
}

// src/delivery/land.ts
async function land(publisher, target, land2, settings) {
  let note = null;
  if (settings.signing !== "none") {
    const signed = await landSigned(publisher, target, land2);
    if (signed.kind !== "impossible") return signed;
    if (settings.signing === "api") {
      return { kind: "refused", reason: `no signed commit could be made: ${signed.reason}`, remedy: "set commit-signing to auto or none" };
    }
    note = signed.quiet ? null : `not signed by GitHub (${signed.reason})`;
  }
  const pushed = await publisher.push(land2.branch, land2.commit.sha, land2.tip);
  if (pushed.ok) return { kind: "landed", sha: land2.commit.sha, note };
  const { moved, ...why } = explainPush(pushed.said, land2.branch, settings.branchPrefix);
  return moved ? { kind: "moved" } : { kind: "refused", ...why };
}
async function landSigned(publisher, target, land2) {
  const { branch, tip, commit } = land2;
  const files = await publisher.wholeFiles(commit);
  if (!files.ok) return { kind: "impossible", reason: files.reason, quiet: false };
  if (tip === commit.parent) return signDirectly(publisher, target, { branch, commit, files });
  const beside = besideOf(branch, /* @__PURE__ */ new Date());
  try {
    return await signBeside(publisher, target, { ...land2, beside, files });
  } finally {
    const deleted = await target.github.deleteBranch(target.repo, beside);
    if (!deleted.ok && deleted.kind !== "invalid") await publisher.remove(beside);
  }
}
async function sign(publisher, { github, repo }, { branch, commit, files }) {
  const { additions, deletions } = files;
  const { parent: expectedHead, message } = commit;
  const made = await github.createCommit(repo, { branch, expectedHead, message, additions, deletions });
  if (made.ok)
    return made.value.tree === commit.tree ? { ok: true, sha: made.value.sha } : { ok: false, wrong: made.value.sha, problem: null };
  const head = await github.branchHead(repo, branch);
  const sha = head.ok && head.value !== null && head.value !== commit.parent ? head.value : null;
  return sha !== null && await publisher.isLike(sha, commit) ? { ok: true, sha } : { ok: false, wrong: null, problem: made };
}
async function signDirectly(publisher, target, signable) {
  const signed = await sign(publisher, target, signable);
  if (signed.ok) return { kind: "landed", sha: signed.sha, note: null };
  if (signed.problem !== null) return signed.problem.kind === "moved" ? { kind: "moved" } : impossible(signed.problem);
  const { branch, commit } = signable;
  return signed.wrong === null ? wrongTree : undoWrong(publisher, { branch, from: signed.wrong, to: commit.parent });
}
async function signBeside(publisher, target, land2) {
  const { beside: branch, commit } = land2;
  const { github, repo } = target;
  const started = await github.createBranch(repo, branch, commit.parent);
  if (!started.ok && started.kind !== "unreachable") return impossible(started);
  if (!started.ok && await github.branchHead(repo, branch).then((head) => !head.ok || head.value === null)) return impossible(started);
  const signed = await sign(publisher, target, { ...land2, branch });
  if (signed.ok) return moveTo(publisher, target, { branch: land2.branch, tip: land2.tip, sha: signed.sha });
  return signed.problem === null ? wrongTree : impossible(signed.problem);
}
var wrongTree = { kind: "impossible", reason: "GitHub made other files of it than git does", quiet: false };
var impossible = ({ kind, reason }) => ({ kind: "impossible", reason, quiet: kind === "not-found" });
async function moveTo(publisher, target, to) {
  await publisher.fetch(to.sha);
  const pushed = await publisher.push(to.branch, to.sha, to.tip);
  if (pushed.ok) return { kind: "landed", sha: to.sha, note: null };
  const { moved, reason } = explainPush(pushed.said, target.branch, "");
  return moved ? { kind: "moved" } : { kind: "impossible", reason, quiet: false };
}
async function undoWrong(publisher, { branch, from, to }) {
  const back = await publisher.push(branch, to, from);
  return back.ok ? wrongTree : { ...wrongTree, reason: `${wrongTree.reason}, and ${branch} could not be moved back` };
}

// src/delivery/settle.ts
var mostRounds = 8;
async function settle({ target, publisher, request }, { number, sha }) {
  const { github, repo, branch } = target;
  let replaced = null;
  for (let round = 0; round < mostRounds; round++) {
    const pull = await github.pullRequest(repo, number);
    const ours = pull.ok && commitOf(pull.value) === sha;
    const tip = await publisher.tip(branch);
    if (!ours) {
      if (replaced !== null && tip === sha) await publisher.push(branch, replaced, sha);
      return !pull.ok;
    }
    if (tip === sha || tip === null || !await publisher.isOurs(tip, request.fingerprint)) return true;
    replaced = tip;
    await publisher.push(branch, sha, tip);
  }
  return true;
}
var commitOf = ({ body }) => readStamp(body)?.commit;

// src/delivery/standing.ts
async function standingOf(github, asked) {
  const { repo, fingerprint } = asked;
  const tried = (times) => times.ok ? { kind: "tried", times: times.value } : null;
  if (asked.way === "push" && asked.failing !== null) return tried(await pushesSoFar(github, { repo, head: asked.head, fingerprint }));
  if (asked.way === "comment" && asked.failing !== null) return tried(await commentsSoFar(github, repo, asked.failing, fingerprint));
  const branch = branchFor(asked.branchPrefix, asked.base, fingerprint);
  const pulls = await github.pullRequests(repo, branch);
  if (!pulls.ok) return null;
  if (pulls.value.length === 0) return { kind: "tried", times: 0 };
  const closed = await closedByPerson(github, repo, pulls.value);
  if (closed !== null) return { kind: "closed", ...closed };
  const message = await github.commitMessage(repo, `heads/${branch}`);
  return { kind: "tried", times: Math.max(pulls.value.length, message.ok && message.value !== null ? attemptIn(message.value) : 0) };
}
async function closedByPerson(github, repo, pulls) {
  if (pulls.some(({ state }) => state === "open")) return null;
  const last = pulls.find(({ state, merged }) => state === "closed" && !merged);
  if (last === void 0) return null;
  const by = await github.closedBy(repo, last.number);
  if (by.ok && by.value?.isBot) return null;
  const who = by.ok && by.value !== null ? by.value.login : "a person";
  return {
    reason: `${who} closed pull request #${last.number} for this same failure`,
    remedy: `reopen #${last.number} to have it updated`
  };
}
async function commentsSoFar(github, repo, number, fingerprint) {
  const comment = await stickyComment(github, repo, number);
  if (!comment.ok) return comment;
  const stamp = comment.value === null ? null : readStamp(comment.value.body);
  return { ok: true, value: stamp === null ? 0 : attemptsIn(stamp, fingerprint) };
}

// src/delivery/pull-request.ts
async function deliverPullRequest(shipment) {
  const { target, tips } = shipment;
  const pulls = await target.github.pullRequests(target.repo, target.branch);
  if (!pulls.ok) return refused(pulls.reason, pulls.remedy);
  const closed = await closedByPerson(target.github, target.repo, pulls.value);
  if (closed !== null) return refused(closed.reason, closed.remedy);
  const branch = await bringUp(shipment, tips.get(target.branch) ?? null, pulls.value.length);
  if ("state" in branch) return branch;
  const checks = branch.replaced === void 0 ? shipment.checks : await startChecks(shipment, target.branch);
  const open = pulls.value.find(({ state }) => state === "open") ?? null;
  return propose(shipment, { ...branch, checks, open });
}
async function bringUp(shipment, tip, pulls, raced = false) {
  const { request, target, publisher } = shipment;
  const { fingerprint, settings } = request;
  const empty = tip === null || tip === target.parent;
  if (!empty && !await publisher.isOurs(tip, fingerprint)) {
    return refused(
      `the branch ${target.branch} has commits that are not Regreen's, which it does not overwrite`,
      "merge or close its pull request and delete the branch"
    );
  }
  const tried = Math.max(empty ? 0 : await publisher.attemptOf(tip), pulls);
  const commit = await shipment.commit(tried + 1);
  if ("state" in commit) return commit;
  if (!empty && await publisher.isLike(tip, commit)) return { sha: tip, replaced: void 0, attempt: tried, note: null };
  if (!empty && raced) return anotherRun;
  if (tried >= (settings.maxAttempts ?? Number.POSITIVE_INFINITY)) return refused(triedTooOften(tried), attemptsRemedy);
  const landing = await land(publisher, target, { branch: target.branch, tip, commit }, settings);
  if (landing.kind === "landed") return { sha: landing.sha, replaced: tip, attempt: tried + 1, note: landing.note };
  if (landing.kind === "refused") return refused(landing.reason, landing.remedy);
  if (raced) return refused(`${target.branch} keeps moving while the fix is pushed`, "run the job again");
  return bringUp(shipment, await publisher.tip(target.branch), pulls, true);
}
var anotherRun = superseded("another run delivered a fix of this failure at the same moment, which stands");
async function propose(shipment, proposal) {
  const { target, request, undone, detour, publisher } = shipment;
  const { settings } = request;
  const draft = settings.draft || undone !== null;
  const { open, sha, replaced } = proposal;
  const pull = open ? await update(shipment, proposal, open.number) : await create(shipment, proposal, draft);
  if (!pull.ok && open !== null && replaced) {
    await publisher.push(target.branch, replaced, sha);
    return refused(pull.reason, pull.remedy);
  }
  if (!pull.ok) return refused(pull.reason, pull.remedy, target);
  const { number, url } = pull.value;
  if (!await settle(shipment, { number, sha })) return anotherRun;
  const opened = open === null && pull.opened;
  const done = `${opened ? "opened" : "updated"} pull request #${number}${opened && pull.value.draft ? " as a draft" : ""}`;
  const complaints = opened ? await decorate(target, settings, number) : [];
  const reason = [done, detour, proposal.note, proposal.checks.note, ...complaints].filter((part) => part !== null).join("; ");
  return { state: "delivered", way: "pull-request", reason, branch: target.branch, pullRequest: { url, number } };
}
async function create(shipment, proposal, draft, again = false) {
  const { target } = shipment;
  const { github, repo, base, branch } = target;
  const text = textOf(shipment, proposal, null);
  const created = await github.createPullRequest(repo, { ...text, head: branch, base, draft });
  if (created.ok) return { ...created, opened: true };
  if (created.kind === "no-drafts" && draft) return create(shipment, proposal, false, again);
  if (created.kind !== "already-exists" && created.kind !== "unreachable") return { ...created, opened: false };
  const pulls = await github.pullRequests(repo, branch);
  const open = pulls.ok ? pulls.value.find(({ state }) => state === "open") : void 0;
  if (open !== void 0) return update(shipment, proposal, open.number);
  return created.kind === "unreachable" && pulls.ok && !again ? create(shipment, proposal, draft, true) : { ...created, opened: false };
}
async function update(shipment, proposal, number) {
  const { github, repo } = shipment.target;
  const now = await github.pullRequest(repo, number);
  if (!now.ok) return { ...now, opened: false };
  if (now.value.state === "closed") return { ...closedMeanwhile(now.value), opened: false };
  return { ...await github.updatePullRequest(repo, number, textOf(shipment, proposal, now.value)), opened: false };
}
function closedMeanwhile({ number, merged }) {
  const reason = `pull request #${number} was ${merged ? "merged" : "closed"} while the fix was on its way`;
  return {
    ok: false,
    kind: "invalid",
    reason,
    remedy: merged ? "nothing: a fix of this failure is in" : `reopen #${number} to have it updated`
  };
}
function textOf(shipment, { sha, replaced, attempt, checks }, open) {
  const { request, target, undone, failing, now } = shipment;
  const { fingerprint, incident } = request;
  const entry = {
    at: minuteOf(now),
    what: open === null ? "opened" : replaced === void 0 ? "refreshed" : "moved",
    sha: target.parent,
    attempt,
    failure: fingerprint.slice(0, 12)
  };
  const history = withEntry(open === null ? [] : readStamp(open.body)?.history ?? [], entry);
  const { title, body } = request.write({ way: "pull-request", failing, undone, checks, history });
  const stamp = { fingerprint, workflow: incident.run?.workflow || null, history, commit: sha };
  return { title: boundTitle(title), body: withStamp(boundBody(body), stamp) };
}
async function decorate({ github, repo }, { labels, reviewers }, number) {
  const answers = await Promise.all([
    labels.length === 0 ? null : github.addLabels(repo, number, labels),
    reviewers.length === 0 ? null : github.requestReviewers(repo, number, reviewers)
  ]);
  return answers.flatMap((answer) => answer === null || answer.ok ? [] : [`${answer.reason} (${answer.remedy})`]);
}

// src/delivery/push.ts
async function deliverPush(shipment) {
  const { request, target, publisher, failing } = shipment;
  const { settings, fingerprint } = request;
  if (failing === null) return refused("there is no open pull request to push to", "use delivery: pull-request");
  const branch = failing.head.branch;
  const tried = await pushesSoFar(target.github, { repo: target.repo, head: target.parent, fingerprint });
  if (!tried.ok) return refused(tried.reason, tried.remedy);
  if (tried.value >= (settings.maxAttempts ?? Number.POSITIVE_INFINITY)) return refused(triedTooOften(tried.value), attemptsRemedy);
  const commit = await shipment.commit(tried.value + 1);
  if ("state" in commit) return commit;
  const landing = await land(publisher, target, { branch, tip: target.parent, commit }, settings);
  if (landing.kind === "moved") return superseded(`${branch} has moved on while the fix was pushed: nothing was pushed`);
  if (landing.kind === "refused") return refused(landing.reason, landing.remedy);
  const checks = await startChecks(shipment, branch);
  const said = await putComment({ ...shipment, checks }, failing, { way: "push", attempt: tried.value + 1 });
  const complaint = said.ok ? null : `${said.reason} (${said.remedy})`;
  const done = `pushed ${landing.sha.slice(0, 10)} to ${branch} of pull request #${failing.number}`;
  const reason = [done, landing.note, checks.note, complaint].filter((part) => part !== null).join("; ");
  const url = said.ok ? said.value.url : failing.url;
  return { state: "delivered", way: "push", reason, branch, pullRequest: { url, number: failing.number } };
}

// src/delivery/deliver.ts
async function deliver(request) {
  if (request.settings.dryRun) return { state: "not-requested", reason: "dry-run: nothing was pushed" };
  const target = targetOf(request);
  if ("state" in target) return target;
  const folder = join2(request.scratch, `publish-${process.pid}-${Math.random().toString(36).slice(2)}.git`);
  try {
    return await publish(request, target, folder);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const { reason, remedy } = explainPush(error.result.stderr || error.message, target.branch, request.settings.branchPrefix);
    return refused(reason, remedy);
  } finally {
    await rm2(folder, { recursive: true, force: true });
  }
}
async function publish(request, target, folder) {
  const { incident, token, serverUrl, settings } = request;
  const remote = { url: `${serverUrl.replace(/\/+$/, "")}/${target.repo}.git`, serverUrl, token: token ?? "" };
  const publisher = await Publisher.open(folder, request.checkout?.root ?? null, remote, request.signal);
  const found = await failingPull(target, incident);
  if (!found.ok && settings.way !== "pull-request") return refused(found.reason, found.remedy);
  const failing = found.ok ? found.value : null;
  const wanted = [target.branch, target.base, ...incident.branch === null ? [] : [incident.branch], ...failing ? [failing.base] : []];
  const now = request.now?.() ?? /* @__PURE__ */ new Date();
  const tips = await publisher.tips([...new Set(wanted)], { prefix: settings.branchPrefix, ending: besideEnding });
  await sweep(target, tips.keys(), settings.branchPrefix, now);
  const known = { request, target, publisher, tips, failing };
  const moved = whatMoved(known) ?? await alreadyFixed(known);
  if (moved !== null) return moved;
  const commit = async (attempt) => {
    const { patch, fingerprint } = request;
    const message = settings.commitMessage ?? request.write({ ...plainest, way: settings.way }).title;
    const made = await publisher.commit({ parent: target.parent, patch: patch.text, message, fingerprint, attempt });
    return made.ok ? made : refused(made.reason, "apply the patch file by hand");
  };
  const first = await commit(1);
  if ("state" in first) return first;
  const undone = await whatIsUndone(known, first);
  const { way, detour } = wayOf(settings.way, failing, undone);
  if (way === null) return refused(detour, "use delivery: pull-request, or the patch file");
  const checks = await checksOf(target, token);
  const shipment = { ...known, undone, checks, detour, now, commit };
  if (way === "comment") return deliverComment(shipment);
  return way === "push" ? deliverPush(shipment) : deliverPullRequest(shipment);
}
var plainest = { failing: null, undone: null, checks: { kind: "run", note: null }, history: [] };
function whatMoved({ request: { incident }, target, tips }) {
  if (incident.branch !== null) {
    const tip = tips.get(incident.branch);
    if (tip === void 0) return superseded(`the branch ${incident.branch} is gone: nothing was pushed`);
    if (tip !== target.parent) {
      return superseded(`${incident.branch} has moved on from ${target.parent.slice(0, 10)} to ${tip.slice(0, 10)}: nothing was pushed`);
    }
  }
  if (tips.has(target.base)) return null;
  return refused(`${target.repo} has no branch ${target.base} to propose the fix to`, "check the input base-ref");
}
async function alreadyFixed(known) {
  const { request, target, publisher, tips, failing } = known;
  for (const base of /* @__PURE__ */ new Set([target.base, ...failing ? [failing.base] : []])) {
    const tip = tips.get(base);
    if (tip === void 0 || tip === target.parent || !await publisher.hasFix(tip, request.patch.text)) continue;
    if (base !== target.base && !await isNews(known, base)) continue;
    const { fingerprint, settings, now } = request;
    const sentence = `\`${base}\` already has this fix, at ${tip.slice(0, 10)}: a rebase is all that is needed.`;
    const moot = { repo: target.repo, base: target.base, branchPrefix: settings.branchPrefix, fingerprint, workflow: null };
    await closeMoot(target.github, { ...moot, green: tip, sentence, now: now?.() });
    return superseded(
      `${base} already has this fix: rebase${failing ? ` ${failing.head.branch} on it` : ""}, no fix is needed; nothing was pushed`
    );
  }
  return null;
}
async function isNews({ request, target, publisher }, base) {
  const since = await forkPoint(publisher, target, base);
  return since.ok && !await publisher.hasFix(since.value, request.patch.text);
}
async function whatIsUndone({ request, target, publisher, failing }, commit) {
  const named = request.incident.pullRequest !== null;
  if (failing === null) return named && request.isRevert ? allUndone(publisher, commit) : null;
  const undone = await undoneOf(publisher, target, failing, commit);
  if (undone.ok && undone.value !== null) return undone.value;
  return request.isRevert || !undone.ok ? allUndone(publisher, commit) : null;
}
function wayOf(wanted, failing, undone) {
  if (failing === null && wanted === "comment") return { way: null, detour: "there is no open pull request to comment on" };
  if (failing === null && wanted === "push") {
    return { way: "pull-request", detour: "there is no open pull request to push to: it got one of its own" };
  }
  if (wanted === "push" && undone !== null) {
    return { way: "comment", detour: "it undoes part of the pull request, so it is a comment for its author, not a push" };
  }
  return { way: wanted, detour: null };
}

// src/delivery/bundle.ts
var import_node_crypto4 = __toESM(require_crypto(), 1);
import { mkdir as mkdir2, writeFile as writeFile2 } from "node:fs/promises";
import { join as join3 } from "node:path";
async function writePatchBundle(dir, { patch, report, manifest }) {
  const { repo, sha, base, fingerprint } = manifest;
  const patchSha256 = (0, import_node_crypto4.createHash)("sha256").update(patch).digest("hex");
  const complete = { schemaVersion: 1, repo, sha, base, fingerprint, patchSha256 };
  await mkdir2(dir, { recursive: true });
  await Promise.all([
    writeFile2(join3(dir, "fix.patch"), patch),
    writeFile2(join3(dir, "report.json"), `${JSON.stringify(report, null, 2)}
`)
  ]);
  await writeFile2(join3(dir, "manifest.json"), `${JSON.stringify(complete, null, 2)}
`);
  return complete;
}

// src/phases/deliver.ts
var proved = {
  outcome: "fixed",
  reason: "The failing tests pass with the patch on a clean copy of the red commit, and nothing that passed fails."
};
async function deliverFix(fix) {
  const { located, record } = fix;
  if (holdsSecret(fix.inputs, fix.patch.text)) {
    return { outcome: "not-fixed", reason: "The patch holds a key or a token of this run: it is not handed over." };
  }
  const why = notRequested(fix);
  if (why !== null) {
    record.note({ delivery: { state: "not-requested", reason: why } });
    return proved;
  }
  const delivery = await send({ ...fix, ...located, report: record.report(proved) });
  const { ending, noted } = deliveredAs(delivery, proved);
  record.note(noted);
  return ending;
}
async function send({ inputs, incident, github, serverUrl, checkout, patch, draft, scratch, signal, ...rest }) {
  const redactor = createRedactor(inputs.secrets);
  const leak = holdsSecret(inputs, patch.text) ? { path: "the patch" } : secretAddedBy(patch.text);
  if (leak !== null) {
    const reason = `the fix adds what looks like a key or a password (${leak.path}): nothing was pushed`;
    return {
      state: "refused",
      reason,
      remedy: "look at the patch file, and apply it by hand if it is none",
      branch: null,
      compareUrl: null
    };
  }
  const report = redactor.json(rest.report);
  return deliver({
    ...{ incident, github, serverUrl, checkout, patch, scratch, signal },
    token: inputs.githubToken,
    fingerprint: report.fingerprint ?? "",
    write: writerOf(inputs, report, patch),
    isRevert: report.proof?.kind === "revert",
    settings: {
      way: inputs.delivery === "patch" ? "pull-request" : inputs.delivery,
      branchPrefix: inputs.branchPrefix,
      labels: inputs.labels,
      reviewers: inputs.reviewers,
      draft: inputs.draft || draft,
      dryRun: inputs.dryRun,
      signing: inputs.commitSigning,
      triggerCi: inputs.triggerCi,
      maxAttempts: inputs.maxAttemptsPerFailure
    }
  });
}
function writerOf({ optOutLabel }, report, patch) {
  const patchIsPublic = report.patch === patch.text && withoutSecrets(patch.text) === patch.text;
  return (circumstances) => {
    const { title, body } = renderPullRequest(report, { optOutLabel, circumstances });
    const own = circumstances.way === "pull-request" ? body : renderComment(report, { optOutLabel, circumstances, patchIsPublic });
    return { title: withoutSecrets(title), body: withoutSecrets(own) };
  };
}
function deliveredAs(delivery, ending) {
  switch (delivery.state) {
    case "delivered": {
      const { state, reason, way, branch, pullRequest } = delivery;
      return { ending, noted: { delivery: { state, reason, way, branch }, pullRequest } };
    }
    case "refused": {
      const reason = [delivery.reason, delivery.remedy].filter(Boolean).join(". ");
      return { ending, noted: { delivery: { ...delivery, reason } } };
    }
    case "superseded": {
      const { reason } = delivery;
      return { ending: { outcome: "superseded", reason }, noted: { delivery: { state: "not-requested", reason } } };
    }
    case "not-requested":
      return { ending, noted: { delivery } };
  }
}
var shortestSecret = 16;
function holdsSecret({ secrets }, patch) {
  return createRedactor(secrets.filter(({ length }) => length >= shortestSecret)).text(patch) !== patch;
}
function notRequested({ inputs, located }) {
  if (located.incident.event === "local") return "A run from a terminal pushes nothing.";
  if (inputs.mode === "fix") return "mode: fix writes a patch bundle and pushes nothing.";
  if (inputs.delivery === "patch") return "delivery: patch writes files and pushes nothing.";
  if (inputs.dryRun) return "dry-run: nothing was pushed.";
  return null;
}
async function writeBundle(inputs, report, incident, folder) {
  if (inputs.mode !== "fix" || report.outcome !== "fixed" || incident === null) return null;
  const { repo, sha, base } = incident;
  await writePatchBundle(folder, { patch: report.patch, report, manifest: { repo, sha, base, fingerprint: report.fingerprint ?? "" } });
  return folder;
}

export {
  oddityOf,
  Publisher,
  attemptsRemedy,
  triedTooOften,
  standingOf,
  deliverFix,
  send,
  deliveredAs,
  writeBundle
};
//# sourceMappingURL=chunk-JLETPB72.js.map
