// The JSON report of jest, which vitest writes too.

import * as z from 'zod';
import { readPlainFile } from '../../../workspace/index.ts';
import { maxReportBytes } from '../../files.ts';
import { jsonOrNull } from '../../json.ts';
import { fileLevel, type RawResult } from '../../results.ts';
import { plain } from '../../text.ts';
import type { TestStatus } from '../../types.ts';

const assertionSchema = z.object({
  ancestorTitles: z.array(z.string()).catch([]),
  title: z.string().catch(''),
  status: z.string().catch('failed'),
  duration: z.number().nullish().catch(null),
  location: z.object({ line: z.number() }).nullish().catch(null),
  failureMessages: z.array(z.string()).nullish().catch(null),
  failureDetails: z.array(z.unknown()).nullish().catch(null),
});

const reportSchema = z.object({
  success: z.boolean().optional().catch(undefined),
  testResults: z.array(
    z.object({
      name: z.string().optional().catch(undefined),
      status: z.string().optional().catch(undefined),
      message: z.string().optional().catch(undefined),
      assertionResults: z.array(assertionSchema).catch([]),
    }),
  ),
});

const details = z.object({ matcherResult: z.object({ expected: z.unknown().optional(), actual: z.unknown().optional() }) });

const statuses: Readonly<Record<string, TestStatus>> = {
  passed: 'passed',
  failed: 'failed',
  todo: 'todo',
  pending: 'skipped',
  skipped: 'skipped',
  disabled: 'skipped',
};

/** The results in a report file; null when there is none, or what is there is no report. */
export async function readJsonReport(file: string): Promise<RawResult[] | null> {
  const text = await readPlainFile(file, maxReportBytes);
  return text === null ? null : parseJsonReport(text);
}

export function parseJsonReport(text: string): RawResult[] | null {
  const parsed = reportSchema.safeParse(jsonOrNull(text));
  if (!parsed.success) return null;
  const results: RawResult[] = [];
  for (const suite of parsed.data.testResults) {
    const file = suite.name ?? null;
    for (const assertion of suite.assertionResults) results.push(toRaw(file, assertion));
    const explained = suite.assertionResults.some((assertion) => assertion.status === 'failed');
    // Vitest before 1.3 calls a file that cannot be loaded passed, and says in the message why it was not.
    const complains = parsed.data.success === false && suite.message !== undefined && suite.message !== '';
    if ((suite.status === 'failed' || complains) && !explained) {
      const message = plain(suite.message ?? 'the file failed outside of its tests');
      results.push({ file, path: [fileLevel], name: fileLevel, status: 'failed', message, stack: message });
    }
  }
  return results;
}

function toRaw(file: string | null, assertion: z.infer<typeof assertionSchema>): RawResult {
  const path = [...assertion.ancestorTitles.filter((title) => title !== ''), assertion.title];
  const seconds = typeof assertion.duration === 'number' ? assertion.duration / 1000 : null;
  const printed = withoutPlaceholder(plain((assertion.failureMessages ?? []).join('\n\n')), seconds);
  const frames = printed.search(/^\s+at /m);
  const values = valuesOf(assertion.failureDetails?.[0], printed);
  return {
    file,
    path,
    name: path.join(' '),
    status: statuses[assertion.status] ?? 'skipped',
    line: assertion.location?.line ?? null,
    seconds,
    message: (frames < 0 ? printed : printed.slice(0, frames)).replace(/^Error: /, '').trim() || 'failed',
    stack: printed,
    ...values,
  };
}

/** Where a test came to no end in time, vitest's report has a placeholder for what it says on the screen. */
function withoutPlaceholder(printed: string, seconds: number | null): string {
  return printed.replace(
    /^Error: STACK_TRACE_ERROR$/m,
    `Error: Test timed out${seconds === null ? '' : ` after ${Math.round(seconds * 1000)} ms`}`,
  );
}

/** Jest gives the values of its matchers; vitest has them in the sentence only. */
function valuesOf(detail: unknown, printed: string): Pick<RawResult, 'expected' | 'actual'> {
  const parsed = details.safeParse(detail);
  if (parsed.success) return { expected: show(parsed.data.matcherResult.expected), actual: show(parsed.data.matcherResult.actual) };
  const sentence =
    /expected (.+?) (?:not )?to (?:be|equal|deeply equal|strictly equal|loosely equal|have length|contain|include|match)\b(?: of)? ([^\n]+?)(?: \/\/ .*| but got .*)?$/m.exec(
      printed,
    );
  return sentence === null ? {} : { actual: sentence[1] ?? null, expected: sentence[2] ?? null };
}

function show(value: unknown): string | null {
  return value === undefined ? null : typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
}
