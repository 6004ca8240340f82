// What changed between the last green commit and the red tree, uncommitted and untracked files included.
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Checkout, Git, type GitCall, GitError } from '../workspace/index.ts';
import { fetchGreenObjects, type Origin } from './fetch-green.ts';
import { fitSections, type Section } from './fit.ts';
import { isBuilt, looksMinified, whyLeftOut } from './left-out.ts';
import type { ChangeOutcome } from './types.ts';

/** Fixed, so that no setting of the repository changes what a reader of the diff has to understand. */
const format = [
  '--no-color',
  '--no-renames',
  '--src-prefix=a/',
  '--dst-prefix=b/',
  '--unified=3',
  '--inter-hunk-context=0',
  '--diff-algorithm=histogram',
  '--ignore-submodules=all',
  '-O/dev/null',
];
/** More files than anybody reads; what is above is named as a number. */
const mostFiles = 2_000;
const pathsPerCall = 200;

interface Counted {
  readonly path: string;
  /** Added and removed lines; null for a binary file. */
  readonly lines: number | null;
}

export interface ChangeOptions {
  readonly maxChars: number;
  /** Where a green commit is fetched from that a shallow checkout does not hold; null: nothing is fetched. */
  readonly origin?: Origin | null | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The unified diff from `green` (a commit, branch or tag) to the files as they are now. `maxChars` bounds its length; whole hunks are
 * left out, and `cut` says which. Writes nothing to the checkout.
 */
export async function changeSinceGreen(
  checkout: Checkout,
  green: string,
  { maxChars, origin = null, signal }: ChangeOptions,
): Promise<ChangeOutcome> {
  const git = new Git(checkout.root, { readOnly: true, withoutFilters: true, signal });
  const scratch = await mkdtemp(join(tmpdir(), 'regreen-change-'));
  try {
    const here = await resolveGreen(git, green);
    const fetched = here === null && origin !== null ? await fetchGreenObjects(green, origin, scratch, signal) : null;
    if (here === null && fetched === null) return { ok: false, reason: unknownGreen(green) };
    return await diff(git, here ?? green, maxChars, await indexWithUntracked(git, scratch, fetched));
  } catch (error) {
    if (error instanceof GitError) return { ok: false, reason: `the change since ${green} could not be read: ${error.message}` };
    throw error;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** The commit that is meant, as far as the checkout holds it. */
export async function resolveGreen(git: Git, green: string): Promise<string | null> {
  for (const name of [green, `origin/${green}`]) {
    const found = await git.run(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
    if (found.exitCode === 0) return found.stdout.trim();
  }
  return null;
}

function unknownGreen(green: string): string {
  return `the last green commit ${green} is not in this checkout: give actions/checkout a larger "fetch-depth" (0 fetches everything)`;
}

/** A copy of the index that also knows the untracked files, so that the checkout's own is not written to. */
async function indexWithUntracked(git: Git, scratch: string, fetched: string | null): Promise<GitCall> {
  const index = join(scratch, 'index');
  // A checkout without an index has every file untracked.
  const original = resolve(git.root, await git.text(['rev-parse', '--git-path', 'index']));
  await copyFile(original, index).catch(() => {});
  const objects = resolve(git.root, await git.text(['rev-parse', '--git-path', 'objects']));
  await mkdir(join(scratch, 'objects'));
  const call: GitCall = {
    env: {
      GIT_INDEX_FILE: index,
      GIT_OBJECT_DIRECTORY: join(scratch, 'objects'),
      // Quoted, because a colon separates entries.
      GIT_ALTERNATE_OBJECT_DIRECTORIES: [objects, ...(fetched === null ? [] : [fetched])].map((path) => JSON.stringify(path)).join(':'),
    },
  };
  await git.text(['add', '--intent-to-add', '--', '.'], call);
  return call;
}

async function diff(git: Git, commit: string, maxChars: number, call: GitCall): Promise<ChangeOutcome> {
  const changed = parseNumstat(await git.text(['diff', ...format, '--numstat', '-z', commit, '--'], call));
  if (changed.length === 0) return { ok: false, reason: `nothing has changed since ${commit}` };
  const { kept, leftOut } = await choose(git, changed, maxChars, call);
  const sections: Section[] = [];
  for (let start = 0; start < kept.length; start += pathsPerCall) {
    const paths = kept.slice(start, start + pathsPerCall);
    const result = await git.run(['diff', ...format, commit, '--', ...paths.map((path) => `:(top,literal)${path}`)], call);
    if (result.exitCode !== 0) throw new GitError(result.stderr, result);
    if (result.clippedBytes > 0) return { ok: false, reason: `the change since ${commit} is too large to read` };
    sections.push(...splitFiles(result.stdout, paths));
  }
  const readable = sections.filter(({ text }) => !looksMinified(text));
  leftOut.push(...sections.filter(({ text }) => looksMinified(text)).map(({ path }) => `${path} (minified)`));
  const fitted = fitSections(readable, maxChars);
  return { ok: true, change: { green: commit, diff: fitted.text, cut: inWords([...leftOut, ...fitted.leftOut]) } };
}

function parseNumstat(text: string): Counted[] {
  return text.split('\0').flatMap((entry) => {
    const [, added, removed, path] = /^(\d+|-)\t(\d+|-)\t(.+)$/s.exec(entry) ?? [];
    if (path === undefined) return [];
    return [{ path, lines: added === '-' ? null : Number(added) + Number(removed) }];
  });
}

async function choose(git: Git, changed: readonly Counted[], maxChars: number, call: GitCall) {
  const generated = await markedGenerated(git, changed, call);
  const leftOut: string[] = [];
  const sources: string[] = [];
  const outputs: string[] = [];
  for (const { path, lines } of changed) {
    // A line of a diff has at least two characters.
    const reason = lines === null ? 'binary' : lines * 2 > maxChars * 4 ? `${lines} lines` : whyLeftOut(path, generated);
    if (reason !== null) leftOut.push(`${path} (${reason})`);
    else (isBuilt(path) ? outputs : sources).push(path);
  }
  if (sources.length > 0) leftOut.push(...outputs.map((path) => `${path} (build output)`));
  const kept = sources.length > 0 ? sources : outputs;
  if (kept.length > mostFiles) leftOut.push(`${kept.length - mostFiles} more files`);
  return { kept: kept.slice(0, mostFiles), leftOut };
}

/** Files that `.gitattributes` calls generated. */
async function markedGenerated(git: Git, changed: readonly Counted[], call: GitCall): Promise<ReadonlySet<string>> {
  const input = changed.map(({ path }) => `${path}\0`).join('');
  const fields = (await git.text(['check-attr', '-z', '--stdin', 'linguist-generated'], { ...call, input })).split('\0');
  const marked = new Set<string>();
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const value = fields[at + 2];
    if (value === 'set' || value === 'true') marked.add(fields[at] ?? '');
  }
  return marked;
}

/** Git prints the files in the order of their paths, one section each; every line of content has a prefix. */
function splitFiles(text: string, paths: readonly string[]): Section[] {
  const known = new Map<string, string>(paths.map((path) => [`diff --git a/${path} b/${path}`, path]));
  return text
    .split(/^(?=diff --git )/m)
    .filter((part) => part.startsWith('diff --git '))
    .map((part) => {
      const header = part.slice(0, part.indexOf('\n'));
      return { path: known.get(header) ?? header.slice('diff --git '.length), text: part };
    });
}

const mostNamed = 20;

function inWords(leftOut: readonly string[]): string | null {
  if (leftOut.length === 0) return null;
  const more = leftOut.length > mostNamed ? ` and ${leftOut.length - mostNamed} more` : '';
  return `left out: ${leftOut.slice(0, mostNamed).join(', ')}${more}`;
}
