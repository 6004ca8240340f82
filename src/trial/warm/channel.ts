// The files through which a warm worker is told what to do and tells what it found: output of tests cannot get in between.
import { type FileHandle, open, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoopPlace } from './loops.ts';
import { parseMessage, type WorkerMessage } from './messages.ts';

/** More than this in one line is no message. */
const maxLine = 16 * 2 ** 20;
/** How long to wait where there was nothing, at first and where there has been nothing for long: looking takes time from the worker. */
const [leastPollMs, mostPollMs] = [5, 20];

/** Offsets in the file's text on disk and what replaces them; a whole new text; null deletes the file. */
export type Replacements = readonly (readonly [start: number, end: number, text: string])[] | string | null;

export interface BatchCandidate {
  readonly id: number;
  readonly files: readonly (readonly [path: string, replacements: Replacements])[];
  /** Which version holds it, and under which number. */
  readonly at?: readonly [version: number, number: number];
}

export interface Batch {
  readonly number: number;
  readonly candidates: readonly BatchCandidate[];
  /** Texts that hold many candidates each. */
  readonly versions: readonly (readonly [path: string, text: string])[];
  /** Places of loops in files that are new to the worker. */
  readonly loops: readonly (readonly [path: string, places: readonly LoopPlace[]])[];
  /** The original is run again after so many candidates. */
  readonly checkEvery: number;
  /** Everything that is shared is put back after each candidate, not just looked at with each check. */
  readonly careful: boolean;
}

export class Channel {
  readonly folder: string;
  #file: FileHandle | null = null;
  #isClosed = false;
  #offset = 0;
  #pollMs = leastPollMs;
  #rest: Buffer = Buffer.alloc(0);
  readonly #buffer = Buffer.allocUnsafe(256 * 1024);

  constructor(folder: string) {
    this.folder = folder;
  }

  async send(batch: Batch): Promise<void> {
    const file = join(this.folder, `batch-${batch.number}.json`);
    await writeFile(`${file}.part`, JSON.stringify(batch));
    await rename(`${file}.part`, file);
    this.#pollMs = leastPollMs;
  }

  /** New messages; waits a moment when there are none. Null when the worker tells nonsense. */
  async receive(): Promise<WorkerMessage[] | null> {
    for (;;) {
      const { messages, isCut } = await this.#receiveSome();
      // What is longer than one reading is no silence.
      if (messages === null || messages.length > 0 || !isCut) return messages;
    }
  }

  /** `isCut`: something came, and no message of it whole. */
  async #receiveSome(): Promise<{ readonly messages: WorkerMessage[] | null; readonly isCut: boolean }> {
    let chunk = await this.#read();
    if (chunk.length === 0) {
      await sleep(this.#pollMs);
      this.#pollMs = Math.min(mostPollMs, this.#pollMs + 1);
      // What came while this process itself was kept waiting counts as heard.
      chunk = await this.#read();
    }
    const data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const end = data.lastIndexOf(0x0a);
    this.#rest = data.subarray(end + 1);
    if (this.#rest.length > maxLine) return { messages: null, isCut: false };
    const messages: WorkerMessage[] = [];
    for (const line of data.subarray(0, Math.max(0, end)).toString('utf8').split('\n')) {
      if (line === '') continue;
      const message = parseMessage(line);
      if (message === null) return { messages: null, isCut: false };
      messages.push(message);
    }
    return { messages, isCut: chunk.length > 0 && messages.length === 0 };
  }

  async #read(): Promise<Buffer> {
    if (this.#isClosed) return Buffer.alloc(0);
    this.#file ??= await open(join(this.folder, 'results.jsonl')).catch(() => null);
    if (this.#file === null) return Buffer.alloc(0);
    const { bytesRead } = await this.#file.read(this.#buffer, 0, this.#buffer.length, this.#offset);
    this.#offset += bytesRead;
    return Buffer.from(this.#buffer.subarray(0, bytesRead));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#file?.close();
    this.#file = null;
  }
}
