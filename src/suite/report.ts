// A report that somebody else's run has written: of the failed run in CI, or of a file that a person hands over.
import { parseJsonReport } from './ecosystems/javascript/read-json.ts';
import { readTrx } from './ecosystems/languages/dotnet.ts';
import { positionIn } from './ecosystems/languages/frames.ts';
import { readGoEvents } from './ecosystems/languages/go-test.ts';
import { type JUnitCase, parseJUnit } from './ecosystems/languages/junit.ts';
import { expectation } from './ecosystems/languages/reading.ts';
import { exampleResult, parseRspec } from './ecosystems/languages/rspec.ts';
import { SourceIndex } from './ecosystems/languages/source-index.ts';
import type { Place } from './frames.ts';
import { readTap } from './read-tap.ts';
import { type RawResult, ResultBuilder } from './results.ts';
import type { TestResult } from './types.ts';

/** The results in a report (JUnit XML, TRX, JSON of jest, vitest, mocha, RSpec and `go test`, TAP); null when the text is none that is known. Never throws. */
export async function readReport(text: string): Promise<readonly TestResult[] | null> {
  const raw = await rawResults(text.replace(/^\uFEFF/, ''));
  if (raw === null || raw.length === 0) return null;
  const builder = new ResultBuilder(rootIn(text));
  for (const result of raw) builder.add(result);
  return builder.results;
}

async function rawResults(text: string): Promise<readonly RawResult[] | null> {
  if (/^\s*</.test(text)) return parseJUnit(text)?.cases.map(ofCase) ?? (await trxResults(text));
  if (/^\s*\{"(?:Time|Action|ImportPath)":/.test(text)) return (await goResults(text)) ?? null;
  if (/^\s*[{[]/.test(text)) return parseJsonReport(text) ?? rspecResults(text);
  const tap = await readTap(text);
  return tap.isTap ? tap.results : null;
}

/** The tree that the report tells of is not here: nothing is looked up in it. */
const elsewhere = { root: '/', cwd: '/', directory: '', sources: new SourceIndex('/dev/null') };

async function trxResults(text: string): Promise<readonly RawResult[] | null> {
  const { results } = await readTrx(text, elsewhere);
  return results.length === 0 ? null : results;
}

async function goResults(text: string): Promise<readonly RawResult[] | null> {
  const reading = await readGoEvents(text, { ...elsewhere, stderr: '' });
  return reading === null ? null : reading.results.map((result) => ({ ...result, file: result.file ?? placeIn(result.message) }));
}

function placeIn(message: string | null | undefined): string | null {
  return /^\s*([\w./-]+_test\.go):\d+:/m.exec(message ?? '')?.[1] ?? null;
}

function rspecResults(text: string): readonly RawResult[] | null {
  const report = parseRspec(text);
  return report === null ? null : report.examples.map((example) => exampleResult(example, ''));
}

/** Whoever wrote the report shows by how it names things: pytest by modules, whose file it tells only in its older family. */
function ofCase({ name, classname, file: told, line, seconds, status, message, details }: JUnitCase): RawResult {
  const said = [message, details].filter((part) => part !== null && part !== '').join('\n');
  const file = told?.replace(/::.*$/, '') ?? fileIn(said, classname);
  return {
    file,
    path: [...(classname === null || name.startsWith(classname) ? [] : [classname]), name],
    name,
    status,
    line: line ?? lineIn(said, file),
    seconds,
    ...(status === 'failed' ? { message: message ?? details ?? 'failed', stack: said, ...expectation(said) } : {}),
  };
}

/** The file of a test by its class and its trace: a module of Python, or a class of the JVM. */
function fileIn(said: string, classname: string | null): string | null {
  if (classname === null) return null;
  const outer = classname.replace(/\$.*$/, '');
  const traced = said.split('\n').flatMap((each) => positionIn(each) ?? []);
  const own = traced.find(({ file }) => {
    const stem = file
      .replace(/\.\w+$/, '')
      .replaceAll('/', '.')
      .replace(/^\.+/, '');
    return stem === outer || outer.startsWith(`${stem}.`) || stem.endsWith(`.${outer}`);
  });
  return own?.file ?? null;
}

function lineIn(said: string, file: string | null): number | null {
  if (file === null) return null;
  const position = said.split('\n').flatMap((each) => positionIn(each) ?? []);
  return position.find((each) => each.file === file)?.line ?? null;
}

/** The root of the checkout on a runner of GitHub, so that paths become those of the repository. */
function rootIn(text: string): Place {
  const [root = '/'] = /(?:\/home\/runner\/work|\/Users\/runner\/work|\/__w)\/([^/\s"']+)\/\1(?=\/)/.exec(text) ?? [];
  return { root, cwd: root };
}
