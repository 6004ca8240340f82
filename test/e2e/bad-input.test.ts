import { mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect } from 'vitest';
import type { Outcome } from '../../src/report/index.ts';
import { runCommand } from '../../src/workspace/index.ts';
import { type ScriptedServerOptions, type ScriptedTurn, startScriptedServer } from '../responses/scripted-server.ts';
import { sampledTest } from '../sampled.ts';
import { repository, type TestRepository } from '../workspace/repositories.ts';
import { cli } from './program.ts';
import { type FixResult, fix, nodeTests, rightEdit, startCli, stateOf, sums, type Untouched } from './terminal.ts';

// Whatever a repository, an endpoint or a model does: an outcome, a plain sentence, and the checkout as it was.

const limits = { timeout: 180_000 };
const sampled = sampledTest(0.25);

/** All of them on request, by `npm run prove -- e2e/bad-input`. */
const manyFiles = process.env.REGREEN_PROVE_RUNS ? 50_000 : 5_000;

const shell = { cwd: '/', env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' }, timeoutMs: 60_000 };

/** An end in plain words: nothing on the terminal looks like a defect. */
function expectPlain({ stderr }: { readonly stderr: string }): void {
  expect(stderr).not.toMatch(/^ {4}at |defect of Regreen|\[object Object\]|undefined/m);
}

async function expectUntouched(repo: TestRepository, before: Untouched): Promise<void> {
  expect(await stateOf(repo)).toEqual(before);
}

/** Runs `fix`, which must end as told and leave no trace. */
async function endsAs(
  outcome: Outcome,
  repo: TestRepository,
  args: readonly string[],
  options: Parameters<typeof fix>[2] = {},
): Promise<FixResult> {
  const before = await stateOf(repo);
  const result = await fix(repo, args, options);
  expect(result.report.outcome, result.stderr).toBe(outcome);
  expect(result.exitCode).toBe(['fixed', 'already-green', 'flaky'].includes(outcome) ? 0 : 1);
  expect(result.report.reason).toMatch(/^[A-Z`].*\w/);
  expectPlain(result);
  await expectUntouched(repo, before);
  return result;
}

describe.concurrent('a repository', limits, () => {
  sampled('that is none, or has no commit, is wrong usage and says what to give', async () => {
    await using repo = await sums();
    await rm(join(repo.root, '.git'), { recursive: true });
    const answers = await Promise.all([
      startCli(['fix', '--repo', repo.root]).ended,
      startCli(['fix', '--json', '--repo', join(repo.temp, 'nowhere')]).ended,
    ]);
    await repo.git.text(['init', '-q']);
    answers.push(await startCli(['fix', '--repo', repo.root]).ended);
    expect(answers.map(({ exitCode }) => exitCode)).toEqual([2, 2, 2]);
    expect(answers.map(({ stderr }) => stderr.trim().split('\n').at(-1))).toEqual([
      expect.stringContaining('is not a git repository'),
      expect.stringContaining('does not exist'),
      expect.stringContaining('has no commit yet'),
    ]);
    expect(JSON.parse(answers[1]?.stdout ?? '')).toEqual({ schemaVersion: 1, error: expect.stringContaining('does not exist') });
    for (const answer of answers) expectPlain(answer);
  });

  sampled('without a test command cannot be reproduced, and what to set is named', async () => {
    await using repo = await repository({ 'README.md': '# Words only\n' });
    await mkdir(repo.temp);
    const { report } = await endsAs('cannot-reproduce', repo, []);
    expect(report.reason).toContain('Set test-command (--test)');
  });

  sampled('whose installation fails cannot be reproduced, and what the installer said is shown', async () => {
    await using repo = await sums();
    const { report } = await endsAs('cannot-reproduce', repo, [
      '--setup',
      'echo "no such package: left-padding" >&2; exit 3',
      ...nodeTests,
    ]);
    expect(report.reason).toContain('exit code 3');
    expect(report.reason).toContain('no such package: left-padding');
  });

  sampled('whose tests hang ends at half of the minutes, with no process left', async () => {
    await using repo = await sums({
      'test/add.test.js': "import { test } from 'node:test';\ntest('hangs', () => new Promise(() => setInterval(() => {}, 1000)));\n",
    });
    const { report } = await endsAs('budget-exhausted', repo, ['--max-minutes', '0.5', ...nodeTests]);
    expect(report.reason).toContain('did not finish');
  });

  sampled('whose tests print 200 MB is repaired in bounded memory', async () => {
    const noisy = `import { test } from 'node:test';
import assert from 'node:assert/strict';
import { writeSync } from 'node:fs';
import { add } from '../src/add.js';
const line = Buffer.alloc(1 << 20, 'all work and no play '.repeat(3) + '\\n');
for (let i = 0; i < 200; i++) for (let at = 0; at < line.length; ) try { at += writeSync(1, line, at); } catch (error) { if (error.code !== 'EAGAIN') throw error; }
assert.equal(add(1, 2), 3);
`;
    await using repo = await sums({ 'test/add.test.js': noisy });
    await using server = await startScriptedServer({ turns: [repairs, explains] });
    const peak = join(repo.temp, '..', 'peak');
    const preload = join(repo.temp, '..', 'peak.mjs');
    await writeFile(
      preload,
      `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS / 1024)));
`,
    );
    const { report } = await endsAs('fixed', repo, [...model(server.baseUrl), '--test', 'node test/add.test.js'], {
      preload: pathToFileURL(preload).href,
    });
    expect(report.proof).toMatchObject({ kind: 'model' });
    expect(Number(await readFile(peak, 'utf8'))).toBeLessThan(600);
  });

  sampled(`of ${manyFiles} files is repaired`, async () => {
    // In memory where there is such a place: a slow disk is not what is tested.
    await using repo = await sums({}, (await stat('/dev/shm').catch(() => null)) === null ? undefined : '/dev/shm');
    const blob = await repo.git.text(['hash-object', '-w', '--stdin'], { input: 'export {};\n' });
    const paths = Array.from({ length: manyFiles }, (_, index) => `src/many/${index % 200}/file-${index}.js`);
    await repo.git.text(['update-index', '--index-info'], { input: paths.map((path) => `100644 ${blob}\t${path}\n`).join('') });
    await repo.git.text(['checkout-index', '--all', '--force', '--quiet']);
    await repo.commit();
    await using server = await startScriptedServer({ turns: [repairs, explains] });
    const before = await stateOf(repo, ['src/many']);
    const { report } = await fix(repo, [...model(server.baseUrl), ...oneFile]);
    expect(report.outcome).toBe('fixed');
    expect(await stateOf(repo, ['src/many'])).toEqual(before);
    expect(await repo.git.text(['--no-optional-locks', 'status', '--porcelain'])).toBe('');
  });
});

/** A command in whose name space `folder` is a file system of so many bytes. */
const withRoom = (bytes: number, folder: string): readonly string[] => [
  ...['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c'],
  ...[`mount -t tmpfs -o size=${bytes} none ${folder} && exec "$@"`, 'sh'],
];
const canMount = (await runCommand({ ...shell, argv: [...withRoom(4096, '/mnt'), 'true'] })).exitCode === 0;
if (!canMount) console.warn('\n!!! no name spaces for mounts here: what a full disk leads to is SKIPPED !!!\n');

describe.runIf(canMount)('a disk', limits, () => {
  sampled('that is full is what the run ends with, and what to do is said', async () => {
    await using repo = await sums();
    const argv = [...withRoom(40_000, repo.temp), process.execPath, cli, 'fix', '--repo', repo.root, ...nodeTests];
    const ended = await runCommand({ ...shell, argv, env: { ...shell.env, TMPDIR: repo.temp } });
    expect([ended.exitCode, ended.stdout], ended.stderr).toEqual([1, expect.stringContaining('The disk is full: free space')]);
    expectPlain(ended);
  });
});

const repairs: ScriptedTurn = { calls: [{ name: 'edit', arguments: { edits: [rightEdit] } }] };
const explains: ScriptedTurn = { text: 'It subtracted.' };
/** Node's search for test files fails at a broken link, and takes its time with many files. */
const oneFile: readonly string[] = ['--test', 'node --test test/add.test.js'];
const model = (baseUrl: string): string[] => ['--base-url', baseUrl, '--model', 'scripted', '--engine', 'model'];

/** A port where nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function withEndpoint(outcome: Outcome, options: ScriptedServerOptions, args: readonly string[] = []): Promise<FixResult> {
  await using repo = await sums();
  await using server = await startScriptedServer(options);
  return await endsAs(outcome, repo, [...model(server.baseUrl), ...nodeTests, ...args]);
}

describe.concurrent('an endpoint', limits, () => {
  sampled('that refuses connections is unavailable', async () => {
    await using repo = await sums();
    const { report } = await endsAs('provider-unavailable', repo, [...model(`http://127.0.0.1:${await closedPort()}/v1`), ...nodeTests]);
    expect(report.reason).toContain('ECONNREFUSED');
    expect(report.diagnosis).toContain('test/add.test.js > adds');
  });

  sampled('that drops every connection is unavailable, after bounded tries', async () => {
    const faults = Array.from({ length: 40 }, () => ({ kind: 'drop', when: 'mid' }) as const);
    const { report } = await withEndpoint('provider-unavailable', { turns: [repairs], faults });
    expect(report.transport).toMatchObject({ reconnects: 3, fallbacks: [expect.stringContaining('HTTP instead of WebSocket')] });
  });

  sampled('that answers nonsense is unavailable', async () => {
    const faults = Array.from({ length: 40 }, () => ({ kind: 'nonsense' }) as const);
    const { report } = await withEndpoint('provider-unavailable', { turns: [repairs], faults });
    expect(report.patch).toBe('');
  });

  sampled('that stalls does not outlive the minutes', async () => {
    const faults = Array.from({ length: 40 }, () => ({ kind: 'stall', when: 'mid' }) as const);
    const { report } = await withEndpoint('budget-exhausted', { turns: [repairs], faults }, ['--max-minutes', '0.5']);
    expect(report.reason).toContain('minutes');
    expect(report.diagnosis).toContain('had not answered');
    expect(report.budget.used.minutes).toBeLessThan(0.5);
  });

  sampled('that does not take the key is unavailable, and the key is what is named', async () => {
    const result = await withEndpoint('provider-unavailable', { turns: [repairs], apiKey: 'sk-another' });
    expect(result.report.reason).toContain('wants an API key');
    expect(result.stderr).toContain('wants an API key');
  });

  sampled('that is rate limited for longer than a turn may wait is unavailable', async () => {
    const faults = Array.from({ length: 5 }, () => ({ kind: 'error', status: 429, code: 'rate_limit_exceeded', retryAfter: 600 }) as const);
    const { report } = await withEndpoint('provider-unavailable', { turns: [repairs], faults });
    expect(report.reason).toContain('rate limiting');
  });

  sampled('that asks to wait a moment is waited for', async () => {
    const faults = [{ kind: 'error', status: 429, code: 'rate_limit_exceeded', retryAfter: 1 }] as const;
    await withEndpoint('fixed', { turns: [repairs, explains], faults });
  });
});

