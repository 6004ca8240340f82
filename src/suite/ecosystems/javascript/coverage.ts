// Executed lines per test, out of what the probe took from V8.
import { join, posix } from 'node:path';
import { readText } from '../../files.ts';
import { inAnyTree, type Place, relativeToRoot } from '../../frames.ts';
import { fileLevel, idOf } from '../../results.ts';
import { isTestFile } from '../../test-files.ts';
import type { Coverage, TestResult } from '../../types.ts';
import { BuiltLines, type SourceLine } from './built-lines.ts';
import { loopName } from './endless-source.ts';
import { type CoverageEvent, readCoverageEvents } from './events.ts';
import { keepsLines, SourceLines } from './source-lines.ts';
import { fromDataUrl, parseSourceMap, type SourceMap, sourceMapUrl } from './source-map.ts';
import { isTestProgram } from './started.ts';

type Lines = ReadonlyMap<string, readonly number[]>;
type Scripts = Extract<CoverageEvent, { e: 'loaded' }>['scripts'];
interface TestOutcome {
  readonly id: string;
  readonly failed: boolean;
}

/**
 * What each test executed; code that ran while its process loaded counts for every test of the process. For tape a test's id is that
 * of its assertions without their last part. Null when nothing was measured.
 */
export async function readCoverage(folder: string, place: Place, results: readonly TestResult[]): Promise<Coverage | null> {
  const tests: Coverage['tests'][number][] = [];
  const within: { readonly outcome: TestOutcome; readonly lines: Lines }[] = [];
  const outcomes = new Outcomes(place, results);
  const texts = new Texts(place, new Set(results.flatMap(({ file }) => (file === null ? [] : [file]))));
  for await (const events of readCoverageEvents(folder)) {
    const sources = new Map<string, string>();
    for (const event of events) if (event.e === 'source' && event.text !== undefined) sources.set(event.script, event.text);
    const scripts = events.flatMap((event) => (event.e === 'loaded' ? event.scripts : []));
    const loaded = await texts.linesOf(scripts, sources);
    for (const event of events) {
      if (event.e !== 'within') continue;
      const outcome = outcomes.named(event.runner, event.file, event.path);
      if (outcome !== null) within.push({ outcome, lines: await texts.linesOf(event.scripts, sources) });
    }
    const covered = events.filter((event) => event.e === 'covered');
    for (const event of covered) {
      const outcome = outcomes.of(event.runner, event.file, event.path);
      if (outcome === null) continue;
      const weight = outcome.failed ? 1 : event.weight;
      tests.push({ ...outcome, lines: await texts.linesOf(event.scripts, sources), loaded, weight });
    }
    const ends = events.filter((event) => event.e === 'loaded');
    const whole = covered.length === 0 ? outcomes.ofFile(ends[0]?.file ?? null, ends.at(-1)?.code) : null;
    if (whole !== null && loaded.size > 0) tests.push({ ...whole, lines: loaded });
  }
  for (const { outcome, lines } of within) {
    const at = tests.findIndex(({ id }) => id === outcome.id);
    const test = tests[at];
    if (test === undefined) tests.push({ ...outcome, lines });
    else tests[at] = { ...test, lines: together(test.lines, lines) };
  }
  return tests.length === 0 ? null : { tests };
}

function together(one: Lines, other: Lines): Lines {
  const all = new Map(one);
  for (const [path, lines] of other)
    all.set(
      path,
      [...new Set([...(all.get(path) ?? []), ...lines])].toSorted((a, b) => a - b),
    );
  return all;
}

/** Finds the result that a measured test is. */
class Outcomes {
  readonly #place: Place;
  readonly #results: readonly TestResult[];
  readonly #byId: ReadonlyMap<string, TestResult>;
  /** Failed or not, by the test that assertions belong to: ids without their last part. */
  readonly #groups = new Map<string, boolean>();
  /** By name alone, and with the file in front. */
  readonly #byName = new Map<string, TestResult[]>();
  readonly #seen = new Map<string, number>();

  constructor(place: Place, results: readonly TestResult[]) {
    this.#place = place;
    this.#results = results;
    this.#byId = new Map(results.map((result) => [result.id, result]));
    for (const result of results) {
      if (result.status !== 'passed' && result.status !== 'failed') continue;
      const group = result.id.slice(0, Math.max(0, result.id.lastIndexOf(' > ')));
      this.#groups.set(group, this.#groups.get(group) === true || result.status === 'failed');
      for (const key of [`${result.file}\n${result.name}`, result.name]) {
        const known = this.#byName.get(key);
        if (known === undefined) this.#byName.set(key, [result]);
        else known.push(result);
      }
    }
  }

