// Which parts of the file system a sandboxed command sees.
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, delimiter, dirname, join, relative, sep } from 'node:path';
import { isWithin } from './disk-guard.ts';
import { regreenRoot, userPath } from './environment.ts';
import { Git } from './git.ts';
import { userHome } from './home.ts';
import { readSource } from './own-repository.ts';
import { environmentPaths, environmentSecrets } from './python-environments.ts';
import type { Checkout } from './types.ts';

/** A folder or file that is covered, or one that shows through a cover above it. Deeper ones win. */
export interface ViewRule {
  readonly path: string;
  readonly kind: 'hide-folder' | 'hide-file' | 'show';
}

export interface ViewRequest {
  readonly hidden: readonly string[];
  readonly checkout?: Checkout | undefined;
  readonly visible?: readonly string[] | undefined;
  readonly from?: NodeJS.ProcessEnv | undefined;
}

/** Private to each command. */
const privateFolders = ['/tmp', '/var/tmp', '/run'];

/** Folders of version managers: their programs need the whole of them, and they hold no credentials. */
const toolFolders = [
  '.nvm',
  '.volta',
  '.asdf',
  '.nodenv',
  '.fnm',
  '.pyenv',
  '.rbenv',
  '.bun',
  '.deno',
  '.proto',
  '.sdkman',
  '.rustup',
  'n',
];
const toolFoldersDeeper = ['.local/share/mise', '.local/share/fnm', '.local/share/pnpm', '.local/share/rtx'];

/** The rules in the order in which they are mounted. */
export async function sandboxView(request: ViewRequest): Promise<readonly ViewRule[]> {
  const repository = request.checkout === undefined ? { hidden: [], visible: [] } : await repositoryPaths(request.checkout);
  const hidden = await existing([...privateFolders, ...request.hidden, ...repository.hidden]);
  const covers = hidden.filter((path) => path !== '/');
  const from = request.from ?? process.env;
  const { others, own } = await pathFolders(userPath(from), request.checkout);
  const wanted = [
    ...(request.visible ?? []),
    ...repository.visible,
    ...own,
    ...(await toolPaths(others, covers)),
    ...(await linkedTools(others, covers)),
    ...(await environmentPaths(from, request.checkout)),
    regreenRoot ?? import.meta.dirname,
    // Name resolution needs this file, which often lies below /run.
    '/etc/resolv.conf',
  ];
  // A link is needed under its own name too.
  const shown = new Set([...wanted, ...(await existing(wanted))]);
  // Of an environment that nothing covers, an installation may need what its index is.
  const isCovered = (each: string): boolean => covers.some((cover) => isWithin(cover, each) && cover !== each);
  const secrets = (await environmentSecrets(from, request.checkout)).filter(isCovered);
  const rules: ViewRule[] = [];
  for (const cover of [...covers, ...secrets])
    rules.push({ path: cover, kind: (await stat(cover)).isDirectory() ? 'hide-folder' : 'hide-file' });
  for (const each of shown) if (isCovered(each)) rules.push({ path: each, kind: 'show' });
  return rules.sort((a, b) => depth(a.path) - depth(b.path) || Number(a.kind === 'show') - Number(b.kind === 'show'));
}

function depth(path: string): number {
  return path.split(sep).length;
}

/** The checkout without its `.git`, where credentials may be kept; and of that, the objects, which our copies borrow. */
async function repositoryPaths(checkout: Checkout): Promise<{ hidden: string[]; visible: string[] }> {
  const git = new Git(checkout.root, { readOnly: true });
  const [folders, { objects }] = await Promise.all([
    git.run(['rev-parse', '--path-format=absolute', '--git-dir', '--git-common-dir']),
    readSource(git),
  ]);
  return {
    hidden: folders.stdout.split('\n').filter((line) => line.startsWith('/')),
    visible: [checkout.root, ...(await withAlternates(objects ?? '', 5))],
  };
}

