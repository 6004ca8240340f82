import { mkdir, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryEnvironment, runCommand, userPath } from '../../src/workspace/index.ts';

const root = resolve(import.meta.dirname, '../..');
const ours = join(root, 'node_modules', '.bin');

test('commands of the repository never run our own node', async () => {
  // A "user's node" outside of our package, behind everything npm puts in front.
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'environment-')));
  await symlink(process.execPath, join(folder, 'node'));
  const PATH = [
    ours,
    join(dirname(root), 'node_modules', '.bin'),
    '/x/node_modules/@npmcli/run-script/lib/node-gyp-bin',
    folder,
    '/usr/bin',
  ].join(delimiter);
  const env = repositoryEnvironment({ from: { ...process.env, PATH } });
  const which = await runCommand({ argv: ['sh', '-c', 'command -v node'], cwd: folder, env, timeoutMs: 10_000 });
  expect(which.stdout.trim()).toBe(join(folder, 'node'));
  expect(env.PATH).toBe([folder, '/usr/bin'].join(delimiter));
  await rm(folder, { recursive: true });
});

test('commands of the repository keep the .bin folders of other packages', async () => {
  const other = join(tmpdir(), 'other', 'node_modules', '.bin');
  await mkdir(other, { recursive: true });
  expect(userPath({ PATH: [other, ours].join(delimiter) })).toBe(other);
});

test('no secret and nothing of the runner passes', () => {
  const secret = {
    OPENAI_API_KEY: 'x',
    GITHUB_TOKEN: 'x',
    INPUT_API_KEY: 'x',
    'INPUT_API-KEY': 'x',
    ACTIONS_RUNTIME_TOKEN: 'x',
    RUNNER_TEMP: 'x',
    npm_lifecycle_script: 'x',
    NODE_OPTIONS: '--require x',
    NPM_TOKEN: 'x',
    AWS_SECRET_ACCESS_KEY: 'x',
    'npm_config_//registry.example.org/:_authToken': 'x',
    GIT_CONFIG_VALUE_0: 'x',
    LD_PRELOAD: 'x',
  };
  for (const profile of ['test', 'install'] as const) {
    const env = repositoryEnvironment({ from: { ...secret, PATH: '/usr/bin', LC_ALL: 'C', TZ: 'UTC' }, profile });
    for (const name of Object.keys(secret)) expect(env).not.toHaveProperty([name]);
    expect(env).toMatchObject({ LC_ALL: 'C', TZ: 'UTC', CI: 'true', PATH: '/usr/bin' });
  }
});

test('registry and proxy reach an install and no test, and an address loses its password', () => {
  const from = { npm_config_registry: 'https://me:pw@registry.example.org/npm/', HTTPS_PROXY: 'http://p:1', PATH: '' };
  expect(repositoryEnvironment({ from, profile: 'install' })).toMatchObject({
    npm_config_registry: 'https://registry.example.org/npm/',
    HTTPS_PROXY: 'http://p:1',
  });
  const test = repositoryEnvironment({ from, profile: 'test' });
  expect(test).not.toHaveProperty('npm_config_registry');
  expect(test).not.toHaveProperty('HTTPS_PROXY');
});

test.each([
  ['PIP_INDEX_URL', 'https://me:pw@pypi.example.org/simple', 'https://pypi.example.org/simple'],
  [
    'PIP_EXTRA_INDEX_URL',
    'https://a:b@one.example/simple https://two.example/simple',
    'https://one.example/simple https://two.example/simple',
  ],
  ['PIP_FIND_LINKS', '/srv/wheels', '/srv/wheels'],
  ['UV_DEFAULT_INDEX', 'https://t@pypi.example.org/simple', 'https://pypi.example.org/simple'],
  ['GOPROXY', 'https://me:pw@go.example.org,direct', 'https://go.example.org,direct'],
])('where %s points, an install may look, and no test', (name, given, shown) => {
  const from = { [name]: given, PATH: '' };
  expect(repositoryEnvironment({ from, profile: 'install' })).toHaveProperty([name], shown);
  expect(repositoryEnvironment({ from, profile: 'test' })).not.toHaveProperty([name]);
});

test('a scratch home takes the place of the home', () => {
  const env = repositoryEnvironment({ from: { HOME: '/home/me', PATH: '' }, home: '/scratch', extra: { MINE: '1' } });
  expect(env).toMatchObject({ HOME: '/scratch', MINE: '1' });
  expect(Object.values(env).join()).not.toContain('/home/me');
});

test('tests are told as little about colours as CI tells them; an installation is to print none', () => {
  const from = { PATH: '/usr/bin', FORCE_COLOR: '1', NO_COLOR: '' };
  expect(Object.keys(repositoryEnvironment({ from })).filter((name) => name.endsWith('_COLOR'))).toEqual([]);
  expect(repositoryEnvironment({ from, profile: 'install' })).toMatchObject({ NO_COLOR: '1', FORCE_COLOR: '0' });
});
