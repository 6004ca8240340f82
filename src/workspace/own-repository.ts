// Repositories of our own that borrow the objects of a checkout: one to keep the baseline in, one for the tests to look at.
import { appendFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Git } from './git.ts';

/** The user's own configuration and ignore list stay out. */
export const isolated = { GIT_CONFIG_GLOBAL: '/dev/null', XDG_CONFIG_HOME: '/dev/null', HOME: '/dev/null' };

/** Settings that decide which bytes a file has in git; taken over from the checkout. */
const takenOver = ['core.autocrlf', 'core.eol', 'core.filemode', 'core.symlinks', 'core.ignorecase', 'core.precomposeunicode'];

/** A repository without files that has the objects, the ignore rules and the line-end settings of `source`. */
export async function createBareRepository(source: Git, folder: string): Promise<void> {
  await initialise(source, folder);
  await writeFile(join(folder, 'info', 'exclude'), await ignoreRules(source));
}

/**
 * The `.git` of a copy: the same commit, branches and tags as `source`, so that tests which ask git find what they expect, and no
 * credential, hook or remote with a password. Its index is that of the commit.
 */
export async function createRepositoryOf(source: Git, root: string, sha: string, branch: string | null): Promise<void> {
  const folder = join(root, '.git');
  await initialise(source, folder);
  const refs = await source.run(['for-each-ref', '--format=%(objectname) %(refname)', 'refs/heads', 'refs/tags', 'refs/remotes']);
  const usable = refs.stdout.split('\n').filter((line) => /^[0-9a-f]+ refs\//.test(line) && !line.endsWith('/HEAD'));
  await writeFile(join(folder, 'packed-refs'), ['# pack-refs with: sorted ', ...usable, ''].join('\n'));
  await writeFile(join(folder, 'HEAD'), branch === null ? `${sha}\n` : `ref: refs/heads/${branch}\n`);
  const shallow = await readFile(await gitPath(source, 'shallow'), 'utf8').catch(() => null);
  if (shallow !== null) await writeFile(join(folder, 'shallow'), shallow);
  const git = new Git(root, { env: { ...isolated, GIT_DIR: folder, GIT_WORK_TREE: root } });
  const origin = await source.run(['config', '--get', 'remote.origin.url']);
  const url = origin.stdout.trim().replace(/^(https?:\/\/)[^/@]*@/i, '$1');
  if (url !== '') await git.run(['config', 'remote.origin.url', url]);
  await writeFile(join(folder, 'info', 'exclude'), await ignoreRules(source));
  // Not fatal: a missing object (partial clone) leaves the index empty, and only tests that ask git notice.
  await git.run(['read-tree', sha]);
}

async function initialise(source: Git, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const format = await source.run(['rev-parse', '--show-object-format']);
  const kind = format.exitCode === 0 ? [`--object-format=${format.stdout.trim()}`] : [];
  const git = new Git(folder, { env: { ...isolated, GIT_DIR: folder } });
  await git.text(['init', '--quiet', '--bare', '--template=', '--initial-branch=main', ...kind]);
  const values = await Promise.all(takenOver.map((name) => source.run(['config', '--get', name])));
  const settings = takenOver.map((name, index) => [name.slice('core.'.length), values[index]?.stdout.trim() ?? ''] as const);
  const lines = [['bare', 'false'] as const, ['looseCompression', '0'] as const, ...settings]
    .filter(([, value]) => /^[\w-]+$/.test(value))
    .map(([name, value]) => `\t${name} = ${value}\n`);
  await appendFile(join(folder, 'config'), `[core]\n${lines.join('')}`);
  await mkdir(join(folder, 'info'), { recursive: true });
  await mkdir(join(folder, 'objects', 'info'), { recursive: true });
  const objects = await objectsFolder(source);
  if (objects !== null) await writeFile(join(folder, 'objects', 'info', 'alternates'), `${objects}\n`);
}

/** The checkout's objects, also from a linked worktree; null when there are none. */
export async function objectsFolder(source: Git): Promise<string | null> {
  const folder = await gitPath(source, 'objects');
  return (await stat(folder).catch(() => null)) === null ? null : folder;
}

async function gitPath(source: Git, name: string): Promise<string> {
  return source.text(['rev-parse', '--path-format=absolute', '--git-path', name]);
}

/** What the user ignores besides the repository's own `.gitignore`: for this repository, and everywhere. */
async function ignoreRules(source: Git): Promise<string> {
  const configured = await source.run(['config', '--type=path', '--get', 'core.excludesFile']);
  const everywhere = configured.stdout.trim() || join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'git', 'ignore');
  const files = [everywhere, await gitPath(source, 'info/exclude')];
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')));
  return [...texts, ''].join('\n');
}
