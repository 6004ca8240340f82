import { inlineProse, prose } from './markdown.ts';
import { cut } from './plain.ts';
import * as sections from './sections.ts';
import type { Report } from './types.ts';
import { webPage } from './web-page.ts';
import { headlines, remedyOf } from './words.ts';

/** GitHub drops a whole summary above 1 MiB. */
const MAX_BYTES = 1_000_000;

const steps: readonly sections.Bounds[] = [
  { rows: 200, diagnosis: 20_000, diff: 200_000 },
  { rows: 50, diagnosis: 4_000, diff: 20_000 },
  { rows: 5, diagnosis: 500, diff: 1_000 },
];

/** The job summary: the outcome and its reason first, then the evidence. At most 1 MiB. */
export function renderSummary(report: Report): string {
  let text = '';
  for (const bounds of steps) {
    text = `## ${headlines[report.outcome]}\n\n${sections.assemble([
      [null, prose(report.reason, 2_000)],
      [null, sections.atAGlance(report)],
      ['Look at this first', sections.allowedFindings(report)],
      [null, nextStep(report)],
      [null, deliveryOf(report)],
      ['What failed, and why', sections.whatFailed(report, bounds)],
      [null, report.proof === null ? sections.failingTests(report, bounds) : ''],
      [null, report.outcome === 'fixed' ? '' : sections.suspects(report)],
      ['The change', report.files.length === 0 ? '' : sections.whatChanged(report, bounds)],
      [null, sections.diff(report, bounds)],
      [null, sections.alternatives(report)],
      ['Proof: red to green', sections.redToGreen(report, bounds)],
      ['Tests', report.proof === null ? testsOf(report, bounds) : ''],
      ['Integrity', report.proof === null && report.integrity.length === 0 ? '' : sections.integrity(report)],
      ['Cost and budget', sections.budget(report)],
      ['Where the time went', sections.timing(report, bounds)],
      [null, sections.turns(report, bounds)],
    ])}`;
    if (Buffer.byteLength(text) <= MAX_BYTES) return text;
  }
  return cut(text, MAX_BYTES / 4);
}

function nextStep(report: Report): string {
  const remedy = remedyOf(report);
  return remedy === null ? '' : `**What to do**: ${prose(remedy, 1_000)}`;
}

const places = { 'pull-request': 'Pull request', push: 'Pushed to the pull request', comment: 'Comment' } as const;

function deliveryOf({ delivery, pullRequest, outcome, incident }: Report): string {
  if (outcome !== 'fixed') return '';
  const link = pullRequest === null ? null : webPage(pullRequest.url);
  if (link !== null) return `**${places[delivery.way ?? 'pull-request']}**: <${link}>`;
  const compare = delivery.compareUrl ? webPage(delivery.compareUrl, incident.repo) : null;
  const refused = delivery.state === 'refused' ? `**Not delivered**: ${inlineProse(delivery.reason, 1_000)}` : '';
  return sections.paragraphs(refused, compare === null ? '' : `**Open it yourself**: <${compare}>`);
}

function testsOf(report: Report, bounds: sections.Bounds): string {
  return sections.paragraphs(sections.suiteTable(report.tests.before, report.tests.after), sections.flakyTests(report, bounds));
}
