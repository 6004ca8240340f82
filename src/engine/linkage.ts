// Failures before any test is run: a module that is not there, or a name that one does not export. Only what the importing line says, or what the other
// file exports, can mend them.
import type { FailingTest } from './brief.ts';
import { linesAround } from './edits.ts';
import type { TemplateCandidate } from './templates/index.ts';
import type { SourceFile } from './templates/types.ts';

/** An import that cannot be resolved. */
export interface LostLink {
  /** The module as the message calls it; null where a name of a module is missing. */
  readonly module: string | null;
  /** The name that a module does not export; null where the module itself is missing. */
  readonly name: string | null;
}

/** Characters of a message that are read for what it names. */
const MAX_MESSAGE = 4_000;

const LOST_MODULE = [
  /(?:Cannot find (?:module|package)|Failed to (?:resolve import|load url)|Could not resolve|Directory import) ['"]?([^'"\s]{1,300})/,
  /No module named ['"]?([\w.]{1,200})/,
];
const LOST_NAME = [
  /does not provide an export named '([\w$]{1,200})'/,
  /No matching export(?: in "[^"\n]{0,300}")? for import "([\w$]{1,200})"/,
  /cannot import name '(\w{1,200})'/,
];

function lostLinkIn({ message }: FailingTest): LostLink | null {
  const text = (message ?? '').slice(0, MAX_MESSAGE);
  const found = (patterns: readonly RegExp[]): string | null => {
    for (const pattern of patterns) {
      const name = pattern.exec(text)?.[1];
      if (name !== undefined) return name;
    }
    return null;
  };
  const name = found(LOST_NAME);
  const module = name === null ? found(LOST_MODULE) : null;
  return name === null && module === null ? null : { module, name };
}

/** The imports that every one of the failing tests fails for, each once; null where one fails for anything else. */
export function lostLinks(failing: readonly FailingTest[]): readonly LostLink[] | null {
  const links = failing.map(lostLinkIn);
  if (links.length === 0 || links.includes(null)) return null;
  const distinct = new Map(links.flatMap((link) => (link === null ? [] : [[JSON.stringify(link), link] as const])));
  return [...distinct.values()];
}

/** The part of a specifier that stands in the source however it is resolved: `scales` of `/work/src/scales.js` and `../scales`. */
function wordOf(module: string): string {
  const parts = module
    .replace(/\.[cm]?[jt]sx?$/, '')
    .split(/[/\\]/)
    .filter((part) => part !== '' && part !== 'index');
  const last = parts.at(-1) ?? module;
  return /^[\w.]+$/.test(module) && !module.includes('/') ? (last.split('.').at(-1) ?? last) : last;
}

/** Whether a line of a file imports what a link leads to. */
function isLine(line: string, { module, name }: LostLink): boolean {
  if (!/\b(?:import|from|require|export|exports)\b/.test(line)) return false;
  return line.includes(name ?? wordOf(module ?? ''));
}

/** The lines, 1-based, on which a file imports what is lost. */
function linesWith(text: string, links: readonly LostLink[]): readonly number[] {
  return text.split('\n').flatMap((line, at) => (links.some((link) => isLine(line, link)) ? [at + 1] : []));
}

/** Whether one of these files says, in a line that imports or exports, what is lost: elsewhere the name was made up as the code ran. */
export function isImportedBy(files: readonly SourceFile[], links: readonly LostLink[]): boolean {
  return files.some(({ text }) => linesWith(text, links).length > 0);
}

/** Templates that make a file export more. */
const EXPORTING = /\bexport\b/;

/** Whether a candidate can mend a lost link: it changes the line that imports it, what a file exports, or what is called by the lost name. */
export function mends(candidate: TemplateCandidate, links: readonly LostLink[], files: readonly SourceFile[]): boolean {
  const { path, start, end, text, template } = candidate;
  if (EXPORTING.test(template) || links.some(({ name }) => name !== null && text.includes(name))) return true;
  const own = files.find((file) => file.path === path)?.text ?? '';
  const { from, to } = linesAround(own, start, end);
  return linesWith(own.slice(from, to), links).length > 0;
}

/** What is lost, where it is imported, and what may have happened to it, in plain words; null for a package. */
export function lostLinkWords(links: readonly LostLink[], files: readonly SourceFile[], paths: readonly string[]): string | null {
  const [link] = links;
  if (link === undefined) return null;
  const file = files.find(({ text }) => linesWith(text, [link]).length > 0);
  const place = file === undefined ? 'A file' : `${file.path}:${linesWith(file.text, [link])[0] ?? 1}`;
  const more = links.length > 1 ? ` The same goes for ${links.slice(1, 4).map(calledIn).join(', ')}.` : '';
  if (link.name !== null)
    return `${place} imports ${link.name}, which the module does not export: add the export, or import another name.${more}`;
  const word = wordOf(link.module ?? '');
  const near = paths.filter((path) => path.split('/').at(-1)?.split('.')[0] === word).slice(0, 3);
  if (near.length === 0 && !isOwn(link.module ?? '', paths)) return null;
  const advice =
    near.length > 0
      ? `which is not found; there is ${near.join(', ')}: correct the path, or its ending`
      : 'and no file is called so: it may never have been committed (does .gitignore leave it out?), or be called otherwise now';
  return `${place} imports ${calledIn(link)}, ${advice}.${more}`;
}

const calledIn = ({ module, name }: LostLink): string => name ?? module ?? '';

/** A path, or a module of a package that the repository holds. */
function isOwn(module: string, paths: readonly string[]): boolean {
  if (/^[./]|^[\w.-]+\/.*\.[cm]?[jt]sx?$/.test(module)) return true;
  const [top = ''] = module.split('.');
  return module.includes('.') && paths.some((path) => path.split('/').includes(top) || path.endsWith(`/${top}.py`));
}
