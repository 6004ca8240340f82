import type { Location } from '../locate.ts';
import type { SourceFile } from '../types.ts';
import { languageOf } from './languages.ts';
import { readTree } from './loader.ts';
import { above, type Branch, below, fieldOf } from './tree.ts';

/**
 * The function and statement around a line of a file, which is parsed once; null where no grammar is loaded for it. A file that does not parse is
 * read as far as it does.
 */
export function locatorByGrammar({ path, text }: SourceFile): (line: number) => Location | null {
  const language = languageOf(path);
  const tree = language === null ? null : readTree(language, text);
  if (language === null || tree === null) return () => null;
  const { program } = tree;
  const words = (branch: Branch): string => text.slice(branch.start, branch.end);
  return (line) => {
    let inner: Branch | null = null;
    let statement: Branch | null = null;
    for (const branch of below(program)) {
      if (branch.line > line || branch.endLine < line) continue;
      if (language.functions.has(branch.type) && nameOf(branch) !== null) inner = branch;
      if (branch.parent !== null && language.blocks.has(branch.parent.type)) statement = branch;
    }
    const around = inner ?? program;
    return {
      function: inner === null ? null : [...owners(inner).map(words), words(nameOf(inner) ?? inner)].join('.'),
      startLine: around.line,
      endLine: around.endLine,
      statement: statement === null ? null : (words(statement).split('\n', 1)[0] ?? null),
    };
  };
}

/** The class or type that a method belongs to. */
function owners(method: Branch): readonly Branch[] {
  for (const branch of above(method)) {
    if (!/class|impl_item|interface|trait|module/.test(branch.type) || branch.parent === null) continue;
    const name = nameOf(branch) ?? fieldOf(branch, 'type');
    if (name !== null) return [name];
  }
  return [];
}

function nameOf(branch: Branch): Branch | null {
  return fieldOf(branch, 'name');
}
