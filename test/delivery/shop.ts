// A shop whose sums are wrong: a repository on a git server behind a GitHub API, with a pull request that broke them.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Delivery, type DeliveryRequest, deliver, openGitHub } from '../../src/delivery/index.ts';
import type { Incident } from '../../src/incident/index.ts';
import { type Report, renderComment, renderPullRequest } from '../../src/report/index.ts';
import { type FakeGitHub, type FakeGitHubOptions, startFakeGitHub } from '../github/fake-github.ts';
import { type GitRemote, startGitRemote } from '../github/git-remote.ts';
import { makeRepository, type Repository } from '../github/repository.ts';
import { sampleReport } from '../report/sample.ts';

export const token = 'ghs_shop_0123456789';
export const appToken = 'ghs_of_the_app_0123456789';
/** The token of another run of the same workflow. */
export const otherToken = 'ghs_of_another_run_0123456789';
export const repo = 'octo-org/shop';

const lines = ['export const price = (n) => n * 3;', 'export const sum = (a, b) => a + b;', 'export const tax = (n) => n / 5;'];
export const green = `${lines.join('\n')}\n`;
/** The author added rounding, and a sum that subtracts. */
export const broken = `${lines[0]}\nexport const sum = (a, b) => Math.round(a - b);\n${lines[2]}\n`;
export const fixed = `${lines[0]}\nexport const sum = (a, b) => Math.round(a + b);\n${lines[2]}\n`;

export interface Failure {
  /** Digits of its own. */
  readonly fingerprint: string;
  /** The branch of the pull request, and its number. */
  readonly branch: string;
  readonly pull: number;
  readonly red: string;
  /** What git says of the way from the red tree to these files. */
  patchTo(files: Readonly<Record<string, string | null>>): Promise<string>;
}

export interface Delivering {
  readonly patch: string;
  readonly incident?: Partial<Incident>;
  readonly settings?: Partial<DeliveryRequest['settings']>;
  readonly request?: Partial<DeliveryRequest>;
  readonly report?: Partial<Report>;
  readonly token?: string;
  /** Of a request to GitHub. */
  readonly timeoutMs?: number;
  /** Stops the run. */
  readonly signal?: AbortSignal;
}

export interface Shop extends AsyncDisposable {
  readonly remote: GitRemote;
  readonly github: FakeGitHub;
  readonly repository: Repository;
  /** The tip of main. */
  readonly green: string;
  /** A new pull request that is red, opened by mona. */
  fail(files?: Readonly<Record<string, string | null>>): Promise<Failure>;
  request(failure: Failure, delivering: Delivering): DeliveryRequest;
  deliver(failure: Failure, delivering: Delivering): Promise<Delivery>;
  /** What there is of ours about a failure. */
  standing(failure: Failure): Promise<{
    readonly branches: readonly string[];
    readonly pulls: Awaited<ReturnType<FakeGitHub['pullRequests']>>;
    readonly comments: readonly { readonly body: string; readonly user: { readonly login: string } }[];
  }>;
}

