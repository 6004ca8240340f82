// One commit with the fix, made in a repository of its own: no checkout is touched, no file is written, no hook or filter is run.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Git, GitError } from '../workspace/index.ts';
import { beyondTheApi, type ChangedFile, readChangedFiles } from './changed-files.ts';
import { type Hunk, hunksOf } from './hunks.ts';

/** The account GitHub shows for what a workflow did. */
const author = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' };
const trailer = 'Regreen-Fingerprint';
const attemptTrailer = 'Regreen-Attempt';
/** With its parents: a commit whose history ends with itself cannot be pushed to another branch. */
const fetch = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--depth=2'];
const networkTimeoutMs = 300_000;
const longestText = 2 * 1024 * 1024;
/** GitHub's own commits: those made by its API or in its editor. */
const webCommitter = 'GitHub <noreply@github.com>';
/** Bytes of the files that go into one request. */
const largestRequest = 4 * 1024 * 1024;

export interface RemoteRepository {
  /** Without credentials. */
  readonly url: string;
  readonly serverUrl: string;
  readonly token: string;
}

export interface CommitRequest {
  /** The red commit: the parent. */
  readonly parent: string;
  readonly patch: string;
  readonly message: string;
  readonly fingerprint: string;
  /** How many fixes of this failure there were, with this one. */
  readonly attempt: number;
}

/** The patch does not apply to the red commit, or holds what may not be pushed. */
type Refused = { readonly ok: false; readonly reason: string };

export interface Commit {
  readonly sha: string;
  readonly tree: string;
  readonly parent: string;
  /** With its trailers. */
  readonly message: string;
}

export type CommitOutcome = ({ readonly ok: true } & Commit) | Refused;

/** What GitHub's API needs to make a commit itself. */
export interface WholeFiles {
  readonly ok: true;
  readonly additions: readonly { readonly path: string; readonly contents: string }[];
  readonly deletions: readonly { readonly path: string }[];
}

/** `patch` is git's own text for what the patch does. */
export type Examination = { readonly ok: true; readonly patch: string; readonly files: readonly ChangedFile[] } | Refused;

export type PushOutcome = { readonly ok: true } | { readonly ok: false; readonly said: string };

/** A bare repository that borrows the objects of a checkout and speaks to the remote. Throws `GitError` when git fails. */
export class Publisher {
  readonly #git: Git;
  readonly #remote: Git;
  readonly #url: string;
  /** Commits that are here, with their names. */
  readonly #known = new Set<string>();

  private constructor(git: Git, remote: Git, url: string) {
    this.#git = git;
    this.#remote = remote;
    this.#url = url;
  }

  /** `folder` must not exist yet; `source` is a checkout whose objects save a fetch. */
  static async open(folder: string, source: string | null, remote: RemoteRepository, signal?: AbortSignal): Promise<Publisher> {
    await mkdir(folder, { recursive: true });
    // Without the user's settings: an earlier step may have changed them, and they could send the token elsewhere.
    const git = new Git(folder, { env: { GIT_CONFIG_GLOBAL: '/dev/null', GIT_DIR: folder }, signal });
    await git.text(['init', '--quiet', '--bare', '--template=', folder]);
    if (source !== null) await borrowObjects(new Git(source, { readOnly: true }), folder);
    return new Publisher(git, git.withToken(remote.serverUrl, remote.token), remote.url);
  }

  /** Tips of branches on the remote, and of all below `prefix` that end like `ending`, a glob; a branch that is not there is left out. */
  async tips(branches: readonly string[], also: { prefix: string; ending: string } | null = null): Promise<ReadonlyMap<string, string>> {
    const refs = branches.map((branch) => `refs/heads/${branch}`);
    const globs = also === null ? [] : [`refs/heads/${also.prefix}*${also.ending}`];
    const said = await this.#remote.text(['ls-remote', '--quiet', this.#url, ...refs, ...globs], { timeoutMs: networkTimeoutMs });
    // Git takes each name for the end of a longer one, too.
    const wanted = (ref: string): boolean => refs.includes(ref) || (also !== null && ref.startsWith(`refs/heads/${also.prefix}`));
    const found = said.split('\n').map((line) => line.split('\t'));
    return new Map(found.flatMap(([sha = '', ref = '']) => (wanted(ref) ? [[ref.slice('refs/heads/'.length), sha] as const] : [])));
  }

  async tip(branch: string): Promise<string | null> {
    return (await this.tips([branch])).get(branch) ?? null;
  }

