import { mkdir, readdir, readFile, readlink, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyToCheckout,
  createPathPolicy,
  type Edit,
  Git,
  openCheckout,
  openWorkspace,
  type Patch,
  runCommand,
} from '../../src/workspace/index.ts';
import { sampledTest } from '../sampled.ts';
import { fingerprint, repository } from './repositories.ts';

const sampled = sampledTest(0.4);

const read = (root: string, path: string): Promise<string> => readFile(join(root, path), 'utf8');
const missing = async (root: string, path: string): Promise<boolean> => (await stat(join(root, path)).catch(() => null)) === null;

describe('a workspace is the red tree', () => {
  sampled('with everything that was uncommitted, and the checkout stays as it is, to the byte', async () => {
    await using repo = await repository({
      'kept.js': 'kept',
      'modified.js': 'committed',
      'deleted.js': 'x',
      'old-name.js': 'renamed',
      'script.sh': '#!/bin/sh\n',
      'staged.js': 'committed',
      '.gitignore': 'ignored.txt\n*.log\n',
      'tracked.log': 'tracked though ignored',
    });
    await repo.git.text(['add', '-f', 'tracked.log']);
    await repo.commit();
    await repo.write({
      'modified.js': 'changed',
      'new/deep/file.js': 'untracked',
      'staged.js': 'staged',
      'ignored.txt': 'needed',
      'bin.dat': Buffer.from([0, 1, 255]),
    });
    await repo.git.text(['add', 'staged.js']);
    await repo.write({ 'staged.js': 'changed again' });
    await repo.git.text(['mv', 'old-name.js', 'new-name.js']);
    await rm(join(repo.root, 'deleted.js'));
    await repo.executable('script.sh');
    await repo.link('link.js', 'kept.js');
    await repo.link('dangling', 'no/where');
    const before = await fingerprint(repo.root);
    await using workspace = await repo.workspace();
    const git = ['.git'];
    expect(await fingerprint(workspace.root, git)).toEqual(await fingerprint(repo.root, git));
    expect(await workspace.list()).toEqual([
      '.gitignore',
      'bin.dat',
      'dangling',
      'kept.js',
      'link.js',
      'modified.js',
      'new-name.js',
      'new/deep/file.js',
      'script.sh',
      'staged.js',
      'tracked.log',
    ]);
    expect((await workspace.patch()).text).toBe('');
    await workspace.edit([{ path: 'modified.js', oldText: 'changed', newText: 'fixed' }]);
    await using replica = await workspace.replica();
    await replica.apply([{ path: 'kept.js', oldText: 'kept', newText: 'x' }]);
    await using fresh = await workspace.fresh(await workspace.patch());
    expect(await read(fresh.root, 'modified.js')).toBe('fixed');
    expect(await fingerprint(repo.root)).toEqual(before);
  });

  sampled('and git inside of it sees the same commit, branch and changes, with nothing of the credentials', async () => {
    await using repo = await repository({ 'a.js': '1', '.gitignore': 'node_modules\n' });
    await repo.git.text(['tag', 'v1']);
    await repo.git.text(['remote', 'add', 'origin', 'https://me:hunter2@example.org/a/b.git']);
    await repo.git.text(['config', 'http.extraheader', 'AUTHORIZATION: basic hunter2']);
    await repo.write({ 'a.js': '2' });
    await using workspace = await repo.workspace();
    await using replica = await workspace.replica();
    for (const { root } of [workspace, replica]) {
      const git = new Git(root);
      expect(await git.text(['rev-parse', 'HEAD'])).toBe((await repo.checkout()).sha);
      expect(await git.text(['describe', '--tags'])).toBe('v1');
      expect(await git.text(['status', '--porcelain'])).toBe(' M a.js');
      expect(await git.text(['rev-parse', '--show-toplevel'])).toBe(root);
      const all = await Promise.all(['config', 'packed-refs', 'HEAD'].map((name) => read(root, join('.git', name))));
      expect(all.join()).not.toContain('hunter2');
    }
  });

  sampled('of a shallow clone and of a linked worktree too', async () => {
    await using repo = await repository({ 'a.js': '1' });
    await repo.write({ 'a.js': '2' });
    await repo.commit();
    const clone = join(repo.root, '..', 'clone');
    const linked = join(repo.root, '..', 'linked');
    await repo.git.text(['clone', '-q', '--depth=1', `file://${repo.root}`, clone]);
    await repo.git.text(['worktree', 'add', '-q', '--detach', linked]);
    for (const folder of [clone, linked]) {
      const opened = await openCheckout(folder);
      if (!opened.ok) throw new Error(opened.reason);
      const policy = createPathPolicy({ protectedPaths: [], allowTestChanges: true });
      await using workspace = await openWorkspace({ checkout: opened.checkout, temp: repo.temp, policy });
      await workspace.edit([{ path: 'a.js', oldText: '2', newText: '3' }]);
      expect((await workspace.patch()).text).toContain('+3');
      expect(await new Git(workspace.root).text(['log', '--format=%H'])).toContain(opened.checkout.sha);
    }
  });

  sampled('without running filters, and with the bytes that are on the user’s disk', async () => {
    await using repo = await repository({
      'a.bin': 'pointer',
      '.gitattributes': '*.bin filter=lfs\n*.txt text eol=crlf\n',
      'b.txt': 'one\r\ntwo\r\n',
    });
    const ran = join(repo.root, '..', 'ran');
    for (const name of ['clean', 'smudge', 'process']) await repo.git.text(['config', `filter.lfs.${name}`, `touch ${ran}; cat`]);
    await repo.git.text(['config', 'filter.lfs.required', 'true']);
    await repo.write({ 'a.bin': 'the large file itself' });
    await using workspace = await repo.workspace();
    expect(await read(workspace.root, 'a.bin')).toBe('the large file itself');
    expect(await read(workspace.root, 'b.txt')).toBe('one\r\ntwo\r\n');
    await workspace.edit([{ path: 'b.txt', oldText: 'two', newText: 'three' }]);
    const patch = await workspace.patch();
    expect(patch.text).toContain('\n+three\n');
    await using fresh = await workspace.fresh(patch);
    expect(await read(fresh.root, 'b.txt')).toBe('one\r\nthree\r\n');
    expect(await applyToCheckout(await repo.checkout(), patch)).toEqual({ ok: true });
    expect(await read(repo.root, 'b.txt')).toBe('one\r\nthree\r\n');
    expect(await missing(repo.root, '../ran')).toBe(true);
  });
});

