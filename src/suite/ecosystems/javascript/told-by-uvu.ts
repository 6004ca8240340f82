// Results of uvu, which has no reporters: out of what it printed.
import { posix } from 'node:path';
import { type Place, relativeToRoot } from '../../frames.ts';
import type { RawResult } from '../../results.ts';
import { listFiles } from './imports.ts';
import { uvuFolder } from './instrument.ts';
import { readUvu, readUvuCrash } from './read-uvu.ts';
import type { TestLine } from './test-line.ts';

/** None where the line does not run uvu. `directory`: where it is started, relative to the root. */
export async function toldByUvu(
  { root, cwd, directory }: Place & { readonly directory: string },
  line: TestLine | null,
  { output, stderr }: { readonly output: string; readonly stderr: string },
): Promise<readonly RawResult[]> {
  const folders = [...(line?.runners.values() ?? [])].flatMap((runner) => (runner.kind === 'uvu' ? [uvuFolder(runner.args)] : []));
  if (folders.length === 0) return [];
  const files = new Set(await listFiles(root, directory, (file) => /\.(?:[mc]?[jt]s|[jt]sx)$/.test(file)));
  const paths = (name: string): string[] =>
    folders.flatMap((folder) => (folder === null ? [] : [posix.join(directory, folder, name)])).filter((path) => files.has(path));
  const results = readUvu(output, (name) => (/^\S.*\.\w+$/.test(name) ? (paths(name)[0] ?? null) : null));
  if (results.length > 0) return results;
  return readUvuCrash(stderr, (text) => {
    const { path } = relativeToRoot(text, { root, cwd });
    return files.has(path) ? path : null;
  });
}
