// Whether what an install would bring is there already.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { CommandResult } from '../../../workspace/index.ts';
import { exists, namesIn, readText } from '../../files.ts';
import { plain } from '../../text.ts';
import { findManager, installLine, type Manifest, readManifest, requiredDependencies } from './manifest.ts';

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), optional: z.boolean().optional(), link: z.boolean().optional() }),
  ),
});

/** Says why nothing has to be installed, or null. Only the detected commands are left out; an author's own always runs. */
export async function alreadyInstalled(cwd: string, command: string): Promise<string | null> {
  const reading = await readManifest(cwd);
  if (reading.kind !== 'read') return null;
  const found = await findManager(cwd, reading.manifest, await namesIn(cwd));
  if (!isDetected(command, installLine(found))) return null;
  const modules = join(cwd, 'node_modules');
  if (!(await exists(modules))) return null;
  if (found.manager === 'npm' && found.lock !== null)
    return (await matchesLock(cwd, found.lock)) ? `node_modules is there and fits ${found.lock}` : null;
  // What another manager has made there is what the repository's own tests run with: pnpm would refuse it, or begin anew.
  const isOfPnpm = found.manager === 'pnpm' && found.lock !== null && (await exists(join(modules, '.pnpm')));
  if (isOfPnpm)
    return (await sameText(join(cwd, found.lock), join(modules, '.pnpm', 'lock.yaml')))
      ? 'node_modules is there and fits pnpm-lock.yaml'
      : null;
  return (await hasDependencies(modules, reading.manifest)) ? 'node_modules is there with every dependency' : null;
}

/** The detected line, perhaps with the options that the workflows give. */
const isDetected = (command: string, line: string): boolean => command === line || command.startsWith(`${line} -`);

/** npm keeps what it installed in node_modules/.package-lock.json. */
async function matchesLock(cwd: string, lock: string): Promise<boolean> {
  const wanted = await readLock(join(cwd, lock));
  const present = await readLock(join(cwd, 'node_modules', '.package-lock.json'));
  if (wanted === null || present === null) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) =>
      path === '' || optional === true || link === true || !path.includes('node_modules/') || present[path]?.version === version,
  );
}

async function readLock(file: string): Promise<z.infer<typeof lockSchema>['packages'] | null> {
  const text = await readText(file, 64 << 20);
  if (text === null) return null;
  try {
    const parsed = lockSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.packages : null;
  } catch {
    return null;
  }
}

async function sameText(first: string, second: string): Promise<boolean> {
  const [a, b] = await Promise.all([readText(first, 64 << 20), readText(second, 64 << 20)]);
  return a !== null && a === b;
}

/** Without a lock file: every dependency is there, in the version asked for where that is one version. */
async function hasDependencies(modules: string, manifest: Manifest): Promise<boolean> {
  for (const [name, wanted] of Object.entries(requiredDependencies(manifest))) {
    const reading = await readManifest(join(modules, name));
    if (reading.kind !== 'read') return false;
    if (/^\d+\.\d+\.\d+$/.test(wanted) && reading.manifest.version !== wanted) return false;
  }
  return true;
}

const byNpm = /^npm (?:ci|install) --no-audit --no-fund(?: -|$)/;
const byYarn1 = /^yarn install --frozen-lockfile --non-interactive(?: -|$)/;

/**
 * The line to install with instead of a detected one that failed: peers that contradict each other are passed over, as npm did before version 7,
 * a lock file that is not of this package.json is not kept to, what a package says of the version of Node is passed over (seldom one that the
 * tests need), and where the script of a package fails (one downloads a browser, as a rule) none is run but the repository's own. Null where none
 * of this is what is wrong.
 */
export function otherLine({ stdout, stderr }: Pick<CommandResult, 'stdout' | 'stderr'>, line: string): string | null {
  const printed = plain(`${stdout}\n${stderr}`);
  if (byYarn1.test(line) && /^error Found incompatible module\.$/m.test(printed) && !line.includes(' --ignore-engines'))
    return `${line} --ignore-engines`;
  if (!byNpm.test(line)) return null;
  if (/^npm (?:ERR!|error) code EBADENGINE$/m.test(printed) && !line.includes(' --no-engine-strict')) return `${line} --no-engine-strict`;
  if (/^npm (?:ERR!|error) code ERESOLVE$/m.test(printed) && !/ --(?:legacy-peer-deps|force)\b/.test(line))
    return `${line} --legacy-peer-deps`;
  const isOutOfSync = /`npm ci` can only install packages when your package\.json and \S+ (?:or \S+ )?are in sync/.test(printed);
  if (isOutOfSync && line.startsWith('npm ci')) return line.replace('npm ci', 'npm install');
  const isOfPackage = /^npm (?:ERR!|error) path .*\/node_modules\//m.test(printed) && /^npm (?:ERR!|error) command failed$/m.test(printed);
  return isOfPackage && !line.includes(' --ignore-scripts') ? `${line} --ignore-scripts && npm run prepare --if-present` : null;
}

/**
 * Why the tests can be run although the installation failed: the packages are there, and what failed is a script of the repository's own
 * (`prepare` builds it, as a rule), by the words of npm, pnpm and yarn 1. Its fault may be the very one that the tests show.
 */
export function ownScriptFailed({ stdout, stderr }: Pick<CommandResult, 'stdout' | 'stderr'>, cwd: string): string | null {
  const printed = plain(`${stdout}\n${stderr}`);
  const npm = /^npm (?:ERR!|error) path (.+)$/m.exec(printed)?.[1] === cwd && /^npm (?:ERR!|error) command failed$/m.test(printed);
  const pnpm = /^\. (?:pre|post)?(?:install|prepare)\b/m.test(printed) && /ELIFECYCLE/.test(printed);
  const yarn = /^error Command failed with exit code \d+\.$/m.test(printed) && !/^error \S*node_modules\S*: Command failed/m.test(printed);
  return (npm || pnpm || yarn) && existsSync(join(cwd, 'node_modules')) ? "installed; a script of the repository's own failed" : null;
}