  /** What the patch does to `parent`: git applies it, and tells what came of it, whatever the patch says of itself. */
  async examine(parent: string, patch: string): Promise<Examination> {
    const applied = await this.#apply(parent, patch);
    if (!applied.ok) return applied;
    const text = await this.#diff(parent, applied.tree, '-p', '--binary', '--full-index');
    return { ok: true, patch: text === '' ? '' : `${text}\n`, files: await this.#changes(parent, applied.tree) };
  }

  /** The text of a file in a commit; null when it is not there, not text, or has more than 2 MB. */
  async textOf(commit: string, path: string): Promise<string | null> {
    const file = await this.#git.run(['cat-file', 'blob', `${commit}:${path}`], { keepBytes: longestText });
    const { exitCode, stdout, clippedBytes } = file;
    return exitCode !== 0 || clippedBytes > 0 || stdout.includes('\0') || stdout.includes('\ufffd') ? null : stdout;
  }

  /** Every file of a commit that is here. */
  async paths(commit: string): Promise<readonly string[]> {
    return (await this.#git.text(['ls-tree', '-r', '-z', '--name-only', commit])).split('\0').filter((path) => path !== '');
  }

  async commit({ parent, patch, message, fingerprint, attempt }: CommitRequest): Promise<CommitOutcome> {
    const applied = await this.#apply(parent, patch);
    if (!applied.ok) return applied;
    const { tree } = applied;
    const odd = await this.#oddFile(parent, tree);
    if (odd !== null) return { ok: false, reason: odd };
    const whole = `${message.trim()}\n\n${trailer}: ${fingerprint}\n${attemptTrailer}: ${attempt}\n`;
    const names = { GIT_AUTHOR_NAME: author.name, GIT_AUTHOR_EMAIL: author.email };
    const env = { ...names, GIT_COMMITTER_NAME: author.name, GIT_COMMITTER_EMAIL: author.email };
    const sha = await this.#git.text(['commit-tree', tree, '-p', parent, '-F', '-'], { input: whole, env });
    return { ok: true, sha, tree, parent, message: whole };
  }

  /** The files of a commit of ours, whole, for a request to GitHub's API; or why that cannot carry them. */
  async wholeFiles({ parent, sha }: Commit): Promise<WholeFiles | Refused> {
    const files = await this.#changes(parent, sha);
    const beyond = files.map(beyondTheApi).find((reason) => reason !== null);
    if (beyond !== undefined) return { ok: false, reason: beyond };
    const additions: { path: string; contents: string }[] = [];
    let bytes = 0;
    for (const { path, blob } of files) {
      if (blob === null) continue;
      const content = Buffer.from((await this.#git.run(['cat-file', 'blob', blob], { keepBytes: 2 * largestRequest })).stdout);
      bytes += content.length;
      if (bytes > largestRequest) return { ok: false, reason: `the files have more than ${largestRequest} bytes` };
      if (blobIdOf(content, blob.length) !== blob) return { ok: false, reason: `${path} is not UTF-8` };
      additions.push({ path, contents: content.toString('base64') });
    }
    return { ok: true, additions, deletions: files.filter(({ blob }) => blob === null).map(({ path }) => ({ path })) };
  }

  /** The newest commit that both have, by git alone: fetches all of their history. */
  async mergeBase(one: string, other: string): Promise<string> {
    const shallow = (await this.#git.text(['rev-parse', '--is-shallow-repository'])) === 'true';
    const whole = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', ...(shallow ? ['--unshallow'] : [])];
    await this.#remote.text([...whole, this.#url, one, other], { timeoutMs: networkTimeoutMs });
    return this.#git.text(['merge-base', one, other]);
  }

  /** The hunks between two commits, without context. Fetches what is not here. */
  async hunks(from: string, to: string): Promise<Hunk[]> {
    await this.fetch(from);
    await this.fetch(to);
    return hunksOf(await this.#diff(from, to, '-p', '--unified=0'));
  }

  /** Whether the tip of a branch is a commit of ours for this failure: made by us, or by GitHub when we asked it to. */
  async isOurs(tip: string, fingerprint: string): Promise<boolean> {
    await this.fetch(tip);
    const { header, message } = await this.#read(tip);
    const committers = [`${author.name} <${author.email}>`, webCommitter].map((who) => `committer ${who} `);
    return header.some((line) => committers.some((who) => line.startsWith(who))) && message.includes(`${trailer}: ${fingerprint}`);
  }

  /** How many fixes of its failure there were up to the commit at the tip of a branch of ours. */
  async attemptOf(tip: string): Promise<number> {
    return attemptIn((await this.#read(tip)).message.join('\n'));
  }

  /** The same files on the same parent. */
  async isLike(sha: string, { tree, parent }: Commit): Promise<boolean> {
    await this.fetch(sha);
    const { header } = await this.#read(sha);
    const what = header.filter((line) => /^(?:tree|parent) /.test(line));
    return what.join('\n') === `tree ${tree}\nparent ${parent}`;
  }

  /** Whether a commit already has every line of the patch. */
  async hasFix(commit: string, patch: string): Promise<boolean> {
    await this.fetch(commit);
    return await this.#withIndex(async (env) => {
      await this.#git.text(['read-tree', commit], { env });
      return (await this.#git.run(['apply', '--cached', '--check', '--reverse', '-'], { input: patch, env })).exitCode === 0;
    });
  }

  /** Moves the branch from `expected` (null: it must not exist) to `sha`; refused when somebody else moved it. */
  async push(branch: string, sha: string, expected: string | null): Promise<PushOutcome> {
    const lease = `--force-with-lease=refs/heads/${branch}:${expected ?? ''}`;
    const result = await this.#remote.run(['push', '--quiet', '--no-verify', lease, this.#url, `${sha}:refs/heads/${branch}`], {
      timeoutMs: networkTimeoutMs,
    });
    return result.exitCode === 0 ? { ok: true } : { ok: false, said: result.stderr || (result.failedToStart ?? 'the push took too long') };
  }

  /** Whether the branch is gone. */
  async remove(branch: string): Promise<boolean> {
    const asked = ['push', '--quiet', '--no-verify', this.#url, `:refs/heads/${branch}`];
    return (await this.#remote.run(asked, { timeoutMs: networkTimeoutMs })).exitCode === 0;
  }

  async #apply(parent: string, patch: string): Promise<{ readonly ok: true; readonly tree: string } | Refused> {
    await this.fetch(parent);
    return await this.#withIndex(async (env) => {
      await this.#git.text(['read-tree', parent], { env });
      const applied = await this.#git.run(['apply', '--cached', '--whitespace=nowarn', '-'], { input: patch, env });
      if (applied.exitCode !== 0) {
        const said = applied.stderr.trim().slice(0, 500) || `git ended by ${applied.signal ?? `exit code ${applied.exitCode}`}`;
        return { ok: false, reason: `the patch does not apply to ${parent}: ${said}` };
      }
      return { ok: true, tree: await this.#git.text(['write-tree', '--missing-ok'], { env }) };
    });
  }

  /** An index of its own each time: git dies of some patches, and leaves a lock behind. */
  async #withIndex<T>(work: (env: Readonly<Record<string, string>>) => Promise<T>): Promise<T> {
    const own = await mkdtemp(join(this.#git.root, 'index-'));
    try {
      return await work({ GIT_INDEX_FILE: join(own, 'index') });
    } finally {
      await rm(own, { recursive: true, force: true });
    }
  }

  /** Gets a commit that is not here yet. */
  async fetch(sha: string): Promise<void> {
    if (this.#known.has(sha)) return;
    const here = await this.#git.run(['cat-file', '-e', `${sha}^{tree}`]);
    if (here.exitCode !== 0) await this.#remote.text([...fetch, this.#url, sha], { timeoutMs: networkTimeoutMs });
    // A name for what is here, so that the next fetch gets only the difference.
    await this.#git.text(['update-ref', `refs/known/${sha}`, sha]);
    this.#known.add(sha);
  }

  /** The commit as it is stored: a shallow clone shows no parents otherwise. */
  async #read(sha: string): Promise<{ readonly header: readonly string[]; readonly message: readonly string[] }> {
    const lines = (await this.#git.text(['cat-file', 'commit', sha])).split('\n');
    const end = lines.indexOf('');
    return { header: lines.slice(0, end), message: lines.slice(end + 1) };
  }

  #diff(from: string, to: string, ...options: readonly string[]): Promise<string> {
    return this.#git.text(['diff-tree', '-r', '--no-renames', ...options, from, to]);
  }

  async #changes(from: string, to: string): Promise<ChangedFile[]> {
    return readChangedFiles(await this.#diff(from, to, '-z', '--raw', '--numstat'));
  }

  /** A symbolic link or a submodule could bring in what nobody reviewed. */
  async #oddFile(parent: string, tree: string): Promise<string | null> {
    const files = await this.#changes(parent, tree);
    if (files.length === 0) return 'the patch changes nothing';
    const odd = files.find(({ newMode, oldMode }) => [oldMode, newMode].some((mode) => mode === '120000' || mode === '160000'));
    return odd === undefined ? null : `${odd.path} is a symbolic link or a submodule, which is not pushed`;
  }
}

/** Git's own name for a content, by SHA-1 or, where names have 64 digits, SHA-256. */
function blobIdOf(content: Buffer, digits: number): string {
  return createHash(digits === 64 ? 'sha256' : 'sha1')
    .update(`blob ${content.length}\0`)
    .update(content)
    .digest('hex');
}

/** What a commit of ours says of itself. */
export function attemptIn(message: string): number {
  return Number(new RegExp(`^${attemptTrailer}: (\\d{1,3})$`, 'm').exec(message)?.[1] ?? 1);
}

/** The failure that a commit of ours is about; null for a commit of somebody else. */
export function failureIn(message: string): string | null {
  return new RegExp(`^${trailer}: ([0-9a-f]{12,64})$`, 'm').exec(message)?.[1] ?? null;
}

/** Objects are read where they are; a shallow clone must be known as one. */
async function borrowObjects(source: Git, folder: string): Promise<void> {
  try {
    const paths = await source.text(['rev-parse', '--git-path', 'objects', '--git-path', 'shallow']);
    const [objects = '', shallow = ''] = paths.split('\n').map((path) => resolve(source.root, path));
    await mkdir(join(folder, 'objects', 'info'), { recursive: true });
    await writeFile(join(folder, 'objects', 'info', 'alternates'), `${objects}\n`);
    await copyFile(shallow, join(folder, 'shallow'));
  } catch (error) {
    // No shallow file: the clone is whole. No git repository: everything is fetched.
    if (!(error instanceof GitError) && !(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
