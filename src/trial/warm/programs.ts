// The program that joins a run and judges candidates in it, by what runs the tests.
import { isPythonRunner, type SuitePlan } from '../../suite/index.ts';
import { forkSource } from './fork-source.ts';
import { jestFrameworkSource, jestReporterSource, jestRunnerSource, jestRuntimeSource } from './jest-source.ts';
import { vitestReporterSource, vitestRunnerSource } from './vitest-main-source.ts';
import { workerSource } from './worker-source.ts';

export interface WorkerProgram {
  /** Its file's name: Node and Python go by endings. */
  readonly name: string;
  readonly source: string;
  /** Further files that it needs in its folder, by their paths there. */
  readonly beside?: Readonly<Record<string, string>>;
  /** Whether it is told which files hold the tests. */
  readonly takesFiles?: boolean;
  /** Whether the runner, when it is killed, leaves folders among the temporary ones. Others keep there what makes the next start fast. */
  readonly leavesFolders?: boolean;
}

/** Runners whose process the worker for Node knows how to take over; `other` is a plain program of Node. */
const node: ReadonlySet<string> = new Set(['mocha', 'tape', 'tap', 'node:test', 'uvu', 'jasmine', 'other']);

const vitest: WorkerProgram = {
  name: 'worker.cjs',
  source: workerSource,
  // As those of a package: newer versions of vite read no other files outside of its root.
  beside: {
    'node_modules/regreen/vitest-reporter.mjs': vitestReporterSource,
    'node_modules/regreen/vitest-runner.mjs': vitestRunnerSource,
  },
  takesFiles: true,
  leavesFolders: true,
};

const jest: WorkerProgram = {
  name: 'worker.cjs',
  source: workerSource,
  beside: {
    'jest-runner.cjs': jestRunnerSource,
    'jest-runtime.cjs': jestRuntimeSource,
    'jest-framework.cjs': jestFrameworkSource,
    'jest-reporter.cjs': jestReporterSource,
  },
};

/** Null where each candidate needs processes of its own. */
export function programFor({ ecosystem, runner }: SuitePlan): WorkerProgram | null {
  if (ecosystem === 'javascript' && runner === 'vitest') return vitest;
  if (ecosystem === 'javascript' && runner === 'jest') return jest;
  if (ecosystem === 'javascript' && runner === 'ava') return { name: 'worker.cjs', source: workerSource, takesFiles: true };
  if (ecosystem === 'javascript' && node.has(runner))
    return { name: 'worker.cjs', source: workerSource, beside: { 'begin.cjs': "globalThis[Symbol.for('regreen.begin')]();\n" } };
  // Forks before it loads anything of the repository.
  if (ecosystem === 'languages' && isPythonRunner(runner)) return { name: 'worker.py', source: forkSource };
  return null;
}

/** Whether there is one for what `plan` is of, or for one of its packages. */
export function programForSome(plan: SuitePlan): boolean {
  return programFor(plan) !== null || (plan.parts ?? []).some(programForSome);
}