describe('dependencies', () => {
  const monorepo = () =>
    repository({
      'package.json': '{"name":"root","workspaces":["packages/*"]}',
      '.gitignore': 'node_modules\nbuild\n.env\n',
      'packages/a/index.js': 'module.exports = "a " + require("dep") + require("@scope/other");',
      'packages/b/index.js': 'module.exports = require("a");',
      'packages/b/cli.js': '#!/usr/bin/env node\nconsole.log(require("a"));',
    });

  sampled('are linked, links between packages of the repository lead to the copy, and caches stay apart', async () => {
    await using repo = await monorepo();
    await repo.write({
      'node_modules/dep/index.js': 'module.exports = "dep ";',
      'node_modules/@scope/other/index.js': 'module.exports = "scoped";',
      'node_modules/.package-lock.json': '{}',
      'node_modules/.cache/x': 'x',
      'packages/b/node_modules/dep/index.js': 'module.exports = "nested";',
      'build/out.js': 'built',
      '.env': 'KEY=secret',
    });
    await repo.executable('packages/b/cli.js');
    await repo.link('node_modules/a', '../packages/a');
    await repo.link('node_modules/b', join(repo.root, 'packages/b'));
    await repo.link('node_modules/.bin/b', '../b/cli.js');
    await using workspace = await repo.workspace();
    await workspace.edit([{ path: 'packages/a/index.js', oldText: '"a "', newText: '"fixed "' }]);
    await using replica = await workspace.replica();
    await using fresh = await workspace.fresh(await workspace.patch());
    for (const { root } of [workspace, replica, fresh]) {
      const answer = await runCommand({
        argv: [join(root, 'node_modules/.bin/b')],
        cwd: root,
        env: { PATH: process.env.PATH ?? '' },
        timeoutMs: 30_000,
      });
      expect(answer.stdout, answer.stderr).toBe('fixed dep scoped\n');
      expect(await realpath(join(root, 'node_modules/b'))).toBe(join(root, 'packages/b'));
      expect(await realpath(join(root, 'node_modules/dep'))).toBe(join(repo.root, 'node_modules/dep'));
      expect(await read(root, 'packages/b/node_modules/dep/index.js')).toContain('nested');
      expect(await missing(root, 'node_modules/.cache')).toBe(true);
      expect(await missing(root, '.env')).toBe(true);
      await writeFile(join(root, 'build/out.js'), 'rebuilt');
    }
    expect(await read(repo.root, 'build/out.js')).toBe('built');
    expect(await workspace.read('node_modules/dep/index.js')).toMatchObject({ ok: true, text: 'module.exports = "dep ";' });
  });

  sampled('are no part of the tree where nothing ignores them', async () => {
    await using repo = await repository({ 'a.js': '1' });
    await repo.write({ 'node_modules/dep/index.js': 'x', 'sub/node_modules/dep/index.js': 'x', 'sub/a.js': 'x' });
    await using workspace = await repo.workspace();
    expect(await workspace.list()).toEqual(['a.js', 'sub/a.js']);
    expect(await readlink(join(workspace.root, 'sub/node_modules/dep'))).toBe(join(repo.root, 'sub/node_modules/dep'));
  });

  sampled('that were installed inside of the workspace are linked into its copies', async () => {
    await using repo = await monorepo();
    await using workspace = await repo.workspace();
    await mkdir(join(workspace.root, 'node_modules/dep'), { recursive: true });
    await writeFile(join(workspace.root, 'node_modules/dep/index.js'), 'x');
    await symlink('../packages/a', join(workspace.root, 'node_modules/a'));
    await using replica = await workspace.replica();
    await using fresh = await workspace.fresh({ text: '', files: [] });
    for (const { root } of [replica, fresh]) {
      expect(await realpath(join(root, 'node_modules/dep'))).toBe(join(workspace.root, 'node_modules/dep'));
      expect(await realpath(join(root, 'node_modules/a'))).toBe(join(root, 'packages/a'));
    }
  });

  sampled('and a folder that only an installation filled is whole in a clean copy, where the checkout has a part of it', async () => {
    await using repo = await repository({ '.gitignore': '.yarn/\n', a: '1' });
    await repo.write({ '.yarn/unplugged/old': 'of the checkout' });
    await using workspace = await repo.workspace();
    await mkdir(join(workspace.root, '.yarn/cache'), { recursive: true });
    await writeFile(join(workspace.root, '.yarn/cache/a.zip'), 'installed');
    await using copy = await workspace.fresh(await workspace.patch());
    expect(await readFile(join(copy.root, '.yarn/cache/a.zip'), 'utf8')).toBe('installed');
    expect(await readFile(join(copy.root, '.yarn/unplugged/old'), 'utf8')).toBe('of the checkout');
  });

  sampled('and a clean copy that was begun ahead holds the patch, and nothing that edits and tests did meanwhile', async () => {
    await using repo = await repository({ '.gitignore': 'build\n', 'a.js': '1\n' });
    await using workspace = await repo.workspace();
    await workspace.installed(true);
    workspace.freshAhead();
    await workspace.edit([{ path: 'a.js', oldText: '1', newText: '2' }]);
    await writeFile(join(workspace.root, 'left-by-a-test'), 'x');
    await writeFile(join(workspace.root, 'build'), 'x');
    const patch = await workspace.patch();
    await workspace.edit([{ path: 'a.js', oldText: '2', newText: '3' }]);
    await using first = await workspace.fresh(patch);
    await using second = await workspace.fresh(patch);
    expect(second.root).not.toBe(first.root);
    for (const { root } of [first, second]) {
      expect(await read(root, 'a.js')).toBe('2\n');
      expect(await readdir(root)).not.toContain('left-by-a-test');
    }
    expect(await readdir(first.root)).not.toContain('build');
  });

  sampled('and what is large and ignored is linked, not copied', async () => {
    await using repo = await repository({ '.gitignore': 'many\nfew\n' });
    await repo.write({ 'few/a': 'x' });
    await repo.write(Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`many/${i}`, ''])));
    await using workspace = await repo.workspace();
    expect(await readlink(join(workspace.root, 'many'))).toBe(join(repo.root, 'many'));
    expect(await readdir(join(workspace.root, 'few'))).toEqual(['a']);
  });
});

