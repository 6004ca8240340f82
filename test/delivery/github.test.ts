import { afterAll, beforeAll, expect, it } from 'vitest';
import { openGitHub } from '../../src/delivery/index.ts';
import { type FakeGitHub, startFakeGitHub } from '../github/fake-github.ts';
import { type GitRemote, startGitRemote } from '../github/git-remote.ts';
import { makeRepository } from '../github/repository.ts';

const token = 'ghs_adapter_1234567';
const repo = 'octo-org/octo-repo';
let remote: GitRemote;
let fake: FakeGitHub;
let first: string;
let second: string;

beforeAll(async () => {
  remote = await startGitRemote({ token });
  await using repository = await makeRepository();
  first = await repository.commit({ a: '1\n' });
  await repository.pushTo(remote);
  second = await repository.commit({ a: '2\n' });
  await repository.pushTo(remote, 'feature/topic');
  fake = await startFakeGitHub({ token, remote });
});
afterAll(async () => {
  await fake.close();
  await remote.close();
});

const open = () => openGitHub({ token, apiUrl: fake.apiUrl });

it('speaks as GitHub describes it, in every call', async () => {
  const github = open();
  expect(await github.defaultBranch(repo)).toEqual({ ok: true, value: 'main' });
  expect(await github.branchHead(repo, 'feature/topic')).toEqual({ ok: true, value: second });
  expect(await github.branchHead(repo, 'nowhere')).toEqual({ ok: true, value: null });
  expect(await github.commit(repo, 'main')).toEqual({ ok: true, value: first });
  expect(await github.isAncestor(repo, first, second)).toEqual({ ok: true, value: true });
  expect(await github.isAncestor(repo, second, first)).toEqual({ ok: true, value: false });
  expect(await github.createBranch(repo, 'new', first)).toEqual({ ok: true, value: null });
  expect(await github.updateBranch(repo, 'new', second, false)).toEqual({ ok: true, value: null });
  expect((await remote.branches()).new).toBe(second);
  expect(await github.updateBranch(repo, 'new', first, false)).toMatchObject({ ok: false, kind: 'invalid' });
  fake.setRuns([{ sha: first, branch: 'main', conclusion: 'success' }]);
  expect(await github.successfulRuns(repo, 7, 'main')).toEqual({ ok: true, value: [first] });

  const opened = await github.createPullRequest(repo, { title: 'T', body: 'B', head: 'feature/topic', base: 'main', draft: false });
  if (!opened.ok) throw new Error(opened.reason);
  const { number } = opened.value;
  expect(opened.value).toMatchObject({ state: 'open', merged: false, draft: false, title: 'T', body: 'B' });
  expect(await github.createPullRequest(repo, { title: 'T', body: 'B', head: 'feature/topic', base: 'main', draft: false })).toMatchObject({
    ok: false,
    kind: 'already-exists',
  });
  expect(await github.createPullRequest(repo, { title: 'T', body: 'B', head: 'feature/topic', base: 'new', draft: false })).toMatchObject({
    ok: false,
    kind: 'no-commits',
  });
  expect(await github.updatePullRequest(repo, number, { title: 'T2', body: 'B2' })).toMatchObject({ ok: true, value: { title: 'T2' } });
  expect(await github.addLabels(repo, number, ['regreen'])).toEqual({ ok: true, value: null });
  expect(await github.pullRequestLabels(repo, number)).toEqual({ ok: true, value: ['regreen'] });
  expect(await github.createComment(repo, number, 'hello')).toEqual({ ok: true, value: null });
  const comments = await github.comments(repo, number);
  if (!comments.ok) throw new Error(comments.reason);
  expect(comments.value).toMatchObject([{ body: 'hello', author: 'github-actions[bot]' }]);
  expect(await github.updateComment(repo, comments.value[0]?.id ?? 0, 'bye')).toEqual({ ok: true, value: null });
  expect(await github.closedBy(repo, number)).toEqual({ ok: true, value: null });
  await fake.asPerson('PATCH', `/pulls/${number}`, { state: 'closed' });
  expect(await github.closedBy(repo, number)).toEqual({ ok: true, value: { login: 'mona', isBot: false } });
  expect(fake.violations()).toEqual([]);
});

it('tells a rate limit from a missing permission', async () => {
  fake.addFault({
    path: /\/labels$/,
    status: 403,
    body: { message: 'API rate limit exceeded for installation.', documentation_url: '', status: '403' },
  });
  expect(await open().pullRequestLabels(repo, 1)).toMatchObject({ ok: false, kind: 'rate-limited' });
  fake.healFaults();
  fake.denyAccess(/\/labels$/);
  expect(await open().pullRequestLabels(repo, 1)).toMatchObject({
    ok: false,
    kind: 'missing-permission',
    remedy: expect.stringContaining('pull-requests: read'),
  });
  fake.healFaults();
});

it('does not trust an answer of another form', async () => {
  fake.addFault({ path: /\/git\/ref\//, status: 200, body: { object: null } });
  expect(await open().branchHead(repo, 'main')).toMatchObject({
    ok: false,
    kind: 'unreachable',
    reason: expect.stringContaining('not understood'),
  });
  fake.healFaults();
});

it('shows its token in no problem', async () => {
  fake.addFault({ path: /./, status: 400, body: { message: `bad token ${token}`, documentation_url: '', status: '400' } });
  const answer = await open().defaultBranch(repo);
  expect(answer.ok).toBe(false);
  expect(JSON.stringify(answer)).not.toContain(token);
  fake.healFaults();
});
