// What an earlier step of the same job may have left in a checkout for us to find.
import { appendFile, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Git, openCheckout, openPlainFile, pickSandbox, readPlainFile, runCommand } from '../../src/workspace/index.ts';
import { sandboxView } from '../../src/workspace/sandbox-view.ts';
import { repository, type TestRepository } from './repositories.ts';

const canary = 'CANARY-planted';

async function withCanary(): Promise<TestRepository & { readonly secret: string }> {
  const repo = await repository({ 'a.js': 'a\n', '.gitignore': 'node_modules\nstate\n' });
  const secret = join(repo.root, '..', 'home', 'secret');
  await mkdir(join(secret, '..'), { recursive: true });
  await writeFile(secret, `${canary}\n`);
  return { ...repo, secret };
}

const configure = (repo: TestRepository, text: string): Promise<void> => appendFile(join(repo.root, '.git', 'config'), text);

describe('the copy’s ignore list holds no file of the user’s', () => {
  test.each([
    [
      'named in the settings of the checkout',
      (repo: TestRepository, file: string) => configure(repo, `[core]\n\texcludesFile = ${file}\n`),
    ],
    [
      'linked into its .git',
      async (repo: TestRepository, file: string) => {
        await rm(join(repo.root, '.git/info/exclude'), { force: true });
        await mkdir(join(repo.root, '.git/info'), { recursive: true });
        await symlink(file, join(repo.root, '.git/info/exclude'));
      },
    ],
    [
      'in a folder linked into its .git',
      async (repo: TestRepository, file: string) => {
        await rm(join(repo.root, '.git/info'), { recursive: true, force: true });
        await symlink(join(file, '..'), join(repo.root, '.git/info'));
        await writeFile(join(file, '..', 'exclude'), canary);
      },
    ],
  ])('%s', async (_, plant) => {
    await using repo = await withCanary();
    await plant(repo, repo.secret);
    await using workspace = await repo.workspace();
    expect(await readFile(join(workspace.root, '.git/info/exclude'), 'utf8')).not.toContain(canary);
  });

  test('but the checkout’s own list and the user’s hold in it', async () => {
    await using repo = await withCanary();
    await writeFile(join(repo.root, '.git/info/exclude'), 'own-list\n');
    await using workspace = await repo.workspace();
    expect(await readFile(join(workspace.root, '.git/info/exclude'), 'utf8')).toContain('own-list');
  });
});

describe('nothing that a checkout names is run', () => {
  const promised = (how: string): string =>
    `[core]\n\trepositoryformatversion = 1\n[extensions]\n\tpartialClone = evil\n[remote "evil"]\n\tpromisor = true\n\tpartialCloneFilter = blob:none\n${how}`;
  test.each([
    ['to fetch a missing object from a folder', (mark: string) => promised(`\turl = .\n\tuploadpack = "touch ${mark};"\n`)],
    [
      'to reach a server by git’s own protocol',
      (mark: string) => `${promised('\turl = git://127.0.0.1/x\n')}[core]\n\tgitProxy = "${mark}.sh"\n`,
    ],
    ['to fetch it through a helper', (mark: string) => promised(`\turl = ext::sh -c "touch ${mark}"\n`)],
  ])('%s', async (_, settings) => {
    await using repo = await withCanary();
    const mark = join(repo.temp, 'ran');
    await mkdir(repo.temp, { recursive: true });
    await writeFile(`${mark}.sh`, `#!/bin/sh\ntouch ${mark}\n`, { mode: 0o755 });
    const checkout = await repo.checkout();
    await configure(repo, settings(mark));
    const git = new Git(checkout.root, { readOnly: true, withoutFilters: true });
    expect((await git.run(['cat-file', '-e', '1'.repeat(40)])).exitCode).not.toBe(0);
    expect(await readPlainFile(mark, 10)).toBeNull();
  });
});

