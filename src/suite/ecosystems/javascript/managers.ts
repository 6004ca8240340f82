// What package managers keep outside of the tree: an install may write it, tests only read it.
import type { Dirent } from 'node:fs';
import { cp, mkdir, readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { findProgram, userHome, userPath } from '../../../workspace/index.ts';
import type { RunSetting, Surroundings } from '../../ecosystem.ts';
import { exists } from '../../files.ts';
import { quote } from '../../shell.ts';
import type { SuiteEnvironment, SuitePlan } from '../../types.ts';
import { dropLinkedModules } from './linked-modules.ts';
import { isStoodInFor, standIn, wantedVersion } from './stand-ins.ts';

/** Before an installation, which finds no packages of another tree. The versions of managers that an earlier step of the workflow has prepared are taken along. */
export async function whileInstalling({ env, plan, cwd, root }: RunSetting): Promise<Surroundings> {
  await dropLinkedModules(plan, root);
  const folder = await folderOf(env.scratch);
  await mkdir(folder, { recursive: true });
  await takeAlong(plan, join(folder, 'corepack'), [cwd, root]);
  const bin = await standIn(plan.packageManager ?? '', folder, pathOf(env), [cwd, root]);
  return {
    environment: { ...variables(folder), ...(bin === null ? {} : { PATH: bin }) },
    writable: [folder, ...(await modulesOfActions(root))],
  };
}

/** Folders below `.github` in which a package may lie: of an action, `.github/actions/NAME`. */
const DEEPEST = 3;

/** Where packages of a workspace that are actions of the repository keep what they need: all else below `.github` cannot be written to. */
async function modulesOfActions(root: string): Promise<readonly string[]> {
  const found: string[] = [];
  const own = join(root, '.github');
  let level = (await realpath(own).catch(() => null)) === own ? [own] : [];
  for (let depth = 0; depth <= DEEPEST && level.length > 0; depth += 1) {
    const listed = await Promise.all(level.map(async (folder) => ({ folder, entries: await entriesOf(folder) })));
    for (const { folder, entries } of listed) {
      if (!entries.some((entry) => entry.isFile() && entry.name === 'package.json')) continue;
      const modules = join(folder, 'node_modules');
      await mkdir(modules, { recursive: true }).catch(() => undefined);
      // A link would open what it leads to.
      if ((await realpath(modules).catch(() => null)) === modules) found.push(modules);
    }
    level = listed.flatMap(({ folder, entries }) =>
      entries.filter((entry) => entry.isDirectory() && entry.name !== 'node_modules').map(({ name }) => join(folder, name)),
    );
  }
  return found;
}

const entriesOf = (folder: string): Promise<Dirent[]> => readdir(folder, { withFileTypes: true }).catch(() => []);

/** What brings the manager that the test command calls, where the packages are there and it is not: its first call does. */
export async function bringsManager({ env, plan }: Pick<RunSetting, 'env' | 'plan'>): Promise<string | null> {
  const { packageManager = '', testCommand } = plan;
  if (!isStoodInFor(packageManager) || !new RegExp(`\\b${packageManager}\\b`).test(testCommand)) return null;
  return (await findProgram(packageManager, pathOf(env))) === null ? `${packageManager} --version` : null;
}

const pathOf = ({ testEnv }: SuiteEnvironment): string => testEnv.PATH ?? userPath(process.env);

/** Of what Corepack has, only what is called here: it may be many versions, of thousands of files each. */
async function takeAlong({ packageManager, setupCommand, testCommand }: SuitePlan, to: string, roots: readonly string[]): Promise<void> {
  const from = process.env.COREPACK_HOME ?? join(userHome(), '.cache', 'node', 'corepack');
  const called = (['pnpm', 'yarn'] as const).filter((name) => [packageManager, setupCommand, testCommand].join(' ').includes(name));
  if (called.length === 0 || (await exists(to))) return;
  const taken = called.map(async (manager) => {
    const { version, declared } = await wantedVersion(manager, roots);
    return declared ? join('v1', manager, version) : join('v1', manager);
  });
  for (const path of ['lastKnownGood.json', ...(await Promise.all(taken))])
    await cp(join(from, path), join(to, path), { recursive: true }).catch(() => undefined);
}

/** Around a run of tests. Whatever version the repository asks for is there by now, or cannot be had. */
export async function whileTesting({ env }: RunSetting): Promise<Surroundings> {
  const folder = await folderOf(env.scratch);
  const environment = { ...variables(folder), COREPACK_ENABLE_NETWORK: '0', YARN_ENABLE_NETWORK: 'false' };
  if (!(await exists(folder))) return { environment: {} };
  const bin = join(folder, 'bin');
  return { environment: (await exists(bin)) ? { ...environment, PATH: bin } : environment, readable: [folder] };
}

/** Under Plug'n'Play there is no folder of programs: only yarn knows where they are. */
export async function withPackages(line: string, { plan, cwd, root }: RunSetting): Promise<string> {
  if (plan.packageManager !== 'yarn') return line;
  const isPlugged = (await exists(join(cwd, '.pnp.cjs'))) || (await exists(join(root, '.pnp.cjs')));
  return isPlugged ? `yarn exec sh -c ${quote(line)}` : line;
}

async function folderOf(scratch: string): Promise<string> {
  return join(await realpath(scratch), 'dependencies', 'managers');
}

function variables(folder: string): Readonly<Record<string, string>> {
  return {
    COREPACK_HOME: join(folder, 'corepack'),
    COREPACK_ENABLE_DOWNLOAD_PROMPT: '0',
    // Another version of itself that package.json asks pnpm for.
    PNPM_HOME: join(folder, 'pnpm'),
    YARN_GLOBAL_FOLDER: join(folder, 'yarn'),
    // Plug'n'Play names its packages relative to the tree: they must lie in it to be there in a copy too.
    YARN_ENABLE_GLOBAL_CACHE: 'false',
    YARN_ENABLE_TELEMETRY: '0',
  };
}
