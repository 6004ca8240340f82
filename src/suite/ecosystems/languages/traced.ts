// Executed lines per test, as the tracers of ours write them that run within the tests' own process: those of Python and Ruby.
import { join } from 'node:path';
import * as z from 'zod';
import { readText } from '../../files.ts';
import { inAnyTree, relativeToRoot } from '../../frames.ts';
import { isTestFile } from '../../test-files.ts';
import type { Coverage, TestResult } from '../../types.ts';
import { reportsIn } from './reading.ts';
import type { Remains } from './types.ts';

/** Asks the programs of ours that run the tests for executed lines. */
export function tracing(root: string): Readonly<Record<string, string>> {
  return { REGREEN_TRACE: root };
}

const eventSchema = z.object({
  test: z.string().optional(),
  loaded: z.boolean().optional(),
  lines: z.record(z.string(), z.array(z.int().min(0))),
});

/** What the tracer wrote, by the names that tests have in `results`; null when nothing was measured. Code that ran at loading counts for all. */
export async function readTrace(remains: Remains, results: readonly TestResult[]): Promise<Coverage | null> {
  const byName = new Map(results.filter(({ status }) => status === 'passed' || status === 'failed').map((result) => [result.name, result]));
  const testFiles = await onlyTests(results, remains.root);
  const loaded = new Map<string, Set<number>>();
  const tests: Coverage['tests'][number][] = [];
  for (const line of (await reportsIn(remains.folder, /^trace-\d+\.jsonl$/)).flatMap((text) => text.split('\n'))) {
    const event = parseEvent(line);
    if (event === null) continue;
    const own = new Map<string, readonly number[]>();
    for (const [file, numbers] of Object.entries(event.lines)) {
      const { path, inside } = relativeToRoot(file, remains);
      if (inside && !isTestFile(path) && !testFiles.has(path)) own.set(path, numbers);
    }
    const result = event.test === undefined ? undefined : byName.get(inAnyTree(event.test, remains));
    if (result !== undefined) tests.push({ id: result.id, failed: result.status === 'failed', lines: own });
    else if (event.loaded === true) for (const [path, numbers] of own) loaded.set(path, new Set([...(loaded.get(path) ?? []), ...numbers]));
  }
  if (tests.length === 0) return null;
  const lines = new Map([...loaded].map(([path, numbers]) => [path, [...numbers]]));
  return { tests: tests.map((test) => ({ ...test, loaded: lines })) };
}

const prompt = /^[ \t]*(?:[rRuUbB]?(?:"""|'''))?>>>(?:\s|$)/m;
const definesTests = /^[ \t]*(?:async[ \t]+)?(?:def[ \t]+test(?:_|\b)|class[ \t]+Test(?:[A-Z_]|\b))/m;

/** Files that only define tests: those whose tests are examples in their documentation hold what is tested. */
async function onlyTests(results: readonly TestResult[], root: string): Promise<ReadonlySet<string>> {
  const found = new Set(results.flatMap(({ file }) => file ?? []));
  for (const path of found) {
    const text = isTestFile(path) ? null : await readText(join(root, path), 2 << 20);
    if (text !== null && prompt.test(text) && !definesTests.test(text)) found.delete(path);
  }
  return found;
}

function parseEvent(line: string): z.infer<typeof eventSchema> | null {
  try {
    const parsed = eventSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
