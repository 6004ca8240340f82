// Regressions that are harder than a single lost fix: two lost fixes in one change, or one fix lost among the changes of many releases.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Row, sh } from './data.ts';
import { type Loss, merge, releaseHunks, type Texts, type Workshop, without } from './losses.ts';
import type { Recipe } from './recipes.ts';
import { type SourceHunk, textOf, withHunks } from './source-hunks.ts';

export interface Made {
  /** Lines of the red tree, 1-based and inclusive, that the lost fixes differ in. */
  readonly truth: readonly Place[];
  /** The same for each lost fix by itself. */
  readonly losses: readonly (readonly Place[])[];
  /** Hunks of the change without context, and those of them that the lost fixes account for. */
  readonly hunks: number;
  readonly breaking: number;
}

export interface Place {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Makes the repository of one recipe in `directory`: HEAD~1 is green, HEAD is red, and FETCH_HEAD is the same change with nothing lost. Null
 * where the parts do not fit together.
 */
export async function makeHarder(recipe: Recipe, directory: string, shop: Workshop): Promise<Made | null> {
  const row = rowOf(shop, recipe.id);
  const innocent = await innocentHunks(recipe, shop);
  const lost = await lostTexts(recipe, shop);
  if (innocent === null || lost === null) return null;
  const { code } = await sh('node', [join(shop.tools, 'regression.mjs'), row.id, directory]);
  if (code !== 0) return null;
  await git(directory, 'reset', '-q', '--hard', 'HEAD~1');
  await applyHunks(innocent, directory);
  await commit(directory, `Work towards ${releaseOf(recipe, shop)}`);
  await markInnocent(directory, directory);
  if (!(await lose(lost, directory))) return null;
  await git(directory, 'add', '-A');
  await git(directory, 'commit', '-q', '--amend', '--no-edit', '--allow-empty');
  const made = await countIn(directory);
  return recipe.kind === 'noise' ? made : { ...made, losses: await placesByLoss(recipe, directory, shop) };
}

/** What each fix accounts for in the red tree: what it differs in from the tree in which all but this one are lost. */
async function placesByLoss(recipe: Recipe, directory: string, shop: Workshop): Promise<readonly (readonly Place[])[]> {
  const places: (readonly Place[])[] = [];
  const losses = lossesOf(recipe, shop);
  for (const loss of losses) {
    const others = losses.filter((other) => other !== loss);
    const lost = await lostTexts(recipe, shop, others);
    await git(directory, 'checkout', '-q', 'FETCH_HEAD', '--', '.');
    // Where the fixes touch each other, one of them cannot be told from both.
    if (lost === null || !(await lose(lost, directory))) places.push(placesIn(await git(directory, 'diff', '-U0', 'FETCH_HEAD', 'HEAD')));
    else places.push(placesIn(await git(directory, 'diff', '-U0', '-R', '--src-prefix=b/', '--dst-prefix=a/', 'HEAD')));
    await git(directory, 'reset', '-q', '--hard', 'HEAD');
  }
  return places;
}

/** The hunks a recipe's release brings, without those that it leaves out; null where they are cut otherwise than when it was written. */
export async function innocentHunks(recipe: Recipe, shop: Workshop): Promise<readonly SourceHunk[] | null> {
  const { part } = recipe;
  const hunks = await releaseHunks(rowOf(shop, recipe.id), releaseOf(recipe, shop), shop);
  if (part === undefined) return hunks;
  return part.of === hunks.length ? hunks.filter((_, at) => !part.without.includes(at)) : null;
}

/** The sources of the green release that the recipe loses fixes in, before and after. */
export async function lostTexts(recipe: Recipe, shop: Workshop, losses = lossesOf(recipe, shop)): Promise<Texts | null> {
  const { package: name, fixed } = rowOf(shop, recipe.id);
  return without(losses, shop.library.dirOf(name, fixed), shop);
}

export function lossesOf(recipe: Recipe, shop: Workshop): readonly Loss[] {
  const row = rowOf(shop, recipe.id);
  const { hunks } = recipe;
  return recipe.kind === 'noise' ? [{ row, hunks }] : [{ row }, { row: rowOf(shop, recipe.other), hunks }];
}

/** Takes the fixes out of a tree that went on since; false where both touch the same lines. */
export async function lose(lost: Texts, directory: string): Promise<boolean> {
  for (const [path, { before, after }] of lost) {
    const merged = await merge(await textOf(join(directory, path)), before, after);
    if (merged === undefined) return false;
    await put(join(directory, path), merged);
  }
  return true;
}

export async function applyHunks(hunks: readonly SourceHunk[], directory: string): Promise<void> {
  for (const path of new Set(hunks.map((hunk) => hunk.path))) {
    const own = hunks.filter((hunk) => hunk.path === path);
    await put(join(directory, path), withHunks(await textOf(join(directory, path)), own));
  }
}

/** The truth of a plain regression, made by the data set itself; FETCH_HEAD is the same change with nothing lost. */
export async function truthOfRegression(id: string, directory: string, shop: Workshop): Promise<Made> {
  const row = rowOf(shop, id);
  const innocent = `${directory}-innocent`;
  await sh('git', ['clone', '-q', directory, innocent]);
  await git(innocent, 'checkout', '-q', 'HEAD~1');
  await applyHunks(await releaseHunks(row, nextOf(row, shop), shop), innocent);
  await commit(innocent, 'Nothing lost');
  await markInnocent(directory, innocent);
  await rm(innocent, { recursive: true, force: true });
  return countIn(directory);
}

async function markInnocent(directory: string, from: string): Promise<void> {
  await git(directory, 'fetch', '-q', from, 'HEAD');
}

/** The lines that the lost fixes differ in: the red tree beside the one in which nothing was lost. */
async function countIn(directory: string): Promise<Made> {
  const truth = placesIn(await git(directory, 'diff', '-U0', 'FETCH_HEAD', 'HEAD'));
  return { truth, losses: [truth], hunks: placesIn(await git(directory, 'diff', '-U0', 'HEAD~1', 'HEAD')).length, breaking: truth.length };
}

/** New-side line ranges of a diff without context; where lines are only missing, the line before and the line after. */
export function placesIn(diff: string): Place[] {
  const places: Place[] = [];
  let path = '';
  for (const line of diff.split('\n')) {
    if (line.startsWith('+++ ')) path = line.slice(4).replace(/^[ab]\//, '');
    const hunk = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (hunk === null) continue;
    const start = Number(hunk[1]);
    const count = Number(hunk[2] ?? 1);
    places.push({ path, start, end: count === 0 ? start + 1 : start + count - 1 });
  }
  return places;
}

async function put(file: string, text: string | null): Promise<void> {
  if (text === null) {
    await rm(file, { force: true });
    return;
  }
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

export function releaseOf(recipe: Recipe, shop: Workshop): string {
  return recipe.release ?? nextOf(rowOf(shop, recipe.id), shop);
}

export function nextOf(row: Row, shop: Workshop): string {
  const versions = stableVersions(row.package, shop);
  return versions[versions.indexOf(row.fixed) + 1] ?? row.fixed;
}

export function stableVersions(name: string, { library }: Workshop): readonly string[] {
  return library.versionsOf(name).versions.filter((version) => !version.includes('-'));
}

export function rowOf({ rows }: Workshop, id: string): Row {
  const row = rows.find((one) => one.id === id);
  if (row === undefined) throw new Error(`the data set has no row ${id}`);
  return row;
}

async function commit(directory: string, message: string): Promise<void> {
  await git(directory, 'add', '-A');
  await git(directory, 'commit', '-q', '--allow-empty', '-m', message);
}

async function git(directory: string, ...args: string[]): Promise<string> {
  const identity = ['-c', 'user.name=npm-bugs', '-c', 'user.email=npm-bugs@localhost', '-c', 'commit.gpgsign=false'];
  const ran = await sh('git', ['-C', directory, ...identity, ...args]);
  if (ran.code !== 0) throw new Error(`git ${args[0]}: ${ran.err}`);
  return ran.out;
}
