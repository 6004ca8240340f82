// One failure, one fingerprint: what makes two red builds the same failure, whenever and wherever they ran.
import { createHash } from 'node:crypto';

/** What differs from run to run without meaning anything. Order matters: the longer forms go first. */
const noise: readonly (readonly [RegExp, string])[] = [
  [/\u001b\[[0-9;?]*[ -/]*[@-~]/g, ''],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, '#'],
  // Addresses and absolute paths, with the line and column behind them.
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s'"`)\]}>]+/gi, '<path>'],
  [/(?<![\w.])(?:[A-Za-z]:)?(?:[\\/][^\s\\/'"`:()[\]{}<>,;]+){2,}[\\/]?(?::\d+){0,2}/g, '<path>'],
  [/\b0x[0-9a-f]+\b/gi, '#'],
  [/\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,}\b/gi, '#'],
  [/[-+]?\d[\d.,_:]*(?:e[-+]?\d+)?\s*(?:ns|µs|us|ms|s|sec(?:onds?)?|min(?:utes?)?)?(?![A-Za-z])/gi, '#'],
  [/\d+/g, '#'],
  [/#(?:[\s,.:-]*#)+/g, '#'],
  [/\s+/g, ' '],
];
/** A message's end is often a stack or a diff, in an order of its own. */
const longestMessage = 2_000;

/** A message without numbers, durations, ids, paths and colours. */
export function normaliseMessage(message: string): string {
  return noise.reduce((text, [pattern, by]) => text.replace(pattern, by), message.slice(0, longestMessage)).trim();
}

/** 32 hexadecimal digits; the same for the same tests failing in the same way, in whatever order. */
export function fingerprintOf(failing: readonly { readonly id: string; readonly message: string | null }[]): string {
  const parts = failing.map(({ id, message }) => JSON.stringify([id, normaliseMessage(message ?? '')]));
  const text = [...new Set(parts)].sort().join('\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
