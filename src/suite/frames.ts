// Stack traces of JavaScript engines as frames, with paths relative to the repository.
import { isAbsolute, posix } from 'node:path';
import type { Frame } from './types.ts';

/** Where a run took place: the root, and the folder its commands ran in (relative paths in traces belong to it). */
export interface Place {
  readonly root: string;
  readonly cwd: string;
}

const position = /^(.*?):(\d+)(?::(\d+))?$/;

/** A program of ours in the folder of a run: it stands between callers and what they call, and tells nothing. */
const ofOurs = /\/run-[\da-f]{8}-[\da-f-]{27}\/[\w-]+\.[cm]js$/;

/**
 * The frames of a stack trace in the form of V8 (`at name (file:line:column)`), as printed by Node and the runners on top of it
 * (`❯ name file:line:column` of vitest, `at name file:line:column` of TAP diagnostics).
 */
export function parseFrames(stack: string, place: Place, limit = 50): Frame[] {
  const frames: Frame[] = [...unparsedPlaces(stack, place), ...lintedPlaces(stack, place)].slice(0, limit);
  for (const line of stack.split('\n')) {
    if (frames.length >= limit) break;
    const frame = parseFrame(line, place);
    if (frame !== null && !ofOurs.test(frame.file)) frames.push(frame);
  }
  return frames.some((frame) => frame.inRepository)
    ? frames
    : [...frames, ...requirers(stack, place), ...loaded(stack, place)].slice(0, limit);
}

/** The test file that mocha was loading: where modules do not fit together, the stack holds nothing but Node's own loader. */
function loaded(stack: string, place: Place): Frame[] {
  const file = /\bException during run: \w{1,80}\[ @([^\]\n]{1,500}) \]/
    .exec(stack.slice(0, 16_000))?.[1]
    ?.replace(/(?::\d{1,9}){1,2}$/, '');
  const located = file === undefined ? null : locate(`${file}:1`, place);
  return located === null ? [] : [{ ...located, function: null }];
}

/**
 * Who asked for a module that is not there, by the list in Node's message, each at its first line: of the ten frames that a stack has, Node's own
 * loader fills all since version 24.
 */
function requirers(stack: string, place: Place): Frame[] {
  const [, list = ''] = /\bRequire stack:\n((?:\s*- [^\n]+\n?){1,20})/.exec(stack.slice(0, 16_000)) ?? [];
  return list.split('\n').flatMap((entry) => {
    const located = locate(`${entry.replace(/^\s*- /, '').trim()}:1`, place);
    return located === null ? [] : [{ ...located, function: null }];
  });
}

