// Runs Regreen on real bugs of npm packages:
//   npm run bench -- npm-bugs --data DIR [--kind regressions|harder|mutants|missing] [--every-size] [--find-green] [--only ID,…] [--limit N]
//     (of mutants those whose ids contain one of them)
//     [--minutes M] [--parity even|odd] [--every N] [--out FILE] [--json FILE] [--reports DIR] [--program FILE]
// --program is what is measured, dist/cli/index.js unless given; --reports keeps what each run reported.
// `harder` are the recipes of harder.json; --find-green withholds the green commit, so that it must be found.
// DIR is the npm-bugs data set (bugs.json, materialize.mjs, regression.mjs). Every claim is checked again here: the patch is applied to
// the red repository and its own test command is run; a changed test file or a red suite behind `fixed` is a wrong claim.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { readings } from '../repair/readings.ts';
import { choiceOf } from './choice.ts';
import { type Row, rowSchema, sh } from './data.ts';
import { makeHarder, type Place, truthOfRegression } from './harder.ts';
import { loadLibrary } from './losses.ts';
import { makeMutants } from './mutants.ts';
import { recipeId, recipesSchema } from './recipes.ts';
import { type Case, type Outcome, repairCase } from './repair-case.ts';
import { summaryOf } from './summary.ts';
import { faultOfMissing } from './suspected.ts';
import { leastRuns } from './test-runs.ts';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== 'npm-bugs'),
  options: {
    data: { type: 'string' },
    kind: { type: 'string', default: 'regressions' },
    only: { type: 'string' },
    limit: { type: 'string' },
    minutes: { type: 'string', default: '5' },
    out: { type: 'string' },
    json: { type: 'string' },
    parity: { type: 'string', default: 'all' },
    every: { type: 'string', default: '1' },
    keep: { type: 'boolean', default: false },
    'every-size': { type: 'boolean', default: false },
    'find-green': { type: 'boolean', default: false },
    program: { type: 'string' },
    reports: { type: 'string' },
  },
});
if (values.data === undefined) {
  console.error(
    'usage: npm run bench -- npm-bugs --data DIR [--kind regressions|harder|mutants|missing] [--only ID,…] [--limit N] [--minutes M]',
  );
  process.exit(2);
}

const root = resolve(import.meta.dirname, '..', '..', '..');
const work = await mkdtemp(join(tmpdir(), 'npm-bugs-run-'));
const tools = join(work, 'tools');
await cp(resolve(values.data), tools, { recursive: true });
const installed = await sh('npm', ['ci'], { cwd: tools });
if (installed.code !== 0) throw new Error(`npm ci in the data set failed: ${installed.err}`);
const rows = z.array(rowSchema).parse(JSON.parse(await readFile(join(tools, 'bugs.json'), 'utf8')));

function wanted(row: Row): boolean {
  if (values.only !== undefined) return values.only.split(',').includes(row.id);
  if (row.copyInModules !== undefined) return false;
  if (values['every-size']) return true;
  return values.kind === 'regressions' ? ['line', 'statement', 'hunk'].includes(row.size) : ['line', 'statement'].includes(row.size);
}

/** Cases are chosen before they are built: most of the time of a sample went into repositories that nobody asked for. */
const chosen = choiceOf({
  parity: values.parity,
  every: Number(values.every),
  limit: values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit),
});

async function* cases(): AsyncGenerator<Case> {
  if (values.kind === 'mutants') {
    const parts = values.only?.split(',');
    for await (const one of makeMutants({ rows, tools, work, perPackage: 5, packages: 8, seed: 20_26 }))
      if ((parts === undefined || parts.some((part) => one.id.includes(part))) && chosen(one.id))
        yield { ...one, fault: placeOfMutant(one.id) };
    return;
  }
  const shop = { tools, library: await loadLibrary(tools), rows };
  if (values.kind === 'harder') {
    const { recipes } = recipesSchema.parse(JSON.parse(await readFile(join(import.meta.dirname, 'harder.json'), 'utf8')));
    for (const recipe of recipes) {
      const id = recipeId(recipe);
      if (values.only !== undefined && !values.only.split(',').includes(id)) continue;
      if (!chosen(id)) continue;
      const directory = join(work, id);
      const made = await makeHarder(recipe, directory, shop);
      const command = rows.find((row) => row.id === recipe.id)?.command ?? '';
      if (made === null) console.error(`${id}: could not be made`);
      else
        yield {
          id,
          directory,
          command,
          green: 'HEAD~1',
          note: recipe.kind,
          truth: made.truth,
          losses: made.losses,
          least: leastRuns(made.hunks, made.breaking),
        };
    }
    return;
  }
  for (const row of rows.filter((one) => wanted(one) && chosen(one.id))) {
    const directory = join(work, row.id);
    const script = values.kind === 'regressions' ? 'regression.mjs' : 'materialize.mjs';
    const made = await sh('node', [join(tools, script), row.id, directory]);
    if (made.code !== 0) {
      console.error(`${row.id}: could not be made: ${made.err.slice(-300)}`);
      continue;
    }
    const regression = values.kind === 'regressions';
    const truth = regression ? await truthOfRegression(row.id, directory, shop) : null;
    yield {
      id: row.id,
      directory,
      command: row.command,
      green: regression ? 'HEAD~1' : null,
      note: row.sourceFiles.join(' '),
      ...(truth !== null
        ? { truth: truth.truth, least: leastRuns(truth.hunks, truth.breaking) }
        : { fault: await faultOfMissing(row, directory, tools) }),
    };
  }
}

/** `package@version path:line what`. */
function placeOfMutant(id: string): readonly Place[] {
  const [, path = '', line] = / (\S+):(\d+) /.exec(id) ?? [];
  return [{ path, start: Number(line), end: Number(line) }];
}

const options = {
  program: values.program ?? join(root, 'dist', 'cli', 'index.js'),
  minutes: Number(values.minutes),
  findGreen: values['find-green'],
  reports: values.reports,
};
const outcomes: Outcome[] = [];
try {
  for await (const one of cases()) {
    const outcome = await repairCase(one, options);
    outcomes.push(outcome);
    // A run that is ended early keeps what it has.
    if (values.json !== undefined) await writeFile(values.json, JSON.stringify(outcomes));
    console.error(
      `${outcome.id}  ${outcome.outcome}  ${outcome.kind}  ${outcome.seconds.toFixed(0)} s  ${outcome.wrong}  ${outcome.words}`,
    );
    if (!values.keep) await rm(one.directory, { recursive: true, force: true });
  }
} finally {
  if (!values.keep) await rm(work, { recursive: true, force: true });
}

const table = [
  '| case | outcome | by | seconds | changed lines | breaking lines named | innocent places undone | true function suspected | test runs | fewest | wrong |',
  '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
  ...outcomes.map(
    (o) =>
      `| ${o.id} | ${o.outcome} | ${o.kind} | ${o.seconds.toFixed(0)} | ${o.lines} | ${o.named} | ${o.innocent} | ${o.suspected} | ${o.runs} | ${o.least} | ${o.wrong} |`,
  ),
  '',
  ...summaryOf(values.kind, outcomes, await readings()),
].join('\n');
console.log(table);
if (values.out !== undefined) {
  await mkdir(resolve(values.out, '..'), { recursive: true });
  await writeFile(values.out, `${table}\n`);
}
