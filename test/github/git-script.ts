// Several git commands in one process of a test: from a process as large as a test runner's, each start costs tens of milliseconds.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** Runs git in `root` for each of `commands` until one fails, which throws; returns all that they print, without the last newline. */
export async function gitScript(
  root: string,
  commands: readonly (readonly string[])[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const script = commands.map((args) => ['git', '-C', root, ...args].map(quoted).join(' ')).join(' && ');
  const { stdout } = await run('sh', ['-c', script], { maxBuffer: 64e6, env: { ...process.env, ...env } });
  return stdout.replace(/\n$/, '');
}
