import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type FunctionCall, type InputItem, ResponsesError } from '../../src/responses/index.ts';
import { open, output, user } from './helpers.ts';
import { type Fault, type ScriptedTurn, startScriptedServer } from './scripted-server.ts';

const when = fc.constantFrom('before' as const, 'mid' as const);
const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constant('drop' as const), when: fc.constantFrom('before' as const, 'mid' as const, 'after' as const) }),
  fc.record({ kind: fc.constant('drop' as const), when, code: fc.constantFrom(1000, 1001, 1008, 1009, 1011, 1012, 1013) }),
  fc.record({ kind: fc.constant('stall' as const), when }),
  fc.record({ kind: fc.constant('error' as const), status: fc.constantFrom(429, 500, 503), retryAfter: fc.constant(0.001) }),
  fc.record({ kind: fc.constant('error' as const), flat: fc.constant(true) }),
  fc.record({ kind: fc.constant('failed' as const), code: fc.constantFrom('server_error', 'odd') }),
  fc.constantFrom<Fault>(
    { kind: 'nonsense' },
    { kind: 'binary' },
    { kind: 'unknown-events' },
    { kind: 'age-limit' },
    { kind: 'lose-chain' },
    { kind: 'late-duplicate' },
  ),
);

const turn: fc.Arbitrary<ScriptedTurn> = fc.record({
  reasoning: fc.boolean(),
  text: fc.string(),
  calls: fc.array(fc.record({ name: fc.constantFrom('read', 'edit'), arguments: fc.string() }), { maxLength: 3 }),
  emptyOutput: fc.boolean(),
});

function callIds(items: readonly Record<string, unknown>[], type: string): unknown[] {
  return items.flatMap((item) => (item.type === type ? [item.call_id] : []));
}

it('whatever fails on the way, the server ends up with the ledger: nothing lost, no output sent twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(turn, { minLength: 1, maxLength: 5 }),
      fc.array(fc.option(fault, { freq: 3 }), { maxLength: 10 }),
      fc.constantFrom('auto' as const, 'http' as const),
      async (turns, faults, transport) => {
        await using server = await startScriptedServer({ turns, faults });
        await using opened = open(server, { transport, timeouts: { firstEventMs: 150, betweenEventsMs: 150 } });
        const { conversation } = opened;
        let calls: readonly FunctionCall[] = [];
        for (const [n] of turns.entries()) {
          let input: readonly InputItem[] = [...calls.map(({ callId }) => output(callId, `output ${callId}`)), user(`turn ${n}`)];
          for (let answered = false; !answered; input = []) {
            try {
              ({ calls } = await conversation.turn(input));
              answered = true;
            } catch (error) {
              // Budgets of a turn run out now and then; the conversation goes on with what it has.
              if (!(error instanceof ResponsesError) || error.kind !== 'unavailable') throw error;
            }
          }
        }
        expect(server.transcript()).toEqual(conversation.items);
        for (const request of server.requests) {
          const answered = callIds(request.transcript, 'function_call_output');
          expect(new Set(answered).size).toBe(answered.length);
          if (request.body.previous_response_id === undefined)
            expect(request.input).toEqual(conversation.items.slice(0, request.input.length));
        }
        expect(callIds(server.transcript(), 'function_call').slice(0, -calls.length || undefined)).toEqual(
          callIds(server.transcript(), 'function_call_output'),
        );
      },
    ),
    { numRuns: 40 },
  );
});
