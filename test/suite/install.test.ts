// Installations by npm that fail at first, with packages that are files of the repository.
import { execFileSync } from 'node:child_process';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { otherLine } from '../../src/suite/ecosystems/javascript/installed.ts';
import { makeRepository, scratchFolder, suiteOf } from './repository.ts';

const manifest = (more: object): string => JSON.stringify({ name: 'root', version: '1.0.0', scripts: { test: 'node --test' }, ...more });

/** A package `needs` with a peer of another version than the one that is asked for beside it. */
async function contradicting(more: Readonly<Record<string, string>>): ReturnType<typeof makeRepository> {
  const repository = await makeRepository({
    'package.json': manifest({ dependencies: { needs: 'file:needs-1.0.0.tgz', peer: 'file:peer-2.0.0.tgz' } }),
    'needs/package.json': manifest({ name: 'needs', peerDependencies: { peer: '^1.0.0' } }),
    'peer/package.json': manifest({ name: 'peer', version: '2.0.0' }),
    ...more,
  });
  for (const name of ['needs', 'peer'])
    execFileSync('npm', ['pack', '--silent', '--pack-destination', '..'], { cwd: join(repository.root, name) });
  return repository;
}

describe('an installation that npm refuses', () => {
  it.each([
    ['as peers contradict each other', {}, 'ran `npm install --no-audit --no-fund --legacy-peer-deps`', 'ERESOLVE'],
    [
      'as the lock file is of another package.json, and peers contradict each other',
      { 'package-lock.json': manifest({ lockfileVersion: 3, packages: { '': { name: 'root', version: '1.0.0' } } }) },
      'ran `npm install --no-audit --no-fund --legacy-peer-deps`',
      'ERESOLVE',
    ],
  ])('%s is made all the same, and it is told', { timeout: 120_000 }, async (_, more, did, said) => {
    await using repository = await contradicting(more);
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const installed = await suite.install(repository.root, { timeoutMs: 100_000 });
    expect(installed, JSON.stringify(installed)).toMatchObject({ ok: true, did, failed: expect.stringContaining(said) });
    await access(join(repository.root, 'node_modules/needs/package.json'));
    // Another run finds it there.
    const again = await suite.install(repository.root, { timeoutMs: 100_000 });
    expect(again).toMatchObject({ ok: true });
  });

  it('as the script of a package fails is made without these, but for its own', { timeout: 120_000 }, async () => {
    await using repository = await makeRepository({
      'package.json': manifest({
        dependencies: { fetches: 'file:fetches-1.0.0.tgz' },
        scripts: { test: 'node --test', prepare: "node -e \"require('fs').writeFileSync('prepared.txt', require('fetches'))\"" },
      }),
      'fetches/package.json': manifest({ name: 'fetches', scripts: { postinstall: 'echo there is no such host && exit 7' } }),
      'fetches/index.js': "module.exports = 'yes';\n",
    });
    execFileSync('npm', ['pack', '--silent', '--pack-destination', '..'], { cwd: join(repository.root, 'fetches') });
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    expect(await suite.install(repository.root, { timeoutMs: 100_000 })).toMatchObject({
      ok: true,
      did: expect.stringContaining('--ignore-scripts'),
      failed: expect.stringContaining('there is no such host'),
    });
    expect(await readFile(join(repository.root, 'prepared.txt'), 'utf8')).toBe('yes');
  });

  it('as a package asks for another version of Node is made all the same', { timeout: 120_000 }, async () => {
    await using repository = await makeRepository({
      'package.json': manifest({ dependencies: { newer: 'file:newer-1.0.0.tgz' } }),
      'newer/package.json': manifest({ name: 'newer', engines: { node: '>=999' } }),
      '.npmrc': 'engine-strict=true\n',
    });
    execFileSync('npm', ['pack', '--silent', '--pack-destination', '..'], { cwd: join(repository.root, 'newer') });
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const installed = await suite.install(repository.root, { timeoutMs: 100_000 });
    expect(installed).toMatchObject({
      ok: true,
      did: expect.stringContaining('--no-engine-strict'),
      failed: expect.stringContaining('EBADENGINE'),
    });
    const yarn = 'yarn install --frozen-lockfile --non-interactive';
    const said = {
      stdout: '',
      stderr: 'error a@1.0.0: The engine "node" is incompatible with this module.\nerror Found incompatible module.\n',
    };
    expect(otherLine(said, yarn)).toBe(`${yarn} --ignore-engines`);
    expect(otherLine(said, `${yarn} --ignore-engines`)).toBeNull();
    expect(otherLine(said, 'yarn install --immutable')).toBeNull();
  });

  it('for another reason stays so', { timeout: 60_000 }, async () => {
    await using repository = await makeRepository({ 'package.json': manifest({ dependencies: { none: 'file:none.tgz' } }) });
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    expect(await suite.install(repository.root, { timeoutMs: 50_000 })).toMatchObject({
      ok: false,
      reason: expect.stringContaining('none.tgz'),
    });
  });
});
