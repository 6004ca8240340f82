import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { machineFault } from '../../src/phases/machine-fault.ts';
import { type CommandResult, GitError } from '../../src/workspace/index.ts';

const coded = (code: string): Error => Object.assign(new Error(`${code}: write`), { code });

function ofGit(stderr: string): GitError {
  const result: CommandResult = {
    ...{
      exitCode: 128,
      signal: null,
      timedOut: false,
      aborted: false,
      failedToStart: null,
      stdout: '',
      stderr,
      clippedBytes: 0,
      seconds: 0,
    },
  };
  return new GitError('git update-index -z: fatal: adding files failed', result);
}

test.each([
  coded('ENOSPC'),
  coded('EDQUOT'),
  ofGit('error: unable to write loose object file: No space left on device\nfatal: adding files failed'),
])('a full disk is said to be one: %s', async (error) => {
  expect(await machineFault(error, tmpdir())).toMatch(/^The disk is full: .*TMPDIR/);
});

test('a limit on open files is said to be one', async () => {
  expect(await machineFault(coded('EMFILE'), tmpdir())).toContain('ulimit');
});

test.each([coded('ENOENT'), new Error('ENOSPC is only a word here'), ofGit('fatal: bad object'), 'ENOSPC', null])(
  'nothing else is: %s',
  async (error) => {
    expect(await machineFault(error, tmpdir())).toBeNull();
  },
);
