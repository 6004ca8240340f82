import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { whileInstalling } from '../../src/suite/ecosystems/javascript/managers.ts';
import { noSandbox, planOf, scratchFolder } from './repository.ts';

afterEach(() => vi.unstubAllEnvs());

/** What is taken along of Corepack's folder for a repository with these files, as paths. */
async function takenAlong(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  await using folder = await scratchFolder();
  const put = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder.root, path)), { recursive: true });
    await writeFile(join(folder.root, path), text);
  };
  for (const path of ['pnpm/9.0.0/a', 'pnpm/10.0.0/a', 'yarn/4.9.1/a']) await put(`corepack/v1/${path}`, '');
  await put('corepack/lastKnownGood.json', '{}');
  for (const [path, text] of Object.entries(files)) await put(`root/${path}`, text);
  await mkdir(join(folder.root, 'scratch'));
  vi.stubEnv('COREPACK_HOME', join(folder.root, 'corepack'));
  const [root, scratch] = [join(folder.root, 'root'), join(folder.root, 'scratch')];
  const env = { sandbox: noSandbox, scratch, testEnv: {} };
  const around = await whileInstalling({ env, plan: await planOf(root), root, cwd: root, folder: scratch });
  const taken = await readdir(around.environment.COREPACK_HOME ?? '', { recursive: true, withFileTypes: true }).catch(() => []);
  return taken.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).split('/corepack/').at(-1) ?? '');
}

const manifest = (more: object): string => JSON.stringify({ name: 'a', version: '1.0.0', scripts: { test: 'node --test' }, ...more });

describe('of the managers that an earlier step has prepared', () => {
  test('the version that package.json names is taken along', async () => {
    const files = { 'package.json': manifest({ packageManager: 'pnpm@9.0.0' }), 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" };
    expect((await takenAlong(files)).toSorted()).toEqual(['lastKnownGood.json', 'v1/pnpm/9.0.0/a']);
  });

  test('every version of a manager is, where none is named', async () => {
    const files = { 'package.json': manifest({}), 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" };
    expect((await takenAlong(files)).toSorted()).toEqual(['lastKnownGood.json', 'v1/pnpm/10.0.0/a', 'v1/pnpm/9.0.0/a']);
  });

  test('nothing is where npm installs: it may be thousands of files', async () => {
    const files = { 'package.json': manifest({}), 'package-lock.json': '{"lockfileVersion":3}' };
    expect(await takenAlong(files)).toEqual([]);
  });
});
