// The environment that commands of the repository get: a short allow-list, and the user's programs in PATH, never ours.
import { readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve, sep } from 'node:path';

/** Variables every command may see. */
const allowed = new Set([
  'LANG',
  'LANGUAGE',
  'TZ',
  'TMPDIR',
  'TEMP',
  'TMP',
  'USER',
  'LOGNAME',
  'SHELL',
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
]);
/** Windows does not start programs without these. */
const allowedOnWindows = new Set(['SYSTEMROOT', 'WINDIR', 'COMSPEC', 'PATHEXT', 'SYSTEMDRIVE', 'PROGRAMFILES', 'PROGRAMDATA']);
/** What a package manager needs to reach its registry: for installs only. Names in lower case. */
const allowedForInstall = new Set([
  'npm_config_registry',
  'npm_config_cafile',
  'npm_config_ca',
  'npm_config_strict_ssl',
  'npm_config_proxy',
  'npm_config_https_proxy',
  'npm_config_noproxy',
  'npm_config_offline',
  'npm_config_prefer_offline',
  'npm_config_nodedir',
  'npm_config_disturl',
  'yarn_registry',
  'yarn_npm_registry_server',
  'corepack_npm_registry',
  'corepack_home',
  'corepack_enable_download_prompt',
  'pip_index_url',
  'pip_extra_index_url',
  'pip_find_links',
  'pip_no_index',
  'pip_constraint',
  'pip_trusted_host',
  'pip_cert',
  'pip_proxy',
  'pip_default_timeout',
  'uv_default_index',
  'uv_index',
  'uv_index_url',
  'uv_extra_index_url',
  'uv_find_links',
  'uv_native_tls',
  'requests_ca_bundle',
  'goproxy',
  'gonoproxy',
  'gosumdb',
  'gonosumdb',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'all_proxy',
]);

export interface EnvironmentSource {
  /** Usually `process.env`. */
  readonly from: NodeJS.ProcessEnv;
  /** `install` adds the registry and proxy configuration; default `test`. */
  readonly profile?: 'test' | 'install' | undefined;
  /** A scratch home; without it HOME stays as it is. */
  readonly home?: string | undefined;
  /** Added last, as they are. */
  readonly extra?: Readonly<Record<string, string>> | undefined;
}

/** The complete environment for a command that runs the repository's code. */
export function repositoryEnvironment({ from, profile = 'test', home, extra = {} }: EnvironmentSource): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(from)) {
    if (value !== undefined && isAllowed(name, profile)) env[name] = withoutCredentials(name, value);
  }
  const homeVariables = home === undefined ? pick(from, ['HOME', 'USERPROFILE']) : scratchHome(home);
  return {
    ...env,
    ...homeVariables,
    PATH: userPath(from),
    CI: 'true',
    // Tests of colours go by these variables too: they see what they see in CI, and colours are taken out of what is read.
    ...(profile === 'install' ? { NO_COLOR: '1', FORCE_COLOR: '0' } : {}),
    TERM: 'dumb',
    ...extra,
  };
}

function isAllowed(name: string, profile: 'test' | 'install'): boolean {
  if (allowed.has(name) || name.startsWith('LC_')) return true;
  if (process.platform === 'win32' && allowedOnWindows.has(name.toUpperCase())) return true;
  return profile === 'install' && allowedForInstall.has(name.toLowerCase());
}

/** A proxy may need its password to work; a registry gets its token elsewhere, so addresses with one lose it. */
function withoutCredentials(name: string, value: string): string {
  if (/proxy/i.test(name) && name.toLowerCase() !== 'goproxy') return value;
  return value.replace(/([a-z][a-z0-9+.-]*:\/\/)[^/@\s]*@/gi, '$1');
}

function scratchHome(home: string): Record<string, string> {
  return {
    HOME: home,
    ...(process.platform === 'win32' ? { USERPROFILE: home } : {}),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local', 'share'),
  };
}

function pick(from: NodeJS.ProcessEnv, names: readonly string[]): Record<string, string> {
  const picked: Record<string, string> = {};
  for (const name of names) {
    const value = from[name];
    if (value !== undefined) picked[name] = value;
  }
  return picked;
}

/**
 * PATH without the folders that belong to Regreen's own package, so that `node` and the rest are the user's. `npm run` and `npx` put
 * `node_modules/.bin` of the package and of every folder above it in front, and a `node-gyp-bin` of npm's own.
 */
export function userPath(from: NodeJS.ProcessEnv, ownRoot: string | null = regreenRoot): string {
  const path = from.PATH ?? from.Path ?? '';
  return path
    .split(delimiter)
    .filter((entry) => entry !== '' && !isOurs(entry, ownRoot))
    .join(delimiter);
}

function isOurs(entry: string, ownRoot: string | null): boolean {
  const folder = resolve(entry);
  if (/[\\/]node-gyp-bin$/.test(folder)) return true;
  if (ownRoot === null) return false;
  if (folder === ownRoot || folder.startsWith(ownRoot + sep)) return true;
  const bin = join('node_modules', '.bin');
  if (!folder.endsWith(sep + bin)) return false;
  const owner = folder.slice(0, -bin.length - 1);
  return ownRoot.startsWith(owner + sep) || owner === '';
}

/** The folder of the `package.json` named `regreen` that this file belongs to, bundled or not. */
export const regreenRoot = findOwnRoot(import.meta.dirname);

function findOwnRoot(from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    if (packageName(folder) === 'regreen') return folder;
    if (dirname(folder) === folder) return null;
  }
}

function packageName(folder: string): unknown {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return typeof manifest === 'object' && manifest !== null && 'name' in manifest ? manifest.name : null;
  } catch {
    return null;
  }
}
