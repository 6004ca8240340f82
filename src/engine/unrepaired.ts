// Sources in languages that the templates do not know: what they hold cannot be mended here, and is said so.
import { isCode, isTestPath } from './conventions.ts';
import type { Library } from './library.ts';

/** What the templates repair, for people. */
const REPAIRED = 'JavaScript, TypeScript, Vue, Svelte, Python, Go, Java, C#, Rust, Ruby and PHP';

const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  shell: ['sh', 'bash', 'bats', 'zsh', 'ksh', 'fish'],
  Perl: ['pl', 'pm', 't'],
  Lua: ['lua'],
  Elixir: ['ex', 'exs'],
  Erlang: ['erl'],
  Kotlin: ['kt', 'kts'],
  Scala: ['scala'],
  Groovy: ['groovy'],
  Swift: ['swift'],
  Dart: ['dart'],
  C: ['c', 'h'],
  'C++': ['cc', 'cpp', 'cxx', 'hh', 'hpp'],
  'F#': ['fs'],
  'Visual Basic': ['vb'],
  R: ['r', 'R'],
  Julia: ['jl'],
  Haskell: ['hs'],
  OCaml: ['ml'],
  Clojure: ['clj', 'cljc', 'cljs'],
  Zig: ['zig'],
  Nim: ['nim'],
  PowerShell: ['ps1'],
  Tcl: ['tcl'],
};
const languages = new Map(Object.entries(ENDINGS).flatMap(([name, endings]) => endings.map((ending) => [ending, name] as const)));

/** Programs without an ending tell in their first line what runs them. */
const INTERPRETERS: readonly (readonly [RegExp, string])[] = [
  [/^#!.*\b(?:ba|z|k|da)?sh\b/, 'shell'],
  [/^#!.*\bperl\b/, 'Perl'],
  [/^#!.*\blua/, 'Lua'],
  [/^#!.*\btclsh/, 'Tcl'],
];

/** How far from a test is looked for what it names, and how many files are read and told. */
const LEVELS = 2;
const MAX_READ = 12;
const MAX_TOLD = 3;

/** That the sources which the tests name, or else the tests, are in a language that is not repaired; null where nothing tells so. */
export async function unrepairedWords(
  tests: readonly string[],
  traced: readonly string[],
  listed: readonly string[],
  library: Library,
): Promise<string | null> {
  const found = new Set(traced.filter((path) => languageOf(path, '') !== null && !isTestPath(path)));
  let level = tests.filter((path) => languageOf(path, library.textOf(path)) !== null);
  if (level.length === 0 && found.size === 0) return null;
  const own = level;
  for (let depth = 0; depth < LEVELS && level.length > 0; depth++) {
    const words = new Set(level.flatMap((path) => library.textOf(path).match(/\w[\w.-]*/g) ?? []));
    const named = listed.filter((path) => !found.has(path) && mayBeUnrepaired(path) && isNamed(path, words));
    level = named.slice(0, MAX_READ);
    await library.load(level);
    for (const path of level) if (languageOf(path, library.textOf(path)) !== null) found.add(path);
  }
  const told = [...(found.size > 0 ? found : own)].slice(0, MAX_TOLD);
  const are = told.map((path) => `${path} is ${languageOf(path, library.textOf(path))}`);
  return are.length === 0 ? null : `Regreen repairs ${REPAIRED}; ${are.join(', ')}.`;
}

/** Whether a file is in a language that is not repaired, as far as its name tells. */
export function isUnrepaired(path: string): boolean {
  return languages.has(endingOf(path) ?? '');
}

function languageOf(path: string, text: string): string | null {
  const known = languages.get(endingOf(path) ?? '');
  if (known !== undefined || endingOf(path) !== null) return known ?? null;
  return INTERPRETERS.find(([line]) => line.test(text.slice(0, 200)))?.[1] ?? null;
}

function mayBeUnrepaired(path: string): boolean {
  return !isCode(path) && !isTestPath(path) && (endingOf(path) === null || isUnrepaired(path));
}

/** By its name, with its ending or without: modules are named without. */
function isNamed(path: string, words: ReadonlySet<string>): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return words.has(name) || words.has(name.replace(/\.\w+$/, ''));
}

function endingOf(path: string): string | null {
  return /[^/]\.(\w+)$/.exec(path)?.[1] ?? null;
}
