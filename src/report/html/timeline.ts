import { packLanes } from '../lanes.ts';
import { oneLine } from '../plain.ts';
import { type Report, type Wait, waits } from '../types.ts';
import { bytes, duration, grouped, share } from '../words.ts';
import { type Html, html } from './markup.ts';

/** More bars than a screen has points to show them. */
const MOST_BARS = 3_000;
const ROW = 22;

interface Bar {
  /** Style and legend. */
  readonly kind: string;
  readonly name: string;
  /** What hovering and focus tell, and what a screen reader says. */
  readonly details: string;
  /** Seconds since the start of the run. */
  readonly start: number;
  readonly end: number;
  /** Where it leads within the page. */
  readonly href: string | null;
}

interface Lane {
  readonly name: string;
  readonly bars: readonly Bar[];
}

/** What each share of the critical path means. */
const meanings: Readonly<Record<Wait, string>> = {
  model: 'the model, from the request to the end of its answer',
  tests: 'the tests of the repository',
  tools: 'searching, reading and changing files',
  transport: 'connecting to the model',
  client: 'Regreen itself, and installing',
  idle: 'outside of every phase',
};

/** The same in short, for the top of the page: a bar, and what its colours stand for. */
export function shareBar({ timing: { total, critical } }: Report): Html | null {
  if (total <= 0) return null;
  let from = 0;
  const parts = waits.map((wait) => {
    const x = from;
    from += critical[wait];
    return html`<rect class="k-${wait}" x="${percent(x, total)}" y="0" width="${percent(critical[wait], total)}" height="100%"/>`;
  });
  const legend = waits.filter((wait) => critical[wait] >= 0.05);
  const words = legend.map((wait) => `${wait} ${duration(critical[wait])} (${share(critical[wait], total)})`);
  return html`<svg class="shares" role="img" aria-label="What the run waited for: ${words.join(', ')}" width="100%" height="24">${parts}</svg>
<ul class="legend" aria-hidden="true"><li class="quiet">waited for</li>${legend.map((wait, index) => html`<li><span class="key k-${wait}"></span>${words[index] ?? wait}</li>`)}</ul>`;
}

/** Where the time went: every moment charged once, as a table that adds up. */
export function shares({ timing: { total, critical, overlap } }: Report): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Shares as a table"><table><thead><tr><th scope="col">Waiting for</th><th scope="col" class="num">Time</th><th scope="col" class="num">Share</th><th scope="col" class="wide">What that is</th></tr></thead><tbody>${waits.map(
    (wait) =>
      html`<tr><th scope="row"><span class="key k-${wait}"></span>${wait}</th><td class="num">${duration(critical[wait])}</td><td class="num">${share(critical[wait], total)}</td><td class="wide">${meanings[wait]}</td></tr>`,
  )}</tbody><tfoot><tr><th scope="row">together</th><td class="num">${duration(total)}</td><td class="num">${share(total, total)}</td><td class="wide">every moment of the wall clock once; another ${duration(overlap)} of work overlapped with it</td></tr></tfoot></table></div>`;
}

/** Phases, turns, tools and tests on lanes over one axis of time; null when a report of an earlier version has none of it. */
export function timeline(report: Report): Html | null {
  const { total } = report.timing;
  const lanes = lanesOf(report).filter(({ bars }) => bars.length > 0);
  if (lanes.length === 0 || total <= 0) return null;
  const drawn = lanes.map(({ name, bars }) => ({ name, rows: packLanes(longest(bars)) }));
  return html`<div class="timeline"><div class="lane-names" aria-hidden="true"><div class="axis"></div>${drawn.map(
    ({ name, rows }) => html`<div class="rows-${Math.min(rows.length, 12)}">${name}</div>`,
  )}</div>
