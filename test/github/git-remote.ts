// A real git server for tests: a bare repository behind `git http-backend`, with a token as GitHub wants it.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { close, listen } from './http.ts';

const run = promisify(execFile);

export interface GitRemoteOptions {
  /** The password of user `x-access-token`; needed for pushing. */
  readonly token: string;
  /** Others that are as good. */
  readonly tokens?: readonly string[] | undefined;
  /** Default `octo-org`. */
  readonly owner?: string | undefined;
  /** Default `octo-repo`. */
  readonly name?: string | undefined;
  /** A private repository asks for the token for reading too. */
  readonly private?: boolean | undefined;
  /** Every request of a token waits for this. */
  readonly gate?: ((token: string) => Promise<void>) | undefined;
}

export interface GitRemote extends AsyncDisposable {
  /** The repository's address, without credentials. */
  readonly url: string;
  /** What `GITHUB_SERVER_URL` has to be. */
  readonly serverUrl: string;
  readonly bareDir: string;
  readonly owner: string;
  readonly name: string;
  /** Runs git in the bare repository; returns its output without the final newline. */
  git(...args: string[]): Promise<string>;
  /** The commit of a name, as it is now; null when there is none. */
  commitOf(name: string): Promise<string | null>;
  /** Branch names with their commits. */
  branches(): Promise<Record<string, string>>;
  /** Refuses pushes from now on with this message, as a protected branch does; null allows them again. */
  refusePushes(message: string | null): Promise<void>;
  close(): Promise<void>;
}

/** Starts the server on a free port of loopback. */
export async function startGitRemote(options: GitRemoteOptions): Promise<GitRemote> {
  const { token, owner = 'octo-org', name = 'octo-repo' } = options;
  const root = await mkdtemp(join(tmpdir(), 'regreen-remote-'));
  const bareDir = join(root, owner, `${name}.git`);
  await mkdir(bareDir, { recursive: true });
  const git = async (...args: string[]) => (await run('git', ['-C', bareDir, ...args], { maxBuffer: 64e6 })).stdout.replace(/\n$/, '');
  await git('init', '--quiet', '--bare', '--initial-branch=main');
  await git('config', 'http.receivepack', 'true');
  await git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  const server = createServer((request, response) => {
    if (mayPass(request, options)) void waiting(request).then(() => serve(root, request, response));
    else response.writeHead(401, { 'www-authenticate': 'Basic realm="GitHub"' }).end('Authentication required');
  });
  const serverUrl = await listen(server);
  const hook = join(bareDir, 'hooks', 'pre-receive');
  const names = new NameReader(bareDir);
  const stop = async () => {
    await close(server);
    names.close();
    await rm(root, { recursive: true, force: true });
  };
  return {
    url: `${serverUrl}/${owner}/${name}.git`,
    serverUrl,
    bareDir,
    owner,
    name,
    git,
    commitOf: (name) => names.commitOf(name),
    branches: async () => {
      const lines = await git('for-each-ref', '--format=%(refname:lstrip=2) %(objectname)', 'refs/heads');
      return Object.fromEntries(lines.split('\n').flatMap((line) => (line === '' ? [] : [line.split(' ') as [string, string]])));
    },
    refusePushes: async (message) => {
      await rm(hook, { force: true });
      if (message === null) return;
      await mkdir(join(bareDir, 'hooks'), { recursive: true });
      await writeFile(join(bareDir, 'refusal'), `${message}\n`);
      await writeFile(hook, '#!/bin/sh\ncat refusal >&2\nexit 1\n');
      await chmod(hook, 0o755);
    },
    close: stop,
    [Symbol.asyncDispose]: stop,
  };

  async function waiting({ headers }: IncomingMessage): Promise<void> {
    const [, encoded = ''] = /^basic (.+)$/i.exec(headers.authorization ?? '') ?? [];
    await options.gate?.(Buffer.from(encoded, 'base64').toString().replace(/^.*?:/, ''));
  }

  function mayPass(request: IncomingMessage, { private: secret = false }: GitRemoteOptions): boolean {
    const pushes = request.url?.includes('git-receive-pack') ?? false;
    const header = request.headers.authorization;
    const expected = [token, ...(options.tokens ?? [])].map((each) => `basic ${Buffer.from(`x-access-token:${each}`).toString('base64')}`);
    // GitHub turns down a wrong token also where none is needed.
    if (header !== undefined) return expected.includes(header.replace(/^basic/i, 'basic'));
    return !pushes && !secret;
  }
}

/** One git for all names: the emulated API asks for hundreds. */
class NameReader {
  readonly #bareDir: string;
  readonly #waiting: ((commit: string | null) => void)[] = [];
  #git: ChildProcess | null = null;

  constructor(bareDir: string) {
    this.#bareDir = bareDir;
  }

  async commitOf(name: string): Promise<string | null> {
    if (name.includes('\n')) return null;
    this.#git ??= this.#start();
    this.#git.stdin?.write(`${name}^{commit}\n`);
    return new Promise((resolve) => void this.#waiting.push(resolve));
  }

  #start(): ChildProcess {
    const git = spawn('git', ['-C', this.#bareDir, 'cat-file', '--batch-check=%(objectname)'], { stdio: ['pipe', 'pipe', 'ignore'] });
    createInterface(git.stdout).on('line', (line) => this.#waiting.shift()?.(/^[0-9a-f]{40}$/.test(line) ? line : null));
    return git;
  }

  close(): void {
    this.#git?.kill();
  }
}

/** The CGI bridge: environment in, headers and body out (RFC 3875). */
function serve(root: string, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const backend = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH ?? '',
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'safe.directory',
      GIT_CONFIG_VALUE_0: '*',
      PATH_INFO: decodeURIComponent(url.pathname),
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      ...(request.headers['content-length'] === undefined ? {} : { CONTENT_LENGTH: request.headers['content-length'] }),
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REMOTE_USER: 'x-access-token',
      REMOTE_ADDR: '127.0.0.1',
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  backend.stdin.on('error', () => {});
  backend.on('error', () => response.destroy());
  request.pipe(backend.stdin);
  let head: Buffer | null = Buffer.alloc(0);
  backend.stdout.on('data', (chunk: Buffer) => {
    if (head === null) return void response.write(chunk);
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) return;
    writeHead(response, head.subarray(0, end).toString('latin1'));
    const rest = head.subarray(end + 4);
    head = null;
    if (rest.length > 0) response.write(rest);
  });
  backend.stdout.on('end', () => response.end());
}

function writeHead(response: ServerResponse, text: string): void {
  let status = 200;
  for (const line of text.split('\r\n')) {
    const [name = '', value = ''] = line.split(/:\s*(.*)/s);
    if (name.toLowerCase() === 'status') status = Number.parseInt(value, 10);
    else response.setHeader(name, value);
  }
  response.writeHead(status);
}
