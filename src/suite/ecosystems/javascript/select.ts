// Which tests a scope means, and by which command of the test line they are run.
import { posix } from 'node:path';
import { parseArguments, positionalsOf } from '../../arguments.ts';
import { isOutsideOfTests, isWholeFile } from '../../results.ts';
import { isTestFile } from '../../test-files.ts';
import type { RunOptions, TestResult } from '../../types.ts';
import type { RunnerCommand } from './commands.ts';
import { ImportGraph, listFiles } from './imports.ts';
import { optionTables, type Selection, scriptFile } from './instrument.ts';
import type { TestLine } from './test-line.ts';

/** What earlier runs of the suite have shown; paths relative to the root. */
export interface Memory {
  /** Files with tests. */
  readonly files: Set<string>;
  /** Describe blocks of node:test, joined by ` > `. */
  readonly suites: Set<string>;
  /** Files that a program of the line started, each as a program of its own, which can be started without it. */
  readonly programs: Set<string>;
}

interface Folder {
  readonly root: string;
  /** The package's folder, relative to the root. */
  readonly directory: string;
}

export type Choice = { readonly kind: 'whole' } | { readonly kind: 'some'; readonly selections: ReadonlyMap<number, Selection | 'whole'> };

const whole: Choice = { kind: 'whole' };
/** More names than this make the filter longer than it is worth. */
const maxNames = 500;

/** The part of the line to run; the whole line whenever a smaller part could miss something. */
export async function choose(line: TestLine, options: RunOptions, place: Folder, memory: Memory): Promise<Choice> {
  const { scope } = options;
  if (scope === 'all' || line.runners.size === 0) return whole;
  const failing = options.failing ?? [];
  if (scope === 'failing') return chooseFailing(line, failing, place, memory);
  if (scope === 'related') return chooseRelated(line, options, place, memory);
  return assign(
    line,
    scope.files.map((file) => posix.normalize(file)),
    place.directory,
    () => null,
    false,
  );
}

async function chooseFailing(line: TestLine, failing: readonly TestResult[], place: Folder, memory: Memory): Promise<Choice> {
  const files = new Set<string>();
  for (const { file } of failing) {
    if (file === null) return whole;
    files.add(file);
  }
  if (files.size === 0) return whole;
  const alone = startedAlone(line, failing, [...files], place, memory);
  if (alone !== null) return alone;
  const graph = new ImportGraph(place.root, posix.join(place.root, place.directory));
  // A file that prints TAP under `node --test` takes no names.
  const filtered = await Promise.all([...files].map(async (file) => (await graph.packages(file)).has('node:test')));
  const usesNodeTest = filtered.every((uses) => uses);
  const names = (kind: RunnerCommand['kind'], own: ReadonlySet<string>): string[] | null =>
    (kind === 'node:test' || kind === 'script') && !usesNodeTest ? null : namesOf(kind, failing, own, memory);
  return assign(line, [...files], place.directory, names, false);
}

/** The one failing file as a program of its own, as the line's only program starts it; null where that would not be the same. */
function startedAlone(
  line: TestLine,
  failing: readonly TestResult[],
  files: readonly string[],
  place: Folder,
  memory: Memory,
): Choice | null {
  const [[index, runner] = [], ...others] = line.runners;
  const [file, ...more] = files;
  if (index === undefined || runner?.kind !== 'script' || others.length > 0 || file === undefined || more.length > 0) return null;
  const local = inDirectory([file], place.directory);
  if (local === null || !memory.programs.has(file) || !failing.every(({ id }) => isWholeFile(id))) return null;
  return { kind: 'some', selections: new Map([[index, { files: local, names: null, related: false }]]) };
}

/** The names a filter of `kind` takes for the failing tests of `files`; null when the files must run whole. */
function namesOf(kind: RunnerCommand['kind'], failing: readonly TestResult[], files: ReadonlySet<string>, memory: Memory): string[] | null {
  const own = failing.filter(({ file }) => file !== null && files.has(file));
  if (own.length > maxNames || own.some(({ id }) => isOutsideOfTests(id))) return null;
  if (kind === 'mocha' || kind === 'jest' || kind === 'vitest' || kind === 'jasmine') return own.map(({ name }) => name);
  // Ava's patterns know `*` for anything and a leading `!` for all others.
  if (kind === 'ava') return own.some(({ name }) => name.startsWith('!')) ? null : own.map(({ name }) => name);
  if (kind !== 'node:test' && kind !== 'script') return null;
  return own.flatMap(({ id, name, file }) => {
    const path = id
      .slice((file ?? '').length + 3)
      .replace(/ \(\d+\)$/, '')
      .split(' > ');
    const ancestors = path.slice(0, -1).filter((_, depth) => !memory.suites.has(path.slice(0, depth + 1).join(' > ')));
    return [name, ...ancestors];
  });
}

