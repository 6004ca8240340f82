// What a file holds, found out from its first bytes: a report of a test runner, an archive, or a log.
import { basename } from 'node:path/posix';
import { readReport, type TestResult } from '../../suite/index.ts';
import type { Leg } from './legs.ts';
import { LogDistiller } from './log.ts';
import type { TemplateSet } from './template.ts';
import { readZip, type ZipLimits } from './zip.ts';

/** What was read so far. */
export interface Gathered {
  readonly legs: Leg[];
  /** Results in reports, failed ones only, with the report they stand in. */
  readonly failed: { readonly result: TestResult; readonly from: string }[];
  readonly reports: string[];
  readonly problems: string[];
}

export const nothingGathered = (): Gathered => ({ legs: [], failed: [], reports: [], problems: [] });

/** A larger report is read as text. */
const reportBytes = 64 * 2 ** 20;
const zipLimits: ZipLimits = { entries: 2_000, entryBytes: 512 * 2 ** 20, totalBytes: 2 ** 30 };

/** The same bytes from the start: those read to find out what they are, then the rest. */
interface Peeked {
  readonly head: Buffer;
  readonly rest: AsyncIterator<Uint8Array>;
}

/** Reads a log or a report. Memory is bounded by the largest report, never by a log. */
export async function readStream(
  name: string | null,
  stream: AsyncIterable<Uint8Array>,
  into: Gathered,
  green: TemplateSet | null = null,
): Promise<void> {
  const peeked = await peek(stream);
  if (mayBeReport(peeked.head)) {
    const { chunks, whole } = await collect(peeked, reportBytes);
    const results = whole ? await readReport(Buffer.concat(chunks).toString('utf8')) : null;
    if (results !== null) {
      into.reports.push(name ?? 'standard input');
      for (const result of results) if (result.status === 'failed') into.failed.push({ result, from: name ?? 'standard input' });
      return;
    }
    return readLog(name, { head: Buffer.concat(chunks), rest: peeked.rest }, into, green);
  }
  return readLog(name, peeked, into, green);
}

async function readLog(name: string | null, { head, rest }: Peeked, into: Gathered, green: TemplateSet | null): Promise<void> {
  const distiller = new LogDistiller({ green });
  distiller.push(head);
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) distiller.push(next.value);
  into.legs.push({ name, log: distiller.end() });
}

export interface ArchiveOptions {
  readonly limits: ZipLimits;
  /** Leaves out what is no report: an artifact may hold anything. */
  readonly reportsOnly: boolean;
}

/** An archive of logs (each job's is a leg) or of reports. */
export async function readArchive(
  name: string,
  source: Buffer | string,
  into: Gathered,
  { limits, reportsOnly }: ArchiveOptions = { limits: zipLimits, reportsOnly: false },
): Promise<void> {
  const { problems } = await readZip(source, limits, async ({ name: path, read }) => {
    if (reportsOnly && !/\.(?:xml|json|jsonl|tap|trx)$/i.test(path)) return;
    // GitHub packs each job's log whole at the root, and once more in parts below a folder.
    if (/^[^/]+\/(?:\d+_.+|system)\.txt$/.test(path) || !/\.(?:txt|log|xml|json|jsonl|tap|trx|out)$/i.test(path)) return;
    const job = /^-?\d+_(.+)\.txt$/.exec(path)?.[1] ?? basename(path);
    const legs = into.legs.length;
    await readStream(job, read(), into);
    if (reportsOnly) into.legs.splice(legs);
  });
  into.problems.push(...problems.map((problem) => `${name}: ${problem}.`));
}

export const isZip = (head: Uint8Array): boolean => head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);

/** JUnit and other XML, JSON, and TAP that begins as such. */
function mayBeReport(head: Buffer): boolean {
  const start = head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
    .slice(0, 200);
  return /^(?:<\?xml|<testsuites?\b|<TestRun\b|<assemblies\b|\{|\[\s*[\]{]|TAP version \d)/.test(start);
}

async function peek(stream: AsyncIterable<Uint8Array>): Promise<Peeked> {
  const rest = stream[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let bytes = 0;
  while (bytes < 256) {
    const next = await rest.next();
    if (next.done === true) break;
    first.push(next.value);
    bytes += next.value.length;
  }
  return { head: Buffer.concat(first), rest };
}

async function collect({ head, rest }: Peeked, most: number): Promise<{ chunks: Uint8Array[]; whole: boolean }> {
  const chunks: Uint8Array[] = [head];
  let bytes = head.length;
  while (bytes <= most) {
    const next = await rest.next();
    if (next.done === true) return { chunks, whole: true };
    chunks.push(next.value);
    bytes += next.value.length;
  }
  return { chunks, whole: false };
}
