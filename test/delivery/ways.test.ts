// Every way a fix reaches people, against a git server and GitHub's API as it is described.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeMoot, openGitHub, readStamp, standingOf } from '../../src/delivery/index.ts';
import { startGitea } from '../github/gitea.ts';
import { sampledSuite, sampledTest } from '../sampled.ts';
import { appToken, fixed, green, openShop, repo, type Shop, token } from './shop.ts';

const sampled = sampledTest(0.1);
const suites = sampledSuite(0.4);

const run = promisify(execFile);
let shop: Shop;

beforeAll(async () => {
  shop = await openShop({ described: true });
});
afterAll(async () => {
  expect(shop.github.violations()).toEqual([]);
  await shop[Symbol.asyncDispose]();
});
beforeEach(() => shop.github.healFaults());

const api = () => openGitHub({ token, apiUrl: shop.github.apiUrl, pause: async () => {} });

describe('a push to the failing pull request', () => {
  sampled('is one commit on its branch and one comment that tells of it', async () => {
    const failure = await shop.fail();
    const patch = await failure.patchTo({ 'shop.js': fixed });
    const delivery = await shop.deliver(failure, { patch, settings: { way: 'push' } });
    expect(delivery).toMatchObject({ state: 'delivered', way: 'push', branch: failure.branch, pullRequest: { number: failure.pull } });
    expect(await shop.remote.git('rev-parse', `${failure.branch}^`)).toBe(failure.red);
    expect(await shop.remote.git('show', `${failure.branch}:shop.js`)).toBe(fixed.trim());
    const { branches, pulls, comments } = await shop.standing(failure);
    expect([branches, pulls]).toEqual([[], []]);
    expect(comments.map(({ body }) => body)).toEqual([expect.stringContaining('Regreen pushed a fix')]);
    // The branch has moved, by us: the same event again is out of date.
    expect(await shop.deliver(failure, { patch, settings: { way: 'push' } })).toMatchObject({ state: 'superseded' });
  });

  sampled('is counted, and fixes that only lead to other failures are counted too', async () => {
    const failure = await shop.fail();
    const settings = { way: 'push', maxAttempts: 1 } as const;
    await shop.deliver(failure, { patch: await failure.patchTo({ 'shop.js': fixed }), settings });
    const red = await shop.remote.git('rev-parse', failure.branch);
    const incident = { sha: red, head: red };
    const other = { ...failure, fingerprint: 'f'.repeat(32) };
    const patch = (await failure.patchTo({ 'shop.js': fixed, 'more.js': '1;\n' })).replace(/^diff --git a\/shop[\s\S]*$/m, '');
    expect(await shop.deliver(other, { patch, incident, settings })).toMatchObject({ state: 'refused', reason: /tried once before/ });
    const asked = { way: 'push', repo, base: failure.branch, head: red, branchPrefix: 'regreen/', failing: failure.pull } as const;
    expect(await standingOf(api(), { ...asked, fingerprint: failure.fingerprint })).toEqual({ kind: 'tried', times: 1 });
  });

  sampled('that would undo part of the change is a comment that names what is lost, and no push', async () => {
    const failure = await shop.fail();
    const patch = await failure.patchTo({ 'shop.js': green });
    const delivery = await shop.deliver(failure, { patch, settings: { way: 'push' } });
    expect(delivery).toMatchObject({ state: 'delivered', way: 'comment', branch: null, reason: /undoes part of the pull request/ });
    expect((await shop.remote.branches())[failure.branch]).toBe(failure.red);
    const [comment] = (await shop.standing(failure)).comments;
    expect(comment?.body).toContain(`takes back part of pull request #${failure.pull}`);
    expect(comment?.body).toContain('loses `export const sum = (a, b) => Math.round(a - b);`');
  });

  sampled('without a pull request is a pull request of its own', async () => {
    const failure = await shop.fail();
    await shop.github.asPerson('PATCH', `/pulls/${failure.pull}`, { state: 'closed' });
    const patch = await failure.patchTo({ 'shop.js': fixed });
    const delivery = await shop.deliver(failure, { patch, incident: { event: 'push', pullRequest: null }, settings: { way: 'push' } });
    expect(delivery).toMatchObject({ state: 'delivered', way: 'pull-request', reason: /no open pull request to push to/ });
    expect((await shop.remote.branches())[failure.branch]).toBe(failure.red);
  });
});

