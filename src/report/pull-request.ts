import type { Circumstances } from '../delivery/types.ts';
import { checksInWords, historyList, lostIntent, undelivered } from './circumstances.ts';
import { codeSpan, disarm } from './markdown.ts';
import { cut, oneLine } from './plain.ts';
import * as sections from './sections.ts';
import type { Report } from './types.ts';
import { count } from './words.ts';

/** GitHub takes 65,536 characters; the rest is left to whoever adds a marker. */
const MAX_BODY = 60_000;
const MAX_TITLE = 120;

// Tried in order until the body fits: escaping can make a text several times as long.
const steps: readonly sections.Bounds[] = [
  { rows: 50, diagnosis: 4_000, diff: 0 },
  { rows: 10, diagnosis: 1_500, diff: 0 },
  { rows: 3, diagnosis: 300, diff: 0 },
];

interface PullRequestOptions {
  /** Null when nothing can opt out. */
  readonly optOutLabel?: string | null;
  /** What only its delivery knows. */
  readonly circumstances?: Circumstances;
}

/** The pull request of a fix, for a maintainer who trusts nothing but the proof. */
export function renderPullRequest(
  report: Report,
  { optOutLabel = 'no-regreen', circumstances = undelivered }: PullRequestOptions = {},
): { readonly title: string; readonly body: string } {
  let body = '';
  for (const bounds of steps) {
    body = sections.assemble([
      [null, sections.atAGlance(report)],
      ['Look at this first', sections.paragraphs(lostIntent(circumstances), sections.allowedFindings(report))],
      ['What failed, and why', sections.whatFailed(report, bounds)],
      ['What this changes', sections.paragraphs(sections.whatChanged(report, bounds), sections.alternatives(report))],
      ['Proof: red to green', sections.redToGreen(report, bounds)],
      ['Integrity', sections.integrity(report)],
      ['What you can do', choices(report, optOutLabel, circumstances)],
      ['What happened so far', historyList(circumstances)],
      ['Cost and budget', sections.budget(report)],
      ['Where the time went', sections.timing(report, bounds)],
    ]);
    if (body.length <= MAX_BODY) break;
  }
  return { title: titleOf(report), body: body.slice(0, MAX_BODY) };
}

/** Made from facts alone, so that no model writes what lands in the list of commits. */
function titleOf(report: Report): string {
  const tests = sections.turnedTests(report).map(({ id }) => id);
  const failing = tests.length > 0 ? tests : (report.tests.before?.failing ?? []);
  const [first] = report.files;
  const more = report.files.length - 1;
  const place = first === undefined ? '' : ` in ${oneLine(first.path, 60)}${more > 0 ? ` and ${count(more, 'more file')}` : ''}`;
  const [only] = failing;
  const name =
    only === undefined || failing.length > 1 ? `${count(failing.length, 'test')}` : `“${oneLine(only.split(' > ').at(-1) ?? only, 60)}”`;
  const what = report.proof?.kind === 'revert' ? `undo what broke ${name}` : `turn ${name} green`;
  return cut(disarm(`fix: ${what}${place}`).replaceAll('`', "'"), MAX_TITLE);
}

function choices({ fingerprint, outcome }: Report, optOutLabel: string | null, circumstances: Circumstances): string {
  const checks = checksInWords(circumstances);
  const lines = [
    ...(checks === '' ? [] : [`- **Checks**: ${checks}`]),
    '- **Undo**: close it and delete the branch; after a merge, the button “Revert” or `git revert` takes it back. It is one commit.',
    ...(optOutLabel === null ? [] : [`- **Opt out**: a pull request with the label ${codeSpan(optOutLabel, 50)} is left alone.`]),
    '- **Run again**: re-run the job that opened this. The same failure updates this pull request and opens no second one.',
    '- **Say no**: close it. The same failure is not tried again.',
    ...(outcome === 'fixed' && fingerprint !== null ? [`- **Fingerprint** of the failure: ${codeSpan(fingerprint, 80)}`] : []),
  ];
  return lines.join('\n');
}
