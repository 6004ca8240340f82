import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest';
import { type DeliveryRequest, deliver, openGitHub, standingOf } from '../../src/delivery/index.ts';
import type { Incident } from '../../src/incident/index.ts';
import { type FakeGitHub, startFakeGitHub } from '../github/fake-github.ts';
import { type GitRemote, startGitRemote } from '../github/git-remote.ts';
import { makeRepository, type Repository } from '../github/repository.ts';
import { sampledTest } from '../sampled.ts';

const sampled = sampledTest(0.2);

const token = 'ghs_delivery_9876543210';
let remote: GitRemote;
let github: FakeGitHub;
let scratch: string;
let repository: Repository;
let green: string;
let red: string;
let fingerprint = '';
let fingerprints = 0;

beforeAll(async () => {
  remote = await startGitRemote({ token, private: true });
  repository = await makeRepository();
  green = await repository.commit({ 'sum.js': 'export const sum = (a, b) => a + b;\n' });
  await repository.pushTo(remote);
  github = await startFakeGitHub({ token, remote, users: ['hubot'] });
});
afterAll(async () => {
  expect(github.violations()).toEqual([]);
  await github.close();
  await remote.close();
  await repository[Symbol.asyncDispose]();
});
beforeEach(async () => {
  github.healFaults();
  await remote.refusePushes(null);
  scratch = await mkdtemp(join(tmpdir(), 'regreen-scratch-'));
  // Every test has a failure and a red commit of its own.
  fingerprint = `${++fingerprints}`.padStart(6, '0').padEnd(32, 'a');
  await repository.git('checkout', '--quiet', '-B', 'main', green);
  red = await repository.commit({ 'sum.js': 'export const sum = (a, b) => a - b;\n' }, `Break it ${fingerprints}`);
  await repository.pushTo(remote);
});
afterEach(async () => {
  expect(await readdir(scratch)).toEqual([]);
  await rm(scratch, { recursive: true });
});

/** Time stands still. */
const pause = async (): Promise<void> => {};

const patchText = [
  'diff --git a/sum.js b/sum.js',
  '--- a/sum.js',
  '+++ b/sum.js',
  '@@ -1 +1 @@',
  '-export const sum = (a, b) => a - b;',
  '+export const sum = (a, b) => a + b;',
  '',
].join('\n');

interface Changes {
  readonly incident?: Partial<Incident>;
  readonly settings?: Partial<DeliveryRequest['settings']>;
  readonly request?: Partial<DeliveryRequest>;
}

function request({ incident = {}, settings = {}, request: more = {} }: Changes = {}): DeliveryRequest {
  return {
    incident: {
      ...{ event: 'push', repo: 'octo-org/octo-repo', sha: red, head: red, branch: 'main', base: 'main', green, actor: 'mona' },
      ...{ pullRequest: null, run: null, ...incident },
    },
    patch: { text: patchText, files: [{ path: 'sum.js', added: 1, removed: 1 }] },
    write: () => ({ title: 'Fix sum', body: 'It subtracted.' }),
    isRevert: false,
    fingerprint,
    checkout: { root: repository.root },
    token,
    serverUrl: remote.serverUrl,
    github: openGitHub({ token, apiUrl: github.apiUrl, pause }),
    scratch,
    settings: {
      ...{ way: 'pull-request', branchPrefix: 'regreen/', labels: [], reviewers: [], draft: false, dryRun: false, signing: 'none' },
      ...{ triggerCi: false, ...settings },
    },
    ...more,
  };
}

const branch = () => `regreen/main-${fingerprint.slice(0, 12)}`;

async function delivered(changes: Changes = {}) {
  const delivery = await deliver(request(changes));
  if (delivery.state !== 'delivered') throw new Error(`${delivery.state}: ${delivery.reason}`);
  return delivery;
}

