// Sentences and numbers that every rendering of a report shares. Nothing here is Markdown; untrusted names are the caller's to quote.
import { type Outcome, type Report, type WaitSeconds, waits } from './types.ts';

export const headlines: Readonly<Record<Outcome, string>> = {
  fixed: 'Fixed: red to green, and proved',
  'already-green': 'Already green: nothing to fix',
  flaky: 'Flaky: every failure passed when it was run again',
  'cannot-reproduce': 'Not reproduced: what is red there is not red here',
  'not-fixed': 'Not fixed: nothing passed every check',
  declined: 'Declined: no repair was tried',
  'budget-exhausted': 'Stopped at a limit: not fixed',
  superseded: 'Superseded: the code has moved on',
  'provider-unavailable': 'The model could not be used',
  skipped: 'Skipped: not ours to fix',
};

const remedies: Readonly<Record<Outcome, string | null>> = {
  fixed: null,
  'already-green': null,
  flaky: 'Run the build again to turn it green; the tests named here need a repair of their own.',
  'cannot-reproduce': 'Set `test-command`, `setup-command` or `working-directory` to what your build runs, then run this again.',
  'not-fixed': 'Start from the diagnosis. A hosted model (`api-key`, `model`) or a known green commit (`green-ref`) finds more.',
  declined: null,
  'budget-exhausted':
    'Raise the limit that was reached (`max-turns`, `max-minutes`, `max-tokens`, `max-cost-usd`, `max-test-runs`, `max-changed-lines`).',
  superseded: 'Nothing to do: the next failure starts a new run.',
  'provider-unavailable':
    'This says nothing about the build. Run it again later, or leave `api-key` and `base-url` out: the built-in engine needs neither.',
  skipped: null,
};

/** What to do next; null when there is nothing to do, or the reason says it already. */
export function remedyOf(report: Report): string | null {
  return report.delivery.state === 'refused' ? (report.delivery.remedy ?? null) : remedies[report.outcome];
}

export function count(n: number, one: string, many = `${one}s`): string {
  return `${grouped(n)} ${n === 1 ? one : many}`;
}

/** `0.4 s`, `12.3 s`, `2 min 5 s`. */
export function duration(seconds: number): string {
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** Of a single test: `12 ms`, `1.2 s`. */
export function briefDuration(seconds: number): string {
  return seconds < 0.9995 ? `${Math.round(seconds * 1_000)} ms` : duration(seconds);
}

/** `once`, `twice`, `3 times`. */
export function times(n: number): string {
  return n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`;
}

export function share(part: number, total: number): string {
  return total > 0 ? `${Math.round((100 * part) / total)} %` : '–';
}

export function costInWords({ cost, model, budget }: Pick<Report, 'cost' | 'model' | 'budget'>): string {
  if (budget.used.tokens === 0 && cost.usd === 0) return '$0.00';
  if (!cost.priced) return 'unknown (no price is known for this model; `price` sets one)';
  return model === null ? '$0.00' : dollars(cost.usd);
}

/** `$0.42`, `$0.0123`: cents, and what is below them where there is any. */
function dollars(usd: number): string {
  if (usd > 0 && usd < 0.00005) return 'under $0.0001';
  return `$${usd.toFixed(4).replace(/0{1,2}$/, '')}`;
}

/** `9,300` */
export function grouped(n: number): string {
  return n.toLocaleString('en-US');
}

export function linesOf(files: Report['files']): { readonly added: number; readonly removed: number } {
  return { added: files.reduce((sum, file) => sum + file.added, 0), removed: files.reduce((sum, file) => sum + file.removed, 0) };
}

/** The patch's size in words: `1 file, 2 lines added, 1 removed`. */
export function sizeInWords(files: Report['files']): string {
  const { added, removed } = linesOf(files);
  return `${count(files.length, 'file')}, ${count(added, 'line')} added, ${removed} removed`;
}

export const sources: Readonly<Record<'revert' | 'template' | 'model', string>> = {
  revert: 'It undoes part of a recent change',
  template: 'The built-in engine found it by trying small repairs at the suspicious lines',
  model: 'The model wrote it',
};

/** Limits and what was used of them, in the order of the contract. */
export function budgetRows({ budget: { limits, used } }: Report): readonly (readonly [name: string, used: string, limit: string])[] {
  return [
    ['turns', String(used.turns), String(limits.turns)],
    ['minutes', used.minutes.toFixed(1), String(limits.minutes)],
    ['tokens', grouped(used.tokens), grouped(limits.tokens)],
    ['US dollars', dollars(used.costUsd), dollars(limits.costUsd)],
    ['test runs', String(used.testRuns), String(limits.testRuns)],
    ['changed lines', String(used.changedLines), String(limits.changedLines)],
  ];
}

/** `820 B`, `12.3 KB`, `4.0 MB`: powers of 1,000. */
export function bytes(n: number): string {
  if (Math.abs(n) < 1_000) return `${n} B`;
  return Math.abs(n) < 999_950 ? `${(n / 1_000).toFixed(1)} KB` : `${(n / 1_000_000).toFixed(1)} MB`;
}

/** `tests 4.9 s, client 0.1 s`: what a phase waited for, the longest first. */
export function waitsInWords(waitedFor: WaitSeconds): string {
  const parts = waits.filter((wait) => waitedFor[wait] >= 0.05).sort((a, b) => waitedFor[b] - waitedFor[a]);
  return parts.map((wait) => `${wait} ${duration(waitedFor[wait])}`).join(', ');
}

/** What went over the wire, and how. */
export function wireInWords({ kind, connections, reconnects, turnsDelta, turnsFull }: NonNullable<Report['transport']>): string {
  if (connections + turnsDelta + turnsFull === 0) return 'the model never answered';
  const way = kind === 'websocket' ? 'WebSocket' : 'HTTP';
  const turns = `${count(turnsDelta, 'turn')} sent as deltas, ${turnsFull} in full`;
  // Over HTTP nobody counts connections.
  return connections === 0
    ? `${way}, ${turns}`
    : `${count(connections, 'connection')} over ${way}, ${count(reconnects, 'reconnect')}, ${turns}`;
}

/** What the socket saved, as the rest of a sentence; null where it saved nothing. */
export function savingsInWords({ socket }: Pick<Report, 'socket'>): string | null {
  if (socket === null) return null;
  const { bytesNotResent, handshakesNotMade, handshakeSeconds } = socket;
  const time = handshakeSeconds === null ? '' : ` (about ${duration(handshakeSeconds)})`;
  const parts = [
    ...(bytesNotResent > 0 ? [`sending ${bytes(bytesNotResent)} of conversation again`] : []),
    ...(handshakesNotMade > 0 ? [`${count(handshakesNotMade, 'handshake')}${time}`] : []),
  ];
  return parts.length === 0 ? null : `${parts.join(' and ')}, measured against sending every turn in full over a connection of its own`;
}

/** A diagnosis as its first sentence and what follows it. */
export function inShort(diagnosis: string): readonly [why: string, rest: string] {
  const text = diagnosis.trim();
  const first = /^[^\n]{1,500}?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
  // Half a code span would quote the rest.
  const whole = (first.match(/`/g)?.length ?? 0) % 2 === 0 ? first : text;
  return [whole, text.slice(whole.length).trim()];
}

/** A finding with its place before it. */
export function placed({ path, line, message }: Report['integrity'][number]): string {
  return `${path}${path === '' || line === null ? '' : `:${line}`}${path === '' ? '' : ': '}${message}`;
}
