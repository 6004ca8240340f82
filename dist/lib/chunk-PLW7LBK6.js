import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  fingerprintOf
} from "./chunk-6IPXM3V6.js";
import {
  ConfigurationError,
  locate,
  openRun,
  pathPolicyOf
} from "./chunk-CK77BO6P.js";
import {
  endWithoutFailure,
  endWithoutFix,
  interrupted,
  summaryOf
} from "./chunk-LTH562BM.js";
import {
  connectHosted
} from "./chunk-4JUMNSSG.js";
import {
  createPathPolicy,
  lexicalRefusal,
  require_picomatch
} from "./chunk-27TVYW5O.js";
import {
  Git,
  allowedFindings,
  alternatives,
  assemble,
  budget,
  diff,
  failingTests,
  flakyTests,
  integrity,
  redToGreen,
  suiteTable,
  suspects,
  timing,
  whatChanged,
  whatFailed
} from "./chunk-BLXXKGBO.js";
import {
  cut,
  headlines,
  inlineProse,
  placed,
  prose,
  remedyOf
} from "./chunk-MY62IMJK.js";
import {
  regreenRoot,
  runCommand,
  userPath
} from "./chunk-4NQIAZWU.js";
import {
  object,
  record,
  string,
  unknown
} from "./chunk-6SLZJSQE.js";
import {
  __callDispose,
  __toESM,
  __using
} from "./chunk-G62E4XM6.js";

