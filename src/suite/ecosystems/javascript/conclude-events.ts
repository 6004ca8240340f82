import { posix } from 'node:path';
import type { Conclusion, Ended } from '../../conclude.ts';
import { relativeToRoot } from '../../frames.ts';
import { bailOut, ownedBy, readTap } from '../../read-tap.ts';
import type { RawResult } from '../../results.ts';
import type { SuitePlan } from '../../types.ts';
import { assemble } from './assemble.ts';
import { type ProbeEvent, parseEvents } from './events.ts';
import { scriptFile } from './instrument.ts';
import { readManifest } from './manifest.ts';
import type { Memory } from './select.ts';
import { readTestLine } from './test-line.ts';
import { toldByUvu } from './told-by-uvu.ts';

/** The conclusion from events alone: those of probe and reporters, and output where a runner tells of its tests in no other way. */
export async function concludeEvents(plan: SuitePlan, memory: Memory, ended: Ended, events: readonly unknown[]): Promise<Conclusion> {
  const reading = await readManifest(ended.place.cwd);
  const line = readTestLine(plan.testCommand, reading.kind === 'read' ? (reading.manifest.scripts ?? {}) : {});
  const scripts = [...(line?.runners.values() ?? [])].flatMap((runner) => {
    const file = scriptFile(runner);
    return file === null ? [] : [posix.normalize(posix.join(plan.directory, /\.[cm]?[jt]sx?$/.test(file) ? file : `${file}.js`))];
  });
  const parsed = parseEvents(events);
  const byTap = plan.runner === 'tap' ? await toldByTap(parsed) : [];
  const byUvu = await toldByUvu({ ...ended.place, directory: plan.directory }, line, {
    output: printedIn(parsed, 'out'),
    stderr: printedIn(parsed, 'err'),
  });
  const nothing = { json: [], output: '', tap: [], expectsTap: false, soleFile: null };
  const exit = parsed.find((event) => event.e === 'exit');
  const main = exit === undefined ? null : relativeToRoot(exit.main, ended.place).path;
  const startedAlone = main !== null && !scripts.includes(main) && memory.programs.has(main) ? main : null;
  const told = [...byUvu, ...byTap];
  return assemble({ ...ended, ...nothing, startedAlone, told, events: parsed, scripts });
}

/** The results of each file whose TAP is among the events. */
async function toldByTap(events: readonly ProbeEvent[]): Promise<RawResult[]> {
  const results: RawResult[] = [];
  for (const event of events) {
    if (event.e !== 'output' || event.file === null || event.stream !== 'out') continue;
    const { results: own, bailedOut } = await readTap(event.text);
    results.push(...ownedBy(event.file, own));
    if (bailedOut !== null) results.push(bailOut(bailedOut, event.file));
  }
  return results;
}

/** What the runner's own process printed. */
function printedIn(events: readonly ProbeEvent[], stream: 'out' | 'err'): string {
  return events.map((event) => (event.e === 'output' && event.file === null && event.stream === stream ? event.text : '')).join('');
}
