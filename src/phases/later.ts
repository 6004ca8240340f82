// What `repair.ts` needs once the incident is known: most of the program, loaded while the files are being copied.
export { findFix, numberTurns } from '../agent/index.ts';
export { blockingFindings } from '../suite/index.ts';
export { notWorthIt } from './attempts.ts';
export { deliverFix } from './deliver.ts';
export { diagnose } from './diagnose.ts';
export { readRunAhead } from './failed-run.ts';
export { examineFix } from './integrity.ts';
export { openMinds } from './minds.ts';
export { declineFor } from './no-fault.ts';
export { chooseFailures, planCauses } from './plan.ts';
export { seeStuck } from './stuck.ts';
export { installDependencies, noteResults, openTests, prove, seeFailure, withInstallation } from './tests.ts';
