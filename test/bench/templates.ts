// Measures the repair templates by themselves: node test/bench/templates.ts humaneval FILE.jsonl | mutants FOLDER...
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { generateCandidates, type TemplateCandidate } from '../../src/engine/templates/index.ts';
import { mutantsOf, randomOf } from './mutants.ts';

const LIMIT = 1000;
const CANDIDATE_MS = 150;

interface Row {
  readonly task_id: string;
  readonly declaration: string;
  readonly buggy_solution: string;
  readonly canonical_solution: string;
  readonly test: string;
  readonly bug_type: string;
}

// Runs candidate programs in fresh contexts; the slot in `progress` says which one is running, so that a crash costs one candidate.
const JUDGE = `
const { parentPort, workerData } = require('node:worker_threads');
const vm = require('node:vm');
const progress = new Int32Array(workerData.progress);
for (let at = workerData.from; at < workerData.programs.length; at++) {
  progress[0] = at;
  const fail = (what) => { if (!what) throw new Error('assertion'); };
  const console = { assert: fail, log() {}, error() {}, warn() {} };
  try {
    vm.runInNewContext(workerData.programs[at], { console, require }, { timeout: ${CANDIDATE_MS} });
    parentPort.postMessage(at);
    break;
  } catch {}
}
`;

/** Index of the first program that passes, or -1. */
async function firstPassing(programs: readonly string[]): Promise<number> {
  const progress = new SharedArrayBuffer(4);
  for (let from = 0; from < programs.length; ) {
    const outcome = await new Promise<number | 'crashed' | 'none'>((resolve) => {
      const worker = new Worker(JUDGE, {
        eval: true,
        workerData: { programs, from, progress },
        resourceLimits: { maxOldGenerationSizeMb: 256 },
      });
      worker.once('message', (at: number) => resolve(at));
      worker.once('error', () => resolve('crashed'));
      worker.once('exit', () => resolve('none'));
    });
    if (typeof outcome === 'number') return outcome;
    if (outcome === 'none') return -1;
    from = (new Int32Array(progress)[0] ?? from) + 1;
  }
  return -1;
}

function apply(text: string, candidate: TemplateCandidate): string {
  return text.slice(0, candidate.start) + candidate.text + text.slice(candidate.end);
}

const plain = (text: string) => text.replace(/\s+|;/g, '');

async function humanEval(path: string): Promise<void> {
  const rows: Row[] = readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const ranks: number[] = [];
  const kinds = new Map<string, [number, number]>();
  const winners = new Map<string, number>();
  let exact = 0;
  let generated = 0;
  const missed: string[] = [];
  const only = process.argv
    .find((each) => each.startsWith('--only='))
    ?.slice(7)
    .split(',');
  for (const row of rows.filter((each) => each.task_id !== 'JavaScript/162' && (only?.includes(each.task_id.slice(11)) ?? true))) {
    const text = row.declaration + row.buggy_solution;
    const suspects = text.split('\n').map((_, i) => ({ path: 'index.js', line: i + 1, score: 1 }));
    const failing = [{ id: 'test', file: 'check.js', line: null, message: 'Assertion failed', expected: null, actual: null, frames: [] }];
    const candidates = generateCandidates({
      files: [{ path: 'index.js', text }],
      suspects,
      failing,
      testSources: [{ path: 'check.js', text: row.test }],
      priors: [],
    }).slice(0, LIMIT);
    const reference = plain(row.declaration + row.canonical_solution);
    const known = candidates.findIndex((each) => plain(apply(text, each)) === reference);
    if (known >= 0) generated++;
    const hit = await firstPassing(candidates.map((each) => `${apply(text, each)}\n${row.test}`));
    const kind = kinds.get(row.bug_type) ?? [0, 0];
    kinds.set(row.bug_type, [kind[0] + (hit >= 0 ? 1 : 0), kind[1] + 1]);
    if (hit < 0) missed.push(`${row.task_id} (${row.bug_type}, ${candidates.length})`);
    else {
      ranks.push(hit + 1);
      const winner = candidates[hit];
      if (winner !== undefined && plain(apply(text, winner)) === reference) exact++;
      winners.set(winner?.template ?? '?', (winners.get(winner?.template ?? '?') ?? 0) + 1);
    }
    if (process.argv.includes('--verbose'))
      console.log(row.task_id, row.bug_type, 'hit', hit + 1, 'reference', known + 1, candidates[hit]?.label ?? '');
  }
  ranks.sort((a, b) => a - b);
  const within = (most: number) => ranks.filter((rank) => rank <= most).length;
  console.log(`plausible ${ranks.length}/163, textually the reference ${exact}, reference among candidates ${generated}`);
  console.log(
    `rank median ${ranks[ranks.length >> 1]}, p90 ${ranks[Math.floor(ranks.length * 0.9)]}; within 50/100/500: ${within(50)}/${within(100)}/${within(500)}`,
  );
  console.log([...kinds].map(([kind, [hit, all]]) => `${kind} ${hit}/${all}`).join(', '));
  console.log(
    [...winners]
      .sort((a, b) => b[1] - a[1])
      .map(([name, n]) => `${name} ${n}`)
      .join(', '),
  );
  console.log(`missed: ${missed.join(', ')}`);
}

