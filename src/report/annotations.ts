import { cut, oneLine, plain } from './plain.ts';
import type { Outcome, Report } from './types.ts';
import { headlines, remedyOf } from './words.ts';

/** As `notice` and `warning` of `@actions/core` take it. Never an error: a red build gets no second red cross from us. */
export interface Annotation {
  readonly level: 'notice' | 'warning';
  readonly message: string;
  readonly properties: { readonly title: string; readonly file?: string; readonly startLine?: number };
}

// The runner counts ten of a level and cuts a message here.
const MOST = 10;
const MAX_MESSAGE = 4_096;

const good: ReadonlySet<Outcome> = new Set(['fixed', 'already-green', 'superseded', 'skipped']);

/** The outcome, then the places: what was changed, or where the fault seems to be. */
export function annotationsOf(report: Report): readonly Annotation[] {
  const refused = report.delivery.state === 'refused' ? `Not delivered: ${report.delivery.reason}` : null;
  const first: Annotation = {
    level: good.has(report.outcome) && refused === null ? 'notice' : 'warning',
    message: message([report.reason, refused, remedyOf(report)].filter((part) => part !== null).join('\n')),
    properties: { title: `Regreen: ${headlines[report.outcome]}` },
  };
  return [first, ...(report.proof === null ? suspected(report) : changed(report))].slice(0, MOST);
}

function changed(report: Report): Annotation[] {
  return report.files.map((file) => ({
    level: 'notice',
    message: message(`The fix changes this file: +${file.added} −${file.removed} lines.`),
    properties: { title: 'Regreen: fixed here', file: oneLine(file.path, 500) },
  }));
}

function suspected(report: Report): Annotation[] {
  return report.suspects.slice(0, 3).map((suspect) => ({
    level: 'warning',
    message: message(
      `One of the most suspicious lines (score ${suspect.score.toFixed(2)}), by stack traces and coverage of the failing tests.`,
    ),
    properties: { title: 'Regreen: look here', file: oneLine(suspect.path, 500), startLine: suspect.line },
  }));
}

function message(text: string): string {
  return cut(plain(text.slice(0, 2 * MAX_MESSAGE)).trim(), MAX_MESSAGE);
}
