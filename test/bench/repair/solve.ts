import { applyChanges, isRange } from '../../../src/engine/edits.ts';
import { type Refused, type Repair, search } from '../../../src/engine/search.ts';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { generateCandidates, type TemplateInput } from '../../../src/engine/templates/index.ts';
import type { Candidate, Tools, Trial } from '../../../src/engine/tools.ts';
import { passing, type Task } from './humanevalfix.ts';

export interface Solution {
  /** Repairs that pass the tests shown, likeliest first, and the program of each. */
  readonly green: readonly Repair[];
  readonly programs: readonly string[];
  readonly candidates: number;
  readonly judged: number;
  /** What passes and is refused. */
  readonly refused: readonly Refused[];
}

/** The engine's own search and choice, on tools that judge a program by one test: at most `most` candidates, judged as if at `rate` a second. */
export async function solve(task: Task, shown: string, most: number, rate: number): Promise<Solution> {
  const python = task.language === 'python';
  if (python) await loadGrammars(['x.py']);
  const file = { path: python ? 'solution.py' : 'index.js', text: task.text };
  const check = python ? 'check.py' : 'check.js';
  const suspects = task.text
    .split('\n')
    .map((_, at) => ({ path: file.path, line: at + 1, score: python && at + 1 < task.firstLine ? 0.2 : 1 }));
  const input: TemplateInput = {
    files: [file],
    suspects,
    failing: [{ id: 'test', file: check, line: null, message: 'Assertion failed', expected: null, actual: null, frames: [] }],
    testSources: [{ path: check, text: shown }],
    priors: [],
  };
  const candidates = generateCandidates(input);
  const programOf = ({ edits }: Candidate): string =>
    applyChanges(
      task.text,
      edits
        .filter(isRange)
        .map(({ start, end, text }) => ({ start, end, text: text ?? '' }))
        .toSorted((a, b) => a.start - b.start),
    );
  let judged = 0;
  const tryEdits: Tools['tryEdits'] = async (batch, _scope, keep) => {
    const green = await passing(
      task.language,
      batch.map((each) => `${programOf(each)}\n${shown}`),
      keep,
    );
    const last = green.length < keep ? undefined : green.at(-1);
    const reached = last === undefined ? batch.length : last + 1;
    judged += reached;
    return { judged: reached, green, partial: [], breaks: [], invalid: [], error: null } satisfies Trial;
  };
  const tools: Pick<Tools, 'tryEdits' | 'spent'> = {
    tryEdits,
    spent: () => ({ seconds: 0, testRuns: 0, judged, rate, warm: false, left: null, last: null }),
  };
  const result = await search({ ...input, tools, candidates, recent: [], room: () => Math.max(0, most - judged) });
  const programs = result.green.map((repair) => programOf({ label: '', edits: repair }));
  return { green: result.green, programs, candidates: candidates.length, judged, refused: result.refused };
}
