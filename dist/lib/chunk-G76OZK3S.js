import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  examineFix
} from "./chunk-M4PPM6CK.js";
import {
  Publisher,
  deliveredAs,
  oddityOf,
  send
} from "./chunk-JLETPB72.js";
import {
  afterEnd
} from "./chunk-S7ZHH6MX.js";
import {
  pathPolicyOf
} from "./chunk-I7OMNTF2.js";
import {
  parseReport
} from "./chunk-U5GOCM2J.js";
import {
  blockingFindings,
  readChanges
} from "./chunk-JPAIK3BE.js";
import {
  nameRefusal
} from "./chunk-PDB6PGBS.js";
import {
  ConfigurationError,
  GitError,
  interrupted,
  machineFault,
  openRun,
  place
} from "./chunk-ZNJ5TXQ4.js";
import {
  placed
} from "./chunk-CLP2JB2C.js";
import {
  literal,
  strictObject,
  string
} from "./chunk-4K2SKPFD.js";
import {
  require_crypto
} from "./chunk-ESKC7XX5.js";
import {
  __toESM
} from "./chunk-G62E4XM6.js";

// src/publish.ts
import { join as join2 } from "node:path";

// src/delivery/read-bundle.ts
var import_node_crypto = __toESM(require_crypto(), 1);
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
  for (const name of ["manifest.json", "fix.patch", "report.json"]) {
    const text = await readSmall(join(folder, name), largest[name]);
    if (!text.ok && text.absent && name === "manifest.json") return { kind: "absent", reason: `${folder} has no manifest.json` };
    if (!text.ok) return { kind: "refused", reason: `${name} ${text.reason}` };
    texts.push(text.value);
  }
  const [manifestText = "", patch = "", report = ""] = texts;
  const manifest = manifestSchema.safeParse(jsonOf(manifestText));
  if (!manifest.success) {
    const [issue] = manifest.error.issues;
    return { kind: "refused", reason: `manifest.json is not a manifest (${issue?.path.join(".") || "as a whole"}: ${issue?.message})` };
  }
  const digest = (0, import_node_crypto.createHash)("sha256").update(patch).digest("hex");
  if (digest !== manifest.data.patchSha256) {
    return { kind: "refused", reason: "fix.patch does not have the SHA-256 that manifest.json names" };
  }
  return { kind: "read", bundle: { manifest: manifest.data, patch, report } };
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
function jsonOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// src/phases/bundle.ts
var mostFiles = 50;
var refuse = (reason) => ({ ok: false, reason });
async function examineBundle({ manifest, patch, report }, incident, publisher, inputs) {
  const mismatch = mismatchOf(manifest, incident);
  if (mismatch !== null) return refuse(mismatch);
  const said = parseReport(report);
  if (!said.ok) return refuse(`report.json: ${said.problem}`);
  if (said.report.outcome !== "fixed" || said.report.proof === null) return refuse("report.json does not tell of a proved fix");
  if (said.report.fingerprint !== manifest.fingerprint) return refuse("report.json and manifest.json name different failures");
  const parent = incident.head ?? incident.sha;
  const examined = await publisher.examine(parent, patch);
  if (!examined.ok) return examined;
  const readRed = (path) => publisher.textOf(parent, path);
  const broken = brokenRule(examined, inputs) ?? await oddName(examined, () => publisher.paths(parent)) ?? await brokenManifest(examined.patch, readRed, inputs);
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
  if (base === null) return `nothing says which branch this is for: give base-ref (manifest.json names ${manifest.base ?? "none either"})`;
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
async function oddName({ files }, paths) {
  const added = files.filter(({ oldMode }) => oldMode === null);
  const known = added.length === 0 ? [] : await paths();
  return added.map(({ path }) => nameRefusal(path, known)).find((reason) => reason !== null) ?? null;
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
  const ending = await phases(run, done).catch(async (error) => {
    if (job.signal.aborted) return interrupted;
    const fault = await machineFault(error, job.scratch);
    if (fault === null) throw error;
    return { outcome: "declined", reason: fault };
  });
  const report = run.record.report(ending);
  return { report: { ...report, turns: done.fixed?.turns ?? [] }, conversation: [], attempts: [], incident: done.incident };
}
async function phases(run, done) {
  const { inputs, record, phase } = run;
  if (inputs.githubToken === null)
    throw new ConfigurationError("mode: publish needs github-token: a token that may push and open pull requests");
  const where = await phase("incident", () => place(run.source, inputs, run.env));
  if (where.kind === "ended") return afterEnd(run, where);
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
  const { report, patch, integrity } = examined;
  onFixed(report);
  const { schemaVersion, outcome, reason, turns, timing, ...told } = report;
  const { text, files } = patch;
  record.note({ ...told, incident: record.report(published).incident, patch: text, files, integrity, conversation: [], pullRequest: null });
  if (inputs.delivery === "patch") {
    record.note({ delivery: { state: "not-requested", reason: "delivery: patch pushes nothing." } });
    return published;
  }
  const draft = report.proof?.kind === "template" && report.model !== null;
  const inFull = { ...record.report(published), turns, timing };
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
  publish
};
//# sourceMappingURL=chunk-G76OZK3S.js.map
