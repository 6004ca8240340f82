import { execFile } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fitSections } from '../../src/incident/fit.ts';
import { changeSinceGreen } from '../../src/incident/index.ts';
import type { Checkout } from '../../src/workspace/index.ts';
import { makeRepository, type Repository } from '../github/repository.ts';
import { sampledTest } from '../sampled.ts';

const sampled = sampledTest(0.5);

const run = promisify(execFile);
let repository: Repository;
let green: string;

beforeEach(async () => {
  repository = await makeRepository();
  green = await repository.commit({ 'src/a.js': 'let a = 1;\nlet b = 2;\n', 'src/old.js': 'old\n', '.gitignore': 'ignored/\n' });
});
afterEach(() => repository[Symbol.asyncDispose]());

async function changeSince(ref = green, maxChars = 100_000) {
  const checkout: Checkout = { root: repository.root, sha: await repository.git('rev-parse', 'HEAD'), branch: 'main', dirty: true };
  const outcome = await changeSinceGreen(checkout, ref, { maxChars });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.change;
}

const pathsOf = (diff: string) => [...diff.matchAll(/^diff --git a\/(.*) b\//gm)].map((match) => match[1]);

/** Every file below a folder with its content. */
async function contents(folder: string): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const path of await readdir(folder, { recursive: true })) {
    const file = join(folder, path);
    if ((await stat(file)).isFile()) all[path] = await readFile(file, 'latin1');
  }
  return all;
}

describe('the change since green', () => {
  sampled('holds what was committed, what was not, and what git does not know yet', async () => {
    await repository.commit({ 'src/a.js': 'let a = 3;\nlet b = 2;\n', 'src/old.js': null });
    await repository.write({ 'src/a.js': 'let a = 3;\nlet b = 4;\n', 'src/new.js': 'brand new\n', 'ignored/x.js': 'no\n' });
    const change = await changeSince();
    expect(pathsOf(change.diff)).toEqual(['src/a.js', 'src/new.js', 'src/old.js']);
    expect(change.diff).toContain('+let a = 3;\n+let b = 4;');
    expect(change.diff).toContain('+brand new');
    expect(change).toMatchObject({ green, cut: null });
  });

  sampled('can be undone by git apply', async () => {
    await repository.commit({ 'src/a.js': 'let a = 3;\n', 'src/old.js': null, 'src/ünï code.js': 'x\n' });
    const { diff } = await changeSince();
    await repository.write({ 'change.diff': diff });
    await repository.git('apply', '--reverse', 'change.diff');
    expect(await readFile(join(repository.root, 'src/a.js'), 'utf8')).toBe('let a = 1;\nlet b = 2;\n');
    expect(await readFile(join(repository.root, 'src/old.js'), 'utf8')).toBe('old\n');
  });

  sampled('writes nothing to the checkout', async () => {
    await repository.commit({ 'src/a.js': 'let a = 3;\n' });
    await repository.write({ 'src/new.js': 'brand new\n' });
    const before = await contents(repository.root);
    await changeSince();
    expect(await contents(repository.root)).toEqual(before);
  });

  sampled('leaves out lock files, vendored, minified, generated and built code, and says so', async () => {
    await repository.commit({
      'src/a.js': 'let a = 3;\n',
      'package-lock.json': '{}\n',
      'vendor/lib.js': 'x\n',
      'web/app.min.js': 'x\n',
      'src/long.js': `${'x'.repeat(6000)}\n`,
      'src/made.js': 'x\n',
      'dist/index.js': 'x\n',
      '.gitattributes': 'src/made.js linguist-generated\n',
    });
    const change = await changeSince();
    expect(pathsOf(change.diff)).toEqual(['.gitattributes', 'src/a.js']);
    for (const name of [
      'package-lock.json (lock file)',
      'vendor/lib.js (vendored)',
      'web/app.min.js (minified)',
      'src/long.js (minified)',
    ]) {
      expect(change.cut).toContain(name);
    }
    expect(change.cut).toContain('src/made.js (generated)');
    expect(change.cut).toContain('dist/index.js (build output)');
  });

  sampled('keeps build output when nothing else changed: some packages are written there', async () => {
    await repository.commit({ 'dist/index.js': 'x\n' });
    expect(pathsOf((await changeSince()).diff)).toEqual(['dist/index.js']);
  });

  sampled('is not changed by settings of the repository', async () => {
    await repository.git('config', 'diff.noprefix', 'true');
    await repository.git('config', 'diff.context', '0');
    await repository.git('config', 'diff.external', 'false');
    await repository.git('config', 'color.diff', 'always');
    await repository.commit({ 'src/a.js': 'let a = 3;\nlet b = 2;\n' });
    expect((await changeSince()).diff).toMatch(
      /^diff --git a\/src\/a\.js b\/src\/a\.js\n.*\n--- a.*\n\+\+\+ b.*\n@@ .*\n-let a = 1;\n\+let a = 3;\n let b = 2;\n$/,
    );
  });

  sampled('keeps to its bound, code before prose', async () => {
    await repository.commit({ 'README.md': 'words\n'.repeat(50), 'src/a.js': 'let a = 3;\n' });
    const change = await changeSince(green, 300);
    expect(change.diff.length).toBeLessThanOrEqual(300);
    expect(pathsOf(change.diff)).toEqual(['src/a.js']);
    expect(change.cut).toContain('README.md');
  });

  sampled('understands branch names, also those of the remote', async () => {
    await repository.git('update-ref', 'refs/remotes/origin/release', green);
    await repository.commit({ 'src/a.js': 'let a = 3;\n' });
    expect((await changeSince('release')).green).toBe(green);
  });

  it.each([['f'.repeat(40)], ['no-such-branch'], ['--output=x']])('is not known when %s is not there', async (ref) => {
    await expect(changeSince(ref)).rejects.toThrow(/not in this checkout.*fetch-depth/);
  });

  sampled('is not known when nothing changed', async () => {
    await expect(changeSince()).rejects.toThrow(/nothing has changed/);
  });

  sampled('reads a shallow clone without fetching', async () => {
    await repository.commit({ 'src/a.js': 'let a = 3;\n' });
    const shallow = join(repository.root, 'shallow');
    await run('git', ['clone', '--quiet', '--depth=1', `file://${repository.root}`, shallow]);
    const checkout: Checkout = { root: shallow, sha: await repository.git('rev-parse', 'HEAD'), branch: 'main', dirty: false };
    const outcome = await changeSinceGreen(checkout, green, { maxChars: 1000 });
    expect(outcome).toMatchObject({ ok: false, reason: expect.stringContaining('fetch-depth') });
  });
});

