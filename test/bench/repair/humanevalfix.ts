// HumanEvalFix (HumanEvalPack, JavaScript and Python): its bugs, the halves of their tests, and what runs them.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Asked } from './judge-javascript.ts';

export type Language = 'javascript' | 'python';

export interface Task {
  readonly language: Language;
  readonly number: number;
  readonly bugType: string;
  /** The buggy program, and the reference. */
  readonly text: string;
  readonly reference: string;
  /** First line that the bug can be on: what stands above was given. */
  readonly firstLine: number;
  readonly test: string;
}

const rowSchema = z.object({
  task_id: z.string(),
  declaration: z.string(),
  buggy_solution: z.string(),
  canonical_solution: z.string(),
  test: z.string(),
  bug_type: z.string(),
});

/** Task 162 of JavaScript needs a module that the data do not bring. */
const unusable = new Set(['JavaScript/162']);

export function tasksOf(language: Language, directory: string): readonly Task[] {
  return readFileSync(join(directory, `${language}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => rowSchema.parse(JSON.parse(line)))
    .filter((row) => !unusable.has(row.task_id))
    .map((row) => ({
      language,
      number: Number(row.task_id.split('/')[1]),
      bugType: row.bug_type,
      text: row.declaration + row.buggy_solution,
      reference: row.declaration + row.canonical_solution,
      firstLine: row.declaration.split('\n').length,
      test: row.test,
    }));
}

/** The test with every second assertion taken out, and those alone. A test with one assertion is shown whole. */
export function halvesOf({ language, test }: Task): { readonly shown: string; readonly hidden: string } {
  const assertion = language === 'python' ? /^ {4}assert /gm : /^ {2}console\.assert\(/gm;
  const starts = [...test.matchAll(assertion)].map((match) => match.index);
  const ends = starts.map((start) => statementEnd(test, start, language));
  const keep = (wanted: number): string => {
    let made = '';
    let from = 0;
    for (const [index, start] of starts.entries()) {
      made += test.slice(from, start);
      const end = ends[index] ?? start;
      if (index % 2 === wanted || starts.length < 2) made += test.slice(start, end);
      from = end;
    }
    const rest = made + test.slice(from);
    return language === 'python' ? rest.replace(/^(def .*:\n)(?=\s*\n(?! ))/gm, '$1    pass\n') : rest;
  };
  return { shown: keep(0), hidden: keep(1) };
}

/** Where a statement that starts at an offset ends: brackets are closed and the line is over. */
function statementEnd(text: string, start: number, language: Language): number {
  let depth = 0;
  let quote = '';
  for (let at = start; at < text.length; at++) {
    const char = text.charAt(at);
    if (quote !== '') {
      if (char === '\\') at += 1;
      else if (char === quote) quote = '';
    } else if (/["'`]/.test(char)) quote = char;
    else if (language === 'python' && char === '#') at = (text.indexOf('\n', at) >>> 0) - 1;
    else if (/[([{]/.test(char)) depth += 1;
    else if (/[)\]}]/.test(char)) depth -= 1;
    else if (char === '\n' && depth <= 0) return at + 1;
  }
  return text.length;
}

/** Seconds a candidate may take: by the clock, and of the processor. Endless loops are found by counting. */
const secondsEach = { javascript: 0.5, python: 0.3 };

const judgeMegabytes = 256;

/** Indices of the programs that end without an error, in order, at most `most` of them. */
export function passing(language: Language, programs: readonly string[], most: number): Promise<readonly number[]> {
  if (programs.length === 0) return Promise.resolve([]);
  return language === 'python' ? passingPython(programs, most) : passingJavaScript(programs, most);
}

async function passingJavaScript(programs: readonly string[], most: number): Promise<readonly number[]> {
  const found: number[] = [];
  for (let from = 0; from < programs.length && found.length < most; ) {
    const asked: Asked = { programs, from, most: most - found.length, milliseconds: secondsEach.javascript * 1000 };
    const { lines, crashed } = await judgedBy(asked);
    found.push(...lines.filter((line) => line.startsWith('+')).map(Number));
    if (!crashed) break;
    from = Number(lines.at(-1) ?? from) + 1;
  }
  return found;
}

/** A process of its own: memory without end ends a worker together with its process. */
function judgedBy(asked: Asked): Promise<{ readonly lines: readonly string[]; readonly crashed: boolean }> {
  return new Promise((resolve) => {
    const judge = [`--max-old-space-size=${judgeMegabytes}`, join(import.meta.dirname, 'judge-javascript.ts')];
    const child = execFile(process.execPath, judge, { maxBuffer: 1 << 26 }, (error, out) =>
      resolve({ lines: out.split('\n').filter(Boolean), crashed: error !== null }),
    );
    child.stdin?.on('error', () => {});
    child.stdin?.end(JSON.stringify(asked));
  });
}

function passingPython(programs: readonly string[], most: number): Promise<readonly number[]> {
  return new Promise((resolve, reject) => {
    const child = execFile('python3', [join(import.meta.dirname, 'judge.py')], { maxBuffer: 1 << 26 }, (error, out) =>
      error === null ? resolve(z.array(z.number()).parse(JSON.parse(out))) : reject(error),
    );
    child.stdin?.on('error', () => {});
    child.stdin?.end(JSON.stringify({ programs, most, seconds: secondsEach.python }));
  });
}
