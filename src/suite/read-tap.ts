// TAP as tape, tap and others print it: nested subtests, `# comments` as names of tests, YAML diagnostics.
import { Parser, type Result } from 'tap-parser';
import { crashed, fileLevel, isAboutTheEnd, type RawResult, suiteLevel } from './results.ts';
import { isTestFile } from './test-files.ts';
import { distill, plain } from './text.ts';

/** The same results as those of the one file that printed them. */
export function ownedBy(file: string, results: readonly RawResult[]): RawResult[] {
  return results.map((result) => ({ ...result, file, fileInId: true }));
}

/** The failure that a bail out is, of one file or of the whole. */
export function bailOut(reason: string, file: string | null): RawResult {
  return { file, path: [suiteLevel], name: suiteLevel, status: 'failed', message: `Bail out! ${reason}` };
}

export interface TapReading {
  /** Whether the text is TAP: a version or a plan, and not only lines that begin with `ok`. */
  readonly isTap: boolean;
  readonly results: readonly RawResult[];
  readonly bailedOut: string | null;
}

/** Results of all TAP in `text`; whatever else stands there is passed over. Never throws. */
export async function readTap(text: string): Promise<TapReading> {
  const nothing: TapReading = { isTap: false, results: [], bailedOut: null };
  const clean = plain(text);
  const isTap = /^TAP version \d+$/m.test(clean) || (/^1\.\.\d+/m.test(clean) && /^(?:not )?ok\b/m.test(clean));
  if (!isTap) return nothing;
  try {
    return await parse(clean);
  } catch {
    return nothing;
  }
}

async function parse(text: string): Promise<TapReading> {
  const results: RawResult[] = [];
  let bailedOut: string | null = null;
  const parser = new Parser({ strict: false });
  listen(parser, [], results);
  parser.on('bailout', (reason: string) => {
    bailedOut = reason;
  });
  const ended = new Promise<void>((resolve) => {
    parser.on('complete', () => resolve());
  });
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 2000) {
    parser.write(`${lines.slice(at, at + 2000).join('\n')}\n`);
    await new Promise((resolve) => setImmediate(resolve));
  }
  parser.end();
  await ended;
  return { isTap: true, results, bailedOut };
}

/** Lines behind a failure that are about it. */
const MOST_TOLD = 200;
/** Lines of bats that may tell places, and how long such a line is. */
const MOST_PLACES = 20;
const LONGEST_PLACE = 700;

/** How bats begins what it says of a failure; where helpers failed, the test's own place is the last one. */
const toldByBats = /^# \((?:in test file|from function .{1,200} in (?:test )?file) .{1,500}, line \d+[,)]$/;

interface Told {
  /** Of which result. */
  readonly at: number;
  readonly lines: string[];
  isByBats: boolean;
}