describe.concurrent('a model', limits, () => {
  sampled(
    'that calls unknown tools, sends broken arguments and edits what it may not gets answers that say so, and can still repair',
    async () => {
      await using repo = await sums();
      await symlink('../elsewhere', join(repo.root, 'out'));
      await repo.commit();
      await using server = await startScriptedServer({ turns: [{ calls: hostileCalls }, repairs, explains] });
      const { report } = await endsAs('fixed', repo, [...model(server.baseUrl), ...oneFile]);
      expect(report.files.map((file) => file.path)).toEqual(['src/add.js']);
      const answers =
        server.requests.find((request) => request.turn === 1 && !request.warmUp)?.input.map((item) => String(item.output)) ?? [];
      expect(answers).toHaveLength(hostileCalls.length);
      for (const [index, answer] of answers.entries()) expect(answer, JSON.stringify(hostileCalls[index])).toMatch(/error/);
    },
  );

  sampled('that never stops is stopped by the bound on turns, and its last turn is a diagnosis', async () => {
    const turns: ScriptedServerOptions['turns'] = ({ transcript }) =>
      JSON.stringify(transcript.at(-1)).includes('The budget ends here')
        ? { text: 'add() subtracts.' }
        : { calls: [{ name: 'scan', arguments: { query: 'add', glob: null, max_results: null } }] };
    const { report } = await withEndpoint('budget-exhausted', { turns }, ['--max-turns', '4']);
    // What fails is told behind it, as these words do not say that.
    expect(report).toMatchObject({
      diagnosis: expect.stringMatching(/^add\(\) subtracts\.\nOne test fails, first `test\/add\.test\.js > adds`/),
      budget: { used: { turns: 4 } },
      reason: expect.stringContaining('max-turns'),
    });
  });

  sampled('that answers with calls where a diagnosis is asked for leaves what is known', async () => {
    const turns = () => ({ calls: [{ name: 'scan', arguments: { query: 'add', glob: null, max_results: null } }] });
    const { report } = await withEndpoint('budget-exhausted', { turns }, ['--max-turns', '3']);
    expect(report.diagnosis).toContain('test/add.test.js > adds');
  });

  sampled('that satisfies the failing test and breaks another is found out by the proof on a clean copy, twice', async () => {
    const cheats: ScriptedTurn = { calls: [{ name: 'edit', arguments: { edits: [{ ...rightEdit, new_text: '3' }] } }] };
    const { report } = await withEndpoint('not-fixed', {
      turns: ({ transcript }) => (transcript.at(-1)?.type === 'function_call_output' ? explains : cheats),
    });
    expect(report.reason).toContain('did not hold on a clean copy');
    expect(report.reason).toContain('knows zero');
    expect(report.proof).toBeNull();
  });

  sampled('that says five megabytes is cut, and its edit counts all the same', async () => {
    const { report } = await withEndpoint('fixed', { turns: [repairs, { text: 'blah '.repeat(1_000_000) }] });
    expect(report.diagnosis?.length).toBeLessThan(30_000);
  });
});

const edit = (path: string, old_text = '', new_text: string | null = 'x\n') => ({
  name: 'edit',
  arguments: { edits: [{ path, old_text, new_text }] },
});
const hostileCalls = [
  { name: 'shell', arguments: { command: 'rm -rf /' } },
  { name: 'edit', arguments: '{"edits": [{"path": "src/add.js", ' },
  { name: 'edit', arguments: '[]' },
  { name: 'edit', arguments: { edits: 'all of them' } },
  { name: 'read', arguments: { path: '/etc/passwd', start_line: null, end_line: null } },
  { name: 'read', arguments: { path: '../../x', start_line: null, end_line: null } },
  { name: 'scan', arguments: { query: '/(((/', glob: null, max_results: null } },
  edit('../x'),
  edit('/etc/passwd'),
  edit('.git/config'),
  edit('.git/hooks/pre-commit'),
  edit('out/x'),
  edit('.github/workflows/ci.yml'),
  edit('test/add.test.js', 'assert.equal(add(1, 2), 3);', ''),
  edit('test/add.test.js', 'assert', null),
  edit('package.json', 'node --test', 'true'),
  { name: 'try_edits', arguments: { candidates: [], scope: null, keep: null } },
];
