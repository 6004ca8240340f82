// What GitHub knows of the failed run decides what is run here, is told to a model, and is shown where the failure cannot be seen here.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest';
import type { Report } from '../../src/report/index.ts';
import { Git } from '../../src/workspace/index.ts';
import { startScriptedServer } from '../responses/scripted-server.ts';
import { sampledTest } from '../sampled.ts';
import { root, type Stage, setStage } from './stage.ts';

const sampled = sampledTest(0.25);

const workflow = `name: CI
on: push
jobs:
  checks:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: npm run test:money
      - name: The carts
        run: npm run test:carts
      - run: npm run lint
`;
const scripts = { 'test:money': 'node --test test/money.test.js', 'test:carts': 'node --test test/cart.test.js', lint: 'eslint .' };
const job = 77;

let stage: Stage;
let sha: string;

beforeAll(async () => {
  stage = await setStage();
  const manifest = JSON.stringify({ name: 'small-shop', type: 'module', private: true, scripts });
  for (const [path, text] of Object.entries({ 'package.json': manifest, '.github/workflows/ci.yml': workflow })) {
    await mkdir(dirname(join(stage.checkout, path)), { recursive: true });
    await writeFile(join(stage.checkout, path), text);
  }
  const git = new Git(stage.checkout);
  await git.text(['add', '--all']);
  await git.text(['-c', 'user.name=a', '-c', 'user.email=a@b.c', 'commit', '--quiet', '--message', 'Test in steps']);
  await git.text(['push', '--quiet', stage.remote.bareDir, 'HEAD:refs/heads/main']);
  sha = (await git.text(['rev-parse', 'HEAD'])).trim();
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(() => {
  stage.github.healFaults();
  stage.github.setRuns([]);
});

/** The failed run as GitHub tells of it: one job, which failed at `step` and printed `lines`. */
function failedAt(step: string, lines: readonly string[]): void {
  const answer = (path: RegExp, body: Record<string, unknown>) => stage.github.addFault({ method: 'GET', path, status: 200, body });
  const steps = [
    { name: 'Set up job', number: 1, status: 'completed', conclusion: 'success' },
    { name: step, number: 4, status: 'completed', conclusion: 'failure' },
  ];
  const jobs = [{ id: job, name: 'checks', status: 'completed', conclusion: 'failure', html_url: 'https://github.com/x', steps }];
  answer(/\/runs\/4242\/attempts\/\d+\/jobs$/, { total_count: 1, jobs });
  answer(/\/runs\/4242\/artifacts$/, { total_count: 0, artifacts: [] });
  const command = scripts[/npm run (\S+)/.exec(step)?.[1] as keyof typeof scripts] === undefined ? 'npm run test:carts' : step.slice(4);
  const log = [`##[group]Run ${command}`, `\u001b[36;1m${command}\u001b[0m`, 'shell: /usr/bin/bash -e {0}', '##[endgroup]', ...lines];
  const stamped = [...log, '##[error]Process completed with exit code 1.'].map((line) => `2026-11-25T10:00:00.1234567Z ${line}`);
  stage.github.setJobLog(job, stamped.join('\n'));
}

async function repaired(inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}): Promise<Report> {
  const result = await stage.run('workflow_run', {
    main: join(root, 'src', 'main.ts'),
    facts: { sha },
    inputs: { 'dry-run': 'true', ...inputs },
    env,
  });
  expect(result.stderr).toBe('');
  return JSON.parse(await readFile(result.outputs['report-file'] ?? '', 'utf8'));
}

describe('the step that failed', { timeout: 120_000 }, () => {
  sampled('decides which of several test commands is run', async () => {
    failedAt('The carts', ['✖ ships for free from fifty on']);
    await using server = await startScriptedServer({ turns: [{ text: 'I know no fix.' }] });
    const report = await repaired({ engine: 'model', 'base-url': server.baseUrl, model: 'scripted', 'max-turns': '2' });
    expect(report.tests).toMatchObject({ command: 'npm run test:carts', before: { executed: 6, failed: 2 } });
  });

  sampled('is named where it is another one than what passes here, with what it printed', async () => {
    failedAt('Run npm run lint', [
      '/home/runner/work/small-shop/small-shop/src/cart.js',
      "  3:7  error  'SHIPPING' is never used  no-unused-vars",
    ]);
    const report = await repaired({});
    expect(report).toMatchObject({ outcome: 'cannot-reproduce', tests: { command: 'npm run test:money' } });
    expect(report.reason).toContain(
      'the step "Run npm run lint" of the job "checks" failed, which ran `npm run lint`, not `npm run test:money`',
    );
    expect(report.diagnosis).toContain("3:7  error  'SHIPPING' is never used  no-unused-vars");
  });

  sampled('reaches a model in its first turn, with the log around what failed', async () => {
    failedAt('The carts', ['AssertionError: only the log of the run holds this sentence']);
    await using server = await startScriptedServer({ turns: [{ text: 'I know no fix.' }] });
    await repaired({ engine: 'model', 'base-url': server.baseUrl, model: 'scripted', 'max-turns': '2' });
    const first = server.requests.find((request) => !request.warmUp)?.raw ?? '';
    expect(first).toContain('<failed_run>');
    expect(first).toContain('only the log of the run holds this sentence');
    expect(first).toContain('the step \\"The carts\\"');
  });
});
