// Perl's prove, and `make test` of a distribution, by the TAP that Test::Harness keeps when it is told where.
import { mkdir, readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { type OptionTable, optionsOf, parseArguments } from '../../arguments.ts';
import { readTap } from '../../read-tap.ts';
import { fileLevel, type RawResult } from '../../results.ts';
import { word } from '../../shell.ts';
import { plain } from '../../text.ts';
import { findCall, programName } from './call.ts';
import { reportText } from './reading.ts';
import type { Adapter, Reading, Remains } from './types.ts';

const options: OptionTable = {
  values: new Set(
    '-I -P -M -e --exec --ext --harness --formatter --source -a --archive -j --jobs --state --statefile --rc --rules'.split(' '),
  ),
};

export const prove: Adapter = {
  runner: 'prove',
  find: (words) => findCall(words, (rest) => (/^(?:prove|yath)$/.test(programName(rest[0] ?? '')) ? 1 : 0)),
  render({ before, program, args }, _, selection) {
    if (selection === null) return [...before, ...program, ...args];
    const kept = parseArguments(args, options);
    return [...before, ...program, ...optionsOf(kept), ...selection.files.map(word)];
  },
  environment: ({ folder }) => ({ PERL_TEST_HARNESS_DUMP_TAP: join(folder, 'tap') }),
  async read(remains) {
    const folder = join(remains.folder, 'tap');
    await mkdir(folder, { recursive: true });
    const files = await tapFiles(folder);
    if (files.length === 0) return null;
    const results: RawResult[] = [];
    const explained = diagnostics(plain(remains.stderr));
    for (const file of files) {
      const tap = await readTap((await reportText(join(folder, file))) ?? '');
      const path = posix.join(remains.cwd, file);
      for (const raw of tap.results) results.push(explain({ ...raw, file: path, fileInId: true }, file, explained));
      if (tap.bailedOut !== null)
        results.push({ file: path, path: [fileLevel], name: fileLevel, status: 'failed', message: `Bail out! ${tap.bailedOut}` });
    }
    return { results: [...results, ...brokenFiles(results, remains)], form: 'tap', broken: null } satisfies Reading;
  },
};

/** The dump has the tests' own paths and names. */
async function tapFiles(folder: string, below = ''): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries.map((entry) => {
      const path = posix.join(below, entry.name);
      return entry.isDirectory() ? tapFiles(folder, path) : Promise.resolve(entry.isFile() ? [path] : []);
    }),
  );
  return found.flat().sort();
}

interface Diagnostic {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** What Test::More says of failures on standard error: `#   Failed test 'x'` and the lines behind it. */
function diagnostics(text: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  const pattern =
    /^ *# {1,3}Failed (?:\(TODO\) )?test (?:'([^\n]*)'\n *# {1,3}at (\S+) line (\d+)\.|at (\S+) line (\d+)\.)((?:\n *#(?! {1,3}Failed| Looks like)[^\n]*)*)/gm;
  for (const match of text.matchAll(pattern)) {
    found.push({
      name: match[1] ?? '',
      file: match[2] ?? match[4] ?? '',
      line: Number(match[3] ?? match[5]),
      text: match[0].replace(/^ *# {0,3}/gm, ''),
    });
  }
  return found;
}

function explain(raw: RawResult, file: string, explained: readonly Diagnostic[]): RawResult {
  if (raw.status !== 'failed') return raw;
  const own = raw.path.at(-1) ?? '';
  const told =
    explained.find((each) => sameFile(each.file, file) && each.name === own) ?? explained.find((each) => each.name === own && own !== '');
  if (told === undefined) return raw;
  // A text in quotes may go on below.
  const value = (label: string): string | null => {
    const [, quoted, bare] = new RegExp(`^\\s*${label}: (?:'([^]*?)'|(.*))$`, 'm').exec(told.text) ?? [];
    return quoted ?? bare ?? null;
  };
  return {
    ...raw,
    line: sameFile(told.file, file) ? told.line : null,
    message: told.text,
    stack: `${told.text}\n${raw.stack ?? ''}`,
    expected: value('expected'),
    actual: value('got'),
  };
}

function sameFile(first: string, second: string): boolean {
  return posix.normalize(first) === posix.normalize(second) || first.endsWith(`/${second}`);
}

/** Files that the harness calls failed without a failing assertion: they died, or ran fewer tests than planned. */
function brokenFiles(results: readonly RawResult[], { cwd, stdout, stderr }: Remains): RawResult[] {
  const summary = /^Test Summary Report\n-+\n([\s\S]*)/m.exec(plain(stdout))?.[1] ?? '';
  const broken: RawResult[] = [];
  for (const match of summary.matchAll(/^(\S+)\s+\(Wstat: [^\n]*\)((?:\n {2,}[^\n]*)*)/gm)) {
    const file = posix.join(cwd, match[1] ?? '');
    if (results.some((result) => result.file === file && result.status === 'failed')) continue;
    if (/^\s*TODO passed/m.test(match[2] ?? '') && !/Non-zero|Parse errors/.test(match[2] ?? '')) continue;
    const said = plain(stderr)
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(-15)
      .join('\n');
    broken.push({
      file,
      path: [fileLevel],
      name: fileLevel,
      status: 'failed',
      message: `${(match[2] ?? '').trim()}\n${said}`.trim(),
      stack: said,
    });
  }
  return broken;
}
