// What a pull request or comment of ours remembers, in an HTML comment that nobody sees: which failure it is about, and what happened so far.
import * as z from 'zod';
import type { HistoryEntry } from './types.ts';

export interface Stamp {
  readonly fingerprint: string;
  /** Name of the workflow that failed; null when no event names it. */
  readonly workflow: string | null;
  /** Oldest first. */
  readonly history: readonly HistoryEntry[];
  /** Identifies a patch, where that matters. */
  readonly patch?: string | undefined;
  /** What is on the branch that the text is about. */
  readonly commit?: string | undefined;
}

const mark = 'regreen:';
const longestHistory = 20;

const stamp = z.object({
  fingerprint: z.string().regex(/^[0-9a-f]{12,64}$/),
  workflow: z.string().max(200).nullable(),
  patch: z.string().max(64).optional(),
  commit: z
    .string()
    .regex(/^[0-9a-f]{7,64}$/)
    .optional(),
  history: z
    .array(
      z.object({
        at: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/),
        what: z.enum(['opened', 'moved', 'refreshed', 'closed']),
        sha: z.string().regex(/^[0-9a-f]{7,64}$/),
        attempt: z.number().int().min(0).max(1000),
        failure: z.string().regex(/^[0-9a-f]{12}$/),
      }),
    )
    .max(100),
});

/** The stamp in a text that anybody may have edited; null when there is none that holds. */
export function readStamp(body: string): Stamp | null {
  const text = new RegExp(`<!-- ${mark}(\\{.*?\\}) -->`).exec(body)?.[1];
  if (text === undefined) return null;
  try {
    return stamp.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** `history` keeps its first and its newest entries. */
export function withStamp(body: string, value: Stamp): string {
  // Nothing in it may end the comment that holds it.
  const text = JSON.stringify(value).replace(/[<>-]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
  return `${body.trimEnd()}\n\n<!-- ${mark}${text} -->\n`;
}

export function withEntry(history: readonly HistoryEntry[], entry: HistoryEntry): readonly HistoryEntry[] {
  const all = [...history, entry];
  return all.length <= longestHistory ? all : [...all.slice(0, 1), ...all.slice(1 - longestHistory)];
}

/** How many fixes of a failure the history tells of. */
export function attemptsIn({ history }: Stamp, fingerprint: string): number {
  return Math.max(0, ...history.filter(({ failure }) => fingerprint.startsWith(failure)).map(({ attempt }) => attempt));
}

export const minuteOf = (date: Date): string => `${date.toISOString().slice(0, 16)}Z`;
