// Repairs mutants that Stryker made and a library's own tests killed:
//   npm run bench -- stryker DIR… [--operators N] [--any N] [--seed S] [--minutes M] [--program FILE] [--work FOLDER] [--json FILE] [--reports FOLDER]
//   npm run bench -- stryker DIR… --rank [--every N] [--verbose] [--seed S] [--work FOLDER]
// DIR are git repositories (or addresses) of libraries in TypeScript with sources in src and tests by vitest. Of each a small project
// is made that has just these, what they import and vitest; Stryker runs there once (minutes). Then N mutants of operators and N of any kind are drawn, each
// becomes a red repository of one commit, and Regreen repairs it without a model. --work keeps the projects for another run. With --rank nothing
// is run: it tells where the change that takes a mutant back stands among the candidates, and --verbose of each mutant.
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Outcome, repairCase } from '../npm-bugs/repair-case.ts';
import { share } from '../npm-bugs/summary.ts';
import { draw, killedMutants, type Mutant, operatorKinds, redRepository } from './mutants.ts';
import { project } from './project.ts';
import { type Ranks, ranksOf, rankTable } from './rank.ts';

const { values, positionals } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== 'stryker'),
  allowPositionals: true,
  options: {
    operators: { type: 'string', default: '20' },
    any: { type: 'string', default: '20' },
    seed: { type: 'string', default: '2026' },
    minutes: { type: 'string', default: '2' },
    program: { type: 'string' },
    work: { type: 'string' },
    json: { type: 'string' },
    reports: { type: 'string' },
    rank: { type: 'boolean', default: false },
    every: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
  },
});
if (positionals.length === 0) {
  console.error('usage: npm run bench -- stryker DIR… [--operators N] [--any N] [--minutes M]');
  process.exit(2);
}

interface Result extends Outcome {
  readonly mutator: string;
  readonly drawn: 'operators' | 'any';
}

const work = values.work === undefined ? await mkdtemp(join(tmpdir(), 'bench-stryker-')) : resolve(values.work);
await mkdir(work, { recursive: true });
const options = {
  program: values.program ?? resolve(import.meta.dirname, '..', '..', '..', 'dist', 'cli', 'index.js'),
  minutes: Number(values.minutes),
  findGreen: true,
  reports: values.reports,
};
const results: Result[] = [];
const ranks: Ranks[] = [];

async function measure(folder: string, mutant: Mutant, drawn: Result['drawn']): Promise<void> {
  const directory = await mkdtemp(join(work, 'red-'));
  try {
    if ((await redRepository(folder, mutant, directory)) === null) return;
    const id = `${basename(folder)} ${mutant.path}:${mutant.line} ${mutant.kind}`;
    const fault = [{ path: mutant.path, start: mutant.line, end: mutant.line }];
    const original = { path: mutant.path, text: mutant.text };
    const one = await repairCase({ id, directory, command: 'npm test', green: null, note: '', fault, original }, options);
    results.push({ ...one, mutator: mutant.kind, drawn });
    console.error(`${id}  ${one.outcome}  exact: ${one.exact || '–'}  ${one.seconds.toFixed(0)} s  ${one.wrong}  ${one.words}`);
    if (values.json !== undefined) await writeFile(values.json, JSON.stringify(results));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

try {
  for (const library of positionals) {
    const folder = join(work, basename(library.replace(/(?:\/repo)?\/?(?:\.git)?$/, '')));
    if ((await readdir(folder).catch(() => [])).length === 0) await project(library, folder);
    const killed = await killedMutants(folder);
    const operators = killed.filter(({ kind }) => operatorKinds.has(kind));
    console.error(`${basename(folder)}: ${killed.length} mutants were killed, ${operators.length} of them of operators`);
    if (values.rank) {
      ranks.push(
        ...(await ranksOf(
          folder,
          killed.filter((_, at) => at % Number(values.every) === 0),
          Number(values.seed),
          values.verbose ? console.log : () => {},
        )),
      );
      continue;
    }
    for (const mutant of draw(operators, Number(values.operators), Number(values.seed))) await measure(folder, mutant, 'operators');
    for (const mutant of draw(killed, Number(values.any), Number(values.seed) + 1)) await measure(folder, mutant, 'any');
  }
} finally {
  if (values.work === undefined) await rm(work, { recursive: true, force: true });
}

if (values.rank) console.log(rankTable(ranks));
else tellRepairs();

function tellRepairs(): void {
  console.log(
    '| drawn from | mutants | fixed | the text as it was | the same but for its layout | where given up, its function among five | wrong claims | median |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const drawn of ['operators', 'any'] as const) {
    const own = results.filter((one) => one.drawn === drawn);
    const fixed = own.filter(({ outcome }) => outcome === 'fixed');
    const exact = fixed.filter((one) => one.exact === 'yes').length;
    const alike = fixed.filter((one) => one.exact !== 'no').length;
    const given = own.filter(({ suspected }) => suspected !== '');
    const seconds = own.map((one) => one.seconds).toSorted((a, b) => a - b);
    console.log(
      `| ${drawn} | ${own.length} | ${share(fixed.length, own.length)} | ${share(exact, own.length)} | ${share(alike, own.length)} | ${share(given.filter((one) => one.suspected === 'yes').length, given.length)} | ${own.filter(({ wrong }) => wrong !== '').length} | ${(seconds[seconds.length >> 1] ?? 0).toFixed(0)} s |`,
    );
  }
}
