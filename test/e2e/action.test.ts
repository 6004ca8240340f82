import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeDemoRepository } from '../../src/demo/repository.ts';
import type { ActionResult } from '../github/runner.ts';
import { startScriptedServer } from '../responses/scripted-server.ts';
import { sampledSuite, sampledTest } from '../sampled.ts';
import { type Stage, setStage, token } from './stage.ts';

const sampled = sampledTest(0.2);
const suites = sampledSuite(0.4);

const run = promisify(execFile);
let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(() => {
  stage.github.healFaults();
  stage.github.setRuns([{ sha: stage.green, branch: 'main', conclusion: 'success' }]);
});

async function checkoutOf(sha: string): Promise<string> {
  const folder = await stage.folder();
  await run('git', ['clone', '--quiet', stage.remote.bareDir, folder]);
  await run('git', ['-C', folder, 'checkout', '--quiet', '--detach', sha]);
  return folder;
}

/** Every text a run left behind, besides what the test put there. */
async function textsOf(result: ActionResult, workspace: string | null): Promise<string[]> {
  const pulls = await stage.github.pullRequests();
  return [
    // The runner takes the value out of the log from this line on.
    result.stdout.replace(/^::add-mask::.*$/gm, ''),
    result.stderr,
    result.summary,
    ...Object.values(result.outputs),
    ...Object.values(await result.files()).map((text) => text.replace(/^::add-mask::.*$/gm, '')),
    ...pulls.flatMap(({ title, body }) => [title, body]),
    ...(workspace === null ? [] : await gitTexts(workspace)),
  ];
}

