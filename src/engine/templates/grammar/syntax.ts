import type { Syntax } from '../syntax.ts';
import type { Language } from './languages.ts';
import { readTree } from './loader.ts';
import { below } from './tree.ts';

/** Keywords of statements, which a slip of the pen makes names of. */
const keywords: Readonly<Record<string, readonly string[]>> = {
  python: [
    'def',
    'return',
    'if',
    'elif',
    'else',
    'for',
    'in',
    'while',
    'import',
    'from',
    'as',
    'class',
    'not',
    'and',
    'or',
    'is',
    'with',
    'lambda',
  ],
  go: ['func', 'return', 'if', 'else', 'for', 'range', 'var', 'const', 'type', 'struct', 'switch', 'case', 'package', 'import', 'defer'],
  java: ['return', 'if', 'else', 'for', 'while', 'new', 'public', 'private', 'static', 'final', 'class', 'int', 'void', 'throw', 'import'],
  'c-sharp': [
    'return',
    'if',
    'else',
    'for',
    'foreach',
    'while',
    'new',
    'public',
    'private',
    'static',
    'class',
    'int',
    'void',
    'var',
    'using',
  ],
  rust: ['fn', 'let', 'mut', 'return', 'if', 'else', 'for', 'in', 'while', 'match', 'pub', 'struct', 'impl', 'use', 'mod'],
  ruby: ['def', 'end', 'return', 'if', 'elsif', 'else', 'unless', 'do', 'while', 'class', 'module', 'then', 'and', 'or'],
  php: [
    'function',
    'return',
    'if',
    'else',
    'elseif',
    'foreach',
    'for',
    'while',
    'as',
    'new',
    'public',
    'private',
    'static',
    'class',
    'use',
  ],
};

/** A language that tree-sitter reads. */
export function grammarSyntax(language: Language): Syntax {
  const known = keywords[language.name] ?? [];
  return { errorAt: (text) => errorAt(language, text), keywords: known, openers: known.slice(0, 4) };
}

/** The parser recovers from errors and says where it skipped or made up something: the first such place. */
function errorAt(language: Language, text: string): number | null {
  const tree = readTree(language, text);
  if (tree === null || !tree.hasError) return null;
  const found = below(tree.program).filter(
    ({ type, start, end, children }) => type === 'ERROR' || (start === end && children.length === 0),
  );
  return Math.min(text.length, ...found.map(({ start }) => start));
}
