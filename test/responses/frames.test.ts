import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { hostedLimits, numbered } from '../../src/agent/answers.ts';
import { instructionsFor } from '../../src/agent/prompt.ts';
import { toolDefinitions } from '../../src/agent/tools.ts';
import { open, output, user } from './helpers.ts';
import { startScriptedServer } from './scripted-server.ts';

/** Ten segments of TCP: as much as goes out at once after a pause. A larger request takes one more round trip. */
const flightBytes = 14 * 1024;

/** What `read` answers for files of this project, the largest answer there is, and one that hardly gets smaller. */
async function answers(): Promise<readonly string[]> {
  const root = join(import.meta.dirname, '..', '..', 'src');
  const paths = (await readdir(root, { recursive: true })).filter((path) => path.endsWith('.ts')).sort();
  const sources = await Promise.all(paths.map((path) => readFile(join(root, path), 'utf8')));
  const [half, whole] = [0.5, 1].map((part) => sources.join('').slice(0, part * hostedLimits.readChars));
  const dense = Buffer.from(deflateRawSync(sources.join('').slice(0, 200_000))).toString('base64');
  return [
    ...sources.filter((_, index) => index % 14 === 0).map((source) => numbered(source, 1)),
    numbered(half ?? '', 1),
    numbered(whole ?? '', 1),
    dense.slice(0, 30_000),
  ];
}

it.each([
  ['instructions and tools once, as items', true],
  ['instructions and tools with every request', false],
])('no request after the first turn is over 14 KB on the wire, but for a single answer that is larger (%s)', async (_name, staticItems) => {
  const files = await answers();
  const turns = [
    ...files.map((_, turn) => ({ calls: [{ name: 'read', callId: `call_${turn}`, arguments: { path: `${turn}` } }] })),
    { text: 'a' },
  ];
  await using server = await startScriptedServer({ turns });
  // The same server by an address that is not loopback to us: there frames are compressed.
  await using opened = open(
    { baseUrl: server.baseUrl.replace('127.0.0.1', '0.0.0.0') },
    { staticItems, warmUp: true, fields: { model: 'scripted', instructions: instructionsFor(null), tools: toolDefinitions(false) } },
  );
  await opened.conversation.warm([]);
  await opened.conversation.turn([user('red '.repeat(2_000))]);
  for (const [turn, file] of files.entries()) await opened.conversation.turn([output(`call_${turn}`, file)]);

  const later = server.requests.slice(2);
  expect(later).toHaveLength(files.length);
  const single = files.map((file) => deflateRawSync(file).length);
  const over = later.filter(({ wireBytes }, turn) => wireBytes > Math.max(flightBytes, (single[turn] ?? 0) + 2_048));
  expect(over.map(({ wireBytes, turn }) => ({ turn, wireBytes }))).toEqual([]);
  // Both kinds were there: answers that compression brings below the bound, and some that it does not.
  expect(later.filter(({ raw, wireBytes }) => raw.length > flightBytes && wireBytes <= flightBytes).length).toBeGreaterThan(0);
  expect(later.filter(({ wireBytes }) => wireBytes > flightBytes).length).toBeGreaterThan(0);
});
