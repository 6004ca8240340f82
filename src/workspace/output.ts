// What is kept of a command's output: head and tail in memory, everything (to a limit) in a file.
import { createWriteStream, rmSync, type WriteStream } from 'node:fs';

const fileLimit = 256 * 1024 * 1024;

/** Keeps the first and the last `keep / 2` bytes of a stream in constant memory. */
export class ClippedOutput {
  readonly #headLimit: number;
  readonly #tailLimit: number;
  readonly #head: Buffer[] = [];
  #headBytes = 0;
  #ring: Buffer | null = null;
  #ringEnd = 0;
  #tailBytes = 0;

  constructor(keep: number) {
    this.#headLimit = Math.ceil(keep / 2);
    this.#tailLimit = Math.floor(keep / 2);
  }

  add(chunk: Buffer): void {
    const room = this.#headLimit - this.#headBytes;
    if (room > 0) {
      this.#head.push(chunk.subarray(0, room));
      this.#headBytes += Math.min(room, chunk.length);
    }
    if (chunk.length > room) this.#addToTail(chunk.subarray(Math.max(room, 0)));
  }

  #addToTail(bytes: Buffer): void {
    this.#tailBytes += bytes.length;
    if (this.#tailLimit === 0) return;
    this.#ring ??= Buffer.allocUnsafe(this.#tailLimit);
    const last = bytes.subarray(-this.#tailLimit);
    const first = last.copy(this.#ring, this.#ringEnd);
    last.copy(this.#ring, 0, first);
    this.#ringEnd = (this.#ringEnd + last.length) % this.#tailLimit;
  }

  /** Bytes seen so far. */
  get bytes(): number {
    return this.#headBytes + this.#tailBytes;
  }

  get clippedBytes(): number {
    return Math.max(0, this.#tailBytes - this.#tailLimit);
  }

  /** The text kept; where something is missing, a line says how much. Characters cut in half are left out. */
  text(): string {
    const head = Buffer.concat(this.#head);
    if (this.#ring === null) return this.#tailBytes > 0 ? clippedText(head, this.#tailBytes, Buffer.alloc(0)) : head.toString('utf8');
    if (this.clippedBytes === 0) return Buffer.concat([head, this.#ring.subarray(0, this.#tailBytes)]).toString('utf8');
    const tail = Buffer.concat([this.#ring.subarray(this.#ringEnd), this.#ring.subarray(0, this.#ringEnd)]);
    return clippedText(head, this.clippedBytes, tail);
  }
}

function clippedText(head: Buffer, clipped: number, tail: Buffer): string {
  const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(head, { stream: true });
  let start = 0;
  while (start < Math.min(3, tail.length) && ((tail[start] ?? 0) & 0xc0) === 0x80) start++;
  return `${before}\n[... ${clipped} bytes left out ...]\n${tail.toString('utf8', start)}`;
}

/** A file that takes output until it is full, with back pressure; a file that cannot be written costs nothing but itself. */
export class OutputFile {
  readonly #stream: WriteStream;
  #bytes = 0;
  #failed = false;

  constructor(path: string) {
    // The command may write to this folder: nothing that an earlier one left is written through.
    rmSync(path, { recursive: true, force: true });
    this.#stream = createWriteStream(path, { flags: 'wx' });
    this.#stream.on('error', () => {
      this.#failed = true;
    });
  }

  /** Null when more can be written at once, else a promise of when. */
  add(chunk: Buffer): Promise<void> | null {
    const room = fileLimit - this.#bytes;
    this.#bytes += chunk.length;
    if (this.#failed || room <= 0 || this.#stream.write(chunk.subarray(0, room))) return null;
    return new Promise((resolve) => {
      const go = () => {
        for (const event of ['drain', 'error', 'close']) this.#stream.off(event, go);
        resolve();
      };
      for (const event of ['drain', 'error', 'close']) this.#stream.once(event, go);
    });
  }

  async close(): Promise<void> {
    if (this.#failed) return;
    const beyond = this.#bytes - fileLimit;
    await new Promise<void>((resolve) => {
      this.#stream.once('close', resolve);
      this.#stream.end(beyond > 0 ? `\n[... output ends here: it was ${beyond} bytes longer than the limit of ${fileLimit} ...]\n` : '');
    });
  }
}
