import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  LogTemplates,
  distillate,
  listed,
  nothingGathered,
  readArchive,
  readStream
} from "./chunk-H5BRLBJL.js";
import {
  examineFix
} from "./chunk-M4PPM6CK.js";
import {
  attemptsRemedy,
  deliverFix,
  standingOf,
  triedTooOften
} from "./chunk-JLETPB72.js";
import "./chunk-DMLJYXXX.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-DACOD5TB.js";
import "./chunk-727WLZOV.js";
import {
  causesOf,
  openSuite,
  verify,
  whereStuck
} from "./chunk-SXCDSVMJ.js";
import {
  detectSuite
} from "./chunk-4UI3MT55.js";
import "./chunk-4X4TSCM6.js";
import {
  blockingFindings
} from "./chunk-JPAIK3BE.js";
import {
  findFix,
  numberTurns,
  openAttempt,
  openRivals
} from "./chunk-GST6AZ5H.js";
import "./chunk-PEWU354L.js";
import "./chunk-ZMXWFEJ7.js";
import {
  timeBound
} from "./chunk-FSYPUJUI.js";
import "./chunk-FK3TQUF7.js";
import {
  failsWithSameWords,
  rankSuspects,
  reproduce,
  turnedGreen
} from "./chunk-QDFGA3NQ.js";
import "./chunk-N7GMIPBB.js";
import "./chunk-PHCH5GEP.js";
import {
  isOutsideOfTests
} from "./chunk-QPTAJ43X.js";
import {
  isDependencyFile,
  lockFiles
} from "./chunk-PDB6PGBS.js";
import "./chunk-RNX7ORRL.js";
import {
  Git,
  GitError,
  fingerprintOf,
  interrupted,
  isCommitId,
  resultRows,
  summaryOf
} from "./chunk-ZNJ5TXQ4.js";
import {
  createRedactor,
  openModel,
  variableOf
} from "./chunk-CLP2JB2C.js";
import {
  array,
  boolean,
  number,
  object,
  string
} from "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import {
  __callDispose,
  __using
} from "./chunk-G62E4XM6.js";

// src/phases/attempts.ts
async function notWorthIt(run2, located, { failing }) {
  const fingerprint = fingerprintOf(failing);
  run2.record.note({ fingerprint });
  const [moved, tried] = await Promise.all([movedOn(run2, located), triedEnough(run2, located, fingerprint)]);
  return moved ?? tried;
}
async function movedOn({ inputs }, { github, incident }) {
  const { repo, branch, head, sha } = incident;
  if (github === null || repo === null || branch === null || inputs.dryRun || inputs.delivery === "patch") return null;
  const tip = await github.branchHead(repo, branch);
  const red2 = head ?? sha;
  if (!tip.ok || tip.value === null || tip.value === red2) return null;
  return {
    outcome: "superseded",
    reason: `Nothing was spent: ${branch} has moved on from ${red2.slice(0, 10)} to ${tip.value.slice(0, 10)}.`
  };
}
async function triedEnough({ inputs }, { github, incident }, fingerprint) {
  const { repo, base, head, sha, pullRequest } = incident;
  if (github === null || repo === null || base === null) return null;
  const standing = await standingOf(github, {
    way: inputs.delivery === "patch" ? "pull-request" : inputs.delivery,
    ...{ repo, base, head: head ?? sha, fingerprint, branchPrefix: inputs.branchPrefix, failing: pullRequest?.number ?? null }
  });
  const skip = (why) => ({ outcome: "skipped", reason: `Nothing was spent: ${why}.` });
  if (standing?.kind === "closed") return skip(`${standing.reason}; ${standing.remedy}`);
  if (standing === null || standing.times < inputs.maxAttemptsPerFailure) return null;
  return skip(`${triedTooOften(standing.times)}; ${attemptsRemedy}`);
}

// src/incident/change.ts
import { copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join2, resolve } from "node:path";

// src/incident/fetch-green.ts
import { join } from "node:path";
async function fetchGreenObjects(green, origin, scratch, signal) {
  if (!isCommitId(green)) return null;
  const folder = join(scratch, "green.git");
  const git = new Git(scratch, { env: { GIT_CONFIG_GLOBAL: "/dev/null" }, signal });
  const made = await git.run(["init", "--quiet", "--bare", "--template=", folder]);
  if (made.exitCode !== 0) return null;
  const bare = new Git(folder, { env: { GIT_CONFIG_GLOBAL: "/dev/null" }, signal });
  const remote = origin.token === null || origin.token === "" ? bare : bare.withToken(origin.serverUrl, origin.token);
  const url = `${origin.serverUrl.replace(/\/+$/, "")}/${origin.repo}.git`;
  const fetched = await remote.run(["fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--depth=1", url, green], {
    timeoutMs: 12e4
  });
  return fetched.exitCode === 0 ? join(folder, "objects") : null;
}

