// PHP: PHPUnit, and Pest and Laravel on top of it, by the JUnit report of `--log-junit`.
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { allWords, type OptionTable, parseArguments, without } from '../../arguments.ts';
import type { RawResult } from '../../results.ts';
import { word } from '../../shell.ts';
import { findCall, programName } from './call.ts';
import type { JUnitCase } from './junit.ts';
import { expectation, readJUnit, reportsIn } from './reading.ts';
import { escapeRegex } from './source-index.ts';
import type { Adapter, Language, Remains } from './types.ts';

const options: OptionTable = {
  values: new Set(
    '-c --configuration --bootstrap --filter --group --exclude-group --testsuite --exclude-testsuite --log-junit --coverage-html --coverage-clover --coverage-text --test-suffix --order-by --random-order-seed --printer --colors --cache-directory -d --covers --uses'.split(
      ' ',
    ),
  ),
};

const phpunit: Adapter = {
  runner: 'phpunit',
  find: (words) =>
    findCall(words, (rest) => {
      const name = programName(rest[0] ?? '');
      if (/^(?:phpunit(?:\.phar)?|pest|paratest|simple-phpunit)$/.test(name)) return 1;
      if (name !== 'php') return 0;
      const at = rest.findIndex((each, index) => index > 0 && !each.startsWith('-'));
      if (rest[at] === 'artisan' && rest[at + 1] === 'test') return at + 2;
      return /^(?:phpunit(?:\.phar)?|pest)$/.test(programName(rest[at] ?? '')) ? at + 1 : 0;
    }),
  render({ before, program, args }, { folder, cwd }, selection) {
    const kept = without(parseArguments(args, options), ['--log-junit', '--stop-on*']);
    const report = ['--log-junit', join(folder, 'phpunit-report.xml')].map(word);
    const start = [...before, ...program, ...report];
    if (selection === null) return [...start, ...allWords(kept)];
    const own = allWords(without(kept, ['--filter', '--coverage*', '--min*', '--testsuite', '--group']));
    if (selection.tests.length === 0) {
      const classes = classesOf(selection.files, cwd);
      return classes === null ? null : [...start, ...own, word('--filter'), word(`/(?:^|\\\\)(?:${classes.join('|')})::/`)];
    }
    const names = [...new Set(selection.tests.map(({ name }) => escapeRegex(name)))];
    return [...start, ...own, word('--filter'), word(`/(?:^|\\\\)(?:${names.join('|')})(?: with data set .*)?$/`)];
  },
  read: async (remains) => readJUnit(await reportsIn(remains.folder, /^phpunit-.*\.xml$/), (each) => toRaw(each, remains)),
};

/** The test classes of the files (relative to `cwd`), named as they are; null where one has another name. Pest makes them of the names. */
function classesOf(files: readonly string[], cwd: string): readonly string[] | null {
  const classes = files.map((file) => posix.basename(file, '.php'));
  const isNamed = files.every((file, at) => {
    const text = existsSync(join(cwd, file)) ? readFileSync(join(cwd, file), 'utf8') : '';
    const declared = [...text.matchAll(/^(?:\w+\s+)*class\s+(\w+)/gm)].map((match) => match[1]);
    return declared.length === 0 ? /^(?:test|it|describe)\(/m.test(text) : declared.length === 1 && declared[0] === classes[at];
  });
  return files.length > 0 && isNamed ? classes.map(escapeRegex) : null;
}

async function toRaw(each: JUnitCase, { sources, root }: Remains): Promise<RawResult> {
  const owner = (each.classname ?? '').replaceAll('.', '\\').split('\\').at(-1) ?? '';
  // Pest writes `file::description`.
  const file = each.file?.replace(/::.*$/, '') ?? null;
  const method = each.name.replace(/ with data set .*$/s, '');
  const own = file?.startsWith(`${root}/`) === true ? file.slice(root.length + 1) : file;
  const line = each.line ?? (own === null ? null : await sources.lineOf(own, new RegExp(`function ${escapeRegex(method)}\\b`)));
  // The first line of the body repeats the test's name.
  const details = (each.details ?? '').replace(/^[^\n]*::[^\n]*\n/, '');
  return {
    file,
    path: [...(owner === '' ? [] : [owner]), each.name],
    name: owner === '' ? each.name : `${owner}::${method}`,
    line,
    status: each.status,
    seconds: each.seconds,
    message: each.status === 'failed' ? details.replace(/\n\n(?:\/|phar:)[\s\S]*$/, '').trim() || each.message : null,
    stack: details,
    ...expectation(details),
  };
}

export const php: Language = {
  name: 'PHP',
  runners: [phpunit],
  isManifest: (name) => /^(?:composer\.json|phpunit\.xml(?:\.dist)?|phpunit\.dist\.xml)$/.test(name),
  manifest: async ({ names }) => names.find((name) => /^(?:composer\.json|phpunit\.xml(?:\.dist)?|phpunit\.dist\.xml)$/.test(name)) ?? null,
  async guess(folder, manifest) {
    const [test] = await folder.files((file) => /(?:^|\/)tests?\/.*\.php$/i.test(file));
    const configured = folder.names.some((name) => /^phpunit.*\.xml/.test(name));
    if (test === undefined) return null;
    const isPest = (await folder.has('vendor/bin/pest')) || /"pestphp\/pest"/.test((await folder.text('composer.json')) ?? '');
    const name = isPest ? 'pest' : 'phpunit';
    const asks = /"require(?:-dev)?"\s*:\s*\{[^}]*\/[^}]*\}/.test((await folder.text('composer.json')) ?? '');
    const installs = asks && !(await folder.has('vendor')) && (await folder.program('composer'));
    const program = installs || (await folder.has(`vendor/bin/${name}`)) ? `vendor/bin/${name}` : name;
    return {
      runner: 'phpunit',
      testCommand: configured ? program : `${program} ${posix.dirname(test).split('/')[0] ?? 'tests'}`,
      setupCommand: installs ? 'composer install --no-interaction --no-progress' : null,
      reasons: [`PHP: ${manifest}`, `runner ${name}: ${configured ? 'phpunit.xml' : test}`],
    };
  },
  environment: ({ dependencies }) => ({ COMPOSER_CACHE_DIR: join(dependencies, 'composer'), COMPOSER_NO_INTERACTION: '1' }),
};