describe('edits', () => {
  sampled('come back as a diff, and together as a patch that git applies', async () => {
    await using repo = await repository({
      'a.js': 'one\ntwo\n',
      'gone.js': 'x\n',
      'run.sh': 'old\n',
      'latin.txt': Buffer.from('caf\xe9\nx\n', 'latin1'),
    });
    await repo.executable('run.sh');
    await repo.commit();
    await repo.write({ 'a.js': 'one\ntwo\nuncommitted\n' });
    await using workspace = await repo.workspace();
    const edits: Edit[] = [
      { path: 'a.js', oldText: 'two', newText: '2' },
      { path: 'new/file.js', oldText: '', newText: 'created\n' },
      { path: 'gone.js', oldText: '', newText: null },
      { path: 'run.sh', oldText: 'old', newText: 'new' },
      { path: 'latin.txt', oldText: 'x', newText: 'y' },
    ];
    const outcome = await workspace.edit(edits);
    expect(outcome).toMatchObject({ ok: true, files: ['a.js', 'new/file.js', 'gone.js', 'run.sh', 'latin.txt'] });
    expect(outcome.ok && outcome.diff).toContain('@@ -1,3 +1,3 @@\n one\n-two\n+2\n uncommitted\n');
    const patch = await workspace.patch();
    expect(patch.files).toContainEqual({ path: 'a.js', added: 1, removed: 1 });
    expect(patch.files).toContainEqual({ path: 'latin.txt', added: 1, removed: 1 });
    expect(await applyToCheckout(await repo.checkout(), patch)).toEqual({ ok: true });
    expect(await fingerprint(repo.root, ['.git'])).toEqual(await fingerprint(workspace.root, ['.git']));
    expect(await read(repo.root, 'a.js')).toBe('one\n2\nuncommitted\n');
  });

  sampled('are all made or none', async () => {
    await using repo = await repository({ 'a.js': '1', 'b.js': '1' });
    await using workspace = await repo.workspace();
    const before = await fingerprint(workspace.root);
    const outcome = await workspace.edit([
      { path: 'a.js', oldText: '1', newText: '2' },
      { path: 'b.js', oldText: 'absent', newText: '2' },
    ]);
    expect(outcome).toMatchObject({ ok: false, reason: expect.stringMatching(/b\.js/) });
    expect(await fingerprint(workspace.root)).toEqual(before);
  });

  sampled('of protected files, ignored files and links are refused, and nothing is written', async () => {
    await using repo = await repository({
      'test/a.test.js': '1',
      'src/a.js': '1',
      '.gitignore': 'out\n',
      'package.json': '{"scripts":{"test":"mocha"},"main":"a"}',
    });
    await repo.write({ 'out/x.js': '1' });
    await repo.link('escape', '/etc');
    await repo.link('alias', 'test');
    await repo.link('src/link.js', 'a.js');
    await using workspace = await repo.workspace(createPathPolicy({ protectedPaths: null, allowTestChanges: false }));
    const before = await fingerprint(workspace.root);
    const refused: [string, RegExp][] = [
      ['test/a.test.js', /protected/],
      ['out/x.js', /git ignores it/],
      ['out/new.js', /ignored by git/],
      ['escape/regreen-test', /symbolic link/],
      ['alias/new.js', /symbolic link/],
      ['src/link.js', /symbolic link/],
      ['../outside.js', /upwards/],
      ['.git/config', /\.git/],
      ['src', /folder/],
      ['src/a.js/below.js', /is a file/],
    ];
    for (const [path, reason] of refused) {
      expect(await workspace.edit([{ path, oldText: '', newText: 'x' }])).toMatchObject({
        ok: false,
        reason: expect.stringMatching(reason),
      });
    }
    expect(await workspace.edit([{ path: 'package.json', oldText: 'mocha', newText: 'true' }])).toMatchObject({ ok: false });
    expect(await fingerprint(workspace.root)).toEqual(before);
    expect(await workspace.edit([{ path: 'package.json', oldText: '"a"', newText: '"b"' }])).toMatchObject({ ok: true });
  });

  sampled('build on each other, whatever a test run wrote in between, and none of that is in the patch', async () => {
    await using repo = await repository({ 'a.js': 'one\n', 'b.js': 'two\n', 'snap.txt': 'old\n' });
    await using workspace = await repo.workspace();
    await workspace.edit([{ path: 'a.js', oldText: 'one', newText: 'ONE' }]);
    for (const path of ['a.js', 'b.js', 'snap.txt', 'dropping.txt']) await writeFile(join(workspace.root, path), 'written by a test\n');
    expect(await workspace.edit([{ path: 'b.js', oldText: 'two', newText: 'TWO' }])).toMatchObject({ ok: true });
    expect(await workspace.edit([{ path: 'a.js', oldText: 'ONE', newText: 'ONE!' }])).toMatchObject({ ok: true });
    const patch = await workspace.patch();
    expect(patch.files.map((file) => file.path)).toEqual(['a.js', 'b.js']);
    expect(patch.text).toContain('-one\n+ONE!\n');
    await workspace.reset(patch);
    expect(await read(workspace.root, 'a.js')).toBe('ONE!\n');
    expect(await read(workspace.root, 'snap.txt')).toBe('old\n');
    expect(await missing(workspace.root, 'dropping.txt')).toBe(true);
    await workspace.reset();
    expect((await workspace.patch()).text).toBe('');
    expect(await fingerprint(workspace.root, ['.git'])).toEqual(await fingerprint(repo.root, ['.git']));
  });

  sampled('are undone without what an installation or build had left before the first of them', async () => {
    await using repo = await repository({ 'a.js': 'one\n', '.gitignore': 'dist\n' });
    await using workspace = await repo.workspace();
    await writeFile(join(workspace.root, 'generated.js'), 'by the build');
    await workspace.edit([{ path: 'a.js', oldText: 'one', newText: 'two' }]);
    await writeFile(join(workspace.root, 'dropping.txt'), 'by a test');
    await rm(join(workspace.root, '.gitignore'));
    await mkdir(join(workspace.root, 'dist'));
    await writeFile(join(workspace.root, 'dist/out.js'), 'ignored');
    const patch = await workspace.patch();
    await workspace.reset();
    await using fresh = await workspace.fresh(patch);
    for (const { root } of [workspace, fresh]) {
      expect((await readdir(root)).sort()).toEqual(['.git', '.gitignore', 'a.js', 'dist', 'generated.js']);
    }
    expect(await read(fresh.root, 'a.js')).toBe('two\n');
  });

  sampled('a link that a test run puts in the place of a file is not written through', async () => {
    await using repo = await repository({ 'a.js': 'one\n', 'dir/b.js': 'x' });
    await using workspace = await repo.workspace();
    await workspace.edit([{ path: 'a.js', oldText: 'one', newText: '1' }]);
    const victim = join(repo.root, '..', 'victim');
    await writeFile(victim, 'untouched');
    await rm(join(workspace.root, 'a.js'));
    await symlink(victim, join(workspace.root, 'a.js'));
    expect(await workspace.edit([{ path: 'a.js', oldText: '1', newText: '2' }])).toMatchObject({ ok: false });
    expect(await workspace.read('a.js')).toMatchObject({ ok: true, text: '1\n' });
    await rm(join(workspace.root, 'dir'), { recursive: true });
    await symlink(join(repo.root, '..'), join(workspace.root, 'dir'));
    expect(await workspace.read('dir/victim')).toMatchObject({ ok: false, reason: expect.stringMatching(/leads out/) });
    await workspace.reset();
    expect(await read(repo.root, '../victim')).toBe('untouched');
    expect(await fingerprint(workspace.root, ['.git'])).toEqual(await fingerprint(repo.root, ['.git']));
  });
});

