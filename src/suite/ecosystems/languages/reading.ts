// What the readers share.
import { lstat, readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { readPlainFile } from '../../../workspace/index.ts';
import type { RawResult } from '../../results.ts';
import { type JUnitCase, parseJUnit } from './junit.ts';
import type { Reading } from './types.ts';

export const maxReportBytes = 256 << 20;

/** Results of JUnit reports; null when none of the texts is one. A broken report keeps its failures alone. */
export async function readJUnit(
  texts: readonly string[],
  toRaw: (each: JUnitCase) => Promise<RawResult> | RawResult,
): Promise<Reading | null> {
  const results: RawResult[] = [];
  let broken: string | null = null;
  let found = false;
  for (const text of texts) {
    const report = parseJUnit(text);
    if (report === null) continue;
    found = true;
    broken ??= report.broken;
    for (const each of report.cases) results.push(await toRaw(each));
  }
  return found ? { results, form: 'report', broken } : null;
}

/** Texts of the files in `folder` whose names match, in the order of their names; those written before `since` are of other runs. */
export async function reportsIn(folder: string, pattern: RegExp, since = 0): Promise<string[]> {
  const real = await realpath(folder).catch(() => folder);
  const names = (await readdir(real).catch(() => [])).filter((name) => pattern.test(name)).sort();
  const texts: string[] = [];
  let bytes = 0;
  for (const name of names) {
    const found = await lstat(join(real, name)).catch(() => null);
    // File systems keep times in steps of up to two seconds.
    if (found === null || !found.isFile() || found.mtimeMs < since - 2_000) continue;
    bytes += found.size;
    if (bytes > maxReportBytes) break;
    texts.push((await readPlainFile(join(real, name), maxReportBytes)) ?? '');
  }
  return texts;
}

export function reportText(path: string): Promise<string | null> {
  return readPlainFile(path, maxReportBytes);
}

/** Characters of a failure in which its words are looked for. */
const maxWords = 20_000;

/** Expected and actual, where the words of a failure tell them in one of the usual ways. */
export function expectation(text: string): { readonly expected: string | null; readonly actual: string | null } {
  const head = text.slice(0, maxWords);
  for (const { pattern, expectedFirst } of wordings) {
    const match = pattern.exec(head);
    if (match?.[1] === undefined || match[2] === undefined) continue;
    const [first, second] = [match[1].trim(), match[2].trim()];
    return expectedFirst ? { expected: first, actual: second } : { expected: second, actual: first };
  }
  return { expected: null, actual: null };
}

const wordings: readonly { readonly pattern: RegExp; readonly expectedFirst: boolean }[] = [
  // JUnit 4 and 5, AssertJ's first line, Hamcrest.
  { pattern: /expected:? ?<([^\n]*?)> but was:? ?<([^\n]*?)>/, expectedFirst: true },
  { pattern: /Expected: ([^\n]+)\n\s*(?:but: was|but was:?|Actual:|got:|Got:) ([^\n]+)/, expectedFirst: true },
  // PHPUnit.
  { pattern: /Failed asserting that ([^\n]+?) (?:matches expected|is identical to|equals) ([^\n]+?)\.?(?:\n|$)/, expectedFirst: false },
  // RSpec.
  { pattern: /^[ \t]*expected: ([^\n]+)\n\s*got: ([^\n]+)/m, expectedFirst: true },
  // Rust's assert_eq!, whose sides are by habit (actual, expected).
  { pattern: /^[ \t]*left: `?([^\n]+?)`?,?\n\s*right: `?([^\n]+?)`?(?:,|:|\n|$)/m, expectedFirst: false },
  // minitest and xUnit.
  { pattern: /^[ \t]*Expected: +([^\n]+)\n\s*Actual: +([^\n]+)/m, expectedFirst: true },
  // pytest's `assert 4 == 2`, and unittest's `4 != 2`.
  { pattern: /^(?:AssertionError: )?assert ([^\n=]+?) == ([^\n=]+?)$/m, expectedFirst: false },
  { pattern: /^(?:AssertionError: )?([^\n]{1,200}?) != ([^\n]{1,200}?)(?: : [^\n]*)?$/m, expectedFirst: false },
  // testify and the usual wording of Go tests.
  { pattern: /expected *: ([^\n]+)\n\s*actual *: ([^\n]+)/, expectedFirst: true },
  { pattern: /\bgot:? ([^\n,;]+?)[,;]? (?:but )?(?:want(?:ed)?|expected):? ([^\n]+)/i, expectedFirst: false },
  { pattern: /\b(?:want(?:ed)?|expected):? ([^\n,;]+?)[,;]? (?:but )?got:? ([^\n]+)/i, expectedFirst: true },
];
