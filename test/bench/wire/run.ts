// `npm run bench -- wire [--part gap|loop|delay|frames|start] …`: the wire beside real peers, interleaved, medians and ratios.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Certificate, makeCertificate } from './certificate.ts';
import { type DelayLine, delayLineLacks, measureRtt, openDelayLine } from './delay-line.ts';
import { type Goal, gapGoals, isReached, loopGoals } from './goals.ts';
import { defaultTurns } from './job.ts';
import type { TapeSettings } from './measure.ts';
import { buildPeers, type Peer, peersFor } from './peers.ts';
import { type RoundOptions, runRounds } from './rounds.ts';
import { actionPeer, bareNode, drawStart, startGoals, startRows } from './start.ts';
import { drawRows, drawTable, median, type Row, rowsOf } from './table.ts';
import { startTape, type Tape } from './tape-process.ts';

const usage = `usage: npm run bench -- wire [options]
  --part gap|loop|delay|frames|start  one part; default: all of them
  --runs N          rounds; default 9 (gap), 1 (loop), 3 (delay, frames), 11 (start)
  --peers A,B       only these
  --speeds 1000,200 tokens a second (loop); default 1000,200,65
  --rtt 20,60       milliseconds; default 20 (loop), 20,60 (delay), 60 (frames)
  --packages DIR    whose node_modules hold @openai/agents and @openai/codex; default test/conformance
  --dist DIR        the build that starts (start); default dist
  --json FILE       the figures, too`;

const { values: options } = parseArgs({
  args: process.argv.slice(3),
  options: {
    part: { type: 'string' },
    runs: { type: 'string' },
    peers: { type: 'string' },
    speeds: { type: 'string' },
    rtt: { type: 'string' },
    packages: { type: 'string' },
    dist: { type: 'string' },
    json: { type: 'string' },
    help: { type: 'boolean' },
  },
});

const root = join(import.meta.dirname, '..', '..', '..');
const packages = resolve(options.packages ?? join(root, 'test', 'conformance'));
const say = (text: string): void => console.log(text);
const numbers = (text: string | undefined, otherwise: readonly number[]): readonly number[] => text?.split(',').map(Number) ?? otherwise;
const rounds = (otherwise: number): number => Number(options.runs ?? otherwise);
const wanted = (peers: readonly Peer[], otherwise?: readonly string[]): readonly Peer[] => {
  const names = options.peers?.split(',') ?? otherwise;
  return names === undefined ? peers : peers.filter(({ name }) => names.includes(name));
};

/** Client time alone: no API, a model without end of speed. */
const instant: TapeSettings = {
  turns: defaultTurns,
  speed: 0,
  tokensPerTurn: 120,
  overhead: { httpMs: 0, websocketMs: 0, perKTokMs: 0 },
};
/** As calibrated: what HTTP takes more than a socket whose server has the conversation in memory. */
const overhead = { httpMs: 100, websocketMs: 40, perKTokMs: 10 };

interface Result {
  readonly part: string;
  readonly rows: readonly object[];
  readonly goals: readonly Goal[];
}
const results: Result[] = [];

function show(part: string, drawn: string, rows: readonly object[], goals: readonly Goal[]): void {
  say(
    `\n## ${part}\nload ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')} on ${cpus().length} processors, Node ${process.versions.node}\n`,
  );
  say(drawn);
  results.push({ part, rows, goals });
}

async function gap(): Promise<void> {
  await using tape = await startTape({ host: '127.0.0.1', tls: null, enter: [] });
  const peers = wanted(await peersFor({ packages, baseUrl: tape.baseUrl, certificate: null }, say));
  const rows = rowsOf(await runRounds({ tape, settings: instant, peers, rounds: rounds(9), say }), 0);
  show('Loopback, a model without end of speed: what the client takes', drawRows(rows), rows, gapGoals(rows));
}

interface Wire {
  readonly line: DelayLine;
  readonly tape: Tape;
  readonly rttMs: number;
  readonly certificate: Certificate;
}

