import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  examineFix
} from "./chunk-4GBQVUEV.js";
import {
  ConfigurationError,
  openRun,
  pathPolicyOf,
  place
} from "./chunk-CK77BO6P.js";
import {
  interrupted
} from "./chunk-LTH562BM.js";
import {
  outcomes,
  renderTerminal
} from "./chunk-56OAFF7A.js";
import {
  blockingFindings,
  readChanges
} from "./chunk-JVA3NLMO.js";
import {
  Publisher,
  deliveredAs,
  oddityOf,
  send
} from "./chunk-CU7KEY7D.js";
import {
  GitError
} from "./chunk-BLXXKGBO.js";
import {
  placed
} from "./chunk-MY62IMJK.js";
import {
  _enum,
  array,
  boolean,
  literal,
  number,
  object,
  strictObject,
  string,
  union,
  unknown
} from "./chunk-6SLZJSQE.js";

// src/publish.ts
import { join as join2 } from "node:path";

// src/delivery/read-bundle.ts
import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { open, stat } from "node:fs/promises";
import { join } from "node:path";
var largest = { "manifest.json": 16384, "fix.patch": 1e6, "report.json": 2e7 };
var manifestSchema = strictObject({
  schemaVersion: literal(1),
  repo: string().max(200).nullable(),
  sha: string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/),
  base: string().max(255).nullable(),
  fingerprint: string().regex(/^[0-9a-f]{32}$/),
  patchSha256: string().regex(/^[0-9a-f]{64}$/)
});
async function readPatchBundle(folder) {
  const there = await stat(folder).catch(() => null);
  if (!there?.isDirectory()) return { kind: "absent", reason: `${folder} is not a folder` };
  const texts = [];
  for (const name2 of ["manifest.json", "fix.patch", "report.json"]) {
    const text2 = await readSmall(join(folder, name2), largest[name2]);
    if (!text2.ok && text2.absent && name2 === "manifest.json") return { kind: "absent", reason: `${folder} has no manifest.json` };
    if (!text2.ok) return { kind: "refused", reason: `${name2} ${text2.reason}` };
    texts.push(text2.value);
  }
  const [manifestText = "", patch = "", report2 = ""] = texts;
  const manifest = manifestSchema.safeParse(jsonOf(manifestText));
  if (!manifest.success) {
    const [issue] = manifest.error.issues;
    return { kind: "refused", reason: `manifest.json is not a manifest (${issue?.path.join(".") || "as a whole"}: ${issue?.message})` };
  }
  const digest = createHash("sha256").update(patch).digest("hex");
  if (digest !== manifest.data.patchSha256) {
    return { kind: "refused", reason: "fix.patch does not have the SHA-256 that manifest.json names" };
  }
  return { kind: "read", bundle: { manifest: manifest.data, patch, report: report2 } };
}
async function readSmall(path, most) {
  const refuse3 = (reason, absent = false) => ({ ok: false, absent, reason });
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
    (error) => error
  );
  if (file instanceof Error) {
    if (file.code === "ENOENT") return refuse3("is missing", true);
    return refuse3(file.code === "ELOOP" ? "is a symbolic link" : `cannot be read (${file.code})`);
  }
  try {
    if (!(await file.stat()).isFile()) return refuse3("is not a regular file");
    const buffer = Buffer.alloc(most + 1);
    let length = 0;
    for (; ; ) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length);
      length += bytesRead;
      if (length > most) return refuse3(`has more than ${most} bytes`);
      if (bytesRead === 0) break;
    }
    return { ok: true, value: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(buffer.subarray(0, length)) };
  } catch (error) {
    return refuse3(error instanceof TypeError ? "is not UTF-8" : "cannot be read");
  } finally {
    await file.close();
  }
}
function jsonOf(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return null;
  }
}

