// The run as spans of OpenTelemetry, in the JSON form of OTLP: ids in hexadecimal, 64-bit integers as text.
import { randomBytes } from 'node:crypto';
import { oneLine } from './plain.ts';
import type { Report } from './types.ts';

type AnyValue =
  | { readonly stringValue: string }
  | { readonly intValue: string }
  | { readonly doubleValue: number }
  | { readonly boolValue: boolean };

interface KeyValue {
  readonly key: string;
  readonly value: AnyValue;
}

interface OtlpSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string;
  readonly name: string;
  /** 1 is internal, 3 a client's. */
  readonly kind: 1 | 3;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly KeyValue[];
  /** 0 is unset, 1 ok, 2 an error. */
  readonly status: { readonly code: 0 | 1 | 2 };
}

interface OtlpTraces {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly KeyValue[] };
    readonly scopeSpans: readonly {
      readonly scope: { readonly name: string };
      readonly schemaUrl: string;
      readonly spans: readonly OtlpSpan[];
    }[];
  }[];
}

/**
 * The version of the semantic conventions whose names are used here. The names for generative AI are still in development: they change
 * with this line or not at all.
 */
const SCHEMA_URL = 'https://opentelemetry.io/schemas/1.45.0';

/** More than a backend shows of one trace. */
const MOST_SPANS = 10_000;

/** The span of whoever started the run, from `TRACEPARENT` (W3C Trace Context, version 00). */
interface Parent {
  readonly traceId: string;
  readonly spanId: string;
}

export function parentOf(traceparent: string | undefined): Parent | null {
  const [, traceId = '', spanId = ''] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/.exec(traceparent ?? '') ?? [];
  return /[1-9a-f]/.test(traceId) && /[1-9a-f]/.test(spanId) ? { traceId, spanId } : null;
}

/** Numbers are whole; what is measured in fractions is a `double` always, so that a backend sees one type. */
type Attributes = Readonly<Record<string, string | number | boolean | Double | null>>;

interface Double {
  readonly doubleValue: number;
}

function double(doubleValue: number): Double {
  return { doubleValue };
}

interface Work {
  readonly name: string;
  readonly kind?: 1 | 3;
  /** Seconds since the start of the run. */
  readonly start: number;
  readonly end: number;
  readonly attributes: Attributes;
  readonly children?: readonly Work[];
}

/**
 * The run is one `invoke_agent` span; below it the phases, in them the turns (`chat`) and test runs, below a turn its tools
 * (`execute_tool`). `report` is redacted already: no prompt, no output, no patch is part of a span. Null when the report does not say
 * when the run was.
 */
export function otlpOf(report: Report, parent: Parent | null = null): OtlpTraces | null {
  const { ledger, incident } = report;
  if (ledger.startedAt === null) return null;
  const origin = BigInt(Date.parse(ledger.startedAt)) * 1_000_000n;
  const nano = (seconds: number): string => String(origin + BigInt(Math.round(seconds * 1_000)) * 1_000_000n);
  const traceId = parent?.traceId ?? randomBytes(16).toString('hex');
  const spans: OtlpSpan[] = [];
  const add = ({ name, kind = 1, start, end, attributes, children = [] }: Work, parentSpanId: string, code: 0 | 1 | 2): void => {
    if (spans.length >= MOST_SPANS) return;
    const spanId = randomBytes(8).toString('hex');
    const status = { code };
    const times = { startTimeUnixNano: nano(start), endTimeUnixNano: nano(Math.max(end, start)) };
    spans.push({ traceId, spanId, parentSpanId, name: oneLine(name, 200), kind, ...times, attributes: keyValues(attributes), status });
    for (const child of children) add(child, spanId, 0);
  };
  add(wholeRun(report), parent?.spanId ?? '', report.outcome === 'fixed' ? 1 : 0);
  const resource = {
    'service.name': 'regreen',
    'vcs.repository.name': incident.repo,
    'vcs.ref.head.name': incident.branch,
    'vcs.ref.head.revision': incident.sha,
  };
  return {
    resourceSpans: [
      { resource: { attributes: keyValues(resource) }, scopeSpans: [{ scope: { name: 'regreen' }, schemaUrl: SCHEMA_URL, spans }] },
    ],
  };
}

