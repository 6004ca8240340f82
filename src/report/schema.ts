// Reads a report.json that anybody may have written.
import * as z from 'zod';
import { renderTerminal, type TerminalOptions } from './terminal.ts';
import { outcomes, type Report, waits } from './types.ts';

const text = z.string().max(10_000_000);
const name = z.string().max(10_000);
const number = z.number().finite().min(0).max(1e12);
const many = <T extends z.ZodType>(item: T) => z.array(item).max(100_000);

const suite = z.object({ executed: number, passed: number, failed: number, skipped: number, failing: many(name) });
const limits = z.object({ turns: number, minutes: number, tokens: number, costUsd: number, testRuns: number, changedLines: number });

const transport = z.object({
  kind: z.enum(['websocket', 'http']),
  url: name,
  connections: number,
  msConnecting: number.default(0),
  reconnects: number,
  fallbacks: many(name),
  bytesSent: number,
  bytesNotResent: z.number().finite().default(0),
  bytesReceived: number,
  turnsDelta: number,
  turnsFull: number,
});

const tests = z.object({
  command: name.nullable(),
  before: suite.nullable(),
  after: suite.nullable(),
  results: many(z.object({ id: name, file: name.nullable(), before: name.nullable(), after: name.nullable(), seconds: number.nullable() })),
  flaky: many(name),
});

const time = number.nullable().default(null);

const call = z.object({ id: name, name, start: number, end: number, testSeconds: number, note: text.nullable() });

// What reports of earlier versions do not have gets the value that stands for "not known".
const turn = z.object({
  n: number,
  model: name.nullable().default(null),
  start: time,
  end: time,
  mode: z.enum(['warm', 'delta', 'full', 'http']),
  msToFirstEvent: z.number().finite(),
  msStream: z.number().finite(),
  msTools: number,
  msClient: number,
  inputTokens: number,
  cachedTokens: number,
  outputTokens: number,
  reasoningTokens: number.default(0),
  msConnecting: number.default(0),
  bytesSent: number.default(0),
  // A delta of next to nothing can be longer than what it stands for.
  bytesNotResent: z.number().finite().default(0),
  tools: many(name),
  calls: many(call).default([]),
});

const waitSeconds = z.object({ model: number, tests: number, tools: number, transport: number, client: number, idle: number });

const timing = z.object({
  total: number,
  phases: many(z.object({ name, start: number, end: number, waitedFor: waitSeconds.nullable().default(null) })),
  critical: waitSeconds,
  overlap: number,
});

const ledger = z.object({
  startedAt: z.iso.datetime().nullable(),
  work: many(
    z.object({ kind: z.enum(['model', 'tests', 'tools', 'transport']), name, turn: number.nullable(), start: number, end: number }),
  ),
  path: many(z.object({ start: number, end: number, phase: name.nullable(), waitedFor: z.enum(waits) })),
});

const socket = z.object({ bytesNotResent: z.number().finite(), handshakesNotMade: number, handshakeSeconds: number.nullable() });

const finding = z.object({
  rule: name,
  severity: z.enum(['blocking', 'warning', 'note']),
  path: name,
  line: number.nullable(),
  message: text,
  allowed: z.boolean(),
});

const report = z.object({
  schemaVersion: z.literal(1),
  outcome: z.enum(outcomes),
  reason: text,
  diagnosis: text.nullable(),
  incident: z.object({ repo: name.nullable(), sha: name.nullable(), branch: name.nullable(), event: name }),
  engine: z.enum(['builtin', 'model', 'auto']),
  model: name.nullable(),
  transport: transport.nullable(),
  budget: z.object({ limits, used: limits }),
  sandbox: z.object({ layer: name, notStopped: many(name) }),
  tests,
  suspects: many(z.object({ path: name, line: number, score: z.number().finite() })),
  integrity: many(finding),
  alternatives: many(text),
  causes: many(z.object({ what: name, package: name, tests: many(name) })).optional(),
  proof: z
    .object({ kind: z.enum(['revert', 'template', 'model']), redRuns: number, greenRuns: number, suiteBefore: suite, suiteAfter: suite })
    .nullable(),
  delivery: z.object({
    state: z.enum(['delivered', 'refused', 'not-requested']),
    reason: text,
    way: z.enum(['pull-request', 'push', 'comment']).nullish(),
    remedy: text.nullish(),
    branch: name.nullish(),
    compareUrl: name.nullish(),
  }),
  conversation: z.union([z.array(z.unknown()), name]),
  attempts: name.nullish(),
  patch: text,
  files: many(z.object({ path: name, added: number, removed: number })),
  turns: many(turn),
  timing,
  ledger: ledger.default({ startedAt: null, work: [], path: [] }),
  socket: socket.nullable().default(null),
  cost: z.object({ usd: number, priced: z.boolean() }),
  fingerprint: name.nullable(),
  pullRequest: z.object({ url: name, number }).nullable(),
}) satisfies z.ZodType<Report>;

export type ParsedReport = { readonly ok: true; readonly report: Report } | { readonly ok: false; readonly problem: string };

/** The report in `json`, checked field by field; fields that are not known are left out. */
export function parseReport(json: string): ParsedReport {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { ok: false, problem: 'this is not JSON' };
  }
  const result = report.safeParse(value);
  if (result.success) return { ok: true, report: result.data };
  const issues = result.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`);
  return { ok: false, problem: `this is not a report of schema version 1 (${issues.join('; ')})` };
}

/** `regreen report FILE.json`: the text for a terminal, of a report that nobody vouches for. */
export function renderReport(
  json: string,
  options: TerminalOptions = {},
): { readonly ok: true; readonly text: string; readonly report: Report } | { readonly ok: false; readonly problem: string } {
  const parsed = parseReport(json);
  return parsed.ok ? { ok: true, text: renderTerminal(parsed.report, options), report: parsed.report } : parsed;
}
