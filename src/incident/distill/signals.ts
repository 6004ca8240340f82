// How much a line says about why a job failed: the sentences of test runners, compilers, interpreters and package managers.

interface Signal {
  /** 0 to 100. */
  readonly weight: number;
  readonly pattern: RegExp;
}

/** A line without the beginning of any of these can say nothing. */
const telling =
  "abort assert build can't cannot caused conflict core could denied err excep exceed exit expec fail fatal invalid kill lost mismatch missing " +
  'module no_s no_m not oom out_of panic permission received refused resol segm stack the_op time_ traceback unable uncaught und une unhandled ' +
  'unres violation got: left: want: right actual ___ #[ ld:';
const glyphs = new Set('✖✗✕×●✘⨯'.split('').map((glyph) => glyph.charCodeAt(0)));

/** The first three letters of each, five bits a letter: a table that one pass over a line looks up. */
const beginnings = new Uint8Array(2 ** 15);
for (const word of telling.split(' ')) {
  const [a = 0, b = 0, c = 0] = [...word.replaceAll('_', word === '___' ? '_' : ' ')].map((letter) => letter.charCodeAt(0) & 31);
  if (word.length > 2) beginnings[(a << 10) | (b << 5) | c] = 1;
}

/** Decides over most lines of most logs, some ten times faster than an expression with the same words. */
function maySay(line: string): boolean {
  let last = 0;
  let blank = true;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (blank && code > 0x20) {
      blank = false;
      // `1) name`, `E   message`, `src/a.c:3:5: …`: what the first word may be.
      if ((code >= 0x30 && code <= 0x39) || (code === 0x45 && line.charCodeAt(at + 1) === 0x20) || code === 0x23) return true;
    }
    if (code > 0x7f) {
      if (glyphs.has(code)) return true;
      last = 0;
      continue;
    }
    last = ((last << 5) | (code & 31)) & 0x7fff;
    // A place, such as `a.go:12:`.
    if (beginnings[last] === 1 || (code === 0x3a && isDigit(line.charCodeAt(at + 1)))) return true;
  }
  return false;
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Passing tests and counts of nothing, whatever words they hold. */
const harmless =
  /^\s*(?:[✓✔√]|ok \d|ok\s+\S+\s+[\d.]+s$|PASS(?:ED)?\b|--- PASS|\(pass\))|\.\.\. ok$|\bPASSED\b|^#? ?(?:tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) 0?$|^\s*(?:✓|√)/;
const nothingWrong = /\b(?:0|no) (?:errors?|fail(?:ed|ures?|ing)|warnings?|problems?|vulnerabilities)\b/i;
const somethingWrong = /\b[1-9]\d* (?:errors?|fail(?:ed|ures?|ing)|problems?)\b/i;

