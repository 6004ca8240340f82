// A copy of a monorepo runs the copy's own packages, also where a dependency stands between two of them.
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, realpath, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { Patch } from '../../src/workspace/index.ts';
import { sampledTest } from '../sampled.ts';
import { type Files, repository, type TestRepository } from './repositories.ts';

const sampled = sampledTest(0.4);

const run = promisify(execFile);
const json = (name: string, dependencies: readonly string[] = []): string =>
  JSON.stringify({ name, version: '1.0.0', peerDependencies: Object.fromEntries(dependencies.map((each) => [each, '*'])) });

const packages: Files = {
  '.gitignore': 'node_modules\n',
  'package.json': JSON.stringify({ name: 'root', private: true, workspaces: ['packages/*'] }),
  'packages/a/package.json': json('a', ['b', 'wrapper', 'plain']),
  'packages/a/test.js': 'console.log([require("b"), require("wrapper"), require("outer"), require("plain")].join());\n',
  'packages/b/package.json': json('@shop/b'),
  'packages/b/index.js': 'module.exports = "red";\n',
};

/** `wrapper` requires the workspace package, `outer` requires `wrapper`; `plain` requires nothing. */
const dependencies = (folder: (name: string) => string): Files => ({
  [`${folder('wrapper')}/package.json`]: json('wrapper', ['b']),
  [`${folder('wrapper')}/index.js`]: 'module.exports = "wrapped " + require("b");\n',
  [`${folder('outer')}/package.json`]: json('outer', ['wrapper']),
  [`${folder('outer')}/lib/index.js`]: '',
  [`${folder('outer')}/index.js`]: 'module.exports = "outer " + require("wrapper");\n',
  [`${folder('plain')}/package.json`]: json('plain'),
  [`${folder('plain')}/index.js`]: 'module.exports = "plain";\n',
});

const edit = { path: 'packages/b/index.js', oldText: 'red', newText: 'green' };
const printed = async (root: string): Promise<string> =>
  (await run(process.execPath, [join(root, 'packages/a/test.js')], { cwd: join(root, 'packages/a') })).stdout.trim();
const all = (b: string): string => `${b},wrapped ${b},outer wrapped ${b},plain`;

async function expectCopiesOfTheirOwn(repo: TestRepository, plain: string): Promise<void> {
  expect(await printed(repo.root)).toBe(all('red'));
  await using workspace = await repo.workspace();
  await using replica = await workspace.replica();
  expect(await replica.apply([edit])).toMatchObject({ ok: true });
  expect(await printed(replica.root)).toBe(all('green'));
  expect(await printed(workspace.root)).toBe(all('red'));
  // What reaches no workspace package is not copied.
  expect(await realpath(join(replica.root, plain))).toBe(join(repo.root, plain));

  expect(await workspace.edit([edit])).toMatchObject({ ok: true });
  expect(await printed(workspace.root)).toBe(all('green'));
  const patch: Patch = await workspace.patch();
  await using fresh = await workspace.fresh(patch);
  expect(await printed(fresh.root)).toBe(all('green'));
  await using fork = await workspace.fork();
  expect(await printed(fork.root)).toBe(all('red'));
  expect(await printed(repo.root)).toBe(all('red'));
}

sampled('with the links of npm', async () => {
  await using repo = await repository(packages);
  await repo.write(dependencies((name) => `node_modules/${name}`));
  await repo.link('node_modules/a', '../packages/a');
  await repo.link('node_modules/b', join(repo.root, 'packages/b'));
  await expectCopiesOfTheirOwn(repo, 'node_modules/plain');
});

sampled('with a dependency inside of a dependency', async () => {
  await using repo = await repository(packages);
  await repo.write(dependencies((name) => (name === 'wrapper' ? 'node_modules/outer/node_modules/wrapper' : `node_modules/${name}`)));
  await repo.write({ 'node_modules/wrapper/package.json': json('wrapper', ['b']) });
  await repo.write({ 'node_modules/wrapper/index.js': 'module.exports = "wrapped " + require("b");\n' });
  await repo.link('node_modules/b', '../packages/b');
  await expectCopiesOfTheirOwn(repo, 'node_modules/plain');
});

sampled('with the virtual store of pnpm', async () => {
  await using repo = await repository(packages);
  const store = (name: string): string => `node_modules/.pnpm/${name}@1.0.0/node_modules`;
  await repo.write(dependencies((name) => `${store(name)}/${name}`));
  await repo.link(`${store('wrapper')}/b`, '../../../../packages/b');
  await repo.link(`${store('outer')}/wrapper`, '../../wrapper@1.0.0/node_modules/wrapper');
  await repo.link('node_modules/.pnpm/node_modules/plain', '../plain@1.0.0/node_modules/plain');
  for (const name of ['wrapper', 'outer', 'plain']) {
    await repo.link(`packages/a/node_modules/${name}`, `../../../node_modules/.pnpm/${name}@1.0.0/node_modules/${name}`);
  }
  await repo.link('packages/a/node_modules/b', '../../b');
  await expectCopiesOfTheirOwn(repo, `${store('plain')}/plain`);
});

test.each(['a folder of its own', 'a link'])('what an installation left as %s gives way to the packages of the checkout', async (left) => {
  await using repo = await repository({ '.gitignore': 'node_modules\n', 'package.json': '{}' });
  await repo.write({ 'node_modules/plain/package.json': json('plain'), 'node_modules/plain/index.js': 'module.exports = "plain";\n' });
  await using workspace = await repo.workspace();
  const modules = join(workspace.root, 'node_modules');
  await rm(modules, { recursive: true, force: true });
  if (left === 'a link') await symlink(join(repo.root, 'node_modules'), modules);
  else await mkdir(join(modules, 'half'), { recursive: true });
  expect(await workspace.modulesOfCheckout()).toBe(true);
  expect((await readdir(modules)).filter((name) => !name.startsWith('.'))).toEqual(['plain']);
  expect(await readFile(join(modules, 'plain', 'index.js'), 'utf8')).toContain('plain');
  expect(await readFile(join(repo.root, 'node_modules', 'plain', 'index.js'), 'utf8')).toContain('plain');
});

test('a checkout without packages gives none', async () => {
  await using repo = await repository({ '.gitignore': 'node_modules\n', 'package.json': '{}' });
  await using workspace = await repo.workspace();
  await mkdir(join(workspace.root, 'node_modules', 'half'), { recursive: true });
  expect(await workspace.modulesOfCheckout()).toBe(false);
});

test('vitest is copied where it checks types, as it writes into its own folder then', async () => {
  const files = (settings: string): Files => ({
    '.gitignore': 'node_modules\n',
    'package.json': JSON.stringify({ name: 'root', devDependencies: { vitest: '*' } }),
    'vitest.config.ts': `export default { test: { ${settings} } };\n`,
    'node_modules/vitest/package.json': json('vitest'),
    'node_modules/@vitest/ui/package.json': json('@vitest/ui', ['vitest']),
    'node_modules/plain/package.json': json('plain'),
  });
  const ownIn = async (settings: string): Promise<readonly boolean[]> => {
    await using repo = await repository(files(settings));
    await using workspace = await repo.workspace();
    const names = ['vitest', '@vitest/ui', 'plain'].map((name) => join('node_modules', name));
    return Promise.all(names.map(async (name) => (await realpath(join(workspace.root, name))) !== (await realpath(join(repo.root, name)))));
  };
  expect(await ownIn('typecheck: { enabled: true }')).toEqual([true, true, false]);
  expect(await ownIn('globals: true')).toEqual([false, false, false]);
});
