// Manifests may be edited, but not in the parts that decide what is run and what is installed.
const guarded = [
  'scripts',
  'dependencies',
  'devDependencies',
  'peerDependencies',
  'optionalDependencies',
  'bundledDependencies',
  'bundleDependencies',
  'dependenciesMeta',
  'peerDependenciesMeta',
  'overrides',
  'resolutions',
  'workspaces',
  'packageManager',
  'devEngines',
  'engines',
  'pnpm',
  'publishConfig',
  // Configuration of test runners and hooks that lives in the manifest.
  'jest',
  'vitest',
  'mocha',
  'ava',
  'nyc',
  'c8',
  'tap',
  'husky',
  'lint-staged',
  'simple-git-hooks',
  'pre-commit',
];

/** Why a change of a `package.json` is refused; null for any other file and for a change of the other fields. */
export function manifestRefusal(path: string, before: string | null, after: string | null): string | null {
  if (path.split('/').at(-1)?.toLowerCase() !== 'package.json') return null;
  if (after === null) return `${path} is protected: a manifest may not be deleted by a fix.`;
  const now = parse(after);
  if (now === null) return `${path} would no longer be a JSON object.`;
  const was = before === null ? {} : (parse(before) ?? {});
  const changed = guarded.find((field) => canonical(was[field]) !== canonical(now[field]));
  return changed === undefined ? null : `${path} is protected in part: its field "${changed}" may not be changed by a fix.`;
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

/** The order of keys matters too: conditions and scripts are read in order. */
function canonical(value: unknown): string | undefined {
  return JSON.stringify(value);
}
