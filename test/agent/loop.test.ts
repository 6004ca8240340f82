import { describe, expect, test } from 'vitest';
import { createBudget } from '../../src/agent/budget.ts';
import { runAgent } from '../../src/agent/loop.ts';
import { createTokenEstimate } from '../../src/agent/token-estimate.ts';
import type { ToolAnswer, ToolHost } from '../../src/agent/tool-host.ts';
import type { AgentEvent, Limits } from '../../src/agent/types.ts';
import { patch, redTree } from './red-tree.ts';
import { type Line, type Scripted, scriptedConversation } from './scripted.ts';

const limits: Limits = { turns: 10, minutes: 10, tokens: 1_000_000, costUsd: 10, testRuns: 10, changedLines: 100 };
const green: ToolAnswer = { output: '{"ok":true}', testSeconds: 1, edited: { diff: 'the diff', green: true, stuck: false } };
const red: ToolAnswer = { output: '{"ok":true}', testSeconds: 1, edited: { diff: 'a diff', green: false, stuck: false } };
interface Setup {
  readonly script: Scripted;
  readonly answers?: Readonly<Record<string, ToolAnswer | (() => ToolAnswer | Promise<ToolAnswer>)>>;
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal;
}

async function run({ script, answers = {}, limits: given = {}, signal = new AbortController().signal }: Setup) {
  const events: AgentEvent[] = [];
  const called: string[] = [];
  const tools: ToolHost = {
    call: async ({ name }) => {
      called.push(name);
      const answer = answers[name] ?? { output: `answer of ${name}`, testSeconds: 0 };
      return typeof answer === 'function' ? answer() : answer;
    },
  };
  const budget = createBudget({
    limits: { ...limits, ...given },
    now: () => 0,
    startedAt: 0,
    costOf: (usage) => usage.outputTokens / 1_000,
    countTokens: true,
    reserveMs: () => 0,
  });
  const result = await runAgent({
    conversation: script.conversation,
    tools,
    workspace: redTree,
    brief: 'the brief',
    budget,
    emit: (event) => events.push(event),
    signal,
    now: () => 0,
    estimate: createTokenEstimate(0),
    outputReserve: 100,
  });
  return { result, events, called, budget };
}

const edit: Line = { calls: [{ name: 'edit', args: { edits: [] } }] };

