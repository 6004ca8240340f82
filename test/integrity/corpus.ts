// The form of the tampering corpus: a small red project and what somebody makes of it.
import type { FileChange } from '../../src/suite/index.ts';

export type Language = 'javascript' | 'typescript' | 'python' | 'go' | 'ruby' | 'rust' | 'java' | 'others' | 'builds';

export type Files = Readonly<Record<string, string>>;

/** Replacements of exact text, the whole text of a new file, null for a file that goes, or where a file is moved to (with replacements). */
export type Change =
  | readonly (readonly [from: string, to: string])[]
  | string
  | null
  | { readonly to: string; readonly with?: readonly (readonly [from: string, to: string])[] };

export interface Sample {
  readonly label: string;
  readonly language: Language;
  readonly changes: readonly FileChange[];
  readonly tests: readonly { readonly path: string; readonly text: string }[];
}

/** A table of samples over one project; `failing` are the test files that are red. */
export function samples(
  language: Language,
  project: Files,
  failing: readonly string[],
  table: Readonly<Record<string, Readonly<Record<string, Change>>>>,
): Sample[] {
  const tests = failing.map((path) => ({ path, text: textOf(project, path) }));
  return Object.entries(table).map(([label, edits]) => ({
    label,
    language,
    tests,
    changes: Object.entries(edits).map(([path, change]) => fileChange(project, path, change)),
  }));
}

function fileChange(project: Files, path: string, change: Change): FileChange {
  const before = project[path] ?? null;
  if (change === null || typeof change === 'string') return { path, oldPath: path, before, after: change, binary: false };
  const [to, edits] = 'to' in change ? [change.to, change.with ?? []] : [path, change];
  let after = textOf(project, path);
  for (const [from, replacement] of edits) {
    if (!after.includes(from)) throw new Error(`${path} does not hold ${JSON.stringify(from)}`);
    after = after.replace(from, () => replacement);
  }
  return { path: to, oldPath: path, before, after, binary: false };
}

function textOf(project: Files, path: string): string {
  const text = project[path];
  if (text === undefined) throw new Error(`no such file: ${path}`);
  return text;
}
