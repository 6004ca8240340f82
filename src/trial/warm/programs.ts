// The program that joins a run and judges candidates in it, by what runs the tests.
import type { SuitePlan } from '../../suite/index.ts';
import { forkSource } from './fork-source.ts';
import { workerSource } from './worker-source.ts';

export interface WorkerProgram {
  /** Its file's name: Node and Python go by endings. */
  readonly name: string;
  readonly source: string;
}

/** Runners whose process the worker for Node knows how to take over; `other` is a plain program of Node. */
const node: ReadonlySet<string> = new Set(['mocha', 'tape', 'node:test', 'other']);
/** Runners whose process forks before it loads anything of the repository. */
const forking: ReadonlySet<string> = new Set(['pytest', 'unittest']);

/** Null where each candidate needs processes of its own. */
export function programFor({ ecosystem, runner }: SuitePlan): WorkerProgram | null {
  if (ecosystem === 'javascript' && node.has(runner)) return { name: 'worker.cjs', source: workerSource };
  if (ecosystem === 'languages' && forking.has(runner)) return { name: 'worker.py', source: forkSource };
  return null;
}
