// Test files that a program of the line starts, each as a process of its own that tells of its tests by how it ends.
import { type Place, relativeToRoot } from '../../frames.ts';
import { fileLevel, type RawResult } from '../../results.ts';
import { isTestFile } from '../../test-files.ts';
import type { ErrorRecord, ProbeEvent } from './events.ts';
import { fromError } from './read-events.ts';

/** Where files lie that tests start for what they test: how they end says nothing. */
const OF_OTHERS = /(?:^|\/)_*(?:fixtures?|helpers?|mocks?|stubs?|support|samples?|data)_*\//;

/** Whether a process of the file `path` is a test by how it ends. */
export const isTestProgram = (path: string): boolean => isTestFile(path) && !OF_OTHERS.test(path);

export interface Started {
  /** Relative to the root. */
  readonly file: string;
  /** The folder that it was started in. */
  readonly folder: string;
  /** Null where something ended it. */
  readonly code: number | null;
  /** Whether one of its processes, if there were many, ended well. */
  readonly passed: boolean;
  /** What ended it. */
  readonly error: ErrorRecord | null;
}

/** Test files that one of `scripts` (relative to the root) has started with nothing but the file; of a file that was started often the process that failed. */
export function startedBy(scripts: readonly string[], events: readonly ProbeEvent[], place: Place): readonly Started[] {
  const pathOf = (main: string): string => relativeToRoot(main, place).path;
  // A test may start its own file once more, to see that fail.
  const isByScript = (by: string | null): boolean => by !== null && scripts.includes(pathOf(by));
  const found = new Map<string, Started>();
  for (const event of events) {
    if (event.e !== 'alone' || !isByScript(event.by)) continue;
    const file = pathOf(event.main);
    if (isTestProgram(file) && !scripts.includes(file))
      found.set(file, { file, folder: event.folder, code: null, passed: false, error: null });
  }
  for (const event of events) {
    if ((event.e !== 'exit' && event.e !== 'uncaught') || !isByScript(event.by)) continue;
    const known = found.get(pathOf(event.main));
    if (known === undefined) continue;
    if (event.e === 'uncaught') found.set(known.file, { ...known, error: known.error ?? event.error });
    else {
      const code = known.code === null || known.code === 0 ? event.code : known.code;
      found.set(known.file, { ...known, code, passed: known.passed || event.code === 0 });
    }
  }
  return [...found.values()];
}

/**
 * One result a file, where the line's program ended with `exitCode`. One that fails in a run that does not was tried again, or is what another one
 * tests; `otherwise` tells of one that says nothing itself.
 */
export function startedResults(started: readonly Started[], exitCode: number | null, otherwise: RawResult): RawResult[] {
  if (exitCode === 0) return started.flatMap(({ file, passed }) => (passed ? [resultOf(file, true, null, otherwise)] : []));
  if (started.every(({ code }) => code === 0)) return [];
  return started.map(({ file, code, error }) => resultOf(file, code === 0, error, otherwise));
}

/** The one result of a file that was started without the program that would have done so: `whole` is how that ended. */
export function aloneResult(file: string, events: readonly ProbeEvent[], place: Place, whole: RawResult): RawResult {
  const uncaught = events.find((event) => event.e === 'uncaught' && relativeToRoot(event.main, place).path === file);
  return resultOf(file, whole.status === 'passed', uncaught?.e === 'uncaught' ? uncaught.error : null, whole);
}

function resultOf(file: string, passed: boolean, error: ErrorRecord | null, otherwise: RawResult): RawResult {
  const base = { file, path: [fileLevel], name: fileLevel };
  if (passed) return { ...base, status: 'passed' };
  return { ...otherwise, ...base, status: 'failed', ...(error === null ? {} : fromError(error)) };
}
