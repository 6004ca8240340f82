// Judges candidates in warm workers, one after another, and renews the worker whenever something is left over from a candidate.
import type { Suite } from '../../suite/index.ts';
import type { Preview, Replica } from '../../workspace/index.ts';
import { changedPart, textOf } from '../differences.ts';
import type { Lane, WarmVerdict } from '../lane.ts';
import type { Candidate } from '../types.ts';
import type { Batch, BatchCandidate, Replacements } from './channel.ts';
import type { Course } from './course.ts';
import { loopPlaces } from './loops.ts';
import { type Replacement, Schemata } from './schemata.ts';
import { WarmWorker } from './worker.ts';

/** Bytes of heap at which a worker is renewed: what was compiled stays until then. */
const maxHeap = 700 * 2 ** 20;
/** A check costs a run: one in so many. */
const checkEvery = 40;
/** Renewals without judging so many candidates each mean that a warm process is not worth it here. */
const worthwhile = 4;

/** A candidate as the worker takes it, or the verdict that it has without one. */
type Prepared = Pick<Batch['candidates'][number], 'files'> | WarmVerdict;

export class WarmLane implements Lane {
  readonly #suite: Suite;
  readonly #replica: Replica;
  readonly #course: Course;
  #worker: WarmWorker | null = null;
  #starting: Promise<WarmWorker | null> | null = null;
  /** Files whose loops the worker knows, and the texts of all files met so far. */
  #known = new Set<string>();
  readonly #texts = new Map<string, string>();
  readonly #schemata = new Map<string, Schemata>();
  readonly #prepared = new WeakMap<Candidate, Prepared>();
  #renewals = 0;
  /** Workers started so far. */
  starts = 0;
  #judged = 0;
  #heap = 0;
  /** Why there is no going on warm; null while there is. */
  unfit: string | null = null;

  constructor(suite: Suite, replica: Replica, course: Course) {
    this.#suite = suite;
    this.#replica = replica;
    this.#course = course;
  }

  /** Starts a worker, so that the first candidates find one. */
  async prepare(signal: AbortSignal): Promise<void> {
    using _slot = await this.#suite.slots.take({ later: true, signal });
    await this.#ready(signal);
  }

