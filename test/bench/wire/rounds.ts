// Runs peers one at a time, interleaved over rounds, and keeps what the tape and the kernel saw of each.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monotonicMs } from './job.ts';
import type { RunFigures, TapeSettings } from './measure.ts';
import type { Peer } from './peers.ts';
import type { Tape } from './tape-process.ts';

export interface Run {
  readonly figures: RunFigures;
  /** On the clock that the tape uses. */
  readonly startedAt: number;
  readonly wallMs: number;
  /** User and system time of the process and what it waited for. */
  readonly cpuMs: number;
  readonly peakMb: number;
}

/** By peer. */
export type Runs = ReadonlyMap<string, readonly Run[]>;

export interface RoundOptions {
  readonly tape: Tape;
  readonly settings: TapeSettings;
  readonly peers: readonly Peer[];
  readonly rounds: number;
  /** Put before the command: how to enter the client's network namespace. */
  readonly enter?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly say: (text: string) => void;
}

/** A run may take that long before it is ended and left out. */
const RUN_LIMIT_MS = 150_000;

export async function runRounds(options: RoundOptions): Promise<Runs> {
  const runs = new Map<string, Run[]>(options.peers.map(({ name }) => [name, []]));
  for (let round = 0; round < options.rounds; round++) {
    // Another order each time: no peer always comes after the same one.
    const order = options.peers.map((_, index, all) => all[(index + round) % all.length]).filter((peer) => peer !== undefined);
    for (const peer of order) {
      const run = await runOnce(peer, options);
      if (run !== null) runs.get(peer.name)?.push(run);
    }
  }
  return runs;
}

async function runOnce(peer: Peer, { tape, settings, enter = [], env = {}, say }: RoundOptions): Promise<Run | null> {
  const folder = await mkdtemp(join(tmpdir(), 'regreen-wire-'));
  const usage = join(folder, 'usage');
  try {
    await tape.begin(settings);
    const argv = [...enter, '/usr/bin/time', '-f', '%U %S %M', '-o', usage, ...peer.argv];
    const startedAt = monotonicMs();
    const child = spawn(argv[0] ?? '', argv.slice(1), {
      env: { PATH: process.env.PATH ?? '', HOME: folder, ...peer.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    });
    const { code, stderr } = await ended(child);
    const wallMs = monotonicMs() - startedAt;
    const figures = await tape.end();
    if (code !== 0 || !figures.finished) {
      say(`LEFT OUT: a run of ${peer.name} ended with ${code} after ${figures.requests.length} requests: ${stderr.trim().slice(-300)}`);
      return null;
    }
    const [user = 0, system = 0, peakKb = 0] = (await readFile(usage, 'utf8')).trim().split(' ').map(Number);
    return { figures, startedAt, wallMs, cpuMs: (user + system) * 1000, peakMb: peakKb / 1024 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function ended(child: ChildProcess): Promise<{ code: number | null; stderr: string }> {
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-4_000);
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), RUN_LIMIT_MS);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, stderr });
    });
  });
}
