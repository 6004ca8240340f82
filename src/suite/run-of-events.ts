// A test run out of events alone: what a process that runs the tests many times over tells of one of these times.
import { realpath } from 'node:fs/promises';
import { posix } from 'node:path';
import { conclude } from './conclude.ts';
import type { Session } from './ecosystem.ts';
import { ResultBuilder } from './results.ts';
import type { SuitePlan, TestRun } from './types.ts';

/** Reads events as a run of its own would have been read. Never throws for what the events hold. */
export async function runOfEvents(
  plan: SuitePlan,
  session: Session,
  givenRoot: string,
  { events, exitCode }: { readonly events: readonly unknown[]; readonly exitCode: number | null },
): Promise<TestRun> {
  const root = await realpath(givenRoot);
  const place = { root, cwd: posix.join(root, plan.directory) };
  const endedBy = { exitCode, signal: null, timedOut: false, aborted: false, failedToStart: null };
  const result = { ...endedBy, stdout: '', stderr: '', clippedBytes: 0, seconds: 0 };
  const ended = { command: plan.testCommand, result, place, timeoutMs: 0 };
  const conclusion = (await session.concludeEvents?.(ended, events)) ?? conclude(ended, new ResultBuilder(place), 'report');
  const { green, reader, results, counts, failing } = conclusion;
  const said = { command: plan.testCommand, exitCode, timedOut: false, aborted: false, tail: '', outputFile: null, coverage: null };
  return { ...said, green, reader, results, counts, failing, seconds: 0 };
}
