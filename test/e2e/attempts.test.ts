import { describe, expect } from 'vitest';
import { type RecordedRequest, type ScriptedTurn, startScriptedServer } from '../responses/scripted-server.ts';
import { sampledTest } from '../sampled.ts';
import { fix, nodeTests, rightEdit, stateOf, sums } from './terminal.ts';

// `--attempts 2`: two lines of thought of a hosted model over one socket. Only what the model says is scripted.

const sampled = sampledTest(0.5);

const edits = (new_text: string): ScriptedTurn => ({
  calls: [{ name: 'edit', arguments: { edits: [{ ...rightEdit, new_text }] } }],
});

/** The second attempt is told that it is one of two. */
const isSecond = ({ raw, transcript }: RecordedRequest): boolean => (raw + JSON.stringify(transcript)).includes('You are attempt 2 of 2');

describe('two attempts at once', { timeout: 180_000 }, () => {
  sampled('share a socket in lanes of their own; the first proved fix wins, and the other is cancelled', async () => {
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

  sampled('do not see the edits of each other, and have a share each of the bounds, however fast one of them is', async () => {
    await using repo = await sums();
    await using server = await startScriptedServer({
      // The first answers at once, while the second still waits for its copy.
      turns: (request) => edits(isSecond(request) ? 'a * b' : 'a / b'),
    });
    const args = ['--base-url', server.baseUrl, '--model', 'scripted', '--engine', 'model', '--attempts', '2', '--max-turns', '6'];
    const { report } = await fix(repo, [...args, ...nodeTests], { env: { REGREEN_API_KEY: 'sk-0123456789' } });
    expect(report.outcome).not.toBe('fixed');
    expect(report.budget.used.turns).toBeLessThanOrEqual(6);
    const outputs = server.requests.flatMap(({ input }) => input).filter((item) => item.type === 'function_call_output');
    const edited = outputs.map(({ output }) => [...String(output).matchAll(/\+ {2}return a ([*/]) b/g)].map(([, sign]) => sign));
    expect(edited.filter((signs) => signs.includes('*')).length).toBeGreaterThan(0);
    expect(edited.filter((signs) => signs.includes('/')).length).toBeGreaterThan(0);
    for (const signs of edited) expect(new Set(signs).size).toBeLessThanOrEqual(1);
  });
});
