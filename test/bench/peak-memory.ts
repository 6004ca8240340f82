import { readFileSync } from 'node:fs';

/**
 * The most memory a process has had resident, in KB (proc(5), VmHWM); 0 where it is gone. `maxRSS` would not do: a process inherits that
 * of its parent (getrusage(2)).
 */
export function peakKilobytes(pid = String(process.pid)): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
