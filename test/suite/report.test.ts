// Reports that another machine's run has left: nothing of its tree is here.
import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/suite/index.ts';

const cases: readonly { readonly of: string; readonly text: string; readonly failing: object; readonly passed: number }[] = [
  {
    of: 'pytest, whose newer family tells the module alone',
    text: `<?xml version="1.0"?><testsuites><testsuite name="pytest" errors="0" failures="1" skipped="0" tests="2"><testcase classname="tests.test_sums.TestSub" name="test_subtracts" time="0.1"><failure message="assert 4 == 2">self = x\n\n&gt;  assert sub(3, 1) == 2\nE  assert 4 == 2\n\ntests/test_sums.py:12: AssertionError</failure></testcase><testcase classname="tests.test_sums" name="test_adds" time="0.1"/></testsuite></testsuites>`,
    failing: {
      id: 'tests/test_sums.py > tests.test_sums.TestSub > test_subtracts',
      file: 'tests/test_sums.py',
      line: 12,
      expected: '2',
      actual: '4',
    },
    passed: 1,
  },
  {
    of: 'Surefire',
    text: `<testsuite name="com.acme.SumsTest" tests="2" errors="0" skipped="0" failures="1"><testcase name="adds" classname="com.acme.SumsTest" time="0.6"/><testcase name="subtracts" classname="com.acme.SumsTest" time="0.1"><failure message="expected: &lt;2&gt; but was: &lt;4&gt;" type="org.opentest4j.AssertionFailedError">org.opentest4j.AssertionFailedError: expected: &lt;2&gt; but was: &lt;4&gt;\n\tat org.junit.jupiter.api.Assertions.assertEquals(Assertions.java:531)\n\tat com.acme.SumsTest.subtracts(SumsTest.java:19)\n</failure></testcase></testsuite>`,
    failing: { file: 'com/acme/SumsTest.java', line: 19, expected: '2', actual: '4' },
    passed: 1,
  },
  {
    of: 'PHPUnit',
    text: `<testsuites><testsuite name="SumsTest" file="/home/runner/work/sums/sums/tests/SumsTest.php" tests="1" failures="1"><testcase name="testSubtracts" file="/home/runner/work/sums/sums/tests/SumsTest.php" line="11" class="Acme\\SumsTest" classname="Acme.SumsTest" time="0.01"><failure type="PHPUnit\\Framework\\ExpectationFailedException">Acme\\SumsTest::testSubtracts\nFailed asserting that 4 is identical to 2.\n\n/home/runner/work/sums/sums/tests/SumsTest.php:13</failure></testcase></testsuite></testsuites>`,
    failing: { file: 'tests/SumsTest.php', line: 11, expected: '2', actual: '4' },
    passed: 0,
  },
  {
    of: '.NET (TRX)',
    text: `<?xml version="1.0"?><TestRun><Results><UnitTestResult testId="a" testName="Acme.SumsTests.Subtracts" outcome="Failed" duration="00:00:00.01"><Output><ErrorInfo><Message>Assert.Equal() Failure\nExpected: 2\nActual:   4</Message><StackTrace>   at Acme.SumsTests.Subtracts() in /home/runner/work/sums/sums/Sums.Tests/SumsTests.cs:line 12</StackTrace></ErrorInfo></Output></UnitTestResult><UnitTestResult testId="b" testName="Acme.SumsTests.Adds" outcome="Passed" duration="00:00:00.01"/></Results><TestDefinitions><UnitTest id="a"><TestMethod className="Acme.SumsTests" name="Subtracts"/></UnitTest><UnitTest id="b"><TestMethod className="Acme.SumsTests" name="Adds"/></UnitTest></TestDefinitions><ResultSummary><Counters total="2" executed="2" passed="1" failed="1"/></ResultSummary></TestRun>`,
    failing: { id: 'Acme.SumsTests > Subtracts', expected: '2', actual: '4' },
    passed: 1,
  },
  {
    of: '`go test -json`',
    text: [
      { Action: 'run', Package: 'example.com/sums/calc', Test: 'TestSub' },
      { Action: 'output', Package: 'example.com/sums/calc', Test: 'TestSub', Output: '    calc_test.go:18: got 4, want 2\n' },
      { Action: 'fail', Package: 'example.com/sums/calc', Test: 'TestSub', Elapsed: 0 },
      { Action: 'pass', Package: 'example.com/sums/calc', Test: 'TestAdd', Elapsed: 0 },
      { Action: 'fail', Package: 'example.com/sums/calc', Elapsed: 0.1 },
    ]
      .map((event) => JSON.stringify(event))
      .join('\n'),
    failing: { id: 'example.com/sums/calc > TestSub', message: 'calc_test.go:18: got 4, want 2', expected: '2', actual: '4' },
    passed: 1,
  },
  {
    of: 'RSpec',
    text: JSON.stringify({
      examples: [
        { id: './spec/a_spec.rb[1:1]', full_description: 'Sums adds', status: 'passed', file_path: './spec/a_spec.rb', line_number: 3 },
        {
          id: './spec/a_spec.rb[1:2]',
          full_description: 'Sums subtracts',
          status: 'failed',
          file_path: './spec/a_spec.rb',
          line_number: 7,
          exception: { class: 'RSpec::Expectations::ExpectationNotMetError', message: '\nexpected: 2\n     got: 4\n', backtrace: [] },
        },
      ],
      summary: { example_count: 2 },
    }),
    failing: { id: 'spec/a_spec.rb > Sums subtracts', line: 7, expected: '2', actual: '4' },
    passed: 1,
  },
];

describe('a report of another run', () => {
  it.each(cases)('is read: $of', async ({ text, failing, passed }) => {
    const results = (await readReport(text)) ?? [];
    const failed = results.filter(({ status }) => status === 'failed');
    expect(failed).toHaveLength(1);
    expect(failed[0]).toMatchObject(failing);
    expect(results.filter(({ status }) => status === 'passed')).toHaveLength(passed);
  });

  it.each(['', '<html><body>404</body></html>', '{"Action":"output"', '<TestRun>', '{"examples":[]}', '[1, 2]'])(
    'is none: %s',
    async (text) => {
      expect(await readReport(text)).toBeNull();
    },
  );
});
