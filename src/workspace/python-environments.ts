// Environments of Python that are switched on: what of them tests need, and what in them may be secret.
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, delimiter, dirname, join } from 'node:path';
import { isWithin } from './disk-guard.ts';
import { userPath } from './environment.ts';
import { userHome } from './home.ts';
import type { Checkout } from './types.ts';

/** What a Python of its own consists of. */
const interpreterParts = ['bin', 'lib', 'lib64', 'pyvenv.cfg'];
/** What packages bring along: their data, certificates, and sources they are installed from. */
const brought = ['Scripts', 'libexec', 'include', 'share', 'src', 'ssl'];
/** All that lies in a folder that is an environment and nothing else, as those that make one leave it. */
const usual = new Set([
  ...[...interpreterParts, ...brought, 'conda-meta', 'condabin', 'etc', 'sbin', 'man', 'doc', 'var', 'shell', 'cmake', 'fonts', 'sysroot'],
  ...['pip.conf', 'pip.ini', 'pip-selfcheck.json', '.condarc', 'condarc', '.gitignore', '.lock', 'CACHEDIR.TAG', 'LICENSE.txt'],
  ...['mkspecs', 'plugins', 'qml', 'translations', 'phrasebooks', 'resources', 'compiler_compat', 'pkgs', 'envs', '.project', '.nonadmin'],
]);
const ofCompiler = /^[\w-]+-conda\w*-linux-gnu$/;
/** Beside packages some keep keys here: exports in scripts that switch an environment on, variables of conda's, indexes with a token. */
const mayBeSecret = /^(?:\..*|(?:pre|post)?(?:de)?activate(?:[\W_].*)?|Activate\.ps1)$/s;
const configuration = ['pip.conf', 'pip.ini', '.condarc', 'condarc', 'conda-meta/state', 'etc/conda/activate.d', 'etc/conda/deactivate.d'];

/**
 * The folders and files that the environments switched on in `from` need, of the interpreters too that they were made from: those whose
 * programs are on the PATH, and those that variables name. It is their parts that are shown, never all that lies beside them: some keep an
 * environment in the folder of a project, or in the home itself.
 */
export async function environmentPaths(from: NodeJS.ProcessEnv, checkout: Checkout | undefined): Promise<readonly string[]> {
  const environments = await activeEnvironments(from);
  const interpreters = await Promise.all(environments.map((root) => interpretersOf(root, checkout)));
  const found = await Promise.all([
    ...environments.map(async (root) => partsOf(root, [...interpreterParts, ...(await broughtTo(root))])),
    ...[...new Set(interpreters.flat())].map((root) => partsOf(root, interpreterParts)),
  ]);
  return found.flat();
}

/** What is there in the environments switched on in `from`, or in their interpreters, and may hold keys, by every name that they are shown under. */
export async function environmentSecrets(from: NodeJS.ProcessEnv, checkout: Checkout | undefined): Promise<readonly string[]> {
  const environments = await activeEnvironments(from);
  const interpreters = await Promise.all(environments.map((root) => interpretersOf(root, checkout)));
  const named = [...environments, ...interpreters.flat()];
  const real = await Promise.all(named.map((root) => realpath(root)));
  const found = await Promise.all([...new Set([...named, ...real])].map(secretsOf));
  return found.flat();
}

async function secretsOf(root: string): Promise<string[]> {
  const folders = ['bin', 'Scripts'];
  const names = await Promise.all(folders.map((folder) => namesIn(join(root, folder))));
  const scripts = folders.flatMap((folder, index) =>
    (names[index] ?? []).filter((name) => mayBeSecret.test(name)).map((name) => join(folder, name)),
  );
  // An address that sources were cloned from may have a token in it.
  const clones = (await namesIn(join(root, 'src'))).map((name) => join('src', name, '.git'));
  const paths = [...scripts, ...clones, ...configuration].map((name) => join(root, name));
  // What a link leads to is shown where that lies, or is not.
  const entries = await Promise.all(paths.map((path) => lstat(path).catch(() => null)));
  return paths.filter((_, index) => entries[index]?.isFile() === true || entries[index]?.isDirectory() === true);
}