async function checkoutState(): Promise<unknown> {
  const files = await readdir(join(repository.root, '.git'), { recursive: true });
  const kept = files.filter((file) => !file.startsWith('objects'));
  const texts = await Promise.all(
    kept.sort().map(async (file) => {
      const path = join(repository.root, '.git', file);
      return [file, (await stat(path)).isFile() ? await readFile(path, 'latin1') : null];
    }),
  );
  return [texts, files.length, await readFile(join(repository.root, 'sum.js'), 'utf8')];
}

describe('a fix is delivered', () => {
  sampled('as one commit on the red one, and one pull request, without a trace in the checkout', async () => {
    const before = await checkoutState();
    const delivery = await delivered({ settings: { labels: ['regreen'], reviewers: ['hubot'], draft: true } });
    expect(delivery.branch).toBe(branch());
    expect(await remote.git('show', `${branch()}:sum.js`)).toBe('export const sum = (a, b) => a + b;');
    expect(await remote.git('rev-list', '--count', `${red}..${branch()}`)).toBe('1');
    expect(await remote.git('log', '-1', '--format=%an|%s|%(trailers:key=Regreen-Fingerprint,valueonly,separator=)', branch())).toBe(
      `github-actions[bot]|Fix sum|${fingerprint}`,
    );
    const [pull] = await github.pullRequests();
    expect(pull).toMatchObject({
      title: 'Fix sum',
      body: expect.stringContaining('It subtracted.'),
      head: branch(),
      base: 'main',
      draft: true,
      state: 'open',
    });
    expect(pull).toMatchObject({ labels: ['regreen'], reviewers: ['hubot'], number: delivery.pullRequest?.number });
    expect(await checkoutState()).toEqual(before);
  });

  sampled('from a shallow clone, and without any', async () => {
    const shallow = join(scratch, '..', `shallow-${fingerprint}`);
    await repository.git('clone', '--quiet', '--depth=1', `file://${repository.root}`, shallow);
    await delivered({ request: { checkout: { root: shallow } } });
    await rm(shallow, { recursive: true });
    fingerprint = `${++fingerprints}`.padStart(6, '0').padEnd(32, 'a');
    await delivered({ request: { checkout: null } });
    expect(await remote.git('rev-list', '--count', `${red}..${branch()}`)).toBe('1');
  });

  sampled('stacked on the branch of a pull request whose merge commit is what was tested', async () => {
    await repository.pushTo(remote, 'topic');
    const merge = '9'.repeat(40);
    await delivered({ incident: { event: 'pull_request', sha: merge, head: red, branch: 'topic', base: 'topic' } });
    const stacked = `regreen/topic-${fingerprint.slice(0, 12)}`;
    expect(await remote.git('rev-parse', `${stacked}^`)).toBe(red);
    expect((await github.pullRequests())[0]).toMatchObject({ head: stacked, base: 'topic' });
  });

  sampled('once: the same failure again updates the pull request that is open, and moves its branch for a newer red commit', async () => {
    const first = await delivered();
    const pushed = (await remote.branches())[branch()];
    await delivered({ request: { write: () => ({ title: 'Fix sum', body: 'It still subtracts.' }) } });
    expect((await remote.branches())[branch()]).toBe(pushed);
    const pulls = (await github.pullRequests()).filter((pull) => pull.head === branch());
    expect(pulls).toMatchObject([{ number: first.pullRequest?.number, body: expect.stringContaining('It still subtracts.') }]);

    await repository.commit({ 'other.txt': 'x\n' });
    red = await repository.git('rev-parse', 'HEAD');
    await repository.pushTo(remote);
    const moved = await delivered();
    expect(moved.reason).toMatch(/^updated/);
    expect(await remote.git('rev-parse', `${branch()}^`)).toBe(red);
  });

  sampled('as often as it is allowed, and no more: every commit counts, and the same fix again does not', async () => {
    const settings = { maxAttempts: 2 };
    const api = openGitHub({ token, apiUrl: github.apiUrl });
    const asked = { way: 'pull-request', repo: 'octo-org/octo-repo', base: 'main', head: red, fingerprint } as const;
    const times = () => standingOf(api, { ...asked, branchPrefix: 'regreen/', failing: null });
    expect(await times()).toEqual({ kind: 'tried', times: 0 });
    for (const attempt of [1, 2]) {
      await delivered({ settings });
      if (attempt === 1) await delivered({ settings });
      expect(await remote.git('log', '-1', '--format=%(trailers:key=Regreen-Attempt,valueonly,separator=)', branch())).toBe(`${attempt}`);
      expect(await times()).toEqual({ kind: 'tried', times: attempt });
      red = await repository.commit({ 'other.txt': `${attempt}\n` });
      await repository.pushTo(remote);
    }
    expect(await deliver(request({ settings }))).toMatchObject({
      state: 'refused',
      reason: expect.stringContaining('tried 2 times before'),
      remedy: expect.stringContaining('max-attempts-per-failure'),
    });
    expect(await remote.git('rev-parse', `${branch()}^`)).not.toBe(red);
  });

  sampled('also when the labels are refused, saying so', async () => {
    github.denyAccess(/\/labels$/);
    const delivery = await delivered({ settings: { labels: ['regreen'] } });
    expect(delivery.reason).toMatch(/opened.*refused to add labels.*pull-requests: write/);
  });
});

