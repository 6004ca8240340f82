// One log in a process of its own, for its peak memory.
import { createReadStream } from 'node:fs';
import { distillate, nothingGathered, readStream } from '../../../src/incident/index.ts';
import { peakKilobytes } from '../peak-memory.ts';

const gathered = nothingGathered();
const started = performance.now();
await readStream('log', createReadStream(process.argv[2] ?? '', { highWaterMark: 256 * 1024 }), gathered);
const { excerpts } = distillate(gathered, { mask: (text) => text });
const seconds = (performance.now() - started) / 1_000;
const rss = peakKilobytes();
console.log(JSON.stringify({ seconds, rss, found: excerpts.includes('not ok 9 - adds the tax'), chars: excerpts.length }));
