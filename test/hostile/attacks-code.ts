// Code that runs because the tests do. Each body returns what it could get hold of.
import type { Hostile } from './types.ts';

const node = (module: string, ...names: string[]) => `const { ${names.join(', ')} } = await import('node:${module}');`;
const fs = node('fs', 'readFileSync', 'writeFileSync', 'readdirSync', 'symlinkSync', 'mkdirSync', 'appendFileSync', 'existsSync', 'rmSync');
const cp = node('child_process', 'execFileSync', 'spawn', 'spawnSync');
const sh = (script: string): string =>
  `${cp} return spawnSync('sh', ['-c', ${JSON.stringify(script)}], { encoding: 'utf8', timeout: 5000 }).stdout;`;
const everyPid = (file: string): string =>
  `${fs} let all = ''; for (const pid of readdirSync('/proc')) { if (/^\\d+$/.test(pid)) try { all += readFileSync('/proc/' + pid + '/${file}', 'latin1'); } catch {} } return all;`;
const below: readonly ('unshare' | 'none')[] = ['unshare', 'none'];

export const secrets: readonly Hostile[] = [
  { name: 'the key from its own environment', kind: 'secrets', attack: () => 'return JSON.stringify(process.env);' },
  {
    name: 'the key from the parent’s environment in /proc',
    kind: 'secrets',
    attack: () => `${fs} return readFileSync('/proc/' + process.ppid + '/environ', 'latin1');`,
    open: ['none'],
  },
  { name: 'the key from every process’s environment', kind: 'secrets', attack: () => everyPid('environ'), open: ['none'] },
  { name: 'the key from every command line', kind: 'secrets', attack: () => everyPid('cmdline') },
  {
    name: 'the key from the memory of node processes',
    kind: 'secrets',
    open: ['none'],
    attack: () => `${fs} ${node('fs', 'openSync', 'readSync')} let all = '';
for (const pid of readdirSync('/proc')) { if (!/^\\d+$/.test(pid) || Number(pid) === process.pid) continue; try {
  if (!/dist\\/index\\.js|src\\/main\\.ts/.test(readFileSync('/proc/' + pid + '/cmdline', 'latin1'))) continue;
  const mem = openSync('/proc/' + pid + '/mem', 'r');
  const stack = readFileSync('/proc/' + pid + '/maps', 'latin1').split('\\n').filter((l) => l.endsWith('[stack]'));
  for (const l of stack) { const [a, b] = l.split(' ')[0].split('-').map((x) => parseInt(x, 16)); const buffer = Buffer.alloc(b - a); readSync(mem, buffer, 0, b - a, a); all += buffer.toString('latin1'); }
} catch {} } return all.match(/INPUT_API-KEY=[^\\0]*/g)?.join() ?? '';`,
  },
  {
    name: 'the key through file descriptors of others',
    kind: 'secrets',
    attack: () =>
      sh(
        'for p in /proc/[0-9]*; do ls -l $p/fd 2>/dev/null; cat $p/fd/* 2>/dev/null </dev/null | head -c 10000 & done; sleep 1; kill %1 2>/dev/null',
      ),
    notIn: ['none'],
  },
  {
    name: 'the key with sudo',
    kind: 'secrets',
    attack: () => sh("sudo -n sh -c 'cat /proc/[0-9]*/environ' 2>&1 | tr '\\0' '\\n'"),
    open: ['none'],
  },
  {
    name: 'the key by starting the debugger of the parent',
    kind: 'secrets',
    attack:
      () => `${fs} let seen = ''; for (const pid of readdirSync('/proc')) { if (!/^\\d+$/.test(pid)) continue; try { if (/dist\\/index\\.js|src\\/main\\.ts/.test(readFileSync('/proc/' + pid + '/cmdline', 'latin1'))) { process.kill(Number(pid), 'SIGUSR1'); seen += pid; } } catch {} }
if (seen === '') return ''; await new Promise((r) => setTimeout(r, 500)); const list = await fetch('http://127.0.0.1:9229/json').then((r) => r.text()).catch(() => ''); return list === '' ? '' : 'GOT-A-DEBUGGER';`,
    notIn: ['none'],
  },
  {
    name: 'a trace of the parent (ptrace)',
    kind: 'secrets',
    attack: () =>
      sh(
        'command -v gdb >/dev/null && gdb -p $PPID -batch -ex "info proc" 2>&1; for p in /proc/[0-9]*; do grep -a INPUT_API-KEY= $p/environ; done 2>/dev/null',
      ),
    open: ['none'],
  },
  {
    name: 'a core dump of the parent',
    kind: 'secrets',
    attack: () =>
      `return 'limit ' + (await import('node:child_process')).execFileSync('sh', ['-c', 'ulimit -c'], { encoding: 'utf8' }).trim().replace(/^unlimited$/, 'GOT-A-CORE');`,
    notIn: ['none'],
  },
  {
    name: 'an ssh key in the home',
    kind: 'secrets',
    attack: ({ home }) => `${fs} return readFileSync('${home}/.ssh/id_test', 'utf8');`,
    open: ['none'],
  },
  {
    name: 'npm’s token in the home',
    kind: 'secrets',
    attack: ({ home }) => `${fs} return readFileSync('${home}/.npmrc', 'utf8');`,
    open: ['none'],
  },
  {
    name: 'a file of the home that no list knows',
    kind: 'secrets',
    attack: ({ home }) => `${fs} return readFileSync('${home}/notes.txt', 'utf8');`,
    open: below,
  },
  {
    name: 'a credential by a link in the workspace',
    kind: 'secrets',
    attack: ({ home }) => `${fs} symlinkSync('${home}/.ssh', 'src/innocent'); return readFileSync('src/innocent/id_test', 'utf8');`,
    open: ['none'],
  },
  {
    regression: true,
    name: 'a credential after taking a cover away',
    kind: 'secrets',
    attack: ({ home }) =>
      sh(
        `umount ${home}/.ssh ${home} 2>&1; unshare -rm umount ${home}/.ssh 2>&1; nsenter -t 1 -m cat ${home}/.ssh/id_test 2>&1; cat ${home}/.ssh/id_test`,
      ),
    open: ['none'],
    notIn: ['none'],
  },
  {
    name: 'the token that the checkout’s git configuration holds',
    kind: 'secrets',
    plant: (root) =>
      import('node:fs/promises').then(({ appendFile }) =>
        appendFile(`${root}/.git/config`, '[http]\n\textraheader = AUTHORIZATION: basic CANARY-0a1b2c3d4e5f\n'),
      ),
    attack: () =>
      sh('git config --list --show-origin; cat .git/config; find / -maxdepth 6 -path "*/.git/config" -exec cat {} + 2>/dev/null'),
    open: ['none'],
  },
];

