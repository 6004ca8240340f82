// Global set-up: the releases of Node that test files find in their PATH as the user's own, of which test/setup.ts picks one.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default async function nodesAtHand(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'regreen-user-nodes-'));
  const more = process.env.REGREEN_TEST_NODES;
  const programs: Record<string, string> = { own: process.execPath };
  for (const name of more === undefined || !existsSync(more) ? [] : await readdir(more))
    if (/^node-\d+$/.test(name)) programs[name] = join(more ?? '', name, 'bin', 'node');
  for (const [name, program] of Object.entries(programs)) {
    await mkdir(join(folder, name));
    await symlink(program, join(folder, name, 'node'));
  }
  process.env.REGREEN_TEST_USER_NODES = folder;
  return () => rm(folder, { recursive: true, force: true });
}
