// How it grows: detection, the copy of a tree and its replicas, linked dependencies, and logs, each at 1, 10 and 100 times a size.
//   npm run bench -- scale [PART…]
// Every measurement is a process of its own, so that its peak memory is known. What counts is the ratio of the rows, not their seconds.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';

const parts: Readonly<Record<string, { readonly unit: string; readonly sizes: readonly number[] }>> = {
  'detection of JavaScript': { unit: 'files', sizes: [1_000, 10_000, 100_000] },
  'detection of Python': { unit: 'files', sizes: [1_000, 10_000, 100_000] },
  'copy of the tree': { unit: 'files', sizes: [200, 2_000, 20_000] },
  'node_modules, sparse': { unit: 'MB', sizes: [50, 500, 5_000] },
  'log from a stream': { unit: 'MB', sizes: [10, 100, 1_000] },
};

const measured = z.object({ steps: z.record(z.string(), z.number()), rss: z.number(), note: z.string() });
const wanted = process.argv.slice(3);
const child = join(import.meta.dirname, 'scale', 'child.ts');

for (const [part, { unit, sizes }] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.some((word) => part.includes(word))) continue;
  console.log(`\n${part}`);
  let first: { readonly size: number; readonly rss: number; readonly steps: Readonly<Record<string, number>> } | null = null;
  for (const size of sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'regreen-bench-scale-'));
    try {
      const run = (phase: string): string =>
        execFileSync(process.execPath, [child, phase, part, String(size), folder], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'inherit'],
        });
      run('prepare');
      const { steps, rss, note } = measured.parse(JSON.parse(run('measure')));
      first ??= { size, rss, steps };
      for (const [step, seconds] of Object.entries(steps)) {
        const grown = seconds / (first.steps[step] ?? seconds) / (size / first.size);
        console.log(
          `${String(size).padStart(8)} ${unit.padEnd(6)} ${step.padEnd(24)} ${seconds.toFixed(3).padStart(9)} s   ${grown.toFixed(2).padStart(6)} of linear   peak memory ${(rss / 1024).toFixed(0).padStart(5)} MB (${(rss / first.rss).toFixed(2)} times the first)  ${note}`,
        );
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
