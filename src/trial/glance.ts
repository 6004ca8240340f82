import { type Suite, sharesOf } from '../suite/index.ts';
import type { Edit, Replica, Workspace } from '../workspace/index.ts';
import { isSmall, startsSoon } from './ahead.ts';
import type { PrepareOptions } from './types.ts';
import { failingCourse } from './warm/course.ts';
import { WarmLane } from './warm/lane.ts';

/** A warm process that knows of an edit that it looks green, before a process of its own has started. */
export interface Glance extends AsyncDisposable {
  /** Whether the failing tests pass with `edits` of the red tree; false where they do not, and where it cannot tell. */
  looksGreen(edits: readonly Edit[]): Promise<boolean>;
}

/**
 * Begins at once, in a copy of the red tree: by the time of the first edit the process is warm. Null for runners that no warm process is
 * known for, where the tests take longer than what it could save, and where one package does not run them all.
 */
export function openGlance(workspace: Workspace, suite: Suite, options: PrepareOptions): Glance | null {
  const [share, ...others] = sharesOf(suite, options.failing);
  if (share === undefined || others.length > 0) return null;
  return startsSoon(share.suite, options) ? new WarmGlance(workspace, share.suite, options) : null;
}

class WarmGlance implements Glance {
  readonly #stop = new AbortController();
  readonly #replica: Promise<Replica | null>;
  readonly #lane: Promise<WarmLane | null>;
  #last: Promise<boolean>;

  constructor(workspace: Workspace, suite: Suite, options: PrepareOptions) {
    this.#replica = copyOf(workspace).catch(() => null);
    this.#lane = this.#replica.then((replica) => (replica === null ? null : new WarmLane(suite, replica, failingCourse(options))));
    this.#last = this.#judge([]);
  }

  looksGreen(edits: readonly Edit[]): Promise<boolean> {
    this.#last = this.#last.then(() => this.#judge(edits));
    return this.#last;
  }

  /** It is a help: what goes wrong in it is no matter. */
  async #judge(edits: readonly Edit[]): Promise<boolean> {
    try {
      const lane = await this.#lane;
      if (lane === null || lane.unfit !== null || this.#stop.signal.aborted) return false;
      const [verdict] = await lane.judge([{ label: '', edits }], this.#stop.signal);
      return verdict?.kind === 'maybe';
    } catch {
      return false;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await this.#last;
    await (await this.#lane)?.close();
    await (await this.#replica)?.[Symbol.asyncDispose]();
  }
}

async function copyOf(workspace: Workspace): Promise<Replica | null> {
  return (await isSmall(workspace)) ? await workspace.fresh({ text: '', files: [] }) : null;
}
