// What root does not notice: the same code as a user who may not do everything, and whom the system may not even know.
import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

/** Not in any list of users. */
const unknownUser = 54_321;
const isRoot = process.getuid?.() === 0;
const sources = resolve(import.meta.dirname, '../../src/workspace');

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ordinary-user-'));
  await chmod(folder, 0o755);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Standard output of a program that may import from `src/workspace`; as the unknown user where we are root. */
async function said(program: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const file = join(folder, 'program.mjs');
  await writeFile(file, program.replaceAll("from './", `from '${pathToFileURL(sources).href}/`));
  const user = isRoot ? { uid: unknownUser, gid: unknownUser } : {};
  const { stdout } = await promisify(execFile)(process.execPath, [file], {
    ...user,
    cwd: '/',
    env: { PATH: process.env.PATH ?? '', ...env },
  });
  return stdout;
}

const home = "import { userHome } from './home.ts';\nprocess.stdout.write(userHome());";

test('a home that the system does not know, or that is no absolute path, is a folder that is not there', async () => {
  if (isRoot) expect(await said(home)).toBe('/nonexistent');
  expect(await said(home, { HOME: '' })).toBe('/nonexistent');
  expect(await said(home, { HOME: 'somewhere' })).toBe('/nonexistent');
  expect(await said(home, { HOME: '/home/me' })).toBe('/home/me');
});

test('what tests made unwritable is removed all the same, and nothing that a link leads to', async () => {
  const tree = join(folder, 'tree');
  const elsewhere = join(folder, 'elsewhere');
  await mkdir(join(tree, 'a/b'), { recursive: true });
  await mkdir(elsewhere);
  for (const path of [join(tree, 'a/b/file'), join(elsewhere, 'file')]) await writeFile(path, '');
  await symlink(elsewhere, join(tree, 'a/link'));
  if (isRoot) for (const path of ['', 'a', 'a/b', 'a/b/file']) await chown(join(tree, path), unknownUser, unknownUser);
  if (isRoot) await chown(folder, unknownUser, unknownUser);
  for (const path of [join(tree, 'a/b'), join(tree, 'a'), elsewhere]) await chmod(path, 0o555);
  await said(`import { removeTree } from './remove-tree.ts';\nawait removeTree(${JSON.stringify(tree)});`);
  await expect(stat(tree)).rejects.toMatchObject({ code: 'ENOENT' });
  expect((await stat(elsewhere)).mode & 0o777).toBe(0o555);
  expect((await stat(join(elsewhere, 'file'))).isFile()).toBe(true);
});
