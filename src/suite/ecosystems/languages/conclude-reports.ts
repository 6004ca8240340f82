// The conclusion of a run that a companion made: its reports come as events, and are read as if the run had left them itself.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import type { Conclusion, Ended } from '../../conclude.ts';
import type { SuitePlan } from '../../types.ts';
import { lineIn } from './line.ts';
import { adaptersOf, readRemains } from './prepare.ts';
import { SourceIndex } from './source-index.ts';

const eventSchema = z.union([
  z.object({ report: z.string().regex(/^[\w-]{1,100}\.(?:xml|jsonl)$/), text: z.string() }),
  z.object({ output: z.string() }),
]);

/** Never throws for what the events hold; those that are neither a report nor output are left out. */
export async function concludeReports(plan: SuitePlan, ended: Ended, events: readonly unknown[]): Promise<Conclusion> {
  const folder = await mkdtemp(join(tmpdir(), 'regreen-reports-'));
  try {
    let stdout = '';
    for (const event of events) {
      const parsed = eventSchema.safeParse(event);
      if (!parsed.success) continue;
      if ('output' in parsed.data) stdout = parsed.data.output;
      else await writeFile(join(folder, parsed.data.report), parsed.data.text);
    }
    const used = adaptersOf(await lineIn(plan.testCommand, ended.place.cwd));
    const { root } = ended.place;
    const remains = {
      ...{ ...ended.place, folder, directory: plan.directory, stdout, stderr: '', startedAt: 0, env: {} },
      result: { ...ended.result, stdout },
      sources: new SourceIndex(root),
    };
    const { timeoutMs, command } = ended;
    const { green, reader, results, counts, failing } = await readRemains(used, remains, {
      command,
      timeoutMs,
      isPart: true,
      coverage: false,
    });
    return { green, reader, results, counts, failing };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
