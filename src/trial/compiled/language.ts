// What a compiled language must tell so that many candidates can be compiled at once.
import type { Lexis } from '../../suite/index.ts';
import type { Compiler } from './compiler-source.ts';

/** A function whose body may be exchanged: `from` to `to` is what stands between its braces. */
export interface FunctionBody {
  readonly from: number;
  readonly to: number;
  /** The type of what it gives back, as written; '' for nothing. */
  readonly result: string;
}

/** A file that is written beside the sources: it tells the program which candidate it is. */
interface Beside {
  readonly path: string;
  readonly text: string;
}

/** Where the compiler found fault. The path is as printed: below the folder it was started in, or from the root of all on. */
export interface Complaint {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** How one test ended, by the name its runner has for it. */
export interface Told {
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'skipped';
}

export interface CompiledLanguage {
  readonly lexis: Lexis;
  /** Whether candidates in this file may stand beside each other. */
  isSource(path: string): boolean;
  /** The file that says how the sources in its folder and below are built, and whether by it they run while others are compiled. */
  readonly manifest?: { readonly name: string; isOfCompiler(text: string): boolean };
  /** The functions of a source, given with what is no code blanked out. None is inside of another one. */
  functions(code: string): readonly FunctionBody[];
  /** What stands in front of the body that is there, so that candidate `number` of each alternative runs instead of it. */
  inFront(body: FunctionBody, alternatives: readonly { readonly number: number; readonly text: string }[]): readonly Piece[];
  beside(path: string, code: string): Beside | null;
  readonly compiler: Compiler;
  /**
   * Variables that have the compiler started, and the built tests run, by the programs in between; their values go behind those that are
   * there.
   */
  readonly flags: Readonly<Record<string, string>>;
  /** What runs the tests, the program and its words `"$@"`, for `$limit` seconds at the most: a command of the shell. */
  readonly limited: string;
  /** Whether two folders may have tests of the same name. */
  readonly namesAreOfFolders: boolean;
  complaints(output: string): readonly Complaint[];
  results(output: string): readonly Told[];
}

/** Text of a source; with a number it is that candidate's. */
export interface Piece {
  readonly text: string;
  readonly number?: number;
}