function wholeRun(report: Report): Work {
  const { timing, turns, ledger, cost } = report;
  const sum = (count: (turn: Report['turns'][number]) => number): number => turns.reduce((total, turn) => total + count(turn), 0);
  const tests = ledger.work.filter(({ kind, turn }) => kind === 'tests' && turn === null).map(testRun);
  const inner = [...turns.flatMap((turn) => turnSpan(report, turn)), ...tests];
  const phases: Work[] = timing.phases.map(({ name, start, end, waitedFor }) => ({
    name: `phase ${name}`,
    start,
    end,
    attributes: { 'regreen.phase': name, ...prefixed('regreen.waited_for', waitedFor ?? {}) },
    children: inner.filter((work) => phaseAround(timing.phases, work) === name),
  }));
  return {
    name: 'invoke_agent regreen',
    start: 0,
    end: timing.total,
    attributes: {
      'gen_ai.operation.name': 'invoke_agent',
      'gen_ai.agent.name': 'regreen',
      'gen_ai.provider.name': providerOf(report),
      'gen_ai.request.model': report.model,
      'gen_ai.usage.input_tokens': sum((turn) => turn.inputTokens),
      'gen_ai.usage.output_tokens': sum((turn) => turn.outputTokens),
      'gen_ai.usage.cache_read.input_tokens': sum((turn) => turn.cachedTokens),
      'regreen.outcome': report.outcome,
      'regreen.engine': report.engine,
      'regreen.fingerprint': report.fingerprint,
      'regreen.cost.usd': cost.priced ? double(cost.usd) : null,
      'regreen.socket.bytes_not_resent': report.socket?.bytesNotResent ?? null,
      ...prefixed('regreen.critical', timing.critical),
      'regreen.overlap': double(timing.overlap),
    },
    children: [...phases, ...inner.filter((work) => phaseAround(timing.phases, work) === null)],
  };
}

/** The phase that began last before `work` and lasted longer than its beginning; null when it was outside of all. */
function phaseAround(phases: Report['timing']['phases'], { start }: Work): string | null {
  return phases.findLast((phase) => phase.start <= start && start < phase.end)?.name ?? null;
}

function turnSpan(report: Report, { n, mode, start, end, model, ...turn }: Report['turns'][number]): Work[] {
  if (start === null || end === null) return [];
  const name = model ?? report.model;
  return [
    {
      name: name === null ? 'chat' : `chat ${name}`,
      kind: 3,
      start,
      end,
      attributes: {
        'gen_ai.operation.name': 'chat',
        'gen_ai.provider.name': providerOf(report, name),
        'gen_ai.request.model': name,
        'gen_ai.request.stream': true,
        'gen_ai.usage.input_tokens': turn.inputTokens,
        'gen_ai.usage.output_tokens': turn.outputTokens,
        'gen_ai.usage.cache_read.input_tokens': turn.cachedTokens,
        'gen_ai.usage.reasoning.output_tokens': turn.reasoningTokens,
        'gen_ai.response.time_to_first_chunk': double(turn.msToFirstEvent / 1_000),
        'regreen.turn': n,
        'regreen.turn.mode': mode,
        'regreen.turn.bytes_sent': turn.bytesSent,
        'regreen.turn.bytes_not_resent': turn.bytesNotResent,
      },
      children: turn.calls.map((call) => ({
        name: `execute_tool ${call.name}`,
        start: call.start,
        end: call.end,
        attributes: {
          'gen_ai.operation.name': 'execute_tool',
          'gen_ai.tool.name': call.name,
          'gen_ai.tool.type': 'function',
          'gen_ai.tool.call.id': call.id,
          'regreen.tests.seconds': double(call.testSeconds),
        },
      })),
    },
  ];
}

function testRun({ name, start, end }: Report['ledger']['work'][number]): Work {
  return { name: `tests ${name}`, start, end, attributes: { 'regreen.tests': name } };
}

// As the conventions name them; any other is called by its host.
const providers: Readonly<Record<string, string>> = {
  'api.openai.com': 'openai',
  'api.x.ai': 'x_ai',
  'api.groq.com': 'groq',
  'api.mistral.ai': 'mistral_ai',
  'api.deepseek.com': 'deepseek',
};

function providerOf({ transport, engine, model }: Report, asked: string | null = model): string {
  if (engine === 'builtin' || asked === null || asked !== model) return 'regreen';
  const host = transport !== null && URL.canParse(transport.url) ? new URL(transport.url).hostname : '';
  if (host.endsWith('.openai.azure.com')) return 'azure.ai.openai';
  return Object.hasOwn(providers, host) ? (providers[host] ?? host) : host || 'unknown';
}

function prefixed(prefix: string, values: Readonly<Record<string, number>>): Record<string, Double> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}.${name}`, double(value)]));
}

/** What is not known is left out. */
function keyValues(attributes: Attributes): KeyValue[] {
  return Object.entries(attributes).flatMap(([key, value]) => (value === null ? [] : [{ key, value: anyValue(value) }]));
}

function anyValue(value: string | number | boolean | Double): AnyValue {
  if (typeof value === 'string') return { stringValue: oneLine(value, 1_000) };
  if (typeof value === 'boolean') return { boolValue: value };
  return typeof value === 'number' ? { intValue: String(Math.round(value)) } : value;
}
