// Writes harder.json, the recipes of regressions that are harder than one lost fix, each checked: green without the loss, red with it.
//   node test/bench/npm-bugs/make-list.ts --data DIR [--seed N] [--most N]
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { randomOf } from '../mutants.ts';
import { type Row, rowSchema, sh } from './data.ts';
import { loadLibrary, makeHarder, type Recipe, recipeId, type Workshop } from './harder.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, seed: { type: 'string', default: '2026' }, most: { type: 'string', default: '40' } },
});
const seed = Number(values.seed);
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

/** How many times as many hunks a change must have as the lost fix, and how many releases ahead one is looked for that has them. */
const noise = 10;
const ahead = [2, 3, 4, 6, 8, 11, 15, 20, 27, 36];

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

const recipes: Recipe[] = [];
const found = { two: 0, noise: 0 };
const take = async (recipe: Recipe): Promise<boolean> => {
  const made = await check(recipe);
  if (made === null) return false;
  recipes.push(recipe);
  found[recipe.kind] += 1;
  console.error(`${recipeId(recipe)}: ${made.breaking} of ${made.hunks} hunks`);
  return true;
};
try {
  for (const recipe of shuffled([...pairs()])) if (found.two < Number(values.most)) await take(recipe);
  for (const row of shuffled(rows)) {
    if (found.noise >= Number(values.most)) break;
    // The nearest release that brings enough other changes and keeps the tests of this one green.
    for (const release of releasesAfter(row)) if (await take({ kind: 'noise', id: row.id, release })) break;
  }
} finally {
  await rm(work, { recursive: true, force: true });
}
await writeFile(join(import.meta.dirname, 'harder.json'), `${JSON.stringify({ seed, recipes }, null, 2)}\n`);
console.log(`${found.two} with two lost fixes, ${found.noise} with ${noise} times as many innocent hunks`);
