// What the probe and the reporters wrote, one line of JSON an event. The tests could have written it too, so every line is checked.
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { openPlainFile } from '../../../workspace/index.ts';
import { maxReportBytes } from '../../files.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const number = z
  .number()
  .finite()
  .nullish()
  .transform((value) => value ?? null);
const errorSchema = z.object({ name: text, message: text, stack: text, code: text, expected: text, actual: text });
export type ErrorRecord = z.infer<typeof errorSchema>;

const path = z.array(z.string().max(20_000)).max(200);
const position = z.number().int().nonnegative();

const resultSchema = z.object({
  e: z.literal('result'),
  runner: z.enum(['mocha', 'node:test', 'tape', 'ava', 'jasmine', 'jest', 'vitest']),
  /** Mocha: the test's number in its process; a test that fails after it passed is told twice. */
  test: z.number().optional(),
  file: text,
  path,
  status: z.enum(['passed', 'failed', 'skipped', 'todo']),
  line: number,
  seconds: number,
  suite: z.boolean().optional(),
  hook: z.boolean().optional(),
  failureType: text,
  error: errorSchema.nullish().transform((value) => value ?? null),
});
export type ResultEvent = z.infer<typeof resultSchema>;

const eventSchema = z.discriminatedUnion('e', [
  resultSchema,
  z.object({ e: z.literal('begin'), runner: z.string(), file: text, path }),
  z.object({ e: z.literal('output'), file: text, stream: z.enum(['out', 'err']), text: z.string() }),
  z.object({
    e: z.literal('uncaught'),
    main: z.string(),
    file: text,
    path: path.nullish(),
    handled: z.boolean(),
    error: errorSchema,
    by: text,
  }),
  z.object({ e: z.literal('exit'), main: z.string(), code: z.number(), by: text }),
  // A program that was given nothing but its file, and the folder that it was started in; `by`, here and above: the program of the repository that
  // has started such a one.
  z.object({ e: z.literal('alone'), main: z.string(), folder: z.string(), by: text }),
  z.object({ e: z.literal('done'), runner: z.string() }),
]);
export type ProbeEvent = z.infer<typeof eventSchema>;

const scripts = z.array(z.tuple([z.string(), z.string(), z.array(position)]));
const coverageSchema = z.discriminatedUnion('e', [
  z.object({ e: z.literal('covered'), runner: z.string(), file: text, path, scripts, weight: z.number().positive().default(1) }),
  // With the exit code, where it ends a process.
  z.object({ e: z.literal('loaded'), file: text, scripts, code: z.number().optional() }),
  // By a process that a test has started.
  z.object({ e: z.literal('within'), runner: z.string(), file: text, path, scripts }),
  // `same`: the text is that of an earlier script of this process.
  z.object({ e: z.literal('source'), script: z.string(), path: z.string(), text: z.string().optional(), same: z.string().optional() }),
]);
export type CoverageEvent = z.infer<typeof coverageSchema>;

/** All events of a run, process by process in the order in which they started; lines that are no events are left out. */
export async function readEvents(folder: string): Promise<ProbeEvent[]> {
  const events: ProbeEvent[] = [];
  for (const file of await eventFiles(folder, 'events-', maxReportBytes)) {
    for await (const event of lines(file, eventSchema)) events.push(event);
  }
  return events;
}

/** Those of `values` that are events. */
export function parseEvents(values: readonly unknown[]): ProbeEvent[] {
  return values.flatMap((value) => {
    const parsed = eventSchema.safeParse(value);
    return parsed.success ? [parsed.data] : [];
  });
}

/** Coverage events, one list a process or, where a process runs test files one after the other, one a file. */
export async function* readCoverageEvents(folder: string): AsyncGenerator<CoverageEvent[]> {
  for (const file of await eventFiles(folder, 'coverage-', 4 * maxReportBytes)) {
    let events: CoverageEvent[] = [];
    const texts = new Map<string, string>();
    for await (const event of lines(file, coverageSchema)) {
      // Sources stand behind the end of the file that they belong to; what ends in an error and goes on has not ended there.
      if (event.e !== 'source' && events.some((each) => each.e === 'loaded' && each.code === undefined)) {
        yield events;
        events = [];
      }
      if (event.e === 'source' && event.text !== undefined) texts.set(event.script, event.text);
      if (event.e === 'source' && event.same !== undefined) events.push({ ...event, text: texts.get(event.same) });
      else events.push(event);
    }
    if (events.length > 0) yield events;
  }
}

async function eventFiles(folder: string, prefix: string, maxBytes: number): Promise<string[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith(prefix) && name.endsWith('.jsonl'));
  const started = (name: string): number => Number(/-(\d+)-/.exec(name)?.[1] ?? 0);
  names.sort((a, b) => started(a) - started(b) || a.localeCompare(b));
  const files: string[] = [];
  let total = 0;
  for (const name of names) {
    const file = join(folder, name);
    const found = await lstat(file).catch(() => null);
    if (found === null || !found.isFile()) continue;
    total += found.size;
    if (total > maxBytes) break;
    files.push(file);
  }
  return files;
}

async function* lines<T>(file: string, schema: z.ZodType<T>): AsyncGenerator<T> {
  const opened = await openPlainFile(file);
  if (opened === null) return;
  const input = opened.createReadStream({ encoding: 'utf8' });
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      const event = parseLine(line, schema);
      if (event !== null) yield event;
    }
  } catch {
    // A report that cannot be read is a report that is not there.
  } finally {
    input.destroy();
  }
}

function parseLine<T>(line: string, schema: z.ZodType<T>): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
