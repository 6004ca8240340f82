// Repairs mutants that Stryker made and a library's own tests killed:
//   npm run bench -- stryker DIR… [--operators N] [--any N] [--seed S] [--minutes M] [--program FILE] [--work FOLDER] [--json FILE]
// DIR are git repositories (or addresses) of libraries in TypeScript with sources in src and tests in test, by vitest. Of each a small project
// is made that has just these and vitest; Stryker runs there once (minutes). Then N mutants of operators and N of any kind are drawn, each
// becomes a red repository of one commit, and Regreen repairs it without a model. --work keeps the projects for another run.
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { randomOf } from './mutants.ts';
import { sh } from './npm-bugs/data.ts';
import { type Outcome, repairCase } from './npm-bugs/repair-case.ts';
import { share } from './repair/measure-npm-bugs.ts';

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
  },
});
if (positionals.length === 0) {
  console.error('usage: npm run bench -- stryker DIR… [--operators N] [--any N] [--minutes M]');
  process.exit(2);
}

const position = z.object({ line: z.number(), column: z.number() });
const mutantSchema = z.object({
  mutatorName: z.string(),
  replacement: z.string(),
  status: z.string(),
  location: z.object({ start: position, end: position }),
});
const reportSchema = z.object({ files: z.record(z.string(), z.object({ source: z.string(), mutants: z.array(mutantSchema) })) });

interface Mutant {
  readonly path: string;
  readonly kind: string;
  readonly line: number;
  /** The file before, and with the fault. */
  readonly text: string;
  readonly faulty: string;
}

const operatorKinds = new Set([
  'ArithmeticOperator',
  'AssignmentOperator',
  'BooleanLiteral',
  'EqualityOperator',
  'LogicalOperator',
  'UnaryOperator',
  'UpdateOperator',
]);
const manifest = { private: true, type: 'module', scripts: { test: 'vitest run' }, devDependencies: { typescript: '^5', vitest: '^3' } };

async function must(command: string, args: readonly string[], cwd: string, timeout = 600_000): Promise<void> {
  const { code, out, err } = await sh(command, args, { cwd, timeout });
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}: ${`${out}\n${err}`.trim().slice(-600)}`);
}

/** A project of the library's sources and tests with their runner, installed and green. */
async function project(library: string, folder: string): Promise<void> {
  const clone = `${folder}-clone`;
  await must('git', ['clone', '--quiet', '--depth', '1', library, clone], tmpdir());
  await mkdir(folder);
  for (const name of await readdir(clone))
    if (/^(?:src|test|tsconfig\.json|vitest\.config\.\w+)$/.test(name))
      await cp(join(clone, name), join(folder, name), { recursive: true });
  await rm(clone, { recursive: true, force: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: basename(folder), ...manifest }, null, 2));
  await writeFile(join(folder, '.gitignore'), 'node_modules\n');
  await must('npm', ['install', '--no-audit', '--no-fund'], folder);
  await must('npm', ['test'], folder);
}

async function killedMutants(folder: string): Promise<readonly Mutant[]> {
  const copy = `${folder}-stryker`;
  const file = join(copy, 'mutation.json');
  if ((await readFile(file).catch(() => null)) === null) {
    await cp(folder, copy, { recursive: true, verbatimSymlinks: true });
    await must(
      'npm',
      ['install', '--no-save', '--no-audit', '--no-fund', '@stryker-mutator/core@9', '@stryker-mutator/vitest-runner@9'],
      copy,
    );
    const settings = { testRunner: 'vitest', reporters: ['json'], jsonReporter: { fileName: 'mutation.json' }, mutate: ['src/**/*.ts'] };
    await writeFile(join(copy, 'stryker.config.json'), JSON.stringify({ ...settings, concurrency: 1, coverageAnalysis: 'perTest' }));
    await must('npx', ['stryker', 'run'], copy, 1_200_000);
  }
  const { files } = reportSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  return Object.entries(files).flatMap(([path, { source, mutants }]) => {
    const starts = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
    const offset = ({ line, column }: z.infer<typeof position>): number => (starts[line - 1] ?? 0) + column - 1;
    return mutants
      .filter(({ status }) => status === 'Killed')
      .map(({ mutatorName, replacement, location: { start, end } }) => ({
        path,
        kind: mutatorName,
        line: start.line,
        text: source,
        faulty: source.slice(0, offset(start)) + replacement + source.slice(offset(end)),
      }));
  });
}

function draw<T>(list: readonly T[], count: number, seed: number): readonly T[] {
  const next = randomOf(seed);
  return list
    .map((value) => ({ value, key: next() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, count)
    .map(({ value }) => value);
}

/** A red repository of one commit; null when its tests do not fail in it by themselves. */
async function redRepository(folder: string, mutant: Mutant, directory: string): Promise<string | null> {
  for (const name of await readdir(folder))
    if (name !== 'node_modules') await cp(join(folder, name), join(directory, name), { recursive: true });
  await must('cp', ['-al', join(folder, 'node_modules'), join(directory, 'node_modules')], directory);
  await writeFile(join(directory, mutant.path), mutant.faulty);
  if ((await sh('npm', ['test'], { cwd: directory, timeout: 60_000 })).code === 0) return null;
  const git = ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost', '-c', 'init.defaultBranch=main'];
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
    ['commit', '-qm', 'Release'],
  ])
    await must('git', [...git, ...args], directory);
  return directory;
}

interface Result extends Outcome {
  readonly mutator: string;
  readonly drawn: 'operators' | 'any';
}

const work = values.work === undefined ? await mkdtemp(join(tmpdir(), 'bench-stryker-')) : resolve(values.work);
await mkdir(work, { recursive: true });
const options = {
  program: values.program ?? resolve(import.meta.dirname, '..', '..', 'dist', 'cli', 'index.js'),
  minutes: Number(values.minutes),
  findGreen: true,
  reports: undefined,
};
const results: Result[] = [];

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
    for (const mutant of draw(operators, Number(values.operators), Number(values.seed))) await measure(folder, mutant, 'operators');
    for (const mutant of draw(killed, Number(values.any), Number(values.seed) + 1)) await measure(folder, mutant, 'any');
  }
} finally {
  if (values.work === undefined) await rm(work, { recursive: true, force: true });
}

console.log('| drawn from | mutants | fixed | the text as it was | where given up, its function among five | wrong claims | median |');
console.log('| --- | --- | --- | --- | --- | --- | --- |');
for (const drawn of ['operators', 'any'] as const) {
  const own = results.filter((one) => one.drawn === drawn);
  const fixed = own.filter(({ outcome }) => outcome === 'fixed');
  const exact = fixed.filter((one) => one.exact === 'yes').length;
  const given = own.filter(({ suspected }) => suspected !== '');
  const seconds = own.map((one) => one.seconds).toSorted((a, b) => a - b);
  console.log(
    `| ${drawn} | ${own.length} | ${share(fixed.length, own.length)} | ${share(exact, own.length)} | ${share(given.filter((one) => one.suspected === 'yes').length, given.length)} | ${own.filter(({ wrong }) => wrong !== '').length} | ${(seconds[seconds.length >> 1] ?? 0).toFixed(0)} s |`,
  );
}
