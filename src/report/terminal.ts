import { styleText } from 'node:util';
import { cut, inert, oneLine, plain, revealed } from './plain.ts';
import { type Report, waits } from './types.ts';
import { costInWords, count, duration, headlines, placed, remedyOf, share, sizeInWords, sources, times } from './words.ts';

export interface TerminalOptions {
  readonly color?: boolean;
}

type Style = Parameters<typeof styleText>[0];

/** For a person at a terminal: what failed, what was found, the diff, the proof, and where the time went. Ends with a line end. */
export function renderTerminal(report: Report, { color = false }: TerminalOptions = {}): string {
  const paint = (style: Style, text: string): string => (color ? styleText(style, text, { validateStream: false }) : text);
  const tone: Style = report.outcome === 'fixed' || report.outcome === 'already-green' ? 'green' : 'yellow';
  const remedy = remedyOf(report);
  const blocks: string[][] = [
    [
      paint(['bold', tone], headlines[report.outcome]),
      oneLine(report.reason, 1_000),
      ...(remedy === null ? [] : [`Next: ${oneLine(remedy, 1_000)}`]),
    ],
    failed(report),
    report.diagnosis === null ? [] : ['What was found', ...indent(cut(plain(report.diagnosis), 4_000))],
    change(report, paint),
    proof(report),
    delivery(report),
    [`Cost: ${costInWords(report)}`],
    time(report),
  ];
  const text = blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n');
  return `${inert(text)}\n`;
}

function failed({ tests }: Report): string[] {
  const failing = tests.before?.failing ?? [];
  if (tests.before === null || failing.length === 0) return [];
  const shown = failing.slice(0, 10).map((id) => `  ✗ ${oneLine(id, 200)}`);
  const command = tests.command === null ? '' : ` (${oneLine(tests.command, 200)})`;
  return [
    `What failed${command}: ${failing.length} of ${count(tests.before.executed, 'test')}`,
    ...shown,
    ...(failing.length > shown.length ? [`  and ${failing.length - shown.length} more`] : []),
    ...tests.flaky.slice(0, 10).map((id) => `  ~ flaky: ${oneLine(id, 200)}`),
  ];
}

function change(report: Report, paint: (style: Style, text: string) => string): string[] {
  if (report.patch === '') return [];
  const lines = revealed(report.patch).replace(/\n$/, '').split('\n');
  const shown = lines.slice(0, 200).map((line) => {
    const text = `  ${cut(line, 400)}`;
    if (/^(\+\+\+|---|diff |index )/.test(line)) return paint('bold', text);
    return line.startsWith('+') ? paint('green', text) : line.startsWith('-') ? paint('red', text) : text;
  });
  const by = report.proof === null ? '' : ` ${sources[report.proof.kind]}.`;
  return [
    `The change: ${sizeInWords(report.files)}.${by}`,
    ...shown,
    ...(lines.length > shown.length ? [`  (${lines.length - shown.length} more lines in fix.patch)`] : []),
  ];
}

function proof({ proof: proven, integrity }: Report): string[] {
  const findings = integrity.slice(0, 10).map((finding) => `  ${finding.severity === 'note' ? '-' : '!'} ${oneLine(placed(finding), 300)}`);
  if (proven === null) return findings;
  const suite = (name: string, { executed, passed, failed: red, skipped }: typeof proven.suiteBefore): string =>
    `  ${name.padEnd(7)} ${executed} executed, ${passed} passed, ${red} failed, ${skipped} skipped`;
  return [
    `Proof: the same tests, red ${times(proven.redRuns)} without the change, green ${times(proven.greenRuns)} with it`,
    suite('before', proven.suiteBefore),
    suite('after', proven.suiteAfter),
    ...findings,
  ];
}

function delivery({ delivery: { state, reason, compareUrl }, pullRequest, outcome }: Report): string[] {
  if (pullRequest !== null) return [`Pull request: ${oneLine(pullRequest.url, 500)}`];
  if (outcome !== 'fixed' || state !== 'refused') return [];
  return [`Not delivered: ${oneLine(reason, 1_000)}`, ...(compareUrl ? [`Compare: ${oneLine(compareUrl, 1_000)}`] : [])];
}

function time({ timing, turns }: Report): string[] {
  const width = 24;
  const bars = waits
    .filter((kind) => timing.critical[kind] > 0)
    .map((kind) => {
      const part = timing.critical[kind];
      const bar = '█'.repeat(Math.max(Math.round((width * part) / Math.max(timing.total, part)), 1));
      return `  ${kind.padEnd(9)} ${duration(part).padStart(10)} ${share(part, timing.total).padStart(5)} ${bar}`;
    });
  const phases = timing.phases.map(({ name, start, end }) => `${oneLine(name, 40)} ${duration(end - start)}`).join(', ');
  const beside = timing.overlap < 0.05 ? '' : `, and ${duration(timing.overlap)} of work beside it`;
  return [
    `Time: ${duration(timing.total)} in ${count(turns.filter((turn) => turn.mode !== 'warm').length, 'turn')}${beside}`,
    ...bars,
    ...(phases === '' ? [] : [`  ${phases}`]),
  ];
}

function indent(text: string): string[] {
  return text
    .trim()
    .split('\n')
    .map((line) => `  ${line}`);
}
