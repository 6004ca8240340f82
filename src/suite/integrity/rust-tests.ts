// Rust keeps unit tests in the file they test.
import type { FileChange } from './types.ts';

/** The part of a change that is tests, and the part that is code, lines where they were; null for a file without tests of its own. */
export function splitRust(change: FileChange): { readonly tests: FileChange; readonly code: FileChange } | null {
  if (!change.path.endsWith('.rs') || change.before === null || change.after === null) return null;
  const [before, after] = [partsOf(change.before), partsOf(change.after)];
  if (before === null) return null;
  const { tests, code } = after ?? { tests: '', code: change.after };
  return { tests: { ...change, before: before.tests, after: tests }, code: { ...change, before: before.code, after: code } };
}

function partsOf(source: string): { readonly tests: string; readonly code: string } | null {
  const start = /^#\[cfg\(test\)\]\s*(?:#\[.*\]\s*)*(?:pub\s+)?mod\s+\w+\s*\{/m.exec(source);
  if (start === null) return null;
  // A module of the file's own level ends with a brace in the first column.
  const rest = source.slice(start.index);
  const length = /^\}.*$/m.exec(rest);
  const end = length === null ? source.length : start.index + length.index + length[0].length;
  const blank = (text: string): string => text.replace(/[^\n]/g, '');
  return {
    tests: blank(source.slice(0, start.index)) + source.slice(start.index, end),
    code: source.slice(0, start.index) + blank(source.slice(start.index, end)) + source.slice(end),
  };
}
