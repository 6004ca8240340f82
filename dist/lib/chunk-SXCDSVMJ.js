import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  conclude,
  ecosystemOf,
  ecosystems,
  fromDataUrl,
  install,
  namesIn,
  originalLine,
  parseSourceMap
} from "./chunk-4UI3MT55.js";
import {
  isEndless,
  isPythonRunner,
  severalSuites
} from "./chunk-QDFGA3NQ.js";
import {
  jsonOrNull
} from "./chunk-N7GMIPBB.js";
import {
  readPlainFile
} from "./chunk-PHCH5GEP.js";
import {
  ResultBuilder,
  compareRuns,
  inTree,
  isTestFile,
  plain,
  relativeToRoot,
  tailOf
} from "./chunk-QPTAJ43X.js";
import {
  repositoryEnvironment,
  runCommand
} from "./chunk-ZNJ5TXQ4.js";
import {
  array,
  number,
  object,
  string
} from "./chunk-4K2SKPFD.js";
import {
  require_crypto
} from "./chunk-ESKC7XX5.js";
import {
  __callDispose,
  __toESM,
  __using
} from "./chunk-G62E4XM6.js";

// src/suite/causes.ts
import { posix } from "node:path";
function causesOf(failing, paths) {
  const manifests = new Set(paths.filter((path) => ecosystems.some((each) => each.isManifest(posix.basename(path)))).map(folderOf));
  const groups = /* @__PURE__ */ new Map();
  for (const test of failing) {
    const what = sign(test);
    const home = packageOf(test.file ?? ownFrame(test)?.file ?? "", manifests);
    const key = JSON.stringify([home, what]);
    const group = groups.get(key) ?? { what, package: home, tests: [] };
    group.tests.push(test.id);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.tests.length - a.tests.length || compare(a.package, b.package) || compare(a.what, b.what));
}
var compare = (a, b) => a < b ? -1 : Number(a > b);
function sign(test) {
  const module = missingModule(test.message ?? "");
  if (module !== null) return `cannot find ${module}`;
  const frame = ownFrame(test);
  if (frame !== null) return `${frame.function ?? `line ${frame.line}`} in ${frame.file}`;
  const words = steadyWords(test.message ?? "");
  const isAssertion = test.expected !== null || test.actual !== null || /assert|expected/i.test(words);
  if (words !== "" && !isAssertion) return words;
  return `tests of ${test.file ?? "no file"}`;
}
function missingModule(message) {
  const found = /(?:Cannot find (?:module|package)|No module named|cannot find package|Could not resolve)\s+['"`]([^'"`]{1,200})['"`]/i.exec(message);
  const name = found?.[1] ?? null;
  return name === null ? null : posix.isAbsolute(name) ? posix.basename(name) : name;
}
function ownFrame({ frames }) {
  return frames.find(({ inRepository, file }) => inRepository && !isTestFile(file)) ?? null;
}
function steadyWords(message) {
  const [line = ""] = message.trim().split("\n", 1);
  return line.replace(/\d+/g, "#").replace(/\s+/g, " ").slice(0, 120);
}
function packageOf(file, manifests) {
  for (let folder = folderOf(file); folder !== ""; folder = folderOf(folder)) if (manifests.has(folder)) return folder;
  return "";
}
function folderOf(path) {
  const folder = posix.dirname(path);
  return folder === "." ? "" : folder;
}

// src/suite/stuck/index.ts
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

// src/suite/stuck/node-source.ts
var nodeWatchSource = String.raw`'use strict';
const { Worker, isMainThread } = require('node:worker_threads');
const watch = ${"`"}
  const { workerData } = require('node:worker_threads');
  const { Session } = require('node:inspector');
  const { renameSync, writeFileSync } = require('node:fs');
  const stepMs = 500;
  const stillSteps = 30;
  const mostCalls = 300;
  const leaveMs = 3000;
  let seen = -1;
  let still = 0;
  // It also keeps this thread alive while the inspector is asked.
  setInterval(() => {
    const turns = Atomics.load(workerData.turns, 0);
    still = turns === seen ? still + 1 : 0;
    seen = turns;
    if (still === stillSteps) look();
  }, stepMs);

  function look() {
    const session = new Session();
    session.connectToMainThread();
    const scripts = new Map();
    let calls = 0;
    let waiting = null;
    session.on('Debugger.scriptParsed', ({ params }) => scripts.set(params.scriptId, { url: params.url, map: params.sourceMapURL || '' }));
    session.on('Debugger.paused', ({ params }) => {
      clearTimeout(waiting);
      const say = () => {
        session.disconnect();
        const frames = params.callFrames.slice(0, 200).map(({ functionName, location }) => {
          const { url, map } = scripts.get(location.scriptId) || { url: '', map: '' };
          return { name: functionName, file: url, map: map, line: location.lineNumber + 1, column: (location.columnNumber || 0) + 1 };
        });
        writeFileSync(workerData.file + '.part', JSON.stringify(frames));
        renameSync(workerData.file + '.part', workerData.file);
      };
      calls += 1;
      if (calls > mostCalls) return say();
      waiting = setTimeout(say, leaveMs);
      session.post('Debugger.stepOut');
    });
    session.post('Debugger.enable', () => session.post('Debugger.pause'));
  }
${"`"};
if (isMainThread && process.env.REGREEN_STUCK_DIR) {
  const turns = new Int32Array(new SharedArrayBuffer(4));
  setInterval(() => Atomics.add(turns, 0, 1), 100).unref();
  const file = process.env.REGREEN_STUCK_DIR + '/stuck-' + process.pid + '.json';
  new Worker(watch, { eval: true, execArgv: [], env: {}, workerData: { turns, file } }).unref();
}
`;

// src/suite/stuck/python-source.ts
var pythonWatchSource = String.raw`import json, os, sys, threading, time

folder = os.environ["REGREEN_STUCK_DIR"]
root = os.environ["REGREEN_STUCK_ROOT"] + os.sep
still_seconds = 15
wanted = 5


def is_own(frame):
    file = frame.f_code.co_filename
    return file.startswith(root) and "site-packages" not in file


def frames_of(main):
    """Innermost first."""
    frames = []
    frame = sys._current_frames().get(main)
    while frame is not None:
        frames.append(frame)
        frame = frame.f_back
    return frames


def told(frame):
    code = frame.f_code
    return {"name": getattr(code, "co_qualname", code.co_name), "file": code.co_filename, "map": "", "line": frame.f_lineno, "column": 0}


def watch(main):
    outermost, since, looks, kept = None, time.monotonic(), 0, []
    while looks < wanted:
        time.sleep(0.2 if looks else 0.5)
        frames = frames_of(main)
        own = [frame for frame in frames if is_own(frame)]
        if not own or own[-1] is not outermost:
            outermost, since, looks, kept = own[-1] if own else None, time.monotonic(), 0, []
        elif time.monotonic() - since > still_seconds:
            kept = [frame for frame in frames if any(frame is one for one in kept)] if looks else frames
            looks += 1
    file = os.path.join(folder, "stuck-%d.json" % os.getpid())
    with open(file + ".part", "w") as out:
        json.dump([told(frame) for frame in kept[:200]], out)
    os.replace(file + ".part", file)


def join():
    threading.Thread(target=watch, args=(threading.main_thread().ident,), daemon=True).start()
`;

// src/suite/stuck/index.ts
var maxBytes = 64 << 20;
var lookMs = 300;
var text = string().max(32 << 20);
var framesSchema = array(object({ name: text, file: text, map: text, line: number().int(), column: number().int() })).max(200);
async function whereStuck(suite, root, { folder, timeoutMs, signal }) {
  const watch = watchFor(suite.plan);
  if (watch === null) return null;
  await mkdir(folder, { recursive: true });
  const file = join(folder, watch.name);
  await writeFile(file, watch.source);
  const found = new AbortController();
  const state = { over: false };
  const run = suite.run(root, {
    scope: "all",
    companion: { file, folder, env: { REGREEN_STUCK_DIR: folder, REGREEN_STUCK_ROOT: root } },
    timeoutMs,
    signal: AbortSignal.any([found.signal, ...signal === void 0 ? [] : [signal]])
  }).finally(() => {
    state.over = true;
  });
  let frames = null;
  while (frames === null) {
    const last = state.over;
    frames = await readStuck(folder, root);
    if (last) break;
    if (frames === null) await sleep(lookMs);
  }
  found.abort();
  await run;
  return frames;
}
function watchFor({ ecosystem, runner }) {
  if (ecosystem === "javascript") return { name: "watch.cjs", source: nodeWatchSource };
  return isPythonRunner(runner) ? { name: "watch.py", source: pythonWatchSource } : null;
}
async function readStuck(folder, root) {
  for (const name of await namesIn(folder)) {
    if (!/^stuck-\d+\.json$/.test(name)) continue;
    const frames = framesOf(await readPlainFile(join(folder, name), maxBytes) ?? "", root);
    if (frames.length > 0) return frames;
  }
  return null;
}
function framesOf(json, root) {
  const parsed = framesSchema.safeParse(jsonOrNull(json));
  return parsed.success ? parsed.data.flatMap((frame) => frameOf(frame, root) ?? []) : [];
}
function frameOf({ name, file, map, line, column }, root) {
  const { path, inside } = relativeToRoot(file.replace(/[?#].*$/, ""), { root, cwd: root });
  if (!/^(?:file:\/\/)?\//.test(file) || !inside || /(?:^|\/)(?:node_modules|site-packages)\//.test(path)) return null;
  const json = map === "" ? null : fromDataUrl(map);
  const original = json === null ? null : parseSourceMap(json, path);
  const mapped = original === null ? null : originalLine(original, { line, column });
  return { file: path, line: mapped ?? line, column: null, function: name === "" ? null : name, inRepository: true };
}

// src/suite/suite.ts
import { availableParallelism } from "node:os";

// src/suite/process-slots.ts
var ProcessSlots = class {
  size;
  #used = 0;
  #usedByTrials = 0;
  #kept = 0;
  #runs = [];
  #trials = [];
  constructor(size) {
    this.size = size;
  }
  /** Waits for a slot and holds it until it is disposed. Aborted while it waits, it resolves and holds nothing. */
  async take({ later = false, signal } = {}) {
    if (signal?.aborted || !await this.#admitted(later, signal)) return { [Symbol.dispose]: () => {
    } };
    let held = true;
    return {
      [Symbol.dispose]: () => {
        if (held) this.#release(later);
        held = false;
      }
    };
  }
  /** Until it is disposed, trials leave one slot to others, where there is more than one: who edits a file waits for its tests. */
  keepOne() {
    this.#kept += 1;
    return {
      [Symbol.dispose]: () => {
        this.#kept -= 1;
        this.#admitNext();
      }
    };
  }
  #admitted(later, signal) {
    const queue = later ? this.#trials : this.#runs;
    return new Promise((resolve) => {
      const enter = () => {
        signal?.removeEventListener("abort", leave);
        resolve(true);
      };
      const leave = () => {
        queue.splice(queue.indexOf(enter), 1);
        resolve(false);
      };
      signal?.addEventListener("abort", leave, { once: true });
      queue.push(enter);
      this.#admitNext();
    });
  }
  #admitNext() {
    while (this.#used < this.size) {
      const mayTry = this.#usedByTrials < Math.max(1, this.size - (this.#kept > 0 ? 1 : 0));
      const run = this.#runs.shift();
      const next = run ?? (mayTry ? this.#trials.shift() : void 0);
      if (next === void 0) return;
      this.#used += 1;
      if (run === void 0) this.#usedByTrials += 1;
      next();
    }
  }
  #release(later) {
    this.#used -= 1;
    if (later) this.#usedByTrials -= 1;
    this.#admitNext();
  }
};

// src/suite/run.ts
var import_node_crypto = __toESM(require_crypto(), 1);
import { access, mkdir as mkdir2, realpath } from "node:fs/promises";
import { join as join2, posix as posix2 } from "node:path";
var keepBytes = 4 * 2 ** 20;
var tailChars = 6e3;
var lookMs2 = 500;
async function runTests(runner, givenRoot, options) {
  const once = async (scoped) => runOnce(await settingFor(runner, givenRoot), runner, scoped);
  const first = await once(options);
  const isPart = options.scope === "failing" && options.failing !== void 0 && options.failing.length > 0;
  if (options.companion !== void 0 || ranSomething(first)) return first.run;
  if (!isPart) return (await once({ ...options, scope: "all" })).run;
  const files = [...new Set(options.failing?.flatMap(({ file }) => file === null ? [] : [file]))];
  const again = await once({ ...options, scope: { files } });
  if (ranSomething(again)) return again.run;
  return (await once({ ...options, scope: "all" })).run;
}
function ranSomething({ run, selected }) {
  return !selected || run.timedOut || run.aborted || run.counts.executed > 0 && run.reader !== "exit-code";
}
async function settingFor({ plan, env }, givenRoot) {
  const root = await realpath(givenRoot);
  await mkdir2(env.scratch, { recursive: true });
  const folder = join2(await realpath(env.scratch), `run-${(0, import_node_crypto.randomUUID)()}`);
  await mkdir2(folder);
  return { plan, env, root, cwd: posix2.join(root, plan.directory), folder };
}
async function runOnce(setting, { session, slots }, given) {
  const failing = given.failing?.map((test) => ({ ...test, name: inTree(test.name, setting) }));
  const options = { ...given, failing };
  let prepared = await session.prepare(setting, options);
  let result = await executeWatched(setting, prepared, slots, options);
  const instead = await prepared.instead(result);
  if (instead !== null) {
    prepared = instead;
    result = await executeWatched(setting, prepared, slots, options);
  }
  const { coverage, tail, ...reading } = await prepared.read(result, options);
  const run = {
    command: prepared.line.replaceAll(`${setting.folder}/`, ""),
    exitCode: result.exitCode,
    timedOut: result.timedOut,
    ...result.stoodStill ? { stoodStill: true } : {},
    aborted: result.aborted,
    ...reading,
    seconds: result.seconds,
    tail: tail ?? tailOf(plain(result.stderr.trim() === "" ? result.stdout : `${result.stdout}
${result.stderr}`), tailChars).trim(),
    outputFile: join2(setting.folder, "output.txt"),
    coverage
  };
  return { run, selected: prepared.selected };
}
async function executeWatched(setting, prepared, slots, options) {
  if (prepared.still === void 0) return { ...await execute(setting, prepared, slots, options), stoodStill: false };
  const { file } = prepared.still;
  const still = new AbortController();
  const looking = setInterval(
    () => void access(file).then(
      () => still.abort(),
      () => {
      }
    ),
    lookMs2
  );
  try {
    const signal = AbortSignal.any([still.signal, ...options.signal === void 0 ? [] : [options.signal]]);
    const result = await execute(setting, prepared, slots, { ...options, signal });
    const stoodStill = result.aborted && options.signal?.aborted !== true;
    return { ...result, stoodStill, timedOut: result.timedOut || stoodStill, aborted: result.aborted && !stoodStill };
  } finally {
    clearInterval(looking);
  }
}
async function execute({ env, root, cwd, folder }, prepared, slots, options) {
  var _stack = [];
  try {
    const home = env.sandbox.layer === "none" ? void 0 : join2(folder, "home");
    if (home !== void 0) await mkdir2(home, { recursive: true });
    const base = repositoryEnvironment({ from: process.env, home });
    const { PATH: ownPath, ...own } = prepared.environment;
    const { companion } = options;
    const path = [ownPath ?? [], env.testEnv.PATH ?? base.PATH ?? "", companion?.folder ?? []].flat().join(":");
    const argv = env.sandbox.wrap(["sh", "-c", (prepared.still?.beside ?? "") + prepared.line], "test", {
      cwd,
      writable: [root, folder, ...prepared.writable ?? [], ...companion === void 0 ? [] : [companion.folder]],
      readable: prepared.readable
    });
    const _slot = __using(_stack, companion === void 0 ? await slots.take(options) : null);
    return await runCommand({
      argv,
      cwd,
      env: withFlags({ ...base, ...env.testEnv, ...own, ...companion?.env, PATH: path }, companion?.flags ?? {}),
      timeoutMs: options.timeoutMs,
      signal: options.signal,
      keepBytes,
      outputFile: join2(folder, "output.txt")
    });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function withFlags(env, flags) {
  const behind = Object.entries(flags).map(([name, own]) => [name, env[name] === void 0 ? own : `${env[name]} ${own}`]);
  return { ...env, ...Object.fromEntries(behind) };
}

// src/suite/run-of-events.ts
import { realpath as realpath2 } from "node:fs/promises";
import { posix as posix3 } from "node:path";
async function runOfEvents(plan, session, givenRoot, { events, exitCode }) {
  const root = await realpath2(givenRoot);
  const place = { root, cwd: posix3.join(root, plan.directory) };
  const endedBy = { exitCode, signal: null, timedOut: false, aborted: false, failedToStart: null };
  const result = { ...endedBy, stdout: "", stderr: "", clippedBytes: 0, seconds: 0 };
  const ended = { command: plan.testCommand, result, place, timeoutMs: 0 };
  const conclusion = await session.concludeEvents?.(ended, events) ?? conclude(ended, new ResultBuilder(place), "report");
  const { green, reader, results, counts, failing } = conclusion;
  const said = { command: plan.testCommand, exitCode, timedOut: false, aborted: false, tail: "", outputFile: null, coverage: null };
  return { ...said, green, reader, results, counts, failing, seconds: 0 };
}

// src/suite/suite.ts
function openSuite(plan, env) {
  return openShared(plan, env, env.slots ?? new ProcessSlots(availableParallelism()));
}
function openShared(plan, env, slots) {
  const one = openOne(plan, env, slots);
  if (plan.parts === void 0) return one;
  const parts = plan.parts.map((part) => openShared(part, env, slots));
  return severalSuites(one, plan.runner === "several" ? null : one, parts);
}
function openOne(plan, env, slots) {
  const session = ecosystemOf(plan.ecosystem).open(plan);
  return {
    plan,
    slots,
    install: (root, options) => install(plan, env, root, options),
    run: (root, options) => runTests({ plan, env, session, slots }, root, options),
    runOf: (root, told) => runOfEvents(plan, session, root, told)
  };
}

// src/suite/verify.ts
async function verify(options) {
  var _stack2 = [];
  try {
    const { workspace, suite, patch, baseline, failing, timeoutMs, signal } = options;
    const copy = __using(_stack2, await workspace.fresh(patch), true);
    const mustPass = failing.map((test) => test.id);
    const staysEndless = baseline.results.some((result) => isEndless(result) && !mustPass.includes(result.id));
    const run = { timeoutMs, testLimit: staysEndless ? void 0 : null, signal };
    const after = await suite.run(copy.root, { scope: "all", ...run });
    if (after.aborted) return { kind: "aborted" };
    const first = compareRuns(withoutFlaky(baseline, options.flaky), after, mustPass);
    if (!first.ok) {
      var _stack = [];
      try {
        const clean = __using(_stack, await workspace.fresh(patch), true);
        const second = await suite.run(clean.root, { scope: "all", ...run });
        if (second.aborted) return { kind: "aborted" };
        if (!compareRuns(withoutFlaky(baseline, options.flaky), second, mustPass).ok)
          return { kind: "refuted", after, problems: first.problems };
        return { kind: "proved", after: second, greenRuns: 1 };
      } catch (_) {
        var _error = _, _hasError = true;
      } finally {
        var _promise = __callDispose(_stack, _error, _hasError);
        _promise && await _promise;
      }
    }
    await copy.tidy();
    const again = await suite.run(copy.root, { scope: "failing", failing, ...run });
    if (again.aborted) return { kind: "aborted" };
    const red = again.failing.filter((id) => mustPass.includes(id));
    if (red.length > 0) return { kind: "refuted", after, problems: red.map((id) => `${id} passed once and failed when it was run again`) };
    return { kind: "proved", after, greenRuns: 2 };
  } catch (_2) {
    var _error2 = _2, _hasError2 = true;
  } finally {
    var _promise2 = __callDispose(_stack2, _error2, _hasError2);
    _promise2 && await _promise2;
  }
}
function withoutFlaky(run, flaky) {
  if (flaky.length === 0) return run;
  const unreliable = new Set(flaky);
  const results = run.results.filter((result) => !unreliable.has(result.id));
  const count = (status) => results.filter((result) => result.status === status).length;
  return {
    ...run,
    results,
    failing: run.failing.filter((id) => !unreliable.has(id)),
    counts: {
      executed: count("passed") + count("failed"),
      passed: count("passed"),
      failed: count("failed"),
      skipped: count("skipped") + count("todo")
    }
  };
}

export {
  causesOf,
  whereStuck,
  openSuite,
  verify
};
//# sourceMappingURL=chunk-SXCDSVMJ.js.map
