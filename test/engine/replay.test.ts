import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Prompt, Step } from '../../src/engine/mind.ts';
import { createThinker, type Script, type Stage } from '../../src/engine/replay.ts';
import type { Item } from '../../src/engine/wire.ts';

/** A plan of calls: one after another, side by side, after some empty waiting, or only when an output says so. */
type Plan =
  | { readonly kind: 'call'; readonly name: string; readonly wait: number }
  | { readonly kind: 'sequence' | 'parallel'; readonly parts: readonly Plan[] }
  | { readonly kind: 'if'; readonly first: string; readonly next: Plan };

const { plan } = fc.letrec<{ plan: Plan }>((tie) => ({
  plan: fc.oneof(
    { maxDepth: 4 },
    fc.record({ kind: fc.constant('call' as const), name: fc.constantFrom('a', 'b', 'c'), wait: fc.nat(4) }),
    fc.record({
      kind: fc.constantFrom('sequence' as const, 'parallel' as const),
      parts: fc.array(tie('plan'), { minLength: 1, maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('if' as const), first: fc.constantFrom('a', 'b'), next: tie('plan') }),
  ),
}));

function scriptOf(root: Plan): Script {
  return async (stage) => {
    const heard: string[] = [];
    const say = async (name: string): Promise<string> => {
      const output = await stage.call({ name, arguments: JSON.stringify({ heard: heard.length % 3 }) });
      heard.push(output);
      return output;
    };
    const perform = async (part: Plan): Promise<void> => {
      if (part.kind === 'call') {
        for (let tick = 0; tick < part.wait; tick++) await null;
        await say(part.name);
      } else if (part.kind === 'if') {
        if (Number(await say(part.first)) % 2 === 0) await perform(part.next);
      } else if (part.kind === 'parallel') {
        await Promise.all(part.parts.map(perform));
      } else {
        for (const one of part.parts) await perform(one);
      }
    };
    await perform(root);
    return `${heard.join()} in ${stage.turns()} turns`;
  };
}

/** Plays a whole conversation; `thinkerAt` says who thinks at each turn. */
async function play(thinkerAt: (turn: number) => (prompt: Prompt) => Promise<Step>, parallel = true): Promise<Step[]> {
  const items: Item[] = [{ role: 'user', content: 'go' }];
  const steps: Step[] = [];
  for (let turn = 0; turn < 500; turn++) {
    const step = await thinkerAt(turn)({ items: [...items], callable: ['a', 'b', 'c'], parallel });
    steps.push(step);
    if (step.kind === 'text') return steps;
    for (const [index, call] of step.calls.entries()) items.push({ type: 'function_call', call_id: `${turn}.${index}`, ...call });
    for (const [index] of step.calls.entries())
      items.push({ type: 'function_call_output', call_id: `${turn}.${index}`, output: String(turn * 7 + index) });
  }
  throw new Error('never ends');
}

describe('a script over a conversation', () => {
  it('says the same whether it goes on where it was, starts anew each turn, or a mixture of both', async () => {
    await fc.assert(
      fc.asyncProperty(plan, fc.infiniteStream(fc.boolean()), async (root, drops) => {
        const script = scriptOf(root);
        const live = createThinker(script);
        const continued = await play(() => live);
        const replayed = await play(() => createThinker(script));
        let current = createThinker(script);
        const mixed = await play(() => {
          if (drops.next().value) current = createThinker(script);
          return current;
        });
        expect(replayed).toEqual(continued);
        expect(mixed).toEqual(continued);
      }),
      { numRuns: 150 },
    );
  });

  it('without parallel calls it makes the same calls one at a time', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (root) => {
        const script = scriptOf(root);
        const live = createThinker(script);
        const continued = await play(() => live, false);
        expect(continued.every((step) => step.kind === 'text' || step.calls.length === 1)).toBe(true);
        expect(await play(() => createThinker(script), false)).toEqual(continued);
      }),
      { numRuns: 50 },
    );
  });

  it('does no work twice while the conversation goes on', async () => {
    let starts = 0;
    const script: Script = async ({ call }) => {
      starts += 1;
      for (let n = 0; n < 5; n++) await call({ name: 'a', arguments: `{"n":${n}}` });
      return 'done';
    };
    const live = createThinker(script);
    await play(() => live);
    expect(starts).toBe(1);
  });

  it('does what it leaves for then while the client makes the calls, and not before they are asked for', async () => {
    const order: string[] = [];
    const script: Script = async ({ call, meanwhile }) => {
      meanwhile(() => order.push('work'));
      const output = await call({ name: 'a', arguments: '{}' });
      order.push('script goes on');
      return output;
    };
    const think = createThinker(script);
    const request: Item = { role: 'user', content: 'go' };
    const step = await think({ items: [request], callable: ['a'], parallel: true });
    order.push('step');
    await new Promise((resolve) => setImmediate(resolve));
    const calls: Item[] = step.kind === 'calls' ? step.calls.map((call) => ({ type: 'function_call', call_id: '1', ...call })) : [];
    const answer: Item = { type: 'function_call_output', call_id: '1', output: 'done' };
    expect(await think({ items: [request, ...calls, answer], callable: ['a'], parallel: true })).toEqual({ kind: 'text', text: 'done' });
    expect(order).toEqual(['step', 'work', 'script goes on']);
  });

  it('goes on where it was when the client has cut an old output in the middle to make room', async () => {
    const long = `first ${'x'.repeat(9_000)} last`;
    const script: Script = async ({ call }) => {
      const output = await call({ name: 'a', arguments: '{}' });
      return call({ name: 'b', arguments: JSON.stringify({ length: output.length }) });
    };
    const think = createThinker(script);
    const itemsWith = (output: string): Item[] => [
      { role: 'user', content: 'go' },
      { type: 'function_call', call_id: '1', name: 'a', arguments: '{}' },
      { type: 'function_call_output', call_id: '1', output },
    ];
    const asked = async (output: string) => await think({ items: itemsWith(output), callable: ['a', 'b'], parallel: true });
    const whole = await asked(long);
    const cut = (characters: number): string =>
      `${long.slice(0, 1_500)}\n(cut: ${characters} characters, to make room)\n${long.slice(-1_500)}`;
    expect(await asked(cut(long.length - 3_000))).toEqual(whole);
    // What does not add up is taken as it is.
    expect(await asked(cut(long.length))).not.toEqual(whole);
  });

  it('asks again for what was asked and never answered', async () => {
    const think = createThinker(async ({ call }) => call({ name: 'a', arguments: '{}' }));
    const prompt: Prompt = { items: [{ role: 'user', content: 'go' }], callable: ['a'], parallel: true };
    const first = await think(prompt);
    expect(first).toEqual({ kind: 'calls', calls: [{ name: 'a', arguments: '{}' }] });
    expect(await think(prompt)).toEqual(first);
    const unanswered = [...prompt.items, { type: 'function_call', call_id: 'x', name: 'a', arguments: '{}' }];
    expect(await think({ ...prompt, items: unanswered })).toEqual(first);
  });

  it('starts over with the last message that holds failing tests', async () => {
    const script = async ({ request }: Stage) => request;
    const items = [
      { role: 'developer', content: 'be nice' },
      { role: 'user', content: 'one <failing_tests>' },
      { type: 'function_call', call_id: 'x', name: 'a', arguments: '{}' },
      { role: 'user', content: [{ type: 'input_text', text: 'two <failing_tests>' }] },
      { role: 'user', content: 'Note: 3 of 4 turns are used.' },
    ];
    expect(await createThinker(script)({ items, callable: [], parallel: true })).toEqual({ kind: 'text', text: 'two <failing_tests>' });
  });

  it('survives items that are nonsense', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.constantFrom('type', 'role', 'content', 'call_id', 'output', 'name'), fc.jsonValue())),
        async (items) => {
          const step = await createThinker(async () => 'fine')({ items, callable: [], parallel: true });
          expect(step).toEqual({ kind: 'text', text: 'fine' });
        },
      ),
    );
  });

  it('a script that throws ends in words that say so', async () => {
    const think = createThinker(async () => {
      throw new Error('oh no');
    });
    expect(await think({ items: [], callable: [], parallel: true })).toMatchObject({
      kind: 'text',
      text: expect.stringContaining('oh no'),
    });
  });
});
