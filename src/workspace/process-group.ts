// Process groups of running commands, so that none outlives its command or us.
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const live = new Map<number, () => void>();
let exitHookInstalled = false;

/** Sends `signal` to every process of the group; false when there is none left. */
export function signalGroup(leader: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-leader, signal);
    return true;
  } catch (error) {
    // EPERM: something is alive there, but not ours to signal.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Remembers a running group; `stop` is what `killAllCommands` calls. Returns the function that forgets it. */
export function registerGroup(leader: number, stop: () => void): () => void {
  if (!exitHookInstalled) {
    exitHookInstalled = true;
    // The last resort: an exit that nobody prepared must not leave processes behind.
    process.on('exit', () => {
      for (const pid of live.keys()) signalGroup(pid, 'SIGKILL');
    });
  }
  live.set(leader, stop);
  return () => live.delete(leader);
}

/** Ends what the leader left behind when it exited: SIGTERM, and SIGKILL for what is still there after `graceMs`. */
export async function endLeftovers(leader: number, graceMs: number): Promise<void> {
  if (!signalGroup(leader, 'SIGTERM')) return;
  const deadline = performance.now() + graceMs;
  while (performance.now() < deadline) {
    await sleep(10);
    if (!signalGroup(leader, 0) || (await onlyZombies(leader))) return;
  }
  signalGroup(leader, 'SIGKILL');
}

/** In a container whose first process does not reap, the dead stay in their group for ever. Only Linux can tell; elsewhere false. */
async function onlyZombies(leader: number): Promise<boolean> {
  const entries = await readdir('/proc').catch(() => []);
  const members = await Promise.all(entries.filter((name) => /^\d+$/.test(name)).map(groupAndState));
  const states = members.filter((member) => member.group === leader).map((member) => member.state);
  return states.length > 0 && states.every((state) => state === 'Z' || state === 'X');
}

/** proc(5): `pid (name) state ppid pgrp …`, where the name may hold anything. */
async function groupAndState(pid: string): Promise<{ group: number; state: string }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [state = '', , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { group: Number(group), state };
}

/** Ends every running command, as their time limits would. Resolves when all are gone, or after `waitMs` milliseconds. */
export async function killAllCommands(waitMs = 5_000): Promise<void> {
  for (const stop of live.values()) stop();
  const deadline = performance.now() + waitMs;
  while (live.size > 0 && performance.now() < deadline) await sleep(10);
}
