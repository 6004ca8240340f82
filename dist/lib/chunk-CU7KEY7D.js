import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  Git,
  GitError,
  allowedFindings,
  alternatives,
  assemble,
  budget,
  explainPush,
  integrity,
  redToGreen,
  timing,
  whatChanged,
  whatFailed
} from "./chunk-BLXXKGBO.js";
import {
  createRedactor
} from "./chunk-GQMEWCTN.js";
import {
  codeSpan,
  count,
  cut,
  disarm,
  oneLine
} from "./chunk-MY62IMJK.js";

// src/delivery/deliver.ts
import { rm } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/delivery/branch.ts
function branchFor(prefix, base, fingerprint) {
  return `${prefix}${base.slice(0, 100).replace(/[/.]+$/, "")}-${fingerprint.slice(0, 12)}`;
}
var longestTitle = 120;
var longestBody = 65e3;
function boundTitle(title) {
  const line = title.replace(/[\s\u0000-\u001f\u007f]+/g, " ").trim();
  return line.length <= longestTitle ? line : `${cutAt(line, longestTitle - 1).trimEnd()}\u2026`;
}
function boundBody(body) {
  return body.length <= longestBody ? body : `${cutAt(body, longestBody)}

(The rest was cut: GitHub takes no longer text.)`;
}
function cutAt(text, length) {
  const end = /[\ud800-\udbff]/.test(text.charAt(length - 1)) ? length - 1 : length;
  return text.slice(0, end);
}
function compareUrl(serverUrl, repo, base, branch) {
  const encoded = (name) => name.split("/").map(encodeURIComponent).join("/");
  return `${serverUrl.replace(/\/+$/, "")}/${repo}/compare/${encoded(base)}...${encoded(branch)}?expand=1`;
}

// src/delivery/commit.ts
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

// src/delivery/changed-files.ts
var plainFile = "100644";
var absent = "000000";
function readChangedFiles(raw, numstat) {
  const counts = new Map(
    numstat.split("\0").flatMap((entry) => {
      const [, added, removed, path] = /^(\d+|-)\t(\d+|-)\t(.+)$/s.exec(entry) ?? [];
      return path === void 0 ? [] : [[path, added === "-" ? null : { added: Number(added), removed: Number(removed) }]];
    })
  );
  const parts = raw.split("\0");
  const files = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [, oldMode = absent, newMode = absent] = /^:(\d+) (\d+) /.exec(parts[at] ?? "") ?? [];
    const path = parts[at + 1] ?? "";
    const mode = (text) => text === absent ? null : text;
    files.push({ path, oldMode: mode(oldMode), newMode: mode(newMode), lines: counts.get(path) ?? null });
  }
  return files;
}
function oddityOf({ path, oldMode, newMode, lines }) {
  const modes = [oldMode, newMode];
  if (modes.includes("120000")) return `${path} is a symbolic link`;
  if (modes.includes("160000")) return `${path} is a submodule`;
  if (oldMode === null && newMode !== plainFile) return `${path} is a new file with the mode ${newMode}`;
  if (oldMode !== null && newMode !== null && oldMode !== newMode) return `the mode of ${path} changes from ${oldMode} to ${newMode}`;
  return lines === null ? `${path} is binary` : null;
}

