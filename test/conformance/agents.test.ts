import { describe, expect, it } from 'vitest';
import { startEngine } from '../../src/engine/index.ts';
import { startScriptedServer } from '../responses/scripted-server.ts';
import { expectRepaired, key, lookUp, question, scriptedLookUp } from './expectations.ts';
import { installed } from './installed.ts';
import { redRepository } from './red-repository.ts';

interface Result {
  readonly finalOutput?: unknown;
  /** Of a streamed run: when it is over. */
  readonly completed?: Promise<void>;
}

/** The part of `@openai/agents` that is used here. The package is not installed with the project, so its types are not there either. */
interface AgentsPackage {
  readonly Agent: new (options: { name: string; instructions: string; model: string; tools: readonly unknown[] }) => object;
  readonly OpenAIProvider: new (options: { apiKey: string; baseURL: string; useResponsesWebSocket: boolean }) => { close(): Promise<void> };
  readonly Runner: new (options: {
    modelProvider: object;
    tracingDisabled: boolean;
    modelSettings: object;
  }) => { run(agent: object, input: string, options: { maxTurns: number; stream: boolean }): Promise<Result> };
  tool(options: {
    name: string;
    description: string;
    parameters: unknown;
    strict: boolean;
    execute: (args: unknown) => Promise<string>;
  }): unknown;
}

const agents: AgentsPackage | null = (await installed('@openai/agents')) ? await import(String('@openai/agents')) : null;

interface Tool {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly parameters: unknown;
}

/** Lets an agent loop until its last words; over HTTP it has them streamed. */
async function run(
  { Agent, OpenAIProvider, Runner, tool }: AgentsPackage,
  useResponsesWebSocket: boolean,
  baseURL: string,
  input: string,
  tools: readonly Tool[],
  call: (name: string, args: string) => Promise<string>,
): Promise<string> {
  const provider = new OpenAIProvider({ apiKey: key, baseURL, useResponsesWebSocket });
  const runner = new Runner({ modelProvider: provider, tracingDisabled: true, modelSettings: { store: false } });
  const wrapped = tools.map(({ name, description, parameters }) =>
    tool({ name, description: description ?? '', parameters, strict: true, execute: (args) => call(name, JSON.stringify(args)) }),
  );
  const agent = new Agent({ name: 'repairer', instructions: 'Do it.', model: 'regreen-engine', tools: wrapped });
  try {
    const result = await runner.run(agent, input, { maxTurns: 30, stream: !useResponsesWebSocket });
    await result.completed;
    return String(result.finalOutput);
  } finally {
    await provider.close();
  }
}

describe.skipIf(agents === null).each([
  ['one socket', true],
  ['HTTP, streaming', false],
] as const)('@openai/agents over %s', (_, socket) => {
  const start = (
    ...rest: [baseURL: string, input: string, tools: readonly Tool[], call: (name: string, args: string) => Promise<string>]
  ) => (agents === null ? Promise.reject(new Error('not installed')) : run(agents, socket, ...rest));

  it('lets the engine repair a repository through its own tool calls', async () => {
    await using red = await redRepository();
    const engine = await startEngine({ apiKey: key });
    const words = await start(engine.url, red.brief, red.tools, red.call).finally(() => engine.close());
    await expectRepaired(red, words);
  });

  it('gets an answer in text from the engine, also when it offers tools that are not the engine’s', async () => {
    const engine = await startEngine({ apiKey: key });
    const words = await start(engine.url, question, [lookUp], async () => 'never').finally(() => engine.close());
    expect(words).toContain('program-repair engine');
  });

  it('completes a tool loop with the scripted server', async () => {
    await using server = await startScriptedServer({ apiKey: key, turns: scriptedLookUp });
    const asked: string[] = [];
    const words = await start(server.baseUrl, question, [lookUp], async (name, args) => {
      asked.push(`${name} ${args}`);
      return '42';
    });
    expect(asked.toSorted()).toEqual(['look_up {"what":"the answer"}', 'look_up {"what":"the question"}']);
    expect(words).toBe('It is 42.');
    expect(server.upgrades).toHaveLength(socket ? 1 : 0);
  });
});
