import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Publisher, readPatchBundle, writePatchBundle } from '../../src/delivery/index.ts';
import { parseActionInputs } from '../../src/inputs/index.ts';
import { examineBundle } from '../../src/phases/bundle.ts';
import { publish } from '../../src/publish.ts';
import type { Finished } from '../../src/repair.ts';
import { createProgress, createRedactor } from '../../src/report/index.ts';
import { eventPayload } from '../github/events.ts';
import { type FakeGitHub, startFakeGitHub } from '../github/fake-github.ts';
import { type GitRemote, startGitRemote } from '../github/git-remote.ts';
import { makeRepository, type Repository } from '../github/repository.ts';
import { sampleReport } from '../report/sample.ts';
import { sampledTest, sampleOf } from '../sampled.ts';

const sampled = sampledTest(0.5);

const token = 'ghs_publish_0123456789abcdef';
const base = {
  'src/sum.js': 'export const sum = (a, b) => a - b;\n',
  'test/sum.test.js':
    "import test from 'node:test';\nimport assert from 'node:assert';\nimport { sum } from '../src/sum.js';\n\ntest('sums', () => {\n  assert.equal(sum(1, 2), 3);\n});\n",
  'package.json': '{\n  "name": "sums",\n  "scripts": { "test": "node --test" }\n}\n',
  'run.sh': '#!/bin/sh\n',
};
let remote: GitRemote;
let github: FakeGitHub;
let repository: Repository;
let folder: string;
let red: string;
let fingerprint = '';
let fingerprints = 0;

beforeAll(async () => {
  remote = await startGitRemote({ token, private: true });
  github = await startFakeGitHub({ token, remote });
  repository = await makeRepository();
  red = await repository.commit(base);
  await repository.pushTo(remote);
  folder = await mkdtemp(join(tmpdir(), 'regreen-publish-'));
});
afterAll(async () => {
  await Promise.all([github.close(), remote.close(), repository[Symbol.asyncDispose]()]);
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  fingerprint = `${++fingerprints}`.padStart(6, '0').padEnd(32, 'c');
});

interface Bundle {
  readonly patch: string;
  readonly manifest?: Readonly<Record<string, unknown>>;
  readonly report?: unknown;
}

/** The patch that git makes of what `change` does to the red tree. */
async function patchOf(change: (root: string) => Promise<unknown>, inIndex = false): Promise<string> {
  await repository.git('checkout', '--quiet', '--force', red);
  await change(repository.root);
  if (!inIndex) await repository.git('add', '--all');
  const text = await repository.git('diff', '--cached', '--binary', '--full-index', 'HEAD');
  await repository.git('reset', '--quiet', '--hard', red);
  return `${text}\n`;
}
const writing = (files: Readonly<Record<string, string | null>>) => patchOf(() => repository.write(files));
const honest = () => writing({ 'src/sum.js': 'export const sum = (a, b) => a + b;\n' });

async function bundleOf({ patch, manifest = {}, report }: Bundle): Promise<string> {
  const dir = await mkdtemp(join(folder, 'bundle-'));
  const known = { repo: `${remote.owner}/${remote.name}`, sha: red, base: 'main', fingerprint };
  const contents = { patch, report: report ?? sampleReport({ fingerprint, patch, incident: { ...known, branch: 'main', event: 'push' } }) };
  const complete = await writePatchBundle(dir, { ...contents, manifest: known });
  await writeFile(join(dir, 'manifest.json'), JSON.stringify({ ...complete, ...manifest }));
  return dir;
}

async function publishing(dir: string, inputs: Readonly<Record<string, string>> = {}, sha = red): Promise<Finished> {
  const repo = `${remote.owner}/${remote.name}`;
  const given = { mode: 'publish', bundle: dir, 'github-token': token, ...inputs };
  const parsed = parseActionInputs(
    Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  );
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  const event = join(dir, '..', `event-${fingerprints}.json`);
  await writeFile(event, JSON.stringify(await eventPayload('push', { repo, sha, branch: 'main' })));
  const env = {
    ...{ GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: event, GITHUB_REPOSITORY: repo, GITHUB_SHA: sha, GITHUB_REF: 'refs/heads/main' },
    ...{ GITHUB_API_URL: github.apiUrl, GITHUB_SERVER_URL: remote.serverUrl },
  };
  const progress = createProgress({ stream: { write: () => true }, isCI: true, redactor: createRedactor([]) });
  const scratch = await mkdtemp(join(folder, 'scratch-'));
  const signal = new AbortController().signal;
  return publish({ inputs: parsed.inputs, source: { kind: 'action', env }, scratch, env, progress, signal });
}

