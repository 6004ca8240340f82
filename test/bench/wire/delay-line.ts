import { execFile, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Two network namespaces, and a wire of a given length between them. */
export interface DelayLine extends AsyncDisposable {
  readonly serverAddress: string;
  /** Put before a command: runs it on the client's, on the server's side. */
  readonly client: readonly string[];
  readonly server: readonly string[];
}

const addresses = { client: '10.99.17.1', server: '10.99.17.2' };

/** Why no delay line can be made here; null when it can. */
export function delayLineLacks(): string | null {
  if (process.platform !== 'linux') return 'network namespaces are a thing of Linux';
  if (process.getuid?.() !== 0) return 'making network namespaces needs root';
  for (const path of ['/dev/net/tun', '/usr/bin/gcc', '/usr/sbin/ip']) {
    try {
      accessSync(path, constants.F_OK);
    } catch {
      return `${path} is not here`;
    }
  }
  return null;
}

/** Congestion control is reno: the host's own may not be chosen in a namespace, and bbr would skip slow start after a pause. */
export async function openDelayLine(rttMs: number, folder: string): Promise<DelayLine> {
  const program = join(folder, 'delay-line');
  await run('/usr/bin/gcc', ['-O2', '-Wall', '-o', program, join(import.meta.dirname, 'delay-line.c')]);
  const names = { client: `regreen-c-${process.pid}`, server: `regreen-s-${process.pid}` };
  const sides = ['client', 'server'] as const;
  for (const side of sides) await run('ip', ['netns', 'add', names[side]]);
  const line = spawn(program, [names.client, names.server, String((rttMs * 1000) / 2)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const close = async (): Promise<void> => {
    const gone = line.exitCode === null ? new Promise((resolve) => line.once('exit', resolve)) : null;
    line.stdin.end();
    await gone;
    for (const side of sides) await run('ip', ['netns', 'del', names[side]]);
  };
  try {
    await new Promise<void>((resolve, reject) => {
      line.stdout.once('data', () => resolve());
      line.once('exit', (code) => reject(new Error(`the delay line ended with ${code}`)));
    });
    for (const side of sides) {
      const ip = (...args: string[]) => run('ip', ['-n', names[side], ...args]);
      await ip('addr', 'add', `${addresses[side]}/24`, 'dev', 'wire');
      await ip('link', 'set', 'wire', 'mtu', '1500', 'up');
      await ip('link', 'set', 'lo', 'up');
      await run('ip', ['netns', 'exec', names[side], 'sysctl', '-qw', 'net.ipv4.tcp_congestion_control=reno']);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    serverAddress: addresses.server,
    client: ['ip', 'netns', 'exec', names.client],
    server: ['ip', 'netns', 'exec', names.server],
    [Symbol.asyncDispose]: close,
  };
}

/** The round trip of one byte over an open connection, in milliseconds: the median of 21. */
export async function measureRtt(line: DelayLine): Promise<number> {
  const port = '7007';
  const echo = "require('net').createServer(s=>s.setNoDelay(true).pipe(s)).listen(+process.argv[1],process.argv[2],()=>console.log('up'))";
  const ask =
    "const s=require('net').connect(+process.argv[1],process.argv[2]).setNoDelay(true),t=[];let at;const go=()=>{at=process.hrtime.bigint();s.write('x')};" +
    "s.on('connect',go).on('data',()=>{t.push(Number(process.hrtime.bigint()-at)/1e6);t.length<21?go():(console.log(t.sort((a,b)=>a-b)[10]),s.destroy())})";
  const [command = '', ...args] = [...line.server, process.execPath, '-e', echo, port, line.serverAddress];
  const server = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await new Promise((resolve) => server.stdout.once('data', resolve));
    const [client = '', ...rest] = [...line.client, process.execPath, '-e', ask, port, line.serverAddress];
    return Number((await run(client, rest)).stdout);
  } finally {
    server.kill();
  }
}
