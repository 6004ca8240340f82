import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

/** What somebody found who read a patch for missing behaviour against the reference. */
const readingSchema = z.object({ row: z.string(), patch: z.string(), right: z.boolean(), why: z.string() });
export type Reading = z.infer<typeof readingSchema>;

export async function readings(): Promise<readonly Reading[]> {
  return z.array(readingSchema).parse(JSON.parse(await readFile(join(import.meta.dirname, 'missing-read.json'), 'utf8')));
}

/** Null where nobody read this very patch of the row. */
export function readingOf(known: readonly Reading[], row: string, patch: string): Reading | null {
  return known.find((one) => one.row === row && one.patch === hashOf(patch)) ?? null;
}

/** A patch's name in the table of those that were read. */
export function hashOf(patch: string): string {
  return createHash('sha256').update(patch).digest('hex').slice(0, 12);
}
