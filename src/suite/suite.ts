// The test suite of one repository, ready to be installed and run in any copy of it.
import { availableParallelism } from 'node:os';
import { ecosystemOf } from './ecosystems/index.ts';
import { install } from './install.ts';
import { ProcessSlots } from './process-slots.ts';
import { runTests } from './run.ts';
import { runOfEvents } from './run-of-events.ts';
import { severalSuites } from './several.ts';
import type { Suite, SuiteEnvironment, SuitePlan } from './types.ts';

/** The suite that `plan` describes. What one run shows of it (which files hold tests) makes later selections better. */
export function openSuite(plan: SuitePlan, env: SuiteEnvironment): Suite {
  return openShared(plan, env, env.slots ?? new ProcessSlots(availableParallelism()));
}

function openShared(plan: SuitePlan, env: SuiteEnvironment, slots: ProcessSlots): Suite {
  const one = openOne(plan, env, slots);
  if (plan.parts === undefined) return one;
  const parts = plan.parts.map((part) => openShared(part, env, slots));
  return severalSuites(one, plan.runner === 'several' ? null : one, parts);
}

function openOne(plan: SuitePlan, env: SuiteEnvironment, slots: ProcessSlots): Suite {
  const session = ecosystemOf(plan.ecosystem).open(plan);
  return {
    plan,
    slots,
    install: (root, options) => install(plan, env, root, options),
    run: (root, options) => runTests({ plan, env, session, slots }, root, options),
    runOf: (root, told) => runOfEvents(plan, session, root, told),
  };
}
