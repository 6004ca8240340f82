import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  iso_exports
} from "./chunk-FK3TQUF7.js";
import {
  costInWords,
  count,
  cut,
  duration,
  headlines,
  inert,
  oneLine,
  outcomes,
  placed,
  plain,
  remedyOf,
  revealed,
  share,
  sizeInWords,
  sources,
  times,
  waits
} from "./chunk-CLP2JB2C.js";
import {
  _enum,
  array,
  boolean,
  literal,
  number,
  object,
  string,
  union,
  unknown
} from "./chunk-4K2SKPFD.js";

// src/report/terminal.ts
import { styleText } from "node:util";
function renderTerminal(report2, { color = false } = {}) {
  const paint = (style, text3) => color ? styleText(style, text3, { validateStream: false }) : text3;
  const tone = report2.outcome === "fixed" || report2.outcome === "already-green" ? "green" : "yellow";
  const remedy = remedyOf(report2);
  const blocks = [
    [
      paint(["bold", tone], headlines[report2.outcome]),
      oneLine(report2.reason, 1e3),
      ...remedy === null ? [] : [`Next: ${oneLine(remedy, 1e3)}`]
    ],
    failed(report2),
    report2.diagnosis === null ? [] : ["What was found", ...indent(cut(plain(report2.diagnosis), 4e3))],
    change(report2, paint),
    proof(report2),
    delivery(report2),
    [`Cost: ${costInWords(report2)}`],
    time(report2)
  ];
  const text2 = blocks.filter((block) => block.length > 0).map((block) => block.join("\n")).join("\n\n");
  return `${inert(text2)}
`;
}
function failed({ tests: tests2 }) {
  const failing = tests2.before?.failing ?? [];
  if (tests2.before === null || failing.length === 0) return [];
  const shown = failing.slice(0, 10).map((id) => `  \u2717 ${oneLine(id, 200)}`);
  const command = tests2.command === null ? "" : ` (${oneLine(tests2.command, 200)})`;
  return [
    `What failed${command}: ${failing.length} of ${count(tests2.before.executed, "test")}`,
    ...shown,
    ...failing.length > shown.length ? [`  and ${failing.length - shown.length} more`] : [],
    ...tests2.flaky.slice(0, 10).map((id) => `  ~ flaky: ${oneLine(id, 200)}`)
  ];
}
function change(report2, paint) {
  if (report2.patch === "") return [];
  const lines = revealed(report2.patch).replace(/\n$/, "").split("\n");
  const shown = lines.slice(0, 200).map((line) => {
    const text2 = `  ${cut(line, 400)}`;
    if (/^(\+\+\+|---|diff |index )/.test(line)) return paint("bold", text2);
    return line.startsWith("+") ? paint("green", text2) : line.startsWith("-") ? paint("red", text2) : text2;
  });
  const by = report2.proof === null ? "" : ` ${sources[report2.proof.kind]}.`;
  return [
    `The change: ${sizeInWords(report2.files)}.${by}`,
    ...shown,
    ...lines.length > shown.length ? [`  (${lines.length - shown.length} more lines in fix.patch)`] : []
  ];
}
function proof({ proof: proven, integrity }) {
  const findings = integrity.slice(0, 10).map((finding2) => `  ${finding2.severity === "note" ? "-" : "!"} ${oneLine(placed(finding2), 300)}`);
  if (proven === null) return findings;
  const suite2 = (name2, { executed, passed, failed: red, skipped }) => `  ${name2.padEnd(7)} ${executed} executed, ${passed} passed, ${red} failed, ${skipped} skipped`;
  return [
    `Proof: the same tests, red ${times(proven.redRuns)} without the change, green ${times(proven.greenRuns)} with it`,
    suite2("before", proven.suiteBefore),
    suite2("after", proven.suiteAfter),
    ...findings
  ];
}
function delivery({ delivery: { state, reason, compareUrl }, pullRequest, outcome }) {
  if (pullRequest !== null) return [`Pull request: ${oneLine(pullRequest.url, 500)}`];
  if (outcome !== "fixed" || state !== "refused") return [];
  return [`Not delivered: ${oneLine(reason, 1e3)}`, ...compareUrl ? [`Compare: ${oneLine(compareUrl, 1e3)}`] : []];
}
function time({ timing: timing2, turns }) {
  const width = 24;
  const bars = waits.filter((kind) => timing2.critical[kind] > 0).map((kind) => {
    const part = timing2.critical[kind];
    const bar = "\u2588".repeat(Math.max(Math.round(width * part / Math.max(timing2.total, part)), 1));
    return `  ${kind.padEnd(9)} ${duration(part).padStart(10)} ${share(part, timing2.total).padStart(5)} ${bar}`;
  });
  const phases = timing2.phases.map(({ name: name2, start, end }) => `${oneLine(name2, 40)} ${duration(end - start)}`).join(", ");
  const beside = timing2.overlap < 0.05 ? "" : `, and ${duration(timing2.overlap)} of work beside it`;
  return [
    `Time: ${duration(timing2.total)} in ${count(turns.filter((turn2) => turn2.mode !== "warm").length, "turn")}${beside}`,
    ...bars,
    ...phases === "" ? [] : [`  ${phases}`]
  ];
}
function indent(text2) {
  return text2.trim().split("\n").map((line) => `  ${line}`);
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
  msConnecting: number2.default(0),
  reconnects: number2,
  fallbacks: many(name),
  bytesSent: number2,
  bytesNotResent: number().finite().default(0),
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
var time2 = number2.nullable().default(null);
var call = object({ id: name, name, start: number2, end: number2, testSeconds: number2, note: text.nullable() });
var turn = object({
  n: number2,
  model: name.nullable().default(null),
  start: time2,
  end: time2,
  mode: _enum(["warm", "delta", "full", "http"]),
  msToFirstEvent: number().finite(),
  msStream: number().finite(),
  msTools: number2,
  msClient: number2,
  inputTokens: number2,
  cachedTokens: number2,
  outputTokens: number2,
  reasoningTokens: number2.default(0),
  msConnecting: number2.default(0),
  bytesSent: number2.default(0),
  // A delta of next to nothing can be longer than what it stands for.
  bytesNotResent: number().finite().default(0),
  tools: many(name),
  calls: many(call).default([])
});
var waitSeconds = object({ model: number2, tests: number2, tools: number2, transport: number2, client: number2, idle: number2 });
var timing = object({
  total: number2,
  phases: many(object({ name, start: number2, end: number2, waitedFor: waitSeconds.nullable().default(null) })),
  critical: waitSeconds,
  overlap: number2
});
var ledger = object({
  startedAt: iso_exports.datetime().nullable(),
  work: many(
    object({ kind: _enum(["model", "tests", "tools", "transport"]), name, turn: number2.nullable(), start: number2, end: number2 })
  ),
  path: many(object({ start: number2, end: number2, phase: name.nullable(), waitedFor: _enum(waits) }))
});
var socket = object({ bytesNotResent: number().finite(), handshakesNotMade: number2, handshakeSeconds: number2.nullable() });
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
  causes: many(object({ what: name, package: name, tests: many(name) })).optional(),
  proof: object({ kind: _enum(["revert", "template", "model"]), redRuns: number2, greenRuns: number2, suiteBefore: suite, suiteAfter: suite }).nullable(),
  delivery: object({
    state: _enum(["delivered", "refused", "not-requested"]),
    reason: text,
    way: _enum(["pull-request", "push", "comment"]).nullish(),
    remedy: text.nullish(),
    branch: name.nullish(),
    compareUrl: name.nullish()
  }),
  conversation: union([array(unknown()), name]),
  attempts: name.nullish(),
  patch: text,
  files: many(object({ path: name, added: number2, removed: number2 })),
  turns: many(turn),
  timing,
  ledger: ledger.default({ startedAt: null, work: [], path: [] }),
  socket: socket.nullable().default(null),
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

export {
  renderTerminal,
  parseReport,
  renderReport
};
//# sourceMappingURL=chunk-U5GOCM2J.js.map
