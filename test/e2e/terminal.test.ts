import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../../src/workspace/index.ts';
import { startScriptedServer } from '../responses/scripted-server.ts';
import { sampledTest, sampleOf } from '../sampled.ts';
import type { TestRepository } from '../workspace/repositories.ts';
import { cli } from './program.ts';
import { fix, nodeTests, type RunningCli, right, rightEdit, startCli, stateOf, sums, wrong } from './terminal.ts';

const sampled = sampledTest(0.5);

const limits = { timeout: 180_000 };

/** Green once, and red since the last commit. */
async function brokenByCommit(): Promise<TestRepository> {
  const repo = await sums({ 'src/add.js': right });
  await repo.write({ 'src/add.js': wrong });
  await repo.commit();
  return repo;
}

const sinceGreen: readonly string[] = ['--green', 'HEAD~1', ...nodeTests];

describe.concurrent('regreen fix', limits, () => {
  sampled('repairs what a commit broke and leaves the checkout as it was; standard output is one report', async () => {
    await using repo = await brokenByCommit();
    const before = await stateOf(repo);
    // No test command given: npm's script is found.
    const { exitCode, report, stdout, stderr } = await fix(repo, ['--green', 'HEAD~1']);
    expect(exitCode).toBe(0);
    expect(await stateOf(repo)).toEqual(before);
    expect(report).toMatchObject({
      schemaVersion: 1,
      outcome: 'fixed',
      incident: { event: 'local', branch: 'main', sha: await repo.git.text(['rev-parse', 'HEAD']) },
      engine: 'builtin',
      model: null,
      tests: { command: 'npm test', before: { executed: 2, failing: ['test/add.test.js > adds'] }, after: { executed: 2, failing: [] } },
      integrity: [],
      proof: { kind: 'revert', redRuns: 2, greenRuns: 2 },
      delivery: { state: 'not-requested' },
      files: [{ path: 'src/add.js', added: 1, removed: 1 }],
      cost: { usd: 0, priced: true },
      fingerprint: expect.stringMatching(/^[0-9a-f]{12,}$/),
      pullRequest: null,
    });
    // The contract's, and what was added to it.
    expect(Object.keys(JSON.parse(stdout)).sort()).toEqual([...fieldsOfTheContract, 'ledger', 'socket'].sort());
    const { total, critical } = report.timing;
    expect(Object.values(critical).reduce((sum, seconds) => sum + seconds, 0)).toBeCloseTo(total, 3);
    expect(report.timing.phases.map(({ name }) => name)).toEqual([
      'incident',
      'workspace',
      'install',
      'reproduce',
      'diagnose',
      'loop',
      'verify',
      'deliver',
    ]);
    expect(stderr).toContain('reproduce');

    // The patch is what git takes.
    await repo.git.text(['apply', '--check', '-'], { input: report.patch });
  });

  sampled('--apply puts the fix into the checkout, and nothing else', async () => {
    await using repo = await brokenByCommit();
    const { exitCode } = await fix(repo, ['--apply', ...sinceGreen]);
    expect(exitCode).toBe(0);
    expect(await readFile(join(repo.root, 'src/add.js'), 'utf8')).toBe(right);
    expect(await repo.git.text(['status', '--porcelain'])).toBe(' M src/add.js');
    expect(await repo.git.text(['log', '--format=%s', '--all'])).toBe('x\nx');
  });

  sampled('takes uncommitted changes for part of what is red, and keeps them beside the fix', async () => {
    await using repo = await sums({ 'src/add.js': right });
    await repo.write({ 'src/add.js': wrong, 'notes.txt': 'mine\n', 'README.md': '# Sums\n' });
    await repo.git.text(['add', 'README.md']);
    const before = await stateOf(repo);
    await using server = await startScriptedServer({
      turns: [{ calls: [{ name: 'edit', arguments: { edits: [rightEdit] } }] }, { text: 'ok' }],
    });
    const model = ['--base-url', server.baseUrl, '--engine', 'model', ...nodeTests];
    const kept = await fix(repo, model);
    expect(kept.report).toMatchObject({ outcome: 'fixed', files: [{ path: 'src/add.js' }] });
    expect(await stateOf(repo)).toEqual(before);

    const applied = await fix(repo, [...model, '--apply']);
    expect(applied.exitCode).toBe(0);
    // The uncommitted fault is undone, so that the file is as it was committed; what else was there stays, staged or not.
    expect(await repo.git.text(['status', '--porcelain'])).toBe('A  README.md\n?? notes.txt');
  });

  sampled('refuses to apply a fix to a file that was changed meanwhile, and says so', async () => {
    await using repo = await brokenByCommit();
    const { exitCode, stderr, report } = await fix(repo, ['--apply', ...sinceGreen], {
      during: async (running) => {
        await running.shows(/\] verify/);
        await repo.write({ 'src/add.js': '// being rewritten by a person\n' });
      },
    });
    expect(report.outcome).toBe('fixed');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('the fix was not applied');
    expect(await readFile(join(repo.root, 'src/add.js'), 'utf8')).toBe('// being rewritten by a person\n');
  });

  /** A second test beside the one that the last commit broke. */
  async function brokenBeside(other: string): Promise<TestRepository> {
    const repo = await sums({ 'src/add.js': right, 'test/other.test.js': `import { test } from 'node:test';\n${other}` });
    await repo.write({ 'src/add.js': wrong });
    await repo.commit();
    return repo;
  }
  const fails = (said: string): string => `test('cannot pass', () => { throw new Error('${said}'); });\n`;
  const other = 'test/other.test.js > cannot pass';
  const service = 'connect ECONNREFUSED 127.0.0.1:5432';
  const isOlder = 'It fails alike on HEAD~1, where others that fail now pass.';
  test.each([
    ['was red before, on the green commit that is named', ['--green', 'HEAD~1'], 'not yet', isOlder],
    ['was red before, on the green commit that is found', [], 'not yet', isOlder],
    ['lies in the surroundings, as it says', [], service, 'Nothing answers at port 5432, where PostgreSQL is expected.'],
  ])('leaves aside what %s, and says so', async (_, args, said, why) => {
    await using repo = await brokenBeside(fails(said));
    const { exitCode, report, stderr } = await fix(repo, [...args, '--test', 'node --test']);
    expect(exitCode).toBe(0);
    expect(report).toMatchObject({
      outcome: 'fixed',
      tests: { before: { failing: ['test/add.test.js > adds', other] }, after: { failing: [other] } },
      proof: { kind: 'revert' },
      files: [{ path: 'src/add.js', added: 1, removed: 1 }],
    });
    const green = (await repo.git.text(['rev-parse', 'HEAD~1'])).slice(0, 10);
    const words = `\`${other}\`: ${args.length > 0 ? why : why.replace('HEAD~1', green)}`;
    expect(report.reason).toContain(words);
    expect(report.diagnosis).toContain(words);
    expect(stderr).toContain(`left aside: ${other}`);
  });

  test('leaves nothing aside for what it says that passed on the green commit', async () => {
    await using repo = await brokenBeside(
      `import { add } from '../src/add.js';\ntest('answers', () => { if (add(1, 2) !== 3) throw new Error('${service}'); });\n`,
    );
    const { report, stderr } = await fix(repo, ['--green', 'HEAD~1', '--test', 'node --test']);
    expect(report).toMatchObject({ outcome: 'fixed', tests: { before: { failed: 2 }, after: { failed: 0 } } });
    expect(`${report.reason}${stderr}`).not.toMatch(/left aside/i);
  });

  test('leaves nothing aside that is to be repaired by its name', async () => {
    await using repo = await brokenBeside(fails('not yet'));
    const named = ['--failures', `${other}\ntest/add.test.js > adds`];
    const { report } = await fix(repo, ['--green', 'HEAD~1', '--test', 'node --test', ...named]);
    expect(report.outcome).toBe('not-fixed');
    expect(report.reason).not.toMatch(/left aside/i);
  });

  sampled('has nothing to do where the tests pass', async () => {
    await using repo = await sums({ 'src/add.js': right });
    const { exitCode, report } = await fix(repo, nodeTests);
    expect([exitCode, report.outcome, report.tests.before?.passed]).toEqual([0, 'already-green', 2]);
  });

  sampled('says loudly that failures are flaky', async () => {
    const flaky = `import { existsSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
test('passes the second time', () => {
  if (existsSync('seen')) return;
  writeFileSync('seen', '');
  throw new Error('the first time');
});
`;
    await using repo = await sums({ 'test/add.test.js': flaky });
    const { exitCode, report, stderr } = await fix(repo, nodeTests);
    expect([exitCode, report.outcome, report.tests.flaky]).toEqual([0, 'flaky', ['test/add.test.js > passes the second time']]);
    expect(stderr).toContain('regreen: flaky:');
  });

  sampled('that finds nothing exits with 1 and tells what it knows', async () => {
    const greets = `import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
test('greets', () => assert.equal(readFileSync('greeting.txt', 'utf8'), 'Good morning, dear Ada. Tea?'));
`;
    await using repo = await sums({ 'test/add.test.js': greets, 'greeting.txt': 'Hello' });
    const { exitCode, report, stderr } = await fix(repo, nodeTests);
    expect([exitCode, report.outcome]).toEqual([1, 'not-fixed']);
    expect(report.diagnosis).toContain('greets');
    expect(report.patch).toBe('');
    expect(stderr).toContain('regreen: not-fixed:');
  });

  sampled('without --json prints for a person, and writes the report where it is told to', async () => {
    await using repo = await sums({ 'src/add.js': right });
    const folder = join(repo.temp, '..', 'report');
    const { exitCode, stdout, stderr } = await startCli(['fix', '--repo', repo.root, '--report-dir', folder, ...nodeTests]).ended;
    expect(exitCode).toBe(0);
    expect(stderr).toContain(`regreen: the whole report: ${join(folder, 'report.html')}`);
    const shown = await startCli(['report', join(folder, 'report.json')]).ended;
    expect(shown).toEqual({ exitCode: 0, stdout, stderr: '' });
    expect(stdout).toContain('Nothing to repair');
  });

  sampled('spends REGREEN_API_KEY, and never an OPENAI_API_KEY that happens to be there', async () => {
    await using repo = await sums({ 'src/add.js': right });
    await using server = await startScriptedServer({ turns: [] });
    const args = ['--base-url', server.baseUrl, ...nodeTests];
    const openai = await fix(repo, args, { env: { OPENAI_API_KEY: 'sk-ambient' } });
    const own = await fix(repo, args, { env: { OPENAI_API_KEY: 'sk-ambient', REGREEN_API_KEY: 'sk-own' } });
    expect([openai.exitCode, own.exitCode]).toEqual([0, 0]);
    expect(server.upgrades.map((headers) => headers.authorization)).toEqual([undefined, 'Bearer sk-own']);
    // Alone it chooses no model either.
    const builtin = await fix(repo, nodeTests, { env: { OPENAI_API_KEY: 'sk-ambient' } });
    expect(builtin.report).toMatchObject({ engine: 'builtin', model: null });
  });
});

