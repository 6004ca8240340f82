// `go test`, by the JSON events of its own `-json`.
import { join, posix } from 'node:path';
import * as z from 'zod';
import { allWords, type OptionTable, optionsOf, parseArguments, without } from '../../arguments.ts';
import { fileLevel, type RawResult } from '../../results.ts';
import { type Word, word } from '../../shell.ts';
import { findCall, programName } from './call.ts';
import { counting, coverageFiles, readCover } from './go-coverage.ts';
import { folderOf, type Module, readModules } from './go-modules.ts';
import { expectation, reportText } from './reading.ts';
import { escapeRegex } from './source-index.ts';
import type { Adapter, Reading, Remains } from './types.ts';

const options: OptionTable = {
  values: new Set(
    '-run -bench -benchtime -count -cpu -coverprofile -covermode -coverpkg -timeout -parallel -p -tags -ldflags -gcflags -asmflags -mod -modfile -o -exec -skip -shuffle -vet -fuzz -fuzztime -list -outputdir -blockprofile -cpuprofile -memprofile -mutexprofile -trace -overlay -pgo -C'.split(
      ' ',
    ),
  ),
};

/** Results that passed are never taken from Go's cache: they would prove nothing. */
const report = ['-json', '-count=1'].map(word);

export const goTest: Adapter = {
  runner: 'go test',
  files: coverageFiles,
  counting,
  coverage: readCover,
  find: (words) => findCall(words, (rest) => (programName(rest[0] ?? '') === 'go' && rest[1] === 'test' ? 2 : 0)),
  render({ before, program, args }, _, selection) {
    const kept = without(parseArguments(args, options), ['-json', '-count', '-failfast', '-v', '-test.v']);
    if (selection === null) return [...before, ...program, ...report, ...allWords(kept)];
    const folders = [...new Set(selection.files.map((file) => `./${posix.dirname(file)}`))];
    const filter = selection.tests.some(({ id }) => id.endsWith(fileLevel)) ? [] : runFilter(selection.tests.map(({ name }) => name));
    const own = optionsOf(without(kept, [...(filter.length > 0 ? ['-run', '-skip'] : []), '-cover*', '-bench', '-C']));
    return [...before, ...program, ...report, ...own, ...filter, ...folders.map(word)];
  },
  // gotestsum keeps the events it read where it is told to.
  environment: ({ folder }) => ({ GOTESTSUM_JSONFILE: join(folder, 'gotestsum.json') }),
  async read(remains) {
    const text = (await reportText(join(remains.folder, 'gotestsum.json'))) ?? remains.stdout;
    return readGoEvents(text, remains);
  },
};

/** Slashes part the pattern by level: names of one depth share a filter, others run their outermost test whole. */
function runFilter(names: readonly string[]): Word[] {
  if (names.length === 0) return [];
  const [only, ...others] = names.map((name) => name.split('/'));
  const parts = others.length === 0 && only !== undefined ? only.map((part) => [part]) : [names.map((name) => name.split('/')[0] ?? '')];
  return [word('-run'), word(parts.map((level) => `^(${[...new Set(level)].map(escapeRegex).join('|')})$`).join('/'))];
}

const eventSchema = z.object({
  Action: z.string(),
  Package: z.string().optional(),
  ImportPath: z.string().optional(),
  Test: z.string().optional(),
  Elapsed: z.number().optional(),
  Output: z.string().optional(),
  FailedBuild: z.string().optional(),
});
type Event = z.infer<typeof eventSchema>;

