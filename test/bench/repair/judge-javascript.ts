// A process that runs candidate programs one after another and writes the index of each before it runs it, so that a crash costs one candidate;
// and that of each which passes once more, behind a "+". It ends when `most` have passed. What is asked comes through its input, as JSON.
import { readFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import vm from 'node:vm';
import { loopPlaces, tickAt } from '../../../src/trial/warm/loops.ts';

export interface Asked {
  readonly programs: readonly string[];
  readonly from: number;
  readonly most: number;
  readonly milliseconds: number;
}

const { programs, from, most, milliseconds }: Asked = JSON.parse(readFileSync(0, 'utf8'));
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
    made += program.slice(at, place.at) + tickAt(place, 'tick()');
    at = place.at;
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
  writeSync(1, `${at}\n`);
  if ((at - from) % shared === 0) context = contextOf();
  const program = counted(programs[at] ?? '');
  // What others left in the context must not decide: what passes is run again in one of its own.
  if (!passes(program, context) || !passes(program, contextOf())) continue;
  found += 1;
  writeSync(1, `+${at}\n`);
}
