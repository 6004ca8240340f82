import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What `git diff` says about one path: two trees in a temporary folder, compared by git itself. Null: the file is not there. */
export function createTwoFilesPatch(path: string, before: string | null, after: string | null): string {
  if (before === after) return '';
  return gitDiff(before === null ? {} : { [path]: before }, after === null ? {} : { [path]: after });
}

/** The diff of two trees, with renames found. */
export function gitDiff(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'regreen-diff-'));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', '-c', 'core.autocrlf=false', '-c', 'commit.gpgsign=false', ...args], {
      cwd: root,
      encoding: 'utf8',
    });
  const write = (files: Readonly<Record<string, string>>) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  };
  try {
    git('init', '-q');
    write(before);
    git('add', '-A');
    git('commit', '-q', '--allow-empty', '-m', 'before');
    for (const path of Object.keys(before)) rmSync(join(root, path));
    write(after);
    git('add', '-A');
    return git('diff', '--cached', '-M', 'HEAD');
  } finally {
    rmSync(root, { recursive: true });
  }
}
