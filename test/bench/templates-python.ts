// HumanEvalFix for Python by the templates alone: node test/bench/templates-python.ts FILE.jsonl [--even|--odd] [--half] [--most N] [--verbose]
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadGrammars } from '../../src/engine/templates/grammar/loader.ts';
import { generateCandidates } from '../../src/engine/templates/index.ts';

interface Row {
  readonly task_id: string;
  readonly declaration: string;
  readonly buggy_solution: string;
  readonly canonical_solution: string;
  readonly test: string;
  readonly bug_type: string;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    even: { type: 'boolean' },
    odd: { type: 'boolean' },
    half: { type: 'boolean' },
    most: { type: 'string', default: '1000' },
    verbose: { type: 'boolean' },
  },
});
const secondsEach = 0.3;

/** Index of the first program that passes, or -1. */
function firstPassing(programs: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = execFile('python3', [join(import.meta.dirname, 'judge.py')], { maxBuffer: 1 << 26 }, (error, out) =>
      error === null ? resolve(Number(out.trim())) : reject(error),
    );
    child.stdin?.on('error', () => {});
    child.stdin?.end(JSON.stringify({ programs, seconds: secondsEach }));
  });
}

/** The test with every second assertion taken out, and those alone. */
function halves(test: string): { readonly shown: string; readonly hidden: string } {
  const statements = test.split(/\n(?= {4}assert )/);
  const keep = (wanted: number): string =>
    statements.filter((one, index) => !one.startsWith('    assert') || index % 2 === wanted).join('\n');
  return { shown: keep(1), hidden: keep(0) };
}

const plain = (text: string): string => text.replace(/\s+/g, '');
const numberOf = (row: Row): number => Number(row.task_id.split('/')[1]);

await loadGrammars(['x.py']);
const rows: Row[] = readFileSync(positionals[0] ?? '', 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
let [plausible, hiddenToo, exact, generated] = [0, 0, 0, 0];
const ranks: number[] = [];
const missed: string[] = [];
const winners = new Map<string, number>();
const kinds = new Map<string, [number, number]>();
const chosen = rows.filter((row) => (values.even ? numberOf(row) % 2 === 0 : values.odd ? numberOf(row) % 2 === 1 : true));
for (const row of chosen) {
  const head = row.declaration;
  const text = head + row.buggy_solution;
  const from = head.split('\n').length;
  const suspects = text.split('\n').map((_, i) => ({ path: 'solution.py', line: i + 1, score: i + 1 >= from ? 1 : 0.2 }));
  const { shown, hidden } = values.half ? halves(row.test) : { shown: row.test, hidden: row.test };
  const candidates = generateCandidates({
    files: [{ path: 'solution.py', text }],
    suspects,
    failing: [{ id: 'test', file: 'check.py', line: null, message: 'AssertionError', expected: null, actual: null, frames: [] }],
    testSources: [{ path: 'check.py', text: shown }],
    priors: [],
  }).slice(0, Number(values.most));
  const programs = candidates.map((each) => text.slice(0, each.start) + each.text + text.slice(each.end));
  const reference = plain(head + row.canonical_solution);
  const known = programs.findIndex((each) => plain(each) === reference);
  if (known >= 0) generated++;
  const hit = await firstPassing(programs.map((each) => `${each}\n${shown}`));
  const kind = kinds.get(row.bug_type) ?? [0, 0];
  kinds.set(row.bug_type, [kind[0] + (hit >= 0 ? 1 : 0), kind[1] + 1]);
  const winner = candidates[hit];
  if (winner === undefined) missed.push(`${numberOf(row)} (${row.bug_type}, ${candidates.length})`);
  else {
    plausible++;
    ranks.push(hit + 1);
    winners.set(winner.template, (winners.get(winner.template) ?? 0) + 1);
    if (plain(programs[hit] ?? '') === reference) exact++;
    if (values.half && (await firstPassing([`${programs[hit]}\n${hidden}`])) === 0) hiddenToo++;
  }
  if (values.verbose)
    console.log(row.task_id, row.bug_type, 'hit', hit + 1, 'reference', known + 1, 'of', candidates.length, winner?.label ?? '');
}
ranks.sort((a, b) => a - b);
console.log(`plausible ${plausible}/${chosen.length}, textually the reference ${exact}, reference among candidates ${generated}`);
if (values.half)
  console.log(`of those ${hiddenToo} pass the hidden half too (${((100 * hiddenToo) / Math.max(1, plausible)).toFixed(0)} %)`);
console.log(`rank median ${ranks[ranks.length >> 1]}, p90 ${ranks[Math.floor(ranks.length * 0.9)]}`);
console.log([...kinds].map(([kind, [hit, all]]) => `${kind} ${hit}/${all}`).join(', '));
console.log(
  [...winners]
    .toSorted((a, b) => b[1] - a[1])
    .map(([name, n]) => `${name} ${n}`)
    .join(', '),
);
console.log(`missed: ${missed.join(', ')}`);
