import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  limitWords
} from "./chunk-VZBTAECF.js";
import {
  array,
  boolean,
  number,
  object,
  string
} from "./chunk-6SLZJSQE.js";

// src/report/record.ts
function createRecord(start, ledger) {
  const nothingUsed = { turns: 0, minutes: 0, tokens: 0, costUsd: 0, testRuns: 0, changedLines: 0 };
  let facts = {
    diagnosis: null,
    incident: { repo: null, sha: null, branch: null, event: start.event },
    engine: start.engine,
    model: start.model,
    transport: null,
    budget: { limits: start.limits, used: nothingUsed },
    sandbox: { layer: "not used", notStopped: [] },
    tests: { command: null, before: null, after: null, results: [], flaky: [] },
    suspects: [],
    integrity: [],
    alternatives: [],
    proof: null,
    delivery: { state: "not-requested", reason: "there is no fix to deliver" },
    conversation: [],
    patch: "",
    files: [],
    cost: { usd: 0, priced: true },
    fingerprint: null,
    pullRequest: null
  };
  return {
    note: (more) => {
      facts = { ...facts, ...more };
    },
    report: ({ outcome, reason }) => ({ schemaVersion: 1, outcome, reason, ...facts, turns: ledger.turns(), timing: ledger.timing() })
  };
}
function summaryOf(run) {
  return { ...run.counts, failing: run.failing };
}
function resultRows(before, after) {
  const rows = /* @__PURE__ */ new Map();
  for (const result of before.results) rows.set(result.id, { before: result, after: null });
  for (const result of after?.results ?? []) rows.set(result.id, { before: rows.get(result.id)?.before ?? null, after: result });
  const list = [...rows].map(([id, row]) => ({
    id,
    file: (row.after ?? row.before)?.file ?? null,
    before: row.before?.status ?? null,
    after: row.after?.status ?? null,
    seconds: (row.after ?? row.before)?.seconds ?? null
  }));
  const red = (row) => Number(row.before !== "failed" && row.after !== "failed");
  return list.sort((a, b) => red(a) - red(b));
}

// src/phases/difference.ts
var quotedChars = 3e3;
var mostTests = 5;
var platforms = [
  [/\bwindows\b/i, "win32", "Windows"],
  [/\bmacos\b/i, "darwin", "macOS"],
  [/\bubuntu\b|\blinux\b/i, "linux", "Linux"]
];
function differenceOf(steps, here) {
  const [first] = steps;
  if (first === void 0) return null;
  const where = placeOf(first);
  const command = commandOf(first);
  if (command !== null && !isSame(command, here.command))
    return `There, ${where} failed, which ran \`${command}\`, not \`${here.command}\``;
  const platform = platformOf(first);
  if (platform !== null && platform.id !== here.platform)
    return `There, ${where} failed on ${platform.name}; here the tests ran on ${nameOf(here.platform)}`;
  const version = first.matrix.find((value) => /^v?\d+(?:\.\d+|\.x)*$/.test(value));
  if (version !== void 0 && !here.nodeVersion.startsWith(version.replace(/^v|\.x$/g, "")))
    return `There, ${where} failed, a leg of a matrix with ${version}; here Node ${here.nodeVersion} was used`;
  if (first.matrix.length > 0)
    return `There, ${where} failed, a leg of a matrix (${first.matrix.join(", ")}), whose values are not set here`;
  if (command === null) return `There, ${where} failed; what it runs is not known`;
  return `There, ${where} failed with the same command, so the environment differs (services, secrets, versions, time), or the failure comes and goes`;
}
function quoteOf({ url, distillate: { tests, excerpts } }) {
  const [best] = tests.filter(({ message }) => message !== null);
  const names = tests.slice(0, mostTests).map(({ name }) => name);
  const said = [
    names.length === 0 ? null : `It names as failing: ${names.join("; ")}${tests.length > names.length ? "; and more" : ""}.`,
    best?.message ?? null,
    excerpts === "" ? null : excerpts.slice(0, quotedChars)
  ].filter((part) => part !== null);
  return said.length === 0 ? null : [`The failed run (${url}) says:`, ...said].join("\n\n");
}
var placeOf = ({ leg, step }) => step === null ? `the job "${leg}"` : `the step "${step}" of the job "${leg}"`;
function commandOf({ step, command }) {
  return command ?? /^Run (?!\S+\/\S+@)(.+)$/.exec(step ?? "")?.[1] ?? null;
}
function isSame(there, here) {
  const ours = normal(here);
  return there.split("\n").some((line) => normal(line) === ours);
}
var normal = (command) => command.trim().replace(/\s+/g, " ").replace(/^npm (?:run )?(?:test|t|tst)\b/, "npm test");
function platformOf({ leg }) {
  const found = platforms.find(([pattern]) => pattern.test(leg));
  return found === void 0 ? null : { id: found[1], name: found[2] };
}
var nameOf = (platform) => platforms.find(([, id]) => id === platform)?.[2] ?? platform;

