// Rust: candidates as blocks that return in front of the body, and cargo's `runner` to run what was built once for each of them.
import { posix } from 'node:path';
import { closing, rustLexis } from './blank.ts';
import type { CompiledLanguage, Complaint, FunctionBody, Piece, Told } from './language.ts';
import { candidateVariable, runnerName } from './runner-source.ts';

const targets = ['x86_64-unknown-linux-gnu', 'x86_64-unknown-linux-musl', 'aarch64-unknown-linux-gnu', 'aarch64-unknown-linux-musl'];

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

export const rust: CompiledLanguage = {
  lexis: rustLexis,
  namesAreOfFolders: false,
  isSource: (path) => path.endsWith('.rs') && !/(?:^|\/)(?:tests|benches|examples)\/|(?:^|\/)build\.rs$/.test(path),
  // What a macro of a crate does, it does inside of the compiler, which nobody tells a number.
  manifest: { name: 'Cargo.toml', isOfCompiler: (text) => /^\s*proc[-_]macro\s*=\s*true\b/m.test(text) },
  functions(code) {
    const found: FunctionBody[] = [];
    const pattern = /\bfn\s+\w+/g;
    for (let match = pattern.exec(code); match !== null; match = pattern.exec(code)) {
      const body = bodyBehind(code, pattern.lastIndex);
      if (body === null) continue;
      pattern.lastIndex = body.to;
      // A constant function runs while it is compiled, and what a macro is made of is no function yet.
      const isConstant = /\bconst\s+(?:(?:async|unsafe|extern)\s+)*$/.test(code.slice(Math.max(0, match.index - 60), match.index));
      if (!isConstant && !code.slice(body.from, body.to).includes('$')) found.push(body);
    }
    return found;
  },
  inFront: (_, alternatives) => {
    const cases = alternatives.flatMap((one): Piece[] => [
      { text: `if regreen_number == ${one.number} {\nreturn {\n` },
      { text: `${one.text}\n`, number: one.number },
      { text: '};\n}\n', number: one.number },
    ]);
    return [{ text: `\nlet regreen_number: usize = ${number};\n` }, ...cases];
  },
  beside: () => null,
  flags: Object.fromEntries(targets.map((target) => [`CARGO_TARGET_${target.toUpperCase().replaceAll('-', '_')}_RUNNER`, runnerName])),
  // libtest knows no limit for a whole run.
  limited: 'timeout -s KILL "$limit" "$@"',
  complaints: (output) =>
    output.split(/^(?=(?:error|warning)(?:\[\w+\])?: )/m).flatMap((part): Complaint[] => {
      const said = /^error(?:\[E\d+\])?: (.*)/.exec(part);
      const place = /^ *--> (\S+\.rs):(\d+):\d+/m.exec(part);
      return said === null || place === null
        ? []
        : [{ path: posix.normalize(place[1] ?? ''), line: Number(place[2]), message: said[1] ?? '' }];
    }),
  results: (output) =>
    [...output.matchAll(/^test (\S+)(?: - should panic)? \.\.\. (ok|FAILED|ignored)\b/gm)].map(
      ([, name = '', word = '']): Told => ({ name, status: statuses[word] ?? 'failed' }),
    ),
};

const statuses: Readonly<Record<string, Told['status']>> = { ok: 'passed', FAILED: 'failed', ignored: 'skipped' };

/** Null where a declaration ends without a body. */
function bodyBehind(code: string, from: number): FunctionBody | null {
  for (let at = from; at < code.length; at += 1) {
    const char = code[at] ?? '';
    if (char === ';') return null;
    if (char !== '(' && char !== '[' && char !== '{') continue;
    const end = closing(code, at);
    if (end === -1) return null;
    if (char === '{') return { from: at + 1, to: end, result: '' };
    at = end;
  }
  return null;
}
