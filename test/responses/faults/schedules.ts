// The schedules: each fault alone at every place, and random ones of several.
import fc from 'fast-check';
import { responseFaults, strikes } from './kinds.ts';
import { type Hit, type Schedule, type Transport, turnsOfRun } from './run.ts';

const strikeNames = Object.keys(strikes(0));
const faultNames = Object.keys(responseFaults);
const transports: readonly Transport[] = ['auto', 'websocket', 'http'];

/** Each fault alone, in every response and between every two turns. */
export function matrix(): readonly Schedule[] {
  const hits: Hit[] = [];
  for (let turn = 0; turn < turnsOfRun; turn++) for (const name of faultNames) hits.push({ turn, where: 'response', name });
  for (let turn = -1; turn < turnsOfRun - 1; turn++) for (const name of strikeNames) hits.push({ turn, where: 'between', name });
  // Over HTTP nothing happens between turns.
  return transports.flatMap((transport) =>
    hits.filter(({ where }) => transport !== 'http' || where === 'response').map((hit) => ({ transport, hits: [hit] })),
  );
}

const hit: fc.Arbitrary<Hit> = fc.oneof(
  fc.record({ turn: fc.nat(turnsOfRun - 1), where: fc.constant('response' as const), name: fc.constantFrom(...faultNames) }),
  fc.record({
    turn: fc.integer({ min: -1, max: turnsOfRun - 2 }),
    where: fc.constant('between' as const),
    name: fc.constantFrom(...strikeNames),
  }),
);

/** Several at random; some of them in the same place, one try after the other. */
const hits = fc.oneof(
  fc.array(hit, { minLength: 1, maxLength: 8 }),
  fc
    .tuple(fc.array(hit, { minLength: 1, maxLength: 3 }), fc.integer({ min: 2, max: 5 }))
    .map(([some, times]) => Array(times).fill(some).flat()),
);

const schedule: fc.Arbitrary<Schedule> = fc.record({ transport: fc.constantFrom('auto' as const, 'auto' as const, ...transports), hits });

/** The same ones for the same seed; with `n` larger, those and more. */
export function randomSchedules(seed: number, n: number): readonly Schedule[] {
  return fc.sample(schedule, { seed, numRuns: n });
}