export const network: readonly Hostile[] = [
  { name: 'out by TCP', kind: 'network', attack: ({ tcp }) => `await fetch('http://127.0.0.1:${tcp}/'); return '';`, open: ['none'] },
  {
    name: 'out by UDP',
    kind: 'network',
    attack: ({ udp }) =>
      `${node('dgram', 'createSocket')} const s = createSocket('udp4'); await new Promise((r) => s.send('x', ${udp}, '127.0.0.1', r)); s.close(); return '';`,
    open: ['none'],
  },
  {
    name: 'out by DNS',
    kind: 'network',
    attack: ({ udp }) =>
      `${node('dns', 'promises')} const r = new promises.Resolver({ timeout: 500, tries: 1 }); r.setServers(['127.0.0.1:${udp}']); await r.resolve4('key.example.test').catch(() => {}); return '';`,
    open: ['none'],
  },
  {
    name: 'out by a socket of a container engine',
    kind: 'network',
    attack: () =>
      `${fs} return ['/run/docker.sock', '/var/run/docker.sock', '/run/containerd/containerd.sock'].filter((path) => { try { return readFileSync(path) && false; } catch (e) { return e.code === 'ENXIO'; } }).map(() => 'GOT-A-SOCKET').join();`,
    notIn: ['none'],
  },
];

