import type { Suspect, TestResult } from '../suite/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { type AnswerLimits, clip, failingTestView, numbered, suspectLine } from './answers.ts';
import type { Diagnosis } from './types.ts';

export interface BriefOptions {
  readonly diagnosis: Diagnosis;
  readonly workspace: Workspace;
  readonly limits: AnswerLimits;
  readonly budget: { readonly seconds: number; readonly testRuns: number; readonly turns: number };
  /** The engine reads sources itself and wants the whole change. */
  readonly forEngine: boolean;
  /** What was found before this attempt. */
  readonly evidence: string | null;
  /** In characters; default `firstTurnChars`, and no bound for the engine. */
  readonly room?: number;
}

/**
 * What the first turn of a hosted model may hold, in characters: about 6,000 tokens. Measured by `npm run bench -- first-turn`: of 27 real
 * faults 4,000 characters show 12, 8,000 show 23, 16,000 all, and each token is read again in every turn, if only from a cache. Half as much
 * again is for what was found before and what the failed run says.
 */
export const firstTurnChars = 24_000;
const contextLines = 20;

/**
 * The first turn: what failed, where it points and what changed, in tagged sections. Tags stand alone on their lines, and no line inside
 * of a section can look like one: JSON escapes `<`, source lines start with a number, diff lines with a sign or a header word.
 */
export async function writeBrief(options: BriefOptions): Promise<string> {
  const { diagnosis, budget, forEngine, limits, room = forEngine ? Number.POSITIVE_INFINITY : firstTurnChars } = options;
  const { counts } = diagnosis.baseline;
  const suite = forEngine ? ` suite_seconds=${diagnosis.baseline.seconds.toFixed(1)}` : '';
  const suspects = diagnosis.suspects.slice(0, limits.suspects).map(suspectLine).join('\n');
  const told = failuresWithin(diagnosis.failing.slice(0, limits.failingTests), room / 4);
  const notes = notesOf(options, diagnosis.failing.length - told.count, room / 4);
  const failedRun = forEngine || !diagnosis.failedRun ? '' : asData(clip(diagnosis.failedRun, room / 8));
  const left = room - [told.text, suspects, notes, failedRun].reduce((sum, text) => sum + text.length, 0);
  // What changed has a third of what is left for certain, and what the sources do not need.
  const change = diagnosis.change?.diff ?? '';
  const shown = forEngine
    ? { sections: [], chars: 0 }
    : await sources(
        options.workspace,
        diagnosis.failing.slice(0, told.count),
        diagnosis.suspects,
        left - Math.min(change.length, left / 3),
      );
  const sections = [
    `Test command: \`${diagnosis.testCommand}\`. ${counts.failed} of ${counts.executed} tests fail.`,
    section('budget', `seconds=${Math.round(budget.seconds)} test_runs=${budget.testRuns} turns=${budget.turns}${suite}`),
    section('failing_tests', told.text),
    section('suspects', suspects),
    ...shown.sections,
    section('change_since_green', changeText(change, left - shown.chars), `ref="${diagnosis.change?.green.slice(0, 12)}"`),
    section('failed_run', failedRun),
    section('notes', notes),
  ];
  return sections.filter((text) => text !== '').join('\n');
}

/** As many failures as fit, one at least. */
function failuresWithin(failing: readonly TestResult[], room: number): { readonly text: string; readonly count: number } {
  const views: string[] = [];
  let used = 0;
  for (const test of failing) {
    const view = jsonOf(failingTestView(test));
    used += view.length + 1;
    if (views.length > 0 && used > room) break;
    views.push(view);
  }
  return { text: `[${views.join(',')}]`, count: views.length };
}

function notesOf({ diagnosis, evidence }: BriefOptions, unseen: number, room: number): string {
  const notes = [
    ...(unseen > 0 ? [`${unseen} more failing tests are not shown.`] : []),
    ...(diagnosis.aside !== '' ? [`They may stay red, whatever the tools say of them. ${diagnosis.aside}`] : []),
    ...(diagnosis.change?.cut ? [`Change since green: ${diagnosis.change.cut}.`] : []),
    ...(diagnosis.baseline.reader === 'exit-code'
      ? [`There is no test report. The end of the output:\n${clip(diagnosis.baseline.tail, 4_000)}`]
      : []),
    ...(evidence ? [evidence] : []),
  ];
  return asData(clip(notes.join('\n'), room));
}

function section(name: string, body: string, attributes = ''): string {
  if (body.trim() === '') return '';
  return `<${name}${attributes ? ` ${attributes}` : ''}>\n${body.replace(/\n$/, '')}\n</${name}>`;
}

/** Text of others: no line of it looks like a tag. */
const asData = (text: string): string => text.replace(/^<(?=\/?[a-z_]+(?: [^>]*)?>$)/gm, ' <');

function jsonOf(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function changeText(diff: string, room: number): string {
  if (diff.length <= room) return diff;
  const end = diff.lastIndexOf('\n', room);
  return `${diff.slice(0, end)}\n@@ cut: ${diff.length - end} characters of the change are left out @@`;
}

interface Window {
  readonly path: string;
  readonly line: number;
}

/** The failing tests' source, then the frames', then the most suspicious lines', until the room is used. */
async function sources(
  workspace: Workspace,
  failing: readonly TestResult[],
  suspects: readonly Suspect[],
  room: number,
): Promise<{ readonly sections: readonly string[]; readonly chars: number }> {
  const wanted: Window[] = [
    ...failing.flatMap((test) => (test.file !== null && test.line !== null ? [{ path: test.file, line: test.line }] : [])),
    ...failing.flatMap((test) =>
      test.frames.filter((frame) => frame.inRepository).map((frame) => ({ path: frame.file, line: frame.line })),
    ),
    ...suspects,
  ];
  const shown: { path: string; first: number; last: number }[] = [];
  const sections: string[] = [];
  let chars = 0;
  for (const { path, line } of wanted) {
    if (chars >= room) break;
    if (shown.some((window) => window.path === path && line >= window.first + 3 && line <= window.last - 3)) continue;
    const slice = await workspace.read(path, {
      start: Math.max(1, line - contextLines),
      end: line + contextLines,
      maxChars: Math.ceil(room - chars),
    });
    if (!slice.ok) continue;
    shown.push({ path, first: slice.firstLine, last: slice.lastLine });
    const lines = `path=${JSON.stringify(path)} lines="${slice.firstLine}-${slice.lastLine}"`;
    const text = section('source', numbered(slice.text, slice.firstLine), lines);
    chars += text.length;
    sections.push(text);
  }
  return { sections, chars };
}
