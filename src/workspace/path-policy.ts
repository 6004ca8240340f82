// What a fix may touch.
import picomatch from 'picomatch';
import { manifestRefusal } from './manifest.ts';
import { type DefaultRule, defaultRules } from './protected-paths.ts';
import type { PathPolicy } from './types.ts';

export interface PathPolicyOptions {
  /** Globs from the root that replace the default list; null keeps it. */
  readonly protectedPaths: readonly string[] | null;
  /** Lifts the rules about tests, and nothing else. */
  readonly allowTestChanges: boolean;
}

interface Rule {
  readonly matches: (path: string) => boolean;
  readonly reason: string;
}

/** Rules match whatever the case of a path: on many file systems `.GITHUB` and `.github` are one folder. */
export function createPathPolicy({ protectedPaths, allowTestChanges }: PathPolicyOptions): PathPolicy {
  const rules = once(() =>
    protectedPaths === null
      ? defaultRules.filter((rule) => applies(rule, allowTestChanges)).map(fromDefault)
      : protectedPaths.map(fromGlob),
  );
  return {
    refuses(path) {
      const malformed = lexicalRefusal(path);
      if (malformed !== null) return malformed;
      const rule = rules().find((each) => each.matches(path));
      return rule === undefined ? null : `${path} is protected: ${rule.reason}.`;
    },
    refusesChange(path, before, after) {
      return protectedPaths === null ? manifestRefusal(path, before, after) : null;
    },
  };
}

/** What a path is protected as by the default list, such as `CI files`; null when it is not. */
export function protectionOf(path: string): string | null {
  return compiledDefaults().find((rule) => rule.matches(path))?.name ?? null;
}

/** Whether the default list protects a path as part of the tests, and as nothing else. */
export function isOfTests(path: string): boolean {
  const matching = (about: DefaultRule['about']): boolean => compiledDefaults().some((rule) => rule.about === about && rule.matches(path));
  return matching('tests') && !matching('build') && lexicalRefusal(path) === null;
}

const compiledDefaults = once(() =>
  defaultRules.map((rule) => ({ name: rule.name, about: rule.about, matches: fromDefault(rule).matches })),
);

/** Compiling the list takes some tens of milliseconds: it waits until somebody asks. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function applies(rule: DefaultRule, allowTestChanges: boolean): boolean {
  return !(allowTestChanges && rule.about === 'tests');
}

function fromDefault(rule: DefaultRule): Rule {
  const isSensitive = rule.caseSensitive === true;
  // One expression for all: every path of a repository of a hundred thousand files is asked.
  const any = new RegExp(rule.globs.map((glob) => picomatch.makeRe(glob, { dot: true }).source).join('|'), isSensitive ? '' : 'i');
  return { matches: (path) => any.test(path), reason: `${rule.name} may not be changed by a fix` };
}

function fromGlob(glob: string): Rule {
  const pattern = glob.replace(/^\.?\//, '').replace(/\/$/, '/**');
  // As in .gitignore: a name without a slash is meant at any depth, and a folder's name means what is in it.
  const patterns = pattern.includes('/') ? [pattern, `${pattern}/**`] : [`**/${pattern}`, `**/${pattern}/**`];
  const matches = picomatch(patterns, { dot: true, nocase: true });
  return { matches: (path) => matches(path), reason: `the rule ${glob} of protected-paths matches it` };
}

/**
 * Paths that are refused whatever the rules say; null when `path` is a plain relative path with `/`. `.git` counts also where a
 * file system would take another spelling for it (case, trailing dots and spaces, streams, short names, invisible characters).
 */
export function lexicalRefusal(path: string): string | null {
  if (path === '') return 'the path is empty: give a path relative to the repository root.';
  if (/[\u0000-\u001f\u007f]/.test(path)) return `${JSON.stringify(path)} holds a control character.`;
  if (path.startsWith('/') || /^[a-z]:/i.test(path) || path.startsWith('~')) {
    return `${path} is not relative: give the path from the repository root, such as src/file.js.`;
  }
  if (path.includes('\\')) return `${path} holds a backslash: separate folders with /.`;
  const segments = path.split('/');
  if (segments.includes('..')) return `${path} leads upwards (..): only files of the repository can be used.`;
  if (segments.some((segment) => segment === '' || segment === '.')) return `${path} is not in its shortest form: leave out ./ and //.`;
  if (segments.some(isGitFolder)) return `${path} is inside of .git, which is never read or written.`;
  return null;
}

/**
 * Why a new file may not have this name; null when it may. On another file system it would be another file, or none: the trailing dot is
 * dropped, the form of an accent changed, the device opened. `known` are the paths of the tree, among which case alone tells nothing apart.
 */
export function nameRefusal(path: string, known: Iterable<string>): string | null {
  const odd = path.split('/').find((name) => /[. ]$|[<>:"|?*]|\p{Default_Ignorable_Code_Point}/u.test(name) || devices.test(name));
  if (odd !== undefined) return `${JSON.stringify(odd)} is no name that every file system takes: choose another one.`;
  if (path !== path.normalize('NFC'))
    return `${path} is not in the composed form of its characters (NFC): other file systems take it for another file.`;
  const folded = foldedPrefixes(path);
  for (const each of known) {
    for (const [folder, prefix] of foldedPrefixes(each)) {
      const own = folded.get(folder);
      if (own !== undefined && own !== prefix) return `${path} differs from ${each} by case alone: on many file systems they are one.`;
    }
  }
  return null;
}

const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** A path and the folders above it, as they are by how they are when case does not count. */
function foldedPrefixes(path: string): Map<string, string> {
  const prefixes = new Map<string, string>();
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    const prefix = path.slice(0, end);
    prefixes.set(prefix.normalize('NFC').toLowerCase(), prefix);
  }
  return prefixes;
}

function isGitFolder(segment: string): boolean {
  if (/^\w[\w. -]*$/.test(segment)) return false;
  const visible = segment.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  return /^(\.git|git~\d+)[. ]*(:.*)?$/i.test(visible);
}
