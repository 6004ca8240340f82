// Results out of the events of probe and reporters: mocha, node:test, tape, and plain scripts.
import { posix } from 'node:path';
import { type Place, relativeToRoot } from '../../frames.ts';
import { ownedBy, readTap } from '../../read-tap.ts';
import { crashed, fileLevel, isAboutTheEnd, type RawResult } from '../../results.ts';
import { distill } from '../../text.ts';
import type { ErrorRecord, ProbeEvent, ResultEvent } from './events.ts';

export interface EventReading {
  readonly results: readonly RawResult[];
  /** Uncaught errors, and processes of repository files that ended badly: needed only when no test tells why the command failed. */
  readonly crashes: readonly RawResult[];
  /** The test that had begun and not ended when the reporter fell silent. */
  readonly running: RawResult | null;
  /** Ids of describe blocks, which name filters need not match. */
  readonly suites: readonly (readonly string[])[];
}

export async function readResults(events: readonly ProbeEvent[], place: Place): Promise<EventReading> {
  const results: RawResult[] = [];
  const crashes: RawResult[] = [];
  const suites: (readonly string[])[] = [];
  const byMochaTest = new Map<string, number>();
  const begun = new Map<string, RawResult>();
  const finished = new Set<string>();
  const innerRunners = innerResultFiles(events, place);
  for (const event of events) {
    if (event.e === 'begin') begun.set(event.runner, { file: event.file, path: event.path, name: event.path.join(' '), status: 'failed' });
    if (event.e === 'done') finished.add(event.runner);
    if (event.e === 'uncaught' && !event.handled) crashes.push(crash(event));
    if (event.e !== 'result') continue;
    begun.delete(event.runner);
    if (event.suite === true && event.status !== 'failed') suites.push(event.path);
    if (isGroup(event)) continue;
    if (isFileLevel(event, place)) {
      results.push(...(await fileResults(event, events, innerRunners, place)));
      continue;
    }
    const raw = toRaw(event);
    const key = event.test === undefined ? null : `${event.file}\n${event.test}`;
    const earlier = key === null ? undefined : byMochaTest.get(key);
    if (earlier !== undefined) results[earlier] = raw;
    else {
      if (key !== null) byMochaTest.set(key, results.length);
      results.push(raw);
    }
  }
  const running = [...begun].find(([runner]) => !finished.has(runner))?.[1] ?? null;
  return { results, crashes: withoutKnown(crashes, results), running, suites };
}

/** Describe blocks, and tests that fail only because a subtest does. A suite that fails by its own hook is a result. */
function isGroup(event: ResultEvent): boolean {
  if (event.status === 'failed')
    return event.failureType === 'subtestsFailed' && event.path.length > 0 && !/^test failed$/.test(event.error?.message ?? '');
  return event.suite === true;
}

/** node:test reports a file without tests of its own as one test named after it. */
function isFileLevel(event: ResultEvent, place: Place): boolean {
  const [name] = event.path;
  if (event.runner !== 'node:test' || event.path.length !== 1 || name === undefined || event.file === null) return false;
  return relativeToRoot(name, place).path === relativeToRoot(event.file, place).path;
}

/** Files whose tests the probe saw from the inside (tape under `node --test`). */
function innerResultFiles(events: readonly ProbeEvent[], place: Place): ReadonlySet<string> {
  const files = new Set<string>();
  for (const event of events)
    if (event.e === 'result' && event.runner === 'tape' && event.file !== null) files.add(relativeToRoot(event.file, place).path);
  return files;
}

/** The results inside a file that node:test sees from outside only: its TAP if it printed some, else the file as a whole. */
async function fileResults(
  event: ResultEvent,
  events: readonly ProbeEvent[],
  inner: ReadonlySet<string>,
  place: Place,
): Promise<RawResult[]> {
  const file = event.file;
  const path = relativeToRoot(file ?? '', place).path;
  // A file with tests is told only when it fails around them; then its tests are there already.
  const failedInside = event.status === 'failed' && hasFailed(events, path, place);
  if (inner.has(path)) return event.status === 'failed' && !failedInside ? [wholeFile(event, events, place)] : [];
  if (failedInside) return [];
  const tap = await readTap(outputOf(events, path, 'out', place));
  const hasInner = tap.results.length > 0 && tap.isTap;
  const explained = event.status !== 'failed' || tap.results.some((result) => result.status === 'failed');
  const results = hasInner && file !== null ? ownedBy(file, tap.results) : [];
  return hasInner && explained ? results : [...results, wholeFile(event, events, place)];
}

function hasFailed(events: readonly ProbeEvent[], file: string, place: Place): boolean {
  return events.some(
    (event) =>
      event.e === 'result' &&
      event.status === 'failed' &&
      !isFileLevel(event, place) &&
      event.file !== null &&
      relativeToRoot(event.file, place).path === file,
  );
}

function outputOf(events: readonly ProbeEvent[], file: string, stream: 'out' | 'err', place: Place): string {
  let text = '';
  for (const event of events) {
    if (event.e === 'output' && event.stream === stream && event.file !== null && relativeToRoot(event.file, place).path === file)
      text += event.text;
  }
  return text;
}

function wholeFile(event: ResultEvent, events: readonly ProbeEvent[], place: Place): RawResult {
  const file = event.file ?? '';
  const path = relativeToRoot(file, place).path;
  const base = { file, path: [fileLevel], name: posix.basename(path), status: event.status, seconds: event.seconds };
  if (event.status !== 'failed') return base;
  const uncaught = events.find((one) => one.e === 'uncaught' && relativeToRoot(one.main, place).path === path);
  if (uncaught?.e === 'uncaught') return { ...base, ...fromError(uncaught.error) };
  const printed = outputOf(events, path, 'err', place) || outputOf(events, path, 'out', place);
  return { ...base, message: distill(printed) || (event.error?.message ?? 'failed'), stack: printed.slice(-16_000) };
}

function crash(event: Extract<ProbeEvent, { e: 'uncaught' }>): RawResult {
  const file = event.file ?? (event.main === '' ? null : event.main);
  const path = event.path ? [...event.path, crashed] : [fileLevel];
  return { file, path, name: event.path?.at(-1) ?? fileLevel, status: 'failed', ...fromError(event.error) };
}

function withoutKnown(crashes: readonly RawResult[], results: readonly RawResult[]): RawResult[] {
  const known = new Set(results.filter((result) => result.status === 'failed').map((result) => result.stack));
  return crashes.filter((result) => !known.has(result.stack));
}

function toRaw(event: ResultEvent): RawResult {
  return {
    file: event.file,
    path: event.runner === 'tape' && isAboutTheEnd(event.path.at(-1) ?? '') ? [...event.path.slice(0, -1), crashed] : event.path,
    name:
      event.runner === 'mocha' || event.runner === 'jasmine'
        ? event.path.join(' ')
        : event.runner === 'tape'
          ? event.path.slice(0, -1).join(' ')
          : (event.path.at(-1) ?? ''),
    status: event.status,
    line: event.line,
    seconds: event.seconds,
    ...(event.status === 'failed' && event.error !== null ? fromError(event.error) : {}),
  };
}

export function fromError(error: ErrorRecord): Pick<RawResult, 'message' | 'stack' | 'expected' | 'actual'> {
  const { name, message, stack, expected, actual } = error;
  const named =
    name !== null && name !== 'Error' && !/^AssertionError/.test(name) && message !== null && !message.startsWith(name)
      ? `${name}: ${message}`
      : message;
  return { message: named ?? name ?? 'failed', stack, expected, actual };
}