describe.concurrent('wrong usage', limits, () => {
  const wrongly: readonly (readonly [readonly string[], RegExp])[] = [
    [['mend'], /no command 'mend'/],
    [['constructor'], /no command 'constructor'/],
    [['fix', '--report-dir', '/dev/null'], /report-dir: \/dev\/null cannot be written to \(it is no folder\)/],
    [['fix', '--no-such-flag'], /no-such-flag/],
    [['fix', '--max-turns', 'many'], /--max-turns.*many/],
    [['fix', '--engine', 'model'], /engine/],
    [['fix', '--api-key-env', 'NOWHERE'], /NOWHERE/],
    [['publish'], /bundle: "" is not allowed/],
    [['serve', '--port', '99999'], /--port 99999/],
    [['report'], /usage: regreen report/],
    [['report', 'package.json'], /cannot be read/],
    [['demo', 'now'], /no arguments/],
  ];
  test.each(wrongly)('%j exits with 2 and says what is wrong', async (args, says) => {
    const { exitCode, stdout, stderr } = await startCli(args).ended;
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });

  sampled('a malformed key is refused without being shown', async () => {
    const { exitCode, stderr } = await startCli(['fix'], { env: { REGREEN_API_KEY: 'two secret words' } }).ended;
    expect(exitCode).toBe(2);
    expect(stderr).toContain('REGREEN_API_KEY');
    expect(stderr).not.toContain('secret');
  });

  sampled('a place for temporary files that is none is named, with what to set', async () => {
    await using repo = await sums();
    const env = { TMPDIR: join(repo.root, 'package.json') };
    const { exitCode, stdout, stderr } = await startCli(['fix', '--json', '--repo', repo.root], { env, temp: repo.temp }).ended;
    expect([exitCode, JSON.parse(stdout)]).toEqual([2, { schemaVersion: 1, error: expect.stringContaining('let TMPDIR') }]);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });

  sampled('a reader that is gone before anything is printed changes nothing of the end', async () => {
    const env = { PATH: process.env.PATH ?? '' };
    const script = '{ "$@"; echo "exit code $?" >&2; } | true';
    const argv = ['sh', '-c', script, 'sh', process.execPath, cli, 'distill', '/dev/null'];
    const { stderr } = await runCommand({ argv, cwd: '/', env, timeoutMs: 60_000 });
    expect(stderr).toBe('exit code 1\n');
  });

  test.each([[['help']], [['fix', '--help']]])('help lists every command: %j', async (args) => {
    const { exitCode, stdout } = await startCli(args).ended;
    expect(exitCode).toBe(0);
    for (const command of ['fix', 'serve', 'demo', 'report']) expect(stdout).toMatch(new RegExp(`^ {2}${command} `, 'm'));
  });
});

