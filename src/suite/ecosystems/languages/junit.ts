// The JUnit XML format in the dialects of its many writers: Ant's (which Maven, Gradle and most others follow), pytest's xunit1, PHPUnit's,
// nextest's, ctest's.
import type { TestStatus } from '../../types.ts';
import { childNamed, elementsNamed, readXml, type XmlElement } from './xml.ts';

export interface JUnitCase {
  readonly name: string;
  readonly classname: string | null;
  /** Of the test, else of the innermost suite that has one; as written. */
  readonly file: string | null;
  readonly line: number | null;
  readonly seconds: number | null;
  readonly status: TestStatus;
  readonly message: string | null;
  /** Body of the failure: trace and details. */
  readonly details: string | null;
  /** Kind of the failure: an exception's class. */
  readonly type: string | null;
  /** Names of the suites around it, outermost first. */
  readonly suites: readonly string[];
  readonly output: string;
}

export interface JUnitReading {
  readonly cases: readonly JUnitCase[];
  /** Why passes in it do not count; null when the report is whole and adds up. */
  readonly broken: string | null;
}

/** Every test case of `text`; null when it is no JUnit report at all. Never throws. */
export function parseJUnit(text: string): JUnitReading | null {
  const { root, broken } = readXml(text);
  if (root === null || (root.name !== 'testsuites' && root.name !== 'testsuite')) return null;
  const cases: JUnitCase[] = [];
  collect(root, [], null, cases);
  return { cases, broken: broken ?? doesNotAddUp(root) };
}

function collect(element: XmlElement, suites: readonly string[], file: string | null, cases: JUnitCase[]): void {
  for (const child of element.children) {
    if (child.name === 'testcase') {
      // A test whose end is missing may have had more to say.
      if (child.closed) cases.push(readCase(child, suites, file));
    } else if (child.name === 'testsuite') {
      const name = child.attributes.get('name') ?? '';
      collect(child, [...suites, name], child.attributes.get('file') ?? file, cases);
    }
  }
}

/** What a test case can hold that says how it ended; reruns and flaky failures of Surefire are of a test that passed in the end. */
function readCase(element: XmlElement, suites: readonly string[], file: string | null): JUnitCase {
  const failure = childNamed(element, 'failure') ?? childNamed(element, 'error');
  const skipped = childNamed(element, 'skipped');
  const said = element.attributes.get('status')?.toLowerCase();
  const isSkipped = skipped !== null || said === 'notrun' || said === 'disabled' || said === 'skipped';
  const status = failure !== null || said === 'fail' || said === 'failed' ? 'failed' : isSkipped ? 'skipped' : 'passed';
  const body = failure === null ? null : failure.text.trim() || childNamed(failure, 'stackTrace')?.text.trim() || null;
  const output = [childNamed(element, 'system-out'), childNamed(element, 'system-err')].map((each) => each?.text.trim() ?? '');
  return {
    name: element.attributes.get('name') ?? '',
    classname: element.attributes.get('classname') || element.attributes.get('class') || null,
    file: element.attributes.get('file') ?? file,
    line: wholeNumber(element.attributes.get('line')),
    seconds: seconds(element.attributes.get('time')),
    status,
    message: failure?.attributes.get('message') || null,
    details: body,
    type: failure?.attributes.get('type') ?? null,
    suites,
    output: output.filter((part) => part !== '').join('\n'),
  };
}

/** A suite that counts more failures or tests than it shows has lost some. */
function doesNotAddUp(root: XmlElement): string | null {
  for (const suite of elementsNamed(root, 'testsuite')) {
    const inside = elementsNamed(suite, 'testcase');
    const declared = (wholeNumber(suite.attributes.get('failures')) ?? 0) + (wholeNumber(suite.attributes.get('errors')) ?? 0);
    const failed = inside.flatMap(({ children }) => children.filter(({ name }) => name === 'failure' || name === 'error')).length;
    if (declared > failed && suite.attributes.get('name') !== undefined)
      return `it counts ${declared} failures and shows ${failed} (${suite.attributes.get('name')})`;
    const tests = wholeNumber(suite.attributes.get('tests'));
    // Since version 9 pytest counts the parts of a test as well, which stand in the case of that.
    const countsParts = suite.attributes.get('name') === 'pytest';
    if (tests !== null && tests > inside.length && !countsParts)
      return `it counts ${tests} tests and shows ${inside.length} (${suite.attributes.get('name')})`;
  }
  return null;
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;
}

/** `1,234.5` is how Surefire writes a long time. */
function seconds(text: string | undefined): number | null {
  const value = Number(text?.replaceAll(',', '') ?? 'none');
  return Number.isFinite(value) && value >= 0 ? value : null;
}
