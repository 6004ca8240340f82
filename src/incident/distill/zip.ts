// Archives as GitHub gives them: logs of a run, reports of an artifact. Nothing of them is ever written to disk.
import type { Readable } from 'node:stream';
import { fromBufferPromise, openPromise, type ZipFile } from 'yauzl';

export interface ZipLimits {
  readonly entries: number;
  /** Unpacked bytes of one entry, and of all that are read. */
  readonly entryBytes: number;
  readonly totalBytes: number;
}

export interface ZipEntry {
  /** As in the archive, with `/`. */
  readonly name: string;
  /** Can be read once, before the next entry is asked for. Ends early at a limit; rejects when the data is broken. */
  read(): AsyncIterable<Buffer>;
}

/** What became of an archive: every problem as a sentence. */
export interface ZipReading {
  readonly problems: readonly string[];
}

/**
 * Calls `onEntry` for each file in the archive (bytes, or the path of a file). Names that lead out of a folder, encrypted entries, and
 * whatever goes beyond the limits are left out and said; what an entry claims of its size is checked while it is read.
 */
export async function readZip(
  source: Buffer | string,
  limits: ZipLimits,
  onEntry: (entry: ZipEntry) => Promise<void>,
): Promise<ZipReading> {
  const problems: string[] = [];
  const zip = await open(source).catch((error: unknown) => {
    problems.push(`it is no zip archive that can be read: ${wordsOf(error)}`);
    return null;
  });
  if (zip === null) return { problems };
  try {
    await readEntries(zip, limits, onEntry, problems);
  } catch (error) {
    problems.push(`it is broken: ${wordsOf(error)}`);
  } finally {
    zip.close();
  }
  return { problems };
}

/** `eachEntry` refuses names that are absolute, lead out of the folder or hold a backslash. */
function open(source: Buffer | string): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true };
  return typeof source === 'string' ? openPromise(source, options) : fromBufferPromise(source, options);
}

async function readEntries(
  zip: ZipFile,
  limits: ZipLimits,
  onEntry: (entry: ZipEntry) => Promise<void>,
  problems: string[],
): Promise<void> {
  let entries = 0;
  let left = limits.totalBytes;
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    if (++entries > limits.entries) {
      problems.push(`only the first ${limits.entries} of its ${zip.entryCount} files were read`);
      return;
    }
    if (!entry.canDecodeFileData()) {
      problems.push(`${entry.fileName} is encrypted or packed in an unknown way`);
      continue;
    }
    if (left <= 0) {
      problems.push(`it unpacks to more than ${inMegabytes(limits.totalBytes)}: the rest was not read`);
      return;
    }
    const limit = Math.min(limits.entryBytes, left);
    const read = async function* (): AsyncGenerator<Buffer> {
      const stream = await zip.openReadStreamPromise(entry);
      for await (const chunk of bounded(stream, limit)) {
        left -= chunk.length;
        yield chunk;
      }
      if (entry.uncompressedSize > limit) problems.push(`${entry.fileName} is larger than ${inMegabytes(limit)}: its end was not read`);
    };
    await onEntry({ name: entry.fileName, read });
  }
}

/** At most `limit` bytes, whatever the entry claims. */
async function* bounded(stream: Readable, limit: number): AsyncGenerator<Buffer> {
  let room = limit;
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) continue;
    const part = Buffer.from(chunk.buffer, chunk.byteOffset, Math.min(chunk.length, room));
    if (part.length > 0) yield part;
    room -= part.length;
    if (room <= 0) return;
  }
}

const inMegabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

function wordsOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 300);
}
