// The author's whole test line with the runners in it, and how it is written out again: all of it, or the part that runs some tests.

import { type Piece, quote, renderCommand, type SimpleCommand } from '../../shell.ts';
import { asksRegistry, findRunner, isJudge, type RunnerCommand } from './commands.ts';
import { type Instruments, instrument, type Selection, withNodeOptions } from './instrument.ts';
import { expandScripts, type Scripts } from './scripts.ts';

export interface TestLine {
  readonly pieces: readonly Piece[];
  /** By index into `pieces`. */
  readonly runners: ReadonlyMap<number, RunnerCommand>;
}

/** Null when the line cannot be taken apart: it is run as it is then. */
export function readTestLine(command: string, scripts: Scripts): TestLine | null {
  const pieces = expandScripts(command, scripts);
  if (pieces === null) return null;
  const runners = new Map<number, RunnerCommand>();
  for (const [index, piece] of pieces.entries()) {
    const runner = piece.kind === 'command' ? findRunner(piece) : null;
    if (runner !== null) runners.set(index, runner);
  }
  // `npm run build && node scripts/x.js && mocha`: a plain script beside a real runner is no test.
  if ([...runners.values()].some(({ kind }) => kind !== 'script')) {
    for (const [index, { kind, command: own }] of runners)
      if (kind === 'script' && !/\btests?\b|\bspec\b/.test(own.raw)) runners.delete(index);
  }
  return { pieces, runners };
}

export interface Rendering {
  readonly instruments: (index: number) => Instruments;
  /** `--require /path/probe.cjs`, for commands that set `NODE_OPTIONS` themselves. */
  readonly nodeOptions: string;
  /** Leaves out tools that measure coverage, and thresholds. */
  readonly lean: boolean;
  /** Where TAP that the author pipes into something else is copied to. */
  readonly tapFile: (index: number) => string;
}

export function renderWhole(line: TestLine, rendering: Rendering): string {
  return line.pieces
    .map((piece, index) => {
      if (piece.kind === 'glue') return piece.raw;
      const runner = line.runners.get(index);
      if (runner === undefined) return asksRegistry(piece) ? 'true' : renderOther(piece, rendering);
      const text = instrument(ownOptions(runner, rendering), rendering.instruments(index), null, rendering.lean);
      const next = line.pieces[index + 1];
      const isPiped = next?.kind === 'glue' && /^\s*\|(?!\|)/.test(next.raw);
      return isPiped && runner.kind !== 'jest' && runner.kind !== 'vitest' ? `${text} | tee ${quote(rendering.tapFile(index))}` : text;
    })
    .join('');
}

/**
 * The line for some of the tests: what comes before the runner and is no judge of style stays, for it may build what the tests need;
 * what comes after it goes. Null when the line is not such that a part of it can be run.
 */
export function renderSelected(line: TestLine, selections: ReadonlyMap<number, Selection | 'whole'>, rendering: Rendering): string | null {
  const last = Math.max(...selections.keys());
  const parts: string[] = [];
  for (const [index, piece] of line.pieces.entries()) {
    if (index > last) break;
    if (piece.kind === 'glue') {
      if (/[|&]/.test(piece.raw.replaceAll('&&', ''))) return null;
      continue;
    }
    if (/^(?:cd|pushd|popd|\.|source)$/.test(piece.words[0]?.value ?? '')) return null;
    const runner = line.runners.get(index);
    const selection = selections.get(index);
    if (runner === undefined) {
      if (!isJudge(piece) && !asksRegistry(piece)) parts.push(renderOther(piece, rendering));
    } else if (selection !== undefined)
      parts.push(instrument(ownOptions(runner, rendering), rendering.instruments(index), selection === 'whole' ? null : selection, true));
  }
  return parts.length === 0 ? null : parts.join(' && ');
}

function renderOther(command: SimpleCommand, { nodeOptions }: Rendering): string {
  const words = [...command.assignments, ...command.words];
  const changed = words.map((each) => withNodeOptions(each, nodeOptions));
  if (changed.every((each, index) => each === words[index])) return command.raw;
  return renderCommand({ assignments: [], words: changed, redirections: command.redirections });
}

function ownOptions(runner: RunnerCommand, { nodeOptions }: Rendering): RunnerCommand {
  const change = (words: RunnerCommand['wrappers']): RunnerCommand['wrappers'] => words.map((each) => withNodeOptions(each, nodeOptions));
  return {
    ...runner,
    assignments: change(runner.assignments),
    wrappers: change(runner.wrappers),
    leanWrappers: change(runner.leanWrappers),
  };
}
