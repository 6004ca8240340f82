// How fast logs are distilled, and in how much memory: a log of 300 MB beside one of 3 MB, each in a process of its own.
//   npm run bench -- distill [MEGABYTES]
import { spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';

const large = Number(process.argv[3] ?? 300);
if (!(large >= 3)) throw new Error('usage: npm run bench -- distill [MEGABYTES, at least 3]');

/** What a long job prints: timestamps, colours, passing tests, warnings that repeat, stack traces, and one failure near the end. */
async function writeLog(file: string, megabytes: number): Promise<void> {
  const out = createWriteStream(file);
  const stamp = '2026-11-25T10:00:00.1234567Z ';
  let bytes = 0;
  for (let n = 0; bytes < megabytes * 1e6; ) {
    let block = '';
    for (let end = n + 1_000; n < end; n++) {
      block += `${stamp}\u001b[32m  ✓\u001b[0m passes case ${n} of src/module${n % 977}/index.test.ts (${n % 50} ms)\n`;
      if (n % 5 === 0) block += `${stamp}\u001b[33mwarn\u001b[0m deprecated call in src/module${n % 31}.js:${n % 900} took ${n}ms\n`;
      if (n % 997 === 0) block += `${stamp}Error: connection ${n} was reset, trying again\n${stamp}    at retry (src/net.js:${n % 90}:3)\n`;
    }
    bytes += Buffer.byteLength(block);
    if (!out.write(block)) await new Promise<void>((resolve) => out.once('drain', () => resolve()));
  }
  out.end(
    `${stamp}not ok 9 - adds the tax\n${stamp}  AssertionError: expected 3 to be 4\n${stamp}##[error]Process completed with exit code 1.\n`,
  );
  await finished(out);
}

const folder = await mkdtemp(join(tmpdir(), 'regreen-bench-distill-'));
try {
  const child = join(import.meta.dirname, 'distill', 'child.ts');
  const rows: { megabytes: number; seconds: number; rss: number; found: boolean; chars: number }[] = [];
  for (const megabytes of [3, large]) {
    const file = join(folder, `${megabytes}.log`);
    await writeLog(file, megabytes);
    const { stdout } = spawnSync(process.execPath, [child, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
    const { seconds, rss, found, chars }: { seconds: number; rss: number; found: boolean; chars: number } = JSON.parse(stdout);
    rows.push({ megabytes: (await stat(file)).size / 1e6, seconds, rss, found, chars });
  }
  console.log('log           time      speed        peak memory   failure found   excerpts');
  for (const { megabytes, seconds, rss, found, chars } of rows) {
    console.log(
      `${megabytes.toFixed(0).padStart(4)} MB   ${seconds.toFixed(2).padStart(8)} s   ${(megabytes / seconds).toFixed(1).padStart(6)} MB/s   ${(rss / 1024).toFixed(0).padStart(7)} MB      ${found ? 'yes' : 'NO '}             ${chars} characters`,
    );
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
