import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgentEvent } from '../../src/agent/types.ts';
import { charge } from '../../src/report/critical-path.ts';
import { costOf, createLedger, priceOf } from '../../src/report/index.ts';
import type { Turn } from '../../src/responses/types.ts';

const kinds = ['model', 'tests', 'tools', 'transport'] as const;
const interval = fc.tuple(
  fc.double({ min: 0, max: 500, noNaN: true }),
  fc.option(fc.double({ min: 0, max: 200, noNaN: true }), { nil: null }),
);
const recording = fc.record({
  origin: fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  length: fc.double({ min: 0, max: 600, noNaN: true }),
  phases: fc.array(fc.tuple(fc.constantFrom('loop', 'reproduce', 'verify'), interval), { maxLength: 6 }),
  spans: fc.array(fc.tuple(fc.constantFrom(...kinds), interval), { maxLength: 12 }),
});

function chargeAll({
  origin,
  length,
  phases,
  spans,
}: {
  origin: number;
  length: number;
  phases: [string, [number, number | null]][];
  spans: [(typeof kinds)[number], [number, number | null]][];
}) {
  const place = ([start, took]: [number, number | null]) => ({ start: origin + start, end: took === null ? null : origin + start + took });
  return charge({
    origin,
    end: origin + length,
    phases: phases.map(([name, at]) => ({ name, ...place(at) })),
    spans: spans.map(([kind, at]) => ({ kind, name: kind, turn: null, ...place(at) })),
  });
}

const sum = (critical: object): number => Object.values(critical).reduce((total, part) => total + part, 0);

