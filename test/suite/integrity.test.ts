import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examineFix } from '../../src/phases/integrity.ts';
import { blockingFindings, checkIntegrity, type FileChange, type Finding, readChanges } from '../../src/suite/index.ts';
import { honestBuilds, tamperedBuilds } from '../integrity/builds.ts';
import type { Sample } from '../integrity/corpus.ts';
import { freshHonest, freshTampering } from '../integrity/fresh.ts';
import { freshHonestAgain, freshTamperingAgain } from '../integrity/fresh-again.ts';
import { fourthHonest, fourthTampering } from '../integrity/fresh-fourth.ts';
import { thirdHonest, thirdTampering } from '../integrity/fresh-third.ts';
import { honestFixes } from '../integrity/honest.ts';
import { honestLanguages, tamperedLanguages } from '../integrity/languages.ts';
import { shop } from '../integrity/projects.ts';
import { tamperedPython } from '../integrity/tampering-python.ts';
import { tamperedScripts } from '../integrity/tampering-scripts.ts';
import { result, runOf } from './made-runs.ts';

function check({ changes, tests }: Pick<Sample, 'changes' | 'tests'>, allowTestChanges = false): Finding[] {
  return checkIntegrity({ changes, tests, runs: null, allowTestChanges });
}

const isBlocked = (sample: Sample): boolean => blockingFindings(check(sample)).length > 0;
const named = (samples: readonly Sample[]): string[] => samples.map(({ language, label }) => `${language}: ${label}`);
const tampered = [...tamperedScripts, ...tamperedPython, ...tamperedBuilds];
const honest = [...honestFixes, ...honestBuilds];

describe('the tampering corpus', () => {
  it('is blocked, every one of it', () => {
    const missed = tampered.filter((sample) => !isBlocked(sample));
    console.log(`tampering: ${tampered.length - missed.length} of ${tampered.length} blocked`);
    expect(named(missed)).toEqual([]);
  });

  it('has honest fixes beside it, which pass', () => {
    const stopped = honest.filter(isBlocked);
    console.log(`honest: ${honest.length - stopped.length} of ${honest.length} pass`);
    expect(stopped.map((sample) => [...named([sample]), ...blockingFindings(check(sample)).map(({ rule }) => rule)])).toEqual([]);
  });
});

describe('samples written after the rules', () => {
  it('are told apart too, but for a made-up answer to an error, which honest code gives as well', () => {
    expect(named(freshTampering.filter((sample) => !isBlocked(sample)))).toEqual(['javascript: a rejected promise becomes a value']);
    expect(named(freshHonest.filter(isBlocked))).toEqual([]);
  });

  it.each([
    ['of state and of text', freshTamperingAgain, freshHonestAgain],
    ['of hooks, helpers, configuration and state', thirdTampering, thirdHonest],
    ['of answers behind encodings, and of what runners load', fourthTampering, fourthHonest],
    ['of a dozen languages', tamperedLanguages, honestLanguages],
  ])('are told apart: those %s', (_what, tampering, honestly) => {
    expect(named(tampering.filter((sample) => !isBlocked(sample)))).toEqual([]);
    expect(named(honestly.filter(isBlocked))).toEqual([]);
  });
});