describe('a replica', () => {
  sampled('starts from the workspace as edited, and goes back to it from any candidate', async () => {
    await using repo = await repository({ 'a.js': 'aaaa\nbbbb\n', 'b.js': 'cccc\n', 'dir/c.js': 'dddd\n' });
    await using workspace = await repo.workspace();
    await workspace.edit([
      { path: 'a.js', oldText: 'aaaa', newText: 'AAAA' },
      { path: 'b.js', oldText: '', newText: null },
    ]);
    await using replica = await workspace.replica();
    const start = await fingerprint(replica.root);
    const edit = fc.oneof(
      fc.record({
        path: fc.constantFrom('a.js', 'dir/c.js'),
        start: fc.nat(6),
        end: fc.nat(12),
        text: fc.constantFrom('', 'x\n', 'yy', null),
      }),
      fc.record({
        path: fc.constantFrom('b.js', 'new.js', 'x/y/new.js', 'a.js'),
        oldText: fc.constantFrom('', 'AAAA', 'bbbb'),
        newText: fc.constantFrom('z\n', null),
      }),
    );
    let applied = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }), async (candidates) => {
        for (const edits of candidates) applied += (await replica.apply(edits)).ok ? 1 : 0;
        expect(await replica.apply([])).toMatchObject({ ok: true });
        expect(await fingerprint(replica.root)).toEqual(start);
      }),
      { numRuns: 100 },
    );
    expect(applied).toBeGreaterThan(20);
    expect(await read(workspace.root, 'a.js')).toBe('AAAA\nbbbb\n');
  });

  sampled('keeps the candidate in force when the next one is refused', async () => {
    await using repo = await repository({ 'a.js': 'a' });
    await using workspace = await repo.workspace();
    await using replica = await workspace.replica();
    await replica.apply([{ path: 'a.js', start: 0, end: 1, text: 'first' }]);
    expect(await replica.apply([{ path: 'a.js', oldText: 'first', newText: 'x' }])).toMatchObject({ ok: false });
    expect(await read(replica.root, 'a.js')).toBe('first');
  });

  sampled('is gone when it is disposed of, and the workspace with all that is left', async () => {
    await using repo = await repository({ 'a.js': 'a' });
    const workspace = await repo.workspace();
    const replica = await workspace.replica();
    await replica[Symbol.asyncDispose]();
    expect(await missing(replica.root, '.')).toBe(true);
    expect(await missing(workspace.root, 'a.js')).toBe(false);
    await workspace[Symbol.asyncDispose]();
    expect(await readdir(repo.temp)).toEqual([]);
  });
});

