// Who makes the fix, each from a red repository to a verified patch.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startScriptedServer } from '../../responses/scripted-server.ts';
import { codexBinary } from '../wire/peers.ts';
import { type Fixture, wholeSuite } from './fixture.ts';
import { modelOf, type Pace, type Step, type Turn } from './script.ts';
import { type SerialOptions, serialLoop } from './serial.ts';

export interface Made {
  readonly wallSeconds: number;
  /** What the whole suite took by itself right afterwards, run as the repository's own command. */
  readonly suiteSeconds: number;
  readonly turns: number;
  /** Of the whole process tree, and of the largest process; null where it was not a process of its own. */
  readonly cpuSeconds: number | null;
  readonly peakMb: number | null;
  /** Seconds by what they were spent on, where the peer tells. */
  readonly critical: Readonly<Record<string, number>> | null;
}

export interface Contender {
  readonly name: string;
  /** The model's turns. */
  readonly turns: readonly Turn[];
  run(fixture: Fixture, baseUrl: string): Promise<Omit<Made, 'wallSeconds' | 'suiteSeconds' | 'turns'>>;
}

/** One fix; throws when the repository is not green with it. */
export async function makeFix(contender: Contender, fixture: Fixture, pace: Pace): Promise<Made> {
  await using server = await startScriptedServer({ turns: modelOf(contender.turns, pace) });
  const from = performance.now();
  const made = await contender.run(fixture, server.baseUrl);
  const until = performance.now();
  if (!(await fixture.isGreen())) throw new Error(`${contender.name} left the repository red`);
  const [wallSeconds, suiteSeconds] = [(until - from) / 1000, (performance.now() - until) / 1000];
  await fixture.reset();
  return { ...made, wallSeconds, suiteSeconds, turns: server.requests.filter(({ warmUp }) => !warmUp).length };
}

export function serial(name: string, turns: readonly Turn[], options: SerialOptions): Contender {
  return {
    name,
    turns,
    run: async (fixture, baseUrl) => {
      await serialLoop(fixture.root, baseUrl, options);
      return { cpuSeconds: null, peakMb: null, critical: null };
    },
  };
}

/** The built command line, as a user runs it. */
export function regreen(name: string, dist: string, turns: readonly Turn[], more: readonly string[] = []): Contender {
  return {
    name,
    turns,
    run: async ({ root }, baseUrl) => {
      const args = ['fix', '--repo', root, '--engine', 'model', '--base-url', baseUrl, '--model', 'scripted', '--apply', '--json', ...more];
      const { stdout, usage } = await timed([process.execPath, join(dist, 'cli', 'index.js'), ...args], root);
      const report: unknown = JSON.parse(stdout);
      return { ...usage, critical: criticalOf(report) };
    },
  };
}

function criticalOf(report: unknown): Record<string, number> {
  if (typeof report !== 'object' || report === null || !('outcome' in report) || report.outcome !== 'fixed')
    throw new Error(`not fixed: ${JSON.stringify(report).slice(0, 500)}`);
  const timing = 'timing' in report ? report.timing : null;
  const critical = typeof timing === 'object' && timing !== null && 'critical' in timing ? timing.critical : {};
  return Object.fromEntries(Object.entries(critical ?? {}).map(([name, value]) => [name, Number(value)]));
}

/** The same steps with its own shell; it begins with the tests, to see the failure. Null where its binary is not. */
export function codex(name: string, packages: string, turns: readonly Turn[], socket: boolean): Contender | null {
  const binary = codexBinary(packages);
  if (binary === null) return null;
  const baseline: Step = { kind: 'test', scope: 'all' };
  return {
    name,
    turns: [[baseline], ...turns],
    run: async ({ root }, baseUrl) => {
      const home = await mkdtemp(join(tmpdir(), 'regreen-codex-'));
      try {
        const provider = `{name="bench",base_url="${baseUrl}",wire_api="responses",env_key="BENCH_KEY",supports_websockets=${socket}}`;
        const settings = ['model_provider="bench"', `model_providers.bench=${provider}`, 'analytics.enabled=false'].flatMap((one) => [
          '-c',
          one,
        ]);
        const prompt = `The tests of this repository (${wholeSuite}) fail. Repair the code.`;
        const args = [
          'exec',
          '--json',
          '--skip-git-repo-check',
          '--sandbox',
          'danger-full-access',
          ...settings,
          '-m',
          'gpt-5.3-codex',
          prompt,
        ];
        const { usage } = await timed([binary, ...args], root, { HOME: home, CODEX_HOME: home, BENCH_KEY: 'none' });
        return { ...usage, critical: null };
      } finally {
        await rm(home, { recursive: true, force: true, maxRetries: 5 });
      }
    },
  };
}

interface Timed {
  readonly stdout: string;
  readonly usage: { readonly cpuSeconds: number; readonly peakMb: number };
}

async function timed(argv: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Promise<Timed> {
  const folder = await mkdtemp(join(tmpdir(), 'regreen-run-'));
  const file = join(folder, 'usage');
  await writeFile(file, '');
  try {
    const child = spawn('/usr/bin/time', ['-f', '%U %S %M', '-o', file, ...argv], {
      cwd,
      env: { PATH: process.env.PATH ?? '', HOME: folder, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-4_000);
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    if (code !== 0) throw new Error(`${argv[1]} ended with ${code}: ${stderr.slice(-1_000)}${stdout.slice(-1_000)}`);
    const [user = 0, system = 0, peakKb = 0] = (await readFile(file, 'utf8')).trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
    return { stdout, usage: { cpuSeconds: user + system, peakMb: peakKb / 1024 } };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
