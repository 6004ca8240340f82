// What an attack could reach: a home with credentials, folders and ports outside of every sandbox, a git server and a GitHub that take a token.
import { createSocket } from 'node:dgram';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processesIn, sums } from '../e2e/terminal.ts';
import { type FakeGitHub, startFakeGitHub } from '../github/fake-github.ts';
import { type GitRemote, startGitRemote } from '../github/git-remote.ts';
import type { TestRepository } from '../workspace/repositories.ts';
import { basic, canary, token } from './loot.ts';
import type { Outside } from './types.ts';

const root = resolve(import.meta.dirname, '..', '..');

export interface World extends AsyncDisposable {
  readonly outside: Outside;
  /** Where everything of it lies. */
  readonly folder: string;
  readonly remote: GitRemote;
  readonly github: FakeGitHub;
  /** The repository as actions/checkout leaves it: with the token in its configuration. */
  checkout(files: Readonly<Record<string, string>>): Promise<TestRepository>;
  /** What an attack left outside. */
  signs(): Promise<string[]>;
}

let runs = 0;

export async function openWorld(): Promise<World> {
  // Not below /tmp, which is private to every command anyway.
  const parent = join(root, 'node_modules', '.cache');
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, 'hostile-'));
  const [home, fence] = [join(folder, 'home'), join(folder, 'canary')];
  await mkdir(join(home, '.ssh'), { recursive: true });
  await mkdir(fence);
  for (const name of ['.ssh/id_test', '.npmrc', 'notes.txt'])
    await writeFile(join(home, name), `//registry.example.test/:_authToken=${canary}\n`);
  const [ears, remote] = await Promise.all([listen(), startGitRemote({ token, name: 'sums' })]);
  const github = await startFakeGitHub({ token, remote, described: false });
  const mark = `987.${process.pid}${++runs}`;
  const letterBox = `/dev/shm/regreen-${mark}`;
  const abstract = `regreen-hostile-${mark}`;
  const socket = createServer((each) => each.destroy()).listen(`\0${abstract}`);
  return {
    outside: { home, canary: fence, tcp: ears.tcp, udp: ears.udp, abstract, mark },
    folder,
    remote,
    github,
    async checkout(files) {
      const repo = await sums(files, folder);
      await repo.git.text(['push', '--quiet', remote.bareDir, 'HEAD:refs/heads/main']);
      const settings = `[remote "origin"]\n\turl = ${remote.url}\n[http "${remote.serverUrl}/"]\n\textraheader = AUTHORIZATION: basic ${basic}\n`;
      await appendFile(join(repo.root, '.git', 'config'), settings);
      return repo;
    },
    async signs() {
      for (let tries = 0; tries < 100 && (await processesIn(`sleep ${mark}`)).length > 0; tries++) await sleep(50);
      const startup = await readFile(join(home, '.bashrc'), 'utf8').catch(() => '');
      return [
        ...new Set(ears.hits.map((hit) => `it was heard outside by ${hit}`)),
        ...(await readdir(fence)).map((name) => `${name} was written outside`),
        ...((await stat(letterBox).catch(() => null)) === null ? [] : ['shared memory was written']),
        ...(startup === '' ? [] : ['a startup file of the user was changed']),
        ...(await processesIn(`sleep ${mark}`)).map((line) => `it outlived the run: ${line}`),
      ];
    },
    [Symbol.asyncDispose]: async () => {
      ears.close();
      socket.close();
      await rm(letterBox, { force: true });
      await Promise.all([remote.close(), github.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A TCP and a UDP listener on loopback that note whoever comes. */
async function listen() {
  const hits: string[] = [];
  const tcp = createServer((socket) => {
    hits.push('TCP');
    socket.on('error', () => {}).destroy();
  });
  const udp = createSocket('udp4').on('message', () => hits.push('UDP'));
  await new Promise<void>((done) => tcp.listen(0, '127.0.0.1', done));
  await new Promise<void>((done) => udp.bind(0, '127.0.0.1', done));
  const address = tcp.address();
  const close = (): void => {
    tcp.close();
    udp.close();
  };
  return { hits, tcp: typeof address === 'object' && address !== null ? address.port : 0, udp: udp.address().port, close };
}
