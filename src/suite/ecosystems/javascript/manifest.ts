// What a package says about itself: package.json, lock files, configuration files.
import { join } from 'node:path';
import * as z from 'zod';
import { readText } from '../../files.ts';

const texts = z.record(z.string(), z.string()).catch({});

const manifestSchema = z.looseObject({
  name: z.string().optional().catch(undefined),
  version: z.string().optional().catch(undefined),
  packageManager: z.string().optional().catch(undefined),
  main: z.string().optional().catch(undefined),
  exports: z.unknown().optional(),
  scripts: texts,
  dependencies: texts,
  devDependencies: texts,
  optionalDependencies: texts,
  peerDependencies: texts,
  workspaces: z
    .union([z.array(z.string()), z.looseObject({ packages: z.array(z.string()) }).transform((value) => value.packages)])
    .optional()
    .catch(undefined),
  jest: z.unknown().optional(),
  mocha: z.unknown().optional(),
});

export type Manifest = z.infer<typeof manifestSchema>;

export type ManifestReading =
  | { readonly kind: 'read'; readonly manifest: Manifest }
  | { readonly kind: 'missing' }
  | { readonly kind: 'broken'; readonly reason: string };

/** package.json of `folder`. */
export async function readManifest(folder: string): Promise<ManifestReading> {
  const text = await readText(join(folder, 'package.json'), 4 << 20);
  if (text === null) return { kind: 'missing' };
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(text.replace(/^\uFEFF/, '')));
    if (parsed.success) return { kind: 'read', manifest: parsed.data };
    return { kind: 'broken', reason: 'package.json is not an object' };
  } catch (error) {
    return { kind: 'broken', reason: `package.json cannot be parsed: ${error instanceof Error ? error.message : String(error)}` };
  }
}

type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun' | 'none';

export interface ManagerFound {
  readonly manager: PackageManager;
  /** The lock file it goes by, or null. */
  readonly lock: string | null;
  /** Yarn 2 and newer, whose flags differ. */
  readonly berry: boolean;
  readonly reason: string;
}

const locks: readonly (readonly [string, PackageManager])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
];

/** The package manager of the package in `folder` by `packageManager`, else by lock file, else npm. */
export async function findManager(folder: string, manifest: Manifest, names: readonly string[]): Promise<ManagerFound> {
  const present = locks.filter(([file]) => names.includes(file));
  const declared = /^(npm|pnpm|yarn|bun)@(\d+)?/.exec(manifest.packageManager ?? '');
  const berryFiles =
    names.includes('.yarnrc.yml') ||
    (names.includes('yarn.lock') && isBerryLock((await readText(join(folder, 'yarn.lock'), 64 << 20)) ?? ''));
  if (declared !== null) {
    const manager = declared[1] === 'pnpm' || declared[1] === 'yarn' || declared[1] === 'bun' ? declared[1] : 'npm';
    const lock = present.find(([, owner]) => owner === manager)?.[0] ?? null;
    const berry = manager === 'yarn' && (berryFiles || Number(declared[2] ?? 1) >= 2);
    return { manager, lock, berry, reason: `package manager ${manager}: "packageManager" in package.json` };
  }
  const [first] = present;
  if (first === undefined) return { manager: 'npm', lock: null, berry: false, reason: 'package manager npm: no lock file' };
  return {
    manager: first[1],
    lock: first[0],
    berry: first[1] === 'yarn' && berryFiles,
    reason: `package manager ${first[1]}: ${first[0]}`,
  };
}

/** Yarn 2 and newer write YAML, with an entry about the file itself in front. */
export function isBerryLock(text: string): boolean {
  return /^__metadata:/m.test(text.slice(0, 2000));
}

/** The shell line that installs what the package asks for. */
export function installLine({ manager, lock, berry }: ManagerFound): string {
  switch (manager) {
    case 'pnpm':
      return lock === null ? 'pnpm install --no-frozen-lockfile' : 'pnpm install --frozen-lockfile';
    case 'yarn':
      if (lock === null) return 'yarn install';
      return berry ? 'yarn install --immutable' : 'yarn install --frozen-lockfile --non-interactive';
    case 'bun':
      return lock === null ? 'bun install' : 'bun install --frozen-lockfile';
    default:
      return lock === null ? 'npm install --no-audit --no-fund' : 'npm ci --no-audit --no-fund';
  }
}

/** Every dependency that an install of this package puts into node_modules, optional ones left out. */
export function requiredDependencies(manifest: Manifest): Readonly<Record<string, string>> {
  const all = { ...manifest.dependencies, ...manifest.devDependencies };
  for (const name of Object.keys(manifest.optionalDependencies)) delete all[name];
  return all;
}
