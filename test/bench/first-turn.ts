// What the first turn of a model holds of the fault, by how much it may hold:
//   npm run bench -- first-turn --data DIR [--kind regressions|missing] [--limit N] [--every N] [--coverage]
// DIR is the npm-bugs data set: real bugs whose reference fix says where the fault is. `--coverage` ranks suspects by what tests execute.
import { cp, mkdir, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { hostedLimits } from '../../src/agent/answers.ts';
import { writeBrief } from '../../src/agent/brief.ts';
import type { Diagnosis } from '../../src/agent/index.ts';
import { changeSinceGreen } from '../../src/incident/index.ts';
import { detectSuite, openSuite, rankSuspects, reproduce } from '../../src/suite/index.ts';
import { Git, openCheckout, openWorkspace, type Workspace } from '../../src/workspace/index.ts';
import { noSandbox } from '../suite/repository.ts';
import { rowSchema, sh } from './npm-bugs/data.ts';
import { type Place, placesIn, truthOfRegression } from './npm-bugs/harder.ts';
import { loadLibrary } from './npm-bugs/losses.ts';
import { faultOfMissing } from './npm-bugs/suspected.ts';
import { drawTable, median } from './wire/table.ts';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    data: { type: 'string' },
    kind: { type: 'string', default: 'regressions' },
    limit: { type: 'string', default: '1000' },
    every: { type: 'string', default: '1' },
    coverage: { type: 'boolean', default: false },
  },
});
if (values.data === undefined) {
  console.error('usage: npm run bench -- first-turn --data DIR [--kind regressions|missing] [--limit N] [--every N] [--coverage]');
  process.exit(2);
}
const rooms = [4_000, 8_000, 16_000, 24_000, 32_000, 48_000, 64_000, Number.POSITIVE_INFINITY];
const isRegression = values.kind === 'regressions';
const sizes = isRegression ? ['line', 'statement', 'hunk'] : ['line', 'statement'];
const timeoutMs = 60_000;

const work = await realpath(await mkdtemp(join(tmpdir(), 'first-turn-')));
const tools = join(work, 'tools');
await cp(resolve(values.data), tools, { recursive: true });
const rows = z.array(rowSchema).parse(JSON.parse(await readFile(join(tools, 'bugs.json'), 'utf8')));
const shop = { tools, library: await loadLibrary(tools), rows };

interface View {
  readonly chars: number;
  readonly inView: number;
}

interface Seen {
  readonly places: number;
  readonly views: readonly View[];
}

/** The red repository of one row, what is known of it, and what of the fault is in view; null where it is not red here. */
async function look(id: string): Promise<Seen | null> {
  const directory = join(work, id);
  const script = isRegression ? 'regression.mjs' : 'materialize.mjs';
  if ((await sh('node', [join(tools, script), id, directory])).code !== 0) return null;
  const row = rows.find((one) => one.id === id);
  if (row === undefined) return null;
  const fault = isRegression ? (await truthOfRegression(id, directory, shop)).truth : await faultOfMissing(row, directory, tools);
  const opened = await openCheckout(directory);
  if (!opened.ok) return null;
  const temp = join(work, `${id}-run`);
  await mkdir(temp);
  await using workspace = await openWorkspace({ checkout: opened.checkout, temp, policy: { refuses: () => null } });
  const diagnosis = await diagnosisOf(workspace, opened.checkout, temp);
  if (diagnosis === null) return null;
  const views = rooms.map(async (room): Promise<View> => {
    const budget = { seconds: 600, testRuns: 40, turns: 30 };
    const brief = await writeBrief({ diagnosis, workspace, limits: hostedLimits, budget, forEngine: false, evidence: null, room });
    const shown = shownIn(brief);
    const inView = fault.filter((place) => shown.some((window) => meets(window, place))).length;
    return { chars: brief.length, inView };
  });
  return { places: fault.length, views: await Promise.all(views) };
}

async function diagnosisOf(
  workspace: Workspace,
  checkout: Parameters<typeof changeSinceGreen>[0],
  temp: string,
): Promise<Diagnosis | null> {
  const asked = { root: workspace.root, testCommand: null, setupCommand: null, workingDirectories: [], failed: null };
  const detected = await detectSuite(asked);
  if (!detected.ok) return null;
  const suite = openSuite(detected.plan, { sandbox: noSandbox, testEnv: {}, scratch: join(temp, 'scratch') });
  await suite.install(workspace.root, { timeoutMs });
  const seen = await reproduce(suite, workspace.root, { timeoutMs });
  if (seen.kind !== 'red') return null;
  const { baseline, failing } = seen;
  const covered = values.coverage ? await suite.run(workspace.root, { scope: 'all', coverage: true, failing, timeoutMs }) : null;
  const green = await new Git(checkout.root, { readOnly: true }).text(['rev-parse', 'HEAD~1']);
  const changed = isRegression ? await changeSinceGreen(checkout, green, { maxChars: 400_000, origin: null }) : null;
  return {
    testCommand: detected.plan.testCommand,
    baseline,
    failing,
    suspects: rankSuspects(covered?.coverage ?? null, failing, 100),
    change: changed?.ok ? changed.change : null,
    aside: '',
  };
}

/** Lines of the red tree that stand in a first turn: those of sources, and those that a change left. */
function shownIn(brief: string): Place[] {
  const sources = [...brief.matchAll(/^<source path=("[^\n]*?") lines="(\d+)-(\d+)">$/gm)].map(([, path = '""', start, end]) => ({
    path: String(JSON.parse(path)),
    start: Number(start),
    end: Number(end),
  }));
  const [, change = ''] = /^<change_since_green [^\n]*>\n([\s\S]*?)^<\/change_since_green>$/m.exec(brief) ?? [];
  return [...sources, ...placesIn(change)];
}

const meets = (a: Place, b: Place): boolean => a.path === b.path && a.start <= b.end && b.start <= a.end;

const found: Seen[] = [];
try {
  const chosen = rows.filter(({ size, copyInModules }) => copyInModules === undefined && sizes.includes(size));
  for (const [index, { id }] of chosen.entries()) {
    if (index % Number(values.every) !== 0 || found.length >= Number(values.limit)) continue;
    const seen = await look(id).catch((error: unknown) => {
      console.error(`${id}: ${error instanceof Error ? error.message : error}`);
      return null;
    });
    if (seen !== null) found.push(seen);
    console.error(`${id}: ${seen === null ? 'left out' : seen.views.map(({ inView }) => `${inView}/${seen.places}`).join(' ')}`);
    await rm(join(work, id), { recursive: true, force: true });
    await rm(join(work, `${id}-run`), { recursive: true, force: true });
  }
} finally {
  await rm(work, { recursive: true, force: true });
}

const share = (room: number, test: (view: View, seen: Seen) => boolean): string => {
  const count = found.filter((seen) => test(seen.views[room] ?? { chars: 0, inView: 0 }, seen)).length;
  return `${count} (${Math.round((100 * count) / Math.max(1, found.length))} %)`;
};
console.log(
  drawTable(
    ['room, characters', 'used, median', 'some of the fault in view', 'all of it'],
    rooms.map((room, index) => [
      Number.isFinite(room) ? String(room) : 'no bound',
      String(median(found.map(({ views }) => views[index]?.chars ?? 0))),
      share(index, ({ inView }) => inView > 0),
      share(index, ({ inView }, { places }) => inView === places),
    ]),
  ),
);
console.log(`\n${values.kind}, ${found.length} faults${values.coverage ? ', suspects by coverage' : ''}`);
