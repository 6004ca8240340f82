// Files that say what is installed: whoever installs, protects or reads past them means the same ones.

/** Names of lock files, of every package manager. */
export const lockFiles: readonly string[] = [
  ...['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock', 'bun.lockb', 'deno.lock'],
  ...['poetry.lock', 'Pipfile.lock', 'uv.lock', 'pdm.lock', 'conda-lock.yml'],
  ...['Cargo.lock', 'go.sum', 'Gemfile.lock', 'composer.lock', 'mix.lock', 'pubspec.lock', 'packages.lock.json', 'gradle.lockfile'],
  ...['Package.resolved', 'Podfile.lock', 'flake.lock', 'stack.yaml.lock'],
];

const manifests =
  /^(?:requirements[\w.-]*\.txt|pyproject\.toml|setup\.(?:py|cfg)|Pipfile|environment\.ya?ml|go\.mod|Cargo\.toml|Gemfile|.+\.gemspec|pom\.xml|build\.gradle(?:\.kts)?|libs\.versions\.toml|composer\.json|mix\.exs|.+\.csproj|Directory\.Packages\.props|pnpm-workspace\.yaml|\.npmrc)$/;

const names = new Set(lockFiles);

/** Whether a change of the file called `name` may change what has to be installed. `package.json` is not among them: most of it may not. */
export const isDependencyFile = (name: string): boolean => names.has(name) || manifests.test(name);