describe('a fresh copy', () => {
  sampled('is the red tree with the patch alone, even when the checkout has moved on', async () => {
    await using repo = await repository({ 'a.js': 'one\n', 'b.js': 'b\n' });
    await repo.write({ 'b.js': 'dirty\n' });
    await using workspace = await repo.workspace();
    await workspace.edit([{ path: 'a.js', oldText: 'one', newText: 'two' }]);
    const patch = await workspace.patch();
    await repo.write({ 'a.js': 'changed meanwhile\n', 'c.js': 'new meanwhile\n' });
    await using fresh = await workspace.fresh(patch);
    expect(await fingerprint(fresh.root, ['.git'])).toEqual(await fingerprint(workspace.root, ['.git']));
  });

  test.each([
    ['does not fit', 'diff --git a/a.js b/a.js\n--- a/a.js\n+++ b/a.js\n@@ -1 +1 @@\n-other\n+x\n', /does not apply/],
    [
      'makes a link',
      'diff --git a/l b/l\nnew file mode 120000\n--- /dev/null\n+++ b/l\n@@ -0,0 +1 @@\n+/etc/passwd\n\\ No newline at end of file\n',
      /symbolic link/,
    ],
    ['leads out', 'diff --git a/../x b/../x\nnew file mode 100644\n--- /dev/null\n+++ b/../x\n@@ -0,0 +1 @@\n+x\n', /does not apply/],
  ])('refuses a patch that %s', async (_, text, reason) => {
    await using repo = await repository({ 'a.js': 'one\n' });
    await using workspace = await repo.workspace();
    await expect(workspace.fresh({ text, files: [] })).rejects.toThrow(reason);
    await expect(workspace.reset({ text, files: [] })).rejects.toThrow(reason);
  });
});

describe('reading', () => {
  sampled('shows lines and says what was left out', async () => {
    await using repo = await repository({ 'a.js': 'one\r\ntwo\r\nthree', empty: '', 'b.bin': Buffer.from([0]) });
    await using workspace = await repo.workspace();
    expect(await workspace.read('./a.js')).toEqual({
      ...{ ok: true, path: 'a.js', text: 'one\ntwo\nthree', firstLine: 1, lastLine: 3, totalLines: 3 },
      ...{ eol: 'CRLF', finalNewline: false, cut: null },
    });
    expect(await workspace.read('a.js', { start: 2, end: 2 })).toMatchObject({
      text: 'two\n',
      cut: 'lines 1-1 are not shown; lines 3-3 are not shown',
    });
    expect(await workspace.read('a.js', { maxChars: 5 })).toMatchObject({ text: 'one\n', lastLine: 1, cut: 'lines 2-3 are not shown' });
    expect(await workspace.read('a.js', { start: 9 })).toMatchObject({ ok: false });
    expect(await workspace.read('empty')).toMatchObject({ ok: true, text: '', totalLines: 0 });
    for (const path of ['b.bin', 'none', '.', '.git/config', '/etc/passwd', '../x', 'a.js/x'])
      expect(await workspace.read(path)).toMatchObject({ ok: false });
  });

  sampled('shows the text that range edits refer to', async () => {
    await using repo = await repository({ 'a.js': '\ufeffa\r\nb\r\n' });
    await using workspace = await repo.workspace();
    const slice = await workspace.read('a.js');
    const text = slice.ok ? slice.text : '';
    await workspace.edit([{ path: 'a.js', start: text.indexOf('b'), end: text.indexOf('b') + 1, text: 'c' }]);
    expect(await read(workspace.root, 'a.js')).toBe('\ufeffa\r\nc\r\n');
  });
});

