// Which files are worth reading, and which lines are worth suspecting.
import type { Brief, FailingTest, Suspect } from './brief.ts';
import type { Atom } from './changes.ts';
import { isCode, isEditableSource, isJavaScript, isSource, isTestPath } from './conventions.ts';
import { packageOf, resolveImport, specifiersOf } from './imports.ts';
import type { Library } from './library.ts';
import { isPackageFile, programsIn, referencedFiles } from './references.ts';
import { scriptModulesIn } from './templates/not-found.ts';
import type { SourceFile } from './templates/types.ts';
import { belongsToCommand, likelyTestFiles } from './test-files.ts';

/** Most files handed to the templates, and most programs that tests start. */
const MAX_SOURCES = 12;
const MAX_STARTED = 5;
/** Names that are looked for in the repository, and files that they are found in. */
const MAX_NAMES = 3;
/** Characters of a message that are read for what it names. */
const MAX_MESSAGE = 4_000;
/** How far from a test imports are followed. */
const IMPORT_LEVELS = 2;

/** What the brief points at: stack frames first, then the most suspicious lines' files. */
export function namedFiles({ failing, suspects }: Brief): readonly string[] {
  const frames = failing.slice(0, 20).flatMap((test) => [...test.frames.map((frame) => frame.path), ...importersIn(test)]);
  const paths = [...frames, ...suspects.map((suspect) => suspect.path)].filter(isSource);
  return [...new Set(paths)].slice(0, MAX_SOURCES);
}

/** Files of which the message says that what they import cannot be had. */
export function importersIn({ message }: FailingTest): readonly string[] {
  if (message === null || scriptModulesIn(message.slice(0, MAX_MESSAGE)).length === 0) return [];
  const named = message
    .slice(0, MAX_MESSAGE)
    .matchAll(/\b(?:from|in) (?:(['"])([^'"\n]{1,300}?\.[cm]?[jt]sx?)\1|([^\s'"]{1,300}?\.[cm]?[jt]sx?)(?![\w/-]))/g);
  return [...named].flatMap(([, , quoted, plain]) => quoted ?? plain ?? []);
}

/** What failures say of a name that is not there, not exported or not what was expected. */
const MISSED = [
  /\bname '([A-Za-z_]\w*)' is not defined/,
  /([A-Za-z_$][\w$]*) is not defined/,
  /\bexport named ['"]([A-Za-z_$][\w$]*)['"]/i,
  /\b(?:Cannot find (?:name|namespace)|exported member(?: named)?|declares) '([A-Za-z_$][\w$]*)'/,
  /\bfor import ['"]([A-Za-z_$][\w$]*)['"]/,
  /([A-Za-z_$][\w$]*)\)? is not a (?:function|constructor)/,
  /\bcannot import name '([A-Za-z_]\w*)'/,
  /\bmodule '[\w.]+' has no attribute '([A-Za-z_]\w*)'/,
];

/** Files that declare a name of which the failure says that it is missing: an import, or an export, may be all that lacks. */
async function declaringWhatIsMissing({ failing }: Brief, library: Library): Promise<readonly string[]> {
  const names = failing.slice(0, 20).flatMap(({ message }) => {
    const text = (message ?? '').slice(0, MAX_MESSAGE);
    return MISSED.map((words) => words.exec(text)?.[1]).find((name) => name !== undefined) ?? [];
  });
  if (names.length === 0) return [];
  const found = await library.declaring([...new Set(names)].slice(0, MAX_NAMES));
  return found.filter(isSource).slice(0, MAX_NAMES);
}

/** Where nothing else is known, files that import the module of which the failure says that it does not export a name. */
async function importingWhatLacks({ failing }: Brief, library: Library): Promise<readonly string[]> {
  const words = /\brequested module '([^'\n]{1,200})' does not provide an export\b/;
  const [specifier] = failing.flatMap(({ message }) => words.exec((message ?? '').slice(0, MAX_MESSAGE))?.[1] ?? []);
  const found = specifier === undefined ? [] : await library.importing(specifier);
  return found.filter(isSource).slice(0, MAX_SOURCES);
}

/** Whether what one file takes from another may not be there: the other one may have to change, though nothing of it was run. */
function speaksOfExports({ message }: FailingTest): boolean {
  return /\bexport(?:ed)?\b|is not a (?:function|constructor)|cannot import name|has no attribute/.test(
    (message ?? '').slice(0, MAX_MESSAGE),
  );
}

