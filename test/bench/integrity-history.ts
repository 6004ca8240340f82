// How often the integrity rules stop an honest fix: the code of real fix commits, out of the histories of the repositories given.
// `npm run bench -- integrity-history GIT_DIR…`; prints every blocking finding, to be judged by reading.
import { execFileSync } from 'node:child_process';
import { blockingFindings, checkIntegrity, readChanges } from '../../src/suite/index.ts';
import { isTestFile } from '../../src/suite/test-files.ts';

const most = 25;
const isCode = /\.(?:[cm]?[jt]sx?|py|go|rs|rb|java|kt|php|cs|p[lm]|t|exs?|c|h|cc|cpp)$/;

function git(dir: string, ...args: string[]): string {
  return execFileSync('git', [`--git-dir=${dir}`, ...args], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
}

function show(dir: string, name: string): string | null {
  try {
    return git(dir, 'show', name);
  } catch {
    return null;
  }
}

let fixes = 0;
let stopped = 0;
for (const dir of process.argv.slice(3)) {
  const log = git(dir, 'log', '--no-merges', '-i', '--grep=\\bfix', '-P', '--format=%H', `-${most * 3}`);
  let taken = 0;
  for (const sha of log.split('\n').filter(Boolean)) {
    if (taken === most) break;
    const files = git(dir, 'diff-tree', '-r', '--no-commit-id', '--name-only', sha).split('\n').filter(Boolean);
    const code = files.filter((path) => isCode.test(path) && !isTestFile(path) && !/(?:^|\/)(?:dist|docs?|examples?)\//.test(path));
    const tests = files.filter((path) => isTestFile(path) && isCode.test(path));
    if (code.length === 0 || code.length > 5 || tests.length === 0 || show(dir, `${sha}^:${code[0]}`) === null) continue;
    taken++;
    fixes++;
    const patch = git(dir, 'diff', `${sha}^`, sha, '--', ...code);
    const findings = blockingFindings(
      checkIntegrity({
        changes: await readChanges(patch, async (path) => show(dir, `${sha}^:${path}`)),
        tests: tests.flatMap((path) => {
          const text = show(dir, `${sha}:${path}`);
          return text === null ? [] : [{ path, text }];
        }),
        runs: null,
        allowTestChanges: false,
      }),
    );
    if (findings.length === 0) continue;
    stopped++;
    for (const { rule, path, line, message } of findings.slice(0, 3)) console.log(`${sha.slice(0, 8)} ${rule} ${path}:${line} ${message}`);
  }
}
console.log(`${fixes - stopped} of ${fixes} honest fixes pass`);
