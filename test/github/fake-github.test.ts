import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FakeGitHub, startFakeGitHub } from './fake-github.ts';
import { type GitRemote, startGitRemote } from './git-remote.ts';
import { makeRepository, type Repository } from './repository.ts';

const token = 'ghs_fake_github_token';
let remote: GitRemote;
let github: FakeGitHub;
let repository: Repository;
let first: string;
let second: string;

beforeAll(async () => {
  remote = await startGitRemote({ token });
  repository = await makeRepository();
  first = await repository.commit({ 'a.txt': '1\n' });
  await repository.pushTo(remote);
  second = await repository.commit({ 'a.txt': '2\n' });
  await repository.pushTo(remote, 'topic');
  github = await startFakeGitHub({ token, remote });
});
afterAll(async () => {
  await github.close();
  await remote.close();
  await repository[Symbol.asyncDispose]();
});
beforeEach(() => github.healFaults());

async function ask(method: string, path: string, body?: unknown) {
  const answer = await fetch(`${github.apiUrl}/repos/octo-org/octo-repo${path}`, {
    method,
    redirect: 'manual',
    headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, json: text === '' ? null : JSON.parse(text) };
}

describe('the fake GitHub', () => {
  it('knows the branches of the real repository', async () => {
    expect((await ask('GET', '/git/ref/heads%2Ftopic')).json.object.sha).toBe(second);
    expect((await ask('GET', '/git/ref/heads%2Fnowhere')).status).toBe(404);
    expect((await ask('GET', `/compare/${first}...${second}`)).json.status).toBe('ahead');
  });

  it('opens one pull request for a branch, as GitHub does', async () => {
    const pull = { title: 'A fix', head: 'topic', base: 'main', body: 'Why', draft: true };
    const opened = await ask('POST', '/pulls', pull);
    expect(opened.status).toBe(201);
    expect(opened.json.head.sha).toBe(second);
    expect((await ask('POST', '/pulls', pull)).json.errors[0].message).toContain('already exists');
    expect((await ask('POST', '/pulls', { ...pull, head: 'nowhere' })).status).toBe(422);
    expect(await github.pullRequests()).toMatchObject([{ number: opened.json.number, head: 'topic', base: 'main', draft: true }]);
    expect(github.violations()).toEqual([]);
  });

  it('objects to a request that GitHub does not describe', async () => {
    await ask('POST', '/pulls', { title: 'No base', head: 'topic' });
    expect(github.violations().join()).toMatch(/POST .*\/pulls: request.body.*base/);
    await ask('GET', '/no-such-thing');
    expect(github.violations().join()).toContain('no-such-thing');
  });

  it('fails when it is told to', async () => {
    github.forbidPullRequests();
    const refused = await ask('POST', '/pulls', { title: 'A fix', head: 'topic', base: 'main' });
    expect(refused).toMatchObject({ status: 403, json: { message: expect.stringContaining('not permitted') } });
  });

  it('lists the workflow runs it was given, and leads to the logs of a job', async () => {
    github.setRuns([
      { sha: second, branch: 'main', conclusion: 'failure' },
      { sha: first, branch: 'main', conclusion: 'success' },
    ]);
    const runs = await ask('GET', '/actions/workflows/5/runs?branch=main&status=success');
    expect(runs.json.workflow_runs.map((run: { head_sha: string }) => run.head_sha)).toEqual([first]);
    github.setJobLog(3, 'it failed');
    const logs = await ask('GET', '/actions/jobs/3/logs');
    expect(logs.status).toBe(302);
    expect(await (await fetch(logs.headers.get('location') ?? '')).text()).toBe('it failed');
  });

  it('turns down a wrong token', async () => {
    const answer = await fetch(`${github.apiUrl}/repos/octo-org/octo-repo`, { headers: { authorization: 'token wrong' } });
    expect(answer.status).toBe(401);
  });
});
