// The test suite of one repository, ready to be installed and run in any copy of it.
import { ecosystemOf } from './ecosystems/index.ts';
import { install } from './install.ts';
import { runTests } from './run.ts';
import { runOfEvents } from './run-of-events.ts';
import { severalSuites } from './several.ts';
import type { Suite, SuiteEnvironment, SuitePlan } from './types.ts';

/** The suite that `plan` describes. What one run shows of it (which files hold tests) makes later selections better. */
export function openSuite(plan: SuitePlan, env: SuiteEnvironment): Suite {
  const one = openOne(plan, env);
  if (plan.parts === undefined) return one;
  const parts = plan.parts.map((part) => openSuite(part, env));
  return severalSuites(one, plan.runner === 'several' ? null : one, parts);
}

function openOne(plan: SuitePlan, env: SuiteEnvironment): Suite {
  const session = ecosystemOf(plan.ecosystem).open(plan);
  return {
    plan,
    install: (root, options) => install(plan, env, root, options),
    run: (root, options) => runTests(plan, env, session, root, options),
    runOf: (root, told) => runOfEvents(plan, session, root, told),
  };
}
