// Which files hold the failing tests: their runners say so, and of a command that is its own runner it has to be found out.
import type { FailingTest } from './brief.ts';
import { definesTestFunctions, isCode, isTestPath } from './conventions.ts';
import type { Library } from './library.ts';
import { isUnrepaired } from './unrepaired.ts';

const MAX_TESTS = 5;
/** Characters of a message that are read for what it names. */
const MAX_MESSAGE = 4_000;

/** The files of the failing tests: of a command that tells of none, those that its trace leads through and that it starts. */
export function testFiles(failing: readonly FailingTest[]): readonly string[] {
  const files = failing.flatMap(({ file, id, frames }) => {
    if (!isCommand(id)) return file ?? id.split(' > ')[0] ?? '';
    return [file ?? [], frames.map(({ path }) => path).filter((path) => isCode(path) && isTestPath(path)), startedIn(id)].flat();
  });
  return [...new Set(files)].filter((path) => /\.\w+$/.test(path)).slice(0, MAX_TESTS);
}

/** Whether a failure may be that of a whole command: of tests, their files or groups are known too. */
function isCommand(id: string): boolean {
  return !id.includes(' > ');
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
  const onStack = failing.filter(({ id }) => isCommand(id)).flatMap(({ frames }) => frames.map(({ path }) => path));
  const known = [...new Set([...testFiles(failing), ...onStack.filter((path) => definesTestFunctions(path, library.textOf(path)))])];
  const commands = failing.filter(({ id }) => isCommand(id));
  const started = commands.flatMap(({ id }) => startedIn(id));
  if (commands.length === 0 || known.some((path) => !started.includes(path))) return known;
  const tests = listed.filter((path) => isCode(path) && isTestPath(path) && !known.includes(path));
  const words = new Set(commands.flatMap(({ message }) => (message ?? '').slice(0, MAX_MESSAGE).match(/[\w-]+/g) ?? []));
  const named = tests.filter((path) => words.has(stemOf(path)));
  const beside = tests.filter((path) => started.some((start) => folderOf(start) === folderOf(path)));
  const [likely = []] = [named, beside, tests].filter((some) => some.length > 0);
  return [...new Set([...likely, ...known])].slice(0, MAX_TESTS);
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
const stemOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');

/** Whether a file is one that a failing command starts or finds its tests in: these may lie anywhere, and are never edited. */
export function belongsToCommand(path: string, text: string, failing: readonly FailingTest[]): boolean {
  const commands = failing.filter(({ id }) => isCommand(id));
  return commands.length > 0 && (definesTestFunctions(path, text) || commands.some(({ id }) => startedIn(id).includes(path)));
}
