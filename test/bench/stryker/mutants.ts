// A library's killed mutants, as Stryker reports them, each as a red repository.
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { randomOf } from '../mutants.ts';
import { sh } from '../npm-bugs/data.ts';
import { must } from './project.ts';

const position = z.object({ line: z.number(), column: z.number() });
const mutantSchema = z.object({
  mutatorName: z.string(),
  replacement: z.string(),
  status: z.string(),
  statusReason: z.string().default(''),
  killedBy: z.array(z.string()).default([]),
  coveredBy: z.array(z.string()).default([]),
  location: z.object({ start: position, end: position }),
});
const reportSchema = z.object({
  files: z.record(z.string(), z.object({ source: z.string(), mutants: z.array(mutantSchema) })),
  testFiles: z.record(z.string(), z.object({ tests: z.array(z.object({ id: z.string(), name: z.string() })) })).default({}),
});

export interface Mutant {
  readonly path: string;
  readonly kind: string;
  readonly line: number;
  /** The file before, and with the fault. */
  readonly text: string;
  readonly faulty: string;
  /** The test that killed it first, with what it said. */
  readonly killer: { readonly name: string; readonly file: string; readonly message: string };
  /** Lines that the killing test executes, by path; each with how many tests execute it. */
  readonly executed: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

export const operatorKinds = new Set([
  'ArithmeticOperator',
  'AssignmentOperator',
  'BooleanLiteral',
  'EqualityOperator',
  'LogicalOperator',
  'UnaryOperator',
  'UpdateOperator',
]);

export async function killedMutants(folder: string): Promise<readonly Mutant[]> {
  const copy = `${folder}-stryker`;
  const file = join(copy, 'mutation.json');
  if ((await readFile(file).catch(() => null)) === null) {
    await cp(folder, copy, { recursive: true, verbatimSymlinks: true });
    await must(
      'npm',
      [
        'install',
        '--no-save',
        '--no-audit',
        '--no-fund',
        '--legacy-peer-deps',
        '@stryker-mutator/core@9',
        '@stryker-mutator/vitest-runner@9',
      ],
      copy,
    );
    const mutate = ['src/**/*.ts', '!src/**/*.{test,spec,test-d,spec-d,d}.ts', '!src/**/__tests__/**'];
    const settings = { testRunner: 'vitest', reporters: ['json'], jsonReporter: { fileName: 'mutation.json' }, mutate };
    await writeFile(join(copy, 'stryker.config.json'), JSON.stringify({ ...settings, concurrency: 1, coverageAnalysis: 'perTest' }));
    await must('npx', ['stryker', 'run'], copy, 1_200_000);
  }
  return mutantsOf(reportSchema.parse(JSON.parse(await readFile(file, 'utf8'))));
}

function mutantsOf({ files, testFiles }: z.infer<typeof reportSchema>): readonly Mutant[] {
  const names = new Map(
    Object.entries(testFiles).flatMap(([file, { tests }]) => tests.map(({ id, name }) => [id, { name, file }] as const)),
  );
  const covering = Object.entries(files).flatMap(([path, { mutants }]) =>
    mutants.map(({ location, coveredBy }) => ({ path, line: location.start.line, tests: coveredBy })),
  );
  return Object.entries(files).flatMap(([path, { source, mutants }]) => {
    const starts = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
    const offset = ({ line, column }: z.infer<typeof position>): number => (starts[line - 1] ?? 0) + column - 1;
    return mutants.flatMap(({ mutatorName, replacement, status, statusReason, killedBy: [by = ''], location: { start, end } }) => {
      if (status !== 'Killed') return [];
      const { name, file } = names.get(by) ?? { name: '', file: '' };
      const gone = end.line - start.line - (replacement.match(/\n/g)?.length ?? 0);
      const executed = new Map<string, Map<number, number>>();
      for (const at of covering) {
        if (!at.tests.includes(by) || (at.path === path && at.line > start.line && at.line <= end.line)) continue;
        const lines = executed.get(at.path) ?? new Map<number, number>();
        lines.set(at.path === path && at.line > end.line ? at.line - gone : at.line, at.tests.length);
        executed.set(at.path, lines);
      }
      const faulty = source.slice(0, offset(start)) + replacement + source.slice(offset(end));
      const killer = { name, file, message: statusReason };
      return [{ path, kind: mutatorName, line: start.line, text: source, faulty, killer, executed }];
    });
  });
}

export function draw<T>(list: readonly T[], count: number, seed: number): readonly T[] {
  const next = randomOf(seed);
  return list
    .map((value) => ({ value, key: next() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, count)
    .map(({ value }) => value);
}

/** A red repository of one commit; null when its tests do not fail in it by themselves. */
export async function redRepository(folder: string, mutant: Mutant, directory: string): Promise<string | null> {
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
