// What a diff itself says about the tests: weakened, skipped, or got around.
import { isTestFile } from './test-files.ts';

interface FileChange {
  readonly path: string;
  readonly oldPath: string;
  readonly deleted: boolean;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

interface Rule {
  readonly where: (path: string) => boolean;
  readonly pattern: RegExp;
  readonly says: string;
}

const anywhere = (): boolean => true;
const isConfiguration = (path: string): boolean =>
  /(?:^|\/)(?:package\.json|\.nycrc|\.c8rc|\.taprc|\.mocharc|(?:jest|vitest|vite|nyc|ava|karma)\.(?:config|workspace))[^/]*$/.test(path);
const isSource = (path: string): boolean => !isTestFile(path) && /\.[cm]?[jt]sx?$/.test(path);

/** Things that must not become more. */
const mustNotGrow: readonly Rule[] = [
  {
    where: anywhere,
    pattern: /\b(?:it|test|describe|context|suite|specify|bench)(?:\.\w+)*\.(?:skip|skipIf|todo|failing|fails)\b/g,
    says: 'a test is skipped',
  },
  { where: anywhere, pattern: /\b(?:xit|xtest|xdescribe|xcontext|xspecify)\s*\(/g, says: 'a test is skipped' },
  {
    where: isTestFile,
    pattern: /\b(?:t|this|ctx|context)\.(?:skip|todo)\s*\(|\b(?:skip|todo)\s*:\s*(?!false)\S/g,
    says: 'a test is skipped',
  },
  {
    where: anywhere,
    pattern: /\b(?:it|test|describe|context|suite|specify)(?:\.\w+)*\.only\b|\b(?:fit|fdescribe)\s*\(/g,
    says: 'tests are limited to some by "only"',
  },
  { where: isTestFile, pattern: /\bonly\s*:\s*true/g, says: 'tests are limited to some by "only"' },
  {
    where: anywhere,
    pattern: /\|\|\s*(?:true|exit 0|:)(?=\s*(?:["'`;)]|$))|--passWithNoTests|\bset \+e\b|continue-on-error:\s*true/g,
    says: 'a failing command is made to look like a passing one',
  },
  { where: anywhere, pattern: /\bprocess\.(?:exit\s*\(\s*0?\s*\)|exitCode\s*=\s*0\b)/g, says: 'the process is ended with exit code 0' },
  {
    where: isSource,
    pattern:
      /\bNODE_ENV\b[^\n]*['"]test['"]|\b(?:JEST_WORKER_ID|VITEST(?:_\w+)?|NODE_TEST_CONTEXT|REGREEN_\w+)\b|typeof (?:describe|jest|vi|it)\b/g,
    says: 'the code asks whether it is being tested',
  },
  {
    where: (path) => isTestFile(path) || isConfiguration(path),
    pattern: /\bretr(?:y|ies)\b\s*["']?\s*[:(=]|--retr(?:y|ies)\b|\bjest\.retryTimes\b/g,
    says: 'failing tests are retried',
  },
  {
    where: isConfiguration,
    pattern: /\b(?:testPathIgnorePatterns|coveragePathIgnorePatterns|exclude|ignore|spec-ignore)\b["']?\s*:/g,
    says: 'files are left out in the configuration',
  },
];

/** Things that must not become fewer, in tests. */
const mustNotShrink: readonly { readonly pattern: RegExp; readonly says: string }[] = [
  { pattern: /(?:^|[^\w.])(?:it|test|specify)(?:\.\w+)*\s*\(/g, says: 'tests are removed' },
  {
    pattern: /\bassert\b(?:\.\w+)*\s*\(|\bexpect\s*\(|\.should\b|\bt\.(?!plan|end|comment|test|teardown|skip|pass|fail)\w+\s*\(/g,
    says: 'assertions are removed',
  },
];

/** Problems in a unified diff, in words; none when it leaves the tests as strict as they were. */
export function checkTestIntegrity(patch: string): string[] {
  const problems: string[] = [];
  for (const change of readChanges(patch)) {
    const { path, oldPath, deleted } = change;
    const wasTest = isTestFile(oldPath);
    if (deleted && wasTest) problems.push(`${oldPath}: a test file is deleted`);
    else if (wasTest && oldPath !== path && !isTestFile(path)) problems.push(`${oldPath}: a test file is moved out of the tests (${path})`);
    if (deleted) continue;
    if (/\.snap$/.test(path)) problems.push(`${path}: a snapshot is changed`);
    for (const { where, pattern, says } of mustNotGrow) {
      if (where(path) && count(change.added, pattern) > count(change.removed, pattern)) problems.push(`${path}: ${says}`);
    }
    if (isTestFile(path)) {
      for (const { pattern, says } of mustNotShrink)
        if (count(change.added, pattern) < count(change.removed, pattern)) problems.push(`${path}: ${says}`);
    }
    if (isTestFile(path) || isConfiguration(path)) problems.push(...loosened(change).map((says) => `${path}: ${says}`));
  }
  return [...new Set(problems)];
}

function count(lines: readonly string[], pattern: RegExp): number {
  return lines.reduce((sum, line) => sum + (line.match(pattern)?.length ?? 0), 0);
}

/** Numbers that decide: coverage that is asked for must not sink, time that is given must not grow. */
function loosened({ added, removed }: FileChange): string[] {
  const problems: string[] = [];
  const coverage = numbers(removed, /\b(branches|lines|functions|statements|threshold)\b["']?\s*[:= ]\s*["']?(\d+(?:\.\d+)?)/g);
  const coverageNow = numbers(added, /\b(branches|lines|functions|statements|threshold)\b["']?\s*[:= ]\s*["']?(\d+(?:\.\d+)?)/g);
  for (const [name, value] of coverage)
    if ((coverageNow.get(name) ?? 0) < value) problems.push(`the coverage that is asked for is lowered (${name})`);
  if (
    count(removed, /check-?coverage\b["']?\s*[:=]?\s*(?!["']?\s*false)/gi) >
    count(added, /check-?coverage\b["']?\s*[:=]?\s*(?!["']?\s*false)/gi)
  )
    problems.push('coverage is no longer checked');
  const timeouts = /((?:test|hook|set)?timeout)\b["']?\s*[:=( ]\s*["']?(\d+)/gi;
  const time = numbers(removed, timeouts);
  for (const [name, value] of numbers(added, timeouts))
    if (value === 0 || value > (time.get(name) ?? 0)) problems.push('a time limit of tests is raised');
  return problems;
}

function numbers(lines: readonly string[], pattern: RegExp): Map<string, number> {
  const found = new Map<string, number>();
  for (const line of lines) for (const match of line.matchAll(pattern)) found.set((match[1] ?? '').toLowerCase(), Number(match[2]));
  return found;
}

function readChanges(patch: string): FileChange[] {
  const changes: FileChange[] = [];
  for (const part of patch.split(/^(?=diff --git )/m)) {
    const lines = part.split('\n');
    const header = lines.findIndex((line) => line.startsWith('@@'));
    const head = header < 0 ? lines : lines.slice(0, header);
    const named = (prefix: string): string | null => unquote(head.find((line) => line.startsWith(prefix))?.slice(prefix.length) ?? null);
    const from = named('--- ') ?? named('rename from ');
    const to = named('+++ ') ?? named('rename to ');
    const git = /^diff --git "?a\/(.+?)"? "?b\/(.+?)"?$/.exec(lines[0] ?? '');
    const oldPath = from === null || from === '/dev/null' ? (git?.[1] ?? null) : from.replace(/^a\//, '');
    const path = to === null || to === '/dev/null' ? (git?.[2] ?? oldPath) : to.replace(/^b\//, '');
    if (path === null) continue;
    const deleted = to === '/dev/null' || head.some((line) => line.startsWith('deleted file mode'));
    const body = header < 0 ? [] : lines.slice(header);
    changes.push({
      path,
      oldPath: oldPath ?? path,
      deleted,
      added: body.filter((line) => line.startsWith('+')).map((line) => line.slice(1)),
      removed: body.filter((line) => line.startsWith('-')).map((line) => line.slice(1)),
    });
  }
  return changes;
}

function unquote(text: string | null): string | null {
  return text === null ? null : text.replace(/\t.*$/, '').replace(/^"(.*)"$/, '$1');
}