test('a checkout whose settings name a folder above it as that of its files is refused', async () => {
  await using repo = await withCanary();
  await configure(repo, '[core]\n\tworktree = ../..\n');
  expect(await openCheckout(repo.root)).toMatchObject({ ok: false, reason: expect.stringContaining('core.worktree') });
});

test('dependencies that are a link out of the checkout stay a link', async () => {
  await using repo = await withCanary();
  await symlink(join(repo.secret, '..'), join(repo.root, 'node_modules'));
  await using workspace = await repo.workspace();
  expect(await readPlainFile(join(workspace.root, 'node_modules', 'secret'), 100)).toBeNull();
  expect(await readFile(join(workspace.root, 'node_modules', 'secret'), 'utf8')).toContain(canary);
});

const bubblewrap = (await pickSandbox({ requested: 'bubblewrap', network: 'none', holdsSecrets: true, hidden: [] })).ok;
if (!bubblewrap) console.warn('\n!!! bubblewrap does not work here: what borrowed objects show is SKIPPED !!!\n');

test.runIf(bubblewrap)('borrowed objects that are the home do not show it', async () => {
  await using repo = await withCanary();
  const checkout = await repo.checkout();
  await mkdir(join(repo.root, '.git/objects/info'), { recursive: true });
  await writeFile(join(repo.root, '.git/objects/info/alternates'), `${join(repo.secret, '..')}\n`);
  const picked = await pickSandbox({
    requested: 'bubblewrap',
    network: 'none',
    holdsSecrets: true,
    hidden: [join(repo.secret, '..')],
    checkout,
  });
  if (!picked.ok) throw new Error(picked.reason);
  const argv = picked.sandbox.wrap(['cat', repo.secret], 'test', { cwd: repo.root, writable: [] });
  const seen = await runCommand({ argv, cwd: repo.root, env: { PATH: process.env.PATH ?? '' }, timeoutMs: 20_000 });
  expect(seen.stdout).toBe('');
});

test('objects are shown also where a fetch that was cut off has left its own beside them', async () => {
  await using repo = await withCanary();
  const objects = join(repo.root, '.git/objects');
  await mkdir(join(objects, 'tmp_objdir-incoming-Ab12Cd'));
  const view = await sandboxView({ hidden: [], checkout: await repo.checkout() });
  expect(view).toContainEqual({ path: objects, kind: 'show' });
});

test('a clean copy has what the installation left, and nothing that a test run did', async () => {
  await using repo = await withCanary();
  await using workspace = await repo.workspace();
  await mkdir(join(workspace.root, 'state'));
  await writeFile(join(workspace.root, 'state', 'installed'), '');
  await workspace.installed(true);
  await writeFile(join(workspace.root, 'left-by-a-test'), '');
  await using other = await repo.workspace();
  await other.installed(false);
  await mkdir(join(other.root, 'state'));
  await writeFile(join(other.root, 'state', 'left-by-a-test'), '');
  const patch = { text: '', files: [] };
  await using first = await workspace.fresh(patch);
  await using second = await other.fresh(patch);
  expect(await readPlainFile(join(first.root, 'state', 'installed'), 10)).toBe('');
  expect(await readPlainFile(join(first.root, 'left-by-a-test'), 10)).toBeNull();
  expect(await readPlainFile(join(second.root, 'state', 'left-by-a-test'), 10)).toBeNull();
});

test('a file is read where it is: no link, pipe or folder in its place, and nobody waits', async () => {
  await using repo = await withCanary();
  const path = (name: string): string => join(repo.root, name);
  await symlink(repo.secret, path('link'));
  await runCommand({ argv: ['mkfifo', path('pipe')], cwd: repo.root, env: { PATH: process.env.PATH ?? '' }, timeoutMs: 9_000 });
  expect(await readPlainFile(path('a.js'), 100)).toBe('a\n');
  expect(await readPlainFile(path('a.js'), 1)).toBeNull();
  for (const name of ['link', 'pipe', '.git', 'nowhere']) expect(await openPlainFile(path(name))).toBeNull();
});
