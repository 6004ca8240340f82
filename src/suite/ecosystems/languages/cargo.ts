// `cargo test` by libtest's text, and cargo-nextest by its JUnit report.
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { allWords, type OptionTable, optionsOf, parseArguments, without } from '../../arguments.ts';
import { readText } from '../../files.ts';
import { fileLevel, type RawResult } from '../../results.ts';
import { word } from '../../shell.ts';
import { plain } from '../../text.ts';
import { atDashes, findCall, programName } from './call.ts';
import { crateName } from './crates.ts';
import { parseLibtest } from './libtest.ts';
import { expectation, readJUnit, reportsIn } from './reading.ts';
import { counting, readCounts, rustCoverageFiles } from './rust-coverage.ts';
import { escapeRegex } from './source-index.ts';
import type { Adapter, Reading, Remains } from './types.ts';

const options: OptionTable = {
  values: new Set(
    '-p --package --exclude --bin --example --test --bench -F --features --profile --target --target-dir --manifest-path --message-format --color --config -Z -j --jobs -E --filter-expr --filterset -P --cargo-profile --test-threads --retries --partition --run-ignored --tool-config-file --config-file'.split(
      ' ',
    ),
  ),
};

function cargoVerb(rest: readonly string[], verbs: readonly string[]): number {
  if (programName(rest[0] ?? '') !== 'cargo') return 0;
  const at = rest[1]?.startsWith('+') === true ? 2 : 1;
  return verbs.every((verb, index) => rest[at + index] === verb) ? at + verbs.length : 0;
}

export const cargoTest: Adapter = {
  runner: 'cargo test',
  files: rustCoverageFiles,
  counting,
  coverage: readCounts,
  find: (words) => findCall(words, (rest) => cargoVerb(rest, ['test']) || cargoVerb(rest, ['t'])),
  render({ before, program, args }, { cwd }, selection) {
    const { own, behind } = atDashes(args);
    const kept = without(parseArguments(own, options), ['-q', '--quiet', '--no-fail-fast', '--message-format']);
    const inner = behind
      .slice(1)
      .filter(({ value }) => !/^(?:-q|--quiet|--nocapture|--no-capture|--show-output|--format=\S+)$/.test(value ?? ''));
    const start = [...before, ...program, word('--no-fail-fast')];
    if (selection === null) return [...start, ...allWords(kept), ...(inner.length > 0 ? [word('--'), ...inner] : [])];
    if (selection.tests.length === 0) {
      const crates = cratesOf(selection.files, cwd);
      if (crates === null || kept.some(({ option }) => option !== null && chooses.test(option))) return null;
      const rest = optionsOf(without(kept, ['--workspace', '--all']));
      return [
        ...start,
        ...rest,
        ...crates.flatMap((crate) => [word('-p'), word(crate)]),
        ...(inner.length > 0 ? [word('--'), ...inner] : []),
      ];
    }
    if (selection.tests.some(({ id }) => id.endsWith(fileLevel))) return null;
    const names = selection.tests.map(({ name }) => word(name));
    // rustdoc parts what it is given at blanks, which names of tests in documentation have: parts of names match more than is wanted.
    const exact = selection.tests.some(({ name }) => /\s/.test(name)) ? [] : [word('--exact')];
    return [...start, ...optionsOf(kept), word('--'), ...inner.filter(({ value }) => value?.startsWith('-') === true), ...exact, ...names];
  },
  async read(remains) {
    const targets = parseLibtest(plain(remains.stdout), plain(remains.stderr) || plain(remains.stdout));
    if (targets.length === 0) return compileFailure(remains);
    const results: RawResult[] = [];
    for (const target of targets)
      for (const test of target.tests) results.push(await toRaw(test.name, test.status, test.output, target.label, target.crate, remains));
    const failedToBuild = (await compileFailure(remains))?.results ?? [];
    return { results: [...results, ...failedToBuild], form: 'text', broken: targets.find(({ broken }) => broken !== null)?.broken ?? null };
  },
};

export const nextest: Adapter = {
  runner: 'cargo nextest',
  find: (words) => findCall(words, (rest) => cargoVerb(rest, ['nextest', 'run']) || cargoVerb(rest, ['nextest', 'r'])),
  files: { 'nextest.toml': '[profile.default.junit]\npath = "regreen-junit.xml"\n[profile.ci.junit]\npath = "regreen-junit.xml"\n' },
  render({ before, program, args }, { folder }, selection) {
    const { own, behind } = atDashes(args);
    const kept = without(parseArguments(own, options), ['--no-fail-fast', '--fail-fast']);
    const report = [word('--tool-config-file'), word(`regreen:${join(folder, 'nextest.toml')}`), word('--no-fail-fast')];
    const start = [...before, ...program, ...report];
    if (selection === null) return [...start, ...allWords(kept), ...behind];
    if (selection.tests.length === 0) return null;
    const exact = selection.tests.map(({ name }) => `test(=${name.replace(/([\\),])/g, '\\$1')})`);
    return [...start, ...optionsOf(without(kept, ['-E', '--filter-expr', '--filterset'])), word('-E'), word(exact.join(' + '))];
  },
  async read(remains) {
    const target = remains.env.CARGO_TARGET_DIR ?? join(remains.cwd, 'target');
    const folders = ['default', 'ci'].flatMap((profile) => [
      join(remains.folder, 'target', 'nextest', profile),
      join(target, 'nextest', profile),
    ]);
    const texts = (await Promise.all(folders.map((folder) => reportsIn(folder, /^regreen-junit\.xml$/, remains.startedAt)))).flat();
    return readJUnit(texts, (each) => {
      // The class is `crate` or `crate::target`.
      const [crate = '', target] = (each.classname ?? '').split('::');
      const label = target === undefined ? 'src/lib.rs' : `tests/${target}.rs`;
      return toRaw(each.name, each.status, each.details ?? each.output, label, crate, remains);
    });
  },
};

