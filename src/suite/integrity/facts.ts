// One file, read once, in whatever language it is.
import { readScript } from './javascript.ts';
import type { PlacedMark } from './marks.ts';
import { isOtherLanguage, readOtherLanguage } from './other-languages.ts';
import { readPythonFile } from './python.ts';
import type { FunctionFacts, Item, LiteralBranch } from './types.ts';

/** What the rules know of a source file. */
export interface FileFacts {
  readonly items: readonly Item[];
  readonly marks: readonly PlacedMark[];
  readonly branches: readonly LiteralBranch[];
  readonly functions: readonly FunctionFacts[];
  /** As JSON, whatever the language. */
  readonly literals: ReadonlySet<string>;
  /** Normalised statements, one a line. */
  readonly code: () => string;
}

const isScript = (path: string): boolean => /\.[cm]?[jt]sx?$/.test(path) && !/\.d\.[cm]?ts$/.test(path);
const isPython = (path: string): boolean => /\.pyi?$/.test(path);

export function hasReader(path: string): boolean {
  return isScript(path) || isPython(path);
}

/** Null when the file cannot be read as what its name says. Never throws: what nests too deeply to be walked is not read. */
export function readFacts(path: string, text: string, isTest: boolean): FileFacts | null {
  try {
    if (isOtherLanguage(path)) return readOtherLanguage(text);
    return isPython(path) ? readPythonFile(text, isTest) : readScript(path, text, isTest);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
