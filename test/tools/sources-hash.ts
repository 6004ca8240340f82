// What dist/ is built from, as one hash: `dist/sources.sha256` holds it, and `npm run check` compares in a moment what a build takes a minute for.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..', '..');
export const hashFile = join(root, 'dist', 'sources.sha256');

/** SHA-256, hexadecimal, of the sources, the locked dependencies and how they are built. */
export async function sourcesHash(): Promise<string> {
  const entries = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true });
  const sources = entries.filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name)));
  const hash = createHash('sha256');
  for (const path of [...sources.sort(), 'package-lock.json', 'tsconfig.json', 'test/tools/build.ts']) {
    hash
      .update(`${path}\0`)
      .update(await readFile(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

if (process.argv.includes('--check')) {
  const [built, now] = await Promise.all([readFile(hashFile, 'utf8').catch(() => ''), sourcesHash()]);
  if (built.trim() !== now) {
    console.error('dist/ is not built from these sources: run `npm run build` and commit dist/ in a commit of its own.');
    process.exitCode = 1;
  }
}