// src/incident/left-out.ts
import { basename } from "node:path/posix";
var locks = new Set(lockFiles);
var vendored = /(?:^|\/)(?:node_modules|bower_components|jspm_packages|vendor|third[_-]party|\.yarn|\.pnp\.[cm]?js)(?:\/|$)/;
var minified = /[.-]min\.(?:[cm]?js|css)$|\.(?:js|css)\.map$|\.bundle\.js$/;
var built = /(?:^|\/)(?:dist|out|coverage|\.next|\.nuxt|\.output)\//;
var longestLine = 5e3;
function whyLeftOut(path, generated) {
  if (locks.has(basename(path))) return "lock file";
  if (vendored.test(path)) return "vendored";
  if (minified.test(path)) return "minified";
  if (generated.has(path)) return "generated";
  return null;
}
var isBuilt = (path) => built.test(path);
var looksMinified = (section) => section.split("\n").some((line) => line.length > longestLine);
function rankOf(path) {
  if (/\.(?:md|mdx|markdown|rst|txt|adoc)$|(?:^|\/)(?:docs?|examples?)\//i.test(path)) return 2;
  if (/(?:^|\/)(?:tests?|__tests__|spec|fixtures|__snapshots__)\/|\.(?:test|spec)\.|\.snap$/i.test(path)) return 1;
  return 0;
}

// src/incident/fit.ts
function fitSections(sections, maxChars) {
  const total = sections.reduce((sum, section) => sum + section.text.length, 0);
  if (total <= maxChars) return { text: sections.map((section) => section.text).join(""), leftOut: [] };
  const order = sections.map((_, index) => index).sort((a, b) => compare(sections[a], sections[b]) || a - b);
  const parts = /* @__PURE__ */ new Map();
  const leftOut = [];
  let room = maxChars;
  for (const index of order) {
    const section = sections[index];
    if (section === void 0) continue;
    const part = firstHunks(section.text, room);
    if (part.text !== "") parts.set(index, part.text);
    room -= part.text.length;
    if (part.kept < part.of)
      leftOut.push(part.kept === 0 ? `${section.path} (no room)` : `${section.path} (${part.of - part.kept} of ${part.of} hunks)`);
  }
  return { text: sections.map((_, index) => parts.get(index) ?? "").join(""), leftOut };
}
function compare(a, b) {
  if (a === void 0 || b === void 0) return 0;
  return rankOf(a.path) - rankOf(b.path) || a.text.length - b.text.length;
}
function firstHunks(text, room) {
  const [header = "", ...hunks] = text.split(/^(?=@@ )/m);
  if (hunks.length === 0) return header.length <= room ? { text: header, kept: 1, of: 1 } : { text: "", kept: 0, of: 1 };
  let part = header;
  let kept = 0;
  for (const hunk of hunks) {
    if (part.length + hunk.length > room) break;
    part += hunk;
    kept++;
  }
  return { text: kept === 0 ? "" : part, kept, of: hunks.length };
}

// src/incident/change.ts
var format = [
  "--no-color",
  "--no-renames",
  "--src-prefix=a/",
  "--dst-prefix=b/",
  "--unified=3",
  "--inter-hunk-context=0",
  "--diff-algorithm=histogram",
  "--ignore-submodules=all",
  "-O/dev/null"
];
var mostFiles = 2e3;
var pathsPerCall = 200;
async function changeSinceGreen(checkout, green, { maxChars, origin = null, signal }) {
  const git = new Git(checkout.root, { readOnly: true, withoutFilters: true, signal });
  const scratch = await mkdtemp(join2(tmpdir(), "regreen-change-"));
  try {
    const here = await resolveGreen(git, green);
    const fetched = here === null && origin !== null ? await fetchGreenObjects(green, origin, scratch, signal) : null;
    if (here === null && fetched === null) return { ok: false, reason: unknownGreen(green) };
    return await diff(git, here ?? green, maxChars, await indexWithUntracked(git, scratch, fetched));
  } catch (error) {
    if (error instanceof GitError) return { ok: false, reason: `the change since ${green} could not be read: ${error.message}` };
    throw error;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
async function resolveGreen(git, green) {
  for (const name of [green, `origin/${green}`]) {
    const found = await git.run(["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`]);
    if (found.exitCode === 0) return found.stdout.trim();
  }
  return null;
}
function unknownGreen(green) {
  return `the last green commit ${green} is not in this checkout: give actions/checkout a larger "fetch-depth" (0 fetches everything)`;
}
async function indexWithUntracked(git, scratch, fetched) {
  const index = join2(scratch, "index");
  const original = resolve(git.root, await git.text(["rev-parse", "--git-path", "index"]));
  await copyFile(original, index).catch(() => {
  });
  const objects = resolve(git.root, await git.text(["rev-parse", "--git-path", "objects"]));
  await mkdir(join2(scratch, "objects"));
  const call = {
    env: {
      GIT_INDEX_FILE: index,
      GIT_OBJECT_DIRECTORY: join2(scratch, "objects"),
      // Quoted, because a colon separates entries.
      GIT_ALTERNATE_OBJECT_DIRECTORIES: [objects, ...fetched === null ? [] : [fetched]].map((path) => JSON.stringify(path)).join(":")
    }
  };
  await git.text(["add", "--intent-to-add", "--", "."], call);
  return call;
}
async function diff(git, commit, maxChars, call) {
  const changed = parseNumstat(await git.text(["diff", ...format, "--numstat", "-z", commit, "--"], call));
  if (changed.length === 0) return { ok: false, reason: `nothing has changed since ${commit}` };
  const { kept, leftOut } = await choose(git, changed, maxChars, call);
  const sections = [];
  for (let start = 0; start < kept.length; start += pathsPerCall) {
    const paths = kept.slice(start, start + pathsPerCall);
    const result = await git.run(["diff", ...format, commit, "--", ...paths.map((path) => `:(top,literal)${path}`)], call);
    if (result.exitCode !== 0) throw new GitError(result.stderr, result);
    if (result.clippedBytes > 0) return { ok: false, reason: `the change since ${commit} is too large to read` };
    sections.push(...splitFiles(result.stdout, paths));
  }
  const readable = sections.filter(({ text }) => !looksMinified(text));
  leftOut.push(...sections.filter(({ text }) => looksMinified(text)).map(({ path }) => `${path} (minified)`));
  const fitted = fitSections(readable, maxChars);
  return { ok: true, change: { green: commit, diff: fitted.text, cut: inWords([...leftOut, ...fitted.leftOut]) } };
}
function parseNumstat(text) {
  return text.split("\0").flatMap((entry) => {
    const [, added, removed, path] = /^(\d+|-)\t(\d+|-)\t(.+)$/s.exec(entry) ?? [];
    if (path === void 0) return [];
    return [{ path, lines: added === "-" ? null : Number(added) + Number(removed) }];
  });
}
async function choose(git, changed, maxChars, call) {
  const generated = await markedGenerated(git, changed, call);
  const leftOut = [];
  const sources = [];
  const outputs = [];
  for (const { path, lines } of changed) {
    const reason = lines === null ? "binary" : lines * 2 > maxChars * 4 ? `${lines} lines` : whyLeftOut(path, generated);
    if (reason !== null) leftOut.push(`${path} (${reason})`);
    else (isBuilt(path) ? outputs : sources).push(path);
  }
  if (sources.length > 0) leftOut.push(...outputs.map((path) => `${path} (build output)`));
  const kept = sources.length > 0 ? sources : outputs;
  if (kept.length > mostFiles) leftOut.push(`${kept.length - mostFiles} more files`);
  return { kept: kept.slice(0, mostFiles), leftOut };
}
async function markedGenerated(git, changed, call) {
  const input = changed.map(({ path }) => `${path}\0`).join("");
  const fields = (await git.text(["check-attr", "-z", "--stdin", "linguist-generated"], { ...call, input })).split("\0");
  const marked = /* @__PURE__ */ new Set();
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const value = fields[at + 2];
    if (value === "set" || value === "true") marked.add(fields[at] ?? "");
  }
  return marked;
}
function splitFiles(text, paths) {
  const known = new Map(paths.map((path) => [`diff --git a/${path} b/${path}`, path]));
  return text.split(/^(?=diff --git )/m).filter((part) => part.startsWith("diff --git ")).map((part) => {
    const header = part.slice(0, part.indexOf("\n"));
    return { path: known.get(header) ?? header.slice("diff --git ".length), text: part };
  });
}
var mostNamed = 20;
function inWords(leftOut) {
  if (leftOut.length === 0) return null;
  const more = leftOut.length > mostNamed ? ` and ${leftOut.length - mostNamed} more` : "";
  return `left out: ${leftOut.slice(0, mostNamed).join(", ")}${more}`;
}

// src/phases/no-fault.ts
import { existsSync } from "node:fs";
import { readdir, readFile as readFile2, stat } from "node:fs/promises";
import { join as join4 } from "node:path";

// src/phases/python-surroundings.ts
import { readFile } from "node:fs/promises";
import { basename as basename2, join as join3 } from "node:path";
var notNatively = /\basync def functions are not natively supported\b/;
var noSettings = /\bImproperlyConfigured: .{0,200}\bsettings are not configured\b/;
var configurations = ["pytest.ini", ".pytest.ini", "pyproject.toml", "tox.ini", "setup.cfg"];
var plugins = [
  [/\bmark\.asyncio\b/, "pytest-asyncio"],
  [/\bmark\.anyio\b/, "anyio"],
  [/\bmark\.trio\b/, "pytest-trio"],
  [/\bmark\.twisted\b|\b(?:ensureDeferred|inlineCallbacks)\b/, "pytest-twisted"]
];
var remedy = "install it in an earlier step, or name it among the dependencies.";
async function pythonLacks(texts, failing, place) {
  if (texts.length === 0) return null;
  if (texts.every((text) => notNatively.test(text))) return asyncPlugin(failing, place);
  if (!texts.every((text) => noSettings.test(text))) return null;
  const isConfigured = /\bDJANGO_SETTINGS_MODULE\s*=/.test(await configured(place));
  const asked = isConfigured ? (path) => /\.py$/.test(path) && !/^(?:manage|[aw]sgi)\.py$/.test(basename2(path)) : void 0;
  if (await mayHold(place, configures, asked)) return null;
  return isConfigured ? `Django's settings are not configured, as the plugin pytest-django, which reads DJANGO_SETTINGS_MODULE of pytest's configuration, is not there: ${remedy}` : "Django's settings are not configured: nothing names the settings that the tests need. Set DJANGO_SETTINGS_MODULE in the configuration of pytest-django, or give it to the step and name it in test-env.";
}
var ownPlugin = /\bdef pytest_\w+|\bpytest_plugins\b|\bpytest11\b|\bPYTEST_(?:PLUGINS|DISABLE)/;
var ownOption = /(?<![\w-])-p[ "',]*[a-z]/;
var configures = /\.configure\b|\bDJANGO_SETTINGS_MODULE\b/;
var mostSources = 2e3;
var isSource = (path) => path.endsWith(".py") || configurations.includes(basename2(path));
async function mayHold({ root, list }, what, asked = isSource) {
  const paths = (await list()).filter(asked);
  if (paths.length > mostSources) return true;
  for (const path of paths) if (what.test(await textOf(join3(root, path)))) return true;
  return false;
}
var mostTests = 50;
async function asyncPlugin(failing, place) {
  const configuration = await configured(place);
  if (ownOption.test(configuration) || await mayHold(place, ownPlugin)) return null;
  const first = failing.slice(0, mostTests);
  const files = [...new Set(first.map(({ file }) => file))];
  const texts = await Promise.all(files.map((file) => file === null ? "" : textOf(join3(place.root, file))));
  const lines = new Map(files.map((file, index) => [file, (texts[index] ?? "").split("\n")]));
  const marks = first.map(({ file, name }) => marksOf(lines.get(file) ?? [], name));
  const isAutomatic = /\basyncio_mode\s*=\s*["']?auto\b/.test(configuration);
  const wanted = marks.map((each) => plugins.find(([mark]) => mark.test(each))?.[1] ?? (isAutomatic ? "pytest-asyncio" : null));
  const names = [...new Set(wanted)];
  const known = names.filter((name) => name !== null);
  if (known.length === names.length)
    return `The tests are async functions, which pytest runs with a plugin only, and ${known.join(" and ")} ${known.length === 1 ? "is" : "are"} not there: ${remedy}`;
  if (marks.some((each) => foreign.test(each))) return null;
  return "The tests are async functions, which pytest runs with a plugin only: install pytest-asyncio or anyio in an earlier step, and mark the tests for it or set its mode to auto.";
}
var foreign = /^[ \t]*@(?!pytest\b|mark\b|(?:unittest\.)?mock\b|patch\b)/m;
function marksOf(lines, name) {
  const own = name.split(/::| > /).at(-1)?.replace(/\[.*$/s, "") ?? "";
  const above = (end) => {
    let start = end;
    while (start > 0 && /^\s*[@)\]}#]|^\s+\S.*[,([{]\s*$/.test(lines[start - 1] ?? "")) start--;
    return lines.slice(start, end);
  };
  return lines.flatMap((line, index) => {
    if (/^\s*async def (\w+)/.exec(line)?.[1] === own || /^class \w+/.test(line)) return above(index);
    return /^\s*pytestmark\b/.test(line) ? lines.slice(index, index + mostMarks) : [];
  }).join("\n");
}
var mostMarks = 5;
async function configured({ root, folder }) {
  const paths = [.../* @__PURE__ */ new Set([folder, root])].flatMap((place) => configurations.map((name) => join3(place, name)));
  return (await Promise.all(paths.map(textOf))).join("\n");
}
var mostBytes = 1 << 18;
async function textOf(path) {
  return (await readFile(path, "utf8").catch(() => "")).slice(0, mostBytes);
}

// src/phases/no-fault.ts
function declineFor({ inputs }, workspace, seen, green = null) {
  const { suite, baseline, failing } = seen;
  const { root } = workspace;
  const { exitCode, reader } = baseline;
  const folder = join4(root, suite.plan.directory);
  const list = () => workspace.list();
  return notTheCode({ exitCode, reader, failing }, { root, folder, network: inputs.sandboxNetwork, green, list });
}
async function alsoNotTheCode(run2, workspace, seen, test) {
  const said = (test.message ?? "").trimStart();
  const [first = ""] = said.split("\n");
  if (test.expected !== null || test.actual !== null || /\b(?:assert|expect)/i.test(first)) return null;
  if (!saidFirst.test(first)) return null;
  const name = missingPackage(said);
  const folder = join4(workspace.root, seen.suite.plan.directory);
  const isMetadata = /^\S*(?:PackageNotFoundError|DistributionNotFound)/.test(first);
  if (name !== null && !isMetadata) {
    if (!first.trimEnd().endsWith(`'${name}'`) && !first.includes(`'${name}' imported from`)) return null;
    const homes = [name, `${name}.py`, join4("src", name), join4("src", `${name}.py`), join4("node_modules", name)];
    if (homes.some((home) => existsSync(join4(folder, home)))) return null;
  }
  return (await declineFor(run2, workspace, { ...seen, failing: [{ ...test, message: first, stack: name === null ? test.stack : null }] }))?.reason ?? null;
}
var saidFirst = /^(?:[\w.]*(?:Error|Exception)[\w]*:? ?)*(?:\[\w+\] )?(?:connect ECONNREFUSED|ENOSPC\b|\[Errno 28\]|getaddrinfo (?:ENOTFOUND|EAI_AGAIN)|Cannot find (?:module|package) '|No module named '|No package metadata was found|The '[\w.-]+[^']*' distribution was not found)/;
var services = {
  ...{ 1433: "SQL Server", 2181: "ZooKeeper", 3306: "MySQL", 5432: "PostgreSQL", 5672: "RabbitMQ", 6379: "Redis", 8123: "ClickHouse" },
  ...{ 9042: "Cassandra", 9092: "Kafka", 9200: "Elasticsearch", 11211: "memcached", 27017: "MongoDB" }
};
var manifests = [
  "package.json",
  "pyproject.toml",
  "setup.py",
  "setup.cfg",
  "requirements.txt",
  "requirements-dev.txt",
  "dev-requirements.txt",
  "Pipfile",
  "Gemfile"
];
var manifestBytes = 1 << 20;
async function notTheCode(red2, surroundings) {
  const texts = red2.failing.map(({ message, stack }) => `${message ?? ""}
${stack ?? ""}`.slice(0, 2e4));
  const [first = ""] = texts;
  const told = (reason) => ({ outcome: "declined", reason });
  if (red2.reader === "exit-code" && (red2.exitCode === 127 || red2.exitCode === 126)) {
    const line = /^.*(?:not found|[Pp]ermission denied).*$/m.exec(first)?.[0].trim();
    return told(
      `The test command could not be run${line === void 0 ? "" : ` (${line})`}: install what it needs in an earlier step, or set setup-command.`
    );
  }
  const every = (pattern) => texts.every((text) => pattern.test(text)) ? pattern.exec(first) : null;
  if (every(/\bENOSPC\b|No space left on device/) !== null)
    return told("The disk is full: nothing in the code is at fault. Free space on the runner.");
  const unreachable = every(refused);
  if (unreachable !== null && texts.every((text) => services[refused.exec(text)?.[1] ?? ""] !== void 0)) {
    const port = unreachable[1] ?? "";
    const remedy2 = surroundings.network === "none" ? "Tests see no network here: where it is a service container, set sandbox-network to host." : "Start it in an earlier step of the job, or as a service container.";
    return told(`Nothing answers at port ${port}, where ${services[port]} is expected. ${remedy2}`);
  }
  const host = every(/\b(?:ENOTFOUND|EAI_AGAIN) ([\w.-]+\.[a-z]{2,})\b/);
  if (host !== null)
    return told(
      `The tests need ${host[1]}, which cannot be reached here: ${surroundings.network === "none" ? "tests see no network, unless sandbox-network is host" : "the name was not found"}.`
    );
  const mayBeNone = red2.reader === "exit-code" && !/\bINTERNALERROR\b|^Traceback |\berror TS\d+/m.test(first);
  const unfound = mayBeNone ? noneFound.exec(first)?.[0].replaceAll(/^=+ | =+$/g, "").trim() : void 0;
  if (unfound !== void 0) {
    const hint = /^Could not find .*\*/.test(unfound) ? " Patterns are known to `node --test` since Node 21." : "";
    return told(`The test command finds no test (${unfound.slice(0, 200)}): correct what it looks for, or set test-command.${hint}`);
  }
  const folders = await foldersAsFiles(red2.failing, surroundings.root);
  if (folders.length > 0)
    return told(
      `\`node --test\` takes no folder since Node 21 (${folders.join(", ")}): name the files, or a pattern such as '${folders[0]}/**/*.test.js', or run it without a path.`
    );
  const check = red2.failing.length === 1 && red2.failing[0]?.file === null ? checkBeside(first, red2.reader !== "exit-code") : null;
  if (check !== null) return told(check);
  const variables = texts.map((text) => unset.exec(text)?.slice(1).find(Boolean) ?? null);
  const [variable] = variables;
  if (variable && variables.every((name) => name !== null) && await areReadOnly(variables, red2.failing, surroundings.root))
    return told(
      `The environment variable ${variable} is not set, which the tests need: give it to the step, and name it in test-env, for tests see no others; a secret is never shown to them.`
    );
  const missing = new Set(texts.map((text) => missedIn(text, surroundings.folder)));
  const names = [...missing].filter((name) => name !== null);
  const lacking = surroundings.green === null ? await pythonLacks(texts, red2.failing, surroundings) : null;
  if (lacking !== null) return told(lacking);
  const loader = every(notLoaded);
  if (loader !== null) return told(`The dependencies are not installed (${loader[0].trim().slice(0, 200)}): ${install}`);
  if (names.length === missing.size && names.length > 0 && await areAskedFor(names, surroundings.folder))
    return told(
      `${names.join(", ")} ${names.length === 1 ? "is a dependency that is" : "are dependencies that are"} not installed: ${install}`
    );
  return null;
}
var noneFound = /^(?:Could not find '[^'\n]*(?:\*|\b(?:tests?|spec)\b)[^'\n]*'$|No tests? (?:files )?found, exiting with code 1|(?:Error: )?No test files found.*|=* ?no tests (?:ran|collected)\b.*)$/m;
var coverage = /^(?=.*(?:%|threshold|fail-under)).*(?:[Cc]overage\b.*\b(?:does not meet|not met|not reached|(?:less|lower) than|below)\b|\bcoverage threshold for .* not met\b).*$/m;
var formatters = [
  { says: /Code style issues (?:found )?in (?:the above|\d+) files?\b/, names: /^\[warn\] (.+\.\w+)$/gm, remedy: "prettier --write" },
  { says: /\d files? would be reformatted/, names: /^[Ww]ould reformat:? (.+)$/gm, remedy: "the formatter without --check" },
  { says: /^Diff in .+\.rs(?::\d+| at line \d+):$/m, names: /^Diff in (.+\.rs)(?::\d+| at line \d+):$/gm, remedy: "cargo fmt" }
];
var worse = /\b(?:SyntaxError|AssertionError|Cannot parse|cannot format|failed to reformat)\b|✖ \d+ problems?|\bFound \d+ errors?\b|\berror TS\d+|^error(?:\[E\d+\])?:/m;
function checkBeside(text, testsRan) {
  const below = testsRan ? coverage.exec(text)?.[0].trim().slice(0, 200) : void 0;
  if (below !== void 0)
    return `No test fails: the tests cover less than their command asks for (${below}). Test what is not covered, or ask for less.`;
  for (const { says, names, remedy: remedy2 } of worse.test(text) ? [] : formatters) {
    if (!says.test(text)) continue;
    const files = [...new Set([...text.matchAll(names)].map(([, file = ""]) => file.trim()))];
    const listed2 = files.slice(0, 5).join(", ") + (files.length > 5 ? ` and ${files.length - 5} more` : "");
    return `No test is at fault: the formatter that the test command runs would write ${listed2 === "" ? "some files" : listed2} differently. Run ${remedy2} and commit what it changes.`;
  }
  return null;
}
var install = "run the installation in an earlier step, or set setup-command.";
var notLoaded = /\bCould not find (?:gem )?\S+ in (?:locally installed gems|any of the sources)|Failed opening required '[^'\n]*vendor\/autoload\.php'|\S+@v\S+: (?:module lookup disabled|Get "https?:\/\/)|no matching package named `[^`\n]+` found/;
var refused = /(?:ECONNREFUSED|[Cc]onnection refused|[Cc]ould not connect)[^\n]{0,80}?[:\s(](\d{4,5})\b/;
var unset = /\b([A-Z][A-Z0-9]*_[A-Z0-9_]+)\b['"`]?[^\n]{0,30}?\b(?:(?:is|was|be|are) (?:not|un)[ -]?set|(?:is|are) (?:required|missing)|must be (?:set|provided)|not provided)\b|\b(?:[Mm]issing|[Rr]equired?) (?:required )?env(?:ironment)?(?: variables?)?:? ['"`]?([A-Z][A-Z0-9_]+)\b|KeyError: '([A-Z][A-Z0-9]*_[A-Z0-9_]+)'/;
var sourceBytes = 1 << 18;
async function areReadOnly(names, failing, root) {
  const textOf2 = async (path) => (await readFile2(join4(root, path), "utf8").catch(() => "")).slice(0, sourceBytes);
  const tests = await Promise.all([...new Set(failing.flatMap(({ file }) => file ?? []))].slice(0, 20).map(textOf2));
  if (tests.some((text) => /\b(?:process\.env|os\.environ|putenv|setenv|stubEnv|ENV)\b/.test(text))) return false;
  const paths = new Set(failing.flatMap(({ frames }) => frames.map(({ file }) => file)));
  const sources = await Promise.all([...paths].slice(0, 20).map(textOf2));
  return names.every(
    (name) => sources.some((text) => new RegExp(`\\b(?:env(?:iron)?|getenv|ENV)\\b[.\\w]*[\\s(\\['"]*\\b${name}\\b`).test(text))
  );
}
async function foldersAsFiles(failing, root) {
  const found = /* @__PURE__ */ new Set();
  for (const { file, message, stack } of failing) {
    if (file === null || !/Cannot find module '/.test(`${message ?? ""}
${stack ?? ""}`.slice(0, 2e4))) return [];
    const isFolder = await stat(join4(root, file)).then(
      (entry) => entry.isDirectory(),
      () => false
    );
    if (!isFolder) return [];
    found.add(file);
  }
  return [...found];
}
function missedIn(text, folder) {
  const name = missingPackage(text);
  return name !== null && /Cannot find (?:module|package) '/.test(text) && existsSync(join4(folder, name)) ? null : name;
}
function missingPackage(text) {
  const node = /Cannot find (?:module|package) '((?:@[\w.-]+\/)?[\w-][\w.-]*)(?:\/[^']*)?'/.exec(text)?.[1];
  const python = /^[A-Za-z_]\w*$/.exec([...text.matchAll(/No module named '?([A-Za-z_]\w*(?:\.\w+)*)/g)].at(-1)?.[1] ?? "")?.[0];
  const metadata = /PackageNotFoundError: (?:No package metadata was found for )?([\w.-]+)|DistributionNotFound: The '([\w.-]+)/.exec(text);
  const ruby = /cannot load such file -- ([A-Za-z][\w-]*)(?:\/\S*)?$/m.exec(text)?.[1];
  return node ?? python ?? metadata?.[1] ?? metadata?.[2] ?? ruby ?? null;
}
async function areAskedFor(names, folder) {
  const gems = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".gemspec"));
  const texts = await Promise.all([...manifests, ...gems].map((name) => readFile2(join4(folder, name), "utf8").catch(() => "")));
  if (names.some((name) => existsSync(join4(folder, "lib", name)) || existsSync(join4(folder, "lib", `${name}.rb`)))) return false;
  if (names.some((name) => existsSync(join4(folder, "node_modules", name)))) return false;
  const all = texts.map((text) => text.slice(0, manifestBytes)).join("\n").toLowerCase();
  return names.every((name) => {
    const same = name.toLowerCase().replaceAll(/[^\w@/]/g, "\\$&").replaceAll(/_/g, "[-_]");
    return new RegExp(`(?:^|["'\\s=<(])${same}(?:["'\\s=<>~!\\[;,]|$)`, "m").test(all);
  });
}

// src/phases/tests.ts
import { join as join5 } from "node:path";
var verificationSlackMs = 5e3;
async function openTests(run2, { root }, sandbox, failedRun) {
  const { inputs, record, progress } = run2;
  const detected = await detectSuite({
    root,
    testCommand: inputs.testCommand,
    setupCommand: inputs.setupCommand,
    workingDirectories: inputs.workingDirectories,
    failed: inputs.testCommand === null ? (await failedRun.steps).find(({ step: step2 }) => step2 !== null) ?? null : null
  });
  if (!detected.ok) return { kind: "ended", ending: { outcome: "cannot-reproduce", reason: detected.reason } };
  const { plan } = detected;
  record.note({ tests: { command: plan.testCommand, before: null, after: null, results: [], flaky: [] } });
  progress.line(`test command: ${plan.testCommand} (${plan.runner})`);
  return { kind: "opened", suite: openSuite(plan, { sandbox, scratch: run2.scratch, testEnv: chosenVariables(run2) }) };
}
async function installDependencies({ wholeLimitMs, signal, progress }, suite, workspace) {
  const ended = (ending) => ({ kind: "ended", ending });
  const installed = await suite.install(workspace.root, { timeoutMs: wholeLimitMs, signal });
  if (signal.aborted) return ended(interrupted);
  if (installed.ok) {
    await workspace.installed(installed.seconds > 0);
    if (installed.failed !== void 0) progress.line(`the installation failed, but for what the tests need: ${installed.did}`);
    return { kind: "installed", failed: installed.failed ?? null, ran: installed.seconds > 0 };
  }
  if (suite.plan.ecosystem === "javascript" && await workspace.modulesOfCheckout()) {
    await workspace.installed(false);
    progress.line("the installation failed: the tests are run with the packages that the checkout has");
    return { kind: "installed", failed: installed.reason, ran: false };
  }
  if (installed.seconds * 1e3 >= wholeLimitMs) {
    const room = `${Math.round(wholeLimitMs / 1e3)} seconds, half of max-minutes`;
    const remedy2 = "give the run more minutes, or install them in an earlier step of the job.";
    return ended({ outcome: "budget-exhausted", reason: `The dependencies could not be installed within ${room}: ${remedy2}` });
  }
  return ended({ outcome: "cannot-reproduce", reason: `The dependencies could not be installed: ${installed.reason}` });
}
var unrepaired = /* @__PURE__ */ new Set(["declined", "not-fixed", "budget-exhausted", "cannot-reproduce"]);
function withInstallation({ outcome, reason }, failed) {
  if (failed === null || outcome !== "already-green" && !unrepaired.has(outcome)) return { outcome, reason };
  const said = `The installation failed before: ${failed.slice(0, MOST_SAID)}`;
  return { outcome: outcome === "already-green" ? "cannot-reproduce" : outcome, reason: `${reason}
${said}` };
}
var MOST_SAID = 1500;
async function seeFailure(run2, suite, workspace, hasInstalled) {
  const { wholeLimitMs, signal, ledger, progress, budget } = run2;
  const see = () => {
    const limits = { timeoutMs: wholeLimitMs, totalMs: budget.remainingMs(), signal, tree: workspace };
    return ledger.span("tests", "reproduce", () => reproduce(suite, workspace.root, limits));
  };
  let seen = await see();
  const mayBeInTheWay = hasInstalled && suite.plan.ecosystem === "javascript" && seen.kind === "red" ? seen : null;
  if (mayBeInTheWay !== null && await doNotRun(run2, workspace, mayBeInTheWay) && await workspace.modulesOfCheckout()) {
    progress.line("the tests do not run with what was installed: they are run with the packages that the checkout has");
    const again = await see();
    if (again.kind === "red") seen = again;
    else await workspace.ownModules();
  }
  run2.noteSpending();
  if (seen.kind !== "red") return seen;
  const { baseline, failing, failingSeconds } = seen;
  run2.reserve(Math.min(wholeLimitMs, (2 * baseline.seconds + failingSeconds) * 1e3 + verificationSlackMs));
  progress.line(`red: ${failing.length} of ${baseline.counts.executed} tests fail (${baseline.seconds.toFixed(1)} s)`);
  noteResults(run2, seen, null);
  return seen;
}
async function doNotRun(run2, workspace, seen) {
  if (await declineFor(run2, workspace, seen) !== null) return true;
  if (seen.failing.some(({ message }) => missedIn(message ?? "", join5(workspace.root, seen.suite.plan.directory)) !== null)) return false;
  return seen.baseline.results.every(({ id, status }) => status === "failed" && isOutsideOfTests(id));
}
function narrowedTo({ progress }, seen, failing) {
  progress.line(`to be repaired: ${failing.length} of ${seen.failing.length} failures`);
  return { ...seen, failing };
}
function prove({ wholeLimitMs, ledger }, workspace, { suite, baseline, failing, flaky }, patch, signal) {
  return ledger.span(
    "tests",
    "verify",
    () => verify({ workspace, suite, patch, baseline, failing, flaky, timeoutMs: wholeLimitMs, signal })
  );
}
function noteResults({ record }, { suite, baseline, flaky }, after2) {
  record.note({
    tests: {
      command: suite.plan.testCommand,
      before: summaryOf(baseline),
      after: after2 ? summaryOf(after2) : null,
      results: resultRows(baseline, after2),
      flaky
    }
  });
}
function chosenVariables({ inputs, env }) {
  return Object.fromEntries(
    inputs.testEnv.flatMap((name) => {
      const value = variableOf(env, name);
      return value === void 0 ? [] : [[name, value]];
    })
  );
}

// src/phases/aside.ts
var mostNamed2 = 5;
var mostLookedAt = 100;
async function surroundingsOf(run2, workspace, seen) {
  const { failing } = seen;
  if (failing.length < 2 || failing.length > mostLookedAt || run2.inputs.failures.length > 0) return /* @__PURE__ */ new Map();
  const whys = await Promise.all(failing.map((test) => alsoNotTheCode(run2, workspace, seen, test)));
  const told = new Map(failing.flatMap(({ id }, index) => whys[index] ? [[id, whys[index]]] : []));
  return told.size < failing.length ? told : /* @__PURE__ */ new Map();
}
function whyOlder(older, green) {
  const where = (green ?? "").replace(/^([0-9a-f]{10})[0-9a-f]{30,}$/, "$1");
  return new Map(older.map(({ id }) => [id, `It fails alike on ${where}, where others that fail now pass.`]));
}
function leaveAside(run2, seen, whys) {
  const failing = seen.failing.filter(({ id }) => !whys.has(id));
  if (whys.size === 0 || failing.length === 0) return { seen, aside: "" };
  const named = [...whys].slice(0, mostNamed2);
  for (const [id, why] of named) run2.progress.line(`left aside: ${id}: ${why}`);
  const more = whys.size > mostNamed2 ? [`And ${whys.size - mostNamed2} more.`] : [];
  const what = whys.size === 1 ? "one failing test" : `${whys.size} failing tests`;
  const lines = [`Left aside, no fix was looked for: ${what}.`, ...named.map(([id, why]) => `\`${id}\`: ${why}`), ...more];
  return { seen: narrowedTo(run2, seen, failing), aside: lines.join("\n") };
}

// src/phases/find-green.ts
import { posix } from "node:path";

// src/incident/last-green.ts
var mostUnusable = 2;
async function findLastGreen({ commits, test, goOn, most }) {
  const tried = [];
  const mayTry = () => tried.length < most && goOn();
  const verdictOf2 = async (index) => {
    const sha = commits[index] ?? "";
    const verdict = await test(sha);
    tried.push({ sha, verdict });
    return verdict;
  };
  let red2 = -1;
  let bound = null;
  let green = null;
  let unusable = 0;
  for (let step2 = 0; step2 < commits.length && mayTry(); step2 = nextStep(step2, commits.length)) {
    const verdict = await verdictOf2(step2);
    unusable = verdict === "unusable" ? unusable + 1 : 0;
    if (verdict === "red") red2 = step2;
    if (verdict === "green") green = step2;
    if (verdict === "late") break;
    if (verdict === "green" || verdict === "absent" || unusable === mostUnusable) {
      bound = step2;
      break;
    }
  }
  while (bound !== null && bound - red2 > 1 && mayTry()) {
    const middle = Math.floor((bound + red2) / 2);
    const verdict = await verdictOf2(middle);
    if (verdict === "late") break;
    if (verdict === "red") red2 = middle;
    else bound = middle;
    if (verdict === "green") green = middle;
  }
  const found = green === null ? null : commits[green] ?? null;
  return { green: found, narrowest: green !== null && green - red2 === 1, tried, reason: reasonOf(found, tried, commits, mayTry()) };
}
function nextStep(step2, length) {
  const next = 2 * step2 + 1;
  return step2 < length - 1 && next >= length ? length - 1 : next;
}
function reasonOf(green, tried, commits, hadTime) {
  const count = `${tried.length} older ${tried.length === 1 ? "commit" : "commits"}`;
  const last = tried.at(-1);
  if (green !== null) return `found by testing ${count}`;
  if (commits.length === 0) return "the checkout holds no older commit (give actions/checkout a larger fetch-depth)";
  if (last?.verdict === "absent") return `the failing tests do not exist in ${last.sha.slice(0, 10)} and before`;
  if (last?.verdict === "late") return `the time for it was over before ${last.sha.slice(0, 10)} was tested to the end`;
  if (last?.verdict === "unusable") return `${last.sha.slice(0, 10)} could not be tested`;
  return hadTime ? `the failing tests fail in all of ${count} too` : `the time for it was over after testing ${count}`;
}

// src/phases/find-green.ts
var share = 0.1;
var shareOfOne = 0.25;
var mostTests2 = 12;
var mostCommits = 1024;
async function findGreen(run2, checkout, workspace, seen, doubtful) {
  const trees = new OlderTrees(run2, checkout, workspace, seen, { installs: true });
  const commits = await history(trees.git, checkout);
  const search = (wanted, goOn) => {
    const options = { commits, most: mostTests2, goOn, test: async (sha) => verdictOf(await trees.test(sha), wanted) };
    return findLastGreen(options);
  };
  const all = seen.failing.filter(({ id }) => !doubtful.has(id));
  let found = await search(all, () => trees.mayTest());
  let older = [];
  if (found.green === null && await isWhole(trees.git, commits)) {
    const parts = trees.told().map((told) => olderAt(told, all));
    const [fewest] = parts.filter((tests) => tests.length > 0).toSorted((one, other) => one.length - other.length);
    if (fewest !== void 0 && failAlways(fewest, commits, trees)) {
      const rest = all.filter((test) => !fewest.includes(test));
      const partly = await search(rest, () => !run2.signal.aborted);
      older = partly.green === null ? [] : await trees.confirmed(partly.green, fewest);
      if (older.length > 0) found = partly;
    }
  }
  const { green, reason } = found;
  run2.progress.line(`last green: ${green === null ? `not found (${reason})` : `${green.slice(0, 10)}, ${reason}`}`);
  return { ...found, older, passing: trees.passing() };
}
async function olderThan(run2, checkout, workspace, seen, green) {
  const trees = new OlderTrees(run2, checkout, workspace, seen, { installs: false });
  const sha = await resolveGreen(trees.git, green);
  if (sha === null || sha === checkout.sha || seen.failing.length < 2 || !trees.mayTest(seen.baseline.seconds))
    return { older: [], passing: null };
  const outcome = await trees.test(sha);
  const older = typeof outcome === "string" ? [] : await trees.confirmed(sha, olderAt(outcome, seen.failing));
  return { older, passing: trees.passing() };
}
async function isWhole(git, commits) {
  const shallow = await git.run(["rev-parse", "--is-shallow-repository"]);
  return commits.length < mostCommits - 1 && shallow.stdout.trim() === "false";
}
function failAlways(tests, commits, trees) {
  if (trees.known(commits.at(-1) ?? "") === null) return false;
  return trees.told().every(({ fixed }) => tests.every(({ id }) => !fixed.has(id)));
}
function verdictOf(outcome, wanted) {
  if (typeof outcome === "string") return outcome;
  if (wanted.some(({ id }) => outcome.red.has(id))) return "red";
  if (wanted.some(({ id }) => outcome.fixed.has(id))) return "green";
  return outcome.ranAny ? "absent" : "red";
}
function olderAt({ fixed, red: red2, alike }, failing) {
  return fixed.size === 0 || alike.size < red2.size ? [] : failing.filter(({ id }) => alike.has(id));
}
async function history(git, { sha, dirty }) {
  const listed2 = await git.run(["rev-list", "--first-parent", `--max-count=${mostCommits}`, sha]);
  const commits = listed2.exitCode === 0 ? listed2.stdout.split("\n").filter((line) => /^[0-9a-f]{40,64}$/.test(line)) : [];
  return dirty ? commits : commits.slice(1);
}
var OlderTrees = class {
  git;
  #run;
  #workspace;
  #seen;
  #installs;
  #deadline;
  #outcomes = /* @__PURE__ */ new Map();
  /** `installs`: also what needs other dependencies than the red tree is tested. */
  constructor(run2, checkout, workspace, seen, { installs }) {
    this.git = new Git(checkout.root, { readOnly: true, withoutFilters: true, signal: run2.signal });
    this.#run = run2;
    this.#workspace = workspace;
    this.#seen = seen;
    this.#installs = installs;
    const limit = run2.inputs.limits.minutes * 6e4;
    const cleanTree = Math.min(1.5 * seen.baseline.seconds * 1e3, limit * shareOfOne);
    this.#deadline = run2.now() + Math.min(Math.max(limit * share, cleanTree), run2.wholeLimitMs);
  }
  #left() {
    return this.#deadline - this.#run.now();
  }
  /** A run that cannot end in time is not begun. */
  mayTest(seconds = this.#seen.failingSeconds) {
    return !this.#run.signal.aborted && this.#left() > seconds * 1e3;
  }
  /** What was seen on a commit; null where the tests were not run on it to their end. */
  known(sha) {
    const outcome = this.#outcomes.get(sha);
    return outcome === void 0 || typeof outcome === "string" ? null : outcome;
  }
  told() {
    return [...this.#outcomes.keys()].flatMap((sha) => this.known(sha) ?? []);
  }
  passing() {
    const told = this.told();
    return told.length === 0 ? null : new Set(told.flatMap(({ fixed }) => [...fixed]));
  }
  /** The same failures where a second run on that commit ends like the first one, else none: what comes and goes tells nothing. */
  async confirmed(sha, older) {
    const first = this.known(sha);
    if (older.length === 0 || first === null || !this.mayTest()) return [];
    const again = await this.#tested(sha);
    if (typeof again === "string") return [];
    return [...first.fixed].every((id) => again.fixed.has(id)) && older.every(({ id }) => again.alike.has(id)) ? older : [];
  }
  async test(sha) {
    const known = this.#outcomes.get(sha);
    if (known !== void 0) return known;
    if (!this.mayTest()) return "late";
    const outcome = await this.#tested(sha);
    this.#outcomes.set(sha, outcome);
    return outcome;
  }
  async #tested(sha) {
    try {
      return await this.#test(sha);
    } catch (error) {
      if (error instanceof GitError) return "unusable";
      throw error;
    }
  }
  async #test(sha) {
    var _stack = [];
    try {
      const { signal, ledger } = this.#run;
      const { suite, failing, baseline } = this.#seen;
      const linked = !await dependenciesDiffer(this.git, sha);
      if (!linked && !this.#installs) return "unusable";
      const tree = __using(_stack, await this.#workspace.older(sha, { linked }), true);
      if (!linked && !(await suite.install(tree.root, { timeoutMs: this.#left(), signal })).ok) return "unusable";
      const tested = await ledger.span(
        "tests",
        "test an older commit",
        () => suite.run(tree.root, { scope: "failing", failing, timeoutMs: Math.max(this.#left(), 1), signal })
      );
      if (tested.aborted || tested.timedOut) return "late";
      const { fixed, red: red2 } = turnedGreen(tested, failing, baseline);
      const results = new Map(tested.results.map((result) => [result.id, result]));
      const now = new Map(failing.map((test) => [test.id, test]));
      const ran = red2.filter((id) => results.has(id));
      const isAlike = (id) => {
        const [then, here] = [results.get(id), now.get(id)];
        return then !== void 0 && here !== void 0 && failsWithSameWords(then, here);
      };
      return { fixed: new Set(fixed), red: new Set(ran), alike: new Set(ran.filter(isAlike)), ranAny: tested.counts.executed > 0 };
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  }
};
async function dependenciesDiffer(git, sha) {
  const changed = await git.text(["diff", "--name-only", "-z", "--no-renames", "--ignore-submodules=all", sha, "--"]);
  const paths = changed.split("\0").filter((path) => path !== "");
  if (paths.some((path) => isDependencyFile(posix.basename(path)))) return true;
  for (const path of paths) {
    if (posix.basename(path) !== "package.json") continue;
    const [then, now] = await Promise.all([dependenciesAt(git, `${sha}:${path}`), dependenciesAt(git, `HEAD:${path}`)]);
    if (then !== now) return true;
  }
  return false;
}
var dependencyFields = [
  "dependencies",
  "devDependencies",
  "optionalDependencies",
  "peerDependencies",
  "workspaces",
  "overrides",
  "resolutions"
];
async function dependenciesAt(git, object2) {
  const shown = await git.run(["cat-file", "blob", object2]);
  if (shown.exitCode !== 0) return null;
  try {
    const manifest = JSON.parse(shown.stdout);
    const entries = typeof manifest === "object" && manifest !== null ? Object.entries(manifest) : [];
    return JSON.stringify(entries.filter(([name]) => dependencyFields.includes(name)).sort());
  } catch {
    return null;
  }
}

// src/phases/diagnose.ts
var maxSuspects = 100;
var maxChangeChars = 4e5;
async function diagnose(run2, { located, workspace, seen: all, failedRun }) {
  const { record, progress, signal } = run2;
  const { incident, checkout, origin } = located;
  const surroundings = await surroundingsOf(run2, workspace, all);
  const isOlder = incident.event !== "push" && run2.inputs.failures.length === 0;
  const { green, older, passing } = incident.green === null ? await findGreen(run2, checkout, workspace, all, surroundings) : isOlder || surroundings.size > 0 ? { green: incident.green, ...await olderThan(run2, checkout, workspace, all, incident.green) } : { green: incident.green, older: [], passing: null };
  const isLookedAt = green === null || passing !== null;
  const whys = [...isOlder ? whyOlder(older, green) : [], ...isLookedAt ? surroundings : []];
  const { seen, aside } = leaveAside(run2, all, new Map(whys.filter(([id]) => !passing?.has(id))));
  const { suite, baseline, failing } = seen;
  const changed = green === null ? null : await changeSinceGreen(checkout, green, { maxChars: maxChangeChars, origin, signal });
  if (changed && !changed.ok) progress.line(`change since green is not known: ${changed.reason}`);
  const suspects = rankSuspects(null, failing, maxSuspects);
  record.note({ suspects });
  const facts = await failedRun.facts();
  const diagnosis = {
    testCommand: suite.plan.testCommand,
    baseline,
    failing,
    suspects,
    change: changed?.ok ? changed.change : null,
    failedRun: facts === null ? null : facts.text,
    aside
  };
  return { diagnosis, seen };
}

// src/incident/failed-run.ts
var excerptChars = 11e3;
var headChars = 3e3;
var mostLogs = 8;
var logsAtOnce = 2;
var greenBytes = 64 * 2 ** 20;
var artifactLimits = { entries: 500, entryBytes: 32 * 2 ** 20, totalBytes: 64 * 2 ** 20 };
var artifactBytes = 20 * 2 ** 20;
var mostArtifacts = 5;
async function findFailedJobs(api, incident) {
  const { repo } = incident;
  if (repo === null) return { ok: false, reason: "the incident names no repository" };
  const named = await runOf(api, repo, incident);
  if ("reason" in named) return { ok: false, reason: named.reason };
  const jobs = await api.jobs(repo, named.id, named.attempt);
  if (!jobs.ok) return { ok: false, reason: jobs.reason };
  const failed = jobs.value.filter(hasFailed);
  if (failed.length === 0) return { ok: false, reason: `no job of run ${named.id} has failed` };
  const steps = failed.map((job2) => stepOf(job2, named.workflow));
  return { ok: true, found: { repo, ...named, failed, passed: jobs.value.filter(({ conclusion }) => conclusion === "success"), steps } };
}
async function runOf(api, repo, incident) {
  const own = incident.run;
  if (own !== null && incident.event !== "workflow_dispatch" && incident.event !== "schedule")
    return { ...own, workflow: own.workflow || null };
  const runs = await api.runs(repo, { workflow: null, sha: incident.sha, status: "failure" });
  if (!runs.ok) return { reason: runs.reason };
  const newest = runs.value.find(({ id }) => id !== own?.id);
  if (newest === void 0) return { reason: "no failed run of this commit is known" };
  return { id: newest.id, attempt: newest.run_attempt ?? 1, url: newest.html_url, workflow: newest.name ?? null };
}
var red = /* @__PURE__ */ new Set(["failure", "timed_out"]);
var hasFailed = ({ conclusion, steps }) => red.has(conclusion ?? "") || conclusion == null && (steps ?? []).some((step2) => red.has(step2.conclusion ?? ""));
function stepOf({ name, steps }, workflow) {
  const [, base = name, legs = ""] = /^(.*?) \((.+)\)$/.exec(name) ?? [];
  const step2 = (steps ?? []).find(({ conclusion }) => red.has(conclusion ?? ""));
  return {
    workflow,
    job: base,
    leg: name,
    matrix: legs === "" ? [] : legs.split(", "),
    step: step2?.name ?? null,
    number: step2?.number ?? null,
    command: null
  };
}
async function readFailedRun(api, incident, jobs, options) {
  const notes = [];
  const gathered = nothingGathered();
  const [annotations] = await Promise.all([
    readAnnotations(api, jobs, notes),
    readLogs(api, incident, jobs, gathered, notes),
    readReports(api, jobs, gathered, notes)
  ]);
  const found = distillate(gathered, { mask: options.mask, maxChars: excerptChars });
  const steps = jobs.steps.map((step2) => withCommand(step2, found));
  return { url: jobs.url, steps, text: inWords2(jobs, steps, annotations.map(options.mask), found, notes), distillate: found, notes };
}
function withCommand(step2, { commands }) {
  const ran = commands.find(({ from }) => from === step2.leg);
  return { ...step2, command: ran?.command ?? null };
}
async function readLogs(api, incident, jobs, into, notes) {
  const wanted = jobs.failed.slice(0, mostLogs);
  if (wanted.length < jobs.failed.length) notes.push(`The logs of ${jobs.failed.length - wanted.length} more failed jobs were not read.`);
  const green = await greenTemplates(api, incident, jobs, wanted);
  const pending = [...wanted];
  const problems = /* @__PURE__ */ new Set();
  await Promise.all(
    Array.from({ length: logsAtOnce }, async () => {
      for (let job2 = pending.shift(); job2 !== void 0; job2 = pending.shift()) {
        const problem = await readLog(api, jobs.repo, job2, into, green.get(baseOf(job2)) ?? null);
        if (problem !== null) problems.add(problem);
      }
    })
  );
  into.legs.sort((a, b) => wanted.findIndex(({ name }) => name === a.name) - wanted.findIndex(({ name }) => name === b.name));
  notes.push(...[...problems].map(sentence));
}
async function readLog(api, repo, job2, into, green) {
  const log = await api.log(repo, job2.id);
  if (!log.ok) return job2.conclusion == null ? "the log of a job is there only when the job has ended" : log.reason;
  try {
    await readStream(job2.name, log.value, into, green);
    return null;
  } catch {
    return `the log of ${job2.name} broke off while it was read`;
  }
}
var baseOf = ({ name }) => name.replace(/ \(.+\)$/, "");
async function greenTemplates(api, incident, { repo }, wanted) {
  const found = /* @__PURE__ */ new Map();
  const newest = await lastGreenRun(api, incident, repo);
  if (newest === null) return found;
  const jobs = await api.jobs(repo, newest.id, newest.run_attempt ?? 1);
  for (const job2 of jobs.ok ? wanted : []) {
    const base = baseOf(job2);
    const same = jobs.ok ? jobs.value.find(({ name }) => name === job2.name) ?? jobs.value.find((other) => baseOf(other) === base) : void 0;
    if (found.has(base) || same === void 0 || found.size >= 3) continue;
    const templates = await templatesOf(api, repo, same.id);
    if (templates !== null) found.set(base, templates);
  }
  return found;
}
async function lastGreenRun(api, { workflowId, branch, base }, repo) {
  if (workflowId == null) return null;
  for (const each of /* @__PURE__ */ new Set([branch, base])) {
    if (each === null) continue;
    const runs = await api.runs(repo, { workflow: workflowId, branch: each, status: "success" });
    if (runs.ok && runs.value[0] !== void 0) return runs.value[0];
  }
  return null;
}
async function templatesOf(api, repo, jobId) {
  const log = await api.log(repo, jobId);
  if (!log.ok) return null;
  const reader = new LogTemplates();
  let bytes = 0;
  try {
    for await (const chunk of log.value) {
      reader.push(chunk);
      bytes += chunk.length;
      if (bytes > greenBytes) break;
    }
  } catch {
    return null;
  }
  return reader.end();
}
async function readAnnotations(api, { repo, failed }, notes) {
  const lines = /* @__PURE__ */ new Set();
  for (const { id } of failed.slice(0, 5)) {
    const found = await api.annotations(repo, id);
    if (!found.ok) {
      if (found.kind !== "forbidden" && found.kind !== "not-found") notes.push(sentence(found.reason));
      break;
    }
    for (const each of found.value) if (each.annotation_level === "failure" && !isBare(each)) lines.add(annotationLine(each));
  }
  return [...lines].slice(0, 20);
}
var isBare = ({ message }) => /^Process completed with exit code/.test(message ?? "");
function annotationLine({ path, start_line: line, message, title }) {
  const place = path == null || path === ".github" ? "" : `${path}${line == null ? "" : `:${line}`}: `;
  return `${place}${title == null ? "" : `${title}: `}${message ?? ""}`.replace(/\s+/g, " ").slice(0, 300);
}
async function readReports(api, { repo, id }, into, notes) {
  const listing = await api.artifacts(repo, id);
  if (!listing.ok) {
    if (listing.kind !== "forbidden") notes.push(sentence(listing.reason));
    return;
  }
  const wanted = listing.value.filter(
    ({ name, expired, size_in_bytes: size }) => !expired && size <= artifactBytes && /junit|test|report|result|trx/i.test(name)
  );
  for (const { id: artifactId, name } of wanted.slice(0, mostArtifacts)) {
    const zip = await api.artifactZip(repo, artifactId, artifactBytes);
    if (zip.ok) await readArchive(`artifact ${name}`, zip.value, into, { limits: artifactLimits, reportsOnly: true });
    else notes.push(sentence(zip.reason));
  }
}
function inWords2({ url, passed }, steps, annotations, { tests, excerpts, cut, problems }, notes) {
  const failed = steps.map(({ leg, step: step2, command }) => {
    const what = step2 === null ? "" : ` at the step "${step2}"${command === null ? "" : ` (\`${command.split("\n")[0]}\`)`}`;
    return `${leg}${what}`;
  });
  const legs = new Set(steps.map(({ job: job2 }) => job2));
  const green = passed.filter((job2) => legs.has(baseOf(job2))).map(({ name }) => name);
  const head = [
    `Run ${url}`,
    `Failed: ${listed(failed, 8)}.${green.length > 0 ? ` Passed: ${listed(green, 8)}.` : ""}`,
    tests.length > 0 ? `Failing tests named there: ${listed(
      tests.map(({ name }) => name),
      20
    )}` : null,
    ...annotations
  ].filter((line) => line !== null);
  const tail = [...cut === null ? [] : [sentence(cut)], ...notes, ...problems].slice(0, 6);
  return [head.join("\n").slice(0, headChars), excerpts, tail.join("\n").slice(0, 1e3)].filter((part) => part !== "").join("\n\n");
}
var sentence = (reason) => `${reason.slice(0, 1).toUpperCase()}${reason.slice(1)}.`;

// src/incident/run-api.ts
import { setTimeout as sleep } from "node:timers/promises";
var step = object({ name: string(), number: number(), conclusion: string().nullish() });
var job = object({
  id: number(),
  name: string(),
  conclusion: string().nullish(),
  status: string(),
  html_url: string().nullish(),
  steps: array(step).nullish()
});
var annotation = object({
  path: string().nullish(),
  start_line: number().nullish(),
  annotation_level: string().nullish(),
  message: string().nullish(),
  title: string().nullish()
});
var artifact = object({ id: number(), name: string(), size_in_bytes: number(), expired: boolean() });
var run = object({
  id: number(),
  head_sha: string(),
  html_url: string(),
  run_attempt: number().nullish(),
  name: string().nullish()
});
var apiVersion = "2022-11-28";
var requestMs = 3e4;
var mostPages = 5;
var tries = 3;
var longestWaitMs = 8e3;
function openRunApi(options) {
  const client = new Client(options);
  const at = (repo, path) => `/repos/${repo}/${path}`;
  return {
    jobs: (repo, runId, attempt) => client.list(
      at(repo, `actions/runs/${runId}/attempts/${attempt}/jobs`),
      "the jobs of the failed run",
      object({ jobs: array(job) }),
      ({ jobs }) => jobs
    ),
    annotations: (repo, jobId) => (
      // A job of GitHub Actions is a check run with the same id.
      client.list(at(repo, `check-runs/${jobId}/annotations`), "annotations", array(annotation), (all) => all, 1)
    ),
    artifacts: (repo, runId) => client.list(
      at(repo, `actions/runs/${runId}/artifacts`),
      "artifacts",
      object({ artifacts: array(artifact) }),
      ({ artifacts }) => artifacts,
      1
    ),
    runs: (repo, { workflow, branch, sha, status }) => {
      const query = new URLSearchParams({
        status,
        ...branch === void 0 ? {} : { branch },
        ...sha === void 0 ? {} : { head_sha: sha }
      });
      const path = workflow === null ? "actions/runs" : `actions/workflows/${encodeURIComponent(workflow)}/runs`;
      return client.list(
        `${at(repo, path)}?${query}`,
        "workflow runs",
        object({ workflow_runs: array(run) }),
        (page) => page.workflow_runs,
        1
      );
    },
    log: async (repo, jobId) => {
      const answer = await client.follow(at(repo, `actions/jobs/${jobId}/logs`), "the log");
      return answer.ok ? { ok: true, value: bodyOf(answer.value) } : answer;
    },
    artifactZip: async (repo, id, maxBytes) => {
      const answer = await client.follow(at(repo, `actions/artifacts/${id}/zip`), "an artifact");
      return answer.ok ? readWhole(answer.value, maxBytes) : answer;
    }
  };
}
var Client = class {
  #options;
  #wait;
  constructor(options) {
    this.#options = options;
    this.#wait = options.wait ?? ((ms) => sleep(ms, void 0, { signal: options.signal }).catch(() => {
    }));
  }
  /** All pages of a list. */
  async list(path, what, schema, items, pages = mostPages) {
    const all = [];
    for (let page = 1; page <= pages; page++) {
      const answer = await this.#ask(`${path}${path.includes("?") ? "&" : "?"}per_page=100&page=${page}`, what);
      if (!answer.ok) return answer;
      const parsed = schema.safeParse(await answer.value.json().catch(() => null));
      if (!parsed.success) return { ok: false, kind: "not-understood", reason: `GitHub's answer about ${what} was not understood` };
      const found = items(parsed.data);
      all.push(...found);
      if (found.length < 100) break;
    }
    return { ok: true, value: all };
  }
  /**
   * What a redirect leads to. The address is on another host and holds its own short-lived key, so our token does not go there; when it
   * has expired already, a new one is asked for once.
   */
  async follow(path, what) {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#ask(path, what);
      if (!answer.ok) return answer;
      const location = answer.value.headers.get("location");
      if (location === null) return answer;
      await answer.value.body?.cancel();
      const url = URL.canParse(location, this.#options.apiUrl) ? new URL(location, this.#options.apiUrl) : null;
      if (url === null || !/^https?:$/.test(url.protocol))
        return { ok: false, kind: "not-understood", reason: `GitHub's answer about ${what} leads nowhere` };
      const linked = await this.#send(url.href, {}, what);
      if (linked.ok && linked.value.ok) return linked;
      const status = linked.ok ? linked.value.status : 0;
      if (linked.ok) await linked.value.body?.cancel();
      if (attempt === 2) {
        if (!linked.ok) return linked;
        return {
          ok: false,
          kind: status === 404 || status === 410 ? "gone" : "unreachable",
          reason: `${what} could not be downloaded (${status})`
        };
      }
    }
  }
  /** An answer of the API that is not an error; server errors and short rate limits are waited for. */
  async #ask(path, what) {
    const { token, apiUrl } = this.#options;
    const headers = {
      authorization: `Bearer ${token}`,
      accept: "application/vnd.github+json",
      "x-github-api-version": apiVersion,
      "user-agent": "regreen"
    };
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#send(`${apiUrl.replace(/\/+$/, "")}${path}`, headers, what);
      if (!answer.ok) return answer;
      const { value } = answer;
      if (value.ok || value.status >= 300 && value.status < 400) return answer;
      const limited = isRateLimited(value);
      const pause = limited ? pauseOf(value) : value.status >= 500 ? 500 * attempt : null;
      await value.body?.cancel();
      if (pause === null || pause > longestWaitMs || attempt === tries || this.#options.signal.aborted)
        return problemOf(value.status, limited, what);
      await this.#wait(pause);
    }
  }
  async #send(url, headers, what) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(new Error("no answer in time")), requestMs);
    try {
      const value = await fetch(url, { headers, redirect: "manual", signal: AbortSignal.any([this.#options.signal, stop.signal]) });
      return { ok: true, value };
    } catch {
      return { ok: false, kind: "unreachable", reason: `GitHub could not be reached for ${what}` };
    } finally {
      clearTimeout(timer);
    }
  }
};
var isRateLimited = ({ status, headers }) => status === 429 || status === 403 && (headers.get("x-ratelimit-remaining") === "0" || headers.has("retry-after"));
function pauseOf({ headers }) {
  const after2 = Number(headers.get("retry-after"));
  if (after2 > 0) return after2 * 1e3;
  const reset = Number(headers.get("x-ratelimit-reset"));
  return reset > 0 ? Math.max(1e3, reset * 1e3 - Date.now()) : 2e3;
}
function problemOf(status, limited, what) {
  if (limited) return { ok: false, kind: "rate-limited", reason: `${what} could not be read: the rate limit of GitHub is used up` };
  if (status === 401 || status === 403) {
    const permission = what === "annotations" ? "checks: read" : "actions: read";
    return { ok: false, kind: "forbidden", reason: `${what} may not be read: add "${permission}" to the permissions of the job` };
  }
  if (status === 404) return { ok: false, kind: "not-found", reason: `${what} was not found (or the job lacks "actions: read")` };
  if (status === 410) return { ok: false, kind: "gone", reason: `${what} has expired` };
  return { ok: false, kind: "unreachable", reason: `${what} could not be read (GitHub answered ${status})` };
}
async function* bodyOf(response) {
  if (response.body === null) return;
  for await (const chunk of response.body) yield chunk;
}
async function readWhole(response, maxBytes) {
  const chunks = [];
  let bytes = 0;
  try {
    for await (const chunk of bodyOf(response)) {
      bytes += chunk.length;
      if (bytes > maxBytes) return { ok: false, kind: "too-large", reason: `an artifact is larger than ${Math.round(maxBytes / 1e6)} MB` };
      chunks.push(chunk);
    }
  } catch {
    return { ok: false, kind: "unreachable", reason: "an artifact could not be downloaded whole" };
  }
  return { ok: true, value: Buffer.concat(chunks) };
}

// src/phases/failed-run.ts
var patienceMs = 1e4;
var longestMs = 18e4;
var nothing = { steps: Promise.resolve([]), facts: async () => null, [Symbol.asyncDispose]: async () => {
} };
function readRunAhead(run2, { incident, github }) {
  const { inputs, progress, env } = run2;
  if (github === null || inputs.githubToken === null || incident.repo === null || run2.source.kind !== "action") return nothing;
  const stop = new AbortController();
  const bound = timeBound(longestMs, run2.signal, stop.signal);
  const { signal } = bound;
  const api = openRunApi({ token: inputs.githubToken, apiUrl: env.GITHUB_API_URL ?? "https://api.github.com", signal });
  const jobs = findFailedJobs(api, incident).then((answer) => {
    if (!answer.ok) progress.line(`the failed run was not read: ${answer.reason}`);
    return answer.ok ? answer.found : null;
  });
  const mask = createRedactor(inputs.secrets).text;
  const facts = jobs.then((found) => found === null ? null : readFailedRun(api, incident, found, { mask, signal })).catch(() => null);
  return {
    steps: Promise.race([jobs, after(patienceMs, signal)]).then(
      (found) => found?.steps ?? [],
      () => []
    ),
    facts: async () => {
      const read = await Promise.race([facts, after(patienceMs, signal)]);
      for (const note of read?.notes ?? []) progress.line(note);
      return read;
    },
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await facts;
      bound[Symbol.dispose]();
    }
  };
}
function after(ms, signal) {
  return new Promise((resolve2) => {
    const timer = setTimeout(() => resolve2(null), ms);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve2(null);
      },
      { once: true }
    );
  });
}

// src/phases/minds.ts
async function openMinds(run2, hosted) {
  const minds = await attempts(run2, hosted);
  if (minds.model === null) {
    void minds.main.warm.then((turn) => {
      if (turn !== null) run2.ledger.onTurn(0, turn);
    });
  }
  return minds;
}
async function attempts({ inputs, signal, progress }, hosted) {
  const model = hosted === null ? null : openAttempt(hosted, signal);
  const rivals = hosted === null ? [] : openRivals(hosted, signal);
  if (model !== null && inputs.engine === "model")
    return { engine: null, model, rivals, main: model, [Symbol.asyncDispose]: async () => {
    } };
  const { engineModel, startEngine } = await import("./engine-NRCZUXFP.js");
  const server = await startEngine({});
  const builtIn = openModel(builtin(server.url, engineModel, inputs), signal, (text) => progress.line(text));
  const engine = openAttempt(builtIn, signal);
  return {
    engine,
    model,
    rivals,
    main: model ?? engine,
    [Symbol.asyncDispose]: async () => {
      await builtIn[Symbol.asyncDispose]();
      await server.close();
    }
  };
}
function builtin(baseUrl, model, inputs) {
  return {
    baseUrl,
    apiKey: null,
    model,
    reasoningEffort: null,
    serviceTier: null,
    instructions: null,
    // A choice of transport concerns the hosted model, unless there is none.
    transport: inputs.endpoint === null ? inputs.transport : "auto",
    isEngine: true
  };
}

// src/phases/plan.ts
async function planCauses({ record }, workspace, { failing, baseline, suite }) {
  const causes = causesOf(failing, await workspace.list());
  const several = `${failing.length} failing ${failing.length === 1 ? "test has" : "tests have"} ${causes.length} ${causes.length === 1 ? "cause" : "causes"}`;
  const report = { causes, diagnosis: causes.map(inWords3).join("\n") };
  record.note(report);
  const all = baseline.counts.executed;
  return { outcome: "declined", reason: `A plan repairs nothing. Of ${all} tests of \`${suite.plan.testCommand}\`, ${several}.` };
}
function inWords3({ what, package: home, tests }, index) {
  const [first = ""] = tests;
  const others = tests.length > 1 ? ` and ${tests.length - 1} more` : "";
  return `${index + 1}. ${home === "" ? "" : `${home}: `}${what} (${first}${others})`;
}
function chooseFailures(run2, seen) {
  const { inputs } = run2;
  if (inputs.failures.length === 0) return { kind: "chosen", seen };
  const wanted = new Set(inputs.failures.map(onOneLine));
  const failing = seen.failing.filter(({ id }) => wanted.has(onOneLine(id)));
  if (failing.length === 0) {
    const others = seen.failing.length === 1 ? "1 other does" : `${seen.failing.length} others do`;
    return {
      kind: "ended",
      ending: { outcome: "cannot-reproduce", reason: `None of the tests that \`failures\` names fails here; ${others}.` }
    };
  }
  return { kind: "chosen", seen: narrowedTo(run2, seen, failing) };
}
var onOneLine = (id) => id.replace(/\s+/g, " ").trim();

// src/phases/stuck.ts
import { join as join6 } from "node:path";
var mostMs = 9e4;
var share2 = 0.5;
var leastMs = 5e3;
async function seeStuck(run2, suite, { root }) {
  const { wholeLimitMs, scratch, ledger, signal, progress, record, budget } = run2;
  const timeoutMs = Math.min(mostMs, wholeLimitMs * share2, budget.remainingMs());
  if (timeoutMs < leastMs) return null;
  progress.line("the tests did not end in time: they are run once more, to see where they stand still");
  const options = { folder: join6(scratch, "stuck"), timeoutMs, signal };
  const frames = await ledger.span("tests", "where they stand still", () => whereStuck(suite, root, options));
  const [innermost] = frames ?? [];
  if (frames === null || innermost === void 0) return null;
  record.note({ suspects: frames.map(({ file, line }, at) => ({ path: file, line, score: 1 / (at + 1) })) });
  const outermost = frames.at(-1);
  const from = outermost === void 0 || outermost === innermost ? "" : `, which is called from ${placeOf(outermost)}`;
  return `The tests stand still in ${calleeOf(innermost)}${placeOf(innermost)}${from}: a loop there, or what it waits for, comes to no end.`;
}
var placeOf = ({ file, line }) => `${file}:${line}`;
var calleeOf = ({ function: name }) => name === null ? "" : `\`${name}\`, `;
export {
  blockingFindings,
  chooseFailures,
  declineFor,
  deliverFix,
  diagnose,
  examineFix,
  findFix,
  installDependencies,
  notWorthIt,
  noteResults,
  numberTurns,
  openMinds,
  openTests,
  planCauses,
  prove,
  readRunAhead,
  seeFailure,
  seeStuck,
  withInstallation
};
//# sourceMappingURL=later-G6MRAA7A.js.map
