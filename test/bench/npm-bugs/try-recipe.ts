// Whether a recipe makes what it says, and what of a later release it has to leave out for that.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sh } from './data.ts';
import { greenPart } from './green-part.ts';
import { applyHunks, lose, lossesOf, lostTexts, type Made, makeHarder, releaseOf, rowOf } from './harder.ts';
import { releaseHunks, type Texts, undoingOf, type Workshop } from './losses.ts';
import type { Recipe } from './recipes.ts';
import { areNear, type SourceHunk, sourceHunksBetween } from './source-hunks.ts';

/** How many times as many hunks a change must have as the lost fix. */
export const noise = 10;
/** How many runs of the tests are spent on finding what of a release keeps them green. */
const mostRuns = 60;

interface TrialShop extends Workshop {
  /** A folder for repositories that are thrown away again. */
  readonly work: string;
}

export type Outcome = { readonly ok: true; readonly recipe: Recipe; readonly made: Made } | { readonly ok: false; readonly why: string };
const no = (why: string): Outcome => ({ ok: false, why });

/** Leaves out of the draft what has been written over or breaks the tests without any loss, and checks what comes of it. */
export async function completeRecipe(draft: Recipe, shop: TrialShop): Promise<Outcome> {
  const kept = await withSurvivingHunks(draft, shop);
  if (kept === null) return no('the other fix has been written over');
  const lost = await lostTexts(kept, shop);
  if (lost === null) return no('the two fixes touch the same lines');
  const hunks = await releaseHunks(rowOf(shop, kept.id), releaseOf(kept, shop), shop);
  const losing = await lostHunks(kept, lost, shop);
  const candidates = [...hunks.keys()].filter((at) => !losing.some((one) => areNear(one, hunks[at] ?? one)));
  if (kept.kind === 'noise' && candidates.length < noise * losing.length) return no('the release brings too few other hunks');
  const least = kept.kind === 'noise' ? noise * losing.length : 0;
  const part = await greenHunks(kept, hunks, { candidates, least }, shop);
  if (typeof part === 'string') return no(part);
  if (part.length < least) return no('too few other hunks keep the tests green');
  const without = [...hunks.keys()].filter((at) => !part.includes(at));
  return checkRecipe(without.length === 0 ? kept : { ...kept, part: { of: hunks.length, without } }, shop);
}

/**
 * Drafts that lose one hunk of the fix alone, where that is noticed: for fixes of so many hunks that no release brings ten times as many. That
 * each is noticed shows when it is completed.
 */
export async function partlyLost(draft: Recipe & { kind: 'noise' }, shop: Workshop): Promise<readonly Recipe[]> {
  const all = await undoingOf(rowOf(shop, draft.id), shop);
  return all.length < 2 ? [] : [...all.keys()].map((at) => ({ ...draft, hunks: [at] }));
}

/** A draft with those hunks of the other fix alone that the row's release still has; null where there are none. */
async function withSurvivingHunks(draft: Recipe, shop: Workshop): Promise<Recipe | null> {
  if (draft.kind === 'noise') return draft;
  const other = rowOf(shop, draft.other);
  const all = await undoingOf(other, shop);
  const hunks: number[] = [];
  for (const at of all.keys()) if ((await lostTexts(draft, shop, [{ row: other, hunks: [at] }])) !== null) hunks.push(at);
  if (hunks.length === 0) return null;
  return hunks.length === all.length ? draft : { ...draft, hunks };
}

/** What is lost, as hunks of the green release. */
async function lostHunks(recipe: Recipe, lost: Texts, shop: TrialShop): Promise<readonly SourceHunk[]> {
  const { package: name, fixed } = rowOf(shop, recipe.id);
  const folder = join(shop.work, 'lost');
  await rm(folder, { recursive: true, force: true });
  for (const [path, { after }] of lost) {
    if (after === null) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), after);
  }
  return sourceHunksBetween(shop.library.dirOf(name, fixed), folder, [...lost.keys()]);
}

/** Which of the candidates keep the tests green together, or why it is not worth looking. */
async function greenHunks(
  recipe: Recipe,
  hunks: readonly SourceHunk[],
  { candidates, least }: { readonly candidates: readonly number[]; readonly least: number },
  shop: TrialShop,
): Promise<readonly number[] | string> {
  const directory = join(shop.work, 'green');
  await rm(directory, { recursive: true, force: true });
  const none: Recipe = { ...recipe, part: { of: hunks.length, without: [...hunks.keys()] } };
  if ((await makeHarder(none, directory, shop)) === null) return 'cannot be made';
  if (await passes(directory)) return 'green although the fix is lost';
  const { command } = rowOf(shop, recipe.id);
  await checkOut('main~1', directory);
  if (!(await passes(directory))) return 'the row is red by itself';
  if (!(await allMatter(recipe, directory, shop))) return 'one of the two is not noticed';
  return greenPart(
    candidates,
    async (part) => {
      await checkOut('main~1', directory);
      await applyHunks(
        part.flatMap((at) => hunks[at] ?? []),
        directory,
      );
      return runs(command, directory);
    },
    { least, most: mostRuns },
  );
}

/** The last commit is red, the same is green with nothing lost, and each of two lost fixes breaks the tests by itself. */
export async function checkRecipe(recipe: Recipe, shop: TrialShop): Promise<Outcome> {
  const directory = join(shop.work, 'one');
  await rm(directory, { recursive: true, force: true });
  const made = await makeHarder(recipe, directory, shop);
  if (made === null) return no('cannot be made');
  if (made.breaking === 0) return no('nothing is lost');
  if (recipe.kind === 'noise' && made.hunks - made.breaking < noise * made.breaking) return no('too few other hunks');
  if (await passes(directory)) return no('green although the fix is lost');
  await checkOut('FETCH_HEAD', directory);
  if (!(await passes(directory))) return no('red although nothing is lost');
  if (!(await allMatter(recipe, directory, shop))) return no('one of the two is not noticed');
  return { ok: true, recipe, made };
}

/** Each lost fix breaks the tests of what is checked out by itself. */
async function allMatter(recipe: Recipe, directory: string, shop: Workshop): Promise<boolean> {
  const losses = lossesOf(recipe, shop);
  if (losses.length === 1) return true;
  for (const loss of losses) {
    const lost = await lostTexts(recipe, shop, [loss]);
    const green = lost === null || !(await lose(lost, directory)) || (await passes(directory));
    await checkOut('HEAD', directory);
    if (green) return false;
  }
  return true;
}

async function checkOut(commit: string, directory: string): Promise<void> {
  await sh('git', ['-C', directory, 'checkout', '-q', '-f', commit]);
  await sh('git', ['-C', directory, 'clean', '-q', '-d', '-f']);
}

const bound = { timeout: 40_000 };

async function passes(directory: string): Promise<boolean> {
  return (await sh('npm', ['test'], { cwd: directory, ...bound })).code === 0;
}

/** The same without npm, which takes longer than many of these suites. */
async function runs(command: string, directory: string): Promise<boolean> {
  const env = { PATH: `${join(directory, 'node_modules', '.bin')}:${process.env.PATH ?? ''}` };
  return (await sh('bash', ['-c', command], { cwd: directory, env, ...bound })).code === 0;
}
