import type { Atom } from './changes.ts';

/** Texts of more tokens are not compared: the table of the comparison grows with their product. */
const MOST_TOKENS = 600;

interface Run {
  /** Tokens of the old text `[from, to)` that stand for those of the new one `[start, end)`. */
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Finer atoms than lines: each run of words, numbers and marks that differs between the removed and the added lines. A line that brought
 * something new and lost something old at once is taken apart by them. The atom itself where that gives nothing finer.
 */
export function splitTokens(atom: Atom): readonly Atom[] {
  if (atom.undo.kind !== 'lines' || atom.undo.removed.length === 0 || atom.undo.added.length === 0) return [atom];
  const [old, fresh] = [tokensOf(atom.undo.removed.join('')), tokensOf(atom.undo.added.join(''))];
  if (old.length > MOST_TOKENS || fresh.length > MOST_TOKENS) return [atom];
  const runs = joined(runsOf(old, fresh), fresh);
  if (runs.length < 2) return [atom];
  const { start } = atom.undo.change;
  const offsets = [0];
  for (const token of fresh) offsets.push((offsets.at(-1) ?? 0) + token.length);
  return runs.map((run) => {
    const added = fresh.slice(run.start, run.end).join('');
    const removed = old.slice(run.from, run.to).join('');
    const at = start + (offsets[run.start] ?? 0);
    const line = atom.startLine + fresh.slice(0, run.start).join('').split('\n').length - 1;
    return {
      ...atom,
      startLine: line,
      endLine: line + added.split('\n').length - 1,
      size: 1,
      undo: { kind: 'lines', change: { start: at, end: at + added.length, text: removed }, removed: [removed], added: [added] },
    };
  });
}

function tokensOf(text: string): readonly string[] {
  return text.match(/\w+|\s+|[^\w\s]/gu) ?? [];
}

/** What differs, by the longest common subsequence. */
function runsOf(old: readonly string[], fresh: readonly string[]): readonly Run[] {
  const width = fresh.length + 1;
  const longest = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = fresh.length - 1; j >= 0; j--)
      longest[i * width + j] = old[i] === fresh[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const [from, start] = [i, j];
    while ((i < old.length || j < fresh.length) && (i >= old.length || j >= fresh.length || old[i] !== fresh[j])) {
      if (j >= fresh.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) i += 1;
      else j += 1;
    }
    if (i > from || j > start) runs.push({ from, to: i, start, end: j });
    while (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      i += 1;
      j += 1;
    }
  }
  return runs;
}

/** Runs with nothing but spaces between them are one. */
function joined(runs: readonly Run[], fresh: readonly string[]): readonly Run[] {
  const made: Run[] = [];
  for (const run of runs) {
    const last = made.at(-1);
    const between = last === undefined ? 'x' : fresh.slice(last.end, run.start).join('');
    if (last !== undefined && between.trim() === '' && !between.includes('\n'))
      made[made.length - 1] = { ...run, from: last.from, start: last.start };
    else made.push(run);
  }
  return made;
}
