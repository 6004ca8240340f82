// Spectrum-based fault localisation: the lines that failing tests execute and passing ones do not.
import { isTestFile } from './test-files.ts';
import type { Coverage, Suspect, TestResult } from './types.ts';

interface Candidate {
  readonly path: string;
  readonly line: number;
  /** Tests, of which those that only loaded the line count less. */
  failed: number;
  passed: number;
  /** Whether a failing test executes it itself. */
  isOwn: boolean;
}

type Lines = Coverage['tests'][number]['lines'];

/** Where stack traces of failing tests point: a prior of at most 0.5 for the innermost frame in the repository. */
interface FramePrior {
  readonly path: string;
  readonly line: number;
  readonly weight: number;
}

/**
 * The most suspicious lines, best first. Score: Ochiai, failed(l) / √(allFailed · (failed(l) + passed(l))), of Abreu, Zoeteweij and
 * van Gemund, "On the Accuracy of Spectrum-based Fault Localization" (TAICPART-MUTATION 2007), combined as by independent evidence
 * with the prior of ssFix (Xin and Reiss, ASE 2017) that a fault lies where the stack trace says. Works with either alone.
 */
export function rankSuspects(measured: Coverage | null, failing: readonly TestResult[], limit: number): Suspect[] {
  const coverage = measured === null ? null : withoutStrays(measured, failing);
  const priors = framePriors(failing);
  const candidates = coverage === null ? new Map<string, Candidate>() : countLines(coverage);
  for (const { path, line } of priors.values()) {
    const key = `${path}:${line}`;
    if (!candidates.has(key)) candidates.set(key, { path, line, failed: 0, passed: 0, isOwn: true });
  }
  const allFailed = coverage?.tests.filter(({ failed }) => failed).length ?? 0;
  const ranked = [...candidates.values()].map((candidate) => {
    const { path, line, failed, passed, isOwn } = candidate;
    const ochiai = failed === 0 ? 0 : failed / Math.sqrt(allFailed * (failed + passed));
    const prior = priors.get(`${path}:${line}`)?.weight ?? 0;
    return { path, line, passed, isLoaded: isOwn ? 0 : 1, score: 1 - (1 - ochiai) * (1 - prior), distance: 0 };
  });
  const suspects = ranked.filter(({ score }) => score > 0);
  const frames = [...priors.values()];
  for (const suspect of suspects) suspect.distance = distanceTo(frames, suspect.path, suspect.line);
  suspects.sort(
    (a, b) =>
      b.score - a.score ||
      a.isLoaded - b.isLoaded ||
      a.distance - b.distance ||
      a.passed - b.passed ||
      a.path.localeCompare(b.path) ||
      a.line - b.line,
  );
  return suspects.slice(0, limit).map(({ path, line, score }) => ({ path, line, score: Math.round(score * 1000) / 1000 }));
}

/** The same where each test that passed stands for so many. */
export function weighted(coverage: Coverage | null, each: number): Coverage | null {
  if (coverage === null) return null;
  return { tests: coverage.tests.map((test) => (test.failed ? test : { ...test, weight: each * (test.weight ?? 1) })) };
}

/**
 * Measuring slows tests down, so that one may fail by a time limit of its own: a failure that nobody reported says nothing about where the
 * fault is. Where no reported one is among the measured, as where their names differ, all count.
 */
function withoutStrays(coverage: Coverage, failing: readonly TestResult[]): Coverage {
  const reported = new Set(failing.map(({ id }) => id));
  if (!coverage.tests.some(({ failed, id }) => failed && reported.has(id))) return coverage;
  return { tests: coverage.tests.filter(({ failed, id }) => !failed || reported.has(id)) };
}

/** What a test says of a line that ran while it was loaded, beside one that it executes itself. */
const OF_LOADED = 0.5;

/** How many failing and passing tests execute each line that a failing one executes. */
function countLines({ tests }: Coverage): Map<string, Candidate> {
  const candidates = new Map<string, Candidate>();
  // Tests of one file follow one another.
  let last: { readonly of: Lines; readonly sets: ReadonlyMap<string, ReadonlySet<number>> } | null = null;
  const setsOf = (lines: Lines): ReadonlyMap<string, ReadonlySet<number>> => {
    if (last?.of !== lines) last = { of: lines, sets: new Map([...lines].map(([path, own]) => [path, new Set(own)])) };
    return last.sets;
  };
  const count = (path: string, line: number, failed: boolean, weight: number, own: boolean): void => {
    const key = `${path}:${line}`;
    const candidate = candidates.get(key) ?? (failed ? { path, line, failed: 0, passed: 0, isOwn: false } : null);
    if (candidate === null) return;
    if (failed) candidate.failed += weight;
    else candidate.passed += weight;
    candidate.isOwn ||= failed && own;
    candidates.set(key, candidate);
  };
  // Those that failed first: other lines do not matter.
  for (const failed of [true, false]) {
    const loads = new Map<Lines, number>();
    for (const { lines, loaded, weight = 1 } of tests.filter((test) => test.failed === failed)) {
      if (loaded !== undefined) loads.set(loaded, (loads.get(loaded) ?? 0) + weight);
      const sets = loaded === undefined ? null : setsOf(loaded);
      for (const [path, own] of lines) {
        if (isTestFile(path)) continue;
        const also = sets?.get(path);
        for (const line of own) count(path, line, failed, also?.has(line) === true ? weight * (1 - OF_LOADED) : weight, true);
      }
    }
    for (const [loaded, weight] of loads)
      for (const [path, lines] of loaded)
        if (!isTestFile(path)) for (const line of lines) count(path, line, failed, weight * OF_LOADED, false);
  }
  return candidates;
}

function framePriors(failing: readonly TestResult[]): ReadonlyMap<string, FramePrior> {
  const priors = new Map<string, FramePrior>();
  for (const { frames, file } of failing) {
    const own = frames.filter((frame) => frame.inRepository && frame.file !== file && !isTestFile(frame.file));
    for (const [depth, { file: path, line }] of own.slice(0, 10).entries()) {
      const key = `${path}:${line}`;
      const weight = (priors.get(key)?.weight ?? 0) + 0.5 / (depth + 1) / failing.length;
      priors.set(key, { path, line, weight: Math.min(weight, 0.5) });
    }
  }
  return priors;
}

/** Lines between a line and the nearest frame in its file. */
function distanceTo(frames: readonly FramePrior[], path: string, line: number): number {
  let nearest = Number.MAX_SAFE_INTEGER;
  for (const frame of frames) if (frame.path === path) nearest = Math.min(nearest, Math.abs(frame.line - line));
  return nearest;
}
