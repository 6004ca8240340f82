// The programs that the tests run: the built ones where they are built from these very sources, as a user has them; else the sources.
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { hashFile, sourcesHash } from '../tools/sources-hash.ts';

const root = resolve(import.meta.dirname, '..', '..');
export const isBuilt = (await readFile(hashFile, 'utf8').catch(() => '')).trim() === (await sourcesHash());

export const cli = isBuilt ? join(root, 'dist', 'cli', 'index.js') : join(root, 'src', 'cli.ts');
export const action = isBuilt ? join(root, 'dist', 'index.js') : join(root, 'src', 'main.ts');

/** What is compiled once is not compiled in every test: a second and more for each start of the sources. */
export const compiled = { NODE_COMPILE_CACHE: join(tmpdir(), 'regreen-e2e-compiled') };
