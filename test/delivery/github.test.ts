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

const open = () => openGitHub({ token, apiUrl: fake.apiUrl, pause: async () => {} });

it('speaks as GitHub describes it, in every call', async () => {
  const github = open();
  expect(await github.defaultBranch(repo)).toEqual({ ok: true, value: 'main' });
  expect(await github.branchHead(repo, 'feature/topic')).toEqual({ ok: true, value: second });
  expect(await github.branchHead(repo, 'nowhere')).toEqual({ ok: true, value: null });
  expect(await github.commit(repo, 'main')).toEqual({ ok: true, value: first });
  expect(await github.isAncestor(repo, first, second)).toEqual({ ok: true, value: true });
  expect(await github.isAncestor(repo, second, first)).toEqual({ ok: true, value: false });
  expect(await github.createBranch(repo, 'new', second)).toEqual({ ok: true, value: null });
  expect((await remote.branches()).new).toBe(second);
  expect(await github.createBranch(repo, 'new', first)).toMatchObject({ ok: false, kind: 'already-exists' });
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
  const twice = [await github.createComment(repo, number, 'hello'), await github.createComment(repo, number, 'hello')];
  expect(twice).toMatchObject([{ ok: true, value: { body: 'hello', place: null } }, { ok: true }]);
  expect(await github.deleteComment(repo, twice[1]?.ok ? twice[1].value.id : 0)).toEqual({ ok: true, value: null });
  const comments = await github.comments(repo, number);
  if (!comments.ok) throw new Error(comments.reason);
  expect(comments.value).toMatchObject([{ body: 'hello', author: { login: 'github-actions[bot]', isBot: true } }]);
  expect(await github.updateComment(repo, comments.value[0]?.id ?? 0, 'bye')).toMatchObject({ ok: true, value: { body: 'bye' } });
  expect(await github.closedBy(repo, number)).toEqual({ ok: true, value: null });
  expect(await github.pullRequest(repo, number)).toMatchObject({
    ok: true,
    value: { head: { branch: 'feature/topic', sha: second, repo } },
  });
  expect(await github.pullRequestsTo(repo, 'main')).toMatchObject({ ok: true, value: [{ number, base: 'main' }] });
  expect(await github.recentMessages(repo, second, 1)).toEqual({ ok: true, value: ['A change\n'] });
  expect(await github.mergeBase(repo, 'main', second)).toEqual({ ok: true, value: first });
  expect(await github.viewer()).toEqual({ ok: true, value: 'github-actions[bot]' });

  const line = { path: 'a', startLine: 1, line: 1, body: '```suggestion\n3\n```' };
  expect(await github.createReview(repo, number, second, [{ ...line, line: 40, startLine: 40 }])).toMatchObject({
    ok: false,
    kind: 'invalid',
  });
  expect(await github.createReview(repo, number, second, [line])).toEqual({ ok: true, value: null });
  const lines = await github.lineComments(repo, number);
  if (!lines.ok) throw new Error(lines.reason);
  expect(lines.value).toMatchObject([{ body: line.body, place: expect.stringMatching(/^a:/) }]);
  expect(await github.deleteLineComment(repo, lines.value[0]?.id ?? 0)).toEqual({ ok: true, value: null });

  expect(await github.dispatchWorkflow(repo, 'ci.yml', 'new')).toMatchObject({
    ok: false,
    reason: expect.stringContaining('workflow_dispatch'),
  });
  fake.allowDispatch('ci.yml');
  expect(await github.dispatchWorkflow(repo, 'ci.yml', 'new')).toEqual({ ok: true, value: null });
  const additions = [{ path: 'b', contents: Buffer.from('x\n').toString('base64') }];
  const commit = { branch: 'new', expectedHead: first, message: 'Add b\n\nA-Trailer: 1\n', additions, deletions: [{ path: 'a' }] };
  expect(await github.createCommit(repo, commit)).toMatchObject({ ok: false, kind: 'moved' });
  const made = await github.createCommit(repo, { ...commit, expectedHead: second });
  if (!made.ok) throw new Error(made.reason);
  expect(await remote.git('show', '--name-status', '--format=%cn|%B', 'new')).toBe('GitHub|Add b\n\nA-Trailer: 1\n\n\nD\ta\nA\tb');
  expect(made.value).toEqual({ sha: await remote.git('rev-parse', 'new'), tree: await remote.git('rev-parse', 'new^{tree}') });
  expect(await github.deleteBranch(repo, 'new')).toEqual({ ok: true, value: null });
  expect(await github.closePullRequest(repo, number, 'done')).toMatchObject({ ok: true, value: { state: 'closed', body: 'done' } });
  await fake.asPerson('PATCH', `/pulls/${number}`, { state: 'open' });
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
