// Words that only code which looks for its tests has a use for.

/** Set by test runners in the environment. */
export const runnerVariables =
  /^(?:VITEST(?:_\w+)?|JEST_WORKER_ID|MOCHA(?:_\w+)?|NODE_TEST_CONTEXT|NODE_TEST_WORKER_ID|AVA_\w+|TAP(?:_CHILD_ID|_JOBS)?|KARMA\w*|CYPRESS\w*|PLAYWRIGHT_TEST\w*|STRYKER_MUTATOR_WORKER|PYTEST_\w+|_PYTEST_\w+|TOX_\w+|REGREEN_\w+|npm_lifecycle_(?:event|script)|_?called_from_test|_?(?:IS|IN|UNDER|RUNNING)_TEST(?:S|ING)?)$/;

/** Names of runners, as they stand in command lines, module tables and stacks. */
export const runnerNames =
  /^(?:@?jest(?:-\w+)?(?:\.js)?|vitest(?:\.m?js)?|_?mocha(?:\.c?js)?|jasmine|ava|tape|node:test|_?pytest(?:\.\w+)*|py\.test|unittest(?:\.\w+)*|nose2?|@jest\/globals)$/;

/** Functions that exist only while tests run. */
export const testGlobals: ReadonlySet<string> = new Set([
  ...['describe', 'it', 'test', 'jest', 'vi', 'vitest', 'mocha', 'expect', 'beforeEach', 'afterEach', 'beforeAll', 'afterAll', 'jasmine'],
  ...['suite', '__vitest_worker__', '__vitest_environment__', '__coverage__'],
]);

/** A file of tests, in a string that names one file rather than a pattern. */
export const namesTestFile =
  /^[^*?{}\s]*(?:[._-](?:test|spec)s?\.[cm]?[jt]sx?|(?:^|\/)test_\w+\.py|_test\.(?:py|go|rb)|\.snap|(?:^|\/)(?:__tests__|__snapshots__|conftest)(?:\/[^*]*|\.py)?)$/;

/** Built-ins and assertion libraries whose behaviour everybody relies on. */
export const sharedObjects =
  /^(?:globalThis\.|global\.|window\.)?(?:Object|Array|String|Number|Boolean|Symbol|Math|JSON|Promise|Map|Set|Date|RegExp|Function|Reflect|Error|AssertionError|assert(?:\.\w+)?|expect|chai(?:\.\w+)?|should|console|process|require|module\.constructor|Module)(?:\.prototype)?$/;

/** Lines by which the reports of runners say that tests passed. */
export const imitatesReport =
  /^\s*(?:ok \d+\b|TAP version \d+|# (?:pass|fail) +\d|Tests?:? +\d+ passed|\d+ pass(?:ed|ing)\b|--- PASS: |test result: ok\.|##teamcity\[test|<testsuites?\b|OK \(\d+ tests?)|"num(?:Failed|Passed)Tests"/;
