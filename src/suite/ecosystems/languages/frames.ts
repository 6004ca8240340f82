// Stack traces and positions as Python, Go, Rust, the JVM, Ruby, PHP, .NET, Elixir, Perl and C compilers print them.
import { type Place, relativeToRoot } from '../../frames.ts';
import { plain } from '../../text.ts';
import type { Frame } from '../../types.ts';
import type { SourceIndex } from './source-index.ts';

interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number | null;
  readonly function: string | null;
}

interface Form {
  readonly pattern: RegExp;
  /** Groups `file`, `line`, and where there are any `column` and `function`. */
  readonly fileOf?: (groups: Readonly<Record<string, string | undefined>>) => string;
}

const ends = 'py|go|rs|java|kt|groovy|scala|rb|rake|php|phpt|cs|fs|vb|exs?|pl|pm|t|c|cc|cpp|cxx|h|hh|hpp|m';

/** Tried in this order on every line; the first that fits is taken. */
const forms: readonly Form[] = [
  // Python's own traceback.
  { pattern: /^(?:E )?\s*File "(?<file>[^"]+)", line (?<line>\d+)(?:, in (?<function>.+))?$/ },
  // The JVM: only the file's bare name stands there, the package tells its folder.
  {
    pattern:
      /^\s*at (?:[\w.$-]+\/{1,2})?(?<class>(?:[\w$]+\.)*[\w$]+)\.(?<function>[\w$<>]+)\((?<file>[\w$-]+\.(?:java|kt|groovy|scala)):(?<line>\d+)\)/,
    fileOf: ({ class: name = '', file = '' }) => [...name.split('.').slice(0, -1), file].join('/'),
  },
  // .NET.
  { pattern: /^\s*at (?<function>.+?) in (?<file>.+?):line (?<line>\d+)$/ },
  // Elixir: `(app 0.1.0) lib/a.ex:5: A.f/1`.
  { pattern: /^\s*(?:\([\w .-]+\) )?(?<file>\S+\.exs?):(?<line>\d+): (?<function>.+)$/ },
  // Ruby: `./spec/a.rb:5:in 'f'`, with `# ` in front in RSpec's text.
  { pattern: /^\s*(?:# |from )?(?<file>[^\s:][^:]*\.(?:rb|rake)):(?<line>\d+)(?::in [`'](?<function>[^'`]+)')?/ },
  // Rust: `thread 'x' panicked at src/a.rs:3:5:`, and its older form with the message before the place.
  { pattern: /panicked at (?:'[\s\S]*', )?(?<file>\S+\.rs):(?<line>\d+):(?<column>\d+)/ },
  { pattern: /^\s*at (?<file>\S+\.rs):(?<line>\d+):(?<column>\d+)$/ },
  // Rust's compiler.
  { pattern: /^\s*--> (?<file>\S+\.rs):(?<line>\d+):(?<column>\d+)$/ },
  // PHP: `#3 /a/b.php(12): f()`, and PHPUnit's `/a/b.php:12`.
  { pattern: /^(?:#\d+ )?(?<file>\S[^()]*\.php)\((?<line>\d+)\)(?:: (?<function>.+))?$/ },
  // Perl.
  { pattern: /(?:^|\s)at (?<file>\S+\.(?:t|pl|pm)) line (?<line>\d+)\.?/ },
  // bats.
  { pattern: /^\(?(?:from function [`'](?<function>[^'`]+)' )?in (?:test )?file (?<file>.+), line (?<line>\d+)[,)]$/ },
  // `file:line: text` of pytest, Go, C and C++ programs and compilers, and `javac`'s `[ERROR] /a/B.java:[3,5]`.
  { pattern: /^(?:\[ERROR\] )?(?<file>\/\S+\.(?:java|kt)):\[(?<line>\d+),(?<column>\d+)\]/ },
  {
    pattern: new RegExp(
      `^(?:[\\w./-]+: )?\\s*(?<file>[^\\s:"'()]+\\.(?:${ends})):(?<line>\\d+)(?::(?<column>\\d+))?(?:$|:\\s?(?:in (?<function>\\S+))?| \\+0x)`,
    ),
  },
];

const foreign = /(?:^|\/)(?:node_modules|site-packages|dist-packages|vendor|\.venv|venv|\.tox|\.nox|deps|gems)\//;

/** The position that one line of a trace tells, as printed. */
export function positionIn(line: string): Position | null {
  if (line.length > 2000) return null;
  for (const { pattern, fileOf } of forms) {
    const groups = pattern.exec(line)?.groups;
    if (groups?.file === undefined || groups.line === undefined) continue;
    return {
      file: fileOf?.(groups) ?? groups.file,
      line: Number(groups.line),
      column: groups.column === undefined ? null : Number(groups.column),
      function: groups.function ?? null,
    };
  }
  return null;
}

/** Behave and Cucumber tell of a step where it is defined, and below it how it failed. */
const stepIn = /^\s.*\s# (?<file>\S+\.(?:py|rb)):(?<line>\d+)\s*$/;
const stepFailed = /^\s+(?:Traceback \(most recent call last\):|(?:Assertion Failed|ASSERT FAILED):)/;

function failedStep(line: string, before: string): Position | null {
  const { file, line: number } = (stepFailed.test(line) && before.length < 2000 && stepIn.exec(before)?.groups) || {};
  return file === undefined || number === undefined ? null : { file, line: Number(number), column: null, function: null };
}

/**
 * The frames of `text`, innermost first. Bare names are looked up in the tree, below `near` first; what is not found there is outside.
 * Python prints the innermost frame last: such a trace is turned around.
 */
export async function framesOf(text: string, place: Place, sources: SourceIndex, near = ''): Promise<Frame[]> {
  const frames: Frame[] = [];
  let isPython = false;
  let before = '';
  for (const line of plain(text).split('\n')) {
    if (frames.length >= 60) break;
    const position = positionIn(line) ?? failedStep(line, before);
    before = line;
    if (position === null) continue;
    isPython ||= /\.py$/.test(position.file);
    const frame = await located(position, place, sources, near);
    const last = frames.at(-1);
    if (last === undefined || last.file !== frame.file || last.line !== frame.line) frames.push(frame);
  }
  return (isPython ? frames.reverse() : frames).slice(0, 50);
}

async function located({ file, line, column, function: name }: Position, place: Place, sources: SourceIndex, near: string): Promise<Frame> {
  const own = relativeToRoot(file, place);
  const isThere = own.inside && (await sources.has(own.path));
  const path = isThere ? own.path : /^\//.test(file) && !own.inside ? null : await sources.find(file, near);
  return {
    file: path ?? own.path,
    line,
    column,
    function: name,
    inRepository: path !== null && !foreign.test(path),
  };
}
