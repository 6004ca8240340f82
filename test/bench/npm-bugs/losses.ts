// Fixes taken out of a release again.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Row, sh } from './data.ts';
import { type SourceHunk, sourceHunksBetween, textOf, withHunks } from './source-hunks.ts';

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

export interface Workshop {
  readonly tools: string;
  readonly library: Library;
  readonly rows: readonly Row[];
}

/** Texts of a release by path, as they were and as they are; null where there is no such file. */
export type Texts = ReadonlyMap<string, { readonly before: string | null; readonly after: string | null }>;

/** A row's fix backwards, as hunks of its fixed release. */
export async function undoingOf(row: Row, shop: Workshop): Promise<readonly SourceHunk[]> {
  return releaseHunks(row, row.buggy, shop);
}

/** The hunks from the row's fixed release to another one, of sources alone. */
export async function releaseHunks(row: Row, release: string, { library, tools }: Workshop): Promise<readonly SourceHunk[]> {
  library.unpack(row.package, [...new Set([row.fixed, release])]);
  const [from, to] = [library.dirOf(row.package, row.fixed), library.dirOf(row.package, release)];
  const keep = library.sourceOf(library.readJson(join(tools, 'packages.json'))[row.package]);
  return sourceHunksBetween(from, to, library.changed(from, to, keep));
}

export interface Loss {
  readonly row: Row;
  /** Which hunks of the undoing; all unless given. */
  readonly hunks?: readonly number[] | undefined;
}

/** The release `base` without the fixes; null where one of them has been written over since. */
export async function without(losses: readonly Loss[], base: string, shop: Workshop): Promise<Texts | null> {
  const texts = new Map<string, { before: string | null; after: string | null }>();
  for (const { row, hunks } of losses) {
    const undoing = (await undoingOf(row, shop)).filter((_, at) => hunks?.includes(at) ?? true);
    for (const path of new Set(undoing.map((hunk) => hunk.path))) {
      const fixed = await textOf(join(shop.library.dirOf(row.package, row.fixed), path));
      const buggy = withHunks(
        fixed,
        undoing.filter((hunk) => hunk.path === path),
      );
      const before = await textOf(join(base, path));
      const merged = await merge(texts.get(path)?.after ?? before, fixed, buggy);
      if (merged === undefined) return null;
      texts.set(path, { before, after: merged });
    }
  }
  return texts;
}

/** What a text becomes when the step from `from` to `to` is applied to it as well; undefined on a conflict. */
export async function merge(text: string | null, from: string | null, to: string | null): Promise<string | null | undefined> {
  if (text === from) return to;
  if (text === null || from === null || to === null) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'npm-bugs-merge-'));
  try {
    const files = await Promise.all(
      Object.entries({ text, from, to }).map(async ([name, content]) => {
        await writeFile(join(folder, name), content);
        return join(folder, name);
      }),
    );
    const merged = await sh('git', ['merge-file', '-p', ...files]);
    return merged.code === 0 ? merged.out : undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
