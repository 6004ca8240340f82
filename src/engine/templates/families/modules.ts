// Which files a relative specifier may mean, and what one would be called from another.
import { pathOf } from '../../imports.ts';
import type { Scene } from '../scene.ts';

/** `./a/b` from one file to another, both relative to the repository. */
export function relativePath(from: string, to: string): string {
  const a = from.split('/').slice(0, -1);
  const b = to.split('/');
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const up = '../'.repeat(a.length - same);
  return `${up === '' ? './' : up}${b.slice(same).join('/')}`;
}

/** Files that a relative specifier may mean: by its path, with another ending or none, or the index of a folder. */
export function modulePaths({ file, clues }: Scene, specifier: string): readonly string[] {
  if (!specifier.startsWith('.')) return [];
  const path = pathOf(file.path, specifier);
  if (path === null) return [];
  const wanted = bare(path);
  return clues.paths.filter((each) => bare(each) === wanted || bare(each) === `${wanted}/index`);
}

const bare = (path: string): string => path.replace(/\.[cm]?[jt]sx?$/, '');
