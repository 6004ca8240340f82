import type { PhaseReport, Report, TurnReport } from '../../src/report/index.ts';

const nothing = { turns: 0, minutes: 0, tokens: 0, costUsd: 0, testRuns: 0, changedLines: 0 };
const ids = ['test/a.test.js > adds', 'test/a.test.js > adds negative numbers', 'test/b.test.js > sums'];

const waited = { model: 0, tests: 0, tools: 0, transport: 0, client: 0, idle: 0 };

/** A turn as it stands in a report. */
export function sampleTurn(changes: Partial<TurnReport> = {}): TurnReport {
  return {
    n: 1,
    model: 'gpt-6.1-sol',
    start: 5,
    end: 6,
    mode: 'delta',
    msToFirstEvent: 200,
    msStream: 800,
    msTools: 500,
    msClient: 10,
    inputTokens: 1_000,
    cachedTokens: 800,
    outputTokens: 90,
    reasoningTokens: 20,
    msConnecting: 0,
    bytesSent: 600,
    bytesNotResent: 9_000,
    tools: ['edit'],
    calls: [{ id: 'call-1', name: 'edit', start: 6, end: 6.5, testSeconds: 0.4, note: null }],
    ...changes,
  };
}

export function samplePhase(name: string, start: number, end: number): PhaseReport {
  return { name, start, end, waitedFor: { ...waited, tests: end - start } };
}

/** A report of a fix by undoing a change, as a run writes it. */
export function sampleReport(changes: Partial<Report> = {}): Report {
  return {
    schemaVersion: 1,
    outcome: 'fixed',
    reason: 'All 3 failing tests pass with the fix, and nothing else changed.',
    diagnosis: 'The change of the operator in `add` made it subtract.',
    incident: { repo: 'octo/sums', sha: 'ab12cd34ab12cd34ab12cd34ab12cd34ab12cd34', branch: 'main', event: 'workflow_run' },
    engine: 'auto',
    model: null,
    transport: {
      kind: 'websocket',
      url: 'ws://127.0.0.1:9/v1/responses',
      connections: 1,
      reconnects: 0,
      fallbacks: [],
      msConnecting: 120,
      bytesSent: 12_000,
      bytesNotResent: 40_000,
      bytesReceived: 3_000,
      turnsDelta: 2,
      turnsFull: 1,
    },
    budget: {
      limits: { turns: 24, minutes: 15, tokens: 400_000, costUsd: 2, testRuns: 40, changedLines: 200 },
      used: { ...nothing, turns: 3, testRuns: 5, changedLines: 2 },
    },
    sandbox: { layer: 'bubblewrap', notStopped: [] },
    tests: {
      command: 'npm test',
      before: { executed: 120, passed: 117, failed: 3, skipped: 1, failing: ids },
      after: { executed: 120, passed: 120, failed: 0, skipped: 1, failing: [] },
      results: ids.map((id) => ({ id, file: id.split(' > ')[0] ?? null, before: 'failed', after: 'passed', seconds: 0.01 })),
      flaky: [],
    },
    suspects: [{ path: 'src/a.js', line: 3, score: 0.93 }],
    integrity: [],
    alternatives: [],
    proof: {
      kind: 'revert',
      redRuns: 2,
      greenRuns: 1,
      suiteBefore: { executed: 120, passed: 117, failed: 3, skipped: 1, failing: ids },
      suiteAfter: { executed: 120, passed: 120, failed: 0, skipped: 1, failing: [] },
    },
    delivery: { state: 'delivered', reason: 'opened' },
    conversation: [],
    patch:
      'diff --git a/src/a.js b/src/a.js\n--- a/src/a.js\n+++ b/src/a.js\n@@ -1 +1 @@\n-export const add = (a, b) => a - b;\n+export const add = (a, b) => a + b;\n',
    files: [{ path: 'src/a.js', added: 1, removed: 1 }],
    turns: [],
    timing: {
      total: 12.5,
      phases: [samplePhase('reproduce', 0, 5), samplePhase('loop', 5, 12.5)],
      critical: { model: 2, tests: 9, tools: 0.5, transport: 0.2, client: 0.6, idle: 0.2 },
      overlap: 1.5,
    },
    ledger: {
      startedAt: '2026-11-26T10:00:00.000Z',
      work: [
        { kind: 'tests', name: 'reproduce', turn: null, start: 0, end: 4.9 },
        { kind: 'model', name: 'turn 1', turn: 1, start: 5, end: 6 },
        { kind: 'tests', name: 'edit', turn: 1, start: 6.1, end: 6.5 },
      ],
      path: [
        { start: 0, end: 4.9, phase: 'reproduce', waitedFor: 'tests' },
        { start: 4.9, end: 5, phase: 'reproduce', waitedFor: 'client' },
        { start: 5, end: 12.5, phase: 'loop', waitedFor: 'model' },
      ],
    },
    socket: { bytesNotResent: 40_000, handshakesNotMade: 2, handshakeSeconds: 0.24 },
    cost: { usd: 0, priced: true },
    fingerprint: 'f00dfeed',
    pullRequest: { url: 'https://github.com/octo/sums/pull/7', number: 7 },
    ...changes,
  };
}

/** The same, where every text that others write is `text`. */
export function hostileReport(text: string): Report {
  const report = sampleReport();
  const suite = { executed: 2, passed: 1, failed: 1, skipped: 0, failing: [text, text] };
  return {
    ...report,
    reason: text,
    diagnosis: text,
    incident: { repo: text, sha: text, branch: text, event: text },
    model: text,
    transport: report.transport === null ? null : { ...report.transport, fallbacks: [text], url: text },
    sandbox: { layer: text, notStopped: [text] },
    tests: {
      command: text,
      before: suite,
      after: suite,
      results: [{ id: text, file: text, before: 'failed', after: 'passed', seconds: 1 }],
      flaky: [text],
    },
    suspects: [{ path: text, line: 1, score: 1 }],
    integrity: [{ rule: text, severity: 'warning', path: text, line: 1, message: text, allowed: true }],
    alternatives: [text],
    proof: { kind: 'model', redRuns: 2, greenRuns: 1, suiteBefore: suite, suiteAfter: suite },
    delivery: { state: 'refused', reason: text, remedy: text, branch: text, compareUrl: text },
    patch: text,
    files: [{ path: text, added: 1, removed: 1 }],
    timing: { ...report.timing, phases: [samplePhase(text, 0, 1)] },
    fingerprint: text,
    pullRequest: null,
  };
}
