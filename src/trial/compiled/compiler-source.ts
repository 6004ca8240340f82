// The program that stands in for the compiler: a package that does not compile does not keep those that need it from being compiled.

/** It is found by the PATH. */
export const compilerName = 'regreen-compile';
/** The tree that is compiled, and one that looks like it, with the unchanged text of each changed file. */
export const treeVariable = 'REGREEN_TREE';
export const unchangedVariable = 'REGREEN_UNCHANGED';
/** Where it writes what the compiler says of changed files: a file for each package. */
export const complaintsVariable = 'REGREEN_COMPLAINTS';

/** What a language tells of its compiler, in commands of the shell; `"$@"` are the program and the words that compile one package. */
export interface Compiler {
  /** Ends what is of no use once a package does not compile: `hasComplaints` succeeds then. */
  readonly needless: string;
  /** Succeeds where these words compile a package that may have changed files. */
  readonly isOurs: string;
  /** Compiles it, and says all there is to say. */
  readonly compile: string;
  /** Exchanges the words, or the folder, for those of the unchanged files; ends where nothing needs the package. */
  readonly instead: string;
}

/**
 * For any shell of POSIX. What the compiler says of a package that does not compile is kept, and the unchanged package takes its place, which
 * looks the same to all that need it: only bodies of functions are exchanged.
 */
export function compilerSource({ needless, isOurs, compile, instead }: Compiler): string {
  return `#!/bin/sh
hasComplaints() { [ -n "$(ls "$${complaintsVariable}")" ]; }
${needless}
${isOurs} || exec "$@"
compile() {
${compile}
}
said="$${complaintsVariable}-$$"
if compile "$@" > "$said" 2>&1; then
  cat "$said" >&2
  rm -f "$said"
  exit 0
fi
mv "$said" "$${complaintsVariable}/$$"
${instead}
exec "$@"
`;
}
