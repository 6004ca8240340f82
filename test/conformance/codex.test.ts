import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startEngine } from '../../src/engine/index.ts';
import { type RecordedRequest, type ScriptedServerOptions, type ScriptedTurn, startScriptedServer } from '../responses/scripted-server.ts';
import { key, question } from './expectations.ts';
import { clients, installed } from './installed.ts';

const there = await installed('@openai/codex');

interface Ended {
  readonly exitCode: number | null;
  /** Its JSON events, in order. */
  readonly events: readonly { readonly type: string; readonly item?: Readonly<Record<string, unknown>>; readonly usage?: unknown }[];
  readonly stderr: string;
  /** What its tool wrote. */
  readonly made: string | null;
}

/** `codex exec` in an empty folder, with a home of its own. */
async function codex(baseUrl: string, prompt: string): Promise<Ended> {
  const folder = await mkdtemp(join(tmpdir(), 'regreen-codex-'));
  const home = join(folder, 'home');
  const project = join(folder, 'project');
  await Promise.all([mkdir(home), mkdir(project)]);
  const provider = `{name="lab",base_url="${baseUrl}",wire_api="responses",env_key="LAB_KEY",supports_websockets=true}`;
  const settings = ['model_provider="lab"', `model_providers.lab=${provider}`, 'analytics.enabled=false'].flatMap((one) => ['-c', one]);
  // The tests run in containers where its own sandbox cannot start; the one command it is told to run is harmless.
  const args = ['exec', '--json', '--skip-git-repo-check', '--sandbox', 'danger-full-access', ...settings, '-m', 'gpt-5.3-codex', prompt];
  const child = spawn(join(clients, '.bin', 'codex'), args, {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: home, CODEX_HOME: home, LAB_KEY: key },
  });
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr, exitCode] = await Promise.all([textOf(child.stdout), textOf(child.stderr), exited]);
  const made = await readFile(join(project, 'made.txt'), 'utf8').catch(() => null);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
  return { exitCode, stderr, made, events: lines.map((line) => JSON.parse(line)) };
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
}

const lastWords = ({ events }: Ended): unknown => events.findLast((event) => event.item?.type === 'agent_message')?.item?.text;

/** A command for its shell tool, then the end. */
const shellOnce = (request: RecordedRequest): ScriptedTurn =>
  request.transcript.some((item) => item.type === 'function_call_output')
    ? { text: 'It is made.' }
    : { calls: [{ name: 'exec_command', arguments: { cmd: 'echo $((6 * 7)) > made.txt; cat made.txt' } }] };

async function expectToolLoop(options: Pick<ScriptedServerOptions, 'upgrades'>, transport: RecordedRequest['transport']) {
  await using server = await startScriptedServer({ apiKey: key, turns: shellOnce, ...options });
  const ended = await codex(server.baseUrl, 'Make it.');
  expect(ended.exitCode, ended.stderr).toBe(0);
  expect(ended.made).toBe('42\n');
  expect(lastWords(ended)).toBe('It is made.');
  const turns = server.requests.filter((request) => !request.warmUp);
  expect(turns.map((request) => request.transport)).toEqual([transport, transport]);
  expect(turns[1]?.input.at(-1)).toMatchObject({ type: 'function_call_output', output: expect.stringContaining('42') });
  return server;
}

describe.skipIf(!there).concurrent('codex exec', () => {
  it('completes a tool loop with the scripted server over one socket, with what is new only', async () => {
    const server = await expectToolLoop({}, 'websocket');
    expect(server.upgrades).toHaveLength(1);
    expect(server.requests.at(-1)?.input).toHaveLength(1);
  });

  it('completes it over HTTP when the upgrade is answered with 426', async () => {
    const server = await expectToolLoop({ upgrades: { status: 426 } }, 'http');
    expect(server.requests.at(-1)?.input.length).toBeGreaterThan(1);
  });

  it('gets an answer in text from the engine, which has no use for its tools', async () => {
    const engine = await startEngine({ apiKey: key });
    const ended = await codex(engine.url, question).finally(() => engine.close());
    expect(ended.exitCode, ended.stderr).toBe(0);
    expect(lastWords(ended)).toContain('program-repair engine');
    const { usage } = ended.events.find((event) => event.type === 'turn.completed') ?? {};
    expect(usage).toMatchObject({ input_tokens: expect.any(Number), output_tokens: expect.any(Number) });
  });
});
