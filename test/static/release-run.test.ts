// The steps of .github/workflows/release.yml one after the other, as the runner would execute them: a real git remote, npm and gh replaced by
// small scripts that keep to what theirs do.
import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { makeRepository, type Repository } from '../github/repository.ts';
import { parseCommandFile } from '../github/runner.ts';
import { root } from './github.ts';

const run = promisify(execFile);
const workflow = parse(await readFile(join(root, '.github/workflows/release.yml'), 'utf8'));
let home: string;
let remote: string;
let repository: Repository;

/** `gh` against a bare repository: a release is a file, made once and only for a tag that is there. */
const gh = `#!/usr/bin/env bash
set -euo pipefail
case "$1 $2" in
  'release create')
    git -C "$REMOTE" rev-parse --verify --quiet "refs/tags/$3" >/dev/null || { echo "tag $3 doesn't exist in the repo" >&2; exit 1; }
    test ! -e "$HOME/releases/$3" || { echo "a release with the same tag name already exists: $3" >&2; exit 1; }
    test -s "$4"
    mkdir -p "$HOME/releases/$3" && cp "$4" release/notes.md "$HOME/releases/$3" ;;
  'api repos/'*) git -C "$REMOTE" rev-parse --verify --quiet "refs/\${2#*/git/ref/}" >/dev/null ;;
  'api --method')
    sha= ref= force=
    for field in "$@"; do case "$field" in sha=*) sha=\${field#*=} ;; ref=*) ref=\${field#*=} ;; force=true) force=1 ;; esac; done
    if [ "$3" = POST ]; then ! git -C "$REMOTE" rev-parse --verify --quiet "$ref" >/dev/null; else ref="refs/\${4#*/git/refs/}"; test -n "$force"; fi
    git -C "$REMOTE" update-ref "$ref" "$sha" ;;
  *) echo "unknown: $*" >&2; exit 2 ;;
esac
`;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'regreen-release-'));
  remote = join(home, 'remote.git');
  await run('git', ['init', '--quiet', '--bare', '--initial-branch=main', remote]);
  await mkdir(join(home, 'bin'));
  const scripts = { npm: '#!/bin/sh\necho "npm $*" >> "$HOME/npm"\n', gh };
  for (const [name, text] of Object.entries(scripts)) {
    await writeFile(join(home, 'bin', name), text);
    await chmod(join(home, 'bin', name), 0o755);
  }
  repository = await makeRepository();
});
afterAll(async () => {
  await repository[Symbol.asyncDispose]();
  await rm(home, { recursive: true, force: true });
});

/** One commit of a version on main, and its tag. */
async function tag(version: string, changelog = `# Changelog\n\n## ${version}\n\n- what is new in ${version}\n`): Promise<string> {
  await mkdir(join(repository.root, 'test/tools'), { recursive: true });
  await cp(join(root, 'test/tools/release.ts'), join(repository.root, 'test/tools/release.ts'));
  const files = { 'action.yml': 'name: x\n', 'dist/index.js': `// ${version}\n`, LICENSE: 'x\n', 'README.md': 'x\n', 'SECURITY.md': 'x\n' };
  const manifest = `${JSON.stringify({ version, type: 'module' })}\n`;
  const sha = await repository.commit({ ...files, '.gitignore': 'release\n', 'package.json': manifest, 'CHANGELOG.md': changelog });
  await repository.git('tag', `v${version}`);
  await repository.git('push', '--quiet', '--tags', remote, 'HEAD:refs/heads/main');
  return sha;
}

/** Both jobs for a tag. Resolves with what they did, or with what the first step that failed said. */
async function release(name: string): Promise<string> {
  const folder = await mkdtemp(join(home, 'checkout-'));
  await run('git', ['clone', '--quiet', remote, folder]);
  await run('git', ['-C', folder, 'checkout', '--quiet', name]);
  const sha = (await run('git', ['-C', folder, 'rev-parse', 'HEAD'])).stdout.trim();
  const output = join(folder, '..', `output-${name}`);
  await writeFile(output, '');
  const path = [join(home, 'bin'), dirname(process.execPath), process.env.PATH].join(':');
  const env = { PATH: path, HOME: home, REMOTE: remote, GITHUB_REF_NAME: name, GITHUB_SHA: sha, GITHUB_OUTPUT: output };
  for (const job of ['verify', 'publish'] as const) {
    const { major = '', newest = '' } = parseCommandFile(await readFile(output, 'utf8'));
    for (const step of workflow.jobs[job].steps) {
      if (step.run === undefined || (step.if === "needs.verify.outputs.newest == 'true'" && newest !== 'true')) continue;
      // The runner's own way to start a script.
      const asked = run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
        cwd: folder,
        env: { ...env, GH_REPO: 'octo-org/octo-repo', MAJOR: major },
      });
      const failed = await asked.then(
        () => null,
        (error: { stderr: string; stdout: string }) => `${step.name ?? step.run}: ${error.stderr || error.stdout}`,
      );
      if (failed !== null) return failed;
    }
  }
  return 'published';
}

const at = async (ref: string): Promise<string> => (await run('git', ['-C', remote, 'rev-parse', ref])).stdout.trim();

it('a version is published once with its notes and its file, and takes the moving tag along, which never goes back', async () => {
  const first = await tag('1.0.0');
  expect(await release('v1.0.0')).toBe('published');
  expect(await readFile(join(home, 'releases/v1.0.0/notes.md'), 'utf8')).toBe('- what is new in 1.0.0\n');
  const { stdout: packed } = await run('tar', ['-tzf', join(home, 'releases/v1.0.0/regreen.tar.gz')]);
  expect(
    packed
      .split('\n')
      .filter((name) => name !== '' && !name.endsWith('/'))
      .sort(),
  ).toEqual(['LICENSE', 'README.md', 'SECURITY.md', 'action.yml', 'dist/index.js'].map((name) => `regreen/${name}`));
  expect(await at('refs/tags/v1')).toBe(first);
  expect((await readFile(join(home, 'npm'), 'utf8')).trim().split('\n')).toEqual(['npm ci', 'npm run check', 'npm run build']);

  const second = await tag('1.1.0');
  expect(await release('v1.1.0')).toBe('published');
  expect(await at('refs/tags/v1')).toBe(second);

  // A second time, by a person who pushes the same tag again or re-runs the job.
  expect(await release('v1.0.0')).toMatch(/^Publish, once: .*already exists: v1\.0\.0/);
  expect(await readFile(join(home, 'releases/v1.0.0/notes.md'), 'utf8')).toBe('- what is new in 1.0.0\n');

  // A fix of an older line comes out after the newest one.
  await tag('1.0.1');
  expect(await release('v1.0.1')).toBe('published');
  expect([await at('refs/tags/v1'), await at('refs/tags/v1.0.0')]).toEqual([second, first]);
});

it('what was not prepared is not published', async () => {
  await tag('2.0.0', '# Changelog\n\n## Unreleased\n\n- later\n');
  expect(await release('v2.0.0')).toMatch(/no section "## 2\.0\.0"/);
  await repository.git('checkout', '--quiet', '-b', 'aside');
  await repository.commit({ 'package.json': '{"version":"3.0.0"}\n', 'CHANGELOG.md': '## 3.0.0\n\n- x\n' });
  await repository.git('tag', 'v3.0.0');
  await repository.git('push', '--quiet', '--tags', remote, 'HEAD:refs/heads/aside');
  expect(await release('v3.0.0')).toMatch(/^git merge-base --is-ancestor HEAD origin\/main/);
  await expect(at('refs/tags/v3^{commit}')).rejects.toThrow();
});
