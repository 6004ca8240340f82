// Tells early of tests that work for ever: a process of Node in which the event loop does not turn while the processor is busy.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PreparedRun } from '../../ecosystem.ts';
import { quote } from '../../shell.ts';

/** The file of a run's folder that says so. */
const stillFile = 'still.json';

/**
 * Writes what looks after the processes of a run, and how it is started beside the tests: in the same sandbox, as elsewhere their processes have
 * other numbers. Each thread that the probe is in says every second that its loop turns (`beat-*`, by its number as the system has it); one that
 * does not for `seconds`, and has worked most of that time, is told of.
 */
export async function watchStill(folder: string, seconds: number): Promise<PreparedRun['still']> {
  const program = join(folder, 'still.cjs');
  await writeFile(program, stillSource(seconds));
  // Not a job of this shell: a line that waits for its own would wait for it.
  return { beside: `(NODE_OPTIONS= node ${quote(program)} </dev/null >/dev/null 2>&1 &)\n`, file: join(folder, stillFile) };
}

/** Part of the probe: this thread says that its loop turns. It is none of the tests' business, whatever they do to timers. */
export const beatSource = String.raw`
  // ---- whether the event loop turns, for who looks after the processes of the run ----
  function beat() {
    const own = fs.readlinkSync('/proc/thread-self').split('/');
    const file = dir + '/beat-' + own[0] + '-' + own[2];
    let beats = 0;
    const say = () => { try { fs.writeFileSync(file, String(beats += 1)); } catch (error) {} };
    say();
    setInterval(say, 1000).unref();
  }
  try { if (process.env.REGREEN_PROBE_BEAT && (runner !== null || process.env.REGREEN_PROBE_RUNNER || isOurs)) beat(); } catch (error) {}

`;

const stillSource = (seconds: number): string => String.raw`'use strict';
const fs = require('fs');
const path = require('path');
const threads = new Map();
const read = (file) => { try { return fs.readFileSync(file, 'utf8'); } catch (error) { return null; } };
// proc(5): behind the name in brackets come the state and ten numbers, then the ticks of the user and the system, of which there are a hundred a second.
const workedBy = (name) => {
  const text = read('/proc/' + name[0] + '/task/' + name[1] + '/stat');
  if (text === null) return null;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
};
function look() {
  for (const file of fs.readdirSync(__dirname)) {
    const name = /^beat-(\d+)-(\d+)$/.exec(file);
    if (name === null) continue;
    const beats = read(path.join(__dirname, file));
    const worked = workedBy(name.slice(1));
    if (worked === null) continue;
    const known = threads.get(file);
    const now = Date.now() / 1000;
    if (known === undefined || known.beats !== beats) threads.set(file, { beats: beats, at: now, worked: worked });
    else if (now - known.at > ${seconds} && worked - known.worked > 0.5 * (now - known.at)) {
      fs.writeFileSync(path.join(__dirname, '${stillFile}'), JSON.stringify({ seconds: now - known.at }));
      process.exit(0);
    }
  }
}
setInterval(() => { try { look(); } catch (error) { process.exit(0); } }, 1000);
`;