/** Files worth editing, most suspicious first. Reads what was not read yet. */
export async function editableSources(
  brief: Brief,
  suspects: readonly Suspect[],
  atoms: readonly Atom[],
  listed: readonly string[],
  library: Library,
): Promise<readonly SourceFile[]> {
  const scores = new Map<string, number>();
  const tests = likelyTestFiles(brief.failing, listed, library);
  const raise = (path: string, score: number): void => {
    scores.set(path, Math.max(scores.get(path) ?? 0, score));
  };
  for (const { path, score } of suspects) raise(path, score);
  for (const test of brief.failing)
    for (const path of [...test.frames.map((frame) => frame.path), ...importersIn(test)]) raise(path, (scores.get(path) ?? 0) + 0.5);
  for (const { path } of atoms) raise(path, (scores.get(path) ?? 0) + 0.3);
  // Of a command that nobody measures, only its stack is suspicious.
  const isMeasured = suspects.some(({ path }) => isSource(path) && !tests.includes(path));
  if (!isMeasured) for (const path of await importedBy(tests, listed, library)) raise(path, 0.1);
  const sources = (): readonly string[] => [...scores.keys()].filter(isSource);
  if (sources().length === 0) for (const path of await importingWhatLacks(brief, library)) raise(path, 0.2);
  for (const path of startedBy(tests, listed, library)) raise(path, 0.05);
  const placed = sources().slice(0, MAX_SOURCES);
  if (brief.failing.some(speaksOfExports)) {
    await library.load(placed);
    for (const path of await importedBy(placed, listed, library)) raise(path, 0.05);
  }
  for (const path of await declaringWhatIsMissing(brief, library)) raise(path, 0.03);
  const ranked = [...scores].filter(([path]) => isSource(path)).toSorted((a, b) => b[1] - a[1]);
  const paths = ranked.slice(0, MAX_SOURCES).map(([path]) => path);
  await library.load(paths);
  return paths.flatMap((path) => {
    const text = library.get(path)?.text;
    const isEditable = text !== undefined && isEditableSource(path, text) && !belongsToCommand(path, text, brief.failing);
    return isEditable ? [{ path, text }] : [];
  });
}

/** Programs of Python that tests start in a process of their own, where nobody sees what is executed. */
function startedBy(tests: readonly string[], listed: readonly string[], library: Library): readonly string[] {
  const starts = tests.some((path) => path.endsWith('.py') && /\bsubprocess\b|\brunpy\b/.test(library.get(path)?.text ?? ''));
  return starts ? listed.filter((path) => /(?:^|\/)(?:__main__|cli)\.py$/.test(path)).slice(0, MAX_STARTED) : [];
}

/** Most relevant first: near suspicious lines and stack frames, then in their files. */
export function byRelevance(atoms: readonly Atom[], brief: Brief): readonly Atom[] {
  const points = [...brief.suspects, ...brief.failing.flatMap((test) => test.frames.map(({ path, line }) => ({ path, line, score: 1 })))];
  const relevance = (atom: Atom): number => {
    const scores = points
      .filter(({ path }) => path === atom.path)
      .map(({ line, score }) => (line >= atom.startLine - 3 && line <= atom.endLine + 3 ? 1 + score : score / 2));
    return Math.max(0, isCode(atom.path) ? 0.1 : 0, ...scores.slice(0, 2_000));
  };
  const known = new Map(atoms.map((atom) => [atom, relevance(atom)]));
  return atoms.toSorted((a, b) => (known.get(b) ?? 0) - (known.get(a) ?? 0));
}

/** Files that these (the tests, as a rule) reach through imports; a file that only hands on what others define is no step of the way. */
async function importedBy(tests: readonly string[], listed: readonly string[], library: Library): Promise<readonly string[]> {
  const known = new Set(listed);
  const own = packageOf(library.get('package.json')?.text ?? null);
  const found = new Set<string>();
  const targets = (from: string): readonly string[] => {
    const text = library.textOf(from);
    if (!isCode(from)) return programsIn(text, listed.filter(isCode));
    if (!isJavaScript(from)) return referencedFiles(from, text, listed);
    return specifiersOf(text).flatMap((name) => resolveImport(from, name, known, own) ?? []);
  };
  let level = tests;
  for (let depth = 0, round = 0; depth < IMPORT_LEVELS && round < 2 * IMPORT_LEVELS && level.length > 0; round++) {
    level = [...new Set(level.flatMap(targets))].filter((path) => !found.has(path) && isCode(path)).slice(0, 4 * MAX_SOURCES);
    for (const path of level) if (!isTestPath(path)) found.add(path);
    await library.load(level);
    if (!level.some(isPackageFile)) depth += 1;
  }
  return [...found];
}