// src/report/summary.ts
var MAX_BYTES = 1e6;
var steps = [
  { rows: 200, diagnosis: 2e4, diff: 2e5 },
  { rows: 50, diagnosis: 4e3, diff: 2e4 },
  { rows: 5, diagnosis: 500, diff: 1e3 }
];
function renderSummary(report) {
  let text = "";
  for (const bounds of steps) {
    text = `## ${headlines[report.outcome]}

${assemble([
      [null, prose(report.reason, 2e3)],
      ["Look at this first", allowedFindings(report)],
      [null, nextStep(report)],
      [null, deliveryOf(report)],
      ["What failed, and why", whatFailed(report, bounds)],
      [null, report.proof === null ? failingTests(report, bounds) : ""],
      [null, report.outcome === "fixed" ? "" : suspects(report)],
      ["The change", report.files.length === 0 ? "" : whatChanged(report, bounds)],
      [null, diff(report, bounds)],
      ["Proof: red to green", redToGreen(report, bounds)],
      ["Tests", report.proof === null ? testsOf(report, bounds) : ""],
      ["Integrity", report.proof === null && report.integrity.length === 0 ? "" : integrity(report)],
      [null, alternatives(report)],
      ["Cost and budget", budget(report)],
      ["Where the time went", timing(report)]
    ])}`;
    if (Buffer.byteLength(text) <= MAX_BYTES) return text;
  }
  return cut(text, MAX_BYTES / 4);
}
function nextStep(report) {
  const remedy2 = remedyOf(report);
  return remedy2 === null ? "" : `**What to do**: ${prose(remedy2, 1e3)}`;
}
function deliveryOf({ delivery, pullRequest, outcome }) {
  if (outcome !== "fixed") return "";
  const link = pullRequest === null ? null : ours(pullRequest.url);
  if (link !== null) return `**Pull request**: ${link}`;
  const compare = delivery.compareUrl ? ours(delivery.compareUrl) : null;
  const refused = delivery.state === "refused" ? `**Not delivered**: ${inlineProse(delivery.reason, 1e3)}` : "";
  return [refused, compare === null ? "" : `**Open it yourself**: ${compare}`].filter((line) => line !== "").join("\n\n");
}
function ours(url) {
  return /^https?:\/\/[\w.:[\]-]+\/[\w./%?=&:;+,~#-]*$/.test(url) && url.length <= 2e3 ? `<${url}>` : null;
}
function testsOf(report, bounds) {
  const parts = [suiteTable(report.tests.before, report.tests.after), flakyTests(report, bounds)];
  return parts.filter((part) => part !== "").join("\n\n");
}

// src/report/files.ts
import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
var MAX_INLINE = 1e6;
async function writeReportFiles(dir, report, conversation, redactor) {
  const folder = resolve(dir);
  await mkdir(folder, { recursive: true });
  const items = JSON.stringify(redactor.json(conversation));
  const apart = Buffer.byteLength(items) > MAX_INLINE;
  const safe = { ...redactor.json({ ...report, conversation: [] }), conversation: apart ? "conversation.json" : JSON.parse(items) };
  const files = {
    report: join(folder, "report.json"),
    summary: join(folder, "summary.md"),
    patch: join(folder, "fix.patch"),
    conversation: join(folder, "conversation.json")
  };
  const hasPatch = safe.patch !== "";
  await Promise.all([
    hasPatch ? writeWhole(files.patch, safe.patch) : rm(files.patch, { force: true }),
    apart ? writeWhole(files.conversation, `${items}
`) : rm(files.conversation, { force: true }),
    writeWhole(files.summary, redactor.text(renderSummary(safe)))
  ]);
  await writeWhole(files.report, `${JSON.stringify(safe, null, 2)}
`);
  return { ...files, patch: hasPatch ? files.patch : null, conversation: apart ? files.conversation : null };
}
async function writeWhole(path, text) {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, text, { flag: "wx" });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

// src/report/outcome.ts
function outputsOf(report, files) {
  const tokens = (count) => String(report.turns.reduce((sum, turn) => sum + count(turn), 0));
  return {
    outcome: report.outcome,
    fixed: String(report.outcome === "fixed"),
    delivery: report.delivery.state,
    "pull-request-url": report.pullRequest?.url ?? "",
    "pull-request-number": report.pullRequest === null ? "" : String(report.pullRequest.number),
    branch: report.delivery.branch ?? "",
    "patch-file": files.patch ?? "",
    "bundle-dir": files.bundle ?? "",
    "report-file": files.report ?? "",
    fingerprint: report.fingerprint ?? "",
    turns: String(report.budget.used.turns),
    "test-runs": String(report.budget.used.testRuns),
    "input-tokens": tokens((turn) => turn.inputTokens),
    "cached-tokens": tokens((turn) => turn.cachedTokens),
    "output-tokens": tokens((turn) => turn.outputTokens),
    "cost-usd": report.cost.priced ? report.cost.usd.toFixed(4) : "",
    seconds: report.timing.total.toFixed(1),
    timing: JSON.stringify(report.timing)
  };
}
var quiet = /* @__PURE__ */ new Set(["fixed", "already-green", "flaky"]);
function failsStep(outcome, failOn) {
  return failOn.includes(outcome);
}
function exitCodeOf(report, failOn = []) {
  if (report.delivery.state === "refused" || failOn.includes(report.outcome)) return 1;
  return quiet.has(report.outcome) ? 0 : 1;
}

// src/repair.ts
import { setImmediate as turnOfTheLoop } from "node:timers/promises";

// src/phases/ahead.ts
var Ahead = class {
  #work;
  #signal;
  #guess = null;
  constructor(work, signal) {
    this.#work = work;
    this.#signal = signal;
  }
  /** Starts on what `patch` gives; a guess before it is dropped. Never throws: what goes wrong shows when the result is taken. */
  start(patch) {
    void this.drop();
    const stop = new AbortController();
    const result = patch.then((guessed) => this.#work(guessed, AbortSignal.any([this.#signal, stop.signal])));
    result.catch(() => {
    });
    this.#guess = { patch, result, stop };
  }
  /** The result for `patch`, from the work under way if that is on the same patch. */
  async take(patch) {
    const guess = this.#guess;
    if (guess !== null && (await guess.patch.catch(() => null))?.text === patch.text) {
      this.#guess = null;
      return guess.result;
    }
    await this.drop();
    return this.#work(patch, this.#signal);
  }
  /** Cancels what is under way, and waits for its end. */
  async drop() {
    const guess = this.#guess;
    this.#guess = null;
    guess?.stop.abort();
    await guess?.result.catch(() => {
    });
  }
  [Symbol.asyncDispose]() {
    return this.drop();
  }
};

// src/workspace/sandbox.ts
import { access, constants } from "node:fs/promises";
import { delimiter as delimiter2, join as join7 } from "node:path";

// src/workspace/bubblewrap.ts
import { join as join2, sep } from "node:path";

// src/workspace/trees-folder.ts
var treesPrefix = "regreen-trees-";

// src/workspace/bubblewrap.ts
function bubblewrap({ program, view, network, userNamespace, limits: limits2 }) {
  const namespaces = [
    ...userNamespace ? ["--unshare-user"] : [],
    "--unshare-pid",
    "--unshare-ipc",
    "--unshare-uts",
    "--unshare-cgroup-try"
  ];
  return {
    layer: "bubblewrap",
    notStopped: [
      "reading files outside of the home that every user of this machine may read",
      "using the network while dependencies are installed",
      ...network === "host" ? ["using the network in tests (sandbox-network: host)"] : []
    ],
    wrap(argv, profile, { cwd, writable, readable = [] }) {
      const isolated2 = profile === "test" && network === "none";
      return [
        // Started by root it would keep every capability, also the one to take covers away.
        ...[program, ...namespaces, ...isolated2 ? ["--unshare-net"] : [], "--die-with-parent", "--new-session", "--cap-drop", "ALL"],
        ...["--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc"],
        ...view.flatMap(mount),
        // Copies link to each other's dependencies.
        ...treesFolders([cwd, ...writable]).flatMap((path) => ["--ro-bind-try", path, path]),
        ...readable.flatMap((path) => ["--ro-bind-try", path, path]),
        ...writable.flatMap((path) => ["--bind-try", path, path]),
        ...writable.flatMap((path) => protectedBelow(path, profile)),
        ...["--setenv", "TMPDIR", "/tmp", "--chdir", cwd, "--", ...limits2, ...argv]
      ];
    }
  };
}
function mount({ path, kind }) {
  if (kind === "hide-folder") return ["--tmpfs", path];
  return kind === "hide-file" ? ["--ro-bind", "/dev/null", path] : ["--ro-bind-try", path, path];
}
function protectedBelow(path, profile) {
  const names2 = profile === "test" ? [".git", ".github"] : [".github"];
  return names2.flatMap((name) => ["--ro-bind-try", join2(path, name), join2(path, name)]);
}
function treesFolders(paths) {
  const folders = paths.flatMap((path) => {
    const segments = path.split(sep);
    const index = segments.findIndex((segment) => segment.startsWith(treesPrefix));
    return index === -1 ? [] : [segments.slice(0, index + 1).join(sep)];
  });
  return [...new Set(folders)];
}

// src/workspace/process-limits.ts
var limits = ["--core=0", "--nproc=4096", `--fsize=${4 * 1024 ** 3}`];
function withLimits(program) {
  return program === null ? [] : [program, ...limits, "--"];
}

// src/workspace/sandbox-covers.ts
import { readdir, realpath, stat } from "node:fs/promises";
import { join as join3 } from "node:path";
var credentials = [
  ...[".ssh", ".aws", ".azure", ".docker", ".kube", ".gnupg", ".config/gcloud", ".config/gh", ".config/git"],
  ...[".npmrc", ".netrc", ".git-credentials", ".gitconfig", ".pypirc", ".cargo/credentials", ".cargo/credentials.toml"],
  ...[".m2/settings.xml", ".gem/credentials", ".terraform.d/credentials.tfrc.json"]
];
var sockets = ["docker.sock", "containerd/containerd.sock", "podman/podman.sock", "crio/crio.sock"].map((name) => join3("/run", name));
var ofRunner = /^(?:_|git-credentials)/;
async function sandboxCovers(hidden, checkout) {
  const below = await Promise.all(
    hidden.map(async (folder) => {
      const names2 = await readdir(folder).catch(() => []);
      return [...credentials, ...names2.filter((name) => ofRunner.test(name))].map((name) => join3(folder, name));
    })
  );
  const found = await Promise.all([...sockets, ...below.flat(), ...await configurationOf(checkout)].map(coverOf));
  return [...new Map(found.flatMap((cover) => cover === null ? [] : [[cover.path, cover]])).values()];
}
async function coverOf(path) {
  const real = await realpath(path).catch(() => null);
  if (real === null) return null;
  return { path: real, kind: (await stat(real)).isDirectory() ? "folder" : "file" };
}
async function configurationOf(checkout) {
  if (checkout === void 0) return [];
  const git = new Git(checkout.root, { readOnly: true });
  const { stdout } = await git.run(["rev-parse", "--path-format=absolute", "--git-dir", "--git-common-dir"]);
  return stdout.split("\n").flatMap((folder) => folder.startsWith("/") ? ["config", "config.worktree"].map((name) => join3(folder, name)) : []);
}

// src/workspace/sandbox-view.ts
import { readFile as readFile2, realpath as realpath3, stat as stat3 } from "node:fs/promises";
import { homedir as homedir2 } from "node:os";
import { delimiter, dirname as dirname2, join as join6, relative as relative2, sep as sep3 } from "node:path";

// src/workspace/disk-guard.ts
import { lstat, realpath as realpath2 } from "node:fs/promises";
import { basename, dirname, join as join4, relative, sep as sep2 } from "node:path";
function isWithin(folder, path) {
  return path === folder || path.startsWith(folder.endsWith(sep2) ? folder : folder + sep2);
}
async function writeRefusal(root, path) {
  const target = join4(root, path);
  const own = await lstat(target).catch(() => null);
  if (own?.isSymbolicLink()) return `${path} is a symbolic link, which is never written through.`;
  if (own?.isDirectory()) return `${path} is a folder.`;
  if (own !== null && !own.isFile()) return `${path} is not a regular file.`;
  const parent = await nearestFolder(root, dirname(target));
  if (parent.file !== null) return `${relative(root, parent.file)} is a file, so ${path} cannot be created below it.`;
  return parent.real === parent.path ? null : `${path} goes through a symbolic link, which is never written through.`;
}
async function nearestFolder(root, from) {
  for (let path = from; ; path = dirname(path)) {
    const found = await lstat(path).catch(() => null);
    if (found === null && isWithin(root, dirname(path))) continue;
    if (found !== null && !found.isDirectory() && !found.isSymbolicLink()) return { path, real: path, file: path };
    return { path, real: await realpath2(path).catch(() => ""), file: null };
  }
}
async function readablePath(root, path, checkout) {
  const real = await realpath2(join4(root, path)).catch(() => null);
  if (real === null) return `${path} does not exist. List files with scan.`;
  const inside = isWithin(root, real);
  const folder = inside ? root : checkout;
  const segments = relative(folder, real).split(sep2);
  if (!inside && !(isWithin(checkout, real) && segments.includes("node_modules"))) {
    return `${path} is a symbolic link that leads out of the repository.`;
  }
  if (segments.some((segment) => segment.toLowerCase() === ".git")) return `${path} is inside of .git, which is never read or written.`;
  if (!inside && basename(real).startsWith(".env")) return `${path} is not part of the repository.`;
  const found = await lstat(real);
  if (found.isDirectory()) return `${path} is a folder: list it with scan and the glob ${path}/**.`;
  return found.isFile() ? { real } : `${path} is not a regular file.`;
}

// src/workspace/own-repository.ts
import { appendFile, mkdir as mkdir2, readFile, stat as stat2, writeFile as writeFile2 } from "node:fs/promises";
import { homedir } from "node:os";
import { join as join5 } from "node:path";
var isolated = { GIT_CONFIG_GLOBAL: "/dev/null", XDG_CONFIG_HOME: "/dev/null", HOME: "/dev/null" };
var takenOver = ["core.autocrlf", "core.eol", "core.filemode", "core.symlinks", "core.ignorecase", "core.precomposeunicode"];
async function readSource(git) {
  const [paths, listed] = await Promise.all([
    git.text(["rev-parse", "--path-format=absolute", ...["objects", "shallow", "info/exclude"].flatMap((name) => ["--git-path", name])]),
    git.text(["config", "--list", "--null"])
  ]);
  const [objects = "", shallow = "", exclude = ""] = paths.split("\n");
  const config = /* @__PURE__ */ new Map();
  for (const entry of listed.split("\0")) {
    const end = entry.indexOf("\n");
    if (end !== -1) config.set(entry.slice(0, end), entry.slice(end + 1));
  }
  const everywhere = config.get("core.excludesfile") ?? join5(process.env.XDG_CONFIG_HOME ?? "~/.config", "git", "ignore");
  const ignored = await Promise.all([everywhere.replace(/^~(?=\/)/, homedir()), exclude].map(readIfThere));
  return {
    git,
    objectFormat: config.get("extensions.objectformat") ?? "sha1",
    objects: await stat2(objects).catch(() => null) === null ? null : objects,
    shallow: await readIfThere(shallow),
    ignoreRules: ignored.map((text) => `${text ?? ""}
`).join(""),
    config
  };
}
async function createBareRepository(source, folder) {
  await mkdir2(folder, { recursive: true });
  const git = new Git(folder, { env: { ...isolated, GIT_DIR: folder } });
  await git.text(["init", "--quiet", "--bare", "--template=", "--initial-branch=main", `--object-format=${source.objectFormat}`]);
  const settings2 = takenOver.map((name) => [name.slice("core.".length), source.config.get(name) ?? ""]);
  const lines = [["bare", "false"], ["looseCompression", "0"], ...settings2].filter(([, value]) => /^[\w-]+$/.test(value)).map(([name, value]) => `	${name} = ${value}
`);
  await appendFile(join5(folder, "config"), `[core]
${lines.join("")}`);
  await mkdir2(join5(folder, "info"), { recursive: true });
  await mkdir2(join5(folder, "objects", "info"), { recursive: true });
  if (source.objects !== null) await writeFile2(join5(folder, "objects", "info", "alternates"), `${source.objects}
`);
  await writeFile2(join5(folder, "info", "exclude"), source.ignoreRules);
}
async function createRepositoryOf(source, root, sha, branch) {
  const folder = join5(root, ".git");
  await createBareRepository(source, folder);
  const refs = await source.git.run(["for-each-ref", "--format=%(objectname) %(refname)", "refs/heads", "refs/tags", "refs/remotes"]);
  const usable = refs.stdout.split("\n").filter((line) => /^[0-9a-f]+ refs\//.test(line) && !line.endsWith("/HEAD"));
  await writeFile2(join5(folder, "packed-refs"), ["# pack-refs with: sorted ", ...usable, ""].join("\n"));
  await writeFile2(join5(folder, "HEAD"), branch === null ? `${sha}
` : `ref: refs/heads/${branch}
`);
  if (source.shallow !== null) await writeFile2(join5(folder, "shallow"), source.shallow);
  const origin = source.config.get("remote.origin.url")?.replace(/^([a-z+]+:\/\/)[^/@]*@/i, "$1");
  if (origin !== void 0 && /^[\w@:/.+~-]+$/.test(origin))
    await appendFile(join5(folder, "config"), `[remote "origin"]
	url = ${origin}
`);
  await new Git(root, { env: { ...isolated, GIT_DIR: folder, GIT_WORK_TREE: root } }).run(["read-tree", sha]);
}
function readIfThere(path) {
  return readFile(path, "utf8").catch(() => null);
}

// src/workspace/sandbox-view.ts
var privateFolders = ["/tmp", "/var/tmp", "/run"];
var toolFolders = [
  ".nvm",
  ".volta",
  ".asdf",
  ".nodenv",
  ".fnm",
  ".pyenv",
  ".rbenv",
  ".bun",
  ".deno",
  ".proto",
  ".sdkman",
  ".rustup",
  "n"
];
var toolFoldersDeeper = [".local/share/mise", ".local/share/fnm", ".local/share/pnpm", ".local/share/rtx"];
async function sandboxView(request) {
  const repository = request.checkout === void 0 ? { hidden: [], visible: [] } : await repositoryPaths(request.checkout);
  const hidden = await existing([...privateFolders, ...request.hidden, ...repository.hidden]);
  const covers = hidden.filter((path) => path !== "/");
  const wanted = [
    ...request.visible ?? [],
    ...repository.visible,
    ...await toolPaths(userPath(request.from ?? process.env), covers),
    regreenRoot ?? import.meta.dirname,
    // Name resolution needs this file, which often lies below /run.
    "/etc/resolv.conf"
  ];
  const shown = /* @__PURE__ */ new Set([...wanted, ...await existing(wanted)]);
  const rules = [];
  for (const path of covers) rules.push({ path, kind: (await stat3(path)).isDirectory() ? "hide-folder" : "hide-file" });
  for (const path of shown) if (covers.some((cover) => isWithin(cover, path) && cover !== path)) rules.push({ path, kind: "show" });
  return rules.sort((a, b) => depth(a.path) - depth(b.path) || Number(a.kind === "show") - Number(b.kind === "show"));
}
function depth(path) {
  return path.split(sep3).length;
}
async function repositoryPaths(checkout) {
  const git = new Git(checkout.root, { readOnly: true });
  const [folders, { objects }] = await Promise.all([
    git.run(["rev-parse", "--path-format=absolute", "--git-dir", "--git-common-dir"]),
    readSource(git)
  ]);
  return {
    hidden: folders.stdout.split("\n").filter((line) => line.startsWith("/")),
    visible: [checkout.root, ...objects === null ? [] : await withAlternates(objects, 5)]
  };
}
async function withAlternates(objects, levels) {
  const listed = await readFile2(join6(objects, "info", "alternates"), "utf8").catch(() => "");
  const others = listed.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  if (levels === 0 || others.length === 0) return [objects];
  const deeper = await Promise.all(others.map((path) => withAlternates(path.startsWith("/") ? path : join6(objects, path), levels - 1)));
  return [objects, ...deeper.flat()];
}
async function toolPaths(path, covers) {
  const entries = path.split(delimiter).filter((entry) => entry.startsWith("/"));
  const real = await existing(entries);
  return [...entries, ...real].flatMap((entry) => {
    const cover = covers.find((each) => isWithin(each, entry) && each !== entry);
    if (cover === void 0) return [];
    const below = relative2(cover, entry).split(sep3);
    const whole = [...toolFolders, ...toolFoldersDeeper].find((folder) => isWithin(folder, below.join(sep3)));
    if (whole !== void 0 && cover === homedir2()) return [join6(cover, whole)];
    return [entry, join6(dirname2(entry), "lib"), join6(dirname2(entry), "libexec")];
  });
}
async function existing(paths) {
  const found = await Promise.all(paths.map((path) => realpath3(path).catch(() => null)));
  return [...new Set(found.filter((path) => path !== null))];
}

// src/workspace/unshare.ts
var script = (loopback) => [
  'while [ "$1" != -- ]; do',
  '  if [ -d "$1" ]; then mount -t tmpfs none "$1"; else mount --bind /dev/null "$1"; fi || exit 125',
  "  shift",
  "done",
  "shift",
  ...loopback ? ["if command -v ip >/dev/null 2>&1; then ip link set lo up; fi"] : [],
  '"$@"',
  "exit $?"
].join("\n");
function unshare({ program, setpriv, network, userNamespace, covers, limits: limits2 }) {
  const powerless = setpriv === null ? [] : [setpriv, "--no-new-privs", ...userNamespace ? ["--bounding-set=-all", "--inh-caps=-all"] : [], "--"];
  return {
    layer: "unshare",
    notStopped: [
      "reading and changing files of this user outside of the repository, but for those known to hold credentials",
      "using the network while dependencies are installed",
      ...network === "host" ? ["using the network in tests (sandbox-network: host)"] : [],
      ...setpriv === null || !userNamespace ? ["uncovering the files with credentials"] : []
    ],
    wrap(argv, profile) {
      const isolated2 = profile === "test" && network === "none";
      const namespaces = [...userNamespace ? ["--user", "--map-root-user"] : [], "--pid", "--fork", "--kill-child", "--mount-proc"];
      return [
        ...[program, ...namespaces, ...isolated2 ? ["--net"] : [], "--", "/bin/sh", "-c", script(isolated2), "sh"],
        ...[...covers.map(({ path }) => path), "--", ...powerless, ...limits2, ...argv]
      ];
    }
  };
}

// src/workspace/sandbox.ts
var remedy = "Install bubblewrap in an earlier step (`sudo apt-get install -y bubblewrap`; on Ubuntu 24.04 also `sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0`), or set `sandbox: none` to accept that tests can read secrets of this run.";
async function pickSandbox(request) {
  const { requested } = request;
  if (requested === "none") return { ok: true, sandbox: noSandbox };
  const failures = [];
  for (const [layer, probe] of [["bubblewrap", probeBubblewrap], ["unshare", probeUnshare]]) {
    if (requested !== "auto" && requested !== layer) continue;
    const probed = await probe(request);
    if ("sandbox" in probed) return { ok: true, sandbox: probed.sandbox };
    failures.push(`${layer}: ${probed.failure}`);
  }
  const tried = failures.join("; ");
  if (requested !== "auto") {
    return {
      ok: false,
      kind: "configuration",
      reason: `The sandbox ${requested} was asked for and does not work here (${tried}). ${remedy}`
    };
  }
  if (!request.holdsSecrets) return { ok: true, sandbox: noSandbox };
  const reason = `No sandbox works here (${tried}), and this run holds a key or a token that the repository's code could read. ${remedy}`;
  return { ok: false, kind: "declined", reason };
}
var noSandbox = {
  layer: "none",
  notStopped: [
    "reading and changing every file of this user, also outside of the repository",
    "reading the memory and environment of other processes of this user, and ending them",
    "using the network"
  ],
  wrap: (argv) => [...argv]
};
async function probeBubblewrap(request) {
  const program = await findProgram("bwrap", request.from);
  if (program === null) return { failure: "the program bwrap was not found" };
  const view = await sandboxView(request);
  const limits2 = withLimits(await findProgram("prlimit", request.from));
  const failures = [];
  for (const userNamespace of process.getuid?.() === 0 ? [true, false] : [true]) {
    const sandbox = bubblewrap({ program, view, network: request.network, userNamespace, limits: limits2 });
    const failure = await tryOut(sandbox);
    if (failure === null) return { sandbox };
    failures.push(failure);
  }
  return { failure: failures[0] ?? "it does not work" };
}
async function probeUnshare(request) {
  const program = await findProgram("unshare", request.from);
  if (program === null) return { failure: "the program unshare was not found" };
  const [setpriv, prlimit] = await Promise.all([findProgram("setpriv", request.from), findProgram("prlimit", request.from)]);
  const covers = await sandboxCovers(request.hidden, request.checkout);
  const limits2 = withLimits(prlimit);
  const failures = [];
  for (const userNamespace of process.getuid?.() === 0 ? [true, false] : [true]) {
    const sandbox = unshare({ program, setpriv, network: request.network, userNamespace, covers, limits: limits2 });
    const failure = await tryOut(sandbox);
    if (failure === null) return { sandbox };
    failures.push(failure);
  }
  return { failure: failures[0] ?? "it does not work" };
}
async function tryOut(sandbox) {
  const results = await Promise.all(
    ["test", "install"].map((profile) => {
      const argv = sandbox.wrap(["/bin/sh", "-c", 'test "$$" -lt 50 && test -r /proc/self/status'], profile, { cwd: "/", writable: [] });
      return runCommand({ argv, cwd: "/", env: { PATH: process.env.PATH ?? "" }, timeoutMs: 1e4 });
    })
  );
  const failed = results.find(({ exitCode }) => exitCode !== 0);
  return failed === void 0 ? null : causeOf(failed);
}
function causeOf(result) {
  if (result.failedToStart !== null) return result.failedToStart;
  if (result.timedOut) return "it did not answer";
  return result.stderr.trim().split("\n")[0] || `it ended with exit code ${result.exitCode ?? result.signal}`;
}
async function findProgram(name, from = process.env) {
  for (const folder of userPath(from).split(delimiter2)) {
    const path = join7(folder, name);
    const runs = await access(path, constants.X_OK).then(
      () => true,
      () => false
    );
    if (runs) return path;
  }
  return null;
}

// src/workspace/hosted-runner.ts
var settings = [
  { name: "kernel.apparmor_restrict_unprivileged_userns", open: "0" },
  { name: "kernel.unprivileged_userns_clone", open: "1" }
];
var nothing = { [Symbol.asyncDispose]: async () => {
} };
var installTimeoutMs = 12e4;
var tryOut2 = ["bwrap", "--unshare-user", "--unshare-pid", "--unshare-net", "--ro-bind", "/", "/", "--proc", "/proc", "true"];
async function prepareRunner({ env, log }) {
  if (env.GITHUB_ACTIONS !== "true" || env.RUNNER_ENVIRONMENT !== "github-hosted" || env.RUNNER_OS !== "Linux") return nothing;
  const run = (argv, timeoutMs = 1e4) => runCommand({ argv, cwd: "/", env: { PATH: userPath(env), LC_ALL: "C", DEBIAN_FRONTEND: "noninteractive" }, timeoutMs });
  const works = async (argv, timeoutMs) => (await run(argv, timeoutMs)).exitCode === 0;
  const sudo = (...argv) => ["sudo", "-n", ...argv];
  if (await works(tryOut2)) return nothing;
  if (!await works(["bwrap", "--version"])) {
    const install = sudo("apt-get", "install", "--yes", "--no-install-recommends", "bubblewrap");
    const installed = await works(install, installTimeoutMs) || await works(sudo("apt-get", "update"), installTimeoutMs) && await works(install, installTimeoutMs);
    log(installed ? "sandbox: installed bubblewrap with apt-get" : "sandbox: bubblewrap could not be installed with apt-get");
    if (!installed || await works(tryOut2)) return nothing;
  }
  const changed = [];
  const restore = async () => {
    for (const { name, before } of changed.reverse()) {
      const back = await works(sudo("sysctl", "-q", "-w", `${name}=${before}`));
      log(back ? `sandbox: put ${name} back to ${before}` : `sandbox: ${name} could not be put back to ${before}`);
    }
  };
  for (const { name, open: open2 } of settings) {
    const { exitCode, stdout } = await run(["sysctl", "-n", name]);
    const before = stdout.trim();
    if (exitCode !== 0 || before === open2 || !/^\d+$/.test(before)) continue;
    if (!await works(sudo("sysctl", "-q", "-w", `${name}=${open2}`))) continue;
    changed.push({ name, before });
    log(`sandbox: set ${name} from ${before} to ${open2} until the end of this step, so that bubblewrap works`);
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

// src/workspace/workspace.ts
import { mkdir as mkdir8, mkdtemp as mkdtemp2, readFile as readFile5, realpath as realpath5, rm as rm4 } from "node:fs/promises";
import { basename as basename3, join as join14 } from "node:path";

// src/workspace/baseline.ts
import { copyFile, mkdtemp, readFile as readFile3, rm as rm2, writeFile as writeFile3 } from "node:fs/promises";
import { join as join8 } from "node:path";

// src/workspace/map-limit.ts
async function mapLimit(items, limit, work) {
  const results = [];
  const iterator = [...items].entries();
  const failures = [];
  const worker = async () => {
    for (const [index, item] of iterator) {
      if (failures.length > 0) return;
      try {
        results[index] = await work(item);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: limit }, worker));
  if (failures.length > 0) throw failures[0];
  return results;
}

// src/workspace/baseline.ts
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
    await createBareRepository(source, join8(folder, "baseline.git"));
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
    const onDisk = join8(this.#root, path);
    const hash = await this.#git.run(["hash-object", `--path=${path}`, "--", onDisk]);
    if (hash.stdout.trim() === entry.object) return { bytes: await readFile3(onDisk), executable };
    return this.#withTemporary(async (folder) => {
      await this.#git.text(["checkout-index", "-z", "--stdin", `--prefix=${folder}/`], { input: `${path}\0` });
      return { bytes: await readFile3(join8(folder, path)), executable };
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
    const before = await this.#entries([...changes.keys()]);
    const after = await this.#store(changes, folder);
    const trees = [await this.#tree(before, join8(folder, "before")), await this.#tree(after, join8(folder, "after"))];
    const options = ["--no-renames", "--no-color", ...trees];
    const numbers = await this.#git.text(["diff", "--numstat", "--text", "-z", ...options]);
    const attributes = join8(this.#folder, "baseline.git", "info", "attributes");
    await writeFile3(attributes, await this.#binaryAttributes(changes));
    const text = await this.#git.text(["diff", "--binary", "--full-index", ...options]);
    await rm2(attributes);
    return { text: text === "" ? "" : `${text}
`, files: parseNumstat(numbers) };
  }
  /** The changes that a patch makes to the red tree. Throws an `Error` in plain words when it does not apply or touches links. */
  async changesOf(patch) {
    if (patch.text.trim() === "") return /* @__PURE__ */ new Map();
    return this.#withTemporary(async (folder) => {
      const env = { GIT_INDEX_FILE: join8(folder, "index") };
      await copyFile(join8(this.#folder, "baseline.git", "index"), env.GIT_INDEX_FILE);
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
        changes.set(path, mode === null ? null : { bytes: await readFile3(join8(folder, "files", path)), executable: mode === "100755" });
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
      const index = join8(folder, "index");
      await copyFile(join8(this.#folder, "baseline.git", "index"), index);
      const git = new Git(root, { env: { ...environment(this.#folder, root), GIT_INDEX_FILE: index } });
      await git.run(["update-index", "-q", "--really-refresh"], { timeoutMs: 6e5 });
      const changed = await git.lsFiles(["--modified", "--deleted"]);
      if (changed.length > 0) {
        await git.text(["checkout-index", "-f", "-z", "--stdin"], { input: changed.map((path) => `${path}\0`).join("") });
      }
      const left = (await git.lsFiles(untrackedFiles)).filter((path) => !keep.has(path));
      await mapLimit(left, 32, (path) => rm2(join8(root, path), { recursive: true, force: true }));
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
      const file = join8(folder, `content-${index}`);
      await writeFile3(file, content.bytes);
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
      const contents = [after, typeof before === "string" ? null : before];
      const binary = contents.some((content) => content !== null && !isUtf8(content.bytes));
      if (binary) lines.push(`${JSON.stringify(`/${path.replace(/[\\*?[\]!#]/g, "\\$&")}`)} -diff
`);
    }
    return lines.join("");
  }
  async #withTemporary(work) {
    const folder = await mkdtemp(join8(this.#folder, "work-"));
    try {
      return await work(folder);
    } finally {
      await rm2(folder, { recursive: true, force: true });
    }
  }
};
function environment(folder, root) {
  return { ...isolated, GIT_DIR: join8(folder, "baseline.git"), GIT_WORK_TREE: root, GIT_LITERAL_PATHSPECS: "1" };
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
import { constants as constants2 } from "node:fs";
import { copyFile as copyFile2, lstat as lstat2, mkdir as mkdir3, readdir as readdir2, readlink, symlink } from "node:fs/promises";
import { dirname as dirname3, join as join9, relative as relative3 } from "node:path";
var concurrency = 32;
async function copyFiles(paths, options) {
  const folders = /* @__PURE__ */ new Map();
  const makeFolder = (path) => {
    const known = folders.get(path);
    if (known !== void 0) return known;
    const making = mkdir3(path, { recursive: true });
    folders.set(path, making);
    return making;
  };
  const copied = await mapLimit(paths, concurrency, async (path) => {
    options.signal?.throwIfAborted();
    const files = await expand(options.from, path.replace(/\/$/, ""), options.except);
    const done = await mapLimit(files, 4, async (file) => {
      await makeFolder(dirname3(join9(options.to, file)));
      return await copyOne(join9(options.from, file), join9(options.to, file), options) ? [file] : [];
    });
    return done.flat();
  });
  return copied.flat();
}
async function copyOne(from, to, roots) {
  try {
    const found = await lstat2(from);
    if (found.isSymbolicLink()) await symlink(retarget(await readlink(from), from, to, roots), to);
    else if (found.isFile()) await copyFile2(from, to, constants2.COPYFILE_FICLONE);
    else return false;
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "EACCES")) return false;
    throw error;
  }
}
function retarget(target, from, to, roots) {
  const absolute = target.startsWith("/") ? target : join9(dirname3(from), target);
  if (!isWithin(roots.from, absolute)) return absolute;
  return target.startsWith("/") ? relative3(dirname3(to), join9(roots.to, relative3(roots.from, absolute))) : target;
}
async function expand(root, path, except) {
  const absolute = join9(root, path);
  if (absolute === except) return [];
  const found = await lstat2(absolute).catch(() => null);
  if (found === null) return [];
  if (!found.isDirectory()) return [path];
  const names2 = (await readdir2(absolute)).filter((name) => name !== ".git");
  return (await Promise.all(names2.map((name) => expand(root, join9(path, name), except)))).flat();
}

// src/workspace/ignored-files.ts
import { lstat as lstat3, mkdir as mkdir5, readdir as readdir4, symlink as symlink3 } from "node:fs/promises";
import { basename as basename2, dirname as dirname4, join as join11 } from "node:path";

// src/workspace/modules.ts
import { mkdir as mkdir4, readdir as readdir3, readFile as readFile4, readlink as readlink2, realpath as realpath4, stat as stat4, symlink as symlink2 } from "node:fs/promises";
import { join as join10, relative as relative4, sep as sep4 } from "node:path";
var stores = /^\.(?:pnpm|bun|store)$/;
var concurrency2 = 32;
var deepest = 20;
var isPackageFolder = (name) => !name.startsWith(".") && !name.startsWith("@");
var names = record(string(), unknown()).catch({});
var manifest = object({ dependencies: names, peerDependencies: names, optionalDependencies: names });
async function packagesToCopy(root, folders) {
  const survey = { workspace: /* @__PURE__ */ new Set(), requires: /* @__PURE__ */ new Map() };
  for (const folder of folders) await noteLinks(root, join10(root, folder), "", survey);
  if (survey.workspace.size === 0) return /* @__PURE__ */ new Set();
  for (const folder of folders) await noteFolder(join10(root, folder), survey, 0);
  const reached = new Set(survey.workspace);
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const [name, required] of survey.requires) if ([...required].some((each) => reached.has(each))) reached.add(name);
  }
  return reached;
}
async function noteLinks(root, folder, scope, survey) {
  await mapLimit(await entriesOf(folder), concurrency2, async (entry) => {
    if (entry.isDirectory() && entry.name.startsWith("@")) return noteLinks(root, join10(folder, entry.name), `${entry.name}/`, survey);
    if (!entry.isSymbolicLink()) return;
    const real = await realpath4(join10(folder, entry.name)).catch(() => null);
    if (real !== null && isWithin(root, real) && !relative4(root, real).split(sep4).includes("node_modules"))
      survey.workspace.add(scope + entry.name);
  });
}
async function noteFolder(folder, survey, depth2, scope = "") {
  const all = /* @__PURE__ */ new Set();
  if (depth2 > deepest) return all;
  await mapLimit(await entriesOf(folder), concurrency2, async (entry) => {
    if (!entry.isDirectory()) return;
    const path = join10(folder, entry.name);
    const below = entry.name.startsWith("@") ? await noteFolder(path, survey, depth2 + 1, `${entry.name}/`) : stores.test(entry.name) ? await noteStore(path, survey, depth2 + 1) : isPackageFolder(entry.name) ? await notePackage(scope + entry.name, path, survey, depth2 + 1) : [];
    for (const name of below) all.add(name);
  });
  return all;
}
async function notePackage(name, path, survey, depth2) {
  const required = /* @__PURE__ */ new Set([...await requiredBy(path), ...await noteFolder(join10(path, "node_modules"), survey, depth2)]);
  addTo(survey, name, required);
  return required;
}
async function noteStore(store, survey, depth2) {
  await mapLimit(await entriesOf(store), concurrency2, async (entry) => {
    if (!entry.isDirectory() || entry.name === "node_modules") return;
    const { folders, links } = await membersOf(join10(store, entry.name, "node_modules"));
    for (const name of folders) addTo(survey, name, links);
    await noteFolder(join10(store, entry.name, "node_modules"), survey, depth2);
  });
  return /* @__PURE__ */ new Set();
}
async function membersOf(folder, scope = "") {
  const folders = [];
  const links = [];
  for (const entry of await entriesOf(folder)) {
    if (entry.isSymbolicLink()) links.push(scope + entry.name);
    else if (entry.isDirectory() && entry.name.startsWith("@")) {
      const inner = await membersOf(join10(folder, entry.name), `${entry.name}/`);
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
    const found = manifest.parse(JSON.parse(await readFile4(join10(path, "package.json"), "utf8")));
    return Object.values(found).flatMap((each) => Object.keys(each));
  } catch {
    return [];
  }
}
var entriesOf = (folder) => readdir3(folder, { withFileTypes: true }).catch(() => []);
async function bringModules(source, target, options, scope = "") {
  const original = await realpath4(source).catch(() => null);
  if (original === null || !(await stat4(original)).isDirectory()) return;
  await mkdir4(target, { recursive: true });
  await mapLimit(await entriesOf(original), concurrency2, async (entry) => {
    if (options.isCache(entry.name)) return;
    const from = join10(original, entry.name);
    const to = join10(target, entry.name);
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
  await mkdir4(target, { recursive: true });
  await mapLimit(await entriesOf(store), concurrency2, async (entry) => {
    const from = join10(store, entry.name);
    const to = join10(target, entry.name);
    if (!entry.isDirectory()) return void await copyOne(from, to, options);
    if (entry.name === "node_modules") return bringModules(from, to, options);
    const { folders } = await membersOf(join10(from, "node_modules"));
    if (!folders.some((name) => options.copied.has(name))) return symlink2(from, to);
    return bringModules(join10(from, "node_modules"), join10(to, "node_modules"), options);
  });
}
async function copyPackage(from, to, options) {
  const inside = relative4(options.from, from);
  const files = (await entriesOf(from)).filter(({ name }) => name !== "node_modules").map(({ name }) => join10(inside, name));
  await mkdir4(to, { recursive: true });
  await copyFiles(files, { ...options, to: join10(to, relative4(from, options.from)) });
  await bringModules(join10(from, "node_modules"), join10(to, "node_modules"), options);
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
var credentials2 = /^(\.env|\.env\.(local|production|development|staging)(\.local)?|\.npmrc|\.netrc|\.pypirc|id_(rsa|ed25519))$/;
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
  const budget2 = { ...copyLimit };
  const modules = paths.map((path) => path.replace(/\/$/, "")).filter((path) => basename2(path) === "node_modules");
  const copied = await packagesToCopy(options.from, modules);
  for (const listed of paths) {
    options.signal?.throwIfAborted();
    const path = listed.replace(/\/$/, "");
    const name = basename2(path);
    const source = join11(options.from, path);
    const target = join11(options.to, path);
    if (compiled.test(name) || await isBuildFolder(source, name)) continue;
    if (caches.test(name) || credentials2.test(name) || isWithin(source, options.except) || await exists(target)) continue;
    if (name === "node_modules") {
      await bringModules(source, target, { ...options, copied, isCache: (entry) => caches.test(entry) });
      continue;
    }
    const size = await measure(source, budget2);
    await mkdir5(dirname4(target), { recursive: true });
    if (size === null) {
      await symlink3(source, target);
      continue;
    }
    budget2.bytes -= size.bytes;
    budget2.files -= size.files;
    await copyFiles([path], options);
  }
}
async function isBuildFolder(path, name) {
  if (await exists(join11(path, "CMakeCache.txt"))) return true;
  const manifests = Object.hasOwn(buildFolders, name) ? buildFolders[name] ?? [] : [];
  if (manifests.length === 0) return false;
  const beside = await readdir4(dirname4(path)).catch(() => []);
  return manifests.some(
    (manifest2) => beside.some((each) => manifest2.startsWith("*") ? each.endsWith(manifest2.slice(1)) : each === manifest2)
  );
}
async function measure(path, limit) {
  const total = { bytes: 0, files: 0 };
  const pending = [path];
  for (let next = pending.pop(); next !== void 0; next = pending.pop()) {
    const found = await lstat3(next).catch(() => null);
    if (found === null) continue;
    if (found.isDirectory()) {
      const folder = next;
      pending.push(...(await readdir4(folder).catch(() => [])).map((name) => join11(folder, name)));
    } else {
      total.bytes += found.size;
      total.files++;
    }
    if (total.bytes > limit.bytes || total.files > limit.files || pending.length > limit.files) return null;
  }
  return total;
}
async function exists(path) {
  return await lstat3(path).catch(() => null) !== null;
}

// src/workspace/older-tree.ts
import { mkdir as mkdir6 } from "node:fs/promises";
import { join as join12 } from "node:path";
async function fillOlderTree(source, { sha, root, dependencies, signal }) {
  await createRepositoryOf(source, root, sha, null);
  const git = new Git(root, { env: { ...isolated, GIT_DIR: join12(root, ".git"), GIT_WORK_TREE: root }, withoutFilters: true, signal });
  await git.text(["rev-parse", "--verify", "--quiet", "--end-of-options", `${sha}^{tree}`]);
  await git.text(["read-tree", sha]);
  await git.text(["checkout-index", "--all", "--force", "--quiet"], { timeoutMs: 6e5 });
  await mkdir6(join12(root, ".git", "refs"), { recursive: true });
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
  const at = pattern.regex ? 0 : text.indexOf(pattern.text);
  const start = Math.max(0, Math.min(at - longestLine / 3, text.length - longestLine));
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

// src/workspace/text-file.ts
function decodeText(bytes) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(buffer, [255, 254]) || startsWith(buffer, [254, 255])) return "it is UTF-16";
  if (buffer.includes(0)) return "it is binary";
  const bom = startsWith(buffer, [239, 187, 191]);
  const decoded = decode(bom ? buffer.subarray(3) : buffer);
  const eol = endOfLine(decoded.text);
  return { ...decoded, text: eol === "CRLF" ? decoded.text.replaceAll("\r\n", "\n") : decoded.text, eol, bom };
}
function encodeText(text, { eol, bom, encoding }) {
  const raw = eol === "CRLF" ? text.replaceAll("\n", "\r\n") : text;
  const body = Buffer.from(raw, encoding);
  return bom ? Buffer.concat([Buffer.from([239, 187, 191]), body]) : body;
}
function decode(buffer) {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(buffer), encoding: "utf8" };
  } catch {
    return { text: buffer.toString("latin1"), encoding: "latin1" };
  }
}
function endOfLine(text) {
  const crlf = text.split("\r\n").length - 1;
  if (crlf === 0) return "LF";
  const all = text.split("\n").length - 1;
  return crlf === all ? "CRLF" : "mixed";
}
function startsWith(buffer, prefix) {
  return prefix.every((byte, index) => buffer[index] === byte);
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

// src/workspace/tree.ts
import { constants as constants3 } from "node:fs";
import { chmod, lstat as lstat4, mkdir as mkdir7, open, rm as rm3, rmdir } from "node:fs/promises";
import { dirname as dirname5, join as join13 } from "node:path";

// src/workspace/unified-diff.ts
var context = 3;
function unifiedDiff(path, before, after, replacements) {
  const header = [
    `diff --git a/${path} b/${path}`,
    ...before === null ? ["new file mode 100644"] : [],
    ...after === null ? ["deleted file mode 100644"] : []
  ];
  const oldLines = splitLines(before ?? "");
  const changes = lineChanges(before ?? "", oldLines, replacements);
  if (changes.length === 0) return before === null || after === null ? `${header.join("\n")}
` : "";
  header.push(`--- ${before === null ? "/dev/null" : `a/${path}`}`, `+++ ${after === null ? "/dev/null" : `b/${path}`}`);
  let shift = 0;
  const hunks = groups(changes).map((group) => {
    const text = hunk(oldLines, group, shift);
    shift += group.reduce((sum, change) => sum + change.lines.length - (change.to - change.from), 0);
    return text;
  });
  return `${header.join("\n")}
${hunks.join("")}`;
}
function splitLines(text) {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
function lineChanges(text, oldLines, replacements) {
  const starts = lineStarts(oldLines);
  const changes = [];
  let open2 = null;
  const close = () => {
    if (open2 === null) return;
    const lines = splitLines(open2.fresh + text.slice(open2.position, starts[open2.to]));
    const change = trim({ from: open2.from, to: open2.to, lines }, oldLines);
    if (change !== null) changes.push(change);
  };
  for (const { start, end, text: replacement } of replacements) {
    const line = lineAt(starts, start);
    if (open2 === null || line >= open2.to) {
      close();
      open2 = { from: line, to: line, position: starts[line] ?? 0, fresh: "" };
    }
    open2.fresh += text.slice(open2.position, start) + replacement;
    open2.position = end;
    open2.to = Math.min(lineAt(starts, end) + 1, oldLines.length);
  }
  close();
  return changes;
}
function lineStarts(lines) {
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length);
  if (lines.length > 0 && !lines.at(-1)?.endsWith("\n")) starts.pop();
  return starts;
}
function lineAt(starts, offset) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
function trim(change, oldLines) {
  let { from, to } = change;
  let first = 0;
  let last = change.lines.length;
  while (from < to && first < last && oldLines[from] === change.lines[first]) {
    from++;
    first++;
  }
  while (to > from && last > first && oldLines[to - 1] === change.lines[last - 1]) {
    to--;
    last--;
  }
  return from === to && first === last ? null : { from, to, lines: change.lines.slice(first, last) };
}
function groups(changes) {
  const result = [];
  for (const change of changes) {
    const group = result.at(-1);
    if (group !== void 0 && change.from - (group.at(-1)?.to ?? 0) <= 2 * context) group.push(change);
    else result.push([change]);
  }
  return result;
}
function hunk(oldLines, group, shift) {
  const from = Math.max(0, (group[0]?.from ?? 0) - context);
  const to = Math.min(oldLines.length, (group.at(-1)?.to ?? 0) + context);
  const body = [];
  let position = from;
  for (const change of group) {
    body.push(...oldLines.slice(position, change.from).map((line) => ` ${line}`));
    body.push(...oldLines.slice(change.from, change.to).map((line) => `-${line}`), ...change.lines.map((line) => `+${line}`));
    position = change.to;
  }
  body.push(...oldLines.slice(position, to).map((line) => ` ${line}`));
  const removed = to - from;
  const added = body.filter((line) => !line.startsWith("-")).length;
  const text = body.map((line) => line.endsWith("\n") ? line : `${line}
\\ No newline at end of file
`).join("");
  return `@@ -${span(from, removed)} +${span(from + shift, added)} @@
${text}`;
}
function span(from, count) {
  const first = count === 0 ? from : from + 1;
  return count === 1 ? `${first}` : `${first},${count}`;
}

// src/workspace/edits.ts
async function resolveEdits(edits, source, policy) {
  const changes = [];
  for (const [path, group] of groupByPath(edits)) {
    const refused = policy.refuses(path);
    if (refused !== null) return { ok: false, reason: refused };
    const content = await source(path);
    const change = typeof content === "string" ? content : changeOf(path, content, group, policy);
    if (typeof change === "string") return { ok: false, reason: change };
    if (change !== null) changes.push(change);
  }
  const clash = conflictingPaths(changes);
  return clash === null ? { ok: true, changes } : { ok: false, reason: clash };
}
function groupByPath(edits) {
  const groups2 = /* @__PURE__ */ new Map();
  for (const edit of edits) {
    const path = edit.path.replace(/^(\.\/)+/, "");
    const group = groups2.get(path);
    if (group === void 0) groups2.set(path, [edit]);
    else group.push(edit);
  }
  return groups2;
}
function changeOf(path, content, edits, policy) {
  const [first] = edits;
  if (first === void 0) return null;
  const change = newTextOf(first) === null || isCreation(first, content) ? wholeFile(path, content, first, edits) : partial(path, content, edits);
  if (typeof change === "string" || change === null) return change;
  const { before, after, file, replacements } = change;
  const refused = policy.refusesChange?.(path, before, after) ?? null;
  if (refused !== null) return refused;
  const diff2 = unifiedDiff(path, before, after, replacements);
  if (after === null) return { path, after: null, diff: diff2 };
  return { path, after: { bytes: encodeText(after, file), executable: content?.executable ?? false }, diff: diff2 };
}
var plain = { eol: "LF", bom: false, encoding: "utf8" };
function isCreation(edit, content) {
  if (!isRange(edit)) return edit.oldText === "";
  return content === null && edit.start === 0 && edit.end === 0;
}
function wholeFile(path, content, edit, edits) {
  if (edits.length > 1) return `${path}: creating or deleting a file goes with no other edit of it. Put all of it into one edit.`;
  const after = newTextOf(edit);
  if (after === null) {
    if (content === null) return `${path} does not exist, so it cannot be deleted.`;
    const file = decodeText(content.bytes);
    if (typeof file === "string") return { before: "", after: null, file: plain, replacements: [] };
    return { before: file.text, after: null, file, replacements: [{ start: 0, end: file.text.length, text: "" }] };
  }
  if (content !== null && content.bytes.length > 0) {
    return `${path} exists and is not empty: give the text to replace as old_text (read the file first).`;
  }
  const unfit = unfitText(path, after, "utf8");
  if (unfit !== null) return unfit;
  return { before: content === null ? null : "", after, file: plain, replacements: [{ start: 0, end: 0, text: after }] };
}
function partial(path, content, edits) {
  if (content === null) return `${path} does not exist. List files with scan, or create it with an empty old_text.`;
  const file = decodeText(content.bytes);
  if (typeof file === "string") return `${path} cannot be edited: ${file}.`;
  const replacements = [];
  for (const edit of edits) {
    const found = isRange(edit) ? rangeReplacement(path, file, edit) : textReplacement(path, file, edit);
    if (typeof found === "string") return found;
    replacements.push(found);
  }
  replacements.sort((a, b) => a.start - b.start || a.end - b.end);
  const overlap = replacements.some((each, index) => index > 0 && each.start < (replacements[index - 1]?.end ?? 0));
  if (overlap) return `${path}: two edits overlap. Edits of one file refer to the file as it was before; put them into one edit.`;
  const after = replaceAll(file.text, replacements);
  if (after === file.text) return null;
  if (file.encoding === "utf8" && new RegExp("\\p{Surrogate}", "u").test(after)) return `${path}: an edit would cut a character in half.`;
  return { before: file.text, after, file, replacements };
}
function replaceAll(text, replacements) {
  let result = "";
  let position = 0;
  for (const { start, end, text: fresh } of replacements) {
    result += text.slice(position, start) + fresh;
    position = end;
  }
  return result + text.slice(position);
}
function rangeReplacement(path, file, edit) {
  const { start, end } = edit;
  if (edit.text === null) return `${path}: deleting a file goes with no other edit of it.`;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start > end || end > file.text.length) {
    return `${path}: the range ${start}-${end} is not inside of the file, which has ${file.text.length} characters. Read it again.`;
  }
  return unfitText(path, edit.text, file.encoding) ?? { start, end, text: asLinesOf(file, edit.text) };
}
function textReplacement(path, file, edit) {
  if (edit.newText === null) return `${path}: deleting a file goes with no other edit of it.`;
  if (edit.oldText === "") return `${path}: an empty old_text creates a file and goes with no other edit of it.`;
  const unfit = unfitText(path, `${edit.oldText}${edit.newText}`, file.encoding);
  if (unfit !== null) return unfit;
  const matches = occurrences(file, edit.oldText);
  const [match] = matches;
  if (match === void 0) return `${path}: old_text was not found. ${nearest(file.text, edit.oldText)}`;
  if (matches.length > 1) {
    const lines = matches.slice(0, 10).map(({ start }) => lineNumber(file.text, start));
    return `${path}: old_text was found ${matches.length} times (lines ${lines.join(", ")}). Add surrounding lines so that it is found once.`;
  }
  return { ...match, text: asLinesOf(file, edit.newText, file.text.slice(match.start, match.end)) };
}
function occurrences(file, oldText) {
  const exact = file.eol === "mixed" ? oldText : oldText.replaceAll("\r\n", "\n");
  const found = search2(file.text, exact);
  if (file.eol !== "mixed" || found.length > 0 || !exact.includes("\n")) return found;
  const pattern = exact.split(/\r?\n/).map((line) => line.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return [...file.text.matchAll(new RegExp(pattern.join("\\r?\\n"), "g"))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length
  }));
}
function search2(text, part) {
  const found = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) found.push({ start: at, end: at + part.length });
  return found;
}
function asLinesOf(file, text, replaced = "") {
  const lines = text.replaceAll("\r\n", "\n");
  if (file.eol !== "mixed") return lines;
  return replaced.includes("\r\n") ? lines.replaceAll("\n", "\r\n") : text;
}
function unfitText(path, text, encoding) {
  if (text.includes("\0")) return `${path}: the text holds a NUL character, which would make the file binary.`;
  if (encoding === "latin1" && !/^[\u0000-\u007f]*$/.test(text)) {
    return `${path} is not UTF-8, and its encoding is not known: only edits in plain ASCII keep its other bytes as they are.`;
  }
  return new RegExp("\\p{Surrogate}", "u").test(text) ? `${path}: the text holds half a character (a lone surrogate).` : null;
}
function nearest(text, oldText) {
  const wanted = words(oldText.split("\n").find((line) => line.trim() !== "") ?? "");
  let best = { score: 0, line: 0, text: "" };
  for (const [index, line] of text.split("\n").entries()) {
    const own = words(line);
    const common = [...wanted].filter((word) => own.has(word)).length;
    const score = 2 * common / (wanted.size + own.size || 1);
    if (score > best.score) best = { score, line: index + 1, text: line };
  }
  if (best.score < 0.3) return "Nothing like it is in the file: read it again.";
  return `The nearest line is ${best.line}: ${JSON.stringify(best.text.slice(0, 200))}. Copy the text exactly, white space included.`;
}
function words(line) {
  return new Set(line.match(/[\p{L}\p{N}_$]+|[^\s\p{L}\p{N}_$]/gu) ?? []);
}
function lineNumber(text, offset) {
  return text.slice(0, offset).split("\n").length;
}
function conflictingPaths(changes) {
  const files = changes.filter((change) => change.after !== null).map((change) => change.path);
  const clash = files.find((path) => files.some((other) => other.startsWith(`${path}/`)));
  return clash === void 0 ? null : `${clash} cannot be a file and a folder at once.`;
}
function isRange(edit) {
  return "start" in edit;
}
function newTextOf(edit) {
  return isRange(edit) ? edit.text : edit.newText;
}

// src/workspace/tree.ts
var EditedTree = class {
  root;
  #origin;
  #rules;
  #touched = /* @__PURE__ */ new Map();
  #queue = Promise.resolve();
  /** `origin` tells the content of each file before any edit; `root` is a real path. */
  constructor(root, origin, rules) {
    this.root = root;
    this.#origin = origin;
    this.#rules = rules;
  }
  /** What edits made of the files they touched. */
  get touched() {
    return this.#touched;
  }
  /** A file as edits left it, whatever test runs have written since. */
  async content(path) {
    const edited = this.#touched.get(path);
    return edited === void 0 ? this.#origin(path) : edited;
  }
  /** Makes edits on top of those before. */
  edit(edits) {
    return this.#alone(() => this.#change(edits, (path) => this.content(path), []));
  }
  /** Makes edits in place of those before. */
  replace(edits) {
    return this.#alone(() => this.#change(edits, this.#origin, [...this.#touched.keys()]));
  }
  /** What `replace` would write, or why it would refuse. */
  async preview(edits) {
    const resolved = await resolveEdits(edits, this.#origin, this.#rules.policy);
    if (!resolved.ok) return resolved;
    const blocked = await this.#blocked(resolved.changes);
    if (blocked !== null) return { ok: false, reason: blocked };
    const files = resolved.changes.map(async ({ path, after }) => {
      const before = await this.#origin(path);
      return { path, before: before === null || typeof before === "string" ? null : before.bytes, after: after?.bytes ?? null };
    });
    return { ok: true, files: await Promise.all(files) };
  }
  /** Puts `contents` in place of all edits; no policy is asked. Throws when a file cannot be written. */
  set(contents) {
    return this.#alone(async () => {
      for (const path of this.#touched.keys()) {
        if (!contents.has(path)) await this.#putBack(path);
      }
      for (const [path, content] of contents) {
        await writeContent(this.root, path, content);
        this.#touched.set(path, content);
      }
    });
  }
  /** Puts files back as before any edit, whatever was written to them since. */
  restore(paths) {
    return this.#alone(async () => {
      for (const path of paths) await this.#putBack(path);
    });
  }
  async #change(edits, source, undo) {
    const resolved = await resolveEdits(edits, source, this.#rules.policy);
    if (!resolved.ok) return resolved;
    const blocked = await this.#blocked(resolved.changes);
    if (blocked !== null) return { ok: false, reason: blocked };
    const fresh = new Set(resolved.changes.map((change) => change.path));
    const before = new Map(this.#touched);
    try {
      for (const path of undo) if (!fresh.has(path)) await this.#putBack(path);
      for (const { path, after } of [...resolved.changes].sort((a, b) => Number(a.after !== null) - Number(b.after !== null))) {
        await writeContent(this.root, path, after);
        this.#touched.set(path, after);
      }
    } catch (error) {
      return this.#rollBack(before, fresh, error);
    }
    return { ok: true, diff: resolved.changes.map((change) => change.diff).join(""), files: [...fresh] };
  }
  async #blocked(changes) {
    const removed = changes.filter((change) => change.after === null).map((change) => change.path);
    for (const { path, after } of changes) {
      const madeRoom = removed.some((other) => path.startsWith(`${other}/`));
      const reason = madeRoom ? null : await writeRefusal(this.root, path);
      if (reason !== null) return reason;
      if (after !== null && await this.#origin(path) === null && !this.#touched.has(path)) {
        const foreign = await this.#newFileRefusal(path);
        if (foreign !== null) return foreign;
      }
    }
    return null;
  }
  async #newFileRefusal(path) {
    if (await lstat4(join13(this.root, path)).catch(() => null) !== null) {
      return `${path} is not part of the repository: git ignores it, or a test run made it. A fix cannot contain it.`;
    }
    return await this.#rules.ignores(path) ? `${path} would be ignored by git, so a fix cannot contain it. Choose another name.` : null;
  }
  async #rollBack(before, written, error) {
    for (const path of /* @__PURE__ */ new Set([...written, ...before.keys()])) {
      const content = before.get(path);
      if (content === void 0) await this.#putBack(path).catch(() => {
      });
      else {
        await writeContent(this.root, path, content).catch(() => {
        });
        this.#touched.set(path, content);
      }
    }
    return { ok: false, reason: `The edit could not be written: ${error instanceof Error ? error.message : String(error)}` };
  }
  async #putBack(path) {
    const origin = await this.#origin(path);
    if (typeof origin !== "string") await writeContent(this.root, path, origin);
    this.#touched.delete(path);
  }
  /** One change at a time, in the order they were asked for. */
  #alone(work) {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => {
    });
    return result;
  }
};
async function writeContent(root, path, content) {
  const target = join13(root, path);
  if (content === null) {
    if (await writeRefusal(root, path) === null) await rm3(target, { force: true });
    await removeEmptyFolders(root, dirname5(target));
    return;
  }
  const refused = await writeRefusal(root, path);
  if (refused !== null) throw new Error(refused);
  await mkdir7(dirname5(target), { recursive: true });
  const existing2 = await lstat4(target).catch(() => null);
  if (existing2 !== null && (existing2.mode & 128) === 0) await rm3(target, { force: true });
  const flags = constants3.O_WRONLY | constants3.O_CREAT | constants3.O_TRUNC | constants3.O_NOFOLLOW;
  const file = await open(target, flags, content.executable ? 511 : 438);
  try {
    await file.writeFile(content.bytes);
    const { mode } = await file.stat();
    if (content.executable !== ((mode & 64) !== 0)) await chmod(target, content.executable ? mode | 73 : mode & ~73);
  } finally {
    await file.close();
  }
}
async function removeEmptyFolders(root, from) {
  for (let folder = from; folder.length > root.length; folder = dirname5(folder)) {
    const removed = await rmdir(folder).then(
      () => true,
      () => false
    );
    if (!removed) return;
  }
}

// src/workspace/workspace.ts
async function openWorkspace(options) {
  await mkdir8(options.temp, { recursive: true });
  const folder = await mkdtemp2(join14(await realpath5(options.temp), treesPrefix));
  try {
    return await CopiedWorkspace.open(options, folder);
  } catch (error) {
    await removeTree(folder);
    throw error;
  }
}
var CopiedWorkspace = class _CopiedWorkspace {
  root;
  #options;
  #folder;
  #source;
  #baseline;
  #tree;
  #rules;
  /** What installation, build and the first test runs left beside the red tree: it stays until the end. */
  #settled = null;
  constructor(options, folder, root, source, baseline) {
    this.root = root;
    this.#options = options;
    this.#folder = folder;
    this.#source = source;
    this.#baseline = baseline;
    this.#rules = { policy: options.policy, ignores: (path) => baseline.ignores(path) };
    this.#tree = new EditedTree(root, (path) => baseline.content(path), this.#rules);
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
    return sliceOf(name, { bytes: await readFile5(found.real), executable: false }, lines);
  }
  async original(path) {
    if (lexicalRefusal(path) !== null) return null;
    const content = await this.#baseline.content(path);
    if (content === null || typeof content === "string" || content.bytes.length > 2e6) return null;
    const file = decodeText(content.bytes);
    return typeof file === "string" ? null : file.text;
  }
  async edit(edits) {
    await this.#settle();
    return this.#tree.edit(edits);
  }
  patch() {
    return this.#baseline.patch(this.#tree.touched);
  }
  async reset(patch) {
    const changes = patch === void 0 ? /* @__PURE__ */ new Map() : await this.#baseline.changesOf(patch);
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
    await mkdir8(join14(root, ".git", "refs"), { recursive: true });
    for (const [path, content] of touched) await writeContent(root, path, content);
    return this.#copy(root, touched);
  }
  async fresh(patch) {
    const changes = await this.#baseline.changesOf(patch);
    const root = await this.#redTree(this.#folder);
    for (const [path, content] of changes) await writeContent(root, path, content);
    return this.#copy(root, changes);
  }
  async fork() {
    const folder = await mkdtemp2(join14(this.#folder, treesPrefix));
    const root = await this.#redTree(folder);
    const baseline = await Baseline.record(this.#source, root, folder, await this.#baseline.paths(), this.#options.signal);
    return new _CopiedWorkspace(this.#options, folder, root, this.#source, baseline);
  }
  /** The root of a new copy of the red tree, with everything that was installed or built before the first edit. */
  async #redTree(folder) {
    const { checkout, signal } = this.#options;
    const root = await newRoot(folder, this.root);
    await copyCheckout(this.#source, checkout, root, this.#folder, signal);
    await this.#baseline.restore(root, /* @__PURE__ */ new Set());
    await copyFiles([...await this.#settle()], { from: this.root, to: root, except: "", signal });
    const ours2 = await listIgnored(this.#baseline.git);
    const isModules = (path) => basename3(path) === "node_modules";
    await bringIgnored(ours2.filter(isModules), { from: this.root, to: root, except: "", signal });
    await bringIgnored(await listIgnored(this.#source.git), { from: checkout.root, to: root, except: this.#folder, signal });
    await bringIgnored(ours2, { from: this.root, to: root, except: "", signal });
    return root;
  }
  async older(sha, { linked }) {
    const root = await newRoot(this.#folder, this.#options.checkout.root);
    const drop = () => removeTree(join14(root, ".."));
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
    return {
      root: tree.root,
      apply: (edits) => tree.replace(edits),
      preview: (edits) => tree.preview(edits),
      restore: (paths) => tree.restore(paths),
      [Symbol.asyncDispose]: () => removeTree(join14(tree.root, ".."))
    };
  }
  [Symbol.asyncDispose]() {
    return removeTree(this.#folder);
  }
};
async function newRoot(folder, original) {
  const root = join14(await mkdtemp2(join14(folder, "tree-")), basename3(original) || "repository");
  await mkdir8(root);
  return root;
}
async function copyCheckout(source, checkout, root, except, signal) {
  const [copied] = await Promise.all([
    copyFiles(await source.git.lsFiles(treeFiles), { from: checkout.root, to: root, except, signal }),
    createRepositoryOf(source, root, checkout.sha, checkout.branch)
  ]);
  return [...new Set(copied)];
}
async function removeTree(folder) {
  await rm4(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => {
  });
}

// src/repair.ts
async function prepare(hosted) {
  void hosted?.warm();
  for (const piece of [() => import("./suite-CYHMRCAU.js"), () => import("./agent-EAHZHT4D.js")]) {
    await turnOfTheLoop();
    await piece();
  }
  return await import("./later-PUKTEJQI.js");
}
async function repair(job) {
  const run = openRun(job);
  const said = { conversation: [], incident: null };
  const ending = await phases(run, said).catch((error) => {
    if (job.signal.aborted) return interrupted;
    throw error;
  });
  return { report: run.record.report(ending), ...said };
}
async function phases(run, said) {
  var _stack = [];
  try {
    const { inputs, signal, record: record2, phase } = run;
    const hosted = __using(_stack, run.hosted ?? connectHosted(inputs, signal, (text) => run.progress.line(text)), true);
    const located = await phase("incident", () => locate(run.source, inputs, signal));
    if (located.kind === "ended") return located.ending;
    if (located.kind === "invalid") throw new ConfigurationError(located.reason);
    const { incident, checkout } = located;
    said.incident = incident;
    record2.note({ incident: { repo: incident.repo, sha: incident.sha, branch: incident.branch, event: incident.event } });
    const _runner = __using(_stack, await enableSandbox(run), true);
    const preparing = confine(run, located).then(async (confined) => {
      return confined.kind === "confined" ? { ...confined, later: await prepare(hosted) } : confined;
    });
    preparing.catch(() => {
    });
    const workspace = __using(_stack, await phase(
      "workspace",
      () => openWorkspace({ checkout, temp: run.scratch, policy: pathPolicyOf(inputs), signal })
    ), true);
    const prepared = await preparing;
    if (prepared.kind === "ended") return prepared.ending;
    const { sandbox, later } = prepared;
    const { openTests, installDependencies, seeFailure, triedEnough, diagnose } = later;
    const failedRun = __using(_stack, later.readRunAhead(run, located), true);
    const minds = __using(_stack, await later.openMinds(run, hosted), true);
    const opened = await openTests(run, workspace, sandbox, failedRun);
    if (opened.kind === "ended") return opened.ending;
    const { suite } = opened;
    const notInstalled = await phase("install", () => installDependencies(run, suite, workspace));
    if (notInstalled !== null) return notInstalled;
    const seen = await phase("reproduce", () => seeFailure(run, suite, workspace));
    if (seen.kind === "aborted") return interrupted;
    if (seen.kind !== "red") return await endWithoutFailure(seen, { incident, record: record2, command: suite.plan.testCommand, failedRun });
    const enough = await triedEnough(run, located, seen);
    if (enough !== null) return enough;
    const diagnosis = await phase("diagnose", () => diagnose(run, { located, workspace, seen, failedRun }));
    return await findAndDeliver(run, said, { later, located, workspace, minds, seen, diagnosis });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function findAndDeliver(run, said, known) {
  var _stack = [];
  try {
    const { ledger, progress, record: record2, signal, phase } = run;
    const { later, workspace, minds, seen, diagnosis } = known;
    const { prove, numberTurns, findFix, noteResults, deliverFix } = later;
    const proofs = __using(_stack, new Ahead((patch, stop) => prove(run, workspace, seen, patch, stop), signal), true);
    const emit = numberTurns((event) => {
      ledger.onAgentEvent(event);
      progress.onAgentEvent(event);
      if (event.type === "tests-green") proofs.start(event.patch);
    });
    const examined = /* @__PURE__ */ new Map();
    const examineOnce = (patch) => {
      const result = examined.get(patch.text) ?? proofs.take(patch).then((proof) => examine(run, known, patch, proof));
      examined.set(patch.text, result);
      return result;
    };
    const holds = async ({ patch }) => {
      const { proof, refused } = await examineOnce(patch);
      return proof.kind === "proved" && refused.length === 0;
    };
    let evidence = null;
    for (let round = 1; ; round++) {
      const finding = await phase(
        "loop",
        () => findFix(minds, { ...seen, workspace, diagnosis, budget: run.budget, evidence, holds, now: run.now, emit })
      );
      said.conversation = conversationOf(minds, finding.by).items;
      record2.note({ transport: minds.main.conversation.stats });
      run.noteSpending();
      const { result } = finding;
      if (result.kind !== "candidate") return endWithoutFix(result, diagnosis, record2);
      const { patch } = result;
      record2.note({ patch: patch.text, files: patch.files, diagnosis: result.explanation, alternatives: result.alternatives });
      const { proof, integrity: integrity2, refused } = await phase("verify", () => examineOnce(patch));
      if (proof.kind === "aborted") return interrupted;
      record2.note({ integrity: integrity2 });
      noteResults(run, seen, proof.after);
      if (proof.kind === "proved" && refused.length === 0) {
        noteProof(run, seen, result.source, proof);
        return await phase(
          "deliver",
          () => deliverFix({ inputs: run.inputs, located: known.located, record: record2, patch, draft: finding.draft, scratch: run.scratch, signal })
        );
      }
      const problems = proof.kind === "refuted" ? proof.problems : refused.map(placed);
      if (minds.model === null || round === 2) {
        return {
          outcome: "not-fixed",
          reason: `A patch turned the failing tests green, but it did not hold on a clean copy: ${problems.slice(0, 3).join("; ")}`
        };
      }
      evidence = `An earlier patch was refused by the verification on a clean copy: ${problems.slice(0, 10).join("; ")}
${patch.text.slice(0, 4e3)}`;
      await workspace.reset();
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function examine(run, { later, workspace, seen }, patch, proof) {
  if (proof.kind === "aborted") return { proof, integrity: [], refused: [] };
  const integrity2 = await later.examineFix({
    patch: patch.text,
    readRed: (path) => workspace.original(path),
    failingFiles: seen.failing.map(({ file }) => file),
    runs: proof.after === null ? null : { before: seen.baseline, after: proof.after },
    allowTestChanges: run.inputs.allowTestChanges
  });
  return { proof, integrity: integrity2, refused: later.blockingFindings(integrity2) };
}
function conversationOf({ main, rivals }, by) {
  return rivals.includes(by) ? by.conversation : main.conversation;
}
function noteProof(run, { baseline, failing }, kind, { after, greenRuns }) {
  const proof = { kind, redRuns: 2, greenRuns, suiteBefore: summaryOf(baseline), suiteAfter: summaryOf(after) };
  run.record.note({ proof, fingerprint: fingerprintOf(failing) });
  run.noteSpending();
}

export {
  renderSummary,
  writeReportFiles,
  outputsOf,
  failsStep,
  exitCodeOf,
  repair
};
//# sourceMappingURL=chunk-PLW7LBK6.js.map
