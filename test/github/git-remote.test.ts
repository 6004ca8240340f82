import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type GitRemote, startGitRemote } from './git-remote.ts';
import { makeRepository, type Repository } from './repository.ts';

const run = promisify(execFile);
let remote: GitRemote;
let repository: Repository;
let sha: string;

beforeAll(async () => {
  remote = await startGitRemote({ token: 'right' });
  repository = await makeRepository();
  sha = await repository.commit({ a: '1\n' });
});
afterAll(async () => {
  await remote.close();
  await repository[Symbol.asyncDispose]();
});

async function push(token: string | null, branch: string): Promise<string> {
  const header = `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
  const config = token === null ? [] : ['-c', `http.${remote.serverUrl}/.extraheader=${header}`];
  const argv = ['-C', repository.root, ...config, 'push', '--quiet', remote.url, `HEAD:refs/heads/${branch}`];
  const answer = await run('git', argv, {
    env: { PATH: process.env.PATH ?? '', GIT_TERMINAL_PROMPT: '0', GIT_CONFIG_GLOBAL: '/dev/null' },
  }).then(
    () => 'pushed',
    (error: { stderr: string }) => error.stderr,
  );
  return answer;
}

it('takes a push with the right token only', async () => {
  expect(await push(null, 'a')).toMatch(/could not read Username/);
  expect(await push('wrong', 'a')).toMatch(/could not read Username/);
  expect(await push('right', 'a')).toBe('pushed');
  expect(await remote.branches()).toEqual({ a: sha });
});

it('refuses pushes with the words of a hook', async () => {
  await remote.refusePushes('error: GH006: Protected branch update failed');
  expect(await push('right', 'b')).toMatch(/GH006.*pre-receive hook declined/s);
  await remote.refusePushes(null);
  expect(await push('right', 'b')).toBe('pushed');
});

it('is read by anybody unless it is private', async () => {
  await push('right', 'main');
  const clone = (url: string) => run('git', ['ls-remote', url], { env: { PATH: process.env.PATH ?? '', GIT_TERMINAL_PROMPT: '0' } });
  expect((await clone(remote.url)).stdout).toContain(sha);
  const hidden = await startGitRemote({ token: 'right', private: true });
  await expect(clone(hidden.url)).rejects.toThrow(/could not read Username/);
  await hidden.close();
});
