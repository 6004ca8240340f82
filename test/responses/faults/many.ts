import { setTimeout as sleep } from 'node:timers/promises';

/** Works through the list with so many at once: most of a run with faults is waiting. */
export async function inParallel<T>(list: readonly T[], workers: number, work: (item: T, index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < list.length) {
      const index = next++;
      const item = list[index];
      if (item !== undefined) await work(item, index);
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
}

/** What keeps the process alive. */
function handles(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of process.getActiveResourcesInfo()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Remembers what was open, and tells what is open beyond that later. */
export function startOfHandles(): { readonly left: () => Promise<readonly string[]> } {
  const before = handles();
  const more = (): string[] =>
    [...handles()].flatMap(([name, count]) => (count > (before.get(name) ?? 0) ? [`${count - (before.get(name) ?? 0)} ${name}`] : []));
  return {
    left: async () => {
      // Closing takes a moment; this very wait is no timer that was left.
      for (let n = 0; n < 100 && more().length > 0; n++) await sleep(20);
      return more();
    },
  };
}
