// The program that stands between a build tool and the tests it has built: it runs them once for each candidate.
import { complaintsVariable } from './compiler-source.ts';

/** It is found by the PATH: what names it parts its words at blanks. */
export const runnerName = 'regreen-each';
/** Tells the tests which candidate they are; 0 is the code as it is. */
export const candidateVariable = 'REGREEN_CANDIDATE';
/** The numbers of the candidates, with blanks between them. */
export const numbersVariable = 'REGREEN_CANDIDATES';
/** Where it writes what each run has said: in a folder for each program, `folder`, and `N.out` and `N.code` for each candidate. */
export const runsVariable = 'REGREEN_RUNS';

/**
 * For any shell of POSIX, as no program of ours is sure to be there. `limited` is the command that runs the tests for at most `$limit`
 * seconds, which is more than three times what the unchanged code takes. Nothing is run while a package does not compile, and nothing twice.
 */
export function runnerSource(limited: string): string {
  return `#!/bin/sh
[ -z "$(ls "$${complaintsVariable}")" ] || exit 0
own="$${runsVariable}/$(printf '%s' "$PWD/\${1##*/}" | cksum | tr -c '0-9\n' -)"
mkdir -p "$own" || exit 1
pwd > "$own/folder"
# A candidate that writes without end must not fill the disk.
ulimit -f 400000 2>/dev/null
limit=60
[ ! -f "$own/limit" ] || read -r limit < "$own/limit"
began=$(date +%s)
for number in 0 $${numbersVariable}; do
  [ ! -f "$own/$number.code" ] || continue
  ${candidateVariable}=$number ${limited} > "$own/$number.out" 2>&1
  echo $? > "$own/$number.code"
  [ "$number" -eq 0 ] || continue
  limit=$((3 + 3 * ($(date +%s) - began)))
  echo "$limit" > "$own/limit"
done
exit 0
`;
}
