import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { standIn } from '../../src/suite/ecosystems/javascript/stand-ins.ts';
import { scratchFolder } from './repository.ts';

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

  it('is Corepack’s, in the version that package.json names, or that wrote the lock file', async () => {
    await using here = await machine({ 'package.json': '{"packageManager":"yarn@4.9.1"}', 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" });
    await program(here.first, 'corepack', `echo "$@" >> '${here.managers}.log'`);
    for (const manager of ['yarn', 'pnpm']) {
      const bin = await standIn(manager, here.managers, '/nowhere', [here.root]);
      await run(join(bin ?? '', manager), ['install', 'a b'], { env: { PATH: here.path } });
    }
    expect((await readFile(`${here.managers}.log`, 'utf8')).split('\n')).toEqual([
      'yarn --version',
      'yarn install a b',
      'pnpm@10 --version',
      'pnpm@10 install a b',
      '',
    ]);
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
