import type { Run, Runs } from './rounds.ts';

export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const low = sorted[Math.floor(place)];
  const high = sorted[Math.ceil(place)];
  return low === undefined || high === undefined ? Number.NaN : low + (high - low) * (place - Math.floor(place));
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Gaps between turns, in milliseconds, over all runs of a peer. */
export function gapsOf(runs: readonly Run[]): number[] {
  return runs.flatMap(({ figures }) => figures.requests.flatMap(({ gapMs }) => (gapMs === null ? [] : [gapMs])));
}

export interface Row {
  readonly peer: string;
  readonly runs: number;
  readonly gapP10: number;
  readonly gapP50: number;
  readonly gapP95: number;
  readonly loopMs: number;
  /** Loop time over the limit: the server's own time and one round trip between two turns. */
  readonly timesLimit: number;
  readonly wallMs: number;
  readonly firstMs: number;
  readonly cpuMs: number;
  readonly peakMb: number;
  readonly upKb: number;
  readonly downKb: number;
  readonly connections: number;
  /** The largest request after the first turn, on the wire. */
  readonly largestKb: number;
}

export function rowsOf(runs: Runs, rttMs: number): Row[] {
  return [...runs].filter(([, all]) => all.length > 0).map(([peer, all]) => rowOf(peer, all, rttMs));
}

function rowOf(peer: string, runs: readonly Run[], rttMs: number): Row {
  const middle = (pick: (run: Run) => number): number => median(runs.map(pick));
  const gaps = gapsOf(runs);
  return {
    peer,
    runs: runs.length,
    gapP10: quantile(gaps, 0.1),
    gapP50: median(gaps),
    gapP95: quantile(gaps, 0.95),
    loopMs: middle(({ figures }) => figures.loopMs),
    timesLimit: middle((run) => run.figures.loopMs / limitMs(run, rttMs)),
    wallMs: middle(({ wallMs }) => wallMs),
    firstMs: middle(({ figures, startedAt }) => (figures.firstRequestAt ?? Number.NaN) - startedAt),
    cpuMs: middle(({ cpuMs }) => cpuMs),
    peakMb: middle(({ peakMb }) => peakMb),
    upKb: middle(({ figures }) => figures.bytesUp / 1024),
    downKb: middle(({ figures }) => figures.bytesDown / 1024),
    connections: middle(({ figures }) => figures.connections),
    largestKb: middle(({ figures }) => Math.max(0, ...laterRequests(figures.requests).map(({ wireBytes }) => wireBytes / 1024))),
  };
}

/** All requests behind the first one that generates; those that open a connection hold its handshake. */
function laterRequests(requests: Run['figures']['requests']): Run['figures']['requests'] {
  const first = requests.findIndex(({ kind }) => kind === 'turn');
  return requests.slice(first + 1).filter(({ opensConnection }) => !opensConnection);
}

/** What no client can go below: the server's own time, and one round trip between the end of a response and the next request. */
function limitMs({ figures }: Run, rttMs: number): number {
  return figures.serverMs + figures.requests.filter(({ gapMs }) => gapMs !== null).length * rttMs;
}

const columns: readonly (readonly [string, (row: Row) => string])[] = [
  ['peer', (row) => row.peer],
  ['runs', (row) => String(row.runs)],
  ['gap p10', (row) => row.gapP10.toFixed(2)],
  ['gap p50', (row) => row.gapP50.toFixed(2)],
  ['gap p95', (row) => row.gapP95.toFixed(1)],
  ['loop ms', (row) => row.loopMs.toFixed(0)],
  ['x limit', (row) => row.timesLimit.toFixed(3)],
  ['wall ms', (row) => row.wallMs.toFixed(0)],
  ['1st ms', (row) => row.firstMs.toFixed(0)],
  ['cpu ms', (row) => row.cpuMs.toFixed(0)],
  ['rss MB', (row) => row.peakMb.toFixed(0)],
  ['up KB', (row) => row.upKb.toFixed(1)],
  ['down KB', (row) => row.downKb.toFixed(0)],
  ['largest KB', (row) => row.largestKb.toFixed(1)],
  ['conns', (row) => row.connections.toFixed(0)],
];

/** A Markdown table, padded so that it reads well in a terminal too. */
export function drawTable(headers: readonly string[], cells: readonly (readonly string[])[]): string {
  const widths = headers.map((header, column) => Math.max(header.length, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(headers), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...cells.map(line)].join('\n');
}

export function drawRows(rows: readonly Row[]): string {
  return drawTable(
    columns.map(([header]) => header),
    rows.map((row) => columns.map(([, cell]) => cell(row))),
  );
}
