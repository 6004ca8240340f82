import { createHash } from 'node:crypto';
import type { Edit, Replica } from '../workspace/index.ts';

/** What processes of their own have found green. Edits that make the same files are the same, however they say it. */
export class Confirmed {
  readonly #results = new Set<string>();

  async add(replica: Replica, edits: readonly Edit[]): Promise<void> {
    const result = await resultOf(replica, edits);
    if (result !== null) this.#results.add(result);
  }

  async has(replica: Replica, edits: readonly Edit[]): Promise<boolean> {
    const result = this.#results.size === 0 ? null : await resultOf(replica, edits);
    return result !== null && this.#results.has(result);
  }
}

/** Null where they cannot be applied. */
async function resultOf(replica: Replica, edits: readonly Edit[]): Promise<string | null> {
  const [preview] = await replica.preview([edits]);
  if (!preview?.ok) return null;
  const files = preview.files.map(
    ({ path, after }) => `${path}\0${after === null ? '' : createHash('sha256').update(after).digest('hex')}`,
  );
  return files.sort().join('\0');
}