function sourcesIn(folder: string): string[] {
  if (statSync(folder).isFile()) return [folder];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[cm]?[jt]s$/.test(name) && !/node_modules|test|\.d\.ts$|\.min\./.test(name))
    .map((name) => join(folder, name));
}

function mutants(folders: readonly string[], perFile: number, seed: number): void {
  const random = randomOf(seed);
  const tally = new Map<string, number[]>();
  let slowest = 0;
  for (const path of folders.filter(existsSync).flatMap(sourcesIn)) {
    const text = readFileSync(path, 'utf8').replace(/\r\n/g, '\n');
    const lines = text.split('\n');
    const code = lines.flatMap((line, i) => (/[\w)]/.test(line) && !/^\s*(\/\/|\*|\/\*)/.test(line) ? [i + 1] : []));
    for (const mutant of mutantsOf(text, perFile, random)) {
      const decoys = Array.from({ length: 20 }, () => code[Math.floor(random() * code.length)] ?? 1);
      const suspects = [...new Set([mutant.line, ...decoys])].map((line) => ({ path: 'lib/index.js', line, score: 1 }));
      const began = process.cpuUsage().user;
      const candidates = generateCandidates({
        files: [{ path: 'lib/index.js', text: mutant.text }],
        suspects,
        failing: [],
        testSources: [],
        priors: [],
      });
      slowest = Math.max(slowest, (process.cpuUsage().user - began) / 1000);
      const rank = candidates.findIndex((each) => plain(apply(mutant.text, each)) === plain(text));
      tally.set(mutant.kind, [...(tally.get(mutant.kind) ?? []), rank + 1]);
      if (process.argv.includes('--verbose') && rank < 0) console.log(`missed ${mutant.kind} ${path}:${mutant.line} ${mutant.say}`);
    }
  }
  const all = [...tally.values()].flat();
  for (const [kind, ranks] of [...tally, ['all', all] as const]) {
    const found = ranks.filter((rank) => rank > 0).sort((a, b) => a - b);
    const within = (most: number) => found.filter((rank) => rank <= most).length;
    console.log(
      `${kind.padEnd(12)} ${found.length}/${ranks.length} median ${found[found.length >> 1]} p90 ${found[Math.floor(found.length * 0.9)]} within 200: ${within(200)} 1000: ${within(1000)}`,
    );
  }
  console.log(`slowest ${Math.round(slowest)} ms of CPU`);
}

const [what, ...paths] = process.argv.slice(2).filter((each) => !each.startsWith('--'));
if (what === 'humaneval' && paths[0] !== undefined) await humanEval(paths[0]);
else mutants(paths, 25, 7);
