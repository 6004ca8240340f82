// What compilers made of other people's code while the red tree was tested, for the copies that are tested later: a copy that begins
// with nothing compiles the standard library first, which takes longer than its tests.
import { existsSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Caches that go by content: a stale entry cannot be taken for a new one. Cargo's, by content and path of what it compiles. */
const kept = ['go-build', 'target'];

const seedOf = (scratch: string): string => join(scratch, 'build-seed');

/**
 * Fills the new folder `build` with what the first tree's run has compiled. It is a copy, so that nothing a candidate does reaches another
 * one's. A copy that cannot be made costs time and nothing else.
 */
export async function sow(scratch: string, build: string): Promise<void> {
  for (const name of kept) {
    const seed = join(seedOf(scratch), name);
    if (existsSync(seed)) await cp(seed, join(build, name), { recursive: true, preserveTimestamps: true }).catch(() => undefined);
  }
}

/** Keeps what the first run has left in `build`; later ones change nothing, for the tree may have been edited by then. */
export async function keepSeed(scratch: string, build: string): Promise<void> {
  const seed = seedOf(scratch);
  if (existsSync(seed) || !kept.some((name) => existsSync(join(build, name)))) return;
  const making = `${seed}-${process.pid}`;
  try {
    for (const name of kept)
      if (existsSync(join(build, name))) await cp(join(build, name), join(making, name), { recursive: true, preserveTimestamps: true });
    await rename(making, seed);
  } catch {
    await rm(making, { recursive: true, force: true });
  }
}
