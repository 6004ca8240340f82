import { describe, expect, test } from 'vitest';
import { inParallel, startOfHandles } from './faults/many.ts';
import { runSchedule, type Schedule } from './faults/run.ts';
import { matrix, randomSchedules } from './faults/schedules.ts';
import { soak } from './faults/soak.ts';

// A run of 24 turns over a real socket. However it is disturbed it ends as it should, each effect happens exactly once, and the server
// has what the ledger has: see faults/run.ts. All of it: `npm run prove -- wire`.

/** Schedules that once ended wrongly. */
const everFailed: readonly Schedule[] = [
  // Calls from before, under ids that were used again meanwhile, were done again.
  { transport: 'auto', hits: [{ turn: 10, where: 'response', name: 'calls repeated' }] },
  // A call of before hid the new one under the same id.
  { transport: 'auto', hits: [{ turn: 5, where: 'response', name: 'calls repeated' }] },
  { transport: 'http', hits: [{ turn: 22, where: 'response', name: 'calls repeated' }] },
  // The scripted server took the call of an earlier turn for that of the turn it had said in vain.
  { transport: 'auto', hits: [{ turn: 4, where: 'response', name: 'close 1001 after' }] },
  // A refusal is read to its end although the client is gone.
  { transport: 'auto', hits: [{ turn: 3, where: 'between', name: 'upgrade refused with 503' }] },
];

async function runAll(schedules: readonly Schedule[]): Promise<void> {
  const failures: string[] = [];
  await inParallel(schedules, 16, async (schedule) => {
    await runSchedule(schedule).catch((error: unknown) => failures.push(String(error)));
  });
  expect(failures).toEqual([]);
}

describe('a run of 24 turns', { timeout: 120_000 }, () => {
  test('gets over each fault it meets, wherever, or ends with what it says; a sample', async () => {
    const all = matrix();
    // Every 97th of 6,360: all kinds in turn, all places, all transports.
    const sample = all.filter((_, index) => index % 97 === 0);
    const handles = startOfHandles();
    await runAll(sample);
    expect(await handles.left()).toEqual([]);
  });

  test('gets over several faults at random places; a seeded sample', () => runAll(randomSchedules(3, 50)));

  test('gets over whatever it did not get over once', () => runAll(everFailed));
});

test('a run of hundreds of turns leaves its conversation in memory and nothing else', async () => {
  const { flat, connections, fullTurns, text } = await soak(600, 100);
  expect(flat, text).toBe(true);
  expect(connections).toBeGreaterThan(1);
  // One for each connection, and none else.
  expect(fullTurns).toBe(connections);
});
