// The environment of a command of any language: the short allow-list, and the places of caches, which a confined command cannot look for.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { userHome } from '../../../workspace/index.ts';
import type { RunSetting, Surroundings } from '../../ecosystem.ts';
import { keepSeed, sow } from './build-seed.ts';
import { languages } from './runners.ts';
import type { Caches } from './types.ts';

/** Below the home, and free of credentials: what earlier steps of a workflow downloaded, and toolchains. */
const homeCaches = [
  ...['go/pkg/mod', '.cargo/registry', '.cargo/git', '.rustup', '.m2/repository', '.gradle/caches', '.gradle/wrapper', '.local/lib'],
  ...[
    '.local/share/gem',
    '.local/share/pypoetry',
    '.local/share/uv/python',
    '.local/share/uv/tools',
    '.gem/ruby',
    '.bundle/cache',
    '.nuget/packages',
    '.mix',
    '.hex/packages',
    '.cache/pypoetry',
  ],
  ...['perl5'],
];

interface Prepared extends Surroundings {
  /** After a run of everything: what it has compiled is there for the trees to come. */
  keep(): Promise<void>;
}

/**
 * Dependencies are written by the installation and only read by tests; what a build makes is kept for each copy of the tree, so that no
 * candidate can reach what the proof of another one runs.
 */
export async function surroundings({ env, root, cwd }: RunSetting, profile: Caches['profile']): Promise<Prepared> {
  const scratch = await realpath(env.scratch);
  const dependencies = join(scratch, 'dependencies');
  const build = join(scratch, `build-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`);
  await mkdir(dependencies, { recursive: true });
  const isNew = (await mkdir(build, { recursive: true })) !== undefined;
  if (isNew) await sow(scratch, build);
  const home = userHome();
  const caches: Caches = { profile, dependencies, build, home, exists: existsSync, cwd, root };
  const own: Record<string, string> = Object.assign({}, ...languages.map((language) => language.environment?.(caches) ?? {}));
  const bins = [
    join(cwd, '.venv', 'bin'),
    join(cwd, 'venv', 'bin'),
    join(dependencies, 'venv', 'bin'),
    join(cwd, 'node_modules', '.bin'),
  ].filter((path) => existsSync(path));
  const shown = Object.entries(env.testEnv).filter(([name]) => name in own);
  return {
    environment: { ...own, ...Object.fromEntries(shown), ...(bins.length > 0 ? { PATH: bins.join(':') } : {}) },
    writable: profile === 'install' ? [dependencies, build] : [build],
    keep: () => keepSeed(scratch, build),
    readable: [dependencies, ...homeCaches.map((path) => join(home, path)).filter((path) => existsSync(path))],
  };
}
