// Python's unittest, run by a small program of ours that stands outside of the repository.
import { join } from 'node:path';
import { fileLevel } from '../../results.ts';
import { word } from '../../shell.ts';
import { findCall, pythonModule } from './call.ts';
import { readResults, resultFiles } from './python-results.ts';
import { readTrace, tracing } from './traced.ts';
import type { Adapter } from './types.ts';

const program = `import os, sys, unittest
import regreen_companion
import regreen_results

sys.path[0] = os.getcwd()
sys.argv = ["python -m unittest"] + regreen_results.arguments


class Runner(unittest.TextTestRunner):
    resultclass = regreen_results.Result


class Program(unittest.TestProgram):
    def runTests(self):
        self.test = regreen_results.chosen(self.test)
        if has_companion:
            regreen_companion.collected(regreen_results.again_by(self.test, self.warnings))
        regreen_results.write(count=self.test.countTestCases())
        super().runTests()


has_companion = regreen_results.join()
try:
    Program(module=None, testRunner=Runner)
except SystemExit as error:
    regreen_results.end(error.code)
    raise
`;

export const unittest: Adapter = {
  runner: 'unittest',
  files: { ...resultFiles, 'regreen_unittest.py': program },
  counting: ({ root }) => tracing(root),
  coverage: readTrace,
  find: (words) => findCall(words, (rest) => pythonModule(rest, 'unittest')),
  render({ before, program: python, args }, { folder }, selection) {
    const own = args.filter(({ value }) => !/^(?:-f|--failfast)$/.test(value ?? ''));
    const tests = selection?.tests ?? [];
    if (selection !== null && (tests.length === 0 || tests.some(({ id }) => id.endsWith(fileLevel)))) return null;
    return [
      ...before,
      ...python.slice(0, -2),
      word(join(folder, 'regreen_unittest.py')),
      word(join(folder, 'unittest-report.jsonl')),
      ...tests.flatMap(({ name }) => [word('--only'), word(name)]),
      ...own,
    ];
  },
  read: (remains) => readResults(remains, /^unittest-.*\.jsonl$/),
};