async function withAlternates(folder: string, levels: number): Promise<string[]> {
  const objects = await objectsFolder(folder);
  if (objects === null) return [];
  const listed = await readFile(join(objects, 'info', 'alternates'), 'utf8').catch(() => '');
  const others = listed.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  if (levels === 0 || others.length === 0) return [objects];
  const deeper = await Promise.all(others.map((path) => withAlternates(path.startsWith('/') ? path : join(objects, path), levels - 1)));
  return [objects, ...deeper.flat()];
}

/** Its real path; null when it is not a folder of objects, but, say, a home that somebody wants to be seen. */
async function objectsFolder(path: string): Promise<string | null> {
  const real = await realpath(path).catch(() => null);
  if (real === null || basename(real) !== 'objects') return null;
  const names = await readdir(real).catch(() => []);
  return names.every((name) => /^(?:[0-9a-f]{2}|info|pack|tmp_[\w-]+|incoming-\w+|maintenance\.lock)$/.test(name)) ? real : null;
}

interface PathFolders {
  readonly others: readonly string[];
  /** Those of the checkout. What lies beside them, and where links in them lead, the repository has chosen: it may be a key of the user's. */
  readonly own: readonly string[];
}

async function pathFolders(path: string, checkout: Checkout | undefined): Promise<PathFolders> {
  const entries = path.split(delimiter).filter((entry) => entry.startsWith('/'));
  const root = checkout === undefined ? null : await realpath(checkout.root).catch(() => null);
  if (root === null || checkout === undefined) return { others: entries, own: [] };
  const isNamed = (entry: string): boolean => isWithin(checkout.root, entry) || isWithin(root, entry);
  const inside = await Promise.all(
    entries.map(async (entry) => {
      const real = await realpath(entry).catch(() => null);
      return isNamed(entry) || (real !== null && isWithin(root, real)) ? { entry, isOwn: real !== null && isWithin(root, real) } : null;
    }),
  );
  return {
    others: entries.filter((_, at) => inside[at] === null),
    own: inside.flatMap((one) => (one?.isOwn === true ? [one.entry] : [])),
  };
}

/** The user's programs that lie below a covered folder, with the libraries beside them. */
async function toolPaths(entries: readonly string[], covers: readonly string[]): Promise<string[]> {
  const real = await existing(entries);
  const [home] = await existing([userHome()]);
  return [...entries, ...real].flatMap((entry) => {
    const cover = covers.find((each) => isWithin(each, entry) && each !== entry);
    if (cover === undefined) return [];
    const below = relative(cover, entry).split(sep);
    const whole = [...toolFolders, ...toolFoldersDeeper].find((folder) => isWithin(folder, below.join(sep)));
    if (whole !== undefined && cover === home) return [join(cover, whole)];
    return [entry, join(dirname(entry), 'lib'), join(dirname(entry), 'libexec')];
  });
}

const mostPrograms = 500;

/** Where the programs of a folder really are, when it only holds links to them: installed packages, environments of single tools. */
async function linkedTools(entries: readonly string[], covers: readonly string[]): Promise<string[]> {
  const isCovered = (file: string): boolean => covers.some((cover) => isWithin(cover, file));
  const found = new Set<string>();
  for (const folder of await existing(entries.filter(isCovered))) {
    const names = await readdir(folder).catch(() => []);
    for (const program of await existing(names.slice(0, mostPrograms).map((name) => join(folder, name)))) {
      if (!isWithin(folder, program) && isCovered(program)) found.add(await toolOf(program));
    }
  }
  return [...found];
}

/** What `program` needs of its own: the packages it was installed with, its environment, or itself. */
async function toolOf(program: string): Promise<string> {
  const [before, ...rest] = program.split(`${sep}node_modules${sep}`);
  if (before !== undefined && rest.length > 0) return join(before, 'node_modules');
  const environment = dirname(dirname(program));
  const isEnvironment = await stat(join(environment, 'pyvenv.cfg')).then(
    () => true,
    () => false,
  );
  return isEnvironment ? environment : program;
}

/** Real paths of those that are there, each once. */
async function existing(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(paths.map((path) => realpath(path).catch(() => null)));
  return [...new Set(found.filter((path) => path !== null))];
}