function parseEvent(line: string): Event[] {
  if (!line.startsWith('{"')) return [];
  try {
    const parsed = eventSchema.safeParse(JSON.parse(line));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}

type Around = Pick<Remains, 'cwd' | 'root' | 'directory' | 'sources' | 'stderr'>;

/** What `go test -json` printed; null when there is no event in it. */
export async function readGoEvents(text: string, remains: Around): Promise<Reading | null> {
  const events = text.split('\n').flatMap((line) => parseEvent(line));
  return events.length === 0 ? null : readEvents(events, remains);
}

interface Told {
  readonly pkg: string;
  readonly test: string | null;
  readonly output: string[];
  status: RawResult['status'] | null;
  seconds: number | null;
  noTests: boolean;
}

async function readEvents(events: readonly Event[], remains: Around): Promise<Reading> {
  const told = new Map<string, Told>();
  const builds = new Map<string, string[]>();
  for (const event of events) {
    if (event.Action === 'build-output' && event.ImportPath !== undefined) {
      const key = event.ImportPath.replace(/ \[.*$/, '');
      builds.set(key, [...(builds.get(key) ?? []), event.Output ?? '']);
    }
    if (event.Package === undefined) continue;
    const key = `${event.Package}\n${event.Test ?? ''}`;
    const one = told.get(key) ?? { pkg: event.Package, test: event.Test ?? null, output: [], status: null, seconds: null, noTests: false };
    told.set(key, one);
    if (event.Action === 'output' && event.Output !== undefined) one.output.push(event.Output);
    if (event.Action === 'output' && /\[no test files\]|no tests to run/.test(event.Output ?? '')) one.noTests = true;
    const status = event.Action === 'pass' ? 'passed' : event.Action === 'fail' ? 'failed' : event.Action === 'skip' ? 'skipped' : null;
    if (status !== null) Object.assign(one, { status, seconds: event.Elapsed ?? null });
  }
  const tests = [...told.values()].filter(({ test }) => test !== null);
  const modules = await readModules(remains.cwd);
  const inner = new InnerTests(tests);
  const results: RawResult[] = [];
  for (const one of tests) {
    // A test fails with its subtests. What it says itself is said by its own end alone.
    const isExplained =
      one.status !== 'passed' && one.status !== 'skipped' && inner.of(one).some(({ status }) => status === 'failed' || status === null);
    if (isExplained && one.status === null) continue;
    results.push(await testResult(isExplained ? { ...one, status: 'passed' } : one, inner.of(one), modules, remains));
  }
  for (const one of told.values()) {
    if (one.test !== null || one.noTests) continue;
    const own = tests.filter(({ pkg }) => pkg === one.pkg);
    // A package that failed without a failing test could not be built, or was ended from outside.
    if (one.status === 'failed' && !own.some(({ status }) => status === 'failed' || status === null))
      results.push(await packageFailure(one, builds.get(one.pkg) ?? [], modules, remains));
  }
  const said = [...told.values()].flatMap(({ test, output }) => (test === null || output.length > 0 ? output : [])).join('');
  return { results, form: 'report', broken: null, said: `${said}\n${remains.stderr}` };
}

/** Subtests by the test that started them: there may be tens of thousands. */
class InnerTests {
  readonly #byTop: ReadonlyMap<string, readonly Told[]>;

  constructor(tests: readonly Told[]) {
    const groups = new Map<string, Told[]>();
    for (const test of tests) {
      const own = groups.get(topOf(test));
      if (own === undefined) groups.set(topOf(test), [test]);
      else own.push(test);
    }
    this.#byTop = groups;
  }

  of(one: Told): readonly Told[] {
    const group = this.#byTop.get(topOf(one)) ?? [];
    return group.length === 1 ? [] : group.filter(({ test }) => test?.startsWith(`${one.test}/`) === true);
  }
}

const topOf = ({ pkg, test }: Told): string => `${pkg}\n${(test ?? '').split('/', 1)[0]}`;

async function testResult(one: Told, inner: readonly Told[], modules: readonly Module[], remains: Around): Promise<RawResult> {
  const { sources, root, directory } = remains;
  const name = one.test ?? '';
  const [top = '', ...rest] = name.split('/');
  const folder = folderOf(one.pkg, modules, directory);
  const file = await fileOfTest(folder, top, remains);
  const pattern = new RegExp(`^func ${escapeRegex(top)}\\(`);
  const detail = [...one.output, ...inner.flatMap(({ output }) => output)].join('');
  const text = cleaned(detail);
  // A test that has begun and not ended was running when its program died.
  const status = one.status ?? 'failed';
  return {
    file: file === null ? null : posix.join(root, file),
    fileInId: file !== null,
    path: [...(file === null ? [one.pkg] : []), top, ...rest],
    name,
    line: file === null ? null : await sources.lineOf(file, pattern),
    status,
    seconds: one.seconds,
    message: status === 'failed' ? (one.status === null ? `did not end\n${text}` : text) : null,
    stack: text,
    ...expectation(text),
  };
}

async function fileOfTest(folder: string, top: string, { sources }: Pick<Around, 'sources'>): Promise<string | null> {
  const pattern = new RegExp(`^func ${escapeRegex(top)}\\(`);
  for (const file of await sources.in(folder)) {
    if (!file.endsWith('_test.go')) continue;
    if ((await sources.lineOf(file, pattern)) !== null) return file;
  }
  return null;
}

/** What a test printed, without the lines of the runner. */
function cleaned(output: string): string {
  return output
    .split('\n')
    .filter((line) => !/^\s*(?:=== (?:RUN|PAUSE|CONT|NAME)|--- (?:FAIL|PASS|SKIP):|FAIL\b|PASS$|exit status )/.test(line))
    .join('\n')
    .trim();
}

async function packageFailure(
  { pkg, output }: Told,
  build: readonly string[],
  modules: readonly Module[],
  remains: Around,
): Promise<RawResult> {
  const folder = folderOf(pkg, modules, remains.directory);
  // Before Go 1.24 what the compiler says stands on standard error, under the package's name.
  const section = new RegExp(`^# ${escapeRegex(pkg)}(?: |$)[^\\n]*\\n((?:(?!# ).*\\n?)*)`, 'm').exec(remains.stderr)?.[1] ?? '';
  const text = [build.join(''), section, cleaned(output.join(''))]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n');
  const at = /^(?:\.\/)?([\w./-]+\.go):(\d+)/m.exec(text)?.[1];
  const file = at === undefined ? null : await remains.sources.find(at, folder);
  return {
    file: file === null ? null : posix.join(remains.root, file),
    path: [...(file === null ? [folder || '.'] : []), fileLevel],
    name: fileLevel,
    status: 'failed',
    message: text || `${pkg} failed`,
    stack: text,
  };
}