export const files: readonly Hostile[] = [
  {
    name: 'a write outside',
    kind: 'files',
    attack: ({ canary }) => `${fs} writeFileSync('${canary}/pwned', 'x'); return '';`,
    open: below,
  },
  {
    name: 'a write outside by a link',
    kind: 'files',
    attack: ({ canary }) => `${fs} symlinkSync('${canary}', 'src/out'); writeFileSync('src/out/pwned', 'x'); return '';`,
    open: below,
  },
  {
    name: 'a folder swapped for a link between check and use',
    kind: 'files',
    attack: ({ canary }) => `${fs} rmSync('src', { recursive: true }); symlinkSync('${canary}', 'src'); return '';`,
  },
  {
    name: 'a source swapped for a link to a credential',
    kind: 'files',
    attack: ({ home }) => `${fs} rmSync('src/add.js'); symlinkSync('${home}/.ssh/id_test', 'src/add.js'); return '';`,
    turns: [{ calls: [{ name: 'read', arguments: { path: 'src/add.js', start_line: null, end_line: null } }] }, { text: 'read' }],
  },
  {
    name: 'a startup file of the user',
    kind: 'files',
    attack: ({ home }) => `${fs} appendFileSync('${home}/.bashrc', 'pwned'); return '';`,
    open: below,
  },
  {
    name: 'a hook in the checkout',
    kind: 'files',
    attack: () =>
      `${fs} mkdirSync('.git/hooks', { recursive: true }); writeFileSync('.git/hooks/post-checkout', '#!/bin/sh\\n'); return '';`,
  },
  {
    name: 'a file of two gigabytes, stopped by its own limit',
    kind: 'files',
    attack: () => sh('ulimit -f 20000; head -c 2000000000 /dev/zero > filler; rm -f filler; echo done'),
  },
];

export const processes: readonly Hostile[] = [
  {
    name: 'a process that leaves the session',
    kind: 'processes',
    attack: ({ mark }) => `${cp} spawn('setsid', ['sleep', '${mark}'], { detached: true, stdio: 'ignore' }).unref(); return '';`,
    notIn: ['none'],
  },
  {
    name: 'a process that forks twice',
    kind: 'processes',
    attack: ({ mark }) => sh(`(setsid sh -c 'sleep ${mark} & exit' &) ; (nohup sleep ${mark} >/dev/null 2>&1 &)`),
    notIn: ['none'],
  },
  {
    name: 'processes that ignore signals',
    kind: 'processes',
    attack: ({ mark }) =>
      `${cp} spawn('sh', ['-c', "trap '' TERM INT HUP; sleep ${mark}; sleep ${mark}"], { detached: true, stdio: 'ignore' }).unref(); return '';`,
    notIn: ['none'],
  },
  {
    name: 'a hundred children at once',
    kind: 'processes',
    attack: ({ mark }) => sh(`i=0; while [ $i -lt 100 ]; do sleep ${mark} & i=$((i+1)); done; echo`),
    notIn: ['none'],
  },
  {
    name: 'the end of every process it can name',
    kind: 'processes',
    attack: () =>
      `${fs} for (const pid of readdirSync('/proc')) { if (/^\\d+$/.test(pid)) try { if (/dist\\/index\\.js|src\\/main\\.ts/.test(readFileSync('/proc/' + pid + '/cmdline', 'latin1'))) process.kill(Number(pid), 'SIGKILL'); } catch {} } return '';`,
    notIn: ['none'],
  },
  {
    name: 'output that holds the pipe open',
    kind: 'processes',
    attack: ({ mark }) => `${cp} spawn('sleep', ['${mark}'], { detached: true, stdio: 'inherit' }).unref(); return '';`,
    notIn: ['none'],
  },
];
