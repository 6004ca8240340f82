// The vendor's agent framework, over its socket or HTTP. It is not a dependency of this project: its folder is named by WIRE_PEERS.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { instructions, prompt, resultOf, tools } from '../job.ts';
import { apiKey, baseUrl, resultBytes } from './settings.ts';

const from = createRequire(`${process.env.WIRE_PEERS}/package.json`);
const load = (name) => import(pathToFileURL(from.resolve(name)).href);
const { Agent, OpenAIProvider, Runner, setTracingDisabled, tool } = await load('@openai/agents');
setTracingDisabled(true);
let turn = 0;
const agent = new Agent({
  name: 'tape',
  model: 'tape',
  instructions,
  tools: tools.map(({ name, description, parameters }) =>
    tool({ name, description, parameters, strict: true, execute: async () => resultOf(++turn, resultBytes) }),
  ),
});
const useResponsesWebSocket = process.argv[2] === 'socket';
const modelProvider = new OpenAIProvider({ apiKey, baseURL: baseUrl, useResponses: true, useResponsesWebSocket });
const run = await new Runner({ modelProvider }).run(agent, prompt, { stream: true, maxTurns: 200 });
for await (const _ of run);
await run.completed;
await modelProvider.close?.();
