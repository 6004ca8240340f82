import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureCheckout, type Incident } from '../../src/incident/index.ts';
import { Git } from '../../src/workspace/index.ts';
import { type GitRemote, startGitRemote } from '../github/git-remote.ts';
import { makeRepository, type Repository } from '../github/repository.ts';

const token = 'ghs_checkout_0123456789';
let remote: GitRemote;
let repository: Repository;
let first: string;
let red: string;
let folders: string[] = [];

beforeAll(async () => {
  remote = await startGitRemote({ token, private: true });
  repository = await makeRepository();
  first = await repository.commit({ 'a.txt': '1\n' });
  for (const n of ['2', '3', '4']) red = await repository.commit({ 'a.txt': `${n}\n` });
  await repository.pushTo(remote);
});

afterAll(async () => {
  await remote.close();
  await repository[Symbol.asyncDispose]();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'regreen-ws-'));
  folders = [...folders, folder];
  return folder;
}

function incident(changes: Partial<Incident> = {}): Incident {
  return {
    ...{ event: 'push', repo: 'octo-org/octo-repo', sha: red, head: red, branch: 'main', base: 'main', green: null, actor: 'mona' },
    ...{ pullRequest: null, run: null, ...changes },
  };
}

const request = (workspace: string, changes: Partial<Incident> = {}) => ({
  workspace,
  incident: incident(changes),
  token,
  serverUrl: remote.serverUrl,
});

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe('an empty workspace', () => {
  it('is filled with the red commit, detached, its branch known', async () => {
    const workspace = await emptyFolder();
    const outcome = await ensureCheckout(request(workspace));
    expect(outcome).toMatchObject({ ok: true, checkout: { sha: red, branch: 'main', dirty: false } });
    expect(await readFile(join(workspace, 'a.txt'), 'utf8')).toBe('4\n');
    expect(await readFile(join(workspace, '.git', 'HEAD'), 'utf8')).toBe(`${red}\n`);
  });

  it('holds no credentials afterwards', async () => {
    const workspace = await emptyFolder();
    await ensureCheckout(request(workspace));
    const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
    for (const file of await filesBelow(workspace)) {
      const text = await readFile(file, 'latin1');
      expect(text.includes(token) || text.includes(basic), file).toBe(false);
    }
    expect(await readFile(join(workspace, '.git', 'config'), 'utf8')).not.toMatch(/extraheader|x-access-token/i);
  });

  it('gets the green commit too when it is older than the depth', async () => {
    const workspace = await emptyFolder();
    const outcome = await ensureCheckout({ ...request(workspace, { green: first }), depth: 1 });
    expect(outcome.ok).toBe(true);
    expect(await new Git(workspace).text(['show', `${first}:a.txt`])).toBe('1');
  });

  it('stays empty when the token may not read, and the reason names the permission, not the token', async () => {
    const workspace = await emptyFolder();
    const outcome = await ensureCheckout({ ...request(workspace), token: 'ghs_wrong_token' });
    expect(outcome).toMatchObject({ ok: false, reason: expect.stringContaining('contents: read') });
    expect(JSON.stringify(outcome)).not.toContain('ghs_wrong_token');
    expect(await readdir(workspace)).toEqual([]);
  });

  it('is told when the commit is gone', async () => {
    const outcome = await ensureCheckout(request(await emptyFolder(), { sha: 'f'.repeat(40) }));
    expect(outcome).toMatchObject({ ok: false, reason: expect.stringContaining('no longer has the commit') });
  });
});

describe('a workspace that is not empty', () => {
  it('is used as it is when it is at the red commit', async () => {
    await repository.write({ 'new.txt': 'untracked\n' });
    const before = await readFile(join(repository.root, '.git', 'index'));
    const outcome = await ensureCheckout({ ...request(repository.root), token: null, serverUrl: 'http://127.0.0.1:1' });
    expect(outcome).toMatchObject({ ok: true, checkout: { sha: red, branch: 'main', dirty: true } });
    expect(await readFile(join(repository.root, '.git', 'index'))).toEqual(before);
    await repository.write({ 'new.txt': null });
  });

  it('may be at the head of a pull request instead of its merge commit', async () => {
    const outcome = await ensureCheckout(request(repository.root, { event: 'pull_request', sha: 'c'.repeat(40), head: red }));
    expect(outcome).toMatchObject({ ok: true, checkout: { sha: red } });
  });

  it('at another commit is refused, saying what to write into the workflow', async () => {
    const outcome = await ensureCheckout(request(repository.root, { event: 'workflow_run', sha: first, head: first }));
    expect(outcome).toMatchObject({ ok: false, reason: expect.stringMatching(/ref: \$\{\{ github\.event\.workflow_run\.head_sha }}/) });
  });

  it('that is no git checkout is refused', async () => {
    const workspace = await emptyFolder();
    await writeFile(join(workspace, 'file'), '');
    expect(await ensureCheckout(request(workspace))).toMatchObject({ ok: false, reason: expect.stringContaining('not a git repository') });
  });

  it('that lies inside of another checkout is refused', async () => {
    await repository.write({ 'sub/file': '' });
    const outcome = await ensureCheckout(request(join(repository.root, 'sub')));
    expect(outcome).toMatchObject({ ok: false, reason: expect.stringContaining('inside of') });
    await rm(join(repository.root, 'sub'), { recursive: true });
  });
});
