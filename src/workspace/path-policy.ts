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

const compiledDefaults = once(() => defaultRules.map((rule) => ({ name: rule.name, matches: fromDefault(rule).matches })));

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
  const matches = picomatch([...rule.globs], { dot: true, nocase: rule.caseSensitive !== true });
  return { matches: (path) => matches(path), reason: `${rule.name} may not be changed by a fix` };
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

function isGitFolder(segment: string): boolean {
  const visible = segment.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  return /^(\.git|git~\d+)[. ]*(:.*)?$/i.test(visible);
}