suites('a comment on the failing pull request', () => {
  sampled('is one, holds a command that applies the fix, and is updated', async () => {
    const failure = await shop.fail();
    const patch = await failure.patchTo({ 'shop.js': fixed });
    const settings = { way: 'comment' } as const;
    const delivery = await shop.deliver(failure, { patch, settings });
    expect(delivery).toMatchObject({ state: 'delivered', way: 'comment', reason: /commented on.*suggested one change/ });
    await shop.deliver(failure, { patch, settings });
    const { branches, pulls, comments } = await shop.standing(failure);
    expect([branches, pulls]).toEqual([[], []]);
    expect(comments).toHaveLength(1);
    const body = comments[0]?.body ?? '';
    expect(readStamp(body)?.history.map(({ what, attempt }) => [what, attempt])).toEqual([
      ['opened', 1],
      ['refreshed', 1],
    ]);

    const clone = await mkdtemp(join(tmpdir(), 'regreen-clone-'));
    await run('git', ['clone', '--quiet', '--branch', failure.branch, shop.remote.bareDir, clone]);
    const command = /```sh\n([\s\S]*?)\n```/.exec(body)?.[1] ?? '';
    await run('bash', ['-c', command], { cwd: clone });
    expect(await readFile(join(clone, 'shop.js'), 'utf8')).toBe(fixed);
    await rm(clone, { recursive: true });

    const suggested = (await shop.github.asPerson('GET', `/pulls/${failure.pull}/comments`)) as { body: string; path: string }[];
    expect(suggested).toMatchObject([
      { path: 'shop.js', body: expect.stringContaining(`\`\`\`suggestion\n${fixed.split('\n')[1]}\n\`\`\``) },
    ]);
  });

  sampled('counts its attempts, one for each red commit', async () => {
    const failure = await shop.fail();
    const settings = { way: 'comment', maxAttempts: 1 } as const;
    const patch = await failure.patchTo({ 'shop.js': fixed });
    await shop.deliver(failure, { patch, settings });
    await shop.repository.git('checkout', '--quiet', '--force', failure.red);
    const red = await shop.repository.commit({ 'other.txt': 'x\n' });
    await shop.repository.pushTo(shop.remote, failure.branch);
    const again = await shop.deliver(failure, { patch, settings, incident: { sha: red, head: red } });
    expect(again).toMatchObject({ state: 'refused', reason: /tried once before/ });
  });

  sampled('needs a pull request', async () => {
    const failure = await shop.fail();
    await shop.github.asPerson('PATCH', `/pulls/${failure.pull}`, { state: 'closed' });
    const patch = await failure.patchTo({ 'shop.js': fixed });
    const delivery = await shop.deliver(failure, { patch, settings: { way: 'comment' } });
    expect(delivery).toMatchObject({ state: 'refused', reason: /no open pull request/, remedy: /delivery: pull-request/ });
  });
});

