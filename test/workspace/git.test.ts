import { mkdir, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Git, GitError, openCheckout } from '../../src/workspace/index.ts';
import { PathStream } from '../../src/workspace/path-stream.ts';
import { repository } from './repositories.ts';

test('nothing that a repository configures is run', async () => {
  await using repo = await repository({ 'a.txt': 'a\n', '.gitattributes': '*.txt filter=evil diff=evil\n' });
  const evil = join(repo.root, '..', 'evil.sh');
  const ran = join(repo.root, '..', 'ran');
  await writeFile(evil, `#!/bin/sh\necho "$0 $*" >> ${ran}\ncat\n`, { mode: 0o755 });
  await mkdir(join(repo.root, '.git', 'hooks'), { recursive: true });
  for (const hook of ['post-checkout', 'pre-commit', 'post-index-change', 'reference-transaction']) {
    await writeFile(join(repo.root, '.git', 'hooks', hook), `#!/bin/sh\necho ${hook} >> ${ran}\n`, { mode: 0o755 });
  }
  const settings = [
    'core.fsmonitor',
    'diff.external',
    'diff.evil.textconv',
    'filter.evil.clean',
    'filter.evil.smudge',
    'filter.evil.process',
    'core.pager',
  ];
  for (const name of [...settings, 'credential.helper', 'core.askpass']) await repo.git.text(['config', name, evil]);
  await repo.write({ 'a.txt': 'b\n' });
  const git = new Git(repo.root, { withoutFilters: true });
  await git.text(['status']);
  expect(await git.text(['diff'])).toContain('+b');
  await git.text(['log', '-p']);
  await git.text(['add', '.']);
  await git.text(['-c', 'user.name=x', '-c', 'user.email=x@example.org', 'commit', '-qm', 'x']);
  await git.text(['checkout', '-q', '-f', 'HEAD~1']);
  await expect(stat(ran)).rejects.toThrow();
});

test('files are told: tracked, and untracked but not ignored', async () => {
  await using repo = await repository({ 'a b/ü.txt': 'x', '.gitignore': 'ignored\n' });
  await repo.write({ ignored: 'x', untracked: 'x' });
  const git = new Git(repo.root);
  expect([...(await git.lsFiles())].sort()).toEqual(['.gitignore', 'a b/ü.txt', 'untracked']);
});

test('files are handed on as git lists them, until enough were seen', async () => {
  await using repo = await repository({ a: '1', b: '2', c: '3' });
  const seen: string[] = [];
  await repo.git.eachFile((path) => {
    seen.push(path);
    return path !== 'b';
  });
  expect(seen).toEqual(['a', 'b']);
  await expect(new Git(repo.temp).eachFile(() => true)).rejects.toThrow(/git ls-files .*does not exist/);
});

test('wherever a stream is cut, its paths are whole, and one that comes twice in a row comes once', () => {
  const path = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('\0'));
  const bytes = (paths: readonly string[]): Buffer => Buffer.from(paths.map((each) => `${each}\0`).join(''));
  fc.assert(
    fc.property(fc.array(path), fc.array(fc.nat(40)), (paths, cuts) => {
      const seen: string[] = [];
      const stream = new PathStream((each) => seen.push(each));
      let rest = bytes(paths);
      for (const cut of cuts) {
        stream.add(rest.subarray(0, cut));
        rest = rest.subarray(cut);
      }
      stream.add(rest);
      expect(seen).toEqual(paths.filter((each, at) => each !== paths[at - 1]));
    }),
  );
});

test('a failure names the command and the cause, and no password', async () => {
  await using repo = await repository({});
  const failing = repo.git.text(['fetch', 'http://me:hunter2@127.0.0.1:1/x.git']);
  await expect(failing).rejects.toThrow(GitError);
  const error = await repo.git.text(['fetch', 'http://me:hunter2@127.0.0.1:1/x.git']).catch((reason: unknown) => String(reason));
  expect(error).toMatch(/git fetch http:\/\/\*\*\*@127.0.0.1:1\/x.git: fatal: unable to access/);
  expect(error).not.toContain('hunter2');
});

test('a token reaches its server alone, once, and neither argv nor the disk', async () => {
  await using repo = await repository({});
  const seen: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers);
    response.writeHead(403).end('no: ghs_secret');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  await repo.git.text(['config', `http.${url}/.extraheader`, 'AUTHORIZATION: basic b2xk']);
  const git = repo.git.withToken(url, 'ghs_secret');
  const result = await git.run(['ls-remote', `${url}/a/b.git`]);
  expect(result.exitCode).not.toBe(0);
  expect(seen[0]?.authorization).toBe(`basic ${Buffer.from('x-access-token:ghs_secret').toString('base64')}`);
  const other = await repo.git.withToken('https://example.org', 'ghs_secret').run(['ls-remote', `${url}/a/b.git`]);
  expect(other.exitCode).not.toBe(0);
  expect(seen.at(-1)?.authorization).toBe('basic b2xk');
  expect(`${result.stderr}${result.stdout}`).not.toContain('ghs_secret');
  expect(await readFile(join(repo.root, '.git', 'config'), 'utf8')).not.toContain('secret');
  await expect(git.text(['no-such-command', 'ghs_secret'])).rejects.toThrow(/no-such-command \*\*\*/);
  server.close();
});

test.each([
  ['a missing folder', async () => '/no/such/folder', /does not exist/],
  ['a file', async () => import.meta.filename, /is not a folder/],
  ['a folder without a repository', () => mkdtemp(join(tmpdir(), 'plain-')), /is not a git repository/],
  [
    'a bare repository',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'bare-'));
      await new Git(folder).text(['init', '-q', '--bare']);
      return folder;
    },
    /bare repository.*clone it/,
  ],
  [
    'a repository without a commit',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'empty-'));
      await new Git(folder).text(['init', '-q']);
      return folder;
    },
    /no commit yet/,
  ],
])('%s is refused as a checkout in plain words', async (_, make, reason) => {
  const opened = await openCheckout(await make());
  expect(opened).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
});

test('a checkout is found from any folder inside, and says whether it is dirty', async () => {
  await using repo = await repository({ 'src/a.js': '1' });
  expect(await openCheckout(join(repo.root, 'src'))).toMatchObject({
    ok: true,
    checkout: { root: repo.root, branch: 'main', dirty: false },
  });
  await repo.write({ 'new.js': '' });
  expect(await repo.checkout()).toMatchObject({ dirty: true });
});
