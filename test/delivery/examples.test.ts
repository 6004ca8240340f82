// The pull requests and comments that people get to see, as docs/pull-requests shows them: delivered to a GitHub API and read back from there.
//
//   npx vitest run test/delivery/examples.test.ts -u      writes them again
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeMoot, openGitHub } from '../../src/delivery/index.ts';
import { type Report, renderDiagnosis } from '../../src/report/index.ts';
import { sampleReport } from '../report/sample.ts';
import { type Delivering, type Failure, fixed, green, openShop, repo, type Shop, token } from './shop.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'pull-requests');
const id = 'test/shop.test.js > sums two prices';
const suite = (failing: readonly string[]) => ({ executed: 42, passed: 42 - failing.length, failed: failing.length, skipped: 1, failing });
const limits = { turns: 24, minutes: 15, tokens: 400_000, costUsd: 2, testRuns: 40, changedLines: 200 };
const facts: Partial<Report> = {
  budget: { limits, used: { turns: 3, minutes: 0.2, tokens: 0, costUsd: 0, testRuns: 5, changedLines: 2 } },
  diagnosis:
    'The change at shop.js:2 subtracts the second price instead of adding it. `test/shop.test.js > sums two prices`: expected `30`, got `-10`.\nThe place is in `sum` (shop.js:2).',
  tests: {
    command: 'npm test',
    before: suite([id]),
    after: suite([]),
    results: [{ id, file: 'test/shop.test.js', before: 'failed', after: 'passed', seconds: 0.01 }],
    flaky: [],
  },
};
const proof = (kind: 'revert' | 'template' | 'model') => ({
  proof: { kind, redRuns: 2, greenRuns: 2, suiteBefore: suite([id]), suiteAfter: suite([]) },
});
const spent = {
  model: 'a-coding-model',
  cost: { usd: 0.0123, priced: true },
  budget: { limits, used: { turns: 3, minutes: 0.2, tokens: 9_300, costUsd: 0.0123, testRuns: 5, changedLines: 2 } },
};

let shop: Shop;

beforeAll(async () => {
  // Commits have the same ids whenever they are made.
  Object.assign(process.env, { GIT_AUTHOR_DATE: '2026-11-26T01:00:00Z', GIT_COMMITTER_DATE: '2026-11-26T01:00:00Z' });
  shop = await openShop({ described: false });
});
afterAll(() => shop[Symbol.asyncDispose]());

/** A red main, as a push event tells of it. */
async function redMain(): Promise<{ failure: Failure; incident: NonNullable<Delivering['incident']> }> {
  const failure = await shop.fail();
  await shop.github.asPerson('PATCH', `/pulls/${failure.pull}`, { state: 'closed' });
  return { failure, incident: { event: 'push', pullRequest: null, branch: failure.branch } };
}

const where = ({ red, branch }: Failure) => ({ incident: { repo, sha: red, branch, event: 'pull_request' } });

/** What a person sees: title and text, without what nobody does. */
const page = (title: string, body: string): string => `# ${title}\n\n${body.replace(/\n*<!-- regreen:.*? -->\n*$/s, '\n')}`;

async function pullOf(failure: Failure): Promise<string> {
  const [pull] = (await shop.standing(failure)).pulls;
  return page(`${pull?.title}${pull?.draft ? ' (draft)' : ''}${pull?.state === 'closed' ? ' (closed)' : ''}`, pull?.body ?? '');
}

async function commentOf(failure: Failure): Promise<string> {
  const [comment] = (await shop.standing(failure)).comments;
  return page(`A comment on pull request #${failure.pull}`, comment?.body ?? '');
}

it('a change that is undone on a branch of the repository', async () => {
  const { failure, incident } = await redMain();
  const report = { ...facts, ...proof('revert'), ...where(failure) };
  await shop.deliver(failure, { patch: await failure.patchTo({ 'shop.js': green }), incident, report });
  await expect(await pullOf(failure)).toMatchFileSnapshot(join(folder, 'undone.md'));
});

