// Which files hold the failing tests: their runners say so, and of a command that is its own runner it has to be found out.
import type { FailingTest, Frame } from './brief.ts';
import { definesTestFunctions, isCode, isGenerated, isSource, isTestPath } from './conventions.ts';
import type { Library } from './library.ts';
import { isUnrepaired } from './unrepaired.ts';

const MAX_TESTS = 5;
/** Characters of a message that are read for what it names. */
const MAX_MESSAGE = 4_000;
/** Characters of a line in which an assertion is looked for. */
const MAX_LINE = 500;

/** The files of the failing tests: of a command that tells of none, those that its trace leads through and that it starts. */
export function testFiles(failing: readonly FailingTest[]): readonly string[] {
  const files = failing.flatMap((test) => {
    const { file, id, frames } = test;
    if (!isCommand(test)) return file ?? id.split(' > ')[0] ?? '';
    return [file ?? [], frames.map(({ path }) => path).filter((path) => isCode(path) && isTestPath(path)), startedIn(id)].flat();
  });
  return [...new Set(files)].filter((path) => /\.\w+$/.test(path)).slice(0, MAX_TESTS);
}

/** Whether a failure may be that of a whole command: of tests, their files or groups are known too. */
function isCommand({ id, byExitCode }: FailingTest): boolean {
  return byExitCode === true || !id.includes(' > ');
}

/** Files that a command starts, `python tests/run.py` and `python -m tests.run` alike. */
function startedIn(command: string): readonly string[] {
  const modules = [...command.matchAll(/ -m ([\w.]+)/g)].map(([, module = '']) => `${module.replaceAll('.', '/')}.py`);
  const words = command.split(/[\s;&|()'"]+/).map((word) => word.replace(/^\.\//, ''));
  return [...words, ...modules].filter((path) => isCode(path) || isUnrepaired(path));
}

/**
 * The files of the failing tests, and where a command fails those on its stack that define tests, wherever they lie. Where none is known
 * but what it starts, those that its words name; else those beside what it starts; else any: a runner finds its tests by their names.
 */
export function likelyTestFiles(failing: readonly FailingTest[], listed: readonly string[], library: Library): readonly string[] {
  const commands = failing.filter(isCommand);
  const onStack = commands.flatMap(({ frames }) => frames.map(({ path }) => path));
  const named = commands.flatMap(({ id }) => startedIn(id));
  const called = named.flatMap((name) => (listed.includes(name) ? name : listed.filter((path) => isFileOf(path, name))));
  const started = [...called, ...commands.flatMap((test) => entryOf(test) ?? [])];
  const told = testFiles(failing).filter((path) => listed.includes(path) || !named.includes(path));
  const known = [...new Set([...told, ...started, ...onStack.filter((path) => definesTestFunctions(path, library.textOf(path)))])];
  if (commands.length === 0 || known.some((path) => !started.includes(path))) return known;
  const tests = listed.filter((path) => isCode(path) && isTestPath(path) && !known.includes(path));
  const words = new Set(commands.flatMap(({ message }) => (message ?? '').slice(0, MAX_MESSAGE).match(/[\w-]+/g) ?? []));
  const spoken = tests.filter((path) => words.has(stemOf(path)));
  const beside = tests.filter((path) => started.some((start) => folderOf(start) === folderOf(path)));
  const [likely = []] = [spoken, beside, tests].filter((some) => some.length > 0);
  return [...new Set([...likely, ...known])].slice(0, MAX_TESTS);
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
const stemOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');

/** Whether `path` is what a command calls `name`, in whichever folder it runs. */
const isFileOf = (path: string, name: string): boolean => path === name || path.endsWith(`/${name.replace(/^(?:\.\.?\/)+/, '')}`);

/**
 * Whether a file is one that a failing command starts, begins in, checks with or finds its tests in: these may lie anywhere, and are never
 * edited.
 */
export function belongsToCommand(path: string, text: string, failing: readonly FailingTest[]): boolean {
  const commands = failing.filter(isCommand);
  return (
    commands.length > 0 && (definesTestFunctions(path, text) || commands.some((test) => startsIn(test, path) || checksIn(test, path, text)))
  );
}

/** By its command line, whose folder is not known: by its name, unless the trace enters another file of that name. */
function startsIn(test: FailingTest, path: string): boolean {
  const entry = entryOf(test);
  if (entry === path) return true;
  return startedIn(test.id).some((name) => isFileOf(path, name) && (entry === null || !isFileOf(entry, name)));
}

/** How the outermost function of a program is called. */
const OUTERMOST = /^(?:<module>|<main>|main(?:\.main)?|Object\.<anonymous>)$/;

/** The file in which the trace of a command enters the repository; null where it tells places, but no calls, as that of a compiler does. */
function entryOf({ byExitCode, frames }: FailingTest): string | null {
  const own = framesIn(frames);
  const last = own.at(-1);
  if (byExitCode !== true || last === undefined) return null;
  if (OUTERMOST.test(last.function ?? '')) return last.path;
  const isStack = own.some((frame) => frame.function !== null || (frame.path.endsWith('.go') && frame.column === null));
  return isStack && own.some(({ path }) => path !== last.path) ? last.path : null;
}

const framesIn = (frames: readonly Frame[]): readonly Frame[] => frames.filter(({ path }) => isSource(path) && !isGenerated(path));

const ASSERTS =
  /^\s*assert\b|\braise\s+(?:\w+\.)?AssertionError\b|\b(?:sys|process|os)\.exit\(\s*[1-9]|\b(?:assert\w*(?:\.\w+)*|expect)\s*\(/i;
/** What fails a program that is its own test, and is an error as any other elsewhere. */
const THROWS = /\bthrow new Error\b|^\s*raise\b|\bpanic\(/;

/** Whether the trace of a command leads through an assertion in this file: what checks must not be made to agree. */
function checksIn({ byExitCode, frames }: FailingTest, path: string, text: string): boolean {
  if (byExitCode !== true) return false;
  const own = framesIn(frames);
  const isAlone = own.every((frame) => frame.path === path);
  const lines = text.split('\n');
  return own
    .filter((frame) => frame.path === path)
    .map(({ line }) => (lines[line - 1] ?? '').slice(0, MAX_LINE))
    .some((line) => ASSERTS.test(line) || (isAlone && THROWS.test(line)));
}