const branch = () => `regreen/main-${fingerprint.slice(0, 12)}`;

describe('a bundle that is what it says', () => {
  sampled('becomes one commit and one pull request, and the second time none', async () => {
    const dir = await bundleOf({ patch: await honest() });
    const { report } = await publishing(dir);
    expect(report).toMatchObject({ outcome: 'fixed', fingerprint, delivery: { state: 'delivered', branch: branch() } });
    expect(await remote.git('show', `${branch()}:src/sum.js`)).toBe('export const sum = (a, b) => a + b;');
    expect(await remote.git('rev-parse', `${branch()}^`)).toBe(red);
    const again = await publishing(dir);
    expect(again.report.pullRequest).toEqual(report.pullRequest);
    expect((await github.pullRequests()).filter(({ head }) => head === branch())).toHaveLength(1);
  });

  sampled('says what was spent on it, and what was checked here', async () => {
    const { report } = await publishing(await bundleOf({ patch: await honest() }));
    expect(report.budget.used.turns).toBe(3);
    expect(report.files).toEqual([{ path: 'src/sum.js', added: 1, removed: 1 }]);
    expect(report.reason).toContain('checked again');
  });

  sampled('is not pushed with delivery: patch, or on a dry run', async () => {
    const dir = await bundleOf({ patch: await honest() });
    for (const inputs of [{ delivery: 'patch' }, { 'dry-run': 'true' }]) {
      expect((await publishing(dir, inputs)).report).toMatchObject({ outcome: 'fixed', delivery: { state: 'not-requested' } });
    }
    expect(Object.keys(await remote.branches())).not.toContain(branch());
  });

  sampled('puts no mention, link, HTML or key of the report into the pull request', async () => {
    const key = 'sk-proj-abcdefghijklmnopqrstuvwxyz012345';
    const diagnosis = `Ask @octocat, see https://evil.example/x <img src=x> fixes #12 ${key}`;
    const report = sampleReport({ fingerprint, diagnosis });
    await publishing(await bundleOf({ patch: await honest(), report }));
    const [pull] = (await github.pullRequests()).filter(({ head }) => head === branch());
    for (const bad of ['@octocat', 'https://evil', '<img', 'fixes #12', key]) expect(pull?.body).not.toContain(bad);
    expect(pull?.body).toContain('octocat');
  });
});

type Attack = readonly [name: string, bundle: () => Promise<Bundle>, reason: RegExp];
const manifestSays = (manifest: Readonly<Record<string, unknown>>) => async () => ({ patch: await honest(), manifest });
const made = (change: (root: string) => Promise<unknown>) => async () => ({ patch: await patchOf(change) });
const staged =
  (...args: string[]) =>
  async () => ({ patch: await patchOf(() => repository.git('update-index', ...args), true) });
const written = (files: Readonly<Record<string, string | null>>) => async () => ({ patch: await writing(files) });

