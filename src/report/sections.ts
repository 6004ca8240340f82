// The parts that a pull request and a job summary are made of. Every text that others wrote goes through `markdown.ts`.

import { changeInWords } from './change-words.ts';
import { gantt } from './gantt.ts';
import { codeBlock, codeCell, codeSpan, inlineProse, prose, proseCell, table } from './markdown.ts';
import type { Report } from './types.ts';
import { waits } from './types.ts';
import {
  budgetRows,
  bytes,
  costInWords,
  count,
  duration,
  grouped,
  inShort,
  linesOf,
  placed,
  savingsInWords,
  share,
  sizeInWords,
  sources,
  times,
  waitsInWords,
  wireInWords,
} from './words.ts';

/** How much of the long parts is shown. */
export interface Bounds {
  readonly rows: number;
  readonly diagnosis: number;
  readonly diff: number;
}

/** Without those that are empty. */
export function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

export function whatFailed(report: Report, bounds: Bounds): string {
  const { tests, incident } = report;
  // What is skipped may be a run that passed.
  if (report.outcome === 'skipped' && tests.before === null) return '';
  const red = tests.before?.failing.length ?? 0;
  const where = [
    incident.sha === null ? '' : ` at ${codeSpan(incident.sha.slice(0, 12), 12)}`,
    incident.branch === null ? '' : ` on ${codeSpan(incident.branch, 200)}`,
  ].join('');
  const command = tests.command === null ? 'The build' : codeSpan(tests.command, 200);
  const [first] = tests.before?.failing ?? [];
  const which = first === undefined ? '' : red === 1 ? `, ${codeSpan(first, 300)}` : `, the first of them ${codeSpan(first, 300)}`;
  const failed =
    tests.before === null
      ? `${command} was red${where}.`
      : `${command} failed${where}: ${grouped(red)} of ${count(tests.before.executed, 'test')} ${red === 1 ? 'was' : 'were'} red${which}.`;
  const [why, rest] = inShort(report.diagnosis ?? '');
  return paragraphs(
    [failed, prose(why, Math.min(bounds.diagnosis, 600))].filter((part) => part !== '').join('\n'),
    rest === '' ? '' : prose(rest, bounds.diagnosis),
  );
}

