import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import type { AttemptSaid, Report } from './types.ts';

/** Longer conversations are not read back. Bytes. */
const MAX_FILE = 200_000_000;

export type ReadConversation = { readonly ok: true; readonly items: readonly unknown[] } | { readonly ok: false; readonly problem: string };

/** The conversation of the report in `reportFile`: part of it, or the file beside it that it names. Never throws. */
export async function readConversation({ conversation }: Pick<Report, 'conversation'>, reportFile: string): Promise<ReadConversation> {
  if (typeof conversation !== 'string') return { ok: true, items: conversation };
  return readList(conversation, reportFile, 'conversation');
}

/** The conversations of all attempts; where there was only one, that one. */
export async function readAttempts(
  report: Pick<Report, 'conversation' | 'attempts'>,
  reportFile: string,
): Promise<{ readonly ok: true; readonly attempts: readonly AttemptSaid[] } | Extract<ReadConversation, { ok: false }>> {
  if (report.attempts) {
    const read = await readList(report.attempts, reportFile, 'attempts');
    const parsed = z.array(attempt).safeParse(read.ok ? read.items : null);
    if (parsed.success) return { ok: true, attempts: parsed.data };
  }
  const read = await readConversation(report, reportFile);
  return read.ok ? { ok: true, attempts: [onlyOne(read.items)] } : read;
}

const attempt = z.object({ by: z.string().max(1_000), chosen: z.boolean(), items: z.array(z.unknown()) }) satisfies z.ZodType<AttemptSaid>;

export const onlyOne = (items: readonly unknown[]): AttemptSaid => ({ by: 'attempt 1', chosen: true, items });

async function readList(name: string, reportFile: string, what: string): Promise<ReadConversation> {
  // Whoever wrote the report must not choose what is read: a plain name, beside it.
  if (!/^[\w-]+\.json$/.test(name)) return { ok: false, problem: `the report names no file beside it for its ${what}` };
  const path = join(dirname(reportFile), name);
  try {
    const { size } = await stat(path);
    if (size > MAX_FILE) return { ok: false, problem: `${path} is larger than ${MAX_FILE / 1_000_000} MB` };
    const items: unknown = JSON.parse(await readFile(path, 'utf8'));
    return Array.isArray(items) ? { ok: true, items } : { ok: false, problem: `${path} is not a list of items` };
  } catch (error) {
    return { ok: false, problem: `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}
