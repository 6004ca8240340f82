// Search in the files of a tree: done by git in a process of its own, because a pattern may never end.
import picomatch from 'picomatch';
import type { Git } from './git.ts';
import { createPathPolicy } from './path-policy.ts';
import type { ScanQuery, ScanResult } from './types.ts';

const defaultResults = 50;
const mostResults = 10_000;
const longestLine = 300;
const timeLimitMs = 10_000;
const keepBytes = 32 * 1024 * 1024;

interface Hit {
  readonly path: string;
  readonly line: number | null;
  readonly text: string | null;
}

const refuse = (reason: string): ScanResult => ({ ok: false, reason });

/** Files, or lines that match. Sources come before tests, and tests before everything else. */
export async function search(git: Git, list: () => Promise<readonly string[]>, query: ScanQuery): Promise<ScanResult> {
  const max = Math.min(Math.max(1, Math.trunc(query.maxResults ?? defaultResults)), mostResults);
  const inGlob = globFilter(query.glob);
  if (query.query === undefined || query.query === '') {
    const files = (await list()).filter(inGlob).map((path): Hit => ({ path, line: null, text: null }));
    return ranked(files, max, 'files', null);
  }
  const pattern = parsePattern(query.query);
  if (typeof pattern === 'string') return refuse(pattern);
  const result = await git.run(grepArguments(pattern, query.glob), {
    timeoutMs: timeLimitMs,
    keepBytes,
    env: { GIT_LITERAL_PATHSPECS: '0', LC_ALL: 'C.UTF-8' },
  });
  if (result.timedOut) return refuse('The search took too long: use a simpler pattern, plain text, or a narrower glob.');
  if (result.exitCode !== 0 && result.exitCode !== 1) {
    const cause = result.stderr.split('\n').find((line) => /^(fatal|error)/.test(line)) ?? 'unknown reason';
    return refuse(`The search failed (${cause.slice(0, 200)}): use a simpler pattern or plain text.`);
  }
  const complete = result.clippedBytes === 0 ? result.stdout : result.stdout.slice(0, keepBytes / 2).replace(/[^\n]*$/, '');
  const hits = parseHits(complete, pattern).filter((hit) => inGlob(hit.path));
  return ranked(hits, max, 'hits', result.clippedBytes === 0 ? null : 'the search stopped early because there are very many hits');
}

interface Pattern {
  readonly text: string;
  readonly regex: boolean;
  readonly ignoreCase: boolean;
}

function parsePattern(query: string): Pattern | string {
  const match = /^\/(.+)\/([a-z]*)$/s.exec(query);
  const source = match?.[1];
  if (source === undefined) {
    if (query.includes('\n')) return 'The query has several lines, but lines are searched one by one: give one line.';
    return { text: query, regex: false, ignoreCase: false };
  }
  try {
    new RegExp(source, match?.[2]);
  } catch (error) {
    return `${query} is not a regular expression: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (source.includes('\n')) return 'The pattern holds a line break, but lines are searched one by one.';
  return { text: source, regex: true, ignoreCase: match?.[2]?.includes('i') ?? false };
}

function grepArguments(pattern: Pattern, glob: string | undefined): string[] {
  const kind = pattern.regex ? '--perl-regexp' : '--fixed-strings';
  const flags = ['-n', '-I', '-z', '--untracked', '--no-color', '--full-name', kind, ...(pattern.ignoreCase ? ['-i'] : [])];
  // Narrows the work where git's globs mean the same; the rest of the meaning is applied to the hits.
  const simple = glob !== undefined && /^[\w./*@-]+$/.test(glob) && glob.includes('/') && !glob.endsWith('/');
  const excluded = ':(exclude,glob)**/node_modules/**';
  return ['grep', ...flags, '-e', pattern.text, '--', simple ? `:(glob)${glob.replace(/^\.?\//, '')}` : '.', excluded];
}

/** `path NUL line NUL text`; NUL cannot be in the text of a file that is not binary. */
function parseHits(output: string, pattern: Pattern): Hit[] {
  return output.split('\n').flatMap((record) => {
    const [path, line, text] = record.split('\0');
    if (path === undefined || line === undefined || text === undefined) return [];
    return [{ path, line: Number(line), text: clipLine(text.replace(/\r$/, ''), pattern) }];
  });
}

function clipLine(text: string, pattern: Pattern): string {
  if (text.length <= longestLine) return text;
  const at = pattern.regex ? 0 : text.indexOf(pattern.text);
  const start = Math.max(0, Math.min(at - longestLine / 3, text.length - longestLine));
  const end = start + longestLine;
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}

function globFilter(glob: string | undefined): (path: string) => boolean {
  if (glob === undefined || glob === '' || glob === '.') return () => true;
  const pattern = glob.replace(/^\.?\//, '').replace(/\/$/, '/**');
  const patterns = pattern.includes('/') ? [pattern, `${pattern}/**`] : [`**/${pattern}`, `**/${pattern}/**`];
  const matches = picomatch(patterns, { dot: true });
  return (path) => matches(path);
}

const testPolicy = createPathPolicy({ protectedPaths: null, allowTestChanges: false });
const sourceFile = /\.(c|m)?(j|t)sx?$|\.(py|rb|go|rs|java|kt|scala|swift|php|cs|c|cc|cpp|h|hpp|vue|svelte|ex|exs|lua|dart|jl|sh)$/i;

function rank(path: string): number {
  if (testPolicy.refuses(path) !== null) return sourceFile.test(path) ? 1 : 3;
  if (/(^|\/)(dist|build|out|vendor|min)\/|\.min\./.test(path)) return 4;
  return sourceFile.test(path) ? 0 : 2;
}

function ranked(hits: readonly Hit[], max: number, what: string, more: string | null): ScanResult {
  const ranks = new Map<string, number>();
  const rankOf = (path: string): number => {
    const known = ranks.get(path) ?? rank(path);
    ranks.set(path, known);
    return known;
  };
  const sorted = [...hits].sort((a, b) => rankOf(a.path) - rankOf(b.path));
  const left = sorted.length - max;
  const parts = [
    ...(left > 0 ? [`${left} more ${what} are not shown; narrow the query or the glob, or raise max_results`] : []),
    ...(more === null ? [] : [more]),
  ];
  return { ok: true, hits: sorted.slice(0, max), cut: parts.length === 0 ? null : parts.join('; ') };
}
