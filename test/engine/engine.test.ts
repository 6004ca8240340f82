import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import OpenAI from 'openai';
import type { FunctionTool, Response, ResponseInputItem } from 'openai/resources/responses/responses';
import { ResponsesWS } from 'openai/resources/responses/ws';
import { afterEach, describe, expect, it } from 'vitest';
import { type Engine, engineModel, startEngine } from '../../src/engine/index.ts';
import { createMind, type Mind, type MindOptions } from '../../src/engine/mind.ts';
import { fakeHost, type Host, TOOLS } from './host.ts';

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const tools: FunctionTool[] = TOOLS.map((name) => ({ type: 'function', name, parameters: {}, strict: true }));
const base = { model: engineModel, tools, store: false, instructions: 'Repair it.' };

async function serve(): Promise<OpenAI> {
  const engine: Engine = await startEngine({ apiKey: 'key' });
  open.push(() => engine.close());
  return new OpenAI({ baseURL: engine.url, apiKey: 'key', maxRetries: 0 });
}

const source = [
  'function add(a, b) {',
  '  return a - b;',
  '}',
  'function clamp(value, low, high) {',
  '  return Math.min(Math.max(value, low), high);',
  '}',
  'module.exports = { add, clamp };',
  '',
].join('\n');

function redHost(): Host {
  return fakeHost({
    tests: {
      'test/all.test.js > adds': (load) => assert.equal(load('src/math.js').add?.(2 as never, 3 as never), 5),
      'test/all.test.js > adds none': (load) => assert.equal(load('src/math.js').add?.(0 as never, 7 as never), 7),
      'test/all.test.js > clamps': (load) => assert.equal(load('src/math.js').clamp?.(9 as never, 0 as never, 5 as never), 5),
    },
    files: { 'src/math.js': source, 'test/all.test.js': "const { add } = require('../src/math');\n" },
  });
}

const user = (text: string): ResponseInputItem => ({ type: 'message', role: 'user', content: [{ type: 'input_text', text }] });

/** Performs the calls of a response, in order. */
function perform(response: Response, host: Host): ResponseInputItem[] {
  return response.output.flatMap((item) =>
    item.type === 'function_call'
      ? [{ type: 'function_call_output', call_id: item.call_id, output: host.answer(item.name, item.arguments) }]
      : [],
  );
}

const callsOf = (response: Response) =>
  response.output.flatMap((item) => (item.type === 'function_call' ? [`${item.name} ${item.arguments}`] : []));

function textOf(response: Response): string {
  return response.output
    .flatMap((item) => (item.type === 'message' ? item.content : []))
    .map((part) => ('text' in part ? part.text : ''))
    .join('');
}

async function ask(ws: ResponsesWS, fields: Record<string, unknown>): Promise<Response> {
  return new Promise((resolve, reject) => {
    ws.once('response.completed', (event) => resolve(event.response));
    ws.once('error', reject);
    ws.send({ type: 'response.create', ...base, ...fields });
  });
}