const signals: readonly Signal[] = [
  // A test says that it failed.
  {
    weight: 95,
    pattern:
      /^\s*(?:FAIL\s+\S+ > |● .+ › |● (?!Console|Cannot log|process\.exit)|--- FAIL: |FAILED \S+::|ERROR \S+::|(?:FAIL|ERROR): \w+ \()/,
  },
  {
    weight: 95,
    pattern:
      /^(?:test .+ \.\.\. FAILED$|thread '.*' (?:\(\d+\) )?panicked at |---- .+ stdout ----$)|<<< (?:FAILURE|ERROR)!|^\s*\S.* > .+ FAILED$/,
  },
  { weight: 92, pattern: /^\s*not ok \d+(?!.*# (?:SKIP|TODO))/i },
  { weight: 90, pattern: /^\s*[✖✗✕×✘⨯] \S|^\s+FAIL \[|^\s*(?:FAIL|FAILED)\b[\s:]+\S|^\s*Failed \S+ \[[\d<]/ },
  {
    weight: 88,
    pattern:
      /^_{4,} .+ _{4,}$|^E {3,}\S|Failure\/Error:|^\s+\d+\) (?:test )?\S|^\d+\) \S+(?:::|#)\S|^rspec \.\/|#\s+Failed test|\*\*\*(?:Failed|Timeout|Exception)/,
  },
  // A compiler or linter names a place.
  {
    weight: 90,
    pattern:
      /\berror TS\d+: |\berror CS\d+: |\berror\[E\d+\]|\(\d+,\d+\): error\b|:\d+:\d+:? (?:- )?(?:fatal )?error\b|\.java:\d+: error: |\[ERROR\] .*\.(?:java|kt|scala):\[?\d+/,
  },
  {
    weight: 85,
    pattern:
      /^\s*(?:\.{0,2}\/)?[\w@./\\-]+\.(?:go|c|cc|cpp|h|hpp|rs|swift|kt|py|rb|php|ex|exs):\d+(?::\d+)?: \S|^e: |^\s+\d+:\d+\s+error\s+\S|^error: (?!could not compile|test failed)|: undefined reference to |ld: .*not found|^Module not found:|^ERROR in |^\S+: error: /,
  },
  // Something was thrown.
  {
    weight: 80,
    pattern:
      /^(?:\s*|.*\b(?:Uncaught|Unhandled|Caused by:|throw(?:n|s)?|rejection)\b.*)(?:[\w$.]+\.)?[A-Z][\w$]*(?:Error|Exception|Failure|Panic|Violation)\b(?:\s*(?:\[[\w-]+\]|\(.*\)))?(?::|$)/,
  },
  {
    weight: 80,
    pattern:
      /^Traceback \(most recent call last\)|^panic: |^fatal error: |^fatal: |^Exception in thread |\bSegmentation fault\b|core dumped|heap out of memory|\bOOM\b|Out of memory|ENOSPC|No space left on device|^Caused by: |\*\*\* \w*Error|stack overflow|ERR_[A-Z_]{4,}|UnhandledPromiseRejection/,
  },
  {
    weight: 75,
    pattern:
      /\bAssert(?:ion)?(?:Error|ionError|ion failed| failed)\b|^\s*(?:Expected|Received|expected|actual|received|left|right|want|got)\b ?.*: |expected .+ (?:to |but )/,
  },
  {
    weight: 70,
    pattern:
      /\bE(?:RESOLVE|LIFECYCLE|NOENT|ACCES|ADDRINUSE|CONNREFUSED|USAGE|BADENGINE|TARGET|404|NOTFOUND|TIMEDOUT|CONNRESET|AI_AGAIN)\b|ModuleNotFoundError|Cannot find (?:module|package)|command not found|No such file or directory|Permission denied|not recognized as an? |timed out|timeout of \d+|[Tt]est timeout|exceeded the maximum|The operation was canceled|has exceeded|lost communication|No matching version|ResolutionImpossible|Could not resolve/,
  },
  {
    weight: 60,
    pattern:
      /^npm (?:ERR!|error) (?!A complete log|\s*$|errno|path |command |Lifecycle|code ELIFECYCLE|workspace|location)\S|^(?:ERR_PNPM|➤ YN\d+.*Error|error Command failed|BUILD FAILED|FAILURE: Build|\[ERROR\] )|^error\b.*:|^ERROR\b/,
  },
  {
    weight: 50,
    pattern:
      /\b[1-9]\d* (?:failed|failing|failures?|errors?|problems?)\b|(?:Failures|Errors|failed|Failed): [1-9]|^make(?:\[\d+\])?: \*\*\* |test result: FAILED|error: test failed|error: could not compile|^=+ (?:FAILURES|ERRORS) =+$/,
  },
  {
    weight: 30,
    pattern:
      /\b(?:error|failed|failure|fatal|exception|cannot|can't|could not|couldn't|unable to|denied|refused|not found|no such|unexpected|invalid|aborted|killed|exceeded|mismatch|conflict|missing)\b/i,
  },
];

/** What GitHub's runner says at the end of a step that failed. */
export const exitLine = /^Process completed with exit code (-?\d+)\.?$/;

/** Long lines are looked at in part: what matters stands at their beginning, and some expressions would take long over all of it. */
const looked = 1_000;

/** 0 (says nothing) to 100. */
export function weightOf(line: string): number {
  if (!maySay(line)) return 0;
  const text = line.length > looked ? line.slice(0, looked) : line;
  if (harmless.test(text) || (nothingWrong.test(text) && !somethingWrong.test(text))) return 0;
  for (const { weight, pattern } of signals) if (pattern.test(text)) return weight;
  return line.length > looked && /\b(?:[A-Z]\w*(?:Error|Exception)\b|error:|FAILED|panic:)/.test(line) ? 40 : 0;
}

const frame = /^\s*(?:at |in |File "|from |#\d+ |\d+: +\S+::|--> |\S+\.(?:go|rs|py|rb):\d+)/;
const diffOrCode = /^\s*(?:[-+>|^~]|\d+ *\||❯|⎯|│|├|└|\.\.\.|Expected|Received|Difference|Diff|Actual|To see|Help:|help:|note:|= )/;

/** Whether a line belongs to the message above it: a stack frame, a diff, a code frame, anything that is set in. */
export function continues(line: string): boolean {
  return /^(?:\t| {2,})\S/.test(line) || frame.test(line) || diffOrCode.test(line);
}

/** Frames of libraries and of the runtime: said as a number. */
export function isForeignFrame(line: string): boolean {
  return (
    /^\s*(?:at |❯ |File "|from |in )/.test(line) &&
    /node_modules[/\\]|\bnode:(?:internal|async_hooks|events|diagnostics)|site-packages|<anonymous>\)$|\/(?:usr|opt)\/|[/\\]\.cargo[/\\]|java\.base\/|org\.(?:junit|apache)\.|sun\.reflect|jdk\.internal|\/gems\//.test(
      line,
    )
  );
}
