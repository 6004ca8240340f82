// Files that could not be loaded, for a module is not there: no test of theirs was run, and only what the importing line says can mend it.
import type { FailingTest } from './brief.ts';
import { type Package, pathOf, resolveImport, specifiersOf } from './imports.ts';
import { importersIn } from './scout.ts';
import type { TemplateCandidate } from './templates/index.ts';
import { pythonModulesIn, scriptModulesIn } from './templates/not-found.ts';
import type { SourceFile } from './templates/types.ts';

/** An import that leads nowhere. */
export interface LostLink {
  /** The file that imports, and the line on which it names the module, 1-based. */
  readonly path: string;
  readonly line: number;
  /** As the line says it: `./scales.js`, `kit.scales`. */
  readonly specifier: string;
}

/** What is known of the repository. */
export interface Known {
  readonly files: readonly SourceFile[];
  readonly paths: ReadonlySet<string>;
  readonly own: Package;
}

/** Characters of a message that are read for what it names. */
const MAX_MESSAGE = 4_000;
/** Failing tests that are looked at: of many, those behind them fail for the same, as a rule, or the search is as without all this. */
const MAX_FAILING = 200;

/** No test of it was run: a file that could not be loaded, or a command that failed before it ran any. */
function ranNoTest(id: string): boolean {
  return /(?:^|> )\((?:file|suite|crash)\)$/.test(id) || !id.includes(' > ');
}

/** Whether a file could not be loaded, as its message says for a module that is not there. */
export function lacksModule({ id, message }: FailingTest): boolean {
  const text = (message ?? '').slice(0, MAX_MESSAGE);
  return ranNoTest(id) && (scriptModulesIn(text).length > 0 || pythonModulesIn(text).length > 0);
}

/** The imports that all of the failing tests fail for, each once; null where one may fail for anything else. */
export function lostLinks(failing: readonly FailingTest[], known: Known): readonly LostLink[] | null {
  if (failing.length === 0 || failing.length > MAX_FAILING) return null;
  const found = new Map<string, LostLink>();
  const texts = new Map(known.files.map(({ path, text }) => [path, text]));
  for (const test of failing) {
    const link = ranNoTest(test.id) ? linkOf(test, texts, known) : null;
    if (link === null) return null;
    found.set(JSON.stringify(link), link);
  }
  return [...found.values()];
}

function linkOf(test: FailingTest, texts: ReadonlyMap<string, string>, known: Known): LostLink | null {
  const message = (test.message ?? '').slice(0, MAX_MESSAGE);
  const [python] = pythonModulesIn(message);
  const innermost = test.frames[0];
  if (python !== undefined) {
    const text = innermost === undefined ? undefined : texts.get(innermost.path);
    return innermost === undefined || text === undefined ? null : pythonLink(innermost.path, text, innermost.line, python, known);
  }
  const [module] = scriptModulesIn(message);
  if (module === undefined) return null;
  const required = [...message.matchAll(/^- (\S[^\n]{0,300})$/gm)].slice(0, 1).flatMap(([, path]) => path ?? []);
  // Whoever imports is named by the message; else it is the innermost file of the trace, or that of the test itself.
  const importers = [
    ...importersIn(test),
    ...required,
    ...(innermost === undefined ? [] : [innermost.path]),
    ...(test.file === null ? [] : [test.file]),
  ];
  for (const path of importers) {
    const text = texts.get(path);
    const link = text === undefined ? null : scriptLink(path, text, module, known);
    if (link !== null) return link;
  }
  return null;
}

/** The line at the top of a file that imports the module; null where none does, or where the module is there. */
function scriptLink(path: string, text: string, module: string, { paths, own }: Known): LostLink | null {
  const specifier = specifiersOf(text).find((each) => each === module || (each.startsWith('.') && leadsTo(path, each, module)));
  if (specifier === undefined || resolveImport(path, specifier, paths, own) !== null) return null;
  const line = text
    .split('\n')
    .findIndex((each) => /^[^\s/*]/.test(each) && (each.includes(`'${specifier}'`) || each.includes(`"${specifier}"`)));
  return line < 0 ? null : { path, line: line + 1, specifier };
}

/** Whether a relative specifier is what the runtime calls by a whole path. */
function leadsTo(from: string, specifier: string, module: string): boolean {
  const target = pathOf(from, specifier);
  return target !== null && (module === target || module.endsWith(`/${target}`));
}

/** The line of a trace, where it is an import at the top of a file that says the module. */
function pythonLink(path: string, text: string, line: number, module: string, { paths }: Known): LostLink | null {
  const said = text.split('\n')[line - 1] ?? '';
  const last = module.split('.').at(-1) ?? module;
  const named = /^(?:from\s+([\w.]+)\s+import\b|import\s+([\w., ]+))/.exec(said);
  const isSaid = (named?.[1] ?? named?.[2] ?? '').split(/[^\w]+/).includes(last);
  const file = module.replaceAll('.', '/');
  const isThere = [...paths].some((each) => [`${file}.py`, `${file}/__init__.py`].some((end) => each === end || each.endsWith(`/${end}`)));
  return !isSaid || isThere ? null : { path, line, specifier: module };
}

/** Whether a candidate changes a line on which a lost module is imported. */
export function mends({ path, start, end }: TemplateCandidate, links: readonly LostLink[], files: readonly SourceFile[]): boolean {
  const lines = links.filter((link) => link.path === path).map(({ line }) => line);
  if (lines.length === 0) return false;
  const text = files.find((file) => file.path === path)?.text ?? '';
  const first = text.slice(0, start).split('\n').length;
  const last = first + text.slice(start, end).split('\n').length - 1;
  return lines.some((line) => first <= line && line <= last);
}

/** What is imported where, and what may have happened to it, in plain words; null for packages, of which others tell. */
export function lostLinkWords([link, ...more]: readonly LostLink[], paths: ReadonlySet<string>): string | null {
  if (link === undefined || !isOwn(link, paths)) return null;
  const isPython = link.path.endsWith('.py');
  const word = (isPython ? link.specifier.split('.').at(-1) : (link.specifier.split('/').at(-1) ?? '').split('.')[0]) ?? '';
  const isNear = (path: string): boolean =>
    path !== link.path &&
    path.split('/').at(-1)?.split('.')[0] === word &&
    (isPython ? path.endsWith('.py') : /\.(?:[cm]?[jt]sx?|json|node)$/.test(path));
  const near = word === '' || word === 'index' ? [] : [...paths].filter(isNear).slice(0, 3);
  const advice =
    near.length > 0
      ? `which is not found; there is ${near.join(', ')}: correct the path, or its ending`
      : 'and no file is called so: it may never have been committed (does .gitignore leave it out?), or be called otherwise now';
  const others = more.slice(0, 3).map(({ path, line, specifier }) => `${specifier} (${path}:${line})`);
  return `${link.path}:${link.line} imports ${link.specifier}, ${advice}.${others.length > 0 ? ` The same goes for ${others.join(', ')}.` : ''}`;
}

/** A path, or a module of a package that the repository holds at its top. */
function isOwn({ path, specifier }: LostLink, paths: ReadonlySet<string>): boolean {
  if (!path.endsWith('.py')) return specifier.startsWith('.');
  const [top = '', ...rest] = specifier.split('.');
  const atTop = new RegExp(`^(?:src/|lib/)?${top}(?:/|\\.py$)`);
  return rest.length > 0 && [...paths].some((each) => atTop.test(each));
}