export function whatChanged(report: Report, bounds: Bounds): string {
  const words = changeInWords(report.patch, bounds.rows);
  const files = report.files.slice(0, bounds.rows).map((file) => `- ${codeSpan(file.path, 300)}: +${file.added} −${file.removed}`);
  const more = report.files.length - files.length;
  const list = words === '' ? [...files, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n') : words;
  return paragraphs(sourceOfChange(report), list);
}

/** What failed before and passes now. */
export function turnedTests({ tests }: Report): Report['tests']['results'] {
  return tests.results.filter(({ before, after }) => before === 'failed' && after === 'passed');
}

/** A fix on one line, for whoever reads no further. */
export function atAGlance(report: Report): string {
  const { proof, files, timing } = report;
  if (proof === null) return '';
  const { executed, passed } = proof.suiteAfter;
  const turned = turnedTests(report).length;
  const { added, removed } = linesOf(files);
  return [
    `**${turned === 0 ? 'Red to green' : `${count(turned, 'test')} red → green`}**`,
    `whole suite ${grouped(passed)} of ${grouped(executed)} passed`,
    `${count(files.length, 'file')} +${added} −${removed}`,
    costInWords(report).replace(/^unknown .*/, 'cost unknown'),
    duration(timing.total),
  ].join(' · ');
}

/** How large it is, and where it comes from. */
export function sourceOfChange(report: Report): string {
  const by = report.proof === null ? '' : ` ${sources[report.proof.kind]}${writer(report)}.`;
  return `${sizeInWords(report.files)}.${by}`;
}

function writer({ proof, model }: Report): string {
  return proof?.kind === 'model' && model !== null ? ` (${codeSpan(model, 100)})` : '';
}

export function redToGreen(report: Report, bounds: Bounds): string {
  const { proof } = report;
  if (proof === null) return '';
  const turned = turnedTests(report);
  const rows = turned.slice(0, bounds.rows).map((result) => [codeCell(result.id, 300), '🔴 failed', '🟢 passed']);
  if (turned.length > rows.length) rows.push([`and ${turned.length - rows.length} more`, '🔴', '🟢']);
  return paragraphs(
    `The same tests, on a clean copy of the red commit: red ${times(proof.redRuns)} without this change, green ${times(proof.greenRuns)} with it.`,
    rows.length === 0 ? '' : table(['test', 'before', 'after'], rows),
    suiteTable(proof.suiteBefore, proof.suiteAfter),
    flakyTests(report, bounds),
  );
}

export function suiteTable(before: Report['tests']['before'], after: Report['tests']['after']): string {
  const cells = (suite: Report['tests']['before']): string[] =>
    suite === null ? ['–', '–', '–', '–'] : [suite.executed, suite.passed, suite.failed, suite.skipped].map(grouped);
  if (before === null && after === null) return '';
  return table(
    ['whole suite', 'executed', 'passed', 'failed', 'skipped'],
    [['before', ...cells(before)], ...(after === null ? [] : [['after', ...cells(after)]])],
    ['left', 'right', 'right', 'right', 'right'],
  );
}

export function failingTests(report: Report, bounds: Bounds): string {
  const failing = report.tests.before?.failing ?? [];
  return bulletList('Red', failing, bounds.rows);
}

export function flakyTests(report: Report, bounds: Bounds): string {
  return bulletList('Flaky, and not touched', report.tests.flaky, bounds.rows);
}

function bulletList(title: string, names: readonly string[], max: number): string {
  if (names.length === 0) return '';
  const shown = names.slice(0, max).map((name) => `- ${codeSpan(name, 300)}`);
  return [`${title}:`, '', ...shown, ...(names.length > shown.length ? [`- and ${names.length - shown.length} more`] : [])].join('\n');
}

export function integrity(report: Report): string {
  const findings = report.integrity.filter(({ allowed }) => !allowed);
  if (findings.length > 0) return findingList(findings);
  if (report.integrity.length > 0) return 'Besides what stands at the top, the checks found nothing.';
  return 'The checks found nothing: no test vanished or was newly skipped, no assertion was removed, no configuration was loosened.';
}

/** What would have kept the fix back, had an input not allowed it; stands above everything else. */
export function allowedFindings(report: Report): string {
  const findings = report.integrity.filter(({ allowed }) => allowed);
  if (findings.length === 0) return '';
  return `This fix changes tests in ways that keep a fix back, were it not for the input \`allow-test-changes\`:\n\n${findingList(findings)}`;
}

function findingList(findings: Report['integrity']): string {
  const shown = findings.slice(0, 20).map((finding) => `- ${finding.severity}: ${inlineProse(placed(finding), 400)}`);
  return [...shown, ...(findings.length > shown.length ? [`- and ${findings.length - shown.length} more`] : [])].join('\n');
}

export function suspects(report: Report): string {
  if (report.suspects.length === 0) return '';
  const rows = report.suspects.slice(0, 5).map((suspect) => [codeCell(`${suspect.path}:${suspect.line}`, 300), suspect.score.toFixed(2)]);
  return table(['most suspicious lines', 'score'], rows, ['left', 'right']);
}

export function alternatives(report: Report): string {
  if (report.alternatives.length === 0) return '';
  const shown = report.alternatives.slice(0, 5).map((label) => `- ${inlineProse(label, 300)}`);
  return ['Other changes that pass the tests too:', '', ...shown].join('\n');
}

export function budget(report: Report): string {
  const { transport, sandbox } = report;
  const model = report.model === null || report.engine === 'builtin' ? 'the built-in engine' : codeSpan(report.model, 100);
  const lines = [`Model: ${model}. Cost: ${costInWords(report)}.`];
  if (transport !== null) {
    lines.push(`Wire: ${wireInWords(transport)}.`);
    const saved = savingsInWords(report);
    if (saved !== null) lines.push(`The socket saved ${saved}.`);
    lines.push(...transport.fallbacks.slice(0, 5).map((fallback) => `Fallback: ${inlineProse(fallback, 300)}`));
  }
  const open = sandbox.notStopped.slice(0, 8).map((what) => inlineProse(what, 200));
  lines.push(`Sandbox: ${inlineProse(sandbox.layer, 50)}${open.length === 0 ? '' : `; it does not stop: ${open.join('; ')}`}.`);
  return paragraphs(
    lines.map((line) => `- ${line}`).join('\n'),
    table(['budget', 'used', 'limit'], budgetRows(report), ['left', 'right', 'right']),
  );
}

export function timing(report: Report, { rows: most }: Bounds): string {
  const { total, critical, overlap, phases } = report.timing;
  const rows = waits.map((kind) => [kind, duration(critical[kind]), share(critical[kind], total)]);
  const steps = phases
    .slice(0, 20)
    .map(({ name, start, end, waitedFor }) => [
      proseCell(name, 40),
      duration(start),
      duration(end - start),
      waitedFor === null ? '–' : waitsInWords(waitedFor),
    ]);
  return paragraphs(
    table(['critical path', 'time', 'share'], [...rows, ['**total**', `**${duration(total)}**`, '']], ['left', 'right', 'right']),
    overlap < 0.05 ? '' : `Another ${duration(overlap)} of work overlapped with this, and is not counted twice.`,
    steps.length === 0 ? '' : table(['phase', 'began at', 'took', 'waited for'], steps, ['left', 'right', 'right']),
    // The tables say the same: the chart is the first to go where there is little room.
    most < 10 ? '' : gantt(report),
  );
}

/** The conversation in numbers, turn by turn. */
export function turns({ turns: all }: Report, { rows: most }: Bounds): string {
  if (all.length === 0) return '';
  const rows = all
    .slice(0, most)
    .map((turn) => [
      turn.mode === 'warm' ? 'warm-up' : String(turn.n),
      turn.mode,
      duration((turn.msToFirstEvent + turn.msStream) / 1000),
      duration(turn.msTools / 1000),
      `${grouped(turn.inputTokens)} (${grouped(turn.cachedTokens)})`,
      grouped(turn.outputTokens),
      bytes(turn.bytesSent),
      turn.bytesNotResent > 0 ? bytes(turn.bytesNotResent) : '–',
      codeCell([...new Set(turn.tools)].join(', ') || '–', 100),
    ]);
  const head = ['turn', 'sent as', 'answer', 'tools', 'tokens in (cached)', 'out', 'sent', 'not sent again', 'asked for'];
  const right = 'right' as const;
  return [
    table(head, rows, ['left', 'left', right, right, right, right, right, right]),
    ...(all.length > most ? [`… and ${all.length - most} more turns in \`report.json\`.`] : []),
  ].join('\n\n');
}

export function diff(report: Report, bounds: Bounds): string {
  return report.patch === '' ? '' : codeBlock(report.patch, 'diff', bounds.diff);
}

/** `title: null` stands for no heading. Empty sections are left out. */
export function assemble(sections: readonly (readonly [title: string | null, content: string])[]): string {
  return sections
    .filter(([, content]) => content !== '')
    .map(([title, content]) => (title === null ? content : `### ${title}\n\n${content}`))
    .join('\n\n')
    .concat('\n');
}