  of(runner: string, told: string | null, path: readonly string[]): TestOutcome | null {
    const file = runner === 'uvu' ? this.#fileNamed(told) : told;
    const base = idOf(file, path, this.#place);
    const count = (this.#seen.get(base) ?? 0) + 1;
    this.#seen.set(base, count);
    return this.#ofCount(runner, file, path, count);
  }

  /** The same without counting on: of several tests of one name the first. */
  named(runner: string, told: string | null, path: readonly string[]): TestOutcome | null {
    return this.#ofCount(runner, runner === 'uvu' ? this.#fileNamed(told) : told, path, 1);
  }

  #ofCount(runner: string, file: string | null, path: readonly string[], count: number): TestOutcome | null {
    const base = idOf(file, path, this.#place);
    if (runner === 'tape' || runner === 'tap') {
      const failed = this.#groups.get(base);
      return failed === undefined ? null : { id: count === 1 ? base : `${base} (${count})`, failed };
    }
    const relative = file === null ? null : relativeToRoot(file, this.#place).path;
    const name = inAnyTree(path.at(-1) ?? '', this.#place);
    // Before Node 22 a test does not say which file it stands in: one that loads all others has none of its own then.
    const result =
      runner === 'node:test'
        ? (this.#byName.get(`${relative}\n${name}`) ?? this.#byName.get(name))?.[count - 1]
        : this.#byId.get(count === 1 ? base : `${base} (${count})`);
    return result === undefined || (result.status !== 'passed' && result.status !== 'failed')
      ? null
      : { id: result.id, failed: result.status === 'failed' };
  }

  /** Uvu names files from the folder that it searches; null where several may be meant. */
  #fileNamed(name: string | null): string | null {
    const ending = [...new Set(this.#results.flatMap(({ file }) => (file !== null && `/${file}`.endsWith(`/${name}`) ? [file] : [])))];
    const depth = (path: string): number => path.split('/').length;
    // What lies deeper would be named with more of its folders.
    const [only, other] = ending.toSorted((a, b) => depth(a) - depth(b));
    if (only === undefined || (other !== undefined && depth(other) === depth(only))) return null;
    return posix.join(this.#place.root, only);
  }

  /** A process that ran one file without telling tests apart, and ended with `code`. */
  ofFile(main: string | null, code: number | undefined): TestOutcome | null {
    if (main === null) return null;
    const { path, inside } = relativeToRoot(main, this.#place);
    if (!inside) return null;
    const own = this.#results.filter((result) => result.file === path && (result.status === 'passed' || result.status === 'failed'));
    if (own.length === 0) return this.#ofProcess(path, code);
    return {
      id: own.length === 1 && own[0] !== undefined ? own[0].id : `${path} > ${fileLevel}`,
      failed: own.some(({ status }) => status === 'failed'),
    };
  }

  /** A test file that a program of the repository has run, and told nothing of but by its exit code. */
  #ofProcess(path: string, code: number | undefined): TestOutcome | null {
    if (code === undefined || !isTestProgram(path)) return null;
    if (code === 0) return { id: `${path} > ${fileLevel}`, failed: false };
    const failing = this.#results.filter(({ status }) => status === 'failed');
    const [only, other] = failing;
    return only !== undefined && other === undefined && only.file === null ? { id: only.id, failed: true } : null;
  }
}

interface Text {
  readonly lines: SourceLines;
  readonly map: SourceMap | null;
  /** Of a text that a loader made without a map: whether its lines are those of the file. */
  readonly keepsLines: boolean;
  /** The sources' lines, of a build that has no map, by its own lines. */
  readonly built: ReadonlyMap<number, SourceLine> | null;
}

/** What is read of a source or a source map. */
const MOST_BYTES = 8 << 20;

/** The texts that offsets belong to, each read and indexed once. */
class Texts {
  readonly #place: Place;
  readonly #testFiles: ReadonlySet<string>;
  readonly #known = new Map<string, Promise<Text | null>>();
  readonly #built: BuiltLines;

  constructor(place: Place, testFiles: ReadonlySet<string>) {
    this.#place = place;
    this.#testFiles = testFiles;
    this.#built = new BuiltLines(place.root);
  }

  async linesOf(scripts: Scripts, sources: ReadonlyMap<string, string>): Promise<Lines> {
    const found = new Map<string, Set<number>>();
    for (const [script, path, runs] of scripts) {
      const text = await this.#text(path, sources.get(script));
      if (text === null) continue;
      const wasChanged = sources.has(script);
      if (text.map !== null) this.#addMapped(found, text, text.map, runs);
      // Offsets in a text that a loader made without a map mean nothing in the file; lines do where it keeps them, and where only calls in
      // loops were put in.
      else if (!wasChanged || text.keepsLines || sources.get(script)?.includes(loopName) === true) {
        const lines = text.lines.linesOf(runs);
        if (text.built === null) this.#add(found, path, lines);
        else this.#addBuilt(found, lines, text.built);
      }
    }
    return new Map([...found].map(([path, lines]) => [path, [...lines].sort((a, b) => a - b)]));
  }

  #add(found: Map<string, Set<number>>, absolute: string, lines: readonly number[]): void {
    const { path, inside } = relativeToRoot(absolute, this.#place);
    if (!inside || path.split('/').includes('node_modules') || isTestFile(path) || this.#testFiles.has(path) || path.endsWith('.json'))
      return;
    const known = found.get(path) ?? new Set();
    for (const line of lines) known.add(line);
    found.set(path, known);
  }

  #addBuilt(found: Map<string, Set<number>>, lines: readonly number[], built: ReadonlyMap<number, SourceLine>): void {
    const bySource = new Map<string, number[]>();
    for (const line of lines) {
      const place = built.get(line);
      if (place === undefined) continue;
      const own = bySource.get(place.path) ?? [];
      own.push(place.line);
      bySource.set(place.path, own);
    }
    for (const [path, own] of bySource) this.#add(found, posix.join(this.#place.root, path), own);
  }

  #addMapped(found: Map<string, Set<number>>, { lines, built }: Text, map: SourceMap, runs: readonly number[]): void {
    const bySource = new Map<number, Set<number>>();
    for (const mapping of map.mappings) {
      const start = lines.starts[mapping.generatedLine];
      if (start === undefined) continue;
      const offset = start + mapping.generatedColumn;
      if (!lines.tells(offset) || !isInside(runs, offset)) continue;
      const known = bySource.get(mapping.source) ?? new Set();
      bySource.set(mapping.source, known.add(mapping.line));
    }
    for (const [source, own] of bySource) {
      const path = map.sources[source];
      if (path === null || path === undefined) continue;
      if (built === null) this.#add(found, path, [...own]);
      else this.#addBuilt(found, [...own], built);
    }
  }

  #text(path: string, given: string | undefined): Promise<Text | null> {
    const key = given === undefined ? path : `${path}\n${given.length}\n${given}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const reading = this.#read(path, given);
    this.#known.set(key, reading);
    return reading;
  }

  async #read(path: string, given: string | undefined): Promise<Text | null> {
    const file = async (): Promise<string | null> => (await readText(path, MOST_BYTES))?.replace(/^\uFEFF/, '') ?? null;
    const text = given ?? (await file());
    if (text === null) return null;
    const map = await this.#mapOf(text, path);
    const onDisk = given === undefined || map !== null ? null : await file();
    const { path: own, inside } = relativeToRoot(path, this.#place);
    const isOwn = inside && !own.split('/').includes('node_modules');
    // A loader's map may lead to the file it has loaded, which is built itself.
    const isLoaded = map?.sources.every((source) => source === path);
    const said = map === null ? text : isLoaded ? await file() : null;
    return {
      lines: new SourceLines(text),
      map,
      keepsLines: onDisk !== null && keepsLines(text, onDisk),
      built: isOwn && said !== null ? await this.#built.of(own, said) : null,
    };
  }

  async #mapOf(text: string, path: string): Promise<SourceMap | null> {
    const url = sourceMapUrl(text.slice(-2_000_000));
    if (url === null) return null;
    const file = join(posix.dirname(path), url);
    const json = url.startsWith('data:')
      ? fromDataUrl(url)
      : relativeToRoot(file, this.#place).inside
        ? await readText(file, MOST_BYTES)
        : null;
    return json === null ? null : parseSourceMap(json, url.startsWith('data:') ? path : file);
  }
}

/** Whether a pair of `runs`, which are in order, holds `offset`. */
function isInside(runs: readonly number[], offset: number): boolean {
  let low = 0;
  let high = runs.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (offset < (runs[middle * 2] ?? 0)) high = middle - 1;
    else if (offset >= (runs[middle * 2 + 1] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}