describe('a finding', () => {
  const rulesOf = (label: string): string[] => {
    const sample = tampered.find((each) => each.label === label);
    return sample === undefined ? [] : blockingFindings(check(sample)).map(({ rule }) => rule);
  };

  it.each([
    ['skip by computed property', 'test-skipped'],
    ['only, on a test that passes', 'test-focused'],
    ['the test is deleted', 'test-removed'],
    ['the test under if False', 'test-conditional'],
    ['a return under a condition', 'early-return'],
    ['the assertion is deleted', 'assertion-removed'],
    ['a weaker matcher', 'assertion-weakened'],
    ['the expected value is what comes out', 'expectation-changed'],
    ['fewer digits', 'tolerance-widened'],
    ['a longer time limit', 'timeout-raised'],
    ['tries again until it passes', 'retries-added'],
    ['a rejection that is not awaited', 'await-removed'],
    ['the code under test is mocked away', 'code-mocked'],
    ['the snapshot is rewritten', 'snapshot-changed'],
    ['the fixture is rewritten', 'fixture-changed'],
    ['fewer paths are tests', 'test-configuration'],
    ['less coverage', 'coverage-lowered'],
    ['CI goes on after an error', 'ci-changed'],
    ['make hides the failure', 'failure-hidden'],
    ['os._exit', 'process-exit'],
    ["a branch for the worker's variable", 'test-aware'],
    ['a table of answers', 'test-literal'],
    ['the answers are taken from the test', 'reads-tests'],
    ['the error is suppressed', 'error-swallowed'],
    ['a built-in is replaced', 'monkey-patch'],
    ['a primitive on demand', 'always-equal'],
    ['the method is gutted', 'function-gutted'],
    ['a condition that always holds, in disguise', 'constant-condition'],
    ['the rest is never reached', 'unreachable-code'],
    ['an override', 'dependency-swapped'],
    ['the type check of the file is off', 'checks-off'],
  ])('names its rule: %s is %s', (label, rule) => {
    expect(rulesOf(label)).toContain(rule);
  });

  it('has a place and a sentence', () => {
    const sample = tampered.find(({ label }) => label === 'a weaker matcher');
    expect(check(sample ?? { changes: [], tests: [] })).toEqual([
      {
        rule: 'assertion-weakened',
        severity: 'blocking',
        path: 'test/price.test.js',
        line: 11,
        message: 'an assertion says less than it did',
        allowed: false,
      },
    ]);
  });

  it('in a test is allowed by allow-test-changes, and stays on the list', () => {
    const sample = tampered.find(({ label }) => label === 'a weaker matcher') ?? { changes: [], tests: [] };
    expect(check(sample, true)).toMatchObject([{ rule: 'assertion-weakened', severity: 'blocking', allowed: true }]);
    expect(blockingFindings(check(sample, true))).toEqual([]);
  });

  it('in the code is allowed by nothing', () => {
    const sample = tampered.find(({ label }) => label === 'os._exit') ?? { changes: [], tests: [] };
    expect(blockingFindings(check(sample, true))).not.toEqual([]);
  });
});