describe('the loop', () => {
  test('an edit that turns the tests green and an explanation are a candidate after two turns', async () => {
    const script = scriptedConversation([edit, { text: 'The bound was wrong.' }]);
    const { result, events } = await run({ script, answers: { edit: green } });
    expect(result).toEqual({ kind: 'candidate', patch, explanation: 'The bound was wrong.', source: 'model', alternatives: [] });
    expect(events.map((event) => event.type)).toEqual([
      'turn-started',
      'turn-ended',
      'tool-started',
      'tool-ended',
      'edited',
      'tests-green',
      'turn-started',
      'turn-ended',
    ]);
  });

  test('answers parallel calls in one input, in call order', async () => {
    const calls = [
      { name: 'read', args: {} },
      { name: 'edit', args: {} },
      { name: 'scan', args: {} },
    ];
    const script = scriptedConversation([{ calls }, { text: 'done' }]);
    await run({ script, answers: { edit: green } });
    expect(script.inputs[1]).toEqual([
      { type: 'function_call_output', call_id: 'call_1', output: 'answer of read' },
      { type: 'function_call_output', call_id: 'call_2', output: green.output },
      { type: 'function_call_output', call_id: 'call_3', output: 'answer of scan' },
    ]);
  });

  test('what only runs tests goes side by side, each tool once; what comes before and behind does not', async () => {
    const names = ['edit', 'run_tests', 'try_edits', 'run_tests', 'edit'];
    const script = scriptedConversation([{ calls: names.map((name, at) => ({ name, args: { at } })) }, { text: 'done' }]);
    const ends: Record<string, () => void> = {};
    const until = (name: string) => () =>
      new Promise<ToolAnswer>((resolve) => {
        ends[name] = () => resolve({ output: `answer of ${name}`, testSeconds: 1 });
      });
    const running = run({ script, answers: { edit: green, run_tests: until('run_tests'), try_edits: until('try_edits') } });
    const asked = async (): Promise<readonly string[]> => {
      await new Promise((resolve) => setImmediate(resolve));
      return Object.keys(ends);
    };
    expect(await asked()).toEqual(['run_tests', 'try_edits']);
    ends.try_edits?.();
    await asked();
    ends.run_tests?.();
    await asked();
    // The second run begins behind the first.
    ends.run_tests?.();
    expect((await running).called).toEqual(names);
    expect(script.inputs[1]?.map((item) => ('output' in item ? item.output : ''))).toEqual([
      green.output,
      'answer of run_tests',
      'answer of try_edits',
      'answer of run_tests',
      green.output,
    ]);
  });

  test('suspects that a run of the tests brought are told', async () => {
    const suspects = [{ path: 'a.js', line: 3, score: 1 }];
    const script = scriptedConversation([{ calls: [{ name: 'run_tests', args: {} }] }, edit, { text: 'done' }]);
    const { events } = await run({ script, answers: { run_tests: { output: '{}', testSeconds: 1, suspects }, edit: green } });
    expect(events).toContainEqual({ type: 'suspected', suspects });
  });

  test('read-only tools start while the response streams, each call once; effects wait', async () => {
    const script = scriptedConversation([
      {
        calls: [
          { name: 'edit', args: {} },
          { name: 'read', args: {} },
        ],
      },
      { text: 'done' },
    ]);
    const { called } = await run({ script, answers: { edit: green } });
    expect(called).toEqual(['read', 'edit']);
  });

  test('a model that stops while tests are red is asked once to go on, then the attempt ends with its words', async () => {
    const script = scriptedConversation([{ text: 'I think it is fine.' }, { text: 'Really.' }]);
    const { result } = await run({ script });
    expect(result).toMatchObject({ kind: 'gave-up', diagnosis: 'Really.' });
    expect(script.inputs).toHaveLength(2);
  });

  test('give_up ends the attempt with its diagnosis', async () => {
    const script = scriptedConversation([{ calls: [{ name: 'give_up', args: {} }] }]);
    const gaveUp = { reason: 'the test is wrong', diagnosis: 'it expects 4 of 2 + 3' };
    const { result } = await run({ script, answers: { give_up: { output: '{}', testSeconds: 0, gaveUp } } });
    expect(result).toMatchObject({ kind: 'gave-up', ...gaveUp });
  });

  test('a model that never stops ends at the bound, with its last turn spent on a diagnosis', async () => {
    const script = scriptedConversation([...Array<Line>(3).fill(edit), { text: 'The cause is in parse().' }]);
    const { result, budget } = await run({ script, answers: { edit: red }, limits: { turns: 4 } });
    expect(result).toEqual({ kind: 'budget', limit: 'turns', diagnosis: 'The cause is in parse().', best: patch });
    expect(budget.used().turns).toBe(4);
    const last = script.inputs.at(-1)?.at(-1);
    expect(JSON.stringify(last)).toContain('Write the diagnosis');
  });

  test('a model that says nothing in its last turn is not waited for beyond the time limit', async () => {
    const script = scriptedConversation([edit, { says: 'nothing' }]);
    const { result } = await run({ script, answers: { edit: red }, limits: { turns: 2, minutes: 0.001 } });
    expect(result).toEqual({ kind: 'budget', limit: 'turns', diagnosis: '', best: patch });
  });

  test('the last turn ends with an aborted run', async () => {
    const controller = new AbortController();
    const script = scriptedConversation([
      edit,
      () => {
        setImmediate(() => controller.abort());
        return { says: 'nothing' };
      },
    ]);
    const { result } = await run({ script, answers: { edit: red }, limits: { turns: 2 }, signal: controller.signal });
    expect(result).toEqual({ kind: 'aborted' });
  });

  test('a turn that could cross the token bound is not sent', async () => {
    const script = scriptedConversation([edit, { text: 'never said' }]);
    const { result, budget } = await run({ script, answers: { edit: red }, limits: { tokens: 150 } });
    expect(result).toMatchObject({ kind: 'budget', limit: 'tokens' });
    expect(budget.used().tokens).toBeLessThanOrEqual(150);
  });

  test('the dollar bound counts what the next turn could cost', async () => {
    const script = scriptedConversation([edit, { text: 'never said' }]);
    const { result, budget } = await run({ script, answers: { edit: red }, limits: { costUsd: 0.105 } });
    expect(result).toMatchObject({ kind: 'budget', limit: 'costUsd' });
    expect(budget.used().costUsd).toBeLessThanOrEqual(0.105);
  });

  test('green tests are a candidate even when nothing is left for an explanation', async () => {
    const script = scriptedConversation([edit]);
    const { result } = await run({ script, answers: { edit: green }, limits: { tokens: 140 } });
    expect(result).toMatchObject({ kind: 'candidate', patch });
  });

  test('a later edit that breaks the tests again takes the candidate back', async () => {
    const answers = [green, red];
    const script = scriptedConversation([edit, edit, { text: 'hm' }, { text: 'no' }]);
    const { result } = await run({ script, answers: { edit: () => answers.shift() ?? red } });
    expect(result.kind).toBe('gave-up');
  });

  test('the same failure after the same edit twice ends the attempt', async () => {
    const script = scriptedConversation([edit]);
    const { result } = await run({ script, answers: { edit: { ...red, edited: { diff: 'd', green: false, stuck: true } } } });
    expect(result).toMatchObject({ kind: 'gave-up', reason: expect.stringContaining('twice') });
  });

  test('at 80 % of a bound the model is told, once', async () => {
    const script = scriptedConversation([...Array<Line>(9).fill(edit), { text: 'end' }]);
    const { events } = await run({ script, answers: { edit: red } });
    const warnings = events.filter((event) => event.type === 'budget-warning');
    expect(warnings).toEqual([{ type: 'budget-warning', limit: 'turns', used: 8, of: 10 }]);
    expect(script.inputs.filter((input) => JSON.stringify(input).includes('Note: 8.0 of 10 turns (max-turns) are used'))).toHaveLength(1);
  });

  test.each(['unauthorized', 'unavailable'] as const)('an endpoint that is %s is a result, not an exception', async (fails) => {
    const { result } = await run({ script: scriptedConversation([{ fails }]) });
    expect(result).toEqual({ kind: 'provider', reason: `the endpoint is ${fails}`, diagnosis: null });
  });

  test('an answer cut at the output bound is said to the model', async () => {
    const script = scriptedConversation([{ cut: 'max_output_tokens' }, edit, { text: 'done' }]);
    const { result } = await run({ script, answers: { edit: green } });
    expect(result.kind).toBe('candidate');
    expect(JSON.stringify(script.inputs[1])).toContain('max_output_tokens');
  });

  test('an aborted run ends as aborted, without another turn', async () => {
    const controller = new AbortController();
    const script = scriptedConversation([edit]);
    const { result } = await run({
      script,
      signal: controller.signal,
      answers: {
        edit: () => {
          controller.abort();
          return red;
        },
      },
    });
    expect(result).toEqual({ kind: 'aborted' });
  });

  test("the engine's note names its strategy and what else passed", async () => {
    const note = '```regreen\n{"source":"revert","summary":"s","alternatives":["undo b.js:3"]}\n```';
    const script = scriptedConversation([edit, { text: `Undid one hunk.\n${note}` }]);
    const { result } = await run({ script, answers: { edit: green } });
    expect(result).toMatchObject({ kind: 'candidate', source: 'revert', explanation: 'Undid one hunk.', alternatives: ['undo b.js:3'] });
  });
});