// src/report/schema.ts
var text = string().max(1e7);
var name = string().max(1e4);
var number2 = number().finite().min(0).max(1e12);
var many = (item) => array(item).max(1e5);
var suite = object({ executed: number2, passed: number2, failed: number2, skipped: number2, failing: many(name) });
var limits = object({ turns: number2, minutes: number2, tokens: number2, costUsd: number2, testRuns: number2, changedLines: number2 });
var transport = object({
  kind: _enum(["websocket", "http"]),
  url: name,
  connections: number2,
  reconnects: number2,
  fallbacks: many(name),
  bytesSent: number2,
  bytesReceived: number2,
  turnsDelta: number2,
  turnsFull: number2
});
var tests = object({
  command: name.nullable(),
  before: suite.nullable(),
  after: suite.nullable(),
  results: many(object({ id: name, file: name.nullable(), before: name.nullable(), after: name.nullable(), seconds: number2.nullable() })),
  flaky: many(name)
});
var turn = object({
  n: number2,
  mode: _enum(["warm", "delta", "full", "http"]),
  msToFirstEvent: number().finite(),
  msStream: number().finite(),
  msTools: number2,
  msClient: number2,
  inputTokens: number2,
  cachedTokens: number2,
  outputTokens: number2,
  tools: many(name)
});
var timing = object({
  total: number2,
  phases: many(object({ name, start: number2, end: number2 })),
  critical: object({ model: number2, tests: number2, tools: number2, transport: number2, client: number2, idle: number2 }),
  overlap: number2
});
var finding = object({
  rule: name,
  severity: _enum(["blocking", "warning", "note"]),
  path: name,
  line: number2.nullable(),
  message: text,
  allowed: boolean()
});
var report = object({
  schemaVersion: literal(1),
  outcome: _enum(outcomes),
  reason: text,
  diagnosis: text.nullable(),
  incident: object({ repo: name.nullable(), sha: name.nullable(), branch: name.nullable(), event: name }),
  engine: _enum(["builtin", "model", "auto"]),
  model: name.nullable(),
  transport: transport.nullable(),
  budget: object({ limits, used: limits }),
  sandbox: object({ layer: name, notStopped: many(name) }),
  tests,
  suspects: many(object({ path: name, line: number2, score: number().finite() })),
  integrity: many(finding),
  alternatives: many(text),
  proof: object({ kind: _enum(["revert", "template", "model"]), redRuns: number2, greenRuns: number2, suiteBefore: suite, suiteAfter: suite }).nullable(),
  delivery: object({
    state: _enum(["delivered", "refused", "not-requested"]),
    reason: text,
    remedy: text.nullish(),
    branch: name.nullish(),
    compareUrl: name.nullish()
  }),
  conversation: union([array(unknown()), name]),
  patch: text,
  files: many(object({ path: name, added: number2, removed: number2 })),
  turns: many(turn),
  timing,
  cost: object({ usd: number2, priced: boolean() }),
  fingerprint: name.nullable(),
  pullRequest: object({ url: name, number: number2 }).nullable()
});
function parseReport(json) {
  let value;
  try {
    value = JSON.parse(json);
  } catch {
    return { ok: false, problem: "this is not JSON" };
  }
  const result = report.safeParse(value);
  if (result.success) return { ok: true, report: result.data };
  const issues = result.error.issues.slice(0, 5).map((issue) => `${issue.path.join(".") || "the file"}: ${issue.message}`);
  return { ok: false, problem: `this is not a report of schema version 1 (${issues.join("; ")})` };
}
function renderReport(json, options = {}) {
  const parsed = parseReport(json);
  return parsed.ok ? { ok: true, text: renderTerminal(parsed.report, options), report: parsed.report } : parsed;
}

// src/phases/bundle.ts
var mostFiles = 50;
var refuse = (reason) => ({ ok: false, reason });
async function examineBundle({ manifest, patch, report: report2 }, incident, publisher, inputs) {
  const mismatch = mismatchOf(manifest, incident);
  if (mismatch !== null) return refuse(mismatch);
  const said = parseReport(report2);
  if (!said.ok) return refuse(`report.json: ${said.problem}`);
  if (said.report.outcome !== "fixed" || said.report.proof === null) return refuse("report.json does not tell of a proved fix");
  if (said.report.fingerprint !== manifest.fingerprint) return refuse("report.json and manifest.json name different failures");
  const parent = incident.head ?? incident.sha;
  const examined = await publisher.examine(parent, patch);
  if (!examined.ok) return examined;
  const readRed = (path) => publisher.textOf(parent, path);
  const broken = brokenRule(examined, inputs) ?? await brokenManifest(examined.patch, readRed, inputs);
  if (broken !== null) return refuse(broken);
  const integrity = await examineFix({
    patch: examined.patch,
    readRed,
    failingFiles: said.report.tests.results.flatMap(({ before, file }) => before === "failed" ? [file] : []).slice(0, 200),
    runs: null,
    allowTestChanges: inputs.allowTestChanges
  });
  const blocking = blockingFindings(integrity);
  if (blocking.length > 0) return refuse(`the integrity rules refuse it: ${blocking.slice(0, 3).map(placed).join("; ")}`);
  const files = examined.files.map(({ path, lines }) => ({ path, added: lines?.added ?? 0, removed: lines?.removed ?? 0 }));
  return { ok: true, patch: { text: examined.patch, files }, report: said.report, integrity };
}
function mismatchOf(manifest, { repo, sha, base }) {
  const differs = (what, theirs, ours) => `manifest.json names the ${what} ${theirs ?? "(none)"}, and this job is about ${ours ?? "(none)"}`;
  if (repo === null || manifest.repo?.toLowerCase() !== repo.toLowerCase()) return differs("repository", manifest.repo, repo);
  if (manifest.sha !== sha) return differs("commit", manifest.sha, sha);
  return manifest.base === base ? null : differs("base", manifest.base, base);
}
function brokenRule({ files }, inputs) {
  if (files.length === 0) return "the patch changes nothing";
  if (files.length > mostFiles) return `the patch changes ${files.length} files, more than ${mostFiles}`;
  const lines = files.reduce((sum, file) => sum + (file.lines?.added ?? 0) + (file.lines?.removed ?? 0), 0);
  const most = inputs.limits.changedLines;
  if (lines > most) return `the patch changes ${lines} lines, more than max-changed-lines (${most})`;
  const policy = pathPolicyOf(inputs);
  for (const file of files) {
    const reason = oddityOf(file) ?? policy.refuses(file.path);
    if (reason !== null) return reason;
  }
  return null;
}
async function brokenManifest(patch, readRed, inputs) {
  const policy = pathPolicyOf(inputs);
  for (const { path, before, after } of await readChanges(patch, readRed)) {
    const reason = policy.refusesChange?.(path, before, after) ?? null;
    if (reason !== null) return reason;
  }
  return null;
}

