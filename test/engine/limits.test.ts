import { expect, test } from 'vitest';
import type { Brief } from '../../src/engine/brief.ts';
import { roomFor } from '../../src/engine/limits.ts';
import type { Spent, Tools } from '../../src/engine/tools.ts';

const brief: Brief = {
  budget: { seconds: 200, testRuns: 40, turns: 24 },
  suiteSeconds: 1,
  failing: [],
  suspects: [],
  change: null,
};

/** How many the next batch may hold after `last`, with 100 seconds for all. */
function roomAfter(last: Spent['last'], warm: boolean, left: number | null = null): number {
  let spent: Spent = { seconds: 0, testRuns: 0, judged: 0, rate: null, warm: false, left, last: null };
  const tools: Pick<Tools, 'spent' | 'turns'> = { spent: () => spent, turns: () => 2 };
  const room = roomFor(brief, tools, 100);
  if (last !== null)
    spent = { ...spent, seconds: last.seconds, testRuns: 1, judged: last.judged, rate: last.judged / last.seconds, warm, last };
  return room();
}

test('many are judged next where the last batch took its time for being compiled, and there is time for one more', () => {
  expect(roomAfter(null, false)).toBe(24);
  expect(roomAfter({ judged: 24, seconds: 40 }, false)).toBe(28);
  expect(roomAfter({ judged: 24, seconds: 40 }, true)).toBe(96);
  expect(roomAfter({ judged: 24, seconds: 60 }, true)).toBe(12);
});

test('no more are judged than the client has time for: what the engine thought took some of it', () => {
  const last = { judged: 100, seconds: 10 };
  expect(roomAfter(last, false)).toBe(720);
  expect(roomAfter(last, false, 30)).toBe(160);
  expect(roomAfter(last, false, 10)).toBe(0);
  expect(roomAfter(null, false, 5)).toBe(0);
});