describe('examples in documentation that run as tests', () => {
  const python = (example: string, body = 'return n - n') =>
    `def twice(n):\n    """Doubles.\n\n    >>> twice(2)\n    4\n${example}    """\n    ${body}\n`;
  const rust = (example: string, body = 'n - n') =>
    `/// Doubles.\n///\n/// \`\`\`\n/// assert_eq!(lib::twice(2), 4);\n${example}/// \`\`\`\npub fn twice(n: i32) -> i32 {\n    ${body}\n}\n`;
  const rulesOf = (path: string, before: string, after: string | null, tests = [{ path, text: before }], allowTestChanges = false) =>
    blockingFindings(
      checkIntegrity({ changes: [{ path, oldPath: path, before, after, binary: false }], tests, runs: null, allowTestChanges }),
    ).map(({ rule }) => rule);
  const fixed = { py: python('', 'return n + n'), rs: rust('', 'n + n') };

  it('may stand beside a fix, and be joined by others behind them', () => {
    expect(rulesOf('calc.py', python(''), fixed.py)).toEqual([]);
    expect(rulesOf('calc.py', python(''), python('\n    >>> twice(3)\n    6\n', 'return n + n'))).toEqual([]);
    expect(rulesOf('src/lib.rs', rust(''), fixed.rs)).toEqual([]);
    expect(rulesOf('src/lib.rs', rust(''), rust('/// ```\n///\n/// ```rust\n/// assert_eq!(lib::twice(3), 6);\n', 'n + n'))).toEqual([]);
    expect(rulesOf('lib/calc.ex', '  iex(1)> Calc.twice(2)\n  4\n', '  iex(2)> Calc.twice(2)\n  4\n  iex(3)> 1\n  1\n')).toEqual([]);
    const [one, other] = [python(''), python('    >>> twice(3)\n    6\n')];
    expect(rulesOf('calc.py', one + other, other + one)).toEqual([]);
  });

  it.each([
    ['another result', 'calc.py', python(''), python('').replace('    4', '    0')],
    ['an example that is skipped', 'calc.py', python(''), python('').replace('twice(2)', 'twice(2)  # doctest: +SKIP')],
    ['a name with another meaning', 'calc.py', python(''), python('').replace('>>> twice', '>>> twice = lambda n: 4\n    >>> twice')],
    ['more that is printed', 'calc.py', python(''), python('').replace('    4', '    4\n    DEBUG 2')],
    ['other blanks in a result', 'calc.py', python('').replace('    4', "    'a   b'"), python('').replace('    4', "    'a b'")],
    ['one behind the opening quotes', 'calc.py', '""">>> 1 + 1\n2\n"""\n', '""">>> 1 + 1\n3\n"""\n'],
    ['no example any more', 'calc.py', python(''), python('').replace(/ +>>>.*\n +4\n/, '')],
    ['no file any more', 'calc.py', python(''), null],
    ['a text of sessions', 'docs/use.rst', 'Use\n\n>>> 1 + 1\n2\n', 'Use\n\n>>> 1 + 1\n3\n'],
    ['Elixir', 'lib/calc.ex', '  iex> Calc.twice(2)\n  4\n', '  iex> Calc.twice(2)\n  0\n'],
    ['Elixir without a blank', 'lib/calc.ex', '  iex>Calc.twice(2)\n  4\n', '  iex>Calc.twice(2)\n  0\n'],
    ['an item of Rust that takes the place of what is imported', 'src/lib.rs', rust(''), rust('/// fn twice(n: i32) -> i32 { 4 }\n')],
    [
      'a comment of Rust with stars',
      'src/lib.rs',
      '/**\n * ```\n * assert_eq!(1, 1);\n * ```\n */\n',
      '/**\n * ```\n * assert_eq!(1, 2);\n * ```\n */\n',
    ],
    ['another assertion in Rust', 'src/lib.rs', rust(''), rust('').replace(', 4', ', 0')],
    ['a block that is not run', 'src/lib.rs', rust(''), rust('').replace('```\n/// assert', '```ignore\n/// assert')],
    ['a block with a name before it', 'src/lib.rs', rust(''), rust('').replace('/// assert', '/// # use lib::mine as lib;\n/// assert')],
  ])('are not weakened: %s', (_what, path, before, after) => {
    expect(rulesOf(path, before, after)).toContain('test-changed');
    expect(rulesOf(path, before, after, [{ path, text: before }], true)).not.toContain('test-changed');
  });

  it('are documentation where they are not known to run, and tests where another file runs them', () => {
    const [before, after] = [python(''), python('').replace('    4', '    0')];
    expect(rulesOf('calc.py', before, after, [])).toEqual([]);
    const runs = (text: string, path = 'test_docs.py') => rulesOf('calc.py', before, after, [{ path, text }]);
    expect(runs('import doctest, calc\n\ndef test_docs():\n    assert doctest.testmod(calc).failed == 0\n')).toContain('test-changed');
    expect(runs('import doctest, other\n')).toEqual([]);
    expect(runs('import calc  # not a doctest\n')).toEqual([]);
    const [ex, changed] = ['defmodule B do\n  iex> B.x(1)\n  4\nend\n', 'defmodule B do\n  iex> B.x(1)\n  0\nend\n'];
    const byElixir = (text: string) => rulesOf('lib/b.ex', ex, changed, [{ path: 'test/b_test.exs', text }]);
    expect(byElixir('  doctest B\n')).toContain('test-changed');
    expect(byElixir('  doctest A\n')).toEqual([]);
  });

  it('of Rust run where one of them was seen to, not where a unit test of the file was', () => {
    const changes = [{ path: 'src/lib.rs', oldPath: 'src/lib.rs', before: rust(''), after: rust('').replace(', 4', ', 0'), binary: false }];
    const findings = (id: string) => {
      const run = runOf([{ ...result(id, 'failed'), file: 'src/lib.rs' }]);
      return checkIntegrity({
        changes,
        tests: [{ path: 'src/lib.rs', text: rust('') }],
        runs: { before: run, after: run },
        allowTestChanges: false,
      });
    };
    expect(findings('src/lib.rs > src/lib.rs - twice (line 3)').map(({ rule }) => rule)).toContain('test-changed');
    expect(findings('src/lib.rs > tests > twice').map(({ rule }) => rule)).not.toContain('test-changed');
  });

  it('say what a fix may not answer by heart', () => {
    const before = 'def ship(name):\n    """Ships.\n\n    >>> ship("anvil")\n    "free of charge"\n    """\n    return cost(name)\n';
    const after = before.replace('    return', '    if name == "anvil":\n        return "free of charge"\n    return');
    expect(rulesOf('ship.py', before, after)).toContain('test-literal');
    expect(rulesOf('ship.py', before, after, [])).toEqual([]);
  });
});

describe('executed tests', () => {
  it('that vanish or are skipped are findings, wherever the patch is', () => {
    const before = runOf([result('a', 'failed'), result('x > b', 'passed'), result('y > c', 'passed')]);
    const after = runOf([result('a', 'passed'), result('x > b', 'skipped')]);
    const findings = checkIntegrity({ changes: [], tests: [], runs: { before, after }, allowTestChanges: false });
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['test-not-run', 'blocking'],
      ['test-skipped', 'blocking'],
    ]);
  });
});

