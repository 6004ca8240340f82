import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandSpec, killAllCommands, runCommand } from '../../src/workspace/index.ts';

const env = { PATH: process.env.PATH ?? '' };
let scratch = '';
/** For programs of their own. */
const commandModule = JSON.stringify(join(import.meta.dirname, '..', '..', 'src', 'workspace', 'command.ts'));

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'command-'));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

const run = (argv: string[], options: Partial<CommandSpec> = {}) => runCommand({ argv, cwd: scratch, env, timeoutMs: 30_000, ...options });
const sh = (script: string, options: Partial<CommandSpec> = {}) => run(['sh', '-c', script], options);
const js = (script: string, options: Partial<CommandSpec> = {}) => run([process.execPath, '-e', script], options);

/** Waits until the process is gone; a zombie counts as gone. */
async function ended(pid: number): Promise<boolean> {
  for (let i = 0; i < 200; i++) {
    const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
    if (status === null || /\) [ZX] /.test(status)) return true;
    await sleep(25);
  }
  return false;
}

describe('a command', () => {
  test('tells its exit code and both streams', async () => {
    const result = await sh('echo out; echo err >&2; exit 3');
    expect(result).toMatchObject({ exitCode: 3, signal: null, stdout: 'out\n', stderr: 'err\n', timedOut: false, clippedBytes: 0 });
  });

  test('sees the environment it was given and nothing else', async () => {
    process.env.REGREEN_TEST_SECRET = 'leak';
    const result = await run(['/usr/bin/env'], { env: { ONLY: 'this' } });
    expect(result.stdout).toBe('ONLY=this\n');
  });

  test('gets its arguments without a shell in between', async () => {
    const result = await run(['printf', '%s|', '$HOME', '; exit 1', "'"]);
    expect(result.stdout).toBe("$HOME|; exit 1|'|");
  });

  test('reads its input, or an empty one', async () => {
    expect((await run(['cat'], { input: 'héllo' })).stdout).toBe('héllo');
    expect((await run(['cat'])).exitCode).toBe(0);
  });

  test('may ignore a large input', async () => {
    expect(await run(['true'], { input: 'x'.repeat(5_000_000) })).toMatchObject({ exitCode: 0, failedToStart: null });
  });

  test.each([
    ['a missing program', { argv: ['no-such-program-here'] }, /no-such-program-here was not found/],
    ['a missing folder', { argv: ['true'], cwd: '/no/such/folder' }, /folder \/no\/such\/folder does not exist/],
    ['no program at all', { argv: [] }, /empty/],
    ['a NUL in an argument', { argv: ['true', 'a\0b'] }, /null bytes/],
  ])('that cannot be started says why: %s', async (_, spec, reason) => {
    const result = await run(spec.argv, spec);
    expect(result.exitCode).toBeNull();
    expect(result.failedToStart).toMatch(reason);
  });

  test('killed by a signal names it', async () => {
    expect(await sh('kill -9 $$')).toMatchObject({ exitCode: null, signal: 'SIGKILL', timedOut: false });
  });
});