describe('scanning', () => {
  const sample = () =>
    repository({
      'test/a.test.js': 'find me\n',
      'docs/a.md': 'find me\n',
      'src/a.js': 'x\nfind me (1)\n',
      'src/b.ts': 'FIND ME\n',
      '.gitignore': 'out\nnode_modules\n',
    });

  sampled('finds text in sources first, also in files that are not committed, and not in ignored ones', async () => {
    await using repo = await sample();
    await repo.write({ 'src/new.js': 'find me\n', 'out/a.js': 'find me\n', 'node_modules/x/a.js': 'find me\n' });
    await using workspace = await repo.workspace();
    expect(await workspace.scan({ query: 'find me' })).toEqual({
      ok: true,
      hits: [
        { path: 'src/a.js', line: 2, text: 'find me (1)' },
        { path: 'src/new.js', line: 1, text: 'find me' },
        { path: 'test/a.test.js', line: 1, text: 'find me' },
        { path: 'docs/a.md', line: 1, text: 'find me' },
      ],
      cut: null,
    });
  });

  sampled('takes regular expressions with flags, globs, and a limit that it tells of', async () => {
    await using repo = await sample();
    await using workspace = await repo.workspace();
    const paths = async (query: Parameters<typeof workspace.scan>[0]) => {
      const result = await workspace.scan(query);
      return result.ok ? result.hits.map((hit) => hit.path) : result.reason;
    };
    expect(await paths({ query: '/^find\\s(?:me|you)$/i', glob: 'src/**' })).toEqual(['src/b.ts']);
    expect(await paths({ query: 'find me (', glob: '*.js' })).toEqual(['src/a.js']);
    expect(await paths({ glob: '**/*.{ts,md}' })).toEqual(['src/b.ts', 'docs/a.md']);
    expect(await paths({ glob: 'src' })).toEqual(['src/a.js', 'src/b.ts']);
    expect(await paths({ query: 'nothing like it' })).toEqual([]);
    expect(await workspace.scan({ query: '/me/i', maxResults: 1 })).toMatchObject({
      hits: [{ path: 'src/a.js' }],
      cut: expect.stringMatching(/3 more hits/),
    });
  });

  sampled('sees edits, and not what is below .git or behind a link', async () => {
    await using repo = await sample();
    await repo.link('out-link', '/etc');
    await using workspace = await repo.workspace();
    await workspace.edit([{ path: 'src/a.js', oldText: 'find me', newText: 'needle' }]);
    expect(await workspace.scan({ query: 'needle' })).toMatchObject({ hits: [{ path: 'src/a.js' }] });
    expect(await workspace.scan({ query: 'root:', glob: 'out-link/**' })).toMatchObject({ hits: [] });
    expect(await workspace.scan({ query: 'repositoryformatversion' })).toMatchObject({ hits: [] });
  });

  sampled('refuses what is no pattern, and ends one that would never end', async () => {
    await using repo = await repository({ 'a.txt': `${'a'.repeat(5_000)}b\n` });
    await using workspace = await repo.workspace();
    expect(await workspace.scan({ query: '/(/' })).toMatchObject({ ok: false, reason: expect.stringMatching(/not a regular expression/) });
    expect(await workspace.scan({ query: 'a\nb' })).toMatchObject({ ok: false });
    const hostile = await workspace.scan({ query: '/^(a|a|aa)+$/' });
    expect(hostile.ok ? hostile.hits : []).toEqual([]);
  });

  sampled('clips long lines around what was found', async () => {
    await using repo = await repository({ 'min.js': `${'x'.repeat(100_000)}needle${'y'.repeat(100_000)}\n` });
    await using workspace = await repo.workspace();
    const result = await workspace.scan({ query: 'needle' });
    const hit = result.ok ? result.hits[0]?.text : '';
    expect(hit).toContain('needle');
    expect(hit?.length).toBeLessThan(400);
  });
});

describe('applying to the checkout', () => {
  const patchOf = async (): Promise<Patch> => {
    await using repo = await repository({ 'a.js': 'one\n', 'b.js': 'b\n' });
    await using workspace = await repo.workspace();
    await workspace.edit([
      { path: 'a.js', oldText: 'one', newText: 'two' },
      { path: 'b.js', oldText: 'b', newText: 'c' },
    ]);
    return await workspace.patch();
  };

  sampled('keeps other uncommitted changes', async () => {
    await using repo = await repository({ 'a.js': 'one\n', 'b.js': 'b\n' });
    await repo.write({ 'other.js': 'mine' });
    expect(await applyToCheckout(await repo.checkout(), await patchOf())).toEqual({ ok: true });
    expect(await read(repo.root, 'a.js')).toBe('two\n');
    expect(await read(repo.root, 'other.js')).toBe('mine');
  });

  sampled('is refused as a whole, in plain words, when a file has changed since', async () => {
    await using repo = await repository({ 'a.js': 'one\n', 'b.js': 'b\n' });
    await repo.write({ 'b.js': 'changed since\n' });
    const before = await fingerprint(repo.root, ['.git']);
    expect(await applyToCheckout(await repo.checkout(), await patchOf())).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/does not fit the files.*none was changed.*b\.js/),
    });
    expect(await fingerprint(repo.root, ['.git'])).toEqual(before);
  });

  sampled('of nothing is refused', async () => {
    await using repo = await repository({});
    expect(await applyToCheckout(await repo.checkout(), { text: '', files: [] })).toMatchObject({ ok: false });
  });
});

