// A plain agent loop, as it is usually written: one step after the other, each in a shell. The techniques are added to it one by one.
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { edits, failingFile, faulty, reads, wholeSuite } from './fixture.ts';

export interface SerialOptions {
  readonly transport: 'websocket' | 'http';
  readonly sourceInPrompt: boolean;
  readonly testsInEdit: boolean;
  /** Of the first edits; the last one is always followed by everything. */
  readonly failingFirst: boolean;
  /** The socket is opened and the model warmed while the tests run for the first time. */
  readonly connectEarly: boolean;
  /** Files are read and changed in this process, and calls of one turn at the same time. */
  readonly inProcess: boolean;
  /** The model begins before the failure was seen here. */
  readonly startOnLog: boolean;
}

type Json = Readonly<Record<string, unknown>>;

interface Answer {
  readonly id: string;
  readonly items: readonly Json[];
}

interface Line {
  send(body: Json): Promise<Answer>;
  close(): void;
}

/** Runs until the model has nothing more to ask. Resolves with the number of turns. */
export async function serialLoop(root: string, baseUrl: string, options: SerialOptions): Promise<number> {
  const shell = (command: string): Promise<string> =>
    new Promise((resolve) => {
      execFile('sh', ['-c', command], { cwd: root, maxBuffer: 1 << 28 }, (_error, stdout, stderr) =>
        resolve(`${stdout}${stderr}`.slice(-8_000)),
      );
    });
  const connect = (): Promise<Line> => (options.transport === 'http' ? Promise.resolve(overHttp(baseUrl)) : overSocket(baseUrl));
  let line: Promise<Line> | null = null;
  if (options.connectEarly) line = warmed(connect());
  const baseline = shell(wholeSuite);
  if (!options.startOnLog) await baseline;
  line ??= connect();
  const open = await line;

  let edited = 0;
  const perform = async (call: Json): Promise<string> => {
    const args: Json = JSON.parse(String(call.arguments));
    if (call.name === 'read') {
      const path = String(args.path);
      return options.inProcess ? readFile(join(root, path), 'utf8') : shell(`sed -n '1,200p' ${path}`);
    }
    if (call.name === 'run_tests') return shell(args.scope === 'all' ? wholeSuite : failingFile);
    const [oldText = '', newText = ''] = edits[edited] ?? [];
    edited += 1;
    const path = join(root, faulty);
    await writeFile(path, (await readFile(path, 'utf8')).replace(oldText, newText));
    if (!options.inProcess) await shell('true');
    if (!options.testsInEdit) return 'done';
    return shell(options.failingFirst && edited < edits.length ? failingFile : wholeSuite);
  };

  const source = options.sourceInPrompt ? await Promise.all(reads.slice(0, 4).map((path) => readFile(join(root, path), 'utf8'))) : [];
  let items: Json[] = [{ type: 'message', role: 'user', content: ['The tests fail. Repair the code.', ...source].join('\n') }];
  const whole = [...items];
  let previous: string | null = null;
  for (let turn = 1; ; turn += 1) {
    const chained = options.transport === 'websocket' && previous !== null;
    const answer: Answer = await open.send({ input: chained ? items : whole, ...(chained ? { previous_response_id: previous } : {}) });
    const calls = answer.items.filter(({ type }) => type === 'function_call');
    if (calls.length === 0) {
      await baseline;
      open.close();
      return turn;
    }
    const outputs: Json[] = [];
    const output = async (call: Json): Promise<Json> => ({
      type: 'function_call_output',
      call_id: call.call_id,
      output: await perform(call),
    });
    if (options.inProcess) outputs.push(...(await Promise.all(calls.map(output))));
    else for (const call of calls) outputs.push(await output(call));
    previous = answer.id;
    items = outputs;
    whole.push(...answer.items, ...outputs);
  }
}

/** Of the size that is usual for an agent: what is sent anew with each request over HTTP. */
const instructions = 'Read before you change anything, keep the change as small as the failure allows, and say why it is right. '.repeat(
  64,
);
const shared = { model: 'scripted', store: false, instructions, tools: [{ type: 'function', name: 'read', parameters: {} }] };

async function warmed(line: Promise<Line>): Promise<Line> {
  const open = await line;
  await open.send({ generate: false, input: [] });
  return open;
}

async function overSocket(baseUrl: string): Promise<Line> {
  const socket = new WebSocket(`${baseUrl.replace(/^http/, 'ws')}/responses`, { perMessageDeflate: false });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  return {
    send: (body) =>
      new Promise((resolve, reject) => {
        const hear = (data: unknown): void => {
          const event: Json = JSON.parse(String(data));
          if (event.type === 'error') reject(new Error(String(data)));
          if (event.type !== 'response.completed') return;
          socket.off('message', hear);
          resolve(answerOf(event));
        };
        socket.on('message', hear);
        socket.send(JSON.stringify({ type: 'response.create', ...shared, ...body }));
      }),
    close: () => socket.close(),
  };
}

function overHttp(baseUrl: string): Line {
  return {
    send: async (body) => {
      const response = await fetch(`${baseUrl}/responses`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...shared, ...body, stream: true }),
      });
      const events = (await response.text()).split('\n').filter((text) => text.startsWith('data: {'));
      const last = events.map((text): Json => JSON.parse(text.slice(6))).find(({ type }) => type === 'response.completed');
      if (last === undefined) throw new Error(`HTTP ${response.status}: no response`);
      return answerOf(last);
    },
    close: () => {},
  };
}

function answerOf(event: Json): Answer {
  const response = event.response;
  if (typeof response !== 'object' || response === null || !('output' in response) || !('id' in response)) throw new Error('no response');
  return { id: String(response.id), items: Array.isArray(response.output) ? response.output : [] };
}
