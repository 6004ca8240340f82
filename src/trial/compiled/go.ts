// Go: candidates as cases of a switch in front of the body, and `go test -exec` to run what was built once for each of them.
import { posix } from 'node:path';
import { closing, goLexis } from '../../suite/index.ts';
import { type Compiler, compilerName, treeVariable, unchangedVariable } from './compiler-source.ts';
import type { CompiledLanguage, Complaint, FunctionBody, Piece, Told } from './language.ts';
import { candidateVariable, runnerName } from './runner-source.ts';

const switchName = 'regreenCandidate';

/** It is given each file, by its whole path or below the folder that it is started in. */
const compiler: Compiler = {
  needless: 'case $1 in */link) ! hasComplaints || exit 1 ;; esac',
  isOurs: `unchanged() {
  case $1 in
    "$${treeVariable}"/*.go) at=$${unchangedVariable}/\${1#"$${treeVariable}"/} ;;
    /*) return 1 ;;
    *.go) at=$${unchangedVariable}\${PWD#"$${treeVariable}"}/\${1#./} ;;
    *) return 1 ;;
  esac
  [ -f "$at" ] && [ ! -L "$at" ]
}
hasChanged() {
  for word do unchanged "$word" && return 0; done
  return 1
}
hasChanged "$@"`,
  // All errors, and not only the first ten.
  compile: 'tool=$1; shift; "$tool" -e "$@"',
  instead: `for word do
  shift
  unchanged "$word" && word=$at
  set -- "$@" "$word"
done`,
};

export const go: CompiledLanguage = {
  lexis: goLexis,
  isSource: (path) => path.endsWith('.go') && !path.endsWith('_test.go'),
  functions(code) {
    const found: FunctionBody[] = [];
    for (let at = 0; ; ) {
      const next = nextFunction(code, at);
      if (next === null) return found;
      const body = bodyOf(code, next);
      if (body !== null) found.push(body);
      at = body?.to ?? next + 4;
    }
  },
  // As functions of their own: labels belong to each of them, and no function becomes too large for the compiler.
  inFront: ({ result }, alternatives) => {
    const cases = alternatives.flatMap(({ number, text }): Piece[] => [
      { text: `case ${number}:\n${result === '' ? '' : 'return '}func() ${result} {\n` },
      { text: `${text}\n`, number },
      { text: `}()\n${result === '' ? 'return\n' : ''}`, number },
    ]);
    return [{ text: `switch ${switchName} {\n` }, ...cases, { text: '}\n' }];
  },
  beside(path, code) {
    const name = /^package\s+(\w+)/m.exec(code)?.[1];
    if (name === undefined) return null;
    const text = [
      `package ${name}`,
      '',
      'import (',
      '\tregreenOs "os"',
      '\tregreenStrconv "strconv"',
      ')',
      '',
      `var ${switchName} = func() int {`,
      `\tnumber, _ := regreenStrconv.Atoi(regreenOs.Getenv("${candidateVariable}"))`,
      '\treturn number',
      '}()',
      '',
    ].join('\n');
    return { path: posix.join(posix.dirname(path), 'zz_regreen_switch.go'), text };
  },
  // What `go vet` says is asked when a candidate is confirmed.
  flags: { GOFLAGS: `-vet=off -toolexec=${compilerName} -exec=${runnerName}` },
  compiler,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of the shell
  limited: '"$@" -test.timeout=${limit}s',
  namesAreOfFolders: true,
  complaints(output) {
    // In events of a build, line ends are written as `\n`.
    const lines = output.replaceAll('\\n', '\n').replaceAll('"Output":"', '\n').split('\n');
    return lines.flatMap((line): Complaint[] => {
      const match = /^(?:vet: )?((?:\.\.?\/)?[^\s:"]+\.go):(\d+)(?::\d+)?: (.*)$/.exec(line);
      return match === null ? [] : [{ path: posix.normalize(match[1] ?? ''), line: Number(match[2]), message: match[3] ?? '' }];
    });
  },
  results: (output) =>
    [...output.matchAll(/^[\x16 \t]*--- (PASS|FAIL|SKIP): (\S+)/gm)].map(
      ([, word = '', name = '']): Told => ({ name, status: statuses[word] ?? 'failed' }),
    ),
};

const statuses: Readonly<Record<string, Told['status']>> = { PASS: 'passed', FAIL: 'failed', SKIP: 'skipped' };

/** The next `func` outside of everything; null behind the last. */
function nextFunction(code: string, from: number): number | null {
  const pattern = /[{(]|\bfunc\b/g;
  pattern.lastIndex = from;
  for (let match = pattern.exec(code); match !== null; match = pattern.exec(code)) {
    if (match[0] === 'func' && /(?:^|[\n;}])[^\S\n]*$/.test(code.slice(Math.max(0, match.index - 40), match.index))) return match.index;
    if (match[0] === 'func') continue;
    const end = closing(code, match.index);
    if (end === -1) return null;
    pattern.lastIndex = end + 1;
  }
  return null;
}

/** The body of the function declared at `at`; null for one without (it is written in assembly). */
function bodyOf(code: string, at: number): FunctionBody | null {
  let next = at + 4;
  /** Groups in parentheses so far; the parameters are the last of them that the name, or its type parameters, stand before. */
  let parameters = -1;
  let named = false;
  while (next < code.length) {
    const char = code[next] ?? '';
    if (char === '\n') return null;
    if (char === '(' || char === '[' || char === '{') {
      const end = closing(code, next);
      if (end === -1) return null;
      const isType = /\b(?:interface|struct)\s*$/.test(code.slice(Math.max(0, next - 20), next));
      if (char === '{' && !isType) {
        return parameters === -1 ? null : { from: next + 1, to: end, result: code.slice(parameters, next).trim() };
      }
      if (char === '(' && named && parameters === -1) parameters = end + 1;
      next = end + 1;
      continue;
    }
    if (/\w/.test(char)) named = true;
    next += 1;
  }
  return null;
}