describe('a pull request', () => {
  sampled('that would undo part of a failing one is a draft that names what is lost', async () => {
    const failure = await shop.fail();
    const delivery = await shop.deliver(failure, { patch: await failure.patchTo({ 'shop.js': green }) });
    expect(delivery).toMatchObject({ state: 'delivered', way: 'pull-request', reason: /as a draft/ });
    const [pull] = (await shop.standing(failure)).pulls;
    expect(pull).toMatchObject({ draft: true, base: failure.branch });
    expect(pull?.body).toContain(`takes back part of pull request #${failure.pull}** (Round the sums)`);
  });

  sampled('that repairs the author’s own lines is none', async () => {
    const failure = await shop.fail();
    await shop.deliver(failure, { patch: await failure.patchTo({ 'shop.js': fixed }) });
    const [pull] = (await shop.standing(failure)).pulls;
    expect(pull).toMatchObject({ draft: false });
    expect(pull?.body).not.toContain('takes back');
  });

  sampled('tells what happened to it, a line for each update', async () => {
    const failure = await shop.fail();
    const patch = await failure.patchTo({ 'shop.js': fixed });
    await shop.deliver(failure, { patch });
    await shop.deliver(failure, { patch });
    const [pull] = (await shop.standing(failure)).pulls;
    expect(pull?.body).toContain(`- 2026-11-26 01:40 UTC, \`${failure.red.slice(0, 10)}\`: the first fix (attempt 1)\n- `);
    expect(pull?.body).toContain('run again, the same fix (attempt 1)');
  });

  it.each([
    ['the workflow’s own token', token, true],
    ['the token of an app', appToken, false],
  ])('says whether its checks wait: %s', async (_name, by, waits) => {
    const failure = await shop.fail();
    await shop.deliver(failure, { patch: await failure.patchTo({ 'shop.js': fixed }), token: by, settings: { signing: 'api' } });
    const [pull] = (await shop.standing(failure)).pulls;
    expect(pull?.body.includes('Approve workflows to run')).toBe(waits);
  });

  sampled('has its checks started by trigger-ci, and says why where that is not possible', async () => {
    const failure = await shop.fail();
    const settings = { triggerCi: true };
    const refused = await shop.deliver(failure, { patch: await failure.patchTo({ 'shop.js': fixed }), settings });
    expect(refused).toMatchObject({ state: 'delivered', reason: /tests could not be started.*add "workflow_dispatch:"/ });
    shop.github.allowDispatch('tests.yml');
    const other = await shop.fail();
    await shop.deliver(other, { patch: await other.patchTo({ 'shop.js': fixed }), settings });
    expect(shop.github.dispatches).toEqual([
      { workflow: 'tests.yml', branch: `regreen/${other.branch}-${other.fingerprint.slice(0, 12)}` },
    ]);
    expect((await shop.standing(other)).pulls[0]?.body).toContain('the workflow tests was started on this branch');
  });

  sampled('is closed with a sentence when its base is green, and not for another workflow or an older commit', async () => {
    const failure = await shop.fail();
    await shop.deliver(failure, { patch: await failure.patchTo({ 'shop.js': fixed }) });
    await shop.repository.git('checkout', '--quiet', '--force', failure.red);
    const tip = await shop.repository.commit({ 'shop.js': fixed });
    await shop.repository.pushTo(shop.remote, failure.branch);
    const moot = { repo, base: failure.branch, branchPrefix: 'regreen/', green: tip, fingerprint: null, sentence: 'it is green again.' };
    expect(await closeMoot(api(), { ...moot, workflow: 'docs' })).toEqual({ closed: [], complaints: [] });
    expect(await closeMoot(api(), { ...moot, green: shop.green, workflow: 'tests' })).toEqual({ closed: [], complaints: [] });
    const [open] = (await shop.standing(failure)).pulls;
    expect(await closeMoot(api(), { ...moot, workflow: 'tests' })).toEqual({ closed: [open?.number], complaints: [] });
    const [closed] = (await shop.standing(failure)).pulls;
    expect(closed).toMatchObject({ state: 'closed', body: expect.stringMatching(/^> Closed: it is green again\./) });
    expect(readStamp(closed?.body ?? '')?.history.at(-1)).toMatchObject({ what: 'closed', sha: tip });
  });

  sampled('is not opened when the base of the failing one has the fix: a rebase is all that is needed', async () => {
    const failure = await shop.fail();
    await shop.repository.git('checkout', '--quiet', '--force', failure.red);
    await shop.repository.commit({ 'shop.js': fixed });
    await shop.repository.pushTo(shop.remote);
    const delivery = await shop.deliver(failure, { patch: await failure.patchTo({ 'shop.js': fixed }) });
    expect(delivery).toMatchObject({
      state: 'superseded',
      reason: `main already has this fix: rebase ${failure.branch} on it, no fix is needed; nothing was pushed`,
    });
    expect((await shop.standing(failure)).branches).toEqual([]);
    await shop.repository.git('checkout', '--quiet', '--force', shop.green);
    await shop.repository.pushTo(shop.remote);
  });
});

