// A report that somebody else's run has written: of the failed run in CI, or of a file that a person hands over.
import { parseJsonReport } from './ecosystems/javascript/read-json.ts';
import { type JUnitCase, parseJUnit } from './ecosystems/languages/junit.ts';
import { expectation } from './ecosystems/languages/reading.ts';
import type { Place } from './frames.ts';
import { readTap } from './read-tap.ts';
import { type RawResult, ResultBuilder } from './results.ts';
import type { TestResult } from './types.ts';

/** The results in a report (JUnit XML, JSON of jest and vitest, TAP); null when the text is none that is known. Never throws. */
export async function readReport(text: string): Promise<readonly TestResult[] | null> {
  const raw = await rawResults(text.replace(/^\uFEFF/, ''));
  if (raw === null || raw.length === 0) return null;
  const builder = new ResultBuilder(placeIn(text));
  for (const result of raw) builder.add(result);
  return builder.results;
}

async function rawResults(text: string): Promise<readonly RawResult[] | null> {
  if (/^\s*</.test(text)) return parseJUnit(text)?.cases.map(ofCase) ?? null;
  if (/^\s*[{[]/.test(text)) return parseJsonReport(text);
  const tap = await readTap(text);
  return tap.isTap ? tap.results : null;
}

/** Whoever wrote the report is not known: names are taken as they stand. */
function ofCase({ name, classname, file, line, seconds, status, message, details }: JUnitCase): RawResult {
  const said = [message, details].filter((part) => part !== null && part !== '').join('\n');
  return {
    file,
    path: [...(classname === null || name.startsWith(classname) ? [] : [classname]), name],
    name,
    status,
    line,
    seconds,
    ...(status === 'failed' ? { message: message ?? details ?? 'failed', stack: said, ...expectation(said) } : {}),
  };
}

/** The root of the checkout on a runner of GitHub, so that paths become those of the repository. */
function placeIn(text: string): Place {
  const [root = '/'] = /(?:\/home\/runner\/work|\/Users\/runner\/work|\/__w)\/([^/\s"']+)\/\1(?=\/)/.exec(text) ?? [];
  return { root, cwd: root };
}
