import { describe, expect } from 'vitest';
import { type ScriptedServer, type ScriptedServerOptions, type ScriptedTurn, startScriptedServer } from '../responses/scripted-server.ts';
import { sampledTest } from '../sampled.ts';
import { type FixResult, fix, nodeTests, right, rightEdit, stateOf, sums } from './terminal.ts';

const sampled = sampledTest(0.25);

// A hosted model over a real socket: only what it says is scripted.

const key = 'sk-test-ThatMustTurnUpNowhere0123456789';
const repairs: ScriptedTurn = { calls: [{ name: 'edit', arguments: { edits: [rightEdit] } }] };
const explains: ScriptedTurn = { text: '`add` subtracted; it adds now.' };

interface Run extends FixResult {
  readonly server: ScriptedServer;
}

/** Repairs `sums` with a scripted model; the checkout must be as it was afterwards, and the key nowhere. */
async function repairWith(options: ScriptedServerOptions, args: readonly string[] = ['--engine', 'model']): Promise<Run> {
  await using repo = await sums();
  await using server = await startScriptedServer({ apiKey: key, ...options });
  const before = await stateOf(repo);
  const result = await fix(repo, ['--base-url', server.baseUrl, '--model', 'scripted', ...nodeTests, ...args], {
    env: { REGREEN_API_KEY: key },
  });
  expect(await stateOf(repo)).toEqual(before);
  expect(result.stdout + result.stderr).not.toContain(key);
  return { ...result, server };
}

const turnsOf = ({ server }: Run) => server.requests.filter((request) => !request.warmUp);

describe.concurrent('a hosted model', { timeout: 180_000 }, () => {
  sampled(
    'fixes in one turn and explains itself in the next: proved, priced, over one connection that carries only what is new',
    async () => {
      const usage = { input: 1_000, cached: 400, output: 50 };
      const run = await repairWith(
        {
          turns: [
            { ...repairs, usage },
            { ...explains, usage },
          ],
        },
        ['--engine', 'model', '--price', '2/0.5/10'],
      );
      const { report } = run;
      expect(run.exitCode).toBe(0);
      expect(report).toMatchObject({
        outcome: 'fixed',
        engine: 'model',
        model: 'scripted',
        diagnosis: explains.text,
        proof: { kind: 'model', redRuns: 2, greenRuns: 2, suiteBefore: { failed: 1, passed: 1 }, suiteAfter: { failed: 0, passed: 2 } },
        transport: { kind: 'websocket', connections: 1, reconnects: 0, fallbacks: [] },
        budget: { used: { turns: 2, testRuns: 1, changedLines: 2 } },
        files: [{ path: 'src/add.js', added: 1, removed: 1 }],
      });
      expect(report.patch).toContain('-  return a - b;\n+  return a + b;\n');
      expect(report.turns.filter((turn) => turn.mode !== 'warm')).toMatchObject([
        { n: 1, inputTokens: 1_000, cachedTokens: 400, outputTokens: 50, tools: ['edit'] },
        { n: 2, mode: 'delta', inputTokens: 1_000, cachedTokens: 400, outputTokens: 50, tools: [] },
      ]);

      // Everything the provider counted is paid, the warm-up (100 tokens in, 10 out) too.
      expect(report.cost.priced).toBe(true);
      expect(report.cost.usd).toBeCloseTo((2 * (600 * 2 + 400 * 0.5 + 50 * 10) + 100 * 2 + 10 * 10) / 1e6, 8);
      expect(report.budget.used.costUsd).toBeCloseTo(report.cost.usd, 8);
      expect(report.budget.used.tokens).toBe(2 * 1_050 + 110);

      const [first, second] = turnsOf(run);
      expect(run.server.upgrades).toHaveLength(1);
      expect(first?.headers.authorization).toBe(`Bearer ${key}`);
      expect(second?.input).toMatchObject([{ type: 'function_call_output' }]);
      expect(first?.raw).toContain('test/add.test.js > adds');
    },
  );

  sampled('has several candidates judged side by side before it edits', async () => {
    const candidate = (label: string, new_text: string) => ({ label, edits: [{ ...rightEdit, new_text }] });
    const candidates = [candidate('times', 'a * b'), candidate('plus', 'a + b'), candidate('nonsense', 'a +')];
    const run = await repairWith({
      turns: [{ calls: [{ name: 'try_edits', arguments: { candidates, scope: 'all', keep: null } }] }, repairs, explains],
    });
    // What a trial has confirmed is not run again when it becomes the edit.
    expect(run.report).toMatchObject({ outcome: 'fixed', proof: { kind: 'model', greenRuns: 2 }, budget: { used: { testRuns: 1 } } });
    const answer = JSON.parse(String(turnsOf(run)[1]?.input[0]?.output));
    expect(answer).toMatchObject({ green: [{ index: 1, label: 'plus', ran: 'all' }] });
  });

  sampled('is reached over HTTP when that is asked for, with the whole conversation every turn', async () => {
    const run = await repairWith({ turns: [repairs, explains] }, ['--engine', 'model', '--transport', 'http']);
    expect(run.report).toMatchObject({ outcome: 'fixed', transport: { kind: 'http', turnsDelta: 0, turnsFull: 2 } });
    expect(run.server.upgrades).toEqual([]);
    expect(turnsOf(run).map(({ transport }) => transport)).toEqual(['http', 'http']);
  });

  sampled('loses its socket in the middle of an answer: everything is sent once more, and no edit is made twice', async () => {
    const run = await repairWith({ turns: [repairs, explains], faults: [null, { kind: 'drop', when: 'mid' }] });
    expect(run.report).toMatchObject({
      outcome: 'fixed',
      transport: { connections: 2, reconnects: 1, turnsFull: 1, fallbacks: [] },
      files: [{ path: 'src/add.js', added: 1, removed: 1 }],
    });
    const resent = turnsOf(run).at(-1);
    expect(resent?.body.previous_response_id).toBeUndefined();
    expect(resent?.input.map((item) => item.type)).toEqual(['message', 'function_call', 'function_call_output']);
  });

  sampled('never spends more tokens than allowed: the question that would go beyond is not asked', async () => {
    const run = await repairWith({ turns: looksForEver }, ['--engine', 'model', '--max-tokens', '60000']);
    expect(run.exitCode).toBe(1);
    expect(run.report).toMatchObject({ outcome: 'budget-exhausted', reason: expect.stringContaining('tokens (max-tokens)') });
    expect(run.report.diagnosis).toContain('what I know so far');
    expect(run.report.budget.used.tokens).toBeGreaterThan(5_000);
    expect(run.report.budget.used.tokens).toBeLessThanOrEqual(60_000);
  });

  sampled('never spends more dollars than allowed', async () => {
    const run = await repairWith({ turns: looksForEver }, ['--engine', 'model', '--max-cost-usd', '0.5', '--price', '5/0.5/10']);
    expect(run.report).toMatchObject({ outcome: 'budget-exhausted', reason: expect.stringContaining('US dollars (max-cost-usd)') });
    expect(run.report.diagnosis).toContain('what I know so far');
    expect(run.report.budget.used.costUsd).toBeGreaterThan(0.1);
    expect(run.report.budget.used.costUsd).toBeLessThanOrEqual(0.5);
    expect(run.report.cost.usd).toBeCloseTo(run.report.budget.used.costUsd, 8);
  });
});