describe('the engine', () => {
  it('repairs a repository over one socket, each turn with the new items only', async () => {
    const ws = new ResponsesWS(await serve());
    open.push(() => ws.close());
    const host = redHost();
    let response = await ask(ws, { input: [user(host.brief)] });
    while (callsOf(response).length > 0) response = await ask(ws, { previous_response_id: response.id, input: perform(response, host) });
    expect(host.files.get('src/math.js')).toBe(source.replace('a - b', 'a + b'));
    expect(textOf(response)).toContain('```regreen\n{"source":"template"');
  });

  it('repairs it over HTTP too, streamed, with the whole conversation each time', async () => {
    const client = await serve();
    const host = redHost();
    const input = [user(host.brief)];
    let response = await client.responses.stream({ ...base, input }).finalResponse();
    while (callsOf(response).length > 0) {
      input.push(...(response.output as ResponseInputItem[]), ...perform(response, host));
      response = await client.responses.stream({ ...base, input }).finalResponse();
    }
    expect(host.files.get('src/math.js')).toContain('a + b');
  });

  it('goes on exactly where it was after a dropped socket and a full resend, also on another engine', async () => {
    const steady = await record(async (ws, { response, fresh }) => ask(ws, { previous_response_id: response.id, input: fresh }), false);
    const dropped = await record(async (ws, { whole }) => ask(ws, { input: whole }), true);
    expect(steady.length).toBeGreaterThan(3);
    expect(dropped).toEqual(steady);
  });

  /** The calls of every turn of a repair; with `anew` each turn has an engine and a socket of its own. */
  async function record(
    next: (ws: ResponsesWS, state: { response: Response; fresh: ResponseInputItem[]; whole: ResponseInputItem[] }) => Promise<Response>,
    anew: boolean,
  ): Promise<string[][]> {
    const host = redHost();
    let ws = new ResponsesWS(await serve());
    const whole = [user(host.brief)];
    let response = await ask(ws, { input: whole });
    const turns = [callsOf(response)];
    while (callsOf(response).length > 0) {
      const fresh = perform(response, host);
      whole.push(...(response.output as ResponseInputItem[]), ...fresh);
      if (anew) {
        ws.close();
        ws = new ResponsesWS(await serve());
      }
      response = await next(ws, { response, fresh, whole });
      turns.push(callsOf(response));
    }
    ws.close();
    return turns;
  }
});

describe('the mind in its worker', () => {
  const prompt = { items: [{ role: 'user', content: 'hi' }], callable: [], parallel: true };

  /** A mind whose worker runs `code`; `ask` is called with every question. */
  async function mindOf(code: string, options: MindOptions = {}): Promise<Mind> {
    const folder = await mkdtemp(join(tmpdir(), 'regreen-mind-'));
    open.push(() => rm(folder, { recursive: true }));
    const file = join(folder, 'worker.mjs');
    await writeFile(
      file,
      `import { parentPort } from 'node:worker_threads';\nparentPort.on('message', ({ id, prompt }) => {\n${code}\n});\n`,
    );
    const mind = createMind({ entry: pathToFileURL(file), ...options });
    open.push(() => mind.close());
    return mind;
  }

  const crashing = "if (prompt.items.length > 1) process.exit(3);\nparentPort.postMessage({ id, step: { kind: 'text', text: 'fine' } });";

  it('answers in words when the worker crashes, and starts another for the next question', async () => {
    const mind = await mindOf(crashing);
    const bad = { ...prompt, items: [...prompt.items, ...prompt.items] };
    expect(await mind.think(prompt)).toEqual({ kind: 'text', text: 'fine' });
    expect(await mind.think(bad)).toMatchObject({ kind: 'text', text: expect.stringContaining('exit code 3') });
    expect(await mind.think(prompt)).toEqual({ kind: 'text', text: 'fine' });
  });

  it('answers in words when the worker runs out of memory', async () => {
    const mind = await mindOf("const all = [];\nfor (;;) all.push({ id, text: 'x' + all.length });", { memoryMb: 64 });
    expect(await mind.think(prompt)).toMatchObject({ kind: 'text', text: expect.stringContaining('out of memory') });
  });

  it('answers in words when the worker never comes back', async () => {
    const mind = await mindOf('for (;;);', { timeoutMs: 300 });
    expect(await mind.think(prompt)).toMatchObject({ kind: 'text', text: expect.stringContaining('did not answer') });
  });

  it('answers in words when the worker cannot be loaded', async () => {
    const mind = createMind({ entry: pathToFileURL(join(tmpdir(), 'regreen-no-such-worker.mjs')) });
    open.push(() => mind.close());
    expect(await mind.think(prompt)).toMatchObject({ kind: 'text' });
  });

  it('answers in words when it is closed meanwhile, and afterwards', async () => {
    const mind = await mindOf('');
    const answer = mind.think(prompt);
    await mind.close();
    expect(await answer).toMatchObject({ kind: 'text', text: expect.stringContaining('closed') });
    expect(await mind.think(prompt)).toMatchObject({ kind: 'text', text: expect.stringContaining('closed') });
  });
});