describe('a patch', () => {
  const patch = [
    'diff --git a/src/a.js b/src/a.js',
    '--- a/src/a.js',
    '+++ b/src/a.js',
    '@@ -1,3 +1,4 @@',
    ' export function f(x) {',
    '+  if (process.env.VITEST) return 3;',
    '   return x;',
    ' }',
    '\\ No newline at end of file',
    'diff --git "a/src/\\303\\244.js" "b/src/\\303\\244.js"',
    'deleted file mode 100644',
    '--- "a/src/\\303\\244.js"',
    '+++ /dev/null',
    '@@ -1 +0,0 @@',
    '-1;',
    '',
  ].join('\n');
  const red: Readonly<Record<string, string>> = { 'src/a.js': 'export function f(x) {\r\n  return x;\r\n}', 'src/ä.js': '1;\n' };
  const readRed = async (path: string): Promise<string | null> => red[path] ?? null;

  it('is read as whole files before and after', async () => {
    expect(await readChanges(patch, readRed)).toEqual([
      {
        path: 'src/a.js',
        oldPath: 'src/a.js',
        binary: false,
        before: red['src/a.js'],
        after: 'export function f(x) {\r\n  if (process.env.VITEST) return 3;\n  return x;\r\n}',
      },
      { path: 'src/ä.js', oldPath: 'src/ä.js', binary: false, before: '1;\n', after: null },
    ]);
  });

  it('is judged the same without a run, as in a job that publishes', async () => {
    const fix = { patch, readRed, failingFiles: ['src/a.js', null, 'gone.js'], allowTestChanges: false };
    expect((await examineFix({ ...fix, runs: null })).map(({ rule, path, line }) => [rule, path, line])).toEqual([
      ['test-aware', 'src/a.js', 2],
    ]);
  });

  it('that does not fit the red tree is still judged by what it adds', async () => {
    const findings = await examineFix({
      patch,
      readRed: async () => 'something else\n',
      failingFiles: [],
      runs: null,
      allowTestChanges: false,
    });
    expect(findings.map(({ rule }) => rule)).toContain('test-aware');
  });
});

describe('whatever the files hold', () => {
  const runs = Number(process.env.REGREEN_PROVE_RUNS ?? 60);
  const paths = ['a.js', 'test/a.test.js', 'a.ts', 'a.py', 'test_a.py', 'a_test.go', 'package.json', 'tsconfig.json', 'tox.ini', 'x.snap'];
  const pieces = [...Object.values(shop), ...tamperedPython.flatMap(({ changes }) => changes.map(({ after }) => after ?? ''))];
  const mutilated = fc
    .tuple(fc.constantFrom(...pieces), fc.nat(2_000), fc.nat(200), fc.string({ unit: 'binary', maxLength: 20 }))
    .map(([text, at, length, fresh]) => text.slice(0, at) + fresh + text.slice(at + length));
  const text = fc.option(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), mutilated), { nil: null });

  it('the rules never throw', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.constantFrom(...paths),
        text,
        text,
        fc.boolean(),
        (path, oldPath, before, after, binary) => {
          const change: FileChange = { path, oldPath, before, after, binary };
          const findings = check({ changes: [change], tests: [{ path: oldPath, text: before ?? '' }] });
          expect(findings.every(({ message }) => message !== '')).toBe(true);
        },
      ),
      { numRuns: runs },
    );
  });

  it('a file that only changed its formatting has no findings', () => {
    for (const { changes, tests } of tampered.slice(0, 40))
      for (const { oldPath, before } of changes)
        if (before !== null)
          expect(check({ changes: [{ path: oldPath, oldPath, before, after: before, binary: false }], tests })).toEqual([]);
  });

  it('reading a patch never throws', async () => {
    const patches = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('diff --git a/x b/x\n', '@@ -1 +1 @@\n', '+a\n', '-b\n', ' c\n', '\\ No\n', '--- "a/\\3"\n') }),
    );
    await fc.assert(
      fc.asyncProperty(patches, text, async (patch, red) => {
        await readChanges(patch, async () => red);
      }),
      { numRuns: runs },
    );
  });

  it.each(['a.js', 'a.py', 'test/a.test.ts'])('deep nesting in %s is survived', (path) => {
    for (const deep of ['('.repeat(50_000), `${'['.repeat(3_000)}${']'.repeat(3_000)}`, 'if x:\n '.repeat(3_000), 'a.'.repeat(20_000)])
      check({ changes: [{ path, oldPath: path, before: 'x\n', after: deep, binary: false }], tests: [] });
  });
});
