import { describe, expect, test } from 'vitest';
import type { Attempt, AttemptJob } from '../../src/agent/attempt.ts';
import { createBudget } from '../../src/agent/budget.ts';
import { findFix } from '../../src/agent/find-fix.ts';
import type { AgentResult, Limits } from '../../src/agent/types.ts';
import type { Suite, TestRun } from '../../src/suite/index.ts';
import { ProcessSlots } from '../../src/suite/process-slots.ts';
import { patch, redTree } from './red-tree.ts';
import { scriptedConversation } from './scripted.ts';

const limits = { turns: 10, minutes: 10, tokens: 1_000_000, costUsd: 10, testRuns: 10, changedLines: 100 };
const nobodyRuns = async (): Promise<never> => {
  throw new Error('nobody runs anything here');
};
const suite: Suite = {
  plan: {
    ecosystem: 'other',
    runner: 'mocha',
    directory: '',
    packageManager: 'none',
    testCommand: 'true',
    setupCommand: null,
    reasons: [],
  },
  slots: new ProcessSlots(1),
  install: nobodyRuns,
  run: nobodyRuns,
  runOf: nobodyRuns,
};
const baseline: TestRun = {
  ...{ command: 'true', exitCode: 1, timedOut: false, aborted: false, green: false, reader: 'exit-code', results: [], failing: [] },
  ...{ counts: { executed: 0, passed: 0, failed: 0, skipped: 0 }, seconds: 0, tail: '', outputFile: null, coverage: null },
};

type Answer = AgentResult | ((job: AttemptJob) => Promise<AgentResult>);

/** Gives its results in order. */
function mind(results: Answer[]): Attempt {
  return {
    conversation: scriptedConversation([]).conversation,
    warm: Promise.resolve(null),
    repair: async (job) => {
      const next = results.shift() ?? { kind: 'aborted' };
      return typeof next === 'function' ? next(job) : next;
    },
    [Symbol.asyncDispose]: async () => {},
  };
}

async function found(engine: Answer[], model: Answer, more: Partial<Limits> = {}) {
  const budget = createBudget({
    limits: { ...limits, ...more },
    now: () => 0,
    startedAt: 0,
    costOf: null,
    countTokens: true,
    reserveMs: () => 0,
  });
  return findFix(
    { engine: mind(engine), model: mind([model]), rivals: [] },
    {
      ...{ workspace: redTree, suite, failing: [], failingSeconds: 0, budget, evidence: null, emit: () => {}, now: () => 0 },
      ...{ diagnosis: { testCommand: 'true', baseline, failing: [], suspects: [], change: null, aside: '' }, holds: async () => true },
    },
  );
}

const outage: AgentResult = { kind: 'provider', reason: 'the account has no credit left', diagnosis: null };
const gaveUp: AgentResult = { kind: 'gave-up', reason: 'nothing passes', diagnosis: 'The engine suspects a.js:1.', alternatives: [] };
const outOfTime: AgentResult = { kind: 'budget', limit: 'minutes', diagnosis: 'The engine had 20 seconds.', best: null };
const template: AgentResult = { kind: 'candidate', patch, explanation: 'a small repair', source: 'template', alternatives: [] };

describe('where the model cannot be asked', () => {
  test('what the engine knows is told in its place', async () => {
    expect((await found([gaveUp], outage)).result).toEqual({ ...outage, diagnosis: 'The engine suspects a.js:1.' });
  });

  test('the engine goes on where its lead was over, and what it finds is a draft', async () => {
    expect(await found([outOfTime, template], outage)).toMatchObject({ result: template, draft: true });
    expect((await found([outOfTime, gaveUp], outage)).result).toEqual({ ...outage, diagnosis: 'The engine suspects a.js:1.' });
  });

  test('an interruption while the engine is waited for is one, and no trouble with the model', async () => {
    expect((await found([outOfTime, { kind: 'aborted' }], outage)).result).toEqual({ kind: 'aborted' });
  });

  test('what the model said before it was cut off goes first', async () => {
    const cut: AgentResult = { ...outage, diagnosis: 'The model suspects b.js:2.' };
    expect((await found([gaveUp], cut)).result).toEqual(cut);
  });
});

test('what the engine suspects by coverage is what the model is shown', async () => {
  const suspects = [{ path: 'src/a.js', line: 7, score: 0.9 }];
  let shown: AttemptJob['diagnosis']['suspects'] = [];
  const leads = async ({ emit }: AttemptJob): Promise<AgentResult> => {
    emit({ type: 'suspected', suspects });
    return gaveUp;
  };
  await found([leads], async ({ diagnosis }) => {
    shown = diagnosis.suspects;
    return gaveUp;
  });
  expect(shown).toEqual(suspects);
});

describe('beside the model', () => {
  const fix: AgentResult = { ...template, explanation: 'the cause', source: 'model' };

  test('the engine goes on where its time was over, in a copy of its own, and is cancelled when the model has a fix', async () => {
    const seen: { signal?: AbortSignal | undefined; workspace?: unknown; testRuns?: number } = {};
    const goesOn = async ({ signal, workspace, budget }: AttemptJob): Promise<AgentResult> => {
      Object.assign(seen, { signal, workspace, testRuns: budget.limits.testRuns });
      await new Promise((resolve) => signal?.addEventListener('abort', resolve, { once: true }));
      return { kind: 'aborted' };
    };
    const model = async (): Promise<AgentResult> => {
      while (seen.signal === undefined) await new Promise((resolve) => setTimeout(resolve, 1));
      return fix;
    };
    expect(await found([outOfTime, goesOn], model)).toMatchObject({ result: fix, draft: false });
    expect(seen.signal?.aborted).toBe(true);
    expect(seen.workspace).not.toBe(redTree);
    expect(seen.testRuns).toBe(2);
  });

  test('what it edits on the way is not what the run has changed', async () => {
    let engineEdited = (): void => {};
    const edited = new Promise<void>((resolve) => {
      engineEdited = resolve;
    });
    const goesOn = async ({ budget }: AttemptJob): Promise<AgentResult> => {
      expect([budget.allowsChangedLines(100), budget.allowsChangedLines(101)]).toEqual([true, false]);
      engineEdited();
      return gaveUp;
    };
    let changed = -1;
    const model = async ({ budget }: AttemptJob): Promise<AgentResult> => {
      await edited;
      changed = budget.used().changedLines;
      return fix;
    };
    await found([outOfTime, goesOn], model);
    expect(changed).toBe(0);
  });

  test('what it finds is a draft where the model finds nothing', async () => {
    expect(await found([outOfTime, template], gaveUp)).toMatchObject({ result: template, draft: true });
    expect(await found([outOfTime, gaveUp], { ...gaveUp, reason: 'of the model' })).toMatchObject({ result: { reason: 'of the model' } });
  });

  test('it is not waited for longer than there is time', async () => {
    const never = ({ signal }: AttemptJob): Promise<AgentResult> =>
      new Promise((resolve) => signal?.addEventListener('abort', () => resolve({ kind: 'aborted' }), { once: true }));
    expect((await found([outOfTime, never], gaveUp, { minutes: 0.001 })).result).toEqual(gaveUp);
  });

  test('an engine that found out all it can does not go on', async () => {
    const again = async (): Promise<AgentResult> => {
      throw new Error('it was asked once more');
    };
    expect((await found([gaveUp, again], { ...gaveUp, reason: 'of the model' })).result).toMatchObject({ reason: 'of the model' });
    expect(await found([template, again], gaveUp)).toMatchObject({ result: template, draft: true });
  });
});