// src/phases/endings.ts
var interrupted = { outcome: "not-fixed", reason: "Interrupted before a fix was proved. The checkout is as it was." };
async function endWithoutFailure(seen, { incident, record, command, failedRun }) {
  const flaky = seen.kind === "flaky" ? seen.flaky : [];
  record.note({ tests: { command, before: summaryOf(seen.run), after: null, results: resultRows(seen.run, null), flaky } });
  switch (seen.kind) {
    case "timed-out":
      return {
        outcome: "budget-exhausted",
        reason: `The test command did not finish within ${Math.round(seen.run.seconds)} seconds, half of max-minutes: a test hangs, or the suite needs a larger bound or a narrower test-command.`
      };
    case "flaky":
      return {
        outcome: "flaky",
        reason: `Every failure passed when it was run again on the same commit: ${seen.rates.slice(0, 5).map(rateWords).join("; ")}. Nothing was spent.`
      };
    case "green":
      return await endGreen(`\`${command}\` passes here (${seen.run.counts.passed} tests)`, { incident, record, command, failedRun });
  }
}
function rateWords({ id, passed, runs }) {
  return `${id} (passed ${passed} of ${runs} times)`;
}
async function endGreen(ran, { incident: { event }, record, command, failedRun }) {
  if (event !== "workflow_run" && event !== "push" && event !== "pull_request") {
    return { outcome: "already-green", reason: `Nothing to repair: ${ran}.` };
  }
  const facts = await failedRun.facts();
  const quote = facts === null ? null : quoteOf(facts);
  if (quote !== null) record.note({ diagnosis: quote });
  const here = { command, platform: process.platform, nodeVersion: process.versions.node };
  const difference = differenceOf(facts?.steps ?? await failedRun.steps, here) ?? "The difference lies outside of this command: another step, another platform, or the environment";
  return { outcome: "cannot-reproduce", reason: `The run was red, but ${ran}. ${difference}.` };
}
function endWithoutFix(result, known, record) {
  const inShort = whatIsKnown(known);
  switch (result.kind) {
    case "gave-up":
      record.note({ diagnosis: result.diagnosis || inShort, alternatives: result.alternatives });
      return { outcome: "not-fixed", reason: result.reason };
    case "budget":
      record.note({ diagnosis: result.diagnosis || inShort, patch: result.best?.text ?? "", files: result.best?.files ?? [] });
      return { outcome: "budget-exhausted", reason: `The bound on ${limitWords[result.limit]} was reached before a fix was found.` };
    case "provider":
      record.note({ diagnosis: result.diagnosis || inShort });
      return { outcome: "provider-unavailable", reason: `The model could not be asked: ${result.reason}` };
    case "aborted":
      return interrupted;
  }
}
function whatIsKnown({ failing, suspects }) {
  const [first] = failing;
  const [suspect] = suspects;
  const place = first?.file ? ` (${first.file}${first.line === null ? "" : `:${first.line}`})` : "";
  return [
    ...first ? [`${failing.length === 1 ? "One test fails" : `${failing.length} tests fail`}, first \`${first.id}\`${place}.`] : [],
    ...first?.message ? [`It says: ${first.message.trim().slice(0, 500)}`] : [],
    ...suspect ? [`The most suspicious line is ${suspect.path}:${suspect.line}.`] : []
  ].join("\n");
}

// src/incident/payload.ts
var isCommitId = (text) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
function isBranchName(name) {
  if (name === "" || name.length > 244 || name === "@" || name.startsWith("-")) return false;
  if (/[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|^\/|[/.]$/.test(name)) return false;
  return name.split("/").every((part) => !part.startsWith(".") && !part.endsWith(".lock"));
}
var isRepoName = (name) => /^[A-Za-z0-9_][A-Za-z0-9_-]{0,99}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/.test(name);
var commitId = string().refine(isCommitId, "is not a commit id");
var branchName = string().refine(isBranchName, "is not a branch name");
var repoName = string().refine(isRepoName, "is not owner/name");
var user = object({ login: string().max(100), type: string().optional() });
var repository = object({ full_name: repoName, default_branch: branchName.nullish() });
var sourceRepository = object({ full_name: repoName }).nullable();
var positive = number().int().positive();
var common = object({ repository: repository.optional(), sender: user.nullish() });
var workflowRun = object({
  repository,
  sender: user.nullish(),
  workflow_run: object({
    id: positive,
    run_attempt: positive.nullish(),
    workflow_id: positive,
    name: string().nullish(),
    html_url: string().max(2e3),
    conclusion: string().nullable(),
    head_branch: branchName.nullable(),
    head_sha: commitId,
    head_repository: sourceRepository,
    actor: user.nullish(),
    triggering_actor: user.nullish(),
    pull_requests: array(object({ number: positive, head: object({ ref: string() }) })).nullish()
  })
});
var push = object({
  repository,
  sender: user.nullish(),
  ref: string().max(300),
  before: commitId,
  after: commitId,
  deleted: boolean().optional(),
  forced: boolean().optional()
});
var pullRequest = object({
  repository,
  sender: user.nullish(),
  pull_request: object({
    number: positive,
    labels: array(object({ name: string().nullish() })),
    head: object({ ref: branchName, sha: commitId, repo: sourceRepository }),
    base: object({ ref: branchName })
  })
});
var parseWorkflowRun = (payload) => parse(workflowRun, payload);
var parsePush = (payload) => parse(push, payload);
var parsePullRequest = (payload) => parse(pullRequest, payload);
var parseCommon = (payload) => parse(common, payload);
function parse(schema, payload) {
  const result = schema.safeParse(payload);
  if (result.success) return { ok: true, value: result.data };
  const issue = result.error.issues[0];
  const path = issue?.path.join(".") ?? "";
  return { ok: false, reason: `the event's payload cannot be used: ${path === "" ? "it" : path}: ${issue?.message ?? "unknown problem"}` };
}

export {
  createRecord,
  summaryOf,
  resultRows,
  isCommitId,
  isBranchName,
  isRepoName,
  parseWorkflowRun,
  parsePush,
  parsePullRequest,
  parseCommon,
  interrupted,
  endWithoutFailure,
  endWithoutFix
};
//# sourceMappingURL=chunk-LTH562BM.js.map
