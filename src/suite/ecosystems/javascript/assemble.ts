import { type Conclusion, conclude, type Ended, wholeCommand } from '../../conclude.ts';
import { type Place, parseFrames, relativeToRoot } from '../../frames.ts';
import { bailOut, ownedBy, readTap } from '../../read-tap.ts';
import { fileLevel, type RawResult, ResultBuilder, suiteLevel } from '../../results.ts';
import { isTestFile } from '../../test-files.ts';
import { plain } from '../../text.ts';
import type { TestResult, TestRun } from '../../types.ts';
import type { ProbeEvent } from './events.ts';
import { type EventReading, readResults } from './read-events.ts';
import { parseJsonReport } from './read-json.ts';
import { aloneResult, type Started, startedBy, startedResults } from './started.ts';

/** What a run left behind. */
export interface Remains extends Ended {
  readonly events: readonly ProbeEvent[];
  /** Reports of jest and vitest that could be read. */
  readonly json: readonly (readonly RawResult[])[];
  /** Results that a runner without reports printed. */
  readonly told: readonly RawResult[];
  /** Standard output, and TAP that was piped elsewhere. */
  readonly output: string;
  readonly tap: readonly string[];
  /** Files that the line runs as plain programs, relative to the root. */
  readonly scripts: readonly string[];
  /** Whether TAP on the standard output are results of a part of the line. */
  readonly expectsTap: boolean;
  /** The one file that was run, when it was one: its TAP is its own. */
  readonly soleFile: string | null;
  /** The file, relative to the root, that was run without the program of the line that would have started it; null where none was. */
  readonly startedAlone: string | null;
}

export type Results = Conclusion & { readonly reading: EventReading; readonly started: readonly Started[] };

export async function assemble(remains: Remains): Promise<Results> {
  const { events, place } = remains;
  const read = await readResults(events, place);
  const reading = { ...read, crashes: read.crashes.map((crash) => located(crash, remains)) };
  const builder = new ResultBuilder(place);
  if (remains.startedAlone !== null) {
    builder.add(aloneResult(remains.startedAlone, events, place, wholeCommand(remains)));
    return { ...conclude(remains, builder, 'report'), reading, started: [] };
  }
  let reader: TestRun['reader'] = 'report';
  for (const raw of reading.results) builder.add(raw);
  for (const report of remains.json) for (const raw of report) builder.add(raw);
  if (remains.told.length > 0 && builder.results.length === 0) reader = 'text';
  for (const raw of remains.told) builder.add(raw);
  if (builder.results.length === 0 || remains.expectsTap) {
    const before = builder.results.length;
    for (const text of [...remains.tap, remains.output]) {
      const tap = await readTap(text);
      const owned = tap.results.flatMap((raw) => (remains.soleFile === null || isOfFile(raw) ? [raw] : ownedBy(remains.soleFile, [raw])));
      for (const raw of owned) builder.add(explained(raw, reading.crashes, place));
      if (tap.bailedOut !== null) builder.add(bailOut(tap.bailedOut, null));
      if (builder.results.length > before) break;
    }
    if (before === 0 && builder.results.length > 0) reader = 'tap';
  }
  if (builder.results.length === 0) for (const raw of sniffJson(remains.output)) builder.add(raw);
  const started = startedBy(remains.scripts, events, place);
  const told = builder.results.length > 0 ? [] : startedResults(started, remains.result.exitCode, wholeCommand(remains));
  for (const raw of told) builder.add(raw);
  if (remains.scripts.length > 0) for (const raw of scriptResults(remains, builder.results)) builder.add(raw);
  // What has ended well has started the one that crashed.
  const sound = new Set(told.flatMap(({ file, status }) => (status === 'passed' ? [file] : [])));
  addFailuresOutside(remains, reading, builder, sound);
  return { ...conclude(remains, builder, reader), reading, started };
}

/** A result that is a test file's own, whichever program has run that. */
const isOfFile = ({ file, name, fileInId }: RawResult): boolean => file != null && fileInId === true && name === fileLevel;

