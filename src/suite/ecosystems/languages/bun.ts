// Bun's own test runner, by its JUnit report. What is installed by bun and tested by another runner is JavaScript's.
import { join, posix } from 'node:path';
import { allWords, type OptionTable, optionsOf, parseArguments, without } from '../../arguments.ts';
import { isOutsideOfTests, type RawResult } from '../../results.ts';
import { word } from '../../shell.ts';
import { findCall, programName } from './call.ts';
import type { JUnitCase } from './junit.ts';
import { readJUnit, reportsIn } from './reading.ts';
import { escapeRegex } from './source-index.ts';
import type { Adapter, Language, Reading, Remains } from './types.ts';

const options: OptionTable = {
  values: new Set(
    '-t --test-name-pattern --timeout --rerun-each --preload -r --reporter --reporter-outfile --coverage-reporter --coverage-dir --seed --max-concurrency --bail'.split(
      ' ',
    ),
  ),
};

const bunTest: Adapter = {
  runner: 'bun test',
  find: (words) => findCall(words, (rest) => (programName(rest[0] ?? '') === 'bun' && rest[1] === 'test' ? 2 : 0)),
  render({ before, program, args }, { folder }, selection) {
    const kept = without(parseArguments(args, options), ['--bail', '--reporter', '--reporter-outfile', '--watch', '--only-failures']);
    const report = ['--reporter=junit', `--reporter-outfile=${join(folder, 'bun-report.xml')}`].map(word);
    const start = [...before, ...program, ...report];
    if (selection === null) return [...start, ...allWords(kept)];
    const own = optionsOf(without(kept, ['-t', '--test-name-pattern', '--coverage*']));
    const names = selection.tests.map(({ name }) => `^${escapeRegex(name)}$`);
    const filter = names.length === 0 || selection.tests.some(({ id }) => isOutsideOfTests(id)) ? [] : [word('-t'), word(names.join('|'))];
    return [...start, ...own, ...filter, ...selection.files.map((file) => word(`./${file}`))];
  },
  async read(remains): Promise<Reading | null> {
    const reading = await readJUnit(await reportsIn(remains.folder, /^bun-report\.xml$/), (each) => toRaw(each, remains));
    return reading === null ? null : { ...reading, results: withMessages(reading.results, `${remains.stdout}\n${remains.stderr}`) };
  },
};

function toRaw(each: JUnitCase, { cwd }: Remains): RawResult {
  const file = each.file ?? each.suites.find((suite) => /\.[cm]?[jt]sx?$/.test(suite)) ?? null;
  const groups = each.suites.filter((suite) => suite !== file && suite !== '');
  const path = [...groups, each.name];
  return {
    file: file === null ? null : posix.join(cwd, file),
    path,
    name: path.join(' '),
    line: each.line,
    status: each.status,
    seconds: each.seconds,
    message: each.message ?? each.details ?? each.type,
    stack: each.details ?? '',
  };
}

/** Reports of older versions say only that a test failed: why stands above its line of what was printed. */
function withMessages(results: readonly RawResult[], printed: string): RawResult[] {
  const told = new Map<string, string>();
  let open: string[] = [];
  for (const line of printed.split('\n')) {
    const end = /^\(?(?:fail|✗|pass|✓|skip|»|todo|✎)\)? (.+?)(?: \[[\d.]+ ?\w+\])?$/.exec(line);
    if (end === null) open.push(line);
    else {
      if (/^\(?(?:fail|✗)/.test(line)) told.set((end[1] ?? '').replaceAll(' > ', ' '), open.join('\n').trim());
      open = [];
    }
  }
  return results.map((result) => {
    const text = result.status === 'failed' && !/\s/.test(result.message ?? '') ? told.get(result.name) : undefined;
    const message =
      text === undefined || text === '' ? (result.message ?? '') : text.slice(Math.max(0, text.search(/^(?:error|\w*Error): /m)));
    const sides = /Expected: ([^\n]+)\nReceived: ([^\n]+)/.exec(message);
    return {
      ...result,
      message: message.trim(),
      stack: text || result.stack || '',
      expected: sides?.[1] ?? null,
      actual: sides?.[2] ?? null,
    };
  });
}

export const bun: Language = {
  name: 'bun',
  runners: [bunTest],
  isManifest: (name) => /^bun\.lockb?$|^bunfig\.toml$/.test(name),
  manifest: async ({ names }) =>
    names.includes('package.json') ? (names.find((name) => /^bun(?:\.lockb?|fig\.toml)$/.test(name)) ?? null) : null,
  async guess(folder, manifest) {
    const scripts = Object.entries(scriptsOf(await folder.text('package.json')));
    const own =
      scripts.find(([name, script]) => name === 'test' && /\bbun test\b/.test(script)) ??
      scripts.find(([, script]) => /^bun test\b/.test(script));
    if (own === undefined && scripts.some(([name]) => name === 'test')) return null;
    return {
      runner: 'bun test',
      testCommand: own === undefined ? 'bun test' : `bun run ${own[0]}`,
      setupCommand:
        folder.names.some((name) => /^bun\.lockb?$/.test(name)) && !(await folder.has('node_modules'))
          ? 'bun install --frozen-lockfile'
          : null,
      reasons: [
        `bun: ${manifest}`,
        own === undefined ? 'runner bun test: no script "test"' : `runner bun test: script "${own[0]}" in package.json`,
      ],
    };
  },
};

function scriptsOf(text: string | null): Record<string, string> {
  try {
    const parsed: unknown = JSON.parse(text ?? '{}');
    const scripts: unknown = typeof parsed === 'object' && parsed !== null && 'scripts' in parsed ? parsed.scripts : {};
    return typeof scripts === 'object' && scripts !== null
      ? Object.fromEntries(Object.entries(scripts).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
      : {};
  } catch {
    return {};
  }
}
