// Regressions that are harder than a single lost fix: two lost fixes in one change, or one fix lost among the changes of many releases.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { type Row, sh } from './data.ts';

const recipeSchema = z.discriminatedUnion('kind', [
  /** The fixes of both rows are lost. */
  z.object({ kind: z.literal('two'), id: z.string(), other: z.string() }),
  /** The fix is lost on the way to a much later release. */
  z.object({ kind: z.literal('noise'), id: z.string(), release: z.string() }),
]);
export type Recipe = z.infer<typeof recipeSchema>;
export const recipesSchema = z.object({ seed: z.number(), recipes: z.array(recipeSchema) });

export const recipeId = (recipe: Recipe): string =>
  recipe.kind === 'two' ? `${recipe.id}+${recipe.other}` : `${recipe.id}..${recipe.release}`;

/** The part of the data set's own library that is used here. */
export interface Library {
  dirOf(name: string, version: string): string;
  changed(from: string, to: string, keep: (path: string) => boolean): string[];
  sourceOf(options: object | undefined): (path: string) => boolean;
  unpack(name: string, versions: readonly string[]): void;
  versionsOf(name: string): { versions: string[] };
  readJson(path: string): Record<string, object | undefined>;
}

export async function loadLibrary(tools: string): Promise<Library> {
  return import(join(tools, 'lib.mjs'));
}

export interface Made {
  /** Lines of the red tree, 1-based and inclusive, that the lost fixes differ in. */
  readonly truth: readonly Place[];
  /** Hunks of the change without context, and those of them that the lost fixes account for. */
  readonly hunks: number;
  readonly breaking: number;
}

export interface Place {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

export interface Workshop {
  readonly tools: string;
  readonly library: Library;
  readonly rows: readonly Row[];
}

/** Makes the repository of one recipe in `directory`; null where the parts do not fit together. */
export async function makeHarder(recipe: Recipe, directory: string, shop: Workshop): Promise<Made | null> {
  const row = rowOf(shop, recipe.id);
  const made = await sh('node', [join(shop.tools, 'regression.mjs'), row.id, directory]);
  if (made.code !== 0) return null;
  if (recipe.kind === 'two') {
    if (!(await undoFix(rowOf(shop, recipe.other), directory, shop))) return null;
  } else if (!(await advance(row, recipe.release, directory, shop))) return null;
  await git(directory, 'add', '-A');
  await git(directory, 'commit', '-q', '--amend', '--no-edit', '--allow-empty');
  return truthOf(recipe, directory, shop);
}

/** The lines that a lost fix differs in: the red tree beside one in which nothing was lost. */
async function truthOf(recipe: Recipe, directory: string, shop: Workshop): Promise<Made> {
  const innocent = `${directory}-innocent`;
  await sh('git', ['clone', '-q', directory, innocent]);
  const row = rowOf(shop, recipe.id);
  await git(innocent, 'checkout', '-q', 'HEAD~1');
  await advance(row, recipe.kind === 'noise' ? recipe.release : nextOf(row, shop), innocent, shop, false);
  await git(innocent, 'add', '-A');
  await git(innocent, 'commit', '-q', '--allow-empty', '-m', 'Nothing lost');
  await git(directory, 'fetch', '-q', innocent, 'HEAD');
  const truth = placesIn(await git(directory, 'diff', '-U0', 'FETCH_HEAD', 'HEAD'));
  await rm(innocent, { recursive: true, force: true });
  return { truth, hunks: placesIn(await git(directory, 'diff', '-U0', 'HEAD~1', 'HEAD')).length, breaking: truth.length };
}

/** The truth of a plain regression, made by the data set itself. */
export async function truthOfRegression(id: string, directory: string, shop: Workshop): Promise<Made> {
  const row = rowOf(shop, id);
  return truthOf({ kind: 'noise', id, release: nextOf(row, shop) }, directory, shop);
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

/** Takes the fix of a row out of the tree; false where it has been written over since. */
async function undoFix(row: Row, directory: string, { library, tools }: Workshop): Promise<boolean> {
  library.unpack(row.package, [row.buggy, row.fixed]);
  const [buggy, fixed] = [library.dirOf(row.package, row.buggy), library.dirOf(row.package, row.fixed)];
  for (const path of library.changed(buggy, fixed, keepOf(row, library, tools))) {
    const merged = await mergeFile(directory, path, fixed, buggy);
    if (merged === null) return false;
    await writeFile(join(directory, path), merged);
  }
  return true;
}

/** Brings the sources of a later release into the tree, with the row's fix lost or kept; false where both touch the same lines. */
async function advance(row: Row, release: string, directory: string, { library, tools }: Workshop, lose = true): Promise<boolean> {
  library.unpack(row.package, [row.buggy, row.fixed, release]);
  const [buggy, fixed, next] = [row.buggy, row.fixed, release].map((version) => library.dirOf(row.package, version));
  if (buggy === undefined || fixed === undefined || next === undefined) return false;
  const keep = keepOf(row, library, tools);
  const lost = lose ? library.changed(buggy, fixed, keep) : [];
  for (const path of new Set([...library.changed(fixed, next, keep), ...lost])) {
    const target = join(directory, path);
    const theirs = await readFile(join(next, path)).catch(() => null);
    if (theirs === null) {
      await rm(target, { force: true });
      continue;
    }
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, theirs);
    if (!lost.includes(path)) continue;
    const merged = await mergeFile(directory, path, fixed, buggy);
    if (merged === null) return false;
    await writeFile(target, merged);
  }
  return true;
}

/** What stands in the tree, with the step from `from` to `to` applied; null on a conflict. */
async function mergeFile(directory: string, path: string, from: string, to: string): Promise<string | null> {
  const merged = await sh('git', ['merge-file', '-p', join(directory, path), join(from, path), join(to, path)]);
  return merged.code === 0 ? merged.out : null;
}

export function nextOf(row: Row, { library }: Workshop): string {
  const versions = library.versionsOf(row.package).versions.filter((version) => !version.includes('-'));
  return versions[versions.indexOf(row.fixed) + 1] ?? row.fixed;
}

function keepOf(row: Row, library: Library, tools: string): (path: string) => boolean {
  return library.sourceOf(library.readJson(join(tools, 'packages.json'))[row.package]);
}

function rowOf({ rows }: Workshop, id: string): Row {
  const row = rows.find((one) => one.id === id);
  if (row === undefined) throw new Error(`the data set has no row ${id}`);
  return row;
}

async function git(directory: string, ...args: string[]): Promise<string> {
  const identity = ['-c', 'user.name=npm-bugs', '-c', 'user.email=npm-bugs@localhost', '-c', 'commit.gpgsign=false'];
  const ran = await sh('git', ['-C', directory, ...identity, ...args]);
  if (ran.code !== 0) throw new Error(`git ${args[0]}: ${ran.err}`);
  return ran.out;
}