suites('a signed commit', () => {
  sampled('is made by GitHub on the red one, for a new branch and for one that moves', async () => {
    const failure = await shop.fail();
    const settings = { signing: 'api' } as const;
    await shop.deliver(failure, { patch: await failure.patchTo({ 'shop.js': fixed }), settings });
    const branch = `regreen/${failure.branch}-${failure.fingerprint.slice(0, 12)}`;
    const first = await shop.remote.git('cat-file', 'commit', branch);
    expect(first).toContain(`parent ${failure.red}\n`);
    expect(first).toContain('gpgsig');
    expect(first).toContain(`Regreen-Fingerprint: ${failure.fingerprint}\nRegreen-Attempt: 1`);
    await shop.deliver(failure, { patch: await failure.patchTo({ 'shop.js': `${fixed}// Summed.\n` }), settings });
    const second = await shop.remote.git('cat-file', 'commit', branch);
    expect(second).toContain(`parent ${failure.red}\n`);
    expect(second).toContain('Regreen-Attempt: 2');
    expect(await shop.standing(failure)).toMatchObject({ branches: [branch], pulls: [{ head: branch }] });
  });

  sampled('lands on the branch of the pull request, too', async () => {
    const failure = await shop.fail();
    await shop.deliver(failure, { patch: await failure.patchTo({ 'shop.js': fixed }), settings: { way: 'push', signing: 'api' } });
    expect(await shop.remote.git('cat-file', 'commit', failure.branch)).toMatch(new RegExp(`parent ${failure.red}\\n[\\s\\S]*gpgsig`));
  });

  sampled('cannot keep the mode of a file: then it is pushed, or refused where nothing else will do', async () => {
    const failure = await shop.fail({ 'run.sh': 'exit 1\n' });
    const patch = await failure.patchTo({ 'run.sh': 'exit 2\n' });
    expect(await shop.deliver(failure, { patch, settings: { signing: 'api' } })).toMatchObject({
      state: 'refused',
      reason: /run\.sh has the mode 100755/,
    });
    expect((await shop.standing(failure)).branches).toEqual([]);
    expect(await shop.deliver(failure, { patch, settings: { signing: 'auto' } })).toMatchObject({
      state: 'delivered',
      reason: /not signed by GitHub/,
    });
    const [branch] = (await shop.standing(failure)).branches;
    expect(await shop.remote.git('ls-tree', branch ?? '', 'run.sh')).toMatch(/^100755/);
  });

  sampled('is a push where the server knows no such thing', async () => {
    const failure = await shop.fail();
    shop.github.addFault({ path: /^\/graphql/, status: 404, body: { message: 'Not Found' } });
    const delivery = await shop.deliver(failure, { patch: await failure.patchTo({ 'shop.js': fixed }), settings: { signing: 'auto' } });
    expect(delivery).toMatchObject({ state: 'delivered', reason: expect.not.stringContaining('signed') });
    expect((await shop.standing(failure)).branches).toHaveLength(1);
  });
});

describe('a server that is not GitHub (Gitea, Forgejo)', () => {
  let gitea: Awaited<ReturnType<typeof startGitea>>;
  beforeAll(async () => {
    gitea = await startGitea(shop.github.apiUrl);
  });
  afterAll(() => gitea.close());
  const theirs = () => ({ request: { github: openGitHub({ token, apiUrl: gitea.apiUrl, pause: async () => {} }) } });

  // Page after page of all that the tests before have opened, each held against GitHub's description.
  sampled('gets a pull request by push, and no other one is taken for ours, though all are listed', { timeout: 180_000 }, async () => {
    const failure = await shop.fail();
    const patch = await failure.patchTo({ 'shop.js': fixed });
    const monas = async () => (await shop.github.pullRequests()).find(({ number }) => number === failure.pull);
    const before = await monas();
    expect(await shop.deliver(failure, { patch, ...theirs() })).toMatchObject({ state: 'delivered', reason: /^opened pull request #\d+$/ });
    expect(await shop.deliver(failure, { patch, ...theirs() })).toMatchObject({ state: 'delivered', reason: /^updated/ });
    const { branches, pulls } = await shop.standing(failure);
    expect([branches.length, pulls.length, pulls[0]?.draft]).toEqual([1, 1, false]);
    expect(await monas()).toEqual(before);
    await shop.github.asPerson('PATCH', `/pulls/${pulls[0]?.number}`, { state: 'closed' });
    expect(await shop.deliver(failure, { patch, ...theirs() })).toMatchObject({ state: 'refused', reason: /a person closed pull request/ });
  });

  sampled('gets one comment, and what a fix takes back is found by git', async () => {
    const failure = await shop.fail();
    const settings = { way: 'push' } as const;
    const undoing = await failure.patchTo({ 'shop.js': green });
    expect(await shop.deliver(failure, { patch: undoing, settings, ...theirs() })).toMatchObject({ state: 'delivered', way: 'comment' });
    const patch = await failure.patchTo({ 'shop.js': fixed });
    expect(await shop.deliver(failure, { patch, settings: { way: 'comment' }, ...theirs() })).toMatchObject({
      state: 'delivered',
      reason: `updated the comment on pull request #${failure.pull}`,
    });
    expect(await shop.deliver(failure, { patch, settings, ...theirs() })).toMatchObject({ state: 'delivered', way: 'push' });
    expect((await shop.standing(failure)).comments).toHaveLength(1);
  });
});
