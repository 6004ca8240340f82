// The folders that a run writes to: they are looked at before anything is spent.
import { access, constants, mkdir, mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { removeTree } from '../workspace/index.ts';
import { ConfigurationError } from './run.ts';

export interface Scratch extends AsyncDisposable {
  /** Absolute. */
  readonly path: string;
}

/** A folder of a run's own below `parent`, removed at its end. Throws `ConfigurationError` where none can be made. */
export async function openScratch(parent: string = tmpdir()): Promise<Scratch> {
  const path = await realpath(parent)
    .then((real) => mkdtemp(join(real, 'regreen-')))
    .catch((error: NodeJS.ErrnoException) => {
      throw new ConfigurationError(
        `No temporary folder can be made in ${resolve(parent)} (${inWords(error)}): let TMPDIR, in a workflow RUNNER_TEMP, name a folder that can be written to.`,
      );
    });
  return { path, [Symbol.asyncDispose]: () => removeTree(path) };
}

/** Makes the folder for the report. Throws `ConfigurationError` where that, or writing to it, is not possible: else it would be found out at the end. */
export async function openReportFolder(folder: string | null): Promise<void> {
  if (folder === null) return;
  try {
    await makeFolder(resolve(folder));
    // Written so, a file is no folder.
    await access(`${folder}/.`, constants.W_OK);
  } catch (error) {
    throw new ConfigurationError(`report-dir: ${resolve(folder)} cannot be written to (${inWords(error)}); give another folder.`);
  }
}

/** Node's own recursion never comes back from where nothing can be made though the folder above is there (`/proc`). */
async function makeFolder(folder: string, isAgain = false): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || isAgain || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    await makeFolder(folder, true);
  }
}

const words: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOENT: 'it does not exist',
  ENOTDIR: 'it is no folder',
  EEXIST: 'it is no folder',
  ENAMETOOLONG: 'its name is too long',
};

function inWords(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return words[code] ?? code;
}