// src/delivery/commit.ts
var author = { name: "github-actions[bot]", email: "41898282+github-actions[bot]@users.noreply.github.com" };
var trailer = "Regreen-Fingerprint";
var attemptTrailer = "Regreen-Attempt";
var fetch = ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--depth=1"];
var networkTimeoutMs = 3e5;
var longestText = 2 * 1024 * 1024;
var Publisher = class _Publisher {
  #git;
  #remote;
  #url;
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
  /** Tips of branches on the remote; a branch that is not there is left out. */
  async tips(branches) {
    const refs = branches.map((branch) => `refs/heads/${branch}`);
    const lines = (await this.#remote.text(["ls-remote", "--quiet", this.#url, ...refs], { timeoutMs: networkTimeoutMs })).split("\n");
    const found = lines.map((line) => line.split("	")).filter(([, ref]) => ref !== void 0 && refs.includes(ref));
    return new Map(found.map(([sha = "", ref = ""]) => [ref.slice("refs/heads/".length), sha]));
  }
  /** What the patch does to `parent`: git applies it, and tells what came of it, whatever the patch says of itself. */
  async examine(parent, patch) {
    const applied = await this.#apply(parent, patch);
    if (!applied.ok) return applied;
    const between = async (...options) => this.#git.text(["diff-tree", "-r", "--no-renames", ...options, parent, applied.tree]);
    const [raw, counts, text] = [await between("-z"), await between("-z", "--numstat"), await between("-p", "--binary", "--full-index")];
    return { ok: true, patch: text === "" ? "" : `${text}
`, files: readChangedFiles(raw, counts) };
  }
  /** The text of a file in a commit; null when it is not there, not text, or has more than 2 MB. */
  async textOf(commit, path) {
    const file = await this.#git.run(["cat-file", "blob", `${commit}:${path}`], { keepBytes: longestText });
    const { exitCode, stdout, clippedBytes } = file;
    return exitCode !== 0 || clippedBytes > 0 || stdout.includes("\0") || stdout.includes("\uFFFD") ? null : stdout;
  }
  async commit({ parent, patch, message, fingerprint, attempt }) {
    const applied = await this.#apply(parent, patch);
    if (!applied.ok) return applied;
    const { tree } = applied;
    const odd = await this.#oddFile(parent, tree);
    if (odd !== null) return { ok: false, reason: odd };
    const input = `${message.trim()}

${trailer}: ${fingerprint}
${attemptTrailer}: ${attempt}
`;
    const names = { GIT_AUTHOR_NAME: author.name, GIT_AUTHOR_EMAIL: author.email };
    const env = { ...names, GIT_COMMITTER_NAME: author.name, GIT_COMMITTER_EMAIL: author.email };
    return { ok: true, sha: await this.#git.text(["commit-tree", tree, "-p", parent, "-F", "-"], { input, env }) };
  }
  /** Whether the tip of a branch is a commit of ours for this failure. */
  async isOurs(tip, fingerprint) {
    await this.#fetch(tip);
    const { header, message } = await this.#read(tip);
    return header.some((line) => line.startsWith(`author ${author.name} <${author.email}> `)) && message.includes(`${trailer}: ${fingerprint}`);
  }
  /** How many fixes of its failure there were up to the commit at the tip of a branch of ours. */
  async attemptOf(tip) {
    return attemptIn((await this.#read(tip)).message.join("\n"));
  }
  /** The same files on the same parent. */
  async isSameFix(one, other) {
    const [a, b] = await Promise.all([this.#read(one), this.#read(other)]);
    const what = (lines) => lines.filter((line) => /^(?:tree|parent) /.test(line)).join("\n");
    return what(a.header) === what(b.header);
  }
  /** Whether a commit already has every line of the patch. */
  async hasFix(commit, patch) {
    await this.#fetch(commit);
    await this.#git.text(["read-tree", commit]);
    return (await this.#git.run(["apply", "--cached", "--check", "--reverse", "-"], { input: patch })).exitCode === 0;
  }
  /** Moves the branch from `expected` (null: it must not exist) to `sha`; refused when somebody else moved it. */
  async push(branch, sha, expected) {
    const lease = `--force-with-lease=refs/heads/${branch}:${expected ?? ""}`;
    const result = await this.#remote.run(["push", "--quiet", "--no-verify", lease, this.#url, `${sha}:refs/heads/${branch}`], {
      timeoutMs: networkTimeoutMs
    });
    return result.exitCode === 0 ? { ok: true } : { ok: false, said: result.stderr || (result.failedToStart ?? "the push took too long") };
  }
  async #apply(parent, patch) {
    await this.#fetch(parent);
    await this.#git.text(["read-tree", parent]);
    const applied = await this.#git.run(["apply", "--cached", "--whitespace=nowarn", "-"], { input: patch });
    if (applied.exitCode !== 0) {
      return { ok: false, reason: `the patch does not apply to ${parent}: ${applied.stderr.trim().slice(0, 500)}` };
    }
    return { ok: true, tree: await this.#git.text(["write-tree", "--missing-ok"]) };
  }
  async #fetch(sha) {
    const here = await this.#git.run(["cat-file", "-e", `${sha}^{tree}`]);
    if (here.exitCode !== 0) await this.#remote.text([...fetch, this.#url, sha], { timeoutMs: networkTimeoutMs });
    await this.#git.text(["update-ref", `refs/known/${sha}`, sha]);
  }
  /** The commit as it is stored: a shallow clone shows no parents otherwise. */
  async #read(sha) {
    const lines = (await this.#git.text(["cat-file", "commit", sha])).split("\n");
    const end = lines.indexOf("");
    return { header: lines.slice(0, end), message: lines.slice(end + 1) };
  }
  /** A symbolic link or a submodule could bring in what nobody reviewed. */
  async #oddFile(parent, tree) {
    const changes = (await this.#git.text(["diff-tree", "-r", "-z", "--no-renames", parent, tree])).split("\0");
    if (changes.length < 2) return "the patch changes nothing";
    for (let at = 0; at + 1 < changes.length; at += 2) {
      if (/^:\d+ (?:120000|160000) /.test(changes[at] ?? ""))
        return `${changes[at + 1]} is a symbolic link or a submodule, which is not pushed`;
    }
    return null;
  }
};
function attemptIn(message) {
  return Number(new RegExp(`^${attemptTrailer}: (\\d{1,3})$`, "m").exec(message)?.[1] ?? 1);
}
async function borrowObjects(source, folder) {
  const path = async (name) => resolve(source.root, await source.text(["rev-parse", "--git-path", name]));
  try {
    await mkdir(join(folder, "objects", "info"), { recursive: true });
    await writeFile(join(folder, "objects", "info", "alternates"), `${await path("objects")}
`);
    await copyFile(await path("shallow"), join(folder, "shallow"));
  } catch (error) {
    if (!(error instanceof GitError) && !(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}

// src/delivery/attempts.ts
var attemptsRemedy = "raise max-attempts-per-failure, or look at the failure by hand";
var triedTooOften = (tried) => `the same failure was tried ${tried === 1 ? "once" : `${tried} times`} before, which is what max-attempts-per-failure allows`;
async function attemptsSoFar(github, { repo, base, fingerprint, branchPrefix }) {
  const branch = branchFor(branchPrefix, base, fingerprint);
  const pulls = await github.pullRequests(repo, branch);
  if (!pulls.ok) return null;
  if (pulls.value.length === 0) return 0;
  const message = await github.commitMessage(repo, `heads/${branch}`);
  return Math.max(pulls.value.length, message.ok && message.value !== null ? attemptIn(message.value) : 0);
}

// src/delivery/target.ts
var refused = (reason, remedy, target = null) => ({
  state: "refused",
  reason,
  remedy,
  branch: target?.branch ?? null,
  compareUrl: target?.compareUrl ?? null
});
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
    title: boundTitle(request.title),
    body: boundBody(request.body),
    compareUrl: compareUrl(serverUrl, incident.repo, incident.base, branch),
    github
  };
}

// src/delivery/pull-request.ts
async function openPullRequest(target, settings, open) {
  const pull = open === null ? await create(target, settings.draft) : await update(target, open);
  if (!pull.ok) return refused(pull.reason, pull.remedy, target);
  const { number, url } = pull.value;
  const done = open === null ? `opened pull request #${number}` : `updated pull request #${number}`;
  const complaints = open === null ? await decorate(target, settings, number) : [];
  const reason = [done, ...complaints].join("; ");
  return { state: "delivered", reason, branch: target.branch, pullRequest: { url, number } };
}
async function create(target, draft) {
  const { github, repo, title, body, base, branch } = target;
  const created = await github.createPullRequest(repo, { title, body, head: branch, base, draft });
  if (created.ok) return created;
  if (created.kind === "no-drafts" && draft) return create(target, false);
  if (created.kind !== "already-exists") return created;
  const pulls = await github.pullRequests(repo, branch);
  const open = pulls.ok ? pulls.value.find(({ state }) => state === "open") : void 0;
  return open === void 0 ? created : update(target, open);
}
function update({ github, repo, title, body }, { number }) {
  return github.updatePullRequest(repo, number, { title, body });
}
async function decorate({ github, repo }, { labels, reviewers }, number) {
  const answers = await Promise.all([
    labels.length === 0 ? null : github.addLabels(repo, number, labels),
    reviewers.length === 0 ? null : github.requestReviewers(repo, number, reviewers)
  ]);
  return answers.flatMap((answer) => answer === null || answer.ok ? [] : [`${answer.reason} (${answer.remedy})`]);
}

// src/delivery/deliver.ts
var superseded = (reason) => ({ state: "superseded", reason });
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
    await rm(folder, { recursive: true, force: true });
  }
}
async function publish(request, target, folder) {
  const { incident, patch, fingerprint, token, serverUrl, settings } = request;
  const remote = { url: `${serverUrl.replace(/\/+$/, "")}/${target.repo}.git`, serverUrl, token: token ?? "" };
  const publisher = await Publisher.open(folder, request.checkout?.root ?? null, remote, request.signal);
  const tips = await publisher.tips([target.branch, target.base, ...incident.branch === null ? [] : [incident.branch]]);
  const moved = whatMoved(incident, target, tips) ?? await alreadyFixed(publisher, target, tips, patch);
  if (moved !== null) return moved;
  const pulls = await target.github.pullRequests(target.repo, target.branch);
  if (!pulls.ok) return refused(pulls.reason, pulls.remedy);
  const closed = await closedByPerson(target, pulls.value);
  if (closed !== null) return closed;
  const tip = tips.get(target.branch) ?? null;
  if (tip !== null && !await publisher.isOurs(tip, fingerprint)) {
    return refused(
      `the branch ${target.branch} has commits that are not Regreen's, which it does not overwrite`,
      "merge or close its pull request and delete the branch"
    );
  }
  const tried = Math.max(tip === null ? 0 : await publisher.attemptOf(tip), pulls.value.length);
  const commit = await publisher.commit({
    parent: target.parent,
    patch: patch.text,
    message: settings.commitMessage ?? target.title,
    fingerprint,
    attempt: tried + 1
  });
  if (!commit.ok) return refused(commit.reason, "apply the patch file by hand");
  if (tip === null || !await publisher.isSameFix(tip, commit.sha)) {
    if (tried >= (settings.maxAttempts ?? Number.POSITIVE_INFINITY)) return refused(triedTooOften(tried), attemptsRemedy);
    const pushed = await publisher.push(target.branch, commit.sha, tip);
    if (!pushed.ok) {
      const { reason, remedy } = explainPush(pushed.said, target.branch, settings.branchPrefix);
      return refused(reason, remedy);
    }
  }
  return openPullRequest(target, settings, pulls.value.find(({ state }) => state === "open") ?? null);
}
function whatMoved(incident, target, tips) {
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
async function alreadyFixed(publisher, { base, parent }, tips, patch) {
  const tip = tips.get(base);
  if (tip === void 0 || tip === parent || !await publisher.hasFix(tip, patch.text)) return null;
  return superseded(`${base} already has this fix: nothing was pushed`);
}
async function closedByPerson({ github, repo }, pulls) {
  if (pulls.some(({ state }) => state === "open")) return null;
  const last = pulls.find(({ state, merged }) => state === "closed" && !merged);
  if (last === void 0) return null;
  const by = await github.closedBy(repo, last.number);
  if (by.ok && by.value?.isBot) return null;
  const who = by.ok && by.value !== null ? by.value.login : "a person";
  return refused(`${who} closed pull request #${last.number} for this same failure`, `reopen #${last.number} to have it updated`);
}

// src/incident/distill/secrets.ts
var credentialShapes = /\b(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|sk-[\w-]{20,}|xox[abprs]-[\w-]{10,}|AKIA[0-9A-Z]{16}|AIza[\w-]{30,}|npm_\w{30,}|pypi-\w{20,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,})/g;
var headers = /\b(authorization: *(?:basic|bearer|token) +)[\w.~+/=-]{8,}/gi;
var inAddress = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:)[^\s/@]+(?=@)/gi;
function maskOf(known, named) {
  return (text) => {
    let clean = known(text);
    for (const value of named) if (clean.includes(value)) clean = clean.replaceAll(value, "***");
    return clean.replace(credentialShapes, "***").replace(headers, "$1***").replace(inAddress, "$1***");
  };
}

// src/delivery/secrets.ts
var candidates = /[A-Za-z0-9+/_=-]{32,}/g;
var randomFrom = 4.2;
function secretsIn(text) {
  const shaped = [...text.matchAll(credentialShapes)].map(([match]) => match);
  const random = [...text.matchAll(candidates)].map(([match]) => match).filter(looksRandom);
  return [.../* @__PURE__ */ new Set([...shaped, ...random])];
}
function secretAddedBy(patch) {
  const lines = patch.split("\n");
  const removed = lines.filter((line) => line.startsWith("-") && !line.startsWith("--- ")).join("\n");
  let path = "";
  for (const line of lines) {
    if (line.startsWith("+++ "))
      path = line.slice(4).replace(/^"?b\//, "").replace(/"$/, "");
    else if (line.startsWith("+") && secretsIn(line.slice(1)).some((secret) => !removed.includes(secret))) return { path };
  }
  return null;
}
function withoutSecrets(text) {
  return secretsIn(text).reduce((clean, secret) => clean.replaceAll(secret, "***"), text);
}
function looksRandom(word) {
  if (/^[0-9a-f]+$/i.test(word) || !/[a-z]/.test(word) || !/[A-Z]/.test(word) || (word.match(/\d/g) ?? []).length < 3) return false;
  return entropyOf(word) >= randomFrom;
}
function entropyOf(word) {
  const counts = /* @__PURE__ */ new Map();
  for (const character of word) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count2) => sum - count2 / word.length * Math.log2(count2 / word.length), 0);
}

// src/delivery/bundle.ts
import { createHash } from "node:crypto";
import { mkdir as mkdir2, writeFile as writeFile2 } from "node:fs/promises";
import { join as join3 } from "node:path";
async function writePatchBundle(dir, { patch, report, manifest }) {
  const { repo, sha, base, fingerprint } = manifest;
  const patchSha256 = createHash("sha256").update(patch).digest("hex");
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

// src/report/pull-request.ts
var MAX_BODY = 6e4;
var MAX_TITLE = 120;
var steps = [
  { rows: 50, diagnosis: 4e3, diff: 0 },
  { rows: 10, diagnosis: 1500, diff: 0 },
  { rows: 3, diagnosis: 300, diff: 0 }
];
function renderPullRequest(report, { optOutLabel = "no-regreen", workflowToken = true } = {}) {
  let body = "";
  for (const bounds of steps) {
    body = assemble([
      ["Look at this first", allowedFindings(report)],
      ["What failed, and why", whatFailed(report, bounds)],
      ["What this changes", whatChanged(report, bounds)],
      ["Proof: red to green", redToGreen(report, bounds)],
      ["Integrity", integrity(report)],
      ["Cost and budget", budget(report)],
      ["Where the time went", timing(report)],
      [null, alternatives(report)],
      ["What you can do", choices(report, optOutLabel, workflowToken)]
    ]);
    if (body.length <= MAX_BODY) break;
  }
  return { title: titleOf(report), body: body.slice(0, MAX_BODY) };
}
function titleOf(report) {
  const tests = report.tests.results.filter((result) => result.before === "failed" && result.after === "passed").map((result) => result.id);
  const failing = tests.length > 0 ? tests : report.tests.before?.failing ?? [];
  const [first] = report.files;
  const more = report.files.length - 1;
  const place = first === void 0 ? "" : ` in ${oneLine(first.path, 60)}${more > 0 ? ` and ${count(more, "more file")}` : ""}`;
  const [only] = failing;
  const name = only === void 0 || failing.length > 1 ? `${count(failing.length, "test")}` : `\u201C${oneLine(only.split(" > ").at(-1) ?? only, 60)}\u201D`;
  const what = report.proof?.kind === "revert" ? `undo what broke ${name}` : `turn ${name} green`;
  return cut(disarm(`fix: ${what}${place}`).replaceAll("`", "'"), MAX_TITLE);
}
function choices({ fingerprint, outcome }, optOutLabel, workflowToken) {
  const lines = [
    ...workflowToken ? [
      "- **Checks**: a pull request opened with the workflow\u2019s token has its checks waiting for approval; \u201CApprove workflows to run\u201D in the merge box starts them."
    ] : [],
    "- **Undo**: close it and delete the branch; after a merge, \u201CRevert\u201D above or `git revert` takes it back. It is one commit.",
    ...optOutLabel === null ? [] : [`- **Opt out**: a pull request with the label ${codeSpan(optOutLabel, 50)} is left alone.`],
    "- **Run again**: re-run the job that opened this. The same failure updates this pull request; it opens no second one.",
    ...outcome === "fixed" && fingerprint !== null ? [`- **Fingerprint** of the failure: ${codeSpan(fingerprint, 80)}`] : []
  ];
  return lines.join("\n");
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
  const { title, body } = renderPullRequest(report, { optOutLabel: inputs.optOutLabel, workflowToken: !isPersonal(inputs.githubToken) });
  return deliver({
    ...{ incident, github, serverUrl, checkout, patch, scratch, signal },
    token: inputs.githubToken,
    fingerprint: report.fingerprint ?? "",
    title: withoutSecrets(title),
    body: withoutSecrets(body),
    settings: {
      branchPrefix: inputs.branchPrefix,
      labels: inputs.labels,
      reviewers: inputs.reviewers,
      draft: inputs.draft || draft,
      dryRun: inputs.dryRun,
      maxAttempts: inputs.maxAttemptsPerFailure
    }
  });
}
function deliveredAs(delivery, ending) {
  switch (delivery.state) {
    case "delivered":
      return { ending, noted: { delivery, pullRequest: delivery.pullRequest } };
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
function isPersonal(token) {
  return token !== null && /^(?:ghp_|github_pat_)/.test(token);
}

export {
  oddityOf,
  Publisher,
  attemptsRemedy,
  triedTooOften,
  attemptsSoFar,
  maskOf,
  deliverFix,
  send,
  deliveredAs,
  writeBundle
};
//# sourceMappingURL=chunk-CU7KEY7D.js.map
