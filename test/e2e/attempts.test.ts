import { describe, expect, test } from 'vitest';
import { type RecordedRequest, type ScriptedTurn, startScriptedServer } from '../responses/scripted-server.ts';
import { fix, nodeTests, rightEdit, stateOf, sums } from './terminal.ts';

// `--attempts 2`: two lines of thought of a hosted model over one socket. Only what the model says is scripted.

const edits = (new_text: string): ScriptedTurn => ({
  calls: [{ name: 'edit', arguments: { edits: [{ ...rightEdit, new_text }] } }],
});

/** The second attempt is told that it is one of two. */
const isSecond = ({ raw, transcript }: RecordedRequest): boolean => (raw + JSON.stringify(transcript)).includes('You are attempt 2 of 2');

describe('two attempts at once', { timeout: 180_000 }, () => {
  test('share a socket in lanes of their own; the first proved fix wins, and the other is cancelled', async () => {
    await using repo = await sums();
    await using server = await startScriptedServer({
      turns: (request) => {
        if (!isSecond(request)) return { text: 'thinking', delayMs: 60_000 };
        return request.transcript.some((item) => item.type === 'function_call_output') ? { text: 'It adds now.' } : edits('a + b');
      },
    });
    const before = await stateOf(repo);
    const args = ['--base-url', server.baseUrl, '--model', 'scripted', '--engine', 'model', '--attempts', '2', ...nodeTests];
    const { report, exitCode } = await fix(repo, args, { env: { REGREEN_API_KEY: 'sk-0123456789' } });
    expect(exitCode).toBe(0);
    expect(report).toMatchObject({ outcome: 'fixed', diagnosis: 'It adds now.', proof: { kind: 'model' }, transport: { connections: 1 } });
    expect(report.patch).toContain('+  return a + b;');
    expect(server.upgrades).toHaveLength(1);
    const lanes = new Set(server.requests.filter((request) => !request.warmUp).map(({ body }) => body.stream_id));
    expect([...lanes].sort()).toEqual(['attempt-1', 'attempt-2']);
    expect(JSON.stringify(report.conversation)).toContain('You are attempt 2 of 2');
    expect(await stateOf(repo)).toEqual(before);
  });

  test('do not see the edits of each other, and share the bound of turns', async () => {
    await using repo = await sums();
    // A model that answers at once would use up all turns before the other attempt has its copy.
    await using server = await startScriptedServer({
      turns: (request) => ({ ...edits(isSecond(request) ? 'a * b' : 'a / b'), delayMs: 500 }),
    });
    const args = [
      '--base-url',
      server.baseUrl,
      '--model',
      'scripted',
      '--engine',
      'model',
      '--attempts',
      '2',
      // Room for the slower of the two, should the other one use up turns meanwhile.
      '--max-turns',
      '12',
      ...nodeTests,
    ];
    const { report } = await fix(repo, args, { env: { REGREEN_API_KEY: 'sk-0123456789' } });
    expect(report.outcome).not.toBe('fixed');
    expect(report.budget.used.turns).toBeLessThanOrEqual(12);
    const outputs = server.requests.flatMap(({ input }) => input).filter((item) => item.type === 'function_call_output');
    const first = outputs.filter((item) => String(item.output).includes('+  return a'));
    expect(first.length).toBeGreaterThanOrEqual(2);
    for (const { output } of first)
      expect(/\+ {2}return a \* b/.test(String(output)) && /\+ {2}return a \/ b/.test(String(output))).toBe(false);
  });
});