/** All of them on request, by `npm run prove -- workspace/workspace`. */
const manyFolders = process.env.REGREEN_PROVE_RUNS ? 100 : 10;

sampled(`a repository of ${manyFolders * 500} files is copied whole, and listed and searched`, { timeout: 600_000 }, async () => {
  await using repo = await repository({});
  for (let folder = 0; folder < manyFolders; folder++) {
    // Few different contents: git's own work is not what is tried here.
    await repo.write(Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`d${folder}/f${i}.js`, `export const x${i % 10} = 1;\n`])));
  }
  const last = `d${manyFolders - 1}/f499.js`;
  await repo.write({ [last]: 'export const needle = 1;\n' });
  await repo.commit();
  await repo.write({ 'd7/f7.js': 'export const dirty = 1;\n' });
  await using workspace = await repo.workspace();
  expect(await workspace.list()).toHaveLength(manyFolders * 500);
  expect(await workspace.scan({ query: 'needle' })).toMatchObject({ hits: [{ path: last, line: 1 }] });
  expect(await workspace.edit([{ path: 'd7/f7.js', oldText: 'dirty', newText: 'clean' }])).toMatchObject({ ok: true });
  expect((await workspace.patch()).files).toEqual([{ path: 'd7/f7.js', added: 1, removed: 1 }]);
});

sampled('an abort ends the copying and leaves nothing behind', async () => {
  await using repo = await repository({ 'a.js': 'x' });
  const policy = createPathPolicy({ protectedPaths: [], allowTestChanges: true });
  const opening = openWorkspace({ checkout: await repo.checkout(), temp: repo.temp, policy, signal: AbortSignal.abort() });
  await expect(opening).rejects.toThrow();
  expect(await readdir(repo.temp)).toEqual([]);
});

sampled('a fork is another red tree with what was installed: its edits and those of the first do not meet', async () => {
  await using repo = await repository({ 'a.js': 'one\n', '.gitignore': 'built/\n' });
  await repo.commit();
  await using workspace = await repo.workspace();
  await mkdir(join(workspace.root, 'built'));
  await writeFile(join(workspace.root, 'built', 'x'), 'installed');
  await workspace.edit([{ path: 'a.js', oldText: 'one', newText: 'first' }]);
  const fork = await workspace.fork();
  expect(await readFile(join(fork.root, 'a.js'), 'utf8')).toBe('one\n');
  expect(await readFile(join(fork.root, 'built', 'x'), 'utf8')).toBe('installed');
  await fork.edit([{ path: 'a.js', oldText: 'one', newText: 'second' }]);
  const [first, second] = await Promise.all([workspace.patch(), fork.patch()]);
  expect(first.text).toContain('+first');
  expect(second.text).toContain('+second');
  expect(second.text).not.toContain('first');
  await workspace.reset(second);
  expect(await readFile(join(workspace.root, 'a.js'), 'utf8')).toBe('second\n');
  await fork[Symbol.asyncDispose]();
  expect((await workspace.patch()).text).toBe(second.text);
});