describe('nothing is pushed', () => {
  afterEach(async () => expect(Object.keys(await remote.branches())).not.toContain(branch()));

  sampled('on a dry run', async () => {
    expect(await deliver(request({ settings: { dryRun: true } }))).toMatchObject({ state: 'not-requested' });
  });

  sampled('when the red branch has moved on', async () => {
    await repository.commit({ 'sum.js': 'export const sum = (a, b) => b + a;\n' });
    await repository.pushTo(remote);
    expect(await deliver(request())).toMatchObject({ state: 'superseded', reason: expect.stringContaining('main has moved on') });
  });

  sampled('when the red branch is gone', async () => {
    expect(await deliver(request({ incident: { branch: 'gone', base: 'main' } }))).toMatchObject({ state: 'superseded' });
  });

  sampled('when the base already has the fix', async () => {
    await repository.pushTo(remote, 'topic');
    await repository.git('checkout', '--quiet', '--detach', green);
    await repository.pushTo(remote, 'release');
    const delivery = await deliver(request({ incident: { branch: 'topic', base: 'release' } }));
    expect(delivery).toMatchObject({ state: 'superseded', reason: expect.stringContaining('release already has this fix') });
  });

  sampled('to a base that does not exist', async () => {
    expect(await deliver(request({ incident: { base: 'nowhere' } }))).toMatchObject({
      state: 'refused',
      remedy: expect.stringContaining('base-ref'),
    });
  });

  sampled('without a token', async () => {
    const delivery = await deliver(request({ request: { token: null, github: null } }));
    expect(delivery).toMatchObject({ state: 'refused', remedy: expect.stringContaining('github-token'), branch: null });
  });

  sampled('when the patch does not apply', async () => {
    const patch = { text: patchText.replace('a - b', 'a * b'), files: [] };
    expect(await deliver(request({ request: { patch } }))).toMatchObject({
      state: 'refused',
      reason: expect.stringContaining('does not apply'),
    });
  });

  sampled('when the patch makes a symbolic link', async () => {
    const link =
      'diff --git a/link b/link\nnew file mode 120000\n--- /dev/null\n+++ b/link\n@@ -0,0 +1 @@\n+/etc/passwd\n\\ No newline at end of file\n';
    const delivery = await deliver(request({ request: { patch: { text: link, files: [] } } }));
    expect(delivery).toMatchObject({ state: 'refused', reason: expect.stringContaining('symbolic link') });
  });

  sampled('when the server refuses the push, whose words are passed on', async () => {
    await remote.refusePushes('error: GH006: Protected branch update failed');
    const delivery = await deliver(request());
    expect(delivery).toMatchObject({ state: 'refused', reason: expect.stringContaining('protected'), branch: null, compareUrl: null });
  });

  sampled('when the token is wrong, which no message shows', async () => {
    const wrong = 'ghs_wrong_wrong_wrong';
    const delivery = await deliver(
      request({ request: { token: wrong, github: openGitHub({ token: wrong, apiUrl: github.apiUrl, pause }) } }),
    );
    expect(delivery).toMatchObject({ state: 'refused', remedy: expect.stringContaining('github-token') });
    expect(JSON.stringify(delivery)).not.toContain(wrong);
  });

  sampled('when GitHub cannot be reached', async () => {
    const unreachable = openGitHub({ token, apiUrl: 'http://127.0.0.1:1', pause });
    expect(await deliver(request({ request: { github: unreachable } }))).toMatchObject({
      state: 'refused',
      reason: expect.stringContaining('could not be reached'),
    });
  });
});

