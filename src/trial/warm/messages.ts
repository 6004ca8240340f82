// What a warm worker tells, one line of JSON each. It shares its process with the repository's code, so every line is checked.
import * as z from 'zod';

const id = z.number().int().nonnegative();
const reason = z.string().transform((text) => text.slice(0, 2_000));

const messageSchema = z.union([
  z.strictObject({ unfit: reason }),
  /** `took`: milliseconds of the last run of the unchanged code. */
  z.strictObject({ ready: id, took: z.number().nonnegative().optional() }),
  /** How the tests ended, under a number for the times when they end the same way. */
  z.strictObject({ outcome: id, said: z.object({ events: z.array(z.unknown()), exitCode: z.number().nullable() }) }),
  z.strictObject({ begin: id }),
  /** An error was caught by nobody: what waits for something may wait in vain. */
  z.strictObject({ fell: z.literal(true) }),
  z.strictObject({ done: id, is: id }),
  /** The text is no program. */
  z.strictObject({ done: id, invalid: reason }),
  z.strictObject({ done: id, endless: z.literal(true) }),
  /** The tests do not see what stands in this file. */
  z.strictObject({ done: id, blind: z.string() }),
  /** The original still behaves as at the start: what was judged before counts. */
  z.strictObject({ checked: z.literal(true) }),
  z.strictObject({ leak: reason }),
  z.strictObject({ ended: id, heap: z.number() }),
]);
export type WorkerMessage = z.infer<typeof messageSchema>;

export function parseMessage(line: string): WorkerMessage | null {
  try {
    const parsed = messageSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
