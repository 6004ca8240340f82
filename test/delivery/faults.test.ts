// Whatever GitHub or the git server do in the middle of a delivery: it ends in words, is never half-done, and the next run completes it.
//
// `npm run prove -- delivery/faults`: every way under every fault; else some of them, others each day.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Delivery, DeliveryRequest } from '../../src/delivery/index.ts';
import type { Fault } from '../github/upstream.ts';
import { sampleOf } from '../sampled.ts';
import { type Failure, fixed, openShop, repo, type Shop, token } from './shop.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop({ described: false });
});
afterAll(() => shop[Symbol.asyncDispose]());
beforeEach(async () => {
  shop.github.healFaults();
  await shop.remote.refusePushes(null);
});

type State = Delivery['state'];

const ways = {
  'a pull request': { way: 'pull-request', signing: 'none' },
  'a signed pull request': { way: 'pull-request', signing: 'api' },
  'a pull request, signed where possible': { way: 'pull-request', signing: 'auto' },
  'a push': { way: 'push', signing: 'none' },
  'a signed push': { way: 'push', signing: 'api' },
  'a comment': { way: 'comment', signing: 'none' },
  'an update': { way: 'pull-request', signing: 'none' },
} as const satisfies Record<string, Partial<DeliveryRequest['settings']>>;

type WayName = keyof typeof ways;

interface Mishap {
  readonly name: string;
  /** How each way ends; a way that is not named delivers. */
  readonly ends?: Partial<Record<WayName, State>>;
  /** Of the second run, when all is well again; default: delivered. A push has moved the branch, so that its event is out of date. */
  readonly next?: Partial<Record<WayName, State>>;
  readonly strike: (failure: Failure) => Promise<unknown> | unknown;
}

const fault =
  (path: RegExp, status: number, message: string, more: Partial<Fault> = {}) =>
  () =>
    shop.github.addFault({
      path,
      status,
      body: { message, documentation_url: 'https://docs.github.com/rest', status: `${status}` },
      ...more,
    });
const all = (state: State): Record<WayName, State> => ({
  'a pull request': state,
  'a signed pull request': state,
  'a pull request, signed where possible': state,
  'a push': state,
  'a signed push': state,
  'a comment': state,
  'an update': state,
});
/** A new one. */
const pullRequests = (state: State) => ({
  'a pull request': state,
  'a signed pull request': state,
  'a pull request, signed where possible': state,
});
const pulls = /\/pulls$/;
const comments = /\/issues\/\d+\/comments$/;
const commit = /\/graphql\/createCommitOnBranch/;
const signed = { 'a signed pull request': 'refused', 'a signed push': 'refused' } as const;
const reply = 'Bad Gateway';

/** Somebody pushes to the branch of the pull request. */
const moveHead = async ({ red, branch }: Failure): Promise<void> => {
  await shop.repository.git('checkout', '--quiet', '--force', red);
  await shop.repository.commit({ 'other.txt': `${Math.random()}\n` });
  await shop.repository.pushTo(shop.remote, branch);
};
/** Another run is faster with the pull request. */
const openFirst = ({ branch, fingerprint }: Failure) =>
  shop.github.asPerson('POST', '/pulls', { title: 'x', head: `regreen/${branch}-${fingerprint.slice(0, 12)}`, base: branch, body: 'x' });