/** Collects the assertions of `parser` and, before its own, those of the subtests in it. */
function listen(parser: Parser, path: readonly string[], results: RawResult[]): void {
  let heading: string | null = null;
  /** Where the results of the subtest before begin; null when the next assertion is one of its own. */
  let subtestFrom: number | null = null;
  parser.on('child', (child: Parser) => {
    subtestFrom = results.length;
    listen(child, [...path, child.name], results);
  });
  /** The failure that was told last, where it said nothing of itself, and what is printed behind it. */
  let told: Told | null = null;
  const end = (): void => {
    const raw = results[told?.at ?? -1];
    if (told !== null && raw !== undefined) results[told.at] = { ...raw, ...failureOf(told) };
    told = null;
  };
  parser.on('complete', end);
  parser.on('extra', (line: string) => {
    if (told === null || !/^[ \t]/.test(line) || told.lines.length >= MOST_TOLD) return;
    told.lines.push(line.trimEnd());
  });
  parser.on('comment', (comment: string) => {
    if (told !== null && (told.isByBats || toldByBats.test(comment.trim()))) {
      told.isByBats = true;
      if (told.lines.length < MOST_TOLD) told.lines.push(comment.trimEnd().replace(/^\s*# ?/, ''));
      return;
    }
    const title = /^# (?!Subtest)(.*)$/.exec(comment.trim())?.[1] ?? '';
    if (title !== '' && !/^(?:tests|pass|fail|ok|skip|todo|failed \d+|time=|duration_ms|cancelled|suites)\b/i.test(title)) heading = title;
  });
  parser.on('assert', (assertion: Result) => {
    const from = subtestFrom;
    subtestFrom = null;
    const group = path.length === 0 && heading !== null ? [heading] : path;
    end();
    if (from === null) {
      const raw = toRaw(assertion, group);
      results.push(raw);
      if (raw.status === 'failed' && !assertion.diag) told = { at: results.length - 1, lines: [], isByBats: false };
    }
    // The line that sums a subtest up says nothing that its assertions have not said, unless it failed without one.
    else if (!assertion.ok && !results.slice(from).some(({ status }) => status === 'failed'))
      results.push(subtestFailure(assertion, group));
  });
}

/** A subtest that failed by a time limit, its plan or its exit code. */
function subtestFailure(assertion: Result, path: readonly string[]): RawResult {
  const raw = toRaw(assertion, path);
  const isFile = path.length === 0 && isFileName(assertion.name);
  return isFile
    ? { ...raw, file: assertion.name, fileInId: true, path: [fileLevel], name: fileLevel }
    : { ...raw, path: [...raw.path, crashed] };
}

function isFileName(name: string | undefined): name is string {
  return name !== undefined && /\.[cm]?[jt]sx?$/.test(name) && !/\s/.test(name);
}

/** Whether an assertion is named after a test file: other files, and addresses, are what a test is about. */
function isTestsName(name: string): boolean {
  return name.includes('/') && !name.includes(':') && isTestFile(name.replace(/^[./]*\//, ''));
}

function toRaw(assertion: Result, path: readonly string[]): RawResult {
  const name = assertion.name.replace(/^- /, '') || '(unnamed assert)';
  const status = assertion.skip ? 'skipped' : assertion.todo ? 'todo' : assertion.ok ? 'passed' : 'failed';
  const diag: Record<string, unknown> = typeof assertion.diag === 'object' && assertion.diag !== null ? { ...assertion.diag } : {};
  const at = position(diag.at);
  // The tap runner's outermost subtests are files, and so are the tests of programs that tell of nothing else.
  const [first = isTestsName(name) ? name : undefined] = path;
  const isFile = isFileName(first);
  const own = isFile && path.length === 0 ? fileLevel : null;
  return {
    file: isFile ? first : (at?.file ?? null),
    // QUnit says nothing of where a test stands but in what called it.
    fileByCallers: !isFile && at === null,
    fileInId: isFile,
    path: [...(isFile ? path.slice(1) : path), own ?? (isAboutTheEnd(name) ? crashed : name)],
    name: own ?? (path.join(' ') || name),
    status,
    line: at?.line ?? null,
    seconds: typeof assertion.time === 'number' ? assertion.time / 1000 : null,
    ...(status === 'failed' ? failure(name, diag, at) : {}),
  };
}

function failureOf({ lines, isByBats }: Told): Partial<RawResult> {
  if (isByBats) return batsFailure(lines);
  const text = lines.join('\n');
  return text.trim() === '' ? {} : { message: distill(text), stack: text };
}

/** The place that bats tells in parentheses, then what failed there, then what the test printed. */
function batsFailure(lines: readonly string[]): Partial<RawResult> {
  const end = lines.slice(0, MOST_PLACES).findIndex((line) => line.length <= LONGEST_PLACE && /, line \d+\)$/.test(line));
  const head = lines.slice(0, end + 1).filter((line) => line.length <= LONGEST_PLACE);
  const [, file, line] = head.map((each) => /\bfile (.+), line (\d+)[,)]/.exec(each)).findLast((match) => match !== null) ?? [];
  if (file === undefined) return {};
  const said = lines
    .slice(end + 1)
    .join('\n')
    .trim();
  return { file, line: Number(line), message: said || head.join('\n'), stack: lines.join('\n') };
}

interface Position {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** `at` is `name (file:line:column)` in tape and an object in tap. */
function position(at: unknown): Position | null {
  if (typeof at === 'string') {
    const match = /(?:\(|^)([^()]+?):(\d+)(?::\d+)?\)?$/.exec(at.trim());
    return match?.[1] === undefined ? null : { file: match[1], line: Number(match[2]), text: at };
  }
  if (typeof at !== 'object' || at === null || !('line' in at)) return null;
  const file = 'file' in at ? at.file : 'fileName' in at ? at.fileName : null;
  const line = Number(at.line);
  return typeof file === 'string' && Number.isFinite(line) ? { file, line, text: `${file}:${line}` } : null;
}

function failure(name: string, diag: Readonly<Record<string, unknown>>, at: Position | null): Partial<RawResult> {
  const text = (value: unknown): string | null => (value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value));
  const said = text(diag.error) ?? text(diag.message) ?? text(diag.diff);
  const own = typeof diag.stack === 'string' ? diag.stack : null;
  const frames =
    own === null
      ? ''
      : own
          .split('\n')
          .map((line) => (/^\s*at /.test(line) || !/:\d+/.test(line) ? line : `    at ${line.trim()}`))
          .join('\n');
  const head = at === null || frames.includes(at.text) ? '' : `    at ${at.text}\n`;
  return {
    message: said === null || said === name ? name : `${name}\n${said}`,
    stack: `${head}${frames}` || null,
    expected: text(diag.expected ?? diag.wanted) ?? side(diag.diff, '-'),
    actual: text(diag.actual ?? diag.found) ?? side(diag.diff, '+'),
  };
}

/** The lines of one side of a unified diff whose head says `--- expected` and `+++ actual`. */
function side(diff: unknown, sign: '-' | '+'): string | null {
  if (typeof diff !== 'string' || !/^--- expected\n\+\+\+ actual\n/.test(diff)) return null;
  const own = diff
    .split('\n')
    .slice(2)
    .filter((line) => line.startsWith(sign) || line.startsWith(' '));
  return own.some((line) => line.startsWith(sign))
    ? own
        .map((line) => line.slice(1))
        .join('\n')
        .trim()
    : null;
}
