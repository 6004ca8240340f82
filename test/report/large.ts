// A run of 200 turns and 5,000 tests, as a report holds it; deterministic.
import type { Report, Wait } from '../../src/report/index.ts';
import { samplePhase, sampleReport, sampleTurn } from './sample.ts';

const source = `/** Adds up. */
export function total(items) {
  let sum = 0; // cents
  for (const { price, count } of items) sum += price * count;
  return sum > 100 ? \`\${sum} (free delivery)\` : "small order";
}
`;

const patch = `diff --git a/src/cart.js b/src/cart.js
index 1111111..2222222 100644
--- a/src/cart.js
+++ b/src/cart.js
@@ -1,6 +1,6 @@
${source
  .trimEnd()
  .split('\n')
  .map((line) => (line.includes('price * count') ? `-${line.replace('*', '+')}\n+${line}` : ` ${line}`))
  .join('\n')}
diff --git a/src/tax.py b/src/tax.py
--- a/src/tax.py
+++ b/src/tax.py
@@ -10,3 +10,4 @@ def tax(amount):
     """In cents."""
-    return amount * 0.17
+    rate = RATES.get("standard", 0.19)
+    return round(amount * rate)
     # nothing below
`;

export function largeReport(): Report {
  const turns = Array.from({ length: 200 }, (_, index) => {
    const start = 40 + index * 4;
    const end = start + 1.4 + (index % 5) / 4;
    const name = ['scan', 'read', 'edit', 'run_tests', 'try_edits'][index % 5] ?? 'read';
    const testSeconds = index % 5 > 1 ? 0.9 : 0;
    return sampleTurn({
      n: index + 1,
      start,
      end,
      mode: index === 0 ? 'full' : 'delta',
      inputTokens: 2_000 + 400 * index,
      cachedTokens: 1_800 + 390 * index,
      outputTokens: 60 + (index % 7) * 30,
      bytesSent: 900 + (index % 11) * 300,
      bytesNotResent: 3_000 * index,
      tools: [name],
      calls: [
        { id: `call-${index}`, name, start: end, end: end + 0.2 + testSeconds, testSeconds, note: testSeconds > 0 ? 'ran 3 tests' : null },
      ],
    });
  });
  const results = Array.from({ length: 5_000 }, (_, index) => ({
    id: `test/part-${Math.floor(index / 50)}.test.js > part ${Math.floor(index / 50)} > does thing ${index}`,
    file: `test/part-${Math.floor(index / 50)}.test.js`,
    before: index < 12 ? 'failed' : index % 97 === 0 ? 'skipped' : 'passed',
    after: index % 97 === 0 && index >= 12 ? 'skipped' : 'passed',
    seconds: (index % 40) / 100,
  }));
  const suite = { executed: 4_949, passed: 4_937, failed: 12, skipped: 51, failing: results.slice(0, 12).map(({ id }) => id) };
  const after = { ...suite, passed: 4_949, failed: 0, failing: [] };
  const work: Report['ledger']['work'] = [
    { kind: 'tests', name: 'reproduce', turn: null, start: 4, end: 38 },
    ...turns.flatMap(({ n, start, end, calls }) => [
      { kind: 'model' as const, name: `turn ${n}`, turn: n, start: start ?? 0, end: end ?? 0 },
      ...calls.map((call) => ({ kind: 'tests' as const, name: call.name, turn: n, start: call.end - call.testSeconds, end: call.end })),
    ]),
    { kind: 'tests', name: 'verify', turn: null, start: 836, end: 880 },
  ].filter(({ start, end }) => end > start) as Report['ledger']['work'];
  const path = pathOf(work, 884);
  return sampleReport({
    reason: 'The failing tests pass with the patch on a clean copy of the red commit, and nothing that passed fails.',
    diagnosis:
      'The total of a cart added price and count where it has to multiply them.\n\nThe change of last Tuesday replaced `*` by `+`.',
    model: 'gpt-6.1-sol',
    patch,
    files: [
      { path: 'src/cart.js', added: 1, removed: 1 },
      { path: 'src/tax.py', added: 2, removed: 1 },
    ],
    turns,
    tests: { command: 'npm test', before: suite, after, results, flaky: ['test/part-7.test.js > sometimes'] },
    proof: { kind: 'model', redRuns: 2, greenRuns: 1, suiteBefore: suite, suiteAfter: after },
    integrity: [
      {
        rule: 'slower',
        severity: 'note',
        path: 'test/part-1.test.js',
        line: 4,
        message: 'a test takes longer than before',
        allowed: false,
      },
    ],
    alternatives: ['multiply in the caller'],
    budget: {
      limits: { turns: 240, minutes: 15, tokens: 400_000, costUsd: 2, testRuns: 40, changedLines: 200 },
      used: { turns: 200, minutes: 14.7, tokens: 360_000, costUsd: 0.42, testRuns: 31, changedLines: 5 },
    },
    cost: { usd: 0.42, priced: true },
    timing: {
      total: 884,
      phases: [
        samplePhase('incident', 0, 1),
        samplePhase('workspace', 1, 4),
        samplePhase('reproduce', 4, 38),
        samplePhase('diagnose', 38, 40),
        samplePhase('loop', 40, 836),
        samplePhase('verify', 830, 880),
        samplePhase('deliver', 880, 884),
      ],
      critical: sums(path),
      overlap: 41,
    },
    ledger: { startedAt: '2026-11-26T10:00:00.000Z', work, path },
    socket: { bytesNotResent: 59_700_000, handshakesNotMade: 199, handshakeSeconds: 24 },
  });
}

/** What was said in the turns of `largeReport`. */
export function largeConversation(): unknown[] {
  return [
    {
      type: 'message',
      role: 'user',
      content: [{ type: 'input_text', text: `Repair it.\n\n<failing_tests>…</failing_tests>\n\n${source}` }],
    },
    ...Array.from({ length: 200 }, (_, index) => [
      { type: 'reasoning', id: `rs-${index}`, summary: [{ type: 'summary_text', text: `Thought ${index}` }] },
      {
        type: 'function_call',
        call_id: `call-${index}`,
        name: 'read',
        arguments: JSON.stringify({ path: 'src/cart.js', start_line: index }),
      },
      { type: 'function_call_output', call_id: `call-${index}`, output: source.repeat(30) },
    ]).flat(),
  ];
}

function pathOf(work: Report['ledger']['work'], total: number): Report['ledger']['path'] {
  const path: { start: number; end: number; phase: string; waitedFor: Wait }[] = [];
  let at = 0;
  for (const { kind, start, end } of work) {
    if (start > at) path.push({ start: at, end: start, phase: 'loop', waitedFor: 'client' });
    if (end > Math.max(at, start)) path.push({ start: Math.max(at, start), end, phase: 'loop', waitedFor: kind });
    at = Math.max(at, end);
  }
  return [...path, { start: at, end: total, phase: 'deliver', waitedFor: 'client' }];
}

function sums(path: Report['ledger']['path']): Report['timing']['critical'] {
  const critical = { model: 0, tests: 0, tools: 0, transport: 0, client: 0, idle: 0 };
  for (const { start, end, waitedFor } of path) critical[waitedFor] += end - start;
  return critical;
}
