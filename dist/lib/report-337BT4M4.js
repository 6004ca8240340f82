import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  createLiveProgress
} from "./chunk-YHLGFB2K.js";
import {
  parseReport,
  renderReport,
  renderTerminal
} from "./chunk-U5GOCM2J.js";
import {
  renderPullRequest
} from "./chunk-DACOD5TB.js";
import {
  renderComment,
  renderDiagnosis
} from "./chunk-727WLZOV.js";
import {
  timeBound
} from "./chunk-FSYPUJUI.js";
import "./chunk-FK3TQUF7.js";
import {
  annotationsOf,
  createLedger,
  createRecord,
  exitCodeOf,
  failsStep,
  matrixOf,
  outputDescriptions,
  outputsOf,
  readAttempts,
  readConversation,
  renderSummary,
  resultRows,
  summaryOf,
  traceOf,
  writeReportFiles
} from "./chunk-ZNJ5TXQ4.js";
import {
  costOf,
  createProgress,
  createRedactor,
  oneLine,
  outcomes,
  placed,
  priceOf,
  waits
} from "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import {
  require_crypto
} from "./chunk-ESKC7XX5.js";
import {
  __callDispose,
  __toESM,
  __using
} from "./chunk-G62E4XM6.js";

// src/report/otlp.ts
var import_node_crypto = __toESM(require_crypto(), 1);
var SCHEMA_URL = "https://opentelemetry.io/schemas/1.45.0";
var MOST_SPANS = 1e4;
function parentOf(traceparent) {
  const [, traceId = "", spanId = ""] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/.exec(traceparent ?? "") ?? [];
  return /[1-9a-f]/.test(traceId) && /[1-9a-f]/.test(spanId) ? { traceId, spanId } : null;
}
function double(doubleValue) {
  return { doubleValue };
}
function otlpOf(report, parent = null) {
  const { ledger, incident } = report;
  if (ledger.startedAt === null) return null;
  const origin = BigInt(Date.parse(ledger.startedAt)) * 1000000n;
  const nano = (seconds) => String(origin + BigInt(Math.round(seconds * 1e3)) * 1000000n);
  const traceId = parent?.traceId ?? (0, import_node_crypto.randomBytes)(16).toString("hex");
  const spans = [];
  const add = ({ name, kind = 1, start, end, attributes, children = [] }, parentSpanId, code) => {
    if (spans.length >= MOST_SPANS) return;
    const spanId = (0, import_node_crypto.randomBytes)(8).toString("hex");
    const status = { code };
    const times = { startTimeUnixNano: nano(start), endTimeUnixNano: nano(Math.max(end, start)) };
    spans.push({ traceId, spanId, parentSpanId, name: oneLine(name, 200), kind, ...times, attributes: keyValues(attributes), status });
    for (const child of children) add(child, spanId, 0);
  };
  add(wholeRun(report), parent?.spanId ?? "", report.outcome === "fixed" ? 1 : 0);
  const resource = {
    "service.name": "regreen",
    "vcs.repository.name": incident.repo,
    "vcs.ref.head.name": incident.branch,
    "vcs.ref.head.revision": incident.sha
  };
  return {
    resourceSpans: [
      { resource: { attributes: keyValues(resource) }, scopeSpans: [{ scope: { name: "regreen" }, schemaUrl: SCHEMA_URL, spans }] }
    ]
  };
}
function wholeRun(report) {
  const { timing, turns, ledger, cost } = report;
  const sum = (count) => turns.reduce((total, turn) => total + count(turn), 0);
  const tests = ledger.work.filter(({ kind, turn }) => kind === "tests" && turn === null).map(testRun);
  const inner = [...turns.flatMap((turn) => turnSpan(report, turn)), ...tests];
  const phases = timing.phases.map(({ name, start, end, waitedFor }) => ({
    name: `phase ${name}`,
    start,
    end,
    attributes: { "regreen.phase": name, ...prefixed("regreen.waited_for", waitedFor ?? {}) },
    children: inner.filter((work) => phaseAround(timing.phases, work) === name)
  }));
  return {
    name: "invoke_agent regreen",
    start: 0,
    end: timing.total,
    attributes: {
      "gen_ai.operation.name": "invoke_agent",
      "gen_ai.agent.name": "regreen",
      "gen_ai.provider.name": providerOf(report),
      "gen_ai.request.model": report.model,
      "gen_ai.usage.input_tokens": sum((turn) => turn.inputTokens),
      "gen_ai.usage.output_tokens": sum((turn) => turn.outputTokens),
      "gen_ai.usage.cache_read.input_tokens": sum((turn) => turn.cachedTokens),
      "regreen.outcome": report.outcome,
      "regreen.engine": report.engine,
      "regreen.fingerprint": report.fingerprint,
      "regreen.cost.usd": cost.priced ? double(cost.usd) : null,
      "regreen.socket.bytes_not_resent": report.socket?.bytesNotResent ?? null,
      ...prefixed("regreen.critical", timing.critical),
      "regreen.overlap": double(timing.overlap)
    },
    children: [...phases, ...inner.filter((work) => phaseAround(timing.phases, work) === null)]
  };
}
function phaseAround(phases, { start }) {
  return phases.findLast((phase) => phase.start <= start && start < phase.end)?.name ?? null;
}
function turnSpan(report, { n, mode, start, end, model, ...turn }) {
  if (start === null || end === null) return [];
  const name = model ?? report.model;
  return [
    {
      name: name === null ? "chat" : `chat ${name}`,
      kind: 3,
      start,
      end,
      attributes: {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": providerOf(report, name),
        "gen_ai.request.model": name,
        "gen_ai.request.stream": true,
        "gen_ai.usage.input_tokens": turn.inputTokens,
        "gen_ai.usage.output_tokens": turn.outputTokens,
        "gen_ai.usage.cache_read.input_tokens": turn.cachedTokens,
        "gen_ai.usage.reasoning.output_tokens": turn.reasoningTokens,
        "gen_ai.response.time_to_first_chunk": double(turn.msToFirstEvent / 1e3),
        "regreen.turn": n,
        "regreen.turn.mode": mode,
        "regreen.turn.bytes_sent": turn.bytesSent,
        "regreen.turn.bytes_not_resent": turn.bytesNotResent
      },
      children: turn.calls.map((call) => ({
        name: `execute_tool ${call.name}`,
        start: call.start,
        end: call.end,
        attributes: {
          "gen_ai.operation.name": "execute_tool",
          "gen_ai.tool.name": call.name,
          "gen_ai.tool.type": "function",
          "gen_ai.tool.call.id": call.id,
          "regreen.tests.seconds": double(call.testSeconds)
        }
      }))
    }
  ];
}
function testRun({ name, start, end }) {
  return { name: `tests ${name}`, start, end, attributes: { "regreen.tests": name } };
}
var providers = {
  "api.openai.com": "openai",
  "api.x.ai": "x_ai",
  "api.groq.com": "groq",
  "api.mistral.ai": "mistral_ai",
  "api.deepseek.com": "deepseek"
};
function providerOf({ transport, engine, model }, asked = model) {
  if (engine === "builtin" || asked === null || asked !== model) return "regreen";
  const host = transport !== null && URL.canParse(transport.url) ? new URL(transport.url).hostname : "";
  if (host.endsWith(".openai.azure.com")) return "azure.ai.openai";
  return Object.hasOwn(providers, host) ? providers[host] ?? host : host || "unknown";
}
function prefixed(prefix, values) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}.${name}`, double(value)]));
}
function keyValues(attributes) {
  return Object.entries(attributes).flatMap(([key, value]) => value === null ? [] : [{ key, value: anyValue(value) }]);
}
function anyValue(value) {
  if (typeof value === "string") return { stringValue: oneLine(value, 1e3) };
  if (typeof value === "boolean") return { boolValue: value };
  return typeof value === "number" ? { intValue: String(Math.round(value)) } : value;
}

// src/report/send-traces.ts
var PATIENCE_MS = 5e3;
var MAX_ANSWER = 2e4;
async function sendTraces(report, { endpoint, headers, traceparent, patienceMs = PATIENCE_MS }) {
  var _stack = [];
  try {
    const bound = __using(_stack, timeBound(patienceMs));
    try {
      const traces = otlpOf(report, parentOf(traceparent));
      if (traces === null) return "the report does not say when the run was";
      const response = await fetch(tracesUrl(endpoint), {
        method: "POST",
        headers: { ...headers, "content-type": "application/json", "user-agent": "regreen" },
        body: JSON.stringify(traces),
        // A key must not travel to where a collector points.
        redirect: "manual",
        signal: bound.signal
      });
      if (!response.ok) {
        await response.body?.cancel();
        return `the collector answered ${response.status}`;
      }
      return rejection(await beginningOf(response));
    } catch (error) {
      return bound.expired() ? `the collector did not answer within ${patienceMs / 1e3} s` : describe(error);
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function tracesUrl(endpoint) {
  const url = new URL(endpoint);
  if (!/\/v1\/traces\/?$/.test(url.pathname)) url.pathname = `${url.pathname.replace(/\/+$/, "")}/v1/traces`;
  return url;
}
async function beginningOf({ body }) {
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_ANSWER) break;
  }
  return text;
}
function rejection(answer) {
  const [, rejected = "0"] = /"rejectedSpans"\s*:\s*"?(\d{1,12})/.exec(answer) ?? [];
  return Number(rejected) > 0 ? `the collector rejected ${rejected} spans` : null;
}
function describe(error) {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && "code" in cause && typeof cause.code === "string" ? ` (${cause.code})` : "";
  return `the collector could not be reached${code}`;
}
export {
  annotationsOf,
  costOf,
  createLedger,
  createLiveProgress,
  createProgress,
  createRecord,
  createRedactor,
  exitCodeOf,
  failsStep,
  matrixOf,
  outcomes,
  outputDescriptions,
  outputsOf,
  parseReport,
  placed,
  priceOf,
  readAttempts,
  readConversation,
  renderComment,
  renderDiagnosis,
  renderPullRequest,
  renderReport,
  renderSummary,
  renderTerminal,
  resultRows,
  sendTraces,
  summaryOf,
  traceOf,
  waits,
  writeReportFiles
};
//# sourceMappingURL=report-337BT4M4.js.map
