// Examples in documentation that run as tests: they are as much what a fix is measured by as a file of tests.
import { posix } from 'node:path';
import type { Evidence, FileChange, Found } from './types.ts';

/** What is written in one documentation and runs as one: code, and what it should print. */
interface Example {
  readonly lines: readonly string[];
  /** From 1, in its file. */
  readonly line: number;
}

interface Language {
  read(text: string): readonly Example[];
  /** What may stand behind an example that was there: where it could change what comes before, nothing. */
  mayFollow(lines: readonly string[]): boolean;
  /** Whether a failing test says that it runs the examples of a file. */
  runs(test: string, path: string, text: string): boolean;
}

const prompt = /^(?:>>>|iex>)/;
const sessions = { read: sessionsOf, mayFollow: ([first]: readonly string[]) => first === undefined || prompt.test(first) };
const python: Language = { ...sessions, runs: loadsDoctests };
const elixir: Language = { ...sessions, runs: namesModule };
/** Items of Rust hold for the whole block, wherever they stand. */
const rust: Language = { read: blocksOf, mayFollow: (lines) => lines.length === 0, runs: () => false };

const languages: ReadonlyMap<string, Language> = new Map([
  ...['.py', '.pyx', '.rst', '.txt', '.md'].map((extension) => [extension, python] as const),
  ...['.ex', '.exs'].map((extension) => [extension, elixir] as const),
  ['.rs', rust],
]);

/**
 * Examples that a change leaves out or has say something else, where the file's examples are known to run. Those of one session may be joined
 * by others behind them, not before or between, where names could get another meaning.
 */
export function checkExamples({ path, oldPath, before, after }: FileChange, evidence: Evidence): Found[] {
  const language = languages.get(posix.extname(oldPath));
  if (language === undefined || before === null || !areRun(oldPath, before, language, evidence)) return [];
  const left = after === null ? [] : [...language.read(after)];
  // The longest first: a shorter one may be how another one begins.
  const known = language.read(before).toSorted((a, b) => b.lines.length - a.lines.length);
  const changed = known.filter(({ lines }) => {
    const at = left.findIndex(
      (one) => lines.every((line, index) => one.lines[index] === line) && language.mayFollow(one.lines.slice(lines.length)),
    );
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

/** The lines of the examples in a file of Python or Elixir where these are known to run; null where none are. */
export function examplesIn(path: string, text: string, evidence: Evidence): string | null {
  const language = languages.get(posix.extname(path));
  if (language === undefined || language === rust || !areRun(path, text, language, evidence)) return null;
  const examples = language.read(text);
  return examples.length === 0 ? null : examples.flatMap(({ lines }) => lines.map((line) => line.replace(prompt, ''))).join('\n');
}

/** As far as it is known: such a test of the file failed or ran, or a failing one says that it runs them. */
function areRun(path: string, text: string, language: Language, { runs, tests }: Evidence): boolean {
  const isExample = (id: string): boolean => language !== rust || /\(line \d+\)/.test(id);
  if (runs?.before.results.some(({ file, id }) => file === path && isExample(id)) === true) return true;
  return tests.some((test) => (test.path === path && (language !== rust || runs === null)) || language.runs(test.text, path, text));
}

function loadsDoctests(test: string, path: string): boolean {
  const name = posix.basename(path).replace(/\.\w+$/, '');
  const spoken = name === '__init__' ? posix.basename(posix.dirname(path)) : name;
  return /^[ \t]*(?:import|from)[ \t]+doctest\b/m.test(test) && new Set(test.match(/\w+/g)).has(spoken);
}

function namesModule(test: string, _path: string, text: string): boolean {
  const modules = new Set([...text.matchAll(/\bdefmodule[ \t]+([\w.]+)/g)].map(([, name]) => name));
  return [...test.matchAll(/^[ \t]*doctest[ \t(]+([\w.]+)/gm)].some(([, name]) => modules.has(name));
}

/** What is typed at a prompt and printed behind it, in Python and Elixir: all of one documentation is one session. */
function sessionsOf(text: string): Example[] {
  const found: Example[] = [];
  let session: { lines: string[]; line: number } | null = null;
  let indent: number | null = null;
  for (const [index, raw] of text.split('\n').entries()) {
    const opened = /^([ \t]*)(?:[rRuUbB]?(?:"""|''')|~[sS]"""|@(?:module)?doc[ \t]+"""|)((?:>>>|iex(?:\(\d+\))?>).*)$/.exec(raw);
    const ends = /"""|'''/.test(raw);
    const line = opened === null ? raw.slice(indent ?? 0).trimEnd() : (opened[2] ?? '').replace(/^iex(?:\(\d+\))?>/, 'iex>').trimEnd();
    if (opened !== null) indent = opened[1]?.length ?? 0;
    else if (raw.trim() === '' || ends) indent = null;
    if (ends && opened === null) session = null;
    if (indent === null) continue;
    if (session === null) {
      session = { lines: [], line: index + 1 };
      found.push(session);
    }
    session.lines.push(line);
  }
  return found;
}

/** Blocks of code in documentation of Rust. */
function blocksOf(text: string): Example[] {
  const found: Example[] = [];
  let block: { lines: string[]; line: number } | null = null;
  let isInside = false;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = isInside ? raw.replace(/^[ \t]*\*? ?/, '') : /^[ \t]*\/\/[/!] ?(.*)$/.exec(raw)?.[1];
    if (/^[ \t]*\/\*[*!]/.test(raw)) isInside = true;
    if (/\*\//.test(raw)) isInside = false;
    const fence = line === undefined ? null : /^[ \t]*(?:`{3,}|~{3,})(.*)$/.exec(line);
    if (line === undefined || (fence !== null && block !== null)) block = null;
    else if (fence !== null) {
      const words = (fence[1] ?? '').split(/[\s,{}]+/).filter((word) => word !== '' && word !== 'rust');
      block = { lines: [words.join(' ')], line: index + 1 };
      if (words.every(isRun)) found.push(block);
    } else block?.lines.push(line.trimEnd());
  }
  return found;
}

/** Whether a word at the start of a block leaves it to be run. */
function isRun(word: string): boolean {
  return /^(?:should_panic|edition\d+|compile_fail|standalone\w*|E\d+)$/.test(word);
}
