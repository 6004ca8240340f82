// Writes harder.json, the recipes of regressions that are harder than one lost fix, each checked: green without the loss, red with it.
//   node test/bench/npm-bugs/make-list.ts --data DIR [--seed N] [--most N] [--kind two|noise] [--minutes M] [--package NAME,…]
// What is in the list already stays and is not tried again: the list can be made in parts.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { randomOf } from '../mutants.ts';
import { type Row, rowSchema, sh } from './data.ts';
import { loadLibrary, makeHarder, type Recipe, recipeId, recipesSchema, type Workshop } from './harder.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    seed: { type: 'string', default: '2026' },
    most: { type: 'string', default: '40' },
    kind: { type: 'string' },
    minutes: { type: 'string', default: '600' },
    package: { type: 'string' },
  },
});
const seed = Number(values.seed);
const until = performance.now() + Number(values.minutes) * 60_000;
const listFile = join(import.meta.dirname, 'harder.json');
const { recipes: known } = recipesSchema.parse(JSON.parse(await readFile(listFile, 'utf8')));
const next = randomOf(seed);
const work = await mkdtemp(join(tmpdir(), 'npm-bugs-list-'));
const tools = join(work, 'tools');
await cp(resolve(values.data ?? '.'), tools, { recursive: true });
const rows = z
  .array(rowSchema)
  .parse(JSON.parse(await readFile(join(tools, 'bugs.json'), 'utf8')))
  .filter((row) => row.copyInModules === undefined && row.seconds < 6);
const library = await loadLibrary(tools);
const shop: Workshop = { tools, library, rows };

/**
 * How many times as many hunks a change must have as the lost fix, how many releases ahead one is looked for that has them, and how many
 * of these are taken of one row.
 */
const noise = 10;
const ahead = [2, 3, 4, 6, 8, 11, 15, 20, 27, 36];
const mostOfRow = 2;

const passes = async (directory: string): Promise<boolean> => (await sh('npm', ['test'], { cwd: directory, timeout: 40_000 })).code === 0;

/** Null unless the last commit is red, and green where only its innocent part is kept. */
async function check(recipe: Recipe): Promise<{ hunks: number; breaking: number } | null> {
  const directory = join(work, 'one');
  await rm(directory, { recursive: true, force: true });
  const made = await makeHarder(recipe, directory, shop).catch(() => null);
  if (made === null || made.breaking === 0) return null;
  if (recipe.kind === 'noise' && made.hunks - made.breaking < noise * made.breaking) return null;
  if (await passes(directory)) return null;
  // FETCH_HEAD is the tree in which nothing was lost.
  await sh('git', ['-C', directory, 'checkout', '-q', 'FETCH_HEAD']);
  if (!(await passes(directory))) return null;
  if (recipe.kind === 'two' && !(await bothMatter(recipe, directory))) return null;
  return made;
}

/** Each of the two lost fixes breaks the tests by itself. */
async function bothMatter(recipe: Recipe & { kind: 'two' }, directory: string): Promise<boolean> {
  for (const id of [recipe.id, recipe.other]) {
    const row = rows.find((one) => one.id === id);
    if (row === undefined) return false;
    const [buggy, fixed] = [library.dirOf(row.package, row.buggy), library.dirOf(row.package, row.fixed)];
    const keep = library.sourceOf(library.readJson(join(tools, 'packages.json'))[row.package]);
    for (const path of library.changed(buggy, fixed, keep)) {
      const merged = await sh('git', ['merge-file', '-p', join(directory, path), join(fixed, path), join(buggy, path)]);
      if (merged.code !== 0) return false;
      await writeFile(join(directory, path), merged.out);
    }
    const green = await passes(directory);
    await sh('git', ['-C', directory, 'checkout', '-q', '-f', 'FETCH_HEAD']);
    if (green) return false;
  }
  return true;
}

function* pairs(): Generator<Recipe> {
  for (const row of rows) {
    const versions = library.versionsOf(row.package).versions;
    for (const other of rows) {
      const earlier = other.package === row.package && versions.indexOf(other.fixed) < versions.indexOf(row.fixed);
      if (earlier) yield { kind: 'two', id: row.id, other: other.id };
    }
  }
}

function releasesAfter(row: Row): string[] {
  const versions = library.versionsOf(row.package).versions.filter((version) => !version.includes('-'));
  return ahead.flatMap((steps) => versions[versions.indexOf(row.fixed) + steps] ?? []);
}

const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((one) => ({ one, key: next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);

const recipes: Recipe[] = [...known];
const countOf = (kind: Recipe['kind']): number => recipes.filter((recipe) => recipe.kind === kind).length;
const isOpen = (kind: Recipe['kind']): boolean =>
  (values.kind === undefined || values.kind === kind) && countOf(kind) < Number(values.most) && performance.now() < until;
const isWanted = ({ id }: Recipe): boolean => {
  const name = rows.find((row) => row.id === id)?.package ?? '';
  return values.package === undefined || values.package.split(',').includes(name);
};
const take = async (recipe: Recipe): Promise<boolean> => {
  if (recipes.some((other) => recipeId(other) === recipeId(recipe))) return true;
  if (!isWanted(recipe)) return false;
  const made = await check(recipe);
  if (made === null) return false;
  recipes.push(recipe);
  console.error(`${recipeId(recipe)}: ${made.breaking} of ${made.hunks} hunks`);
  return true;
};
try {
  for (const recipe of shuffled([...pairs()])) if (isOpen('two')) await take(recipe);
  for (const row of shuffled(rows)) {
    let taken = 0;
    // The nearest releases that bring enough other changes and keep the tests of this one green.
    for (const release of releasesAfter(row)) {
      if (!isOpen('noise') || taken >= mostOfRow) break;
      if (await take({ kind: 'noise', id: row.id, release })) taken += 1;
    }
  }
} finally {
  await rm(work, { recursive: true, force: true });
}
await writeFile(listFile, `${JSON.stringify({ seed, recipes }, null, 2)}\n`);
console.log(`${countOf('two')} with two lost fixes, ${countOf('noise')} with ${noise} times as many innocent hunks`);