describe('the critical path', () => {
  it('charges every moment once: its parts add up to the total', () => {
    fc.assert(
      fc.property(recording, (recorded) => {
        const { total, critical, overlap } = chargeAll(recorded).timing;
        expect(sum(critical)).toBeCloseTo(total, 6);
        expect(Math.min(overlap, ...Object.values(critical))).toBeGreaterThanOrEqual(0);
        expect(overlap).toBeLessThanOrEqual(3 * total + 1e-6);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is a path from the first moment to the last, without a gap, and says the same as the sums', () => {
    fc.assert(
      fc.property(recording, (recorded) => {
        const { timing, path } = chargeAll(recorded);
        const ends = path.map(({ end }) => end);
        expect(path.map(({ start }) => start)).toEqual([0, ...ends].slice(0, path.length));
        expect(ends.at(-1) ?? 0).toBe(timing.total);
        for (const [wait, seconds] of Object.entries(timing.critical)) {
          const stretches = path.filter(({ waitedFor }) => waitedFor === wait);
          expect(stretches.reduce((length, { start, end }) => length + end - start, 0)).toBeCloseTo(seconds, 6);
        }
        const inPhases = timing.phases.reduce((length, { waitedFor }) => length + sum(waitedFor ?? {}), 0);
        const outside = path.filter(({ phase }) => phase === null).reduce((length, { start, end }) => length + end - start, 0);
        expect(inPhases + outside).toBeCloseTo(timing.total, 6);
      }),
    );
  });

  it('loses no work: what is not on the path is overlap', () => {
    fc.assert(
      fc.property(recording, (recorded) => {
        const { critical, overlap } = chargeAll(recorded).timing;
        const alone = kinds.map(
          (kind) => chargeAll({ ...recorded, phases: [], spans: recorded.spans.filter(([other]) => other === kind) }).timing.critical[kind],
        );
        expect(critical.model + critical.tests + critical.tools + critical.transport + overlap).toBeCloseTo(sum(alone), 6);
      }),
    );
  });

  it('waits for the model in the loop, and for the tests elsewhere', () => {
    const spans = [
      { kind: 'model' as const, name: 'turn 1', turn: 1, start: 0, end: 4_000 },
      { kind: 'tests' as const, name: 'edit', turn: 1, start: 1_000, end: 3_000 },
    ];
    const inPhase = (name: string) => charge({ origin: 0, end: 5_000, phases: [{ name, start: 0, end: 5_000 }], spans }).timing;
    expect(inPhase('loop')).toMatchObject({ critical: { model: 4, tests: 0, client: 1 }, overlap: 2 });
    expect(inPhase('reproduce')).toMatchObject({ critical: { model: 2, tests: 2, client: 1 }, overlap: 2 });
  });

  it('takes the phase that began first as the main line while a later one runs ahead', () => {
    const { timing } = charge({
      origin: 0,
      end: 10_000,
      phases: [
        { name: 'loop', start: 0, end: 6_000 },
        { name: 'verify', start: 4_000, end: 9_000 },
      ],
      spans: [
        { kind: 'model', name: 'turn 1', turn: 1, start: 0, end: 6_000 },
        { kind: 'tests', name: 'verify', turn: null, start: 4_000, end: 9_000 },
      ],
    });
    expect(timing).toMatchObject({ total: 10, critical: { model: 6, tests: 3, idle: 1, client: 0 }, overlap: 2 });
  });
});

function turn(sentAt: number, firstEventAt: number, completedAt: number, connectMs = 0, mode: 'warm' | 'delta' = 'delta'): Turn {
  return {
    items: [],
    calls: [],
    text: '',
    usage: { inputTokens: 100, cachedTokens: 80, outputTokens: 10, reasoningTokens: 4 },
    timing: { mode, sentAt, firstEventAt, completedAt, connectMs, bytesSent: 1, bytesNotResent: 3 },
    status: 'completed',
  };
}

describe('the ledger', () => {
  const call = { callId: 'c1', name: 'edit', arguments: '{}' };

  it('makes a turn, its tools and their tests out of the agent’s events', () => {
    let clock = 0;
    const ledger = createLedger({ now: () => clock });
    const events: AgentEvent[] = [
      { type: 'turn-started', turn: 1 },
      { type: 'turn-ended', turn: 1, result: turn(1_000, 1_400, 3_000, 200), model: 'm' },
      { type: 'tool-started', turn: 1, call, at: 3_100 },
      { type: 'tool-ended', turn: 1, call, output: '', at: 5_100, testSeconds: 1.5 },
      { type: 'turn-ended', turn: 2, result: turn(5_200, 5_300, 6_000) },
    ];
    for (const event of events) ledger.onAgentEvent(event);
    clock = 7_000;
    expect(ledger.turns()).toEqual([
      {
        n: 1,
        model: 'm',
        start: 1,
        end: 3,
        mode: 'delta',
        msToFirstEvent: 400,
        msStream: 1_600,
        msTools: 2_000,
        msClient: 200,
        inputTokens: 100,
        cachedTokens: 80,
        outputTokens: 10,
        reasoningTokens: 4,
        msConnecting: 200,
        bytesSent: 1,
        bytesNotResent: 3,
        tools: ['edit'],
        calls: [{ id: 'c1', name: 'edit', start: 3.1, end: 5.1, testSeconds: 1.5, note: null }],
      },
      {
        n: 2,
        model: null,
        start: 5.2,
        end: 6,
        mode: 'delta',
        msToFirstEvent: 100,
        msStream: 700,
        msTools: 0,
        msClient: 0,
        inputTokens: 100,
        cachedTokens: 80,
        outputTokens: 10,
        reasoningTokens: 4,
        msConnecting: 0,
        bytesSent: 1,
        bytesNotResent: 3,
        tools: [],
        calls: [],
      },
    ]);
    expect(ledger.account().timing.critical).toEqual({ model: 2.6, tests: 1.5, tools: 0.5, transport: 0.2, client: 0, idle: 2.2 });
    expect(ledger.usage()).toEqual({ inputTokens: 200, cachedTokens: 160, outputTokens: 20, reasoningTokens: 8 });
  });

  it('counts a tool that ran beside another once', () => {
    const ledger = createLedger({ now: () => 10_000 });
    const other = { ...call, callId: 'c2' };
    ledger.onAgentEvent({ type: 'turn-ended', turn: 1, result: turn(0, 1, 1_000) });
    for (const each of [call, other]) ledger.onAgentEvent({ type: 'tool-started', turn: 1, call: each, at: 1_000 });
    for (const each of [call, other])
      ledger.onAgentEvent({ type: 'tool-ended', turn: 1, call: each, output: '', at: 3_000, testSeconds: 0 });
    expect(ledger.turns()[0]?.msTools).toBe(2_000);
  });

  it('counts the warm-up as a turn of its own', () => {
    const ledger = createLedger({ now: () => 0 });
    ledger.onTurn(0, turn(0, 1, 2, 0, 'warm'));
    expect(ledger.turns().map(({ n, mode }) => [n, mode])).toEqual([[0, 'warm']]);
  });

  it('ends a phase that fails, and the turn that failed in it', async () => {
    let clock = 0;
    const ledger = createLedger({ now: () => clock });
    const failing = ledger.phase('loop', () => {
      ledger.onAgentEvent({ type: 'turn-started', turn: 1 });
      clock = 2_000;
      throw new Error('the socket broke');
    });
    await expect(failing).rejects.toThrow('the socket broke');
    clock = 5_000;
    expect(ledger.account().timing).toMatchObject({
      total: 5,
      phases: [{ name: 'loop', start: 0, end: 2 }],
      critical: { model: 2, idle: 3 },
    });
  });

  it('counts what has not ended up to now', async () => {
    let clock = 0;
    const ledger = createLedger({ now: () => clock });
    const end = ledger.start('tests', 'all');
    clock = 1_500;
    expect(ledger.account().timing.critical.tests).toBe(1.5);
    end();
    clock = 2_000;
    expect(ledger.account().timing.critical).toMatchObject({ tests: 1.5, idle: 0.5 });
  });
});

describe('the cost', () => {
  it('is the price of new, cached and written tokens', () => {
    const price = priceOf('gpt-6.1-sol', null);
    const { usd, priced } = costOf({ inputTokens: 1_000_000, cachedTokens: 400_000, outputTokens: 100_000 }, price);
    expect(priced).toBe(true);
    expect(usd).toBeCloseTo(0.6 * 2 + 0.4 * 0.1 + 0.1 * 10, 9);
  });

  it('is nothing for the built-in engine, and unknown for an unknown model or service tier', () => {
    const usage = { inputTokens: 1_000, cachedTokens: 0, outputTokens: 1_000 };
    expect(costOf(usage, priceOf('regreen-engine', null))).toEqual({ usd: 0, priced: true });
    expect(costOf(usage, priceOf('nobody-knows', null))).toEqual({ usd: 0, priced: false });
    expect(priceOf('gpt-6.1-sol', null, 'priority-of-tomorrow')).toBeNull();
    expect(priceOf('constructor', null)).toBeNull();
  });

  it('follows a price that is given, a dated snapshot and a faster service tier', () => {
    expect(priceOf('gpt-6.1-sol', { input: 7, cached: 1, output: 9 })).toEqual({ input: 7, cached: 1, output: 9 });
    expect(priceOf('gpt-6.1-sol-2026-10-01', null)).toEqual(priceOf('gpt-6.1-sol', null));
    expect(priceOf('gpt-6.1-terra', null, 'fast')).toEqual({ input: 2, cached: 0.1, output: 10 });
  });
});
