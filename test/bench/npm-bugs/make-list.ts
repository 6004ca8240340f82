// Writes harder.json, the recipes of regressions that are harder than one lost fix, each checked: green without the loss, red with it.
//   node test/bench/npm-bugs/make-list.ts --data DIR [--seed N] [--most N] [--kind two|noise] [--minutes M] [--package NAME,…] [--seconds S]
//     [--check]
// What is in the list already stays and is not tried again; each recipe is written as it is found. Of a later release only those hunks are
// brought in that keep the tests green. Suites that take more than S seconds are passed over. `--check` looks at what is in the list instead,
// and says what does not hold here.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { randomOf } from '../mutants.ts';
import { type Row, rowSchema, sh } from './data.ts';
import { stableVersions } from './harder.ts';
import { loadLibrary } from './losses.ts';
import { type Recipe, recipeId, recipesSchema } from './recipes.ts';
import { checkRecipe, completeRecipe, noise, type Outcome, partlyLost } from './try-recipe.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    seed: { type: 'string', default: '2026' },
    most: { type: 'string', default: '40' },
    kind: { type: 'string' },
    minutes: { type: 'string', default: '600' },
    package: { type: 'string' },
    seconds: { type: 'string', default: '6' },
    check: { type: 'boolean', default: false },
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
  .filter((row) => row.copyInModules === undefined && row.seconds < Number(values.seconds));
const shop = { tools, library: await loadLibrary(tools), rows, work };

/** How many releases ahead is looked for one that brings enough other hunks. */
const ahead = [1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25, 30, 36, 45, 60];

function* pairs(): Generator<Recipe> {
  for (const row of rows) {
    const { versions } = shop.library.versionsOf(row.package);
    for (const other of rows) {
      const earlier = other.package === row.package && versions.indexOf(other.fixed) < versions.indexOf(row.fixed);
      if (earlier) yield { kind: 'two', id: row.id, other: other.id };
    }
  }
}

const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((one) => ({ one, key: next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);

const recipes: Recipe[] = [...known];
const tried = new Set(recipes.map(recipeId));
const reasons = new Map<string, number>();
const countOf = (kind: Recipe['kind']): number => recipes.filter((recipe) => recipe.kind === kind).length;
const isOpen = (kind: Recipe['kind']): boolean =>
  (values.kind === undefined || values.kind === kind) && countOf(kind) < Number(values.most) && performance.now() < until;
const packageOf = ({ id }: Recipe): string => rows.find((row) => row.id === id)?.package ?? '';
const isWanted = (recipe: Recipe): boolean => values.package === undefined || values.package.split(',').includes(packageOf(recipe));

function tell(recipe: Recipe, outcome: Outcome): void {
  const kind = `${recipe.kind}: ${outcome.ok ? 'holds' : outcome.why}`;
  reasons.set(kind, (reasons.get(kind) ?? 0) + 1);
  const left = outcome.ok ? (outcome.recipe.part?.without.length ?? 0) : 0;
  console.error(
    `${recipeId(recipe)}: ${outcome.ok ? `${outcome.made.breaking} of ${outcome.made.hunks} hunks, ${left} left out` : outcome.why}`,
  );
}

async function take(draft: Recipe): Promise<boolean> {
  tried.add(recipeId(draft));
  const outcome = await completeRecipe(draft, shop);
  tell(draft, outcome);
  if (!outcome.ok) return false;
  recipes.push(outcome.recipe);
  await writeFile(listFile, `${JSON.stringify({ seed, recipes }, null, 2)}\n`);
  await sh(join(import.meta.dirname, '..', '..', '..', 'node_modules', '.bin', 'biome'), ['format', '--write', listFile]);
  return true;
}

async function takeNoise(): Promise<void> {
  const order = shuffled(rows);
  const takenOf = (row: Row): number => recipes.filter((one) => one.kind === 'noise' && one.id === row.id).length;
  // Once around takes one of each row, so that the list is not all of the few rows that are easy.
  for (const round of ['one', 'a part', 'another'])
    for (const row of order) {
      const releases = stableVersions(row.package, shop);
      for (const steps of ahead) {
        const release = releases[releases.indexOf(row.fixed) + steps];
        if (release === undefined) break;
        const whole = { kind: 'noise', id: row.id, release } as const;
        for (const draft of round === 'a part' ? await partlyLost(whole, shop) : [whole])
          if (isOpen('noise') && takenOf(row) < (round === 'another' ? 2 : 1) && isWanted(draft) && !tried.has(recipeId(draft)))
            await take(draft);
      }
    }
}

try {
  if (values.check) for (const recipe of recipes) tell(recipe, await checkRecipe(recipe, shop));
  else {
    await takeNoise();
    for (const draft of shuffled([...pairs()])) if (isOpen('two') && isWanted(draft) && !tried.has(recipeId(draft))) await take(draft);
  }
} finally {
  await rm(work, { recursive: true, force: true });
}
for (const [kind, count] of reasons) console.log(`${count} × ${kind}`);
console.log(`${countOf('two')} with two lost fixes, ${countOf('noise')} with ${noise} times as many innocent hunks`);
