// The command line that the tests run: the built one where it is built from these very sources, as a user has it; else the sources.
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { hashFile, sourcesHash } from '../tools/sources-hash.ts';

const root = resolve(import.meta.dirname, '..', '..');
const isBuilt = (await readFile(hashFile, 'utf8').catch(() => '')).trim() === (await sourcesHash());

export const cli = isBuilt ? join(root, 'dist', 'cli', 'index.js') : join(root, 'src', 'cli.ts');
