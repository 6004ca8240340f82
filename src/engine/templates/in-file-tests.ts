// Tests that stand in the file they test: unit tests of Rust, and examples in the documentation of Python.
import { isTestOfGrammar, usesTestLibrary } from './grammar/test-conventions.ts';
import type { SourceFile } from './types.ts';

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Whether a file of failing tests is nothing else. */
export function isOnlyTests(file: SourceFile): boolean {
  if (isTestOfGrammar(file.path)) return true;
  if (file.path.endsWith('.py')) return !isDocumented(file) || definesTests.test(file.text) || usesTestLibrary(file);
  return !file.path.endsWith('.rs');
}

/** Whether a line of a file, counted from 1, is of the tests that stand in it. */
export function ownTestLines({ path, text }: SourceFile): (line: number) => boolean {
  const rangesOf = path.endsWith('.rs') ? unitTestsOf : path.endsWith('.py') ? examplesOf : null;
  const ranges = rangesOf === null ? [] : [...rangesOf(text.split('\n'))];
  return (line) => ranges.some(({ from, to }) => from <= line && line <= to);
}

const prompt = /^[ \t]*(?:[rRuUbB]?(?:"""|'''))?>>>(?:\s|$)/;
const definesTests = /^[ \t]*(?:async[ \t]+)?(?:def[ \t]+test(?:_|\b)|class[ \t]+Test(?:[A-Z_]|\b))/m;

function isDocumented({ text }: SourceFile): boolean {
  return text.split('\n').some((line) => prompt.test(line));
}

/** Modules and functions for tests alone: they end with a brace below the start of their attribute. */
function* unitTestsOf(lines: readonly string[]): Generator<Range> {
  for (let at = 0; at < lines.length; at += 1) {
    const indent = /^(\s*)#\[(?:cfg\(test\)|(?:\w+::)*test\b[^\]]*)\]/.exec(lines[at] ?? '')?.[1];
    if (indent === undefined) continue;
    const end = lines.findIndex((line, index) => index >= at && (line.startsWith(`${indent}}`) || /^\s*(?:use|mod)\s[^{]*;/.test(line)));
    const to = end === -1 ? lines.length - 1 : end;
    yield { from: at + 1, to: to + 1 };
    at = to;
  }
}

/** From a prompt to the blank line or the quotes behind what it should print. */
function* examplesOf(lines: readonly string[]): Generator<Range> {
  for (let at = 0; at < lines.length; at += 1) {
    if (!prompt.test(lines[at] ?? '')) continue;
    const end = lines.findIndex((line, index) => index > at && /^\s*$|"""|'''/.test(line));
    const to = end === -1 ? lines.length : end;
    yield { from: at + 1, to };
    at = to - 1;
  }
}
