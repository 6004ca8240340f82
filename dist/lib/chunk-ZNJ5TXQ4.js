import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  budgetRows,
  bytes,
  codeBlock,
  codeCell,
  codeSpan,
  connectHosted,
  costInWords,
  costOf,
  count,
  cut,
  duration,
  endLeftovers,
  grouped,
  headlines,
  inShort,
  inlineProse,
  linesOf,
  oneLine,
  placed,
  plain,
  prose,
  proseCell,
  registerGroup,
  remedyOf,
  savingsInWords,
  share,
  signalGroup,
  sizeInWords,
  sources,
  table,
  times,
  waits,
  waitsInWords,
  wireInWords
} from "./chunk-CLP2JB2C.js";
import {
  array,
  boolean,
  object,
  string,
  unknown
} from "./chunk-4K2SKPFD.js";
import {
  require_crypto
} from "./chunk-ESKC7XX5.js";
import {
  __callDispose,
  __toESM,
  __using
} from "./chunk-G62E4XM6.js";

// src/agent/patch-of.ts
function patchOf(result) {
  if (result.kind === "candidate") return result.patch;
  return result.kind === "budget" ? result.best : null;
}
function changedLinesOf(patch) {
  return (patch?.files ?? []).reduce((sum, { added, removed }) => sum + added + removed, 0);
}

// src/agent/budget.ts
var limitWords = {
  turns: "turns (max-turns)",
  minutes: "minutes (max-minutes)",
  tokens: "tokens (max-tokens)",
  costUsd: "US dollars (max-cost-usd)",
  testRuns: "test runs (max-test-runs)",
  changedLines: "changed lines (max-changed-lines)"
};
var divisible = ["turns", "tokens", "costUsd", "testRuns"];
var noAmounts = { turns: 0, tokens: 0, costUsd: 0, testRuns: 0 };
function createBudget(options) {
  const { limits, now, startedAt, costOf: costOf2, countTokens } = options;
  const used = { turns: 0, tokens: 0, costUsd: 0, testRuns: 0, changedLines: 0 };
  const minutes = () => (now() - startedAt) / 6e4;
  const remainingMs = () => Math.floor(startedAt + limits.minutes * 6e4 - options.reserveMs() - now());
  const spendUsage = (usage) => {
    if (countTokens) used.tokens += usage.inputTokens + usage.outputTokens;
    used.costUsd += costOf2?.(usage) ?? 0;
  };
  const amountOf = ({ turns: turns2 = 0, inputTokens = 0, outputTokens = 0, testRuns = 0 }) => ({
    turns: turns2,
    testRuns,
    tokens: countTokens ? inputTokens + outputTokens : 0,
    costUsd: costOf2?.({ inputTokens, cachedTokens: 0, outputTokens, reasoningTokens: 0 }) ?? 0
  });
  const usedUp = createWarnings();
  return {
    limits,
    used: () => ({ ...used, minutes: minutes() }),
    remainingMs,
    amountOf,
    refuses: (next, setAside = noAmounts) => {
      if (remainingMs() <= 0) return "minutes";
      const amounts = amountOf(next);
      return divisible.find((name) => used[name] + setAside[name] + amounts[name] > limits[name]) ?? null;
    },
    spendTurn: (usage) => {
      used.turns += 1;
      spendUsage(usage);
    },
    spendUsage,
    spendTestRun: () => {
      used.testRuns += 1;
    },
    allowsChangedLines: (lines2) => lines2 <= limits.changedLines,
    noteResult: (result) => {
      used.changedLines = changedLinesOf(patchOf(result));
    },
    warnings: () => usedUp({ ...used, minutes: minutes() }, limits)
  };
}
function createWarnings() {
  const warned = /* @__PURE__ */ new Set();
  return (used, limits) => {
    const names = [...divisible, "minutes"].filter((name) => !warned.has(name) && used[name] >= 0.8 * limits[name]);
    for (const name of names) warned.add(name);
    return names;
  };
}

// src/report/critical-path.ts
var LOOP = ["model", "tests", "tools", "transport"];
var OTHERWISE = ["tests", "tools", "model", "transport"];
function charge({ origin, end, phases: phases2, spans }) {
  const total = Math.max(Math.round(end - origin), 0);
  const at = (time) => Math.min(Math.max(Math.round((time ?? end) - origin), 0), total);
  const path = [];
  let overlap = 0;
  const edges = sweep([
    ...phases2.map((phase, index) => ({ start: at(phase.start), end: at(phase.end), change: { phase: index } })),
    ...spans.map((span) => ({ start: at(span.start), end: at(span.end), change: { kind: span.kind } }))
  ]);
  const active = { model: 0, tests: 0, tools: 0, transport: 0 };
  const open = /* @__PURE__ */ new Set();
  let from = 0;
  const chargeUntil = (to) => {
    const start2 = from;
    from = to;
    if (to <= start2) return;
    const phase = open.size === 0 ? null : Math.min(...open);
    const busy = (phase !== null && phases2[phase]?.name === "loop" ? LOOP : OTHERWISE).filter((kind) => active[kind] > 0);
    extend(path, { start: start2, end: to, phase, waitedFor: busy[0] ?? (phase === null ? "idle" : "client") });
    overlap += (to - start2) * Math.max(busy.length - 1, 0);
  };
  for (const { time, step, change } of edges) {
    chargeUntil(time);
    if ("kind" in change) active[change.kind] += step;
    else if (step === 1) open.add(change.phase);
    else open.delete(change.phase);
  }
  chargeUntil(total);
  return {
    timing: {
      total: seconds(total),
      phases: phases2.map((phase, index) => phaseReport(phase.name, at(phase.start), at(phase.end), inPhase(path, index))),
      critical: addUp(path),
      overlap: seconds(overlap)
    },
    work: spans.map((span) => ({ ...span, start: seconds(at(span.start)), end: seconds(at(span.end)) })).filter(({ start: start2, end: stop }) => stop > start2).sort((a, b) => a.start - b.start),
    path: path.map((stretch) => stretchReport(stretch, phases2))
  };
}
function extend(path, next) {
  const last = path.at(-1);
  if (last !== void 0 && last.phase === next.phase && last.waitedFor === next.waitedFor) last.end = next.end;
  else path.push(next);
}
function inPhase(path, index) {
  return path.filter(({ phase }) => phase === index);
}
function addUp(path) {
  const sums = { model: 0, tests: 0, tools: 0, transport: 0, client: 0, idle: 0 };
  for (const { start: start2, end, waitedFor } of path) sums[waitedFor] += end - start2;
  for (const wait of waits) sums[wait] = seconds(sums[wait]);
  return sums;
}
function phaseReport(name, start2, end, path) {
  return { name, start: seconds(start2), end: seconds(end), waitedFor: addUp(path) };
}
function stretchReport({ start: start2, end, phase, waitedFor }, phases2) {
  return { start: seconds(start2), end: seconds(end), phase: phase === null ? null : phases2[phase]?.name ?? null, waitedFor };
}
function seconds(ms) {
  return ms / 1e3;
}
function sweep(intervals) {
  return intervals.filter(({ start: start2, end }) => end > start2).flatMap(({ start: start2, end, change }) => [
    { time: start2, step: 1, change },
    { time: end, step: -1, change }
  ]).sort((a, b) => a.time - b.time);
}

