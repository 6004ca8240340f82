// Tests and code in languages without a parser here, by their lines.
import type { FileChange, Found, RuleId } from './types.ts';

interface Pattern {
  readonly rule: RuleId;
  readonly says: string;
  readonly in: 'tests' | 'code' | 'both';
  readonly pattern: RegExp;
}

/** Things that must not become more: Go, Rust, JVM, Ruby, PHP, .NET, Elixir, C and C++, and scripts. */
const patterns: readonly Pattern[] = [
  {
    rule: 'test-skipped',
    says: 'a test is skipped',
    in: 'tests',
    pattern:
      /\bt\.Skip(?:f|Now)?\(|@(?:Disabled|Ignore|Pending)\b|#\[ignore\b|\bSkip\s*=\s*"|\b(?:xit|xdescribe|xcontext|xspecify|pending|skip)\b(?=[\s("'])|markTest(?:Skipped|Incomplete)|@(?:module)?tag:?\s+:?skip|GTEST_SKIP|DISABLED_\w+|\bAssume\.|assumeTrue|->skip\(|->todo\(|\bTODO_ok\b/g,
  },
  {
    rule: 'test-focused',
    says: 'only some tests are run',
    in: 'tests',
    pattern: /\b(?:fit|fdescribe|fcontext)\b|\bfocus:\s*true|:focus\b|->only\(/g,
  },
  {
    rule: 'process-exit',
    says: 'the process is ended as if all had gone well',
    in: 'both',
    pattern:
      /\bos\.Exit\(0\)|\b(?:std::)?process::exit\(0\)|\bSystem\.exit\(0\)|\b(?:exit!?|quick_exit|_exit|Environment\.Exit)\s*\(?\s*(?:0|true|EXIT_SUCCESS)\b\)?|\bSystem\.halt\(0\)/g,
  },
  {
    rule: 'test-aware',
    says: 'the code asks whether it is being tested',
    in: 'code',
    pattern:
      /\btesting\.Testing\(\)|flag\.Lookup\("test\.|\.test"\)|cfg!\(test\)|\b(?:RAILS_ENV|RACK_ENV|APP_ENV|MIX_ENV|Mix\.env)\b[^\n]*test|Rails\.env\.test\?|defined\?\((?:RSpec|Minitest)\)|runningUnitTests\(\)|PHPUNIT_\w+|org\.junit|RUST_TEST_\w+/g,
  },
  {
    rule: 'error-swallowed',
    says: 'errors are swallowed',
    in: 'code',
    pattern:
      /\brescue(?:\s+(?:StandardError|Exception))?\s*(?:=>\s*\w+)?\s*(?:;|\n)\s*(?:nil\s*)?end\b|catch\s*\((?:final )?(?:Exception|Throwable|\\?Throwable|std::exception)[^)]*\)\s*\{\s*\}|\bcatch\s*(?:\(\.\.\.\))?\s*\{\s*\}/g,
  },
  {
    rule: 'constant-condition',
    says: 'a condition no longer depends on anything',
    in: 'code',
    pattern: /\bif\s*\(?\s*(?:true|false)\s*\)?\s*(?:\{|then|$)|(?:\|\|\s*true|&&\s*false)\b/gm,
  },
];

const shellPatterns: readonly Pattern[] = [
  {
    rule: 'failure-hidden',
    says: 'a failing command is made to look like a passing one',
    in: 'both',
    pattern:
      /\|\|\s*(?:true|:|exit 0|echo\b[^\n]*)(?=\s*(?:["'`;)&]|$))|;\s*(?:true|exit 0)\s*(?=["']|$)|\bset \+e\b|continue-on-error:\s*['"]?true|allow_failure:\s*true|ignore_outcome\s*=\s*true|^\t-(?=\w)|--(?:passWithNoTests|pass-with-no-tests|no-fail|forceExit)\b|-DskipTests|-Dmaven\.test\.failure\.ignore|ignoreFailures\s*=\s*true/gm,
  },
  {
    rule: 'test-not-run',
    says: 'tests are left out of the run',
    in: 'both',
    pattern:
      /--(?:deselect|ignore|ignore-glob|testPathIgnorePatterns|exclude|skip|grep|invert|shard)[=\s]|\s-k\s*["']?not\b|-m\s*["']not\b|-t\s+["']|--maxfail|--collect-only|--no-run\b/g,
  },
  {
    rule: 'retries-added',
    says: 'failing tests are tried again',
    in: 'both',
    pattern: /--(?:reruns|retries|retry|flake-finder)\b|\bretry\s+\d/g,
  },
];

export function patternFindings(change: FileChange, isTest: boolean): Found[] {
  const { before, after, path } = change;
  if (after === null) return [];
  const kind = isTest ? 'tests' : 'code';
  const found: Found[] = isTest && before !== null ? keptLines(path, before, after) : [];
  for (const { rule, says, pattern, in: where } of [...patterns, ...shellPatterns]) {
    if (where !== 'both' && where !== kind) continue;
    const had = new Map<string, number>();
    for (const [text] of (before ?? '').matchAll(pattern)) had.set(text, (had.get(text) ?? 0) + 1);
    for (const match of after.matchAll(pattern)) {
      const left = had.get(match[0]) ?? 0;
      had.set(match[0], left - 1);
      if (left <= 0) found.push({ rule, severity: 'blocking', path, line: lineOf(after, match.index), message: says });
    }
  }
  return found;
}

const assertionLine = /\bassert|\bexpect|\bshould|\bt\.(?:Error|Fatal|Fail)|\brequire\.|\bverify\b|EXPECT_|CHECK\(|REQUIRE\(|refute/i;

/** Lines of a test may be joined by others, not changed or dropped. */
function keptLines(path: string, before: string, after: string): Found[] {
  const now = after.split('\n').map(bare);
  let at = 0;
  for (const [index, line] of before.split('\n').map(bare).entries()) {
    if (line === '' || /^(?:\/\/|#(?!\[)|\*|\/\*)/.test(line)) continue;
    const next = now.indexOf(line, at);
    if (next < 0) {
      const [rule, message] = assertionLine.test(line)
        ? (['assertion-weakened', 'an assertion of an existing test is changed or removed'] as const)
        : (['test-changed', 'an existing test is changed'] as const);
      return [{ rule, severity: 'blocking', path, line: index + 1, message }];
    }
    at = next + 1;
  }
  return [];
}

function bare(line: string): string {
  return line.replace(/\s+/g, ' ').trim();
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
