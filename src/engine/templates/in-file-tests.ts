// Unit tests that stand in the file they test, as in Rust.
import { isTestOfGrammar } from './grammar/test-conventions.ts';
import type { SourceFile } from './types.ts';

/** Whether a file of failing tests is nothing else. */
export function isOnlyTests(path: string): boolean {
  return !path.endsWith('.rs') || isTestOfGrammar(path);
}

/** Whether a line of a file, counted from 1, is of the tests that stand in it. */
export function ownTestLines({ path, text }: SourceFile): (line: number) => boolean {
  const ranges = path.endsWith('.rs') ? [...rangesOf(text.split('\n'))] : [];
  return (line) => ranges.some(({ from, to }) => from <= line && line <= to);
}

/** Modules and functions for tests alone: they end with a brace below the start of their attribute. */
function* rangesOf(lines: readonly string[]): Generator<{ readonly from: number; readonly to: number }> {
  for (let at = 0; at < lines.length; at += 1) {
    const indent = /^(\s*)#\[(?:cfg\(test\)|(?:\w+::)*test\b[^\]]*)\]/.exec(lines[at] ?? '')?.[1];
    if (indent === undefined) continue;
    const end = lines.findIndex((line, index) => index >= at && (line.startsWith(`${indent}}`) || /^\s*(?:use|mod)\s[^{]*;/.test(line)));
    const to = end === -1 ? lines.length - 1 : end;
    yield { from: at + 1, to: to + 1 };
    at = to;
  }
}