/** How the parsers of JavaScript say where they gave up: Node and V8, Babel, esbuild, oxc and Rollup. */
const unparsed: readonly RegExp[] = [
  /(?:^|\bException during run: )((?:file:\/\/)?[^\s():][^\n():]*\.[cm]?[jt]sx?):(\d+)()(?=\n)/,
  /^\s*(?:\w*Error: )?((?:file:\/\/)?[^\s():][^\n():]*\.[cm]?[jt]sx?): [^\n]*\((\d+):(\d+)\)/m,
  /^\s*(?:✘ \[ERROR\] )?((?:file:\/\/)?[^\s():][^\n():]*\.[cm]?[jt]sx?):(\d+):(\d+): (?:ERROR|error)\b/m,
  /(?:\bfile: ?|\[ ?)((?:file:\/\/)?[^\s():[\]]+\.[cm]?[jt]sx?):(\d+):(\d+)/i,
];
const aboutParsing = /SyntaxError|PARSE_ERROR|Parse failure|Transform failed|Failed to parse|Unexpected (?:token|identifier)/;

/** The place in a file that no parser took, as the first frame: the stack itself names only who asked for the file. */
function unparsedPlaces(stack: string, place: Place): Frame[] {
  const head = stack.slice(0, 4000);
  if (!aboutParsing.test(head)) return [];
  for (const pattern of unparsed) {
    const [, file, line, column] = pattern.exec(head) ?? [];
    if (file === undefined) continue;
    const { path, inside } = relativeToRoot(file, place);
    if (!inside || path.split('/').includes('node_modules')) continue;
    return [{ file: path, line: Number(line), column: column ? Number(column) : null, function: null, inRepository: true }];
  }
  return [];
}

/** A file in a line of its own, with a place behind it or without: so ESLint and xo begin what they say of it. */
const lintedFile = /^\s*([^\s:/]*\/\S.*?\.[cm]?[jt]sx?|[^\s/]+\.[cm]?[jt]sx?)(?::\d+:\d+)?:?$/;
const lintedAt = /^\s+(?:[✖×]\s+(?=\d+:)|(?=\d+:\d+\s+error\b))(\d+):(\d+)\s+\S.*\s{2}(?:@?[\w-]+\/)*[a-z][a-z-]+$/;
const lintedInOne =
  /^\s*(\S.*?\.[cm]?[jt]sx?:\d+:\d+): (?!warning\b).+ \((?:(?:@?[\w-]+\/)*[a-z]+-[a-z-]+|semi|quotes|indent|eqeqeq|curly|camelcase)\)$/;
const mostLinted = 20;

/** Places that a linter complains of; warnings are not among them. */
function lintedPlaces(stack: string, place: Place): Frame[] {
  const found: Frame[] = [];
  let file: string | null = null;
  for (const line of stack.slice(0, 16_000).split('\n')) {
    if (line.length > 500) continue;
    const [, at, column] = lintedAt.exec(line) ?? [];
    const told = lintedInOne.exec(line)?.[1] ?? (at !== undefined && file !== null ? `${file}:${at}:${column}` : undefined);
    if (at === undefined) file = lintedFile.exec(line)?.[1] ?? file;
    const located = told === undefined ? null : locate(told, place);
    if (located?.inRepository === true && found.length < mostLinted) found.push({ ...located, function: null });
  }
  return found;
}

/** How TypeScript's compiler names the place of an error, plainly and for people. */
const typeError = /^\s*([^\s():][^\n():]*\.[cm]?[jt]sx?)(?:\((\d+),(\d+)\):|:(\d+):(\d+) -) error TS\d+/;

/** The frame that one line of a stack trace, or of a compiler's complaints, is; else null. */
export function parseFrame(line: string, place: Place): Frame | null {
  if (line.length > 4000 || atText.test(line)) return null;
  const told = typeError.exec(line);
  const judged = told === null ? null : locate(`${told[1]}:${told[2] ?? told[4]}:${told[3] ?? told[5]}`, place);
  if (judged !== null) return { ...judged, function: null };
  // Node prints what else an error holds in braces that begin behind its last frame.
  const text = /^\s*(?:at|❯|›)\s+(.*?)(?:\s\{)?\s*$/.exec(line)?.[1];
  if (text === undefined) return null;
  const inParentheses = /^(.*?)\s*\((.*)\)$/.exec(text);
  if (inParentheses !== null) {
    const location = locate(inParentheses[2] ?? '', place);
    if (location !== null) return { ...location, function: functionName(inParentheses[1] ?? '') };
  }
  const bare = locate(text.replace(/^async\s+/, ''), place);
  if (bare !== null && !/^\S+\s+\S*[/\\]/.test(bare.file)) return { ...bare, function: null };
  const named = /^(.*?)\s+(\S+:\d+(?::\d+)?)$/.exec(text);
  const location = named === null ? null : locate(named[2] ?? '', place);
  return location === null ? bare && { ...bare, function: null } : { ...location, function: functionName(named?.[1] ?? '') };
}

function functionName(text: string): string | null {
  const name = text.replace(/^(?:async|new)\s+/, '').replace(/\s*\[as .*\]$/, '');
  return name === '' || name === '<anonymous>' || name === 'Object.<anonymous>' ? null : name;
}

/** A program that was given as text: no file holds it. */
const isText = /^\[(?:eval|stdin|worker eval)\](?:-wrapper)?$/;
const atText = /^\s*at (?:.*\()?\[(?:eval|stdin|worker eval)\]/;

function locate(text: string, place: Place): Omit<Frame, 'function'> | null {
  const match = position.exec(text.replace(/\?[^:)]*(?=:\d)/, ''));
  const file = match?.[1];
  if (match === null || file === undefined || file === '' || file === '<anonymous>' || file === 'native' || isText.test(file)) return null;
  const relative = relativeToRoot(file, place);
  return {
    file: relative.path,
    line: Number(match[2]),
    column: match[3] === undefined ? null : Number(match[3]),
    inRepository: relative.inside && !relative.path.split('/').includes('node_modules'),
  };
}

/** `file` as printed (a URL, absolute, or relative to the folder of the run) as a path relative to the root with `/`. */
export function relativeToRoot(file: string, { root, cwd }: Place): { readonly path: string; readonly inside: boolean } {
  const path = fromUrl(file);
  if (/^(?:node:|internal\/|evalmachine\.|https?:|data:|wasm:|webpack:)/.test(path)) return { path, inside: false };
  const absolute = isAbsolute(path) ? posix.normalize(path) : posix.join(cwd, path);
  if (absolute === root) return { path: '', inside: true };
  if (absolute.startsWith(`${root}/`)) return { path: absolute.slice(root.length + 1), inside: true };
  return { path, inside: false };
}

function fromUrl(file: string): string {
  const bare = file.startsWith('file://') ? file.slice('file://'.length) : file;
  if (bare === file) return file.replaceAll('\\', '/');
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

/** `text` without the root: ids, messages and traces are the same wherever the tree lies. */
export function withoutRoot(text: string, { root }: Place): string {
  // Where no folder is known as the root, every slash would be one.
  if (root === '/' || !text.includes(root)) return text;
  return text.replaceAll(`file://${root}/`, '').replaceAll(`${root}/`, '').replaceAll(root, '.');
}

/** Stands for the root in names that a filter takes: no test is called so. */
const rootMark = '\uFDD0root\uFDD0';

/** A name as it is in any tree: `inTree` gives it the root of one. */
export function inAnyTree(name: string, { root }: Pick<Place, 'root'>): string {
  return root === '/' ? name : name.replaceAll(root, rootMark);
}

export function inTree(name: string, { root }: Pick<Place, 'root'>): string {
  return name.replaceAll(rootMark, root);
}