async function activeEnvironments(from: NodeJS.ProcessEnv): Promise<string[]> {
  const ofPath = userPath(from)
    .split(delimiter)
    .flatMap((entry) => (/^(?:bin|Scripts)$/.test(basename(entry)) ? [dirname(entry)] : []));
  const named = [...ofPath, from.VIRTUAL_ENV ?? '', from.CONDA_PREFIX ?? '']
    .filter((path) => path.startsWith('/'))
    .map((path) => join(path));
  const are = await Promise.all(
    [...new Set(named)].map(async (root) =>
      (await isThere(join(root, 'pyvenv.cfg'))) || (await isThere(join(root, 'conda-meta'))) ? [root] : [],
    ),
  );
  return are.flat();
}

/**
 * What packages brought along, where nothing else lies in the folder: a project, a home, or what programs of it share, holds things of
 * that name that are not an environment's. Sources are those that pip cloned.
 */
async function broughtTo(root: string): Promise<readonly string[]> {
  if (await isShared(root)) return [];
  const names = await namesIn(root);
  if (!names.every((name) => usual.has(name) || ofCompiler.test(name))) return [];
  const sources = await namesIn(join(root, 'src'));
  const areClones = await Promise.all(sources.map((name) => isThere(join(root, 'src', name, '.git'))));
  return areClones.every(Boolean) ? brought : brought.filter((name) => name !== 'src');
}

/** A home, or what programs of it share, holds more than a Python does. */
async function isShared(root: string): Promise<boolean> {
  const [own, home, local] = await Promise.all([root, userHome(), join(userHome(), '.local')].map(realOf));
  return own != null && ((home != null && isWithin(own, home)) || own === local);
}

/**
 * Where the standard library of an environment lies: as it tells itself, and where its programs really are. Another environment is no
 * interpreter. One of the checkout may be committed, to have shown what its writer wants to see: only an installation of Python is, then.
 */
async function interpretersOf(root: string, checkout: Checkout | undefined): Promise<string[]> {
  const settings = await readFile(join(root, 'pyvenv.cfg'), 'utf8').catch(() => '');
  const told = /^\s*home\s*=\s*(\/.*?)\s*$/im.exec(settings)?.[1];
  const programs = [...(told === undefined ? [] : [join(told, 'python3'), join(told, 'python')]), join(root, 'bin', 'python')];
  const real = await Promise.all(programs.map(realOf));
  const folders = [...(told === undefined ? [] : [join(told)]), ...real.flatMap((program) => (program === null ? [] : [dirname(program)]))];
  const holding = await Promise.all([...new Set(folders)].map(async (folder) => ((await holdsPython(folder)) ? [dirname(folder)] : [])));
  const isOfCheckout = async (path: string): Promise<boolean> => {
    const [own, real] = await Promise.all([checkout?.root, path].map(realOf));
    return own != null && real != null && isWithin(own, real);
  };
  const mayBeCommitted = (await isOfCheckout(root)) || (await isOfCheckout(join(root, 'pyvenv.cfg')));
  const are = await Promise.all(
    [...new Set(holding.flat())].map(async (folder) => {
      if (folder === root || (await isThere(join(folder, 'pyvenv.cfg')))) return [];
      return !mayBeCommitted || (await isOfCheckout(folder)) || (await isInstallation(folder)) ? [folder] : [];
    }),
  );
  return are.flat();
}

async function isInstallation(root: string): Promise<boolean> {
  const names = await Promise.all(['bin', 'lib'].map((part) => namesIn(join(root, part))));
  return names.every((each) => each.some((name) => /^python3\.\d+$/.test(name)));
}

async function holdsPython(folder: string): Promise<boolean> {
  return basename(folder) === 'bin' && (await namesIn(folder)).some((name) => /^python[\d.]*$/.test(name));
}

/** Those that are there; none that leads elsewhere, which may be anywhere. */
async function partsOf(root: string, names: readonly string[]): Promise<string[]> {
  const own = await realOf(root);
  if (own === null) return [];
  const found = await Promise.all(
    names.map(async (name) => {
      const real = await realOf(join(root, name));
      return real !== null && isWithin(own, real) ? [join(root, name)] : [];
    }),
  );
  return found.flat();
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

/** Null where nothing is. */
async function realOf(path: string | undefined): Promise<string | null> {
  return path === undefined ? null : realpath(path).catch(() => null);
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
