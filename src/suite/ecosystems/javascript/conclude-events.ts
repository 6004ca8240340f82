import { posix } from 'node:path';
import type { Conclusion, Ended } from '../../conclude.ts';
import type { SuitePlan } from '../../types.ts';
import { assemble } from './assemble.ts';
import { parseEvents } from './events.ts';
import { scriptFile } from './instrument.ts';
import { readManifest } from './manifest.ts';
import { readTestLine } from './test-line.ts';

/** The conclusion from events of probe and reporters alone, without files or output. */
export async function concludeEvents(plan: SuitePlan, ended: Ended, events: readonly unknown[]): Promise<Conclusion> {
  const reading = await readManifest(ended.place.cwd);
  const line = readTestLine(plan.testCommand, reading.kind === 'read' ? (reading.manifest.scripts ?? {}) : {});
  const scripts = [...(line?.runners.values() ?? [])].flatMap((runner) => {
    const file = scriptFile(runner);
    return file === null ? [] : [posix.normalize(posix.join(plan.directory, /\.[cm]?[jt]sx?$/.test(file) ? file : `${file}.js`))];
  });
  const nothing = { json: [], told: [], output: '', tap: [], expectsTap: false, soleFile: null };
  return assemble({ ...ended, ...nothing, events: parseEvents(events), scripts });
}