const attacks: readonly Attack[] = [
  ['another repository', manifestSays({ repo: 'octo-org/other' }), /names the repository/],
  ['another commit', manifestSays({ sha: 'b'.repeat(40) }), /names the commit/],
  ['another base', manifestSays({ base: 'release' }), /names the base/],
  ['a hash that is not the patch’s', manifestSays({ patchSha256: 'd'.repeat(64) }), /SHA-256/],
  ['a fingerprint that is none', manifestSays({ fingerprint: '../../x' }), /fingerprint/],
  ['another fingerprint than its report', manifestSays({ fingerprint: 'e'.repeat(32) }), /different failures/],
  ['a field that nobody knows', manifestSays({ branch: 'main' }), /not a manifest/],
  [
    'a report of a run without a fix',
    async () => ({ patch: await honest(), report: sampleReport({ fingerprint, outcome: 'not-fixed' }) }),
    /proved fix/,
  ],
  ['a report that is none', async () => ({ patch: await honest(), report: { outcome: 'fixed' } }), /not a report/],
  ['nothing in it', async () => ({ patch: '\n' }), /does not apply|changes nothing/],
  [
    'a patch that does not apply',
    async () => ({ patch: (await honest()).replace('-export const sum = (a, b) => a - b', '-nothing like it') }),
    /does not apply/,
  ],
  [
    'a patch of a path outside',
    async () => ({ patch: (await writing({ 'new.js': 'x\n' })).replaceAll('new.js', '../new.js') }),
    /does not apply/,
  ],
  [
    'a patch of .git',
    async () => ({ patch: (await writing({ 'new.js': 'x\n' })).replaceAll('new.js', '.git/hooks/pre-push') }),
    /does not apply/,
  ],
  ['a symbolic link', made((root) => symlink('/etc/passwd', join(root, 'link'))), /symbolic link/],
  [
    'a file turned into a link',
    made(async (root) => {
      await rm(join(root, 'src/sum.js'));
      await symlink('../run.sh', join(root, 'src/sum.js'));
    }),
    /symbolic link/,
  ],
  ['a submodule', async () => staged('--add', '--cacheinfo', `160000,${red},sub`)(), /submodule/],
  ['a changed mode', staged('--chmod=+x', 'run.sh'), /mode of run\.sh/],
  [
    'a new executable',
    made(async (root) => {
      await writeFile(join(root, 'tool.sh'), '#!/bin/sh\n', { mode: 0o755 });
    }),
    /new file with the mode 100755/,
  ],
  ['a binary', made((root) => writeFile(join(root, 'blob.bin'), Buffer.from([0, 1, 2, 255]))), /binary/],
  ['a workflow', written({ '.github/workflows/x.yml': 'on: push\n' }), /protected/],
  ['a lock file', written({ 'package-lock.json': '{}\n' }), /protected/],
  ['a script of the manifest', written({ 'package.json': base['package.json'].replace('node --test', 'true') }), /field "scripts"/],
  ['an instruction file of agents', written({ 'AGENTS.md': 'Obey.\n' }), /protected/],
  ['attributes of git', written({ '.gitattributes': '* filter=x\n' }), /protected/],
  ['a changed test', written({ 'test/sum.test.js': base['test/sum.test.js'].replace('3', '-1') }), /protected/],
  ['a test that is gone', written({ 'test/sum.test.js': null }), /protected/],
  [
    'an end of the process in the source',
    written({ 'src/sum.js': 'process.exit(0);\nexport const sum = (a, b) => a + b;\n' }),
    /integrity/,
  ],
  ['too many lines', written({ 'src/many.js': 'export const a = 1;\n'.repeat(300) }), /300 lines/],
  ['too many files', written(Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`src/f${n}.js`, '1;\n']))), /60 files/],
  ['a patch of two megabytes', written({ 'src/big.js': `// ${'x'.repeat(2_000_000)}\n` }), /more than 1000000 bytes/],
];

describe('a bundle is refused, and nothing is pushed, for', () => {
  it.each(sampleOf(attacks, 0.15, ([name]) => name))('%s', async (_, make, reason) => {
    const { report } = await publishing(await bundleOf(await make()));
    expect(report).toMatchObject({ outcome: 'declined', delivery: { state: 'refused' }, pullRequest: null });
    expect(report.reason).toMatch(reason);
    expect(Object.keys(await remote.branches())).not.toContain(branch());
  });

  it.each(
    sampleOf(
      [
        ['a known token', 'ghp_abcdefghijklmnopqrstuvwxyz0123456789'],
        ['the publishing token itself', token],
        ['its base64', Buffer.from(token).toString('base64')],
        ['what looks like a key', 'q7Zt0VbN4mXw9LsYc2RfHd8KpJ6uGeAo3TiB'],
      ] as const,
      0.4,
      ([name]) => name,
    ),
  )('a fix that adds %s', async (_, secret) => {
    const patch = await writing({ 'src/sum.js': `// ${secret}\nexport const sum = (a, b) => a + b;\n` });
    const { report } = await publishing(await bundleOf({ patch }));
    expect(report.delivery).toMatchObject({ state: 'refused', reason: expect.stringContaining('looks like a key') });
    expect(Object.keys(await remote.branches())).not.toContain(branch());
  });

  it('files that are links or pipes or folders, without opening what they lead to', async () => {
    const dir = await bundleOf({ patch: await honest() });
    await writeFile(join(dir, 'fix.patch'), Buffer.from([0x2f, 0xff, 0x0a]));
    expect((await publishing(dir)).report.reason).toMatch(/not UTF-8/);
    await rm(join(dir, 'fix.patch'));
    await symlink('/etc/passwd', join(dir, 'fix.patch'));
    expect((await publishing(dir)).report.reason).toMatch(/symbolic link/);
    await rm(join(dir, 'fix.patch'));
    await mkdir(join(dir, 'fix.patch'));
    expect((await publishing(dir)).report.reason).toMatch(/not a regular file/);
    await rm(join(dir, 'fix.patch'), { recursive: true });
    expect((await publishing(dir)).report.reason).toMatch(/missing/);
  });

  it('an event about another commit than the one that was repaired', async () => {
    const { report } = await publishing(await bundleOf({ patch: await honest() }), {}, 'f'.repeat(40));
    expect(report.reason).toMatch(/names the commit/);
  });
});

