// .NET by the TRX reports of `dotnet test`.
import { join, posix } from 'node:path';
import { allWords, type OptionTable, parseArguments, without } from '../../arguments.ts';
import type { RawResult } from '../../results.ts';
import { word } from '../../shell.ts';
import { atDashes, findCall, programName } from './call.ts';
import { positionIn } from './frames.ts';
import { expectation, reportsIn } from './reading.ts';
import type { Adapter, Language, Remains } from './types.ts';
import { childNamed, elementsNamed, readXml, type XmlElement } from './xml.ts';

const options: OptionTable = {
  values: new Set(
    '-l --logger -s --settings --filter -c --configuration -f --framework -r --runtime --results-directory -o --output -a --arch -v --verbosity --collect -d --diag --blame-hang-timeout'.split(
      ' ',
    ),
  ),
};

const dotnetTest: Adapter = {
  runner: 'dotnet test',
  find: (words) => findCall(words, (rest) => (programName(rest[0] ?? '') === 'dotnet' && rest[1] === 'test' ? 2 : 0)),
  render({ before, program, args }, { folder }, selection) {
    const { own, behind } = atDashes(args);
    const kept = without(parseArguments(own, options), ['--results-directory']);
    const report = ['--logger', 'trx;LogFilePrefix=regreen', '--results-directory', folder].map(word);
    const start = [...before, ...program];
    if (selection === null) return [...start, ...allWords(kept), ...report, ...behind];
    if (selection.tests.length === 0) return null;
    const names = [...new Set(selection.tests.map(({ name }) => `FullyQualifiedName=${name.replace(/[\\()&|=!~]/g, '\\$&')}`))];
    return [...start, ...allWords(without(kept, ['--filter', '--collect'])), ...report, word('--filter'), word(names.join('|')), ...behind];
  },
  async read(remains) {
    const texts = await reportsIn(remains.folder, /\.trx$/);
    const results: RawResult[] = [];
    let broken: string | null = null;
    for (const text of texts) {
      const report = await readTrx(text, remains);
      broken ??= report.broken;
      results.push(...report.results);
    }
    return texts.length === 0 ? null : { results, form: 'report', broken };
  },
};

/** Results of one TRX document; broken also when they are not as many as its counters say. */
export async function readTrx(
  text: string,
  remains: Pick<Remains, 'sources' | 'directory' | 'root'>,
): Promise<{ readonly results: readonly RawResult[]; readonly broken: string | null }> {
  const { root, broken } = readXml(text);
  if (root === null || root.name !== 'TestRun') return { results: [], broken: 'it is no TRX report' };
  const methods = new Map(elementsNamed(root, 'UnitTest').map((test) => [test.attributes.get('id') ?? '', childNamed(test, 'TestMethod')]));
  const results: RawResult[] = [];
  for (const result of elementsNamed(root, 'UnitTestResult'))
    if (result.closed) results.push(await toRaw(result, methods.get(result.attributes.get('testId') ?? '') ?? null, remains));
  const [counters] = elementsNamed(root, 'Counters');
  const total = Number(counters?.attributes.get('total') ?? Number.NaN);
  const failed = Number(counters?.attributes.get('failed') ?? 0);
  const fits = Number.isFinite(total) && total <= results.length && failed <= results.filter(({ status }) => status === 'failed').length;
  return { results, broken: broken ?? (fits ? null : 'its counters do not fit its results') };
}

async function toRaw(
  result: XmlElement,
  method: XmlElement | null,
  { sources, directory, root }: Pick<Remains, 'sources' | 'directory' | 'root'>,
): Promise<RawResult> {
  const outcome = result.attributes.get('outcome') ?? '';
  const owner = (method?.attributes.get('className') ?? '').replace(/,.*$/, '');
  const name = method?.attributes.get('name') ?? result.attributes.get('testName') ?? '';
  const shown = (result.attributes.get('testName') ?? name).replace(`${owner}.`, '');
  const output = childNamed(result, 'Output');
  const info = output === null ? null : childNamed(output, 'ErrorInfo');
  const message = info === null ? '' : (childNamed(info, 'Message')?.text.trim() ?? '');
  const stack = info === null ? '' : (childNamed(info, 'StackTrace')?.text.trim() ?? '');
  const simple = owner.split(/[.+]/).at(-1) ?? '';
  const file = simple === '' ? null : await sources.find(`${simple}.cs`, directory);
  const own = stack
    .split('\n')
    .map(positionIn)
    .find((position) => position !== null && file !== null && posix.normalize(position.file).endsWith(file));
  return {
    file: file === null ? null : posix.join(root, file),
    path: [...(file === null ? [owner] : [simple]), shown].filter((part) => part !== ''),
    name: owner === '' ? name : `${owner}.${name.replace(/\(.*$/s, '')}`,
    line: own?.line ?? null,
    status: outcome === 'Passed' ? 'passed' : outcome === 'NotExecuted' || outcome === 'Inconclusive' ? 'skipped' : 'failed',
    seconds: seconds(result.attributes.get('duration')),
    message: message || outcome,
    stack: `${message}\n${stack}`,
    ...expectation(message),
  };
}

/** `00:00:01.2345678`. */
function seconds(duration: string | undefined): number | null {
  const match = /^(\d+):(\d+):(\d+(?:\.\d+)?)$/.exec(duration ?? '');
  return match === null ? null : Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3]);
}

export const dotnet: Language = {
  name: '.NET',
  runners: [dotnetTest],
  isManifest: (name) => /\.(?:sln|slnx|csproj|fsproj|vbproj)$/.test(name),
  manifest: async ({ names }) =>
    names.find((name) => /\.slnx?$/.test(name)) ?? names.find((name) => /\.(?:cs|fs|vb)proj$/.test(name)) ?? null,
  async guess(folder, manifest) {
    const [test] = await folder.files((file) => /tests?[^/]*\/.*\.(?:cs|fs)$/i.test(file) || /Tests?\.(?:cs|fs)$/.test(file));
    if (test === undefined) return null;
    return {
      runner: 'dotnet test',
      testCommand: 'dotnet test',
      setupCommand: 'dotnet restore',
      reasons: [`.NET: ${manifest}`, `runner dotnet test: ${test}`],
    };
  },
  environment: ({ dependencies, home, exists }) => ({
    DOTNET_CLI_TELEMETRY_OPTOUT: '1',
    DOTNET_NOLOGO: '1',
    DOTNET_SKIP_FIRST_TIME_EXPERIENCE: '1',
    NUGET_PACKAGES:
      home !== null && exists(join(home, '.nuget', 'packages')) ? join(home, '.nuget', 'packages') : join(dependencies, 'nuget'),
  }),
};