describe.concurrent('regreen serve', limits, () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('is an endpoint until %s, its URL the first line', async (signal, code) => {
    const running = startCli(['serve'], { env: { KEY_OF_THE_ENGINE: 'sk-engine' } });
    const { url } = JSON.parse(await running.prints(/\n/));
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/);
    const body = { model: 'regreen-engine', input: 'Mend it.', stream: true, store: false };
    const ask = (text: string) =>
      fetch(`${url}/responses`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: text });
    const answer = await ask(JSON.stringify(body));
    expect(answer.status).toBe(200);
    const events = (await answer.text()).split('\n').filter((line) => line.startsWith('event: '));
    expect(events.at(0)).toBe('event: response.created');
    expect(events.at(-1)).toBe('event: response.completed');
    const plain = await ask(JSON.stringify({ ...body, stream: false }));
    expect(await plain.json()).toMatchObject({ object: 'response', status: 'completed' });
    expect((await ask('{')).status).toBe(400);
    running.kill(signal);
    expect((await running.ended).exitCode).toBe(code);
  });

  sampled('asks for the key it was given', async () => {
    const running = startCli(['serve', '--api-key-env', 'KEY_OF_THE_ENGINE', '--json'], { env: { KEY_OF_THE_ENGINE: 'sk-engine' } });
    const { url } = JSON.parse(await running.prints(/\n/));
    const ask = (headers: Record<string, string>) =>
      fetch(`${url}/responses`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ model: 'regreen-engine', input: 'Mend it.' }),
      });
    expect((await ask({})).status).toBe(401);
    expect((await ask({ authorization: 'Bearer sk-engine' })).status).toBe(200);
    running.kill('SIGINT');
    expect(await running.ended).toMatchObject({ exitCode: 130, stderr: '' });
  });
});