it('a folder without a bundle is a wrong configuration', async () => {
  const empty = await mkdtemp(join(folder, 'empty-'));
  await expect(publishing(empty)).rejects.toThrow(/no manifest\.json/);
  await expect(publishing(join(empty, 'nowhere'))).rejects.toThrow(/not a folder/);
});

it('whatever stands in the three files, reading them ends in words', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.json().map((text) => Buffer.from(text)),
  );
  await fc.assert(
    fc.asyncProperty(bytes, bytes, bytes, async (manifest, patch, report) => {
      const dir = await mkdtemp(join(folder, 'any-'));
      await Promise.all([
        writeFile(join(dir, 'manifest.json'), manifest),
        writeFile(join(dir, 'fix.patch'), patch),
        writeFile(join(dir, 'report.json'), report),
      ]);
      expect((await readPatchBundle(dir)).kind).toBe('refused');
      await rm(dir, { recursive: true });
    }),
    { numRuns: Number(process.env.REGREEN_PROVE_RUNS ?? 40) },
  );
});

/** A patch of git's with some of its lines replaced by what an attacker would write there. */
const hostileLines = fc.constantFrom(
  ...['new file mode 100644', 'new file mode 120000', 'new file mode 160000', 'new file mode 100755', 'old mode 100644', 'new mode 100755'],
  ...['deleted file mode 100644', 'rename from src/sum.js', 'rename to .git/hooks/post-checkout', 'copy from run.sh', 'copy to test/x'],
  ...['--- /dev/null', '+++ b/../victim', '+++ b/.git/config', '+++ b/.github/workflows/x.yml', '+++ /etc/passwd', '+++ b/run.sh/x'],
  ...['diff --git a/src/sum.js b/../victim', 'diff --git a/run.sh b/run.sh', 'diff --git a/SRC/sum.js b/SRC/sum.js', 'GIT binary patch'],
  ...['@@ -0,0 +1 @@', '@@ -1 +1,999999999 @@', '@@ -1 +0,0 @@', '+x', '-x', ' x', '\\ No newline at end of file', '', '\0', 'literal 4'],
);
const changes = fc.array(fc.record({ at: fc.nat(12), line: hostileLines, instead: fc.boolean() }), { minLength: 1, maxLength: 6 });

it('whatever a patch says, it is refused in words, or changes plain files that a fix may change', { timeout: 3_600_000 }, async () => {
  const honestLines = (await honest()).split('\n');
  const identity = { repo: `${remote.owner}/${remote.name}`, sha: red, base: 'main' };
  const parsed = parseActionInputs({ INPUT_MODE: 'publish', INPUT_BUNDLE: '.', 'INPUT_GITHUB-TOKEN': token });
  if (!parsed.ok) throw new Error(parsed.problems.join());
  const where = { url: remote.url, serverUrl: remote.serverUrl, token };
  const publisher = await Publisher.open(join(folder, 'any-patch.git'), repository.root, where);
  const nobody = { head: null, green: null, actor: null, pullRequest: null, run: null };
  const incident = { ...identity, ...nobody, branch: 'main', event: 'push' as const };
  await writeFile(join(folder, 'victim'), 'untouched');
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(changes, async (all) => {
      const lines = [...honestLines];
      for (const { at, line, instead } of all) lines.splice(at % lines.length, instead ? 1 : 0, line);
      const patch = lines.join('\n');
      const manifest = { schemaVersion: 1 as const, ...identity, fingerprint, patchSha256: '0'.repeat(64) };
      const report = JSON.stringify(sampleReport({ fingerprint, patch, incident: { ...identity, branch: 'main', event: 'push' } }));
      const examined = await examineBundle({ manifest, patch, report }, incident, publisher, parsed.inputs);
      if (!examined.ok) {
        expect(examined.reason).not.toBe('');
        return;
      }
      taken++;
      for (const { path } of examined.patch.files) expect(path).toMatch(/^src\/[\w.]+$/);
      expect(examined.patch.text).not.toMatch(/^(?:new file mode (?!100644)|new mode|GIT binary)/m);
    }),
    // The first of these makes git die.
    {
      numRuns: Number(process.env.REGREEN_PROVE_RUNS ?? 10),
      examples: ['new file mode 100644', ''].map((line) => [[{ at: 0, line, instead: false }]]),
    },
  );
  expect(taken).toBeGreaterThan(0);
  expect(await readFile(join(folder, 'victim'), 'utf8')).toBe('untouched');
});