export async function openShop(options: Pick<FakeGitHubOptions, 'described' | 'gate'>): Promise<Shop> {
  const { gate } = options;
  const remote = await startGitRemote({ token, tokens: [appToken, otherToken], owner: 'octo-org', name: 'shop', gate });
  const repository = await makeRepository();
  const home = await mkdtemp(join(tmpdir(), 'regreen-shop-'));
  await repository.commit({ 'shop.js': green, 'run.sh': 'exit 0\n' }, 'Open the shop');
  const executable = ['update-index', '--chmod=+x', 'run.sh'];
  const tip = await repository.script(executable, ['commit', '--quiet', '--amend', '--no-edit'], ['rev-parse', 'HEAD']);
  await repository.pushTo(remote);
  const tokens = { [appToken]: 'shop-app[bot]', [otherToken]: 'github-actions[bot]' };
  const github = await startFakeGitHub({ token, remote, tokens, users: ['hubot'], ...options });
  let failures = 0;

  const fail = async (files: Readonly<Record<string, string | null>> = { 'shop.js': broken }): Promise<Failure> => {
    const n = ++failures;
    const branch = `topic-${n}`;
    await repository.git('checkout', '--quiet', '--force', '-B', branch, tip);
    const red = await repository.commit(files, 'Round the sums');
    await repository.pushTo(remote, branch);
    const opened = await github.asPerson('POST', '/pulls', { title: 'Round the sums', head: branch, base: 'main', body: '' });
    const pull = Number(Object(opened).number);
    const patchTo = async (to: Readonly<Record<string, string | null>>): Promise<string> => {
      await repository.git('checkout', '--quiet', '--force', red);
      await repository.write(to);
      const diff = ['diff', '--cached', '--full-index', 'HEAD'];
      return `${await repository.script(['add', '--all'], diff, ['reset', '--quiet', '--hard', red])}\n`;
    };
    return { fingerprint: `${n}`.padStart(6, '0').padEnd(32, 'e'), branch, pull, red, patchTo };
  };

  const request = (failure: Failure, delivering: Delivering): DeliveryRequest => {
    const { fingerprint, branch, pull, red } = failure;
    const { patch, incident = {}, settings = {}, report: facts = {} } = delivering;
    const files = [{ path: 'shop.js', added: 1, removed: 1 }];
    const report = sampleReport({ patch, files, fingerprint, ...facts });
    const optOutLabel = 'no-regreen';
    const run = { id: 1, attempt: 1, url: '', workflow: 'tests', file: 'tests.yml' };
    return {
      incident: {
        ...{ event: 'pull_request', repo, sha: red, head: red, branch, base: branch, green: null, actor: 'mona', run },
        ...{ pullRequest: { number: pull, labels: [] }, ...incident },
      },
      patch: { text: patch, files },
      write: (circumstances) => {
        const text = renderPullRequest(report, { optOutLabel, circumstances });
        if (circumstances.way === 'pull-request') return text;
        return { ...text, body: renderComment(report, { optOutLabel, circumstances, patchIsPublic: true }) };
      },
      isRevert: false,
      fingerprint,
      checkout: { root: repository.root },
      token: delivering.token ?? token,
      serverUrl: remote.serverUrl,
      github: openGitHub({
        token: delivering.token ?? token,
        apiUrl: github.apiUrl,
        pause: async () => {},
        timeoutMs: delivering.timeoutMs,
        signal: delivering.signal,
      }),
      signal: delivering.signal,
      scratch: home,
      settings: {
        ...{ way: 'pull-request', branchPrefix: 'regreen/', labels: [], reviewers: [], draft: false, dryRun: false, signing: 'none' },
        ...{ triggerCi: false, ...settings },
      },
      now: () => new Date('2026-11-26T01:40:30Z'),
      ...delivering.request,
    };
  };

  const commentsOf = async (pull: number) => (await github.asPerson('GET', `/issues/${pull}/comments?per_page=100`)) as Comments;
  return {
    ...{ remote, github, repository, green: tip, fail, request },
    deliver: (failure, delivering) => deliver(request(failure, delivering)),
    standing: async ({ branch, fingerprint, pull }) => ({
      branches: Object.keys(await remote.branches()).filter(
        (name) => name.startsWith('regreen/') && name.includes(fingerprint.slice(0, 12)),
      ),
      pulls: (await github.pullRequests()).filter(
        ({ head, base }) => head.startsWith('regreen/') && [branch, 'main'].includes(base) && head.includes(fingerprint.slice(0, 12)),
      ),
      comments: (await commentsOf(pull)).filter(({ user }) => user.login !== 'mona'),
    }),
    [Symbol.asyncDispose]: async () => {
      await Promise.all([github.close(), remote.close(), repository[Symbol.asyncDispose]()]);
      await rm(home, { recursive: true, force: true });
    },
  };
}

type Comments = { readonly body: string; readonly user: { readonly login: string } }[];
