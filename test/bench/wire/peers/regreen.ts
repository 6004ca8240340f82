// This project's client, under the very loop that repairs: only its tools and its workspace are the bench's.
import { createBudget } from '../../../../src/agent/budget.ts';
import { runAgent } from '../../../../src/agent/loop.ts';
import { createTokenEstimate } from '../../../../src/agent/token-estimate.ts';
import { openConversation } from '../../../../src/responses/index.ts';
import type { Workspace } from '../../../../src/workspace/index.ts';
import { instructions, prompt, resultOf, tools } from '../job.ts';
import { apiKey, baseUrl, resultBytes } from './settings.ts';

const transport = process.argv[2] === 'http' ? 'http' : 'websocket';
const now = (): number => performance.now();
const conversation = openConversation({
  baseUrl,
  apiKey,
  transport,
  fields: { model: 'tape', instructions, tools },
  warmUp: true,
  // As for OpenAI, where instructions and tools are items of the conversation.
  staticItems: true,
  onNotice: (text) => console.error(text),
});
await conversation.connect();
await conversation.warm([]);

const never = async (): Promise<never> => {
  throw new Error('the tape asks for no such thing');
};
const workspace: Workspace = {
  root: '/',
  list: never,
  scan: never,
  read: never,
  original: never,
  installed: never,
  tidy: never,
  setAside: never,
  putBack: never,
  modulesOfCheckout: never,
  ownModules: never,
  edit: never,
  patch: async () => ({ text: '', files: [] }),
  edits: never,
  reset: async () => {},
  replica: never,
  fork: never,
  fresh: never,
  freshAhead: () => {},
  older: never,
  [Symbol.asyncDispose]: async () => {},
};
let turn = 0;
const result = await runAgent({
  conversation,
  tools: { call: async () => ({ output: resultOf(++turn, resultBytes), testSeconds: 0 }) },
  workspace,
  brief: prompt,
  budget: createBudget({
    limits: { turns: 200, minutes: 30, tokens: 1e9, costUsd: 1e9, testRuns: 1, changedLines: 1 },
    now,
    startedAt: now(),
    reserveMs: () => 0,
    costOf: null,
    countTokens: true,
  }),
  emit: () => {},
  signal: new AbortController().signal,
  now,
  estimate: createTokenEstimate(Buffer.byteLength(JSON.stringify([instructions, tools]))),
  outputReserve: 16_000,
});
if (result.kind !== 'gave-up') throw new Error(`the loop ended as ${JSON.stringify(result)}`);
await conversation.close();
