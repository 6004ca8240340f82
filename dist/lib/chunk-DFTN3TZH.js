import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  endLeftovers,
  registerGroup,
  signalGroup
} from "./chunk-UB67OY2Q.js";

// src/workspace/command.ts
import { spawn } from "node:child_process";
import { stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

// src/workspace/output.ts
import { createWriteStream, rmSync } from "node:fs";
var fileLimit = 256 * 1024 * 1024;
var ClippedOutput = class {
  #headLimit;
  #tailLimit;
  #head = [];
  #headBytes = 0;
  #ring = null;
  #ringEnd = 0;
  #tailBytes = 0;
  constructor(keep) {
    this.#headLimit = Math.ceil(keep / 2);
    this.#tailLimit = Math.floor(keep / 2);
  }
  add(chunk) {
    const room = this.#headLimit - this.#headBytes;
    if (room > 0) {
      this.#head.push(chunk.subarray(0, room));
      this.#headBytes += Math.min(room, chunk.length);
    }
    if (chunk.length > room) this.#addToTail(chunk.subarray(Math.max(room, 0)));
  }
  #addToTail(bytes) {
    this.#tailBytes += bytes.length;
    if (this.#tailLimit === 0) return;
    this.#ring ??= Buffer.allocUnsafe(this.#tailLimit);
    const last = bytes.subarray(-this.#tailLimit);
    const first = last.copy(this.#ring, this.#ringEnd);
    last.copy(this.#ring, 0, first);
    this.#ringEnd = (this.#ringEnd + last.length) % this.#tailLimit;
  }
  /** Bytes seen so far. */
  get bytes() {
    return this.#headBytes + this.#tailBytes;
  }
  get clippedBytes() {
    return Math.max(0, this.#tailBytes - this.#tailLimit);
  }
  /** The text kept; where something is missing, a line says how much. Characters cut in half are left out. */
  text() {
    const head = Buffer.concat(this.#head);
    if (this.#ring === null) return this.#tailBytes > 0 ? clippedText(head, this.#tailBytes, Buffer.alloc(0)) : head.toString("utf8");
    if (this.clippedBytes === 0) return Buffer.concat([head, this.#ring.subarray(0, this.#tailBytes)]).toString("utf8");
    const tail = Buffer.concat([this.#ring.subarray(this.#ringEnd), this.#ring.subarray(0, this.#ringEnd)]);
    return clippedText(head, this.clippedBytes, tail);
  }
};
function clippedText(head, clipped, tail) {
  const before = new TextDecoder("utf-8", { ignoreBOM: true }).decode(head, { stream: true });
  let start2 = 0;
  while (start2 < Math.min(3, tail.length) && ((tail[start2] ?? 0) & 192) === 128) start2++;
  return `${before}
[... ${clipped} bytes left out ...]
${tail.toString("utf8", start2)}`;
}
var OutputFile = class {
  #stream;
  #bytes = 0;
  #failed = false;
  constructor(path) {
    rmSync(path, { recursive: true, force: true });
    this.#stream = createWriteStream(path, { flags: "wx" });
    this.#stream.on("error", () => {
      this.#failed = true;
    });
  }
  /** Null when more can be written at once, else a promise of when. */
  add(chunk) {
    const room = fileLimit - this.#bytes;
    this.#bytes += chunk.length;
    if (this.#failed || room <= 0 || this.#stream.write(chunk.subarray(0, room))) return null;
    return new Promise((resolve2) => {
      const go = () => {
        for (const event of ["drain", "error", "close"]) this.#stream.off(event, go);
        resolve2();
      };
      for (const event of ["drain", "error", "close"]) this.#stream.once(event, go);
    });
  }
  async close() {
    if (this.#failed) return;
    const beyond = this.#bytes - fileLimit;
    await new Promise((resolve2) => {
      this.#stream.once("close", resolve2);
      this.#stream.end(beyond > 0 ? `
[... output ends here: it was ${beyond} bytes longer than the limit of ${fileLimit} ...]
` : "");
    });
  }
};

// src/workspace/command.ts
var stopGraceMs = 2e3;
var leftoverGraceMs = 500;
var pipeGraceMs = 250;
var longestPipeGraceMs = 1e4;
var killedGraceMs = 5e3;
var longestTimer = 2 ** 31 - 1;
async function runCommand(spec) {
  const started = performance.now();
  const keep = spec.keepBytes ?? 1024 * 1024;
  const stdout = new ClippedOutput(keep);
  const stderr = new ClippedOutput(keep);
  const state = { timedOut: false, aborted: spec.signal?.aborted ?? false };
  const result = (exit2, failedToStart) => ({
    exitCode: exit2.code,
    signal: exit2.signal,
    ...state,
    failedToStart,
    stdout: stdout.text(),
    stderr: stderr.text(),
    clippedBytes: stdout.clippedBytes + stderr.clippedBytes,
    seconds: (performance.now() - started) / 1e3
  });
  const notStarted = { code: null, signal: null };
  if (state.aborted) return result(notStarted, null);
  const child = start(spec);
  if (child instanceof Error || child.pid === void 0) {
    const error = child instanceof Error ? child : (await exitOf(child)).error;
    return result(notStarted, await whyNotStarted(spec, error));
  }
  const exit = await supervise(child, child.pid, spec, state, [stdout, stderr]);
  return result(exit, null);
}
function start(spec) {
  const [file, ...args] = spec.argv;
  if (file === void 0) return new Error("the command is empty");
  try {
    const stdin = spec.input === void 0 ? "ignore" : "pipe";
    return spawn(file, args, { cwd: spec.cwd, env: { ...spec.env }, detached: true, stdio: [stdin, "pipe", "pipe"] });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
async function whyNotStarted(spec, error) {
  const directory = await stat(spec.cwd).catch(() => null);
  if (directory === null) return `the folder ${spec.cwd} does not exist`;
  if (!directory.isDirectory()) return `${spec.cwd} is not a folder`;
  const code = error !== null && "code" in error ? error.code : null;
  if (code === "ENOENT") return `the program ${spec.argv[0]} was not found`;
  if (code === "EACCES") return `the program ${spec.argv[0]} may not be executed`;
  return error?.message ?? "unknown reason";
}
function exitOf(child) {
  return new Promise((resolve2) => {
    child.once("error", (error) => resolve2({ code: null, signal: null, error }));
    child.once("exit", (code, signal) => resolve2({ code, signal, error: null }));
  });
}
async function supervise(child, pid, spec, state, [stdout, stderr]) {
  const file = spec.outputFile === void 0 ? null : new OutputFile(spec.outputFile);
  const pipes = Promise.all([collect(child, child.stdout, stdout, file), collect(child, child.stderr, stderr, file)]);
  if (child.stdin !== null) {
    child.stdin.on("error", () => {
    });
    child.stdin.end(spec.input);
  }
  const stopper = new Stopper(pid);
  const abort = () => {
    state.aborted = true;
    stopper.stop();
  };
  const expire = () => {
    state.timedOut = true;
    stopper.stop();
  };
  const timer = setTimeout(expire, Math.min(Math.max(spec.timeoutMs, 0), longestTimer));
  const forget = registerGroup(pid, abort);
  spec.signal?.addEventListener("abort", abort, { once: true });
  const exit = await Promise.race([exitOf(child), stopper.gaveUp]);
  clearTimeout(timer);
  spec.signal?.removeEventListener("abort", abort);
  await endLeftovers(pid, stopper.stopping ? stopGraceMs : leftoverGraceMs);
  stopper.done();
  await drained(pipes, () => stdout.bytes + stderr.bytes);
  for (const pipe of [child.stdin, child.stdout, child.stderr]) pipe?.destroy();
  await pipes;
  await file?.close();
  forget();
  return exit;
}
var Stopper = class {
  gaveUp;
  stopping = false;
  #pid;
  #timers = [];
  #giveUp = () => {
  };
  constructor(pid) {
    this.#pid = pid;
    this.gaveUp = new Promise((resolve2) => {
      this.#giveUp = resolve2;
    });
  }
  stop() {
    if (this.stopping) return;
    this.stopping = true;
    signalGroup(this.#pid, "SIGTERM");
    this.#timers.push(
      setTimeout(() => signalGroup(this.#pid, "SIGKILL"), stopGraceMs),
      setTimeout(() => this.#giveUp({ code: null, signal: "SIGKILL", error: null }), stopGraceMs + killedGraceMs)
    );
  }
  done() {
    this.stopping = true;
    for (const timer of this.#timers) clearTimeout(timer);
  }
};
async function drained(pipes, bytes) {
  const deadline = performance.now() + longestPipeGraceMs;
  for (let before = -1; bytes() !== before && performance.now() < deadline; ) {
    before = bytes();
    if (await Promise.race([pipes.then(() => true), sleep(pipeGraceMs, false)])) return;
  }
}
function collect(child, pipe, into, file) {
  if (pipe === null) return Promise.resolve();
  return new Promise((resolve2) => {
    pipe.on("data", (chunk) => {
      into.add(chunk);
      const wait = file?.add(chunk) ?? null;
      if (wait === null) return;
      for (const each of [child.stdout, child.stderr]) each?.pause();
      void wait.then(() => {
        for (const each of [child.stdout, child.stderr]) each?.resume();
      });
    });
    pipe.on("error", () => resolve2());
    pipe.on("close", () => resolve2());
  });
}

// src/workspace/environment.ts
import { readFileSync } from "node:fs";
import { delimiter, dirname, join, resolve, sep } from "node:path";
var allowed = /* @__PURE__ */ new Set([
  "LANG",
  "LANGUAGE",
  "TZ",
  "TMPDIR",
  "TEMP",
  "TMP",
  "USER",
  "LOGNAME",
  "SHELL",
  "NODE_EXTRA_CA_CERTS",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR"
]);
var allowedOnWindows = /* @__PURE__ */ new Set(["SYSTEMROOT", "WINDIR", "COMSPEC", "PATHEXT", "SYSTEMDRIVE", "PROGRAMFILES", "PROGRAMDATA"]);
var allowedForInstall = /* @__PURE__ */ new Set([
  "npm_config_registry",
  "npm_config_cafile",
  "npm_config_ca",
  "npm_config_strict_ssl",
  "npm_config_proxy",
  "npm_config_https_proxy",
  "npm_config_noproxy",
  "npm_config_offline",
  "npm_config_prefer_offline",
  "npm_config_nodedir",
  "npm_config_disturl",
  "yarn_registry",
  "yarn_npm_registry_server",
  "corepack_npm_registry",
  "corepack_home",
  "corepack_enable_download_prompt",
  "http_proxy",
  "https_proxy",
  "no_proxy",
  "all_proxy"
]);
function repositoryEnvironment({ from, profile = "test", home, extra = {} }) {
  const env = {};
  for (const [name, value] of Object.entries(from)) {
    if (value !== void 0 && isAllowed(name, profile)) env[name] = withoutCredentials(name, value);
  }
  const homeVariables = home === void 0 ? pick(from, ["HOME", "USERPROFILE"]) : scratchHome(home);
  return {
    ...env,
    ...homeVariables,
    PATH: userPath(from),
    CI: "true",
    // Tests of colours go by these variables too: they see what they see in CI, and colours are taken out of what is read.
    ...profile === "install" ? { NO_COLOR: "1", FORCE_COLOR: "0" } : {},
    TERM: "dumb",
    ...extra
  };
}
function isAllowed(name, profile) {
  if (allowed.has(name) || name.startsWith("LC_")) return true;
  if (process.platform === "win32" && allowedOnWindows.has(name.toUpperCase())) return true;
  return profile === "install" && allowedForInstall.has(name.toLowerCase());
}
function withoutCredentials(name, value) {
  if (/proxy/i.test(name)) return value;
  return value.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, "$1");
}
function scratchHome(home) {
  return {
    HOME: home,
    ...process.platform === "win32" ? { USERPROFILE: home } : {},
    XDG_CACHE_HOME: join(home, ".cache"),
    XDG_CONFIG_HOME: join(home, ".config"),
    XDG_DATA_HOME: join(home, ".local", "share")
  };
}
function pick(from, names) {
  const picked = {};
  for (const name of names) {
    const value = from[name];
    if (value !== void 0) picked[name] = value;
  }
  return picked;
}
function userPath(from, ownRoot = regreenRoot) {
  const path = from.PATH ?? from.Path ?? "";
  return path.split(delimiter).filter((entry) => entry !== "" && !isOurs(entry, ownRoot)).join(delimiter);
}
function isOurs(entry, ownRoot) {
  const folder = resolve(entry);
  if (/[\\/]node-gyp-bin$/.test(folder)) return true;
  if (ownRoot === null) return false;
  if (folder === ownRoot || folder.startsWith(ownRoot + sep)) return true;
  const bin = join("node_modules", ".bin");
  if (!folder.endsWith(sep + bin)) return false;
  const owner = folder.slice(0, -bin.length - 1);
  return ownRoot.startsWith(owner + sep) || owner === "";
}
var regreenRoot = findOwnRoot(import.meta.dirname);
function findOwnRoot(from) {
  for (let folder = from; ; folder = dirname(folder)) {
    if (packageName(folder) === "regreen") return folder;
    if (dirname(folder) === folder) return null;
  }
}
function packageName(folder) {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return typeof manifest === "object" && manifest !== null && "name" in manifest ? manifest.name : null;
  } catch {
    return null;
  }
}

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
  // It may be spoken through a command (core.gitProxy).
  "protocol.git.allow=never",
  "core.alternateRefsCommand=true",
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
      // What a checkout lacks is fetched by addresses alone: from a folder it would be by a command that the checkout names.
      ...this.#options.readOnly ? { GIT_OPTIONAL_LOCKS: "0", GIT_ALLOW_PROTOCOL: "https:http:ssh" } : {},
      ...this.#options.local ? { GIT_ALLOW_PROTOCOL: "none", GIT_NO_LAZY_FETCH: "1" } : {},
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

export {
  runCommand,
  repositoryEnvironment,
  userPath,
  regreenRoot,
  GitError,
  Git
};
//# sourceMappingURL=chunk-DFTN3TZH.js.map