  async judge(candidates: readonly Candidate[], signal: AbortSignal): Promise<(WarmVerdict | null)[]> {
    const verdicts = new Map<number, WarmVerdict>();
    let todo = await this.#prepare(candidates, verdicts);
    let every = checkEvery;
    while (todo.length > 0 && this.unfit === null && !signal.aborted) {
      using _slot = await this.#suite.slots.take({ later: true, signal });
      const worker = await this.#ready(signal);
      if (worker === null) break;
      const batch = todo;
      const result = await worker.judge(
        { ...this.#inVersions(batch), loops: this.#loops(todo), checkEvery: every, careful: this.#renewals > 0 },
        signal,
      );
      for (const [id, verdict] of result.verdicts) verdicts.set(id, verdict);
      this.#judged += result.verdicts.size;
      this.#heap = result.heap;
      todo = todo.filter(({ id }) => !verdicts.has(id));
      if (result.ended === null && result.verdicts.size > 0) break;
      await this.#renew(result.hung);
      await this.#replica.restore(pathsOf(batch));
      every = result.verdicts.size === 0 ? Math.max(1, Math.floor(every / 4)) : every;
      if (this.#renewals > 8 && this.#judged < worthwhile * this.#renewals) this.unfit = result.ended ?? 'it judges nothing';
    }
    if (signal.aborted) {
      await this.close();
      await this.#replica.restore(pathsOf(todo));
    }
    return candidates.map((_, id) => verdicts.get(id) ?? (this.unfit === null || signal.aborted ? null : { kind: 'unseen' }));
  }

  async #prepare(candidates: readonly Candidate[], verdicts: Map<number, WarmVerdict>): Promise<Batch['candidates'][number][]> {
    const unknown = candidates.filter((candidate) => !this.#prepared.has(candidate));
    const previews = await this.#replica.preview(unknown.map(({ edits }) => edits));
    for (const [index, preview] of previews.entries()) {
      const candidate = unknown[index];
      if (candidate !== undefined) this.#prepared.set(candidate, this.#preparedBy(preview));
    }
    const prepared: Batch['candidates'][number][] = [];
    for (const [id, candidate] of candidates.entries()) {
      const known = this.#prepared.get(candidate) ?? { kind: 'unseen' };
      if ('kind' in known) verdicts.set(id, known);
      else prepared.push({ id, files: known.files });
    }
    return prepared;
  }

  #preparedBy(preview: Preview): Prepared {
    if (!preview.ok) return { kind: 'invalid', reason: preview.reason };
    for (const { path, before } of preview.files) {
      const text = before === null || this.#texts.has(path) ? undefined : textOf(before);
      if (text !== undefined) this.#texts.set(path, text);
    }
    const files: [string, Replacements][] = [];
    for (const { path, before, after } of preview.files) {
      const replacements = replacementsOf(before, after);
      // Bytes that are no UTF-8 do not go through the channel.
      if (replacements === undefined) return { kind: 'unseen' };
      files.push([path, replacements]);
    }
    return { files };
  }

  /** Candidates that change one function share the text of its file. */
  #inVersions(candidates: readonly BatchCandidate[]): Pick<Batch, 'candidates' | 'versions'> {
    const byPath = new Map<string, Map<number, Replacement>>();
    for (const { id, files } of candidates) {
      const [file, ...others] = files;
      const [replacement] = Array.isArray(file?.[1]) ? file[1] : [];
      if (file === undefined || replacement === undefined || others.length > 0) continue;
      const there = byPath.get(file[0]);
      if (there === undefined) byPath.set(file[0], new Map([[id, replacement]]));
      else there.set(id, replacement);
    }
    const versions: [string, string][] = [];
    const places = new Map<number, readonly [number, number]>();
    for (const [path, replacements] of byPath) {
      for (const { text, numbers } of this.#schemataOf(path)?.versions(replacements) ?? []) {
        for (const [id, number] of numbers) places.set(id, [versions.length, number]);
        versions.push([path, text]);
      }
    }
    const placed = candidates.map((one) => {
      const at = places.get(one.id);
      return at === undefined ? one : { ...one, at };
    });
    return { candidates: placed, versions };
  }

  #schemataOf(path: string): Schemata | null {
    const text = this.#texts.get(path);
    const known = this.#schemata.get(path) ?? (text === undefined ? null : new Schemata(path, text));
    if (known !== null) this.#schemata.set(path, known);
    return known;
  }

  #loops(candidates: Batch['candidates']): Batch['loops'] {
    const loops: Batch['loops'][number][] = [];
    for (const path of pathsOf(candidates)) {
      if (this.#known.has(path)) continue;
      this.#known.add(path);
      const text = this.#texts.get(path);
      if (text !== undefined) loops.push([path, loopPlaces(path, text)]);
    }
    return loops;
  }

  async #ready(signal: AbortSignal): Promise<WarmWorker | null> {
    if (this.#heap > maxHeap) await this.#renew();
    if (this.#worker !== null) return this.#worker;
    this.#starting ??= this.#start(signal).finally(() => {
      this.#starting = null;
    });
    return this.#starting;
  }

  async #start(signal: AbortSignal): Promise<WarmWorker | null> {
    this.starts += 1;
    const started = await WarmWorker.start({ suite: this.#suite, replica: this.#replica, course: this.#course }, signal);
    if (typeof started === 'string') {
      if (!signal.aborted) this.unfit = started;
      return null;
    }
    this.#worker = started;
    return started;
  }

  async #renew(hung = false): Promise<void> {
    if (!hung) this.#renewals += 1;
    await this.close();
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    this.#known = new Set();
    this.#heap = 0;
    await worker?.end();
  }
}

function pathsOf(candidates: Batch['candidates']): Set<string> {
  return new Set(candidates.flatMap(({ files }) => files.map(([path]) => path)));
}

/** Undefined when the bytes are no UTF-8. */
function replacementsOf(before: Uint8Array | null, after: Uint8Array | null): Replacements | undefined {
  if (after === null) return null;
  const to = textOf(after);
  if (before === null || to === undefined) return to;
  const from = textOf(before);
  if (from === undefined) return undefined;
  const [start, end] = changedPart(from, to);
  return [[start, end, to.slice(start, end + to.length - from.length)]];
}
