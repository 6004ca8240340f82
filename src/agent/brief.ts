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
}

const changeChars = 12_000;
const sourceChars = 16_000;
const contextLines = 20;

/**
 * The first turn: what failed, where it points and what changed, in tagged sections. Tags stand alone on their lines, and no line inside
 * of a section can look like one: JSON escapes `<`, source lines start with a number, diff lines with a sign or a header word.
 */
export async function writeBrief(options: BriefOptions): Promise<string> {
  const { diagnosis, budget, forEngine, limits } = options;
  const { counts } = diagnosis.baseline;
  const failing = diagnosis.failing.slice(0, limits.failingTests);
  const cut = diagnosis.failing.length - failing.length;
  const notes = [
    ...(cut > 0 ? [`${cut} more failing tests are not shown.`] : []),
    ...(diagnosis.change?.cut ? [`Change since green: ${diagnosis.change.cut}.`] : []),
    ...(diagnosis.baseline.reader === 'exit-code'
      ? [`There is no test report. The end of the output:\n${clip(diagnosis.baseline.tail, 4_000)}`]
      : []),
    ...(options.evidence ? [options.evidence] : []),
  ];
  const sections = [
    `Test command: \`${diagnosis.testCommand}\`. ${counts.failed} of ${counts.executed} tests fail.`,
    section('budget', `seconds=${Math.round(budget.seconds)} test_runs=${budget.testRuns} turns=${budget.turns}`),
    section('failing_tests', jsonOf(failing.map(failingTestView))),
    section('suspects', diagnosis.suspects.slice(0, limits.suspects).map(suspectLine).join('\n')),
    ...(forEngine ? [] : await sources(options.workspace, failing, diagnosis.suspects)),
    diagnosis.change
      ? section('change_since_green', changeText(diagnosis.change.diff, forEngine), `ref="${diagnosis.change.green.slice(0, 12)}"`)
      : '',
    forEngine || !diagnosis.failedRun ? '' : section('failed_run', asData(diagnosis.failedRun)),
    section('notes', notes.join('\n').replaceAll('\n</', '\n </')),
  ];
  return sections.filter((text) => text !== '').join('\n');
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

function changeText(diff: string, whole: boolean): string {
  if (whole || diff.length <= changeChars) return diff;
  const end = diff.lastIndexOf('\n', changeChars);
  return `${diff.slice(0, end)}\n@@ cut: ${diff.length - end} characters of the change are left out @@`;
}

interface Window {
  readonly path: string;
  readonly line: number;
}

/** The failing tests' source, then the frames', then the most suspicious lines', until the room is used. */
async function sources(workspace: Workspace, failing: readonly TestResult[], suspects: readonly Suspect[]): Promise<string[]> {
  const wanted: Window[] = [
    ...failing.flatMap((test) => (test.file !== null && test.line !== null ? [{ path: test.file, line: test.line }] : [])),
    ...failing.flatMap((test) =>
      test.frames.filter((frame) => frame.inRepository).map((frame) => ({ path: frame.file, line: frame.line })),
    ),
    ...suspects.slice(0, 5),
  ];
  const shown: { path: string; first: number; last: number }[] = [];
  const sections: string[] = [];
  let room = sourceChars;
  for (const { path, line } of wanted) {
    if (room <= 0) break;
    if (shown.some((window) => window.path === path && line >= window.first + 3 && line <= window.last - 3)) continue;
    const slice = await workspace.read(path, { start: Math.max(1, line - contextLines), end: line + contextLines, maxChars: room });
    if (!slice.ok) continue;
    shown.push({ path, first: slice.firstLine, last: slice.lastLine });
    room -= slice.text.length;
    sections.push(
      section('source', numbered(slice.text, slice.firstLine), `path=${JSON.stringify(path)} lines="${slice.firstLine}-${slice.lastLine}"`),
    );
  }
  return sections;
}
