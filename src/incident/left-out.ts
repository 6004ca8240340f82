// Which changed files say nothing about why a test fails: lock files, vendored, minified and generated code.
import { basename } from 'node:path/posix';
import { lockFiles } from '../workspace/index.ts';

const locks = new Set(lockFiles);
const vendored = /(?:^|\/)(?:node_modules|bower_components|jspm_packages|vendor|third[_-]party|\.yarn|\.pnp\.[cm]?js)(?:\/|$)/;
const minified = /[.-]min\.(?:[cm]?js|css)$|\.(?:js|css)\.map$|\.bundle\.js$/;
const built = /(?:^|\/)(?:dist|out|coverage|\.next|\.nuxt|\.output)\//;
/** Longer lines are not written by hand. */
const longestLine = 5_000;

/** Why a path is left out; null when it is kept. */
export function whyLeftOut(path: string, generated: ReadonlySet<string>): string | null {
  if (locks.has(basename(path))) return 'lock file';
  if (vendored.test(path)) return 'vendored';
  if (minified.test(path)) return 'minified';
  if (generated.has(path)) return 'generated';
  return null;
}

/** Build output: left out beside sources, kept when it is all there is (some packages are written in `dist/`). */
export const isBuilt = (path: string): boolean => built.test(path);

export const looksMinified = (section: string): boolean => section.split('\n').some((line) => line.length > longestLine);

/** Smaller is kept first when not everything fits: code, then its tests, then prose. */
export function rankOf(path: string): number {
  if (/\.(?:md|mdx|markdown|rst|txt|adoc)$|(?:^|\/)(?:docs?|examples?)\//i.test(path)) return 2;
  if (/(?:^|\/)(?:tests?|__tests__|spec|fixtures|__snapshots__)\/|\.(?:test|spec)\.|\.snap$/i.test(path)) return 1;
  return 0;
}