async function gitTexts(workspace: string): Promise<string[]> {
  const names = await readdir(join(workspace, '.git'), { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile() && !entry.parentPath.includes('/objects'));
  return Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')));
}

function expectNoSecret(texts: readonly string[]): void {
  for (const form of [token, encodeURIComponent(token), Buffer.from(`x-access-token:${token}`).toString('base64')]) {
    for (const text of texts) expect(text).not.toContain(form);
  }
}

describe('a red build on main, announced by workflow_run', () => {
  sampled(
    'ends as one proved pull request, updated by a second run, never doubled, and closed when main is green',
    {
      timeout: 180_000,
    },
    async () => {
      const workspace = await stage.folder();
      const result = await stage.run('workflow_run', { workspace });
      expect(result.stderr).toBe('');
      expect(result.exitCode).toBe(0);
      expect(result.outputs).toMatchObject({
        outcome: 'fixed',
        fixed: 'true',
        delivery: 'delivered',
        'pull-request-number': '1',
        'cost-usd': '0.0000',
        branch: expect.stringMatching(/^regreen\/main-[0-9a-f]{12}$/),
      });

      const [pull, ...more] = await stage.github.pullRequests();
      expect(more).toEqual([]);
      expect(pull).toMatchObject({ state: 'open', base: 'main', head: result.outputs.branch, url: result.outputs['pull-request-url'] });
      expect(pull?.body).toContain('Proof: red to green');
      expect(pull?.body).toContain('`test/cart.test.js > ships for free from fifty on`');

      // The branch holds one commit on the red one, which changes one line of one file.
      const branch = pull?.headSha ?? '';
      expect(await stage.remote.git('rev-parse', `${branch}^`)).toBe(stage.red);
      expect(await stage.remote.git('diff', '--stat', '--format=', `${branch}^`, branch)).toMatch(
        /src\/cart\.js \| 2 \+-\n 1 file changed/,
      );
      expect(await stage.remote.git('show', `${branch}:src/cart.js`)).toContain('return sum >= FREE_SHIPPING_FROM ? 0 : SHIPPING;');
      expect(await stage.remote.git('show', '-s', '--format=%B', branch)).toContain(`Regreen-Fingerprint: ${result.outputs.fingerprint}`);

      const report = JSON.parse(await readFile(result.outputs['report-file'] ?? '', 'utf8'));
      expect(report).toMatchObject({
        schemaVersion: 1,
        outcome: 'fixed',
        incident: { repo: stage.repo, sha: stage.red, branch: 'main', event: 'workflow_run' },
        transport: { kind: 'websocket', connections: 1, reconnects: 0, turnsFull: 0 },
        tests: { before: { executed: 8, failed: 2 }, after: { executed: 8, failed: 0 } },
        proof: { kind: 'revert', redRuns: 2, greenRuns: 2 },
        pullRequest: { number: 1 },
      });
      const { total, critical } = report.timing;
      expect(Object.values<number>(critical).reduce((sum, part) => sum + part, 0)).toBeCloseTo(total, 1);
      expect(result.summary).toContain('Fixed');
      expect(stage.github.violations()).toEqual([]);
      expectNoSecret(await textsOf(result, workspace));

      const again = await stage.run('workflow_run');
      expect(again.outputs).toMatchObject({ outcome: 'fixed', delivery: 'delivered', 'pull-request-number': '1' });
      expect(await stage.github.pullRequests()).toHaveLength(1);

      // The next commit on main is green without it: one look-up, and nothing of the repository is run.
      const tip = await stage.remote.git('commit-tree', '-p', stage.red, '-m', 'Mend it otherwise', `${branch}^{tree}`);
      const green = await stage.run('workflow_run', { facts: { sha: tip, conclusion: 'success' } });
      expect(green.outputs).toMatchObject({ outcome: 'skipped', 'test-runs': '0' });
      // A number in a summary is no link, and "closed" before it no command.
      expect(green.summary.replaceAll('\u200b', '')).toContain('Closed #1: the failure is gone');
      expect(green.summary).not.toContain('was red');
      const [closed] = await stage.github.pullRequests();
      expect(closed).toMatchObject({ state: 'closed', body: expect.stringContaining('> Closed: `main` is green again at') });
      expect(stage.github.violations()).toEqual([]);
    },
  );
});

suites('other ways to start it', () => {
  sampled(
    'a step of the job that failed (push), with a checkout of depth 1: a patch, and nothing that later steps would notice',
    async () => {
      const workspace = await stage.folder();
      // As actions/checkout makes it by default: the green commit is fetched beside it.
      await run('git', ['clone', '--quiet', '--depth=1', `file://${stage.remote.bareDir}`, workspace]);
      const result = await stage.run('push', { workspace, facts: { before: stage.green }, inputs: { delivery: 'patch' } });
      expect(result.outputs, result.summary).toMatchObject({ outcome: 'fixed', delivery: 'not-requested' });
      expect(JSON.parse(await readFile(result.outputs['report-file'] ?? '', 'utf8')).proof.kind).toBe('revert');
      expect(await readFile(result.outputs['patch-file'] ?? '', 'utf8')).toContain('+  return sum >= FREE_SHIPPING_FROM ? 0 : SHIPPING;');

      await expect(run('git', ['-C', workspace, 'cat-file', '-e', stage.green])).rejects.toThrow();
      expect((await run('git', ['-C', workspace, 'status', '--porcelain', '--ignored'])).stdout).toBe('');
      expect(result.env).toEqual({});
      // Nothing of what a test prints may be taken for a command of the runner.
      expect(result.stdout).not.toMatch(/^::(?:set-env|add-path|set-output|save-state)/m);
      expectNoSecret(await textsOf(result, workspace));
    },
  );

  sampled(
    'by hand (workflow_dispatch) in two jobs: a bundle, for which no token is needed, and a push that is refused is explained',
    async () => {
      await stage.remote.git('branch', '--force', 'walled', stage.red);
      const event = { facts: { branch: 'walled' }, ref: 'refs/heads/walled' };
      const workspace = await checkoutOf(stage.red);
      const inputs = { mode: 'fix', 'green-ref': stage.green, 'github-token': '' };
      const result = await stage.run('workflow_dispatch', { ...event, workspace, inputs });
      expect(result.outputs).toMatchObject({ outcome: 'fixed', delivery: 'not-requested' });
      const bundle = result.outputs['bundle-dir'] ?? '';
      expect((await readdir(bundle)).sort()).toEqual(['fix.patch', 'manifest.json', 'report.json']);
      expect(JSON.parse(await readFile(join(bundle, 'manifest.json'), 'utf8'))).toMatchObject({
        repo: stage.repo,
        sha: stage.red,
        base: 'walled',
      });

      await stage.remote.refusePushes('GH006: Protected branch update failed');
      try {
        const published = await stage.run('workflow_dispatch', { ...event, inputs: { mode: 'publish', bundle } });
        expect(published.exitCode).toBe(0);
        expect(published.outputs).toMatchObject({ outcome: 'fixed', delivery: 'refused' });
        expect(published.summary).toMatch(/protected/i);
        expectNoSecret(await textsOf(published, null));
      } finally {
        await stage.remote.refusePushes(null);
      }
    },
  );

  sampled('without a green run older commits are tested, and what broke the last green one is undone', async () => {
    stage.github.setRuns([]);
    const result = await stage.run('schedule', { inputs: { 'dry-run': 'true' } });
    expect(result.outputs.outcome, result.summary).toBe('fixed');
    const report = JSON.parse(await readFile(result.outputs['report-file'] ?? '', 'utf8'));
    expect(report.proof.kind).toBe('revert');
    expect(report.patch).toContain('src/cart.js');
  });

  sampled('a failing pull request gets its fix stacked on its own branch', async () => {
    await stage.remote.git('branch', '--force', 'topic', stage.red);
    const workspace = await checkoutOf(stage.red);
    const result = await stage.run('pull_request', {
      workspace,
      facts: { branch: 'topic', number: 7 },
      ref: 'refs/pull/7/merge',
      inputs: { 'green-ref': stage.green },
    });
    expect(result.outputs).toMatchObject({ outcome: 'fixed', delivery: 'delivered' });
    const pull = (await stage.github.pullRequests()).find(({ head }) => head === result.outputs.branch);
    expect(pull?.base).toBe('topic');
  });

  test.each([
    ['fork code under workflow_run', 'workflow_run', { headRepo: 'stranger/small-shop' }, /fork/],
    ['a branch of our own', 'workflow_run', { branch: 'regreen/main-abc' }, /regreen\/|own/i],
    ['a run that did not fail', 'workflow_run', { conclusion: 'success' }, /success/],
    ['a pull request that opted out', 'pull_request', { branch: 'topic', labels: ['no-regreen'] }, /no-regreen/],
    ['a bot that nobody allowed', 'push', { actor: 'dependabot[bot]' }, /dependabot/],
  ] as const)('%s is skipped, with the reason', async (_name, event, facts, reason) => {
    const result = await stage.run(event, { facts });
    expect(result.exitCode).toBe(0);
    expect(result.outputs.outcome).toBe('skipped');
    expect(result.summary).toMatch(reason);
  });

  sampled('a skipped run asks a hosted model nothing: no warm-up that would be billed, no turn', async () => {
    await using server = await startScriptedServer({ turns: [] });
    const model = { engine: 'model', model: 'scripted', 'base-url': server.baseUrl };
    for (const facts of [{ headRepo: 'stranger/small-shop' }, { conclusion: 'success' }]) {
      const result = await stage.run('workflow_run', { facts, inputs: model });
      expect(result.outputs.outcome).toBe('skipped');
    }
    expect(server.requests).toEqual([]);
  });
});

suites('when something refuses', () => {
  sampled('GitHub Actions may not create pull requests: the branch stays, the setting is named, the step is green', async () => {
    stage.github.forbidPullRequests();
    await stage.remote.git('branch', '--force', 'forbidden', stage.red);
    const result = await stage.run('workflow_run', { facts: { branch: 'forbidden' }, inputs: { 'green-ref': stage.green } });
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ outcome: 'fixed', delivery: 'refused' });
    expect(result.summary).toContain('Allow GitHub Actions to create and approve pull requests');
    expect(Object.keys(await stage.remote.branches())).toContain(result.outputs.branch);
  });

  sampled('every wrong input is named at once, with its value and what is allowed', async () => {
    const result = await stage.run('push', { inputs: { engine: 'magic', 'max-turns': 'many', draft: 'perhaps' } });
    expect(result.exitCode).toBe(1);
    for (const said of ['engine', 'magic', 'builtin', 'max-turns', 'many', 'draft', 'perhaps']) expect(result.stdout).toContain(said);
  });

  sampled('fail-on fails the step for the outcomes it names', async () => {
    const result = await stage.run('workflow_run', { facts: { headRepo: 'stranger/small-shop' }, inputs: { 'fail-on': 'skipped' } });
    expect(result.exitCode).toBe(1);
    expect(result.outputs.outcome).toBe('skipped');
  });

  sampled('a head that has moved on ends as superseded, before anything is spent on it', async () => {
    await stage.remote.git('branch', '--force', 'moving', stage.green);
    const before = await stage.remote.branches();
    const workspace = await checkoutOf(stage.red);
    const result = await stage.run('workflow_run', { workspace, facts: { branch: 'moving' }, inputs: { 'green-ref': stage.green } });
    expect(result.outputs).toMatchObject({ outcome: 'superseded', turns: '0' });
    expect(await stage.remote.branches()).toEqual(before);
  });

  sampled('a cancelled job winds down, leaves no process and no branch behind', async () => {
    const cancel = new AbortController();
    await stage.remote.git('branch', '--force', 'cancelled', stage.red);
    const before = await stage.remote.branches();
    const result = await stage.run('workflow_run', {
      facts: { branch: 'cancelled' },
      inputs: { 'green-ref': stage.green },
      signal: cancel.signal,
      onStdout: (text) => {
        if (text.includes('test command')) cancel.abort();
      },
    });
    expect(result.exitCode).toBe(130);
    expect(result.outputs.outcome).toBe('not-fixed');
    expect(result.summary).toContain('Interrupted');
    expect(await stage.remote.branches()).toEqual(before);
    const { stdout } = await run('ps', ['-eo', 'args']);
    expect(stdout.split('\n').filter((line) => line.includes(result.temp))).toEqual([]);
  });
});

sampled('the demo repository is green first and red afterwards', async () => {
  const folder = await stage.folder();
  const { green, red } = await makeDemoRepository(folder);
  const code = async (sha: string): Promise<number> => {
    await run('git', ['-C', folder, 'checkout', '--quiet', sha]);
    return run('npm', ['test'], { cwd: folder }).then(
      () => 0,
      (error: { code: number }) => error.code,
    );
  };
  expect(await code(green)).toBe(0);
  expect(await code(red)).toBe(1);
});
