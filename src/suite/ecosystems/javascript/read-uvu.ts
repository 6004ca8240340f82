// What uvu prints: it has no reporters. Under the name of each file stand a mark for each test and a tally for each of its groups, and
// then the failures of the group, in order. Only failing tests have names, so tests are told apart by their place.
import { fileLevel, type RawResult, suiteLevel } from '../../results.ts';
import { plain } from '../../text.ts';

const tallyLine = /^(.*?) {2}\((\d+) \/ (\d+)\)$/;
const failureLine = /^ {3}FAIL {2}(?:(.*) {2})?"(.*)"$/;
const summaryLine = /^ {2}(?:Total|Passed|Skipped|Duration): /;

interface Failure {
  readonly name: string;
  readonly lines: string[];
}

/** One `test.run()` of a file. */
interface Group {
  readonly file: string;
  readonly suite: string;
  /** Null when what the tests printed cannot be told from the marks. */
  readonly marks: readonly boolean[] | null;
  readonly passed: number;
  readonly total: number;
  readonly failures: Failure[];
}

/** The results in `output`; `fileOf` knows which lines are names of test files, and the path of each. */
export function readUvu(output: string, fileOf: (line: string) => string | null): RawResult[] {
  const groups: Group[] = [];
  let file: string | null = null;
  let marked: string[] = [];
  for (const line of plain(output).split('\n')) {
    const named = fileOf(line);
    if (named !== null) {
      file = named;
      marked = [];
      continue;
    }
    if (file === null) continue;
    const tally = tallyLine.exec(line);
    const failure = failureLine.exec(line);
    const group = groups.at(-1);
    if (tally !== null) {
      groups.push(groupOf(file, [...marked, tally[1] ?? ''], Number(tally[2]), Number(tally[3])));
      marked = [];
    } else if (failure !== null && group !== undefined) group.failures.push({ name: failure[2] ?? '', lines: [] });
    else if (summaryLine.test(line)) file = null;
    else {
      group?.failures.at(-1)?.lines.push(line);
      marked.push(line);
    }
  }
  return groups.flatMap(resultsOf);
}

/** The test file that could not be loaded, as Node says it of modules; then no test runs at all. */
export function readUvuCrash(stderr: string, fileOf: (path: string) => string | null): RawResult[] {
  const found = /^(\w*Error\b.*) imported from (\S.*)$/m.exec(plain(stderr));
  const file = fileOf(found?.[2] ?? '');
  if (found === null || file === null) return [];
  return [{ file, path: [fileLevel], name: fileLevel, status: 'failed', message: found[1] ?? '', stack: plain(stderr) }];
}

function groupOf(file: string, lines: readonly string[], passed: number, total: number): Group {
  const suite = lines.map((line) => /^ (\S.*?) {2}(?=[•✘]|$)/.exec(line)?.[1]).find((name) => name !== undefined) ?? '';
  const marks = lines.flatMap((line) => [...line.matchAll(/[•✘](?= |$)/g)].map(([mark]) => mark === '•'));
  const fits = marks.length === total && marks.filter((mark) => mark).length === passed;
  return { file, suite, marks: fits ? marks : null, passed, total, failures: [] };
}

function resultsOf({ file, suite, marks, passed, total, failures }: Group): RawResult[] {
  const path = suite === '' ? [] : [suite];
  if (marks === null || failures.length !== total - passed) {
    const message = failures.map(({ name, lines }) => `${name}: ${told(lines)}`).join('\n\n');
    return [{ file, path: [...path, suiteLevel], name: suiteLevel, status: passed === total ? 'passed' : 'failed', message }];
  }
  const left = [...failures];
  return marks.map((mark, index) => {
    const name = `#${index + 1}`;
    const base = { file, path: [...path, name] };
    const failure = mark ? undefined : left.shift();
    if (failure === undefined) return { ...base, name, status: 'passed' };
    const { lines } = failure;
    const own = { name: failure.name, message: `${failure.name}: ${told(lines)}`, stack: lines.join('\n') };
    return { ...base, ...own, status: 'failed', expected: sideOf(lines, 'Expected'), actual: sideOf(lines, 'Actual') };
  });
}

/** Message and difference, without the trace. */
function told(lines: readonly string[]): string {
  const end = lines.findIndex((line) => /^ {4}at /.test(line));
  return (end < 0 ? lines : lines.slice(0, end))
    .map((line) => line.trimEnd().replace(/^ {4}/, ''))
    .join('\n')
    .trim();
}

/** One side of a difference of one line: `++text    (Expected)`, where blanks are shown as dots. */
function sideOf(lines: readonly string[], side: 'Expected' | 'Actual'): string | null {
  const sides = lines.flatMap((line) => /^ +(?:\+\+|--)(.*)/.exec(line)?.[1] ?? []);
  const own = sides.length === 2 ? sides.find((text) => text.endsWith(`(${side})`)) : undefined;
  return own === undefined ? null : own.slice(0, own.lastIndexOf('(')).replaceAll('·', ' ').trimEnd();
}
