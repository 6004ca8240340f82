// Package managers that a repository asks for and the machine has not: a runner comes with npm alone, and a workflow of its own has no step
// that installs another.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findProgram } from '../../../workspace/index.ts';
import { readText } from '../../files.ts';
import { quote } from '../../shell.ts';
import { isBerryLock, readManifest } from './manifest.ts';

interface Wanted {
  readonly manager: 'pnpm' | 'yarn';
  /** What npm calls it: a version, or a range of the major version that writes such a lock file. */
  readonly version: string;
  /** Whether package.json says it: then Corepack knows. */
  readonly declared: boolean;
}

export const isStoodInFor = (manager: string): manager is Wanted['manager'] => manager === 'pnpm' || manager === 'yarn';

/** The major version of pnpm by the version of its lock file. */
const pnpmOfLock: Readonly<Record<string, string>> = { '5.3': '6', '5.4': '7', '6.0': '8', '6.1': '8', '9.0': '10' };

/**
 * Puts a program for `manager` into `folder/bin` when none is on `path`: Corepack's where it can be had, which brings the very version that
 * package.json names, else npm's package of it, installed into `folder` when it is first called. Returns the folder, or null when nothing is missing.
 */
export async function standIn(manager: string, folder: string, path: string, roots: readonly string[]): Promise<string | null> {
  if (!isStoodInFor(manager) || (await findProgram(manager, path)) !== null) return null;
  const bin = join(folder, 'bin');
  await mkdir(bin, { recursive: true });
  await writeFile(join(bin, manager), script(await wantedVersion(manager, roots), join(folder, 'own')), { mode: 0o755 });
  return bin;
}

/** Which version of a manager the repository in `roots`, the innermost first, asks for. */
export async function wantedVersion(manager: Wanted['manager'], roots: readonly string[]): Promise<Wanted> {
  for (const root of roots) {
    const reading = await readManifest(root);
    const said = reading.kind === 'read' ? (reading.manifest.packageManager ?? '') : '';
    const version = new RegExp(`^${manager}@(\\d[\\w.-]*)`).exec(said)?.[1];
    if (version !== undefined) return { manager, version, declared: true };
  }
  for (const root of roots) {
    const lock = await readText(join(root, manager === 'pnpm' ? 'pnpm-lock.yaml' : 'yarn.lock'), 64 << 20);
    if (lock === null) continue;
    if (manager === 'yarn') return { manager, version: isBerryLock(lock) ? '4' : '1', declared: false };
    const written = /^lockfileVersion: '?([\d.]+)/m.exec(lock.slice(0, 2_000))?.[1] ?? '';
    return { manager, version: pnpmOfLock[written] ?? '10', declared: false };
  }
  return { manager, version: manager === 'pnpm' ? '10' : '1', declared: false };
}

/** Corepack is asked first, and once, whether it can bring it: it may be old, or without a network. */
function script({ manager, version, declared }: Wanted, own: string): string {
  const called = declared ? manager : `${manager}@${version}`;
  // Yarn's own package ends with version 1.
  const name = manager === 'yarn' && !version.startsWith('1') ? '@yarnpkg/cli-dist' : manager;
  const program = join(own, 'node_modules', '.bin', manager);
  return `#!/bin/sh
asked=${quote(join(own, `${manager}-by-corepack`))}
if [ -e "$asked" ]; then exec corepack ${called} "$@"; fi
if command -v corepack >/dev/null 2>&1 && corepack ${called} --version >/dev/null 2>&1; then
  mkdir -p ${quote(own)} && : >"$asked"
  exec corepack ${called} "$@"
fi
[ -x ${quote(program)} ] || npm install --prefix ${quote(own)} --no-save --no-audit --no-fund --loglevel=error ${quote(`${name}@${version}`)} >&2 || exit
exec ${quote(program)} "$@"
`;
}
