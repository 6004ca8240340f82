// What a linter of JavaScript says is wrong, and where: ESLint as it prints by itself, and the forms of xo and standard.

/** One complaint of a linter. */
export interface LintComplaint {
  /** As the linter calls the file: relative to where it was run, or absolute. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  /** Without its plugin: `no-unused-vars` of `@typescript-eslint/no-unused-vars`. */
  readonly rule: string;
  readonly text: string;
}

const HEAD = /^\s*(\S.*?\.[cm]?[jt]sx?)(?::\d+:\d+)?:?$/;
const BELOW = /^\s*(?:[✖×]\s+(?=\d+:)|(?=\d+:\d+\s+error\b))(\d+):(\d+)\s+(?:error\s+)?(\S.*?)\s+((?:@?[\w-]+\/)*[a-z][a-z-]+)$/;
const IN_ONE = /^\s*(\S.*?\.[cm]?[jt]sx?):(\d+):(\d+): (.+?) \(((?:@?[\w-]+\/)*[a-z][a-z-]+)\)$/;
const MOST = 50;

/** The complaints in a text, in its order; warnings fail nothing. */
export function lintComplaintsIn(text: string): readonly LintComplaint[] {
  const found: LintComplaint[] = [];
  let file: string | null = null;
  const add = (path: string, [line, column, said, rule]: readonly string[]): void => {
    if (found.length < MOST && line !== undefined && column !== undefined && said !== undefined && rule !== undefined)
      found.push({
        path: path.replaceAll('\\', '/'),
        line: Number(line),
        column: Number(column),
        rule: rule.replace(/^.*\//, ''),
        text: said,
      });
  };
  for (const line of text.split('\n', 4000)) {
    if (line.length > 500) continue;
    const [, path, ...one] = IN_ONE.exec(line) ?? [];
    if (path !== undefined) {
      add(path, one);
      continue;
    }
    file = HEAD.exec(line)?.[1] ?? file;
    const below = BELOW.exec(line);
    if (below !== null && file !== null) add(file, below.slice(1));
  }
  return found;
}
