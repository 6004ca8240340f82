import { statfs } from 'node:fs/promises';
import { GitError } from '../workspace/index.ts';

const fullDisk = /\bENOSPC\b|\bEDQUOT\b|No space left on device|Disk quota exceeded/;
const noFilesLeft = /\bEMFILE\b|\bENFILE\b|Too many open files/;
/** Git does not always say why it could not write: with fewer bytes left than these, that is why. */
const hardlyAny = 64 * 1024;

/**
 * What is wrong where an error is the machine's fault, not the repository's or ours, with what to do; null for any other error. Known are
 * the errors of Node's file functions and of git; `folder` is where temporary files go.
 */
export async function machineFault(error: unknown, folder: string): Promise<string | null> {
  if (!(error instanceof Error)) return null;
  const said = error instanceof GitError ? `${error.message}\n${error.result.stderr}` : 'code' in error ? String(error.code) : '';
  if (fullDisk.test(said) || (error instanceof GitError && (await bytesLeft(folder)) < hardlyAny))
    return `The disk is full: free space where temporary files go (${folder}), or let TMPDIR name a place with more room.`;
  return noFilesLeft.test(said) ? 'Too many files are open on this machine: raise its limit (`ulimit -n`), or end what holds them.' : null;
}

function bytesLeft(folder: string): Promise<number> {
  return statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => Number.POSITIVE_INFINITY,
  );
}
