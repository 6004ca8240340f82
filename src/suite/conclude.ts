// The last steps of reading a run, the same for every runner: what failed outside of tests, and the exit code, which has the last word.
import type { CommandResult } from '../workspace/index.ts';
import { type Place, parseFrames } from './frames.ts';
import { countResults, fileLevel, type RawResult, type ResultBuilder, suiteLevel } from './results.ts';
import { isTestFile } from './test-files.ts';
import { distill, plain } from './text.ts';
import type { TestRun } from './types.ts';

/** A run that has ended. */
export interface Ended {
  /** The test command as its author wrote it. */
  readonly command: string;
  readonly result: CommandResult;
  readonly place: Place;
  readonly timeoutMs: number;
}

export type Conclusion = Pick<TestRun, 'green' | 'reader' | 'results' | 'counts' | 'failing'>;

/**
 * The conclusion from the results in `builder`. A command that failed without a failing test gets a failure of its own; a run without
 * results is the one result of its exit code. Green is only what ended with 0 and shows no failure.
 */
export function conclude(ended: Ended, builder: ResultBuilder, reader: TestRun['reader']): Conclusion {
  const { result } = ended;
  const hadResults = builder.results.length > 0;
  const failed = builder.results.some(({ status }) => status === 'failed');
  if (result.exitCode !== 0 && !failed && (hadResults || hasRepositoryFrame(ended))) builder.add(outside(ended));
  const isBare = builder.results.length === 0;
  if (isBare) builder.add(wholeCommand(ended));
  const results = hadResults ? builder.results : builder.results.map((result) => ({ ...result, byExitCode: true as const }));
  const failing = results.filter(({ status }) => status === 'failed').map(({ id }) => id);
  return {
    green: result.exitCode === 0 && failing.length === 0,
    reader: isBare ? 'exit-code' : reader,
    results,
    counts: countResults(results),
    failing,
  };
}

function hasRepositoryFrame({ result, place }: Ended): boolean {
  return parseFrames(plain(`${result.stderr}\n${result.stdout}`), place).some((frame) => frame.inRepository);
}

/** A failure of the command that belongs to no test: to a test file when the output's stack trace names one. */
function outside(ended: Ended): RawResult {
  const whole = wholeCommand(ended);
  const frames = parseFrames(plain(whole.stack ?? ''), ended.place).filter((frame) => frame.inRepository);
  const test = frames.find((frame) => isTestFile(frame.file));
  const name = test === undefined ? suiteLevel : fileLevel;
  return { ...whole, file: test?.file ?? null, path: [name], name };
}

/** The one result of a run that only its exit code tells about. */
export function wholeCommand({ command, result, timeoutMs }: Ended): RawResult {
  const base = { file: null, path: [command], name: command };
  if (result.exitCode === 0) return { ...base, status: 'passed', seconds: result.seconds };
  const printed = `${result.stdout}\n${result.stderr}`;
  const why =
    result.failedToStart !== null
      ? `could not be started: ${result.failedToStart}`
      : result.aborted
        ? 'was aborted'
        : result.timedOut
          ? `did not end within ${Math.round(timeoutMs / 1000)} s`
          : result.exitCode === null
            ? `was ended by ${result.signal ?? 'a signal'}`
            : `exit code ${result.exitCode}`;
  const said = distill(result.stderr.trim() === '' ? result.stdout : printed);
  return {
    ...base,
    status: 'failed',
    seconds: result.seconds,
    message: said === '' ? why : `${why}\n${said}`,
    stack: plain(printed).slice(-16_000),
  };
}