describe('fitting a diff into a bound', () => {
  const hunk = fc
    .array(fc.string({ maxLength: 20 }), { minLength: 1, maxLength: 4 })
    .map((lines) => `@@ -1 +1 @@\n${lines.map((line) => `+${line.replaceAll('\n', '')}\n`).join('')}`);
  const section = fc.record({ path: fc.constantFrom('a.js', 'b.md', 'test/c.js'), hunks: fc.array(hunk, { minLength: 1, maxLength: 4 }) });

  sampled('never exceeds it, keeps whole hunks in order, and names every file that lost some', () => {
    fc.assert(
      fc.property(fc.array(section, { maxLength: 5 }), fc.nat(400), (parts, room) => {
        const sections = parts.map(({ path, hunks }, index) => ({
          path: `${index}-${path}`,
          text: `diff --git a/${index} b/${index}\n--- a\n+++ b\n${hunks.join('')}`,
        }));
        const fitted = fitSections(sections, room);
        expect(fitted.text.length).toBeLessThanOrEqual(room);
        let expected = '';
        for (const { path, text } of sections) {
          const own = fitted.text.split(/^(?=diff )/m).find((each) => each.startsWith(text.slice(0, text.indexOf('\n') + 1))) ?? '';
          expect(text.startsWith(own)).toBe(true);
          expect(own === text || fitted.leftOut.some((name) => name.startsWith(path))).toBe(true);
          expected += own;
        }
        expect(fitted.text).toBe(expected);
      }),
    );
  });
});
