// A worker that runs candidate programs one after another and posts the indices of those that pass, at most `most` of them.
// The slot in `progress` says which one is running, so that a crash costs one candidate.
import { createRequire } from 'node:module';
import vm from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { loopPlaces } from '../../../src/trial/warm/loops.ts';

export interface Asked {
  readonly programs: readonly string[];
  readonly from: number;
  readonly most: number;
  readonly milliseconds: number;
  readonly progress: SharedArrayBuffer;
}

const { programs, from, most, milliseconds, progress }: Asked = workerData;
const running = new Int32Array(progress);
const require = createRequire(import.meta.url);
/** One context serves so many candidates: making one is what costs. */
const shared = 50;
/** Rounds of loops and calls of functions after which a candidate is taken for endless. */
const steps = 300_000;

function contextOf(): vm.Context {
  let taken = 0;
  const tick = (): void => {
    if (++taken > steps) throw new Error('endless');
  };
  const fail = (what: unknown): void => {
    if (!what) throw new Error('assertion');
  };
  const begin = (): void => {
    taken = 0;
  };
  return vm.createContext({ console: { assert: fail, log() {}, error() {}, warn() {} }, require, tick, begin });
}

function counted(program: string): string {
  let made = '';
  let at = 0;
  for (const place of loopPlaces('index.js', program)) {
    made += `${program.slice(at, place)};tick();`;
    at = place;
  }
  return made + program.slice(at);
}

function passes(program: string, context: vm.Context): boolean {
  try {
    vm.runInContext(`begin();(() => {${program}\n})()`, context, { timeout: milliseconds });
    return true;
  } catch {
    return false;
  }
}

let context = contextOf();
let found = 0;
for (let at = from; at < programs.length && found < most; at++) {
  Atomics.store(running, 0, at);
  if ((at - from) % shared === 0) context = contextOf();
  const program = counted(programs[at] ?? '');
  // What others left in the context must not decide: what passes is run again in one of its own.
  if (!passes(program, context) || !passes(program, contextOf())) continue;
  found += 1;
  parentPort?.postMessage(at);
}
