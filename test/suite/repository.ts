// Small real repositories in temporary folders, with this project's runners linked in.
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { detectSuite, openSuite, type Suite, type SuitePlan } from '../../src/suite/index.ts';
import type { Sandbox } from '../../src/workspace/index.ts';

export const ownModules = resolve(import.meta.dirname, '../../node_modules');

export const noSandbox: Sandbox = { layer: 'none', notStopped: [], wrap: (argv) => [...argv] };

export interface Repository extends AsyncDisposable {
  readonly root: string;
  write(files: Readonly<Record<string, string>>): Promise<void>;
}

/** Only the runners named are linked, so that `node` is the machine's own. */
export async function makeRepository(
  files: Readonly<Record<string, string>>,
  runners: readonly string[] = [],
  modules = ownModules,
): Promise<Repository> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'regreen suite-')));
  const write = async (given: Readonly<Record<string, string>>): Promise<void> => {
    for (const [path, text] of Object.entries(given)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
  };
  await write(files);
  if (runners.length > 0) await mkdir(join(root, 'node_modules', '.bin'), { recursive: true });
  for (const name of runners) {
    await symlink(join(modules, name), join(root, 'node_modules', name));
    await symlink(join(modules, '.bin', name), join(root, 'node_modules', '.bin', name));
  }
  return { root, write, [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }) };
}

export async function planOf(root: string, testCommand: string | null = null): Promise<SuitePlan> {
  const detected = await detectSuite({ root, testCommand, setupCommand: null, workingDirectories: [] });
  if (!detected.ok) throw new Error(detected.reason);
  return detected.plan;
}

export async function suiteOf(root: string, scratch: string, testCommand: string | null = null): Promise<Suite> {
  return openSuite(await planOf(root, testCommand), { sandbox: noSandbox, testEnv: {}, scratch });
}

export async function scratchFolder(): Promise<Repository> {
  return makeRepository({});
}
