// Rust: candidates as blocks that return in front of the body, and cargo's `runner` to run what was built once for each of them.
import { posix } from 'node:path';
import * as z from 'zod';
import { hasRustSource, isMacroCrate, isRustSource, jsonOrNull, rustFunctions, rustLexis, rustRunner } from '../../suite/index.ts';
import { type Compiler, compilerName, treeVariable, unchangedVariable } from './compiler-source.ts';
import type { CompiledLanguage, Complaint, Piece, Told } from './language.ts';
import { candidateVariable, runnerName } from './runner-source.ts';

/** In each function by itself, as nothing is sure to be found from everywhere; the standard library is, in crates without it too. */
const number = `{
extern crate std as regreen_std;
static REGREEN: regreen_std::sync::atomic::AtomicUsize = regreen_std::sync::atomic::AtomicUsize::new(9999999);
if REGREEN.load(regreen_std::sync::atomic::Ordering::Relaxed) == 9999999 {
let told = regreen_std::env::var("${candidateVariable}").ok().and_then(|text| text.parse().ok()).unwrap_or(0);
REGREEN.store(told, regreen_std::sync::atomic::Ordering::Relaxed);
}
REGREEN.load(regreen_std::sync::atomic::Ordering::Relaxed)
}`;

/** It is given the one file, below the folder that it is started in, that leads to all others. */
const compiler: Compiler = {
  // No candidate changes a program of tests alone.
  needless: `isOfTests() {
  for word do case $word in tests/*.rs|*/tests/*.rs|benches/*.rs|*/benches/*.rs|examples/*.rs|*/examples/*.rs) return 0 ;; esac; done
  return 1
}
! hasComplaints || ! isOfTests "$@" || exit 0`,
  isOurs: `${hasRustSource}
hasSource "$@"`,
  // What is only advised against is no fault of a candidate, and a body in front of another one is.
  compile: '"$@" --cap-lints warn',
  instead: `for word do [ "$word" != --test ] || exit 0; done
cd "$${unchangedVariable}\${PWD#"$${treeVariable}"}" || exit 1`,
};

export const rust: CompiledLanguage = {
  lexis: rustLexis,
  namesAreOfFolders: false,
  isSource: isRustSource,
  // What a macro of a crate does, it does inside of the compiler, which nobody tells a number.
  manifest: { name: 'Cargo.toml', isOfCompiler: isMacroCrate },
  functions: (code) => rustFunctions(code).map((body) => ({ ...body, result: '' })),
  inFront: (_, alternatives) => {
    const cases = alternatives.flatMap((one): Piece[] => [
      { text: `if regreen_number == ${one.number} {\nreturn {\n` },
      { text: `${one.text}\n`, number: one.number },
      { text: '};\n}\n', number: one.number },
    ]);
    return [{ text: `\nlet regreen_number: usize = ${number};\n` }, ...cases];
  },
  beside: () => null,
  // Tests in documentation are compiled one by one by rustdoc, and are none of the program.
  flags: { RUSTC_WORKSPACE_WRAPPER: compilerName, RUSTDOC: 'true', ...rustRunner(runnerName) },
  compiler,
  // libtest knows no limit for a whole run.
  limited: 'timeout -s KILL "$limit" "$@"',
  complaints: (output) => [...inEvents(output), ...inWords(output)],
  results: (output) =>
    [...output.matchAll(/^test (\S+)(?: - should panic)? \.\.\. (ok|FAILED|ignored)\b/gm)].map(
      ([, name = '', word = '']): Told => ({ name, status: statuses[word] ?? 'failed' }),
    ),
};

const statuses: Readonly<Record<string, Told['status']>> = { ok: 'passed', FAILED: 'failed', ignored: 'skipped' };

interface Span {
  readonly file_name: string;
  readonly line_start: number;
  readonly is_primary: boolean;
  readonly expansion: { readonly span: Span } | null;
}

const spanSchema: z.ZodType<Span> = z.object({
  file_name: z.string(),
  line_start: z.number(),
  is_primary: z.boolean(),
  get expansion() {
    return z.object({ span: spanSchema }).nullable();
  },
});

const eventSchema = z.object({ level: z.literal('error'), message: z.string(), spans: z.array(spanSchema) });

/** As the compiler tells cargo: an object a line. */
function inEvents(output: string): Complaint[] {
  return output.split('\n').flatMap((line): Complaint[] => {
    const event = line.startsWith('{') ? eventSchema.safeParse(jsonOrNull(line)) : null;
    return !event?.success
      ? []
      : event.data.spans.filter(({ is_primary }) => is_primary).map((span) => complaintAt(span, event.data.message));
  });
}

/** What a macro is made into is the fault of what uses it. */
function complaintAt(span: Span, message: string): Complaint {
  if (span.expansion !== null) return complaintAt(span.expansion.span, message);
  return { path: posix.normalize(span.file_name), line: span.line_start, message };
}

/** As cargo tells people. */
function inWords(output: string): Complaint[] {
  return output.split(/^(?=(?:error|warning)(?:\[\w+\])?: )/m).flatMap((part): Complaint[] => {
    const said = /^error(?:\[E\d+\])?: (.*)/.exec(part);
    const place = /^ *--> (\S+\.rs):(\d+):\d+/m.exec(part);
    return said === null || place === null
      ? []
      : [{ path: posix.normalize(place[1] ?? ''), line: Number(place[2]), message: said[1] ?? '' }];
  });
}
