// Which files of its own language a file refers to, found by text: good enough to know where to look.
import { languageOf } from './templates/grammar/languages.ts';

/** Files of `known` that `from` may mean, likeliest first. Empty for JavaScript, whose imports are paths. */
export function referencedFiles(from: string, text: string, known: readonly string[]): readonly string[] {
  const language = languageOf(from);
  if (language === null) return [];
  const same = known.filter((path) => path !== from && languageOf(path) === language);
  if (language.name === 'python') return pythonImports(from, text, same);
  if (language.name === 'go') return goImports(from, text, same);
  return namedInText(from, text, same);
}

/** Files that a script in another language starts: by their names, or as modules of Python. */
export function programsIn(text: string, known: readonly string[]): readonly string[] {
  const names = new Set(text.match(/\w[\w.-]*/g) ?? []);
  const modules = [...text.matchAll(/\s-m\s+([A-Za-z_][\w.]*)/g)].map(([, module = '']) => module.replaceAll('.', '/'));
  const started = modules.flatMap((module) => [moduleFile(module, known), moduleFile(`${module}/__main__`, known)]);
  return distinct([...known.filter((path) => names.has(path.slice(path.lastIndexOf('/') + 1))), ...started]);
}

/** A file that only hands on what others define. */
export function isPackageFile(path: string): boolean {
  return /(^|\/)(__init__\.py|mod\.rs|lib\.rs)$/.test(path);
}

/** `import a.b`, `from a.b import c` and relative ones; a module may lie under any source root, the shortest path is meant. */
function pythonImports(from: string, text: string, known: readonly string[]): readonly string[] {
  const modules: string[] = [];
  for (const [, names = ''] of text.matchAll(/^[ \t]*import[ \t]+([\w., \t]+)/gm)) {
    for (const name of names.split(',')) modules.push(name.trim().split(/\s/)[0] ?? '');
  }
  const froms = /^[ \t]*from[ \t]+(\.*)([\w.]*)[ \t]+import[ \t]+(?:\(([^)]*)\)|([^\n#;]*))/gm;
  for (const [, dots = '', base = '', listed, inline] of text.matchAll(froms)) {
    const folder = dots === '' ? '' : from.split('/').slice(0, -dots.length).join('.');
    const names = (listed ?? inline ?? '').split(',').map((name) => /\w+/.exec(name)?.[0] ?? '');
    const module = [folder, base].filter((part) => part !== '').join('.');
    modules.push(...names.filter(Boolean).map((name) => (module === '' ? name : `${module}.${name}`)), module);
  }
  return distinct(modules.filter(Boolean).map((module) => moduleFile(module.replaceAll('.', '/'), known)));
}

function moduleFile(module: string, known: readonly string[]): string | undefined {
  const fits = known.filter((path) => [`/${module}.py`, `/${module}/__init__.py`].some((end) => `/${path}`.endsWith(end)));
  return fits.toSorted((a, b) => a.length - b.length)[0];
}

/** The package's own files, then those of the packages it imports. */
function goImports(from: string, text: string, known: readonly string[]): readonly string[] {
  const sources = known.filter((path) => !path.endsWith('_test.go'));
  const imported = [...text.matchAll(/^\s*(?:import\s+)?(?:[\w.]+\s+)?"([\w./-]+)"\s*$/gm)].map((match) => `/${match[1]}`);
  const inFolder = sources.filter((path) => folderOf(path) === folderOf(from));
  const others = sources.filter((path) => folderOf(path) !== '' && imported.some((name) => name.endsWith(`/${folderOf(path)}`)));
  return distinct([...byMention(from, text, inFolder), ...others]);
}

/** Files whose name, without a test's affix, is that of the file or stands in its text as a word. */
function namedInText(from: string, text: string, known: readonly string[]): readonly string[] {
  const words = new Set([...text.matchAll(/[A-Za-z_]\w+/g)].map(([word]) => plain(word)));
  return byMention(
    from,
    text,
    known.filter((path) => plain(stem(path)) === plain(stem(from)) || words.has(plain(stem(path)))),
  );
}

/** The file that the test is named after comes first, then what the text names most often. */
function byMention(from: string, text: string, paths: readonly string[]): readonly string[] {
  const own = plain(stem(from));
  const words = text.match(/[A-Za-z_]\w+/g)?.map(plain) ?? [];
  const weight = (path: string): number => {
    const name = plain(stem(path));
    return name === own ? Number.POSITIVE_INFINITY : words.filter((word) => word === name).length;
  };
  const weights = new Map(paths.map((path) => [path, weight(path)]));
  return paths.toSorted((a, b) => Math.sign((weights.get(b) ?? 0) - (weights.get(a) ?? 0)) || a.length - b.length);
}

/** `FooBarTest`, `foo_bar_spec` and `foo-bar` are `foobar`. */
function plain(name: string): string {
  return name
    .replace(/(_test|_spec|Tests?|Spec)$/, '')
    .replace(/[_-]/g, '')
    .toLowerCase();
}

function stem(path: string): string {
  return (path.split('/').at(-1) ?? '').replace(/\.\w+$/, '').replace(/^test_/, '');
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function distinct(paths: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(paths.filter((path) => path !== undefined))];
}
