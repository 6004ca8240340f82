// CMake's ctest by its JUnit report, with the compiler's words when the build in front of it fails.
import { join } from 'node:path';
import { allWords, type OptionTable, optionsOf, parseArguments, without } from '../../arguments.ts';
import type { RawResult } from '../../results.ts';
import { word } from '../../shell.ts';
import { distill } from '../../text.ts';
import { findCall, programName } from './call.ts';
import { expectation, readJUnit, reportsIn } from './reading.ts';
import { escapeRegex } from './source-index.ts';
import type { Adapter } from './types.ts';

const options: OptionTable = {
  values: new Set(
    '-C --build-config -R --tests-regex -E --exclude-regex -L --label-regex -LE --label-exclude -j --parallel --test-dir --output-junit -O --output-log --timeout --stop-time --repeat -I --tests-information --preset --schedule-random --resource-spec-file'.split(
      ' ',
    ),
  ),
};

export const ctest: Adapter = {
  runner: 'ctest',
  find: (words) => findCall(words, (rest) => (/^ctest3?$/.test(programName(rest[0] ?? '')) ? 1 : 0)),
  render({ before, program, args }, { folder }, selection) {
    const kept = without(parseArguments(args, options), ['--output-junit', '--stop-on-failure', '-Q', '--quiet']);
    const report = ['--output-junit', join(folder, 'ctest-report.xml'), '--output-on-failure', '--no-tests=error'].map(word);
    const start = [...before, ...program, ...report];
    if (selection === null) return [...start, ...allWords(kept)];
    if (selection.tests.length === 0) return null;
    const names = [...new Set(selection.tests.map(({ name }) => escapeRegex(name)))];
    const own = optionsOf(without(kept, ['-R', '--tests-regex', '-E', '--exclude-regex', '-I', '--tests-information']));
    return [...start, ...own, word('-R'), word(`^(${names.join('|')})$`)];
  },
  environment: () => ({ CTEST_OUTPUT_ON_FAILURE: '1' }),
  async read({ folder }) {
    return readJUnit(await reportsIn(folder, /^ctest-.*\.xml$/), (each): RawResult => {
      const output = [each.details, each.output].filter((part) => part !== null && part !== '').join('\n');
      return {
        file: null,
        path: [each.name],
        name: each.name,
        // A program that was not built counts as skipped in the report, and as failed for ctest itself.
        status: /^Unable to find executable/.test(each.output) ? 'failed' : each.status,
        seconds: each.seconds,
        // A program of many checks prints those that hold first.
        message: [each.message, distill(output)].filter((part) => part !== null && part !== '').join('\n'),
        stack: output,
        ...expectation(output),
      };
    });
  },
};
