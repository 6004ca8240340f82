import type { Told } from './recording.ts';

/** Where a run went another way than the recorded one. */
export interface Divergence {
  /** From 1. */
  readonly turn: number;
  /** What differs: `the first message`, `the answer of run_tests`… */
  readonly what: string;
  /** The first lines that differ; null: there was none. */
  readonly recorded: string | null;
  readonly now: string | null;
}

const EXCERPT = 200;

/** What was told before a turn, then and now. Times, rates and addresses of memory differ between any two runs, and are not compared. */
export function divergencesIn(turn: number, recorded: readonly Told[], now: readonly Told[]): readonly Divergence[] {
  const found: Divergence[] = [];
  for (let at = 0; at < Math.max(recorded.length, now.length); at++) {
    const [then, today] = [recorded[at], now[at]];
    const what = nameOf(turn, then ?? today);
    if (then === undefined || today === undefined || then.from !== today.from) {
      found.push({ turn, what, recorded: excerpt(then?.text), now: excerpt(today?.text) });
      continue;
    }
    const difference = firstDifference(then.text, today.text);
    if (difference !== null) found.push({ turn, what, ...difference });
  }
  return found;
}

function nameOf(turn: number, told: Told | undefined): string {
  if (told === undefined || told.from === 'message') return turn === 1 ? 'the first message' : 'a message to the model';
  return `the answer of ${told.from}`;
}

function firstDifference(then: string, now: string): { readonly recorded: string | null; readonly now: string | null } | null {
  const before = steady(then).split('\n');
  const after = steady(now).split('\n');
  const at = before.findIndex((line, index) => line !== after[index]);
  const index = at < 0 && after.length > before.length ? before.length : at;
  if (index < 0) return null;
  // Within a long line, what stands around the first other character.
  const [a, b] = [before[index], after[index]];
  let from = 0;
  while (a !== undefined && b !== undefined && a[from] === b[from]) from++;
  const start = Math.max(0, from - EXCERPT / 4);
  return { recorded: excerpt(a?.slice(start)), now: excerpt(b?.slice(start)) };
}

function excerpt(text: string | undefined): string | null {
  if (text === undefined) return null;
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text;
}

/** Without what no two runs have in common: how long it took, and how many candidates were under way when the first was found green. */
function steady(text: string): string {
  return text
    .replace(/\b(seconds|duration_ms|warm|judged|red|not_run)("?[=: ]+)\d+(?:\.\d+)?/g, '$1$2#')
    .replace(/\b\d+(?:\.\d+)? ?(?:ms|s|min)\b/g, '#')
    .replace(/\b0x[0-9a-f]{6,}\b/gi, '#')
    .replace(/\/[^\s"':]*\/regreen-[\w-]+/g, '/#');
}