describe.concurrent('an interruption', limits, () => {
  /** Each phase is held: there is time to interrupt it. */
  const phases: Readonly<Record<string, { readonly args?: readonly string[]; readonly test?: string; readonly until: RegExp }>> = {
    workspace: { until: /\] workspace/ },
    install: { args: ['--setup', 'sleep 100 & sleep 100'], until: /\] install/ },
    reproduce: { test: 'await new Promise((done) => setTimeout(done, 100_000));', until: /\] reproduce/ },
    loop: { until: /\] loop/ },
    // The second test is run when the whole suite is: not by the edit.
    verify: { test: 'if (add(1, 2) === 3) await new Promise((done) => setTimeout(done, 100_000));', until: /\] verify/ },
  };
  const cases = Object.keys(phases).flatMap((phase) => [[phase, 'SIGINT', 130] as const, [phase, 'SIGTERM', 143] as const]);

  test.each(sampleOf(cases, 0.15, ([phase, signal]) => `${phase} ${signal}`))(
    'during %s by %s leaves the checkout as it was, no process and nothing temporary',
    async (name, signal, code) => {
      const phase = phases[name];
      if (phase === undefined) throw new Error(name);
      const slow = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { add } from '../src/add.js';
test('adds', () => assert.equal(add(1, 2), 3));
test('takes its time', async () => { ${phase.test ?? ''} });
`;
      await using repo = await sums({ 'test/add.test.js': slow });
      // In the loop the model thinks for ever.
      const faults = name === 'loop' ? Array.from({ length: 9 }, () => ({ kind: 'stall', when: 'mid' }) as const) : [];
      await using server = await startScriptedServer({
        turns: [{ calls: [{ name: 'edit', arguments: { edits: [rightEdit] } }] }, { text: 'ok' }],
        faults,
      });
      const before = await stateOf(repo);
      const { exitCode, report } = await fix(
        repo,
        ['--base-url', server.baseUrl, '--engine', 'model', '--apply', ...nodeTests, ...(phase.args ?? [])],
        {
          during: async (running: RunningCli) => {
            await running.shows(phase.until);
            // Into the phase, not only to its beginning.
            if (name === 'loop')
              while (server.requests.every((request) => request.warmUp)) await new Promise((done) => setTimeout(done, 10));
            running.kill(signal);
          },
        },
      );
      expect(exitCode).toBe(code);
      expect(report).toMatchObject({ outcome: 'not-fixed', reason: expect.stringContaining('Interrupted'), proof: null });
      expect(await stateOf(repo)).toEqual(before);
    },
  );
});

const fieldsOfTheContract = [
  'schemaVersion',
  'outcome',
  'reason',
  'diagnosis',
  'incident',
  'engine',
  'model',
  'transport',
  'budget',
  'sandbox',
  'tests',
  'suspects',
  'integrity',
  'alternatives',
  'proof',
  'delivery',
  'conversation',
  'patch',
  'files',
  'turns',
  'timing',
  'cost',
  'fingerprint',
  'pullRequest',
].sort();
