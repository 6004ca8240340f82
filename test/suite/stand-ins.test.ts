import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { standIn } from '../../src/suite/ecosystems/javascript/stand-ins.ts';
import { openSuite } from '../../src/suite/index.ts';
import { noSandbox, planOf, scratchFolder } from './repository.ts';

const run = promisify(execFile);

async function program(folder: string, name: string, lines: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), `#!/bin/sh\n${lines}\n`);
  await chmod(join(folder, name), 0o755);
}

/** A folder with a package, and one with programs that are found before the machine's own. */
async function machine(files: Readonly<Record<string, string>>) {
  const scratch = await scratchFolder();
  const [root, first, managers] = ['root', 'first', 'managers'].map((name) => join(scratch.root, name)) as [string, string, string];
  await mkdir(root, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, name), text);
  await mkdir(first, { recursive: true });
  return { ...scratch, root, first, managers, path: `${first}:${process.env.PATH}` };
}

describe('a package manager that is not installed', () => {
  it('is not stood in for where it is, or where npm does', async () => {
    await using here = await machine({ 'package.json': '{}' });
    await program(here.first, 'pnpm', 'exit 0');
    expect(await standIn('pnpm', here.managers, here.first, [here.root])).toBeNull();
    expect(await standIn('npm', here.managers, here.first, [here.root])).toBeNull();
  });

  it('is Corepack’s, asked for once, in the version that package.json names, or that wrote the lock file', async () => {
    await using here = await machine({ 'package.json': '{"packageManager":"yarn@4.9.1"}', 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" });
    await program(here.first, 'corepack', `echo "$@" >> '${here.managers}.log'`);
    for (const manager of ['yarn', 'pnpm']) {
      const bin = await standIn(manager, here.managers, '/nowhere', [here.root]);
      for (const word of ['a b', 'c']) await run(join(bin ?? '', manager), ['install', word], { env: { PATH: here.path } });
    }
    expect((await readFile(`${here.managers}.log`, 'utf8')).split('\n')).toEqual([
      'yarn --version',
      'yarn install a b',
      'yarn install c',
      'pnpm@10 --version',
      'pnpm@10 install a b',
      'pnpm@10 install c',
      '',
    ]);
  });

  it('is brought where only the packages are there already, and asks for no installation of them', async () => {
    await using here = await machine({
      'package.json': '{"scripts":{"test":"node --test"}}',
      'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
    });
    await mkdir(join(here.root, 'node_modules'));
    await symlink('/bin/sh', join(here.first, 'sh'));
    await program(here.first, 'corepack', `echo "$@" >> '${here.managers}.log'`);
    const env = { sandbox: noSandbox, testEnv: { PATH: here.first }, scratch: here.managers };
    const ready = await openSuite(await planOf(here.root), env).install(here.root, { timeoutMs: 60_000 });
    expect(ready).toEqual({ ok: true, seconds: 0, did: 'node_modules is there with every dependency' });
    expect(await readFile(`${here.managers}.log`, 'utf8')).toBe('pnpm@10 --version\npnpm@10 --version\n');
  });

  it('is npm’s package of it where Corepack cannot bring it', { timeout: 120_000 }, async () => {
    await using here = await machine({ 'package.json': '{}', 'pnpm-lock.yaml': "lockfileVersion: '6.0'\n" });
    await program(here.first, 'corepack', 'exit 1');
    const bin = await standIn('pnpm', here.managers, '/nowhere', [here.root]);
    const call = () => run(join(bin ?? '', 'pnpm'), ['--version'], { cwd: here.root, env: { ...process.env, PATH: here.path } });
    expect((await call()).stdout).toMatch(/^8\./);
    // It is there by now: no registry is asked any more.
    await program(here.first, 'npm', 'exit 1');
    expect((await call()).stdout).toMatch(/^8\./);
  });
});
