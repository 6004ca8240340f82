// Tests and code in languages without a parser here, by their lines.
import { hasReader } from './facts.ts';
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
      /\bt\.Skip(?:f|Now)?\(|@(?:\w+\.)*(?:Disabled\w*|Ignore|Pending|(?:Enabled|Disabled)(?:If|On)\w*)\b|#\[(?:ignore|should_panic|cfg_attr\(\w+, *ignore)\b|\bSkip\s*=\s*"|\b(?:xit|xdescribe|xcontext|xspecify|pending|skip)\b(?=[\s("'])|markTest(?:Skipped|Incomplete)|@(?:module)?tag:?\s+:?skip|GTEST_SKIP|DISABLED_\w+|\bAssume\.|assumeTrue|Assumptions\.|->skip\(|->todo\(|\bTODO_ok\b|\$TODO\s*=/g,
  },
  {
    rule: 'test-focused',
    says: 'only some tests are run',
    in: 'tests',
    pattern: /\b(?:fit|fdescribe|fcontext)\b|\bfocus:\s*true|:focus\b|->only\(/g,
  },
  {
    rule: 'test-not-run',
    says: 'tests are built or loaded only under a condition',
    in: 'tests',
    pattern: /^(?:\/\/go:build|\/\/ ?\+build)\b.*|^#!\[cfg\(.*|^\s*#\s*if(?:n?def)?\b.*|^(?:__END__|__DATA__)\s*$/gm,
  },
  {
    rule: 'early-return',
    says: 'what follows in an existing test may no longer be reached',
    in: 'tests',
    pattern: /^[ \t]*(?:return|exit|done_testing|break|goto \w+)(?:\(\))?;?[ \t]*$/gm,
  },
  {
    rule: 'code-mocked',
    says: 'a stand-in is put in front of code under test',
    in: 'tests',
    pattern:
      /\b(?:allow|allow_any_instance_of|expect_any_instance_of)\b.*\.to receive\w*|\.(?:stubs?|any_instance)\b|\bMockito\.\w+|\bwhen\(.*\)\.then\w+|@(?:Mock|MockBean|Spy|InjectMocks)\b|\b(?:gomonkey|monkey)\.\w+|->(?:createMock|createStub|getMockBuilder|shouldReceive)\b|\bMockery::|\bnew Mock<|:meck\.|\bMox\.|\bmockk\b|local \*\w+/g,
  },
  {
    rule: 'process-exit',
    says: 'the process is ended as if all had gone well',
    in: 'both',
    pattern:
      /\bos\.Exit\(0\)|\bsyscall\.(?:Exit\(0|Kill)|\b(?:std::)?process::(?:exit\(0\)|abort)|\bSystem\.exit\(0\)|\.halt\(0\)|\b(?:exit!?|quick_exit|_exit|_Exit|Environment\.Exit|exitProcess)\s*\(?\s*(?:0|true|EXIT_SUCCESS)\b\)?|\bSystem\.halt\(0\)|\bat_exit\s*\{[^}\n]*\bexit|POSIX::_exit\(0\)/g,
  },
  {
    rule: 'test-aware',
    says: 'the code asks whether it is being tested',
    in: 'code',
    pattern:
      /\btesting\.(?:Testing|Short|Verbose|CoverMode)\(\)|flag\.Lookup\("test\.|"\.test"|cfg!\(test\)|#\[cfg\((?:not\(test\)|test)\)\]\s*(?!(?:\s|#\[.*?\]|\/\/.*\n)*(?:pub\s+)?(?:mod|use|extern)\b)|\b(?:RAILS_ENV|RACK_ENV|APP_ENV|MIX_ENV|Mix\.env)\b[^\n]*test|Rails\.env\.test\?|defined\?\(?\s*:*(?:RSpec|Minitest|Test::Unit)|const_defined\?\(.?(?:RSpec|Minitest)|LOADED_FEATURES|runningUnitTests\(\)|PHPUNIT_\w+|PHPUnit\\|\bPest\\|org\.(?:junit|testng)|RUST_TEST_\w+|CARGO_\w*TEST\w*|NEXTEST\w*|HARNESS_\w+|\$INC\{.{0,3}Test|ExUnit\b|"(?:xunit|nunit|mstest|testhost)\b|TestPlatform|\bcaller(?:_locations)?\b[^\n]*(?:spec|test)|\b(?:StackWalker|getStackTrace\(\)|Environment\.StackTrace|new StackTrace\b|debug_backtrace|runtime\.Callers?\(|debug\.Stack\(|Backtrace::\w+)|:current_stacktrace\b/g,
  },
  {
    rule: 'error-swallowed',
    says: 'errors are swallowed',
    in: 'code',
    pattern:
      /\brescue(?:\s+(?:StandardError|Exception))?\s*(?:=>\s*\w+)?\s*(?:;|\n)\s*(?:nil\s*|-?\d[\d.]*\s*|"[^"\n]*"\s*|'[^'\n]*'\s*)?end\b|\S[ \t]+rescue[ \t]+(?:nil|true|false|-?\d|["':[{])[^\n]*|catch\s*\((?:final )?(?:Exception|Throwable|\\?Throwable|std::exception)[^)]*\)\s*\{\s*\}|\bcatch\s*(?:\(\.\.\.\))?\s*\{\s*\}|\bdefer func\(\)\s*\{\s*(?:_ = )?recover\(\)\s*;?\s*\}\(\)/g,
  },
  {
    rule: 'always-equal',
    says: 'an object is made to look equal to whatever it is compared with',
    in: 'both',
    pattern:
      /\bdef\s+(?:==|eql\?|equal\?|===|=~)\s*\(?\w*\)?\s*(?:;|\n|=)?\s*true\b|\b[eE]quals\s*\([^)]*\)[^{};=]*(?:\{\s*return\s+true\s*;?\s*\}|=>?\s*true\b)|\bfn\s+(?:eq|ne)\s*\([^)]*\)\s*->\s*bool\s*\{\s*(?:return\s+)?(?:true|false)\s*;?\s*\}|\bfunc\s*\([^)]*\)\s*Equal\s*\([^)]*\)\s*bool\s*\{\s*return true\s*\}|\boperator\s*==\s*\([^)]*\)[^{;]*\{\s*return\s+(?:true|1)\s*;\s*\}/g,
  },
  {
    rule: 'monkey-patch',
    says: 'what everybody relies on is replaced while running',
    in: 'both',
    pattern:
      /^\s*(?:class|refine)[ (]+(?:Integer|Float|Numeric|String|Symbol|Array|Hash|Object|BasicObject|NilClass|TrueClass|FalseClass|Range|Proc|Comparable)\)?\s*(?:do)?\s*$|^\s*module (?:Kernel|RSpec\b.*|Minitest\b.*)$|\b(?:Integer|String|Array|Hash|Object|Kernel|Minitest\S*|RSpec\S*)\.(?:class_eval|prepend|define_method|send)\b|\*(?:Test::\w+::\w+|CORE::GLOBAL::\w+)\s*=|runkit\w*_function|uopz_\w+/gm,
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

/** What a file in any language says; `byLanguage` false leaves to its reader what is only meant for languages that have none. */
export function patternFindings(change: FileChange, isTest: boolean, byLanguage = !hasReader(change.path)): Found[] {
  const { before, after, path } = change;
  if (after === null) return [];
  const kind = isTest ? 'tests' : 'code';
  const found: Found[] = isTest && before !== null ? keptLines(path, before, after) : [];
  for (const { rule, says, pattern, in: where } of byLanguage ? [...patterns, ...shellPatterns] : shellPatterns) {
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

/** A new file of tests does with itself what it likes, but not with the process and with what others share. */
export function findingsOfNewTests(change: FileChange): Found[] {
  const found = patternFindings(change, true).filter(({ rule }) =>
    /^(?:process-exit|monkey-patch|always-equal|failure-hidden)$/.test(rule),
  );
  const { after, path } = change;
  if (after !== null && /\bfunc TestMain\(/.test(after) && !/\bos\.Exit\(\s*m\.Run\(\)|^\s*m\.Run\(\)\s*$/m.test(after))
    found.push({ rule: 'test-configuration', severity: 'blocking', path, line: null, message: 'what every test runs through is changed' });
  return found;
}

const assertionLine = /\bassert|\bexpect|\bshould|\bt\.(?:Error|Fatal|Fail)|\brequire\.|\bverify\b|EXPECT_|CHECK\(|REQUIRE\(|refute/i;

/** Lines of a test may be joined by others, not changed or dropped, and must be reached as they were. */
function keptLines(path: string, before: string, after: string): Found[] {
  const now = linesOf(path, after);
  let at = 0;
  let added: string[] = [];
  const found = (rule: Found['rule'], message: string, line: number): Found[] => [{ rule, severity: 'blocking', path, line, message }];
  for (const { text, depth, line } of linesOf(path, before)) {
    const next = now.findIndex((each, index) => index >= at && each.text === text);
    const isAssertion = assertionLine.test(text);
    if (next < 0)
      return isAssertion
        ? found('assertion-weakened', 'an assertion of an existing test is changed or removed', line)
        : found('test-changed', 'an existing test is changed', line);
    added.push(...now.slice(at, next).map((each) => each.text));
    const place = now[next];
    if (isAssertion && place !== undefined && place.depth > depth)
      return found('test-conditional', 'an assertion now stands inside of something that may not run', place.line);
    const overwritten = added.some((each) => {
      const target = /^([$@]?[\w.]+) = /.exec(each)?.[1];
      return target !== undefined && text.includes(target);
    });
    if (isAssertion && overwritten)
      return found('test-changed', 'something is overwritten before an existing test looks at it', place?.line ?? line);
    if (isAssertion || depth === 0) added = [];
    at = next + 1;
  }
  return [];
}

interface Line {
  /** In one spelling. */
  readonly text: string;
  /** Open braces before it, or its indentation where blocks end with a word. */
  readonly depth: number;
  readonly line: number;
}

/** The lines of code of a file, without comments. */
function linesOf(path: string, source: string): Line[] {
  const blank = (text: string): string => text.replace(/[^\n]/g, '');
  const code = source
    .replace(/^=(?:begin|pod|head\d|for)\b[\s\S]*?^=(?:end|cut)\b.*$|^#if 0\b[\s\S]*?^#endif.*$/gm, blank)
    .replace(/("(?:[^"\\\n]|\\.)*")|\/\*[\s\S]*?\*\//g, (all, text?: string) => text ?? blank(all));
  const byIndent = /\.(?:rb|exs?|rake)$/.test(path);
  let depth = 0;
  return code.split('\n').flatMap((raw, index) => {
    const text = raw.replace(/\s+/g, ' ').trim();
    const indent = /^\s*/.exec(raw)?.[0].replaceAll('\t', '  ').length ?? 0;
    const line: Line = { text, depth: byIndent ? indent : depth, line: index + 1 };
    for (const [sign] of text.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '').matchAll(/[{}]/g)) depth += sign === '{' ? 1 : -1;
    return text === '' || /^(?:\/\/|#(?!\[))/.test(text) ? [] : [line];
  });
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
