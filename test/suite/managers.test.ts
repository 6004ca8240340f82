import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { dropLinkedModules } from '../../src/suite/ecosystems/javascript/linked-modules.ts';
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

test('packages below .github may keep their modules, but for those that are links', async () => {
  await using folder = await scratchFolder();
  const root = join(folder.root, 'root');
  const put = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  await put('package.json', manifest({}));
  await put('.github/actions/report/package.json', '{}');
  await put('.github/actions/linked/package.json', '{}');
  await put('.github/workflows/test.yml', '');
  await mkdir(join(folder.root, 'elsewhere'));
  await symlink(join(folder.root, 'elsewhere'), join(root, '.github', 'actions', 'linked', 'node_modules'));
  const env = { sandbox: noSandbox, scratch: folder.root, testEnv: {} };
  const { writable } = await whileInstalling({ env, plan: await planOf(root), root, cwd: root, folder: folder.root });
  expect(writable?.filter((path) => path.startsWith(root))).toEqual([join(root, '.github', 'actions', 'report', 'node_modules')]);
});

test('nothing is made where .github leads out of the repository', async () => {
  await using folder = await scratchFolder();
  const [root, outside] = [join(folder.root, 'root'), join(folder.root, 'outside')];
  for (const path of [root, outside]) {
    await mkdir(path);
    await writeFile(join(path, 'package.json'), manifest({}));
  }
  await symlink(outside, join(root, '.github'));
  const env = { sandbox: noSandbox, scratch: folder.root, testEnv: {} };
  const { writable } = await whileInstalling({ env, plan: await planOf(root), root, cwd: root, folder: folder.root });
  expect(writable?.filter((path) => path.startsWith(root) || path.startsWith(outside))).toEqual([]);
  expect(await readdir(outside)).toEqual(['package.json']);
});

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

describe('packages of the tree that this one is a copy of', () => {
  /** What is in `node_modules` after an installation has been made ready: a link to the original's package, and one to a package of the developer's. */
  async function left(setupCommand: string, links: Readonly<Record<string, string>>): Promise<readonly string[]> {
    await using folder = await scratchFolder();
    const root = join(folder.root, 'copy');
    await mkdir(join(root, 'libs/b/node_modules'), { recursive: true });
    await mkdir(join(root, 'node_modules'));
    await writeFile(join(root, 'package.json'), manifest({ workspaces: ['libs/*'] }));
    await writeFile(join(root, 'libs/b/package.json'), manifest({ name: 'b' }));
    for (const [path, target] of Object.entries(links)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await symlink(join(folder.root, target), join(root, path));
    }
    await dropLinkedModules({ ...(await planOf(root)), setupCommand, directory: '' }, root);
    const found = await Promise.all(
      ['node_modules', 'libs/b/node_modules'].map((path) =>
        readdir(join(root, path)).then(
          (names) => names.length,
          () => null,
        ),
      ),
    );
    return Object.keys(links).filter((_, at) => found[at] !== null);
  }

  const ofOriginal = {
    'node_modules/.pnpm': 'original/node_modules/.pnpm',
    'libs/b/node_modules/@c/d': 'original/libs/b/node_modules/@c/d',
  };

  test.each(['pnpm install --frozen-lockfile', 'npm ci', 'yarn', 'yarn --immutable && yarn build', 'bun i'])(
    'are gone before %s writes into them',
    async (command) => expect(await left(command, ofOriginal)).toEqual([]),
  );

  test.each(['npm run build', 'yarn build', 'pnpm run installer'])('stay for %s, which may need them', async (command) => {
    expect(await left(command, ofOriginal)).toEqual(Object.keys(ofOriginal));
  });

  test('are told from what a developer has linked, and from what was installed here', async () => {
    const linked = { 'node_modules/a': 'elsewhere/a', 'libs/b/node_modules/c': 'copy/node_modules/c' };
    expect(await left('npm ci', linked)).toEqual(Object.keys(linked));
  });
});