// Not side by side with others: the lead is bounded by time.
describe('a hosted model behind the engine', { timeout: 180_000 }, () => {
  sampled('hears what the engine found, which leads and may not end the run with a template', async () => {
    const run = await repairWith({ turns: [repairs, explains] }, ['--engine', 'auto']);
    expect(run.report).toMatchObject({ outcome: 'fixed', engine: 'auto', proof: { kind: 'model' } });
    expect(turnsOf(run)[0]?.raw).toContain('A mechanical search found a patch');
    // The turns of both are numbered all through, and the test runs of both are counted.
    const numbers = run.report.turns.filter((turn) => turn.mode !== 'warm').map((turn) => turn.n);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(run.report.budget.used).toMatchObject({ turns: 2 });
    expect(run.report.budget.used.testRuns).toBeGreaterThan(1);
  });

  sampled('need not say a word when the engine undoes what broke the build', async () => {
    await using repo = await sums({ 'src/add.js': right });
    await repo.write({ 'src/add.js': right.replace('a + b', 'a - b') });
    await repo.commit();
    await using server = await startScriptedServer({ turns: [] });
    const result = await fix(repo, ['--base-url', server.baseUrl, '--green', 'HEAD~1', '--price', '2/0.5/10', ...nodeTests]);
    expect(result.report).toMatchObject({ outcome: 'fixed', proof: { kind: 'revert' } });
    expect(server.requests.filter((request) => !request.warmUp)).toEqual([]);
    // The engine's tokens cost nothing; the warm-up is all that was spent.
    expect(result.report.cost.usd).toBeCloseTo((100 * 2 + 10 * 10) / 1e6, 8);
  });
});

/** Reads on and on, billed for all it was sent, and each time takes most of what it may answer; writes a diagnosis when it is asked for one. */
const looksForEver: ScriptedServerOptions['turns'] = ({ transcript, body }) => {
  const characters = JSON.stringify([transcript, body.tools, body.instructions]).length;
  const usage = { input: Math.ceil(characters / 3.5), cached: 0, output: 4_000 };
  if (JSON.stringify(transcript.at(-1)).includes('The budget ends here')) return { text: 'This is what I know so far.', usage };
  return { calls: [{ name: 'read', arguments: { path: 'src/add.js', start_line: null, end_line: null } }], usage };
};