/** Options that choose crates or targets: with them a file may be left out already. */
const chooses = /^(?:-p|--package|--exclude|--manifest-path|--lib|--bins?|--bin|--examples?|--tests?|--test|--bench(?:es)?|--doc)$/;

/** The crates that `files` (relative to `cwd`) belong to; null when one belongs to none. */
function cratesOf(files: readonly string[], cwd: string): readonly string[] | null {
  const crates = new Set<string>();
  for (const file of files) {
    let folder = posix.dirname(file);
    while (folder !== '.' && !existsSync(join(cwd, folder, 'Cargo.toml'))) folder = posix.dirname(folder);
    const manifest = join(cwd, folder, 'Cargo.toml');
    const crate = existsSync(manifest) ? crateName(readFileSync(manifest, 'utf8')) : null;
    if (crate === null) return null;
    crates.add(crate);
  }
  return [...crates];
}

async function toRaw(
  name: string,
  status: RawResult['status'],
  output: string,
  label: string,
  crate: string | null,
  remains: Remains,
): Promise<RawResult> {
  const folder = await folderOfCrate(label, crate, remains);
  const parts = name.split('::');
  const file = label.startsWith('doc: ') ? docFile(name) : await fileOfModule(posix.join(folder, label), parts, remains);
  const found = file === null ? null : await remains.sources.find(file, folder);
  const text = output.replace(/^note: run with `RUST_BACKTRACE.*$/m, '').trim();
  return {
    file: found === null ? null : posix.join(remains.root, found),
    fileInId: found !== null,
    path: [...(found === null ? [label] : []), ...parts],
    name,
    line: found === null ? null : await remains.sources.lineOf(found, new RegExp(`\\bfn ${escapeRegex(parts.at(-1) ?? '')}\\b`)),
    status,
    message: status === 'failed' ? panicMessage(text) : null,
    stack: text,
    ...expectation(text),
  };
}

/** `src/lib.rs - add (line 3)` is the name of a test in documentation. */
function docFile(name: string): string | null {
  return /^(\S+\.rs) - /.exec(name)?.[1] ?? null;
}

/** The panic without its thread and place, which change. */
function panicMessage(text: string): string {
  const current = /panicked at [^\n]+\.rs:\d+:\d+:\n([\s\S]*)/.exec(text)?.[1];
  const older = /panicked at '([\s\S]*?)', [^\n]+\.rs:\d+:\d+/.exec(text)?.[1];
  return (current ?? older ?? text).trim() || 'failed';
}

/** Paths that cargo announces are relative to the package, which may be a member of a workspace. */
async function folderOfCrate(label: string, crate: string | null, { sources, directory, root }: Remains): Promise<string> {
  if (crate === null) return directory;
  const candidates = (await sources.ending(label)).map((file) => file.slice(0, -label.length - 1));
  if (candidates.length <= 1) return candidates[0] ?? directory;
  for (const folder of candidates) {
    const name = /^name\s*=\s*"([^"]+)"/m.exec((await readText(join(root, folder, 'Cargo.toml'), 1 << 20)) ?? '')?.[1];
    if (name?.replaceAll('-', '_') === crate.replaceAll('-', '_')) return folder;
  }
  return directory;
}

/** `a::b::tests::x` of `src/lib.rs` stands in `src/a/b.rs` where that is a file. */
async function fileOfModule(start: string, parts: readonly string[], { sources }: Remains): Promise<string> {
  const base = posix.dirname(start);
  if (!base.split('/').includes('src')) return start;
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const module = posix.join(base, ...parts.slice(0, length));
    for (const file of [`${module}.rs`, `${module}/mod.rs`]) if (await sources.has(file)) return file;
  }
  return start;
}

/** What rustc says when a target could not be compiled, as a failure of the file it points at. */
async function compileFailure({ stderr, sources, directory, root }: Remains): Promise<Reading | null> {
  const text = plain(stderr);
  if (!/^error: could not compile/m.test(text)) return null;
  const errors = text.slice(Math.max(0, text.search(/^error(?:\[E\d+\])?: /m)));
  const at = /^\s*--> (\S+\.rs):(\d+)/m.exec(errors);
  const file = at?.[1] === undefined ? null : await sources.find(at[1], directory);
  const result: RawResult = {
    file: file === null ? null : posix.join(root, file),
    path: [fileLevel],
    name: fileLevel,
    line: at === null ? null : Number(at[2]),
    status: 'failed',
    message: errors.slice(0, 6000),
    stack: errors.slice(0, 16_000),
  };
  return { results: [result], form: 'text', broken: null };
}