it('a small repair by the engine, which is not the only one', async () => {
  const { failure, incident } = await redMain();
  const alternatives = ['shop.js:2: `Math.round(b + a)` instead of `Math.round(a - b)`'];
  const report = { ...facts, ...proof('template'), ...where(failure), alternatives };
  await shop.deliver(failure, { patch: await failure.patchTo({ 'shop.js': fixed }), incident, report });
  await expect(await pullOf(failure)).toMatchFileSnapshot(join(folder, 'engine.md'));
});

it('a repair by a model on top of a failing pull request, updated once', async () => {
  const failure = await shop.fail();
  const delivering = {
    patch: await failure.patchTo({ 'shop.js': fixed }),
    report: { ...facts, ...proof('model'), ...where(failure), ...spent },
  };
  await shop.deliver(failure, delivering);
  await shop.deliver(failure, delivering);
  await expect(await pullOf(failure)).toMatchFileSnapshot(join(folder, 'model.md'));
});

it('a draft that takes back part of a failing pull request', async () => {
  const failure = await shop.fail();
  const report = { ...facts, ...proof('revert'), ...where(failure) };
  await shop.deliver(failure, { patch: await failure.patchTo({ 'shop.js': green }), report, request: { isRevert: true } });
  await expect(await pullOf(failure)).toMatchFileSnapshot(join(folder, 'draft.md'));
});

it('a comment with a command that applies the fix', async () => {
  const failure = await shop.fail();
  const report = { ...facts, ...proof('model'), ...where(failure), ...spent };
  await shop.deliver(failure, { patch: await failure.patchTo({ 'shop.js': fixed }), report, settings: { way: 'comment' } });
  await expect(await commentOf(failure)).toMatchFileSnapshot(join(folder, 'comment.md'));
});

it('a word about a fix that was pushed', async () => {
  const failure = await shop.fail();
  const report = { ...facts, ...proof('model'), ...where(failure), ...spent };
  await shop.deliver(failure, { patch: await failure.patchTo({ 'shop.js': fixed }), report, settings: { way: 'push' } });
  await expect(await commentOf(failure)).toMatchFileSnapshot(join(folder, 'pushed.md'));
});

it('a pull request that a green base made moot', async () => {
  const { failure, incident } = await redMain();
  const report = { ...facts, ...proof('template'), ...where(failure) };
  await shop.deliver(failure, { patch: await failure.patchTo({ 'shop.js': fixed }), incident, report });
  await shop.repository.git('checkout', '--quiet', '--force', failure.red);
  const tip = await shop.repository.commit({ 'shop.js': fixed });
  await shop.repository.pushTo(shop.remote, failure.branch);
  const sentence = `\`${failure.branch}\` is green again at ${tip.slice(0, 10)} without this fix.`;
  const moot = { repo, base: failure.branch, branchPrefix: 'regreen/', green: tip, fingerprint: null, workflow: 'tests', sentence };
  await closeMoot(openGitHub({ token, apiUrl: shop.github.apiUrl }), { ...moot, now: new Date('2026-11-26T02:10:00Z') });
  await expect(await pullOf(failure)).toMatchFileSnapshot(join(folder, 'closed.md'));
});

it('what is known where no fix was found', async () => {
  const report = sampleReport({
    ...facts,
    outcome: 'provider-unavailable',
    reason: 'The model could not be asked: the account has no credit left (HTTP 429).',
    proof: null,
    patch: '',
    files: [],
    suspects: [{ path: 'shop.js', line: 2, score: 0.93 }],
    incident: { repo, sha: 'ab12cd34'.repeat(5), branch: 'topic', event: 'pull_request' },
  });
  await expect(page('A comment on a pull request', renderDiagnosis(report, { optOutLabel: 'no-regreen' }))).toMatchFileSnapshot(
    join(folder, 'diagnosis.md'),
  );
});
