// `npm run bench -- run`: a whole fix, from a red repository to a verified patch, with what each technique saves, beside other agents.
// The repository, its suite and every process are real; the model is a script with the speed and the costs of an API.
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { drawTable, median } from '../wire/table.ts';
import { type Fixture, makeFixture } from './fixture.ts';
import { type Contender, codex, type Made, makeFix, regreen, serial } from './peers.ts';
import { type Pace, pace, shortest, type Turn, turnsOf } from './script.ts';
import type { SerialOptions } from './serial.ts';

const usage = `usage: npm run bench -- run [options]
  --part fix|grow    one part; default: both
  --runs N           rounds; default 5 (fix), 3 (grow)
  --speed 1000,65    tokens a second (fix)
  --suite 8,2        seconds that the whole suite takes (fix)
  --rows TEXT,…      only the rows whose names contain one of these
  --packages DIR     whose node_modules hold @openai/codex; default test/conformance
  --dist DIR         the build that is measured; default dist`;

const { values: options } = parseArgs({
  args: process.argv.slice(3),
  options: {
    part: { type: 'string' },
    runs: { type: 'string' },
    speed: { type: 'string', default: '1000,65' },
    suite: { type: 'string', default: '8,2' },
    rows: { type: 'string' },
    packages: { type: 'string' },
    dist: { type: 'string' },
    help: { type: 'boolean' },
  },
});
const root = join(import.meta.dirname, '..', '..', '..');
const packages = resolve(options.packages ?? join(root, 'test', 'conformance'));
const dist = resolve(options.dist ?? join(root, 'dist'));
const numbers = (text: string): readonly number[] => text.split(',').map(Number);
const say = (text: string): void => console.log(text);

const none = { failingFirst: false, sourceInPrompt: false, testsInEdit: false, parallelReads: false };
const plain: SerialOptions = {
  ...{ transport: 'websocket', sourceInPrompt: false, testsInEdit: false, failingFirst: false },
  ...{ connectEarly: false, inProcess: false, startOnLog: false },
};
const every = { failingFirst: true, sourceInPrompt: true, testsInEdit: true, parallelReads: true };

/** One technique after the other, each on top of those before. */
function ladder(): Contender[] {
  let habits = none;
  let loop = plain;
  const rung = (name: string, more: Partial<typeof none> & Partial<SerialOptions>): Contender => {
    loop = { ...loop, ...more };
    habits = { ...habits, ...Object.fromEntries(Object.entries(more).filter(([key]) => key in none)) };
    return serial(name, turnsOf(habits), loop);
  };
  return [
    serial('plain loop over HTTP', turnsOf(none), { ...plain, transport: 'http' }),
    rung('plain loop over a socket', {}),
    rung('+ the failing file first', { failingFirst: true }),
    rung('+ source in the first prompt', { sourceInPrompt: true }),
    rung('+ tests in the answer to an edit', { testsInEdit: true }),
    rung('+ parallel reads, in the process', { parallelReads: true, inProcess: true }),
    rung('+ socket open and warm during the first test run', { connectEarly: true }),
    rung('+ model starts before the failure is seen (opt-in)', { startOnLog: true }),
  ];
}

function contenders(): readonly Contender[] {
  const all = [
    ...ladder(),
    regreen('regreen', dist, turnsOf(every)),
    regreen('regreen over HTTP', dist, turnsOf(every), ['--transport', 'http']),
    regreen('regreen, shortest fix', dist, shortest),
    codex('codex on its socket', packages, turnsOf(none), true),
    codex('codex over HTTP', packages, turnsOf(none), false),
    codex('codex on its socket, the failing file first', packages, turnsOf({ ...none, failingFirst: true }), true),
  ].filter((one) => one !== null);
  const wanted = options.rows?.split(',');
  return wanted === undefined ? all : all.filter(({ name }) => wanted.some((text) => name.includes(text)));
}

/**
 * What nobody can go below who sees the failure first and proves the fix: the suite twice, and every turn but the last, which can be spent
 * while the proof is made. In seconds, with a suite of `suiteSeconds`: those it was made for, or those it took by itself in the same
 * rounds, which the start of its processes makes longer.
 */
function lowerBound(turns: readonly Turn[], suiteSeconds: number, { speed, tokensPerTurn, rttMs, overhead }: Pace): number {
  const turn = tokensPerTurn / speed + (rttMs + overhead.websocketMs) / 1000;
  return 2 * suiteSeconds + (turns.length - 1) * turn;
}

type BoundOf = (suiteSeconds: number) => number;
type Row = readonly [name: string, made: readonly Made[], bound: { readonly made: number; readonly of: BoundOf } | null];

async function rounds(list: readonly Contender[], fixture: Fixture, at: Pace, count: number): Promise<Map<string, Made[]>> {
  const made = new Map<string, Made[]>(list.map(({ name }) => [name, []]));
  for (let round = 0; round < count; round += 1) {
    for (const [index] of list.entries()) {
      // Another order each time: nobody always comes after the same one.
      const one = list[(index + round) % list.length];
      if (one === undefined) continue;
      try {
        made.get(one.name)?.push(await makeFix(one, fixture, at));
      } catch (error) {
        say(`LEFT OUT: ${one.name}: ${error instanceof Error ? error.message : error}`);
        await fixture.reset();
      }
    }
  }
  return made;
}