describe('what test runs leave', () => {
  sampled('is taken away before the next, but for what tools keep and edits have made', async () => {
    await using repo = await repository({ 'a.js': 'a', 'data/db.json': '[]', 'src/x.js': 'x', '.gitignore': 'ignored\nnode_modules\n' });
    await using workspace = await repo.workspace();
    const { root } = workspace;
    await writeFile(join(root, 'installed.js'), 'by the installation');
    await workspace.installed(true);
    await using replica = await workspace.replica();
    const run = async (at: string): Promise<void> => {
      await mkdir(join(at, 'ignored/deep'), { recursive: true });
      await mkdir(join(at, '.cache'), { recursive: true });
      await writeFile(join(at, 'src/left.txt'), 'left');
      await writeFile(join(at, 'data/db.json'), '[1]');
      await rm(join(at, 'a.js'), { force: true });
    };
    await run(root);
    expect(await workspace.setAside()).toBe(true);
    for (const path of ['ignored', 'src/left.txt']) expect(await missing(root, path)).toBe(true);
    expect(await read(root, 'data/db.json')).toBe('[]');
    expect(await missing(root, '.cache')).toBe(false);
    await workspace.edit([{ path: 'src/new.js', oldText: '', newText: 'new' }]);
    await run(root);
    await workspace.tidy();
    expect((await readdir(join(root, 'src'))).sort()).toEqual(['new.js', 'x.js']);
    expect(await read(root, 'installed.js')).toBe('by the installation');
    expect(await read(root, 'data/db.json')).toBe('[]');

    await replica.apply([{ path: 'more/own.js', oldText: '', newText: 'own' }]);
    await run(replica.root);
    await writeFile(join(replica.root, 'more/left.txt'), '');
    await replica.tidy();
    expect(await missing(replica.root, 'ignored')).toBe(true);
    expect(await read(replica.root, 'more/own.js')).toBe('own');
    expect(await read(replica.root, 'data/db.json')).toBe('[]');
  });

  sampled('stays where it is put back, and is in every copy then', async () => {
    await using repo = await repository({ 'a.js': 'a', '.gitignore': 'out\n' });
    await using workspace = await repo.workspace();
    const { root } = workspace;
    await workspace.installed(false);
    await mkdir(join(root, 'out/deep'), { recursive: true });
    await writeFile(join(root, 'out/deep/built.js'), 'built');
    await writeFile(join(root, 'a.js'), 'by the build');
    expect(await workspace.setAside()).toBe(true);
    expect(await missing(root, 'out')).toBe(true);
    await workspace.putBack();
    expect(await read(root, 'a.js')).toBe('by the build');
    await writeFile(join(root, 'out/deep/more.js'), 'more');
    await workspace.tidy();
    expect(await readdir(join(root, 'out/deep'))).toEqual(['built.js']);
    await using replica = await workspace.replica();
    await replica.tidy();
    expect(await read(replica.root, 'out/deep/built.js')).toBe('built');
  });

  sampled('is looked for in no folder behind a link, and a link goes without what it leads to', async () => {
    await using repo = await repository({ 'src/x.js': 'x' });
    await using workspace = await repo.workspace();
    const outside = join(repo.temp, 'outside');
    await mkdir(outside, { recursive: true });
    await writeFile(join(outside, 'kept.txt'), 'kept');
    await workspace.installed(false);
    await symlink(outside, join(workspace.root, 'link'));
    await rm(join(workspace.root, 'src'), { recursive: true });
    await symlink(outside, join(workspace.root, 'src'));
    await workspace.tidy();
    expect(await missing(workspace.root, 'link')).toBe(true);
    expect(await readdir(outside)).toEqual(['kept.txt']);
  });

  sampled('is never moved from behind a link, which may stand where a folder was', async () => {
    await using repo = await repository({ 'fixtures/docs/a.txt': 'a', 'data.json': '[]', 'gone/x.txt': 'x' });
    await using workspace = await repo.workspace();
    const { root } = workspace;
    const outside = join(repo.temp, 'outside');
    await mkdir(join(outside, 'docs'), { recursive: true });
    await writeFile(join(outside, 'docs/precious.txt'), 'precious');
    await workspace.installed(false);
    for (const path of ['fixtures', 'gone', 'data.json']) await rm(join(root, path), { recursive: true });
    await symlink(outside, join(root, 'fixtures'));
    await symlink(join(outside, 'docs/precious.txt'), join(root, 'data.json'));
    await writeFile(join(root, 'gone'), 'no folder any more');
    expect(await workspace.setAside()).toBe(true);
    expect(await readdir(join(outside, 'docs'))).toEqual(['precious.txt']);
    expect(await read(outside, 'docs/precious.txt')).toBe('precious');
    expect(await read(root, 'data.json')).toBe('[]');
    expect(await read(root, 'gone/x.txt')).toBe('x');
    expect(await read(root, 'fixtures/docs/a.txt')).toBe('a');
    await workspace.putBack();
    expect(await missing(root, 'data.json')).toBe(true);
    expect(await read(outside, 'docs/precious.txt')).toBe('precious');
  });

  sampled('is nothing where the compiler of TypeScript only remembers what it has built', async () => {
    await using repo = await repository({ 'a.ts': 'a' });
    await using workspace = await repo.workspace();
    const { root } = workspace;
    await workspace.installed(false);
    await writeFile(join(root, 'tsconfig.tsbuildinfo'), '{}');
    expect(await workspace.setAside()).toBe(false);
    expect(await missing(root, 'tsconfig.tsbuildinfo')).toBe(false);
    await mkdir(join(root, 'lib'));
    expect(await workspace.setAside()).toBe(true);
    expect(await readdir(root)).not.toContain('tsconfig.tsbuildinfo');
  });

  sampled('of packages: those of the installation come back as they were', async () => {
    await using repo = await repository({ 'a.js': 'a', '.gitignore': 'node_modules\nmade.js\n' });
    await repo.write({ 'node_modules/old/index.js': 'old' });
    await using workspace = await repo.workspace();
    const { root } = workspace;
    await rm(join(root, 'node_modules'), { recursive: true });
    await mkdir(join(root, 'node_modules/new'), { recursive: true });
    await writeFile(join(root, 'made.js'), 'by the installation');
    await workspace.installed(true);
    expect(await workspace.modulesOfCheckout()).toBe(true);
    expect(await readdir(join(root, 'node_modules'))).toEqual(['old']);
    await using copy = await workspace.fresh({ text: '', files: [] });
    expect(await read(copy.root, 'made.js')).toBe('by the installation');
    expect(await readdir(join(copy.root, 'node_modules'))).toEqual(['old']);
    await workspace.ownModules();
    expect(await readdir(join(root, 'node_modules'))).toEqual(['new']);
    expect(await read(repo.root, 'node_modules/old/index.js')).toBe('old');
  });
});
