import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  budgetRows,
  codeBlock,
  codeCell,
  codeSpan,
  costInWords,
  count,
  duration,
  inlineProse,
  kinds,
  placed,
  prose,
  share,
  sizeInWords,
  sources,
  table,
  times
} from "./chunk-MY62IMJK.js";
import {
  runCommand,
  userPath
} from "./chunk-4NQIAZWU.js";

// src/workspace/git.ts
var safeConfig = [
  "core.hooksPath=/dev/null",
  "core.fsmonitor=false",
  "core.quotePath=false",
  "core.pager=cat",
  "core.askPass=",
  "core.editor=false",
  "core.sshCommand=ssh -oBatchMode=yes",
  "credential.helper=",
  "protocol.ext.allow=never",
  "protocol.file.allow=user",
  "commit.gpgSign=false",
  "tag.gpgSign=false",
  "gc.auto=0",
  "maintenance.auto=false",
  "advice.detachedHead=false",
  "submodule.recurse=false",
  "diff.noprefix=false",
  "diff.mnemonicPrefix=false",
  "color.ui=false",
  "safe.directory=*"
].flatMap((setting) => ["-c", setting]);
var showsDiffs = /* @__PURE__ */ new Set(["diff", "diff-tree", "diff-index", "diff-files", "show", "log", "format-patch"]);
var inherited = /^(HOME|USERPROFILE|XDG_CONFIG_HOME|TMPDIR|(http|https|no|all)_proxy|GIT_SSL_CAINFO|SSL_CERT_FILE|SSL_CERT_DIR)$/i;
var GitError = class extends Error {
  name = "GitError";
  result;
  constructor(message, result) {
    super(message);
    this.result = result;
  }
};
var Git = class _Git {
  root;
  #options;
  #secrets;
  #filters = null;
  constructor(root, options = {}, secrets = []) {
    this.root = root;
    this.#options = options;
    this.#secrets = secrets;
  }
  /**
   * The same with a token for `serverUrl` (`https://github.com`). It travels in the environment: never in argv, never on disk.
   * A header left in the repository's configuration by another tool is replaced, because servers refuse two.
   */
  withToken(serverUrl, token) {
    const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
    const key = `http.${new URL("/", serverUrl).href}.extraheader`;
    const env = {
      ...this.#options.env,
      GIT_CONFIG_COUNT: "2",
      GIT_CONFIG_KEY_0: key,
      GIT_CONFIG_VALUE_0: "",
      GIT_CONFIG_KEY_1: key,
      GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${basic}`
    };
    return new _Git(this.root, { ...this.#options, env }, [...this.#secrets, token, basic]);
  }
  /** Runs git and hands back whatever came of it; what it printed is free of credentials. */
  async run(args, call = {}) {
    const result = await runCommand({
      argv: ["git", ...safeConfig, ...await this.#filterOverrides(), ...withSafeDiff(args)],
      cwd: this.root,
      env: this.#environment(call.env),
      timeoutMs: call.timeoutMs ?? 12e4,
      signal: call.signal ?? this.#options.signal,
      input: call.input,
      keepBytes: call.keepBytes ?? 64 * 1024 * 1024
    });
    return { ...result, stdout: withoutSecrets(result.stdout, this.#secrets), stderr: redact(result.stderr, this.#secrets) };
  }
  /** Standard output of a command that must succeed, without the last newline. Throws `GitError`. */
  async text(args, call = {}) {
    const result = await this.run(args, call);
    if (result.exitCode !== 0) throw new GitError(redact(failureMessage(args, result), this.#secrets), result);
    if (result.clippedBytes > 0) throw new GitError(`git ${args[0]} printed more than can be kept`, result);
    return result.stdout.replace(/\n$/, "");
  }
  /** Paths from the root that `git ls-files` lists with these options; default: tracked, and untracked but not ignored. */
  async lsFiles(options = ["--cached", "--others", "--exclude-standard"]) {
    const listing = await this.text(["ls-files", "-z", ...options]);
    return [...new Set(listing.split("\0").filter((path) => path !== ""))];
  }
  #environment(extra = {}) {
    const from = this.#options.from ?? process.env;
    const env = {};
    for (const [name, value] of Object.entries(from)) {
      if (value !== void 0 && inherited.test(name)) env[name] = value;
    }
    return {
      ...env,
      PATH: userPath(from),
      LC_ALL: "C",
      GIT_TERMINAL_PROMPT: "0",
      GIT_CONFIG_NOSYSTEM: "1",
      ...this.#options.readOnly ? { GIT_OPTIONAL_LOCKS: "0" } : {},
      ...this.#options.env,
      ...extra
    };
  }
  /** A filter's program is named in configuration, by any name: each one found is set to nothing. */
  #filterOverrides() {
    if (!this.#options.withoutFilters) return Promise.resolve([]);
    this.#filters ??= new _Git(this.root, { ...this.#options, withoutFilters: false }).run(["config", "--null", "--name-only", "--get-regexp", "^filter\\."]).then(({ stdout }) => stdout.split("\0").flatMap((name) => neutral(name)));
    return this.#filters;
  }
};
function neutral(name) {
  if (/\.(clean|smudge|process)$/i.test(name)) return ["-c", `${name}=`];
  return /\.required$/i.test(name) ? ["-c", `${name}=false`] : [];
}
function withSafeDiff(args) {
  const [command = "", ...rest] = args;
  if (!showsDiffs.has(command)) return args;
  return [command, "--no-ext-diff", "--no-textconv", ...rest];
}
function failureMessage(args, result) {
  const command = `git ${args.slice(0, 6).join(" ")}${args.length > 6 ? " \u2026" : ""}`;
  if (result.failedToStart !== null) return `${command}: ${result.failedToStart}`;
  if (result.timedOut) return `${command}: took longer than its time limit`;
  if (result.aborted) return `${command}: aborted`;
  const lines = result.stderr.split("\n").map((line) => line.trim());
  const cause = lines.findLast((line) => /^(fatal|error|remote|!)/.test(line)) ?? lines.findLast((line) => line !== "");
  return `${command}: ${cause ?? `exit code ${result.exitCode ?? result.signal}`}`;
}
function redact(text, secrets) {
  return withoutSecrets(text, secrets).replace(/(\bhttps?:\/\/)[^\s/@'"]+@/gi, "$1***@").replace(/(authorization:\s*\w+\s+)\S+/gi, "$1***");
}
function withoutSecrets(text, secrets) {
  return secrets.reduce((clean, secret) => secret.length > 3 ? clean.replaceAll(secret, "***") : clean, text);
}

// src/report/sections.ts
function whatFailed(report, bounds) {
  const { tests, incident } = report;
  const red = tests.before?.failing.length ?? 0;
  const where = [
    incident.sha === null ? "" : ` at ${codeSpan(incident.sha.slice(0, 12), 12)}`,
    incident.branch === null ? "" : ` on ${codeSpan(incident.branch, 200)}`
  ].join("");
  const command = tests.command === null ? "The build" : codeSpan(tests.command, 200);
  const failed = tests.before === null ? `${command} was red${where}.` : `${command} failed${where}: ${red} of ${count(tests.before.executed, "test")} ${red === 1 ? "was" : "were"} red.`;
  return [failed, report.diagnosis === null ? "" : prose(report.diagnosis, bounds.diagnosis)].filter((part) => part !== "").join("\n\n");
}
function whatChanged(report, bounds) {
  const files = report.files.slice(0, bounds.rows).map((file) => `- ${codeSpan(file.path, 300)}: +${file.added} \u2212${file.removed}`);
  const more = report.files.length - files.length;
  const by = report.proof === null ? "" : ` ${sources[report.proof.kind]}${writer(report)}.`;
  return [`${sizeInWords(report.files)}.${by}`, [...files, ...more > 0 ? [`- and ${more} more`] : []].join("\n")].join("\n\n");
}
function writer({ proof, model }) {
  return proof?.kind === "model" && model !== null ? ` (${codeSpan(model, 100)})` : "";
}
function redToGreen(report, bounds) {
  const { proof, tests } = report;
  if (proof === null) return "";
  const turned = tests.results.filter((result) => result.before === "failed" && result.after === "passed");
  const rows = turned.slice(0, bounds.rows).map((result) => [codeCell(result.id, 300), "\u{1F534} failed", "\u{1F7E2} passed"]);
  if (turned.length > rows.length) rows.push([`and ${turned.length - rows.length} more`, "\u{1F534}", "\u{1F7E2}"]);
  return [
    `The same tests, on a clean copy of the red commit: red ${times(proof.redRuns)} without this change, green ${times(proof.greenRuns)} with it.`,
    rows.length === 0 ? "" : table(["test", "before", "after"], rows),
    suiteTable(proof.suiteBefore, proof.suiteAfter),
    flakyTests(report, bounds)
  ].filter((part) => part !== "").join("\n\n");
}
function suiteTable(before, after) {
  const cells = (suite) => suite === null ? ["\u2013", "\u2013", "\u2013", "\u2013"] : [suite.executed, suite.passed, suite.failed, suite.skipped].map(String);
  if (before === null && after === null) return "";
  return table(
    ["whole suite", "executed", "passed", "failed", "skipped"],
    [["before", ...cells(before)], ...after === null ? [] : [["after", ...cells(after)]]],
    ["left", "right", "right", "right", "right"]
  );
}
function failingTests(report, bounds) {
  const failing = report.tests.before?.failing ?? [];
  return bulletList("Red", failing, bounds.rows);
}
function flakyTests(report, bounds) {
  return bulletList("Flaky, and not touched", report.tests.flaky, bounds.rows);
}
function bulletList(title, names, max) {
  if (names.length === 0) return "";
  const shown = names.slice(0, max).map((name) => `- ${codeSpan(name, 300)}`);
  return [`${title}:`, "", ...shown, ...names.length > shown.length ? [`- and ${names.length - shown.length} more`] : []].join("\n");
}
function integrity(report) {
  const findings = report.integrity.filter(({ allowed }) => !allowed);
  if (findings.length > 0) return findingList(findings);
  if (report.integrity.length > 0) return "Besides what stands at the top, the checks found nothing.";
  return "The checks found nothing: no test vanished or was newly skipped, no assertion was removed, no configuration was loosened.";
}
function allowedFindings(report) {
  const findings = report.integrity.filter(({ allowed }) => allowed);
  if (findings.length === 0) return "";
  return `This fix changes tests in ways that keep a fix back, were it not for the input \`allow-test-changes\`:

${findingList(findings)}`;
}
function findingList(findings) {
  const shown = findings.slice(0, 20).map((finding) => `- ${finding.severity}: ${inlineProse(placed(finding), 400)}`);
  return [...shown, ...findings.length > shown.length ? [`- and ${findings.length - shown.length} more`] : []].join("\n");
}
function suspects(report) {
  if (report.suspects.length === 0) return "";
  const rows = report.suspects.slice(0, 5).map((suspect) => [codeCell(`${suspect.path}:${suspect.line}`, 300), suspect.score.toFixed(2)]);
  return table(["most suspicious lines", "score"], rows, ["left", "right"]);
}
function alternatives(report) {
  if (report.alternatives.length === 0) return "";
  const shown = report.alternatives.slice(0, 5).map((label) => `- ${inlineProse(label, 300)}`);
  return ["Other changes that passed the tests:", "", ...shown].join("\n");
}
function budget(report) {
  const { transport, sandbox } = report;
  const model = report.model === null || report.engine === "builtin" ? "the built-in engine" : codeSpan(report.model, 100);
  const lines = [`Model: ${model}. Cost: ${costInWords(report)}.`];
  if (transport !== null) {
    const way = transport.kind === "websocket" ? "WebSocket" : "HTTP";
    lines.push(
      `Wire: ${count(transport.connections, "connection")} over ${way}, ${count(transport.reconnects, "reconnect")}, ${count(transport.turnsDelta, "turn")} sent as deltas, ${transport.turnsFull} in full.`
    );
    lines.push(...transport.fallbacks.slice(0, 5).map((fallback) => `Fallback: ${inlineProse(fallback, 300)}`));
  }
  const open = sandbox.notStopped.slice(0, 8).map((what) => inlineProse(what, 200));
  lines.push(`Sandbox: ${inlineProse(sandbox.layer, 50)}${open.length === 0 ? "" : `; it does not stop: ${open.join("; ")}`}.`);
  return [
    lines.map((line) => `- ${line}`).join("\n"),
    table(["budget", "used", "limit"], budgetRows(report), ["left", "right", "right"])
  ].join("\n\n");
}
function timing({ timing: { total, critical, overlap, phases } }) {
  const rows = kinds.map((kind) => [kind, duration(critical[kind]), share(critical[kind], total)]);
  const steps = phases.slice(0, 20).map((phase) => [inlineProse(phase.name, 40), duration(phase.start), duration(phase.end - phase.start)]);
  return [
    table(["critical path", "time", "share"], [...rows, ["**total**", `**${duration(total)}**`, ""]], ["left", "right", "right"]),
    `${duration(overlap)} of work ran beside something else.`,
    steps.length === 0 ? "" : table(["phase", "began at", "took"], steps, ["left", "right", "right"])
  ].filter((part) => part !== "").join("\n\n");
}
function diff(report, bounds) {
  return report.patch === "" ? "" : codeBlock(report.patch, "diff", bounds.diff);
}
function assemble(sections) {
  return sections.filter(([, content]) => content !== "").map(([title, content]) => title === null ? content : `### ${title}

${content}`).join("\n\n").concat("\n");
}

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
  if (status === 404) {
    return told(
      "not-found",
      `check the name of the repository, and that the token may see it ("${permission}" in the permissions of the job)`
    );
  }
  if (/already exists/i.test(message)) return told("already-exists", "close the other pull request, or let it be updated");
  if (/no commits between/i.test(message)) return told("no-commits", "nothing: the base already has these commits");
  if (/draft pull requests are not supported/i.test(message)) return told("no-drafts", "set the input draft to false");
  return told("invalid", `check the inputs that have to do with how to ${action}`);
}
function explainPush(said, branch, branchPrefix) {
  const told = (reason, remedy) => ({ reason: `the branch ${branch} could not be pushed: ${reason}`, remedy });
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
    return told("somebody else pushed to it at the same moment", "run the job again");
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
  whatFailed,
  whatChanged,
  redToGreen,
  suiteTable,
  failingTests,
  flakyTests,
  integrity,
  allowedFindings,
  suspects,
  alternatives,
  budget,
  timing,
  diff,
  assemble,
  explainRequest,
  explainPush,
  GitError,
  Git
};
//# sourceMappingURL=chunk-BLXXKGBO.js.map