const middle = (made: readonly Made[], pick: (one: Made) => number | null): number | null => {
  const values = made.map(pick).filter((value) => value !== null);
  return values.length === 0 ? null : median(values);
};
const shown = (value: number | null | undefined, digits = 1): string =>
  value === null || value === undefined ? '-' : value.toFixed(digits);

function draw(rows: readonly Row[]): string {
  const walls = rows.map(([, made]) => middle(made, ({ wallSeconds }) => wallSeconds));
  const own = walls[rows.findIndex(([name]) => name === 'regreen')] ?? null;
  const most = Math.max(...walls.map((wall) => wall ?? 0));
  const parts = ['model', 'tests', 'tools', 'transport', 'client', 'idle'];
  const suite = median(rows.flatMap(([, made]) => made.map(({ suiteSeconds }) => suiteSeconds)));
  const headers = ['who', 'turns', 'seconds', 'x regreen', 'x bound', 'x bound, suite as it ran', 'cpu s', 'peak MB', ...parts, ''];
  const cells = rows.map(([name, made, bound], index) => {
    const wall = walls[index] ?? null;
    const ratio = (other: number | null): string => (wall === null || other === null ? '-' : (wall / other).toFixed(2));
    return [
      name,
      shown(
        middle(made, ({ turns }) => turns),
        0,
      ),
      shown(wall),
      ratio(own),
      ratio(bound?.of(bound.made) ?? null),
      ratio(bound?.of(suite) ?? null),
      shown(middle(made, ({ cpuSeconds }) => cpuSeconds)),
      shown(
        middle(made, ({ peakMb }) => peakMb),
        0,
      ),
      ...parts.map((part) => shown(middle(made, ({ critical }) => critical?.[part] ?? null))),
      '█'.repeat(Math.round((40 * (wall ?? 0)) / (most || 1))),
    ];
  });
  return `${drawTable(headers, cells)}\n\nThe suite by itself, in between: ${suite.toFixed(1)} s.`;
}

function title(text: string): void {
  const load = loadavg().map((value) => value.toFixed(1));
  say(`\n## ${text}\nload ${load.join(' ')} on ${cpus().length} processors, Node ${process.versions.node}\n`);
}

async function fix(): Promise<void> {
  for (const suiteSeconds of numbers(options.suite)) {
    await using fixture = await makeFixture({ suiteSeconds });
    for (const speed of numbers(options.speed)) {
      const list = contenders();
      const made = await rounds(list, fixture, pace(speed), Number(options.runs ?? 5));
      title(`One fix: a suite of ${suiteSeconds} s, a model of ${speed} tokens a second`);
      const boundOf = (turns: readonly Turn[]) => ({
        made: suiteSeconds,
        of: (seconds: number) => lowerBound(turns, seconds, pace(speed)),
      });
      say(draw(list.map(({ name, turns }) => [name, made.get(name) ?? [], boundOf(turns)])));
    }
  }
}

/** One thing grows at a time; everything else is as small as it can be. */
const growth: readonly (readonly [string, Parameters<typeof makeFixture>[0], readonly Turn[]])[] = [
  ['as it is', { suiteSeconds: 1 }, shortest],
  ['1,000 files', { suiteSeconds: 1, extraFiles: 1_000 }, shortest],
  ['10,000 files', { suiteSeconds: 1, extraFiles: 10_000 }, shortest],
  ['400 tests', { suiteSeconds: 1, extraTests: 400 }, shortest],
  ['4,000 tests', { suiteSeconds: 1, extraTests: 4_000 }, shortest],
  ['1,000 lines of output a file', { suiteSeconds: 1, logLines: 1_000 }, shortest],
  ['100,000 lines of output a file', { suiteSeconds: 1, logLines: 100_000 }, shortest],
  ['19 turns', { suiteSeconds: 1 }, many(19)],
  ['190 turns', { suiteSeconds: 1 }, many(190)],
];

function many(count: number): Turn[] {
  const read: Turn = [{ kind: 'read', path: 'src/index.js' }];
  return [...Array.from({ length: count - shortest.length }, () => read), ...shortest];
}

async function grow(): Promise<void> {
  const rows: Row[] = [];
  for (const [name, size, turns] of growth) {
    await using fixture = await makeFixture(size);
    const one = regreen(name, dist, turns, ['--max-turns', '200', '--max-tokens', '50000000', '--max-minutes', '30']);
    const made = await rounds([one], fixture, pace(1_000_000), Number(options.runs ?? 3));
    rows.push([name, made.get(name) ?? [], null]);
  }
  title('How the shortest fix grows: a suite of 1 s, a model without end of speed');
  say(draw(rows));
}

const parts: Readonly<Record<string, () => Promise<void>>> = { fix, grow };
const chosen = options.part === undefined ? Object.keys(parts) : [options.part];
if (options.help || chosen.some((name) => parts[name] === undefined)) {
  console.error(usage);
  process.exit(2);
}
for (const name of chosen) await parts[name]?.();