/** Runs `work` over TLS and a wire of that length. */
async function overWire(rttMs: number, work: (wire: Wire) => Promise<void>): Promise<void> {
  const lacks = delayLineLacks();
  if (lacks !== null) return say(`\nSKIPPED: everything over a wire of ${rttMs} ms, because ${lacks}.`);
  const folder = await mkdtemp(join(tmpdir(), 'regreen-wire-'));
  try {
    await using line = await openDelayLine(rttMs, folder);
    const certificate = await makeCertificate(folder, [line.serverAddress]);
    const measured = await measureRtt(line);
    await using tape = await startTape({ host: line.serverAddress, tls: certificate, enter: line.server });
    await work({ line, tape, certificate, rttMs: measured });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function rowsOver(wire: Wire, more: Pick<RoundOptions, 'settings' | 'rounds' | 'env'>, names?: readonly string[]): Promise<Row[]> {
  const { tape, certificate, line, rttMs } = wire;
  const all = await peersFor({ packages, baseUrl: tape.baseUrl, certificate: certificate.authority }, say);
  return rowsOf(await runRounds({ tape, peers: wanted(all, names), enter: line.client, say, ...more }), rttMs);
}

async function loop(): Promise<void> {
  const [rtt = 20] = numbers(options.rtt, [20]);
  await overWire(rtt, async (wire) => {
    for (const speed of numbers(options.speeds, [1000, 200, 65])) {
      // Slow models take minutes: there only those that the goals speak of.
      const names = speed < 1000 ? ['regreen', 'bare-ws-lean'] : undefined;
      const rows = await rowsOver(wire, { settings: { ...instant, speed, overhead }, rounds: rounds(1) }, names);
      const title = `TLS, round trip ${wire.rttMs.toFixed(1)} ms, ${speed} tokens a second, API overhead as calibrated`;
      show(title, drawRows(rows), rows, loopGoals(rows, speed));
    }
  });
}

async function delay(): Promise<void> {
  for (const rtt of numbers(options.rtt, [20, 60])) {
    await overWire(rtt, async (wire) => {
      const rows = await rowsOver(wire, { settings: instant, rounds: rounds(3) });
      show(`TLS, round trip ${wire.rttMs.toFixed(1)} ms, a model without end of speed`, drawRows(rows), rows, []);
    });
  }
}

/** Where compression begins to pay: frames of several sizes after a pause longer than TCP's memory. */
async function frames(): Promise<void> {
  for (const rtt of numbers(options.rtt, [60])) {
    await overWire(rtt, async (wire) => {
      const found: (Row & { readonly resultKb: number; readonly compressAbove: string })[] = [];
      for (const resultKb of [1, 4, 12, 24]) {
        for (const compressAbove of ['never', '0', 'product']) {
          const env: Record<string, string> = {
            WIRE_RESULT_BYTES: String(resultKb * 1024),
            ...(compressAbove === '0' ? { WIRE_COMPRESS_ABOVE: '0' } : {}),
          };
          const settings = { ...instant, turns: 8, speed: 300, overhead: { httpMs: 0, websocketMs: 0, perKTokMs: 0 } };
          const name = compressAbove === 'product' ? 'regreen' : 'bare-ws';
          const rows = await rowsOver(wire, { settings, rounds: rounds(1), env }, [name]);
          found.push(...rows.map((row) => ({ ...row, resultKb, compressAbove })));
        }
      }
      const cells = found.map((row) => [
        String(row.resultKb),
        row.compressAbove,
        row.largestKb.toFixed(1),
        row.gapP50.toFixed(1),
        (row.gapP50 - wire.rttMs).toFixed(1),
        row.cpuMs.toFixed(0),
        row.upKb.toFixed(0),
      ]);
      const headers = ['result KB', 'compressed above', 'largest KB on the wire', 'gap p50', 'beyond the round trip', 'cpu ms', 'up KB'];
      show(`Frames: TLS, round trip ${wire.rttMs.toFixed(1)} ms, 300 tokens a second`, drawTable(headers, cells), found, []);
    });
  }
}

async function start(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'regreen-wire-'));
  try {
    await using tape = await startTape({ host: '127.0.0.1', tls: null, enter: [] });
    const others = await peersFor({ packages, baseUrl: tape.baseUrl, certificate: null }, say);
    const action = await actionPeer(folder, resolve(options.dist ?? join(root, 'dist')), tape.baseUrl);
    const peers = [action, ...wanted(others, ['codex-ws', 'bare-ws', 'openai-ws'])];
    const boots: number[] = [];
    const count = rounds(11);
    const all = new Map<string, Awaited<ReturnType<typeof runRounds>> extends ReadonlyMap<string, readonly (infer R)[]> ? R[] : never>();
    for (let round = 0; round < count; round++) {
      boots.push(...bareNode(1));
      for (const [name, runs] of await runRounds({ tape, settings: { ...instant }, peers, rounds: 1, say })) {
        all.set(name, [...(all.get(name) ?? []), ...runs]);
      }
    }
    const rows = startRows(all);
    const title = `From the start of the process to the first request (loopback; bare Node boots in ${median(boots).toFixed(0)} ms)`;
    show(title, drawStart(rows), rows, startGoals(rows));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const parts: Readonly<Record<string, () => Promise<void>>> = { gap, loop, delay, frames, start };
const chosen = options.part === undefined ? Object.keys(parts) : [options.part];
if (options.help || chosen.some((name) => parts[name] === undefined)) {
  console.error(usage);
  process.exit(2);
}
await buildPeers();
for (const name of chosen) await parts[name]?.();

const goals = results.flatMap((result) => result.goals);
if (goals.length > 0) {
  say('\n## To reach\n');
  const words = (goal: Goal): string => ({ true: 'reached', false: 'MISSED', null: 'not measured' })[String(isReached(goal))] ?? '';
  const cells = goals.map((goal) => [goal.what, goal.figure?.toFixed(3) ?? '-', `${goal.is} ${goal.bound.toFixed(2)}`, words(goal)]);
  say(drawTable(['what', 'figure', 'bound', ''], cells));
}
if (options.json !== undefined) {
  await writeFile(options.json, `${JSON.stringify({ node: process.versions.node, load: loadavg(), results }, null, 2)}\n`);
}