// src/publish.ts
var published = {
  outcome: "fixed",
  reason: "The fix was proved by the job that made the bundle, and everything that can be checked without running it was checked again."
};
async function publish(job) {
  const run = openRun(job);
  const done = { incident: null, fixed: null };
  const ending = await phases(run, done).catch((error) => {
    if (job.signal.aborted) return interrupted;
    throw error;
  });
  const report2 = run.record.report(ending);
  return { report: { ...report2, turns: done.fixed?.turns ?? [] }, conversation: [], incident: done.incident };
}
async function phases(run, done) {
  const { inputs, record, phase } = run;
  if (inputs.githubToken === null)
    throw new ConfigurationError("mode: publish needs github-token: a token that may push and open pull requests");
  const where = await phase("incident", () => place(run.source, inputs, run.env));
  if (where.kind === "ended") return where.ending;
  if (where.kind === "invalid") throw new ConfigurationError(where.reason);
  const { incident } = where;
  done.incident = incident;
  record.note({ incident: { repo: incident.repo, sha: incident.sha, branch: incident.branch, event: incident.event } });
  const reading = await phase("bundle", () => readPatchBundle(inputs.bundle ?? ""));
  if (reading.kind === "absent") throw new ConfigurationError(`bundle: there is no patch bundle: ${reading.reason}`);
  if (reading.kind === "refused") return refuse2(run, reading.reason);
  return examineAndSend(run, where, reading, (fixed) => {
    done.fixed = fixed;
  });
}
async function examineAndSend(run, where, { bundle }, onFixed) {
  const { inputs, record, signal, scratch, phase } = run;
  const { incident, serverUrl } = where;
  const url = `${serverUrl.replace(/\/+$/, "")}/${incident.repo}.git`;
  const remote = { url, serverUrl, token: inputs.githubToken ?? "" };
  const folder = join2(scratch, "examined.git");
  const examined = await phase("examine", async () => {
    const publisher = await Publisher.open(folder, null, remote, signal);
    return examineBundle(bundle, incident, publisher, inputs);
  }).catch((error) => {
    if (!(error instanceof GitError)) throw error;
    return { ok: false, reason: `the red commit could not be fetched: ${error.message}` };
  });
  if (!examined.ok) return refuse2(run, examined.reason);
  const { report: report2, patch, integrity } = examined;
  onFixed(report2);
  const { schemaVersion, outcome, reason, turns, timing: timing2, ...told } = report2;
  const { text: text2, files } = patch;
  record.note({ ...told, incident: record.report(published).incident, patch: text2, files, integrity, conversation: [], pullRequest: null });
  if (inputs.delivery === "patch") {
    record.note({ delivery: { state: "not-requested", reason: "delivery: patch pushes nothing." } });
    return published;
  }
  const draft = report2.proof?.kind === "template" && report2.model !== null;
  const inFull = { ...record.report(published), turns, timing: timing2 };
  const checkout = { root: folder };
  const delivery = await phase("deliver", () => send({ ...where, inputs, checkout, patch, draft, scratch, signal, report: inFull }));
  const { ending, noted } = deliveredAs(delivery, published);
  record.note(noted);
  return ending;
}
function refuse2({ record }, why) {
  const reason = `The bundle is refused: ${why}`;
  record.note({ delivery: { state: "refused", reason: why, remedy: "run the job that makes the bundle again, for the same event" } });
  return { outcome: "declined", reason };
}

export {
  renderReport,
  publish
};
//# sourceMappingURL=chunk-EVGEJDZK.js.map
