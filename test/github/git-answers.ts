// What GitHub says about branches and commits, read from the real repository.
import type { GitRemote } from './git-remote.ts';
import { failure, type Reply } from './reply.ts';

export class GitAnswers {
  readonly #remote: GitRemote;
  /** What git says of commits by their ids, which never changes. */
  readonly #said = new Map<string, Promise<string>>();

  constructor(remote: GitRemote) {
    this.#remote = remote;
  }

  /** Null when there is no such commit. */
  commitOf(name: string): Promise<string | null> {
    return this.#remote.commitOf(name);
  }

  async count(range: string): Promise<number> {
    return Number(await this.#ask('rev-list', '--count', range));
  }

  #ask(...args: string[]): Promise<string> {
    const key = args.join(' ');
    if (!/\b[0-9a-f]{40}(?:\.\.[0-9a-f]{40})?$/.test(key)) return this.#remote.git(...args);
    const said = this.#said.get(key) ?? this.#remote.git(...args);
    this.#said.set(key, said);
    said.catch(() => this.#said.delete(key));
    return said;
  }

  async ref(branch: string): Promise<Reply> {
    const sha = await this.commitOf(`refs/heads/${branch}`);
    return sha === null ? failure(404, 'Not Found') : { status: 200, body: refJson(`refs/heads/${branch}`, sha) };
  }

  async createRef(ref: string, sha: string): Promise<Reply> {
    if ((await this.commitOf(ref)) !== null) return failure(422, 'Reference already exists');
    return this.#setRef(ref, sha, 201);
  }

  async updateRef(ref: string, sha: string, force: boolean): Promise<Reply> {
    const before = await this.commitOf(ref);
    if (before === null) return failure(422, 'Reference does not exist');
    if (!force && (await this.count(`${sha}..${before}`).catch(() => 1)) > 0) return failure(422, 'Update is not a fast forward');
    return this.#setRef(ref, sha, 200);
  }

  async deleteRef(ref: string): Promise<Reply> {
    if ((await this.commitOf(ref)) === null) return failure(422, 'Reference does not exist');
    await this.#remote.git('update-ref', '-d', ref);
    return { status: 204 };
  }

  async commits(query: URLSearchParams): Promise<Reply> {
    const most = `--max-count=${query.get('per_page') ?? 30}`;
    const list = await this.#remote.git('rev-list', most, query.get('sha') ?? 'HEAD').catch(() => null);
    if (list === null) return failure(404, 'Not Found');
    return { status: 200, body: await Promise.all(list.split('\n').map((sha) => this.#commitJson(sha))) };
  }

  /** `path:line` of every line that the diff of a pull request shows, as numbered after it. */
  async shownLines(base: string, head: string): Promise<ReadonlySet<string>> {
    const shown = new Set<string>();
    let path = '';
    for (const line of (await this.#remote.git('diff', '--unified=3', `${base}...${head}`)).split('\n')) {
      path = /^\+\+\+ b\/(.*)$/.exec(line)?.[1] ?? path;
      const [, start, count = '1'] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
      for (let n = 0; start !== undefined && n < Number(count); n++) shown.add(`${path}:${Number(start) + n}`);
    }
    return shown;
  }

  async #setRef(ref: string, sha: string, status: number): Promise<Reply> {
    const moved = await this.#remote.git('update-ref', ref, sha).catch(() => null);
    return moved === null ? failure(422, 'Object does not exist') : { status, body: refJson(ref, sha) };
  }

  async commit(name: string): Promise<Reply> {
    const sha = (await this.commitOf(name)) ?? (await this.commitOf(`refs/heads/${name}`));
    return sha === null ? failure(422, `No commit found for SHA: ${name}`) : { status: 200, body: await this.#commitJson(sha) };
  }

  async compare(basehead: string): Promise<Reply> {
    const [one = '', other = ''] = basehead.split('...');
    const [base, head] = [await this.commitOf(one), await this.commitOf(other)];
    if (base === null || head === null) return failure(404, 'Not Found');
    const [ahead, behind] = [await this.count(`${base}..${head}`), await this.count(`${head}..${base}`)];
    const status = ahead > 0 ? (behind > 0 ? 'diverged' : 'ahead') : behind > 0 ? 'behind' : 'identical';
    const url = `${this.#page}/compare/${basehead}`;
    const common = await this.#commitJson(await this.#ask('merge-base', base, head));
    const urls = { url, html_url: url, permalink_url: url, diff_url: url, patch_url: url };
    const counts = { status, ahead_by: ahead, behind_by: behind, total_commits: ahead, commits: [], files: [] };
    return { status: 200, body: { ...urls, ...counts, base_commit: await this.#commitJson(base), merge_base_commit: common } };
  }

  async #commitJson(sha: string): Promise<Record<string, unknown>> {
    const format = '--format=%an%x00%ae%x00%aI%x00%T%x00%P%x00%B';
    const [name, email, date, tree, parents = '', message] = (await this.#ask('show', '--no-patch', format, sha)).split('\0');
    const url = `${this.#page}/commit/${sha}`;
    const person = { name, email, date };
    const parentJson = parents.split(' ').flatMap((parent) => (parent === '' ? [] : [{ sha: parent, url, html_url: url }]));
    return {
      ...{ sha, node_id: 'COMMIT', url, html_url: url, comments_url: url, author: null, committer: null, parents: parentJson, files: [] },
      commit: { url, message, author: person, committer: person, tree: { sha: tree, url }, comment_count: 0 },
    };
  }

  get #page(): string {
    return `${this.#remote.serverUrl}/${this.#remote.owner}/${this.#remote.name}`;
  }
}

function refJson(ref: string, sha: string): Record<string, unknown> {
  const url = 'https://api.github.com/git';
  return { ref, node_id: 'REF', url, object: { type: 'commit', sha, url } };
}
