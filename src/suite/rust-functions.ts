// What of a Rust source may get statements of ours: bodies of functions that run with the program.
import { closing } from './blank.ts';

/** `from` to `to` is what stands between its braces. */
export interface RustBody {
  readonly from: number;
  readonly to: number;
}

/** The functions of a source, given with what is no code blanked out. None is inside of another one. */
export function rustFunctions(code: string): RustBody[] {
  const found: RustBody[] = [];
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
}

/** Whether a file is of a program or library, by its path: no test, example or build script. */
export function isRustSource(path: string): boolean {
  return path.endsWith('.rs') && !/(?:^|\/)(?:tests|benches|examples)\/|(?:^|\/)build\.rs$/.test(path);
}

/** Whether what a `Cargo.toml` describes is a macro's crate: it runs inside of the compiler. */
export function isMacroCrate(manifest: string): boolean {
  return /^\s*proc[-_]macro\s*=\s*true\b/m.test(manifest);
}

/** Of a program in between rustc and cargo, in the shell: `hasSource "$@"` succeeds where these words compile something. */
export const hasRustSource = `hasSource() {
  for word do case $word in *.rs) return 0 ;; esac; done
  return 1
}`;

const targets = ['x86_64-unknown-linux-gnu', 'x86_64-unknown-linux-musl', 'aarch64-unknown-linux-gnu', 'aarch64-unknown-linux-musl'];

/** Variables that have cargo start what it built by `program`, which is found in the PATH. */
export function rustRunner(program: string): Readonly<Record<string, string>> {
  return Object.fromEntries(targets.map((target) => [`CARGO_TARGET_${target.toUpperCase().replaceAll('-', '_')}_RUNNER`, program]));
}

/** Null where a declaration ends without a body. */
function bodyBehind(code: string, from: number): RustBody | null {
  for (let at = from; at < code.length; at += 1) {
    const char = code[at] ?? '';
    if (char === ';') return null;
    if (char !== '(' && char !== '[' && char !== '{') continue;
    const end = closing(code, at);
    if (end === -1) return null;
    if (char === '{') return { from: at + 1, to: end };
    at = end;
  }
  return null;
}
