// `npm run prove -- signals [COUNT] [--seed=N] [--only=EXPRESSION]`: SIGINT, SIGTERM and SIGKILL at random moments over whole runs of the
// Action and of the command line, in every layer that works here. The seed is printed.

import { pickSandbox, type SandboxLayer } from '../../src/workspace/index.ts';
import { mapLimit } from '../../src/workspace/map-limit.ts';
import { isBuilt } from '../e2e/program.ts';
import { type Interruption, interrupt } from '../hostile/interrupted.ts';

const option = (name: string): string | undefined =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
const count = Number(process.argv.slice(2).find((argument) => /^\d+$/.test(argument)) ?? 120);
const seed = Number(option('seed') ?? Date.now() % 1_000_000);
const only = new RegExp(option('only') ?? '');

/** Mulberry32: small, and the same everywhere. */
function randoms(state: number): () => number {
  let at = state;
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const works = async (layer: SandboxLayer): Promise<boolean> =>
  layer === 'none' || (await pickSandbox({ requested: layer, network: 'none', holdsSecrets: true, hidden: [] })).ok;
const layers: SandboxLayer[] = [];
for (const layer of ['bubblewrap', 'unshare', 'none'] as const) if (await works(layer)) layers.push(layer);
const kinds = (['action', 'cli'] as const)
  .flatMap((program) =>
    layers.flatMap((layer) => (['SIGINT', 'SIGTERM', 'SIGKILL'] as const).map((signal) => ({ program, layer, signal }))),
  )
  .filter(({ program, layer, signal }) => only.test(`${program} ${layer} ${signal}`));
console.log(
  `seed ${seed}; ${isBuilt ? 'the built programs' : 'NOT the built programs: dist/ is not built from these sources, which are run instead'}`,
);

const lengths = new Map<string, number>();
for (const { program, layer } of kinds) {
  const name = `${program} ${layer}`;
  if (lengths.has(name)) continue;
  const { problems, took } = await interrupt({ program, layer, signal: 'SIGKILL', ms: null });
  if (problems.length > 0) throw new Error(`${name} does not work undisturbed: ${problems.join('; ')}`);
  lengths.set(name, took);
  console.log(`${name} takes ${(took / 1000).toFixed(1)} s undisturbed`);
}

const random = randoms(seed);
const cases = Array.from({ length: count }, (_, index): Interruption => {
  const kind = kinds[index % kinds.length] ?? { program: 'action', layer: 'none', signal: 'SIGINT' };
  return { ...kind, ms: Math.round(random() * (lengths.get(`${kind.program} ${kind.layer}`) ?? 1_000)) };
});
const table = new Map(kinds.map(({ program, layer, signal }) => [`${program} ${layer} ${signal}`, { tried: 0, hit: 0, failed: 0 }]));
await mapLimit(cases, 2, async (each) => {
  const name = `${each.program} ${each.layer} ${each.signal}`;
  const { problems, hit } = await interrupt(each).catch((error: unknown) => ({ problems: [String(error)], hit: true }));
  const row = table.get(name);
  if (row !== undefined) {
    row.tried++;
    row.hit += Number(hit);
    row.failed += Number(problems.length > 0);
  }
  if (problems.length > 0) console.log(`FAILED: ${JSON.stringify(each)}\n  ${problems.join('\n  ')}`);
});
console.log(['', 'tried', 'while it ran', 'FAILED'].map((cell, index) => cell.padEnd(index === 0 ? 30 : 14)).join(''));
for (const [name, { tried, hit, failed }] of table)
  console.log(`${name.padEnd(30)}${[tried, hit, failed].map((cell) => String(cell).padEnd(14)).join('')}`);
process.exitCode = [...table.values()].some(({ failed }) => failed > 0) ? 1 : 0;