<div class="scroll" id="plot-scroll" tabindex="0" role="region" aria-label="Timeline; arrow keys move between its bars"><div id="plot">${axis(total)}${drawn.map(
    ({ name, rows }) =>
      html`<svg class="lane rows-${Math.min(rows.length, 12)}" role="group" aria-label="${name}" width="100%" height="${Math.min(rows.length, 12) * ROW}">${rows
        .slice(0, 12)
        .map((bars, row) => bars.map((bar) => drawBar(bar, row, total)))}</svg>`,
  )}</div></div></div>`;
}

function longest(bars: readonly Bar[]): readonly Bar[] {
  if (bars.length <= MOST_BARS) return bars;
  return [...bars].sort((a, b) => b.end - b.start - (a.end - a.start)).slice(0, MOST_BARS);
}

function axis(total: number): Html {
  const step = niceStep(total / 8);
  const ticks = Array.from({ length: Math.floor(total / step) + 1 }, (_, index) => index * step).filter((at) => at / total < 0.97);
  return html`<svg class="axis" aria-hidden="true" width="100%" height="20">${ticks.map(
    (at) =>
      html`<g><line x1="${percent(at, total)}" x2="${percent(at, total)}" y1="14" y2="20"/><text x="${percent(at, total)}" dx="3" y="12">${tickLabel(at)}</text></g>`,
  )}</svg>`;
}

const clockSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600];

/** A step that people count time in, at least `rough` seconds: 1, 2 or 5 times a power of ten below a second. */
function niceStep(rough: number): number {
  if (rough >= 1) return clockSteps.find((step) => step >= rough) ?? Math.ceil(rough / 3_600) * 3_600;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough) ?? rough;
}

/** `0.5 s`, `45 s`, `3 min`, `2 min 30 s`. */
function tickLabel(seconds: number): string {
  if (seconds < 60) return `${Number(seconds.toFixed(3))} s`;
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

function drawBar({ kind, name, details, start, end, href }: Bar, row: number, total: number): Html {
  const place = html`x="${percent(start, total)}" y="${row * ROW + 2}" width="${percent(end - start, total)}" height="${ROW - 4}"`;
  const body = html`<svg ${place}><rect class="k-${kind}" width="100%" height="100%" rx="2"/><text x="4" y="13">${oneLine(name, 60)}</text></svg>`;
  return href === null
    ? html`<g class="bar" role="img" tabindex="-1" aria-label="${details}">${body}</g>`
    : html`<a class="bar" href="${href}" aria-label="${details}">${body}</a>`;
}

function lanesOf(report: Report): Lane[] {
  const { timing, ledger, turns } = report;
  const when = (start: number, end: number): string => `${duration(end - start)}, from ${duration(start)} to ${duration(end)}`;
  const plain = (kind: string, name: string, start: number, end: number, more = ''): Bar => {
    return { kind, name, start, end, href: null, details: `${oneLine(name, 80)}: ${when(start, end)}${more}` };
  };
  const work = (kind: string): Bar[] =>
    ledger.work
      .filter((entry) => entry.kind === kind)
      .map(({ name, turn, start, end }) => plain(kind, name, start, end, turn === null ? '' : `; turn ${turn}`));
  return [
    {
      name: 'waiting for',
      bars: ledger.path.map(({ waitedFor, phase, start, end }) =>
        plain(waitedFor, waitedFor, start, end, phase === null ? '' : `; phase ${oneLine(phase, 40)}`),
      ),
    },
    { name: 'phases', bars: timing.phases.map(({ name, start, end }) => plain('phase', name, start, end)) },
    { name: 'turns', bars: turns.flatMap((turn) => turnBar(turn, when)) },
    { name: 'tools', bars: turns.flatMap(({ n, calls }) => calls.map((call) => callBar(n, call, when))) },
    { name: 'tests', bars: work('tests') },
    // A connection that is there already takes a moment that nobody can see.
    { name: 'connecting', bars: work('transport').filter(({ start, end }) => end - start >= 0.005) },
  ];
}

type When = (start: number, end: number) => string;

function turnBar({ n, mode, start, end, ...turn }: Report['turns'][number], when: When): Bar[] {
  if (start === null || end === null) return [];
  const name = mode === 'warm' ? 'warm-up' : `turn ${n}`;
  const details = [
    `${name} (${mode}): ${when(start, end)}`,
    `first event after ${duration(turn.msToFirstEvent / 1000)}`,
    `${grouped(turn.inputTokens)} tokens in, ${grouped(turn.cachedTokens)} of them cached, ${grouped(turn.outputTokens)} out`,
    `${bytes(turn.bytesSent)} sent${turn.bytesNotResent > 0 ? `, ${bytes(turn.bytesNotResent)} not sent again` : ''}`,
    ...(turn.tools.length === 0 ? [] : [`asked for ${oneLine([...new Set(turn.tools)].join(', '), 200)}`]),
  ].join('; ');
  return [{ kind: 'model', name, start, end, details, href: `#turn-${n}` }];
}

function callBar(turn: number, { name, start, end, testSeconds, note }: Report['turns'][number]['calls'][number], when: When): Bar {
  const tests = testSeconds > 0 ? `; ${duration(testSeconds)} of it tests` : '';
  const details = `${oneLine(name, 80)}: ${when(start, end)}; turn ${turn}${tests}${note === null ? '' : `; ${oneLine(note, 300)}`}`;
  return { kind: 'tools', name, start, end, details, href: `#turn-${turn}` };
}

function percent(part: number, total: number): string {
  return `${total > 0 ? Number(((100 * part) / total).toFixed(3)) : 0}%`;
}
