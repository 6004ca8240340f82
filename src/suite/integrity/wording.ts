// What a change of an existing test amounts to, in the words of a reviewer.
import type { Item, RuleId } from './types.ts';

interface Said {
  readonly rule: RuleId;
  readonly message: string;
}

const assertion = /\bexpect\b|\bassert\w*\b|\bshould\b|\bpytest\.(?:raises|warns|approx)\b|\bt\.\w+\(|\bself\.(?:assert|fail)\w*/;
const skipped =
  /\b(?:it|test|describe|suite|context|specify)(?:\.\w+)*\.(?:skip|skipIf|runIf|todo|fails|failing|fixme)\b|\bx(?:it|test|describe|context)\(|\bskip\w*\b|\bxfail\b|\bexpectedFailure\b|"?(?:skip|todo)"?:/;
const focused = /\.only\b|\bf(?:it|describe)\(|"only":true/;
const tolerances = /toBeCloseTo|approx|AlmostEqual|assert_allclose|isclose|closeTo|inDelta|places|delta|rel(?:_tol)?\s*=|abs(?:_tol)?\s*=/;

/** Matchers from strict to loose: a later one says less. */
const strictness: readonly RegExp[] = [
  /toStrictEqual|deepStrictEqual|toBe\(|strictEqual|assertIs\(|assertEqual|assertListEqual|assertDictEqual|toEqual|deepEqual|\bequal\(| == |toThrow\("|toHaveBeenCalledWith/,
  /toMatchObject|toContain|toMatch|assertIn|assertRegex| in |toHaveProperty|toHaveLength|closeTo|toBeCloseTo|AlmostEqual|approx|includes?\(|match\(/,
  /toBeGreaterThan|toBeLessThan|assertGreater|assertLess| [<>]=? |toBeInstanceOf|isinstance|toThrow\(\)|toHaveBeenCalled\(/,
  /toBeTruthy|toBeFalsy|toBeDefined|toBeUndefined|assertTrue|assertFalse|\bok\(|is not None|assertIsNotNone|not\.toBe/,
];

function looseness(text: string): number {
  const at = strictness.findIndex((pattern) => pattern.test(text));
  return at < 0 ? strictness.length : at;
}

/** `now` is what took the place of `was`, where something did. */
export function describeChange(was: Item, now: Item | null): Said {
  const name = was.name === null ? '' : ` “${was.name.slice(0, 80)}”`;
  if (was.kind === 'test' || was.kind === 'group') {
    if (now === null) return { rule: 'test-removed', message: `the ${was.kind}${name} is gone or is no longer run as one` };
    if (skipped.test(now.text) && !skipped.test(was.text)) return { rule: 'test-skipped', message: `the ${was.kind}${name} is skipped` };
    if (focused.test(now.text) && !focused.test(was.text))
      return { rule: 'test-focused', message: `only the ${was.kind}${name} and its like are run` };
    if (/retr(?:y|ies)|flaky/i.test(now.text) && !/retr(?:y|ies)|flaky/i.test(was.text))
      return { rule: 'retries-added', message: `the ${was.kind}${name} is tried again until it passes` };
    if (/timeout|,\d+\)$/i.test(now.text) && now.name === was.name)
      return { rule: 'timeout-raised', message: `the time limit of the ${was.kind}${name} is changed` };
    if (now.name !== was.name) return { rule: 'test-removed', message: `the ${was.kind}${name} is gone; another one stands in its place` };
    return { rule: 'test-changed', message: `how the ${was.kind}${name} is declared is changed` };
  }
  if (!assertion.test(was.text)) {
    if (was.kind === 'import') return { rule: 'test-changed', message: 'what a test imports is taken from elsewhere' };
    return { rule: 'test-changed', message: `a statement of an existing test is ${now === null ? 'removed' : 'changed'}` };
  }
  if (now === null || !assertion.test(now.text))
    return { rule: 'assertion-removed', message: 'an assertion of an existing test is removed' };
  if (tolerances.test(now.text) && (tolerances.test(was.text) || looseness(now.text) > looseness(was.text)))
    return { rule: 'tolerance-widened', message: 'the tolerance of an assertion is changed' };
  if (looseness(now.text) > looseness(was.text)) return { rule: 'assertion-weakened', message: 'an assertion says less than it did' };
  return { rule: 'expectation-changed', message: 'what an assertion expects or looks at is changed' };
}
