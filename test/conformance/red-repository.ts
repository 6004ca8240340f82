// A small red repository with the real tools over it: what a client made by others needs to let the engine repair it.

import { engineLimits } from '../../src/agent/answers.ts';
import { writeBrief } from '../../src/agent/brief.ts';
import { createBudget } from '../../src/agent/budget.ts';
import { createToolHost } from '../../src/agent/tool-host.ts';
import { toolDefinitions } from '../../src/agent/tools.ts';
import { changeSinceGreen } from '../../src/incident/index.ts';
import { reproduce } from '../../src/suite/index.ts';
import { createTrials } from '../../src/trial/index.ts';
import { suiteOf } from '../suite/repository.ts';
import { repository } from '../workspace/repositories.ts';

const source = (operator: string) => `exports.add = (a, b) => a ${operator} b;\n`;

const files = {
  'package.json': '{ "name": "sums", "private": true, "scripts": { "test": "node --test test/add.test.js" } }\n',
  'test/add.test.js': `const assert = require('node:assert/strict');
const { test } = require('node:test');
const { add } = require('../src/add.js');
test('adds', () => assert.equal(add(2, 3), 5));
test('adds nothing', () => assert.equal(add(7, 0), 7));
`,
};

export interface RedRepository extends AsyncDisposable {
  /** The first message of the conversation. */
  readonly brief: string;
  readonly tools: ReturnType<typeof toolDefinitions>;
  /** Names of the tools called so far. */
  readonly called: readonly string[];
  /** Performs a call; `args` is JSON text. */
  call(name: string, args: string): Promise<string>;
  /** What was changed so far, as a unified diff. */
  patch(): Promise<string>;
  /** The whole suite as it stands. */
  isGreen(): Promise<boolean>;
}

const timeoutMs = 60_000;

/** The last commit broke it. */
export async function redRepository(): Promise<RedRepository> {
  const stack = new AsyncDisposableStack();
  const repo = stack.use(await repository({ ...files, 'src/add.js': source('+') }));
  const green = await repo.commit();
  await repo.write({ 'src/add.js': source('-') });
  await repo.commit();
  const workspace = stack.use(await repo.workspace());
  const seen = await reproduce(await suiteOf(workspace.root, repo.temp), workspace.root, { timeoutMs });
  if (seen.kind !== 'red') throw new Error(`the repository is ${seen.kind}`);
  const { suite, baseline, failing, failingSeconds } = seen;
  const changed = await changeSinceGreen(await repo.checkout(), green, { maxChars: 10_000 });
  if (!changed.ok) throw new Error(changed.reason);

  const limits = { turns: 20, minutes: 2, tokens: 1e9, costUsd: 1, testRuns: 20, changedLines: 50 };
  const now = () => performance.now();
  const budget = createBudget({ limits, now, startedAt: now(), reserveMs: () => 0, costOf: null, countTokens: false });
  const brief = await writeBrief({
    diagnosis: { testCommand: 'npm test', baseline, failing, suspects: [], change: changed.change, aside: '' },
    workspace,
    limits: engineLimits,
    forEngine: true,
    evidence: null,
    budget: { seconds: 100, testRuns: 20, turns: 20 },
  });
  const trials = stack.use(createTrials(workspace, suite));
  const host = createToolHost({
    workspace,
    suite,
    trials,
    glance: null,
    failing,
    baseline,
    failingSeconds,
    budget,
    limits: engineLimits,
    forEngine: true,
  });
  const called: string[] = [];
  return {
    brief,
    tools: toolDefinitions(true),
    called,
    call: async (name, args) => {
      called.push(name);
      const answer = await host.call({ callId: `call ${called.length}`, name, arguments: args }, AbortSignal.timeout(timeoutMs));
      return answer.output;
    },
    patch: async () => (await workspace.patch()).text,
    isGreen: async () => (await suite.run(workspace.root, { scope: 'all', timeoutMs })).green,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