describe('what people did is respected', () => {
  sampled('a pull request that a person closed is not opened again', async () => {
    const { pullRequest } = await delivered();
    await github.asPerson('PATCH', `/pulls/${pullRequest?.number}`, { state: 'closed' });
    const delivery = await deliver(request());
    expect(delivery).toMatchObject({
      state: 'refused',
      reason: expect.stringContaining(`mona closed pull request #${pullRequest?.number}`),
    });
  });

  sampled('a branch with commits of a person is not overwritten', async () => {
    await delivered();
    await repository.git('fetch', '--quiet', remote.bareDir, branch());
    await repository.git('checkout', '--quiet', '--detach', 'FETCH_HEAD');
    const theirs = await repository.commit({ 'sum.js': 'export const sum = Math.sum;\n' }, 'My way');
    await repository.pushTo(remote, branch());
    const delivery = await deliver(request());
    expect(delivery).toMatchObject({ state: 'refused', reason: expect.stringContaining("not Regreen's") });
    expect((await remote.branches())[branch()]).toBe(theirs);
  });
});

describe('a pull request that GitHub refuses', () => {
  sampled('by its setting: the branch stays, and the setting and the form are named', async () => {
    github.forbidPullRequests();
    const delivery = await deliver(request());
    expect(delivery).toMatchObject({
      state: 'refused',
      branch: branch(),
      remedy: expect.stringContaining('Allow GitHub Actions to create and approve pull requests'),
      compareUrl: `${remote.serverUrl}/octo-org/octo-repo/compare/main...${branch()}?expand=1`,
    });
    expect(Object.keys(await remote.branches())).toContain(branch());
    github.healFaults();
    expect((await delivered()).reason).toMatch(/^opened/);
  });

  sampled('for want of a permission: the permission is named', async () => {
    github.denyAccess(/\/pulls$/, 'POST');
    const delivery = await deliver(request());
    expect(delivery).toMatchObject({ state: 'refused', branch: branch(), remedy: expect.stringContaining('pull-requests: write') });
  });

  sampled('as a draft: it is opened without being one', async () => {
    const message = 'Draft pull requests are not supported in this repository.';
    const create = github.requests.length;
    github.addFault({ method: 'POST', path: /\/pulls$/, status: 422, body: { message: 'Validation Failed', errors: [{ message }] } });
    await deliver(request({ settings: { draft: true } }));
    const asked = github.requests.slice(create).filter(({ method, path }) => method === 'POST' && path.endsWith('/pulls'));
    expect(asked.map(({ body }) => (body as { draft: boolean }).draft)).toEqual([true, false]);
  });
});

sampled('every request pins the version of the API', () => {
  expect(github.requests.length).toBeGreaterThan(0);
  for (const { headers } of github.requests) expect(headers['x-github-api-version']).toBe('2022-11-28');
});
