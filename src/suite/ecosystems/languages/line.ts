// The author's test line with the runners of other languages in it, and how it is written out again.

import { type Piece, renderCommand } from '../../shell.ts';
import { readManifest } from '../javascript/manifest.ts';
import { expandScripts, type Scripts } from '../javascript/scripts.ts';
import { expandTargets } from './recipes.ts';
import { adapters } from './runners.ts';
import type { Adapter, Call, Selection, Tools } from './types.ts';

interface RunnerCall {
  readonly adapter: Adapter;
  readonly call: Call;
}

export interface LanguageLine {
  readonly pieces: readonly Piece[];
  /** By index into `pieces`. */
  readonly calls: ReadonlyMap<number, RunnerCall>;
}

/** Null when the line is more than simple commands: it is run as it is then. */
export function readLanguageLine(command: string, scripts: Scripts = {}): LanguageLine | null {
  const expanded = expandScripts(command, scripts);
  if (expanded === null) return null;
  const pieces = withoutParentheses(expanded);
  const calls = new Map<number, RunnerCall>();
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind !== 'command') continue;
    for (const adapter of adapters) {
      const call = adapter.find(piece.words);
      if (call === null) continue;
      calls.set(index, { adapter, call });
      break;
    }
  }
  return { pieces, calls };
}

/** Parentheses around all of a line change nothing. */
function withoutParentheses(pieces: readonly Piece[]): readonly Piece[] {
  const [first, ...rest] = pieces;
  const inner = rest.slice(0, -1);
  const isWrapped = first?.kind === 'glue' && first.raw.trim() === '(' && rest.at(-1)?.kind === 'glue' && rest.at(-1)?.raw.trim() === ')';
  return isWrapped && !inner.some((piece) => piece.kind === 'glue' && /[()]/.test(piece.raw)) ? inner : pieces;
}

/** The line of a folder: scripts of its package.json and targets of its Makefile or justfile are looked through where a runner shows. */
export async function lineIn(command: string, cwd: string): Promise<LanguageLine | null> {
  const reading = await readManifest(cwd);
  const scripts = reading.kind === 'read' ? reading.manifest.scripts : {};
  const line = readLanguageLine(command, scripts);
  if (line === null || line.calls.size > 0) return line;
  const targets = readLanguageLine(await expandTargets(command, cwd), scripts);
  return targets !== null && targets.calls.size > 0 ? targets : line;
}

/** The whole line; every runner in it reports. */
export function renderWholeLine(line: LanguageLine, tools: Tools): string {
  return line.pieces
    .map((piece, index) => {
      if (piece.kind === 'glue') return piece.raw;
      const found = line.calls.get(index);
      const words = found?.adapter.render(found.call, tools, null) ?? null;
      return words === null ? piece.raw : renderCommand({ ...piece, words });
    })
    .join('');
}

/** Runners that are told of tests by name alone. */
const namesOnly: ReadonlySet<string> = new Set(['ctest', 'django']);

/**
 * The line for some of the tests: what comes before the one runner stays, for it may build what the tests need, and what comes after it
 * goes. Null when the line is not such that a part of it can be run.
 */
export function renderPart(line: LanguageLine, tools: Tools, selection: Selection): string | null {
  const [only] = [...line.calls];
  if (only === undefined || line.calls.size !== 1) return null;
  const [at, { adapter, call }] = only;
  const before: string[] = [];
  for (const [index, piece] of line.pieces.entries()) {
    if (piece.kind === 'glue') {
      if (index < at && /[|&;()]/.test(piece.raw.replaceAll('&&', ''))) return null;
    } else if (index < at) {
      // Files are told relative to the folder of the run; names of tests are the same everywhere.
      if (/^(?:cd|pushd)$/.test(piece.words[0]?.value ?? '') && !namesOnly.has(adapter.runner)) return null;
      before.push(piece.raw);
    }
  }
  const piece = line.pieces[at];
  const words = adapter.render(call, tools, selection);
  if (words === null || piece?.kind !== 'command') return null;
  return [...before, renderCommand({ assignments: piece.assignments, words, redirections: [] })].join(' && ');
}