// src/report/turn-log.ts
function createTurnLog(spans, { origin, now }) {
  const entries = [];
  const openTurns = /* @__PURE__ */ new Map();
  const started2 = /* @__PURE__ */ new Map();
  const entryOf = (n) => {
    const found = entries.find((entry2) => entry2.n === n);
    if (found !== void 0) return found;
    const entry = { n, turn: null, model: null, calls: [] };
    entries.push(entry);
    return entry;
  };
  const onTurn = (n, turn) => {
    entryOf(n).turn = turn;
    const { sentAt, connectMs, completedAt, mode } = turn.timing;
    const connected = Math.min(sentAt + connectMs, completedAt);
    spans.push(
      { kind: "transport", name: "connect", turn: n, start: sentAt, end: connected },
      { kind: "model", name: mode === "warm" ? "warm-up" : `turn ${n}`, turn: n, start: connected, end: completedAt }
    );
  };
  const endOpenTurns = () => {
    for (const span of openTurns.values()) span.end = now();
    openTurns.clear();
  };
  const onAgentEvent = (event) => {
    if (event.type === "turn-started") {
      const span = { kind: "model", name: `turn ${event.turn}`, turn: event.turn, start: now(), end: null };
      openTurns.set(event.turn, span);
      spans.push(span);
    }
    if (event.type === "turn-ended") {
      const open = openTurns.get(event.turn);
      if (open !== void 0) open.end = open.start;
      openTurns.delete(event.turn);
      onTurn(event.turn, event.result);
      entryOf(event.turn).model = event.model ?? null;
    }
    if (event.type === "tool-started") started2.set(event.call.callId, event.at);
    if (event.type !== "tool-ended") return;
    const { turn, testSeconds, at: end, note = null } = event;
    const { callId: id, name } = event.call;
    const start2 = started2.get(id) ?? end;
    entryOf(turn).calls.push({ id, name, start: start2, end, testSeconds, note });
    const testsFrom = Math.max(end - testSeconds * 1e3, start2);
    spans.push({ kind: "tools", name, turn, start: start2, end: testsFrom }, { kind: "tests", name, turn, start: testsFrom, end });
  };
  const turns2 = () => {
    const done = entries.flatMap(({ turn, ...entry }) => turn === null ? [] : [{ ...entry, turn }]);
    done.sort((a, b) => a.turn.timing.sentAt - b.turn.timing.sentAt);
    return done.map((entry, index) => turnReport(entry, done[index + 1]?.turn ?? null, origin));
  };
  const usage = () => {
    const sum = { inputTokens: 0, cachedTokens: 0, outputTokens: 0, reasoningTokens: 0 };
    for (const { turn } of entries) {
      sum.inputTokens += turn?.usage.inputTokens ?? 0;
      sum.cachedTokens += turn?.usage.cachedTokens ?? 0;
      sum.outputTokens += turn?.usage.outputTokens ?? 0;
      sum.reasoningTokens += turn?.usage.reasoningTokens ?? 0;
    }
    return sum;
  };
  return { onAgentEvent, onTurn, turns: turns2, usage, endOpenTurns };
}
function turnReport({ n, turn, model, calls }, next, origin) {
  const { sentAt, firstEventAt, completedAt, connectMs, mode, bytesSent, bytesNotResent } = turn.timing;
  const between = next === null ? 0 : Math.max(next.timing.sentAt - completedAt, 0);
  const toolsBetween = next === null ? 0 : unionLength(calls, completedAt, next.timing.sentAt);
  const seconds2 = (time) => Math.max(Math.round(time - origin), 0) / 1e3;
  return {
    n,
    model,
    start: seconds2(sentAt),
    end: seconds2(completedAt),
    mode,
    msToFirstEvent: Math.round(firstEventAt - sentAt),
    msStream: Math.round(completedAt - firstEventAt),
    msTools: Math.round(unionLength(calls, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)),
    msClient: Math.round(Math.max(between - toolsBetween, 0)),
    ...turn.usage,
    msConnecting: Math.round(connectMs),
    bytesSent,
    bytesNotResent,
    tools: calls.map(({ name }) => name),
    calls: calls.map((call) => ({ ...call, start: seconds2(call.start), end: seconds2(call.end) }))
  };
}
function unionLength(stretches, from, to) {
  let covered = 0;
  let reached = from;
  for (const { start: start2, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    const begin = Math.max(start2, reached);
    const stop = Math.min(end, to);
    if (stop > begin) covered += stop - begin;
    reached = Math.max(reached, stop);
  }
  return covered;
}

// src/report/ledger.ts
function createLedger({ now = () => performance.now(), wallClock = Date.now } = {}) {
  const origin = now();
  const startedAt = new Date(wallClock()).toISOString();
  const phases2 = [];
  const spans = [];
  const log = createTurnLog(spans, { origin, now });
  const start2 = (kind, name) => {
    const span = { kind, name, turn: null, start: now(), end: null };
    spans.push(span);
    return () => {
      span.end ??= now();
    };
  };
  return {
    async phase(name, fn) {
      const phase = { name, start: now(), end: null };
      phases2.push(phase);
      try {
        return await fn();
      } finally {
        phase.end = now();
        log.endOpenTurns();
      }
    },
    async span(kind, name, fn) {
      const end = start2(kind, name);
      try {
        return await fn();
      } finally {
        end();
      }
    },
    start: start2,
    onAgentEvent: log.onAgentEvent,
    onTurn: log.onTurn,
    turns: log.turns,
    usage: log.usage,
    elapsed: () => (now() - origin) / 1e3,
    account: () => {
      const { timing: timing2, work, path } = charge({ origin, end: now(), phases: phases2, spans });
      return { timing: timing2, ledger: { startedAt, work, path } };
    }
  };
}

// src/report/savings.ts
function savingsOf(transport) {
  if (transport === null || transport.connections === 0) return null;
  const { connections, msConnecting, bytesNotResent, turnsDelta, turnsFull } = transport;
  const handshakesNotMade = Math.max(turnsDelta + turnsFull - connections, 0);
  const handshakeSeconds = msConnecting > 0 ? handshakesNotMade * msConnecting / connections / 1e3 : null;
  return { bytesNotResent, handshakesNotMade, handshakeSeconds };
}

// src/report/record.ts
function createRecord(start2, ledger) {
  const nothingUsed = { turns: 0, minutes: 0, tokens: 0, costUsd: 0, testRuns: 0, changedLines: 0 };
  let facts = {
    diagnosis: null,
    incident: { repo: null, sha: null, branch: null, event: start2.event },
    engine: start2.engine,
    model: start2.model,
    transport: null,
    budget: { limits: start2.limits, used: nothingUsed },
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
    report: ({ outcome, reason }) => ({
      schemaVersion: 1,
      outcome,
      reason,
      ...facts,
      turns: ledger.turns(),
      ...ledger.account(),
      socket: savingsOf(facts.transport)
    })
  };
}
function summaryOf(run) {
  return { ...run.counts, failing: run.failing };
}
function resultRows(before, after) {
  const rows = /* @__PURE__ */ new Map();
  for (const result of before.results) rows.set(result.id, { before: result, after: null });
  for (const result of after?.results ?? []) rows.set(result.id, { before: rows.get(result.id)?.before ?? null, after: result });
  const list2 = [...rows].map(([id, row]) => ({
    id,
    file: (row.after ?? row.before)?.file ?? null,
    before: row.before?.status ?? null,
    after: row.after?.status ?? null,
    seconds: (row.after ?? row.before)?.seconds ?? null
  }));
  const red = (row) => Number(row.before !== "failed" && row.after !== "failed");
  return list2.sort((a, b) => red(a) - red(b));
}

// src/workspace/command.ts
import { spawn as spawn2 } from "node:child_process";
import { setMaxListeners } from "node:events";
import { stat } from "node:fs/promises";
import { setTimeout as sleep, setImmediate as turnOfTheLoop } from "node:timers/promises";

// src/workspace/orphan-guard.ts
import { spawn } from "node:child_process";
import { Socket } from "node:net";
var program = `trap '' HUP INT QUIT TERM
live=' '
while read -r sign group; do
  case $sign in
    +) live="$live$group " ;;
    -) case $live in *" $group "*) live="\${live%% $group *} \${live#* $group }" ;; esac ;;
  esac
done
for group in $live; do kill -s KILL -- "-$group"; done`;
var guard = null;
var watched = /* @__PURE__ */ new Set();
function startGuard() {
  if (guard !== null) return;
  guard = started();
  for (const leader of watched) tell(`+ ${leader}
`);
}
function watchGroup(leader) {
  watched.add(leader);
  tell(`+ ${leader}
`);
  return () => {
    watched.delete(leader);
    tell(`- ${leader}
`);
  };
}
function tell(lines2) {
  if (guard?.stdin?.writable === true) guard.stdin.write(lines2);
}
function started() {
  let child;
  try {
    child = spawn("/bin/sh", ["-c", program], { cwd: "/", env: {}, detached: true, stdio: ["pipe", "ignore", "ignore"] });
  } catch {
    return null;
  }
  const lost = () => {
    if (guard === child) guard = null;
  };
  child.on("error", lost);
  child.on("exit", lost);
  child.stdin?.on("error", lost);
  child.unref();
  if (child.stdin instanceof Socket) child.stdin.unref();
  return child;
}

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
  #addToTail(bytes2) {
    this.#tailBytes += bytes2.length;
    if (this.#tailLimit === 0) return;
    this.#ring ??= Buffer.allocUnsafe(this.#tailLimit);
    const last = bytes2.subarray(-this.#tailLimit);
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
    return new Promise((resolve4) => {
      const go = () => {
        for (const event of ["drain", "error", "close"]) this.#stream.off(event, go);
        resolve4();
      };
      for (const event of ["drain", "error", "close"]) this.#stream.once(event, go);
    });
  }
  async close() {
    if (this.#failed) return;
    const beyond = this.#bytes - fileLimit;
    await new Promise((resolve4) => {
      this.#stream.once("close", resolve4);
      this.#stream.end(beyond > 0 ? `
[... output ends here: it was ${beyond} bytes longer than the limit of ${fileLimit} ...]
` : "");
    });
  }
};

// src/workspace/command.ts
var stopGraceMs = 2e3;
var leftoverGraceMs = 500;
var pipeGraceMs = 1e3;
var stoppedPipeGraceMs = 250;
var longestPipeGraceMs = 1e4;
var killedGraceMs = 5e3;
var longestTimer = 2 ** 31 - 1;
async function runCommand(spec) {
  const started2 = performance.now();
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
    seconds: (performance.now() - started2) / 1e3
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
    startGuard();
    const stdin = spec.input === void 0 ? "ignore" : "pipe";
    return spawn2(file, args, { cwd: spec.cwd, env: { ...spec.env }, detached: true, stdio: [stdin, "pipe", "pipe"] });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
async function whyNotStarted(spec, error) {
  const directory = await stat(spec.cwd).catch(() => null);
  if (directory === null) return `the folder ${spec.cwd} does not exist`;
  if (!directory.isDirectory()) return `${spec.cwd} is not a folder`;
  const code2 = error !== null && "code" in error ? error.code : null;
  if (code2 === "ENOENT") return `the program ${spec.argv[0]} was not found`;
  if (code2 === "EACCES") return `the program ${spec.argv[0]} may not be executed`;
  return error?.message ?? "unknown reason";
}
function exitOf(child) {
  return new Promise((resolve4) => {
    child.once("error", (error) => resolve4({ code: null, signal: null, error }));
    child.once("exit", (code2, signal) => resolve4({ code: code2, signal, error: null }));
  });
}
async function supervise(child, pid, spec, state, [stdout, stderr]) {
  const unwatch = watchGroup(pid);
  const file = spec.outputFile === void 0 ? null : new OutputFile(spec.outputFile);
  let handedOn = 0;
  const pipes = Promise.all([
    collect(child, child.stdout, file, (chunk) => {
      handedOn += spec.onOutput === void 0 ? 0 : chunk.length;
      if (spec.onOutput === void 0) stdout.add(chunk);
      else spec.onOutput(chunk);
    }),
    collect(child, child.stderr, file, (chunk) => stderr.add(chunk))
  ]);
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
  if (spec.signal !== void 0) {
    setMaxListeners(0, spec.signal);
    spec.signal.addEventListener("abort", abort, { once: true });
  }
  const exit = await Promise.race([exitOf(child), stopper.gaveUp]);
  clearTimeout(timer);
  spec.signal?.removeEventListener("abort", abort);
  await endLeftovers(pid, stopper.stopping ? stopGraceMs : leftoverGraceMs);
  unwatch();
  stopper.done();
  const graceMs = state.aborted || state.timedOut ? stoppedPipeGraceMs : pipeGraceMs;
  await drained(pipes, graceMs, () => handedOn + stdout.bytes + stderr.bytes);
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
    this.gaveUp = new Promise((resolve4) => {
      this.#giveUp = resolve4;
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
async function drained(pipes, graceMs, bytes2) {
  const deadline = performance.now() + longestPipeGraceMs;
  for (let before = -1; bytes2() !== before && performance.now() < deadline; ) {
    before = bytes2();
    const wait = new AbortController();
    const silence = sleep(graceMs, void 0, { signal: wait.signal }).then(
      () => turnOfTheLoop(false),
      () => true
    );
    const ended = await Promise.race([pipes.then(() => true), silence]);
    wait.abort();
    if (ended) return;
  }
}
function collect(child, pipe, file, see) {
  if (pipe === null) return Promise.resolve();
  return new Promise((resolve4) => {
    pipe.on("data", (chunk) => {
      see(chunk);
      const wait = file?.add(chunk) ?? null;
      if (wait === null) return;
      for (const each of [child.stdout, child.stderr]) each?.pause();
      void wait.then(() => {
        for (const each of [child.stdout, child.stderr]) each?.resume();
      });
    });
    pipe.on("error", () => resolve4());
    pipe.on("close", () => resolve4());
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
  "pip_index_url",
  "pip_extra_index_url",
  "pip_find_links",
  "pip_no_index",
  "pip_constraint",
  "pip_trusted_host",
  "pip_cert",
  "pip_proxy",
  "pip_default_timeout",
  "uv_default_index",
  "uv_index",
  "uv_index_url",
  "uv_extra_index_url",
  "uv_find_links",
  "uv_native_tls",
  "requests_ca_bundle",
  "goproxy",
  "gonoproxy",
  "gosumdb",
  "gonosumdb",
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
  if (/proxy/i.test(name) && name.toLowerCase() !== "goproxy") return value;
  return value.replace(/([a-z][a-z0-9+.-]*:\/\/)[^/@\s]*@/gi, "$1");
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

// src/workspace/path-stream.ts
var PathStream = class {
  #see;
  /** The path that has not ended yet. */
  #rest = [];
  #last = "";
  constructor(see) {
    this.#see = see;
  }
  add(chunk) {
    const end = chunk.lastIndexOf(0);
    if (end >= 0) {
      this.#handOn(Buffer.concat([...this.#rest, chunk.subarray(0, end)]).toString("utf8"));
      this.#rest = [];
    }
    if (end + 1 < chunk.length) this.#rest.push(chunk.subarray(end + 1));
  }
  #handOn(text2) {
    for (const path of text2.split("\0")) {
      if (path !== "" && path !== this.#last) this.#see(path);
      this.#last = path;
    }
  }
};

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
var wholeTree = ["--cached", "--others", "--exclude-standard"];
var showsDiffs = /* @__PURE__ */ new Set(["diff", "diff-tree", "diff-index", "diff-files", "show", "log", "format-patch"]);
var inherited = /^(HOME|USERPROFILE|XDG_CONFIG_HOME|TMPDIR|(http|https|no|all)_proxy|GIT_SSL_CAINFO|SSL_CERT_FILE|SSL_CERT_DIR)$/i;
var GitError = class extends Error {
  name = "GitError";
  result;
  constructor(message2, result) {
    super(message2);
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
      keepBytes: call.keepBytes ?? 64 * 1024 * 1024,
      onOutput: call.onOutput
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
  async lsFiles(options = wholeTree) {
    const paths = [];
    await this.eachFile((path) => void paths.push(path), options);
    return paths;
  }
  /**
   * Hands each of these paths on as git lists it, and keeps none. Where `see` answers false git is ended: enough was seen.
   * Throws `GitError`.
   */
  async eachFile(see, options = wholeTree) {
    const enough = new AbortController();
    const { signal } = this.#options;
    const args = ["ls-files", "-z", ...options];
    const paths = new PathStream((path) => {
      if (!enough.signal.aborted && see(path) === false) enough.abort();
    });
    const result = await this.run(args, {
      signal: signal === void 0 ? enough.signal : AbortSignal.any([signal, enough.signal]),
      onOutput: (chunk) => paths.add(chunk)
    });
    if (result.exitCode !== 0 && !enough.signal.aborted) throw new GitError(redact(failureMessage(args, result), this.#secrets), result);
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
  const lines2 = result.stderr.split("\n").map((line) => line.trim());
  const cause = lines2.findLast((line) => /^(fatal|error|remote|!)/.test(line)) ?? lines2.findLast((line) => line !== "");
  return `${command}: ${cause ?? `exit code ${result.exitCode ?? result.signal}`}`;
}
function redact(text2, secrets) {
  return withoutSecrets(text2, secrets).replace(/(\bhttps?:\/\/)[^\s/@'"]+@/gi, "$1***@").replace(/(authorization:\s*\w+\s+)\S+/gi, "$1***");
}
function withoutSecrets(text2, secrets) {
  return secrets.reduce((clean, secret) => secret.length > 3 ? clean.replaceAll(secret, "***") : clean, text2);
}

// src/report/annotations.ts
var MOST = 10;
var MAX_MESSAGE = 4096;
var good = /* @__PURE__ */ new Set(["fixed", "already-green", "superseded", "skipped"]);
function annotationsOf(report) {
  const refused2 = report.delivery.state === "refused" ? `Not delivered: ${report.delivery.reason}` : null;
  const first = {
    level: good.has(report.outcome) && refused2 === null ? "notice" : "warning",
    message: message([report.reason, refused2, remedyOf(report)].filter((part) => part !== null).join("\n")),
    properties: { title: `Regreen: ${headlines[report.outcome]}` }
  };
  return [first, ...report.proof === null ? suspected(report) : changed(report)].slice(0, MOST);
}
function changed(report) {
  return report.files.map((file) => ({
    level: "notice",
    message: message(`The fix changes this file: +${file.added} \u2212${file.removed} lines.`),
    properties: { title: "Regreen: fixed here", file: oneLine(file.path, 500) }
  }));
}
function suspected(report) {
  return report.suspects.slice(0, 3).map((suspect) => ({
    level: "warning",
    message: message(
      `One of the most suspicious lines (score ${suspect.score.toFixed(2)}), by stack traces and coverage of the failing tests.`
    ),
    properties: { title: "Regreen: look here", file: oneLine(suspect.path, 500), startLine: suspect.line }
  }));
}
function message(text2) {
  return cut(plain(text2.slice(0, 2 * MAX_MESSAGE)).trim(), MAX_MESSAGE);
}

// src/report/conversation-file.ts
import { readFile, stat as stat2 } from "node:fs/promises";
import { dirname as dirname2, join as join2 } from "node:path";
var MAX_FILE = 2e8;
async function readConversation({ conversation }, reportFile) {
  if (typeof conversation !== "string") return { ok: true, items: conversation };
  return readList(conversation, reportFile, "conversation");
}
async function readAttempts(report, reportFile) {
  if (report.attempts) {
    const read3 = await readList(report.attempts, reportFile, "attempts");
    const parsed = array(attempt).safeParse(read3.ok ? read3.items : null);
    if (parsed.success) return { ok: true, attempts: parsed.data };
  }
  const read2 = await readConversation(report, reportFile);
  return read2.ok ? { ok: true, attempts: [onlyOne(read2.items)] } : read2;
}
var attempt = object({ by: string().max(1e3), chosen: boolean(), items: array(unknown()) });
var onlyOne = (items) => ({ by: "attempt 1", chosen: true, items });
async function readList(name, reportFile, what) {
  if (!/^[\w-]+\.json$/.test(name)) return { ok: false, problem: `the report names no file beside it for its ${what}` };
  const path = join2(dirname2(reportFile), name);
  try {
    const { size } = await stat2(path);
    if (size > MAX_FILE) return { ok: false, problem: `${path} is larger than ${MAX_FILE / 1e6} MB` };
    const items = JSON.parse(await readFile(path, "utf8"));
    return Array.isArray(items) ? { ok: true, items } : { ok: false, problem: `${path} is not a list of items` };
  } catch (error) {
    return { ok: false, problem: `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

// src/report/fan-out.ts
var MAX_LEGS = 20;
var MAX_FAILURES = 2e4;
function matrixOf(causes) {
  const include = causes.slice(0, MAX_LEGS).map(({ what, package: home, tests }, index) => ({
    cause: index + 1,
    name: `${home === "" ? "" : `${home}: `}${what}`.replace(/\s+/g, " ").slice(0, 100),
    failures: bounded(tests.map((id) => id.replace(/\s+/g, " ").trim()))
  }));
  return { include };
}
function bounded(ids) {
  let room = MAX_FAILURES;
  const kept = ids.filter((id, index) => {
    room -= id.length + 1;
    return index === 0 || room >= 0;
  });
  return kept.join("\n");
}

// src/report/change-words.ts
function changeInWords(patch, most) {
  const changes = changesOf(patch);
  const shown = changes.slice(0, most).map((change) => `- ${codeSpan(change.path, 300)} ${sentence(change)}`);
  return [...shown, ...changes.length > shown.length ? [`- and ${count(changes.length - shown.length, "more change")}`] : []].join("\n");
}
function sentence({ line, removed, added }) {
  const [before = "", after = ""] = [removed[0], added[0]].map((text2) => text2?.trim());
  if (removed.length === 1 && added.length === 1 && before !== after) return `line ${line}: ${code(before)} becomes ${code(after)}`;
  if (removed.length === 1 && added.length === 1) return `line ${line}: only white space changes`;
  if (added.length === 0)
    return `${lines(line, removed.length)}: ${removed.length === 1 ? code(before) : count(removed.length, "line")} goes`;
  if (removed.length === 0) return `after line ${line - 1}: ${added.length === 1 ? code(after) : count(added.length, "line")} added`;
  return `${lines(line, removed.length)}: ${count(removed.length, "line")} replaced by ${count(added.length, "line")}`;
}
var code = (text2) => text2 === "" ? "an empty line" : codeSpan(text2, 120);
var lines = (from, length) => length === 1 ? `line ${from}` : `lines ${from} to ${from + length - 1}`;
function changesOf(patch) {
  const changes = [];
  let path = "";
  let line = 0;
  let open = null;
  for (const text2 of patch.split("\n")) {
    const start2 = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,\d+)? @@/.exec(text2);
    const change = /^[-+]/.test(text2) && line > 0 ? open ?? { path, line, removed: [], added: [] } : null;
    if (text2.startsWith("diff --git ")) [line, open] = [0, null];
    else if (start2 !== null) [line, open] = [Number(start2[1]) + (start2[2] === "0" ? 1 : 0), null];
    else if (line === 0 && /^(?:---|\+\+\+) "?[ab]\//.test(text2)) path = text2.replace(/^.{4}("?)[ab]\//, "$1");
    else if (change !== null) {
      if (open === null) changes.push(change);
      open = change;
      if (text2.startsWith("-")) {
        change.removed.push(text2.slice(1));
        line++;
      } else change.added.push(text2.slice(1));
    } else if (text2.startsWith(" ")) [line, open] = [line + 1, null];
  }
  return changes;
}

// src/report/gantt.ts
var MOST_PHASES = 20;
var MOST_TURNS = 12;
function gantt({ timing: timing2, turns: turns2 }) {
  const asked = turns2.flatMap(
    ({ n, mode, start: start2, end }) => start2 === null || end === null ? [] : [{ name: mode === "warm" ? "warm-up" : `turn ${n}`, start: start2, end }]
  );
  const sections = [
    section("Phases", timing2.phases.slice(0, MOST_PHASES).map(numbered)),
    section(asked.length > MOST_TURNS ? `The ${MOST_TURNS} longest turns` : "Turns", longest(asked, MOST_TURNS))
  ].filter((text2) => text2 !== "");
  if (sections.length === 0) return "";
  return ["```mermaid", "gantt", "    dateFormat x", "    axisFormat %s s", ...sections, "```"].join("\n");
}
function numbered({ name, ...times2 }, index) {
  return { ...times2, name: /^[a-z][a-z -]{0,30}$/.test(name) ? `${index + 1} ${name}` : `${index + 1}` };
}
function longest(tasks, most) {
  const kept = new Set([...tasks].sort((a, b) => b.end - b.start - (a.end - a.start)).slice(0, most));
  return tasks.filter((task) => kept.has(task));
}
function section(title, tasks) {
  if (tasks.length === 0) return "";
  const lines2 = tasks.map(({ name, start: start2, end }) => {
    const from = Math.round(start2 * 1e3);
    return `    ${name} :${from}, ${Math.max(Math.round(end * 1e3), from + 1)}`;
  });
  return [`    section ${title}`, ...lines2].join("\n");
}

// src/report/sections.ts
function paragraphs(...parts) {
  return parts.filter((part) => part !== "").join("\n\n");
}
function whatFailed(report, bounds) {
  const { tests, incident } = report;
  if (report.outcome === "skipped" && tests.before === null) return "";
  const red = tests.before?.failing.length ?? 0;
  const where = [
    incident.sha === null ? "" : ` at ${codeSpan(incident.sha.slice(0, 12), 12)}`,
    incident.branch === null ? "" : ` on ${codeSpan(incident.branch, 200)}`
  ].join("");
  const command = tests.command === null ? "The build" : codeSpan(tests.command, 200);
  const [first] = tests.before?.failing ?? [];
  const which = first === void 0 ? "" : red === 1 ? `, ${codeSpan(first, 300)}` : `, the first of them ${codeSpan(first, 300)}`;
  const failed = tests.before === null ? `${command} was red${where}.` : `${command} failed${where}: ${grouped(red)} of ${count(tests.before.executed, "test")} ${red === 1 ? "was" : "were"} red${which}.`;
  const [why, rest] = inShort(report.diagnosis ?? "");
  return paragraphs(
    [failed, prose(why, Math.min(bounds.diagnosis, 600))].filter((part) => part !== "").join("\n"),
    rest === "" ? "" : prose(rest, bounds.diagnosis)
  );
}
function whatChanged(report, bounds) {
  const words2 = changeInWords(report.patch, bounds.rows);
  const files = report.files.slice(0, bounds.rows).map((file) => `- ${codeSpan(file.path, 300)}: +${file.added} \u2212${file.removed}`);
  const more = report.files.length - files.length;
  const list2 = words2 === "" ? [...files, ...more > 0 ? [`- and ${more} more`] : []].join("\n") : words2;
  return paragraphs(sourceOfChange(report), list2);
}
function turnedTests({ tests }) {
  return tests.results.filter(({ before, after }) => before === "failed" && after === "passed");
}
function atAGlance(report) {
  const { proof, files, timing: timing2 } = report;
  if (proof === null) return "";
  const { executed, passed } = proof.suiteAfter;
  const turned = turnedTests(report).length;
  const { added, removed } = linesOf(files);
  return [
    `**${turned === 0 ? "Red to green" : `${count(turned, "test")} red \u2192 green`}**`,
    `whole suite ${grouped(passed)} of ${grouped(executed)} passed`,
    `${count(files.length, "file")} +${added} \u2212${removed}`,
    costInWords(report).replace(/^unknown .*/, "cost unknown"),
    duration(timing2.total)
  ].join(" \xB7 ");
}
function sourceOfChange(report) {
  const by = report.proof === null ? "" : ` ${sources[report.proof.kind]}${writer(report)}.`;
  return `${sizeInWords(report.files)}.${by}`;
}
function writer({ proof, model }) {
  return proof?.kind === "model" && model !== null ? ` (${codeSpan(model, 100)})` : "";
}
function redToGreen(report, bounds) {
  const { proof } = report;
  if (proof === null) return "";
  const turned = turnedTests(report);
  const rows = turned.slice(0, bounds.rows).map((result) => [codeCell(result.id, 300), "\u{1F534} failed", "\u{1F7E2} passed"]);
  if (turned.length > rows.length) rows.push([`and ${turned.length - rows.length} more`, "\u{1F534}", "\u{1F7E2}"]);
  return paragraphs(
    `The same tests, on a clean copy of the red commit: red ${times(proof.redRuns)} without this change, green ${times(proof.greenRuns)} with it.`,
    rows.length === 0 ? "" : table(["test", "before", "after"], rows),
    suiteTable(proof.suiteBefore, proof.suiteAfter),
    flakyTests(report, bounds)
  );
}
function suiteTable(before, after) {
  const cells = (suite) => suite === null ? ["\u2013", "\u2013", "\u2013", "\u2013"] : [suite.executed, suite.passed, suite.failed, suite.skipped].map(grouped);
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
  const findings = report.integrity.filter(({ allowed: allowed2 }) => !allowed2);
  if (findings.length > 0) return findingList(findings);
  if (report.integrity.length > 0) return "Besides what stands at the top, the checks found nothing.";
  return "The checks found nothing: no test vanished or was newly skipped, no assertion was removed, no configuration was loosened.";
}
function allowedFindings(report) {
  const findings = report.integrity.filter(({ allowed: allowed2 }) => allowed2);
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
  return ["Other changes that pass the tests too:", "", ...shown].join("\n");
}
function budget(report) {
  const { transport, sandbox } = report;
  const model = report.model === null || report.engine === "builtin" ? "the built-in engine" : codeSpan(report.model, 100);
  const lines2 = [`Model: ${model}. Cost: ${costInWords(report)}.`];
  if (transport !== null) {
    lines2.push(`Wire: ${wireInWords(transport)}.`);
    const saved = savingsInWords(report);
    if (saved !== null) lines2.push(`The socket saved ${saved}.`);
    lines2.push(...transport.fallbacks.slice(0, 5).map((fallback) => `Fallback: ${inlineProse(fallback, 300)}`));
  }
  const open = sandbox.notStopped.slice(0, 8).map((what) => inlineProse(what, 200));
  lines2.push(`Sandbox: ${inlineProse(sandbox.layer, 50)}${open.length === 0 ? "" : `; it does not stop: ${open.join("; ")}`}.`);
  return paragraphs(
    lines2.map((line) => `- ${line}`).join("\n"),
    table(["budget", "used", "limit"], budgetRows(report), ["left", "right", "right"])
  );
}
function timing(report, { rows: most }) {
  const { total, critical, overlap, phases: phases2 } = report.timing;
  const rows = waits.map((kind) => [kind, duration(critical[kind]), share(critical[kind], total)]);
  const steps2 = phases2.slice(0, 20).map(({ name, start: start2, end, waitedFor }) => [
    proseCell(name, 40),
    duration(start2),
    duration(end - start2),
    waitedFor === null ? "\u2013" : waitsInWords(waitedFor)
  ]);
  return paragraphs(
    table(["critical path", "time", "share"], [...rows, ["**total**", `**${duration(total)}**`, ""]], ["left", "right", "right"]),
    overlap < 0.05 ? "" : `Another ${duration(overlap)} of work overlapped with this, and is not counted twice.`,
    steps2.length === 0 ? "" : table(["phase", "began at", "took", "waited for"], steps2, ["left", "right", "right"]),
    // The tables say the same: the chart is the first to go where there is little room.
    most < 10 ? "" : gantt(report)
  );
}
function turns({ turns: all }, { rows: most }) {
  if (all.length === 0) return "";
  const rows = all.slice(0, most).map((turn) => [
    turn.mode === "warm" ? "warm-up" : String(turn.n),
    turn.mode,
    duration((turn.msToFirstEvent + turn.msStream) / 1e3),
    duration(turn.msTools / 1e3),
    `${grouped(turn.inputTokens)} (${grouped(turn.cachedTokens)})`,
    grouped(turn.outputTokens),
    bytes(turn.bytesSent),
    turn.bytesNotResent > 0 ? bytes(turn.bytesNotResent) : "\u2013",
    codeCell([...new Set(turn.tools)].join(", ") || "\u2013", 100)
  ]);
  const head = ["turn", "sent as", "answer", "tools", "tokens in (cached)", "out", "sent", "not sent again", "asked for"];
  const right = "right";
  return [
    table(head, rows, ["left", "left", right, right, right, right, right, right]),
    ...all.length > most ? [`\u2026 and ${all.length - most} more turns in \`report.json\`.`] : []
  ].join("\n\n");
}
function diff(report, bounds) {
  return report.patch === "" ? "" : codeBlock(report.patch, "diff", bounds.diff);
}
function assemble(sections) {
  return sections.filter(([, content]) => content !== "").map(([title, content]) => title === null ? content : `### ${title}

${content}`).join("\n\n").concat("\n");
}

// src/report/web-page.ts
function webPage(url, repo) {
  if (url.length > 2e3) return null;
  const [, path] = /^https?:\/\/(?:[\w-]+(?:\.[\w-]+)*|\[[\da-f:]+\])(?::\d{1,5})?(\/[\w./%?=&:;+,~#-]*)$/i.exec(url) ?? [];
  if (path === void 0 || path.includes("://")) return null;
  return repo === void 0 || repo !== null && path.includes(`/${repo}/`) ? url : null;
}

// src/report/summary.ts
var MAX_BYTES = 1e6;
var steps = [
  { rows: 200, diagnosis: 2e4, diff: 2e5 },
  { rows: 50, diagnosis: 4e3, diff: 2e4 },
  { rows: 5, diagnosis: 500, diff: 1e3 }
];
function renderSummary(report) {
  let text2 = "";
  for (const bounds of steps) {
    text2 = `## ${headlines[report.outcome]}

${assemble([
      [null, prose(report.reason, 2e3)],
      [null, atAGlance(report)],
      ["Look at this first", allowedFindings(report)],
      [null, nextStep(report)],
      [null, deliveryOf(report)],
      ["What failed, and why", whatFailed(report, bounds)],
      [null, report.proof === null ? failingTests(report, bounds) : ""],
      [null, report.outcome === "fixed" ? "" : suspects(report)],
      ["The change", report.files.length === 0 ? "" : whatChanged(report, bounds)],
      [null, diff(report, bounds)],
      [null, alternatives(report)],
      ["Proof: red to green", redToGreen(report, bounds)],
      ["Tests", report.proof === null ? testsOf(report, bounds) : ""],
      ["Integrity", report.proof === null && report.integrity.length === 0 ? "" : integrity(report)],
      ["Cost and budget", budget(report)],
      ["Where the time went", timing(report, bounds)],
      [null, turns(report, bounds)]
    ])}`;
    if (Buffer.byteLength(text2) <= MAX_BYTES) return text2;
  }
  return cut(text2, MAX_BYTES / 4);
}
function nextStep(report) {
  const remedy = remedyOf(report);
  return remedy === null ? "" : `**What to do**: ${prose(remedy, 1e3)}`;
}
var places = { "pull-request": "Pull request", push: "Pushed to the pull request", comment: "Comment" };
function deliveryOf({ delivery, pullRequest: pullRequest2, outcome, incident }) {
  if (outcome !== "fixed") return "";
  const link = pullRequest2 === null ? null : webPage(pullRequest2.url);
  if (link !== null) return `**${places[delivery.way ?? "pull-request"]}**: <${link}>`;
  const compare = delivery.compareUrl ? webPage(delivery.compareUrl, incident.repo) : null;
  const refused2 = delivery.state === "refused" ? `**Not delivered**: ${inlineProse(delivery.reason, 1e3)}` : "";
  return paragraphs(refused2, compare === null ? "" : `**Open it yourself**: <${compare}>`);
}
function testsOf(report, bounds) {
  return paragraphs(suiteTable(report.tests.before, report.tests.after), flakyTests(report, bounds));
}

// src/report/lanes.ts
function packLanes(stretches) {
  const lanes = [];
  for (const stretch of [...stretches].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const free = lanes.find(({ end }) => end <= stretch.start);
    if (free === void 0) lanes.push({ end: stretch.end, stretches: [stretch] });
    else {
      free.end = stretch.end;
      free.stretches.push(stretch);
    }
  }
  return lanes.map((lane) => lane.stretches);
}

// src/report/trace.ts
var PID = 1;
function traceOf(report) {
  const tracks = tracksOf(report).flatMap(
    ({ name, bars }) => (
      // Events of one track may contain each other and must not overlap otherwise: what runs side by side gets a track beside it.
      packLanes(bars).map((lane, index) => ({ name: index === 0 ? name : `${name} (${index + 1})`, bars: lane }))
    )
  );
  return {
    displayTimeUnit: "ms",
    otherData: {
      outcome: report.outcome,
      repo: oneLine(report.incident.repo ?? "", 200),
      sha: oneLine(report.incident.sha ?? "", 64),
      startedAt: report.ledger.startedAt ?? ""
    },
    traceEvents: [
      { ph: "M", name: "process_name", pid: PID, tid: 0, args: { name: `Regreen: ${report.outcome}` } },
      ...tracks.flatMap(({ name, bars }, index) => trackEvents(name, bars, index + 1))
    ]
  };
}
function tracksOf({ timing: timing2, ledger, turns: turns2 }) {
  const work = (kind) => ledger.work.filter((entry) => entry.kind === kind).map(({ name, start: start2, end, turn }) => ({ name, category: kind, start: start2, end, args: turn === null ? {} : { turn } }));
  return [
    { name: "phases", bars: timing2.phases.map(({ waitedFor, ...phase }) => ({ ...phase, category: "phase", args: { ...waitedFor } })) },
    {
      name: "critical path",
      bars: ledger.path.map(({ waitedFor, phase, start: start2, end }) => ({ name: waitedFor, category: "path", start: start2, end, args: { phase } }))
    },
    { name: "turns", bars: turns2.flatMap(turnBar) },
    { name: "tools", bars: turns2.flatMap(({ n, calls }) => calls.map((call) => callBar(n, call))) },
    { name: "tests", bars: work("tests") },
    { name: "transport", bars: work("transport") }
  ];
}
function turnBar({ start: start2, end, n, mode, calls: _, tools, ...numbers }) {
  if (start2 === null || end === null) return [];
  const name = mode === "warm" ? "warm-up" : `turn ${n}`;
  return [{ name, category: "turn", start: start2, end, args: { mode, ...numbers, tools: oneLine(tools.join(", "), 500) } }];
}
function callBar(turn, { id, name, start: start2, end, testSeconds, note }) {
  const args = { turn, id: oneLine(id, 200), testSeconds, note: note === null ? null : oneLine(note, 500) };
  return { name, category: "tool", start: start2, end, args };
}
function trackEvents(name, bars, tid) {
  const micros = (seconds2) => Math.round(seconds2 * 1e6);
  return [
    { ph: "M", name: "thread_name", pid: PID, tid, args: { name } },
    { ph: "M", name: "thread_sort_index", pid: PID, tid, args: { sort_index: tid } },
    ...bars.map(({ name: bar, category, start: start2, end, args }) => {
      const [ts, dur] = [micros(start2), micros(end) - micros(start2)];
      const event = { name: oneLine(bar, 100), cat: category, ts, pid: PID, tid, args };
      return dur > 0 ? { ph: "X", dur, ...event } : { ph: "i", s: "t", ...event };
    })
  ];
}

// src/report/files.ts
var import_node_crypto = __toESM(require_crypto());
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join as join3, resolve as resolve2 } from "node:path";
var MAX_INLINE = 1e6;
async function writeReportFiles(dir, report, conversation, redactor, attempts = []) {
  const folder = resolve2(dir);
  await mkdir(folder, { recursive: true });
  const items = JSON.stringify(redactor.json(conversation));
  const apart = Buffer.byteLength(items) > MAX_INLINE;
  const said = attempts.length > 1 ? JSON.stringify(redactor.json(attempts)) : null;
  const safe = {
    ...redactor.json({ ...report, conversation: [] }),
    conversation: apart ? "conversation.json" : JSON.parse(items),
    ...said === null ? {} : { attempts: "attempts.json" }
  };
  const { renderHtml } = await import("./page-WRP5YHDB.js");
  const files = {
    report: join3(folder, "report.json"),
    summary: join3(folder, "summary.md"),
    trace: join3(folder, "trace.json"),
    page: join3(folder, "report.html"),
    patch: join3(folder, "fix.patch"),
    conversation: join3(folder, "conversation.json"),
    attempts: join3(folder, "attempts.json")
  };
  const hasPatch = safe.patch !== "";
  await Promise.all([
    hasPatch ? writeWhole(files.patch, safe.patch) : rm(files.patch, { force: true }),
    apart ? writeWhole(files.conversation, `${items}
`) : rm(files.conversation, { force: true }),
    said === null ? rm(files.attempts, { force: true }) : writeWhole(files.attempts, `${said}
`),
    writeWhole(files.page, redactor.text(renderHtml(safe, said === null ? [onlyOne(JSON.parse(items))] : JSON.parse(said)))),
    writeWhole(files.trace, `${JSON.stringify(traceOf(safe))}
`),
    writeWhole(files.summary, redactor.text(renderSummary(safe)))
  ]);
  await writeWhole(files.report, `${JSON.stringify(safe, null, 2)}
`);
  return {
    ...files,
    patch: hasPatch ? files.patch : null,
    conversation: apart ? files.conversation : null,
    attempts: said === null ? null : files.attempts
  };
}
async function writeWhole(path, text2) {
  const temporary = `${path}.${(0, import_node_crypto.randomUUID)()}.tmp`;
  try {
    await writeFile(temporary, text2, { flag: "wx" });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

// src/report/outcome.ts
var outputDescriptions = {
  outcome: "`fixed`, `already-green`, `flaky`, `cannot-reproduce`, `not-fixed`, `declined`, `budget-exhausted`, `superseded`, `provider-unavailable` or `skipped`.",
  fixed: "`true` when the fix is proved, also when it could not be delivered; else `false`.",
  delivery: "`delivered`, `refused` or `not-requested`.",
  "pull-request-url": "The pull request, when there is one.",
  "pull-request-number": "Its number.",
  branch: "The branch the fix was pushed to.",
  "patch-file": "The fix as a patch in git\u2019s format.",
  "bundle-dir": "Folder of the patch bundle of `mode: fix`.",
  "report-file": "The report, `report.json`.",
  fingerprint: "Names this failure: the same failure has the same fingerprint.",
  causes: "Of `mode: plan`: how many causes the failures have; empty when nothing is red.",
  matrix: "Of `mode: plan`: a `strategy.matrix` as JSON, a leg a cause, with `cause`, `name` and `failures`.",
  turns: "Turns of the model.",
  "test-runs": "Test runs; a batch of candidate patches counts once.",
  "input-tokens": "Tokens sent to the model, cached ones included.",
  "cached-tokens": "Tokens of these that the provider had cached.",
  "output-tokens": "Tokens the model wrote.",
  "cost-usd": "US dollars for the model; empty when its price is not known.",
  seconds: "Seconds from start to report.",
  timing: "Where the time went, as JSON: `total`, `phases`, `critical` (adds up to `total`) and `overlap`, in seconds."
};
function outputsOf(report, files) {
  const tokens = (count2) => String(report.turns.reduce((sum, turn) => sum + count2(turn), 0));
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
    causes: report.causes === void 0 ? "" : String(report.causes.length),
    matrix: report.causes === void 0 ? "" : JSON.stringify(matrixOf(report.causes)),
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

// src/phases/telemetry.ts
async function sendTelemetry(inputs, report, env) {
  const { otlpEndpoint: endpoint, otlpHeaders: headers } = inputs;
  if (endpoint === null) return null;
  const { sendTraces } = await import("./report-337BT4M4.js");
  const problem = await sendTraces(report, { endpoint, headers, traceparent: env.TRACEPARENT });
  return problem === null ? null : `The traces were not sent: ${problem}.`;
}

// src/phases/difference.ts
var quotedChars = 3e3;
var mostTests = 5;
var platforms = [
  [/\bwindows\b/i, "win32", "Windows"],
  [/\bmacos\b/i, "darwin", "macOS"],
  [/\bubuntu\b|\blinux\b/i, "linux", "Linux"]
];
function differenceOf(steps2, here) {
  const [first] = steps2;
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
  const [best] = tests.filter(({ message: message2 }) => message2 !== null);
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
async function endWithoutFailure(seen, unseen) {
  const { record, command, stuck } = unseen;
  const flaky = seen.kind === "flaky" ? seen.flaky : [];
  record.note({ tests: { command, before: summaryOf(seen.run), after: null, results: resultRows(seen.run, null), flaky } });
  switch (seen.kind) {
    case "timed-out":
      if (stuck !== null) record.note({ diagnosis: stuck });
      return { outcome: "budget-exhausted", reason: lateReason(seen, stuck) };
    case "flaky":
      return {
        outcome: "flaky",
        reason: `Every failure passed when it was run again on the same commit: ${seen.rates.slice(0, 5).map(rateWords).join("; ")}. Nothing was spent.`
      };
    case "renamed":
      return {
        outcome: "declined",
        reason: `What fails is called otherwise in every run (\`${seen.run.failing[0]}\`, then \`${seen.anew}\`), so nothing can tell whether a change turns it green: give the tests names that stay.`
      };
    case "green":
      if (ranNone(seen.run)) {
        const remedy = "correct what it looks for, or set test-command.";
        return { outcome: "cannot-reproduce", reason: `\`${command}\` passes here, but finds no test (Ran 0 tests): ${remedy}` };
      }
      return await endGreen(`\`${command}\` passes here (${seen.run.counts.passed} tests)`, unseen);
  }
}
function ranNone({ reader, tail }) {
  return reader === "exit-code" && /^Ran 0 tests in /m.test(tail) && !/^Ran [1-9]\d* tests? in /m.test(tail);
}
function lateReason({ run: { seconds: seconds2, results }, again }, stuck) {
  const limit = again ? "when it was run again to see the same failure" : "half of max-minutes";
  const late = `The test command did not finish within ${Math.round(seconds2)} seconds, ${limit}`;
  if (stuck !== null) return `${late}. ${stuck}`;
  const running = results.find(({ status, message: message2 }) => status === "failed" && /^did not end: /.test(message2 ?? ""));
  const hangs = running === void 0 ? "a test hangs" : `\`${running.id}\` had begun and did not end`;
  return `${late}: ${hangs}, or the suite needs a larger bound or a narrower test-command.`;
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
  const inShort2 = whatIsKnown(known);
  switch (result.kind) {
    case "gave-up":
      record.note({ diagnosis: result.diagnosis || inShort2, alternatives: result.alternatives });
      return { outcome: "not-fixed", reason: result.reason };
    case "budget":
      record.note({
        diagnosis: withKnown(result.diagnosis, known),
        patch: result.best?.text ?? "",
        files: result.best?.files ?? []
      });
      return { outcome: "budget-exhausted", reason: `The bound on ${limitWords[result.limit]} was reached before a fix was found.` };
    case "provider":
      record.note({ diagnosis: result.diagnosis || inShort2 });
      return { outcome: "provider-unavailable", reason: `The model could not be asked: ${result.reason}` };
    case "aborted":
      return interrupted;
  }
}
function withKnown(words2, known) {
  if (known.failing.some(({ id }) => words2.includes(id))) return words2;
  return [words2, whatIsKnown(known)].filter((part) => part !== "").join("\n");
}
function whatIsKnown({ failing, suspects: suspects2 }) {
  const [first] = failing;
  const places2 = placesOf(suspects2);
  const place2 = first?.file ? ` (${first.file}${first.line === null ? "" : `:${first.line}`})` : "";
  return [
    ...first ? [`${failing.length === 1 ? "One test fails" : `${failing.length} tests fail`}, first \`${first.id}\`${place2}.`] : [],
    ...first?.message ? [`It says: ${first.message.trim().slice(0, 500)}`] : [],
    ...places2.length > 0 ? [`Most suspicious: ${places2.join("; ")}.`] : []
  ].join("\n");
}
var mostPlaces = 5;
var nearLines = 5;
function placesOf(suspects2) {
  const found = [];
  for (const { path, line } of suspects2) {
    const near = found.find((place2) => place2.path === path && place2.lines.some((other) => Math.abs(other - line) <= nearLines));
    if (near !== void 0) near.lines.push(line);
    else if (found.length < mostPlaces) found.push({ path, lines: [line] });
  }
  return found.map(({ path, lines: lines2 }) => `${path}:${lines2[0]}`);
}
function withAside({ outcome, reason }, aside) {
  return { outcome, reason: aside === "" ? reason : `${reason}
${aside}` };
}

// src/phases/machine-fault.ts
import { statfs } from "node:fs/promises";
var fullDisk = /\bENOSPC\b|\bEDQUOT\b|No space left on device|Disk quota exceeded/;
var noFilesLeft = /\bEMFILE\b|\bENFILE\b|Too many open files/;
var hardlyAny = 64 * 1024;
async function machineFault(error, folder) {
  if (!(error instanceof Error)) return null;
  const said = error instanceof GitError ? `${error.message}
${error.result.stderr}` : "code" in error ? String(error.code) : "";
  if (fullDisk.test(said) || error instanceof GitError && await bytesLeft(folder) < hardlyAny)
    return `The disk is full: free space where temporary files go (${folder}), or let TMPDIR name a place with more room.`;
  return noFilesLeft.test(said) ? "Too many files are open on this machine: raise its limit (`ulimit -n`), or end what holds them." : null;
}
function bytesLeft(folder) {
  return statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => Number.POSITIVE_INFINITY
  );
}

// src/repair.ts
import { setImmediate as turnOfTheLoop3 } from "node:timers/promises";

// src/delivery/fingerprint.ts
var import_node_crypto2 = __toESM(require_crypto());
var noise = [
  [/\u001b\[[0-9;?]*[ -/]*[@-~]/g, ""],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, "#"],
  // Addresses and absolute paths, with the line and column behind them.
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s'"`)\]}>]+/gi, "<path>"],
  [/(?<![\w.])(?:[A-Za-z]:)?(?:[\\/][^\s\\/'"`:()[\]{}<>,;]+){2,}[\\/]?(?::\d+){0,2}/g, "<path>"],
  [/\b0x[0-9a-f]+\b/gi, "#"],
  [/\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,}\b/gi, "#"],
  [/[-+]?\d[\d.,_:]*(?:e[-+]?\d+)?\s*(?:ns|µs|us|ms|s|sec(?:onds?)?|min(?:utes?)?)?(?![A-Za-z])/gi, "#"],
  [/\d+/g, "#"],
  [/#(?:[\s,.:-]*#)+/g, "#"],
  [/\s+/g, " "]
];
var longestMessage = 2e3;
function normaliseMessage(message2) {
  return noise.reduce((text2, [pattern, by]) => text2.replace(pattern, by), message2.slice(0, longestMessage)).trim();
}
function fingerprintOf(failing) {
  const parts = failing.map(({ id, message: message2 }) => JSON.stringify([id, normaliseMessage(message2 ?? "")]));
  const text2 = [...new Set(parts)].sort().join("\n");
  return (0, import_node_crypto2.createHash)("sha256").update(text2).digest("hex").slice(0, 32);
}

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
    const signal = AbortSignal.any([this.#signal, stop.signal]);
    const result = patch.then((guessed) => {
      signal.throwIfAborted();
      return this.#work(guessed, signal);
    });
    result.catch(() => {
    });
    this.#guess = { patch, result, stop };
  }
  /** The result for `patch`, from the work under way if that is on the same patch. */
  async take(patch) {
    const guess = this.#guess;
    if (guess !== null && (await guess.patch.catch(() => null))?.text === patch.text && this.#guess === guess) {
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

// src/phases/locate.ts
import { readFile as readFile2 } from "node:fs/promises";
import { setImmediate as turnOfTheLoop2 } from "node:timers/promises";

// src/incident/guards.ts
async function whyNot(subject, rules, github) {
  return ofTrigger(subject) ?? subject.moot ?? ofConclusion(subject) ?? ofSource(subject) ?? ofBranch(subject, rules) ?? ofActor(subject, rules) ?? await ofStranger(subject, github) ?? ofLabels(subject.incident.pullRequest?.number, subject.incident.pullRequest?.labels ?? [], rules) ?? await ofUnlabelled(subject, rules, github);
}
function ofTrigger({ trigger }) {
  if (trigger !== "pull_request_target") return null;
  return "pull_request_target runs the code of others with this repository's token and secrets: start it by workflow_run or pull_request instead";
}
function ofConclusion({ incident, conclusion }) {
  if (incident.event !== "workflow_run" || conclusion === "failure" || conclusion === "timed_out") return null;
  return `the workflow run ended as ${conclusion ?? "unfinished"}, not as a failure`;
}
function ofSource({ incident, sourceRepo }) {
  if (incident.repo === null || sourceRepo?.toLowerCase() === incident.repo.toLowerCase()) return null;
  const where = sourceRepo === null ? "a fork that no longer exists" : `the fork ${sourceRepo}`;
  const instead = "push the branch to this repository to have it repaired here, or run Regreen in the fork, with the fork's own token";
  return `the code comes from ${where}: code of forks is never run with this repository's token and secrets; ${instead}`;
}
function ofBranch({ incident }, { branchPrefix }) {
  if (branchPrefix === "" || !incident.branch?.startsWith(branchPrefix)) return null;
  return `${incident.branch} is a branch of Regreen's own (${branchPrefix}): it does not repair its own repairs`;
}
function ofActor({ incident, actorIsBot }, { allowedBots }) {
  if (!actorIsBot || incident.actor === null || incident.event === "schedule") return null;
  const name = botName(incident.actor);
  if (allowedBots.some((allowed2) => botName(allowed2) === name)) return null;
  return `it was started by the bot ${incident.actor}, which is not in allowed-bots`;
}
async function ofStranger({ incident, actorIsBot }, github) {
  const { event, repo, actor } = incident;
  if (event !== "other" || github === null || repo === null || actor === null || actorIsBot) return null;
  const permission = await github.permissionOf(repo, actor);
  if (!permission.ok) return `it is not known whether ${actor}, who started it, may write to ${repo}: ${permission.reason}`;
  return ["admin", "write"].includes(permission.value) ? null : `it was started by ${actor}, who may not write to ${repo}`;
}
var botName = (login) => login.trim().toLowerCase().replace(/\[bot]$/, "");
function ofLabels(number, labels, { optOutLabel }) {
  const wanted = optOutLabel.toLowerCase();
  if (wanted === "" || !labels.some((label) => label.toLowerCase() === wanted)) return null;
  return `pull request #${number} has the label ${optOutLabel}`;
}
async function ofUnlabelled({ incident, unlabelled }, rules, github) {
  if (github === null || incident.repo === null || rules.optOutLabel === "") return null;
  for (const number of unlabelled) {
    const labels = await github.pullRequestLabels(incident.repo, number);
    const reason = labels.ok ? ofLabels(number, labels.value, rules) : unknownLabels(number, rules, labels.reason);
    if (reason !== null) return reason;
  }
  return null;
}
function unknownLabels(number, { optOutLabel }, why) {
  const remedy = 'add "pull-requests: read" to the permissions of the job, or set opt-out-label to another';
  return `it is not known whether pull request #${number} has the label ${optOutLabel}: ${why} (${remedy})`;
}

// src/incident/payload.ts
var isCommitId = (text2) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text2);
function isBranchName(name) {
  if (name === "" || name.length > 244 || name === "@" || name.startsWith("-")) return false;
  if (/[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|^\/|[/.]$/.test(name)) return false;
  return name.split("/").every((part) => !part.startsWith(".") && !part.endsWith(".lock"));
}
var isRepoName = (name) => /^[A-Za-z0-9_][A-Za-z0-9_-]{0,99}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/.test(name);
var parseWorkflowRun = (payload) => parse(payload, workflowRun);
var parsePush = (payload) => parse(payload, push);
var parsePullRequest = (payload) => parse(payload, pullRequest);
var parseCommon = (payload) => parse(payload, common);
var Unusable = class extends Error {
  name = "Unusable";
};
function parse(payload, read2) {
  try {
    return { ok: true, value: read2(payload, "") };
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return { ok: false, reason: `the event's payload cannot be used: ${error.message}` };
  }
}
function unusable(path, problem) {
  throw new Unusable(`${path === "" ? "it" : path}: ${problem}`);
}
function object2(value, path) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return unusable(path, "is not an object");
  const members = new Map(Object.entries(value));
  return (name) => [members.get(name), path === "" ? name : `${path}.${name}`];
}
function list(value, path, read2) {
  return Array.isArray(value) ? value.map((item, index) => read2(item, `${path}.${index}`)) : unusable(path, "is not a list");
}
function text(value, path) {
  return typeof value === "string" ? value : unusable(path, "is not text");
}
function textOf(allowed2, problem) {
  return (value, path) => allowed2(text(value, path)) ? text(value, path) : unusable(path, problem);
}
function flag(value, path) {
  return typeof value === "boolean" ? value : unusable(path, "is neither true nor false");
}
function positive(value, path) {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : unusable(path, "is not a positive whole number");
}
function optional(read2) {
  return (value, path) => value === void 0 || value === null ? null : read2(value, path);
}
var commitId = textOf(isCommitId, "is not a commit id");
var branchName = textOf(isBranchName, "is not a branch name");
var repoName = textOf(isRepoName, "is not owner/name");
var atMost = (chars) => textOf((value) => value.length <= chars, `is longer than ${chars} characters`);
var user = (value, path) => {
  const of = object2(value, path);
  return { login: atMost(100)(...of("login")), type: optional(text)(...of("type")) ?? void 0 };
};
var repository = (value, path) => {
  const of = object2(value, path);
  return { full_name: repoName(...of("full_name")), default_branch: optional(branchName)(...of("default_branch")) };
};
var sourceRepository = optional((value, path) => ({ full_name: repoName(...object2(value, path)("full_name")) }));
var common = (payload, path) => {
  const of = object2(payload, path);
  return { repository: optional(repository)(...of("repository")), sender: optional(user)(...of("sender")) };
};
var ofRepository = (payload, path) => {
  const of = object2(payload, path);
  return { repository: repository(...of("repository")), sender: optional(user)(...of("sender")) };
};
var workflowRun = (payload, path) => {
  const of = object2(...object2(payload, path)("workflow_run"));
  return {
    ...ofRepository(payload, path),
    workflow_run: {
      id: positive(...of("id")),
      run_attempt: optional(positive)(...of("run_attempt")),
      workflow_id: positive(...of("workflow_id")),
      name: optional(text)(...of("name")),
      html_url: atMost(2e3)(...of("html_url")),
      conclusion: optional(text)(...of("conclusion")),
      head_branch: optional(branchName)(...of("head_branch")),
      head_sha: commitId(...of("head_sha")),
      head_repository: sourceRepository(...of("head_repository")),
      actor: optional(user)(...of("actor")),
      triggering_actor: optional(user)(...of("triggering_actor")),
      pull_requests: optional((value, where) => list(value, where, pullRequestOfRun))(...of("pull_requests")) ?? []
    }
  };
};
function pullRequestOfRun(value, path) {
  const of = object2(value, path);
  return { number: positive(...of("number")), head: { ref: text(...object2(...of("head"))("ref")) } };
}
var push = (payload, path) => {
  const of = object2(payload, path);
  return {
    ...ofRepository(payload, path),
    ref: atMost(300)(...of("ref")),
    before: commitId(...of("before")),
    after: commitId(...of("after")),
    deleted: optional(flag)(...of("deleted")) ?? false,
    forced: optional(flag)(...of("forced")) ?? false
  };
};
var pullRequest = (payload, path) => {
  const of = object2(...object2(payload, path)("pull_request"));
  const head = object2(...of("head"));
  return {
    ...ofRepository(payload, path),
    pull_request: {
      number: positive(...of("number")),
      labels: list(...of("labels"), (value, where) => ({ name: optional(text)(...object2(value, where)("name")) })),
      head: { ref: branchName(...head("ref")), sha: commitId(...head("sha")), repo: sourceRepository(...head("repo")) },
      base: { ref: branchName(...object2(...of("base"))("ref")) }
    }
  };
};

// src/incident/action.ts
var refused = (reason) => ({ ok: false, reason });
async function readActionIncident({ env, payload, inputs, github, onRed }) {
  const problem = problemOfInputs(inputs);
  if (problem !== null) return { kind: "invalid", reason: problem };
  const reading = read(env, payload);
  if (!reading.ok) return { kind: "invalid", reason: reading.reason };
  const reason = await whyNot({ ...reading.value, trigger: env.GITHUB_EVENT_NAME ?? "" }, inputs, github);
  if (reason !== null) return { kind: "skipped", reason, incident: reading.value.incident, turnedGreen: turnedGreen(reading.value) };
  onRed?.();
  const chosen = await withRef(reading.value, inputs.ref, env, github);
  if (!chosen.ok) return { kind: "invalid", reason: chosen.reason };
  const incident = chosen.value;
  return {
    kind: "incident",
    incident: {
      ...incident,
      workflowId: reading.value.workflowId,
      base: inputs.baseRef === null ? incident.branch ?? reading.value.incident.branch ?? reading.value.defaultBranch : branchOf(inputs.baseRef),
      green: inputs.greenRef ?? incident.green ?? await lastGreenRun(incident, reading.value.workflowId, github)
    }
  };
}
function turnedGreen({ incident, sourceRepo, conclusion }) {
  const own = incident.repo !== null && sourceRepo?.toLowerCase() === incident.repo.toLowerCase();
  return incident.event === "workflow_run" && conclusion === "success" && own && incident.branch !== null;
}
function problemOfInputs({ ref, baseRef, greenRef }) {
  if (baseRef !== null && !isBranchName(branchOf(baseRef))) return `input base-ref: "${baseRef}" is not the name of a branch`;
  for (const [name, value] of [["ref", ref], ["green-ref", greenRef]]) {
    if (value !== null && !/^(?!-)[^\u0000-\u0020\u007f:?*[\\]+$/.test(value)) {
      return `input ${name}: "${value}" is not a commit, a branch or a tag`;
    }
  }
  return null;
}
var branchOf = (ref) => ref.replace(/^refs\/heads\//, "");
function read(env, payload) {
  switch (env.GITHUB_EVENT_NAME) {
    case "workflow_run":
      return then(parseWorkflowRun(payload), (run) => ({ ok: true, value: fromWorkflowRun(run) }));
    case "push":
      return then(parsePush(payload), (push2) => fromPush(push2, env));
    case "pull_request":
    case "pull_request_target":
      return then(parsePullRequest(payload), (event) => fromPullRequest(event, env));
    default:
      return fromEnvironment(env, payload);
  }
}
function then(result, next) {
  return result.ok ? next(result.value) : result;
}
function fromWorkflowRun({ repository: repository2, sender, workflow_run: run }) {
  const actor = run.triggering_actor ?? run.actor ?? sender ?? null;
  const pulls = (run.pull_requests ?? []).filter((pull) => pull.head.ref === run.head_branch);
  const first = pulls[0];
  return {
    incident: {
      event: "workflow_run",
      repo: repository2.full_name,
      sha: run.head_sha,
      head: run.head_branch === null ? null : run.head_sha,
      branch: run.head_branch,
      base: run.head_branch,
      green: null,
      actor: actor?.login ?? null,
      pullRequest: first === void 0 ? null : { number: first.number, labels: [] },
      run: { id: run.id, attempt: run.run_attempt ?? 1, url: run.html_url, workflow: run.name ?? "" }
    },
    sourceRepo: run.head_repository?.full_name ?? null,
    moot: null,
    conclusion: run.conclusion,
    actorIsBot: isBot(actor?.login, actor?.type),
    unlabelled: pulls.map((pull) => pull.number),
    defaultBranch: repository2.default_branch ?? null,
    workflowId: run.workflow_id
  };
}
function fromPush({ repository: repository2, sender, ...push2 }, env) {
  const branch = push2.ref.startsWith("refs/heads/") ? branchOf(push2.ref) : null;
  if (branch !== null && !isBranchName(branch)) return refused("the event's payload cannot be used: ref: is not a branch name");
  const green = /^0+$/.test(push2.before) || push2.forced === true ? null : push2.before;
  const started2 = whoStarted(env, sender);
  return {
    ok: true,
    value: {
      incident: {
        ...blank("push", env),
        repo: repository2.full_name,
        sha: push2.after,
        head: branch === null ? null : push2.after,
        branch,
        base: branch,
        green: branch === null ? null : green,
        actor: started2.actor
      },
      ...ownCode(repository2.full_name),
      moot: push2.deleted === true || /^0+$/.test(push2.after) ? `${branch ?? "the tag"} was deleted: there is nothing to repair` : null,
      actorIsBot: started2.isBot,
      defaultBranch: repository2.default_branch ?? null
    }
  };
}
function fromPullRequest({ repository: repository2, sender, pull_request: pull }, env) {
  const sha = env.GITHUB_SHA ?? pull.head.sha;
  if (!isCommitId(sha)) return refused("GITHUB_SHA is not a commit id");
  const started2 = whoStarted(env, sender);
  const labels = pull.labels.flatMap((label) => label.name ? [label.name] : []);
  return {
    ok: true,
    value: {
      incident: {
        ...blank("pull_request", env),
        repo: repository2.full_name,
        sha,
        head: pull.head.sha,
        branch: pull.head.ref,
        // A fix of a pull request is stacked on it, so that its author decides.
        base: pull.head.ref,
        actor: started2.actor,
        pullRequest: { number: pull.number, labels }
      },
      ...ownCode(repository2.full_name),
      sourceRepo: pull.head.repo?.full_name ?? null,
      actorIsBot: started2.isBot,
      defaultBranch: repository2.default_branch ?? null
    }
  };
}
function fromEnvironment(env, payload) {
  const common2 = parseCommon(payload ?? {});
  if (!common2.ok) return common2;
  const repo = env.GITHUB_REPOSITORY ?? common2.value.repository?.full_name ?? "";
  if (!isRepoName(repo)) return refused("GITHUB_REPOSITORY is not owner/name");
  const sha = env.GITHUB_SHA ?? "";
  if (!isCommitId(sha)) return refused("GITHUB_SHA is not a commit id");
  const ref = env.GITHUB_REF ?? "";
  const branch = ref.startsWith("refs/heads/") && isBranchName(branchOf(ref)) ? branchOf(ref) : null;
  const started2 = whoStarted(env, common2.value.sender);
  const name = env.GITHUB_EVENT_NAME;
  const event = name === "workflow_dispatch" || name === "schedule" ? name : "other";
  return {
    ok: true,
    value: {
      incident: { ...blank(event, env), repo, sha, head: branch === null ? null : sha, branch, base: branch, actor: started2.actor },
      ...ownCode(repo),
      actorIsBot: started2.isBot,
      defaultBranch: common2.value.repository?.default_branch ?? null
    }
  };
}
function blank(event, env) {
  const id = Number(env.GITHUB_RUN_ID);
  const url = `${env.GITHUB_SERVER_URL ?? "https://github.com"}/${env.GITHUB_REPOSITORY ?? ""}/actions/runs/${id}`;
  const [, file] = /\/\.github\/workflows\/([\w.-]+\.ya?ml)@/.exec(env.GITHUB_WORKFLOW_REF ?? "") ?? [];
  const failed = event === "push" || event === "pull_request" ? { file: file ?? null } : {};
  const run = { id, attempt: Number(env.GITHUB_RUN_ATTEMPT) || 1, url, workflow: env.GITHUB_WORKFLOW ?? "", ...failed };
  const named = Number.isSafeInteger(id) && id > 0;
  return { event, head: null, branch: null, base: null, green: null, actor: null, pullRequest: null, run: named ? run : null };
}
var ownCode = (repo) => ({ sourceRepo: repo, moot: null, conclusion: null, unlabelled: [], workflowId: null });
function whoStarted(env, sender) {
  const actor = env.GITHUB_TRIGGERING_ACTOR ?? env.GITHUB_ACTOR ?? sender?.login ?? null;
  const type = actor !== null && actor === sender?.login ? sender.type : void 0;
  return { actor, isBot: isBot(actor ?? void 0, type) };
}
var isBot = (login, type) => type === "Bot" || (login?.endsWith("[bot]") ?? false);
async function withRef({ incident }, ref, env, github) {
  if (ref === null || ref === incident.sha) return { ok: true, value: incident };
  if (ref === incident.branch || ref === `refs/heads/${incident.branch}`) return { ok: true, value: incident };
  const elsewhere = { ...incident, branch: null, head: null, green: null, pullRequest: null };
  if (isCommitId(ref)) {
    const isHead = ref === incident.head;
    return { ok: true, value: isHead ? { ...incident, sha: ref } : { ...elsewhere, sha: ref } };
  }
  if ((ref === env.GITHUB_REF || ref === env.GITHUB_REF_NAME) && incident.event !== "workflow_run") return { ok: true, value: incident };
  if (github === null || incident.repo === null) {
    return refused(`input ref: "${ref}" cannot be looked up without a token: give the commit's full id, or github-token`);
  }
  if (isBranchName(branchOf(ref))) {
    const head = await github.branchHead(incident.repo, branchOf(ref));
    if (head.ok && head.value !== null) {
      return { ok: true, value: { ...elsewhere, sha: head.value, head: head.value, branch: branchOf(ref) } };
    }
  }
  const commit = await github.commit(incident.repo, ref);
  if (!commit.ok) return refused(`input ref: "${ref}" could not be looked up: ${commit.reason}`);
  if (commit.value === null) return refused(`input ref: ${incident.repo} has no commit, branch or tag "${ref}"`);
  return { ok: true, value: { ...elsewhere, sha: commit.value } };
}
async function lastGreenRun(incident, workflowId, github) {
  if (github === null || workflowId === null || incident.repo === null || incident.branch === null) return null;
  const runs = await github.successfulRuns(incident.repo, workflowId, incident.branch);
  if (!runs.ok) return null;
  for (const sha of [...new Set(runs.value)].slice(0, 3)) {
    if (!isCommitId(sha) || sha === incident.sha) continue;
    const behind = await github.isAncestor(incident.repo, sha, incident.sha);
    if (behind.ok && behind.value) return sha;
  }
  return null;
}

// src/workspace/home.ts
import { homedir } from "node:os";
import { isAbsolute } from "node:path";
var noHome = "/nonexistent";
function userHome() {
  try {
    const home = homedir();
    return isAbsolute(home) ? home : noHome;
  } catch {
    return noHome;
  }
}

// src/phases/locate.ts
async function locate(source, inputs, signal, onRed) {
  switch (source.kind) {
    case "local": {
      const located = await locateHere(source.directory, inputs);
      if (located.kind === "located") onRed();
      return located;
    }
    case "action":
      return locateEvent(source.env, inputs, signal, onRed);
    case "given":
      onRed();
      return source.located;
  }
}
async function locateHere(directory, inputs) {
  const { openCheckout, readLocalIncident } = await import("./soon-ET4SRW4O.js");
  const opened = await openCheckout(directory);
  if (!opened.ok) return { kind: "invalid", reason: opened.reason };
  const incident = await readLocalIncident(opened.checkout, { green: inputs.greenRef });
  return {
    kind: "located",
    incident,
    checkout: opened.checkout,
    github: null,
    serverUrl: "https://github.com",
    origin: null,
    hidden: [userHome()]
  };
}
async function locateEvent(env, inputs, signal, onRed) {
  const placed2 = await readEvent(env, inputs, onRed);
  if (placed2.kind !== "placed") return placed2;
  const { incident, github, serverUrl } = placed2;
  await turnOfTheLoop2();
  const { ensureCheckout } = await import("./soon-ET4SRW4O.js");
  const checkedOut = await ensureCheckout({
    workspace: env.GITHUB_WORKSPACE ?? process.cwd(),
    incident,
    token: inputs.githubToken,
    serverUrl,
    signal
  });
  if (!checkedOut.ok) return { kind: "ended", ending: { outcome: "cannot-reproduce", reason: checkedOut.reason } };
  const origin = incident.repo === null ? null : { repo: incident.repo, serverUrl, token: inputs.githubToken };
  const hidden = [userHome(), ...env.RUNNER_TEMP ? [env.RUNNER_TEMP] : []];
  return { kind: "located", incident, checkout: checkedOut.checkout, github, serverUrl, origin, hidden };
}
async function place(source, inputs, env) {
  switch (source.kind) {
    case "action":
      return readEvent(source.env, inputs);
    case "local": {
      const here = await locateHere(source.directory, inputs);
      if (here.kind !== "located") return here;
      const incident = { ...here.incident, base: inputs.baseRef ?? here.incident.base };
      return { kind: "placed", incident, ...await siteOf(env, inputs) };
    }
    case "given":
      return { ...source.located, kind: "placed" };
  }
}
async function siteOf(env, { githubToken }) {
  const apiUrl = env.GITHUB_API_URL ?? "https://api.github.com";
  const openGitHub = githubToken === null ? null : (await import("./soon-ET4SRW4O.js")).openGitHub;
  return {
    github: githubToken === null || openGitHub === null ? null : openGitHub({ token: githubToken, apiUrl }),
    serverUrl: env.GITHUB_SERVER_URL ?? "https://github.com"
  };
}
async function readEvent(env, inputs, onRed) {
  const { github, serverUrl } = await siteOf(env, inputs);
  const outcome = await readActionIncident({
    env,
    payload: await readPayload(env.GITHUB_EVENT_PATH),
    inputs: { ...inputs, optOutLabel: inputs.optOutLabel ?? "" },
    github,
    onRed
  });
  if (outcome.kind === "skipped") {
    const turnedGreen2 = outcome.turnedGreen && outcome.incident !== null ? { incident: outcome.incident, github } : null;
    return { kind: "ended", ending: { outcome: "skipped", reason: outcome.reason }, turnedGreen: turnedGreen2 };
  }
  if (outcome.kind === "invalid") return { kind: "invalid", reason: outcome.reason };
  return { kind: "placed", incident: outcome.incident, github, serverUrl };
}
async function readPayload(path) {
  if (path === void 0) return null;
  try {
    return JSON.parse(await readFile2(path, "utf8"));
  } catch {
    return null;
  }
}
function eventOf(source) {
  switch (source.kind) {
    case "local":
      return "local";
    case "action":
      return source.env.GITHUB_EVENT_NAME ?? "other";
    case "given":
      return source.located.incident.event;
  }
}

// src/phases/run.ts
var ConfigurationError = class extends Error {
  name = "ConfigurationError";
};
function openRun(job) {
  const { inputs, progress } = job;
  const now = () => performance.now();
  const ledger = createLedger({ now });
  const record = createRecord(
    {
      engine: inputs.endpoint === null ? "builtin" : inputs.engine,
      model: inputs.endpoint?.model ?? null,
      limits: inputs.limits,
      event: eventOf(job.source)
    },
    ledger
  );
  let reserveMs = 0;
  const price = inputs.endpoint?.price ?? null;
  const budget2 = createBudget({
    limits: inputs.limits,
    now,
    startedAt: now(),
    reserveMs: () => reserveMs,
    costOf: price === null ? null : (usage) => costOf(usage, price).usd,
    countTokens: inputs.endpoint !== null
  });
  progress.spending(() => ({ limits: inputs.limits, used: budget2.used(), hosted: inputs.endpoint !== null }));
  const spent = () => ({
    budget: { limits: inputs.limits, used: budget2.used() },
    cost: { usd: budget2.used().costUsd, priced: inputs.endpoint === null || price !== null }
  });
  return {
    ...job,
    now,
    ledger,
    record,
    budget: budget2,
    wholeLimitMs: inputs.limits.minutes * 6e4 / 2,
    reserve: (ms) => {
      reserveMs = ms;
    },
    phase: (name, work) => {
      progress.phase(name);
      return ledger.phase(name, work);
    },
    noteSpending: () => record.note(spent())
  };
}

// src/repair.ts
async function loadLater() {
  for (const piece of [() => import("./suite-QGBVVGKB.js"), () => import("./agent-C64NMCRC.js")]) {
    await turnOfTheLoop3();
    await piece();
  }
  return await import("./later-G6MRAA7A.js");
}
function warmUp({ budget: budget2, ledger }, hosted) {
  void hosted?.warm().then((turn) => {
    if (turn === null) return;
    budget2.spendUsage(turn.usage);
    ledger.onTurn(0, turn);
  });
}
async function repair(job) {
  const run = openRun(job);
  const said = { conversation: [], attempts: [], incident: null };
  const ending = await phases(run, said).catch(async (error) => {
    if (job.signal.aborted) return interrupted;
    const fault = await machineFault(error, job.scratch);
    if (fault === null) throw error;
    return { outcome: "declined", reason: fault };
  });
  run.noteSpending();
  return { report: run.record.report(ending), ...said };
}
async function phases(run, said) {
  var _stack = [];
  try {
    const { inputs, signal, record, phase } = run;
    const hosted = __using(_stack, run.hosted ?? connectHosted(inputs, signal, (text2) => run.progress.line(text2)), true);
    const located = await phase("incident", () => locate(run.source, inputs, signal, () => warmUp(run, hosted)));
    if (located.kind === "ended") {
      return located.turnedGreen ? phase("deliver", async () => (await import("./tell-X2ZKZE23.js")).afterEnd(run, located)) : located.ending;
    }
    if (located.kind === "invalid") throw new ConfigurationError(located.reason);
    const { incident } = located;
    said.incident = incident;
    record.note({ incident: { repo: incident.repo, sha: incident.sha, branch: incident.branch, event: incident.event } });
    const ending = await repairLocated(run, said, located, hosted);
    return incident.event === "local" ? ending : (await import("./tell-X2ZKZE23.js")).tellPeople(run, located, ending);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function repairLocated(run, said, located, hosted) {
  var _stack = [];
  try {
    const { signal, phase } = run;
    const { checkout } = located;
    const { confine, enableSandbox, openWorkspace, pathPolicyOf } = await import("./soon-ET4SRW4O.js");
    const _runner = __using(_stack, await enableSandbox(run), true);
    const preparing = confine(run, located).then(async (confined) => {
      return confined.kind === "confined" ? { ...confined, later: await loadLater() } : confined;
    });
    preparing.catch(() => {
    });
    const workspace = __using(_stack, await phase(
      "workspace",
      () => openWorkspace({ checkout, temp: run.scratch, policy: pathPolicyOf(run.inputs), signal })
    ), true);
    const prepared = await preparing;
    if (prepared.kind === "ended") return prepared.ending;
    const { sandbox, later } = prepared;
    const { openTests, installDependencies, withInstallation } = later;
    const failedRun = __using(_stack, later.readRunAhead(run, located), true);
    const minds = __using(_stack, await later.openMinds(run, hosted), true);
    const opened = await openTests(run, workspace, sandbox, failedRun);
    if (opened.kind === "ended") return opened.ending;
    const { suite } = opened;
    const installed = await phase("install", () => installDependencies(run, suite, workspace));
    if (installed.kind === "ended") return installed.ending;
    const tested = { later, located, workspace, minds, suite, sandbox, failedRun, hasInstalled: installed.ran };
    return withInstallation(await repairTested(run, said, tested), installed.failed);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function repairTested(run, said, tested) {
  const { record, phase } = run;
  const { later, located, workspace, minds, suite, sandbox, failedRun, hasInstalled } = tested;
  const { seeFailure, seeStuck, planCauses, chooseFailures, declineFor, notWorthIt, diagnose } = later;
  const { incident } = located;
  const found = await phase("reproduce", () => seeFailure(run, suite, workspace, hasInstalled));
  if (found.kind === "aborted") return interrupted;
  if (found.kind !== "red") {
    const stuck = found.kind === "timed-out" ? await phase("diagnose", () => seeStuck(run, suite, workspace)) : null;
    return await endWithoutFailure(found, { incident, record, command: suite.plan.testCommand, failedRun, stuck });
  }
  if (run.inputs.mode === "plan") return await phase("plan", () => planCauses(run, workspace, found));
  const chosen = chooseFailures(run, found);
  if (chosen.kind === "ended") return chosen.ending;
  const ending = await declineFor(run, workspace, chosen.seen, incident.green) ?? await notWorthIt(run, located, chosen.seen);
  if (ending !== null) return ending;
  if (minds.model !== null && sandbox.layer !== "none") workspace.freshAhead();
  const { diagnosis, seen } = await phase("diagnose", () => diagnose(run, { located, workspace, seen: chosen.seen, failedRun }));
  const fingerprint = fingerprintOf(chosen.seen.failing);
  return withAside(await findAndDeliver(run, said, { later, located, workspace, minds, seen, diagnosis, fingerprint }), diagnosis.aside);
}
async function findAndDeliver(run, said, known) {
  var _stack = [];
  try {
    const { ledger, progress, record, signal, phase } = run;
    const { later, workspace, minds, seen, diagnosis } = known;
    const { prove, numberTurns, findFix, noteResults, deliverFix } = later;
    let { suspects: suspects2 } = diagnosis;
    const proofs = __using(_stack, new Ahead((patch, stop) => prove(run, workspace, seen, patch, stop), signal), true);
    const emit = numberTurns((event) => {
      ledger.onAgentEvent(event);
      progress.onAgentEvent(event);
      if (event.type === "suspected") {
        suspects2 = event.suspects.slice(0, 100);
        record.note({ suspects: suspects2 });
      }
      if (event.type === "tool-started" && event.call.name === "edit") void proofs.drop();
      if (event.type === "tests-green") proofs.start(event.patch);
    });
    const examined = /* @__PURE__ */ new Map();
    const examineOnce = (patch) => {
      const result = examined.get(patch.text) ?? proofs.take(patch).then((proof) => examine(run, known, patch, proof));
      examined.set(patch.text, result);
      return result;
    };
    const holds = async ({ patch }) => {
      const { proof, refused: refused2 } = await examineOnce(patch);
      return proof.kind === "proved" && refused2.length === 0;
    };
    let evidence = null;
    for (let round = 1; ; round++) {
      const finding = await phase(
        "loop",
        () => findFix(minds, { ...seen, workspace, diagnosis, budget: run.budget, evidence, holds, now: run.now, emit })
      );
      said.conversation = conversationOf(minds, finding.by).items;
      said.attempts = attemptsOf(minds, finding.by);
      record.note({ transport: minds.main.conversation.stats });
      const { result } = finding;
      run.budget.noteResult(result);
      run.noteSpending();
      if (result.kind !== "candidate") return endWithoutFix(result, { ...diagnosis, suspects: suspects2 }, record);
      const { patch } = result;
      const explanation = [result.explanation, diagnosis.aside].filter((part) => part !== "").join("\n");
      record.note({ patch: patch.text, files: patch.files, diagnosis: explanation, alternatives: result.alternatives });
      const { proof, integrity: integrity2, refused: refused2 } = await phase("verify", () => examineOnce(patch));
      if (proof.kind === "aborted") return interrupted;
      record.note({ integrity: integrity2 });
      noteResults(run, seen, proof.after);
      if (proof.kind === "proved" && refused2.length === 0) {
        noteProof(run, known, result.source, proof);
        return await phase(
          "deliver",
          () => deliverFix({ inputs: run.inputs, located: known.located, record, patch, draft: finding.draft, scratch: run.scratch, signal })
        );
      }
      const problems = proof.kind === "refuted" ? proof.problems : refused2.map(placed);
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
function attemptsOf({ engine, model, rivals }, by) {
  const named = (attempt2, name) => {
    const items = attempt2?.conversation.items ?? [];
    return items.length === 0 ? [] : [{ by: name, chosen: attempt2 === by, items }];
  };
  const models = [model, ...rivals].flatMap((attempt2, index) => named(attempt2, rivals.length === 0 ? "the model" : `attempt ${index + 1}`));
  return [...named(engine, "the built-in engine"), ...models];
}
function noteProof(run, { seen: { baseline }, fingerprint }, kind, { after, greenRuns }) {
  const proof = { kind, redRuns: 2, greenRuns, suiteBefore: summaryOf(baseline), suiteAfter: summaryOf(after) };
  run.record.note({ proof, fingerprint });
  run.noteSpending();
}

// src/phases/folders.ts
import { access, constants, mkdir as mkdir2, mkdtemp, realpath } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname as dirname3, join as join5, resolve as resolve3 } from "node:path";

// src/workspace/remove-tree.ts
import { chmod, lstat, readdir, rm as rm2, rmdir, unlink } from "node:fs/promises";
import { join as join4 } from "node:path";

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

// src/workspace/remove-tree.ts
async function removeTree(folder) {
  if (await succeeds(removeFolder(folder))) return;
  await openUp(folder);
  await succeeds(rm2(folder, { recursive: true, force: true, maxRetries: 3 }));
}
function succeeds(work) {
  return work.then(
    () => true,
    () => false
  );
}
async function removeFolder(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const [folders, files] = [entries.filter((entry) => entry.isDirectory()), entries.filter((entry) => !entry.isDirectory())];
  await mapLimit(files, 16, ({ name }) => unlink(join4(folder, name)));
  await mapLimit(folders, 4, ({ name }) => removeFolder(join4(folder, name)));
  await rmdir(folder);
}
async function openUp(folder) {
  const pending = [folder];
  for (let path = pending.pop(); path !== void 0; path = pending.pop()) {
    const here = path;
    if (!(await lstat(here).catch(() => null))?.isDirectory()) continue;
    await chmod(here, 448).catch(() => {
    });
    const entries = await readdir(here, { withFileTypes: true }).catch(() => []);
    pending.push(...entries.filter((entry) => entry.isDirectory()).map(({ name }) => join4(here, name)));
  }
}

// src/phases/folders.ts
async function openScratch(parent = tmpdir()) {
  const path = await realpath(parent).then((real) => mkdtemp(join5(real, "regreen-"))).catch((error) => {
    throw new ConfigurationError(
      `No temporary folder can be made in ${resolve3(parent)} (${inWords(error)}): let TMPDIR, in a workflow RUNNER_TEMP, name a folder that can be written to.`
    );
  });
  return { path, [Symbol.asyncDispose]: () => removeTree(path) };
}
async function openReportFolder(folder) {
  if (folder === null) return;
  try {
    await makeFolder(resolve3(folder));
    await access(`${folder}/.`, constants.W_OK);
  } catch (error) {
    throw new ConfigurationError(`report-dir: ${resolve3(folder)} cannot be written to (${inWords(error)}); give another folder.`);
  }
}
async function makeFolder(folder, isAgain = false) {
  try {
    await mkdir2(folder);
  } catch (error) {
    const code2 = error instanceof Error && "code" in error ? error.code : null;
    if (code2 === "EEXIST") return;
    if (code2 !== "ENOENT" || isAgain || dirname3(folder) === folder) throw error;
    await makeFolder(dirname3(folder));
    await makeFolder(folder, true);
  }
}
var words = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  ENOENT: "it does not exist",
  ENOTDIR: "it is no folder",
  EEXIST: "it is no folder",
  ENAMETOOLONG: "its name is too long"
};
function inWords(error) {
  const code2 = error instanceof Error && "code" in error ? String(error.code) : String(error);
  return words[code2] ?? code2;
}

export {
  mapLimit,
  removeTree,
  patchOf,
  changedLinesOf,
  limitWords,
  noAmounts,
  createBudget,
  createWarnings,
  createLedger,
  createRecord,
  summaryOf,
  resultRows,
  isCommitId,
  isBranchName,
  isRepoName,
  userHome,
  runCommand,
  repositoryEnvironment,
  userPath,
  regreenRoot,
  GitError,
  Git,
  annotationsOf,
  changeInWords,
  paragraphs,
  whatFailed,
  whatChanged,
  turnedTests,
  atAGlance,
  sourceOfChange,
  redToGreen,
  suiteTable,
  failingTests,
  integrity,
  allowedFindings,
  suspects,
  alternatives,
  budget,
  timing,
  assemble,
  readConversation,
  readAttempts,
  matrixOf,
  webPage,
  renderSummary,
  packLanes,
  traceOf,
  writeReportFiles,
  outputDescriptions,
  outputsOf,
  failsStep,
  exitCodeOf,
  sendTelemetry,
  fingerprintOf,
  interrupted,
  machineFault,
  repair,
  place,
  ConfigurationError,
  openRun,
  openScratch,
  openReportFolder
};
//# sourceMappingURL=chunk-ZNJ5TXQ4.js.map
