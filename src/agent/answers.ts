import type { Suspect, TestResult, TestRun } from '../suite/index.ts';
import type { Candidate, TrialReport } from '../trial/index.ts';
import type { ScanResult, Slice } from '../workspace/index.ts';

// What the tools answer, as text for a model. Everything that comes from the repository is clipped, and what was cut is said.

/** How much of a result is shown. The engine reads whole files and every verdict; a hosted model pays for each line. */
export interface AnswerLimits {
  readonly readChars: number;
  readonly failingTests: number;
  readonly verdicts: number;
  readonly suspects: number;
}

export const hostedLimits: AnswerLimits = { readChars: 40_000, failingTests: 10, verdicts: 20, suspects: 20 };
export const engineLimits: AnswerLimits = { readChars: 2_000_000, failingTests: 50, verdicts: 5_000, suspects: 2_000 };

export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const head = Math.ceil(max * 0.7);
  return `${text.slice(0, head)}\n… ${text.length - max} characters cut …\n${text.slice(text.length - (max - head))}`;
}

export function errorAnswer(error: string): string {
  return JSON.stringify({ error });
}

export function scanAnswer(result: ScanResult): string {
  if (!result.ok) return `error: ${result.reason}`;
  const lines = result.hits.map((hit) => (hit.line === null ? hit.path : `${hit.path}:${hit.line}: ${hit.text ?? ''}`));
  if (lines.length === 0) lines.push('(nothing found)');
  if (result.cut) lines.push(`(cut: ${result.cut})`);
  return lines.join('\n');
}

export function readAnswer(slice: Slice): string {
  if (!slice.ok) return `error: ${slice.reason}`;
  const end = slice.finalNewline ? 'final newline' : 'no final newline';
  const header = `${slice.path}, lines ${slice.firstLine}-${slice.lastLine} of ${slice.totalLines}, ${slice.eol}, ${end}`;
  return [header, numbered(slice.text, slice.firstLine), ...(slice.cut ? [`(cut: ${slice.cut})`] : [])].filter(Boolean).join('\n');
}

/** Lines with their numbers; a newline at the very end does not start another line. */
export function numbered(text: string, firstLine: number): string {
  if (text === '') return '';
  const lines = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
  return lines.map((line, index) => `${firstLine + index}\t${line}`).join('\n');
}

export interface FailingTestView {
  readonly id: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly message: string | null;
  readonly expected: string | null;
  readonly actual: string | null;
  readonly frames: readonly string[];
  /** It is a whole command, of which only the exit code and the text tell. */
  readonly by_exit_code?: true;
}

const mostFrames = 10;

export function failingTestView(test: TestResult): FailingTestView {
  const sorted = [...test.frames].sort((a, b) => Number(b.inRepository) - Number(a.inRepository));
  // The outermost one tells where the tests begin.
  const entry = sorted.slice(mostFrames - 1).findLast(({ inRepository }) => inRepository);
  const frames = entry === undefined ? sorted.slice(0, mostFrames) : [...sorted.slice(0, mostFrames - 1), entry];
  return {
    id: test.id,
    file: test.file,
    line: test.line,
    message: test.message === null ? null : clip(test.message, 2_000),
    expected: test.expected === null ? null : clip(test.expected, 1_000),
    actual: test.actual === null ? null : clip(test.actual, 1_000),
    frames: frames.map((f) => [`${f.file}:${f.line}${f.column === null ? '' : `:${f.column}`}`, f.function].filter(Boolean).join(' ')),
    ...(test.byExitCode ? { by_exit_code: true as const } : {}),
  };
}

export function suspectLine(suspect: Suspect): string {
  return `${suspect.path}:${suspect.line} ${suspect.score.toFixed(2)}`;
}

export function testRunView(run: TestRun, scope: string, limits: AnswerLimits, suspects?: readonly Suspect[]): Record<string, unknown> {
  const failed = run.results.filter((result) => result.status === 'failed');
  return {
    scope,
    green: run.green,
    exit_code: run.exitCode,
    ...(run.timedOut ? { timed_out: true } : {}),
    counts: run.counts,
    failing: failed.slice(0, limits.failingTests).map(failingTestView),
    ...(failed.length > limits.failingTests ? { cut: `${failed.length - limits.failingTests} more failing tests` } : {}),
    ...(suspects ? { suspects: suspects.slice(0, limits.suspects).map(suspectLine) } : {}),
    ...(run.reader === 'exit-code' ? { output_tail: clip(run.tail, 4_000) } : {}),
    seconds: Number(run.seconds.toFixed(2)),
  };
}

export function trialView(report: TrialReport, candidates: readonly Candidate[], limits: AnswerLimits): Record<string, unknown> {
  const rows = report.verdicts.map((verdict, index) => ({ index, label: candidates[index]?.label ?? '', verdict }));
  const pick = (kind: string): Record<string, unknown>[] =>
    rows
      .filter((row) => row.verdict.kind === kind)
      .slice(0, limits.verdicts)
      .map(({ index, label, verdict: { kind: _, ...rest } }) => ({ index, label, ...firstIds(rest) }));
  const count = (kind: string): number => rows.filter((row) => row.verdict.kind === kind).length;
  return {
    judged: report.judged,
    warm: report.warm,
    ...(report.notWarm === null ? {} : { not_warm: report.notWarm }),
    ...(report.blindTo === null ? {} : { not_warm_for: report.blindTo }),
    seconds: Number(report.seconds.toFixed(2)),
    green: pick('green'),
    partial: pick('partial'),
    breaks: pick('breaks'),
    invalid: pick('invalid'),
    red: count('red'),
    not_run: count('not-run'),
  };
}

/** How many candidates were judged, how fast, and in which way. */
export function describeTrials({ judged, warm, notWarm, blindTo, seconds }: TrialReport): string {
  const rate = judged / Math.max(seconds, 0.001);
  const speed = judged === 0 ? '' : ` (${rate.toFixed(rate < 10 ? 1 : 0)}/s)`;
  const way = warm === 0 ? 'each in a process of its own' : warm === judged ? 'in a warm process' : `${warm} in a warm process`;
  const blind = blindTo === null ? '' : `; none of ${clip(blindTo, 200)}, which the tests run elsewhere`;
  const reason = notWarm === null ? blind : `; no warm process: ${clip(notWarm.replaceAll(/\s+/g, ' '), 200)}`;
  return `judged ${judged} ${judged === 1 ? 'candidate' : 'candidates'}${speed}${judged === 0 ? '' : `, ${way}`}${reason}`;
}

/** Lists of test ids are cut to twenty: a candidate that breaks everything would fill the context. */
function firstIds(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, Array.isArray(value) ? value.slice(0, 20) : value]));
}
