// Process groups of running commands, so that none outlives its command or us.
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
    if (!signalGroup(leader, 0)) return;
  }
  signalGroup(leader, 'SIGKILL');
}

/** Ends every running command, as their time limits would. Resolves when all are gone, or after `waitMs` milliseconds. */
export async function killAllCommands(waitMs = 5_000): Promise<void> {
  for (const stop of live.values()) stop();
  const deadline = performance.now() + waitMs;
  while (live.size > 0 && performance.now() < deadline) await sleep(10);
}