describe('the end of a command', () => {
  test('at the time limit takes grandchildren with it, also those that ignore SIGTERM', async () => {
    const result = await sh(`trap '' TERM; sh -c 'trap "" TERM; echo $$; sleep 600' & echo $$; wait; sleep 600`, { timeoutMs: 400 });
    expect(result).toMatchObject({ timedOut: true, aborted: false, exitCode: null, signal: 'SIGKILL' });
    const pids = result.stdout.trim().split('\n').map(Number);
    expect(pids).toHaveLength(2);
    for (const pid of pids) expect(await ended(pid)).toBe(true);
  });

  test('does not wait for a grandchild that holds the pipe, and ends it', async () => {
    const result = await sh('sleep 600 & echo $!; exit 0');
    expect(result).toMatchObject({ exitCode: 0, timedOut: false });
    expect(await ended(Number(result.stdout))).toBe(true);
  });

  test('does not wait for one that left the process group and holds the pipe', async () => {
    const result = await sh('setsid sleep 600 & echo $!; exit 0');
    expect(result.exitCode).toBe(0);
    process.kill(Number(result.stdout), 'SIGKILL');
  });

  test('leaves no timer behind, which would delay the end of a program that has nothing more to do', async () => {
    // In a program of its own: whoever runs these tests has timers too.
    const program = `import { runCommand } from ${commandModule};
      await runCommand({ argv: ['sh', '-c', 'true'], cwd: '.', env: process.env, timeoutMs: 600_000 });
      console.log(process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length);`;
    const { stdout, stderr } = await run([process.execPath, '--input-type=module', '-e', program]);
    expect({ stdout, stderr }).toEqual({ stdout: '0\n', stderr: '' });
  });

  test('comes with the death of whoever started it, also by SIGKILL, and nothing stays to see to it', async () => {
    const program = `import { runCommand } from ${commandModule};
      const run = (script) => runCommand({ argv: ['sh', '-c', script], cwd: '.', env: process.env, timeoutMs: 600_000, onOutput: (text) => process.stdout.write(text) });
      const first = run("trap '' TERM; echo $$; sleep 600");
      await run('true');
      const { readFileSync } = await import('node:fs');
      for (const child of readFileSync('/proc/self/task/' + process.pid + '/children', 'utf8').trim().split(' ')) console.log(child);
      process.kill(process.pid, 'SIGKILL');
      await first;`;
    const { stdout, signal } = await run([process.execPath, '--input-type=module', '-e', program]);
    expect(signal).toBe('SIGKILL');
    const pids = stdout.trim().split('\n').map(Number);
    // Its own command twice, by its own word and by the system's, and what watches over it.
    expect(new Set(pids).size).toBe(2);
    for (const pid of pids) expect(await ended(pid)).toBe(true);
  });

  test('comes with an abort, and a command aborted before its start is not started', async () => {
    const controller = new AbortController();
    const running = sh('echo $$; sleep 600', { signal: controller.signal });
    await sleep(300);
    controller.abort();
    const result = await running;
    expect(result).toMatchObject({ aborted: true, timedOut: false });
    expect(await ended(Number(result.stdout))).toBe(true);
    const late = await sh('touch started', { signal: controller.signal });
    expect(late).toMatchObject({ aborted: true, exitCode: null });
    await expect(stat(join(scratch, 'started'))).rejects.toThrow();
  });

  test('comes to all commands at once when asked for', async () => {
    const running = [1, 2, 3].map(() => sh('echo $$; sleep 600'));
    await sleep(300);
    await killAllCommands();
    for (const result of await Promise.all(running)) {
      expect(result.aborted).toBe(true);
      expect(await ended(Number(result.stdout))).toBe(true);
    }
  });
});

describe('large output', () => {
  test('of 200 MB neither grows the memory nor gets lost from the file', async () => {
    const outputFile = join(scratch, 'large.txt');
    const before = process.memoryUsage().rss;
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 20);
    const result = await sh('echo first; head -c 200000000 /dev/zero | tr "\\0" x; echo; echo last', { outputFile });
    clearInterval(watch);
    expect(result.exitCode).toBe(0);
    expect(result.stdout.startsWith('first\nxxx')).toBe(true);
    expect(result.stdout.endsWith('xxx\nlast\n')).toBe(true);
    expect(result.stdout.length).toBeLessThan(1024 * 1024 + 100);
    expect(result.clippedBytes).toBe(200_000_012 - 1024 * 1024);
    expect((await stat(outputFile)).size).toBe(200_000_012);
    expect(peak - before).toBeLessThan(100 * 1024 * 1024);
  });

  test('beyond 256 MiB is cut in the file, which says so', async () => {
    const outputFile = join(scratch, 'huge.txt');
    await sh('head -c 270000000 /dev/zero | tr "\\0" x', { outputFile });
    const tail = await run(['tail', '-c', '200', outputFile]);
    expect(tail.stdout).toMatch(/output ends here: it was 1564544 bytes longer than the limit/);
    await rm(outputFile);
  });

  test('keeps whole characters at the cut', async () => {
    const result = await js(`process.stdout.write('é'.repeat(100))`, { keepBytes: 25 });
    expect(result.stdout).toBe(`${'é'.repeat(6)}\n[... 175 bytes left out ...]\n${'é'.repeat(6)}`);
  });

  test('that just fits is kept unchanged, whatever its chunks', async () => {
    const result = await js(`for (let i = 0; i < 100; i++) process.stdout.write(String(i % 10))`, { keepBytes: 100 });
    expect(result.stdout).toBe('0123456789'.repeat(10));
    expect(result.clippedBytes).toBe(0);
  });

  test('to a file that cannot be written is still kept in memory', async () => {
    expect(await sh('echo hi', { outputFile: '/no/such/folder/out' })).toMatchObject({ exitCode: 0, stdout: 'hi\n' });
  });
});