/** Node prints where a module cannot be parsed, but writes it into no error: `file:///…/a.js:5`, the line, and the message below. */
function located(crash: RawResult, { result }: Remains): RawResult {
  const message = (crash.stack ?? crash.message ?? '').split('\n', 1)[0] ?? '';
  if (!message.startsWith('SyntaxError: ')) return crash;
  for (const text of [result.stderr, result.stdout]) {
    const lines = plain(text)
      .split('\n')
      .map((line) => line.replace(/^# /, ''));
    const at = lines.indexOf(message);
    const place = lines.slice(Math.max(0, at - 6), Math.max(0, at)).findLast((line) => /^(?:file:\/\/)?\/[^:]+:\d+$/.test(line));
    if (place !== undefined) return { ...crash, stack: `${place}\n${crash.stack ?? message}` };
  }
  return crash;
}

/** TAP says of a file that could not be loaded no more than that; the probe saw why. */
function explained(raw: RawResult, crashes: readonly RawResult[], place: Place): RawResult {
  if (raw.status !== 'failed' || raw.name !== fileLevel || raw.file === null) return raw;
  const { path } = relativeToRoot(raw.file, place);
  const crash = crashes.find(({ file }) => file !== null && relativeToRoot(file, place).path === path);
  return crash === undefined ? raw : { ...raw, message: crash.message ?? null, stack: crash.stack ?? null };
}

/** A report of jest on the standard output, when the line could not be taken apart. */
function sniffJson(output: string): readonly RawResult[] {
  for (const line of output.split('\n')) {
    if (!line.startsWith('{"') || !line.includes('"testResults"')) continue;
    const results = parseJsonReport(line);
    if (results !== null) return results;
  }
  return [];
}

/** One result for each `node file.js` of the line whose own tests nobody reported. */
function scriptResults({ events, scripts, place }: Remains, known: readonly TestResult[]): RawResult[] {
  const results: RawResult[] = [];
  for (const file of scripts) {
    if (known.some((result) => result.file === file)) continue;
    const exit = events.find((event) => event.e === 'exit' && relativeToRoot(event.main, place).path === file);
    // What a script passes on to other files counts as theirs.
    if (exit?.e !== 'exit' || (exit.code !== 0 && !hasUncaught(events, file, place)) || (exit.code === 0 && known.length > 0)) continue;
    if (exit.code === 0) results.push({ file, path: [fileLevel], name: fileLevel, status: 'passed' });
  }
  return results;
}

function hasUncaught(events: readonly ProbeEvent[], file: string, place: Place): boolean {
  return events.some((event) => event.e === 'uncaught' && relativeToRoot(event.main, place).path === file);
}

/** Crashes and hangs that no test tells of: the command failed, so something must be failing. */
function addFailuresOutside(remains: Remains, reading: EventReading, builder: ResultBuilder, sound: ReadonlySet<string | null>): void {
  const { result, place } = remains;
  if (result.exitCode === 0) return;
  const hadFailure = builder.results.some(({ status }) => status === 'failed');
  for (const crash of reading.crashes) {
    if (isOfNoFile(crash, place)) continue;
    const file = crash.file === null ? '' : relativeToRoot(crash.file, place).path;
    if (sound.has(file) || builder.results.some((known) => known.file === file && known.status === 'failed' && known.name === fileLevel))
      continue;
    const isKnown = crash.path.length > 1 || remains.scripts.includes(file) || builder.results.some((known) => known.file === file);
    if (!hadFailure || isKnown) builder.add(ofRepository(crash, place));
  }
  if (result.timedOut && reading.running !== null) {
    builder.add({ ...reading.running, message: `did not end: the whole run was stopped after ${Math.round(remains.timeoutMs / 1000)} s` });
  }
}

/** A crash of a program that was given as text, and that touches nothing of the repository: runners start such for purposes of their own. */
function isOfNoFile(crash: RawResult, place: Place): boolean {
  return crash.file === null && !parseFrames(crash.stack ?? '', place).some(({ inRepository }) => inRepository);
}

/**
 * A crash inside a runner's own program belongs to the test file in its stack: by its name, or because the runner itself asked for it. A
 * file of the source that could not be loaded is none, however high it stands.
 */
function ofRepository(crash: RawResult, place: Place): RawResult {
  const own = crash.file === null ? null : relativeToRoot(crash.file, place);
  if (own?.inside === true && !own.path.split('/').includes('node_modules')) return crash;
  const frames = parseFrames(crash.stack ?? '', place);
  const last = frames.findLastIndex((frame) => frame.inRepository);
  const byRunner = frames.slice(last + 1).some(({ file }) => file.includes('node_modules/'));
  const frame = frames.find(({ file, inRepository }) => inRepository && isTestFile(file)) ?? (byRunner ? frames[last] : undefined);
  return frame === undefined ? { ...crash, file: null, path: [suiteLevel] } : { ...crash, file: frame.file };
}