async function chooseRelated(line: TestLine, options: RunOptions, place: Folder, memory: Memory): Promise<Choice> {
  const changed = (options.changed ?? []).map((file) => posix.normalize(file));
  if (changed.length === 0) return whole;
  const kinds = [...line.runners];
  const [only] = kinds;
  if (kinds.length === 1 && only !== undefined && (only[1].kind === 'jest' || only[1].kind === 'vitest')) {
    const failingFiles = (options.failing ?? []).flatMap(({ file }) => (file === null ? [] : [file]));
    const files = inDirectory([...new Set([...changed, ...failingFiles])], place.directory);
    return files === null ? whole : { kind: 'some', selections: new Map([[only[0], { files, names: null, related: true }]]) };
  }
  return chooseByImports(line, options, changed, place, memory);
}

async function chooseByImports(
  line: TestLine,
  options: RunOptions,
  changed: readonly string[],
  place: Folder,
  memory: Memory,
): Promise<Choice> {
  const graph = new ImportGraph(place.root, posix.join(place.root, place.directory));
  const universe = memory.files.size > 0 ? [...memory.files] : await listFiles(place.root, place.directory, isTestFile);
  const related = new Set((options.failing ?? []).flatMap(({ file }) => (file === null ? [] : [file])));
  const reached = new Set<string>();
  for (const file of universe) {
    const reach = await graph.reach(file);
    const hits = changed.filter((each) => reach.has(each));
    if (hits.length > 0) related.add(file);
    for (const hit of hits) reached.add(hit);
  }
  // A changed file that no test imports in a way this scan sees may be reached in another way.
  if (changed.some((file) => !reached.has(file)) || related.size === 0 || universe.every((file) => related.has(file))) return whole;
  return assign(line, [...related], place.directory, () => null, false);
}

/** Gives every file to the command that runs it. */
function assign(
  line: TestLine,
  files: readonly string[],
  directory: string,
  names: (kind: RunnerCommand['kind'], files: ReadonlySet<string>) => string[] | null,
  related: boolean,
): Choice {
  const byRunner = new Map<number, string[]>();
  for (const file of files) {
    const index = runnerOf(line, file, directory);
    if (index === null) return whole;
    byRunner.set(index, [...(byRunner.get(index) ?? []), file]);
  }
  const selections = new Map<number, Selection | 'whole'>();
  for (const [index, own] of byRunner) {
    const runner = line.runners.get(index);
    const inside = inDirectory(own, directory);
    if (runner === undefined || inside === null) return whole;
    const filter = names(runner.kind, new Set(own));
    selections.set(index, runner.kind === 'script' && filter === null ? 'whole' : { files: inside, names: filter, related });
  }
  return selections.size === 0 ? whole : { kind: 'some', selections };
}

function runnerOf(line: TestLine, file: string, directory: string): number | null {
  const local = inDirectory([file], directory)?.[0];
  if (local === undefined) return null;
  const runners = [...line.runners];
  const written = (runner: RunnerCommand): string[] =>
    runner.kind === 'script'
      ? [scriptFile(runner) ?? '']
      : positionalsOf(parseArguments(runner.args, optionTables[runner.kind])).map((each) => each.value ?? '');
  const literal = runners.filter(([, runner]) =>
    written(runner).some((each) => posix.normalize(each) === local || posix.normalize(`${each}.js`) === local),
  );
  if (literal.length === 1) return literal[0]?.[0] ?? null;
  if (runners.length === 1) return runners[0]?.[0] ?? null;
  const candidates = runners.filter(([, runner]) => runner.kind !== 'script');
  return candidates.length === 1 ? (candidates[0]?.[0] ?? null) : null;
}

/** `files` relative to the package's folder; null when one lies elsewhere. */
function inDirectory(files: readonly string[], directory: string): string[] | null {
  if (directory === '') return [...files];
  const inside = files.filter((file) => file.startsWith(`${directory}/`)).map((file) => file.slice(directory.length + 1));
  return inside.length === files.length ? inside : null;
}
