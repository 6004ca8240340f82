import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Report } from './types.ts';

/** Longer conversations are not read back. Bytes. */
const MAX_FILE = 200_000_000;

export type ReadConversation = { readonly ok: true; readonly items: readonly unknown[] } | { readonly ok: false; readonly problem: string };

/** The conversation of the report in `reportFile`: part of it, or the file beside it that it names. Never throws. */
export async function readConversation({ conversation }: Pick<Report, 'conversation'>, reportFile: string): Promise<ReadConversation> {
  if (typeof conversation !== 'string') return { ok: true, items: conversation };
  // Whoever wrote the report must not choose what is read: a plain name, beside it.
  if (!/^[\w-]+\.json$/.test(conversation)) return { ok: false, problem: 'the report names no file beside it for its conversation' };
  const path = join(dirname(reportFile), conversation);
  try {
    const { size } = await stat(path);
    if (size > MAX_FILE) return { ok: false, problem: `${path} is larger than ${MAX_FILE / 1_000_000} MB` };
    const items: unknown = JSON.parse(await readFile(path, 'utf8'));
    return Array.isArray(items) ? { ok: true, items } : { ok: false, problem: `${path} is not a list of items` };
  } catch (error) {
    return { ok: false, problem: `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}
