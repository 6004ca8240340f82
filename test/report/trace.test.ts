import { describe, expect, it } from 'vitest';
import { parseReport, traceOf } from '../../src/report/index.ts';
import type { TraceEvent } from '../../src/report/trace.ts';
import { hostileReport, samplePhase, sampleReport, sampleTurn } from './sample.ts';

type Bar = Extract<TraceEvent, { ph: 'X' }>;

const barsOf = (events: readonly TraceEvent[]): Bar[] => events.filter((event) => event.ph === 'X');

/**
 * What the Trace Event Format asks for: the object form with `traceEvents`; whole microseconds; an `X` with a duration, an `i` with a scope;
 * on one thread, events that contain each other or do not touch; metadata with its one argument. Events of a thread stand in the order of
 * time.
 */
function expectWellFormed(json: string): readonly TraceEvent[] {
  const trace = JSON.parse(json);
  expect(['ms', 'ns']).toContain(trace.displayTimeUnit);
  const events: readonly TraceEvent[] = trace.traceEvents;
  for (const event of events) {
    expect(event).toMatchObject({ name: expect.any(String), pid: expect.any(Number), tid: expect.any(Number), args: expect.any(Object) });
    if (event.ph === 'X') {
      expect(event.cat).toMatch(/^[a-z]+$/);
      expect([event.ts, event.dur - 1].every((time) => Number.isSafeInteger(time) && time >= 0)).toBe(true);
    } else if (event.ph === 'i') {
      expect(event).toMatchObject({ s: 't', cat: expect.stringMatching(/^[a-z]+$/) });
      expect(Number.isSafeInteger(event.ts) && event.ts >= 0).toBe(true);
    } else {
      expect(event.ph).toBe('M');
      expect(Object.keys(event.args)).toEqual([event.name === 'thread_sort_index' ? 'sort_index' : 'name']);
    }
  }
  for (const tid of new Set(events.map((event) => event.tid))) {
    const onThread = barsOf(events).filter((event) => event.tid === tid);
    expect(onThread.map(({ ts }) => ts)).toEqual(onThread.map(({ ts }) => ts).sort((a, b) => a - b));
    const open: number[] = [];
    for (const { ts, dur } of onThread.sort((a, b) => a.ts - b.ts || b.dur - a.dur)) {
      while ((open.at(-1) ?? Number.POSITIVE_INFINITY) <= ts) open.pop();
      expect(ts + dur).toBeLessThanOrEqual(open.at(-1) ?? Number.POSITIVE_INFINITY);
      open.push(ts + dur);
    }
  }
  return events;
}

const textOf = (report: Parameters<typeof traceOf>[0]): string => JSON.stringify(traceOf(report));

describe('trace.json', () => {
  it('is well-formed in the terms of the trace event format, with a named track for each kind of thing', () => {
    const events = expectWellFormed(textOf(sampleReport({ turns: [sampleTurn()] })));
    const tracks = events.flatMap((event) => (event.name === 'thread_name' ? [event.args.name] : []));
    expect(tracks).toEqual(['phases', 'critical path', 'turns', 'tools', 'tests']);
    expect(barsOf(events).find(({ name }) => name === 'turn 1')).toMatchObject({
      cat: 'turn',
      ts: 5_000_000,
      dur: 1_000_000,
      args: { mode: 'delta', inputTokens: 1_000, cachedTokens: 800, bytesNotResent: 9_000 },
    });
    expect(barsOf(events).find(({ cat }) => cat === 'tool')).toMatchObject({ name: 'edit', args: { turn: 1, testSeconds: 0.4 } });
  });

  it('puts what runs side by side on tracks side by side', () => {
    const turns = [1, 2, 3].map((n) => sampleTurn({ n, start: n, end: n + 1.5, calls: [] }));
    const events = expectWellFormed(textOf(sampleReport({ turns })));
    const tracks = events.flatMap((event) => (event.name === 'thread_name' ? [event.args.name] : []));
    expect(tracks).toContain('turns (2)');
  });

  it('marks a moment that took no time, which is no bar', () => {
    const { timing } = sampleReport();
    const phases = [samplePhase('install', 5, 5), samplePhase('reproduce', 5, 6)];
    const events = expectWellFormed(textOf(sampleReport({ timing: { ...timing, phases } })));
    expect(events.find(({ name }) => name === 'install')).toMatchObject({ ph: 'i', s: 't', ts: 5_000_000 });
    expect(barsOf(events).find(({ name }) => name === 'reproduce')).toMatchObject({ ts: 5_000_000, dur: 1_000_000 });
  });

  it('shows the critical path without a gap', () => {
    const path = barsOf(traceOf(sampleReport()).traceEvents).filter(({ cat }) => cat === 'path');
    expect(path.map(({ ts, dur }) => ts + dur)).toEqual([4_900_000, 5_000_000, 12_500_000]);
  });

  it('is drawn from a report of an earlier version too', () => {
    const { ledger: _, socket: __, ...old } = sampleReport();
    const parsed = parseReport(JSON.stringify(old));
    expect(parsed).toMatchObject({ ok: true, report: { ledger: { startedAt: null, work: [], path: [] }, socket: null } });
    if (parsed.ok) expectWellFormed(textOf(parsed.report));
  });

  it('stays well-formed and small whatever names hold', () => {
    const text = '\u001b[31m"\u202e\ud800\n'.repeat(50_000);
    const turns = [sampleTurn({ tools: [text], calls: [{ id: text, name: text, start: 1, end: 2, testSeconds: 0, note: text }] })];
    const { timing } = sampleReport();
    const json = textOf({ ...hostileReport(text), turns, timing: { ...timing, phases: [samplePhase(text, 0, 1)] } });
    expectWellFormed(json);
    expect(json.length).toBeLessThan(20_000);
    expect(json).not.toMatch(/\\u001b|\u202e|\\n/);
  });
});