const mishaps: readonly Mishap[] = [
  { name: 'nothing goes wrong', strike: () => {} },
  {
    name: 'every first answer is a 502',
    strike: () => {
      for (const method of ['GET', 'PATCH']) fault(/./, 502, reply, { method, times: 1 })();
    },
  },
  { name: 'GitHub answers 500 for good', ends: all('refused'), strike: fault(/\/(?:pulls|issues)/, 500, 'Server Error') },
  {
    name: 'pull requests cannot be listed',
    ends: { ...pullRequests('refused'), 'an update': 'refused' },
    strike: fault(pulls, 500, 'Server Error', { method: 'GET' }),
  },
  { name: 'the pull request fails once', strike: fault(pulls, 502, reply, { method: 'POST', times: 1 }) },
  { name: 'the pull request fails for good', ends: pullRequests('refused'), strike: fault(pulls, 502, reply, { method: 'POST' }) },
  {
    name: 'the pull request is opened, and the answer lost',
    strike: fault(pulls, 504, 'Timeout', { method: 'POST', times: 1, after: 'lost' }),
  },
  { name: 'no answer comes to the pull request', strike: fault(pulls, 0, '', { method: 'POST', times: 1, after: 'hang' }) },
  {
    name: 'another run opens it first',
    strike: (failure) => fault(pulls, 0, '', { method: 'POST', times: 1, meanwhile: () => openFirst(failure) })(),
  },
  {
    name: 'Actions may not open pull requests',
    ends: pullRequests('refused'),
    strike: () => shop.github.forbidPullRequests(),
  },
  { name: 'the token may not open pull requests', ends: pullRequests('refused'), strike: () => shop.github.denyAccess(pulls, 'POST') },
  { name: 'the token may not comment', ends: { 'a comment': 'refused' }, strike: () => shop.github.denyAccess(comments, 'POST') },
  { name: 'the comment is written, and the answer lost', strike: fault(comments, 502, reply, { method: 'POST', times: 1, after: 'lost' }) },
  { name: 'comments cannot be listed', ends: { 'a comment': 'refused' }, strike: fault(comments, 500, 'Server Error', { method: 'GET' }) },
  {
    name: 'a secondary rate limit asks for a second',
    strike: fault(/\/(?:pulls|comments)$/, 403, 'You have exceeded a secondary rate limit', { times: 2, headers: { 'retry-after': '1' } }),
  },
  { name: 'the rate limit is used up', ends: all('refused'), strike: fault(/\/repos\//, 403, 'API rate limit exceeded for installation.') },
  { name: 'suggestions are refused', strike: fault(/\/reviews$/, 422, 'Line could not be resolved') },
  { name: 'GitHub does not commit', ends: signed, strike: fault(commit, 502, reply) },
  { name: 'GitHub commits, and the answer is lost', strike: fault(commit, 502, reply, { after: 'lost', times: 1 }) },
  {
    name: 'this version of GitHub cannot commit',
    ends: signed,
    strike: fault(commit, 200, '', { body: { errors: [{ message: "Field 'createCommitOnBranch' doesn't exist on type 'Mutation'" }] } }),
  },
  {
    name: 'branches cannot be made',
    ends: { 'a signed pull request': 'refused' },
    strike: fault(/\/git\/refs/, 500, 'Server Error', { method: 'POST' }),
  },
  {
    name: 'the text cannot be changed',
    ends: { 'an update': 'refused' },
    strike: fault(/\/pulls\/\d+$/, 403, 'Resource not accessible by integration', { method: 'PATCH' }),
  },
  { name: 'branches cannot be deleted through the API', strike: fault(/\/git\/refs/, 500, 'Server Error', { method: 'DELETE' }) },
  {
    name: 'the branch is made, and the answer lost',
    strike: fault(/\/git\/refs/, 502, reply, { method: 'POST', times: 1, after: 'lost' }),
  },
  {
    name: 'the run is stopped while GitHub commits',
    ends: { 'a signed pull request': 'refused', 'a pull request, signed where possible': 'refused' },
    strike: () => fault(commit, 0, '', { times: 1, meanwhile: async () => stop.abort() })(),
  },
  {
    name: 'the server refuses the push',
    ends: { ...all('refused'), 'a signed push': 'delivered', 'a comment': 'delivered' },
    strike: () => shop.remote.refusePushes('GH006: Protected branch update failed'),
  },
  {
    name: 'the head moves while GitHub commits',
    ends: { 'a signed push': 'superseded' },
    // Only a signed commit asks GitHub for one.
    next: { 'a signed pull request': 'superseded', 'a pull request, signed where possible': 'superseded', 'a signed push': 'superseded' },
    strike: (failure) => fault(commit, 0, '', { times: 1, meanwhile: () => moveHead(failure) })(),
  },
  { name: 'the head has moved', ends: all('superseded'), next: all('superseded'), strike: moveHead },
];

/** Of the first run. */
let stop = new AbortController();

const cases = mishaps.flatMap((mishap) => (Object.keys(ways) as WayName[]).map((name) => [name, mishap.name, mishap] as const));
const chosen = sampleOf(cases, 3 / cases.length, ([name, mishap]) => `${name}, when ${mishap}`);

it.each(chosen)('%s, when %s', { timeout: 180_000 }, async (name, mishap, { ends = {}, next = {}, strike }) => {
  const failure = await shop.fail();
  const settings = { ...ways[name], maxAttempts: 3 };
  const timeoutMs = mishap.startsWith('no answer') ? 3_000 : 30_000;
  const delivering = { patch: await failure.patchTo({ 'shop.js': fixed }), settings, timeoutMs };
  if (name === 'an update')
    await shop.deliver(failure, { ...delivering, patch: await failure.patchTo({ 'shop.js': `${fixed}// First.\n` }) });
  const before = await shop.standing(failure);
  stop = new AbortController();
  await strike(failure);
  const first = await shop.deliver(failure, { ...delivering, signal: stop.signal });
  expect(first).toMatchObject({ state: ends[name] ?? 'delivered' });
  expect(JSON.stringify(first)).not.toContain(token);

  shop.github.healFaults();
  await shop.remote.refusePushes(null);
  await expectWhole(failure, first);
  // What was not updated is as it was, branch and text.
  if (name === 'an update' && first.state !== 'delivered') expect(await shop.standing(failure)).toEqual(before);
  const second = await shop.deliver(failure, delivering);
  const pushed = settings.way === 'push' && first.state === 'delivered';
  const moved = name === 'a comment' && next[name] !== undefined && first.state === 'delivered' ? 'delivered' : next[name];
  expect(second.state).toBe(pushed ? 'superseded' : (moved ?? 'delivered'));
  await expectWhole(failure, second);
});

it('what a killed run left beside a branch is gone after the next one, and nothing else', async () => {
  const failure = await shop.fail();
  const minute = Math.floor(Date.parse('2026-11-26T01:40:30Z') / 60_000);
  const left = `regreen/topic-x-${'b'.repeat(12)}-next-${minute - 61}-0badcafe`;
  const others = [
    `regreen/topic-x-${'b'.repeat(12)}-next-${minute - 2}-0badcafe`,
    'regreen/what-is-next-2',
    `mine-next-${minute - 61}-0badcafe`,
  ];
  for (const branch of [left, ...others]) await shop.remote.git('branch', branch, failure.red);
  const patch = await failure.patchTo({ 'shop.js': fixed });
  await shop.deliver(failure, { patch });
  // A branch that is asked about is not ours for its name.
  await shop.deliver(failure, { patch, incident: { base: others.at(-1) ?? null } });
  const there = Object.keys(await shop.remote.branches());
  expect(there).toEqual(expect.arrayContaining(others));
  expect(there).not.toContain(left);
});

/** No branch without a pull request and without a word about it, no branch left over, no second pull request, no second comment. */
async function expectWhole(failure: Failure, delivery: Delivery): Promise<void> {
  const { branches, pulls: open, comments: written } = await shop.standing(failure);
  expect(open.length).toBeLessThanOrEqual(1);
  expect(written.length).toBeLessThanOrEqual(1);
  expect(branches.filter((branch) => branch.includes('-next'))).toEqual([]);
  if (branches.length > 0 && open.length === 0) {
    expect(delivery).toMatchObject({ branch: branches[0], compareUrl: expect.stringContaining(`/${repo}/compare/`) });
  }
  if (delivery.state === 'delivered' && delivery.way === 'pull-request') expect(open).toHaveLength(1);
  if (delivery.state === 'delivered' && delivery.way === 'comment') expect(written).toHaveLength(1);
  if (delivery.state === 'delivered' && delivery.way === 'push') {
    expect((await shop.remote.branches())[failure.branch]).not.toBe(failure.red);
  }
}
