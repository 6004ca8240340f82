// Examples in documentation that run as tests: they are as much what a fix is measured by as a file of tests.
import { posix } from 'node:path';
import type { Evidence, FileChange, Found } from './types.ts';

interface Example {
  /** In one spelling, from the first line on: code, and what it should print. */
  readonly lines: readonly string[];
  /** From 1, in its file. */
  readonly line: number;
}

type Reader = (text: string) => Example[];

const readers: ReadonlyMap<string, Reader> = new Map([
  ...['.py', '.pyx', '.rst', '.txt', '.md', '.ex', '.exs'].map((extension): [string, Reader] => [extension, sessionsOf]),
  ['.rs', blocksOf],
]);

/**
 * Examples that a change leaves out or has say something else, where the file's examples are known to run: those of one text may be joined by
 * others behind them, not before or between, where names could get another meaning.
 */
export function checkExamples({ path, oldPath, before, after }: FileChange, evidence: Evidence): Found[] {
  const reader = readers.get(posix.extname(oldPath));
  if (reader === undefined || before === null || !run(oldPath, evidence)) return [];
  const left = after === null ? [] : reader(after);
  const changed = reader(before).filter((example) => {
    const at = left.findIndex(({ lines }) => example.lines.every((line, index) => lines[index] === line));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return changed.map(({ line }) => ({
    rule: 'test-changed',
    severity: 'blocking',
    path,
    line,
    message: 'an example that runs as a test is changed or removed',
  }));
}

/** Whether the examples of a file run, as far as it is known: a test lies in it, or one that fails runs those of other files. */
function run(path: string, { runs, tests }: Evidence): boolean {
  return (
    tests.some((test) => test.path === path || /\bdoctest\b/.test(test.text)) ||
    runs?.before.results.some(({ file }) => file === path) === true
  );
}

/** What is typed at a prompt and printed behind it, in Python and Elixir: all of one documentation, which is one session. */
function sessionsOf(text: string): Example[] {
  const found: { lines: string[]; line: number }[] = [];
  let session: { lines: string[]; line: number } | null = null;
  let isInside = false;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.replace(/\s+/g, ' ').trim();
    const ends = /"""|'''/.test(line);
    if (/^(?:>>>|iex(?:\(\d+\))?>)(?: |$)/.test(line)) isInside = true;
    else if (line === '' || ends) isInside = false;
    if (isInside && session === null) {
      session = { lines: [], line: index + 1 };
      found.push(session);
    }
    if (isInside) session?.lines.push(line);
    if (ends) session = null;
  }
  return found;
}

/** Blocks of code in documentation of Rust. */
function blocksOf(text: string): Example[] {
  const found: Example[] = [];
  let block: { lines: string[]; line: number } | null = null;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = /^\s*\/\/[/!] ?(.*)$/.exec(raw)?.[1]?.replace(/\s+/g, ' ').trim();
    const isFence = line !== undefined && /^(?:`{3,}|~{3,})/.test(line);
    if (line === undefined || (isFence && block !== null)) block = null;
    else if (isFence) {
      block = { lines: [line], line: index + 1 };
      if (isRust(line)) found.push(block);
    } else block?.lines.push(line);
  }
  return found;
}

/** Whether the fence of a block says nothing that keeps rustdoc from running it. */
function isRust(fence: string): boolean {
  const words = fence
    .replace(/^[`~]+/, '')
    .split(/[\s,{}]+/)
    .filter((word) => word !== '');
  return words.every((word) => /^(?:rust|should_panic|edition\d+|compile_fail|standalone\w*|E\d+)$/.test(word));
}
