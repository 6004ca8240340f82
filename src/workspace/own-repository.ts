// Repositories of our own that borrow the objects of a checkout: one to keep the baseline in, one for the tests to look at.
import { appendFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Git } from './git.ts';
import { userHome } from './home.ts';
import { readPlainFile } from './plain-file.ts';

/** The user's own configuration and ignore list stay out. */
export const isolated = { GIT_CONFIG_GLOBAL: '/dev/null', XDG_CONFIG_HOME: '/dev/null', HOME: '/dev/null' };

/** Settings that decide which bytes a file has in git; taken over from the checkout. Names as git lists them. */
const takenOver = ['core.autocrlf', 'core.eol', 'core.filemode', 'core.symlinks', 'core.ignorecase', 'core.precomposeunicode'];

/** Bytes of a list of git's; longer ones are not taken over. */
const longestList = 16 * 1024 * 1024;

/** What our repositories take from a checkout. */
export interface SourceRepository {
  readonly git: Git;
  readonly objectFormat: string;
  /** Absolute; also right for a linked worktree. Null when there are none. */
  readonly objects: string | null;
  readonly shallow: string | null;
  /** What the user ignores besides the repository's own `.gitignore`: for this repository, and everywhere. */
  readonly ignoreRules: string;
  readonly config: ReadonlyMap<string, string>;
}

export async function readSource(git: Git): Promise<SourceRepository> {
  const [paths, listed] = await Promise.all([
    git.text(['rev-parse', '--path-format=absolute', '--git-path', 'objects', '--git-common-dir']),
    git.text(['config', '--list', '--null', '--show-scope']),
  ]);
  const [objects = '', folder = ''] = paths.split('\n');
  const { config, everywhere } = settingsIn(listed);
  // A link in their place could lead to any file of the user's: git would follow it.
  const [shallow, ...ignored] = await Promise.all([
    readPlainFile(join(folder, 'shallow'), longestList),
    readFile(everywhere.replace(/^~(?=\/)/, userHome), 'utf8').catch(() => null),
    readPlainFile(join(folder, 'info', 'exclude'), longestList),
  ]);
  return {
    git,
    objectFormat: config.get('extensions.objectformat') ?? 'sha1',
    objects: (await stat(objects).catch(() => null)) === null ? null : objects,
    shallow: commitsOnly(shallow),
    ignoreRules: ignored.map((text) => `${text ?? ''}\n`).join(''),
    config,
  };
}

/**
 * Settings by name, and the ignore list that holds everywhere. What a repository's own settings name as that is not believed: it could be
 * any file of the user's, and tests see the list.
 */
function settingsIn(listed: string): { readonly config: ReadonlyMap<string, string>; readonly everywhere: string } {
  const config = new Map<string, string>();
  let everywhere = join(process.env.XDG_CONFIG_HOME ?? '~/.config', 'git', 'ignore');
  const fields = listed.split('\0');
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [scope, entry = ''] = [fields[at], fields[at + 1]];
    const end = entry.indexOf('\n');
    if (end === -1) continue;
    const [name, value] = [entry.slice(0, end), entry.slice(end + 1)];
    config.set(name, value);
    if (name === 'core.excludesfile' && (scope === 'global' || scope === 'system')) everywhere = value;
  }
  return { config, everywhere };
}

/** A repository without files that has the objects, the ignore rules and the line-end settings of `source`. */
export async function createBareRepository(source: SourceRepository, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const git = new Git(folder, { env: { ...isolated, GIT_DIR: folder } });
  await git.text(['init', '--quiet', '--bare', '--template=', '--initial-branch=main', `--object-format=${source.objectFormat}`]);
  const settings = takenOver.map((name) => [name.slice('core.'.length), source.config.get(name) ?? ''] as const);
  const lines = [['bare', 'false'] as const, ['looseCompression', '0'] as const, ...settings]
    .filter(([, value]) => /^[\w-]+$/.test(value))
    .map(([name, value]) => `\t${name} = ${value}\n`);
  await appendFile(join(folder, 'config'), `[core]\n${lines.join('')}`);
  await mkdir(join(folder, 'info'), { recursive: true });
  await mkdir(join(folder, 'objects', 'info'), { recursive: true });
  if (source.objects !== null) await writeFile(join(folder, 'objects', 'info', 'alternates'), `${source.objects}\n`);
  await writeFile(join(folder, 'info', 'exclude'), source.ignoreRules);
}

/**
 * The `.git` of a copy: the same commit, branches and tags as `source`, so that tests which ask git find what they expect, and no
 * credential, hook or remote with a password. Its index is that of the commit.
 */
export async function createRepositoryOf(source: SourceRepository, root: string, sha: string, branch: string | null): Promise<void> {
  const folder = join(root, '.git');
  await createBareRepository(source, folder);
  const refs = await source.git.run(['for-each-ref', '--format=%(objectname) %(refname)', 'refs/heads', 'refs/tags', 'refs/remotes']);
  const usable = refs.stdout.split('\n').filter((line) => /^[0-9a-f]+ refs\//.test(line) && !line.endsWith('/HEAD'));
  await writeFile(join(folder, 'packed-refs'), ['# pack-refs with: sorted ', ...usable, ''].join('\n'));
  await writeFile(join(folder, 'HEAD'), branch === null ? `${sha}\n` : `ref: refs/heads/${branch}\n`);
  if (source.shallow !== null) await writeFile(join(folder, 'shallow'), source.shallow);
  const origin = source.config.get('remote.origin.url')?.replace(/^([a-z+]+:\/\/)[^/]*@/i, '$1');
  if (origin !== undefined && /^[\w@:/.+~-]+$/.test(origin))
    await appendFile(join(folder, 'config'), `[remote "origin"]\n\turl = ${origin}\n`);
  // Not fatal: a missing object (partial clone) leaves the index empty, and only tests that ask git notice.
  await new Git(root, { env: { ...isolated, GIT_DIR: folder, GIT_WORK_TREE: root } }).run(['read-tree', sha]);
}

function commitsOnly(text: string | null): string | null {
  return text !== null && /^(?:[0-9a-f]{40,64}\n)*$/.test(text) ? text : null;
}
