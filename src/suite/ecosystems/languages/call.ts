// Finds a runner's program in a simple command, behind the programs that are put in front of it.
import type { Word } from '../../shell.ts';
import type { Call } from './types.ts';

/** Programs that run another one with the words behind them. */
const passing = new Set(
  'env time nice timeout xvfb-run poetry uv pipenv pdm hatch rye conda micromamba bundle coverage kcov valgrind catchsegv rtx mise asdf nix-shell'.split(
    ' ',
  ),
);
/** Options of those that take a word that may look like a program. */
const withValue = /^(?:--with|--group|--extra|--package|--only-group|-n|--name|--prefix|--python|-p|-s|--project|--directory)$/;

/** How a program is known: its file name without folders. */
export function programName(word: string): string {
  return word.replace(/^.*[\\/]/, '').replace(/\.(?:exe|bat|cmd)$/, '');
}

/** `match` tells how many of the words in front of it are the program, 0 when they are not. */
export function findCall(words: readonly Word[], match: (rest: readonly string[]) => number): Call | null {
  const values = words.map((word) => word.value ?? word.raw);
  for (let at = 0; at < values.length; at += 1) {
    const length = at > 0 && withValue.test(values[at - 1] ?? '') ? 0 : match(values.slice(at));
    if (length > 0) return { before: words.slice(0, at), program: words.slice(at, at + length), args: words.slice(at + length) };
    // Whatever stands behind a program that passes it on may be the runner; anything else is not a test command.
    if (at === 0 && !passing.has(programName(values[0] ?? '')) && !isModuleOfPython(values)) return null;
  }
  return null;
}

/** `python -m coverage run -m pytest`. */
function isModuleOfPython(values: readonly string[]): boolean {
  return isPython(values[0] ?? '') && values[1] === '-m' && passing.has(values[2] ?? '');
}

function isPython(word: string): boolean {
  return /^(?:python|pypy)(?:\d(?:\.\d+)?t?)?$/.test(programName(word));
}

/** Words of `python … -m NAME`, with the interpreter's own options between; 0 when it is something else. */
export function pythonModule(rest: readonly string[], name: string): number {
  const at = behindOptions(rest);
  return at > 0 && rest[at] === '-m' && rest[at + 1] === name ? at + 2 : 0;
}

/** Words up to a script of this name, with the interpreter and its options where it stands in front; 0 when it is something else. */
export function pythonScript(rest: readonly string[], name: string): number {
  const at = behindOptions(rest);
  return programName(rest[at] ?? '') === name ? at + 1 : 0;
}

/** Where the interpreter's own options end, which `-m` is none of; 0 where no interpreter stands in front. */
function behindOptions(rest: readonly string[]): number {
  if (!isPython(rest[0] ?? '')) return 0;
  let at = 1;
  for (; at < rest.length; at += 1) {
    const word = rest[at] ?? '';
    if (/^-[WX]$/.test(word)) at += 1;
    else if (word === '-m' || !word.startsWith('-')) break;
  }
  return at;
}

/** Arguments in front of `--` and from it on. */
export function atDashes(args: readonly Word[]): { readonly own: readonly Word[]; readonly behind: readonly Word[] } {
  const at = args.findIndex((word) => word.value === '--');
  return at < 0 ? { own: args, behind: [] } : { own: args.slice(0, at), behind: args.slice(at) };
}
